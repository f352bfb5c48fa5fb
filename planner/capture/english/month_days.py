"""English days of a month: ``march 3``, ``the 3rd of march 2027``, ``dec-2018``, ``20 of next month``."""

from __future__ import annotations

from planner.capture.english.clock import hour_follows
from planner.capture.english.lexer import NUMBER, WORD
from planner.capture.english.numbers import cardinal, ordinal, year
from planner.capture.english.words import AMOUNTS, MONTHS, WEEKDAYS
from planner.capture.months import on_month_day, on_year_day, real_day
from planner.capture.reading import Day
from planner.domain.moment import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.capture.english.context import Context

    Found: TypeAlias = tuple[Day, int] | None

__all__ = ["day_month", "month_day"]


def day_month(at: int, ctx: Context) -> Found:
    """``6 jan 2017``, ``4th of july``, ``14april``, ``16. nov. 2016``."""
    number = ordinal(ctx.words, at) or (cardinal(ctx.words, at) if ctx.words[at].kind == NUMBER else None)
    if number is None or not 1 <= number[0] <= 31:
        return None
    after = number[1]
    after += ctx.text(after) == "." and ctx.words[after].glued and not ctx.words[after + 1].glued
    after += ctx.text(after) == "day"
    if ctx.text(after) == "of":
        after += 1
        after += ctx.text(after) == "the"
    month = MONTHS.get(ctx.text(after))
    if month is None or (after == number[1] and ctx.words[after].glued and ctx.text(after) in {"mar", "may", "sec"}):
        return _of_month(number[0], after, ctx) if ctx.text(after - 1) in {"of", "the"} else None
    if ctx.text(after) == "may" and after == number[1] and not ordinal(ctx.words, at) and not _may_ends(after + 1, ctx):
        return None
    return _with_year(month, number[0], after + 1, ctx)


def _may_ends(at: int, ctx: Context) -> bool:
    """Whether ``3 may`` is a day and not a verb: an end, a year or a preposition follows."""
    return hour_follows(ctx.words, at) or ctx.words[at].kind == NUMBER


def _of_month(number: int, at: int, ctx: Context) -> Found:
    """``20 of next month``, ``the 5th of this month``."""
    if ctx.text(at) in {"next", "this", "the"} and ctx.text(at + 1) == "month":
        ahead = 1 if ctx.text(at) == "next" else 0
        year_, month = divmod(ctx.today.year * 12 + ctx.today.month - 1 + ahead, 12)
        found = real_day(year_, month + 1, number)
        return (Day(found), at + 2) if found else None
    if ctx.text(at) == "month" and ctx.text(at - 1) == "the":
        found = on_month_day(ctx.today, number)
        return (Day(found, "monthday"), at + 1) if found else None
    return None


def month_day(at: int, ctx: Context) -> Found:
    """``march 3``, ``oct. 2``, ``feb13``, ``jan first``, ``sept 7, 2027``."""
    month = MONTHS[ctx.text(at)]
    after = at + 1
    after += ctx.text(after) == "." and ctx.words[after].glued
    if ctx.text(after) == "/" and ctx.words[after].glued and ctx.words[after + 1].glued:
        after += 1
    elif ctx.text(after) == "-" and ctx.words[after].glued and ctx.words[after + 1].glued:
        return _dashed(month, after + 1, ctx)
    after += ctx.text(after) == "the"
    number = ordinal(ctx.words, after) or cardinal(ctx.words, after)
    if number is None or not 1 <= number[0] <= 31:
        return None
    token = ctx.words[after]
    if token.kind == NUMBER and token.end - token.start > 2:
        return None
    if token.kind == WORD and token.text in {"one", "second", "a"} and ctx.text(number[1]) in {"half", "of"}:
        return None
    nxt = ctx.words[number[1]]
    if nxt.text in AMOUNTS and number[1] == after + 1:
        return None
    if nxt.glued and nxt.text in {":", "%"} and ctx.words[number[1] + 1].kind == NUMBER:
        return None
    return _with_year(month, number[0], number[1], ctx)


def _dashed(month: int, at: int, ctx: Context) -> Found:
    """``sep-23-2020``, ``dec-2018``."""
    one, two = ctx.words[at], ctx.words[min(at + 2, len(ctx.words) - 1)]
    if one.kind != NUMBER:
        return None
    if one.end - one.start <= 2 and ctx.text(at + 1) in {"-", "/"} and ctx.words[at + 1].glued and two.kind == NUMBER:
        found = real_day(two.value, month, one.value) if 1900 <= two.value <= 2199 else None
        return (Day(found), at + 3) if found else None
    if one.end - one.start <= 2:
        return _with_year(month, one.value, at + 1, ctx)
    return None


def _with_year(month: int, number: int, at: int, ctx: Context) -> Found:
    """A month and day with the year that follows, or the next such day; a day that does not exist is none."""
    comma = at + (ctx.text(at) in {",", "of", "in"})
    said = year(ctx.words, comma)
    if said is None and comma == at and ctx.words[at].kind == NUMBER and not _is_time(at, ctx):
        two = ctx.words[at]
        if two.end - two.start == 2 and 13 <= two.value <= 59 and not two.glued and ctx.ends(at + 1):
            said = (2000 + two.value, at + 1)
    if said:
        found = real_day(said[0], month, number)
        return (Day(found), said[1]) if found else None
    nxt = comma if ctx.text(comma) in {"next", "this"} and ctx.text(comma + 1) == "year" else 0
    if nxt:
        found = real_day(ctx.today.year + (ctx.text(nxt) == "next"), month, number)
        return (Day(found), nxt + 2) if found else None
    found = on_year_day(ctx.today, month, number)
    if found is None:
        return None
    if ctx.text(at) == "(" and ctx.text(at + 2) == ")" and WEEKDAYS.get(ctx.text(at + 1)) == found.weekday():
        return Day(found), at + 3
    name_at = at + (ctx.text(at) == ",")
    if ctx.text(name_at) in WEEKDAYS and ctx.ends(name_at + 1):
        for ahead in range(7):
            same = real_day(found.year + ahead, month, number)
            if same is not None and same.weekday() == WEEKDAYS[ctx.text(name_at)]:
                return Day(same), name_at + 1
    return Day(found, "yearday", again=on_year_day(date(found.year, 12, 31), month, number) or found), at


def _is_time(at: int, ctx: Context) -> bool:
    """Whether the number here is an hour with minutes or am/pm."""
    return ctx.text(at + 1) in {":", "am", "pm", "a", "p", "h", "o'clock"}
