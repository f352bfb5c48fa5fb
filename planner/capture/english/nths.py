"""Lists of weekdays, of days of the month, and of nth weekdays, in English."""

from __future__ import annotations

from planner.capture.english.lexer import NUMBER
from planner.capture.english.numbers import cardinal, ordinal
from planner.capture.english.words import PLURAL_DAYS, WEEKDAYS
from planner.capture.rule import WORKDAYS, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context

__all__ = [
    "edge_of",
    "fixed_holiday",
    "month_days",
    "nths",
    "period_ends",
    "quarter_month",
    "quarter_months",
    "weekday_list",
]

_JOINTS = frozenset((",", "and", "&", "/", "or", "+"))
_MOST = 12


def _weekday(text: str, *, plural: bool) -> int:
    """The weekday a word names, -1 for none."""
    found = WEEKDAYS.get(text, -1)
    return PLURAL_DAYS.get(text, -1) if found < 0 and plural else found


def weekday_list(at: int, ctx: Context, *, plural: bool) -> tuple[tuple[int, ...], int] | None:
    """``mon, wed and fri``, ``tue/thu``, ``monday to friday``."""
    first = _weekday(ctx.text(at), plural=plural)
    if first < 0:
        return None
    found, end = [first], at + 1
    for _ in range(_MOST):
        if ctx.text(end) in {"-", "to", "through", "thru"} and len(found) == 1:
            last = _weekday(ctx.text(end + 1), plural=plural)
            if last < 0:
                break
            if ctx.text(end) == "-" and ctx.text(end + 2) == "-" and _weekday(ctx.text(end + 3), plural=plural) >= 0:
                found, end = [first, last, _weekday(ctx.text(end + 3), plural=plural)], end + 4
                break
            found, end = [(first + n) % 7 for n in range((last - first) % 7 + 1)], end + 2
            break
        joint = end
        while ctx.text(joint) in _JOINTS and joint - end < 2:
            joint += 1
        joint += ctx.text(joint) in {"on", "every", "each"} and joint > end
        more = _weekday(ctx.text(joint), plural=plural)
        if more < 0:
            break
        if more not in found:
            found.append(more)
        end = joint + 1
    return tuple(sorted(found)), end


def month_days(at: int, ctx: Context) -> tuple[tuple[int, ...], int] | None:
    """``7``, ``20 and 30``, ``21st, 25th and 31st``, ``last day``."""
    found: list[int] = []
    end = at
    for _ in range(_MOST):
        start = end
        if found:
            while ctx.text(start) in _JOINTS and start - end < 2:
                start += 1
            if start == end:
                break
        start += ctx.text(start) == "the"
        if ctx.text(start) == "last":
            number: tuple[int, int] | None = (-1, start + 1 + (ctx.text(start + 1) == "day"))
        else:
            number = ordinal(ctx.words, start) or (
                cardinal(ctx.words, start) if ctx.words[start].kind == NUMBER else None
            )
        if number is None or number[0] > 31 or number[0] == 0:
            break
        if ctx.words[number[1]].glued and ctx.text(number[1]) in {":", "am", "pm", "/"}:
            break
        found.append(number[0])
        end = number[1]
    return (tuple(found), end) if found else None


def nths(at: int, ctx: Context) -> tuple[Rule, int] | None:
    """A monthly rule of nth weekdays, days or working days: ``2nd and last friday``, ``1st and 15th``, ``last day``."""
    pairs: list[tuple[int, int]] = []
    waiting: list[int] = []
    end, done = at, at
    for _ in range(_MOST):
        start = end
        if pairs or waiting:
            while ctx.text(start) in _JOINTS and start - end < 2:
                start += 1
        start += ctx.text(start) == "the"
        number = _nth(start, ctx)
        if number is None or (start == end and (pairs or waiting)):
            break
        waiting.append(number[0])
        end = number[1]
        name = ctx.text(end)
        weekday = _weekday(name, plural=True)
        if weekday >= 0:
            pairs += [(nth, weekday) for nth in waiting]
            waiting, end, done = [], end + 1, end + 1
        elif (
            name == "day"
            or name in {"workday", "weekday"}
            or (name in {"working", "business"} and ctx.text(end + 1) == "day")
        ):
            return _of_days(waiting, name, end) if not pairs else None
        elif not pairs:
            done = end
    if pairs:
        if any(not 1 <= abs(nth) <= 5 for nth, _ in pairs):
            return None
        rule = Rule("MONTHLY")
        rule.nth = tuple(pairs)
        return rule, done
    if (
        waiting
        and all(1 <= abs(number) <= 31 for number in waiting)
        and (waiting != [-1] or ctx.text(end) in {"of", "in"})
    ):
        rule = Rule("MONTHLY")
        rule.monthdays = tuple(waiting)
        return rule, done
    return None


