"""English ranges of days or hours, and lengths that make one: from mon to wed, 9-11am, at 9 for 2 hours."""

from __future__ import annotations

from planner.capture.english.joints import moving
from planner.capture.english.lead_words import RANGES
from planner.capture.english.numbers import length
from planner.capture.english.side import side
from planner.capture.months import clamp_day
from planner.capture.reading import Day, Reading, Side
from planner.capture.rule import Rule, weekly
from planner.domain.moment import timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context

__all__ = ["each_day", "hours_behind", "lasting", "length_first", "plain", "ranged"]

_ENDING = frozenset(("until", "till", "til"))
"""Signs of a range behind which a time may be the end of the last day: monday until friday 5pm."""


def plain(one: Side) -> Reading:
    """A reading of one side."""
    reading = Reading(0, 0)
    reading.day, reading.clock, reading.end_clock = one.day, one.time, one.end_clock
    if reading.day is not None and reading.day.kind == "next":
        reading.remarks = ("two_readings",)
    return reading


def ranged(at: int, left: Side, ctx: Context) -> tuple[Reading, int] | None:
    """A range whose left side was read."""
    text, before = ctx.text(left.end), ctx.text(at - 1)
    if text in {"and", "&"} and left.day is not None and left.day.last is None:
        both = ctx.day(left.end + 1, ctx, led=True)
        if both and both[0].last is None and both[0].first == left.day.first + timedelta(1):
            reading = plain(left)
            reading.end_day = both[0]
            return reading, hours_behind(reading, both[1], ctx)
    if text not in RANGES or (
        text == "and" and before != "between" and ctx.text(at - 2) != "between" and not _between(at, left.end, ctx)
    ):
        return None
    start = left.end + 1
    start += ctx.text(start) in {"from", "at"}
    right = side(start, ctx, loose=left.clock is not None, led=True)
    if right is None:
        return None
    reading = plain(left)
    first, last = left.time, right.time
    if left.day is not None and right.day is not None:
        if before == "from" and text == "to" and moving(at - 1, ctx):
            return plain(right), right.end
        reading.end_day, reading.end_clock = right.day, last
        end = right.end
        if first is None and last is not None:
            end = _hours_of_each(reading, right, ctx) if text not in _ENDING else end
            reading.remarks = ("two_readings",) if text in _ENDING else reading.remarks
        elif first is None:
            end = hours_behind(reading, end, ctx)
        if left.day.kind == "yearday" and right.day.kind == "day" and right.day.first.year != left.day.first.year:
            reading.day = _in_year(left.day, right.day)
        if first is None:
            end = each_day(reading, end, ctx)
        return (reading, end) if first is None or last is not None else None
    if first is None or last is None:
        return None
    reading.end_clock = last
    if right.part and not left.part and not first.sure:
        reading.clock = first.in_part(right.part)
    if right.day is not None:
        reading.day = right.day
        tomorrow = right.day.kind == "today" and right.day.first > ctx.today
        if tomorrow and reading.clock is not None and last.sure and reading.clock.likely > last.likely:
            reading.day, reading.end_day = Day(ctx.today, "today"), right.day
    return reading, right.end


def hours_behind(reading: Reading, at: int, ctx: Context) -> int:
    """The time behind a range of days, when it begins on each of them: 1-3 december at 9:00, thu-fri 9:00-17:00."""
    after = side(at, ctx, loose=False, only_time=True)
    if after is None or after.time is None:
        return at
    reading.clock, reading.end_clock = after.time, after.end_clock
    return _until(reading, after.end, ctx) if reading.end_clock is None else after.end


def _hours_of_each(reading: Reading, right: Side, ctx: Context) -> int:
    """A time read with the last day of a range is that of each day; returns where its own end stands."""
    reading.clock, reading.end_clock = right.time, right.end_clock
    return _until(reading, right.end, ctx) if reading.end_clock is None else right.end


def _until(reading: Reading, at: int, ctx: Context) -> int:
    """The hour that ends each day of a range; returns where it ends, or the place itself."""
    if ctx.text(at) not in RANGES - {"and"}:
        return at
    last = side(at + 1, ctx, loose=True, only_time=True)
    if last is None or last.time is None:
        return at
    reading.end_clock = last.time
    return last.end


def each_day(reading: Reading, at: int, ctx: Context) -> int:
    """``1 to 10 december every day``: a rule from the first to the last; returns where it ends."""
    start = at + (ctx.text(at) == ",")
    width = 1 if ctx.text(start) in {"daily", "everyday"} else 2
    if width == 2 and (ctx.text(start) not in {"every", "each"} or ctx.text(start + 1) != "day"):
        return at
    first, last = reading.day, reading.end_day
    if first is None or last is None or (last.first < first.first and last.kind != "weekday"):
        return at
    reading.day = reading.end_day = None
    reading.rule = Rule("DAILY")
    if first.kind == "weekday" and last.kind == "weekday":
        reading.rule = weekly(first.first.weekday(), last.first.weekday())
    else:
        behind = last.first if last.first >= first.first else last.first + timedelta(7)
        reading.since, reading.rule.until = first.first, behind
    end = start + width
    return end if reading.clock is not None else hours_behind(reading, end, ctx)


def _between(at: int, end: int, ctx: Context) -> bool:
    """Whether ``between`` stands inside the left side (friday between 1pm and 4pm)."""
    return any(ctx.text(place) == "between" for place in range(max(at - 2, 0), end))


def _in_year(left: Day, right: Day) -> Day:
    """The left day in the year that only the right one names."""
    moved = clamp_day(right.first.year, left.first.month, left.first.day)
    return Day(moved if moved <= right.first else clamp_day(right.first.year - 1, left.first.month, left.first.day))


def lasting(reading: Reading, at: int, ctx: Context) -> int:
    """``for 30 minutes`` after a time: the length of a range."""
    if ctx.text(at) != "for" or reading.clock is None or reading.end_clock is not None:
        return at

    found = length(ctx.words, at + 1)
    if found is None or not set(found[0]) <= {"hour", "minute"}:
        return at
    reading.minutes = round(found[0].get("hour", 0) * 60 + found[0].get("minute", 0))
    return found[1]


def length_first(at: int, ctx: Context) -> tuple[Reading, int] | None:
    """``for 3 hours from 10 am``, ``for 3 days from today``, ``for a day starting this friday at 5 pm``."""
    found = length(ctx.words, at + 1)
    if found is None:
        return None
    after = found[1] + (ctx.text(found[1]) == ",")
    if ctx.text(after) not in {"from", "starting", "beginning", "at"}:
        return None
    start = side(after + 1, ctx, loose=True, led=True)
    if start is None:
        return None
    reading = plain(start)
    spans = found[0]
    days = spans.get("day", 0) + 7 * spans.get("week", 0)
    minutes = spans.get("hour", 0) * 60 + spans.get("minute", 0)
    if reading.clock is not None:
        reading.minutes = round(days * 1440 + minutes)
    elif reading.day is not None and days:
        reading.end_day = Day(reading.day.first + timedelta(days - 1))
    return (reading, start.end) if reading.minutes or reading.end_day else None
