"""The one place that reads the clock. ``PLANNER_NOW`` (ISO 8601) fixes it, for tests and for pictures."""

from __future__ import annotations

import os

from planner.domain.moment import date, datetime

__all__ = ["now"]


def now() -> datetime:
    """The office's wall-clock time, to the second. Raises ``BadClockError`` when ``PLANNER_NOW`` is not ISO 8601."""
    fixed = os.environ.get("PLANNER_NOW")
    if not fixed:
        return datetime.now().replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(fixed)
    except ValueError:
        try:
            day = date.fromisoformat(fixed)
        except ValueError:
            from planner.config.errors import BadClockError

            raise BadClockError(fixed) from None
        return datetime(day.year, day.month, day.day)
    return moment.replace(tzinfo=None, microsecond=0)
