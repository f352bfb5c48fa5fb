"""Erasing a visitor's person from all that the office keeps: what goes, what stays, and how words lose a name.

The number, the dates, the route and the handling stay, for they are the office's own record; who it was does not. No
law sets the term: 个人信息保护法 arts. 19 and 47 ask that data is kept no longer than is needed, and erased on demand.
"""

from __future__ import annotations

import re

from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import datetime

__all__ = ["MARK", "PERSON", "Erasure", "pattern_of"]

PERSON = ("name", "unit", "phone", "sex", "age", "petition_number", "attachments", "links")
"""Fields of a reception that tell who it was: emptied."""

MARK = "***"
"""Stands in a text where a name or number stood; the same in every language, since it is kept."""

_PARTED = r"[\s\-.·()（）\u2010-\u2015\uff0d]{0,3}"
"""What may stand between two digits of a number."""

_SHORTEST_NAME = 2
"""Characters of a name that is sought in words: one alone (王) stands in too many that mean somebody else."""

_SHORTEST_NUMBER = 5
"""Digits of a number that is sought in words."""


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


def pattern_of(erasure: Erasure) -> re.Pattern[str] | None:
    """What finds the names and numbers in a text; ``None`` when there is nothing to find.

    Digits are found however they are parted. A name in letters is found as a whole word, in capitals or not.
    """
    parts = [part for name in erasure.names if (part := _name_part(name.strip()))]
    for number in erasure.numbers:
        digits = [char for char in number if char.isalnum()]
        if len(digits) >= _SHORTEST_NUMBER:
            parts.append(rf"(?<!\d)(?:\+?86{_PARTED})?" + _PARTED.join(map(re.escape, _national(digits))) + r"(?!\d)")
    return re.compile("|".join(sorted(parts, key=len, reverse=True)), re.IGNORECASE) if parts else None


def _name_part(name: str) -> str:
    """The pattern of one name; empty when it is too short to be sought."""
    if len(name) < _SHORTEST_NAME:
        return ""
    before = r"(?<![^\W\d_])" if name[0].isascii() else ""
    after = r"(?![^\W\d_])" if name[-1].isascii() else ""
    return before + r"\s+".join(map(re.escape, name.split())) + after


def _national(digits: list[str]) -> list[str]:
    """A phone's digits without the country's code."""
    return digits[2:] if len(digits) == 13 and digits[:2] == ["8", "6"] else digits
