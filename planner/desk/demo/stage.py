"""The demo's stage: keys of the story to words and numbers, and its days, counted in working days from today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.demo import chinese, english
from planner.domain.moment import datetime, time

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.moment import Moment, date

__all__ = ["Stage"]


class Stage:
    """Where the story is told: the desk, its words in the desk's language, and what its keys have become."""

    __slots__ = ("desk", "end", "matters", "points", "receptions", "texts", "today")

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.texts = chinese.TEXTS if desk.lang == "zh" else english.TEXTS
        self.end = desk.now
        """The moment up to which the story is told."""
        self.today = self.end.date()
        self.matters: dict[str, int] = {}
        self.receptions: dict[str, int] = {}
        self.points: dict[str, int] = {}

    def text(self, key: str) -> str:
        """The words of a key. Raises KeyError."""
        return self.texts[key]

    def texts_if_any(self, key: str) -> str | None:
        """The words of a key, ``None`` when the story has none for it."""
        return self.texts.get(key)

    def names(self, *keys: str) -> tuple[str, ...]:
        """The parties of some keys."""
        return tuple(self.texts[key] for key in keys)

    @property
    def is_workday(self) -> bool:
        """Whether today is one."""
        return self.desk.calendar.is_working(self.today)

    def day(self, offset: int) -> date:
        """The working day so many away; 0 is today, or the next working day when today is off."""
        if offset < 0:
            return self.desk.calendar.shift(self.today, offset)
        return self.desk.calendar.shift(self.desk.calendar.on_or_after(self.today), offset)

    def moment(self, day: date, clock: str | None) -> Moment:
        """A day, with a time of day when one is given."""
        return day if clock is None else datetime.combine(day, time.fromisoformat(clock))
