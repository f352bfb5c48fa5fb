"""English days told from another day.

    counted = weekday ("week" | "fortnight") | ("today" | "tomorrow") ("week" | "fortnight")
            | weeks ("today" | "tomorrow" | "on" weekday)                        (a week on monday, a fortnight today)
            | "in" weeks "on" weekday | "in" months "on" ["the"] ordinal
    beside  = [ordinal | "last"] (weekday | workday) ("before" | "after") day    (the friday before christmas)

"A week on monday" is the Monday to come and a week; "in 2 weeks on friday" is the Friday of the week two weeks ahead.
"""

from __future__ import annotations

from planner.capture.english.clock import hour_follows
from planner.capture.english.numbers import ordinal
from planner.capture.english.words import WEEKDAYS
from planner.capture.months import real_day
from planner.capture.reading import Day
from planner.domain.moment import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.capture.english.context import Context
    from planner.capture.english.numbers import Length

    Found: TypeAlias = tuple[Day, int] | None

__all__ = ["beside", "coming", "length_on", "weeks_on"]

_WEEKS = {"week": 7, "fortnight": 14}


def coming(today: date, weekday: int) -> date:
    """The next such weekday after today."""
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def weeks_on(base: date, at: int, ctx: Context) -> Found:
    """``friday week``, ``tomorrow fortnight``: how much later than the day before it; before a noun, nothing."""
    days = _WEEKS.get(ctx.text(at), 0)
    if not days or not hour_follows(ctx.words, at + 1) or ctx.text(at + 1) == "of":
        return None
    return Day(base + timedelta(days)), at + 1


def length_on(spans: Length, moved: date, at: int, ctx: Context, *, led: bool) -> Found:
    """``a week on monday``, ``two weeks friday``, ``in 2 weeks on friday``, ``in a month on the 5th``.

    ``moved`` is today moved by the length; ``at`` is the token after it.
    """
    weekly = set(spans) <= {"week", "fortnight"}
    text = ctx.text(at)
    if not led and text in {"today", "tomorrow"} and (weekly or set(spans) <= {"month", "year"}):
        return Day(moved + timedelta(text == "tomorrow")), at + 1
    if text != "on" and text not in WEEKDAYS:
        return None
    after = at + (text == "on")
    after += ctx.text(after) == "the"
    weekday = WEEKDAYS.get(ctx.text(after), -1)
    if weekly and weekday >= 0:
        if led:
            return Day(moved + timedelta(weekday - moved.weekday())), after + 1
        return Day(moved + (coming(ctx.today, weekday) - ctx.today)), after + 1
    number = ordinal(ctx.words, after)
    if not led or set(spans) != {"month"} or number is None:
        return None
    found = real_day(moved.year, moved.month, number[0])
    return (Day(found), number[1]) if found else None


def beside(nth: int, weekday: int, at: int, ctx: Context) -> Found:
    """``friday before christmas``, ``first monday after easter``: ``at`` is the word ``before`` or ``after``.

    ``nth`` is 1 for the nearest; -1 (the last) is the nearest one before; ``weekday`` -1 counts working days.
    """
    word = ctx.text(at)
    if word not in {"before", "after"} or ctx.counted or (nth < 0 and (nth != -1 or word != "before")):
        return None
    ctx.counted += 1
    anchor = ctx.day(at + 1, ctx, led=True)
    ctx.counted -= 1
    if anchor is None or anchor[0].kind in {"today", "weekday", "next", "close", "timed"}:
        return None
    if not hour_follows(ctx.words, anchor[1]) and ctx.words[anchor[1]].kind == "w" and ctx.text(at + 1) != "the":
        return None
    nearest = 1 if nth < 0 else nth
    base = (anchor[0].last or anchor[0].first) if word == "after" else anchor[0].first
    if weekday < 0:
        return Day(ctx.calendar.shift(base, nearest if word == "after" else -nearest)), anchor[1]
    ahead = timedelta(7 * (nearest - 1))
    if word == "after":
        return Day(coming(base, weekday) + ahead), anchor[1]
    return Day(base - timedelta((base.weekday() - weekday - 1) % 7 + 1) - ahead), anchor[1]
