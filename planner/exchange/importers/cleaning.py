"""Foreign words as the planner's: a title on one line, names and tags without what would break a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.matter import Note
from planner.domain.recurrence import BadRuleError, parse_rule

if TYPE_CHECKING:
    from planner.domain.moment import datetime

__all__ = ["as_note", "lines_of", "one_line", "rule_kept", "word"]

_TOO_FINE = ("HOURLY", "MINUTELY", "SECONDLY")
"""Frequencies of less than a day: a matter has a due day."""


def one_line(text: str) -> str:
    """A text on one line, its runs of white space one blank each."""
    return " ".join(text.split())


def lines_of(text: str) -> list[str]:
    """The lines of a file: U+2028, U+0085 and their like are text and end none."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def rule_kept(text: str) -> str | None:
    """A recurrence rule when a matter can keep it; ``None`` when it can't be read, or recurs within a day."""
    try:
        parse_rule(text)
    except BadRuleError:
        return None
    return None if any(f"FREQ={one}" in text.upper() for one in _TOO_FINE) else text


def word(text: str) -> str:
    """A tag or a name as one word."""
    return "-".join(text.split())


def as_note(text: str, at: datetime) -> Note:
    """A note of a day."""
    return Note(at=at.replace(second=0, microsecond=0), text=text)
