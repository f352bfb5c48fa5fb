"""What a date grammar finds in a line: readings, which ``settle`` joins into one due moment, range or recurrence.

A *day* says which day and how it was said, because a bare weekday or month-day that has passed means the next one while
``today`` and a full date mean themselves. A *clock* says a time and whether its half of the day is known: ``5`` is not
sure, ``5pm`` and ``17:00`` are. Hours that are not sure are office hours: 7 to 11 in the morning, 12 noon, 1 to 6 in
the afternoon.
"""

from __future__ import annotations

from planner.domain.moment import date, datetime, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.rule import Rule
    from planner.domain.draft import Remark

__all__ = ["PARTS", "Clock", "Day", "Reading", "Side"]

PARTS: dict[str, tuple[int, int]] = {
    "small": (5, 0),
    "dawn": (6, 0),
    "early": (7, 0),
    "morning": (9, 0),
    "midmorning": (10, 0),
    "noon": (12, 0),
    "lunch": (12, 30),
    "afterlunch": (13, 30),
    "afternoon": (15, 0),
    "lateafternoon": (17, 0),
    "close": (17, 30),
    "dusk": (18, 0),
    "evening": (19, 0),
    "night": (20, 0),
    "late": (22, 0),
}
"""The time that a part of the day stands for when no hour is said. ``close`` is the end of office hours."""

_LATER = frozenset(("afterlunch", "afternoon", "lateafternoon", "close", "dusk", "evening", "late"))


class Day:
    """A day, or a period with its ``last`` day.

    ``again`` is the day meant when ``first`` has passed; ``kind`` is ``day`` (a date that stands as said), ``today``
    (said in words, so a passed hour may mean the evening), ``weekday``, ``monthday``, ``yearday`` or ``period``.
    """

    __slots__ = ("again", "festival", "first", "kind", "last", "movable", "rolled", "unknown")

    def __init__(self, first: date, kind: str = "day", last: date | None = None, again: date | None = None) -> None:
        self.first = first
        self.kind = kind
        self.last = last
        self.again = again
        self.festival = ""
        """The name, where a holiday's was typed; ``movable`` when it is on another date each year."""
        self.movable = False
        self.rolled = False
        """Whether it is a month of next year because this year's has passed."""
        self.unknown = False
        """Whether working days were counted into a year whose calendar is not known."""


class Clock:
    """A time of day; ``sure`` when its half of the day is known, ``part`` when a part of the day was said."""

    __slots__ = ("hour", "minute", "part", "shift", "sure")

    def __init__(self, hour: int, minute: int = 0, *, sure: bool = True, part: str = "", shift: int = 0) -> None:
        self.hour = hour
        self.minute = minute
        self.sure = sure
        self.part = part
        self.shift = shift

    def in_part(self, part: str) -> Clock:
        """The clock said together with a part of the day (3 in the afternoon, 晚上8点)."""
        hour, shift = self.hour, self.shift
        if self.sure and not (hour <= 12 and self.shift == 0 and part in ("night", "late", "small")):
            return Clock(hour, self.minute, part=part, shift=shift)
        if part in _LATER and hour < 12:
            hour += 12
        elif part in ("night", "late", "small") and hour in (0, 12):
            hour, shift = 0, 1 if part != "small" or self.hour == 12 else 0
        elif part in ("night", "late"):
            hour, shift = (hour + 12, shift) if hour >= 5 and hour < 12 else (hour, shift + (hour < 5))
        elif part in ("noon", "lunch") and hour <= 3:
            hour += 12
        return Clock(hour, self.minute, part=part, shift=shift)

    @property
    def likely(self) -> int:
        """The hour meant: office hours when it is not sure."""
        return self.hour + 12 if not self.sure and 1 <= self.hour <= 6 else self.hour

    def on(self, day: date, hour: int | None = None) -> datetime:
        """The time on a day."""
        at = datetime(day.year, day.month, day.day, self.likely if hour is None else hour, self.minute)
        return at + timedelta(self.shift) if self.shift else at


class Side:
    """One side of a range, or the whole of a plain phrase."""

    __slots__ = ("clock", "day", "deadline", "end", "end_clock", "part")

    def __init__(self, end: int) -> None:
        self.day: Day | None = None
        self.clock: Clock | None = None
        self.end_clock: Clock | None = None
        self.part = ""
        self.end = end
        self.deadline = False

    @property
    def time(self) -> Clock | None:
        """The time said, its part of the day joined to it."""
        if self.clock is not None:
            return self.clock.in_part(self.part) if self.part else self.clock
        return Clock(*PARTS[self.part], part=self.part) if self.part else None


class Reading:
    """One understood stretch of the line, ``text[start:end]``."""

    __slots__ = (
        "clock",
        "day",
        "deadline",
        "end",
        "end_clock",
        "end_day",
        "key",
        "minutes",
        "remarks",
        "rule",
        "since",
        "start",
    )

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.day: Day | None = None
        self.clock: Clock | None = None
        self.end_day: Day | None = None
        self.end_clock: Clock | None = None
        self.rule: Rule | None = None
        self.since: date | None = None
        self.minutes = 0
        """Length of a range that was given as a duration."""
        self.deadline = False
        self.key = ""
        self.remarks: tuple[Remark, ...] = ()

    @property
    def time_only(self) -> bool:
        """Whether it says a time of day and nothing else."""
        return self.clock is not None and self.day is None and self.rule is None
