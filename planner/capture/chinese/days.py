"""Chinese days.

    day     = said | weekday | [year] month-day | [month] day-number | numeric | festival | lunar
    said    = 今天 | 明天 | 后天 | 大后天 | 今 早晚 | 明 早晚 …
    weekday = {"下" | "本" | "这" | "上"} ["个"] ("周" | "星期" | "礼拜") (一 … 日 天 末 | 1 … 7)
    year    = 二〇二六年 | 2026年 | 26年 | 今年 | 明年 | 后年
    month   = 十月 | 10月 | 10月份 | 元月 | 下月 | 下个月 | 本月;  day-number = 五日 | 5号 | 31
    numeric = 2026-11-27 | 2026/11/27 | 2026.11.27 | 20261127 | 10.1 (where a date is promised) | 27-7-3

下周五 is the Friday of the next week, weeks beginning on Monday. Periods and their ends stand in ``periods``, what is
no date though it looks like one in ``refuse``.
"""

from __future__ import annotations

from planner.capture.chinese.numerals import number, starts_number
from planner.capture.chinese.numeric import numeric
from planner.capture.chinese.refuse import counted_day, counted_number
from planner.capture.months import add_months, on_month_day, on_year_day, real_day
from planner.capture.reading import Day
from planner.domain.moment import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Found: TypeAlias = tuple[Day, int] | None

__all__ = ["SAID", "WEEK_NAMES", "aside", "day", "month_of", "week_prefix", "weekday_at", "year_of"]

SAID: tuple[tuple[str, int], ...] = (
    *(("大大后天", 4), ("大后天", 3), ("大后日", 3), ("后天", 2), ("后日", 2), ("后儿", 2), ("明天", 1), ("明日", 1)),
    *(
        ("明儿", 1),
        ("明个", 1),
        ("今天", 0),
        ("今日", 0),
        ("今儿", 0),
        ("本日", 0),
        ("当天", 0),
        ("当日", 0),
        ("即日", 0),
        ("次日", 1),
    ),
    *(("第二天", 1), ("翌日", 1)),
)
_TWO_DAYS = (
    *(
        ("今明两天", 0),
        ("今明两日", 0),
        ("今明二天", 0),
        ("明后两天", 1),
        ("明后两日", 1),
        ("明后天", 1),
        ("明后日", 1),
    ),
)
"""Two days that follow one another, said as one word, and how far ahead the first is."""
_DAY_PARTS = {
    "今早": 0,
    "今晚": 0,
    "今夜": 0,
    "今晨": 0,
    "今午": 0,
    "明早": 1,
    "明晚": 1,
    "明晨": 1,
    "明午": 1,
    "后晚": 2,
    "当晚": 0,
}
WEEK_NAMES = ("星期", "礼拜", "周")
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_YEARS = {"今年": 0, "本年": 0, "明年": 1, "来年": 1, "后年": 2, "大后年": 3}


def day(text: str, at: int, today: date, *, led: bool = False) -> Found:
    """The day that begins at a place; ``led`` says that what stands before promises a date."""
    char = text[at]
    if char in "今明后大本即当次第翌":
        found = _said(text, at, today)
        if found:
            return found
    if char in "下本这上周星礼今次":
        found = weekday_at(text, at, today)
        if found:
            return found
    return (
        _month_day(text, at, today)
        or numeric(text, at, today, led=led)
        or _day_number(text, at, today)
        or _other(text, at, today)
    )


def _other(text: str, at: int, today: date) -> Found:
    """A holiday or a day of the lunar calendar."""
    from planner.capture.chinese.holidays import holiday

    return holiday(text, at, today)


def _said(text: str, at: int, today: date) -> Found:
    """Days said in words: 今天, 明天, 后天."""
    pair = text[at : at + 2]
    if pair in _DAY_PARTS and text[at + 2 : at + 3] not in {"报", "会", "餐", "期", "年", "宴"}:
        return Day(today + timedelta(_DAY_PARTS[pair]), "today"), at + 1
    for word, first in _TWO_DAYS:
        if text.startswith(word, at):
            return Day(today + timedelta(first), "range", today + timedelta(first + 1)), at + len(word)
    for word, ahead in SAID:
        if text.startswith(word, at):
            return Day(today + timedelta(ahead), "today"), at + len(word)
    return None


