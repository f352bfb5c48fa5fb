"""Chinese ranges: a second side behind 到, 至 or a dash, and days side by side (周三、周四, 周六日, 1、2日)."""

from __future__ import annotations

from planner.capture.chinese.days import day, weekday_at
from planner.capture.chinese.numerals import number
from planner.capture.months import on_month_day, on_year_day
from planner.capture.reading import Day, Reading, Side
from planner.domain.moment import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.chinese.side import Reader

__all__ = ["COUNTED", "plain", "ranged"]

_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
COUNTED = frozenset("点时个人件份项名级楼号日月年次家位天期届中大小室科程志报常用十百千万")
"""What makes a number, or another word, of the second weekday's character."""
_LATER_DAYS = frozenset("次第翌明后")
"""What a later day begins with: 晚10点到次日6点 ends in the morning."""
_ENDING = ("前", "之前", "以前", "结束", "为止", "止", "截止")
"""What makes a time the end of a range of days: 周一到周三下午5点结束."""
_MOST = 5
_RANGES = ("到", "至", "-", "~", "——", "--")


def plain(one: Side) -> Reading:
    """A reading of one side."""
    reading = Reading(0, one.end)
    reading.day, reading.clock, reading.end_clock = one.day, one.time, one.end_clock
    reading.deadline = one.deadline
    return reading


def ranged(reader: Reader, left: Side, *, led: bool = False) -> Reading | None:
    """A range whose left side was read; ``led``: behind 从, so that a time behind it is its end."""
    text = reader.text
    at = reader.skip(left.end)
    for since in ("开始", "起"):
        if text.startswith(since, at) and text.startswith(("至", "到"), at + len(since)):
            at += len(since)
    sign = next((word for word in _RANGES if text.startswith(word, at)), "")
    joint = text[at : at + 1] in {"和", "与"}
    pair = _pair(reader, left, at)
    if pair is not None:
        for _ in range(_MOST):
            further = Side(pair.end)
            further.day = pair.end_day
            longer = _pair(reader, further, reader.skip(pair.end))
            if longer is None:
                break
            pair.end_day, pair.end = longer.end_day, longer.end
        _hours_behind(reader, pair)
        return pair
    if not sign and not joint:
        return None
    start = reader.skip(at + len(sign or "和"))
    if start >= len(text):
        return None
    said = left.part if left.clock is not None and text[start] not in _LATER_DAYS else ""
    right = reader.side(start, led=True, loose=left.clock is not None, said=said)
    if joint and (right is None or not text.startswith("之间", right.end)):
        return None
    reading = plain(left)
    if right is None:
        return _shortranged(reader, left, start, reading)
    reading.end = right.end + 2 * text.startswith("之间", right.end)
    if right.day is not None:
        if left.day is None and right.clock is None:
            return None
        if text.startswith(("次日", "第二天", "翌日"), start) and right.day is not None:
            base = left.day.first if left.day is not None else reader.today
            right.day = Day(base + timedelta(1))
        if left.day is not None and left.day.kind == "day" and right.day.kind in {"yearday", "monthday"}:
            right.day = _following(left.day.first, right.day)
        if left.day is not None and left.day.kind in {"yearday", "monthday"} and right.day.kind == "monthday":
            right.day = _following(left.day.first, right.day)
        reading.end_day, reading.end_clock = right.day, right.time
        if left.time is None and right.time is not None and reading.end_day is not None:
            _hours_of_each(reader, reading, right, ending=led)
        return reading
    if left.time is None or right.time is None:
        return None
    reading.end_clock = right.time
    return reading


def _hours_of_each(reader: Reader, reading: Reading, right: Side, *, ending: bool = False) -> None:
    """周四至周五9:00-17:00: the time behind a range of days is that of each, unless 前 or 结束 makes it the end."""
    if ending or reader.text.startswith(_ENDING, reader.skip(right.end)):
        reading.remarks = ("two_readings",)
        return
    from planner.capture.chinese.bounds import time_range

    reading.clock, reading.end_clock = right.time, right.end_clock
    reading.end = time_range(reader, reading, right.end, right.part)


def _hours_behind(reader: Reader, reading: Reading) -> None:
    """The time behind two days side by side: 周四周五9点, 1、2日下午3点."""
    behind = Side(reading.end)
    behind.day = reading.end_day
    reader.time_of(behind, reader.after_day(reading.end), said="", loose=True)
    if behind.time is not None:
        reading.end = behind.end
        _hours_of_each(reader, reading, behind)


def _pair(reader: Reader, left: Side, at: int) -> Reading | None:
    """周三、周四 and 1、2日: two days that follow one another are a range."""
    text, day_ = reader.text, left.day
    if (
        day_ is None
        or left.clock is not None
        or left.part
        or day_.kind not in {"weekday", "said", "yearday", "day", "today"}
    ):
        return None
    start = at + (text[at : at + 1] in {"、", "和", ","})
    short = _short_pair(reader, left, start)
    if short is not None:
        return short
    following = day_.first + timedelta(1)
    end = 0
    if text[start : start + 1] in {"周", "星", "礼"}:
        found = weekday_at(text, start, reader.today) if start > at or day_.kind in {"weekday", "said"} else None
        end = found[1] if found and found[0].first.weekday() == following.weekday() else 0
    elif start > at and day_.kind in {"yearday", "day"}:
        figures = number(text, start)
        last = figures is not None and figures[0] == following.day
        end = figures[1] + 1 if figures and last and text[figures[1] : figures[1] + 1] in {"日", "号"} else 0
    elif start > at and day_.kind == "today" and start < len(text):
        named = day(text, start, reader.today)
        end = named[1] if named and named[0].kind == "today" and named[0].first == following else 0
    if not end:
        return None
    reading = plain(left)
    reading.end_day, reading.end = Day(following, day_.kind), end
    return reading


def _short_pair(reader: Reader, left: Side, at: int) -> Reading | None:
    """周六日, 周四、五: two days that follow one another with 周 said once; what counts or numbers is none."""
    text, day_ = reader.text, left.day
    if day_ is None or day_.kind not in {"weekday", "said"} or text[left.end - 1] not in _WEEKDAYS:
        return None
    char = text[at : at + 1]
    if _WEEKDAYS.get(char, -1) != (_WEEKDAYS[text[left.end - 1]] + 1) % 7 or text[at + 1 : at + 2] in COUNTED:
        return None
    reading = plain(left)
    reading.end_day, reading.end = Day(day_.first + timedelta(1), day_.kind), at + 1
    return reading


def _following(first: date, day_: Day) -> Day:
    """The right side's day in the left side's year or month."""
    if day_.kind == "monthday":
        found = on_month_day(first, day_.first.day)
    else:
        found = on_year_day(first, day_.first.month, day_.first.day)
    return Day(found) if found else day_


def _shortranged(reader: Reader, left: Side, at: int, reading: Reading) -> Reading | None:
    """十日到十二日 with the second mark left out: 3月5-7日, 10-12号, 周一-三."""
    found = number(reader.text, at)
    if found is None or left.day is None or left.clock is not None:
        return None
    if reader.text[found[1] : found[1] + 1] in {"日", "号"} and 1 <= found[0] <= 31:
        last = on_month_day(left.day.first, found[0])
        reading.end_day = Day(last) if last else None
        reading.end = found[1] + 1
        _hours_behind(reader, reading)
        return reading
    return None
