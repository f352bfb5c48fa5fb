"""English recurrences.

    recurrence = ["starting" day] core {tail}
    core    = ("every" | "each") [number | ordinal | "other"] (unit | weekdays | part) | ("every" | "each") ordinals
            | ("every" | "each") month-day | ("every" | "each") ("first" | "last") (weekday | "day" | "workday")
            | "daily" | "weekly" | … | ("once" | "twice") ("a" | "per") unit | weekday plurals | "weekdays" | "mornings"
            | nths ("of each" | "of every") [number | "other"] "month" | "end of every" unit
            | "after" number unit                                  (repeats that long after it was done)
            | nths ("monthly" | "quarterly" | "every" unit) | nths "of the" nth "month of each quarter"
            | weekdays [time] ("weekly" | "every" [number] "week")
    nths    = (ordinal | "last" | "2nd to last") {("," | "and") …} (weekday | "day" | "workday" | nothing)
    tail    = "at" time | "on" weekdays | "on the" nths | "on" month-day | "in" month | part
            | "starting" day | "until" day | "from" day "to" day | "for" number ("times" | unit) | "except" days

A second day or time that one rule can't say (every monday 9am and thursday 2pm) refuses the whole.
``every 3rd friday`` is the month's third; ``weekly report`` and ``the daily round`` are names and no recurrence.
"""

from __future__ import annotations

from planner.capture.english.adverbs import ADVERBS, adverb
from planner.capture.english.clock import hour_follows, part
from planner.capture.english.dated_rules import alternate, every_date, of_weeks
from planner.capture.english.lexer import NUMBER, WORD
from planner.capture.english.nths import (
    edge_of,
    fixed_holiday,
    nths,
    period_ends,
    quarter_month,
    quarter_months,
    weekday_list,
)
from planner.capture.english.numbers import cardinal, ordinal, unit
from planner.capture.english.ranges import NoSuchDay
from planner.capture.english.unit_rules import MOST, UNIT_RULES, completion, unit_rule
from planner.capture.english.words import MONTHS, PARTS, PLURAL_DAYS, WEEKDAYS
from planner.capture.reading import PARTS as HOURS
from planner.capture.reading import Clock, Reading
from planner.capture.rule import WORKDAYS, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.capture.english.context import Context

    Core: TypeAlias = tuple[Rule, str, int] | None

__all__ = ["recurrence", "recurrence_after"]

_PARITY = frozenset(("odd", "even"))
_EVERY = frozenset(("every", "each", "ev", "evry"))
_WEEKLY = frozenset(("weekly", "biweekly", "fortnightly", *_EVERY))
_PLURAL_PARTS = {"mornings": "morning", "afternoons": "afternoon", "evenings": "evening", "nights": "night"}
_WEEKENDS = frozenset(("weekend", "weekends", "week-end"))
_WORKDAYS = frozenset(("weekday", "weekdays", "workday", "workdays"))


def recurrence(at: int, ctx: Context) -> tuple[Reading, int] | None:
    """The recurrence that begins at a token, and the token after it."""
    start, since = at, None
    if ctx.text(at) in {"starting", "beginning", "from"} and ctx.text(at + 1) != "of":
        from planner.capture.english.days import day

        found = day(at + 1 + (ctx.text(at + 1) == "on"), ctx, led=True)
        if found is None:
            return None
        since, start = found[0].first, found[1]
        start += ctx.text(start) == ","
        start += ctx.text(start) == "on" and ctx.text(start + 1) != "the"
    made = core(start, ctx)
    if made is None:
        return _listed(at, ctx)
    reading = Reading(0, 0)
    reading.since = since
    return _finished(reading, made, ctx)


