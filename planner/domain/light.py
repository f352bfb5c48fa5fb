"""The traffic light 红黄绿 of a matter that others owe. There is no national standard: settable.

Green by default; yellow at three working days or fewer, in the last quarter of a short term, or after a broken promise;
red when overdue.
"""

from __future__ import annotations

from planner.domain.moment import day_of
from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from planner.domain.day import Day
    from planner.domain.matter import Chase, Matter

    Light: TypeAlias = Literal["red", "yellow", "green"]

__all__ = ["LIGHTS", "Thresholds", "broken_promise", "light_of"]

LIGHTS: tuple[Light, ...] = ("red", "yellow", "green")


class Thresholds(Record):
    """When a light turns yellow."""

    yellow_days: int = 3
    """Working days left, at or below which it is yellow."""
    short_term: int = 12
    """A term of at most this many calendar days is short: it is yellow in its last quarter only."""


def broken_promise(matter: Matter, day: Day) -> Chase | None:
    """The last chase whose promised day has passed with the matter still open; ``None`` when none has."""
    for chase in reversed(matter.chases):
        if chase.promised is not None and day.is_past(chase.promised):
            return chase
    return None


def light_of(matter: Matter, day: Day, thresholds: Thresholds) -> Light:
    """The light of an open matter; the term of a range runs to its end."""
    last = matter.last
    if last is not None and day.is_past(last):
        return "red"
    if broken_promise(matter, day) is not None:
        return "yellow"
    if last is None:
        return "green"
    left = day.working_days_to(last)
    if matter.created is not None:
        term = (day_of(last) - matter.created.date()).days
        if 0 < term <= thresholds.short_term:
            return "yellow" if day.days_to(last) * 4 <= term else "green"
    return "yellow" if left <= thresholds.yellow_days else "green"
