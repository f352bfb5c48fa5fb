"""Mending a book, after a backup of it as it was: what is lost from one file is taken from the others."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from planner.domain.kinds import kind_of_table
from planner.domain.reception import number_in_year, year_of
from planner.store import files
from planner.store.archive import ARCHIVE, archive_names, read_file
from planner.store.backup import BACKUPS, PARTIAL, copy_book, listing_of, remove_folder
from planner.store.checkpoint import run, write_checkpoint
from planner.store.decode import WrongField, decode
from planner.store.errors import Damaged, NotSaved, Unwritable
from planner.store.finding import Finding
from planner.store.fold import apply, load, walk
from planner.store.handmade import COMMAND as HAND_EDIT
from planner.store.handmade import reconcile
from planner.store.journal import ERASING, JOURNAL, read_tail
from planner.store.log import entries, parts
from planner.store.making import TORN, mend_end
from planner.store.names import write_names
from planner.store.replay import replay
from planner.store.snapshot import Snapshot, parsed
from planner.store.state import BOOK, State
from planner.store.transaction import Transaction, hold_lock

if TYPE_CHECKING:
    from datetime import datetime

    from planner.store.book import Book
    from planner.store.state import Notice

__all__ = ["COMMAND", "finding_of", "mend"]

COMMAND = "repair"

_REBUILD = ("damaged_lines", "damaged_row", "no_head", "no_journal")


def mend(book: Book, at: datetime) -> tuple[Finding, ...]:
    """Do what ``check.repair`` promises; what was done."""
    home = book.home
    done: list[Finding] = []
    note = os.path.join(home, ERASING)
    begun = os.path.lexists(note)
    try:
        lock = hold_lock(home, book.wait)
    except OSError as error:
        raise Unwritable(str(error.filename or home), error.strerror or str(error)) from error
    if begun and not os.path.lexists(note):
        done.append(Finding(code="erasing", path=ERASING, mended=True))
    try:
        _make_private(home, done)
        copy_book(home, at, f"before-repair-{at:%Y%m%d-%H%M}", raw=True)
        _remove_leftovers(home, done)
        _mend_files(home, at, done)
    except OSError as error:
        raise NotSaved(str(error.filename or home), error.strerror or str(error)) from error
    finally:
        files.close(lock)
    if run(book, at):
        done += [finding for finding in _edited(book) if finding not in done]
    _mend_rows(book, at, done)
    for table, ident in reconcile(book, at, COMMAND, lost=True):
        done.append(Finding(code="differs", table=table, number=ident if isinstance(ident, int) else None, mended=True))
    return tuple(done)


def finding_of(notice: Notice) -> Finding:
    """What was odd while reading, as a finding."""
    return Finding(code=notice.code, path=notice.path, table=notice.table, number=notice.number, count=notice.count)


def _edited(book: Book) -> tuple[Finding, ...]:
    """A checkpoint edited by hand is taken over by the checkpoint that follows."""
    latest = next(iter(entries(book.home)), None)
    edited = latest is not None and latest.told.get("command") == HAND_EDIT
    return (Finding(code="hand_edited", path=BOOK, mended=True),) if edited else ()


def _make_private(home: str, done: list[Finding]) -> None:
    """Take other people's rights off files and folders."""
    if not hasattr(os, "fchmod"):
        return
    places = [home, *(os.path.join(place, name) for place, dirs, names in os.walk(home) for name in [*dirs, *names])]
    for path in places:
        mode = os.lstat(path).st_mode
        if not stat.S_ISLNK(mode) and mode & 0o077:
            os.chmod(path, 0o700 if stat.S_ISDIR(mode) else 0o600)
            done.append(Finding(code="mode", path=os.path.relpath(path, home), mended=True))


def _remove_leftovers(home: str, done: list[Finding]) -> None:
    """Remove what a crash left."""
    for path in (files.ASIDE, f"{BACKUPS}/{PARTIAL}"):
        whole = os.path.join(home, path)
        if os.path.lexists(whole):
            remove_folder(whole)
            done.append(Finding(code="leftover", path=path, mended=True))


def _mend_files(home: str, at: datetime, done: list[Finding]) -> None:
    """Under the lock: make the journal, the checkpoint and the archive readable again."""
    _mend_journal_end(home, at, done)
    lost = _set_aside_archives(home, at, done)
    try:
        state = load(home)
        findings = [finding_of(notice) for notice in state.notices if notice.code in _REBUILD]
    except Damaged as error:
        state = _rebuilt(home, error)
        findings = [Finding(code=error.what, path=os.path.relpath(error.path, home))]
    if lost:
        _take_from_history(home, state)
    findings += _raise_counters(home, state)
    if not findings and not lost:
        return
    write_checkpoint(home, state, {})
    write_names(home, state.tables.get("parties", {}).values(), state.names)
    done += [finding.replace(mended=True) for finding in findings]


def _mend_journal_end(home: str, at: datetime, done: list[Finding]) -> None:
    """Set a torn end aside; a journal that holds nothing readable at all is set aside whole."""
    path = os.path.join(home, JOURNAL)
    try:
        fd = files.open_to_write(path)
    except FileNotFoundError:
        return
    try:
        if read_tail(fd) is None:
            size = os.fstat(fd).st_size
            tail = mend_end(home, fd, at)
            done.append(Finding(code="torn_end", path=JOURNAL, count=size - tail.end, mended=True))
    except Damaged:
        plain = files.read_all(path).removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
        _set_aside(home, path, at)
        state = State()
        walk(plain, state)
        if state.last:  # only the line ends were changed, as some editors do
            files.keep(home, path, (plain[: state.end],))
        done.append(Finding(code="unreadable", path=JOURNAL, mended=True))
    finally:
        files.close(fd)