def recurrence_after(reading: Reading, at: int, ctx: Context) -> int | None:
    """Let a recurrence that follows a time (9am every sunday) take it; where it ends, or ``None``."""
    if (reading.day is not None and reading.day.kind != "weekday") or reading.end_day is not None:
        return None
    start = at + (ctx.text(at) == ",")
    start += ctx.text(start) == "on"
    if reading.day is not None and ctx.text(start) not in _WEEKLY:
        return None
    made = core(start, ctx)
    if made is None:
        return None
    if reading.day is not None:
        if made[0].freq != "WEEKLY" or not made[0].bare:
            return None
        made[0].weekdays = (reading.day.first.weekday(),)
        reading.day = None
    return _finished(reading, made, ctx)[1]


def _finished(reading: Reading, made: tuple[Rule, str, int], ctx: Context) -> tuple[Reading, int]:
    """Read the tails, and put rule and time into the reading."""
    from planner.capture.english.bounds import tails

    reading.rule, said, end = made
    rule = reading.rule
    before = ctx.text(end - 1)
    end, more = tails(reading, end, ctx)
    said = more or said
    if before.startswith("quarter") and rule.interval == 3 and not rule.months and not rule.bare:
        rule.interval, rule.months = 1, quarter_months(rule)
    _refuse_further(end, ctx)
    if rule.freq == "YEARLY" and rule.monthdays and not rule.months:
        rule.months, reading.remarks = (rule.first(reading.since or ctx.today).month,), ("two_readings",)
    if rule.freq == "YEARLY" and rule.months and not (rule.monthdays or rule.nth or rule.setpos):
        rule.monthdays = (1,)
    if reading.clock is not None and said and before:
        reading.clock = reading.clock.in_part(said)
    elif said:
        reading.clock = Clock(*HOURS[said], part=said)
    return reading, end


def _refuse_further(at: int, ctx: Context) -> None:
    """Refuse what one rule can't say: every monday 9am and thursday 2pm, every monday and the last day of the month."""
    if ctx.text(at) not in {"and", "&"}:
        return
    start = at + 1 + (ctx.text(at + 1) in {"on", "every", "each"})
    end = start + 1 if ctx.text(start) in WEEKDAYS or ctx.text(start) in PLURAL_DAYS else 0
    named = start + (ctx.text(start) == "the")
    if ctx.text(named) in _WEEKENDS | _WORKDAYS:
        end = named + 1
    if not end and ctx.text(start) in {"the", "last", "first"}:
        found = nths(start + (ctx.text(start) == "the"), ctx) or ctx.day(start, ctx, led=True)
        end = found[1] if found else 0
    if end:
        raise NoSuchDay(end)


def core(at: int, ctx: Context) -> Core:
    """The rule, the part of the day that goes with it, and where it ends."""
    text = ctx.text(at)
    if text in _EVERY:
        return _every(at + 1, ctx)
    if text in _PARITY and ctx.text(at + 1) in {"week", "weeks"}:
        return alternate(at, ctx)
    if text in {"any", "all"} and ctx.text(at + 1) in _WEEKENDS | {"weekdays"}:
        return _plural(at + 1, ctx)
    if text in ADVERBS:
        return adverb(at, ctx)
    if text in {"semi", "bi"} and ctx.text(at + 1) == "-" and ctx.text(at + 2) in ADVERBS:
        name = text + ctx.text(at + 2)
        return (Rule(*ADVERBS[name]), "", at + 3) if name in ADVERBS else None
    if text == "twice":
        half = ctx.text(at + 1) in {"a", "per", "each"} and ctx.text(at + 2) == "year"
        return (Rule("MONTHLY", 6), "", at + 3) if half else None
    if text == "once" and ctx.text(at + 1) in _EVERY:
        return _every(at + 2, ctx)
    if text == "alternate" and ctx.text(at + 1) in PLURAL_DAYS:
        return _every(at, ctx)
    if text == "once":
        after = at + 1 + (ctx.text(at + 1) in {"a", "an", "per", "every", "each"})
        kind = unit(ctx.words, after)
        return (unit_rule(kind[0], 1), "", kind[1]) if kind and after > at + 1 and kind[0] in UNIT_RULES else None
    if text == "after":
        return completion(at + 1, ctx)
    if text in {"end", "last", "start", "beginning"} and ctx.text(at + 1) == "of" and ctx.text(at + 2) in _EVERY:
        return edge_of(text, at + 3, ctx)
    if text in PLURAL_DAYS or text in _PLURAL_PARTS or text in {"weekdays", "weekends", "workdays"}:
        return _plural(at, ctx)
    days = weekday_list(at, ctx, plural=True) if text in WEEKDAYS else None
    if days and ctx.text(days[1]) in _PLURAL_PARTS:
        rule = Rule("WEEKLY")
        rule.weekdays = days[0]
        return rule, _PLURAL_PARTS[ctx.text(days[1])], days[1] + 1
    return _nth_of_each(at, ctx)


