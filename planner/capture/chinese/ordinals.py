"""A day, week or month counted within a Chinese period: 十月的第一个星期一, 下周第一天, 五月第一周.

    ordinal = span ["的" | "里"] ("第" number | "倒数第" number | "首" | "最后一") ["个"] unit
    span    = week | [year] month | [year] quarter | [year] half | year
    unit    = 天 | 日 | 工作日 | weekday | 周 | 月

A week of a month is counted in sevens from its first day, the last one back from its last; those of a year, and 第20周
by itself, are the weeks of ISO 8601.
"""

from __future__ import annotations

from planner.capture.chinese.days import WEEK_NAMES, month_of, week_prefix, year_of
from planner.capture.chinese.numerals import number
from planner.capture.months import add_months, last_day, quarter_end
from planner.capture.reading import Day
from planner.domain.moment import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Found: TypeAlias = tuple[Day, int] | None
    Span: TypeAlias = tuple[date, date]

__all__ = ["counted", "ordinal", "quarter", "said_quarter", "span_at"]

_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_UNITS = ("工作日", "工日", "天", "日", "周", "星期", "礼拜", "月", "季")
_SAID_QUARTERS = (("下个季度", 1), ("下季度", 1), ("本季度", 0), ("这个季度", 0), ("这季度", 0))
_MOST = 366
_OPENING = frozenset(("", *" ,，。；;:：、(（在于至\0"))
_CLOSING = frozenset(("", *" ,，。；;、)）前内末底的"))
"""What may follow 第20周 where it is when something is due."""


def ordinal(text: str, at: int, today: date) -> Found:
    """The day, week or month counted within the period that begins at a place."""
    found = span_at(text, at, today)
    if found is None:
        return _numbered_week(text, at, today) if text[at] == "第" else None
    span, end, fixed = found
    nth = _nth(text, end + (text[end : end + 1] in {"的", "里"}))
    if nth is None:
        return None
    made = _unit(text, nth[1], span, nth[0])
    if made is not None and not fixed and (made[0].last or made[0].first) < today:
        year = span[0].year + 1
        made = _unit(text, nth[1], (date(year, span[0].month, 1), last_day(year, span[1].month)), nth[0])
    return made


def counted(text: str, at: int) -> bool:
    """Whether a count with its unit (第一天, 最后一周) stands at a place, so that the period before it is not meant."""
    nth = _nth(text, at + (text[at : at + 1] == "的"))
    return nth is not None and text.startswith(_UNITS, nth[1])


def quarter(text: str, at: int) -> tuple[int, int] | None:
    """第三季度, 三季度, 首季度, 第1季: its number and where it ends."""
    if text.startswith("首季", at):
        return 1, at + 2 + (text[at + 2 : at + 3] == "度")
    start = at + (text[at : at + 1] == "第")
    found = number(text, start)
    if found is None or not 1 <= found[0] <= 4:
        return None
    end = found[1] + (text[found[1] : found[1] + 1] == "个")
    if not text.startswith("季", end):
        return None
    end += 1 + (text[end + 1 : end + 2] == "度")
    return (found[0], end) if end - at > 2 or text[at] == "第" else None


def said_quarter(text: str, at: int, today: date) -> tuple[date, int] | None:
    """本季度, 下个季度: the last day and where the words end."""
    for word, ahead in _SAID_QUARTERS:
        if text.startswith(word, at):
            return quarter_end(add_months(today.replace(day=1), 3 * ahead)), at + len(word)
    return None


def span_at(text: str, at: int, today: date) -> tuple[Span, int, bool] | None:
    """A period's first and last day, where it ends, and whether its year was said or implied."""
    ahead, end = week_prefix(text, at)
    name = next((one for one in WEEK_NAMES if ahead is not None and text.startswith(one, end)), "")
    if name:
        monday = today + timedelta(7 * (ahead or 0) - today.weekday())
        return ((monday, monday + timedelta(6)), end + len(name), True) if (ahead or 0) >= 0 else None
    said = year_of(text, at, today)
    start = said[1] if said else at
    month = month_of(text, start, today)
    if month is not None:
        year = said[0] if said else month[0] or today.year
        return (date(year, month[1], 1), last_day(year, month[1])), month[2], bool(said or month[0])
    year = said[0] if said else today.year
    running = None if said else said_quarter(text, at, today)
    if running is not None:
        return (running[0].replace(day=1, month=running[0].month - 2), running[0]), running[1], True
    for word, last in (("上半年", 6), ("下半年", 12)):
        if text.startswith(word, start):
            return (date(year, last - 5, 1), last_day(year, last)), start + 3, True
    named = quarter(text, start)
    if named is not None:
        return (date(year, named[0] * 3 - 2, 1), last_day(year, named[0] * 3)), named[1], said is not None
    return ((date(year, 1, 1), date(year, 12, 31)), start, True) if said else None


