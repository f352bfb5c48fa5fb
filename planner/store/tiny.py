"""TinyDB on the book: a ``Storage`` whose writing is a transaction of what differs, and ``open_tiny`` to use it.

``BookStorage`` reads the working set (checkpoint and journal, not the archive). Its tables are ``tinytable.BookTable``,
which write only the rows that they change. A table of a kind takes its ids from the book's counters and holds the
records' invariants; any other table behaves as TinyDB's own. ``MemoryStorage`` is the same without a disk.
"""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import TYPE_CHECKING

from tinydb import TinyDB

from planner.domain.kinds import kind_of_table
from planner.store.book import Book
from planner.store.decode import decode
from planner.store.errors import NeverDeleted
from planner.store.jsontext import dumps, loads, to_bytes
from planner.store.state import State, ident_of
from planner.store.tinytable import BookTable, Edit, RowStorage

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Any, Self

    from tinydb.storages import Storage

    from planner.store.snapshot import Snapshot
    from planner.store.state import Ident, Rows
    from planner.store.transaction import Transaction

__all__ = ["BookDB", "BookStorage", "MemoryStorage", "open_tiny"]

COMMAND = "tinydb"
"""What history shows for a change that came through TinyDB."""

_EMPTY: Rows = {}


class _StateStorage(RowStorage):
    """What the two storages share: a state's rows, parsed once each."""

    def __init__(self) -> None:
        self._parsed: dict[str, tuple[Rows, dict[Ident, Any]]] = {}

    @abstractmethod
    def state(self) -> State:
        """The rows as they stand now."""

    def rows(self, table: str) -> Rows:
        """A table's rows as JSON text."""
        return self.state().tables.get(table, _EMPTY)

    def documents(self, table: str) -> dict[Ident, Any]:
        """A table's rows parsed; those that did not change since they were last asked for are not parsed again."""
        rows = self.rows(table)
        old_rows, old = self._parsed.get(table, (_EMPTY, {}))
        if old_rows is rows:
            return old
        fresh = {ident: row for ident, row in rows.items() if old_rows.get(ident) is not row}
        values = loads(b"[" + b",".join(fresh.values()) + b"]")
        read = dict(zip(fresh, values, strict=True))
        documents = {ident: read[ident] if ident in read else old[ident] for ident in rows}
        self._parsed[table] = (rows, documents)
        return documents

    def forget(self, table: str) -> None:
        """Parse a table anew when it is next asked for: somebody may have changed what was handed out."""
        self._parsed.pop(table, None)

    def read(self) -> dict[str, Any] | None:
        """All tables as TinyDB's own storages give them: text ids, plain documents. ``None`` for an empty book."""
        state = self.state()
        if not state.tables and not state.others:
            return None
        found: dict[str, Any] = {}
        for table in state.tables:
            found[table] = {str(ident): document for ident, document in self.documents(table).items()}
            self.forget(table)
        return found | {name: loads(value) for name, value in state.others.items()}

    def write(self, data: dict[str, Any]) -> None:
        """Make the book hold exactly ``data``: one transaction of what differs."""
        with self.edit() as edit:
            state = self.state()
            for name in {*state.tables, *state.others}:
                if name not in data:
                    edit.drop(name)
            for name, rows in data.items():
                if not isinstance(rows, dict):
                    edit.set_other(name, rows)
                    continue
                standing = state.tables.get(name)
                if standing is None:
                    edit.make(name)
                wanted = {ident_of(str(key)): row for key, row in rows.items()}
                for ident in standing or ():
                    if ident not in wanted:
                        edit.delete(name, ident)
                for ident, row in wanted.items():
                    edit.put(name, ident, row)


class BookStorage(_StateStorage):
    """The book in a folder as TinyDB's storage. ``clock`` says what time a change is written down for."""

    def __init__(self, home: str, clock: Callable[[], datetime] = datetime.now, *, read_only: bool = False) -> None:
        super().__init__()
        self.book = Book(home)
        self.clock = clock
        self.read_only = read_only

    def state(self) -> State:
        """The rows as they stand now, whoever wrote them."""
        return self.snapshot().state

    def snapshot(self) -> Snapshot:
        """The book as it stands now."""
        return self.book.read()

    def edit(self) -> Edit:
        """A transaction to put rows into. Raises OSError when the storage is read-only."""
        if self.read_only:
            raise OSError("the book was opened to read only")
        return _BookEdit(self)

    def revision(self) -> object:
        """What changes whenever the book does."""
        return self.book.revision()


