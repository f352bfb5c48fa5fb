"""A stretch of days as an agenda: timed items, whole days, countdown steps, occurrences to come, holidays; and clashes.

The living occurrence of a recurring matter stands under its own date; those after it are worked out by its rule and
marked so, since they are not in the book yet.
"""

from __future__ import annotations

from planner.domain.clash import extent, is_appointment, overlap
from planner.domain.moment import date, datetime, day_of, timedelta
from planner.domain.record import Record
from planner.domain.recurrence import BadRuleError, coming

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.matter import Matter, Step
    from planner.domain.moment import Moment
    from planner.domain.workdays import Calendar, Period

__all__ = ["Agenda", "AgendaDay", "Clash", "Item", "StepItem", "agenda", "clashes"]

_ONE = timedelta(1)
_LONGEST = 400
"""Days of an agenda; more is a slip."""


class Item(Record):
    """A matter on a day of the agenda. ``due`` and ``end`` are those of this occurrence."""

    matter: Matter
    due: Moment
    end: Moment | None = None
    to_come: bool = False
    """Worked out by the rule: an occurrence that is not in the book yet."""
    goes_on: bool = False
    """A later day of what began on an earlier one."""


class StepItem(Record):
    """A countdown step on its day, and when what it prepares is due."""

    matter: Matter
    step: Step
    due: Moment
    to_come: bool = False


class Clash(Record):
    """Two timed items that overlap, the earlier first."""

    one: Item
    other: Item


