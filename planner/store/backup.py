"""Backups: folders in ``backups/``, each a whole book of its own that can be read where it stands.

A backup holds the checkpoint, the journal up to its last whole transaction and the archive; an archive file that the
backup before it holds as well is linked to that one and takes no room. ``about.json`` says when it was made and why.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planner.domain.record import Record
from planner.store import files
from planner.store.archive import ARCHIVE, archive_names
from planner.store.codec import moment_text
from planner.store.decode import moment_of
from planner.store.errors import BadName, Damaged, Locked, NewerBook, NoSuchBackup, NotSaved, Unwritable
from planner.store.fold import walk
from planner.store.journal import JOURNAL
from planner.store.jsontext import dumps, loads, to_bytes
from planner.store.making import begin_book, free_name
from planner.store.restore import Restored, restore_from
from planner.store.state import BOOK, State
from planner.store.transaction import hold_lock

if TYPE_CHECKING:
    from datetime import datetime

    from planner.store.book import Book

__all__ = [
    "BACKUPS",
    "DAILY",
    "MONTHLY",
    "WEEKLY",
    "Backup",
    "Restored",
    "copy_book",
    "due",
    "keep_by_rule",
    "listing",
    "make",
    "path_of",
    "remove",
    "restore",
    "try_quietly",
]

BACKUPS = "backups"
ABOUT = "about.json"
PARTIAL = "partial.tmp"
"""Where a backup grows under the lock before it gets its name; a leftover is a crash's and is removed."""

DAILY, WEEKLY, MONTHLY = 14, 8, 12
"""Of the backups made by rule, the latest of each of so many days, weeks and months is kept."""

_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")


class Backup(Record):
    """A backup as it is listed. ``by_rule`` ones are removed by rule, named ones never."""

    name: str
    at: datetime
    seq: int
    """The last transaction it holds."""
    by_rule: bool = False
    size: int = 0
    """Bytes of its files."""


def make(book: Book, at: datetime, name: str | None = None) -> Backup:
    """Copy the book as it stands, damaged or not. Raises BadName, Locked, Unwritable, NotSaved, Damaged.

    Without a name it is one by rule, named by its time. A name that is taken gets a number behind it.
    """
    if name is not None and not is_name(name):
        raise BadName(name)
    home = book.home
    try:
        lock = hold_lock(home, book.wait)
    except OSError as error:
        raise Unwritable(str(error.filename or home), error.strerror or str(error)) from error
    try:
        if not book.exists():
            begin_book(home)
        return copy_book(home, at, name)
    except OSError as error:
        raise NotSaved(str(error.filename or home), error.strerror or str(error)) from error
    finally:
        files.close(lock)


def copy_book(home: str, at: datetime, name: str | None, *, raw: bool = False) -> Backup:
    """Make a backup under the lock, which the caller holds; ``raw`` keeps the journal's torn end. Raises OSError."""
    folder = os.path.join(home, BACKUPS)
    earlier = listing_of(home)
    files.make_folder(folder)
    partial = os.path.join(folder, PARTIAL)
    remove_folder(partial)
    files.make_folder(os.path.join(partial, ARCHIVE))
    seq = 0
    for file in (BOOK, JOURNAL):
        path = os.path.join(home, file)
        if os.path.lexists(path):
            data = files.read_all(path)
            if file == JOURNAL:
                state = State()
                seq = _whole_end(data, state)
                data = data[: state.end] if state.end and not raw else data
            files.keep(home, os.path.join(partial, file), (data,))
    for file in archive_names(home):
        _copy_archive(home, file, partial, earlier[0].name if earlier else None)
    taken = {backup.name for backup in earlier} | set(os.listdir(folder))
    stem = name or f"{at:%Y-%m-%d-%H%M}"
    chosen = free_name(stem, taken)
    about = {"at": moment_text(at), "seq": seq, "by_rule": name is None}
    files.keep(home, os.path.join(partial, ABOUT), (to_bytes(dumps(about) + "\n"),))
    files.rename(partial, os.path.join(folder, chosen))
    return Backup(name=chosen, at=at, seq=seq, by_rule=name is None, size=_size(os.path.join(folder, chosen)))


def _whole_end(data: bytes, state: State) -> int:
    """Where the journal's last whole transaction ends, into ``state``; its number. 0 when the journal tells nothing."""
    try:
        walk(data, state)
    except (NewerBook, ValueError, KeyError):
        state.end = 0
    return state.seq


def _copy_archive(home: str, file: str, partial: str, earlier: str | None) -> None:
    """Copy an archive file, or link to the last backup's copy when that is the same."""
    data = files.read_all(os.path.join(home, ARCHIVE, file))
    target = os.path.join(partial, ARCHIVE, file)
    if earlier is not None:
        old = os.path.join(home, BACKUPS, earlier, ARCHIVE, file)
        try:
            if files.read_all(old) == data:
                files.link_or_copy(home, old, target)
                return
        except OSError:
            pass  # it is copied instead
    files.keep(home, target, (data,))


