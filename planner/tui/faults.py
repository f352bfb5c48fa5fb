"""Faults of the planner's own: noted in ``planner.log`` without a word of what the book holds, told in one line."""

from __future__ import annotations

import os
import traceback
from typing import TYPE_CHECKING

from planner.config.clock import now
from planner.wording import t
from planner.wording.safe import shown

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["log_file", "note_fault"]


def log_file(home: str) -> str:
    """Where faults are noted."""
    return os.path.join(home, "planner.log")


def note_fault(home: str, error: BaseException) -> str:
    """Note the kind of error and the lines of the program it passed; the sentence that tells a person of it.

    The error's own words are left out: they may quote a visitor.
    """
    path = log_file(home)
    kind = type(error).__name__
    lines = [f"{now().isoformat()} {kind}", *_frames(error.__traceback__)]
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return t("The planner met a fault of its own ({kind}). What was acknowledged is kept.", kind=kind)
    return t(
        "The planner met a fault of its own ({kind}). What was acknowledged is kept. {path} says where.",
        kind=kind,
        path=shown(path),
    )


def _frames(trace: TracebackType | None) -> list[str]:
    """The places in the program, without values."""
    return [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
