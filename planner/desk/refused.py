"""What a verb says when it can't be done: one clear line with the remedy, and the process's exit code for it."""

from __future__ import annotations

from planner.domain.record import Problem

__all__ = ["Problem", "Refused", "sentence_of"]


class Refused(Problem):
    """A verb that was not done, and nothing changed. Its text is the line for the director, in the chosen language."""


def sentence_of(problem: BaseException) -> str:
    """The line for the director."""
    if isinstance(problem, Refused):
        return str(problem)
    from planner.wording.refusals import refusal

    return refusal(problem)
