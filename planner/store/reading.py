"""Reading a book into a snapshot, anew or on top of an earlier one."""

from __future__ import annotations

import os

from planner.store import files
from planner.store.errors import Unwritable
from planner.store.fold import load, refresh
from planner.store.journal import JOURNAL
from planner.store.snapshot import Snapshot
from planner.store.state import Notice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.store.book import Book
    from planner.store.state import State

__all__ = ["read"]


def read(book: Book, earlier: Snapshot | None) -> Snapshot:
    """The book as it stands. What ``Book.read`` promises."""
    revision = book.revision()
    if earlier is not None and revision == earlier.revision:
        return earlier
    try:
        if earlier is not None and _only_grew(earlier.revision, revision):
            grown = refresh(book.home, earlier.state)
            if grown is not None:
                snapshot = Snapshot(book.home, _with_end(book.home, grown), revision)
                snapshot.inherit(earlier)
                return snapshot
        return Snapshot(book.home, _with_end(book.home, load(book.home)), revision)
    except OSError as error:
        raise Unwritable(str(error.filename or book.home), error.strerror or str(error)) from error


def _only_grew(old: tuple[int, ...], new: tuple[int, ...]) -> bool:
    """Whether the checkpoint did not move and the journal is the same file, no shorter."""
    return old[3:] == new[3:] and old[0] == new[0] != 0 and old[1] <= new[1]


def _with_end(home: str, state: State) -> State:
    """Say that an end is torn, unless somebody is writing it just now: the lock tells."""
    if state.torn and _nobody_writes(home, state):
        state.notices.append(Notice(code="torn_end", path=JOURNAL, count=state.torn))
    return state


def _nobody_writes(home: str, state: State) -> bool:
    """Whether the lock is free while the journal is as long as it was read."""
    try:
        fd = files.open_to_write(os.path.join(home, "lock"))
    except OSError:
        return True
    try:
        if not files.lock_now(fd):
            return False
        size = os.stat(os.path.join(home, JOURNAL)).st_size
        files.unlock(fd)
        return size == state.end + state.torn
    except OSError:
        return False
    finally:
        files.close(fd)
