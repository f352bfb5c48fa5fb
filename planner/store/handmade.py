"""A checkpoint that was edited by hand is taken as it is; here the edit gets its place in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.kinds import kind_of_table
from planner.store.errors import Damaged
from planner.store.replay import replay
from planner.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import datetime

    from planner.store.book import Book
    from planner.store.state import Ident

__all__ = ["COMMAND", "adopt", "reconcile"]

COMMAND = "hand edit"


def adopt(book: Book, at: datetime) -> int:
    """Write what was changed by hand in ``book.json`` as a transaction that can't be undone; how many rows.

    So a checkpoint that is rebuilt from history one day holds the edit as well. What was deleted by hand is deleted,
    but for a kind that is numbered without a gap. Nothing is done when history does not reach back to the beginning.
    Raises as ``Book.begin`` does.
    """
    state = book.read().state
    return len(reconcile(book, at, COMMAND, lost=False)) if state.edited and state.seq else 0


def reconcile(book: Book, at: datetime, command: str, *, lost: bool) -> tuple[tuple[str, Ident], ...]:
    """Write every row that is not as its history tells it as a transaction; which rows, by table and number.

    The book is believed; a row that only history has was deleted, or with ``lost`` was lost and is put back.
    """
    changed: list[tuple[str, Ident]] = []
    with Transaction(book, command, at, None, undoable=False) as tx:
        snapshot = tx.snapshot()
        try:
            told = replay(book.home)
        except Damaged:
            return ()
        archived = snapshot.archived_rows()
        for table in sorted({*archived, *snapshot.state.tables, *told.tables}):
            kind = kind_of_table(table)
            put_back = lost or (kind is not None and kind.yearly)
            now = {**archived.get(table, {}), **snapshot.state.tables.get(table, {})}
            then = told.tables.get(table, {})
            for ident in {**now, **then}:
                row, old = now.get(ident), then.get(ident)
                if row == old:
                    continue
                if row is None and put_back:
                    tx.record_change(table, ident, None, old)
                else:
                    tx.record_change(table, ident, old, row)
                changed.append((table, ident))
    return tuple(changed)
