"""What Windows does differently: the lock and the renaming. Written from its documentation, not run here."""

from __future__ import annotations

import os
import sys
import time

assert sys.platform == "win32"  # noqa: S101 - tells the type checker which functions there are

import msvcrt  # noqa: E402 - there is no such module elsewhere

__all__ = ["lock_now", "replace", "unlock"]

RENAME_SECONDS = 2.0
"""How long a renaming is tried again: a reader or a virus scanner that has the file open blocks it for a moment."""


def lock_now(fd: int) -> bool:
    """Take the lock without waiting; whether it was got. One byte far beyond the end is locked, so anybody may read."""
    os.lseek(fd, 0x7FFF0000, os.SEEK_SET)
    try:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True


def unlock(fd: int) -> None:
    """Let the lock go."""
    os.lseek(fd, 0x7FFF0000, os.SEEK_SET)
    msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)


def replace(source: str, target: str) -> None:
    """Rename over ``target``, trying again while somebody has it open."""
    end = time.monotonic() + RENAME_SECONDS
    while True:
        try:
            os.replace(source, target)
        except PermissionError:
            if time.monotonic() >= end:
                raise
            time.sleep(0.02)
        else:
            return
