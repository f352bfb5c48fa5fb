"""Wrapping by cells: between words where there are blanks, between wide characters, and anywhere when need be."""

from __future__ import annotations

from planner.wording.safe import cells

__all__ = ["wrapped"]

STAYS_BEHIND = "，。、；：！？）》」』”’…,.;:!?)"
"""What must not begin a line: it stays with the character before it."""


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` cells; at least one line. Blanks at a break are dropped."""
    width = max(2, width)
    lines: list[str] = []
    line, room = "", width
    for piece in _pieces(text):
        size = cells(piece)
        if size <= room:
            line, room = line + piece, room - size
            continue
        if line.strip():
            lines.append(line.rstrip())
        line, room = "", width
        for char in piece if size > width else ():
            if cells(char) > room:
                lines.append(line)
                line, room = "", width
            line, room = line + char, room - cells(char)
        if size <= width:
            line = piece.lstrip()
            room = width - cells(line)
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    """The text cut where it may be broken: after a blank, and around wide characters."""
    pieces: list[str] = []
    word = ""
    for char in text:
        if cells(char) == 2 and char not in STAYS_BEHIND:
            if word:
                pieces.append(word)
            word = char
        elif char == " ":
            if word:
                pieces.append(word)
            pieces.append(" ")
            word = ""
        elif word and cells(word[0]) == 2 and cells(char) != 2 and char not in STAYS_BEHIND:
            pieces.append(word)
            word = char
        else:
            word += char
    if word:
        pieces.append(word)
    return pieces
