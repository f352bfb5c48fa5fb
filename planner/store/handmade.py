"""A checkpoint that was edited by hand is taken as it is; here the edit gets its place in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.store.errors import Damaged
from planner.store.replay import replay
from planner.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import datetime

    from planner.store.book import Book

__all__ = ["COMMAND", "adopt"]

COMMAND = "hand edit"


def adopt(book: Book, at: datetime) -> int:
    """Write what was changed by hand in ``book.json`` as a transaction that can't be undone; how many rows.

    So a checkpoint that is rebuilt from history one day holds the edit as well. Nothing is done when history does not
    reach back to the beginning. Raises as ``Book.begin`` does.
    """
    snapshot = book.read()
    if not snapshot.state.edited or not snapshot.state.seq:
        return 0
    with Transaction(book, COMMAND, at, None, undoable=False) as tx:
        snapshot = tx.snapshot()
        try:
            told = replay(book.home)
        except Damaged:
            return 0
        archived = snapshot.archived_rows()
        count = 0
        for table in {*snapshot.state.tables, *told.tables}:
            now = {**archived.get(table, {}), **snapshot.state.tables.get(table, {})}
            then = told.tables.get(table, {})
            for ident in {**now, **then}:
                if now.get(ident) != then.get(ident):
                    tx.record_change(table, ident, then.get(ident), now.get(ident))
                    count += 1
    return count
