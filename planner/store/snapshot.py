"""A snapshot: the book at one moment, read without a lock. Records are made of rows when they are asked for."""

from __future__ import annotations

from planner.domain.kinds import kind_named, kind_of_table
from planner.store.decode import WrongField, decode
from planner.store.errors import Damaged, Unwritable
from planner.store.jsontext import loads
from planner.store.state import Notice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from planner.domain.entry import Entry
    from planner.domain.kinds import Kind
    from planner.store.state import Ident, Rows, State

__all__ = ["Notice", "Snapshot"]

_NO_ROWS: Rows = {}


class Snapshot:
    """What the book held when it was read. ``revision`` tells it from a later one; nothing in it changes."""

    __slots__ = ("_archive", "_archived", "_notices", "_opened", "_records", "home", "revision", "state")

    def __init__(self, home: str, state: State, revision: tuple[int, ...]) -> None:
        self.home = home
        self.state = state
        self.revision = revision
        self._opened: dict[str, tuple[Entry, ...]] = {}
        self._records: dict[str, dict[int, Entry]] = {}
        self._archive: dict[str, Rows] | None = None
        self._archived: dict[str, tuple[Entry, ...]] = {}
        self._notices: list[Notice] = []

    @property
    def sequence(self) -> int:
        """The number of the last transaction it holds; 0 for an empty book."""
        return self.state.seq

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was odd in what has been read so far, and did not stop it."""
        return (*self.state.notices, *self._notices)

    def all(self, kind: str) -> tuple[Entry, ...]:
        """Every record of a kind in the working set, by number. A damaged row is passed over with a notice."""
        return tuple(self._of(kind).values())

    def open(self, kind: str) -> tuple[Entry, ...]:
        """The records of a kind that are not closed, by number; cheaper than ``all`` when that was not asked for."""
        if kind in self._records:
            return tuple(record for record in self._records[kind].values() if record.closed is None)
        if kind not in self._opened:
            rows = self.state.tables.get(kind_named(kind).table, _NO_ROWS)
            maybe = parsed({ident: row for ident, row in rows.items() if not surely_closed(row)})
            chosen = {number: row for number, row in maybe.items() if not (type(row) is dict and row.get("closed"))}
            self._opened[kind] = tuple(self.records(kind, chosen).values())
        return self._opened[kind]

    def get(self, kind: str, number: int) -> Entry | None:
        """One record, from the working set or else the archive; ``None`` when there is none.

        Raises Damaged when its row can't be read.
        """
        if kind in self._records and (found := self._records[kind].get(number)) is not None:
            return found
        chosen = kind_named(kind)
        row = self.row(chosen.table, number)
        return None if row is None else record_of(chosen, number, row)

    def archived(self, kind: str) -> tuple[Entry, ...]:
        """Every record of a kind that was moved out of the working set, by number, of all years."""
        found = self._archived.get(kind)
        if found is None:
            rows = self.archived_rows().get(kind_named(kind).table, _NO_ROWS)
            found = self._archived[kind] = tuple(self.records(kind, parsed(rows)).values())
        return found

    def changed_since(self, earlier: Snapshot) -> tuple[tuple[str, int], ...]:
        """Which records, as (kind, number), were made, changed or deleted between an earlier snapshot and this one.

        A record that only moved to the archive counts as changed.
        """
        changed: list[tuple[str, int]] = []
        for table in {*self.state.tables, *earlier.state.tables}:
            kind = kind_of_table(table)
            new, old = self.state.tables.get(table, _NO_ROWS), earlier.state.tables.get(table, _NO_ROWS)
            if kind is None or new is old:
                continue
            changed += [(kind.name, n) for n, row in new.items() if old.get(n) != row and isinstance(n, int)]
            changed += [(kind.name, n) for n in old if n not in new and isinstance(n, int)]
        return tuple(sorted(changed))

    def documents(self, kind: str) -> dict[int, Any]:
        """The rows of a kind in the working set, parsed and not yet made records, by number. For the store itself."""
        return parsed(self.state.tables.get(kind_named(kind).table, _NO_ROWS))

    def row(self, table: str, ident: Ident) -> bytes | None:
        """A row's JSON text, from the working set or else the archive. For the store itself."""
        row = self.state.tables.get(table, _NO_ROWS).get(ident)
        if row is not None or ident in self.state.gone.get(table, ()):
            return row
        return self.archived_rows().get(table, _NO_ROWS).get(ident)

    def archived_rows(self) -> dict[str, Rows]:
        """The archive's rows by table, without those that the working set holds or that were deleted.

        Raises Damaged, NewerBook and Unwritable.
        """
        if self._archive is None:
            from planner.store.archive import read_archive

            try:
                self._archive = read_archive(self.home, self.state, self._notices)
            except OSError as error:
                raise Unwritable(str(error.filename or self.home), error.strerror or str(error)) from error
        return self._archive

    def inherit(self, earlier: Snapshot) -> None:
        """Take over the records already made by the snapshot that this one grew from by one folding."""
        self._notices += [
            notice for notice in earlier._notices if notice.number not in self.state.changed.get(notice.table, ())
        ]
        for name, records in earlier._records.items():
            table = kind_named(name).table
            changed = self.state.changed.get(table)
            if not changed:
                self._records[name] = records
                continue
            rows = self.state.tables.get(table, _NO_ROWS)
            fresh = self.records(name, parsed({ident: rows[ident] for ident in changed if ident in rows}))
            made = dict(records)
            last = next(reversed(made), 0)
            for ident in changed:
                if isinstance(ident, int) and ident not in fresh:
                    made.pop(ident, None)
            in_order = all(number in made or number > last for number in fresh)
            made.update(fresh)
            self._records[name] = made if in_order else dict(sorted(made.items()))

    def _of(self, name: str) -> dict[int, Entry]:
        """The records of a kind by number, made at the first asking."""
        found = self._records.get(name)
        if found is None:
            found = self._records[name] = self.records(name, self.documents(name))
        return found

    def records(self, name: str, rows: dict[int, Any]) -> dict[int, Entry]:
        """Parsed rows of a kind as records, by number; a damaged one is passed over with a notice. For the store."""
        kind = kind_named(name)
        cls = kind.record
        made: dict[int, Entry] = {}
        for number in sorted(rows):
            try:
                made[number] = decode(cls, number, rows[number])
            except WrongField as error:
                self._notices.append(Notice(code="damaged_row", table=kind.table, number=number, field=error.field))
        for number, record in made.items():
            if record.extra:
                self._notices.append(Notice(code="unknown_fields", table=kind.table, number=number))
        return made


def surely_closed(row: bytes) -> bool:
    """Whether a row's text shows that it is closed: the field is there before anything that could hold another such."""
    at = row.find(b'"closed":"')
    return at > 0 and row.find(b"{", 1, at) < 0


class _Unreadable:
    """Stands for a row that is no JSON."""


def parsed(rows: Rows) -> dict[int, Any]:
    """Rows parsed in one go; one by one when any of them is damaged, each damaged one as something that is no row."""
    numbers = [ident for ident in rows if isinstance(ident, int)]
    try:
        values = loads(b"[" + b",".join([rows[number] for number in numbers]) + b"]")
        if len(values) == len(numbers):
            return dict(zip(numbers, values, strict=True))
    except ValueError:
        pass
    return {number: _one(rows[number]) for number in numbers}


def _one(row: bytes) -> Any:
    """One row parsed."""
    try:
        return loads(row)
    except ValueError:
        return _Unreadable


def record_of(kind: Kind, number: int, row: bytes) -> Entry:
    """The record of one row. Raises Damaged, which names the field."""
    try:
        return decode(kind.record, number, _one(row))
    except WrongField as error:
        raise Damaged(kind.table, "field", table=kind.table, number=number, field=error.field) from None
