"""What follows the core of an English recurrence: its days, its time, where it begins and ends, what it leaves out."""

from __future__ import annotations

from planner.capture.english.clock import part
from planner.capture.english.lexer import NUMBER
from planner.capture.english.nths import month_days, nths, quarter_month, weekday_list
from planner.capture.english.numbers import cardinal, length, ordinal
from planner.capture.english.ranges import day_range
from planner.capture.english.words import MONTHS, PARTS, PLURAL_DAYS, WEEKDAYS
from planner.domain.moment import date, datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context
    from planner.capture.reading import Reading

__all__ = ["tails"]

_SINCE = frozenset(("starting", "beginning", "from", "since", "effective", "starts", "begins"))
_UNTIL = frozenset(("until", "till", "til", "through", "thru", "ending", "ends"))
_TIMES = frozenset(("times", "time", "x", "occurrences", "occurrence", "repetitions", "occasions", "sessions"))
_EXCEPT = frozenset(("except", "excluding", "excepting", "but"))
_MOST = 10
_MOST_TIMES = 100_000


def tails(reading: Reading, at: int, ctx: Context) -> tuple[int, str]:
    """Read every tail from a token on; where they end, and the part of the day they say."""
    said = ""
    for _ in range(_MOST):
        here = at + (ctx.text(at) == ",")
        end = (
            _bound(reading, here, ctx)
            or _times(reading, here, ctx)
            or _days(reading, here, ctx)
            or _time(reading, here, ctx)
        )
        if not end:
            lead = here + (ctx.text(here) in {"in", "at", "during"})
            found = part(ctx.words, lead + (ctx.text(lead) == "the"))
            if found and not said and (lead > here or ctx.text(here) in PARTS) and not _meal(lead, here, ctx):
                said, end = found[0], found[1]
        if not end:
            break
        at = end
    return at, said


def _meal(lead: int, at: int, ctx: Context) -> bool:
    """Whether lunch is what is to be done: every friday lunch with the cadres."""
    return lead == at and ctx.text(at) == "lunch"


def _time(reading: Reading, at: int, ctx: Context) -> int:
    """``at 9``, ``9-10:30``, ``@ 3pm``."""
    if reading.clock is not None:
        return 0
    from planner.capture.english.side import side

    lead = ctx.text(at) in {"at", "@", "around", "about", "by", "before", "from", "between"}
    start = at + lead
    found = side(start, ctx, loose=lead, only_time=True)
    if found is None or found.time is None:
        return 0
    reading.clock = found.time
    if ctx.text(found.end) in {",", "and"} and ctx.text(at) != "between":
        return _more_times(reading, found.end, ctx)
    if ctx.text(found.end) in {"-", "to", "until", "till", "and"}:
        last = side(found.end + 1, ctx, loose=True, only_time=True)
        if last is not None and last.time is not None:
            reading.end_clock = last.time
            return last.end
    if ctx.text(found.end) == "for":
        span = length(ctx.words, found.end + 1)
        if span and set(span[0]) <= {"hour", "minute"}:
            reading.minutes = round(span[0].get("hour", 0) * 60 + span[0].get("minute", 0))
            return span[1]
    return found.end


def _more_times(reading: Reading, at: int, ctx: Context) -> int:
    """``at 8am, 2pm and 8pm``: further times of the day, when all are at the same minute."""
    from planner.capture.english.side import side

    rule, first = reading.rule, reading.clock
    for _ in range(_MOST):
        start = at
        while ctx.text(start) in {",", "and"} and start - at < 2:
            start += 1
        found = side(start, ctx, loose=True, only_time=True) if start > at else None
        if rule is None or first is None or found is None or found.clock is None or found.clock.minute != first.minute:
            break
        rule.hours = (*(rule.hours or (first.likely,)), found.clock.likely)
        rule.minute, at = first.minute, found.end
    return at


