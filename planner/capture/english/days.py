"""English days.

    day      = ["the"] (said | weekday | monthday | numeric | ordinal | relative | period | festival)
    said     = "today" | "tomorrow" | "the day after tomorrow" | "tonight" …
    weekday  = ["this" | "next" | "coming"] name [","] [monthday | ordinal] | name ["of"] ("next" | "this") "week"
    monthday = month ["."] ordinal-or-number [[","] year] | number-or-ordinal ["of"] month [["of" | ","] year]
    ordinal  = "the" ordinal | number suffix | ordinal "of" ("next" | "this") "month"

Numeric dates stand in ``numeric``, lengths of time in ``relative``, weeks, months and quarters in ``periods``.
"next friday" is the Friday of next week (Monday first); a nearer Friday is the second reading, and it is remarked on.
"""

from __future__ import annotations

from planner.capture.english.anchors import beside, coming, weeks_on
from planner.capture.english.hour_ranges import office_hours
from planner.capture.english.lexer import NUMBER, WORD
from planner.capture.english.month_days import day_month, month_day
from planner.capture.english.numbers import cardinal, ordinal, year
from planner.capture.english.numeric import numeric
from planner.capture.english.words import FIRST_OF_FESTIVALS, MONTHS, SAID, SHORT_DAYS, WEEKDAYS
from planner.capture.months import on_month_day, real_day
from planner.capture.reading import Day
from planner.domain.moment import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.capture.english.context import Context

    Found: TypeAlias = tuple[Day, int] | None

__all__ = ["day", "week_day"]

_NEXT = frozenset(("next", "following"))
_THIS = frozenset(("this", "coming", "upcoming"))
_DETERMINERS = frozenset(
    ("the", "a", "an", "my", "our", "his", "her", "their", "your", "its", "every", "each", "last", "past", "previous")
)


_NEAR = 100
"""Days ahead in which a weekday with ``7-9`` behind it may be a date; by chance one in seven far ones would match."""
_NAMED_DAYS = frozenset(("black", "good", "easter", "ash", "palm", "maundy", "shrove", "cyber", "super"))
"""Words that make a holiday's name of a weekday; the holiday alone may read it."""


def day(at: int, ctx: Context, *, led: bool = False) -> Found:
    """The day that begins at a token; ``led`` says that a word before it promises a date."""
    token = ctx.words[at]
    if token.kind == NUMBER:
        return _from_number(at, ctx, led=led)
    if token.kind != WORD:
        return _plus(at, ctx) if token.text == "+" else None
    text = token.text
    if text in SAID:
        return _said(at, ctx)
    if text in WEEKDAYS:
        return week_day(at, ctx, led=led)
    if text in MONTHS:
        return month_day(at, ctx) or _festival(at, ctx) or _period(at, ctx, led=led)
    if text == "the":
        return _after_the(at, ctx)
    if text in _NEXT or text in _THIS:
        return _next(at, ctx) or _relative(at, ctx) or _period(at, ctx, led=led)
    return _spelled(at, ctx) or _relative(at, ctx) or _period(at, ctx, led=led) or _festival(at, ctx)


def _relative(at: int, ctx: Context) -> Found:
    """Lengths of time: in 3 days, 2 weeks from monday."""
    from planner.capture.english.relative import relative

    return relative(at, ctx)


def _period(at: int, ctx: Context, *, led: bool) -> Found:
    """Weeks, months, quarters and their ends."""
    from planner.capture.english.periods import period

    return period(at, ctx, led=led)


def _festival(at: int, ctx: Context) -> Found:
    """Holidays by name."""
    if ctx.text(at) not in FIRST_OF_FESTIVALS:
        return None
    from planner.capture.english.holidays import holiday

    return holiday(at, ctx)


def _said(at: int, ctx: Context) -> Found:
    """Today and tomorrow."""
    text = ctx.text(at)
    if text == "tom" and not ctx.ends(at + 1) and ctx.text(at + 1) not in {"at", "morning", "afternoon", "evening"}:
        return None
    if text == "tod" and not ctx.ends(at + 1):
        return None
    if text == "yesterday" and ctx.text(at - 1) not in {"from", "after"}:
        return None
    said = ctx.today + timedelta(SAID[text])
    return weeks_on(said, at + 1, ctx) or (Day(said, "today"), at + 1)


def _after_the(at: int, ctx: Context) -> Found:
    """What only ``the`` introduces: the day after tomorrow, the 15th, the second."""
    if ctx.text(at + 1) == "day" and ctx.text(at + 2) == "after" and SAID.get(ctx.text(at + 3)) == 1:
        return Day(ctx.today + timedelta(2), "today"), at + 4
    if ctx.text(at + 1) in WEEKDAYS:
        found = week_day(at + 1, ctx, led=False)
        return found if found and found[1] > at + 2 else None
    found = _ordinal(at + 1, ctx, article=True)
    if found:
        return found
    if ctx.text(at + 1) in {"weekend", "night"}:
        return None
    return day(at + 1, ctx) if ctx.text(at + 1) not in {*MONTHS, "the", "week", "month", "year"} else None


