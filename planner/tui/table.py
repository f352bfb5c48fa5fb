"""The one table of commands, made of the rows of each part of the day's work.

Bindings, foot, menu, palette, help and the README's table of keys are made of it. A new command is a line in one of
``planner/tui/rows`` and a function in ``planner/tui/verbs``, which is imported when the command is first used.
"""

from __future__ import annotations

from planner.tui.command import GROUPS, Command
from planner.tui.rows import (
    book,
    communication,
    dressing,
    editing,
    finding,
    looking,
    marking,
    matters,
    moving,
    receptions,
    reminders,
    review,
    taking,
)

__all__ = ["COMMANDS", "GROUPS", "Command"]

COMMANDS: tuple[Command, ...] = (
    *taking.ROWS,
    *matters.ROWS,
    *editing.ROWS,
    *receptions.ROWS,
    *communication.ROWS,
    *book.ROWS,
    *looking.ROWS,
    *finding.ROWS,
    *dressing.ROWS,
    *review.ROWS,
    *marking.ROWS,
    *reminders.ROWS,
    *moving.ROWS,
)
