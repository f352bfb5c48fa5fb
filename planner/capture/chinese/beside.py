"""A length counted from a named Chinese day: 国庆前一周, 3月20日前三天, 4月10日前2个工作日, 元旦后第二天."""

from __future__ import annotations

from planner.capture.chinese.numerals import length
from planner.capture.chinese.periods import apply
from planner.capture.reading import Day
from planner.domain.moment import date, datetime, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.workdays import Calendar

__all__ = ["beside"]

_UNITS = frozenset(("day", "week", "month", "workday"))
_MOST = 60
_GOES_ON = ("内", "后", "前", "之", "以", "的", "期", "游", "培训", "会", "半", "工作")
"""What shows that the length is not the distance from the day: 国庆前三天的假."""


def beside(text: str, day: Day, end: int, calendar: Calendar | None) -> tuple[Day, int] | None:
    """The day so long before or after a day whose words end here, and where the words end."""
    at = end + (text[end : end + 1] == "节")
    side = text[at : at + 1]
    if side not in {"前", "后"}:
        return None
    at += 1
    ordinal = text[at : at + 1] == "第"
    found = length(text, at + ordinal)
    if found is None or len(found[0]) != 1:
        return None
    within = next((word for word in ("之内", "以内", "内") if text.startswith(word, found[1])), "")
    within = "" if text[found[1] + len(within) : found[1] + len(within) + 1] in {"容", "部"} else within
    if not within and text.startswith(_GOES_ON, found[1]):
        return None
    (kind, amount), *_ = found[0].items()
    if kind not in _UNITS or amount % 1 or not 0 < amount < _MOST or (ordinal and kind != "day"):
        return None
    first = day.first
    signed = {kind: amount if side == "后" else -amount}
    if side == "前" and within:
        return _before(day.first, signed, calendar, found[1] + len(within))
    moved = apply(signed, datetime(first.year, first.month, first.day, 0, 0), calendar)
    return (Day(moved.date()), found[1] + len(within)) if moved is not None else None


def _before(first: date, signed: dict[str, float], calendar: Calendar | None, end: int) -> tuple[Day, int] | None:
    """周五前三天内: the days right before it."""
    moved = apply(signed, datetime(first.year, first.month, first.day, 0, 0), calendar)
    return (Day(moved.date(), "range", first - timedelta(1)), end) if moved is not None else None
