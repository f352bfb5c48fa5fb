"""Marking several matters."""

from __future__ import annotations

from planner.tui.command import Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="mark",
        keys=("V",),
        label=later_p("command", "mark"),
        help=later("Mark several matters; the next verb is for all of them, one change and one undo"),
        run="marking:mark",
        group="look",
    ),
    Command(
        id="mark-down",
        keys=("ctrl+down",),
        label=later_p("command", "mark down"),
        help=later("Mark from here down; Shift and a click mark a range as well"),
        run="marking:mark_down",
        group="look",
    ),
    Command(
        id="mark-up",
        keys=("ctrl+up",),
        label=later_p("command", "mark up"),
        help=later("Mark from here up"),
        run="marking:mark_up",
        group="look",
    ),
    Command(
        id="mark-all",
        keys=("ctrl+a",),
        label=later_p("command", "mark all"),
        help=later("Mark every matter that is shown, as after a filter; once more unmarks"),
        run="marking:mark_all",
        group="look",
    ),
)
