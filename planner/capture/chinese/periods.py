"""Chinese periods, their ends, and lengths of time from now.

    period = ("本" | "这" | "下" …) ("周" | "月" | "季度" | "年") | 上半年 | [year] month | [year] 第N季度 | month 旬
    end    = [period] ("底" | "末"), 月底, 年底, 季末, 季度末, 周末
    start  = [period] "初";  middle = [月] "中" | "中旬" | 年中
    from   = length ("后" | "之后" | "以后" | "内" | "之内" | "以内") | "未来" length ["内"]

A period's due day is its last. N天前 is past, and no due date.
"""

from __future__ import annotations

from planner.capture.chinese.days import month_of, week_prefix, year_of
from planner.capture.chinese.documents import document_follows
from planner.capture.chinese.numerals import length
from planner.capture.chinese.ordinals import counted, ordinal, quarter, said_quarter
from planner.capture.chinese.refuse import attribute
from planner.capture.fold import is_han
from planner.capture.months import add_months, last_day, quarter_end
from planner.capture.reading import Clock, Day
from planner.domain.moment import date, datetime, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.domain.workdays import Calendar

    Found: TypeAlias = tuple[Day, int] | None

__all__ = ["apply", "from_now", "period"]

_AFTER = ("之后", "以后", "过后", "后")
_WITHIN = ("之内", "以内", "内", "之前", "以前", "里")
_DEADLINE = ("前", "之前", "以前", "内", "之内", "以内", "底", "末", "截止")
_OPENING = frozenset("步审稿评试赛级选始期")
"""What makes another word of 初."""
_RECENT = 6
"""Months back within which a month that has passed is taken for the one that a thing is of."""
_SEASONS = frozenset("春夏秋冬")


def period(text: str, at: int, today: date) -> Found:
    """The period, or the end of one, that begins at a place."""
    found = ordinal(text, at, today)
    if found is not None:
        return found
    return _ends(text, at, today) or _week(text, at, today) or _month(text, at, today) or _year_part(text, at, today)


def _ends(text: str, at: int, today: date) -> Found:
    """月底, 年末, 季末, 月初, 月中 of the running period."""
    pair = text[at : at + 2]
    before = text[at - 1 : at]
    if before and (before.isdecimal() or before in "一二三四五六七八九十个下本这每"):
        return None
    if pair in {"上半", "下半", "前半", "后半"}:
        half = _half(text, at) if text[at + 2 : at + 3] == "周" else None
        monday = today - timedelta(today.weekday())
        return (_half_week(monday, later=half[0]), half[1]) if half else _half_month(text, at, today)
    if pair in {"月底", "月末"}:
        return Day(last_day(today.year, today.month)), at + 2
    if pair in {"年底", "年末"}:
        return Day(date(today.year, 12, 31)), at + 2
    if pair in {"年内", "月内", "周内"}:
        return Day(_last_of(pair[0], today)), at + 1
    if pair in {"季末", "季底"} or text.startswith("季度末", at) or text.startswith("季度底", at):
        return Day(quarter_end(today)), at + (2 if pair in {"季末", "季底"} else 3)
    if pair == "月初":
        return Day(add_months(today.replace(day=1), 0 if today.day == 1 else 1)), at + 2
    if pair == "年初":
        return Day(date(today.year + 1, 1, 1)), at + 2
    if pair == "月中" and text[at + 2 : at + 3] not in {"国", "旬"}:
        middle = today.replace(day=15)
        return Day(middle if middle >= today else add_months(middle, 1)), at + 2
    if pair == "年中" and (
        not text[at + 2 :].strip() or text[at + 2] in " ,，。；;、)）" or text.startswith(_DEADLINE, at + 2)
    ):
        middle = date(today.year, 6, 30)
        return Day(middle if middle >= today else date(today.year + 1, 6, 30)), at + 2
    if pair == "周末" and text[at + 2 : at + 3] != "愉":
        saturday = today - timedelta(today.weekday()) + timedelta(5)
        return Day(saturday, "range", saturday + timedelta(1)), at + 2
    return None


def _last_of(name: str, today: date) -> date:
    """The last day of this year, month or week."""
    if name == "周":
        return today + timedelta(6 - today.weekday())
    return date(today.year, 12, 31) if name == "年" else last_day(today.year, today.month)


