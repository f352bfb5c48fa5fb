"""How long the office keeps who came: entries closed for the years that the setting names are due for erasure.

No law gives the figure; the archive rules of the office do. There is none until it is set, and nothing goes by itself.
"""

from __future__ import annotations

from planner.domain.erasure import PERSON
from planner.domain.moment import date, day_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.reception import Reception

__all__ = ["due_since", "tells_of_person"]


def tells_of_person(reception: Reception) -> bool:
    """Whether an entry still tells who it was."""
    return reception.erased is None and any(getattr(reception, name) for name in PERSON)


def due_since(reception: Reception, years: int, today: date) -> date | None:
    """The day from which a closed entry is due for erasure, when that has come; ``None`` while it has not.

    Counted from the day it was closed, or answered where the written notice is still owed; 29 February ends on 1 March
    in a year without it.
    """
    ended = reception.closed or reception.replied
    if not years or ended is None or not tells_of_person(reception):
        return None
    closed = day_of(ended)
    leap_day = (closed.month, closed.day) == (2, 29)
    year = closed.year + years
    due = date(year, 3, 1) if leap_day and not _has_leap_day(year) else closed.replace(year=year)
    return due if due <= today else None


def _has_leap_day(year: int) -> bool:
    """Whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
