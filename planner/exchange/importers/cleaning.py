"""Foreign words as the planner's: a title on one line, names and tags without what would break a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.matter import Note

if TYPE_CHECKING:
    from planner.domain.moment import datetime

__all__ = ["as_note", "one_line", "word"]


def one_line(text: str) -> str:
    """A text on one line, its runs of white space one blank each."""
    return " ".join(text.split())


def word(text: str) -> str:
    """A tag or a name as one word."""
    return "-".join(text.split())


def as_note(text: str, at: datetime) -> Note:
    """A note of a day."""
    return Note(at=at.replace(second=0, microsecond=0), text=text)
