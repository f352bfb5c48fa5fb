"""English ranges of days that share a month: ``july 13 to 15``, ``13-15 july``, ``4 to 22 this month``."""

from __future__ import annotations

from planner.capture.english.clock import hour_follows
from planner.capture.english.hour_ranges import office_hours
from planner.capture.english.lexer import NUMBER
from planner.capture.english.numbers import cardinal, ordinal, year
from planner.capture.english.words import MONTHS, WEEKDAYS
from planner.capture.months import on_month_day, on_year_day, real_day
from planner.capture.reading import Day
from planner.domain.moment import timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.capture.english.context import Context
    from planner.domain.moment import date

    Found: TypeAlias = tuple[Day, Day, int] | None

__all__ = ["NoSuchDay", "day_range"]


class NoSuchDay(ValueError):
    """The words have the shape of a range of days, and the calendar has no such days: nothing of them is read.

    ``end`` is the token after what is passed over, 0 when only the next few are.
    """

    def __init__(self, end: int = 0) -> None:
        super().__init__(end)
        self.end = end


_TO = frozenset(("-", "to", "until", "till", "through", "thru", "til"))
_MOST = 8
_WEEK_JOINTS = frozenset((",", "and", "&", "/"))
_BOTH = frozenset(("and", "&"))
_BETWEEN = frozenset(("-", "to", "until", "till", "through", "thru", "and", "til"))


def _number(at: int, ctx: Context) -> tuple[int, int] | None:
    """A day of the month."""
    found = ordinal(ctx.words, at) or cardinal(ctx.words, at)
    if found is None or not 1 <= found[0] <= 31:
        return None
    token = ctx.words[at]
    return found if token.kind != NUMBER or token.end - token.start <= 2 else None


def day_range(at: int, ctx: Context) -> Found:
    """The range of days that begins at a token: both days and where it ends."""
    if ctx.text(at) in MONTHS:
        return _month_first(at, ctx)
    one_at = at + (ctx.text(at) == "the")
    one = _number(one_at, ctx)
    if one is None:
        return None
    to = one[1] + (ctx.text(one[1]) == "th")
    if ctx.text(to) == "," or (ctx.text(to) in _BOTH and ctx.text(at - 1) != "between"):
        listed = _listed(one_at, ctx)
        if listed is not None:
            return listed
    if ctx.text(to) in _BOTH and ctx.text(at - 1) != "between":
        return _both(one_at, one[0], to + 1, ctx)
    words = _BETWEEN if ctx.text(at - 1) == "between" else _TO
    if ctx.text(to) not in words:
        return None
    return _after_sign(one_at, one[0], to + 1, ctx)


def _listed(at: int, ctx: Context) -> Found:
    """``1, 2 and 3 december``: days that follow one another are a range; of others nothing is read."""
    days: list[int] = []
    end = at
    for _ in range(_MOST):
        start = end
        while days and ctx.text(start) in {",", "the", *_BOTH} and start - end < 3:
            start += 1
        one = _number(start, ctx) if start > end or not days else None
        if one is None:
            break
        days.append(one[0])
        end = one[1] + (ctx.text(one[1]) == "th")
    of = end + (ctx.text(end) == "of")
    if len(days) < 2 or ctx.text(of) not in MONTHS or ctx.words[at].kind != NUMBER:
        return None
    if days == list(range(days[0], days[0] + len(days))):
        return _made(MONTHS[ctx.text(of)], days[0], days[-1], of + 1, ctx)
    raise NoSuchDay(of + 1)


def _both(at: int, first: int, to: int, ctx: Context) -> Found:
    """``the 1st and 2nd of april``: two days that follow one another."""
    right = to + (ctx.text(to) == "the")
    two = ordinal(ctx.words, right)
    if ordinal(ctx.words, at) is None or two is None or two[0] != first + 1:
        return None
    of = two[1] + (ctx.text(two[1]) == "of")
    return _made(MONTHS[ctx.text(of)], first, two[0], of + 1, ctx) if ctx.text(of) in MONTHS else None


def _after_sign(at: int, first: int, to: int, ctx: Context) -> Found:
    """The right side of a range that began with a bare day."""
    right = to + (ctx.text(to) == "the")
    if ctx.text(right) in MONTHS and ctx.text(right) not in {"mar", "may"}:
        two = _number(right + 1, ctx)
        return _made(MONTHS[ctx.text(right)], first, two[0], two[1], ctx) if two else None
    two = _number(right, ctx)
    if two is None:
        return None
    of = two[1] + (ctx.text(two[1]) == "of")
    if ctx.text(of) in MONTHS:
        later = ctx.words[of + 1]
        if later.kind == NUMBER and later.end - later.start <= 2 and later.value <= 31 and not _is_time(of + 1, ctx):
            if office_hours(first, two[0]):
                return None
            raise NoSuchDay
        return _made(MONTHS[ctx.text(of)], first, two[0], of + 1, ctx)
    if ctx.text(of) in {"this", "next"} and ctx.text(of + 1) == "month":
        year_, month = divmod(ctx.today.year * 12 + ctx.today.month - 1 + (ctx.text(of) == "next"), 12)
        return _pair(real_day(year_, month + 1, first), real_day(year_, month + 1, two[0]), of + 2)
    if ordinal(ctx.words, at) and ordinal(ctx.words, right) and ctx.words[at].kind == NUMBER:
        start = on_month_day(ctx.today, first)
        return _pair(start, on_month_day(start, two[0]) if start else None, two[1])
    return None


