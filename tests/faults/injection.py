"""Faults at the store's system calls: fail one, or let it be the last before the process is gone.

All calls by which the store keeps something go through the ``os`` of ``planner.store.files``; here that name is given
another object, which counts them and strikes at the one that is asked for.
"""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager

from planner.store import files

CALLS = ("open", "write", "fsync", "fdatasync", "replace", "link", "unlink", "ftruncate", "mkdir", "chmod", "fchmod")

CRASHES = ("before", "half", "after")
"""The process is gone before the call, in the middle of it (a part of a write), or right after it."""

ERRORS = {
    "full": errno.ENOSPC,
    "broken": errno.EIO,
    "denied": errno.EACCES,
}


class Crash(BaseException):
    """The process is gone: nothing in it may do anything any more."""


class FaultyOs:
    """``os`` with a fault at one call. ``count`` says how many calls were made."""

    def __init__(self, strike: int = -1, how: str = "before") -> None:
        self.strike = strike
        self.how = how
        self.count = 0
        self.gone = False
        self.made: list[str] = []

    def __getattr__(self, name):
        real = getattr(os, name)
        if name not in CALLS:
            return real
        return lambda *args, **options: self._call(name, real, args, options)

    def _call(self, name, real, args, options):
        if self.gone:
            raise Crash
        place = self.count
        self.count += 1
        self.made.append(name)
        if place != self.strike:
            return real(*args, **options)
        if self.how in ERRORS:
            if name == "write":
                real(args[0], args[1][: len(args[1]) // 2])
            raise OSError(ERRORS[self.how], os.strerror(ERRORS[self.how]))
        self.gone = True
        if self.how == "half" and name == "write":
            real(args[0], args[1][: len(args[1]) // 2])
        elif self.how == "after":
            made = real(*args, **options)
            if name == "open":
                os.close(made)
        raise Crash


@contextmanager
def faulty(strike: int = -1, how: str = "before"):
    """Within the block the store's calls meet the fault."""
    fault = FaultyOs(strike, how)
    files.os = fault
    try:
        yield fault
    finally:
        files.os = os
