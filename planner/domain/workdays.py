"""Working days: which days the office is open, and how many of them lie between two days.

Weekends are never enough in China: the State Council moves working days around each holiday by a yearly notice.
That is data, not formula, and it stands in a module of its own that is read when first asked for,
so importing this one costs nothing on the road of ``planner add``. A year without data counts weekends only, and
``Calendar.known`` says so, so that no caller has to guess.

Counting follows one rule everywhere: the day counted from is not counted, the day counted to is.
"""

from __future__ import annotations

from planner.domain.moment import date, timedelta
from planner.domain.record import Record

__all__ = ["CHINA", "WEEKENDS_ONLY", "Calendar", "Period", "holiday"]

_ONE = timedelta(1)
_SATURDAY = 5
_FARTHEST = 5000
"""Working days that ``shift`` counts at most, some twenty years: farther is a slip of the finger."""


class Period(Record):
    """A holiday as the notice of its year gives it: its name, in both languages, and the days off, ends included."""

    name: str
    first: date
    last: date
    english: str = ""


class Calendar:
    """The office's working days.

    ``periods`` are days off whatever their weekday, ``worked`` are days of a weekend that are worked instead,
    ``years`` are those for which both are complete. ``source`` names a module that holds all three as ``PERIODS``,
    ``WORKED`` and ``YEARS``; it is imported when the calendar is first asked.
    """

    __slots__ = ("_periods", "_source", "_sums", "_worked", "_years")

    def __init__(
        self,
        periods: tuple[Period, ...] = (),
        worked: tuple[date, ...] = (),
        years: tuple[int, ...] = (),
        *,
        source: str | None = None,
    ) -> None:
        self._source = source
        self._sums: tuple[list[int], list[int]] | None = None
        self._periods: tuple[Period, ...] = periods
        self._worked = frozenset(worked)
        self._years = frozenset(years)

    def _load(self) -> None:
        """Read the data module, once."""
        if self._source is not None:
            data = __import__(self._source, fromlist=("PERIODS",))
            self._source = None
            self._periods = data.PERIODS + self._periods
            self._worked |= frozenset(data.WORKED)
            self._years |= frozenset(data.YEARS)

    def extended(
        self, periods: tuple[Period, ...] = (), worked: tuple[date, ...] = (), years: tuple[int, ...] = ()
    ) -> Calendar:
        """A calendar with a user's own years beside these; where both know a year, the user's replaces it whole."""
        self._load()
        mine = frozenset(years)
        return Calendar(
            tuple(period for period in self._periods if period.first.year not in mine) + periods,
            tuple(day for day in self._worked if day.year not in mine) + worked,
            tuple(self._years | mine),
        )

    def known(self, year: int) -> bool:
        """Whether the notice of that year is in the data; when not, only weekends are counted off."""
        self._load()
        return year in self._years

    def period_of(self, day: date) -> Period | None:
        """The holiday that ``day`` falls in."""
        self._load()
        for period in self._periods:
            if period.first <= day <= period.last:
                return period
        return None

    def periods(self, year: int) -> tuple[Period, ...]:
        """The holidays that begin in ``year``, in order of date; none for a year that is not known."""
        self._load()
        return tuple(sorted((one for one in self._periods if one.first.year == year), key=lambda one: one.first))

    def name_of(self, day: date, lang: str = "zh") -> str | None:
        """The name of the holiday that ``day`` falls in, ``None`` on any other day."""
        period = self.period_of(day)
        if period is None:
            return None
        return period.english if lang == "en" and period.english else period.name

    def is_working(self, day: date) -> bool:
        """Whether the office is open that day."""
        self._load()
        if day in self._worked:
            return True
        return day.weekday() < _SATURDAY and self.period_of(day) is None

    def shift(self, day: date, count: int) -> date:
        """The working day that is ``count`` working days after ``day``, before it when negative; 0 is ``day`` itself.

        ``day`` is not counted. Raises OverflowError when ``count`` is beyond twenty years or the calendar's end.
        """
        if abs(count) > _FARTHEST:
            raise OverflowError(count)
        step = _ONE if count > 0 else -_ONE
        left = abs(count)
        while left:
            day += step
            if self.is_working(day):
                left -= 1
        return day

    def on_or_before(self, day: date) -> date:
        """``day`` when it is a working day, else the last one before it."""
        while not self.is_working(day):
            day -= _ONE
        return day

    def on_or_after(self, day: date) -> date:
        """``day`` when it is a working day, else the first one after it."""
        while not self.is_working(day):
            day += _ONE
        return day

    def between(self, start: date, end: date) -> int:
        """How many working days lie after ``start`` up to and including ``end``; negative when ``end`` is earlier."""
        return self._until(end.toordinal()) - self._until(start.toordinal())

    def _until(self, ordinal: int) -> int:
        """Working days from 1 January of the year 1, a Monday, to that day: a page asks for a distance a row."""
        if self._sums is None:
            self._sums = self._corrections()
        ordinals, sums = self._sums
        low, high = 0, len(ordinals)
        while low < high:  # how many corrections lie up to that day
            middle = (low + high) // 2
            if ordinals[middle] <= ordinal:
                low = middle + 1
            else:
                high = middle
        weeks, rest = divmod(ordinal, 7)
        return weeks * 5 + min(rest, 5) + sums[low]

    def _corrections(self) -> tuple[list[int], list[int]]:
        """The days on which this calendar differs from Monday to Friday, and the running sum of the differences."""
        self._load()
        differs = {day.toordinal(): 1 for day in self._worked if day.weekday() >= _SATURDAY}
        for period in self._periods:
            day = period.first
            while day <= period.last:
                if day.weekday() < _SATURDAY and day not in self._worked:
                    differs[day.toordinal()] = -1
                day += _ONE
        sums = [0]
        for ordinal in sorted(differs):
            sums.append(sums[-1] + differs[ordinal])
        return sorted(differs), sums

    def holiday(self, name: str, year: int) -> date:
        """The day of that year on which a named holiday falls; see the function ``holiday``."""
        return holiday(name, year)


def holiday(name: str, year: int) -> date:
    """The day of ``year`` on which a holiday falls, by its Chinese or English name (``春节``, ``christmas``).

    Raises KeyError for a name that is not known, ValueError when the holiday has no day in that year or, for one that
    follows the moon, when the year is outside the table (2000 to 2050).
    """
    from planner.domain.festivals import festival

    return festival(name, year)


CHINA = Calendar(source="planner.domain.workdays_china")
"""Mainland China's working days, 2024 to 2026, by the State Council's notices."""

WEEKENDS_ONLY = Calendar()
"""Monday to Friday in every year; no year is *known*."""
