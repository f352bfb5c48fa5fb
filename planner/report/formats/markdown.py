"""Markdown, as CommonMark with tables reads it. Nothing in a person's text is a mark, a link or HTML there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.report.document import Bars, Heading, Paragraph, Table
from planner.wording import voice_of
from planner.wording.safe import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.report.document import Block, Document
    from planner.report.formats.table import Look

__all__ = ["render"]

_MARKS = re.compile(r"([\\`*_\[\]<>|~&$#])")
_LIST = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_BULLET = re.compile(r"^([-+=])")
_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)|(@)")
"""What some readers make a link of by itself; the escaped sign keeps it words."""


def render(document: Document, look: Look) -> bytes:  # noqa: ARG001 - every format is called alike
    """The document as Markdown, in UTF-8."""
    return ("\n\n".join(_parts(document)) + "\n").encode("utf-8")


def _parts(document: Document) -> Iterator[str]:
    """The document's parts, between which an empty line stands."""
    yield f"# {_text(document.title)}"
    for part in (document.subtitle, document.addressee):
        if part:
            yield _text(part)
    for block in document.blocks:
        yield from _block(block, document.lang)
    ends = [_text(part) for part in (document.signature, document.dated) if part]
    if ends:
        yield "\\\n".join(ends)


def _block(block: Block, lang: str) -> Iterator[str]:
    """One block."""
    if isinstance(block, Heading):
        yield f"{'#' * (block.level + 1)} {_text(block.text)}"
    elif isinstance(block, Paragraph):
        if block.text:
            yield _text(block.text)
    elif isinstance(block, Table):
        yield "\n".join((_row(block.heads), _row(("---",) * len(block.heads), raw=True), *map(_row, block.rows)))
    elif isinstance(block, Bars):
        yield f"**{_text(block.title)}**"
        voice = voice_of(lang)
        yield "\n".join(f"- {_text(voice.t('{who}: {words}', who=bar.label, words=bar.words))}" for bar in block.bars)


def _row(cells: tuple[str, ...], *, raw: bool = False) -> str:
    """A line of a table."""
    return f"| {' | '.join(cells if raw else map(_text, cells))} |"


def _text(text: str) -> str:
    """A person's text as words only."""
    line = _MARKS.sub(r"\\\1", shown(" ".join(text.split())))
    line = _LIST.sub(r"\1\\\2", _BULLET.sub(r"\\\1", line))
    return _LINK.sub(_unlinked, line)


def _unlinked(match: re.Match[str]) -> str:
    """The sign of an address, escaped."""
    return "".join(f"\\{part}" if part in (":", ".", "@") else part for part in match.groups() if part)
