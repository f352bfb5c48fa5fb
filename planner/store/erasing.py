"""Erasing a person from a book, and which backups still hold them. What is begun is finished: see ``finishing``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planner.store import files
from planner.store.archive import ARCHIVE, archive_names, read_file
from planner.store.backup import BACKUPS, PARTIAL, listing_of, remove_folder
from planner.store.blanking import Blanking
from planner.store.checkpoint import run
from planner.store.errors import Damaged, NewerBook, NotSaved, Unfinished, Unwritable
from planner.store.finishing import begin, begun, finish
from planner.store.handmade import COMMAND as HAND_EDIT
from planner.store.handmade import reconcile
from planner.store.journal import ERASING, JOURNAL
from planner.store.state import BOOK
from planner.store.transaction import hold_lock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from planner.domain.erasure import Erasure
    from planner.store.book import Book

__all__ = ["begun", "erase", "held_by", "other_files"]

_REWRITTEN = (ARCHIVE, BACKUPS, "history", "torn", "cache")
"""Folders that an erasure takes care of, or names by itself."""


def erase(book: Book, at: datetime, plan: Callable[[], Erasure]) -> Erasure:
    """Take a person out of the book, the archive, the journal and the history: for good, no undo brings them back.

    ``plan`` is asked under the lock what is to go, so that nothing comes in between; what it raises ends the matter.
    Backups that were made before are left. Raises Locked, Unwritable, Damaged, NewerBook before anything is done, and
    Unfinished when it was begun and could not be finished, or an earlier one still can't be: the next change of the
    book goes on with it. Raises NotSaved when it could not be begun.
    """
    home = book.home
    run(book, at)
    try:
        edited = any(read_file(home, name).edited for name in archive_names(home))
    except OSError as error:
        raise Unwritable(str(error.filename or home), error.strerror or str(error)) from error
    if edited:
        reconcile(book, at, HAND_EDIT, lost=False)
    try:
        lock = hold_lock(home, book.wait)
    except OSError as error:
        raise Unwritable(str(error.filename or home), error.strerror or str(error)) from error
    try:
        _finish_earlier(home)
        erasure = plan()
        remove_folder(os.path.join(home, BACKUPS, PARTIAL))
        begin(home, erasure)
        finish(home)
    except OSError as error:
        kind = Unfinished if os.path.lexists(os.path.join(home, ERASING)) else NotSaved
        raise kind(str(error.filename or home), error.strerror or str(error)) from error
    finally:
        files.close(lock)
    return erasure


def _finish_earlier(home: str) -> None:
    """Finish the erasure that was begun before, which a second one would forget. Raises OSError, Damaged, NewerBook."""
    try:
        finish(home)
    except ValueError:
        raise Damaged(os.path.join(home, ERASING), "unreadable") from None


def held_by(home: str, erasure: Erasure) -> tuple[str, ...]:
    """The backups that hold what an erasure takes out, the latest first."""
    blanking = Blanking(erasure)
    return tuple(
        backup.name for backup in listing_of(home) if _holds(os.path.join(home, BACKUPS, backup.name), blanking)
    )


def other_files(home: str, erasure: Erasure) -> tuple[str, ...]:
    """Files of the folder that no erasure rewrites (settings, templates, exports) and that hold the person."""
    blanking = Blanking(erasure)
    found = []
    for place, folders, names in os.walk(home):
        if place == home:
            folders[:] = [name for name in folders if name not in _REWRITTEN]
        for name in names:
            path = os.path.join(place, name)
            if (place == home and name in (BOOK, JOURNAL)) or not os.path.isfile(path) or os.path.islink(path):
                continue
            try:
                if blanking.names(files.read_all(path)):
                    found.append(os.path.relpath(path, home))
            except OSError:
                continue  # it can't be read, so nobody can say
    return tuple(sorted(found))


def _holds(place: str, blanking: Blanking) -> bool:
    """Whether a book's folder holds the person; one that can't be read may."""
    try:
        for name, change in (
            (BOOK, _book),
            (JOURNAL, _journal),
            *((f"{ARCHIVE}/{one}", _book) for one in archive_names(place)),
        ):
            path = os.path.join(place, name)
            if os.path.exists(path):
                data = files.read_all(path)
                if change(blanking, data) != data:
                    return True
    except (OSError, Damaged, NewerBook):
        return True
    return False


def _book(blanking: Blanking, data: bytes) -> bytes:
    """A checkpoint or archive file as it would be."""
    return blanking.tables(data, book=True)


def _journal(blanking: Blanking, data: bytes) -> bytes:
    """A journal as it would be."""
    return blanking.journal(data)
