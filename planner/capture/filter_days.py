"""The days of a filter: everything that the capture line reads as a date, and what lies behind as well.

A capture line looks ahead: in it ``mon`` is the next Monday. A filter also looks back (``created:>=mon``,
``closed:上周``), so here stand ``yesterday``, ``last week``, ``3d`` (ago), whole months, and a weekday that has been.

    days    = span ".." span | ".." span | span ".."      (read in ``filters``)
    span    = today | yesterday | (this|last|next)(week|month|quarter|year) | 2026 | 2026-11 | 3d | 2w | last fri
            | 今天 昨天 前天 本周 上周 下周 本月 上月 下月 本季 上季 今年 去年 | 3天前 2周前 | 上周五
            | 2026-11-27, 2026-11-27T15:00, or two of them parted by a slash
            | whatever the capture line reads as one date or a range
"""

from __future__ import annotations

from planner.capture.fold import fold
from planner.domain.moment import date, datetime, day_of, deadline, parse_moment, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import Moment
    from planner.domain.workdays import Calendar

    Span = tuple[Moment, Moment | None]

__all__ = ["read_days"]

_WEEK = 7
_NAMED: dict[str, tuple[str, int]] = {
    **dict.fromkeys(("today", "今天", "今日"), ("day", 0)),
    **dict.fromkeys(("yesterday", "昨天", "昨日"), ("day", -1)),
    "前天": ("day", -2),
    **dict.fromkeys(("thisweek", "week", "本周", "这周"), ("week", 0)),
    **dict.fromkeys(("lastweek", "上周"), ("week", -1)),
    **dict.fromkeys(("nextweek", "下周"), ("week", 1)),
    **dict.fromkeys(("thismonth", "month", "本月", "这个月"), ("month", 0)),
    **dict.fromkeys(("lastmonth", "上月", "上个月"), ("month", -1)),
    **dict.fromkeys(("nextmonth", "下月", "下个月"), ("month", 1)),
    **dict.fromkeys(("thisquarter", "quarter", "本季", "本季度"), ("quarter", 0)),
    **dict.fromkeys(("lastquarter", "上季", "上季度"), ("quarter", -1)),
    **dict.fromkeys(("nextquarter", "下季", "下季度"), ("quarter", 1)),
    **dict.fromkeys(("thisyear", "year", "今年", "本年"), ("year", 0)),
    **dict.fromkeys(("lastyear", "去年"), ("year", -1)),
    **dict.fromkeys(("nextyear", "明年"), ("year", 1)),
}
_MONTH_NAMES = {
    word: place
    for place, name in enumerate(
        (
            *("january", "february", "march", "april", "may", "june"),
            *("july", "august", "september", "october", "november", "december"),
        ),
        1,
    )
    for word in (name, name[:3])
}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_AGO = {
    "d": 1,
    "day": 1,
    "days": 1,
    "天": 1,
    "日": 1,
    "w": _WEEK,
    "week": _WEEK,
    "weeks": _WEEK,
    "周": _WEEK,
    "星期": _WEEK,
}
_FARTHEST = 40_000
"""Days back, about a century."""


def read_days(
    text: str, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool, back: bool
) -> Span | None:
    """The moment, or the first and last day, that a text names; ``None`` when it names none.

    ``back``: of two readings, the one that has been is meant, as for the day on which something was closed.
    """
    low = " ".join(fold(text).split())
    today = now.date()
    bare = low.replace(" ", "").replace("-", "").replace("_", "")
    if bare in _NAMED:
        return _named(*_NAMED[bare], today)
    found = (
        _iso(text.strip())
        or _period(low)
        or _month_named(low, today, back=back)
        or _ago(low, today)
        or _last_weekday(low, now, lang, calendar)
    )
    return found or _captured(text, now, lang, calendar, day_first=day_first, back=back)


def _named(unit: str, shift: int, today: date) -> Span:
    """A named day or period."""
    if unit == "day":
        return today + timedelta(shift), None
    if unit == "week":
        first = today + timedelta(shift * _WEEK - today.weekday())
        return first, first + timedelta(_WEEK - 1)
    months = _MONTHS[unit]
    place = (today.year * 12 + today.month - 1) // months + shift
    return _month(place * months), _month((place + 1) * months) - timedelta(1)