def _of_days(numbers: list[int], name: str, at: int) -> tuple[Rule, int] | None:
    """``last day``, ``first working day``, ``3rd day``."""
    rule = Rule("MONTHLY")
    if name == "day":
        rule.monthdays = tuple(numbers)
        return rule, at + 1
    if len(numbers) != 1 or not 1 <= abs(numbers[0]) <= 23:
        return None
    rule.weekdays, rule.setpos = WORKDAYS, numbers[0]
    return rule, at + (1 if name in {"workday", "weekday"} else 2)


def _nth(at: int, ctx: Context) -> tuple[int, int] | None:
    """``2nd``, ``last``, ``2nd to last``, ``2nd to the last``, ``second-last``."""
    if ctx.text(at) == "last":
        return -1, at + 1
    number = ordinal(ctx.words, at)
    if number is None:
        return None
    after = number[1]
    if ctx.text(after) in {"to", "-"}:
        last = after + 1 + (ctx.text(after + 1) in {"the", "to"})
        last += ctx.text(last) in {"-", "the"}
        if ctx.text(last) == "last":
            return -number[0], last + 1
    return number


def period_ends(kind: str) -> Rule:
    """The last day of every month, quarter or year."""
    rule = Rule("MONTHLY")
    rule.monthdays = (-1,)
    if kind == "quarter":
        rule.months = (3, 6, 9, 12)
    elif kind == "year":
        rule.freq, rule.months, rule.monthdays = "YEARLY", (12,), (31,)
    return rule


def edge_of(word: str, at: int, ctx: Context) -> tuple[Rule, str, int] | None:
    """``end of every month``, ``last of each quarter``, ``start of every quarter``: the unit stands at a token."""
    kind = ctx.text(at)
    if kind not in {"month", "quarter", "year"}:
        return None
    rule = period_ends(kind)
    if word in {"start", "beginning"}:
        rule.monthdays = (1,)
        rule.months = {"month": (), "quarter": (1, 4, 7, 10), "year": (1,)}[kind]
    return rule, "", at + 1


def quarter_months(rule: Rule) -> tuple[int, ...]:
    """The months of a quarter in which its nth days lie: the first ones, or the last when counted from the end."""
    numbers = rule.monthdays or tuple(nth for nth, _ in rule.nth) or (rule.setpos or 1,)
    return (1, 4, 7, 10) if min(numbers) > 0 else (3, 6, 9, 12)


_MONTHS_OF_QUARTER = {"first": 1, "1": 1, "second": 2, "2": 2, "third": 3, "3": 3, "last": 3, "final": 3}


def quarter_month(at: int, ctx: Context) -> tuple[tuple[int, ...], int] | None:
    """``of the first month``, ``in the last month of``: those months of the four quarters, and where it ends."""
    if ctx.text(at) not in {"of", "in"}:
        return None
    start = at + 1 + (ctx.text(at + 1) == "the")
    first = _MONTHS_OF_QUARTER.get(ctx.text(start), 0)
    end = start + 1 + (ctx.text(start + 1) in {"st", "nd", "rd"})
    if not first or ctx.text(end) != "month":
        return None
    return (first, first + 3, first + 6, first + 9), end + 1


def fixed_holiday(at: int, ctx: Context) -> tuple[Rule, str, int] | None:
    """``every christmas``: a holiday that falls on the same date each year."""
    from planner.capture.english.words import FIRST_OF_FESTIVALS

    if ctx.text(at) not in FIRST_OF_FESTIVALS:
        return None
    from planner.capture.english.holidays import holiday
    from planner.domain.festivals import ENGLISH

    found = holiday(at, ctx)
    if found is None or ENGLISH.get(" ".join(ctx.text(n) for n in range(at, found[1])), ("",))[0] != "day":
        return None
    rule = Rule("YEARLY")
    rule.months, rule.monthdays = (found[0].first.month,), (found[0].first.day,)
    return rule, "", found[1]
