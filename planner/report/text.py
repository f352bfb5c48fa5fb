r"""A report as plain text to be edited, and read back: each line says by its first sign what it is.

    # the title          % the days under it        @ whom it is for
    ## a heading 一、     ### a heading （一）        #### a heading 1.
    -- the office        == the day                 // a remark, which is left out
    | a paragraph without indent    ^ one in the middle    > one at the right

Any other line is a paragraph; a ``\`` takes the sign behind it as it is. Empty lines say nothing. Pictures and tables
are no words to edit: they are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.report.document import Document, Heading, Paragraph

if TYPE_CHECKING:
    from typing import Literal

    from planner.report.document import Block

__all__ = ["from_text", "page_text", "to_text"]

_TITLE, _SUBTITLE, _ADDRESSEE, _SIGNATURE, _DATED, _REMARK = "# ", "% ", "@ ", "-- ", "== ", "//"
_HEADINGS: dict[str, Literal[1, 2, 3]] = {"## ": 1, "### ": 2, "#### ": 3}
_FLUSH, _CENTER, _END = "| ", "^ ", "> "
_SIGNS = ("#", "%", "@", "-", "=", "/", "|", "^", ">", "\\")
_INDENT = {"zh": "\u3000\u3000", "en": ""}


def to_text(document: Document, remark: str = "") -> str:
    """The document as text; ``remark`` stands above it and is not read back."""
    lines = [f"{_REMARK} {line}" for line in remark.splitlines()]
    lines.append(_TITLE + document.title)
    if document.subtitle is not None:
        lines.append(_SUBTITLE + document.subtitle)
    if document.addressee is not None:
        lines.append(_ADDRESSEE + document.addressee)
    for block in document.blocks:
        if isinstance(block, Heading):
            if block.level == 1:
                lines.append("")
            lines.append("#" * (block.level + 1) + " " + block.text)
        elif isinstance(block, Paragraph):
            lines.append(_paragraph(block))
    lines.append("")
    if document.signature is not None:
        lines.append(_SIGNATURE + document.signature)
    if document.dated is not None:
        lines.append(_DATED + document.dated)
    return "\n".join(lines) + "\n"


def from_text(text: str, lang: Literal["en", "zh"]) -> Document:
    """The document that a text holds; the last of two titles, days, addressees or signatures counts."""
    found: dict[str, str] = {}
    blocks: list[Block] = []
    for line in text.split("\n"):
        bare = line.removesuffix("\r")
        if not bare.strip() or bare.startswith(_REMARK):
            continue
        head = next((name for sign, name in _HEADS.items() if bare.startswith(sign)), None)
        level = next((level for sign, level in _HEADINGS.items() if bare.startswith(sign)), None)
        if head is not None:
            found[head] = bare.split(" ", 1)[1]
        elif level is not None:
            blocks.append(Heading(level=level, text=bare.split(" ", 1)[1]))
        else:
            blocks.append(_read_paragraph(bare))
    return Document(
        title=found.get("title", ""),
        lang=lang,
        subtitle=found.get("subtitle"),
        addressee=found.get("addressee"),
        blocks=tuple(blocks),
        signature=found.get("signature"),
        dated=found.get("dated"),
    )


def page_text(document: Document) -> str:
    """The document as it would stand on a page, in plain text without marks: to be read, or pasted into a mail."""
    indent = _INDENT[document.lang]
    lines = [document.title]
    if document.subtitle is not None:
        lines.append(document.subtitle)
    if document.addressee is not None:
        lines += ["", document.addressee]
    for block in document.blocks:
        if isinstance(block, Heading):
            lines += ["", indent + block.text] if block.level == 1 else [indent + block.text]
        elif isinstance(block, Paragraph):
            lines.append((indent if block.indented and block.align == "start" else "") + block.text)
    closing = [line for line in (document.signature, document.dated) if line is not None]
    return "\n".join([*lines, *([""] if closing else []), *closing]) + "\n"


_HEADS = {
    _TITLE: "title",
    _SUBTITLE: "subtitle",
    _ADDRESSEE: "addressee",
    _SIGNATURE: "signature",
    _DATED: "dated",
}


def _paragraph(block: Paragraph) -> str:
    """A paragraph as a line."""
    if block.align == "center":
        return _CENTER + block.text
    if block.align == "end":
        return _END + block.text
    if not block.indented:
        return _FLUSH + block.text
    return "\\" + block.text if block.text.startswith(_SIGNS) else block.text


def _read_paragraph(line: str) -> Paragraph:
    """The paragraph that a line is."""
    if line.startswith(_CENTER):
        return Paragraph(text=line[2:], align="center")
    if line.startswith(_END):
        return Paragraph(text=line[2:], align="end")
    if line.startswith(_FLUSH):
        return Paragraph(text=line[2:], indented=False)
    return Paragraph(text=line.removeprefix("\\"))
