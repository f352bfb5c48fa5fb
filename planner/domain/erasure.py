"""Erasing a visitor's person from all that the office keeps: what goes, what stays, and how words lose a name.

The number, the dates, the route and the handling stay, for they are the office's own record; who it was does not. No
law sets the term: 个人信息保护法 arts. 19 and 47 ask that data is kept no longer than is needed, and erased on demand.
"""

from __future__ import annotations

import re
from unicodedata import combining, is_normalized, normalize

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.entry import Entry
    from planner.domain.moment import datetime

__all__ = ["CODES", "MARK", "PERSON", "Erasure", "Finder", "linked_with", "plain"]

PERSON = ("name", "unit", "phone", "sex", "age", "petition_number", "attachments", "links")
"""Fields of a reception that tell who it was: emptied."""

CODES = frozenset(
    {
        "Event.name",
        "KeptReport.lang",
        "KeptReport.span",
        "Matter.rrule",
        "Reception.template",
        "Checklist.template",
        "Reminder.key",
        "Reminder.road",
        "Walk.seen",
    }
)
"""Fields that hold text which the program reads and no person wrote: no name is sought in them."""

MARK = "***"
"""Stands in a text where a name or number stood; the same in every language, since it is kept."""

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


class Erasure(Record):
    """What is to be erased, as it is written down before it begins, so that it can be finished after a crash."""

    at: datetime
    reason: str
    receptions: tuple[int, ...]
    """The numbers of the entries."""
    others: tuple[tuple[str, int], ...] = ()
    """Records that are linked to them, by table and number."""
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    """Phones and numbers in the petition system."""
    kept: tuple[str, ...] = ()
    """Names of parties, which stay where they stand alone: an official visitor can be one."""
    everywhere: bool = False
    """Whether every matter, point and checklist loses the name, linked or not."""


class Finder:
    """Finds names and numbers in a text, however they are written there.

    Full-width and other twins of a character count as it does, signs that nobody sees count for nothing. A number is
    found however its digits are parted, with +86 and an extension, a landline without its area code too. A Chinese name
    is found with spaces within, one in other letters as whole words, in capitals or not.
    """

    __slots__ = ("_pattern",)

    def __init__(self, names: Iterable[str], numbers: Iterable[str]) -> None:
        parts = [part for name in names for part in _name_parts(plain(name))]
        parts += [part for number in numbers for part in _number_parts(plain(number))]
        parts.sort(key=len, reverse=True)
        self._pattern = re.compile("|".join(parts), re.IGNORECASE) if parts else None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they stand in a text, first to last: the first character of each and the one after its last."""
        if self._pattern is None:
            return []
        if text.isascii() or (is_normalized("NFKC", text) and not _INVISIBLE.search(text)):
            return [found.span() for found in self._pattern.finditer(text)]
        made, starts, ends = _in_plain(text)
        return [(starts[found.start()], ends[found.end() - 1]) for found in self._pattern.finditer(made)]

    def blanked(self, text: str) -> str:
        """A text with the mark in their place; the same text when there is none."""
        found = self.spans(text)
        if not found:
            return text
        kept = []
        at = 0
        for start, end in found:
            kept.append(text[at:start])
            at = max(at, end)
        return MARK.join((*kept, text[at:]))


def plain(text: str) -> str:
    """A text in the one form in which texts are compared: full-width twins as their own, nothing invisible."""
    return normalize("NFKC", _INVISIBLE.sub("", text))


def linked_with(numbers: Iterable[int], records: Iterable[Entry]) -> frozenset[tuple[str, int]]:
    """The matters and points that came of some entries, and what came of those, as (kind, number).

    ``records`` may hold several states of one record, and those of records that are no more: each counts.
    """
    wanted = set(numbers)
    found: set[tuple[str, int]] = set()
    links: dict[tuple[str, int], set[tuple[str, int]]] = {}
    for record in records:
        if isinstance(record, Reception):
            if record.number in wanted:
                found |= {("matter", number) for number in record.matters}
                found |= {("point", number) for number in record.points}
        elif isinstance(record, Matter):
            if wanted.intersection(record.receptions):
                found.add(("matter", record.number))
            if record.followed is not None:
                links.setdefault(("matter", record.number), set()).add(("matter", record.followed))
        elif isinstance(record, Point):
            if record.reception in wanted:
                found.add(("point", record.number))
            if record.matter is not None:
                links.setdefault(("matter", record.matter), set()).add(("point", record.number))
            links.setdefault(("point", record.number), set()).update(("matter", number) for number in record.made)
    fresh = set(found)
    while fresh:
        fresh = {target for one in fresh for target in links.get(one, ())} - found
        found |= fresh
    return frozenset(found)


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


def _name_parts(name: str) -> list[str]:
    """The patterns of a name, or of each of several; none for one that is too short to be sought."""
    names = re.split(r"[、;&+/]" if name.isascii() else r"[、;&+/,]", name)
    return [_name_part(_UNITS.findall(one)) for one in names if len("".join(_UNITS.findall(one))) >= _SHORTEST_NAME]


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
