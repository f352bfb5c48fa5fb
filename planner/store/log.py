"""The transactions themselves, read back from the journal and the old journals: what undo and history stand on."""

from __future__ import annotations

import os

from planner.store import files
from planner.store.errors import Damaged, Unwritable
from planner.store.journal import JOURNAL, SCHEMA, intact
from planner.store.jsontext import loads
from planner.store.transaction import Commit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from planner.store.state import Ident

__all__ = ["HISTORY", "Entry", "Touched", "base_of", "entries", "parts", "parts_of"]

HISTORY = "history"


class Touched:
    """What a transaction did to one row: its JSON text before and after, ``None`` where it was not there."""

    __slots__ = ("after", "before", "ident", "table")

    def __init__(self, table: str, ident: Ident, before: bytes | None, after: bytes | None) -> None:
        self.table = table
        self.ident = ident
        self.before = before
        self.after = after


class Entry:
    """One transaction of a journal: its commit line as read, and where its rows stand."""

    __slots__ = ("_data", "_start", "_stop", "path", "told")

    def __init__(self, path: str, data: bytes, start: int, stop: int, told: dict[str, Any]) -> None:
        self.path = path
        self.told = told
        self._data = data
        self._start = start
        self._stop = stop

    @property
    def seq(self) -> int:
        """Its number."""
        seq: int = self.told["commit"]
        return seq

    @property
    def commit(self) -> Commit:
        """Its commit line as a record."""
        from planner.store.decode import moment_of

        told = self.told
        count, length, _seal = told["rows"]
        return Commit(
            seq=told["commit"],
            at=moment_of(told["at"]),
            command=told.get("command", ""),
            who=told.get("who"),
            undoable=told.get("undoable", True),
            undoes=told.get("undoes"),
            redoes=told.get("redoes"),
            rows=count,
            length=length,
        )

    def raw(self) -> bytes:
        """Its rows' lines as they stand."""
        return self._data[self._start : self._stop]

    def rows(self) -> list[Touched]:
        """What it did, row by row. Raises Damaged when a row is not what was written."""
        return list(self._read()[0].values())

    def tables(self) -> dict[str, bytes | None]:
        """Tables it made (their content) or dropped (``None``)."""
        return self._read()[1]

    def _read(self) -> tuple[dict[bytes, Touched], dict[str, bytes | None]]:
        found: dict[bytes, Touched] = {}
        tables: dict[str, bytes | None] = {}
        for line in self.raw().split(b"\n")[:-1]:
            if not intact(line):
                raise Damaged(self.path, "unreadable")
            tag = line[19:22]
            cut = line.find(b',"is":', 24)
            key, row = (line[24:cut], line[cut + 6 : -1]) if tag in (b"put", b"was", b"new") else (line[24:-1], None)
            if tag in (b"new", b"end"):
                tables[loads(key)] = row
                continue
            touched = found.get(key)
            if touched is None:
                ident, _, table = key.partition(b',"of":')
                touched = found[key] = Touched(loads(table), loads(ident), None, None)
            if row is not None and self.told["schema"] < SCHEMA:
                from planner.store.migrations import upgraded

                row = upgraded(touched.table, row, self.told["schema"])
            if tag == b"was":
                touched.before = row
            else:
                touched.after = row
        return found, tables


def parts(home: str) -> list[str]:
    """The journal and the old journals, newest first. The one that is both, after a crash, is named once."""
    journal = os.path.join(home, JOURNAL)
    folder = os.path.join(home, HISTORY)
    try:
        names = sorted((name for name in os.listdir(folder) if _place(name)), key=_place, reverse=True)
    except FileNotFoundError:
        names = []
    old = [os.path.join(folder, name) for name in names]
    if not os.path.lexists(journal):
        return old
    return [journal, *(path for path in old if not os.path.samefile(path, journal))]


def _place(name: str) -> tuple[int, ...]:
    """Base and part of an old journal's name, ``0000000057.jsonl`` or ``0000000057.2.jsonl``; empty of any other."""
    base, *part = name.removesuffix(".jsonl").split(".")
    if not name.endswith(".jsonl") or not base.isdecimal() or len(part) > 1 or not all(map(str.isdecimal, part)):
        return ()
    return int(base), int(part[0]) if part else 1


def base_of(path: str) -> int | None:
    """The number of the last transaction before a journal: by its head, or its first commit where that is damaged.

    ``None`` when there is no journal, or nothing in it.
    """
    try:
        data = files.read_all(path)
    except FileNotFoundError:
        return None
    line = data[: data.find(b"\n")]
    if line[18:24] == b'"head"' and intact(line):
        base: int = loads(line)["head"]
        return base
    first = next(iter(parts_of(path)), None)
    return None if first is None else first.seq - 1


def parts_of(path: str) -> list[Entry]:
    """A journal's transactions, oldest first; those whose commit line is not intact, or torn off, are left out."""
    data = files.read_all(path)
    found = []
    pos = 0
    for line in data.split(b"\n")[:-1]:
        if line[18:24] == b'"commi' and intact(line):
            told = loads(line)
            start = pos - told["rows"][1]
            if start >= 0:
                found.append(Entry(path, data, start, pos, told))
        pos += len(line) + 1
    return found


def entries(home: str) -> Iterator[Entry]:
    """All transactions, newest first; each journal is read when it is reached. Raises Unwritable."""
    seen = 1 << 62
    for path in parts(home):
        try:
            found = parts_of(path)
        except OSError as error:
            raise Unwritable(path, error.strerror or str(error)) from error
        for entry in reversed(found):
            if entry.seq < seen:
                seen = entry.seq
                yield entry
