"""TinyDB's table over rows: it writes the rows that it changes, where TinyDB's own copies and writes whole tables.

Over any other storage, a middleware among them, it is TinyDB's own table.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tinydb.storages import Storage
from tinydb.table import Table

from planner.store.jsontext import loads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType
    from typing import Any, Self

    from tinydb.queries import QueryLike

    from planner.store.state import Ident, Rows

__all__ = ["BookTable", "Edit", "RowStorage"]


class Edit(ABC):
    """A change of rows in the making, kept whole when its ``with`` block ends, not at all when it raises."""

    @abstractmethod
    def __enter__(self) -> Self:
        """Begin it."""

    @abstractmethod
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep it, unless it raised."""

    @abstractmethod
    def next_number(self, table: str) -> int | None:
        """The next number of a kind; ``None`` for a table that is no kind's."""

    @abstractmethod
    def put(self, table: str, ident: Ident, document: Any) -> None:
        """Put a document."""

    @abstractmethod
    def delete(self, table: str, ident: Ident) -> None:
        """Delete a document."""

    @abstractmethod
    def make(self, table: str) -> None:
        """Have a table."""

    @abstractmethod
    def drop(self, table: str) -> None:
        """Delete a table."""

    @abstractmethod
    def set_other(self, name: str, value: Any) -> None:
        """Hold a top-level value that is no table."""


class RowStorage(Storage):
    """A storage whose rows can be changed one by one."""

    @abstractmethod
    def rows(self, table: str) -> Rows:
        """A table's rows as JSON text."""

    @abstractmethod
    def documents(self, table: str) -> dict[Ident, Any]:
        """A table's rows parsed. Not to be changed."""

    @abstractmethod
    def edit(self) -> Edit:
        """A change of the rows."""

    @abstractmethod
    def revision(self) -> object:
        """What changes whenever a row does, whoever changed it."""


