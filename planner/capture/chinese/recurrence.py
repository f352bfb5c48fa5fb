"""Chinese recurrences.

    recurrence = core {tail}
    core    = ("每" | "每个" | "每隔" | "每逢" | "逢") [number] unit [days] | 天天 | 隔天 | 隔周
            | 工作日[每天] | 周一到周五每天 | 每早 | 每晚 | "完成后" length | "办结后" length
    days    = weekdays for 周, day numbers or ends or nths for 月, month-days or ends for 年, 末 or nths for 季度
    weekdays = 一三五 | 一、三、五 | 一到五 | 末 | 日
    tail    = time | 一次 | N次 | 共N次 | 直到 day | 到 day 为止 | 从 day 起 | 除 … 外

A period before it bounds it (12月份每周三). What is joined to it and one rule can't say (每周一和月底) refuses the
whole; of a feast that moves (每年春节前) only the next day is read.

每隔一天 is every second day; 每两周一 is the Monday of every second week; 每季度末 the last day of March, June,
September and December.
"""

from __future__ import annotations

from planner.capture.chinese.clock import clock, part
from planner.capture.chinese.completion import completion
from planner.capture.chinese.cycles import monthly, quarterly, weekdays_at, yearly
from planner.capture.chinese.month_lists import spanned
from planner.capture.chinese.numerals import number
from planner.capture.chinese.week_rules import BEFORE_WEEKS, alternate, weekdays_each, weekly, workdays
from planner.capture.reading import PARTS as HOURS
from planner.capture.reading import Clock, Day, Reading, Side
from planner.capture.rule import Rule
from planner.capture.rule import weekly as weekly_rule
from planner.domain.moment import timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.capture.chinese.side import Reader

    Core: TypeAlias = tuple[Rule, str, int] | None

__all__ = ["joined", "recurrence"]

_UNITS: tuple[tuple[str, str, int], ...] = (
    *(
        ("个工作日", "workday", 1),
        ("工作日", "workday", 1),
        ("个小时", "HOURLY", 1),
        ("小时", "HOURLY", 1),
        ("个钟头", "HOURLY", 1),
    ),
    *(
        ("半个小时", "MINUTELY", 30),
        ("半小时", "MINUTELY", 30),
        ("分钟", "MINUTELY", 1),
        ("半年度", "MONTHLY", 6),
        ("半年", "MONTHLY", 6),
    ),
    *(
        ("半个月", "DAILY", 15),
        ("半月", "DAILY", 15),
        ("个季度", "quarter", 3),
        ("季度", "quarter", 3),
        ("季", "quarter", 3),
    ),
    *(
        ("个星期", "week", 1),
        ("星期", "week", 1),
        ("个礼拜", "week", 1),
        ("礼拜", "week", 1),
        ("个周", "week", 1),
        ("周", "week", 1),
    ),
    *(
        ("个月", "month", 1),
        ("月份", "month", 1),
        ("月", "month", 1),
        ("个年度", "year", 1),
        ("年度", "year", 1),
        ("年", "year", 1),
    ),
    *(("天", "DAILY", 1), ("日", "DAILY", 1), ("旬", "DAILY", 10)),
)
_PARTS = {"早": "morning", "晚": "night", "天早": "morning", "天晚": "night"}
_DONE = ("完成后", "办结后", "办完后", "做完后", "完成之后", "办结之后", "完成以后", "办完", "完工后")
_MOST = 1000
_AFTER_YEAR = frozenset(("", *" ,，。；;、一两各初末底的第最报交结"))
"""What may follow 每年度 when it is a rule: 每年度末; before a noun (每年度考核) it names the thing."""
_JOINTS = frozenset("和及与、")
_SUMS = ("元", "块", "万", "角")
_NEAR = 16
"""Characters in which the weekday of a count that was not understood is looked for, so that it is not read alone."""


def recurrence(reader: Reader, at: int) -> Reading | None:
    """The recurrence that begins at a place."""
    if reader.text[at] == "除":
        return _except_first(reader, at)
    made = _core(reader.text, at, reader)
    if made is not None and reader.text.startswith(("除外", "以外", "之外"), made[2]):
        reader.refused = made[2]
        return None
    if made is not None and _sum_follows(reader.text, made[2]):
        made = None
    if made is None:
        reader.unread = reader.unread or reader.text.startswith("每年", at)
        if reader.text.startswith(("每月", "每个月", "每季", "逢"), at):
            reader.refused = max(_weekdays_end(reader, at), _span_end(reader.text, at))
        return None
    reading = Reading(at, made[2])
    reading.rule = made[0]
    reading = _finished(reader, reading, made[1])
    further = _further(reader, reading.end)
    if further is not None and further.day is not None:
        reader.refused = further.end
        return None
    if further is not None:
        reading.remarks = ("unread",)
    return reading


