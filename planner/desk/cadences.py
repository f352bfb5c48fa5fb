"""A cadence as it is typed: ``daily``, ``every 2 working days``, ``weekly``, ``每两个工作日``; ``-`` for none."""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.terms import Rhythm

__all__ = ["read_cadence"]

_DAILY = ("daily", "every day", "every working day", "each day", "每天", "每日", "每个工作日", "天天", "1d", "1wd")
_RHYTHMS: dict[str, Rhythm] = {
    **dict.fromkeys(
        ("weekly", "every week", "each week", "once a week", "每周", "每星期", "每个星期", "一周一次"), "weekly"
    ),
    **dict.fromkeys(("monthly", "every month", "each month", "once a month", "每月", "每个月", "一月一次"), "monthly"),
    **dict.fromkeys(
        ("meeting", "before meetings", "before each meeting", "before every meeting", "每次会前", "会前", "每会前"),
        "meeting",
    ),
}
_NONE = ("-", "none", "never", "无", "不定", "取消")
_DIGITS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_OPENERS = ("every", "each", "每隔", "每")
_UNITS = ("working days", "working day", "workdays", "workday", "wds", "wd", "个工作日", "工作日", "天", "日")
_MOST = 250
"""Working days of a year: a longer cadence is a slip."""


def read_cadence(text: str) -> tuple[int | None, Rhythm | None]:
    """(working days between talks, rhythm); at most one of them is given. Raises ``Refused``."""
    bare = " ".join(text.lower().split())
    if bare in _NONE:
        return None, None
    if bare in _DAILY:
        return 1, None
    if bare in _RHYTHMS:
        return None, _RHYTHMS[bare]
    rest = bare
    for opener in _OPENERS:
        if rest.startswith(opener):
            rest = rest[len(opener) :].strip()
            break
    if rest.startswith("other "):
        rest = "2 " + rest[len("other ") :]
    for unit in _UNITS:
        if rest.endswith(unit):
            rest = rest[: -len(unit)].strip()
            break
    days = _DIGITS.get(rest) or _WORDS.get(rest) or (int(rest) if rest.isdecimal() and len(rest) < 4 else 0)
    if not 1 <= days <= _MOST:
        raise Refused(
            t("“{words}” is no cadence: write daily, every 2 working days, weekly, monthly or before each meeting.",
              words=text)
        )  # fmt: skip
    return days, None
