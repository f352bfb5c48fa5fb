"""Finding records, and commands by name."""

from __future__ import annotations

from planner.tui.command import Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="find",
        keys=("ctrl+f",),
        label=later_p("command", "search all"),
        help=later("Search every record, the archive too, and go to one"),
        run="finding:find",
        group="look",
    ),
    Command(
        id="palette",
        keys=("ctrl+p",),
        label=later_p("command", "palette"),
        help=later("Commands by name; records by number or words"),
        run="finding:palette",
        group="look",
    ),
)
