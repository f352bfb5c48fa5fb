"""Going back to a backup: one transaction of what differs, which can be undone like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.erasure import Erasure
from planner.domain.kinds import kind_of_table
from planner.domain.record import Record
from planner.store.blanking import Blanking
from planner.store.codec import encode
from planner.store.errors import Damaged
from planner.store.jsontext import loads, to_bytes
from planner.store.snapshot import record_of
from planner.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import datetime

    from planner.store.book import Book
    from planner.store.snapshot import Snapshot
    from planner.store.state import Rows
    from planner.store.transaction import Commit

__all__ = ["Restored", "restore_from"]


class Restored(Record):
    """What a restoring did: how many records it put back or changed, deleted, and voided."""

    name: str
    put: int = 0
    deleted: int = 0
    voided: int = 0
    commit: Commit | None = None
    """``None`` when the book was as the backup is."""


def restore_from(book: Book, name: str, folder: str, at: datetime, who: str | None, void_reason: str) -> Restored:
    """Make the book hold what the backup in a folder holds. See ``backup.restore``."""
    then = type(book)(folder).read()
    if any(notice.code != "hand_edited" for notice in then.notices):
        raise Damaged(then.home, "unreadable")
    old = all_rows(then)
    put = deleted = voided = 0
    with Transaction(book, "restore", at, who) as tx:
        new = all_rows(tx.snapshot())
        _keep_erased(old, new.get("receptions", {}), at)
        for table in {*old, *new}:
            kind = kind_of_table(table)
            was, now = old.get(table, {}), new.get(table, {})
            for ident, row in was.items():
                if now.get(ident) != row:
                    tx.record_change(table, ident, now.get(ident), row)
                    put += 1
            for ident, row in now.items():
                if ident in was:
                    continue
                if kind is None or not kind.yearly:
                    tx.record_change(table, ident, row, None)
                    deleted += 1
                    continue
                record = record_of(kind, int(ident), row)
                if record.state != "voided":  # type: ignore[attr-defined]
                    made = record.voided(void_reason, at)  # type: ignore[attr-defined]
                    tx.record_change(table, ident, row, to_bytes(encode(made)))
                    voided += 1
    return Restored(name=name, put=put, deleted=deleted, voided=voided, commit=tx.commit)


def _keep_erased(old: dict[str, Rows], now: Rows, at: datetime) -> None:
    """Let nobody come back who was erased since the backup: the entries stay as they are, what is linked is blanked."""
    receptions = old.get("receptions", {})
    for ident, row in now.items():
        then = receptions.get(ident)
        if then is None or b'"erased":' not in row or not loads(row).get("erased"):
            continue
        told = loads(then)
        numbers = tuple(text for name in ("phone", "petition_number") if (text := told.get(name)))
        names = (told["name"],) if told.get("name") else ()
        blanking = Blanking(Erasure(at=at, reason="", receptions=(int(ident),), names=names, numbers=numbers))
        for table, rows in old.items():
            for one, text in rows.items():
                rows[one] = blanking.row(table, one, text)
        receptions[ident] = row


def all_rows(snapshot: Snapshot) -> dict[str, Rows]:
    """Every row of a snapshot, the archive's and the working set's."""
    archived = snapshot.archived_rows()
    return {
        table: {**archived.get(table, {}), **snapshot.state.tables.get(table, {})}
        for table in {*archived, *snapshot.state.tables}
    }
