"""English rules by the date, and by the week of the month or year: every sept 7, even weeks on monday."""

from __future__ import annotations

from planner.capture.english.nths import month_days, nths, weekday_list
from planner.capture.english.words import MONTHS
from planner.capture.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.capture.english.context import Context

    Core: TypeAlias = tuple[Rule, str, int] | None

__all__ = ["alternate", "every_date", "of_weeks"]


def every_date(at: int, ctx: Context) -> Core:
    """``every sept 7``, ``every july 5 and 25``, ``each 4/15``, ``every january``."""
    rule = Rule("YEARLY")
    if ctx.text(at) in MONTHS:
        rule.months, end = (MONTHS[ctx.text(at)],), at + 1
        end += ctx.text(end) == "."
        end += ctx.text(end) == "the"
        found = month_days(end, ctx)
        if found:
            rule.monthdays, end = found
            while ctx.text(end) in {",", "and"} and ctx.text(end + 1) in MONTHS:
                more = month_days(end + 2, ctx)
                if more is None or more[0] != rule.monthdays:
                    break
                rule.months += (MONTHS[ctx.text(end + 1)],)
                end = more[1]
        else:
            while ctx.text(end) in {",", "and"} and ctx.text(end + 1) in MONTHS:
                rule.months += (MONTHS[ctx.text(end + 1)],)
                end += 2
        return rule, "", end
    one, two = ctx.words[at].value, ctx.words[at + 2].value
    month, day = (two, one) if one > 12 or (ctx.day_first and two <= 12) else (one, two)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    rule.months, rule.monthdays = (month,), (day,)
    return rule, "", at + 3


def of_weeks(rule: Rule, at: int, ctx: Context) -> int:
    """``of the 2nd and 4th week``: makes the rule one of nth weekdays; returns where it ends, or 0."""
    if ctx.text(at) != "of":
        return 0
    found = nths(at + 1, ctx)
    if found is None or ctx.text(found[1]) not in {"week", "weeks"} or not found[0].monthdays:
        return 0
    counts = found[0].monthdays
    if any(not -1 <= count <= 5 for count in counts):
        return 0
    rule.freq, rule.nth = "MONTHLY", tuple((count, day) for count in counts for day in rule.weekdays)
    rule.weekdays = ()
    end = found[1] + 1
    return end + 3 if [ctx.text(end + n) for n in range(3)] == ["of", "the", "month"] else end


def alternate(at: int, ctx: Context) -> Core:
    """``even weeks``, ``every odd week on monday``: as ISO 8601 numbers the weeks of the year."""
    rule = Rule("WEEKLY", 2)
    rule.odd = ctx.text(at) == "odd"
    after = at + 2 + (ctx.text(at + 2) == "on")
    found = weekday_list(after, ctx, plural=True)
    if found is None:
        return None
    rule.weekdays = found[0]
    return rule, "", found[1]
