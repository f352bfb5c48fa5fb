"""The nth day, weekday, working day, week or month of an English month or year."""

from __future__ import annotations

from planner.capture.months import add_months, last_day, nth_weekday, real_day
from planner.capture.reading import Day
from planner.domain.moment import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context

__all__ = ["nth_in"]


def nth_in(nth: int, name: str, weekday: int, frame: tuple[int, int, int], ctx: Context) -> Day | None:
    """The nth of a thing in a month or year; in a month without its year, the next that is not past."""
    number, month, _ = frame
    if month < -100:
        found = nth_in(nth, name, weekday, (number, -month - 100, 0), ctx)
        if found is not None and (found.last or found.first) < ctx.today:
            later = add_months(ctx.today.replace(day=1), 1)
            return nth_in(nth, name, weekday, (later.year, later.month, 0), ctx)
        return found
    if month < 0:
        for ahead in range(3):
            found = nth_in(nth, name, weekday, (number + ahead, -month, 0), ctx)
            if found is not None and (found.last or found.first) >= ctx.today:
                return found
        return None
    if name == "month":
        return Day(date(number, nth, 1), "period", last_day(number, nth)) if month == 0 and 1 <= nth <= 12 else None
    if name == "week":
        return _nth_week(nth, number, month)
    if month == 0:
        if name == "day" and 1 <= nth <= 366:
            found_day = date(number, 1, 1) + timedelta(nth - 1)
            return Day(found_day) if found_day.year == number else None
        return Day(date(number, 12, 31)) if name == "day" and nth == -1 else None
    if name == "day":
        found_date = last_day(number, month) if nth == -1 else real_day(number, month, nth)
        return Day(found_date) if found_date else None
    if name in {"workday", "weekday"}:
        edge = last_day(number, month) + timedelta(1) if nth < 0 else date(number, month, 1) - timedelta(1)
        return Day(ctx.calendar.shift(edge, nth)) if abs(nth) <= 23 else None
    if name == "weekend":
        saturday = nth_weekday(number, month, nth, 5)
        return Day(saturday, "range", saturday + timedelta(1)) if saturday else None
    found_date = nth_weekday(number, month, nth, weekday) if 1 <= abs(nth) <= 5 else None
    return Day(found_date) if found_date else None


def _nth_week(nth: int, number: int, month: int) -> Day | None:
    """The nth week, Monday first, of a month (the one that holds its 1st is the first) or of a year (ISO)."""
    if month == 0:
        if not 1 <= nth <= 53:
            return None
        fourth = date(number, 1, 4)
        first = fourth - timedelta(fourth.weekday()) + timedelta(7 * (nth - 1))
        return Day(first, "period", first + timedelta(6))
    if nth == -1:
        last = last_day(number, month)
        first = last - timedelta(last.weekday())
        if last.weekday() < 3:
            first -= timedelta(7)
        return Day(first, "period", first + timedelta(6))
    if not 1 <= nth <= 6:
        return None
    start = date(number, month, 1)
    first = start - timedelta(start.weekday()) + timedelta(7 * (nth - 1))
    return Day(first, "period", first + timedelta(6))