def week_prefix(text: str, at: int) -> tuple[int | None, int]:
    """Weeks ahead that 下, 下下, 本, 这 say (``None`` when nothing is said), and where they end; 上 is below zero."""
    end, ahead, said = at, 0, False
    while text[end : end + 1] in {"下", "上"} and end - at < 4:
        ahead += 1 if text[end] == "下" else -1
        said, end = True, end + 1
    if not said and text[end : end + 1] in {"本", "这", "今"}:
        said, end = True, end + 1
    if said and text[end : end + 1] in {"个", "一"} and text.startswith(WEEK_NAMES, end + 1):
        end += 1
    return (ahead if said else None), end


def weekday_at(text: str, at: int, today: date) -> Found:
    """Weekdays: 周五, 下周五, 本周日, 星期天, 下下周末."""
    ahead, end = week_prefix(text, at)
    name = next((one for one in WEEK_NAMES if text.startswith(one, end)), None)
    if name is None:
        return None
    end += len(name)
    if text[end : end + 1] == "周" and name == "周":
        end += 1
    char = text[end : end + 1]
    monday = today - timedelta(today.weekday())
    if char in {"末", "未"} and name == "周" and char == "末":
        saturday = monday + timedelta(5 + 7 * (ahead or 0))
        return Day(saturday, "range", saturday + timedelta(1)), end + 1
    digit = char.isascii() and char.isdecimal() and "1" <= char <= "7"
    after = text[end + 1 : end + 2]
    if (not digit and char not in _WEEKDAYS) or (char == "日" and after in {"常", "程", "志"}):
        return None
    if digit and (after.isdecimal() or after in {"天", "个", "日", "次", "年", "月", "小", "人", "点", ":", "-", "."}):
        return None
    if ahead is None and counted_day(text, at, end + 1):
        return None
    if ahead is not None and ahead < 0:
        return None
    weekday = int(char) - 1 if digit else _WEEKDAYS[char]
    end = aside(text, end + 1)
    if ahead is None:
        first = today + timedelta((weekday - today.weekday()) % 7)
        return Day(first, "weekday", again=first + timedelta(7)), end
    found = monday + timedelta(weekday + 7 * ahead)
    return Day(found, "said"), end


def aside(text: str, at: int) -> int:
    """A full date in brackets after a weekday or a said day names the same day again: 明天(周四), 今天(9月14日)."""
    if text[at : at + 1] not in {"(", "（"}:
        return at
    close = text.find(")", at, at + 14)
    if close < 0:
        return at
    inside = text[at + 1 : close]
    return (
        close + 1
        if inside.lstrip("下本这个").startswith(("周", "星期", "礼拜")) or inside.endswith(("日", "号"))
        else at
    )


def year_of(text: str, at: int, today: date) -> tuple[int, int] | None:
    """A year and where it ends."""
    for word, ahead in _YEARS.items():
        if text.startswith(word, at):
            end = at + len(word)
            end += text[end : end + 1] == "度"
            return today.year + ahead, end + (text[end : end + 1] == "的")
    found = number(text, at)
    if found is None or text[found[1] : found[1] + 1] != "年":
        return None
    size = found[1] - at
    if size not in {2, 4} or (size == 4 and not 1900 <= found[0] <= 2199):
        return None
    if size == 2 and (not 0 < found[0] < 100 or text[at] == "十" or "十" in text[at : found[1]]):
        return None
    end = found[1] + 1
    while text[end : end + 1] in {" ", "的"}:
        end += 1
    return (found[0] if size == 4 else 2000 + found[0]), end


def _runs(text: str, at: int) -> bool:
    """Whether the figures here go on from figures of the same kind before them."""
    return at > 0 and starts_number(text[at - 1]) and text[at].isascii() == text[at - 1].isascii()