def _plural(at: int, ctx: Context) -> Core:
    """``fridays``, ``mondays and fridays``, ``weekdays``, ``mornings``."""
    text = ctx.text(at)
    if text in _PLURAL_PARTS:
        if ctx.text(at + 1) == "of" or (ctx.words[at + 1].kind == WORD and not hour_follows(ctx.words, at + 1)):
            return None
        return Rule("DAILY"), _PLURAL_PARTS[text], at + 1
    rule = Rule("WEEKLY")
    if text in _WORKDAYS:
        rule.weekdays, end = WORKDAYS, at + 1
    elif text in _WEEKENDS:
        rule.weekdays, end = (5, 6), at + 1
    else:
        found = weekday_list(at, ctx, plural=True)
        if found is None:
            return None
        rule.weekdays, end = found
    said = _PLURAL_PARTS.get(ctx.text(end), "")
    return rule, said, end + bool(said)


def _every(at: int, ctx: Context) -> Core:
    """What follows ``every``."""
    text = ctx.text(at)
    if text == "single":
        at, text = at + 1, ctx.text(at + 1)
    if text in {"end", "start", "beginning"} and ctx.text(at + 1) == "of":
        return edge_of(text, at + 2 + (ctx.text(at + 2) == "the"), ctx)
    if text in _PARITY and ctx.text(at + 1) in {"week", "weeks"}:
        return alternate(at, ctx)
    if text in {"other", "alternate", "second", "2nd"} or (text == "2" and ctx.text(at + 1) == "nd"):
        width = 2 if text == "2" else 1
        kind = unit(ctx.words, at + width)
        if text in {"other", "alternate"} and (ctx.text(at + 1) in WEEKDAYS or ctx.text(at + 1) in PLURAL_DAYS):
            found = weekday_list(at + 1, ctx, plural=True)
            if found:
                rule = Rule("WEEKLY", 2)
                rule.weekdays = found[0]
                return rule, "", found[1]
        if kind and kind[0] in UNIT_RULES:
            return unit_rule(kind[0], 2), "", kind[1]
        if text == "other" and ctx.text(at + 1) in _WEEKENDS:
            rule = Rule("WEEKLY", 2)
            rule.weekdays = (5, 6)
            return rule, "", at + 2
    named = _every_named(at, ctx)
    if named:
        return named
    if text in MONTHS or (ctx.words[at].kind == NUMBER and ctx.text(at + 1) == "/"):
        return every_date(at, ctx)
    nth = _every_nth(at, ctx)
    if nth:
        return nth
    return _every_count(at, ctx)


