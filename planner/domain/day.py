"""The day on which the rules are asked: the clock's reading, the calendar, the rows of clocks, and distances from it.

Rules take a ``Day`` instead of reading a clock, so a page, a list and a test agree on what 'today' is.
"""

from __future__ import annotations

from planner.domain.clock_rows import BUILT_IN
from planner.domain.moment import datetime, day_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.clock_rows import ClockTable
    from planner.domain.moment import Moment, date
    from planner.domain.workdays import Calendar

__all__ = ["Day"]


class Day:
    """Now, and how many working days lie between it and other days. Distances are remembered: lists ask them often."""

    __slots__ = ("_left", "calendar", "clocks", "now", "today")

    def __init__(self, now: datetime, calendar: Calendar, clocks: ClockTable = BUILT_IN) -> None:
        self.now = now
        self.today = now.date()
        self.calendar = calendar
        self.clocks = clocks
        self._left: dict[date, int] = {}

    def working_days_to(self, moment: Moment) -> int:
        """Working days left until the moment's day: today is not counted, that day is. Negative when it is past."""
        day = day_of(moment)
        left = self._left.get(day)
        if left is None:
            left = self._left[day] = self.calendar.between(self.today, day)
        return left

    def days_to(self, moment: Moment) -> int:
        """Calendar days left until the moment's day; negative when it is past."""
        return (day_of(moment) - self.today).days

    def is_past(self, moment: Moment) -> bool:
        """Whether the moment is missed: its time is over, or its whole day is."""
        if isinstance(moment, datetime):
            return moment < self.now
        return moment < self.today

    def is_today(self, moment: Moment) -> bool:
        """Whether the moment falls on today."""
        return day_of(moment) == self.today

    def working_days_since(self, moment: Moment) -> int:
        """Working days gone by since the moment's day."""
        return -self.working_days_to(moment)
