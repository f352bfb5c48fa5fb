"""Looking through a book: every file, every row, every number. ``repair`` mends what can be mended, after a backup."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from planner.domain.kinds import KINDS, kind_of_table
from planner.domain.reception import YEAR_STEP, number_in_year, year_of
from planner.domain.record import Invalid
from planner.store import files
from planner.store.archive import ARCHIVE, archive_names, read_file
from planner.store.backup import BACKUPS, PARTIAL, listing_of
from planner.store.decode import WrongField, decode
from planner.store.errors import Damaged, NewerBook, Unwritable
from planner.store.finding import Finding
from planner.store.fold import load, walk
from planner.store.journal import ERASING, JOURNAL
from planner.store.making import TORN
from planner.store.mending import finding_of, mend
from planner.store.replay import replay
from planner.store.snapshot import Snapshot, parsed
from planner.store.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.domain.moment import datetime
    from planner.store.book import Book
    from planner.store.state import Rows

__all__ = ["NOT_MENDED", "Finding", "check", "repair"]

NOT_MENDED = (
    "set_aside",
    "unknown_fields",
    "history_missing",
    "history_damaged",
    "backup_unreadable",
    "link",
)
"""Codes for which there is nothing to mend: nothing is wrong, or nothing is left to mend it from."""


def check(book: Book) -> tuple[Finding, ...]:
    """Whatever is odd or damaged, the worst first; empty when all is well. Reads every file; takes no lock.

    Raises NewerBook, and Unwritable when the folder itself can't be read.
    """
    home = book.home
    if not os.path.isdir(home):
        return ()
    try:
        found = [*_files(home), *_leftovers(home), *_history(home), *_backups(home)]
        state = _state(home, found)
        if state is not None:
            found += _records(home, state)
    except OSError as error:
        raise Unwritable(str(error.filename or home), error.strerror or str(error)) from error
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: not finding.severe))


def repair(book: Book, at: datetime) -> tuple[Finding, ...]:
    """Mend what can be mended; what was done. Raises as ``Book.begin`` does, Damaged when nothing is left to mend from.

    Before anything is touched a backup is made of everything as it is. A checkpoint that is lost or damaged is rebuilt
    from history, the journal and the archive, or from the latest backup where history has a hole; a damaged archive
    file is set aside and its records are taken from history; a row that can't be read gets its last state that could.
    """
    if any(finding.code not in NOT_MENDED for finding in check(book)):
        return mend(book, at)
    return ()


def _state(home: str, found: list[Finding]) -> State | None:
    """The book as it stands, its oddities added to what was found; ``None`` when it can't be read."""
    try:
        state = load(home)
    except Damaged as error:
        found.append(Finding(code=error.what, path=os.path.relpath(error.path, home)))
        return None
    found += map(finding_of, state.notices)
    if state.torn:
        found.append(Finding(code="torn_end", path=JOURNAL, count=state.torn))
    return state


def _records(home: str, state: State) -> Iterator[Finding]:
    """What is wrong with rows and numbers, in the working set and the archive."""
    archived: dict[str, Rows] = {}
    whole = True
    for name in archive_names(home):
        path = f"{ARCHIVE}/{name}"
        try:
            part = read_file(home, name)
        except Damaged:
            whole = False
            yield Finding(code="unreadable", path=path)
            continue
        if part.edited:
            yield Finding(code="hand_edited", path=path)
        for table, rows in part.tables.items():
            archived.setdefault(table, {}).update(rows)
    everything: dict[str, Rows] = {}
    for table in {*archived, *state.tables}:
        hidden = state.gone.get(table, frozenset())
        kept = {ident: row for ident, row in archived.get(table, {}).items() if ident not in hidden}
        everything[table] = {**kept, **state.tables.get(table, {})}
    for table, rows in everything.items():
        yield from _rows(table, rows)
    yield from _numbers(state, everything, whole=whole)
    yield from _against_history(home, state, everything, whole=whole)


def _rows(table: str, rows: Rows) -> Iterator[Finding]:
    """Whether each row is a record that holds its rules."""
    kind = kind_of_table(table)
    if kind is None:
        return
    for ident in rows:
        if not isinstance(ident, int):
            yield Finding(code="damaged_row", table=table, field="number", rule=ident[:40])
    for number, row in parsed(rows).items():
        try:
            record = decode(kind.record, number, row)
            if record.extra:
                yield Finding(code="unknown_fields", table=table, number=number, field=record.extra[0][0])
            record.check()
        except WrongField as error:
            yield Finding(code="damaged_row", table=table, number=number, field=error.field)
        except Invalid as error:
            yield Finding(code="invalid", table=table, number=number, field=error.field, rule=error.rule)


