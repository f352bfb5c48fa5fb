"""User text made safe to show, and measured and cut by the cells it takes in a terminal.

Text is stored as it came. Before it reaches a terminal, a widget, a file for others or a notification, whatever could
act there instead of being read is made visible: control characters (escape sequences begin with one), lone surrogates,
line and paragraph separators, and the signs that turn the direction of writing (U+202A-202E, U+2066-2069).
"""

from __future__ import annotations

__all__ = ["cells", "fit", "pad", "shown"]

ELLIPSIS = "…"


class _Visible(dict[int, str]):
    """A translation table that is filled as characters are met; all but the dangerous stand for themselves."""

    def __missing__(self, code: int) -> str:
        acts = (
            code < 0x20
            or 0x7F <= code <= 0x9F
            or 0x2028 <= code <= 0x202E
            or 0x2066 <= code <= 0x2069
            or 0xD800 <= code <= 0xDFFF
        )
        self[code] = seen = f"\\u{code:04x}" if acts else chr(code)
        return seen


_VISIBLE = _Visible()
_VISIBLE_BUT_LINES = _Visible({0x0A: "\n"})


def shown(text: str, *, lines: bool = False) -> str:
    r"""The text with every character that could act on a terminal made visible as ``\uXXXX``.

    A newline is kept when ``lines`` is set. Nothing is escaped for markup: a widget that reads markup has a switch.
    """
    if text.isprintable():  # no Cc, Cf, Cs, Zl, Zp: the whole of an ordinary line
        return text
    return text.translate(_VISIBLE_BUT_LINES if lines else _VISIBLE)


class _Widths(dict[str, int]):
    """The cells of a character, worked out once each."""

    def __missing__(self, char: str) -> int:
        from unicodedata import category, east_asian_width

        if east_asian_width(char) in "WF":
            width = 2
        elif category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":  # joining vowels of Korean
            width = 0
        else:
            width = 1
        self[char] = width
        return width


_WIDTHS = _Widths()


def cells(text: str) -> int:
    """The terminal cells that a text takes: 2 for a wide or full-width character, 0 for a combining one, else 1.

    Characters of ambiguous width count 1, as terminals do outside East Asian legacy modes.
    """
    if text.isascii():
        return len(text)
    return sum(map(_WIDTHS.__getitem__, text))


def fit(text: str, width: int) -> str:
    """The text, cut with an ellipsis so that it takes at most ``width`` cells."""
    if len(text) * 2 <= width or cells(text) <= width:
        return text
    if width < 1:
        return ""
    left = width - 1
    for place, char in enumerate(text):
        left -= _WIDTHS[char]
        if left < 0:
            return text[:place] + ELLIPSIS
    return text


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly ``width`` cells: cut when longer, filled with spaces behind (or before, when ``right``)."""
    text = fit(text, width)
    blank = " " * (width - cells(text))
    return blank + text if right else text + blank