def week_day(at: int, ctx: Context, *, led: bool) -> Found:
    """A weekday, with the day of the month when one goes with it."""
    name = ctx.text(at)
    if ctx.text(at - 1) in _NAMED_DAYS:
        return None
    weekday = WEEKDAYS[name]
    after = at + 1
    after += ctx.text(after) == "." and ctx.words[after].glued and name not in SHORT_DAYS and not ctx.ends(after + 1)
    comma = after + (ctx.text(after) == ",")
    bracketed = _dated(after + 1, ctx) if ctx.text(after) == "(" else None
    if bracketed and ctx.text(bracketed[1]) == ")":
        return bracketed[0], bracketed[1] + 1
    dated = (
        _dated(comma, ctx)
        or (_ordinal(comma + 1, ctx, article=True) if ctx.text(comma) == "the" else _ordinal(comma, ctx, article=False))
        or _bare_month_day(comma, ctx)
    )
    if dated and not _hours(dated[0], weekday, comma, ctx):
        if dated[0].kind == "monthday":
            return _same_weekday(dated[0], weekday), dated[1]
        return dated
    week = after + (ctx.text(after) in {"of", "in"})
    week += ctx.text(week) == "the"
    if ctx.text(week) in {"next", "this", "following"} and ctx.text(week + 1) == "week":
        ahead = 0 if ctx.text(week) == "this" else 7
        return Day(_monday(ctx.today) + timedelta(weekday + ahead), "day"), week + 2
    if ctx.text(week) == "week" and ctx.text(week + 1) == "after" and ctx.text(week + 2) == "next":
        return Day(_monday(ctx.today) + timedelta(weekday + 14)), week + 3
    if ctx.text(after) == "after" and ctx.text(after + 1) == "next":
        return Day(coming(ctx.today, weekday) + timedelta(7), "next"), after + 2
    distance = (
        _in_days(after, ctx) or weeks_on(coming(ctx.today, weekday), after, ctx) or beside(1, weekday, after, ctx)
    )
    if distance:
        return distance
    if name in SHORT_DAYS and not led and not _free(after, ctx):
        return None
    first = ctx.today + timedelta((weekday - ctx.today.weekday()) % 7)
    return Day(first, "weekday", again=first + timedelta(7)), after


def _hours(found: Day, weekday: int, at: int, ctx: Context) -> bool:
    """Whether ``monday 11-4`` gives hours: two small numbers with a dash, and that date is far or no such weekday."""
    one, two = ctx.words[at], ctx.words[min(at + 2, len(ctx.words) - 1)]
    if ctx.text(at + 1) != "-" or one.kind != NUMBER or two.kind != NUMBER or ctx.text(at + 3) == "-":
        return False
    if found.kind != "yearday":
        return False
    far = (found.first - ctx.today).days > _NEAR and office_hours(one.value, two.value)
    return far or found.first.weekday() != weekday


def _free(after: int, ctx: Context) -> bool:
    """Whether a short name stands where a date would: at an end, or before a time, a preposition or punctuation."""
    from planner.capture.english.clock import hour_follows

    return hour_follows(ctx.words, after) or ctx.words[after].kind == NUMBER


def _in_days(at: int, ctx: Context) -> Found:
    """``friday 4 days from now``: the length decides."""
    if ctx.words[at].kind == NUMBER and ctx.text(at + 1) in {"days", "weeks"} and ctx.text(at + 2) == "from":
        return _relative(at, ctx)
    return None


def _dated(at: int, ctx: Context) -> Found:
    """A full or numeric date after a weekday."""
    token = ctx.words[at]
    if token.text in MONTHS:
        return month_day(at, ctx)
    if token.kind == NUMBER:
        return numeric(ctx.words, at, ctx.today, day_first=ctx.day_first, led=True) or day_month(at, ctx)
    if token.text == "the" or token.kind == WORD:
        return day_month(at + (token.text == "the"), ctx)
    return None


def _bare_month_day(at: int, ctx: Context) -> Found:
    """``sunday 31!``: a bare number after a weekday that no hour could be."""
    token = ctx.words[at]
    if (
        token.kind != NUMBER
        or not 13 <= token.value <= 31
        or not ctx.ends(at + 1)
        or ctx.words[at + 1].text in {":", "-"}
    ):
        return None
    found = on_month_day(ctx.today, token.value)
    return (Day(found, "monthday"), at + 1) if found else None


def _same_weekday(found: Day, weekday: int) -> Day:
    """The next such day of the month that is that weekday (friday the 13th), within four years."""
    number, first = found.first.day, found.first
    for ahead in range(48):
        year_, month = divmod(first.year * 12 + first.month - 1 + ahead, 12)
        candidate = real_day(year_, month + 1, number)
        if candidate is not None and candidate >= first and candidate.weekday() == weekday:
            return Day(candidate)
    return found


