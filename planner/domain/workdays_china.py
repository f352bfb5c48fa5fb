"""Days off and moved working days in mainland China, by the yearly notices of the State Council's General Office.

2024: 国办发明电〔2023〕7号. 2025: 国办发明电〔2024〕12号, the first under the rules of 2024-11-10 (13 public days).
2026: 国办发明电〔2025〕7号. A new year is a few lines here, or in the user's own file.
"""

from __future__ import annotations

from planner.domain.moment import date
from planner.domain.workdays import Period

__all__ = ["PERIODS", "WORKED", "YEARS"]

YEARS = (2024, 2025, 2026)

_ENGLISH = {
    "元旦": "New Year's Day",
    "春节": "Spring Festival",
    "清明节": "Qingming",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-Autumn Festival",
    "国庆节": "National Day",
    "国庆节、中秋节": "National Day and Mid-Autumn Festival",
}

_OFF = (
    ("元旦", 20240101, 20240101),
    ("春节", 20240210, 20240217),
    ("清明节", 20240404, 20240406),
    ("劳动节", 20240501, 20240505),
    ("端午节", 20240610, 20240610),
    ("中秋节", 20240915, 20240917),
    ("国庆节", 20241001, 20241007),
    ("元旦", 20250101, 20250101),
    ("春节", 20250128, 20250204),
    ("清明节", 20250404, 20250406),
    ("劳动节", 20250501, 20250505),
    ("端午节", 20250531, 20250602),
    ("国庆节、中秋节", 20251001, 20251008),
    ("元旦", 20260101, 20260103),
    ("春节", 20260215, 20260223),
    ("清明节", 20260404, 20260406),
    ("劳动节", 20260501, 20260505),
    ("端午节", 20260619, 20260621),
    ("中秋节", 20260925, 20260927),
    ("国庆节", 20261001, 20261007),
)

_WORKED = (
    *(20240204, 20240218, 20240407, 20240428, 20240511, 20240914, 20240929, 20241012),
    *(20250126, 20250208, 20250427, 20250928, 20251011),
    *(20260104, 20260214, 20260228, 20260509, 20260920, 20261010),
)


def _day(number: int) -> date:
    """The date written as YYYYMMDD."""
    return date(number // 10000, number // 100 % 100, number % 100)


PERIODS: tuple[Period, ...] = tuple(
    Period(name=name, first=_day(first), last=_day(last), english=_ENGLISH[name]) for name, first, last in _OFF
)
WORKED: tuple[date, ...] = tuple(_day(number) for number in _WORKED)
