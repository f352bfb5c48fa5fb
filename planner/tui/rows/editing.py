"""Editing a matter: in a form, or its title where it stands."""

from __future__ import annotations

from planner.tui.command import ANYTHING, MATTER, Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="edit",
        keys=("e",),
        label=later_p("command", "edit"),
        help=later("Edit all of it in a form; of several marked matters, what one line says; a point's words"),
        run="editing:edit",
        on=ANYTHING,
        group="do",
        menu=True,
        called=(("reception", later_p("command", "correct")), ("point", later_p("command", "reword"))),
    ),
    Command(
        id="retitle",
        keys=("f2",),
        label=later_p("command", "retitle"),
        help=later("Edit the title where it stands"),
        run="editing:retitle",
        on=MATTER,
        group="do",
        menu=True,
    ),
)
