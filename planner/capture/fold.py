"""Folding a line for reading: full-width twins become ASCII, capitals small, every character keeping its place.

Because no character is added or lost, a position in the folded text is the same position in the line as typed, which is
what lets spans be found in the one and struck from the other.
"""

from __future__ import annotations

__all__ = ["CLOSERS", "STOPS", "fold", "is_han", "is_word"]

_TWINS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TWINS.update(
    dict.fromkeys((0x3000, 0xA0, 0x2009, 0x202F, 0x85, 0x2028, 0x2029, *range(0x9, 0xE), *range(0x1C, 0x20)), 0x20)
)
_TWINS.update({0x2010: 0x2D, 0x2011: 0x2D, 0x2012: 0x2D, 0x2013: 0x2D, 0x2014: 0x2D, 0x2212: 0x2D, 0x301C: 0x7E})
_TWINS[0x2019] = 0x27

STOPS = frozenset(" ,;:!?()[]{}\"'<>@#+\\、。，；：！？（）【】《》“”‘’「」『』…\t\n\r")
"""Characters that end a name or a tag."""

CLOSERS = {'"': '"', "“": "”", "「": "」", "『": "』", "《": "》", "〈": "〉"}
"""Opening quotation marks and what closes each; what stands between is never parsed."""


def fold(line: str) -> str:
    """The line with full-width signs, digits and letters as ASCII, dashes as ``-``, and small letters; same length."""
    wide = line if line.isascii() else line.translate(_TWINS)
    low = wide.lower()
    if len(low) == len(wide):
        return low if low.isprintable() else low.translate(_TWINS)
    return "".join(small if len(small := one.lower()) == 1 else one for one in wide)


def is_han(char: str) -> bool:
    """Whether a character is a Chinese ideograph (the Unified block, its first extension, or 〇)."""
    return "一" <= char <= "鿿" or "㐀" <= char <= "䶿" or char == "〇"


def is_word(char: str) -> bool:
    """Whether a character is a letter, digit or underscore of a script that parts words by spaces."""
    return (char.isalnum() or char == "_") and not is_han(char)
