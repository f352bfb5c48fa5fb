"""Typed tokens of a folded line: words, numbers, and single signs of punctuation.

A word keeps an apostrophe inside it, so that ``monday's`` is another word than ``monday``. Characters of other scripts
and blanked signs become a token of kind ``x``, which no rule matches.
"""

from __future__ import annotations

__all__ = ["END", "NUMBER", "OTHER", "SIGN", "WORD", "Token", "tokens"]

WORD, NUMBER, SIGN, OTHER, END = "w", "n", "p", "x", ""


class Token:
    """One token: its kind, its text, where it stands, and whether it touches the one before it."""

    __slots__ = ("end", "glued", "kind", "start", "text", "value")

    def __init__(self, kind: str, text: str, start: int, end: int, *, glued: bool) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end
        self.glued = glued
        self.value = int(text) if kind == NUMBER and end - start < 10 else -1


def tokens(text: str) -> list[Token]:
    """The tokens of a folded line, closed by one of kind ``END``."""
    found: list[Token] = []
    at, size, last = 0, len(text), -1
    while at < size:
        char = text[at]
        if char == " ":
            at += 1
            continue
        start = at
        at += 1
        if "a" <= char <= "z":
            while at < size and ("a" <= text[at] <= "z" or (text[at] == "'" and "a" <= text[at + 1 : at + 2] <= "z")):
                at += 1
            kind = WORD
        elif "0" <= char <= "9":
            while at < size and "0" <= text[at] <= "9":
                at += 1
            kind = NUMBER
        elif char.isalnum() or char in "\0_":
            kind = OTHER
        else:
            kind = SIGN
        found.append(Token(kind, text[start:at], start, at, glued=start == last))
        last = at
    found.append(Token(END, "", size, size, glued=False))
    return found
