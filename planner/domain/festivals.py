"""Holidays by name, in Chinese and in English: on which day of a year each falls. Imported only when one is typed.

A rule is a tuple: ``("day", month, day)``, ``("moon", month, day)`` of the lunar calendar, ``("nth", month, n,
weekday)`` with Monday 0 and n from the end when negative, ``("easter", days after)``, ``("term", name)`` a solar term,
and ``("eve", name)`` the day before another, ``("next", name)`` the day after.
"""

from __future__ import annotations

from planner.domain.moment import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Rule: TypeAlias = tuple[str | int, ...]

__all__ = ["CHINESE", "ENGLISH", "festival"]

CHINESE: dict[str, Rule] = {
    "元旦": ("day", 1, 1),
    "情人节": ("day", 2, 14),
    "妇女节": ("day", 3, 8),
    "三八妇女节": ("day", 3, 8),
    "三八节": ("day", 3, 8),
    "植树节": ("day", 3, 12),
    "消费者权益日": ("day", 3, 15),
    "国际消费者权益日": ("day", 3, 15),
    "愚人节": ("day", 4, 1),
    "清明": ("term", "清明"),
    "世界读书日": ("day", 4, 23),
    "劳动节": ("day", 5, 1),
    "国际劳动节": ("day", 5, 1),
    "五一劳动节": ("day", 5, 1),
    "五一": ("day", 5, 1),
    "青年节": ("day", 5, 4),
    "五四青年节": ("day", 5, 4),
    "护士节": ("day", 5, 12),
    "儿童节": ("day", 6, 1),
    "国际儿童节": ("day", 6, 1),
    "六一儿童节": ("day", 6, 1),
    "六一": ("day", 6, 1),
    "母亲节": ("nth", 5, 2, 6),
    "父亲节": ("nth", 6, 3, 6),
    "建党节": ("day", 7, 1),
    "七一建党节": ("day", 7, 1),
    "建军节": ("day", 8, 1),
    "八一建军节": ("day", 8, 1),
    "七一": ("day", 7, 1),
    "八一": ("day", 8, 1),
    "十一": ("day", 10, 1),
    "教师节": ("day", 9, 10),
    "国庆": ("day", 10, 1),
    "十一国庆节": ("day", 10, 1),
    "万圣节": ("day", 10, 31),
    "记者节": ("day", 11, 8),
    "光棍节": ("day", 11, 11),
    "双十一": ("day", 11, 11),
    "双十二": ("day", 12, 12),
    "感恩节": ("nth", 11, 4, 3),
    "冬至": ("term", "冬至"),
    **{
        name: ("term", name)
        for name in (
            *("小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "谷雨", "立夏", "小满", "芒种", "夏至"),
            *("小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪"),
        )
    },
    "平安夜": ("day", 12, 24),
    "圣诞": ("day", 12, 25),
    "复活节": ("easter", 0),
    "跨年夜": ("day", 12, 31),
    "春节": ("moon", 1, 1),
    "农历新年": ("moon", 1, 1),
    "大年初一": ("moon", 1, 1),
    "元宵": ("moon", 1, 15),
    "上元节": ("moon", 1, 15),
    "龙抬头": ("moon", 2, 2),
    "端午": ("moon", 5, 5),
    "七夕": ("moon", 7, 7),
    "中元": ("moon", 7, 15),
    "中秋": ("moon", 8, 15),
    "重阳": ("moon", 9, 9),
    "腊八": ("moon", 12, 8),
    "小年": ("moon", 12, 23),
    "除夕": ("eve", "春节"),
    "年三十": ("eve", "春节"),
    "大年三十": ("eve", "春节"),
    "大年夜": ("eve", "春节"),
}
"""A name may be followed by 节 (国庆节) where it does not end so."""

ENGLISH: dict[str, Rule] = {
    "new year": ("day", 1, 1),
    "new years": ("day", 1, 1),
    "new year's day": ("day", 1, 1),
    "new years day": ("day", 1, 1),
    "new year's eve": ("day", 12, 31),
    "new years eve": ("day", 12, 31),
    "new year eve": ("day", 12, 31),
    "mlk day": ("nth", 1, 3, 0),
    "martin luther king day": ("nth", 1, 3, 0),
    "martin luther king jr day": ("nth", 1, 3, 0),
    "groundhog day": ("day", 2, 2),
    "valentine's day": ("day", 2, 14),
    "valentines day": ("day", 2, 14),
    "valentine day": ("day", 2, 14),
    "valentines": ("day", 2, 14),
    "presidents day": ("nth", 2, 3, 0),
    "presidents' day": ("nth", 2, 3, 0),
    "president's day": ("nth", 2, 3, 0),
    "women's day": ("day", 3, 8),
    "womens day": ("day", 3, 8),
    "international women's day": ("day", 3, 8),
    "st patrick's day": ("day", 3, 17),
    "st patricks day": ("day", 3, 17),
    "saint patrick's day": ("day", 3, 17),
    "april fool's day": ("day", 4, 1),
    "april fools day": ("day", 4, 1),
    "april fools": ("day", 4, 1),
    "earth day": ("day", 4, 22),
    "mardi gras": ("easter", -47),
    "shrove tuesday": ("easter", -47),
    "ash wednesday": ("easter", -46),
    "palm sunday": ("easter", -7),
    "maundy thursday": ("easter", -3),
    "good friday": ("easter", -2),
    "easter": ("easter", 0),
    "easter day": ("easter", 0),
    "easter sunday": ("easter", 0),
    "easter monday": ("easter", 1),
    "ascension day": ("easter", 39),
    "pentecost": ("easter", 49),
    "labour day": ("day", 5, 1),
    "may day": ("day", 5, 1),
    "workers' day": ("day", 5, 1),
    "workers day": ("day", 5, 1),
    "international workers' day": ("day", 5, 1),
    "international workers day": ("day", 5, 1),
    "cinco de mayo": ("day", 5, 5),
    "mother's day": ("nth", 5, 2, 6),
    "mothers day": ("nth", 5, 2, 6),
    "mothers' day": ("nth", 5, 2, 6),
    "memorial day": ("nth", 5, -1, 0),
    "children's day": ("day", 6, 1),
    "childrens day": ("day", 6, 1),
    "father's day": ("nth", 6, 3, 6),
    "fathers day": ("nth", 6, 3, 6),
    "fathers' day": ("nth", 6, 3, 6),
    "juneteenth": ("day", 6, 19),
    "independence day": ("day", 7, 4),
    "bastille day": ("day", 7, 14),
    "labor day": ("nth", 9, 1, 0),
    "teachers' day": ("day", 9, 10),
    "teachers day": ("day", 9, 10),
    "teacher's day": ("day", 9, 10),
    "national day": ("day", 10, 1),
    "columbus day": ("nth", 10, 2, 0),
    "boss's day": ("day", 10, 16),
    "boss day": ("day", 10, 16),
    "bosses day": ("day", 10, 16),
    "halloween": ("day", 10, 31),
    "all saints day": ("day", 11, 1),
    "all saints' day": ("day", 11, 1),
    "guy fawkes night": ("day", 11, 5),
    "veterans day": ("day", 11, 11),
    "veteran's day": ("day", 11, 11),
    "remembrance day": ("day", 11, 11),
    "thanksgiving": ("nth", 11, 4, 3),
    "thanksgiving day": ("nth", 11, 4, 3),
    "black friday": ("next", "thanksgiving"),
    "christmas": ("day", 12, 25),
    "christmas day": ("day", 12, 25),
    "xmas": ("day", 12, 25),
    "xmas day": ("day", 12, 25),
    "christmas eve": ("day", 12, 24),
    "xmas eve": ("day", 12, 24),
    "boxing day": ("day", 12, 26),
    "chinese new year": ("moon", 1, 1),
    "chinese new year's day": ("moon", 1, 1),
    "chinese lunar new year": ("moon", 1, 1),
    "chinese lunar new year's day": ("moon", 1, 1),
    "lunar new year": ("moon", 1, 1),
    "lunar new year's day": ("moon", 1, 1),
    "spring festival": ("moon", 1, 1),
    "chinese new year's eve": ("eve", "春节"),
    "lunar new year's eve": ("eve", "春节"),
    "lantern festival": ("moon", 1, 15),
    "qingming": ("term", "清明"),
    "qingming festival": ("term", "清明"),
    "tomb sweeping day": ("term", "清明"),
    "tomb-sweeping day": ("term", "清明"),
    "dragon boat festival": ("moon", 5, 5),
    "qixi festival": ("moon", 7, 7),
    "mid-autumn": ("moon", 8, 15),
    "mid-autumn festival": ("moon", 8, 15),
    "mid autumn festival": ("moon", 8, 15),
    "moon festival": ("moon", 8, 15),
    "double ninth festival": ("moon", 9, 9),
}


def festival(name: str, year: int) -> date:
    """The day of ``year`` on which the named holiday falls.

    Raises KeyError for an unknown name; ValueError when it has no day in that year (a lunar one can miss a solar year)
    or the lunar table does not reach it.
    """
    low = name.lower()
    rule = CHINESE.get(name) or ENGLISH.get(low) or CHINESE.get(name.removesuffix("节"))
    if rule is None:
        raise KeyError(name)
    return _day_of(rule, year)


def _day_of(rule: Rule, year: int) -> date:
    """The day of ``year`` that a rule names."""
    kind, *numbers = rule
    if kind in ("eve", "next"):
        return festival(str(numbers[0]), year) + timedelta(1 if kind == "next" else -1)
    if kind == "term":
        from planner.domain.moon import solar_term

        return solar_term(str(numbers[0]), year)
    first, *rest = [int(number) for number in numbers]
    if kind == "day":
        return date(year, first, rest[0])
    if kind == "easter":
        return _easter(year) + timedelta(first)
    if kind == "nth":
        return _nth_weekday(year, first, *rest)
    return _by_the_moon(year, first, rest[0])


def _by_the_moon(year: int, month: int, day: int) -> date:
    """The day of the solar ``year`` that is that day of a lunar year: the late lunar months reach into the next."""
    from planner.domain.moon import lunar_day

    for lunar_year in (year - 1, year):
        try:
            found = lunar_day(lunar_year, month, day)
        except ValueError:
            if lunar_year == year:
                raise
            continue
        if found.year == year:
            return found
    raise ValueError(f"lunar {month}-{day} does not fall in {year}")


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The nth given weekday of a month, the last one for -1."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.weekday() - weekday) % 7 + 7 * (-nth - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the Meeus, Jones and Butcher rule."""
    golden = year % 19
    century, short = divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (short // 4) - moon - short % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
