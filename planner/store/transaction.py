"""The transaction: the one way in which anything is written to a book, ``planner add`` and a bulk change alike."""

from __future__ import annotations

import os

from planner.domain.kinds import kind_named, kind_of, kind_of_table
from planner.domain.record import Record
from planner.store import files, journal
from planner.store.codec import encode, moment_text
from planner.store.jsontext import to_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Literal, Self, TypeAlias

    from planner.domain.entry import Entry
    from planner.domain.moment import datetime
    from planner.store.book import Book
    from planner.store.snapshot import Snapshot
    from planner.store.state import Ident

    Row: TypeAlias = "tuple[bytes | None, bytes | None]"

__all__ = ["LOCK", "Commit", "Transaction", "hold_lock", "open_journal"]

LOCK = "lock"
"""The file whose kernel lock a writer holds. It is never replaced or deleted, so two can't hold two different ones."""


class Commit(Record):
    """What a transaction left in the journal."""

    seq: int
    at: datetime
    command: str
    who: str | None = None
    undoable: bool = True
    undoes: int | None = None
    """The transaction that this one took back."""
    redoes: int | None = None
    """The transaction that this one put in force again."""
    rows: int = 0
    """Lines of rows, the states before included."""
    length: int = 0
    """Bytes of rows."""


class Transaction:
    """A change in the making: nothing of it is written before the ``with`` block ends. See ``Book.begin``.

    ``commit`` is what was written, ``None`` before that and when nothing changed.
    """

    __slots__ = (
        "_at",
        "_base",
        "_book",
        "_command",
        "_fd",
        "_fresh",
        "_kept",
        "_link",
        "_lock",
        "_mark",
        "_records",
        "_rows",
        "_tail",
        "_undoable",
        "_who",
        "commit",
        "counters",
        "tables",
    )

    def __init__(self, book: Book, command: str, at: datetime, who: str | None, *, undoable: bool = True) -> None:
        self._book = book
        self._command = command
        self._at = at
        self._who = who
        self._undoable = undoable
        self._link: tuple[Literal["undoes", "redoes"], int] | None = None
        self._fd = self._lock = -1
        self._tail: journal.Tail | None = None
        self._base: Snapshot | None = None
        self._rows: dict[tuple[str, Ident], Row] = {}
        self._records: dict[tuple[str, Ident], Entry | None] = {}
        self._fresh: set[tuple[str, Ident]] = set()
        self._mark: bytes | None = None
        self._kept: dict[str, int] = {}
        self.counters: dict[str, int] = {}
        self.tables: dict[str, bytes | None] = {}
        """Tables to be made (their content) or dropped (``None``); for the store itself."""
        self.commit: Commit | None = None

    def __enter__(self) -> Self:
        home = self._book.home
        try:
            self._lock = hold_lock(home, self._book.wait)
            self._fd, self._tail = open_journal(home, self._at)
        except OSError as error:
            self._let_go()
            from planner.store.errors import Unwritable

            raise Unwritable(str(error.filename or home), error.strerror or str(error)) from error
        except BaseException:
            self._let_go()
            raise
        self._kept = dict(self._tail.counters)
        self.counters = dict(self._kept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._write()
        finally:
            self._let_go()

    def next_number(self, kind: str, year: int | None = None) -> int:
        """The number for a new record: permanent once kept, never used again. A yearly kind needs the year.

        It is beyond every number kept, and beyond those that this transaction has put by numbers of their own.
        """
        chosen = kind_named(kind)
        if self._mark is None:
            self._mark = self._book.edited(self)
        if not chosen.yearly:
            name, start = chosen.table, 0
        else:
            if year is None:
                raise ValueError("a yearly number needs its year")
            from planner.domain.reception import YEAR_STEP

            name, start = f"{chosen.table}/{year}", year * YEAR_STEP
            if name not in self.counters:
                found = self.snapshot().state.counters.get(name, 0)
                self.counters[name] = self._kept[name] = max(found, self.counters.get(name, 0))
        place = self.counters.get(name, 0) + 1
        while (chosen.table, start + place) in self._rows:
            place += 1
        self.counters[name] = place
        self._fresh.add((chosen.table, start + place))
        return start + place

    def put(self, record: Entry) -> None:
        """Keep a record, new or changed. One that stands already is replaced whole."""
        table = kind_of(record).table
        self.put_row(table, record.number, to_bytes(encode(record)))
        self._records[table, record.number] = record

    def get(self, kind: str, number: int) -> Entry | None:
        """A record as this transaction has it; ``None`` when there is none. Raises Damaged when it can't be read."""
        key = (kind_named(kind).table, number)
        if key in self._rows:
            if key not in self._records:
                self._records[key] = self._decoded(kind, number)
            return self._records[key]
        return self.snapshot().get(kind, number)

    def all(self, kind: str) -> tuple[Entry, ...]:
        """Every record of a kind in the working set as this transaction has it, by number."""
        table = kind_named(kind).table
        mine = {key[1]: self.get(kind, int(key[1])) for key in self._rows if key[0] == table}
        found = self.snapshot().all(kind)
        if not mine:
            return found
        merged = {record.number: record for record in found if record.number not in mine}
        merged.update({record.number: record for record in mine.values() if record is not None})
        return tuple(merged[number] for number in sorted(merged))

    def delete(self, kind: str, number: int) -> None:
        """Delete a record; its number stays used. Raises KeyError when there is none, NeverDeleted of a yearly kind."""
        chosen = kind_named(kind)
        if chosen.yearly:
            from planner.store.errors import NeverDeleted

            raise NeverDeleted(kind, number)
        if self.row(chosen.table, number) is None:
            raise KeyError(number)
        self.put_row(chosen.table, number, None)
        self._records[chosen.table, number] = None

    def knows_party(self, name: str) -> bool:
        """Whether a party answers to a name, its own or an alias; from the list of names, without reading the book."""
        for record in self._records.values():
            if record is not None and kind_of(record).name == "party" and record.answers_to(name):  # type: ignore[attr-defined]
                return True
        from planner.store import names

        return names.knows(self, name)

    @property
    def home(self) -> str:
        """The book's folder."""
        return self._book.home

    @property
    def tail(self) -> journal.Tail:
        """The journal's end as this transaction found it. For the store itself."""
        if self._tail is None:
            raise RuntimeError("the transaction is not open")
        return self._tail

    def snapshot(self) -> Snapshot:
        """The book as it was before this transaction. For the store itself."""
        if self._base is None:
            self._base = self._book.read()
            if self._base.state.edited:
                from planner.store.making import count_by_hand

                count_by_hand(self._base.state.tables, self._kept, self.counters)
        return self._base

    def row(self, table: str, ident: Ident) -> bytes | None:
        """A row as this transaction has it. For the store itself."""
        if (table, ident) in self._rows:
            return self._rows[table, ident][1]
        return self.snapshot().row(table, ident)

    def put_row(self, table: str, ident: Ident, row: bytes | None) -> None:
        """Put or delete (``None``) a row as it stands. For the store itself."""
        key = (table, ident)
        if key in self._rows:
            before = self._rows[key][0]
        else:
            before = None if key in self._fresh else self.snapshot().row(table, ident)
        self._rows[key] = (before, row)
        self._records.pop(key, None)

    def record_change(self, table: str, ident: Ident, before: bytes | None, after: bytes | None) -> None:
        """Note a change that was made elsewhere, with the state before as it is known. For the store itself."""
        self._rows[table, ident] = (before, after)

    def link(self, how: Literal["undoes", "redoes"], seq: int) -> None:
        """Name the transaction that this one takes back or puts in force again. For undo and redo."""
        self._link = (how, seq)

    def _decoded(self, kind: str, number: int) -> Entry | None:
        """The record of a row that was put as a row."""
        from planner.store.snapshot import record_of

        chosen = kind_named(kind)
        row = self._rows[chosen.table, number][1]
        return None if row is None else record_of(chosen, number, row)

    def _let_go(self) -> None:
        """Close what is open. The kernel lets the lock go with its descriptor, also when the process dies."""
        for fd in (self._fd, self._lock):
            if fd >= 0:
                files.close(fd)
        self._fd = self._lock = -1

    def _write(self) -> None:
        """Append the rows and their commit line. Raises NotSaved."""
        changed = {key: row for key, row in self._rows.items() if row[0] != row[1]}
        if not changed and not self.tables:
            return
        tail = self.tail
        lines = self._lines(changed)
        rows = b"".join(lines)
        self._settle_counters(changed)
        seq = tail.seq + 1
        names = seq if any(key[0] == "parties" for key in changed) else tail.names
        told: list[tuple[str, object]] = [("at", moment_text(self._at))]
        if self._who:
            told.append(("who", journal.clipped(self._who)))
        told += (("command", journal.clipped(self._command)), ("undoable", self._undoable))
        if self._link is not None:
            told.append(self._link)
        line = journal.commit_line(seq, len(lines), rows, tuple(told), self.counters, names)
        try:
            journal.append(self._fd, tail.end, (rows, line))
        except OSError as error:
            from planner.store.errors import NotSaved

            certain = not getattr(error, "__notes__", None)
            path = os.path.join(self.home, journal.JOURNAL)
            raise NotSaved(path, error.strerror or str(error), certain=certain) from error
        if self._mark:
            self._book.note(self._mark)  # from here on the counters stand beyond what a hand put in
        linked = {} if self._link is None else {self._link[0]: self._link[1]}
        self.commit = Commit(
            seq=seq,
            at=self._at,
            command=self._command,
            who=self._who,
            undoable=self._undoable,
            rows=len(lines),
            length=len(rows),
            **linked,
        )
        if names == seq:
            from planner.store.names import follow

            follow(self, {key[1]: row for key, row in changed.items() if key[0] == "parties"})

    def _lines(self, changed: dict[tuple[str, Ident], Row]) -> list[bytes]:
        """The rows as lines, each change's state before ahead of its state after."""
        lines = []
        for table, content in self.tables.items():
            key = journal.quote(table)
            lines.append(
                journal.put_line("end", key) if content is None else journal.row_line("new", key, content.decode())
            )
        for (table, ident), (before, after) in changed.items():
            key = journal.key_of(table, ident)
            if before is not None:
                lines.append(journal.row_line("was", key, before.decode()))
            lines.append(
                journal.put_line("del", key) if after is None else journal.row_line("put", key, after.decode())
            )
        return lines

    def _settle_counters(self, changed: dict[tuple[str, Ident], Row]) -> None:
        """Let the counters stand at the highest number kept, never lower than they stood; yearly ones have no gap."""
        self.counters = dict(self._kept)
        for table, ident in changed:
            name, number = _counter_of(table, ident)
            if number > self.counters.get(name, 0):
                self.counters[name] = number
        for table, ident in self._fresh.difference(changed):
            name, number = _counter_of(table, ident)
            if "/" in name and self.counters.get(name, 0) > number:  # the last one, not used, is given again
                raise ValueError(f"number {number} of {name} was taken and not used")


def _counter_of(table: str, ident: Ident) -> tuple[str, int]:
    """The counter that a row's number stands under, and its place there; 0 where TinyDB counts for its own tables."""
    kind = kind_of_table(table)
    if kind is None or not isinstance(ident, int):
        return table, 0
    if not kind.yearly:
        return table, ident
    from planner.domain.reception import number_in_year, year_of

    return f"{table}/{year_of(ident)}", number_in_year(ident)


def hold_lock(home: str, wait: float) -> int:
    """The descriptor of the book's lock, held; closing it lets go. Raises Locked, OSError."""
    path = os.path.join(home, LOCK)
    try:
        fd = files.open_to_write(path)
    except FileNotFoundError:
        from planner.store.making import make_lock

        fd = make_lock(home, path)
    try:
        held = files.take_lock(fd, wait)
        if held and os.path.lexists(os.path.join(home, journal.ERASING)):
            from planner.store.finishing import finish_quietly

            finish_quietly(home)
    except BaseException:
        files.close(fd)
        raise
    if not held:
        files.close(fd)
        from planner.store.errors import Locked

        raise Locked(path, wait)
    return fd


def open_journal(home: str, at: datetime) -> tuple[int, journal.Tail]:
    """Open the journal and read its end; a new book's is made, a torn end is set aside. Raises Damaged, NewerBook."""
    path = os.path.join(home, journal.JOURNAL)
    try:
        fd = files.open_to_write(path)
    except FileNotFoundError:
        from planner.store.making import begin_book

        begin_book(home)
        fd = files.open_to_write(path)
    try:
        return fd, _end_of(home, fd, at)
    except BaseException:
        files.close(fd)
        raise


def _end_of(home: str, fd: int, at: datetime) -> journal.Tail:
    """The end of an open journal, mended if need be. Raises Damaged, NewerBook, OSError."""
    tail = journal.read_tail(fd)
    if tail is None:
        from planner.store.making import mend_end

        tail = mend_end(home, fd, at)
    if tail.schema > journal.SCHEMA:
        from planner.store.errors import NewerBook

        raise NewerBook(os.path.join(home, journal.JOURNAL), tail.schema, journal.SCHEMA)
    return tail
