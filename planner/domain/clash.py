"""Two timed matters at once: how long each takes its people, and which of them overlap.

It loads no recurrences, so the day's page and a line that is being typed can ask it. The agenda asks it too.
"""

from __future__ import annotations

from planner.domain.moment import datetime, timedelta
from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.day import Day
    from planner.domain.draft import Draft
    from planner.domain.matter import Matter
    from planner.domain.moment import Moment

    Span = tuple[datetime, datetime]

__all__ = ["MEETING_MINUTES", "MOST_OVERLAPS", "Overlap", "clashing", "extent", "overlap", "overlaps"]

MEETING_MINUTES = 60
"""How long a meeting without an end counts; any other matter without one is a moment."""
MOST_OVERLAPS = 100
"""Overlaps that are looked for: nobody reads more, and their number grows with the square of the matters."""


class Overlap(Record):
    """Two open matters whose times overlap, the earlier first."""

    one: Matter
    other: Matter


def extent(due: datetime, end: Moment | None, *, meeting: bool) -> Span:
    """From when until when something timed takes its people's time."""
    if isinstance(end, datetime):
        return due, end
    if end is not None:
        return due, datetime(end.year, end.month, end.day, 23, 59)
    return due, due + timedelta(minutes=MEETING_MINUTES if meeting else 0)


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches of time have a moment in common; one may end when the other begins."""
    return one[0] == other[0] or (one[0] < other[1] and other[0] < one[1])


def clashing(draft: Draft, matters: Iterable[Matter], but: int | None = None) -> tuple[Matter, ...]:
    """The open matters whose times overlap those of a line as typed, by number; none for a line without a time.

    ``but`` is the matter that the line edits. Occurrences to come are not looked at: ``agenda.clashes`` does.
    """
    due = draft.due
    if not isinstance(due, datetime):
        return ()
    mine = extent(due, draft.end, meeting=draft.work == "meetings")
    found = []
    for matter in matters:
        theirs = matter.due
        if isinstance(theirs, datetime) and matter.number != but and matter.is_open and overlap(mine, _span(matter)):
            found.append(matter)
    found.sort(key=lambda matter: matter.number)
    return tuple(found)


def overlaps(matters: Iterable[Matter], day: Day) -> tuple[Overlap, ...]:
    """Every two of these open matters that overlap today or later, the soonest first, up to ``MOST_OVERLAPS``."""
    timed = [
        (_span(matter), matter.number, matter)
        for matter in matters
        if isinstance(matter.due, datetime) and matter.is_open and day.days_to(matter.last or matter.due) >= 0
    ]
    timed.sort()
    found: list[Overlap] = []
    going: list[tuple[Span, int, Matter]] = []
    for entry in timed:
        begins = entry[0][0]
        going = [one for one in going if one[0][1] > begins or one[0][0] == begins]
        found += [Overlap(one=one[2], other=entry[2]) for one in going if overlap(one[0], entry[0])]
        if len(found) >= MOST_OVERLAPS:  # a hundred matters at one time make five thousand
            return tuple(found[:MOST_OVERLAPS])
        going.append(entry)
    return tuple(found)


def _span(matter: Matter) -> Span:
    """When a timed matter takes its people's time."""
    due = matter.due
    if not isinstance(due, datetime):
        raise TypeError(due)
    return extent(due, matter.end, meeting=matter.work == "meetings")