def _nth(text: str, at: int) -> tuple[int, int] | None:
    """第二个, 首个, 最后一个, 倒数第二个: the count, below zero from the end, and where it ends."""
    if text.startswith(("最后一", "最末一"), at):
        nth, end = -1, at + 3
    elif text.startswith("首", at):
        nth, end = 1, at + 1
    elif text.startswith(("第", "倒数第"), at):
        back = text[at] == "倒"
        found = number(text, at + (3 if back else 1))
        if found is None or not 1 <= found[0] <= _MOST:
            return None
        nth, end = (-found[0] if back else found[0]), found[1]
    else:
        return None
    return nth, end + (text[end : end + 1] == "个")


def _unit(text: str, at: int, span: Span, nth: int) -> Found:
    """What is counted: working days, weekdays, days, weeks or months."""
    first, last = span
    edge = last + timedelta(1) if nth < 0 else first - timedelta(1)
    if text.startswith(("工作日", "工日"), at):
        from planner.domain.workdays import CHINA

        return (Day(CHINA.shift(edge, nth)), at + (3 if text[at + 1] == "作" else 2)) if abs(nth) <= 23 else None
    name = next((one for one in WEEK_NAMES if text.startswith(one, at)), "")
    end = at + len(name)
    weekday = _WEEKDAYS.get(text[end : end + 1], -1) if name else -1
    if weekday >= 0:
        behind = (weekday - first.weekday()) % 7 if nth > 0 else -((last.weekday() - weekday) % 7)
        return _inside(
            span, (first if nth > 0 else last) + timedelta(behind + 7 * (nth - (nth > 0) + (nth < 0))), end + 1
        )
    if name and nth > 0 and (last - first).days > 360:
        return _iso_week(first.year, nth, end)
    if name:
        begin = edge + timedelta(7 * nth - 6 if nth > 0 else 7 * nth)
        return (Day(begin, "period", min(last, begin + timedelta(6))), end) if first <= begin <= last else None
    if text[at : at + 1] in {"天", "日"}:
        return _inside(span, edge + timedelta(nth), at + 1)
    if text[at : at + 1] == "月":
        begin = add_months(edge if nth < 0 else first, nth - (nth > 0)).replace(day=1)
        return (Day(begin, "period", last_day(begin.year, begin.month)), at + 1) if first <= begin <= last else None
    return None


def _iso_week(year: int, nth: int, end: int) -> Found:
    """The nth week of a year, Monday first, as ISO 8601 numbers them."""
    fourth = date(year, 1, 4)
    monday = fourth + timedelta(7 * (nth - 1) - fourth.weekday())
    if nth > 53 or (monday + timedelta(3)).year != year:
        return None
    return Day(monday, "range", monday + timedelta(6)), end


def _numbered_week(text: str, at: int, today: date) -> Found:
    """第20周 of this year, or of the next when it has passed; only where it begins a clause and closes it."""
    nth, before = _nth(text, at), text[at - 1 : at] if at else ""
    if nth is None or not text.startswith("周", nth[1]) or before not in _OPENING:
        return None
    end = nth[1] + 1
    if text[end : end + 1] not in _CLOSING and not text.startswith(("完成", "提交", "上报", "开会", "召开"), end):
        return None
    for year in (today.year, today.year + 1):
        found = _iso_week(year, nth[0], end)
        if found is not None and found[0].last is not None and found[0].last >= today:
            return found
    return None


def _inside(span: Span, day: date, end: int) -> Found:
    """The day, if the period has it."""
    return (Day(day), end) if span[0] <= day <= span[1] else None