def _month(count: int) -> date:
    """The first day of a month, counted from the year 0."""
    return date(count // 12, count % 12 + 1, 1)


def _iso(text: str) -> Span | None:
    """ISO 8601: a day, a time, or two of them parted by a slash."""
    first, slash, last = text.partition("/")
    try:
        found = parse_moment(first), parse_moment(last) if slash else None
    except ValueError:
        return None
    return None if found[1] is not None and deadline(found[1]) < _opening(found[0]) else found


def _opening(moment: Moment) -> datetime:
    """The first instant of a moment: midnight before a day."""
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)


def _period(low: str) -> Span | None:
    """``2026`` or ``2026-11``, whole."""
    year, dash, month = low.partition("-")
    if len(year) != 4 or not year.isdecimal() or not 1900 <= int(year) <= 2200:
        return None
    if not dash:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if not month.isdecimal() or len(month) > 2 or not 1 <= int(month) <= 12:
        return None
    count = int(year) * 12 + int(month) - 1
    return _month(count), _month(count + 1) - timedelta(1)


def _month_named(low: str, today: date, *, back: bool) -> Span | None:
    """``9月``, ``2026年9月``, ``sep``: that month, whole; of this year, with ``back`` the last one that has begun."""
    year, written, rest = low.rpartition("年")
    if written and not (len(year) == 4 and year.isdecimal()):
        return None
    number = rest.removesuffix("份").removesuffix("月")
    if rest.isascii():
        month = _MONTH_NAMES.get(rest, 0)
    else:
        month = int(number) if number != rest and number.isdecimal() and len(number) <= 2 else 0
    if not 1 <= month <= 12:
        return None
    count = (int(year) if written else today.year - (back and month > today.month)) * 12 + month - 1
    return _month(count), _month(count + 1) - timedelta(1)


def _ago(low: str, today: date) -> Span | None:
    """``3d``, ``2 weeks ago``, ``3天前``: that day."""
    text = low.removesuffix("ago").removesuffix("前").strip()
    place = 0
    while place < len(text) and text[place].isdecimal():
        place += 1
    unit = _AGO.get(text[place:].strip())
    if not 0 < place <= 5 or unit is None or (text == low and not text.isascii()):
        return None
    days = int(text[:place]) * unit
    return (today - timedelta(days), None) if days <= _FARTHEST else None


def _last_weekday(low: str, now: datetime, lang: str, calendar: Calendar | None) -> Span | None:
    """``last fri``, ``上周五``: that day of the week before this one."""
    if low.startswith("last"):
        rest = low[4:].strip(" -")
    elif low.startswith("上周"):
        rest = low[1:]
    else:
        return None
    found = _capture(rest, now, lang, calendar, day_first=False)
    if found is None or found[1] is not None or not 0 <= (day_of(found[0]) - now.date()).days <= _WEEK:
        return None
    monday = now.date() - timedelta(now.weekday() + _WEEK)
    return monday + timedelta(day_of(found[0]).weekday()), None


def _captured(
    text: str, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool, back: bool
) -> Span | None:
    """What the capture line reads; with ``back``, a weekday or a day of the year that lies ahead is the one before."""
    found = _capture(text, now, lang, calendar, day_first=day_first)
    if not back or found is None or day_of(found[0]) <= now.date():
        return found
    day_before = _capture(text, now - timedelta(1), lang, calendar, day_first=day_first)
    if day_before is not None and day_of(day_before[0]) == day_of(found[0]) - timedelta(1):  # tomorrow, in 3 days
        return found
    for years_back in (timedelta(_WEEK), timedelta(366)):
        earlier = _capture(text, now - years_back, lang, calendar, day_first=day_first)
        if earlier is not None and earlier != found and day_of(earlier[0]) <= now.date():
            return earlier
    return found


def _capture(text: str, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool) -> Span | None:
    """The one date or range that a text is, and nothing beside it."""
    from planner.capture.line import read_line

    draft = read_line(text, now, lang, calendar, day_first=day_first)
    if draft.title.strip(" .,;。，") or draft.rrule is not None or draft.due is None:
        return None
    return draft.due, draft.end
