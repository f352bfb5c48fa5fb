"""A file handed out: written aside, synced and renamed, its owner's alone, and over no other without leave."""

from __future__ import annotations

import os
import stat
import tempfile

from planner.domain.record import Problem

__all__ = ["InTheWayError", "UnwritableFileError", "hand_out"]


class InTheWayError(Problem):
    """Something stands at that place; ``kind`` is ``file``, ``link`` or ``other``, which is never replaced."""

    def __init__(self, path: str, kind: str) -> None:
        super().__init__(path, kind)
        self.path = path
        self.kind = kind


class UnwritableFileError(Problem):
    """The file can't be written; ``reason`` is the system's."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


def hand_out(path: str, data: bytes, *, force: bool = False) -> None:
    """Make ``path`` hold ``data``, whole or not at all, with mode 0600.

    A file that is there is replaced only with ``force``; a symbolic link or a device never. Raises ``InTheWayError``,
    ``UnwritableFileError``.
    """
    _look(path, force=force)
    folder = os.path.dirname(path) or "."
    try:
        handle, aside = tempfile.mkstemp(dir=folder, prefix=".planner-")  # 0600, made by nobody else
    except OSError as error:
        raise UnwritableFileError(path, error.strerror or str(error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _put(aside, path, force=force)
    except OSError as error:
        raise UnwritableFileError(path, error.strerror or str(error)) from error
    finally:
        if os.path.lexists(aside):
            os.unlink(aside)


def _look(path: str, *, force: bool) -> None:
    """Raise ``InTheWayError`` when what stands at a place may not be replaced."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return
    if stat.S_ISLNK(mode):
        raise InTheWayError(path, "link")
    if not stat.S_ISREG(mode):
        raise InTheWayError(path, "other")
    if not force:
        raise InTheWayError(path, "file")


def _put(aside: str, path: str, *, force: bool) -> None:
    """Give the finished file its name; without ``force`` by a link, which never replaces what came meanwhile."""
    if force:
        _look(path, force=True)
        os.replace(aside, path)
        return
    try:
        os.link(aside, path)
    except FileExistsError:
        raise InTheWayError(path, "file") from None
    except OSError:  # a disk without hard links
        _look(path, force=False)
        os.replace(aside, path)
