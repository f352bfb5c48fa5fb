"""What a director looks at: the day's page and the lists. Nothing is changed here, and no lock is taken."""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.domain.directory import Directory
from planner.domain.light import light_of
from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.domain.score import ranked
from planner.domain.today import Today, today
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.criteria import Criteria
    from planner.domain.entry import Entry
    from planner.domain.light import Light
    from planner.store.fold import Snapshot

__all__ = ["Listed", "found", "listed_matters", "matter_numbered", "receptions", "today_of", "today_page"]


class Listed(Record):
    """A matter in a list: with its score, and its light when somebody else owes it."""

    matter: Matter
    score: int | None = None
    """``None`` for a closed matter, which has no place in the order."""
    light: Light | None = None


def today_page(desk: Desk) -> Today:
    """The day's page of the book as it stands."""
    return today_of(desk, desk.book.read())


def today_of(desk: Desk, snapshot: Snapshot) -> Today:
    """The day's page of a book that was read already."""
    return today(
        [record for record in snapshot.all("matter") if isinstance(record, Matter)],
        [record for record in snapshot.all("reception") if isinstance(record, Reception)],
        [record for record in snapshot.all("point") if isinstance(record, Point)],
        Directory(record for record in snapshot.all("party") if isinstance(record, Party)),
        desk.day(),
        desk.rules(),
    )


def listed_matters(desk: Desk, criteria: Criteria) -> tuple[Listed, ...]:
    """The matters that meet the criteria: open ones by score, then closed ones, the latest first."""
    snapshot = desk.book.read()
    day, rules = desk.day(), desk.rules()
    chosen = {record.number: record for record in _searched(snapshot, "matter", criteria) if isinstance(record, Matter)}
    whole = [record for record in snapshot.all("matter") if isinstance(record, Matter)]
    rows = [
        Listed(
            matter=entry.matter,
            score=entry.score,
            light=light_of(entry.matter, day, rules.thresholds) if entry.matter.is_assigned else None,
        )
        for entry in ranked(whole, day, rules.weights, rules.patience)
        if entry.matter.number in chosen
    ]
    closed = [matter for matter in chosen.values() if matter.closed is not None]
    closed.sort(key=lambda matter: (matter.closed or desk.now, matter.number), reverse=True)
    return (*rows, *(Listed(matter=matter) for matter in closed))


def matter_numbered(desk: Desk, number: int) -> Matter:
    """One matter, archived ones too. Raises ``Refused`` when there is none."""
    record = desk.book.read().get("matter", number)
    if not isinstance(record, Matter):
        raise Refused(t("There is no matter {number}. planner list shows the open ones.", number=number))
    return record


def receptions(desk: Desk, criteria: Criteria) -> tuple[Reception, ...]:
    """The receptions that meet the criteria, the latest first."""
    rows = [record for record in _searched(desk.book.read(), "reception", criteria) if isinstance(record, Reception)]
    return tuple(sorted(rows, key=lambda reception: reception.number, reverse=True))


def found(desk: Desk, criteria: Criteria) -> tuple[Entry, ...]:
    """Records of every kind that hold the words, archived ones too."""
    snapshot = desk.book.read()
    kinds = ("matter", "reception", "point", "party", "checklist")
    return tuple(record for kind in kinds for record in _searched(snapshot, kind, criteria))


def _searched(snapshot: Snapshot, kind: str, criteria: Criteria) -> tuple[Entry, ...]:
    """A search by the store's queries."""
    from planner.store.search import search

    return search(snapshot, kind, criteria)
