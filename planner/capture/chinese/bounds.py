"""What follows the core of a Chinese recurrence: its time, its count, where it begins and ends, what it leaves out."""

from __future__ import annotations

from planner.capture.chinese.clock import clock, part
from planner.capture.chinese.cycles import weekdays_at
from planner.capture.chinese.days import day
from planner.capture.chinese.numerals import length, number
from planner.capture.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.chinese.side import Reader
    from planner.capture.rule import Rule
    from planner.domain.moment import date

__all__ = ["excepted", "tails", "time_range"]

_UNTIL = ("一直到", "直到", "截止到", "截至到", "截止", "截至", "到", "至")
_ONCE = ("各一次", "一次", "1次", "都", "各")
_MOST = 8


def tails(reader: Reader, reading: Reading, said: str) -> str:
    """Read every tail behind a recurrence; returns the part of the day said."""
    for _ in range(_MOST):
        end, said = _one(reader, reading, said)
        if end <= reading.end:
            break
        reading.end = end
    _deadline(reader, reading)
    return said


def _one(reader: Reader, reading: Reading, said: str) -> tuple[int, str]:
    """Read one tail; returns where it ends and the part of the day."""
    text = reader.text
    at = reader.skip(reading.end)
    at += text[at : at + 1] in {"的", ","} and bool(text[at + 1 : at + 2])
    at = reader.skip(at)
    if at >= len(text):
        return 0, said
    daily = reading.rule is not None and reading.rule.freq == "WEEKLY" and bool(reading.rule.weekdays)
    if daily and text.startswith(("每天", "每日"), at):
        return at + 2, said
    if text.startswith(_ONCE[:3], at):
        return at + len(next(word for word in _ONCE if text.startswith(word, at))), said
    if reading.clock is None:
        found = part(text, at, after_day=True)
        if found and not said:
            said, at = found[0], reader.skip(found[1])
            if at >= len(text):
                return found[1], said
            at += text[at] == "的"
        time = clock(text, at, said=said, loose=True) if at < len(text) else None
        if time:
            reading.clock = time[0]
            return time_range(reader, reading, time[1], said), said
        if found:
            return found[1], said
    else:
        more = _more_times(reader, reading)
        if more:
            return more, said
    return _bound(reader, reading, at), said


def time_range(reader: Reader, reading: Reading, at: int, said: str) -> int:
    """到十点半 behind a time."""
    text = reader.text
    here = reader.skip(at)
    for sign in ("到", "至", "-", "~"):
        if text.startswith(sign, here):
            start = reader.skip(here + len(sign))
            inside = part(text, start) if start < len(text) else None
            last = (
                clock(text, inside[1] if inside else start, said=inside[0] if inside else said, loose=True)
                if start < len(text)
                else None
            )
            if last:
                reading.end_clock = last[0]
                return last[1]
    return at


def _more_times(reader: Reader, reading: Reading) -> int:
    """每天上午10点，下午2点，4点: further times of the same day, when all are at the same minute."""
    text, first, rule = reader.text, reading.clock, reading.rule
    at = reader.skip(reading.end)
    if first is None or rule is None or reading.end_clock is not None or text[at : at + 1] not in {",", "、", "和"}:
        return 0
    start = reader.skip(at + 1)
    inside = part(text, start) if start < len(text) else None
    here = inside[1] if inside else start
    time = clock(text, here, said=inside[0] if inside else first.part) if here < len(text) else None
    if time is None or time[0].minute != first.minute or time[0].shift or first.shift:
        return 0
    if inside:
        first.part = inside[0]
    rule.hours = (*(rule.hours or (first.likely,)), time[0].likely)
    rule.minute = first.minute
    return time[1]


