"""Taking back what was done, and doing it again."""

from __future__ import annotations

from planner.tui.command import Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="undo",
        keys=("u",),
        label=later_p("command", "undo"),
        help=later("Take back the last change, whole, and say what it was"),
        run="past:undo",
        group="book",
        foot=15,
    ),
    Command(
        id="redo",
        keys=("ctrl+r",),
        label=later_p("command", "redo"),
        help=later("Do again what was taken back"),
        run="past:redo",
        group="book",
    ),
)
