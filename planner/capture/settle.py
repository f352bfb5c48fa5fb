"""Joining the readings of a line into one moment, range or recurrence (see ``reading``)."""

from __future__ import annotations

from planner.capture.reading import PARTS, Clock, Day, Reading
from planner.domain.moment import date, datetime, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.domain.draft import Remark
    from planner.domain.moment import Moment

__all__ = ["Settled", "settle"]

_DAY = timedelta(1)
_EVENING = 18
"""An hour from which on a range that ends on a later day, at an hour not sure, ends in its morning."""
_CLOSE = Clock(*PARTS["close"])
_LAST = Clock(23, 59)
"""When a range of days ends whose first hour alone was said: with the office, or with the day if it begins later."""


class Settled:
    """The one meaning of a line's readings; ``used`` are those it was made of."""

    __slots__ = ("due", "end", "exdates", "remarks", "rrule", "time_only", "used")

    def __init__(self) -> None:
        self.due: Moment | None = None
        self.end: Moment | None = None
        self.rrule: str | None = None
        self.time_only = False
        self.exdates: tuple[date, ...] = ()
        self.remarks: list[Remark] = []
        self.used: list[Reading] = []

    def remark(self, code: Remark) -> None:
        """Note something that the echo must say, once."""
        if code not in self.remarks:
            self.remarks.append(code)


def settle(readings: list[Reading], now: datetime) -> Settled:
    """Choose and join: a recurrence leads; else a deadline; else the first day; a time said apart goes with it."""
    made = Settled()
    main = _leader(readings)
    if main is not None and _moves(main, readings):
        made.remark("unread")
        readings = [one for one in readings if one is not main]
        main = _leader(readings)
    if main is None:
        return made
    made.used.append(main)
    for other in readings:
        if other is main:
            continue
        if other.time_only and main.clock is None and (main.day is None or main.day.kind != "period" or main.rule):
            main.clock, main.end_clock, main.minutes = other.clock, other.end_clock, other.minutes
            made.used.append(other)
        elif main.rule is not None and other.day is not None and other.rule is None and main.day is None:
            if not _fills(main, other, now):
                continue
            made.used.append(other)
        elif other.day is not None or other.rule is not None:
            made.remark("conflict")
    for reading in made.used:
        for code in reading.remarks:
            made.remark(code)
    try:
        if main.rule is not None:
            _settle_rule(made, main, now)
        else:
            _settle_moment(made, main, now)
    except (OverflowError, ValueError):
        return Settled()
    return made


def _leader(readings: list[Reading]) -> Reading | None:
    """The reading that leads."""
    wanted: tuple[Callable[[Reading], bool], ...] = (
        lambda one: one.key != "" and (one.day is not None or one.rule is not None),
        lambda one: one.rule is not None,
        lambda one: one.deadline and one.day is not None,
        lambda one: one.day is not None,
        lambda one: one.clock is not None,
    )
    for fits in wanted:
        for reading in readings:
            if fits(reading):
                return reading
    return None


def _moves(main: Reading, readings: list[Reading]) -> bool:
    """Whether a yearly rule is to hold a day that moves from year to year, which no rule of dates can say."""
    if main.rule is None or main.rule.freq != "YEARLY" or not main.rule.bare or main.key:
        return False
    return any(one.day is not None and one.day.movable for one in readings)


def _fills(main: Reading, other: Reading, now: datetime) -> bool:
    """Let a day that was said apart complete a recurrence: its weekday, or the day on which it begins."""
    rule, day = main.rule, other.day
    if rule is None or day is None or day.kind == "period":
        return False
    if day.kind == "weekday" and rule.freq == "WEEKLY" and rule.bare:
        rule.weekdays = (day.first.weekday(),)
    elif main.since is None:
        main.since = day.first
        if other.end_day is not None and rule.until is None and rule.count is None:
            rule.until = _end_day(day.first, other.end_day, now)
    if main.clock is None:
        main.clock, main.end_clock = other.clock, other.end_clock
    return True


def _settle_rule(made: Settled, main: Reading, now: datetime) -> None:
    """A recurrence: its text, and its first moment as the due one."""
    rule, today = main.rule, now.date()
    assert rule is not None  # noqa: S101
    since = main.since or (main.day.first if main.day is not None else None)
    if rule.within_a_day:
        made.rrule = rule.text(timed=True)
        if main.clock is not None:
            made.due, _ = _span(main.clock, None, since or today)
        else:
            step = timedelta(minutes=rule.interval * (60 if rule.freq == "HOURLY" else 1))
            made.due = now.replace(second=0, microsecond=0) + step
        return
    if rule.completion and since is None:
        since = _after(rule.freq, rule.interval, today) if rule.bare else today
    day = rule.first(since or today)
    made.rrule = rule.text(timed=main.clock is not None)
    made.exdates = tuple(one for one in rule.exdates if one >= today)
    if main.clock is None:
        made.due = day
        return
    start, end = _span(main.clock, main.end_clock, day)
    if since is None and start <= now:
        start, end = _span(main.clock, main.end_clock, rule.first(today + _DAY))
    made.due = start
    made.end = end if end is not None else start + timedelta(minutes=main.minutes) if main.minutes else None


def _after(freq: str, interval: int, today: date) -> date:
    """The day one interval after today: when a thing repeats from its completion, that is its first due day."""
    from planner.capture.months import add_months

    if freq in ("DAILY", "WEEKLY"):
        return today + timedelta(interval * (7 if freq == "WEEKLY" else 1))
    return add_months(today, interval * (12 if freq == "YEARLY" else 1))


