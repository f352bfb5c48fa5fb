"""English days and times counted from now or from another day.

    relative = ("in" | "within" | "after" | "+") length | length ("from now" | "later" | "hence" | "out" | "from today")
             | length ("after" | "from" | "before") day | number weekday-plural "from now" | "next" number unit
             | "next" ("hour" | "minute") | "the day after tomorrow"

Hours and minutes give an exact moment, larger units a day. ``after 2 weeks`` (digits, and a unit of a day or more) is a
repetition from completion and belongs to ``recurrence``. ``3 days ago`` is no due date.
"""

from __future__ import annotations

from planner.capture.english.anchors import length_on
from planner.capture.english.lexer import NUMBER
from planner.capture.english.numbers import cardinal, length, unit
from planner.capture.english.words import PLURAL_DAYS, WEEKDAYS
from planner.capture.months import add_months, real_day
from planner.capture.reading import Clock, Day
from planner.domain.moment import date, datetime, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context
    from planner.capture.english.numbers import Length

__all__ = ["Exact", "apply", "relative"]

_LEADS = frozenset(("in", "within", "after", "+"))
_ABOUT = frozenset(("about", "around", "roughly", "approximately", "exactly", "just", "the", "next", "only", "like"))
_DAYS = frozenset(("day", "week", "month", "year", "quarter", "fortnight", "decade", "workday"))
_DURING = frozenset(("for", "every", "each", "last", "past", "over"))
_HALF_YEAR = 183
_FARTHEST = 400_000


class Exact(Day):
    """A day with the time that goes with it: what hours and minutes from now come to."""

    __slots__ = ("clock",)

    def __init__(self, moment: datetime) -> None:
        super().__init__(moment.date())
        self.clock = Clock(moment.hour, moment.minute)


def relative(at: int, ctx: Context) -> tuple[Day, int] | None:
    """The counted day or moment that begins at a token."""
    text, start = ctx.text(at), at
    if text == "day" and ctx.text(at + 1) == "after" and ctx.text(at + 2) in {"tomorrow", "tmrw", "tmr", "tom"}:
        return Day(ctx.today + timedelta(2), "today"), at + 3
    if text in {"day", "week", "month"} and ctx.text(at + 1) in {"after", "before"}:
        return _from_day({text: 1}, at + 1, ctx)
    if text == "next":
        return _next_units(at, ctx)
    led = text in _LEADS
    if led:
        start += 1
        while ctx.text(start) in _ABOUT:
            start += 1
    found = length(ctx.words, start)
    if found is None:
        return _weekdays_from_now(start, ctx)
    spans, end = found
    if led and ctx.text(end) == "or" and ctx.text(end + 1) in {"two", "so"}:
        end += 2
    if (
        (ctx.text(end) in {"on", "today", "tomorrow"} or ctx.text(end) in WEEKDAYS)
        and text != "after"
        and ctx.text(at - 1) not in _DURING
    ):
        moved = apply(spans, ctx.now, ctx)
        placed = length_on(spans, moved.date(), end, ctx, led=led) if moved else None
        if placed:
            return placed
    if led:
        if text == "after" and _from_completion(spans, start, ctx):
            return None
        if ctx.text(end) in {"ago", "old"} or (ctx.text(end) == "of" and text != "+"):
            return None
        tail = _tail(end, ctx)
        return _from(spans, ctx.now, ctx, tail or end)
    tail = _tail(end, ctx)
    if tail and ctx.text(tail - 1) != "time":
        return _from(spans, ctx.now, ctx, tail)
    word = ctx.text(end)
    if word in {"after", "from", "before"}:
        return _from_day(spans, end, ctx)
    return None


def _from_completion(spans: Length, at: int, ctx: Context) -> bool:
    """Whether ``after …`` says how long after completion: a number of days or more, not ``after a week``."""
    return all(kind in _DAYS for kind in spans) and ctx.words[at].kind == NUMBER


def _tail(at: int, ctx: Context) -> int:
    """Where ``from now``, ``later``, ``hence``, ``out`` ends; 0 when there is none."""
    text, nxt = ctx.text(at), ctx.text(at + 1)
    if text in {"from", "after"} and nxt in {"now", "today"}:
        return at + 2
    if text in {"hence", "later"}:
        return at + 1
    if text == "time" or (text == "'" and nxt == "time"):
        return at + 1 + (text == "'")
    if text == "out" and ctx.ends(at + 1):
        return at + 1
    return 0