def _week(text: str, at: int, today: date) -> Found:
    """本周, 下周, 下下个星期."""
    ahead, end = week_prefix(text, at)
    if ahead is None or ahead < 0:
        return None
    for name in ("星期", "礼拜", "周"):
        if text.startswith(name, end):
            end += len(name)
            break
    else:
        return None
    if text[end : end + 1] in {"年", "期", "报", "刊", "边", "全", "岁"} and name == "周":
        return None
    monday = today - timedelta(today.weekday()) + timedelta(7 * ahead)
    half = _half(text, end)
    if half:
        return _half_week(monday, later=half[0]), half[1]
    edge = text[end : end + 1]
    if edge in {"初", "中"} and name == "周" and text[end + 1 : end + 2] not in {"国", "午"}:
        return Day(monday + timedelta(2 if edge == "中" else 0)), end + 1
    return _bounded(text, at, end, Day(monday, "period", monday + timedelta(6)))


def _half(text: str, at: int) -> tuple[bool, int] | None:
    """前半段, 后半周: whether it is the later half, and where the words end."""
    later = text[at : at + 1] in {"后", "下"}
    if not later and text[at : at + 1] not in {"前", "上"}:
        return None
    if text[at + 1 : at + 2] != "半" or text[at + 2 : at + 3] not in {"段", "周", "程"}:
        return None
    return later, at + 3


def _half_week(monday: date, *, later: bool) -> Day:
    """Monday to Wednesday, or Thursday to Sunday."""
    if later:
        return Day(monday + timedelta(3), "period", monday + timedelta(6))
    return Day(monday, "period", monday + timedelta(2))


def _half_month(text: str, at: int, today: date) -> Found:
    """上半月, 下半月 of this month, or of the next when it has passed."""
    if not text.startswith(("上半月", "下半月"), at):
        return None
    for ahead in (0, 1):
        first = add_months(today.replace(day=1), ahead)
        last = last_day(first.year, first.month)
        made = Day(first, "period", first.replace(day=15))
        if text[at] == "下":
            made = Day(first.replace(day=16), "period", last)
        if made.last is not None and made.last >= today:
            return made, at + 3
    return None


def _bounded(text: str, start: int, end: int, made: Day) -> Found:
    """A vague period, unless it only describes what follows it, or what follows narrows it in a way not known."""
    if counted(text, end) or (text[end : end + 1] in _SEASONS and text[end + 1 : end + 2] not in {"节", "运", "游"}):
        return None
    if not text.startswith(_DEADLINE, end) and (attribute(text, start, end) or document_follows(text, end)):
        return None
    return made, end


def _month(text: str, at: int, today: date) -> Found:
    """[year] month as a period, its 初 中 底 and 旬."""
    said = year_of(text, at, today)
    month = month_of(text, said[1] if said else at, today)
    if month is None:
        return None
    which, number_, end = month
    end += text[end : end + 1] == " " and text[end + 1 : end + 2] in {"底", "末", "初", "上", "中", "下"}
    bare = said is None and not which
    rolled = bare and number_ < today.month
    found = _of_month(text, at, end, (said[0] if said else which or today.year + rolled, number_), bare=bare)
    if found is None or (rolled and today.month - number_ < _RECENT and _names_thing(text, found[1])):
        return None
    found[0].rolled = rolled
    return found


def _names_thing(text: str, end: int) -> bool:
    """Whether a month that has passed touches what it is the month of (10月份月报, 9月底数据), and is no term."""
    return is_han(text[end : end + 1] or " ") and not text.startswith(_DEADLINE, end)


def _of_month(text: str, at: int, end: int, month: tuple[int, int], *, bare: bool) -> Found:
    """A month, its 旬, its halves or its ends; ``at`` is where its words begin, ``end`` where they end."""
    which, number_ = month
    first, last = date(which, number_, 1), last_day(which, number_)
    for word, begin, stop in (
        *(("上旬", 1, 10), ("中旬", 11, 20), ("下旬", 21, 31)),
        *(("上半月", 1, 15), ("前半月", 1, 15), ("下半月", 16, 31), ("后半月", 16, 31)),
    ):
        if text.startswith(word, end):
            return Day(
                date(which, number_, begin), "period", min(last, date(which, number_, min(stop, last.day)))
            ), end + len(word)
    edge = text[end : end + 1]
    if edge in {"底", "末"}:
        return Day(last), end + 1
    if edge == "初":
        return Day(first), end + 1
    if edge == "中" and text[end + 1 : end + 2] not in {"国", "午"}:
        return Day(date(which, number_, 15)), end + 1
    if text[end - 1] == "月" and bare and _continues(text, end):
        return None
    return _bounded(text, at, end, Day(first, "period", last))


def _continues(text: str, end: int) -> bool:
    """Whether a bare month (三月) runs on into other words, so that it names no due time."""
    after = text[end : end + 1]
    return bool(after) and after not in " ,，。；;、)）之前内以底开去\0"


