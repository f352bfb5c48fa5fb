"""Looking around: opening, filtering, help, the places."""

from __future__ import annotations

from planner.tui.command import Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="open",
        keys=("enter",),
        label=later_p("command", "menu"),
        help=later("Open the record, and choose what to do by a digit"),
        run="looking:open_",
        group="look",
        foot=10,
    ),
    Command(
        id="unfold",
        keys=("tab",),
        label=later_p("command", "whole band"),
        help=later("Show all of this band, or fold it again"),
        run="looking:unfold",
        group="look",
    ),
    Command(
        id="unfold-all",
        keys=("shift+tab",),
        label=later_p("command", "whole page"),
        help=later("Show all of every band, or fold them again"),
        run="looking:unfold_all",
        group="look",
    ),
    Command(
        id="filter",
        keys=("slash", "、", "／"),
        label=later_p("command", "filter"),
        help=later("Show only what holds these words"),
        run="looking:filter_",
        group="look",
        foot=11,
    ),
    Command(
        id="help",
        keys=("question_mark", "？", "f1"),
        label=later_p("command", "help"),
        help=later("Show all keys"),
        run="looking:help_",
        group="look",
        foot=12,
    ),
    Command(
        id="command",
        keys=("colon", "："),
        label=later_p("command", "command"),
        help=later("Run a command by its name"),
        run="looking:command",
        group="look",
    ),
    Command(
        id="back",
        keys=("escape",),
        label=later_p("command", "back"),
        help=later("Leave the filter, close what is open"),
        run="looking:back",
        group="look",
    ),
    Command(
        id="quit",
        keys=("q",),
        label=later_p("command", "quit"),
        help=later("Leave the planner; everything is kept"),
        run="looking:quit_",
        group="look",
        foot=13,
    ),
    Command(
        id="today",
        keys=("1",),
        label=later_p("command", "Today"),
        help=later("What the day asks"),
        run="looking:go_today",
        group="look",
    ),
    Command(
        id="matters",
        keys=("2",),
        label=later_p("command", "Matters"),
        help=later("All open matters by score"),
        run="looking:go_matters",
        group="look",
    ),
    Command(
        id="receptions",
        keys=("3",),
        label=later_p("command", "Reception"),
        help=later("The reception log"),
        run="looking:go_receptions",
        group="look",
    ),
    Command(
        id="parties",
        keys=("4",),
        label=later_p("command", "Communication"),
        help=later("Whom to tell what"),
        run="looking:go_parties",
        group="look",
    ),
    Command(
        id="suspend",
        keys=("ctrl+z",),
        label=later_p("command", "to the shell"),
        help=later("Put the planner behind; fg brings it back"),
        run="looking:suspend",
        group="look",
    ),
)
