"""Days that a Chinese line only rules out: 除周三外都行, 不是周三, 避开月底, 周三除外, 周五不行.

    excluded = ("除" | "除了" | "非" | "不是" | "不在" | "别在" | "避开" …) days ["以外" | "之外" | "外"]
             | days ("除外" | "以外" | "之外" | "不行" | "没空" …)
    days     = day {("、" | "和" | "及" | "或" | ",") day}

Such a day is never the one that is meant, so nothing of it is read. Before or behind a recurrence it is what the
recurrence leaves out, which ``recurrence`` reads first.
"""

from __future__ import annotations

from planner.capture.chinese.days import day
from planner.capture.chinese.periods import period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.chinese.side import Reader

__all__ = ["FIRST", "excluded", "moved_from"]

FIRST = frozenset("除非不别避错距离")
_BEFORE = ("除了", "除去", "除开", "除", "非", "不是", "不要在", "不在", "不含", "不包括", "别在", "避开", "错开")
_BEHIND = ("除外", "以外", "之外", "不行", "不可以", "不方便", "没空", "没有空", "没时间", "没有时间")
_MOVED = (
    "改",
    "调整为",
    "调整到",
    "调到",
    "推迟到",
    "推迟至",
    "延期到",
    "延期至",
    "延到",
    "提前到",
    "提前至",
    "挪到",
    "换到",
)
_OTHER_MOVES = (
    "改革",
    "改进",
    "改造",
    "改善",
    "改写",
    "改稿",
    "改正",
    "改选",
    "改建",
    "改制",
    "改材料",
    "改方案",
    "改报告",
)
_CLOSES = ("以外", "之外", "外")
_JOINTS = frozenset("、,和及或与")
_OTHER_WORDS = {"别": "分区特级性个", "非": "是除并绝", "不": "是能要"}
"""Characters before which make another word of a sign: 分别在周三, 是不是周三."""
_MOST = 8


def excluded(reader: Reader, at: int) -> int:
    """Where the days that are ruled out from a place on end, with the words that rule them out; 0 for none."""
    text = reader.text
    if text[at] in "距离":
        start = at + 1 + text.startswith("距离", at)
        end = _days(reader, start) if start < len(text) else 0
        return end if end and text.startswith(("还", "仅", "只", "不到"), end) else 0
    for word in _BEFORE:
        if text.startswith(word, at):
            if at and text[at - 1] in _OTHER_WORDS.get(word[0], ""):
                return 0
            end = _days(reader, at + len(word))
            close = next((one for one in _CLOSES if text.startswith(one, end)), "")
            return 0 if not end or (word == "除" and not close) else end + len(close)
    if text[at] in FIRST or not reader.rules_out:
        return 0
    end = _days(reader, at)
    close = next((word for word in _BEHIND if text.startswith(word, end)), "") if end else ""
    return end + len(close) if close else 0


def moved_from(text: str, at: int) -> bool:
    """Whether a day whose words end here is the one that something is moved from: 周三改到周五, 由周二调整为周三."""
    return text.startswith(_MOVED, at) and not text.startswith(_OTHER_MOVES, at)


def _days(reader: Reader, at: int) -> int:
    """Where a list of days that begins at a place ends; 0 when none does."""
    text, end = reader.text, 0
    for _ in range(_MOST):
        start = at if not end else end + 1
        if start >= len(text) or (end and text[end] not in _JOINTS):
            break
        found = day(text, start, reader.today) or period(text, start, reader.today)
        if found is None:
            break
        end = found[1]
    return end
