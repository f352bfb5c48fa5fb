"""Erasing a visitor's person from all that the office keeps: what goes, what stays, and what is linked with it.

The number, the dates, the route and the handling stay, for they are the office's own record; who it was does not. No
law sets the term: 个人信息保护法 arts. 19 and 47 ask that data is kept no longer than is needed, and erased on demand.
"""

from __future__ import annotations

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.entry import Entry
    from planner.domain.moment import datetime

__all__ = ["CODES", "MARK", "PERSON", "Erasure", "linked_with"]

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
