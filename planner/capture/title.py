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
_STOPS = frozenset(".。!！?？)）]】")
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
    done = 0
    for start, end in merged(spans):
        _join(parts, line[done:start])
        done = end
    _join(parts, line[done:])
    if not spans:
        return " ".join(line.split())
    text = " ".join("".join(parts).split())
    for pair in _EMPTY_PAIRS:
        text = text.replace(pair, "")
    return _trim(text)


def _join(parts: list[str], piece: str) -> None:
    """Add what stood after a struck stretch, without doubling a space or a comma."""
    if not parts:
        parts.append(piece)
        return
    before = next((part for part in reversed(parts) if part.strip()), "").rstrip()
    after = piece.lstrip()
    if not after:
        parts.append(piece)
        return
    if before and before[-1] in _COMMAS and after[0] in _COMMAS | _STOPS:
        last = len(parts) - 1
        while not parts[last].strip():
            last -= 1
        parts[last] = parts[last].rstrip()[:-1]
        before = before[:-1]
    if after[0] in _COMMAS | _STOPS and before:
        while parts and not parts[-1].strip():
            parts.pop()
        if parts:
            parts[-1] = parts[-1].rstrip()
        parts.append(after)
        return
    space = piece[0] == " " or parts[-1][-1:] == " "
    glue = "" if space or not before or is_han(before[-1]) or is_han(after[0]) else " "
    parts.append(glue + piece)


def _trim(text: str) -> str:
    """Strip punctuation that a struck phrase left hanging at either end."""
    start, end = 0, len(text)
    while start < end and text[start] in _HEAD:
        start += 1
    while end > start and text[end - 1] in _TAIL:
        end -= 1
    return text[start:end]
