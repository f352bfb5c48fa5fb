"""English date phrases: the readings of a line.

    phrase  = lead side [range side] ["for" length] | recurrence {side | bound}
    side    = {connector (day | clock | part)}                each at most once, in any order
    range   = "-" | "to" | "until" | "till" | "through" | "and" (after "between")
    lead    = "at" | "on" | "by" | "before" | "due" | "in" | "for" | "from" | "until" | "no later than" …

Behind a range of days a time is that of each: 1-3 december 9:00 ends with the office on the last day, 9-5 at five.
A phrase is looked for at every word that could begin one; the words before it that only introduce it are struck
with it. What stands as another word's attribute ("the monday report", "monday's report") is no phrase.
"""

from __future__ import annotations

from planner.capture.after_holiday import after_holiday
from planner.capture.english.attributes import attribute
from planner.capture.english.clock import clock
from planner.capture.english.context import Context
from planner.capture.english.days import day
from planner.capture.english.excluded import passed_over
from planner.capture.english.hour_ranges import SCORES, day_stands, four_digits, office_hours
from planner.capture.english.joints import placed
from planner.capture.english.lead_words import (
    DATE_LEADS,
    DEADLINES,
    EVERY,
    FIRST,
    MAY_RECUR,
    TIME_LEADS,
    TONIGHT,
)
from planner.capture.english.lexer import NUMBER, tokens
from planner.capture.english.numbers import cardinal
from planner.capture.english.numeric import run_end
from planner.capture.english.ranges import NoSuchDay, day_range, named_days
from planner.capture.english.side import side
from planner.capture.english.stretch import each_day, hours_behind, lasting, length_first, plain, ranged
from planner.capture.english.words import MONTHS, PARTS, PLURAL_DAYS, WEEKDAYS
from planner.capture.reading import Day, Reading
from planner.domain.moment import timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.reading import Side
    from planner.domain.moment import datetime
    from planner.domain.workdays import Calendar

__all__ = ["readings"]


_COMPACT = (4, 6)
"""Figures of a time behind ``T``: 20261127T1430."""
_SATURDAY = 5
_WEEKENDS = frozenset(("weekend", "end", "wkend"))
_EVENING_MEALS = frozenset(("dinner", "supper", "banquet"))
_FIRST_DINNER, _LAST_DINNER = 5, 10
"""Hours said bare that a dinner may begin at; a bare 7 to 11 elsewhere is of the morning."""


def readings(text: str, now: datetime, calendar: Calendar | None, *, day_first: bool) -> list[Reading]:
    """Every phrase of a folded line, in order."""
    words = tokens(text)
    ctx = Context(words, now, calendar, day, day_first=day_first)
    found: list[Reading] = []
    at, last = 0, len(words) - 1
    while at < last:
        token = words[at]
        if not (token.kind == NUMBER or token.text in FIRST or token.text == "+"):
            at += 1
            continue
        try:
            made = _phrase(at, ctx)
        except NoSuchDay as refused:
            made, at = None, _past_refused(refused.end, ctx) if refused.end else min(at + 4, last)
        if made is None:
            at = run_end(words, at) if words[at].kind == NUMBER and words[at] is token else at + (words[at] is token)
            continue
        reading, end = made
        beyond = passed_over(reading, at, end, ctx)
        at = beyond or end
        if not beyond:
            found.append(reading)
    if _looks_written(found, ctx):
        from planner.capture.english.written import rewritten

        found = rewritten(found, ctx)
    if found and any(token.text in _EVENING_MEALS for token in words):
        for reading in found:
            _of_evening(reading)
    return found


def _past_refused(at: int, ctx: Context) -> int:
    """Where to go on behind days that were refused: past the time that goes with them."""
    behind = side(at, ctx, loose=True, only_time=True)
    return behind.end if behind is not None else at


def _looks_written(found: list[Reading], ctx: Context) -> bool:
    """Whether a year behind a month, a time behind ``T`` or a glued year was left by the grammar."""
    month = False
    for at, token in enumerate(ctx.words):
        month = month or token.text in MONTHS
        if token.kind != NUMBER or any(one.start <= token.start < one.end for one in found):
            continue
        before = ctx.words[at - 1]
        size = token.end - token.start
        if (size == 4 and month and 1900 <= token.value <= 2199) or (
            token.glued and ((before.text == "t" and before.glued and size in _COMPACT) or before.text in MONTHS)
        ):
            return True
    return False


def _of_evening(reading: Reading) -> None:
    """Put the hours of a dinner in the evening, unless they are only what it is to be done before."""
    if reading.clock is None or reading.deadline or reading.clock.sure or reading.clock.part:
        return
    if _FIRST_DINNER <= reading.clock.hour <= _LAST_DINNER:
        reading.clock = reading.clock.in_part("evening")
    if reading.end_clock is not None and not reading.end_clock.sure and not reading.end_clock.part:
        reading.end_clock = reading.end_clock.in_part("evening")


