"""The reserved words of the capture line: what ``+word`` and the explicit keys may say."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.terms import Grade, IfOff, Mark, Nature, Origin, Urgency, Work

__all__ = [
    "FIELD_OF_KEY",
    "GRADES",
    "IF_OFF",
    "KEYS",
    "KEYS_OF_CLEARING",
    "MARKS",
    "MISSED",
    "NATURES",
    "ORIGINS",
    "SUPERVISED",
    "URGENCIES",
    "WORKS",
]

GRADES: dict[str, Grade] = {
    "major": "major",
    "minor": "minor",
    "大事": "major",
    "小事": "minor",
    "大": "major",
    "小": "minor",
}
MARKS: dict[str, Mark] = {
    "assigned": "assigned",
    "overall": "overall",
    "operation": "operation",
    "image": "image",
    "交办": "assigned",
    "领导交办": "assigned",
    "全局": "overall",
    "涉及全局": "overall",
    "运转": "operation",
    "影响运转": "operation",
    "形象": "image",
    "影响形象": "image",
}
NATURES: dict[str, Nature] = {"policy": "policy", "routine": "routine", "政务": "policy", "事务": "routine"}
ORIGINS: dict[str, Origin] = {
    "planned": "planned",
    "adhoc": "adhoc",
    "ad-hoc": "adhoc",
    "计划内": "planned",
    "计划": "planned",
    "临时": "adhoc",
    "临时交办": "adhoc",
}
URGENCIES: dict[str, Urgency] = {
    "flash": "flash",
    "urgent": "urgent",
    "expedite": "expedite",
    "regular": "regular",
    "特提": "flash",
    "特急": "urgent",
    "加急": "expedite",
    "平急": "regular",
}
WORKS: dict[str, Work] = {
    "documents": "documents",
    "affairs": "affairs",
    "meetings": "meetings",
    "research": "research",
    "information": "information",
    "study": "study",
    "advice": "advice",
    "inspection": "inspection",
    "reception": "reception",
    "logistics": "logistics",
    "duty": "duty",
    "办文": "documents",
    "办事": "affairs",
    "办会": "meetings",
    "调研": "research",
    "信息": "information",
    "学习": "study",
    "参谋": "advice",
    "督查": "inspection",
    "接待": "reception",
    "后勤": "logistics",
    "值班": "duty",
}
SUPERVISED = frozenset(("督办", "supervise", "supervised"))
IF_OFF: dict[str, IfOff] = {"before": "before", "after": "after", "提前": "before", "顺延": "after"}

MISSED: dict[str, bool] = {"each": True, "all": True, "逐次": True, "补做": True, "skip": False, "跳过": False}
"""``missed:``: whether occurrences that were missed are each to be done."""

KEYS: dict[str, str] = {
    "due": "due",
    "start": "start",
    "every": "every",
    "after": "after",
    "needs": "needs",
    "nature": "nature",
    "origin": "origin",
    "urgency": "urgency",
    "note": "note",
    "title": "title",
    "text": "text",
    "from": "from",
    "to": "to",
    "words": "words",
    "ahead": "ahead",
    "remind": "remind",
    "if-off": "if-off",
    "except": "except",
    "grade": "grade",
    "work": "work",
    "tags": "tags",
    "parties": "parties",
    "priority": "priority",
    "missed": "missed",
    "错过": "missed",
    "截止": "due",
    "截止时间": "due",
    "开始": "start",
    "备注": "note",
    "标题": "title",
    "批示": "words",
    "原话": "words",
}
"""What may stand before a colon, and the key it is."""

FIELD_OF_KEY: dict[str, str] = {
    "due": "due",
    "start": "start",
    "every": "rrule",
    "after": "rrule",
    "needs": "needs",
    "nature": "nature",
    "origin": "origin",
    "urgency": "urgency",
    "note": "note",
    "from": "assigned_by",
    "to": "handed_to",
    "words": "words",
    "ahead": "ahead",
    "remind": "remind",
    "if-off": "if_off",
    "except": "exdates",
    "grade": "grade",
    "work": "work",
    "tags": "tags",
    "parties": "parties",
    "priority": "priority",
    "missed": "catch_up",
}
"""The draft's field that ``key:-`` empties."""

KEYS_OF_CLEARING: dict[str, str] = {
    "marks": "marks",
    "标记": "marks",
    "supervised": "supervised",
    "supervise": "supervised",
    "督办": "supervised",
    **{word: f"mark.{mark}" for word, mark in MARKS.items()},
}
"""Words that are keys before ``:-`` only, and the field that they empty; ``image:-`` takes one mark off."""
