"""A recurrence while it is being read, its RFC 5545 text, and its first day."""

from __future__ import annotations

from planner.domain.moment import date, timedelta

__all__ = ["DAYS", "WORKDAYS", "Rule", "weekly"]

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = (0, 1, 2, 3, 4)
_HORIZON = 366 * 8 + 2
"""Days looked ahead for a first day: 29 February is at most eight years away."""


def weekly(first: int, last: int) -> Rule:
    """Every week from one weekday to another."""
    rule = Rule("WEEKLY")
    rule.weekdays = tuple(sorted((first + n) % 7 for n in range((last - first) % 7 + 1)))
    return rule


class Rule:
    """A recurrence: how often, and on which days. Weekdays run from Monday 0; ``nth`` pairs are (n, weekday)."""

    __slots__ = (
        "completion",
        "count",
        "except_weekdays",
        "exdates",
        "freq",
        "hours",
        "interval",
        "minute",
        "monthdays",
        "months",
        "nth",
        "odd",
        "setpos",
        "until",
        "weekdays",
    )

    def __init__(self, freq: str, interval: int = 1) -> None:
        self.freq = freq
        self.interval = interval
        self.weekdays: tuple[int, ...] = ()
        self.nth: tuple[tuple[int, int], ...] = ()
        self.monthdays: tuple[int, ...] = ()
        self.months: tuple[int, ...] = ()
        self.setpos: int | None = None
        self.odd: bool | None = None
        """Whether it falls in odd or in even weeks of the year (ISO 8601), where that was said: 单周周一."""
        self.hours: tuple[int, ...] = ()
        self.minute = 0
        self.count: int | None = None
        self.until: date | None = None
        self.exdates: tuple[date, ...] = ()
        self.except_weekdays: tuple[int, ...] = ()
        self.completion = False

    @property
    def bare(self) -> bool:
        """Whether it names no day, so that a weekday said elsewhere may fill it."""
        return not (self.weekdays or self.nth or self.monthdays or self.months)

    @property
    def within_a_day(self) -> bool:
        """Whether it recurs by hours or minutes."""
        return self.freq in ("HOURLY", "MINUTELY")

    def text(self, *, timed: bool = False) -> str:
        """The recur value. An end is written with a time when the first moment has one, as RFC 5545 asks."""
        self.settle_exceptions()
        parts = [f"FREQ={self.freq}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.months:
            parts.append("BYMONTH=" + ",".join(map(str, self.months)))
        if self.monthdays:
            parts.append("BYMONTHDAY=" + ",".join(map(str, self.monthdays)))
        if self.nth:
            parts.append("BYDAY=" + ",".join(f"{nth}{DAYS[weekday]}" for nth, weekday in self.nth))
        elif self.weekdays:
            parts.append("BYDAY=" + ",".join(DAYS[weekday] for weekday in self.weekdays))
        if self.setpos is not None:
            parts.append(f"BYSETPOS={self.setpos}")
        if self.hours:
            parts.append("BYHOUR=" + ",".join(map(str, sorted(self.hours))) + f";BYMINUTE={self.minute}")
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        if self.until is not None:
            stamp = f"{self.until.year:04d}{self.until.month:02d}{self.until.day:02d}"
            parts.append(f"UNTIL={stamp}" + ("T235959" if timed or self.within_a_day else ""))
        return ";".join(parts)

    def settle_exceptions(self) -> None:
        """Turn excepted weekdays (every day except sunday) into the weekdays that stay."""
        if self.except_weekdays and self.freq in ("DAILY", "WEEKLY") and not self.nth and self.interval == 1:
            among = self.weekdays or tuple(range(7))
            self.weekdays = tuple(day for day in among if day not in self.except_weekdays) or among
            self.freq, self.except_weekdays = "WEEKLY", ()

    def falls_on(self, day: date) -> bool:
        """Whether a day fits, the interval aside."""
        if self.months and day.month not in self.months:
            return False
        if self.odd is not None and day.isocalendar()[1] % 2 != self.odd:
            return False
        ahead = (day + timedelta(7)).month == day.month
        last = (day + timedelta(1)).day == 1
        if self.monthdays:
            back = 0
            if not ahead and min(self.monthdays) < 0:
                probe = day
                while probe.month == day.month:
                    back -= 1
                    probe += timedelta(1)
            if day.day not in self.monthdays and back not in self.monthdays and not (last and -1 in self.monthdays):
                return False
        if self.setpos is not None:
            return self._at_position(day)
        if self.nth:
            return any(self._is_nth(day, nth, weekday) for nth, weekday in self.nth)
        return not self.weekdays or day.weekday() in self.weekdays

    def _is_nth(self, day: date, nth: int, weekday: int) -> bool:
        """Whether a day is the nth such weekday of its month."""
        if day.weekday() != weekday:
            return False
        if nth > 0:
            return (day.day - 1) // 7 + 1 == nth
        probe, back = day, 1
        while (probe + timedelta(7)).month == day.month:
            probe += timedelta(7)
            back += 1
        return back == -nth

    def _at_position(self, day: date) -> bool:
        """Whether a day is the ``setpos``th of its month's fitting weekdays."""
        if day.weekday() not in self.weekdays:
            return False
        place = self.setpos or 1
        step = timedelta(-1 if place > 0 else 1)
        count, probe = 1, day + step
        while probe.month == day.month:
            count += probe.weekday() in self.weekdays
            probe += step
        return count == abs(place)

    def first(self, since: date) -> date:
        """The first fitting day on or after ``since``; ``since`` itself when none fits within eight years."""
        self.settle_exceptions()
        if self.bare and self.setpos is None:
            return since
        day = since
        for _ in range(_HORIZON):
            if self.falls_on(day) and day not in self.exdates:
                return day
            day += timedelta(1)
        return since
