"""Moving the cursor."""

from __future__ import annotations

from planner.tui.command import Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="down",
        keys=("j", "down"),
        label=later_p("command", "down"),
        help=later("One down"),
        run="moving:down",
    ),
    Command(
        id="up",
        keys=("k", "up"),
        label=later_p("command", "up"),
        help=later("One up"),
        run="moving:up",
    ),
    Command(
        id="page-down",
        keys=("pagedown", "ctrl+d"),
        label=later_p("command", "page down"),
        help=later("A page down"),
        run="moving:page_down",
    ),
    Command(
        id="page-up",
        keys=("pageup", "ctrl+u"),
        label=later_p("command", "page up"),
        help=later("A page up"),
        run="moving:page_up",
    ),
    Command(
        id="top",
        keys=("home",),
        label=later_p("command", "top"),
        help=later("To the top"),
        run="moving:top",
    ),
    Command(
        id="top-by-gg",
        keys=("g",),
        label=later_p("command", "top"),
        help=later("To the top: g twice"),
        run="moving:top_by_gg",
    ),
    Command(
        id="bottom",
        keys=("G", "end"),
        label=later_p("command", "bottom"),
        help=later("To the bottom"),
        run="moving:bottom",
    ),
)
