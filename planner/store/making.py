"""Making a book, and mending the journal's end before a change: the rare beginnings of a transaction."""

from __future__ import annotations

import os

from planner.domain.kinds import kind_of_table
from planner.store import files, journal
from planner.store.errors import Damaged
from planner.store.fold import load, walk
from planner.store.jsontext import loads
from planner.store.state import BOOK, State

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from planner.domain.moment import datetime
    from planner.store.state import Rows

__all__ = ["TORN", "begin_book", "count_by_hand", "free_name", "make_journal", "make_lock", "mend_end"]

TORN = "torn"
"""The folder of what was cut off the journal's end: never read again, kept for a person to look at."""


def free_name(stem: str, taken: Collection[str]) -> str:
    """A name that is not taken: the stem, or the stem and a number from 2 up."""
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def make_lock(home: str, path: str) -> int:
    """Make the folder and the lock file of a new book. Raises OSError."""
    files.make_folder(home)
    try:
        return files.open_to_write(path, new=True)
    except FileExistsError:
        return files.open_to_write(path)


def make_journal(home: str, base: int, counters: dict[str, int], names: int) -> None:
    """Put a journal in place that holds only its head. Under the lock."""
    files.keep(home, os.path.join(home, journal.JOURNAL), (journal.head_line(base, counters, names),))


def begin_book(home: str) -> None:
    """Make the journal of a new book; a folder that held one before is refused. Raises Damaged, OSError."""
    if os.path.lexists(os.path.join(home, BOOK)):
        raise Damaged(os.path.join(home, journal.JOURNAL), "missing")
    load(home)  # refuses when history or backups show that there was a book
    make_journal(home, 0, {}, 0)
    files.sync_folder(home)


def count_by_hand(tables: dict[str, Rows], kept: dict[str, int], counters: dict[str, int]) -> None:
    """Let counters, and what they stood at, reach the numbers of records that were put into the checkpoint by hand."""
    for table, rows in tables.items():
        kind = kind_of_table(table)
        if kind is None:
            continue
        highest = {table: max((ident for ident in rows if isinstance(ident, int)), default=0)}
        if kind.yearly:
            found = State()
            found.count(table, rows)
            highest = found.counters
        for name, number in highest.items():
            if number > kept.get(name, 0):
                kept[name] = number
                counters[name] = max(counters.get(name, 0), number)


def mend_end(home: str, fd: int, at: datetime) -> journal.Tail:
    """Set aside what stands behind the journal's last whole transaction. Raises Damaged, OSError.

    It was never acknowledged, or the disk has damaged it since; which of the two, nobody can tell, so it is kept.
    """
    data = files.read_from(fd, 0)
    state = State()
    walk(data, state)
    if not state.last and any(notice.code == "no_head" for notice in state.notices):
        raise Damaged(os.path.join(home, journal.JOURNAL), "unreadable")
    folder = os.path.join(home, TORN)
    files.make_folder(folder)
    name = free_name(f"{at:%Y%m%d-%H%M%S}-{state.end}", os.listdir(folder))
    files.keep(home, os.path.join(folder, name), (data[state.end :],))
    files.cut(fd, state.end)
    files.sync(fd)
    tail = journal.read_tail(fd)
    if tail is not None:
        return tail
    if state.last:
        return journal.Tail(state.end, loads(state.last))
    raise Damaged(os.path.join(home, journal.JOURNAL), "unreadable")
