"""Chinese holidays by name (国庆节, 春节, 除夕) and days of the lunar calendar (农历八月十五, 腊月初十)."""

from __future__ import annotations

from planner.capture.chinese.numerals import number
from planner.capture.reading import Day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.domain.moment import date

    Found: TypeAlias = tuple[Day, int] | None

__all__ = ["holiday"]

_FIRST = frozenset(
    "元情妇三植消国愚清世劳五青护儿六母父建七八教十万记光双感冬平圣复跨春农大上龙端中重腊小除年正九阴一二四"
    "立雨惊谷芒夏处白秋寒霜"
)
_BARE = frozenset(
    (
        "五一",
        "六一",
        "双十一",
        "双十二",
        "清明",
        "端午",
        "中秋",
        "元宵",
        "重阳",
        "七夕",
        "元旦",
        "国庆",
        "圣诞",
        "冬至",
        "腊八",
        "小年",
        "中元",
    )
)
"""Names that need no 节; what follows them must not make another word."""
_NUMERALS = frozenset(("十一", "七一", "八一"))
"""Holidays said by their month and day that are numbers too, and read only beside a word that a holiday has."""
_BESIDE = ("前", "节", "期间", "假期", "长假", "放假", "黄金周", "小长假", "之前", "以前", "过后", "后")
_TERMS = frozenset(
    (*("立春", "惊蛰", "春分", "谷雨", "立夏", "芒种", "夏至", "立秋", "处暑", "秋分", "寒露", "霜降", "立冬"),)
)
"""Solar terms that are no other word; read where a clause ends, or before what a holiday has beside it."""
_WEATHER = frozenset(("小寒", "大寒", "雨水", "小满", "小暑", "大暑", "白露", "小雪", "大雪"))
"""Solar terms that are weather or names as well; read only beside such a word."""
_BESIDE_TERM = (*_BESIDE, "当天", "当日", "那天", "这天", "时节", "到来前")
_PLACES = frozenset("居路街村镇乡县桥厂河江山湖社区广小学中医")
_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_YEARS = {"今年": 0, "明年": 1, "后年": 2, "本年": 0}


def holiday(text: str, at: int, today: date) -> Found:
    """The holiday or lunar day that begins at a place."""
    ahead, start = None, at
    for word, years in _YEARS.items():
        if text.startswith(word, at):
            ahead, start = today.year + years, at + len(word) + (text[at + len(word) : at + len(word) + 1] == "的")
            break
    else:
        if text[at].isdecimal() or text[at] == "二":
            said = number(text, at)
            if said and text[said[1] : said[1] + 1] == "年" and 1900 < said[0] < 2200:
                ahead, start = said[0], said[1] + 1 + (text[said[1] + 1 : said[1] + 2] == "的")
    if start >= len(text) or (text[start] not in _FIRST and not text[start].isdecimal()):
        return None
    return _named(text, start, ahead, today) or _lunar(text, start, ahead, today)


def _named(text: str, at: int, year: int | None, today: date) -> Found:
    """A holiday by its name; the longest name wins."""
    from planner.domain.festivals import CHINESE, festival

    for size in range(7, 1, -1):
        name = text[at : at + size]
        if len(name) < size or (name.removesuffix("节") not in CHINESE and name not in CHINESE):
            continue
        end = at + size
        if at and text[at - 1] in "周期拜" and text[at] in "五六":
            return None
        if name in _NUMERALS and not _as_holiday(text, at, end):
            return None
        if name in _BARE and text[end : end + 1] in _PLACES and not text.startswith("中午", end):
            return None
        bare = name.removesuffix("节")
        if bare in _TERMS or bare in _WEATHER:
            if not _as_term(text, bare, at + 2):
                return None
            end += name != bare and text[end : end + 1] == "气"
        if year is not None and name.startswith(("除夕", "大年", "年三十")):
            return _lunar_day(year, 12, 30, end, today)
        for which in (year,) if year else range(today.year, today.year + 4):
            try:
                found = festival(name, which)
            except ValueError:
                continue
            if year or found >= today:
                made = Day(found)
                made.festival = bare if bare in CHINESE else name
                made.movable = CHINESE[made.festival][0] != "day"
                return made, end
        return None
    return None


def _as_term(text: str, name: str, end: int) -> bool:
    """Whether 立春 or 大雪 names the day of the solar term."""
    return text.startswith(_BESIDE_TERM, end) or (name in _TERMS and not text[end : end + 1].strip(" ,，。;；、)\0"))


def _as_holiday(text: str, at: int, end: int) -> bool:
    """Whether 十一, 七一 or 八一 stands for the holiday."""
    if at and (text[at - 1].isdecimal() or text[at - 1] in "一二三四五六七八九十百千第"):
        return False
    return text.startswith(_BESIDE, end) or (text[at] != "十" and not text[end : end + 1].strip(" ,，。;；\0"))


def _lunar(text: str, at: int, year: int | None, today: date) -> Found:
    """农历八月十五, 九月廿二, 腊月初十, 正月初五."""
    said = text.startswith(("农历", "阴历"), at)
    start = at + 2 * said
    start += text[start : start + 1] == "闰"
    if start >= len(text):
        return None
    if text[start] in _MONTHS and text[start + 1 : start + 2] == "月":
        month, end = _MONTHS[text[start]], start + 2
    else:
        found = number(text, start)
        if found is None or not 1 <= found[0] <= 12 or text[found[1] : found[1] + 1] != "月":
            return None
        month, end = found[0], found[1] + 1
    mark = text[end : end + 1]
    beginning = mark == "初"
    figures = number(text, end + beginning)
    if (
        figures is None
        or not 1 <= figures[0] <= 30
        or text[figures[1] : figures[1] + 1] in {"日", "号", "点", "个", "天", "年"}
    ):
        return None
    if text[end].isascii() or not (
        said or beginning or mark == "廿" or text[start] in _MONTHS or figures[0] in {15, 30}
    ):
        return None
    return _lunar_day(year, month, figures[0], figures[1], today)


def _lunar_day(year: int | None, month: int, day: int, end: int, today: date) -> Found:
    """That day of a lunar year, or of the next one that brings it."""
    from planner.domain.moon import lunar_day

    for which in (year,) if year else (today.year - 1, today.year, today.year + 1):
        try:
            found = lunar_day(which, month, day)
        except ValueError:
            continue
        if year or found >= today:
            made = Day(found)
            made.movable = True
            return made, end
    return None
