"""Undo and redo: a new transaction of inverses that names the one it takes back or puts in force again.

What can be undone is told by the commit lines alone; rows are read of the one transaction that is acted on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.kinds import kind_of_table
from planner.domain.record import Record
from planner.store.codec import encode
from planner.store.errors import ChangedSince, NothingToRedo, NothingToUndo
from planner.store.journal import ERASE
from planner.store.jsontext import loads, to_bytes
from planner.store.log import entries
from planner.store.snapshot import record_of
from planner.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Literal

    from planner.store.book import Book
    from planner.store.log import Entry
    from planner.store.state import Ident

__all__ = ["STEPS", "Peek", "Undone", "peek", "redo", "undo"]

STEPS = 100
"""How many changes can be taken back, one after the other."""


class Undone(Record):
    """The change that was, or would be, taken back or put in force again: the original, not the taking back."""

    seq: int
    at: datetime
    command: str
    who: str | None = None
    records: tuple[tuple[str, int], ...] = ()
    """Which records, as (kind, number); rows of tables that are not the planner's are not named."""


class Peek(Record):
    """What ``undo`` and ``redo`` would do now; ``None`` when there is nothing."""

    undo: Undone | None = None
    redo: Undone | None = None


class _Step:
    """A change that stands on one of the stacks: ``origin`` did it first, ``source`` last, whose inverse is wanted."""

    __slots__ = ("origin", "source")

    def __init__(self, origin: Entry, source: Entry) -> None:
        self.origin = origin
        self.source = source


def undo(book: Book, at: datetime, who: str | None = None, *, void_reason: str = "undone") -> Undone:
    """Take back the last change, whoever made it. Raises NothingToUndo, ChangedSince, and as ``Book.begin`` does.

    A record that the change made of a kind numbered without a gap is voided with ``void_reason`` and keeps its number.
    """
    with Transaction(book, "undo", at, who) as tx:
        stack, _ = _stacks(book.home)
        if not stack:
            raise NothingToUndo
        step = stack[-1]
        return _invert(tx, step, "undoes", at, void_reason)


def redo(book: Book, at: datetime, who: str | None = None) -> Undone:
    """Put in force again what was undone last. Raises NothingToRedo, ChangedSince, and as ``Book.begin`` does."""
    with Transaction(book, "redo", at, who) as tx:
        _, stack = _stacks(book.home)
        if not stack:
            raise NothingToRedo
        return _invert(tx, stack[-1], "redoes", at, "")


def peek(book: Book) -> Peek:
    """What undo and redo would act on, without a lock."""
    if not book.exists():
        return Peek()
    undos, redos = _stacks(book.home)
    return Peek(undo=_undone(undos[-1]) if undos else None, redo=_undone(redos[-1]) if redos else None)


def _stacks(home: str) -> tuple[list[_Step], list[_Step]]:
    """What can be undone and redone, the next one last, from the commit lines of the last hundred changes."""
    recent: list[Entry] = []
    steps = 0
    for entry in entries(home):
        recent.append(entry)
        told = entry.told
        if "undoes" in told:
            steps -= 1
        elif "redoes" in told or told.get("undoable", True):
            steps += 1
        if steps >= STEPS:
            break
    by_seq = {entry.seq: entry for entry in recent}
    undos: list[_Step] = []
    redos: list[_Step] = []
    for entry in reversed(recent):
        told = entry.told
        if "undoes" in told:
            origin = by_seq.get(told["undoes"], entry)
            undos = [step for step in undos if step.origin.seq != told["undoes"]]
            redos.append(_Step(origin, entry))
        elif "redoes" in told:
            origin = by_seq.get(told["redoes"], entry)
            redos = [step for step in redos if step.origin.seq != told["redoes"]]
            undos.append(_Step(origin, entry))
        elif told.get("undoable", True):
            undos.append(_Step(entry, entry))
            redos = []
        elif told.get("command") == ERASE:
            redos = []  # what was undone may be the person's
    return undos[-STEPS:], redos


def _invert(tx: Transaction, step: _Step, link: Literal["undoes", "redoes"], at: datetime, void_reason: str) -> Undone:
    """Put the states before into the transaction, once every row is seen to stand as the step left it."""
    source = step.source
    for touched in source.rows():
        kind = kind_of_table(touched.table)
        now = tx.row(touched.table, touched.ident)
        if not _same(now, touched.after):
            raise ChangedSince(kind.name if kind else touched.table, touched.ident, step.origin.told.get("command", ""))
        if touched.before is None and touched.after is not None and kind and kind.yearly:
            record = record_of(kind, int(touched.ident), touched.after)
            voided = record.voided(void_reason, at)  # type: ignore[attr-defined]
            tx.put_row(touched.table, touched.ident, to_bytes(encode(voided)))
        else:
            tx.put_row(touched.table, touched.ident, touched.before)
    for table, content in source.tables().items():
        tx.tables[table] = b"{}" if content is None else None
    tx.link(link, step.origin.seq)
    return _undone(step)


def _same(now: bytes | None, then: bytes | None) -> bool:
    """Whether two rows say the same, however they are laid out."""
    if now == then:
        return True
    return now is not None and then is not None and loads(now) == loads(then)


def _undone(step: _Step) -> Undone:
    """A step as it is told to a person."""
    commit = step.origin.commit
    return Undone(
        seq=commit.seq,
        at=commit.at,
        command=commit.command,
        who=commit.who,
        records=tuple(
            _named(touched.table, touched.ident) for touched in step.origin.rows() if _is_ours(touched.table)
        ),
    )


def _is_ours(table: str) -> bool:
    """Whether a table holds a kind of record."""
    return kind_of_table(table) is not None


def _named(table: str, ident: Ident) -> tuple[str, int]:
    """A row of a kind by the kind's name."""
    kind = kind_of_table(table)
    return (kind.name if kind else table, int(ident))