def _further(reader: Reader, at: int) -> Side | None:
    """What is joined to a recurrence (每周一和月底, 每天9:00和14:30): with a day, one rule can't say both."""
    text = reader.text
    if text[at : at + 1] not in _JOINTS or at + 1 >= len(text):
        return None
    start = reader.skip(at + 1)
    if start >= len(text):
        return None
    if text.startswith(("最后一", "倒数第"), start):
        placed = Side(max(_weekdays_end(reader, at), start + 3))
        placed.day = Day(reader.today)
        return placed
    if text[start] == "每":
        made = _core(text, start, reader)
        again = Side(made[2]) if made is not None else None
        if again is not None:
            again.day = Day(reader.today)
        return again
    return reader.side(start, led=False, loose=False) if start < len(text) else None


def _sum_follows(text: str, at: int) -> bool:
    """Whether an amount of money follows, which is a rate: 每月500元, 每人每天20元."""
    end = at
    while end < len(text) and (text[end].isdecimal() or text[end] in ".,"):
        end += 1
    return end > at and text.startswith(_SUMS, end)


def _span_end(text: str, at: int) -> int:
    """Where the span of days behind 每月 ends (每月1-5日); 0 for none."""
    start = next((at + len(word) for word in ("每个月", "每月") if text.startswith(word, at)), 0)
    return spanned(text, start + (text[start : start + 1] == "的")) if start else 0


def _weekdays_end(reader: Reader, at: int) -> int:
    """Where the last weekday near a recurrence that was not understood ends; 0 when none is near."""
    end = 0
    for place in range(at + 1, min(at + _NEAR, len(reader.text))):
        if place >= end and reader.text[place] in "周星礼":
            found = weekdays_at(reader.text, place, joined=False)
            end = found[1] if found else end
    return end


def _except_first(reader: Reader, at: int) -> Reading | None:
    """除周三外每个工作日: what is left out stands before the recurrence."""
    from planner.capture.chinese.bounds import excepted

    probe = Rule("WEEKLY")
    start = excepted(reader, at, probe)
    made = recurrence(reader, start) if 0 < start < len(reader.text) and reader.text[start] != "除" else None
    if made is None or made.rule is None:
        return None
    made.start = at
    made.rule.except_weekdays += probe.except_weekdays
    made.rule.exdates += probe.exdates
    return made


def joined(reader: Reader, reading: Reading, at: int) -> Reading | None:
    """A range of weekdays or a time before a recurrence: 周一到周五每天上午, 9点起每天; 周一至周五的上午10:15."""
    text = reader.text
    day, last = reading.day, reading.end_day
    weekly = (
        day is not None
        and last is not None
        and day.kind == "weekday"
        and last.kind == "weekday"
        and reading.clock is None
    )
    at += text[at] == "的"
    if day is not None and last is not None and not weekly:
        return _daily_between(reader, reading, at, day, last)
    if weekly and day is not None and last is not None:
        rule = weekly_rule(day.first.weekday(), last.first.weekday())
        for word in ("每天", "每日", "每个"):
            if text.startswith(word, at):
                at += len(word)
                break
        else:
            if part(text, at) is None and clock(text, at) is None:
                return None
        made = Reading(reading.start, at)
        made.rule = rule
        return _finished(reader, made, "")
    if day is not None or reading.clock is None or text[at : at + 1] != "每":
        return None
    core = _core(text, at, reader)
    if core is None:
        return None
    reading.rule, reading.end = core[0], core[2]
    return _finished(reader, reading, core[1])