def _every_named(at: int, ctx: Context) -> Core:
    """``every week``, ``every workday``, ``every weekend``, ``every mon, fri``, ``every morning``."""
    text = ctx.text(at)
    if text in _WORKDAYS or (text in {"working", "business", "work", "week"} and ctx.text(at + 1) in {"day", "days"}):
        return unit_rule("workday", 1), "", at + (1 if text in _WORKDAYS else 2)
    if text in _WEEKENDS:
        rule = Rule("WEEKLY")
        rule.weekdays = (5, 6)
        return rule, "", at + 1
    found = weekday_list(at, ctx, plural=True)
    if found:
        rule = Rule("WEEKLY")
        rule.weekdays = found[0]
        weeks = of_weeks(rule, found[1], ctx)
        if weeks:
            return rule, "", weeks
        end = found[1] + 3 * ([ctx.text(found[1] + n) for n in range(3)] == ["of", "the", "month"])
        said = PARTS.get(ctx.text(end), "") if ctx.text(end) != "lunch" else ""
        return rule, said, end + bool(said)
    inside = part(ctx.words, at)
    if inside and ctx.text(at) != "the":
        return Rule("DAILY"), inside[0], inside[1]
    if text in {"quarter", "month", "year"} and ctx.text(at + 1 + (ctx.text(at + 1) in {"-", "'s"})) == "end":
        return period_ends(text), "", at + 2 + (ctx.text(at + 1) == "-")
    if text == "half" and ctx.text(at + 1) in {"hour", "year"}:
        return (Rule("MINUTELY", 30) if ctx.text(at + 1) == "hour" else Rule("MONTHLY", 6)), "", at + 2
    kind = unit(ctx.words, at)
    if kind and kind[0] in UNIT_RULES and len(ctx.text(at)) > 1:
        return unit_rule(kind[0], 1), "", kind[1]
    fixed = fixed_holiday(at, ctx)
    if fixed:
        return fixed
    if text in {"eom", "eoq", "eoy"}:
        return period_ends({"eom": "month", "eoq": "quarter", "eoy": "year"}[text]), "", at + 1
    return None


def _every_nth(at: int, ctx: Context) -> Core:
    """``every 3rd friday``, ``every 6th of the month``, ``every last workday``, ``every 5th and 25th of july``."""
    number = ordinal(ctx.words, at)
    if number:
        kind = unit(ctx.words, number[1])
        if kind and kind[0] in UNIT_RULES and ctx.text(kind[1]) not in {"of", "in"} and number[0] > 1:
            return unit_rule(kind[0], number[0]), "", kind[1]
    found = nths(at, ctx)
    if found is None:
        return None
    rule, end = found
    return (_framed(rule, end, ctx) or (rule, "", end)) if rule else None


def _framed(rule: Rule, at: int, ctx: Context) -> Core:
    """The month that nth days belong to: ``of the month``, ``of every 3 months``, ``in november``."""
    if ctx.text(at) not in {"of", "in"}:
        return None
    after = at + 1
    if ctx.text(after) == "the" and ctx.text(after + 1) in {"month", "year", "quarter"}:
        if ctx.text(after + 1) == "quarter":
            rule.months = quarter_months(rule)
        return rule, "", after + 2
    if ctx.text(after) in _EVERY or ctx.text(after) == "a":
        made = _every(after + 1, ctx) if ctx.text(after) != "a" else None
        if made and made[0].bare and made[0].freq in {"MONTHLY", "YEARLY"}:
            rule.interval = made[0].interval
            if made[0].freq == "YEARLY":
                rule.freq = "YEARLY"
            elif ctx.text(made[2] - 1).startswith("quarter") and made[0].interval == 3:
                rule.interval, rule.months = 1, quarter_months(rule)
            return rule, "", made[2]
        return None
    if ctx.text(after) == "every" or ctx.text(after) not in MONTHS:
        return None
    rule.freq, rule.months, after = "YEARLY", (MONTHS[ctx.text(after)],), after + 1
    while ctx.text(after) in {",", "and"} and ctx.text(after + 1) in MONTHS:
        rule.months += (MONTHS[ctx.text(after + 1)],)
        after += 2
    return rule, "", after