def _days(reading: Reading, at: int, ctx: Context) -> int:
    """``on tuesday, friday``, ``on the 3rd tuesday``, ``on december 31st``, ``in november``."""
    rule = reading.rule
    if rule is None:
        return 0
    text, after = ctx.text(at), at + 1
    if text in {"in", "of"} and ctx.text(after) in MONTHS:
        months = [MONTHS[ctx.text(after)]]
        after += 1
        while ctx.text(after) in {",", "and"} and ctx.text(after + 1) in MONTHS:
            months.append(MONTHS[ctx.text(after + 1)])
            after += 2
        rule.months = tuple(months)
        if rule.freq == "MONTHLY" and rule.interval == 1 and (rule.nth or rule.monthdays):
            rule.freq = "YEARLY"
        return after
    if text in {"every", "each"} and rule.freq == "WEEKLY" and rule.bare:
        named = weekday_list(after, ctx, plural=True)
        rule.weekdays = named[0] if named else ()
        return named[1] if named else 0
    if rule.freq == "MONTHLY" and rule.bare and (text == "last" or ordinal(ctx.words, at)):
        return _nth_days(reading, at, ctx)
    if (
        text != "on"
        and not (text == "the" and ordinal(ctx.words, after))
        and text not in WEEKDAYS
        and text not in PLURAL_DAYS
    ):
        return 0
    if text != "on":
        after = at
    if rule.freq == "YEARLY" and ctx.words[after].kind == NUMBER and ctx.text(after + 1) == "/":
        one, two = ctx.words[after].value, ctx.words[after + 2].value
        month, number = (two, one) if one > 12 or (ctx.day_first and two <= 12) else (one, two)
        if 1 <= month <= 12 and 1 <= number <= 31:
            rule.months, rule.monthdays = (month,), (number,)
            return after + 3
    weekdays = weekday_list(after, ctx, plural=True)
    if weekdays:
        if rule.freq == "WEEKLY" and rule.bare:
            rule.weekdays = weekdays[0]
            return weekdays[1]
        return 0
    if ctx.text(after) in {"weekdays", "weekends"} and rule.freq in {"WEEKLY", "DAILY"} and rule.bare:
        rule.freq, rule.weekdays = "WEEKLY", (0, 1, 2, 3, 4) if ctx.text(after) == "weekdays" else (5, 6)
        return after + 1
    if ctx.text(after) in MONTHS and rule.freq == "YEARLY":
        found = month_days(after + 1 + (ctx.text(after + 1) == "the"), ctx)
        if found:
            rule.months, rule.monthdays = (MONTHS[ctx.text(after)],), found[0]
            return found[1]
        return 0
    return _day_of_month(reading, after, ctx) or _nth_days(reading, after, ctx)


def _day_of_month(reading: Reading, at: int, ctx: Context) -> int:
    """``on 4 december`` and ``on the 4th of december`` behind a yearly rule; returns where it ends, or 0."""
    rule, start = reading.rule, at + (ctx.text(at) == "the")
    number = ordinal(ctx.words, start) or (cardinal(ctx.words, start) if ctx.words[start].kind == NUMBER else None)
    if rule is None or rule.freq != "YEARLY" or not rule.bare or number is None or not 1 <= number[0] <= 31:
        return 0
    of = number[1] + (ctx.text(number[1]) == "of")
    if ctx.text(of) not in MONTHS:
        return 0
    rule.months, rule.monthdays = (MONTHS[ctx.text(of)],), (number[0],)
    return of + 1


def _nth_days(reading: Reading, at: int, ctx: Context) -> int:
    """``on the 15th``, ``on the last friday of november``, ``on day 4``."""
    rule = reading.rule
    if rule is None or rule.freq not in {"MONTHLY", "YEARLY"} or not (rule.monthdays == () and rule.nth == ()):
        return 0
    start = at + (ctx.text(at) == "the")
    start += ctx.text(start) == "day"
    found = nths(start, ctx)
    if found is None:
        listed = month_days(start, ctx) if ctx.words[start].kind == NUMBER else None
        if listed is None or ctx.text(listed[1]) in {":", "am", "pm"}:
            return 0
        rule.monthdays = listed[0]
        return listed[1]
    made, end = found
    rule.nth, rule.monthdays, rule.weekdays, rule.setpos = made.nth, made.monthdays, made.weekdays, made.setpos
    placed = quarter_month(end, ctx) if rule.interval == 3 else None
    if placed is not None:
        rule.interval, rule.months, end = 1, placed[0], placed[1]
    elif ctx.text(end) in {"of", "in"} and ctx.text(end + 1) in MONTHS:
        rule.months, end = (MONTHS[ctx.text(end + 1)],), end + 2
    elif ctx.text(end) == "of" and ctx.text(end + 1) == "the" and ctx.text(end + 2) in {"month", "year", "quarter"}:
        end += 3
    return end


def _day(at: int, ctx: Context) -> tuple[date, int] | None:
    """The day that begins at a token; the first of a period."""
    from planner.capture.english.days import day

    found = day(at + (ctx.text(at) in {"on", "in", "from"}), ctx, led=True)
    return (found[0].first, found[1]) if found else None


