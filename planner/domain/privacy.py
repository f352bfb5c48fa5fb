"""What is told of a restricted entry to whoever looks without asking for it: its number, and no words (art. 30).

A matter or point that is linked to such an entry tells no words either, nor does a point of such a matter. This is the
one place where that is decided: lists, details, JSON and the history all ask here.
"""

from __future__ import annotations

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Lookup: TypeAlias = Callable[[str, int], object]
    """The record of a kind and number, or ``None``: as a book's ``get``."""

__all__ = ["LOST", "entries_of", "is_linked", "receptions_of", "secret_among", "secret_of"]

LOST = 0
"""Stands for the entries of a matter that is not there any more: nobody knows which they were. No entry has it."""


def receptions_of(record: object) -> tuple[int, ...]:
    """The numbers of the receptions that a record is, or names itself. ``entries_of`` follows a point's matter too."""
    if isinstance(record, Reception):
        return (record.number,)
    if isinstance(record, Matter):
        return record.receptions
    if isinstance(record, Point) and record.reception is not None:
        return (record.reception,)
    return ()


def is_linked(record: object) -> bool:
    """Whether a record is, or may have come of, a reception: told without looking anything up."""
    return bool(receptions_of(record)) or (isinstance(record, Point) and record.matter is not None)


def entries_of(record: object, record_of: Lookup) -> tuple[int, ...]:
    """The numbers of the receptions that a record is, or came of; a point came of its matter's as well."""
    own = receptions_of(record)
    if not isinstance(record, Point) or record.matter is None:
        return own
    matter = record_of("matter", record.matter)
    of_matter = matter.receptions if isinstance(matter, Matter) else (LOST,)
    return (*own, *(number for number in of_matter if number not in own))


def secret_of(record: object, record_of: Lookup) -> int | None:
    """The number of the restricted entry that a record is, or came of; ``None`` when its words may be shown.

    ``LOST`` when nobody can say which entry it came of.
    """
    if isinstance(record, Reception):
        return record.number if record.restricted else None
    return secret_among(entries_of(record, record_of), record_of)


def secret_among(numbers: tuple[int, ...], record_of: Lookup) -> int | None:
    """The first of some entries that is restricted. One that is not there any more may have been, so it is."""
    for number in numbers:
        reception = record_of("reception", number)
        if not isinstance(reception, Reception) or reception.restricted:
            return number
    return None
