"""The book: a folder that holds everything, and the ways into it: a transaction to change it, a snapshot to read it."""

from __future__ import annotations

import os

from planner.store import files
from planner.store.journal import JOURNAL
from planner.store.transaction import Transaction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import datetime
    from planner.store.snapshot import Snapshot

__all__ = ["Book"]

_NOTED = os.path.join("cache", "checkpoint")


class Book:
    """The book in a folder. Making one touches no file; the first transaction makes the folder and what it holds.

    ``wait`` is how many seconds a change waits for another process that holds the lock. Readers never wait.
    """

    __slots__ = ("_last", "home", "wait")

    def __init__(self, home: str, wait: float = 5.0) -> None:
        self.home = os.fspath(home)
        self.wait = wait
        self._last: Snapshot | None = None

    def begin(self, command: str, at: datetime, who: str | None = None, *, undoable: bool = True) -> Transaction:
        """A change, to be used in a ``with`` block: kept whole when the block ends, not at all when it raises.

        ``command`` is the verb that history shows, ``at`` the time by the office's clock. Entering the block raises
        Locked, Unwritable, Damaged or NewerBook; leaving it raises NotSaved. ``undoable`` is false for what the machine
        does by itself, such as a reminder having been shown.
        """
        return Transaction(self, command, at, who, undoable=undoable)

    def read(self) -> Snapshot:
        """The book as it stands, without a lock and never half a transaction. Raises Damaged, NewerBook, Unwritable.

        Cheap to call again: the same snapshot when nothing moved, and when the journal only grew no more is read.
        """
        from planner.store.reading import read

        self._last = read(self, self._last)
        return self._last

    def revision(self) -> tuple[int, ...]:
        """What changes whenever the book does, from ``stat`` alone: to be asked once a second."""
        found: list[int] = []
        for name in (JOURNAL, "book.json"):
            try:
                stat = os.stat(os.path.join(self.home, name))
            except OSError:
                found += (0, 0, 0)
            else:
                found += (stat.st_ino, stat.st_size, stat.st_mtime_ns)
        return tuple(found)

    def touched(self) -> bytes:
        """The checkpoint's size and time when they are not the ones noted: a hand may have been at it. Else empty.

        It costs a ``stat`` and the reading of some twenty bytes, which ``planner add`` can afford.
        """
        try:
            stat = os.stat(os.path.join(self.home, "book.json"))
        except OSError:
            return b""
        mark = b"%d %d\n" % (stat.st_size, stat.st_mtime_ns)
        try:
            return b"" if files.read_all(os.path.join(self.home, _NOTED)) == mark else mark
        except OSError:
            return mark

    def edited(self, tx: Transaction) -> bytes:
        """As ``touched``, once the book was read: so ``tx`` counts what a hand put in. Empty when it was none."""
        mark = self.touched()
        if not mark:
            return mark
        from planner.store.errors import Damaged

        try:
            if tx.snapshot().state.edited:
                return mark
        except Damaged:
            return b""  # nothing can be seen in it, and a thought is taken down all the same
        self.note(mark)
        return b""

    def note(self, mark: bytes) -> None:
        """Note the size and time of a checkpoint beyond whose numbers the counters stand. Under the lock."""
        path = os.path.join(self.home, _NOTED)
        try:
            files.make_folder(os.path.dirname(path))
            files.remove(path)
            fd = files.open_to_write(path, new=True)
            try:
                files.write(fd, mark)
            finally:
                files.close(fd)
        except OSError:
            return  # the next number is then given after a look into the book

    def exists(self) -> bool:
        """Whether the folder holds a book, whole or damaged."""
        return any(os.path.lexists(os.path.join(self.home, name)) for name in (JOURNAL, "book.json"))
