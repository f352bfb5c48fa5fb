"""The reminder as the book keeps it: what was shown, what was put off and until when, what could not be shown.

What is still to come is not kept: it follows from the matters, visits and parties (``reminder_sources``).
"""

from __future__ import annotations

from planner.domain.entry import Entry, one_line, one_of
from planner.domain.record import Invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from planner.domain.moment import datetime

    ReminderState: TypeAlias = Literal["begun", "claimed", "shown", "passed", "missed", "snoozed"]

__all__ = ["BEGUN", "REMINDER_STATES", "Reminder"]

REMINDER_STATES: tuple[ReminderState, ...] = ("begun", "claimed", "shown", "passed", "missed", "snoozed")
"""In order: reminding began here; a process is about to show it; it was shown; a later one of its group was shown
instead, or what it is about is over; no way to show it was found; put off."""

_SETTLED = ("begun", "shown", "passed")

BEGUN = "begun"
"""The key of the mark that says since when reminders are shown: what came before is not made up for."""


class Reminder(Entry):
    """A mark. Its ``key`` is that of the alert, the same in every process and at every working out."""

    key: str
    at: datetime
    """When it came due, after quiet hours and days off."""
    state: ReminderState = "claimed"
    claimed: datetime | None = None
    """When a process last took it to show it."""
    until: datetime | None = None
    """Until when it is put off."""
    road: str | None = None
    """By which way it was shown: a name of ``planner.notify.roads``, or ``screen``."""
    late: bool = False
    """Whether it was shown as missed: the machine slept, or there was no way to show it in time."""
    digest: bool = False
    """Whether it was one of several in one notification."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is done about it."""
        return self.state in _SETTLED

    def check(self) -> None:
        """Raise ``Invalid`` when a field breaks its rule."""
        super().check()
        one_line("key", self.key)
        one_of("state", self.state, REMINDER_STATES)
        if self.is_settled != (self.closed is not None):
            raise Invalid("closed", "state_and_closed", self.state)
        if (self.state == "snoozed") != (self.until is not None):
            raise Invalid("until", "state_and_closed", self.until)