def _is_time(at: int, ctx: Context) -> bool:
    """Whether the number here is an hour with minutes or am/pm (1-3 december 9:00), and no day."""
    dotted = ctx.text(at + 1) == "." and ctx.words[at + 2].kind == NUMBER and ctx.words[at + 2].glued
    return ctx.text(at + 1) in {":", "am", "pm", "a", "p", "h", "o'clock"} or dotted


def _month_first(at: int, ctx: Context) -> Found:
    """``july 13 to 15``, ``feb between 2-7 2018``."""
    start = at + 1
    start += ctx.text(start) == "." and ctx.words[start].glued
    between = ctx.text(start) in {"between", "from"}
    start += between
    one = _number(start, ctx)
    if one is not None and ctx.text(one[1]) in _BOTH and not between:
        two = _number(one[1] + 1 + (ctx.text(one[1] + 1) == "the"), ctx)
        if two is not None and two[0] == one[0] + 1 and hour_follows(ctx.words, two[1]):
            return _made(MONTHS[ctx.text(at)], one[0], two[0], two[1], ctx)
    if one is None or ctx.text(one[1]) not in (_BETWEEN if between or ctx.text(at - 1) == "between" else _TO):
        return None
    right = one[1] + 1
    right += ctx.text(right) == "the"
    two = _number(right, ctx)
    if two is None or ctx.text(two[1]) in {":", "am", "pm", "h"} or ctx.text(two[1]) in MONTHS:
        return None
    if ctx.words[two[1]].glued and ctx.text(two[1]) in {"/", "-", "."} and ctx.words[two[1] + 1].glued:
        return None
    if ctx.text(two[1]) == "of" and ctx.text(two[1] + 1) in MONTHS:
        return None
    return _made(MONTHS[ctx.text(at)], one[0], two[0], two[1], ctx)


def _made(month: int, first: int, last: int, end: int, ctx: Context) -> Found:
    """Two days of a month, of the year that follows or the next that comes."""
    comma = end + (ctx.text(end) in {",", "of", "in"})
    said = year(ctx.words, comma)
    if said:
        return _pair(real_day(said[0], month, first), real_day(said[0], month, last), said[1])
    start = on_year_day(ctx.today, month, first)
    if start is None:
        return None
    return _pair(start, real_day(start.year, month, last), end)


def _pair(first: date | None, last: date | None, end: int) -> Found:
    """Both days, when both exist and stand in order."""
    if first is None or last is None or last < first:
        raise NoSuchDay
    return Day(first), Day(last), end


def named_days(at: int, ctx: Context) -> Found:
    """``tue, wed and thu``, ``wed & thu``: weekdays that follow one another are a range.

    Of others the first is read, and a clash told; nothing of them where ``/`` or ``&`` makes them one word.
    """
    found = [WEEKDAYS[ctx.text(at)]]
    end = at + 1
    for _ in range(_MOST):
        start = end
        while ctx.text(start) in _WEEK_JOINTS and start - end < 2:
            start += 1
        if ctx.text(start) not in WEEKDAYS:
            break
        found.append(WEEKDAYS[ctx.text(start)])
        end = start + 1
    hours = _is_time(end, ctx) or (
        ctx.text(end + 1) in _TO
        and office_hours(ctx.words[end].value, ctx.words[min(end + 2, len(ctx.words) - 1)].value)
    )
    dated = ctx.text(end) in MONTHS or (ctx.words[end].kind == NUMBER and not hours)
    if len(found) < 2 or dated or ctx.text(end) == "of":
        return None
    first = found[0]
    if found != [(first + n) % 7 for n in range(len(found))] or len(found) > 7:
        if any(ctx.text(place) in {"/", "&"} for place in range(at, end)):
            raise NoSuchDay(end)
        return None
    ahead = (first - ctx.today.weekday()) % 7
    start_day = ctx.today + timedelta(ahead)
    made = Day(start_day, "weekday", again=start_day + timedelta(7))
    end_day = start_day + timedelta(len(found) - 1)
    return made, Day(end_day, "weekday", again=end_day + timedelta(7)), end
