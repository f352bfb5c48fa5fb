"""Running another program that shows something: its output caught, a few seconds to live, killed with its children."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from planner.domain.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["SECONDS", "Ran", "run"]

SECONDS = 5.0
"""A daemon that takes longer hangs; ``notify-send`` alone would wait 25 s for it."""

_NO_OUTPUT = 2.0
"""Seconds for a killed program's output to end."""


class Ran(Record):
    """How it ended. ``code`` is ``None`` when it was not there, or was killed for being late."""

    code: int | None
    out: str = ""
    err: str = ""
    late: bool = False
    absent: bool = False


def run(
    words: Sequence[str], *, given: str = "", env: Mapping[str, str] | None = None, seconds: float = SECONDS
) -> Ran:
    """Run a program without a shell. It has no terminal, and a process group of its own, which is killed with it."""
    try:
        process = subprocess.Popen(  # noqa: S603 - words of the planner's, or a command that the user set
            list(words),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=None if env is None else dict(env),
            start_new_session=True,
        )
    except OSError as error:
        return Ran(code=None, err=error.strerror or str(error), absent=True)
    try:
        out, err = process.communicate(given.encode("utf-8", "surrogateescape"), timeout=seconds)
    except subprocess.TimeoutExpired:
        _kill(process)
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=_NO_OUTPUT)
        return Ran(code=None, late=True)
    return Ran(code=process.returncode, out=_text(out), err=_text(err).strip())


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it started."""
    if sys.platform == "win32":
        process.kill()
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _text(data: bytes) -> str:
    """What a program printed; bytes that are no UTF-8 go back to it as they came."""
    return data.decode("utf-8", "surrogateescape")
