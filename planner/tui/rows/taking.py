"""Taking down: a matter, a visit, a point."""

from __future__ import annotations

from planner.tui.command import Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="add",
        keys=("a",),
        label=later_p("command", "add"),
        help=later("Write a matter down in one line"),
        run="taking:add",
        group="take",
        foot=1,
    ),
    Command(
        id="visit",
        keys=("v",),
        label=later_p("command", "visit"),
        help=later("Register a visitor, a call or a letter in one line"),
        run="taking:visit",
        group="take",
        foot=2,
    ),
    Command(
        id="point",
        keys=("n",),
        label=later_p("command", "point"),
        help=later("Note one thing to tell somebody"),
        run="taking:point",
        group="take",
        foot=3,
    ),
)
