"""Chinese rules by the week: 每周一三五, 单周周一, 周一、周三每天, Monday to Friday."""

from __future__ import annotations

from planner.capture.chinese.cycles import weekdays_at
from planner.capture.rule import WORKDAYS, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Core: TypeAlias = tuple[Rule, str, int] | None

__all__ = ["BEFORE_WEEKS", "alternate", "weekdays_each", "weekly", "workdays"]

BEFORE_WEEKS = frozenset(("", *" ,，。；;、:：(（每逢在于\0"))
"""What may stand before 单周 and 双周; 工单 and 订单 are other words."""


def alternate(text: str, at: int) -> Core:
    """单周周一, 双周的周三, 逢双周五: of every odd, or even, week of the year."""
    before = text[at - 1 : at] if at else ""
    if text[at + 1 : at + 2] != "周" or before not in BEFORE_WEEKS:
        return None
    start = at + 2 + (text[at + 2 : at + 3] == "的")
    days = weekdays_at(text, start, joined=False) or weekdays_at(text, at + 1, joined=False)
    if days is None:
        return None
    rule = Rule("WEEKLY", 2)
    rule.weekdays, rule.odd = days[0], text[at] == "单"
    return rule, "", days[1]


def weekdays_each(text: str, at: int) -> Core:
    """周一、周三、周五每天 is left to the day grammar unless 每天 or 每周 follows a list."""
    days = weekdays_at(text, at, joined=False)
    if days is None or len(days[0]) < 2 or not text.startswith(("每天", "每日"), days[1]):
        return None
    rule = Rule("WEEKLY")
    rule.weekdays = days[0]
    return rule, "", days[1] + 2


def workdays() -> Rule:
    """Monday to Friday."""
    rule = Rule("WEEKLY")
    rule.weekdays = WORKDAYS
    return rule


def weekly(text: str, at: int, count: int) -> Core:
    """The days of a week: 每周一三五, 每两周的周一, 每周日."""
    rule = Rule("WEEKLY", count)
    start = at
    if text[start : start + 1] == "的" or text[start : start + 1] == " ":
        start += 1
    days = weekdays_at(text, start, joined=start == at)
    if days is None and text.startswith(("的每", "的", "逢"), at):
        days = weekdays_at(text, at + 1, joined=False)
    if days:
        rule.weekdays = days[0]
        return rule, "", days[1]
    if text[at : at + 1] in {"报", "刊", "边", "期"}:
        return None
    if text.startswith("末", at):
        rule.weekdays = (5, 6)
        return rule, "", at + 1
    for word, weekday in (("初", 0), ("工作日", -1)):
        if text.startswith(word, at):
            rule.weekdays = WORKDAYS if weekday < 0 else (weekday,)
            return rule, "", at + len(word)
    return rule, "", at
