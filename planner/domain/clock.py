"""The clocks of a reception: what the law or a promise asks by when. Reference, not legal advice.

The rows are data (``planner.domain.clock_rows``). The day of the starting event is not counted. Each event is recorded
with its own date, so that accepting late moves no other clock. An end that falls on a day off is kept, and the last
working day before it is told beside it, since the text is silent on it. Official and media visits start no clock.
"""

from __future__ import annotations

from planner.domain.clock_rows import BUILT_IN, ClockRule, ClockTable
from planner.domain.moment import day_of, timedelta
from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.moment import Moment, date
    from planner.domain.reception import Reception
    from planner.domain.workdays import Calendar

__all__ = [
    "BUILT_IN",
    "Clock",
    "ClockRule",
    "ClockTable",
    "clock_to_extend",
    "clocks_of",
    "event_day",
    "in_writing",
    "nearest_clock",
    "template_of",
]

FORWARDED_TO_US = ("hotline", "superior")
"""Channels by which a matter arrives that another organ has forwarded."""


_WRITTEN = ("writ", "letter", "mail", "书面", "函", "来信", "回信", "复信", "信件", "邮件", "文书", "意见书")
"""Words that say of an answer that it was written."""


class Clock(Record):
    """A running clock of one reception."""

    rule: str
    """The row's name; ``reply`` for a promise of the office's own."""
    article: str | None
    started: date
    due: Moment
    start: str = "received"
    """The event that it runs from."""
    days: int = 0
    working: bool = False
    assumed: bool = False
    """Whether the starting event is not recorded yet, so that another stands in for it."""
    workday_before: date | None = None
    """The last working day before an end that falls on a day off; the end itself is kept."""
    extended: int = 0
    """Days by which it was extended."""
    first_due: Moment | None = None
    """Where it would have ended without its extensions; ``None`` without any."""
    extended_late: bool = False
    """Whether an extension was given after the end that it moved."""
    window: bool = False
    """The petitioner's own window: it has no light, and the office owes nothing by it."""


def template_of(reception: Reception, table: ClockTable = BUILT_IN) -> str | None:
    """The template whose clocks a reception has: the one named, the public's; ``None`` for other visitors.

    An enquiry 咨询 is no petition, and starts none of the public's clocks.
    """
    if reception.template is not None:
        return reception.template
    if reception.petition_class == "enquiry":
        return None
    return table.public if reception.kind == "public" else None


def event_day(reception: Reception, name: str) -> date | None:
    """The day on which an event happened to a reception; ``None`` when it is not recorded."""
    if name == "received":
        return reception.at.date()
    if name == "noticed":
        return reception.noticed
    if name == "accepted":
        return reception.accepted
    if name == "replied":
        return None if reception.replied is None else day_of(reception.replied)
    for event in reversed(reception.events):
        if event.name == name:
            return event.on
    return None


def clocks_of(reception: Reception, calendar: Calendar, table: ClockTable = BUILT_IN) -> tuple[Clock, ...]:
    """The clocks of a reception, nearest first: those that run while it is open, and the petitioner's windows.

    The notice of art. 23 is a written one: an answer by word of mouth does not stop its clock, one in writing does.
    """
    if reception.state == "voided":
        return ()
    is_open = reception.state == "open"
    template = template_of(reception, table)
    clocks = []
    for rule in () if template is None else table.of(template):
        if (is_open or rule.window or _outlives_reply(rule, reception)) and _stands(rule, reception):
            clock = _running(rule, reception, calendar)
            if clock is not None:
                clocks.append(clock)
    if is_open and reception.reply_due is not None:
        due = reception.reply_due
        clocks.append(
            Clock(
                rule="reply",
                article=None,
                started=reception.at.date(),
                due=due,
                workday_before=_workday_before(due, calendar),
            )
        )
    clocks.sort(key=lambda clock: (clock.window, day_of(clock.due), clock.rule))
    return tuple(clocks)


def nearest_clock(reception: Reception, day: Day) -> Clock | None:
    """The office's clock that runs out first; ``None`` when none runs."""
    for clock in clocks_of(reception, day.calendar, day.clocks):
        if not clock.window:
            return clock
    return None


def clock_to_extend(reception: Reception, calendar: Calendar, table: ClockTable = BUILT_IN) -> Clock | None:
    """The clock that an extension moves; ``None`` when no running one can be extended."""
    names = {rule.name for rule in table.of(template_of(reception, table) or "") if rule.extension}
    for clock in clocks_of(reception, calendar, table):
        if clock.rule in names:
            return clock
    return None


def _stands(rule: ClockRule, reception: Reception) -> bool:
    """Whether a row is for this reception, and no event has stopped it."""
    if rule.asks == "named" and reception.name is None and reception.erased is None:
        return False
    if rule.asks == "grave" and not reception.grave:
        return False
    if rule.asks == "forwarded" and reception.channel not in FORWARDED_TO_US:
        return False
    return all(event_day(reception, name) is None for name in rule.stops)


def in_writing(how: str | None) -> bool:
    """Whether an answer that was given so was a written one; one of which it is not known was not."""
    low = (how or "").casefold()
    return any(word in low for word in _WRITTEN)


def _outlives_reply(rule: ClockRule, reception: Reception) -> bool:
    """Whether a row waits for the written notice, which an answer by word of mouth does not give."""
    return reception.state == "answered" and "noticed" in rule.stops and not in_writing(reception.reply_how)


def _running(rule: ClockRule, reception: Reception, calendar: Calendar) -> Clock | None:
    """The clock of a row; ``None`` before it starts."""
    started = event_day(reception, rule.starts)
    start = rule.starts
    if started is None:
        if rule.assumes is None:
            return None
        start, started = rule.assumes, event_day(reception, rule.assumes)
        if started is None:
            return None
    paused = _paused(rule, reception, calendar)
    first = _end(started, rule.days + paused, calendar, working=rule.working)
    extended = min(rule.extension, sum(one.days for one in reception.extensions))
    due = _end(started, rule.days + paused + extended, calendar, working=rule.working)
    return Clock(
        rule=rule.name,
        article=rule.article,
        started=started,
        due=due,
        start=start,
        days=rule.days,
        working=rule.working,
        assumed=start != rule.starts,
        workday_before=_workday_before(due, calendar),
        extended=extended,
        first_due=first if extended else None,
        extended_late=bool(extended) and any(one.late for one in reception.extensions),
        window=rule.window,
    )


def _paused(rule: ClockRule, reception: Reception, calendar: Calendar) -> int:
    """Days that are not counted because others were asked, once they have answered."""
    if len(rule.pauses) != 2:
        return 0
    since, until = (event_day(reception, name) for name in rule.pauses)
    if since is None or until is None or until <= since:
        return 0
    return calendar.between(since, until) if rule.working else (until - since).days


def _end(started: date, days: int, calendar: Calendar, *, working: bool) -> date:
    """The last day of a term; its first day is the one after ``started``."""
    return calendar.shift(started, days) if working else started + timedelta(days=days)


def _workday_before(due: Moment, calendar: Calendar) -> date | None:
    """The last working day before an end on a day off; ``None`` when the end is a working day."""
    day = day_of(due)
    return None if calendar.is_working(day) else calendar.on_or_before(day)
