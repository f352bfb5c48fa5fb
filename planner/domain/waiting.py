"""Waiting 等待: a matter that can't go on until something comes, with what it waits for and until when.

While it waits it stands lower and is not neglected. From its day on it is asked about like any other, though nobody
wrote anything: what was waited for has come, or is to be asked after. Work on it ends the waiting.
"""

from __future__ import annotations

from planner.domain.moment import datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.matter import Matter

__all__ = ["still_waits", "wait_is_over"]


def still_waits(matter: Matter, day: Day) -> bool:
    """Whether a matter waits, and the time until which it does has not come."""
    return matter.state == "waiting" and (matter.waiting_until is None or not _has_come(matter, day))


def wait_is_over(matter: Matter, day: Day) -> bool:
    """Whether a matter waited until a time that has come, so that it is to be taken up again."""
    return matter.state == "waiting" and _has_come(matter, day)


def _has_come(matter: Matter, day: Day) -> bool:
    """Whether the day, or the time of day, until which it waits is here."""
    until = matter.waiting_until
    return until is not None and (day.is_past(until) or (day.is_today(until) and not isinstance(until, datetime)))
