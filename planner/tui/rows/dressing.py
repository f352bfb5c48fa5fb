"""How the planner looks and speaks."""

from __future__ import annotations

from planner.tui.command import Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="theme",
        keys=("f6",),
        label=later_p("command", "theme"),
        help=later("Choose a colour theme, seen while it is chosen"),
        run="dressing:theme",
        group="look",
    ),
    Command(
        id="language",
        keys=("f4",),
        label=later_p("command", "中文"),
        help=later("Switch between English and Chinese"),
        run="dressing:language",
        group="look",
    ),
)