class AgendaDay(Record):
    """One day of an agenda."""

    day: date
    working: bool
    holiday: Period | None = None
    made_up: bool = False
    """A Saturday or Sunday that is worked (调休)."""
    timed: tuple[Item, ...] = ()
    whole: tuple[Item, ...] = ()
    steps: tuple[StepItem, ...] = ()
    clashes: tuple[Clash, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it."""
        return not (self.timed or self.whole or self.steps)


class Agenda(Record):
    """The days of a stretch, each present, and the years on the way whose holidays are not known."""

    days: tuple[AgendaDay, ...]
    unknown_years: tuple[int, ...] = ()


def agenda(matters: Iterable[Matter], first: date, last: date, calendar: Calendar) -> Agenda:
    """The agenda from ``first`` to ``last``, ends included, made of the open matters among these.

    Raises ValueError when the stretch runs backwards or is longer than 400 days. A rule that can't be read yields no
    occurrences.
    """
    length = (last - first).days + 1
    if not 0 < length <= _LONGEST:
        raise ValueError(length)
    items: dict[date, list[Item]] = {}
    steps: dict[date, list[StepItem]] = {}
    for matter in matters:
        if matter.is_open and matter.due is not None:
            for item in _occurring(matter, first, last, calendar):
                _place(item, first, last, items)
                _place_steps(item, first, last, calendar, steps)
    days = [
        _day(first + timedelta(ahead), items, steps.get(first + timedelta(ahead), []), calendar)
        for ahead in range(length)
    ]
    unknown = tuple(year for year in range(first.year, last.year + 1) if not calendar.known(year))
    return Agenda(days=tuple(days), unknown_years=unknown)


def clashes(matter: Matter, others: Iterable[Matter], calendar: Calendar | None = None) -> tuple[Matter, ...]:
    """The open matters among ``others`` whose times overlap a timed matter's.

    A meeting without an end counts for an hour, anything else without one as a moment; two moments clash when they are
    the same. With a calendar, occurrences to come are looked at as well (which loads the recurrences' walker).
    """
    due = matter.due
    if not isinstance(due, datetime) or not is_appointment(matter):
        return ()
    mine = _extent(matter, due, matter.end)
    found = []
    for other in others:
        if not other.is_open or other.number == matter.number or not isinstance(other.due, datetime):
            continue
        if not is_appointment(other):
            continue
        spans = [_extent(other, other.due, other.end)]
        if calendar is not None and other.rrule is not None:
            spans += [
                _extent(other, item.due, item.end)
                for item in _to_come(other, due.date() - _ONE, mine[1].date(), calendar)
                if isinstance(item.due, datetime)
            ]
        if any(overlap(mine, span) for span in spans):
            found.append(other)
    return tuple(found)


def _occurring(matter: Matter, first: date, last: date, calendar: Calendar) -> list[Item]:
    """The living occurrence, and those to come; also those outside the stretch whose steps or later days are in it."""
    if matter.due is None:
        return []
    farthest = max((abs(step.ahead) for step in matter.steps if step.ahead is not None), default=0)
    reach = timedelta(2 * farthest + 20) if farthest else timedelta(0)
    if matter.end is not None:
        reach = max(reach, day_of(matter.end) - day_of(matter.due))
    living = Item(matter=matter, due=matter.due, end=matter.end)
    return [living, *_to_come(matter, first - reach, last + reach, calendar)]


def _to_come(matter: Matter, first: date, last: date, calendar: Calendar) -> list[Item]:
    """The occurrences after the living one, with the length of that."""
    try:
        dues = coming(matter, first, last, calendar)
    except BadRuleError:
        return []
    length = None if matter.end is None or matter.due is None else matter.end - matter.due
    return [Item(matter=matter, due=due, end=None if length is None else due + length, to_come=True) for due in dues]


def _place(item: Item, first: date, last: date, items: dict[date, list[Item]]) -> None:
    """Put an item under each of its days in the stretch."""
    begin = day_of(item.due)
    end = begin if item.end is None else day_of(item.end)
    day = max(begin, first)
    while day <= min(end, last):
        items.setdefault(day, []).append(item if day == begin else item.replace(goes_on=True))
        day += _ONE


def _place_steps(item: Item, first: date, last: date, calendar: Calendar, steps: dict[date, list[StepItem]]) -> None:
    """Put the countdown steps of an item under their days; those of an occurrence to come are all still to be done."""
    for step in item.matter.steps:
        if step.ahead is None or (step.is_settled and not item.to_come):
            continue
        try:
            day = calendar.shift(day_of(item.due), -step.ahead)
        except OverflowError:
            continue
        if first <= day <= last:
            steps.setdefault(day, []).append(
                StepItem(matter=item.matter, step=step, due=item.due, to_come=item.to_come)
            )


def _day(day: date, items: dict[date, list[Item]], steps: list[StepItem], calendar: Calendar) -> AgendaDay:
    """One day put together: timed items by their times, the rest by number."""
    working = calendar.is_working(day)
    found = items.get(day, [])
    timed = [item for item in found if isinstance(item.due, datetime) and not item.goes_on]
    timed.sort(key=lambda item: (item.due.isoformat(), item.matter.number))
    whole = [item for item in found if not isinstance(item.due, datetime) or item.goes_on]
    whole.sort(key=lambda item: (item.matter.grade != "major", item.matter.number))
    return AgendaDay(
        day=day,
        working=working,
        holiday=calendar.period_of(day) if not working else None,
        made_up=working and day.weekday() >= 5,
        timed=tuple(timed),
        whole=tuple(whole),
        steps=tuple(sorted(steps, key=lambda step: (day_of(step.due), step.matter.number))),
        clashes=_clashing(timed),
    )


def _clashing(timed: list[Item]) -> tuple[Clash, ...]:
    """Every two of a day's timed items that overlap."""
    spans = [
        (item, _extent(item.matter, item.due, item.end))
        for item in timed
        if isinstance(item.due, datetime) and is_appointment(item.matter)
    ]
    return tuple(
        Clash(one=one, other=other)
        for place, (one, mine) in enumerate(spans)
        for other, span in spans[place + 1 :]
        if overlap(mine, span)
    )


def _extent(matter: Matter, due: datetime, end: Moment | None) -> tuple[datetime, datetime]:
    """From when until when an occurrence of a timed matter takes its people's time."""
    return extent(due, end, meeting=matter.work == "meetings")
