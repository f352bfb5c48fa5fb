"""The checkpoint: the journal folded into ``book.json``, closed records into the archive, the journal into history.

Every step leaves the book such that it folds alike, whatever crash comes after it; the package's docstring says why.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planner.store import files
from planner.store.archive import due_rows, move_to_archive
from planner.store.book import Book
from planner.store.errors import Damaged, Locked, NewerBook, NotSaved, Unwritable
from planner.store.fold import load
from planner.store.journal import JOURNAL, read_tail
from planner.store.log import HISTORY, base_of
from planner.store.making import count_by_hand, make_journal
from planner.store.names import renew
from planner.store.state import BOOK, table_lines
from planner.store.transaction import hold_lock, open_journal

if TYPE_CHECKING:
    from datetime import datetime

    from planner.store.state import Rows, State

__all__ = ["due", "run", "try_quietly", "write_checkpoint"]

LEAST = 1 << 20
"""Bytes of journal that are never worth a checkpoint by themselves: they fold in some milliseconds."""

BOOK_SHARE = 4
"""The journal may grow to this part of the checkpoint, so that checkpoints cost a constant share of what is written."""

BULK = 64 << 10
"""Bytes of rows in one transaction after which a checkpoint is made at once."""

BATCH = 256
"""Closed records that are due before an ordinary checkpoint rewrites an archive file for them."""

_DAMAGE = ("damaged_lines", "damaged_row", "no_head", "no_journal")


def due(book: Book) -> bool:
    """Whether the journal has grown enough for a checkpoint, from its length and its end alone."""
    try:
        fd = files.open_to_read(os.path.join(book.home, JOURNAL))
    except OSError:
        return False
    try:
        size = os.fstat(fd).st_size
        tail = read_tail(fd)
    except OSError:
        return False
    finally:
        files.close(fd)
    if tail is not None and tail.length > BULK:
        return True
    try:
        book_size = os.stat(os.path.join(book.home, BOOK)).st_size
    except OSError:
        book_size = 0
    return size > max(LEAST, book_size // BOOK_SHARE)


def run(book: Book, at: datetime, *, batch: int = 1) -> bool:
    """Make a checkpoint now; whether there was anything to do. Raises Locked, Unwritable, NotSaved, Damaged, NewerBook.

    Records that are due go to the archive when there are ``batch`` of them.
    """
    from planner.store.handmade import adopt

    adopt(book, at)
    try:
        lock = hold_lock(book.home, book.wait)
    except OSError as error:
        raise Unwritable(str(error.filename or book.home), error.strerror or str(error)) from error
    try:
        return _checkpoint(book.home, at, batch)
    except OSError as error:
        raise NotSaved(str(error.filename or book.home), error.strerror or str(error)) from error
    finally:
        files.close(lock)


def try_quietly(book: Book, at: datetime) -> bool:
    """Make a checkpoint if one is due and nobody holds the lock; whether one was made. Raises nothing of the book's."""
    if not due(book):
        return False
    try:
        return run(type(book)(book.home, wait=0.0), at, batch=BATCH)
    except (Locked, Unwritable, NotSaved, Damaged, NewerBook):
        return False


def _checkpoint(home: str, at: datetime, batch: int) -> bool:
    """Under the lock: fold, archive, write the checkpoint, begin a new journal. Raises OSError, Damaged, NewerBook."""
    fd, tail = open_journal(home, at)
    files.close(fd)
    state = load(home)
    for notice in state.notices:
        if notice.code in _DAMAGE:
            raise Damaged(os.path.join(home, JOURNAL), "unreadable")
    if state.edited:
        count_by_hand(state.tables, dict(state.counters), state.counters)
    chosen = due_rows(state, at)
    if sum(map(len, chosen.values())) < batch:
        chosen = {}
    if state.seq == state.upto == state.base and not chosen and not state.edited:
        return False
    write_checkpoint(home, state, chosen)
    renew(home, state.tables.get("parties", {}).values(), tail.names)
    return True


def write_checkpoint(home: str, state: State, chosen: dict[str, Rows]) -> None:
    """Put a state's rows in place as the checkpoint, the journal into history, a new journal in its place.

    Before that ``chosen`` rows go to the archive, and what was deleted is taken out of it.
    """
    if chosen or state.gone:
        move_to_archive(home, state, chosen)
    meta = {"upto": state.seq, "names": state.names, "counters": state.counters}
    files.keep(home, os.path.join(home, BOOK), table_lines(state.tables, state.others, meta))
    keep_journal(home)
    make_journal(home, state.seq, state.counters, state.names)
    if mark := Book(home).touched():
        Book(home).note(mark)


def keep_journal(home: str) -> None:
    """Give the journal its permanent name in history, by the number of the last transaction before it.

    After a crash it may have that name already; where links fail, that is an earlier copy, which it still begins with.
    """
    folder = os.path.join(home, HISTORY)
    files.make_folder(folder)
    journal = os.path.join(home, JOURNAL)
    base = base_of(journal)
    if base is None:
        return
    target = os.path.join(folder, f"{base:010d}.jsonl")
    part = 1
    while os.path.lexists(target):
        if os.path.samefile(target, journal):
            return
        now = files.read_all(journal)
        if now.startswith(files.read_all(target)):
            files.keep(home, target, (now,))
            return
        part += 1
        target = os.path.join(folder, f"{base:010d}.{part}.jsonl")
    files.link_or_copy(home, journal, target)
