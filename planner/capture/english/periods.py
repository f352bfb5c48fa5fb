"""English weeks, months, quarters and years: as periods, their ends, and the nth day or weekday within them.

    period = ("this" | "next" | "coming") unit | "the" unit "after" ["the"] "next" | month [year] | "mid" month
           | nth ("week" | "weekend" | "quarter" | "month") ["of"] (month | year | "next" unit) | "weekend"
    end    = ("end" | "close") ["of"] ["the" | "this" | "next"] (unit | month) | "eod" "eow" "eom" "eoq" "eoy" "cob"
    start  = ("start" | "beginning") "of" … | "sow" "som" "soq" "soy"
    nth    = (ordinal | "last") (weekday | "day" | "workday") ["of" | "in"] (month [year] | "the month" | "next month")

A period's due day is its last; a weekend is a range.
"""

from __future__ import annotations

from planner.capture.english.anchors import beside
from planner.capture.english.clock import hour_follows
from planner.capture.english.lead_words import LEADS
from planner.capture.english.nth_in import nth_in
from planner.capture.english.numbers import ordinal, unit, year
from planner.capture.english.parts_of import half_of, last_weekday, midweek, numbered_week, quarter_end_named
from planner.capture.english.timed import Timed, inner_time
from planner.capture.english.words import MONTHS, PARTS, PLURAL_DAYS, WEEKDAYS
from planner.capture.months import add_months, last_day, quarter_end
from planner.capture.reading import Clock, Day
from planner.domain.moment import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.capture.english.context import Context

    Found: TypeAlias = tuple[Day, int] | None

__all__ = ["nth_of", "period", "unit_period"]