def _year_part(text: str, at: int, today: date) -> Found:
    """年底 of a said year, quarters, half years, 今年, 明年."""
    said = year_of(text, at, today)
    running = said_quarter(text, at, today) if said is None else None
    if running is not None:
        return _edged(text, at, running[1], date(running[0].year, running[0].month - 2, 1), running[0])
    start = said[1] if said else at
    which = said[0] if said else today.year
    for word, month in (("上半年", 6), ("下半年", 12)):
        if text.startswith(word, start):
            return _edged(text, at, start + 3, date(which, month - 5, 1), last_day(which, month))
    named = quarter(text, start)
    if named:
        return _in_quarter(text, which, named, today, said=said is not None)
    if said is None:
        return None
    if text.startswith("年中", start):
        return Day(date(which, 6, 30)), start + 2
    start += said is not None and text.startswith(("年底", "年末", "年初"), start)
    edge_ = text[start : start + 1]
    if edge_ in {"底", "末"}:
        return Day(date(which, 12, 31)), start + 1
    if edge_ == "初":
        return Day(date(which, 1, 1)), start + 1
    if (not text[at].isdecimal() and text[at] in "今明后本来") or text.startswith(("前", "之前", "以前", "内"), start):
        return _bounded(text, at, start, Day(date(which, 1, 1), "period", date(which, 12, 31)))
    return None


def _edged(text: str, start: int, end: int, first: date, last: date) -> Found:
    """A quarter or half year: its 初, its 末 or 底, or the whole."""
    edge = text[end : end + 1]
    if edge in {"末", "底"}:
        return Day(last), end + 1
    if edge == "初" and text[end + 1 : end + 2] not in _OPENING:
        return Day(first), end + 1
    return _bounded(text, start, end, Day(first, "period", last))


def _in_quarter(text: str, which: int, named: tuple[int, int], today: date, *, said: bool) -> Found:
    """A quarter, only where it ends a clause or is followed by 前, 内, 末: 第三季度总结 is a title."""
    number_, end = named
    last = last_day(which, number_ * 3)
    if not said and last < today:
        last = last_day(which + 1, number_ * 3)
    after = text[end : end + 1]
    if after in {"末", "底", "初"}:
        return _edged(text, end, end, date(last.year, last.month - 2, 1), last)
    if after and after not in " ,，。；;、)）\0" and not text.startswith(_DEADLINE, end):
        return None
    return Day(date(last.year, last.month - 2, 1), "period", last), end


def from_now(
    text: str, at: int, now: datetime, calendar: Calendar | None
) -> tuple[Day, Clock | None, bool, int] | None:
    """The day, its time when hours or minutes were said, whether it is a deadline, and where it ends."""
    start, led = at, False
    for word in ("未来", "今后", "再过", "过", "最近"):
        if text.startswith(word, at):
            start, led = at + len(word), word != "最近"
            start += text[start : start + 1] == "的"
            break
    found = length(text, start)
    if found is None:
        return None
    spans, end = found
    deadline = False
    tail = next((word for word in _AFTER if text.startswith(word, end)), "")
    if not tail:
        tail = next((word for word in _WITHIN[:3] if text.startswith(word, end)), "")
        deadline = bool(tail)
    if not tail and not (led and text.startswith(("过", "再过", "未来"), at) and start > at):
        return None
    end += len(tail)
    if "后" in tail and text[end : end + 1] in {"续", "期", "勤", "台", "备", "来", "果", "悔"}:
        return None
    if not tail and text[end : end + 1] not in {" ", "", "，", ","} and text.startswith("未来", at):
        return None
    moved = apply(spans, now, calendar)
    if moved is None:
        return None
    exact = any(kind in spans for kind in ("hour", "minute", "second"))
    made = Day(moved.date(), "said")
    if "workday" in spans:
        from planner.domain.workdays import CHINA

        made.unknown = not (calendar or CHINA).known(moved.year)
    return made, (Clock(moved.hour, moved.minute) if exact else None), deadline, end


def apply(spans: dict[str, float], now: datetime, calendar: Calendar | None) -> datetime | None:
    """Now moved by a length; ``None`` when that leaves the calendar."""
    try:
        months = spans.get("month", 0) + 3 * spans.get("quarter", 0) + 12 * spans.get("year", 0)
        day = add_months(now.date(), int(months))
        moved = datetime(day.year, day.month, day.day, now.hour, now.minute)
        moved += timedelta(
            round((months - int(months)) * 30) + spans.get("day", 0) + 7 * spans.get("week", 0),
            spans.get("second", 0),
            0,
            0,
            spans.get("minute", 0),
            spans.get("hour", 0),
        )
        if "workday" in spans:
            if calendar is None:
                from planner.domain.workdays import CHINA

                calendar = CHINA
            day = calendar.shift(moved.date(), int(spans["workday"]))
            moved = datetime(day.year, day.month, day.day, moved.hour, moved.minute)
    except (OverflowError, ValueError):
        return None
    return moved if 1900 <= moved.year <= 9000 else None