class MemoryStorage(_StateStorage):
    """The same in memory. ``memory`` is what it holds, as ``read`` gives it."""

    def __init__(self) -> None:
        super().__init__()
        self._state = State()
        self._moves = 0

    @property
    def memory(self) -> dict[str, Any] | None:
        """What was written; ``None`` before anything was."""
        return self.read()

    def state(self) -> State:
        """The rows as they stand."""
        return self._state

    def edit(self) -> Edit:
        """A change of the rows, kept when its block ends."""
        return _MemoryEdit(self)

    def revision(self) -> object:
        """What changes whenever a row does."""
        return self._moves

    def take(self, state: State) -> None:
        """Hold another state from now on."""
        self._state = state
        self._moves += 1


class _BookEdit(Edit):
    """Rows put into a transaction of a book."""

    def __init__(self, storage: BookStorage) -> None:
        self._storage = storage
        self._tx: Transaction = storage.book.begin(COMMAND, storage.clock())

    def __enter__(self) -> Self:
        self._tx.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tx.__exit__(kind, error, trace)

    def next_number(self, table: str) -> int | None:
        """The next number of a kind; ``None`` for a table that is no kind's."""
        kind = kind_of_table(table)
        if kind is None:
            return None
        if kind.yearly:
            raise ValueError(f"a document of {table} needs its number, as Document(..., doc_id=...)")
        return self._tx.next_number(kind.name)

    def put(self, table: str, ident: Ident, document: Any) -> None:
        """Put a document. One of a kind must be a record that holds its invariants: raises ValueError."""
        row = to_bytes(dumps(document))
        if row == self._storage.rows(table).get(ident):
            return
        kind = kind_of_table(table)
        if kind is not None:
            decode(kind.record, int(ident), loads(row)).check()
        elif table not in self._storage.state().tables:
            self.make(table)
        self._tx.put_row(table, ident, row)

    def delete(self, table: str, ident: Ident) -> None:
        """Delete a document. Raises NeverDeleted for a kind that is numbered without a gap."""
        kind = kind_of_table(table)
        if kind is not None and kind.yearly:
            raise NeverDeleted(kind.name, ident)
        self._tx.put_row(table, ident, None)

    def make(self, table: str) -> None:
        """Have a table, empty if it was not there."""
        if table not in self._storage.state().tables:
            self._tx.tables[table] = b"{}"

    def drop(self, table: str) -> None:
        """Delete a table's documents and the table."""
        for ident in self._storage.rows(table):
            self.delete(table, ident)
        self._tx.tables[table] = None

    def set_other(self, name: str, value: Any) -> None:
        """Hold a top-level value that is no table."""
        if name in self._storage.state().tables:
            self.drop(name)
        content = to_bytes(dumps(value))
        if self._storage.state().others.get(name) != content:
            self._tx.tables[name] = content


class _MemoryEdit(Edit):
    """Rows put into a copy of the state, which is taken when the block ends."""

    def __init__(self, storage: MemoryStorage) -> None:
        self._storage = storage
        self._state = storage.state().successor()
        self._state.tables = {table: dict(rows) for table, rows in self._state.tables.items()}
        self._changed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self._changed:
            self._storage.take(self._state)

    def next_number(self, table: str) -> int | None:
        """The next number of a kind; ``None`` for a table that is no kind's."""
        if kind_of_table(table) is None:
            return None
        number = self._state.counters.get(table, 0) + 1
        self._state.counters[table] = number
        return number

    def put(self, table: str, ident: Ident, document: Any) -> None:
        """Put a document."""
        self._state.tables.setdefault(table, {})[ident] = to_bytes(dumps(document))
        self._changed = True

    def delete(self, table: str, ident: Ident) -> None:
        """Delete a document."""
        self._state.tables.get(table, {}).pop(ident, None)
        self._changed = True

    def make(self, table: str) -> None:
        """Have a table, empty if it was not there."""
        self._state.others.pop(table, None)
        self._state.tables.setdefault(table, {})
        self._changed = True

    def drop(self, table: str) -> None:
        """Delete a table's documents and the table."""
        self._state.tables.pop(table, None)
        self._state.others.pop(table, None)
        self._changed = True

    def set_other(self, name: str, value: Any) -> None:
        """Hold a top-level value that is no table."""
        self.drop(name)
        self._state.others[name] = to_bytes(dumps(value))


class BookDB(TinyDB):
    """TinyDB with the book's table and storage."""

    table_class = BookTable
    default_storage_class: type[Storage] = BookStorage  # type: ignore[assignment]


def open_tiny(home: str, *, read_only: bool = False) -> BookDB:
    """The book in a folder as a TinyDB. What is written through it stands in history like any change."""
    return BookDB(home, read_only=read_only)
