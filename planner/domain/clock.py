"""The clocks of a reception: what the law or a promise asks by when. Reference, not legal advice.

First rows of the table (信访工作条例, in force 2022-05-01): a written notice of receipt within 15 days of receipt
(art. 23), waived when the name is not known; an end within 60 days of acceptance (art. 34), counted from receipt while
no acceptance is recorded. Both are calendar days; the day of receipt is not counted. Official and media visits start
none.
"""

from __future__ import annotations

from planner.domain.moment import day_of, timedelta
from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.moment import Moment, date
    from planner.domain.reception import Reception
    from planner.domain.workdays import Calendar

__all__ = ["FINISH", "NOTICE", "Clock", "ClockRule", "clocks_of", "nearest_clock"]


class ClockRule(Record):
    """One row of the table: how many calendar days from its starting event, and the article it rests on."""

    name: str
    days: int
    article: str | None = None


class Clock(Record):
    """A running clock of one reception."""

    rule: str
    """The rule's name: ``notice``, ``finish``, or ``reply`` for a promise of the office's own."""
    article: str | None
    started: date
    due: Moment
    assumed: bool = False
    """Whether the starting event is not recorded yet, so that receipt stands in for it."""
    workday_before: date | None = None
    """The last working day before an end that falls on a day off; the end itself is kept."""


NOTICE = ClockRule(name="notice", days=15, article="信访工作条例 23")
FINISH = ClockRule(name="finish", days=60, article="信访工作条例 34")


def clocks_of(reception: Reception, calendar: Calendar) -> tuple[Clock, ...]:
    """The clocks that run for an open reception, nearest first; none for one that is answered or voided."""
    if reception.state != "open":
        return ()
    clocks = []
    received = reception.at.date()
    if reception.kind == "public":
        if reception.noticed is None and reception.name is not None:
            clocks.append(_running(NOTICE, received, calendar))
        accepted = reception.accepted
        clocks.append(_running(FINISH, accepted or received, calendar, assumed=accepted is None))
    if reception.reply_due is not None:
        due = reception.reply_due
        clocks.append(
            Clock(rule="reply", article=None, started=received, due=due, workday_before=_workday_before(due, calendar))
        )
    clocks.sort(key=lambda clock: (day_of(clock.due), clock.rule))
    return tuple(clocks)


def nearest_clock(reception: Reception, day: Day) -> Clock | None:
    """The clock that runs out first; ``None`` when none runs."""
    clocks = clocks_of(reception, day.calendar)
    return clocks[0] if clocks else None


def _running(rule: ClockRule, started: date, calendar: Calendar, *, assumed: bool = False) -> Clock:
    """A clock of ``rule`` begun on ``started``."""
    due = started + timedelta(days=rule.days)
    return Clock(
        rule=rule.name,
        article=rule.article,
        started=started,
        due=due,
        assumed=assumed,
        workday_before=_workday_before(due, calendar),
    )


def _workday_before(due: Moment, calendar: Calendar) -> date | None:
    """The last working day before an end on a day off; ``None`` when the end is a working day."""
    day = day_of(due)
    if calendar.is_working(day):
        return None
    while not calendar.is_working(day):
        day -= timedelta(days=1)
    return day
