"""The guided walk through a review: how far it has come, so that it can be left and taken up again."""

from __future__ import annotations

from planner.domain.entry import Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import date

__all__ = ["Walk"]


class Walk(Entry):
    """A walk, one for each week. It is closed when its last stop was seen."""

    week: date
    """The Monday of its week."""
    seen: tuple[str, ...] = ()
    """What was looked at: the stop's code and its record, ``overdue matter:12``."""