def due(book: Book, at: datetime) -> bool:
    """Whether the day's backup is still to be made: none by rule on that day, and the book changed since the last."""
    if not book.exists():
        return False
    folder = os.path.join(book.home, BACKUPS)
    today = f"{at:%Y-%m-%d}-"
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        if name.startswith(today) and (backup := _read(folder, name)) is not None and backup.by_rule:
            return False
    made = [backup for backup in listing_of(book.home) if backup.by_rule]
    if not made:
        return True
    return made[0].seq != book.read().sequence


def try_quietly(book: Book, at: datetime) -> bool:
    """Make the backup of the day if it is due and nobody holds the lock; whether it was made. Raises nothing."""
    try:
        if not due(book, at):
            return False
        quick = type(book)(book.home, wait=0.0)
        make(quick, at)
        keep_by_rule(quick, at)
    except (Locked, Unwritable, NotSaved, Damaged, NewerBook):
        return False
    return True


def keep_by_rule(book: Book, at: datetime) -> tuple[str, ...]:
    """Remove the backups by rule that no rule keeps; their names. Raises Locked, Unwritable.

    Backups dated after ``at`` (the clock went back) are kept.
    """
    home = book.home
    try:
        lock = hold_lock(home, book.wait)
    except OSError as error:
        raise Unwritable(str(error.filename or home), error.strerror or str(error)) from error
    try:
        by_rule = [backup for backup in listing_of(home) if backup.by_rule and backup.at <= at]
        kept: set[str] = set()
        for count, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
            latest: dict[object, str] = {}
            for backup in by_rule:
                latest.setdefault(period(backup.at), backup.name)
            kept.update(list(latest.values())[:count])
        gone = tuple(backup.name for backup in by_rule if backup.name not in kept)
        for name in gone:
            remove_folder(os.path.join(home, BACKUPS, name))
    except OSError as error:
        raise Unwritable(str(error.filename or home), error.strerror or str(error)) from error
    finally:
        files.close(lock)
    return gone


def remove(book: Book, name: str) -> None:
    """Remove one backup, whoever made it. Raises NoSuchBackup, Locked, Unwritable."""
    home = book.home
    path = path_of(home, name)
    try:
        lock = hold_lock(home, book.wait)
    except OSError as error:
        raise Unwritable(str(error.filename or home), error.strerror or str(error)) from error
    try:
        remove_folder(path)
    except OSError as error:
        raise Unwritable(str(error.filename or path), error.strerror or str(error)) from error
    finally:
        files.close(lock)


def restore(book: Book, name: str, at: datetime, who: str | None = None, *, void_reason: str = "restored") -> Restored:
    """Make the book hold what a backup holds, as one change. Raises NoSuchBackup, Damaged, and as ``Book.begin`` does.

    Numbers given since stay used. A record made since of a kind numbered without a gap is voided with ``void_reason``.
    """
    return restore_from(book, name, path_of(book.home, name), at, who, void_reason)


def _day(at: datetime) -> object:
    """The day a backup stands for."""
    return at.date()


def _week(at: datetime) -> object:
    """The ISO week a backup stands for."""
    return at.isocalendar()[:2]


def _month(at: datetime) -> object:
    """The month a backup stands for."""
    return at.year, at.month


def listing(book: Book) -> tuple[Backup, ...]:
    """The backups, the latest first."""
    return tuple(listing_of(book.home))


def listing_of(home: str) -> list[Backup]:
    """The backups in a folder, the latest first; folders that are not a backup are left out."""
    folder = os.path.join(home, BACKUPS)
    try:
        names = os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    found = [backup for name in names if (backup := _read(folder, name)) is not None]
    return sorted(found, key=lambda backup: (backup.at, backup.name), reverse=True)


def _read(folder: str, name: str) -> Backup | None:
    """One backup by what it says of itself; ``None`` when it is none."""
    try:
        about = loads(files.read_all(os.path.join(folder, name, ABOUT)))
        return Backup(
            name=name,
            at=moment_of(about["at"]),
            seq=int(about["seq"]),
            by_rule=bool(about["by_rule"]),
            size=_size(os.path.join(folder, name)),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def path_of(home: str, name: str) -> str:
    """The folder of a backup. Raises NoSuchBackup."""
    path = os.path.join(home, BACKUPS, name)
    if not is_name(name) or not os.path.isfile(os.path.join(path, ABOUT)):
        raise NoSuchBackup(name)
    return path


def is_name(name: str) -> bool:
    """Whether a name is fit for a folder anywhere: letters, digits and ``._-``, not a dot first, at most 64."""
    return 0 < len(name) <= 64 and set(name) <= _NAME and name[0] not in "._-" and name != PARTIAL


def remove_folder(path: str) -> None:
    """Remove a backup's folder. Its ``about.json`` goes first, so that a crash leaves nothing that passes for whole."""
    if os.path.islink(path) or not os.path.isdir(path):
        files.remove(path)
        return
    files.remove(os.path.join(path, ABOUT))
    for name in os.listdir(path):
        inner = os.path.join(path, name)
        if os.path.isdir(inner) and not os.path.islink(inner):
            remove_folder(inner)
        else:
            files.remove(inner)
    os.rmdir(path)


def _size(path: str) -> int:
    """Bytes of the files in a folder."""
    return sum(os.lstat(os.path.join(place, name)).st_size for place, _, names in os.walk(path) for name in names)
