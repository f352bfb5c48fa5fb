"""The Chinese lunar calendar, 2000 to 2050, as a table of one number a year, and the twenty-four solar terms.

Of each number the low six bits are the days from 1 January to the lunar new year, the next four the leap month (0 for
none), the rest say month by month, the leap month in its place, whether it has 30 days (1) or 29 (0). The months
follow GB/T 33661-2017, as computed astronomically; the tests hold them against an independent table.
"""

from __future__ import annotations

from planner.domain.moment import date, timedelta

__all__ = ["FIRST_YEAR", "LAST_YEAR", "lunar_day", "solar_term"]

FIRST_YEAR = 2000

# fmt: off
_YEARS = (
    0x1A4C23, 0x54AD17, 0x14AC2A, 0x296C1F, 0x556895, 0x15A827, 0x6D55DC, 0x2E9030, 0x2D2425, 0x6A4D59,
    0x2A542C, 0x14B421, 0x2AB516, 0x2AD428, 0x56AA5E, 0x174831, 0x369426, 0x75299B, 0x35282E, 0x325423,
    0x54B918, 0x15582A, 0x2AD41F, 0x56C895, 0x1B4828, 0x3A959C, 0x1C942F, 0x192C24, 0x325D59, 0x32AC2B,
    0x156821, 0x2B58D6, 0x2DA429, 0x5D4ADE, 0x2D4831, 0x2C9426, 0x692D9B, 0x292C2D, 0x12AC22, 0x156D57,
    0x16B42A, 0x2DA81F, 0x6D4895, 0x364828, 0x7495DD, 0x34942F, 0x295424, 0x52B559, 0x12D82C, 0x16D420,
    0x36A8D6,
)
# fmt: on

LAST_YEAR = FIRST_YEAR + len(_YEARS) - 1


def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> date:
    """The solar date of a day of the lunar ``year``. Day 30 of a short month is its last day, as 大年三十 is said.

    Raises ValueError when the year is outside the table, or has no such month or day.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or not 1 <= day <= 30:
        raise ValueError(f"no lunar day {year}-{month}-{day}")
    number = _YEARS[year - FIRST_YEAR]
    leap_month = number >> 6 & 15
    if leap and leap_month != month:
        raise ValueError(f"no leap month {month} in {year}")
    place = month - 1 + (1 if leap or (leap_month and month > leap_month) else 0)
    lengths = number >> 10
    days = (number & 63) + sum(29 + (lengths >> before & 1) for before in range(place))
    return date(year, 1, 1) + timedelta(days + min(day, 29 + (lengths >> place & 1)) - 1)


_TERMS = {
    "小寒": (1, 5.4055),
    "大寒": (1, 20.12),
    "立春": (2, 3.87),
    "雨水": (2, 18.73),
    "惊蛰": (3, 5.63),
    "春分": (3, 20.646),
    "清明": (4, 4.81),
    "谷雨": (4, 20.1),
    "立夏": (5, 5.52),
    "小满": (5, 21.04),
    "芒种": (6, 5.678),
    "夏至": (6, 21.37),
    "小暑": (7, 7.108),
    "大暑": (7, 22.83),
    "立秋": (8, 7.5),
    "处暑": (8, 23.13),
    "白露": (9, 7.646),
    "秋分": (9, 23.042),
    "寒露": (10, 8.318),
    "霜降": (10, 23.438),
    "立冬": (11, 7.438),
    "小雪": (11, 22.36),
    "大雪": (12, 7.18),
    "冬至": (12, 21.94),
}
"""Of each solar term its month and its constant for this century."""
_SHIFTED = {
    ("小满", 2008): 1,
    ("小暑", 2016): 1,
    ("小寒", 2019): -1,
    ("冬至", 2021): -1,
    ("雨水", 2026): -1,
    ("立秋", 2002): 1,
}
"""Years in which the rule of thumb misses by a day."""


def solar_term(name: str, year: int) -> date:
    """The day of a solar term in a year of the table: the year's last two digits times 0.2422, and its constant.

    Raises KeyError for an unknown name, ValueError outside ``FIRST_YEAR`` to ``LAST_YEAR``.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"no solar term {name} in {year}")
    month, constant = _TERMS[name]
    short = year % 100
    leaps = (short - 1) // 4 if month <= 2 else short // 4
    return date(year, month, int(short * 0.2422 + constant) - leaps + _SHIFTED.get((name, year), 0))
