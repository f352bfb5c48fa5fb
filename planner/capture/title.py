"""The title: the line as typed without what was understood, made to read well at the joints."""

from __future__ import annotations

from planner.capture.fold import is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.draft import Span

__all__ = ["merged", "title_of"]

_HEAD = frozenset(" ,，、;；:：.。-–—~～|")
_TAIL = frozenset(" ,，、;；:：-–—~～|(（[【")
_COMMAS = frozenset(",，、;；")
_COLONS = frozenset(":：")
_STOPS = frozenset(".。!！?？)）]】")
_CLOSE = _COMMAS | _COLONS | _STOPS
"""Signs that stand close to the word before them."""
_DASHES = frozenset((" -", " –", " —"))
_EMPTY_PAIRS = ("()", "（）", "[]", "【】", "( )", "（ ）")


def merged(spans: list[Span]) -> list[tuple[int, int]]:
    """The stretches that spans cover, in order, overlapping ones joined."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def title_of(line: str, spans: list[Span]) -> str:
    """What is left of the line when its spans are struck."""
    parts: list[str] = []
    tight = {span.start for span in spans if span.role == "refused"}
    done, glued = 0, False
    for start, end in merged(spans):
        _join(parts, line[done:start], glued=glued)
        done, glued = end, start in tight and end == start + 1
    _join(parts, line[done:], glued=glued)
    if not spans:
        return " ".join(line.split())
    text = " ".join("".join(parts).split())
    for pair in _EMPTY_PAIRS:
        for sign in ":,;." if pair in text else "":
            text = text.replace(f" {pair}{sign}", sign)
        text = text.replace(pair, "")
    return _trim(" ".join(text.split()))


def _join(parts: list[str], piece: str, *, glued: bool) -> None:
    """Add what stood after a struck stretch, without doubling a space or a comma; ``glued`` after a mere backslash."""
    if glued:
        parts.append(piece)
        return
    after = piece.lstrip()
    if not after:
        if piece and parts and parts[-1] != " ":
            parts.append(" ")
        return
    space = piece[0] == " " or parts[-1:] == [" "]
    if parts[-1:] == [" "]:
        parts.pop()
    before = parts[-1].rstrip() if parts else ""
    if not before:
        parts.append(after)
        return
    if before[-1] in _COMMAS and after[0] in _COMMAS | _STOPS:
        before = before[:-1]
    elif (before[-1] in _COLONS or before[-2:] in _DASHES) and after[0] in _COMMAS | _COLONS:
        parts[-1] = before
        parts.append(("" if before[-1] == "：" else " ") + after[1:].lstrip())
        return
    space = space or parts[-1] != before
    parts[-1] = before
    if after[0] in _CLOSE:
        parts.append(after)
        return
    glue = " " if space else "" if is_han(before[-1:] or "一") or is_han(after[0]) else " "
    parts.append(glue + after)


def _trim(text: str) -> str:
    """Strip punctuation that a struck phrase left hanging at either end."""
    start, end = 0, len(text)
    while start < end and text[start] in _HEAD:
        start += 1
    while end > start and text[end - 1] in _TAIL:
        end -= 1
    return text[start:end]
