"""Finding persons in words: their names and numbers, however they are written there.

One finder, so that what is erased from the book and what is hidden from other eyes are found alike.
"""

from __future__ import annotations

import re
from unicodedata import combining, is_normalized, normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Finder", "plain"]

_PARTED = r"[\s\-_.·•/~()\u2010-\u2015\u2212]{0,3}"
"""What may stand between two digits of a number."""

_BETWEEN = r"[\s\-_.·•・‧'’()]{0,3}"
"""What may stand between two characters of a Chinese name, or two words of another."""

_CHINESE = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]+")

_UNITS = re.compile(rf"[{_CHINESE}]|[^\W_{_CHINESE}]+")
"""A Chinese character, or a word of another writing."""

_EXTENSION = rf"(?:{_PARTED}(?:转|分机|ext|x|#){_PARTED}\d{{1,6}})"
"""``转801`` behind a number."""

_A_DATE = r"(?!(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?(?!\d))"
"""Not where a day or month begins: a number of eight digits would be found in it."""

_SHORTEST_NAME = 2
"""Characters of a name that is sought in words: one alone (王) stands in too many that mean somebody else."""

_SHORTEST_NUMBER = 5
"""Digits of a number that is sought in words."""

_SHORTEST_PHONE = 7
"""Digits of each of several numbers in one field."""

_LANDLINE = 10
"""Digits that a landline with its area code has at least."""


class Finder:
    """Finds names and numbers in a text, however they are written there.

    Full-width and other twins of a character count as it does, signs that nobody sees count for nothing. A number is
    found however its digits are parted, with +86 and an extension, a landline without its area code too. A Chinese name
    is found with spaces within, one in other letters as whole words, in capitals or not.

    There may be thousands of names: a text is searched for those only whose first character stands in it.
    """

    __slots__ = ("_names", "_numbers", "_patterns")

    def __init__(self, names: Iterable[str], numbers: Iterable[str] = ()) -> None:
        self._names: dict[str, list[str]] = {}
        for name in dict.fromkeys(names):
            for units in _names_in(plain(name)):
                self._names.setdefault(units[0][0].lower(), []).append(_name_part(units))
        self._numbers = _pattern(part for number in numbers for part in _number_parts(plain(number)))
        self._patterns: dict[str, re.Pattern[str] | None] = {}

    def replaced(self, text: str, instead: Callable[[str], str]) -> str:
        """A text with each that is found as ``instead`` says it, given in its plain form; the same text without any."""
        is_plain = text.isascii() or (is_normalized("NFKC", text) and not _INVISIBLE.search(text))
        shown = text if is_plain else plain(text)
        found = self._spans(shown)
        if not found:
            return text
        places = [(*span, *span) for span in found]
        if not is_plain:
            shown, starts, ends = _in_plain(text)
            places = [(start, end, starts[start], ends[end - 1]) for start, end in self._spans(shown)]
        made: list[str] = []
        at = 0
        for start, end, first, last in places:
            made += (text[at:first], instead(shown[start:end]))
            at = max(at, last)
        return "".join((*made, text[at:]))

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """Where they stand in a plain text, first to last, the longest of those that begin together; none twice."""
        made: list[tuple[int, int]] = []
        at = 0
        for start, end in sorted(self._met(text), key=lambda span: (span[0], -span[1])):
            if start >= at:
                made.append((start, end))
                at = end
        return made

    def _met(self, text: str) -> Iterator[tuple[int, int]]:
        """Where any stands, in no order."""
        patterns = [self._numbers, *map(self._names_from, self._names.keys() & set(text.lower()))]
        for pattern in patterns:
            if pattern is not None:
                yield from (found.span() for found in pattern.finditer(text))

    def _names_from(self, head: str) -> re.Pattern[str] | None:
        """The pattern of the names that begin with a character; made when it is first met."""
        if head not in self._patterns:
            self._patterns[head] = _pattern(self._names[head])
        return self._patterns[head]


