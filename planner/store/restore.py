"""Going back to a backup: one transaction of what differs, which can be undone like any other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.domain.erasure import MARK
from planner.domain.kinds import kind_of_table
from planner.domain.record import Record
from planner.store.blanking import Blanking
from planner.store.codec import encode
from planner.store.errors import Damaged
from planner.store.journal import ERASE
from planner.store.jsontext import loads, to_bytes
from planner.store.log import entries
from planner.store.snapshot import record_of
from planner.store.tracing import Traces
from planner.store.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from planner.store.book import Book
    from planner.store.log import Entry, Touched
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
        _keep_erased(then, old, tx.snapshot(), new, at)
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


def _keep_erased(then: Snapshot, old: dict[str, Rows], now: Snapshot, new: dict[str, Rows], at: datetime) -> None:
    """Let nobody come back who was erased since the backup.

    The entries stay as they are. What is linked to them, there or by the erasure, comes back as the history tells it,
    which was blanked, and without every name that the backup tells; where neither helps, it stays as it is now.
    """
    receptions = old.get("receptions", {})
    erased = {
        int(ident)
        for ident, row in new.get("receptions", {}).items()
        if b'"erased":' in row and loads(row).get("erased")
    }
    if not erased:
        return
    traces = Traces(then)
    plans = []
    for numbers, others, everywhere in _erasures(now.home, erased):
        known = tuple(number for number in numbers if number in receptions)
        erasure = traces.erasure(at, "", known, everywhere=everywhere)
        plans.append((known, erasure.replace(others=tuple({*erasure.others, *others}))))
    told = _told_until(now.home, then.sequence, {one for _, erasure in plans for one in erasure.others})
    for known, erasure in plans:
        blanking = Blanking(erasure)
        for table, ident in erasure.others:
            row = old.get(table, {}).get(ident)
            if row is None:
                continue
            blanked, standing = told.get((table, ident)), new.get(table, {}).get(ident)
            if blanked is not None and _is_of(blanked, row):
                old[table][ident] = blanked
            elif not known and standing is not None:
                old[table][ident] = standing
        for table, rows in old.items():
            for one, row in rows.items():
                rows[one] = blanking.row(table, one, row)
        for number in known:
            receptions[number] = new["receptions"][number]


def _told_until(home: str, seq: int, wanted: set[tuple[str, int]]) -> dict[tuple[str, int], bytes]:
    """Some records as the journals tell that they stood after a transaction."""
    found: dict[tuple[str, int], bytes] = {}
    left = set(wanted)
    for entry in entries(home):
        if not left:
            break
        if entry.seq > seq:
            continue
        for row in _rows(entry):
            key = (row.table, int(row.ident)) if isinstance(row.ident, int) else None
            if key in left:
                left.discard(key)
                if row.after is not None:
                    found[key] = row.after
    return found


def _is_of(blanked: bytes, row: bytes) -> bool:
    """Whether a row is another one with marks in some places."""
    pieces = blanked.split(to_bytes(MARK))
    return re.fullmatch(b".*?".join(map(re.escape, pieces)), row, re.DOTALL) is not None


def _erasures(home: str, erased: set[int]) -> Iterator[tuple[tuple[int, ...], tuple[tuple[str, int], ...], bool]]:
    """The entries that each erasure emptied, the records it touched beside them, and whether it looked everywhere.

    An entry of which the journals tell no erasure is one by itself.
    """
    left = set(erased)
    for entry in entries(home):
        if entry.told.get("command") != ERASE:
            continue
        touched = [(row.table, int(row.ident)) for row in _rows(entry)]
        own = tuple(number for table, number in touched if table == "receptions" and number in left)
        left.difference_update(own)
        if own:
            others = tuple(one for one in touched if one[0] != "receptions")
            yield own, others, bool(entry.told.get("everywhere"))
    for number in sorted(left):
        yield (number,), (), False


def _rows(entry: Entry) -> list[Touched]:
    """What a transaction did; nothing when that is damaged."""
    try:
        return entry.rows()
    except Damaged:
        return []


def all_rows(snapshot: Snapshot) -> dict[str, Rows]:
    """Every row of a snapshot, the archive's and the working set's."""
    archived = snapshot.archived_rows()
    return {
        table: {**archived.get(table, {}), **snapshot.state.tables.get(table, {})}
        for table in {*archived, *snapshot.state.tables}
    }
