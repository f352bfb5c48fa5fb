"""A suggested mark in words, with what to type to set it: it is seen, never applied."""

from __future__ import annotations

from planner.wording import t
from planner.wording.terms import term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.suggestion import Suggestion

__all__ = ["suggestion_said"]


def suggestion_said(suggestion: Suggestion, number: int) -> str:
    """What suggests which mark of a matter, and the command that sets it."""
    return t(
        "“{word}” suggests {mark}: planner edit {number} +{code}",
        word=suggestion.because,
        mark=term("mark", suggestion.mark),
        number=number,
        code=suggestion.mark,
    )
