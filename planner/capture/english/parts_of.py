"""English parts and numbers of periods: midweek, week 20, the first half of may, q3 end, month end friday.

    midweek = "midweek" [("this" | "next") "week"]
    week    = ("week" | "wk") number ["of"] [year] | year "-" "W" number ["-" weekday]        (ISO 8601)
    half    = ("first" | "second" | "last") "half" ["of"] (month [year] | year | "the year" | ("this" | "next") unit)
    ended   = "q" number "end" | "month end" weekday

A numbered week is a range of seven days; half a period is due on its last day, as a period is.
"""

from __future__ import annotations

from planner.capture.english.clock import hour_follows
from planner.capture.english.numbers import year
from planner.capture.english.words import WEEKDAYS
from planner.capture.months import add_months, last_day, nth_weekday
from planner.capture.reading import Day
from planner.domain.moment import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.capture.english.context import Context

    Found: TypeAlias = tuple[Day, int] | None

__all__ = ["half_of", "last_weekday", "midweek", "numbered_week", "quarter_end_named", "written_week"]

_WEEKS = 53
_AHEAD = {"this": 0, "the": 0, "next": 1, "coming": 1, "following": 1}


def midweek(at: int, ctx: Context) -> Found:
    """The Wednesday of this week or the one said; of the next when it has passed."""
    after = at + 1 + (ctx.text(at + 1) == "of")
    wednesday = ctx.today + timedelta(2 - ctx.today.weekday())
    if ctx.text(after) in {"this", "next"} and ctx.text(after + 1) == "week":
        return Day(wednesday + timedelta(7 * (ctx.text(after) == "next"))), after + 2
    if after > at + 1 or not hour_follows(ctx.words, after):
        return None
    return Day(wednesday, "weekday", again=wednesday + timedelta(7)), after


def _week(which: int, number: int) -> Day | None:
    """A week of a year, Monday first, as ISO 8601 numbers them."""
    fourth = date(which, 1, 4)
    monday = fourth + timedelta(7 * (number - 1) - fourth.weekday())
    if not 1 <= number <= _WEEKS or (monday + timedelta(3)).year != which:
        return None
    return Day(monday, "range", monday + timedelta(6))


def numbered_week(at: int, ctx: Context, *, led: bool) -> Found:
    """``week 20``, ``wk 20 of 2027``: of this year or the next that has it ahead; at the end of what is said."""
    number = ctx.words[at + 1]
    if number.value < 1 or number.end - number.start > 2 or ctx.text(at - 1) in {"-", "every", "each", "per", "a"}:
        return None
    said = year(ctx.words, at + 2 + (ctx.text(at + 2) in {"of", ","}))
    if said:
        found = _week(said[0], number.value)
        return (found, said[1]) if found else None
    if not ctx.ends(at + 2) and not (led and hour_follows(ctx.words, at + 2)):
        return None
    if ctx.text(at + 2) in {"-", ":"}:
        return None
    for which in (ctx.today.year, ctx.today.year + 1):
        found = _week(which, number.value)
        if found is not None and found.last is not None and found.last >= ctx.today:
            return found, at + 2
    return None


def written_week(at: int, ctx: Context) -> Found:
    """``2026-W50`` and ``2026-W50-3``."""
    words = ctx.words
    if len(words) < at + 5 or words[at].end - words[at].start != 4 or not 1900 <= words[at].value <= 2199:
        return None
    if ctx.text(at + 1) != "-" or ctx.text(at + 2) != "w" or not all(words[at + n].glued for n in (1, 2, 3)):
        return None
    found = _week(words[at].value, words[at + 3].value)
    if found is None:
        return None
    weekday = words[min(at + 5, len(words) - 1)]
    if ctx.text(at + 4) == "-" and words[at + 4].glued and weekday.glued and 1 <= weekday.value <= 7:
        return Day(found.first + timedelta(weekday.value - 1)), at + 6
    return (found, at + 4) if not words[at + 4].glued else None


def half_of(nth: int, at: int, ctx: Context, frame: tuple[int, int, int] | None) -> Found:
    """Half of what follows ``half``, which is at a token; ``frame`` is year, month and end of a month or year there."""
    if nth not in {1, 2, -1}:
        return None
    of = at + 1 + (ctx.text(at + 1) in {"of", "in"})
    ahead, unit = _AHEAD.get(ctx.text(of), -1), ctx.text(of + 1)
    if ahead >= 0 and unit == "week":
        monday = ctx.today - timedelta(ctx.today.weekday()) + timedelta(7 * ahead)
        parts = ((monday, monday + timedelta(2)), (monday + timedelta(3), monday + timedelta(6)))
        end = of + 2
    elif ahead >= 0 and unit in {"month", "year"}:
        first = add_months(ctx.today.replace(day=1), ahead)
        parts = _halves(first.year if unit == "month" else ctx.today.year + ahead, first.month * (unit == "month"))
        end = of + 2
    elif frame is not None:
        which, month, end = frame
        parts = _halves(which, -month if -13 < month < 0 else month if month >= 0 else ctx.today.month)
        if month < 0 and parts[nth != 1][1] < ctx.today:
            parts = _halves(which + 1, -month)
    else:
        return None
    first, last = parts[nth != 1]
    return Day(first, "period", last), end


def _halves(which: int, month: int) -> tuple[tuple[date, date], tuple[date, date]]:
    """Both halves of a month, or of a year (month 0)."""
    if not month:
        return (date(which, 1, 1), date(which, 6, 30)), (date(which, 7, 1), date(which, 12, 31))
    return (date(which, month, 1), date(which, month, 15)), (date(which, month, 16), last_day(which, month))


def quarter_end_named(at: int, ctx: Context, *, led: bool) -> Found:
    """``q3 end``: where a date is promised, or nothing goes on behind it."""
    number = ctx.words[at + 1]
    if not number.glued or not 1 <= number.value <= 4:
        return None
    end = at + 2 + (ctx.text(at + 2) == "-")
    if ctx.text(end) != "end" or not (led or hour_follows(ctx.words, end + 1)):
        return None
    last = last_day(ctx.today.year, number.value * 3)
    return Day(last if last >= ctx.today else last_day(ctx.today.year + 1, number.value * 3)), end + 1


def last_weekday(at: int, ctx: Context) -> Found:
    """``month end friday``: the last such weekday of this month, or of the next; the weekday is at a token."""
    for ahead in (0, 1):
        first = add_months(ctx.today.replace(day=1), ahead)
        found = nth_weekday(first.year, first.month, -1, WEEKDAYS[ctx.text(at)])
        if found is not None and found >= ctx.today:
            return Day(found), at + 1
    return None
