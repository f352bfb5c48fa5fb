"""The day that ``国庆后`` and ``after christmas`` mean: the first working day when the holiday is over.

Where the notice of the year is not known, a holiday is taken for as long as recent notices made it, and the draft says
that the days off of that year are not known.
"""

from __future__ import annotations

from planner.capture.reading import Day
from planner.domain.moment import timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.workdays import Calendar

__all__ = ["after_holiday"]

_LENGTHS: dict[str, int] = {
    **dict.fromkeys(("春节", "大年初一", "农历新年", "spring festival", "chinese new year", "lunar new year"), 7),
    **dict.fromkeys(("除夕", "年三十", "大年三十", "大年夜"), 8),
    **dict.fromkeys(("国庆", "十一", "十一国庆", "national day"), 7),
    **dict.fromkeys(("五一", "劳动节", "国际劳动节", "五一劳动节", "labour day", "may day"), 5),
}
"""Days off from the day of the name on, as in the notices of 2024 to 2026; one for any other."""


def after_holiday(day: Day, calendar: Calendar | None) -> Day:
    """The first working day after a holiday that ``day`` names."""
    from planner.domain.workdays import CHINA

    off = calendar or CHINA
    known = off.known(day.first.year)
    length = 1 if known else _LENGTHS.get(day.festival, 1)
    made = Day(off.shift(day.first + timedelta(length - 1), 1))
    made.unknown = not known
    return made
