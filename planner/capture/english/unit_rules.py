"""Rules by the unit: every 2 weeks, and that long after a thing was done."""

from __future__ import annotations

from planner.capture.english.lexer import NUMBER
from planner.capture.english.numbers import length
from planner.capture.rule import WORKDAYS, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context

__all__ = ["MOST", "UNIT_RULES", "completion", "unit_rule"]

UNIT_RULES: dict[str, tuple[str, int]] = {
    "minute": ("MINUTELY", 1),
    "hour": ("HOURLY", 1),
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
    "decade": ("YEARLY", 10),
}


MOST = 1000


def unit_rule(kind: str, count: int) -> Rule:
    """``every count kinds``."""
    if kind == "workday":
        rule = Rule("WEEKLY")
        rule.weekdays = WORKDAYS
        return rule
    freq, size = UNIT_RULES[kind]
    return Rule(freq, min(size * count, MOST))


def completion(at: int, ctx: Context) -> tuple[Rule, str, int] | None:
    """``after 2 weeks``: that long after it was done."""
    found = length(ctx.words, at)
    if found is None or len(found[0]) != 1 or ctx.words[at].kind != NUMBER:
        return None
    (kind, amount), *_ = found[0].items()
    if kind not in UNIT_RULES or kind in {"hour", "minute"} or amount % 1 or not 1 <= amount <= MOST:
        return None
    rule = unit_rule(kind, int(amount))
    rule.completion = True
    return rule, "", found[1]