def _bound(reader: Reader, reading: Reading, at: int) -> int:
    """直到6月底, 从下周一开始, 共10次, 除周末外, 持续3个月."""
    text, rule = reader.text, reading.rule
    if rule is None:
        return 0
    for word in ("从", "自"):
        if text.startswith(word, at):
            found = _day(reader, at + 1)
            if found:
                reading.since, end = found
                end += 2 * text.startswith("开始", end) or text.startswith("起", end)
                return end
    for word in _UNTIL:
        if text.startswith(word, at):
            found = _day(reader, at + len(word))
            if found is None:
                continue
            rule.until, end = found
            for tail in ("为止", "结束", "截止", "止"):
                if text.startswith(tail, end):
                    return end + len(tail)
            return end if len(word) > 1 or end >= len(text) or text[end] == " " else 0
    for word in ("总共", "共计", "共", "重复", "连续"):
        if text.startswith(word, at):
            count = number(text, at + len(word))
            if count and text[count[1] : count[1] + 1] in {"次", "回"} and 1 < count[0] < 1000:
                rule.count = count[0]
                return count[1] + 1
            if word:
                continue
    if text.startswith(("持续", "连续", "为期"), at):
        return _lasting(reader, reading, at + 2)
    if text.startswith(("除了", "除", "不含"), at):
        return _except(reader, reading, at + (2 if text.startswith(("除了", "不含"), at) else 1))
    return _excepted_behind(reader, rule, at)


def _excepted_behind(reader: Reader, rule: Rule, at: int) -> int:
    """每天，周三除外: the weekdays left out stand before the word; returns where it ends, or 0."""
    names = weekdays_at(reader.text, at, joined=False)
    if names is None and reader.text.startswith(("周末", "双休日"), at):
        names = (5, 6), at + (2 if reader.text[at] == "周" else 3)
    behind = next(
        (word for word in ("除外", "以外", "之外", "不") if names and reader.text.startswith(word, names[1])), ""
    )
    if names is None or not behind or (behind == "不" and not reader.text.startswith(("不算", "不含"), names[1])):
        return 0
    rule.except_weekdays += names[0]
    return names[1] + max(len(behind), 2)


def _lasting(reader: Reader, reading: Reading, at: int) -> int:
    """持续3个月."""
    found = length(reader.text, at)
    if found is None or reading.rule is None:
        return 0
    from planner.capture.chinese.periods import apply

    base = reading.since or reader.today
    moved = apply(found[0], reader.now.replace(year=base.year, month=base.month, day=base.day), reader.calendar)
    if moved is None:
        return 0
    reading.rule.until = moved.date()
    return found[1]


def _day(reader: Reader, at: int) -> tuple[date, int] | None:
    """A day, the first of a period, and where it ends."""
    from planner.capture.chinese.periods import period

    at = reader.skip(at)
    if at >= len(reader.text):
        return None
    found = day(reader.text, at, reader.today, led=True) or period(reader.text, at, reader.today)
    return ((found[0].last or found[0].first), found[1]) if found else None


def _except(reader: Reader, reading: Reading, at: int) -> int:
    """除周末外, 除周三以外, 除了10月1日."""
    text, rule = reader.text, reading.rule
    if rule is None:
        return 0
    if text.startswith(("周末", "双休日"), at):
        rule.except_weekdays += (5, 6)
        end = at + (2 if text[at] == "周" else 3)
    else:
        names = weekdays_at(text, at, joined=False)
        if names:
            rule.except_weekdays += names[0]
            end = names[1]
        else:
            end = at
            for _ in range(_MOST):
                found = _day(reader, end + (text[end : end + 1] in {"、", "和", ","}))
                if found is None:
                    break
                rule.exdates += (found[0],)
                end = found[1]
            if end == at:
                return 0
    for tail in ("以外", "之外", "外"):
        if text.startswith(tail, end):
            return end + len(tail)
    return end


def excepted(reader: Reader, at: int, rule: Rule) -> int:
    """除周三外 before a recurrence: puts what is left out into a rule; returns where the recurrence begins, or 0."""
    probe = Reading(at, at)
    probe.rule = rule
    end = _except(reader, probe, at + (2 if reader.text.startswith("除了", at) else 1))
    return reader.skip(end + (reader.text[end : end + 1] == ",")) if end else 0


def _deadline(reader: Reader, reading: Reading) -> None:
    """每月底前, 每周五之前: the day itself is meant."""
    text, at = reader.text, reading.end
    for word in ("之前", "以前", "前", "之内", "内"):
        if text.startswith(word, at) and text[at + len(word) : at + len(word) + 1] not in {
            "期",
            "往",
            "后",
            "部",
            "容",
        }:
            reading.end = at + len(word)
            return