def _every_count(at: int, ctx: Context) -> Core:
    """``every 2 weeks``, ``every three week``, ``every three weekends``, ``every 27``."""
    number = cardinal(ctx.words, at)
    if number is None or not 1 <= number[0] <= MOST:
        return None
    kind = unit(ctx.words, number[1])
    if kind and (kind[0] in UNIT_RULES or kind[0] == "workday"):
        if kind[0] == "workday":
            return Rule("DAILY", number[0]), "", kind[1]
        return unit_rule(kind[0], number[0]), "", kind[1]
    if ctx.text(number[1]) in _WEEKENDS:
        rule = Rule("WEEKLY", number[0])
        rule.weekdays = (5, 6)
        return rule, "", number[1] + 1
    if ctx.text(number[1]) in MONTHS and number[0] <= 31:
        rule = Rule("YEARLY")
        rule.months, rule.monthdays = (MONTHS[ctx.text(number[1])],), (number[0],)
        return rule, "", number[1] + 1
    found = weekday_list(number[1], ctx, plural=True)
    if found:
        rule = Rule("WEEKLY", number[0])
        rule.weekdays = found[0]
        return rule, "", found[1]
    if number[0] <= 31 and ctx.words[at].kind == NUMBER and hour_follows(ctx.words, number[1]):
        rule = Rule("MONTHLY")
        rule.monthdays = (number[0],)
        return rule, "", number[1]
    return None


def _nth_of_each(at: int, ctx: Context) -> Core:
    """``1st and last wed of each month``, ``the 15th of every month``."""
    start = at + (ctx.text(at) == "the")
    if ordinal(ctx.words, start) is None and ctx.text(start) not in {"last", "end"}:
        return None
    found = nths(start, ctx)
    if found is not None and len({nth for nth, _ in found[0].nth}) > 1:
        monthly = [ctx.text(found[1] + n) for n in range(3)] == ["of", "the", "month"]
        closed = hour_follows(ctx.words, found[1]) or ctx.ends(found[1])
        if monthly or (closed and ctx.text(found[1]) not in {"of", "in"}):
            return found[0], "", found[1] + 3 * monthly
    if found is None:
        return None
    named = _rule_behind(found[0], found[1], ctx)
    if named or ctx.text(found[1]) not in {"of", "in", "each", "every"}:
        return named
    of = found[1] + (ctx.text(found[1]) in {"of", "in"})
    if ctx.text(of) not in _EVERY:
        return None
    return _framed(found[0], of - 1 if of > found[1] else found[1] - 1, ctx) if of > found[1] else None


def _rule_behind(rule: Rule, at: int, ctx: Context) -> Core:
    """``the 8th monthly``, ``the 5th and 20th every month``, ``the 10th of the first month of each quarter``."""
    placed = quarter_month(at, ctx)
    if placed is not None:
        of = placed[1] + (ctx.text(placed[1]) in {"of", "in"})
        if ctx.text(of) not in {*_EVERY, "the", "a"} or ctx.text(of + 1) != "quarter" or not rule.monthdays:
            return None
        rule.months = placed[0]
        return rule, "", of + 2
    if ctx.text(at) in {"monthly", "quarterly", "bimonthly"}:
        made = adverb(at, ctx)
    else:
        made = _every(at + 1, ctx) if ctx.text(at) in _EVERY else None
    if made is None or made[0].freq != "MONTHLY" or not made[0].bare:
        return None
    rule.interval = made[0].interval
    if rule.interval == 3:
        rule.interval, rule.months = 1, quarter_months(rule)
    return rule, "", made[2]


def _listed(at: int, ctx: Context) -> tuple[Reading, int] | None:
    """``monday and thursday every week``, ``monday to friday 8:30 weekly``: the weekdays of a rule behind them."""
    days = weekday_list(at, ctx, plural=False) if ctx.text(at) in WEEKDAYS else None
    if days is None or len(days[0]) < 2:
        return None
    from planner.capture.english.stretch import hours_behind

    reading = Reading(0, 0)
    end = hours_behind(reading, days[1], ctx)
    end += ctx.text(end) == ","
    made = core(end, ctx) if ctx.text(end) in _WEEKLY else None
    if made is None or made[0].freq != "WEEKLY" or not made[0].bare:
        return None
    made[0].weekdays = days[0]
    return _finished(reading, made, ctx)