def _bound(reading: Reading, at: int, ctx: Context) -> int:
    """``starting march 3rd``, ``until april``, ``from jan 1 to dec 25``, ``for six weeks``, ``except fridays``."""
    text, rule = ctx.text(at), reading.rule
    if rule is None:
        return 0
    if text == "from" and rule.freq == "DAILY" and rule.bare and rule.interval == 1:
        names = weekday_list(at + 1, ctx, plural=True)
        if names is not None and len(names[0]) > 1:
            rule.freq, rule.weekdays = "WEEKLY", names[0]
            return names[1]
    if reading.since is None and (rule.freq in {"DAILY", "WEEKLY"} or text == "from"):
        days = day_range(at + (text in {"from", "between"}), ctx)
        if days is not None:
            reading.since, rule.until = days[0].first, days[1].first
            return days[2]
    if text in _SINCE or (text == "as" and ctx.text(at + 1) == "of"):
        found = _day(at + (2 if text == "as" else 1), ctx)
        if found is None:
            return 0
        reading.since = found[0]
        if ctx.text(found[1]) in {"to", "-"} | _UNTIL:
            return _until(reading, found[1] + 1, ctx) or found[1]
        return found[1]
    if text in _UNTIL:
        return _until(reading, at + 1, ctx)
    if text in _EXCEPT or (text == "but" and ctx.text(at + 1) == "not"):
        return _except(reading, at + 1, ctx)
    if text == "for":
        return _lasting(reading, at + 1, ctx)
    return 0


def _until(reading: Reading, at: int, ctx: Context) -> int:
    """The last day a rule may reach, brought behind its first."""
    found = _day(at, ctx)
    if found is None or reading.rule is None:
        return 0
    last = found[0]
    base = reading.since or ctx.today
    if last < base:
        from planner.capture.months import add_years

        last = add_years(last, base.year - last.year + (last.replace(year=base.year, day=min(last.day, 28)) < base))
    reading.rule.until = last
    return found[1]


def _lasting(reading: Reading, at: int, ctx: Context) -> int:
    """``for 8 times``, ``for the next six weeks``, ``for up to 14 months``."""
    rule = reading.rule
    if rule is None:
        return 0
    while ctx.text(at) in {"the", "next", "up", "to", "a", "total", "of", "only"} and cardinal(ctx.words, at) is None:
        if ctx.text(at) == "a" and ctx.text(at + 1) != "total":
            break
        at += 1
    counted = _count(reading, at, ctx)
    if counted:
        return counted
    found = length(ctx.words, at)
    if found is None:
        single = ctx.text(at) if ctx.text(at) in {"week", "month", "year", "quarter"} else ""
        if not single or ctx.text(at - 1) != "next":
            return 0
        found = ({single: 1.0}, at + 1)
    if set(found[0]) <= {"hour", "minute", "second"}:
        return 0
    if rule.freq == "DAILY" and rule.interval == 1 and set(found[0]) == {"day"}:
        rule.count = int(found[0]["day"])
        return found[1]
    from planner.capture.english.relative import apply

    base = reading.since or ctx.today
    moved = apply(found[0], datetime(base.year, base.month, base.day), ctx)
    if moved is None:
        return 0
    rule.until = moved.date()
    return found[1]


def _count(reading: Reading, at: int, ctx: Context) -> int:
    """``8 times``, ``10x``, ``3 occurrences``."""
    number = cardinal(ctx.words, at)
    if number is None or reading.rule is None or ctx.text(number[1]) not in _TIMES or not 1 <= number[0] <= _MOST_TIMES:
        return 0
    if ctx.text(number[1] + 1) in {"a", "per"}:
        return 0
    reading.rule.count = number[0]
    return number[1] + 1


def _times(reading: Reading, at: int, ctx: Context) -> int:
    """``twice``, ``thrice``, ``10x``."""
    if reading.rule is None or reading.rule.count is not None:
        return 0
    if ctx.text(at) in {"twice", "thrice"} and ctx.text(at + 1) not in {"a", "per"}:
        reading.rule.count = 2 if ctx.text(at) == "twice" else 3
        return at + 1
    return _count(reading, at, ctx)


def _except(reading: Reading, at: int, ctx: Context) -> int:
    """``except fridays``, ``except on dec 25 and jan 1``, ``except weekends``."""
    rule = reading.rule
    if rule is None:
        return 0
    at += ctx.text(at) == "for"
    at += ctx.text(at) == "on"
    if ctx.text(at) in {"weekends", "weekend"}:
        rule.except_weekdays += (5, 6)
        return at + 1
    names = weekday_list(at, ctx, plural=True)
    if names:
        rule.except_weekdays += names[0]
        return names[1]
    end = 0
    for _ in range(_MOST):
        found = _day(at, ctx)
        if found is None:
            break
        rule.exdates += (found[0],)
        end = at = found[1]
        if ctx.text(at) not in {",", "and"}:
            break
        at += 1
    return end