def plain(text: str) -> str:
    """A text in the one form in which texts are compared: full-width twins as their own, nothing invisible."""
    return normalize("NFKC", _INVISIBLE.sub("", text))


def _in_plain(text: str) -> tuple[str, list[int], list[int]]:
    """A text in its plain form, and for each character of that where its own began and ended."""
    made: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and (combining(text[end]) or _INVISIBLE.match(text[end])):
            end += 1
        piece = plain(text[at:end])
        made.append(piece)
        starts += [at] * len(piece)
        ends += [end] * len(piece)
        at = end
    return "".join(made), starts, ends


def _pattern(parts: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern of several, the longest first; ``None`` of none."""
    longest = sorted(parts, key=len, reverse=True)
    return re.compile("|".join(longest), re.IGNORECASE) if longest else None


def _names_in(name: str) -> Iterator[list[str]]:
    """The characters or words of a name, or of each of several; none of one that is too short to be sought."""
    for one in re.split(r"[、;&+/]" if name.isascii() else r"[、;&+/,]", name):
        units = _UNITS.findall(one)
        if sum(map(len, units)) >= _SHORTEST_NAME:
            yield units


def _name_part(units: list[str]) -> str:
    """The pattern of one name. A word is not found within a longer one; a Chinese character beside it is none of it."""
    before, after = _edge(units[0][0]), _edge(units[-1][-1])
    inside = _BETWEEN.join(map(re.escape, units))
    return (f"(?<!{before})" if before else "") + inside + (f"(?!{after})" if after else "")


def _edge(sign: str) -> str:
    """What can't stand beside the first or last character of a name; empty for a Chinese one."""
    if sign.isdecimal():
        return r"\d"
    return "" if re.match(rf"[{_CHINESE}]", sign) else rf"[^\W\d_{_CHINESE}]"


def _number_parts(number: str) -> list[str]:
    """The patterns of a number, or of each of several in one field; none for one that is too short to be sought."""
    pieces = [
        piece for piece in re.split(r"[、,;/或和\s]+", number) if len(re.findall(r"\d", piece)) >= _SHORTEST_PHONE
    ]
    return [part for one in (pieces if len(pieces) > 1 else (number,)) if (part := _number_part(one.strip()))]


def _number_part(number: str) -> str:
    """The pattern of one number; empty when it is too short to be sought."""
    main = re.sub(rf"(?<=\d){_EXTENSION}$", "", number, flags=re.IGNORECASE)
    signs = [sign for sign in main if sign.isalnum()]
    if len(signs) < _SHORTEST_NUMBER:
        return ""
    if not all(sign.isdecimal() for sign in signs):
        return r"(?<!\d)" + _PARTED.join(map(re.escape, signs)) + r"(?!\d)"
    return rf"(?:{_digits_part(_national(''.join(signs)))}|(?<!\d){re.escape(main)}){_EXTENSION}?(?!\d)"


def _digits_part(digits: str) -> str:
    """The pattern of a phone's digits, or of another number of digits alone."""
    whole = rf"(?<!\d){_A_DATE}(?:\+?(?:00)?86{_PARTED})?" + _PARTED.join(digits)
    if digits[0] != "0" or len(digits) < _LANDLINE:
        return whole
    local = digits[3 if digits[1] in "12" else 4 :]
    abroad = rf"(?<!\d)\+?(?:00)?86{_PARTED}" + _PARTED.join(digits[1:])
    return rf"{whole}|{abroad}|(?<!\d)(?<!\d[\-\s)]){_A_DATE}" + _PARTED.join(local)


def _national(digits: str) -> str:
    """A phone's digits without the country's code, a landline's with the 0 of its area code."""
    if digits.startswith("0086"):
        digits = digits[2:]
    if len(digits) == 13 and digits.startswith("861"):
        return digits[2:]
    if len(digits) in (12, 13) and digits.startswith("86"):
        return "0" + digits[2:].lstrip("0")
    return digits
