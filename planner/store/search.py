"""Searching: criteria become a TinyDB query, which runs over a snapshot's table. ``planner today`` does without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tinydb import Query
from tinydb.storages import Storage
from tinydb.table import Table

from planner.domain.directory import Directory
from planner.domain.kinds import kind_named
from planner.domain.moment import day_of, deadline, is_timed, parse_moment
from planner.domain.party import Party
from planner.store.decode import text_of
from planner.store.snapshot import parsed

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tinydb.queries import QueryInstance

    from planner.domain.criteria import Criteria
    from planner.domain.entry import Entry
    from planner.domain.moment import Moment
    from planner.store.snapshot import Snapshot

__all__ = ["SnapshotStorage", "query_of", "search"]

_PARTY_FIELDS = ("parties", "handed_to", "assigned_by", "party", "asked", "received_by", "name")
"""Fields of any kind that hold who is concerned."""


class SnapshotStorage(Storage):
    """A kind's rows of a snapshot as TinyDB reads them. It can't be written."""

    def __init__(self, table: str, rows: dict[int, Any]) -> None:
        self._tables = {table: {str(number): row for number, row in rows.items() if isinstance(row, dict)}}

    def read(self) -> dict[str, dict[str, Any]]:
        """The rows by table and number."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Refused: a snapshot never changes."""
        raise OSError(f"a snapshot can't be written ({len(data)} tables)")


def search(snapshot: Snapshot, kind: str, criteria: Criteria) -> tuple[Entry, ...]:
    """The records of a kind that meet the criteria, by number; archived ones too when asked for."""
    chosen = kind_named(kind)
    rows = snapshot.documents(kind)
    if criteria.include_archived:
        rows |= parsed(snapshot.archived_rows().get(chosen.table, {}))
    if criteria.numbers:
        rows = {number: rows[number] for number in criteria.numbers if number in rows}
    found = Table(SnapshotStorage(chosen.table, rows), chosen.table).search(query_of(snapshot, kind, criteria))
    return tuple(snapshot.records(kind, {document.doc_id: dict(document) for document in found}).values())


def query_of(snapshot: Snapshot, kind: str, criteria: Criteria) -> QueryInstance:
    """The TinyDB query that criteria mean for a kind, but for the numbers, which are no part of a row."""
    cls = kind_named(kind).record
    query: QueryInstance = Query().noop()
    for word in criteria.words:
        query &= _asked(lambda row: "\n".join(text_of(cls, row)).casefold(), _holding(word.casefold()))
    if criteria.states:
        query &= _asked(_field(cls, "state"), lambda state: state in criteria.states)
    if criteria.grade is not None:
        query &= _asked(_grade if "grade_by_hand" in _names(cls) else _none, lambda grade: grade == criteria.grade)
    if criteria.marks:
        query &= _asked(_field(cls, "marks"), lambda marks: any(mark in (marks or ()) for mark in criteria.marks))
    if criteria.party is not None:
        names = _names_of(snapshot, criteria.party)
        query &= _asked(_concerned, lambda found: not names.isdisjoint(found))
    if criteria.tag is not None:
        query &= _asked(_field(cls, "tags"), lambda tags: criteria.tag in (tags or ()))
    for name in ("work", "priority", "urgency"):
        wanted = getattr(criteria, name)
        if wanted is not None:
            query &= _asked(_field(cls, name), _being(wanted))
    if criteria.due_before is not None:
        end = deadline(criteria.due_before)
        query &= _asked(_due, lambda due: due is not None and _start(due) <= end)
    if criteria.due_after is not None:
        start = _start(criteria.due_after)
        query &= _asked(_due, lambda due: due is not None and deadline(due) >= start)
    return query


def _asked(part: Callable[[dict[str, Any]], Any], test: Callable[[Any], bool]) -> QueryInstance:
    """A query on something worked out of a whole row."""
    return Query().map(part).test(test)


def _holding(word: str) -> Callable[[Any], bool]:
    """Whether a text holds a word."""
    return lambda text: word in text


def _being(wanted: object) -> Callable[[Any], bool]:
    """Whether a value is the one that is wanted."""
    return lambda value: bool(value == wanted)


def _names(cls: type[Entry]) -> frozenset[str]:
    """The names of a class's fields."""
    return frozenset(field.name for field in cls.FIELDS)


def _field(cls: type[Entry], name: str) -> Callable[[dict[str, Any]], Any]:
    """A field of a row, its default where the row leaves it out; ``None`` for a class without the field."""
    default = next((field.default for field in cls.FIELDS if field.name == name), None)
    return lambda row: row.get(name, default)


def _grade(row: dict[str, Any]) -> str:
    """The grade of a matter's row, as ``Matter.grade`` has it."""
    return str(row.get("grade_by_hand") or ("major" if row.get("marks") else "minor"))


def _none(_row: dict[str, Any]) -> None:
    """What a kind without the field has."""


def _concerned(row: dict[str, Any]) -> set[str]:
    """Every name in the fields that say who is concerned."""
    found: set[str] = set()
    for name in _PARTY_FIELDS:
        value = row.get(name)
        found.update(value if isinstance(value, list) else () if value is None else (value,))
    return found


def _names_of(snapshot: Snapshot, name: str) -> frozenset[str]:
    """All names of the party that a name means; the name alone when it has no record."""
    party = Directory(record for record in snapshot.all("party") if isinstance(record, Party)).find(name)
    return frozenset((name,)) if party is None else frozenset((name, party.name, *party.aliases))


def _due(row: dict[str, Any]) -> Moment | None:
    """When a row is due: a reception by its promise of a reply."""
    text = row.get("due") or row.get("reply_due")
    try:
        return parse_moment(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _start(moment: Moment) -> Any:
    """The first instant of a moment, to be compared with a deadline."""
    return moment if is_timed(moment) else deadline(day_of(moment)).replace(hour=0, minute=0, second=0)
