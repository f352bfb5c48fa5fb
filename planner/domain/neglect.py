"""Neglected minors 久拖提醒: a minor matter left lying, or put off again and again, is lifted with its reason.

A small matter done carelessly becomes a great fault. Work on it resets the clock; re-tagging does not.
"""

from __future__ import annotations

from planner.domain.hiding import lies_ahead
from planner.domain.record import Invalid, Record
from planner.domain.steps import step_day
from planner.domain.waiting import still_waits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.day import Day
    from planner.domain.matter import Matter

__all__ = ["Neglect", "Patience", "neglect_of", "neglected", "patience_runs_out", "untouched_days"]


class Patience(Record):
    """How long a minor may lie before it is lifted."""

    days: int = 5
    """Working days without work on it."""
    postponements: int = 3
    """Put off so often since the last work on it, it is lifted."""
    shown: int = 3
    """How many are lifted at once: a flood would hide the majors."""

    def check(self) -> None:
        """Raise ``Invalid`` unless each is at least 1."""
        for name, _, _ in self.PARTS:
            if getattr(self, name) < 1:
                raise Invalid(name, "positive", getattr(self, name))


class Neglect(Record):
    """Why a minor is lifted: working days untouched, and how often it was put off."""

    matter: Matter
    untouched: int
    postponed: int


def untouched_days(matter: Matter, day: Day, patience: Patience) -> int | None:
    """Working days that a neglected minor has lain; ``None`` for any matter that is not neglected.

    Not neglected is what is major, closed, waiting, hidden until later, kept for some day, or prepared by steps the
    next of which is to come: it is not its turn yet.
    """
    if not matter.is_open or matter.grade == "major" or (matter.state == "waiting" and still_waits(matter, day)):
        return None
    last = matter.touched or matter.created
    if last is None:
        return None
    untouched = day.working_days_since(last)
    if untouched <= patience.days and matter.put_off < patience.postponements:
        return None
    if matter.is_someday or lies_ahead(matter, day) or _step_to_come(matter, day):
        return None
    return max(0, untouched)


def _step_to_come(matter: Matter, day: Day) -> bool:
    """Whether the next countdown step of a matter is to come; one that has come and was left lies as it does."""
    days = [one for step in matter.steps if (one := step_day(step, matter, day.calendar)) is not None]
    return bool(days) and min(days) > day.today


def patience_runs_out(day: Day, patience: Patience) -> int:
    """The ordinal of the last day before which work must have been done on a minor for it not to be neglected."""
    return day.calendar.shift(day.today, -patience.days).toordinal()


def neglect_of(matter: Matter, day: Day, patience: Patience) -> Neglect | None:
    """Why this minor is neglected; ``None`` when it is not."""
    untouched = untouched_days(matter, day, patience)
    if untouched is None:
        return None
    return Neglect(matter=matter, untouched=untouched, postponed=matter.postponed)


def neglected(matters: Iterable[Matter], day: Day, patience: Patience) -> tuple[Neglect, ...]:
    """The minors to lift, longest untouched first, at most ``patience.shown``."""
    found = [neglect for matter in matters if (neglect := neglect_of(matter, day, patience)) is not None]
    found.sort(key=lambda neglect: (-neglect.untouched, -neglect.postponed, neglect.matter.number))
    return tuple(found[: patience.shown])
