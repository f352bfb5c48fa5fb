"""Every call to the operating system by which the store keeps something. Raises OSError; callers say what it means.

All go through this module's ``os``, so that a test can make any one of them fail or be the last one before a crash.
Files are made 0600 and folders 0700 whatever the umask; no symbolic link is followed when one is opened or made.
"""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

if sys.platform == "win32":
    from planner.store.windows import lock_now, replace, unlock
else:
    from fcntl import LOCK_EX, LOCK_NB, LOCK_UN, flock

    def lock_now(fd: int) -> bool:
        """Take the lock without waiting; whether it was got."""
        try:
            flock(fd, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def unlock(fd: int) -> None:
        """Let the lock go."""
        flock(fd, LOCK_UN)

    def replace(source: str, target: str) -> None:
        """Rename over ``target``, in one step."""
        os.replace(source, target)


__all__ = [
    "ASIDE",
    "close",
    "cut",
    "keep",
    "link_or_copy",
    "lock_now",
    "make_folder",
    "open_to_read",
    "open_to_write",
    "private",
    "read_all",
    "read_from",
    "remove",
    "rename",
    "replace",
    "sync",
    "sync_folder",
    "take_lock",
    "unlock",
    "write",
]

ASIDE = "aside.tmp"
"""The one temporary name in a book's folder, used under the lock only: a leftover is a crash's and is removed."""

_SAFE = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_SHORTEST_WAIT, _LONGEST_WAIT = 0.002, 0.05


def open_to_read(path: str) -> int:
    """A descriptor to read a file."""
    return os.open(path, os.O_RDONLY | _SAFE)


def open_to_write(path: str, *, new: bool = False) -> int:
    """A descriptor to read and write a file that exists, or with ``new`` one that must not."""
    if not new:
        return os.open(path, os.O_RDWR | _SAFE)
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _SAFE, 0o600)
    try:
        private(fd)
    except BaseException:
        os.close(fd)
        raise
    return fd


def private(fd: int) -> None:
    """Make a new file 0600 even under an odd umask."""
    if hasattr(os, "fchmod") and os.fstat(fd).st_mode & 0o777 != 0o600:
        os.fchmod(fd, 0o600)


def close(fd: int) -> None:
    """Close a descriptor."""
    os.close(fd)


def read_all(path: str) -> bytes:
    """What a file holds now."""
    fd = open_to_read(path)
    try:
        return read_from(fd, 0)
    finally:
        os.close(fd)


def read_from(fd: int, start: int) -> bytes:
    """What an open file holds from a byte on."""
    left = os.fstat(fd).st_size - start
    os.lseek(fd, start, os.SEEK_SET)
    parts: list[bytes] = []
    while part := os.read(fd, max(left, 0) + 4096):
        parts.append(part)
        left -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def write(fd: int, data: bytes) -> None:
    """Write all of ``data`` where the descriptor stands: one call, and more only when the system took a part."""
    done = os.write(fd, data)
    while done < len(data):
        done += os.write(fd, data[done:])


def sync(fd: int) -> None:
    """Return when what was written, and the file's new length, is on the disk and not only on its way."""
    if sys.platform == "darwin":
        from fcntl import F_FULLFSYNC, fcntl

        fcntl(fd, F_FULLFSYNC)  # fsync there leaves the data in the drive's cache
    elif hasattr(os, "fdatasync"):
        os.fdatasync(fd)
    else:
        os.fsync(fd)


def sync_folder(path: str) -> None:
    """Return when the names made, changed or removed in a folder are on the disk. Windows has no such call."""
    if sys.platform == "win32":
        return
    fd = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def cut(fd: int, size: int) -> None:
    """Shorten a file to ``size`` bytes."""
    os.ftruncate(fd, size)


def remove(path: str) -> None:
    """Remove a file if it is there."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return


def rename(source: str, target: str) -> None:
    """Rename over ``target`` and sync the target's folder."""
    replace(source, target)
    sync_folder(os.path.dirname(target))


def keep(home: str, target: str, parts: Iterable[bytes]) -> None:
    """Make ``target`` hold ``parts``, whole or not at all: written aside, synced, renamed, its folder synced."""
    if os.path.islink(target):
        raise OSError(0, "is a symbolic link", target)
    aside = os.path.join(home, ASIDE)
    remove(aside)
    fd = open_to_write(aside, new=True)
    try:
        for part in parts:
            write(fd, part)
        sync(fd)
    finally:
        os.close(fd)
    rename(aside, target)


def link_or_copy(home: str, source: str, target: str) -> None:
    """Give a file a second name, or where links fail a copy of it; the target's folder is synced."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        keep(home, target, (read_all(source),))
    else:
        sync_folder(os.path.dirname(target))


def make_folder(path: str) -> None:
    """Make a folder of the book, 0700 whatever the umask, and those above it; nothing when it is there."""
    if os.path.isdir(path):
        return
    above = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(above):
        make_folder(above)  # os.makedirs gives its mode to the last folder only
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        if not os.path.isdir(path):
            raise
        return
    if hasattr(os, "fchmod"):
        os.chmod(path, 0o700)
    sync_folder(above)


def take_lock(fd: int, wait: float) -> bool:
    """Take the lock, asking again until ``wait`` seconds have passed; whether it was got."""
    if lock_now(fd):
        return True
    end = time.monotonic() + wait
    pause = _SHORTEST_WAIT
    while time.monotonic() < end:
        time.sleep(pause)
        if lock_now(fd):
            return True
        pause = min(pause * 1.5, _LONGEST_WAIT)
    return False