def _daily_between(reader: Reader, reading: Reading, at: int, day: Day, last: Day) -> Reading | None:
    """12月1日至10日每天, 下周一到周三每天9点: daily from the first day to the last."""
    word = next((one for one in ("每天", "每日", "天天") if reader.text.startswith(one, at)), "")
    until = last.last or last.first
    if last.kind == "weekday" and until < day.first:
        until += timedelta(((day.first - until).days + 6) // 7 * 7)
    if not word or until < day.first:
        return None
    made = Reading(reading.start, at + len(word))
    made.rule, made.since = Rule("DAILY"), day.first
    made.rule.until = until
    made.clock, made.end_clock = reading.clock, reading.end_clock
    return _finished(reader, made, "")


def _core(text: str, at: int, reader: Reader) -> Core:
    """The rule, the part of the day in it, and where it ends."""
    for word in _DONE:
        if text.startswith(word, at):
            return completion(text, at + len(word))
    for word, freq, count in (
        ("天天", "DAILY", 1),
        ("隔天", "DAILY", 2),
        ("隔日", "DAILY", 2),
        ("隔月", "MONTHLY", 2),
        ("隔年", "YEARLY", 2),
    ):
        if text.startswith(word, at) and text[at - 1 : at] != "每":
            return None if text.startswith("再", at + 2) else (Rule(freq, count), "", at + 2)
    if text.startswith("隔周", at) and not text.startswith("再", at + 2):
        days = weekdays_at(text, at + 2, joined=True)
        rule = Rule("WEEKLY", 2)
        rule.weekdays, end = days or ((), at + 2)
        return rule, "", end
    if text.startswith("工作日", at) and text[at + 3 : at + 5] in {"每天", "每日", "天天"}:
        return workdays(), "", at + 5
    timed = at + 3 < len(text) and (part(text, at + 3) or clock(text, at + 3, loose=True))
    if timed and text.startswith("工作日", at) and (text[at - 1 : at] if at else "") in BEFORE_WEEKS:
        return workdays(), "", at + 3
    if text.startswith("周末每天", at) or text.startswith("双休日每天", at):
        rule = Rule("WEEKLY")
        rule.weekdays = (5, 6)
        return rule, "", at + (4 if text[at] == "周" else 5)
    if text[at] in "双单":
        return alternate(text, at)
    if text[at] in "周星" and text[at - 1 : at] != "每":
        return weekdays_each(text, at)
    if text[at] not in "每逢":
        return None
    return _every(text, at, reader)


def _every(text: str, at: int, reader: Reader) -> Core:
    """What follows 每."""
    start, gap = at + 1, False
    if text.startswith(("每逢", "每到"), at):
        start += 1
    while text[start : start + 1] == " ":
        start += 1
    if text[start : start + 1] == "隔":
        gap, start = True, start + 1
    if text[at] == "逢":
        return _on_days(text, at + 1)
    if text.startswith(("双周", "单周"), start):
        return alternate(text, start)
    for word, said in (("早", "morning"), ("晚", "night"), ("夜", "night")):
        if text.startswith(word, start) and not text.startswith(("早上", "晚上"), start):
            return Rule("DAILY"), said, start + 1
    inside = part(text, start)
    if inside and inside[0] != "close":
        return Rule("DAILY"), inside[0], inside[1]
    count, after = 1, start
    found = number(text, start)
    if found:
        count, after = found
        while text[after : after + 1] == " ":
            after += 1
        if not 1 <= count <= _MOST:
            return None
        if text[after : after + 1] in {"号", "日"} and not found[1] - start > 2 and text[after] == "号" and count <= 31:
            rule = Rule("MONTHLY")
            rule.monthdays = (count,)
            return rule, "", after + 1
    if text.startswith("个", after) and text.startswith(("周末", "双休日"), after + 1):
        after += 1
    if text.startswith(("周末", "双休日"), after) and not text.startswith("周末愉", after):
        rule = Rule("WEEKLY", count + gap)
        rule.weekdays = (5, 6)
        return rule, "", after + (2 if text[after] == "周" else 3)
    return _unit(text, after, count + (1 if gap else 0), reader)


def _unit(text: str, at: int, count: int, reader: Reader) -> Core:
    """A unit, and the days within it."""
    for word, kind, size in _UNITS:
        if not text.startswith(word, at):
            continue
        end = at + len(word)
        if text[end : end + 1] == "之":
            return None
        if kind == "workday":
            if text[end : end + 1] in {"志", "报"}:
                return None
            return (workdays() if count == 1 else Rule("DAILY", count)), "", end
        if kind == "week":
            return weekly(text, end, count)
        if kind == "month":
            return monthly(text, end, Rule("MONTHLY", count))
        if kind == "quarter":
            return quarterly(text, end, Rule("MONTHLY", 3 * count))
        if word.endswith("年度") and text[end : end + 1] not in _AFTER_YEAR and not text[end : end + 1].isdecimal():
            return None
        if kind == "year":
            return yearly(text, end, Rule("YEARLY", count), reader.today)
        rule = Rule(kind, size * count)
        if (
            kind == "DAILY"
            and text[end : end + 1] in {"早", "晚"}
            and text[end : end + 2] not in {"早上", "晚上", "早晨", "早餐", "晚餐", "晚间", "晚会", "早会"}
        ):
            return rule, _PARTS[text[end]], end + 1
        return rule, "", end
    return None


def _on_days(text: str, at: int) -> Core:
    """逢周五, 逢5号, 逢单周五."""
    if text[at : at + 1] in {"单", "双"}:
        return alternate(text, at)
    days = weekdays_at(text, at, joined=False)
    if days:
        rule = Rule("WEEKLY")
        rule.weekdays = days[0]
        return rule, "", days[1]
    made = monthly(text, at, Rule("MONTHLY"))
    return made if made and made[0].monthdays else None


def _finished(reader: Reader, reading: Reading, said: str) -> Reading:
    """Read the tails and put the time in."""
    from planner.capture.chinese.bounds import tails

    said = tails(reader, reading, said)
    if reading.clock is None and said:
        reading.clock = Clock(*HOURS[said], part=said)
    return reading
