"""An erasure once it is begun: ``erasing.json`` says what is to go, and is removed when all of it is gone.

Every file is replaced whole, written aside, synced and renamed, so at a crash each holds the person as before or not at
all; whoever takes the lock next goes on. A reader meets rows as they were or as they are to be. Last comes a line in
the journal that says what was done, then the note goes, and with it the last place that knows the name.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from planner.domain.erasure import Erasure
from planner.domain.moment import parse_moment
from planner.store import files, journal
from planner.store.archive import ARCHIVE, archive_names
from planner.store.blanking import Blanking
from planner.store.codec import encode, moment_text
from planner.store.errors import Damaged, NewerBook
from planner.store.fold import load
from planner.store.jsontext import dumps, loads, to_bytes
from planner.store.making import TORN, mend_end
from planner.store.snapshot import Snapshot
from planner.store.state import BOOK

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["begin", "begun", "finish", "finish_quietly"]

_HISTORY = "history"


def begin(home: str, erasure: Erasure) -> None:
    """Write down what is to go. From here on it will be done. Under the lock. Raises OSError."""
    files.keep(home, os.path.join(home, journal.ERASING), (to_bytes(encode(erasure) + "\n"),))


def begun(home: str) -> Erasure | None:
    """The erasure that was begun and is not finished; ``None`` when there is none. Raises ValueError, OSError."""
    try:
        told = loads(files.read_all(os.path.join(home, journal.ERASING)))
    except FileNotFoundError:
        return None
    try:
        at = parse_moment(told["at"])
        others = tuple((table, number) for table, number in told.get("others", ()))
        fields: dict[str, Any] = {**told, "at": at, "others": others}
        for name in ("receptions", "names", "numbers", "kept"):
            fields[name] = tuple(told.get(name, ()))
        return Erasure(**fields)
    except (KeyError, TypeError) as error:
        raise ValueError(journal.ERASING) from error


def finish_quietly(home: str) -> None:
    """Finish what was begun when it can be; ``check`` names what can't. Under the lock."""
    try:
        finish(home)
    except (OSError, ValueError, Damaged, NewerBook):
        return


def finish(home: str) -> None:
    """Take the person out of every file. Under the lock. Raises OSError, ValueError, Damaged, NewerBook."""
    erasure = begun(home)
    if erasure is None:
        return
    blanking = Blanking(erasure)
    files.remove(os.path.join(home, files.ASIDE))
    _mend(home, erasure)
    for name in _names(home, _HISTORY):
        _rewrite(home, os.path.join(home, _HISTORY, name), blanking.journal)
    _rewrite(home, os.path.join(home, journal.JOURNAL), blanking.journal)
    for name in _names(home, TORN):
        _rewrite(home, os.path.join(home, TORN, name), blanking.text)
    for name in archive_names(home):
        _rewrite(home, os.path.join(home, ARCHIVE, name), lambda data: blanking.tables(data, book=False))
    _rewrite(home, os.path.join(home, BOOK), lambda data: blanking.tables(data, book=True))
    _note(home, erasure, blanking)
    for name in _names(home, "cache"):
        path = os.path.join(home, "cache", name)
        if blanking.names(files.read_all(path)):
            files.remove(path)
    files.remove(os.path.join(home, journal.ERASING))
    files.sync_folder(home)


def _names(home: str, folder: str) -> list[str]:
    """The files of a folder of the book."""
    path = os.path.join(home, folder)
    return sorted(os.listdir(path)) if os.path.isdir(path) else []


def _mend(home: str, erasure: Erasure) -> None:
    """Set a torn end of the journal aside, so that it is blanked with what was set aside before."""
    fd = files.open_to_write(os.path.join(home, journal.JOURNAL))
    try:
        if journal.read_tail(fd) is None:
            mend_end(home, fd, erasure.at)
    finally:
        files.close(fd)


def _rewrite(home: str, path: str, change: Callable[[bytes], bytes]) -> None:
    """Replace a file by what it is to be, when that differs."""
    try:
        data = files.read_all(path)
    except (FileNotFoundError, IsADirectoryError):
        return
    made = change(data)
    if made != data:
        files.keep(home, path, (made,))


def _note(home: str, erasure: Erasure, blanking: Blanking) -> None:
    """Append what was done to the journal, unless that stands there already: a change that can't be undone."""
    state = load(home)
    snapshot = Snapshot(home, state, ())
    lines = []
    for number in erasure.receptions:
        row = snapshot.row("receptions", number)
        if row is None:
            continue
        value = loads(row)
        if value.get("erased"):
            continue
        at = moment_text(erasure.at)
        reason = blanking.text(to_bytes(erasure.reason)).decode()
        value |= {"erased": at, "changed": at, "erase_reason": reason}
        lines += _lines("receptions", number, row, to_bytes(dumps(value)))
    if not lines:
        return
    for table, number in erasure.others:
        row = snapshot.row(table, number)
        if row is not None:
            lines += _lines(table, number, row, row)
    rows = b"".join(lines)
    told: tuple[tuple[str, object], ...] = (
        ("at", moment_text(erasure.at)),
        ("command", journal.ERASE),
        ("undoable", False),
    )
    if erasure.everywhere:
        told += (("everywhere", True),)
    fd = files.open_to_write(os.path.join(home, journal.JOURNAL))
    try:
        tail = journal.read_tail(fd)
        if tail is None:
            raise Damaged(os.path.join(home, journal.JOURNAL), "unreadable")
        line = journal.commit_line(tail.seq + 1, len(lines), rows, told, tail.counters, tail.names)
        journal.append(fd, tail.end, (rows, line))
    finally:
        files.close(fd)


def _lines(table: str, number: int, before: bytes, after: bytes) -> list[bytes]:
    """The two lines of a row."""
    key = journal.key_of(table, number)
    return [journal.row_line("was", key, before.decode()), journal.row_line("put", key, after.decode())]
