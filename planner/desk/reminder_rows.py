"""The rows of the list of reminders: one of each thing, with all its times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.record import Record

if TYPE_CHECKING:
    from planner.domain.moment import datetime
    from planner.wording.reminders import Said

__all__ = ["Listed", "folded"]

_WAITING = ("missed", "claimed", "snoozed")
"""States of a reminder for which something is still to be done, the most pressing first."""


class Listed(Record):
    """A reminder of today, or one that still waits: ``coming``, or a mark's state."""

    key: str
    source: str
    at: datetime
    state: str
    said: Said
    until: datetime | None = None
    late: bool = False
    subject: tuple[str, int] | None = None
    keys: tuple[str, ...] = ()
    """The keys of all reminders that the row stands for, its own among them."""
    times: tuple[datetime, ...] = ()
    """When those come or came: ten minutes before, and at its time. Its own is ``until`` once it is put off."""

    @property
    def comes(self) -> datetime:
        """When it comes or came."""
        return self.until or self.at


def folded(alike: tuple[Listed, ...], now: datetime) -> Listed:
    """One row of all the reminders of one thing, given by their times.

    It is the one for which something is to be done; else the last that came, which is what is put off; else the first
    to come. While another is still to come, so is the row. Raises IndexError when there is none.
    """
    waiting = [row for state in _WAITING for row in alike if row.state == state]
    past = [row for row in alike if row.at <= now]
    lead = waiting[0] if waiting else past[-1] if past else alike[0]
    comes = lead.state == "shown" and any(row.state == "coming" for row in alike)
    return lead.replace(
        state="coming" if comes else lead.state,
        keys=tuple(row.key for row in alike),
        times=tuple(sorted(row.comes for row in alike)),
    )