def _numbers(state: State, everything: dict[str, Rows], *, whole: bool) -> Iterator[Finding]:
    """Whether the counters have reached every number, and no number of a kind without gaps is missing."""
    for kind in KINDS:
        numbers = [ident for ident in everything.get(kind.table, {}) if isinstance(ident, int)]
        if not kind.yearly:
            if numbers and max(numbers) > state.counters.get(kind.table, 0):
                yield Finding(code="counter_low", table=kind.table, number=max(numbers))
            continue
        by_year: dict[int, set[int]] = {}
        for number in numbers:
            by_year.setdefault(year_of(number), set()).add(number_in_year(number))
        for name, value in state.counters.items():
            if name.startswith(f"{kind.table}/") and value:
                by_year.setdefault(int(name.rpartition("/")[2]), set())
        for year, found in sorted(by_year.items()):
            counter = state.counters.get(f"{kind.table}/{year}", 0)
            highest = max(found, default=0)
            if highest > counter:
                yield Finding(code="counter_low", table=kind.table, number=year * YEAR_STEP + highest)
            if whole:
                for place in sorted({*range(1, max(highest, counter) + 1)} - found):
                    yield Finding(code="gap", table=kind.table, number=year * YEAR_STEP + place)


def _against_history(home: str, state: State, everything: dict[str, Rows], *, whole: bool) -> Iterator[Finding]:
    """Whether every record is as its transactions left it. An edited checkpoint is reported and not compared."""
    if state.edited or not whole:
        return
    try:
        told = replay(home)
    except (Damaged, NewerBook):
        return  # reported with the history
    for table in sorted({*told.tables, *everything}):
        now, then = everything.get(table, {}), told.tables.get(table, {})
        for ident in {**now, **then}:
            if now.get(ident) != then.get(ident):
                number = ident if isinstance(ident, int) else None
                yield Finding(code="differs", table=table, number=number)


def _files(home: str) -> Iterator[Finding]:
    """Files and folders that others can read, and symbolic links."""
    for place, folders, names in os.walk(home):
        for name in [*folders, *names]:
            path = os.path.join(place, name)
            mode = os.lstat(path).st_mode
            if stat.S_ISLNK(mode):
                yield Finding(code="link", path=os.path.relpath(path, home))
            elif hasattr(os, "fchmod") and mode & 0o077:
                yield Finding(code="mode", path=os.path.relpath(path, home))
    if hasattr(os, "fchmod") and os.stat(home).st_mode & 0o077:
        yield Finding(code="mode", path=".")


def _leftovers(home: str) -> Iterator[Finding]:
    """What a crash left, and what was set aside."""
    if os.path.lexists(os.path.join(home, ERASING)):
        yield Finding(code="erasing", path=ERASING)
    for path in (files.ASIDE, f"{BACKUPS}/{PARTIAL}"):
        if os.path.lexists(os.path.join(home, path)):
            yield Finding(code="leftover", path=path)
    folder = os.path.join(home, TORN)
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        yield Finding(code="set_aside", path=f"{TORN}/{name}", count=os.lstat(os.path.join(folder, name)).st_size)


def _history(home: str) -> Iterator[Finding]:
    """Damage in the old journals. The journal itself is looked at with the book."""
    from planner.store.log import HISTORY, parts

    journal = os.path.join(home, JOURNAL)
    seq = 0
    hole = False
    for path in reversed(parts(home)):
        state = State()
        try:
            walk(files.read_all(path), state)
        except NewerBook:
            if path == journal:
                raise
            hole = True
            continue
        hole = hole or state.base > seq
        seq = max(seq, state.seq)
        if path != journal and (state.notices or state.end < os.path.getsize(path)):
            bad = sum(notice.count for notice in state.notices)
            yield Finding(code="history_damaged", path=f"{HISTORY}/{os.path.basename(path)}", count=bad)
    if hole:
        yield Finding(code="history_missing", path=HISTORY)


def _backups(home: str) -> Iterator[Finding]:
    """Backups that can't be read."""
    for backup in listing_of(home):
        place = os.path.join(home, BACKUPS, backup.name)
        try:
            Snapshot(place, load(place), ()).archived_rows()
        except (Damaged, NewerBook, OSError):
            yield Finding(code="backup_unreadable", path=f"{BACKUPS}/{backup.name}")
