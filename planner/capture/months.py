"""Arithmetic on days that the language needs: months later, ends of periods, the nth weekday. All plain dates."""

from __future__ import annotations

from planner.domain.moment import date, timedelta

__all__ = [
    "add_months",
    "add_years",
    "clamp_day",
    "last_day",
    "nth_weekday",
    "on_month_day",
    "on_year_day",
    "quarter_end",
    "real_day",
]


def last_day(year: int, month: int) -> date:
    """The last day of a month; a month number beyond 12 runs on into later years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(1)


def real_day(year: int, month: int, day: int) -> date | None:
    """That date, or ``None`` when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def clamp_day(year: int, month: int, day: int) -> date:
    """That day of a month, or the month's last when it has no such day."""
    last = last_day(year, month)
    return last if day >= last.day else last.replace(day=day)


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the month's last when it has no such day. Raises OverflowError far away."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        raise OverflowError(months)
    return clamp_day(year, month + 1, day.day)


def add_years(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes the 28th where there is none."""
    return add_months(day, years * 12)


def quarter_end(day: date) -> date:
    """The last day of the quarter that a day lies in."""
    return last_day(day.year, (day.month + 2) // 3 * 3)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """The nth given weekday (Monday 0) of a month, counted from its end when negative; ``None`` if it has none."""
    if nth > 0:
        first = date(year, month, 1)
        found = first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        last = last_day(year, month)
        found = last - timedelta((last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return found if found.month == month else None


def on_month_day(today: date, day: int) -> date | None:
    """The next day with that number in its month, today included; ``None`` for a number no month has."""
    if not 1 <= day <= 31:
        return None
    for ahead in range(13):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        found = real_day(year, month + 1, day)
        if found is not None and found >= today:
            return found
    return None


def on_year_day(today: date, month: int, day: int) -> date | None:
    """The next such day of the year, today included; 29 February may be years ahead; ``None`` if there is none."""
    for ahead in range(9):
        found = real_day(today.year + ahead, month, day)
        if found is not None and found >= today:
            return found
    return None
