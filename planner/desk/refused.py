"""What a verb says when it can't be done: one clear line with the remedy, and the process's exit code for it."""

from __future__ import annotations

from planner.config.errors import BadClockError, BadSettingError
from planner.domain.record import Invalid
from planner.store.errors import StoreError

__all__ = ["PROBLEMS", "Refused", "exit_code_of", "sentence_of"]


class Refused(Exception):
    """A verb that was not done, and nothing changed. Its text is the line for the director, in the chosen language."""


PROBLEMS: tuple[type[Exception], ...] = (Refused, StoreError, Invalid, BadClockError, BadSettingError)
"""Every error that a verb may raise on purpose; anything else is a fault of the program."""


def sentence_of(problem: Exception) -> str:
    """The line for the director."""
    if isinstance(problem, Refused):
        return str(problem)
    from planner.wording.refusals import refusal

    return refusal(problem)


def exit_code_of(problem: Exception) -> int:
    """1 refused or not found, 3 when the book is locked or can't be written."""
    return int(getattr(problem, "exit_code", 1))