def month_of(text: str, at: int, today: date) -> tuple[int, int, int] | None:
    """Year (0 when none is implied), month, and where it ends: 十月, 10月份, 下个月, 本月."""
    for word, ahead in (
        ("下下个月", 2),
        ("下下月", 2),
        ("下个月", 1),
        ("下月", 1),
        ("次月", 1),
        ("本月", 0),
        ("这个月", 0),
        ("当月", 0),
        ("这月", 0),
    ):
        if text.startswith(word, at):
            first = add_months(today.replace(day=1), ahead)
            end = at + len(word)
            return first.year, first.month, end + (text[end : end + 1] == "的")
    if text.startswith("元月", at) and not (at and (starts_number(text[at - 1]) or text[at - 1] in "万亿美欧日多余几")):
        return 0, 1, at + 2 + (text[at + 2 : at + 3] == "份")
    found = number(text, at)
    if found is None or not 1 <= found[0] <= 12 or _runs(text, at):
        return None
    end = found[1] + (text[found[1] : found[1] + 1] == " ")
    if text[end : end + 1] != "月":
        return None
    end += 1
    end += text[end : end + 1] == "份"
    return 0, found[0], end


def _month_day(text: str, at: int, today: date) -> Found:
    """[year] month day."""
    said = year_of(text, at, today)
    month = month_of(text, said[1] if said else at, today)
    if month is None:
        return _day_of_year(text, said) if said else None
    which, number_, end = month
    end += text[end : end + 1] in {" ", "的"}
    found = number(text, end)
    if found is None or not 1 <= found[0] <= 31 or found[1] - end > 3:
        return None
    close = found[1] + (text[found[1] : found[1] + 1] == " " and text[found[1] + 1 : found[1] + 2] in {"日", "号"})
    mark = text[close : close + 1]
    if mark in {"日", "号"}:
        close += 1
        if mark == "号" and counted_number(text, at, close, dated=True):
            return None
    elif mark in {
        "点",
        "时",
        "个",
        "天",
        "周",
        "年",
        "月",
        "%",
        "万",
        "元",
        "人",
        "次",
        ".",
        "家",
        "项",
        "件",
        "期",
        ":",
    } or (text[end].isascii() is False and found[0] > 10 and _lunar(text, end)):
        return None
    if which == 0 and said is None and mark not in {"日", "号"} and not text[end].isascii() and _lunar(text, end):
        return None
    close = aside(text, close)
    if said or which:
        made = real_day(said[0] if said else which, number_, found[0])
        return (Day(made), close) if made else None
    made = on_year_day(today, number_, found[0])
    if made is None:
        return None
    return Day(made, "yearday", again=on_year_day(date(made.year, 12, 31), number_, found[0]) or made), close


def _lunar(text: str, at: int) -> bool:
    """Whether the day is written as the lunar calendar's are: 初五, 十五, 廿二, 三十 without 日 or 号."""
    return text[at] in "初廿卅" or text.startswith(("十五", "三十"), at)


def _day_of_year(text: str, said: tuple[int, int]) -> Found:
    """2023年第十天."""
    if text[said[1] : said[1] + 1] != "第":
        return None
    found = number(text, said[1] + 1)
    if found is None or text[found[1] : found[1] + 1] not in {"天", "日"} or not 1 <= found[0] <= 366:
        return None
    made = date(said[0], 1, 1) + timedelta(found[0] - 1)
    return (Day(made), found[1] + 1) if made.year == said[0] else None


def _day_number(text: str, at: int, today: date) -> Found:
    """5号, 三十日: the next such day of a month."""
    found = number(text, at)
    if found is None or (at and (_runs(text, at) or text[at - 1] in "第.-/年月")):
        return None
    mark = text[found[1] : found[1] + 1]
    if mark in {"-", "~", "至", "到"}:
        return _day_numbers(text, found, today)
    if mark not in {"日", "号"} or not 1 <= found[0] <= 31 or counted_number(text, at, found[1] + 1):
        return None
    made = on_month_day(today, found[0])
    if made is None:
        return None
    return Day(made, "monthday", again=on_month_day(made + timedelta(1), found[0])), aside(text, found[1] + 1)


def _day_numbers(text: str, first: tuple[int, int], today: date) -> Found:
    """28-30号: both days of the next month that has the first ahead."""
    last = number(text, first[1] + 1)
    if last is None or text[last[1] : last[1] + 1] not in {"日", "号"} or not 1 <= first[0] < last[0] <= 31:
        return None
    start = on_month_day(today, first[0])
    end = real_day(start.year, start.month, last[0]) if start else None
    if start is None or end is None or counted_number(text, first[1] + 1, last[1] + 1):
        return None
    return Day(start, "range", end), last[1] + 1
