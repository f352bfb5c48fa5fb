"""Reminders: the list of today's and of those that were missed, where they are put off."""

from __future__ import annotations

from planner.tui.command import Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="reminders",
        keys=("b",),
        label=later_p("command", "reminders"),
        help=later("Today's reminders and those that were missed; a digit puts one off"),
        run="reminding:reminders",
        group="look",
    ),
)