def _phrase(at: int, ctx: Context) -> tuple[Reading, int] | None:
    """The phrase that begins at a token, and the token after it."""
    words, before = ctx.words, ctx.text(at - 1)
    if (
        words[at].glued
        and at
        and (words[at - 1].kind in {"w", "n", "x"} or before in {"/", "-", "$", "#", "&", "=", "_", "\\", "%"})
    ):
        return None
    loose = before in TIME_LEADS or _bare_range(at, ctx)
    if (
        ctx.text(at) in EVERY
        or ctx.text(at) in PLURAL_DAYS
        or ctx.words[at].kind == NUMBER
        or ctx.text(at) in MAY_RECUR
    ):
        from planner.capture.english.recurrence import recurrence

        made = recurrence(at, ctx)
        if made is not None:
            return placed(made[0], at, made[1], ctx)
    days = day_range(at, ctx) or (named_days(at, ctx) if ctx.text(at) in WEEKDAYS else None)
    if days is not None:
        reading = Reading(0, 0)
        reading.day, reading.end_day = days[0], days[1]
        end = each_day(reading, hours_behind(reading, days[2], ctx), ctx)
        return placed(reading, at, end, ctx)
    if ctx.text(at) == "for":
        lasting_one = length_first(at, ctx)
        return placed(lasting_one[0], at, lasting_one[1], ctx) if lasting_one else None
    left = side(at, ctx, loose=loose, led=before in DATE_LEADS)
    if left is None or attribute(at, left, ctx):
        return None
    if left.day is not None and left.day.festival:
        if before == "after" or (before == "the" and ctx.text(at - 2) == "after"):
            left.day = after_holiday(left.day, ctx.calendar)
        elif before in {"every", "each"} and left.day.movable:
            return _next_only(at, left, ctx)
    if left.day is not None and left.day.kind == "range" and left.time is None:
        _before_weekend(at, left, ctx)
    made_range = ranged(at, left, ctx)
    reading, end = made_range or (plain(left), left.end)
    reading.deadline = left.deadline or before in DEADLINES
    if reading.rule is not None:
        return placed(reading, at, end, ctx)
    if reading.clock is None and reading.day is None:
        return None
    end = lasting(reading, end, ctx)
    if reading.clock is not None or reading.day is not None:
        from planner.capture.english.recurrence import recurrence_after

        more = recurrence_after(reading, end, ctx)
        if more is not None:
            end = more
    return placed(reading, at, end, ctx)


def _before_weekend(at: int, left: Side, ctx: Context) -> None:
    """``before the weekend`` and ``by the weekend``: by its Friday, or as it stands when it has begun."""
    lead = ctx.text(at - 2) if ctx.text(at - 1) == "the" else ctx.text(at - 1)
    if left.day is None or lead not in {"by", "before"} or left.day.first.weekday() != _SATURDAY:
        return
    friday = left.day.first - timedelta(1)
    if ctx.text(left.end - 1) in _WEEKENDS and friday >= ctx.today:
        left.day = Day(friday)


def _next_only(at: int, left: Side, ctx: Context) -> tuple[Reading, int]:
    """``every easter``: only the next one can be told, since no rule of dates says a feast that moves."""
    reading = plain(left)
    reading.remarks = ("unread",)
    return placed(reading, at, left.end, ctx)


def _bare_range(at: int, ctx: Context) -> bool:
    """Whether a bare number begins a range of hours: 9-11am, four to six today, 10, tonight."""
    words = ctx.words
    if four_digits(at, ctx):
        return True
    one = cardinal(words, at)
    if one is None or one[0] > 24 or (words[at].kind == NUMBER and words[at].end - words[at].start > 2):
        return False
    sign = ctx.text(one[1])
    if sign == "," or sign in TONIGHT or sign == "this":
        later = one[1] + (sign == ",")
        return at == 0 and (ctx.text(later) in TONIGHT or (ctx.text(later) == "this" and ctx.text(later + 1) in PARTS))
    if sign not in {"-", "to", "until", "till"}:
        return False
    right = clock(words, one[1] + 1)
    if right is not None:
        return right[0].sure or ctx.text(one[1] + 2) in {":", "am", "pm", "o'clock"}
    two = cardinal(words, one[1] + 1)
    if two is None or two[0] > 24:
        return False
    if ctx.text(two[1]) in {"today", "tomorrow", "tonight", "this"}:
        return True
    return office_hours(one[0], two[0]) and day_stands(two[1], ctx) and ctx.text(at - 1) not in SCORES
