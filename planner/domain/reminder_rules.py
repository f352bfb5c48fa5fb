"""When the office may be reminded: the sources, how long before, quiet hours, days off, how many a day."""

from __future__ import annotations

from planner.domain.moment import datetime, day_of, time, timedelta
from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from planner.domain.moment import Moment, date
    from planner.domain.workdays import Calendar

    Source: TypeAlias = Literal["timed", "morning", "steps", "clocks", "chases", "talks", "receipts"]

__all__ = ["NONE", "SOURCES", "ReminderRules", "read_offsets", "read_span", "read_time"]

SOURCES: tuple[Source, ...] = ("timed", "morning", "steps", "clocks", "chases", "talks", "receipts")
"""Timed matters; the morning's page; steps to prepare ahead; clocks of visits; chases due; parties due a talk; urgent
documents (特急) that nobody has signed for."""

NONE = ("", "off", "none", "-", "无")
"""What is typed for none of it, where a setting takes words."""

_MOST_MINUTES = 60 * 24 * 60
"""Sixty days: a reminder farther ahead is a slip."""
_MOST_OFFSETS = 9


class ReminderRules(Record):
    """The figures. Times are of the office's wall clock."""

    sources: tuple[Source, ...] = SOURCES
    """Those that are switched on."""
    offsets: tuple[int, ...] = (10, 0)
    """Minutes before a timed matter, where it names none of its own."""
    morning: time = time(8)
    """When the day's page comes, and with it what is due on a day rather than at a time."""
    quiet: tuple[time, time] | None = (time(22), time(7))
    """From when until when nothing is shown; what falls into it comes at its end."""
    workdays: bool = True
    """Whether days off are kept free of all but timed matters, whose time somebody chose, and of 特急."""
    cap: int = 30
    """How many a day are shown one by one; what comes above it is gathered. 0: no such limit."""
    at_once: int = 4
    """How many are shown one by one at the same moment; more are gathered."""
    digest: timedelta = timedelta(minutes=30)
    """How long what comes above the cap is gathered before it is shown together."""
    grace: timedelta = timedelta(minutes=5)
    """Later than this after its time, it is shown as missed. A timer comes by each minute."""
    reach: timedelta = timedelta(days=14)
    """How far back what was missed is made up for."""

    def settled(self, at: datetime, calendar: Calendar, *, urgent: bool = False, chosen: bool = False) -> datetime:
        """When something due at ``at`` may be shown: never earlier, and not in quiet hours or on a day off.

        ``urgent`` passes both (特急 runs in hours); ``chosen`` is a time that somebody named, which holds on days off.
        """
        if urgent:
            return at
        if self.workdays and not chosen and not calendar.is_working(at.date()):
            at = datetime.combine(calendar.on_or_after(at.date()), self.morning)
        if self.quiet is None:
            return at
        begins, ends = self.quiet
        of_day = at.time()
        if begins <= ends:
            return at.replace(hour=ends.hour, minute=ends.minute, second=0) if begins <= of_day < ends else at
        if of_day >= begins:
            at += timedelta(days=1)
        elif of_day >= ends:
            return at
        return at.replace(hour=ends.hour, minute=ends.minute, second=0)

    def morning_of(self, day: Moment) -> datetime:
        """The moment at which what is due on a day comes."""
        return datetime.combine(day_of(day), self.morning)

    def midnight(self, day: date) -> datetime:
        """The end of a day, which is the next one's beginning."""
        return datetime(day.year, day.month, day.day) + timedelta(days=1)


def read_offsets(text: str) -> tuple[int, ...]:
    """``10, 0`` as minutes before, the earliest first. Raises ValueError on anything else."""
    parts = [part.strip() for part in text.replace("，", ",").split(",") if part.strip()]
    if len(parts) > _MOST_OFFSETS or not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError(text)
    minutes = tuple(sorted({int(part) for part in parts}, reverse=True))
    if any(one > _MOST_MINUTES for one in minutes):
        raise ValueError(text)
    return minutes


def read_time(text: str) -> time:
    """``8:00`` as a time of day. Raises ValueError on anything else."""
    hour, colon, minute = text.strip().replace("：", ":").partition(":")
    if not colon or not hour.isdecimal() or not minute.isdecimal() or len(minute) != 2:
        raise ValueError(text)
    return time(int(hour), int(minute))


def read_span(text: str) -> tuple[time, time] | None:
    """``22:00-07:00`` as two times of day; ``None`` for ``off``, or a span that ends where it begins."""
    if text.strip().lower() in NONE:
        return None
    begins, dash, ends = text.partition("-")
    if not dash:
        raise ValueError(text)
    span = read_time(begins), read_time(ends)
    return None if span[0] == span[1] else span