def _from(spans: Length, origin: datetime, ctx: Context, end: int) -> tuple[Day, int] | None:
    """The moment or day that lies so far after an origin."""
    moved = apply(spans, origin, ctx)
    if moved is None:
        return None
    exact = any(kind in spans for kind in ("hour", "minute", "second"))
    exact = exact or any(kind in spans and spans[kind] % 1 for kind in ("day",))
    made = Exact(moved) if exact else Day(moved.date())
    made.unknown = "workday" in spans and not ctx.calendar.known(moved.year)
    return made, end


def apply(spans: Length, origin: datetime, ctx: Context, sign: int = 1) -> datetime | None:
    """An origin moved by a length; ``None`` when that leaves the calendar."""
    if any(amount > _FARTHEST for amount in spans.values()):
        return None
    months = sum(
        spans.get(kind, 0) * size for kind, size in (("month", 1), ("quarter", 3), ("year", 12), ("decade", 120))
    )
    try:
        moved = origin
        if months:
            whole = int(months)
            day = add_months(origin.date(), sign * whole)
            moved = datetime(day.year, day.month, day.day, origin.hour, origin.minute)
            if months - whole:
                moved += timedelta(sign * round((months - whole) * 30))
        days = spans.get("day", 0) + 7 * spans.get("week", 0) + 14 * spans.get("fortnight", 0)
        moved += sign * timedelta(days, spans.get("second", 0), 0, 0, spans.get("minute", 0), spans.get("hour", 0))
        if "workday" in spans:
            day = ctx.calendar.shift(moved.date(), sign * int(spans["workday"]))
            moved = datetime(day.year, day.month, day.day, moved.hour, moved.minute)
    except (OverflowError, ValueError):
        return None
    return moved if 1900 <= moved.year <= 9000 else None


def _from_day(spans: Length, at: int, ctx: Context) -> tuple[Day, int] | None:
    """``4 days after march 3rd``, ``2 weeks from monday``, ``5 days before new year``."""
    if ctx.counted:
        return None
    ctx.counted += 1
    base = ctx.day(at + 1, ctx, led=True)
    ctx.counted -= 1
    if base is None:
        return None
    moved = None
    if ctx.text(at) != "before" and base[0].kind == "yearday":
        moved = _from_past(spans, base[0].first, ctx)
    if moved is None:
        origin = datetime(base[0].first.year, base[0].first.month, base[0].first.day)
        moved = apply(spans, origin, ctx, -1 if ctx.text(at) == "before" else 1)
    return (Day(moved.date()), base[1]) if moved else None


def _from_past(spans: Length, anchor: date, ctx: Context) -> datetime | None:
    """What lies so far after the anchor's last occurrence, when that was within half a year and the end is ahead."""
    last = real_day(anchor.year - 1, anchor.month, anchor.day)
    if last is None or not 0 <= (ctx.today - last).days <= _HALF_YEAR:
        return None
    moved = apply(spans, datetime(last.year, last.month, last.day), ctx)
    return moved if moved is not None and moved.date() >= ctx.today else None


def _weekdays_from_now(at: int, ctx: Context) -> tuple[Day, int] | None:
    """``2 mondays from now``."""
    number = cardinal(ctx.words, at)
    if number is None or not 1 <= number[0] <= 60:
        return None
    name = ctx.text(number[1])
    weekday = PLURAL_DAYS.get(name, WEEKDAYS.get(name, -1))
    if weekday < 0 or ctx.text(number[1] + 1) != "from" or ctx.text(number[1] + 2) not in {"now", "today"}:
        return None
    first = ctx.today + timedelta((weekday - ctx.today.weekday() - 1) % 7 + 1)
    return Day(first + timedelta(7 * (number[0] - 1))), number[1] + 3


def _next_units(at: int, ctx: Context) -> tuple[Day, int] | None:
    """``next 2 days``, ``next hour``."""
    single = unit(ctx.words, at + 1)
    if single and single[0] in {"hour", "minute"} and ctx.text(at + 1) in {"hour", "minute"}:
        return _from({single[0]: 1}, ctx.now, ctx, single[1])
    if cardinal(ctx.words, at + 1) is None and ctx.text(at + 1) not in {"few", "couple"}:
        return None
    found = length(ctx.words, at + 1)
    return _from(found[0], ctx.now, ctx, found[1]) if found else None
