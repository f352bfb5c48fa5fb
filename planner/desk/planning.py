"""Looking ahead: the agenda of a week, a month or any stretch of days, and what a timed matter clashes with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.capture.filter_days import read_days
from planner.desk.discretion import Discretion
from planner.desk.refused import Refused
from planner.domain.agenda import Agenda, agenda
from planner.domain.agenda import clashes as clashes_among
from planner.domain.clash import clashing
from planner.domain.matter import Matter
from planner.domain.moment import day_of
from planner.wording import t

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.moment import date

__all__ = ["agenda_between", "clashes", "clashing", "stretch_named"]

_LONGEST = 400
"""Days that an agenda may have."""


def stretch_named(desk: Desk, text: str) -> tuple[date, date]:
    """The first and last day of ``week``, ``下月``, ``2026-10``, ``fri`` or ``mon..fri``. Raises ``Refused``."""
    first_said, dots, last_said = text.partition("..")
    first = _days(desk, first_said)
    last = _days(desk, last_said) if dots else first
    if first is None or last is None:
        raise Refused(t("“{words}” is not a stretch of days: write week, month, nextweek, 2026-10 or fri.", words=text))
    if not 0 <= (last[1] - first[0]).days < _LONGEST:
        raise Refused(
            t(
                "“{words}” is too long, or runs backwards: an agenda has at most {count} days.",
                words=text,
                count=_LONGEST,
            )
        )
    return first[0], last[1]


def agenda_between(desk: Desk, first: date, last: date) -> Agenda:
    """The agenda of the book's open matters, both days included."""
    return agenda(_open_matters(desk), first, last, desk.calendar)


def clashes(desk: Desk, matter: Matter) -> tuple[Matter, ...]:
    """The open matters whose times overlap a timed one's, occurrences to come included."""
    return clashes_among(matter, _open_matters(desk), desk.calendar)


def _open_matters(desk: Desk) -> list[Matter]:
    """The open matters of the book as it stands, as others may see them."""
    snapshot = desk.book.read()
    shown = Discretion(desk, snapshot)
    return [shown(record) for record in snapshot.open("matter") if isinstance(record, Matter)]


def _days(desk: Desk, text: str) -> tuple[date, date] | None:
    """The first and last day that a text names."""
    found = read_days(text, desk.now, desk.lang, desk.calendar, day_first=desk.settings.day_first, back=False)
    return None if found is None else (day_of(found[0]), day_of(found[1] or found[0]))