def _monday(day_: date) -> date:
    """The Monday of a day's week."""
    return day_ - timedelta(day_.weekday())


def _next(at: int, ctx: Context) -> Found:
    """``next friday``, ``this friday``, ``coming thursday``, ``next 6th of april``, ``next week friday``."""
    word, after = ctx.text(at), at + 1
    if word == "this" and ctx.text(after) in {"coming", "upcoming", "next", "following"}:
        word, after = "coming", after + 1
    name = ctx.text(after)
    if name in WEEKDAYS:
        weekday = WEEKDAYS[name]
        dated = _dated(after + 1 + (ctx.text(after + 1) == ","), ctx)
        if dated:
            return dated
        if word in _NEXT:
            later = _monday(ctx.today) + timedelta(weekday + 7)
            return Day(later, "day" if coming(ctx.today, weekday) == later else "next"), after + 1
        if word == "this":
            return Day(_monday(ctx.today) + timedelta(weekday), "weekday", again=coming(ctx.today, weekday)), after + 1
        return Day(coming(ctx.today, weekday)), after + 1
    if name == "week" and (
        ctx.text(after + 1) in WEEKDAYS or (ctx.text(after + 1) == "on" and ctx.text(after + 2) in WEEKDAYS)
    ):
        at_name = after + 1 + (ctx.text(after + 1) == "on")
        ahead = 0 if word == "this" else 7
        return Day(_monday(ctx.today) + timedelta(WEEKDAYS[ctx.text(at_name)] + ahead)), at_name + 1
    if ctx.words[after].kind == NUMBER or name in MONTHS:
        found = numeric(ctx.words, after, ctx.today, day_first=ctx.day_first, led=True) or day_month(after, ctx)
        return found or (month_day(after, ctx) if name in MONTHS else None)
    return _festival(after, ctx)


def _from_number(at: int, ctx: Context, *, led: bool) -> Found:
    """A day that begins with a number."""
    return (
        _year_first(at, ctx)
        or numeric(ctx.words, at, ctx.today, day_first=ctx.day_first, led=led)
        or day_month(at, ctx)
        or _ordinal(at, ctx, article=False)
        or _relative(at, ctx)
        or _period(at, ctx, led=led)
    )


def _year_first(at: int, ctx: Context) -> Found:
    """``2027 march 18``."""
    said = year(ctx.words, at)
    name = ctx.text(at + 1)
    if said is not None and name == "-" and ctx.text(at + 2) == "w":
        from planner.capture.english.parts_of import written_week

        return written_week(at, ctx)
    if said is None or name not in MONTHS or ctx.words[at + 1].glued:
        return None
    number = ordinal(ctx.words, at + 2) or cardinal(ctx.words, at + 2)
    if number is None or ctx.text(number[1]) in {":", "am", "pm"}:
        return None
    found = real_day(said[0], MONTHS[name], number[0]) if 1 <= number[0] <= 31 else None
    return (Day(found), number[1]) if found else None


def _spelled(at: int, ctx: Context) -> Found:
    """``twenty first of may``, ``fourth of july``."""
    return day_month(at, ctx) if ordinal(ctx.words, at) else None


def _ordinal(at: int, ctx: Context, *, article: bool) -> Found:
    """``the 15th``, ``27th``, ``20th of next month``, ``the twenty first``; a counted thing after it makes it none."""
    number = ordinal(ctx.words, at)
    if number is None and article and ctx.text(at) == "thirty" and ctx.ends(at + 1):
        number = (30, at + 1)
    if number is None:
        return None
    after = number[1]
    if ctx.text(after) == "of" and ctx.text(after + 1) in {"every", "each"}:
        return None
    if ctx.text(after) in {"of", "day"} or ctx.text(after) in MONTHS:
        found = day_month(at, ctx)
        if found:
            return found
    from planner.capture.english.periods import nth_of

    found = nth_of(number[0], after, ctx)
    if found or not 1 <= number[0] <= 31:
        return found
    from planner.capture.english.clock import hour_follows

    spelled = ctx.words[at].kind == WORD
    if spelled and not (
        article and ctx.ends(after) and (at <= 1 or ctx.text(at - 2) in {"on", "by", "due", *WEEKDAYS})
    ):
        return None
    if not hour_follows(ctx.words, after) and ctx.words[after].kind != NUMBER:
        return None
    day_ = on_month_day(ctx.today, number[0])
    if day_ is None:
        return None
    return Day(day_, "monthday", again=on_month_day(day_ + timedelta(1), number[0])), after


def _plus(at: int, ctx: Context) -> Found:
    """``+5 days``."""
    return _relative(at, ctx) if ctx.words[at + 1].kind == NUMBER and ctx.words[at + 1].glued else None