_ENDS = {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year", "eoww": "workweek"}
_STARTS = {"sow": "week", "som": "month", "soq": "quarter", "soy": "year"}
_WEEKENDS = frozenset(("weekend", "week-end", "wkend", "weekends"))
_EDGES = frozenset(("end", "start", "beginning", "mid", "middle", "early", "late", "close"))
"""What makes a month of march and may, whatever follows: by end of March close the books."""
_NEAR = 100
"""Days ahead within which the third of a month that begins a line is its day, and not only of a thing called by it."""
_TERMS = frozenset(("by", "before", "over", "during"))
_HYPHENED = frozenset(("month", "quarter", "year"))
_PERIOD_S = {"month's": "month", "quarter's": "quarter", "year's": "year"}
_UNITS = frozenset(("week", "month", "quarter", "year"))


def period(at: int, ctx: Context, *, led: bool) -> Found:
    """The period, or the end of one, that begins at a token."""
    text = ctx.text(at)
    if text in {"week", "month", "weekend"} and ctx.text(at + 1) == "after":
        return _after_next(at, ctx)
    if text in _ENDS:
        return _named_end(_ENDS[text], ctx, at + 1)
    if text in _HYPHENED or text in _PERIOD_S:
        ended = _unit_end(at, ctx, led=led)
        if ended:
            return ended
    if text in _STARTS:
        return Day(_start_after(_STARTS[text], ctx.today)), at + 1
    if text == "close" and led and (ctx.text(at + 1) in WEEKDAYS or ctx.text(at + 1) in {"today", "tomorrow"}):
        return _close(at + 1, ctx)
    if text in {"eod", "cob", "cop"} or (
        text == "close" and ctx.text(at + 1) == "of" and ctx.text(at + 2) in {"business", "play"}
    ):
        return _close(at + (3 if text == "close" else 1), ctx)
    if text in {"end", "start", "beginning", "mid", "middle", "early", "late"}:
        return _edge(at, ctx)
    if text in {"this", "next", "coming", "upcoming", "following", "current", "the", "later"}:
        return _which(at, ctx)
    if text in MONTHS:
        return _month(at, ctx, led=led)
    if text == "last":
        return nth_of(-1, at + 1, ctx)
    if text in _WEEKENDS or (text == "week" and ctx.text(at + 1) == "-" and ctx.text(at + 2) == "end"):
        led = led or (ctx.text(at - 1) == "the" and ctx.text(at - 2) in _TERMS)
        return (Day(*_weekend(ctx.today, 0)), at + 1) if text == "weekend" and (led or ctx.ends(at + 1)) else None
    if text == "midweek":
        return midweek(at, ctx)
    if text in {"week", "month", "wk"}:
        return _week_of(at, ctx) or (numbered_week(at, ctx, led=led) if text != "month" else None)
    if text == "q":
        ended = quarter_end_named(at, ctx, led=led)
        if ended or not (led and ctx.words[at + 1].glued and 1 <= ctx.words[at + 1].value <= 4):
            return ended
        return _quarter(ctx.words[at + 1].value, at + 2, ctx)
    number = ordinal(ctx.words, at)
    return nth_of(number[0], number[1], ctx) if number else None


def _close(at: int, ctx: Context) -> Found:
    """The end of office hours, today's unless a day follows."""
    from planner.capture.english.relative import Exact

    made = Exact(ctx.now.replace(hour=17, minute=30))
    made.kind = "close"
    return made, at


def unit_period(kind: str, ahead: int, today: date) -> tuple[date, str, date]:
    """First day, kind, last day of the week, month, quarter or year so many after today's."""
    if kind == "week":
        first = today - timedelta(today.weekday()) + timedelta(7 * ahead)
        return first, "period", first + timedelta(6)
    if kind == "month":
        first = add_months(today.replace(day=1), ahead)
        return first, "period", last_day(first.year, first.month)
    if kind == "quarter":
        first = add_months(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * ahead)
        return first, "period", quarter_end(first)
    return date(today.year + ahead, 1, 1), "period", date(today.year + ahead, 12, 31)


def _weekend(today: date, ahead: int) -> tuple[date, str, date]:
    """Saturday and Sunday of this week or a later one."""
    saturday = today - timedelta(today.weekday()) + timedelta(5 + 7 * ahead)
    return saturday, "range", saturday + timedelta(1)


def _which(at: int, ctx: Context) -> Found:
    """Periods that a word chooses: ``this week``, ``next month``, ``later this week``."""
    word, after = ctx.text(at), at + 1
    if word == "later":
        if ctx.text(after) != "this":
            return _said_part(at, ctx)
        word, after = "this", after + 1
    if word == "the":
        word, after = ctx.text(after), after + 1
    ahead = 0 if word in {"this", "current"} else 1 if word in {"next", "following", "coming", "upcoming"} else -1
    if ahead < 0:
        return None
    if ctx.text(after) in _WEEKENDS:
        return Day(*_weekend(ctx.today, ahead if word in {"next", "following"} else 0)), after + 1
    if ctx.text(after) == "week" and ctx.text(after + 1) == "-" and ctx.text(after + 2) == "end":
        return Day(*_weekend(ctx.today, ahead)), after + 3
    if ctx.text(after) in MONTHS:
        return _month(after, ctx, led=True)
    kind = unit(ctx.words, after)
    if ahead == 1 and (ctx.text(after) == "weekday" or (kind is not None and kind[0] == "workday")):
        return _next_workday(kind[1] if kind else after + 1, ctx)
    if kind is None or kind[0] not in _UNITS or ctx.text(kind[1] - 1) == "m":
        return None
    first, tag, last = unit_period(kind[0], ahead, ctx.today)
    if ctx.text(after) in {"working", "business", "work"}:
        last -= timedelta(2)
    return Day(first, tag, last), kind[1]


def _next_workday(end: int, ctx: Context) -> Found:
    """``next working day``, ``next weekday``; as another word's attribute (next working day delivery) it is none."""
    if not hour_follows(ctx.words, end) or ctx.text(end - 1) in {"days", "workdays"}:
        return None
    made = Day(ctx.calendar.shift(ctx.today, 1))
    made.unknown = not ctx.calendar.known(made.first.year)
    return made, end


def _said_part(at: int, ctx: Context) -> Found:
    """``later today`` is today."""
    return (Day(ctx.today, "today"), at + 2) if ctx.text(at + 1) == "today" else None


def _after_next(at: int, ctx: Context) -> Found:
    """``the week after next``."""
    if ctx.text(at + 1) != "after":
        return None
    after = at + 2 + (ctx.text(at + 2) == "the")
    if ctx.text(after) != "next":
        return None
    made = _weekend(ctx.today, 2) if ctx.text(at) == "weekend" else unit_period(ctx.text(at), 2, ctx.today)
    return Day(*made), after + 1


def _week_of(at: int, ctx: Context) -> Found:
    """``the week of may 4th``."""
    if ctx.text(at) != "week" or ctx.text(at + 1) not in {"of", "commencing", "beginning"}:
        return None
    found = ctx.day(at + 2, ctx, led=True)
    return (Day(*unit_period("week", 0, found[0].first)), found[1]) if found and found[0].last is None else None


def _named_end(kind: str, ctx: Context, end: int) -> Found:
    """The last day of the running week, month, quarter or year."""
    if kind == "workweek":
        friday = ctx.today + timedelta((4 - ctx.today.weekday()) % 7)
        return Day(friday), end
    return Day(unit_period(kind, 0, ctx.today)[2]), end


def _unit_end(at: int, ctx: Context, *, led: bool) -> Found:
    """``month end``, ``year-end``, ``quarter's end``: where a date is promised or nothing else stands."""
    end = at + 1 + (ctx.text(at + 1) == "-")
    if ctx.text(end) == "end" and ctx.text(at) == "month" and ctx.text(end + 1) in WEEKDAYS:
        return last_weekday(end + 1, ctx)
    lead = ctx.text(at - 1) in {"the", "this"} and ctx.text(at - 2) in {"by", "before", "at", "until", "till", "due"}
    if ctx.text(end) != "end" or not (led or lead or ctx.text(at - 1) == "at" or ctx.alone(at, end + 1)):
        return None
    if not hour_follows(ctx.words, end + 1):
        return None
    return _named_end(_PERIOD_S.get(ctx.text(at), ctx.text(at)), ctx, end + 1)


def _start_after(kind: str, today: date) -> date:
    """The first day of the next week, month, quarter or year."""
    return unit_period(kind, 1, today)[0]


def _edge(at: int, ctx: Context) -> Found:
    """An edge of a period (``_edge_of``); one of a month of next year says that this year's has passed."""
    found = _edge_of(at, ctx)
    named = found is not None and ctx.text(found[1] - 1) in MONTHS and found[0].kind == "day"
    if found is not None and named and found[0].first.year > ctx.today.year:
        found[0].rolled = True
    return found


def _edge_of(at: int, ctx: Context) -> Found:
    """``end of next month``, ``beginning of march``, ``mid january``, ``early next week``."""
    word, after = ctx.text(at), at + 1
    if word in {"middle", "start", "beginning"} and ctx.text(after) != "of":
        return None
    after += ctx.text(after) in {"of", "-"} or (word in {"early", "late"} and ctx.text(after) == "in")
    after += ctx.text(after) == "the"
    if ctx.text(after) in {"day", "business", "play"} and word == "end":
        return _close(after + 1, ctx)
    ahead = 1 if ctx.text(after) in {"next", "coming", "following", "upcoming"} else 0
    said = ahead or ctx.text(after) == "this"
    named = after + bool(said)
    q = ctx.words[named + 1] if ctx.text(named) == "q" else None
    if ctx.text(named) in MONTHS:
        found = _month(named, ctx, led=True)
    elif q is not None and q.glued and 1 <= q.value <= 4:
        found = _quarter(q.value, named + 2, ctx)
    elif ctx.text(named) in _UNITS:
        found = Day(*unit_period(ctx.text(named), ahead, ctx.today)), named + 1
    else:
        number = year(ctx.words, named)
        found = (Day(date(number[0], 1, 1), "period", date(number[0], 12, 31)), number[1]) if number else None
    if found is None or found[0].last is None:
        return None
    first, last = found[0].first, found[0].last
    if word in {"early", "late"} and (not said or ctx.text(named) == "month"):
        if ctx.text(named) == "month" and (said or ctx.text(named - 1) == "the"):
            return Day(first + timedelta(9) if word == "early" else last), found[1]
        return _third(word, at, (first, last), found[1], ctx) if ctx.text(named) in MONTHS else None
    if word in {"mid", "middle"}:
        return Day(first + timedelta(14 if (last - first).days > 20 else 2)), found[1]
    if word in {"start", "beginning", "early"}:
        first = (
            first
            if first > ctx.today or said
            else _start_after(ctx.text(named), ctx.today)
            if ctx.text(named) in _UNITS
            else first
        )
        return Day(first + timedelta(1 if word == "early" else 0)), found[1]
    return Day(last), found[1]


def _third(word: str, at: int, month: tuple[date, date], end: int, ctx: Context) -> Found:
    """``early june`` is due on the last of its first ten days, ``late june`` at its end."""
    due = month[0] + timedelta(9) if word == "early" else month[1]
    placed = (not at and (due - ctx.today).days <= _NEAR) or ctx.text(at - 1) in LEADS or ctx.text(at + 1) == "in"
    if not hour_follows(ctx.words, end) and not placed:
        return None
    return Day(due, "yearday", again=due.replace(year=due.year + 1) if due.day < 29 else None), end


def _month(at: int, ctx: Context, *, led: bool) -> Found:
    """A month as a period: with a year, after a preposition, or alone on the line."""
    month, after = MONTHS[ctx.text(at)], at + 1
    after += ctx.text(after) == "." and ctx.words[after].glued and ctx.text(at) != "may"
    comma = after + (ctx.text(after) in {",", "of", "-"})
    said = year(ctx.words, comma)
    if said:
        return Day(date(said[0], month, 1), "period", last_day(said[0], month)), said[1]
    if ctx.text(after) in {"next", "this"} and ctx.text(after + 1) == "year":
        number = ctx.today.year + (ctx.text(after) == "next")
        return Day(date(number, month, 1), "period", last_day(number, month)), after + 2
    later = ctx.today.year + (month < ctx.today.month)
    if ctx.text(after) == "after" and ctx.text(after + 1) == "next":
        return Day(date(later + 1, month, 1), "period", last_day(later + 1, month)), after + 2
    if not (led or ctx.text(at - 1) in {"this", "next"} or ctx.alone(at, after)):
        return None
    edged = ctx.text(at - 1) in _EDGES or (ctx.text(at - 1) == "of" and ctx.text(at - 2) in _EDGES)
    if (
        ctx.text(at) in {"may", "march", "mar"}
        and not edged
        and ctx.words[after].kind == "w"
        and not hour_follows(ctx.words, after)
    ):
        return None
    made = Day(date(later, month, 1), "period", last_day(later, month))
    made.rolled = later > ctx.today.year
    return made, after


def _quarter(number: int, at: int, ctx: Context) -> Found:
    """A quarter by its number: this year's, or the next one when it has passed."""
    of = at + (ctx.text(at) == "of")
    said = year(ctx.words, of)
    if said is None and ctx.text(of) in {"next", "this"} and ctx.text(of + 1) == "year":
        said = (ctx.today.year + (ctx.text(of) == "next"), of + 2)
    which = said[0] if said else ctx.today.year
    last = last_day(which, number * 3)
    if said is None and last < ctx.today:
        which, last = which + 1, last_day(which + 1, number * 3)
    return Day(date(which, number * 3 - 2, 1), "period", last), said[1] if said else at


def _frame(at: int, ctx: Context) -> tuple[int, int, int] | None:
    """Year, month (0 for the whole year) and end of ``of march 2014``, ``in next year``, ``of the month``."""
    of = at + (ctx.text(at) in {"of", "in", "for"})
    of += ctx.text(of) == "the"
    word = ctx.text(of)
    if word in MONTHS:
        month = MONTHS[word]
        after = of + 1 + (ctx.text(of + 1) == "." and ctx.words[of + 1].glued and not ctx.ends(of + 2))
        comma = after + (ctx.text(after) in {",", "of"})
        said = year(ctx.words, comma)
        if said:
            return said[0], month, said[1]
        return ctx.today.year, -month, after
    if word in {"next", "this", "coming"} and ctx.text(of + 1) in {"month", "year"}:
        ahead = 0 if word == "this" else 1
        if ctx.text(of + 1) == "year":
            return ctx.today.year + ahead, 0, of + 2
        first = add_months(ctx.today.replace(day=1), ahead)
        return first.year, first.month, of + 2
    if word == "month" and ctx.text(of - 1) in {"the", "of"}:
        return ctx.today.year, -ctx.today.month - 100, of + 1
    said = year(ctx.words, of)
    return (said[0], 0, said[1]) if said and ctx.text(of - 1) != "the" else None


def nth_of(nth: int, at: int, ctx: Context) -> Found:
    """``second friday in may``, ``last day of the month``, ``3rd quarter``; nth -1 is last."""
    name = ctx.text(at)
    if name == "half":
        return half_of(nth, at, ctx, _frame(at + 1, ctx))
    hyphen = name == "week" and ctx.text(at + 1) == "-" and ctx.text(at + 2) == "end"
    after = at + (3 if hyphen else 1)
    if name in {"work", "working", "business"} and ctx.text(after) == "day":
        name, after = "workday", after + 1
    weekday = WEEKDAYS.get(name, PLURAL_DAYS.get(name, -1))
    if name in {"quarter", "qtr"} and nth in {1, 2, 3, 4}:
        found = _quarter(nth, after, ctx)
        return found if found and (found[1] > after or ctx.ends(after)) else None
    if weekday < 0 and not hyphen and name not in {*_WEEKENDS, "day", "workday", "weekday", "week", "month"}:
        return None
    if ctx.text(after) in {"before", "after"} and (weekday >= 0 or name in {"workday", "weekday"}):
        found = beside(nth, weekday, after, ctx)
        if found:
            return found
    part = None
    if weekday >= 0 and ctx.text(after) in PARTS:
        part, after = PARTS[ctx.text(after)], after + 1
    inner = inner_time(after, ctx) if weekday >= 0 and part is None else None
    frame = _frame(inner[1] if inner else after, ctx)
    if frame is None:
        return None
    found_day = nth_in(nth, "weekend" if hyphen or name in _WEEKENDS else name, weekday, frame, ctx)
    if found_day is None:
        return None
    if part:
        from planner.capture.reading import PARTS as HOURS

        found_day.kind = "timed"
        return Timed(found_day, Clock(*HOURS[part], part=part), None), frame[2]
    if inner:
        return Timed(found_day, inner[0][0], inner[0][1]), frame[2]
    end = frame[2]
    if name == "week" and ctx.text(end) == "on" and ctx.text(end + 1) in WEEKDAYS:
        frame_day = next(
            found_day.first + timedelta(n)
            for n in range(7)
            if (found_day.first + timedelta(n)).weekday() == WEEKDAYS[ctx.text(end + 1)]
        )
        return Day(frame_day), end + 2
    return found_day, end