class BookTable(Table):
    """A table of the book. ``persist_empty`` makes the table if it is not there; it never empties one."""

    def __init__(
        self,
        storage: Storage,
        name: str,
        cache_size: int = Table.default_query_cache_capacity,
        persist_empty: bool = False,  # noqa: FBT001, FBT002 - TinyDB's own signature
    ) -> None:
        rows = isinstance(storage, RowStorage)
        super().__init__(storage, name, cache_size, persist_empty=persist_empty and not rows)
        self._seen: object = None
        if rows and persist_empty:
            with self._edit() as edit:
                edit.make(name)

    def insert(self, document: Mapping[Any, Any]) -> int:
        """Insert a document; its id. Raises ValueError for no mapping, or an id that is taken."""
        return self.insert_multiple((document,))[0]

    def insert_multiple(self, documents: Iterable[Mapping[Any, Any]]) -> list[int]:
        """Insert several documents at once, all or none; their ids."""
        if not isinstance(self._storage, RowStorage):
            return super().insert_multiple(documents)
        made: list[int] = []
        taken: set[Ident] = set()
        with self._edit() as edit:
            rows = self._storage.rows(self.name)
            for document in documents:
                if not isinstance(document, Mapping):
                    raise ValueError("Document is not a Mapping")  # noqa: TRY004 - TinyDB's own
                if isinstance(document, self.document_class):
                    doc_id = document.doc_id
                    self._next_id = None
                else:
                    number = edit.next_number(self.name)
                    doc_id = self._get_next_id() if number is None else number
                if doc_id in rows or doc_id in taken:
                    raise ValueError(f"Document with ID {doc_id} already exists")
                edit.put(self.name, doc_id, dict(document))
                taken.add(doc_id)
                made.append(doc_id)
            if not made:
                edit.make(self.name)
        return made

    def update(
        self,
        fields: Mapping[Any, Any] | Callable[[Any], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Update the documents that a query matches, of those ids, or all; the ids of those updated."""
        if not isinstance(self._storage, RowStorage):
            return super().update(fields, cond, doc_ids)
        with self._edit() as edit:
            documents = self._storage.documents(self.name)
            if doc_ids is not None:
                chosen = [doc_id for doc_id in list(doc_ids) if doc_id in documents]
            else:
                chosen = [self.document_id_class(key) for key, row in documents.items() if cond is None or cond(row)]
            changed: dict[int, Any] = {}
            for doc_id in chosen:
                row = changed[doc_id] if doc_id in changed else self._copy(doc_id)
                changed[doc_id] = _with(row, fields)
            self._put_all(edit, changed)
        return chosen

    def update_multiple(
        self, updates: Iterable[tuple[Mapping[Any, Any] | Callable[[Any], None], QueryLike]]
    ) -> list[int]:
        """Apply several updates, each to what its query matches, one after the other on each document."""
        if not isinstance(self._storage, RowStorage):
            return super().update_multiple(updates)
        steps = list(updates)
        updated: list[int] = []
        with self._edit() as edit:
            changed: dict[int, Any] = {}
            for key, row in self._storage.documents(self.name).items():
                now = row
                for fields, cond in steps:
                    if cond(now):
                        doc_id = self.document_id_class(key)
                        now = changed[doc_id] = _with(self._copy(key) if now is row else now, fields)
                        updated.append(doc_id)
            self._put_all(edit, changed)
        return updated

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove the documents of those ids, or that a query matches; the ids of those removed."""
        if not isinstance(self._storage, RowStorage):
            return super().remove(cond, doc_ids)
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        with self._edit() as edit:
            documents = self._storage.documents(self.name)
            if doc_ids is not None:
                gone = [doc_id for doc_id in list(doc_ids) if doc_id in documents]
            else:
                gone = [self.document_id_class(key) for key, row in documents.items() if cond is not None and cond(row)]
            for doc_id in gone:
                edit.delete(self.name, doc_id)
            edit.make(self.name)
        return gone

    def truncate(self) -> None:
        """Remove all documents."""
        if not isinstance(self._storage, RowStorage):
            super().truncate()
            return
        with self._edit() as edit:
            for ident in self._storage.rows(self.name):
                edit.delete(self.name, ident)
            edit.make(self.name)
        self._next_id = None

    def search(self, cond: QueryLike) -> list[Any]:
        """All documents that a query matches; from the query cache as long as nothing moved."""
        self._look()
        return super().search(cond)

    def _get_next_id(self) -> int:
        """The next id of a table that is no kind's, as TinyDB gives it."""
        return int(super()._get_next_id())  # type: ignore[no-untyped-call]

    def _edit(self) -> _Clearing:
        """A change of the storage's rows, after which the query cache is empty."""
        if not isinstance(self._storage, RowStorage):
            raise TypeError("not a storage of rows")
        self._look()
        return _Clearing(self, self._storage.edit())

    def _look(self) -> None:
        """Forget cached answers and the next id when the book has moved, by whose hand soever."""
        if isinstance(self._storage, RowStorage):
            revision = self._storage.revision()
            if revision != self._seen:
                if self._seen is not None:
                    self.clear_cache()
                    self._next_id = None
                self._seen = revision

    def seen_now(self) -> None:
        """Take the storage's state as the one that this table knows: what it wrote itself is no move."""
        if isinstance(self._storage, RowStorage):
            self._seen = self._storage.revision()

    def _copy(self, ident: Ident) -> Any:
        """A document of its own, so that a change that fails leaves no trace."""
        return loads(self._storage.rows(self.name)[ident])  # type: ignore[attr-defined]

    def _put_all(self, edit: Edit, changed: dict[int, Any]) -> None:
        """Put changed documents; the table exists from now on, as with TinyDB's own."""
        for doc_id, row in changed.items():
            edit.put(self.name, doc_id, row)
        edit.make(self.name)

    def _read_table(self) -> dict[str, Any]:
        """The table's documents by text id."""
        if not isinstance(self._storage, RowStorage):
            return super()._read_table()
        self._look()
        return {str(ident): row for ident, row in self._storage.documents(self.name).items()}

    def _update_table(self, updater: Callable[[dict[int, Any]], None]) -> None:
        """TinyDB's own way of changing a table, for whoever calls it: what the updater did is written row by row."""
        if not isinstance(self._storage, RowStorage):
            super()._update_table(updater)
            return
        with self._edit() as edit:
            standing = {
                self.document_id_class(ident): loads(row) for ident, row in self._storage.rows(self.name).items()
            }
            before = set(standing)
            updater(standing)
            for doc_id in before - set(standing):
                edit.delete(self.name, doc_id)
            self._put_all(edit, standing)


class _Clearing:
    """An edit, after which a table's query cache is empty."""

    def __init__(self, table: BookTable, edit: Edit) -> None:
        self._table = table
        self._edit = edit

    def __enter__(self) -> Edit:
        return self._edit.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._edit.__exit__(kind, error, trace)
        self._table.clear_cache()
        self._table.seen_now()


def _with(row: Any, fields: Mapping[Any, Any] | Callable[[Any], None]) -> Any:
    """A document changed by a mapping of fields or by a function that changes it in place."""
    if callable(fields):
        fields(row)
    else:
        row.update(fields)
    return row