def _set_aside(home: str, path: str, at: datetime) -> None:
    """Move a file into the folder of what is never read again."""
    folder = os.path.join(home, TORN)
    files.make_folder(folder)
    files.rename(path, os.path.join(folder, f"{at:%Y%m%d-%H%M%S}-{os.path.basename(path)}"))


def _set_aside_archives(home: str, at: datetime, done: list[Finding]) -> bool:
    """Set damaged archive files aside; whether there were any."""
    bad = []
    for name in archive_names(home):
        try:
            read_file(home, name)
        except Damaged:
            bad.append(name)
    for name in bad:
        _set_aside(home, os.path.join(home, ARCHIVE, name), at)
        done.append(Finding(code="unreadable", path=f"{ARCHIVE}/{name}", mended=True))
    return bool(bad)


def _rebuilt(home: str, error: Damaged) -> State:
    """The book's rows without its checkpoint. Raises the error when neither history nor a backup holds them."""
    try:
        state = replay(home)
        if not state.seq:
            raise error
    except Damaged:
        state = _from_backup(home, error)
    archived = Snapshot(home, State(), ()).archived_rows()
    for table, rows in archived.items():
        mine = state.tables.get(table, {})
        for ident, row in rows.items():
            if mine.get(ident) == row:
                del mine[ident]
    state.upto = state.seq
    return state


def _from_backup(home: str, error: Damaged) -> State:
    """The latest backup that can be read, with all later transactions that are still there upon it."""
    for backup in listing_of(home):
        place = os.path.join(home, BACKUPS, backup.name)
        try:
            state = load(place)
        except (Damaged, OSError):
            continue
        if not state.seq:
            continue
        for path in reversed(parts(home)):
            part = State()
            part.upto = state.seq
            apply(walk(files.read_all(path), part), state)
            state.seq = max(state.seq, part.seq)
            state.names = max(state.names, part.names)
            state.raise_counters(part.counters)
        for table, rows in Snapshot(place, State(), ()).archived_rows().items():
            standing = state.tables.setdefault(table, {})
            for ident, row in rows.items():
                if ident not in state.gone.get(table, ()):
                    standing.setdefault(ident, row)
        return state
    raise error


def _take_from_history(home: str, state: State) -> None:
    """Put into the working set what history tells and neither it nor the archive holds."""
    told = replay(home)
    archived = Snapshot(home, state, ()).archived_rows()
    for table, rows in told.tables.items():
        mine = state.tables.setdefault(table, {})
        for ident, row in rows.items():
            if ident not in mine and ident not in archived.get(table, {}):
                mine[ident] = row


def _raise_counters(home: str, state: State) -> list[Finding]:
    """Let the counters reach every number that stands or that history has ever counted; which had not."""
    before = dict(state.counters)
    for path in parts(home):
        part = State()
        walk(files.read_all(path), part)
        state.raise_counters(part.counters)
    for rows in (state.tables, Snapshot(home, state, ()).archived_rows()):
        for table, idents in rows.items():
            kind = kind_of_table(table)
            for ident in idents if kind else ():
                if isinstance(ident, int) and kind:
                    name, number = (
                        (f"{table}/{year_of(ident)}", number_in_year(ident)) if kind.yearly else (table, ident)
                    )
                    state.raise_counters({name: number})
    return [
        Finding(code="counter_low", table=name.partition("/")[0], number=value)
        for name, value in state.counters.items()
        if value > before.get(name, 0)
    ]


def _mend_rows(book: Book, at: datetime, done: list[Finding]) -> None:
    """Give rows that can't be read their last state that can, as a transaction."""
    snapshot = book.read()
    bad = []
    for table, rows in snapshot.state.tables.items():
        kind = kind_of_table(table)
        for number, row in parsed(rows).items() if kind else ():
            try:
                if kind:
                    decode(kind.record, number, row)
            except WrongField as error:
                bad.append((table, number, error.field))
    if not bad:
        return
    with Transaction(book, COMMAND, at, None, undoable=False) as tx:
        for table, number, field in bad:
            good = _last_good(book.home, table, number)
            if good is not None:
                tx.record_change(table, number, tx.row(table, number), good)
                done.append(Finding(code="damaged_row", table=table, number=number, field=field, mended=True))


def _last_good(home: str, table: str, number: int) -> bytes | None:
    """The last state of a row in history that can be read."""
    kind = kind_of_table(table)
    for entry in entries(home) if kind else ():
        try:
            touched = [row for row in entry.rows() if row.table == table and row.ident == number]
        except Damaged:
            continue
        for row in touched:
            for candidate in (row.after, row.before):
                if candidate is not None and kind and _reads(kind.name, number, candidate):
                    return candidate
    return None


def _reads(kind: str, number: int, row: bytes) -> bool:
    """Whether a row reads as a record that holds its rules."""
    from planner.domain.kinds import kind_named

    try:
        decode(kind_named(kind).record, number, parsed({number: row})[number]).check()
    except ValueError:
        return False
    return True
