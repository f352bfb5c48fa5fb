"""Who changed what, and when: the transactions told to a person, newest first, through the journal and the old ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.kinds import kind_named, kind_of_table
from planner.domain.record import Record
from planner.store.errors import Damaged
from planner.store.journal import key_of
from planner.store.jsontext import dumps, loads, to_bytes
from planner.store.log import entries

if TYPE_CHECKING:
    from typing import Any, Literal, TypeAlias

    from planner.domain.moment import datetime
    from planner.store.book import Book
    from planner.store.log import Entry, Touched

    What: TypeAlias = Literal["made", "changed", "deleted"]

__all__ = ["ROWS", "Change", "FieldChange", "RowChange", "changes"]

ROWS = 200
"""Rows of one transaction that are told field by field: an import of 100,000 would take five seconds."""


class FieldChange(Record):
    """A field before and after, as text: JSON but for plain text; ``None`` where it had no value or its default."""

    name: str
    before: str | None = None
    after: str | None = None


class RowChange(Record):
    """What a transaction did to one record. A row of a table that is not the planner's has the table as its kind."""

    kind: str
    number: int | str
    what: What
    fields: tuple[FieldChange, ...] = ()


class Change(Record):
    """One transaction. ``damaged`` when its rows can no longer be read, and ``rows`` is then empty."""

    seq: int
    at: datetime
    command: str
    who: str | None = None
    undoable: bool = True
    undoes: int | None = None
    redoes: int | None = None
    undone_by: int | None = None
    """The transaction that took it back, if it was not put in force again since."""
    rows: tuple[RowChange, ...] = ()
    """The first ``ROWS`` of the rows that were asked for."""
    count: int = 0
    """How many rows that were asked for it touched."""
    damaged: bool = False


def changes(
    book: Book,
    *,
    number: int | None = None,
    kind: str | None = None,
    limit: int = 50,
    without: tuple[str, ...] = (),
) -> tuple[Change, ...]:
    """The latest transactions, newest first; only those that touched a record of that number, kind, or both.

    Those of the commands ``without`` are left out when nobody can undo them: what the machine notes for itself.
    Raises Unwritable when a file can't be read.
    """
    needles = _needles(kind, number)
    found: list[Change] = []
    undone: dict[int, int | None] = {}
    for entry in entries(book.home):
        told = entry.told
        if "redoes" in told:
            undone.setdefault(told["redoes"], None)
        elif "undoes" in told:
            undone.setdefault(told["undoes"], entry.seq)
        if told.get("command") in without and not told.get("undoable", True):
            continue
        raw = entry.raw()
        if needles and not any(needle in raw for needle in needles):
            continue
        found.append(_change(entry, undone.get(entry.seq), kind, number))
        if len(found) >= limit:
            break
    return tuple(found)


def _needles(kind: str | None, number: int | None) -> tuple[bytes, ...]:
    """Bytes that the rows hold when they touch what is asked for."""
    if kind is not None and number is not None:
        return (to_bytes(f'":{key_of(kind_named(kind).table, number)}'),)
    if kind is not None:
        return (to_bytes(f',"of":"{kind_named(kind).table}"'),)
    return () if number is None else (to_bytes(f'":{number},"of":'),)


def _change(entry: Entry, undone_by: int | None, kind: str | None, number: int | None) -> Change:
    """A transaction told: of its rows those that were asked for."""
    commit = entry.commit
    damaged = False
    rows: tuple[RowChange, ...] = ()
    count = 0
    table = None if kind is None else kind_named(kind).table
    try:
        chosen = [row for row in entry.rows() if table in (None, row.table) and number in (None, row.ident)]
        count = len(chosen)
        rows = tuple(_row(touched) for touched in chosen[:ROWS])
    except (Damaged, ValueError):
        damaged = True
    return Change(
        seq=commit.seq,
        at=commit.at,
        command=commit.command,
        who=commit.who,
        undoable=commit.undoable,
        undoes=commit.undoes,
        redoes=commit.redoes,
        undone_by=undone_by,
        rows=rows,
        count=count,
        damaged=damaged,
    )


def _row(touched: Touched) -> RowChange:
    """What was done to one row."""
    kind = kind_of_table(touched.table)
    before, after = _fields(touched.before), _fields(touched.after)
    what: What = "made" if touched.before is None else "deleted" if touched.after is None else "changed"
    names = sorted({*before, *after})
    return RowChange(
        kind=kind.name if kind else touched.table,
        number=touched.ident,
        what=what,
        fields=tuple(
            FieldChange(name=name, before=_text(before.get(name)), after=_text(after.get(name)))
            for name in names
            if before.get(name) != after.get(name)
        ),
    )


def _fields(row: bytes | None) -> dict[str, Any]:
    """A row's fields; a row that is no object has its whole value under an empty name."""
    value = {} if row is None else loads(row)
    return value if isinstance(value, dict) else {"": value}


def _text(value: object) -> str | None:
    """A field's value as text."""
    return value if value is None or isinstance(value, str) else dumps(value)
