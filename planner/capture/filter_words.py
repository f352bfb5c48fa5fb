"""The words of the filter language, in both languages: its keys, and what each of them may be asked (``filters``)."""

from __future__ import annotations

from planner.capture.sign_words import GRADES, MARKS, NATURES, ORIGINS, SUPERVISED, URGENCIES, WORKS
from planner.domain.filter import NONE
from planner.domain.terms import SOMEDAY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["AND", "ANY", "CHOICES", "KEYS", "NOT", "NOTHING", "OR", "RESERVED", "keys_in", "values_in"]

AND = ("and", "且", "并且", "&&", "&")
OR = ("or", "或", "或者", "||", "|")
NOT = ("not", "非", "不是")

NOTHING = frozenset(("none", "无", "没有"))
ANY = frozenset(("any", "有"))

KEYS: dict[str, str] = {
    "due": "due",
    "截止": "due",
    "截止时间": "due",
    "到期": "due",
    "start": "start",
    "开始": "start",
    "created": "created",
    "登记": "created",
    "changed": "changed",
    "改动": "changed",
    "closed": "closed",
    "办结": "closed",
    "grade": "grade",
    "大小": "grade",
    "mark": "mark",
    "marks": "mark",
    "标记": "mark",
    "state": "state",
    "状态": "state",
    "light": "light",
    "灯": "light",
    "stage": "stage",
    "环节": "stage",
    "work": "work",
    "类别": "work",
    "urgency": "urgency",
    "紧急程度": "urgency",
    "nature": "nature",
    "性质": "nature",
    "origin": "origin",
    "来源": "origin",
    "party": "any",
    "parties": "any",
    "联系人": "any",
    "about": "about",
    "关于": "about",
    "from": "from",
    "交办人": "from",
    "to": "to",
    "承办": "to",
    "tag": "tag",
    "tags": "tag",
    "标签": "tag",
    "is": "is",
    "是": "is",
    "needs": "needs",
    "依赖": "needs",
    "postponed": "postponed",
    "推迟": "postponed",
    "returned": "returned",
    "退回": "returned",
    "chased": "chased",
    "催办": "chased",
    "priority": "priority",
    "优先级": "priority",
    "number": "number",
    "编号": "number",
}
"""What may stand before a colon, and the key it is."""

_STATES: dict[str, tuple[str, ...]] = {
    "open": ("open",),
    "在办": ("open",),
    "待办": ("open",),
    "waiting": ("waiting",),
    "等待": ("waiting",),
    "等候": ("waiting",),
    "done": ("done",),
    "办结": ("done",),
    "已办": ("done",),
    "dropped": ("dropped",),
    "不办": ("dropped",),
    "作罢": ("dropped",),
    "放弃": ("dropped",),
    "overdue": ("overdue",),
    "逾期": ("overdue",),
    "超期": ("overdue",),
    "closed": ("done", "dropped"),
    "已结": ("done", "dropped"),
    "all": ("open", "waiting", "done", "dropped"),
    "any": ("open", "waiting", "done", "dropped"),
    "全部": ("open", "waiting", "done", "dropped"),
}
_LIGHTS = {"red": "red", "红": "red", "红灯": "red", "yellow": "yellow", "黄": "yellow", "黄灯": "yellow"} | {
    "green": "green",
    "绿": "green",
    "绿灯": "green",
}
_STAGES = {
    "assigned": "assigned",
    "交办": "assigned",
    "signed": "signed",
    "签收": "signed",
    "underway": "underway",
    "承办": "underway",
    "reported": "reported",
    "反馈": "reported",
    "reviewed": "reviewed",
    "审核": "reviewed",
    "struck": "struck",
    "销号": "struck",
}
_BEINGS = {
    "supervised": "supervised",
    "督办": "supervised",
    "assigned": "assigned",
    "交办": "assigned",
    "returned": "returned",
    "退回": "returned",
    "neglected": "neglected",
    "久拖": "neglected",
    "blocked": "blocked",
    "受阻": "blocked",
    "blocking": "blocking",
    "阻碍": "blocking",
    "overdue": "overdue",
    "逾期": "overdue",
    "超期": "overdue",
    "recurring": "recurring",
    "周期": "recurring",
    "timed": "timed",
    "定时": "timed",
    "hidden": "hidden",
    "未开始": "hidden",
    "someday": "someday",
    "将来": "someday",
    "ranked": "ranked",
    "手排": "ranked",
}


def _each(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """A table whose words mean one code each."""
    return {word: (code,) for word, code in table.items()}


CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "state": _STATES,
    "grade": _each(GRADES),
    "mark": _each(MARKS),
    "light": _each(_LIGHTS),
    "stage": _each(_STAGES),
    "work": _each(WORKS),
    "urgency": _each(URGENCIES),
    "nature": _each(NATURES),
    "origin": _each(ORIGINS),
    "is": _each(_BEINGS),
}
"""Key, word, the codes that the word means."""

RESERVED: dict[str, tuple[str, str]] = {
    **{word: ("origin", code) for word, code in ORIGINS.items()},
    **{word: ("nature", code) for word, code in NATURES.items()},
    **{word: ("work", code) for word, code in WORKS.items()},
    **{word: ("urgency", code) for word, code in URGENCIES.items()},
    **{word: ("mark", code) for word, code in MARKS.items()},
    **{word: ("grade", code) for word, code in GRADES.items()},
    **dict.fromkeys(SUPERVISED, ("is", "supervised")),
    **dict.fromkeys(SOMEDAY, ("is", "someday")),
}
"""What ``+word`` asks when the word is reserved, as the capture line has it."""


def keys_in(lang: str) -> tuple[str, ...]:
    """A word for each key in a language: what a person is told when a key is not known."""
    found: dict[str, str] = {}
    for word, key in KEYS.items():
        if word.isascii() == (lang == "en"):
            found.setdefault(key, word)
    return tuple(found.values())


def values_in(key: str, lang: str) -> tuple[str, ...]:
    """A word for each value of a key in a language."""
    found: dict[tuple[str, ...], str] = {}
    for word, codes in CHOICES[key].items():
        if word.isascii() == (lang == "en"):
            found.setdefault(codes, word)
    if key in _MAY_BE_EMPTY:
        found[(NONE,)] = "none" if lang == "en" else "无"
    return tuple(found.values())


_MAY_BE_EMPTY = ("mark", "light", "stage", "work", "urgency", "nature", "origin")