def _settle_moment(made: Settled, main: Reading, now: datetime) -> None:
    """A day, a time, or a range of either."""
    today, day, clock = now.date(), main.day, main.clock
    if day is None:
        _time_alone(made, main, now)
        return
    start = _first(made, day, clock, now)
    if clock is None:
        made.due = start
        if main.end_day is not None:
            made.end = _end_day(start, main.end_day, now)
        elif main.minutes:
            made.end = start + timedelta(minutes=main.minutes)
        elif day.last is not None and day.last > start:
            made.due, made.end = (start, day.last) if day.kind == "range" else (day.last, None)
    else:
        if day.kind == "period" and day.last is not None:
            start = day.last
        begin, end = _span(clock, main.end_clock, start)
        if day.kind == "today" and not clock.sure and begin <= now and clock.hour < 12:
            other = clock.on(start, clock.hour + 12)
            if other > now:
                begin = other
                made.remark("rolled_forward")
                end = _end_after(begin, main.end_clock) if main.end_clock is not None else None
        made.due = begin
        if day.kind == "range" and day.last is not None and main.end_day is None:
            main.end_day = Day(day.last)
        if main.end_day is not None:
            last = _end_day(begin.date(), main.end_day, now)
            if main.end_clock is None:
                end = _CLOSE.on(last) if _CLOSE.on(begin.date()) > begin else _LAST.on(last)
            else:
                end = main.end_clock.on(last)
                if _of_morning(begin, last, main.end_clock):
                    end = main.end_clock.on(last, main.end_clock.hour)
                if end <= begin and not main.end_clock.sure and main.end_clock.hour < 12:
                    end = main.end_clock.on(last, main.end_clock.hour + 12)
        made.end = end if end is not None else begin + timedelta(minutes=main.minutes) if main.minutes else None
    if day.rolled:
        made.remark("rolled_forward")
    if day.unknown:
        made.remark("unknown_year")
    if (day.kind == "yearday" and day.first.year > today.year) or (
        day.kind == "monthday" and day.first.month != today.month
    ):
        made.remark("rolled_forward")
    reached = made.end or made.due
    if isinstance(reached, datetime):
        if reached < now:
            made.remark("past")
    elif reached is not None and reached < today:
        made.remark("past")


def _first(made: Settled, day: Day, clock: Clock | None, now: datetime) -> date:
    """The day meant: the next one when the first has passed and it was not said as a full date."""
    today = now.date()
    passed = day.first < today
    if day.first == today and day.again is not None:
        if day.kind == "weekday" and clock is None:
            passed = True
        elif clock is not None and not passed:
            passed = clock.on(day.first) <= now and day.kind != "yearday"
    if passed and day.again is not None:
        made.remark("rolled_forward")
        return day.again
    return day.first


def _time_alone(made: Settled, main: Reading, now: datetime) -> None:
    """A time with no day is today's when it is still ahead, else tomorrow's."""
    clock = main.clock
    if clock is None:
        return
    made.time_only = True
    today = now.date()
    start, end = _span(clock, main.end_clock, today)
    if start <= now:
        if clock.shift and start + _DAY > now:
            start, end = start + _DAY, end + _DAY if end else None
        else:
            start, end = _span(clock, main.end_clock, today + _DAY)
        made.remark("rolled_forward")
    made.due = start
    made.end = end if end is not None else start + timedelta(minutes=main.minutes) if main.minutes else None
    if main.end_day is not None and main.end_clock is not None:
        last = main.end_day.first
        hour = main.end_clock.hour if _of_morning(start, last, main.end_clock) else None
        made.end = main.end_clock.on(last, hour)


def _of_morning(begin: datetime, last: date, end: Clock) -> bool:
    """Whether a range from an evening to a later day ends in its morning: 晚10点到次日6点."""
    return not end.sure and last > begin.date() and begin.hour >= _EVENING


def _span(clock: Clock, end: Clock | None, day: date) -> tuple[datetime, datetime | None]:
    """A time, or a range of times, on a day. An unsure start goes by a sure end (9-11am, 3:30-6pm)."""
    if end is None:
        return clock.on(day), None
    hour = clock.likely
    if not clock.sure and end.sure and clock.hour < 12:
        last = end.hour * 60 + end.minute
        late = (clock.hour + 12) * 60 + clock.minute
        hour = clock.hour + 12 if last > 720 and late < last and not end.part else clock.hour
        if end.part and clock.in_part(end.part).hour * 60 + clock.minute < last:
            hour = clock.in_part(end.part).hour
    start = clock.on(day, hour)
    return start, _end_after(start, end)


def _end_after(start: datetime, end: Clock) -> datetime:
    """The first time after ``start`` that the end may mean."""
    day = start.date()
    if end.part and not end.sure:
        end = Clock(*PARTS[end.part])
    hours = (end.hour,) if end.sure or end.hour >= 12 else (end.hour, end.hour + 12)
    for hour in hours:
        found = end.on(day, hour)
        if found > start:
            return found
    return end.on(day + _DAY, end.hour)


def _end_day(start: date, day: Day, now: datetime) -> date:
    """The last day of a range, brought to the start's side of the week, month or year."""
    last = day.last or day.first
    if last >= start:
        return last
    if day.kind == "weekday":
        return last + timedelta(((start - last).days + 6) // 7 * 7)
    if day.again is not None and day.again >= start:
        return day.again
    from planner.capture.months import add_months

    by = 1 if day.kind == "monthday" else 12
    for times in range(1, 13):
        moved = add_months(last, by * times)
        if moved >= start:
            return moved
    raise ValueError((start, last, now))
