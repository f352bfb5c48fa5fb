"""What happens with an entry of the reception log."""

from __future__ import annotations

from planner.tui.command import RECEPTION, Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="register",
        keys=("F",),
        label=later_p("command", "visit form"),
        help=later("Register a visit by a form of all its fields"),
        run="receptions:register",
        group="take",
    ),
    Command(
        id="notice",
        keys=("N",),
        label=later_p("command", "notice"),
        help=later("The written notice of receipt was given, on its date"),
        run="receptions:notice",
        on=RECEPTION,
        group="do",
        menu=True,
    ),
    Command(
        id="accept",
        keys=("A",),
        label=later_p("command", "accept"),
        help=later("It was accepted, on its date: the 60 days run from it"),
        run="receptions:accept",
        on=RECEPTION,
        group="do",
        menu=True,
    ),
    Command(
        id="objection",
        keys=("O",),
        label=later_p("command", "object"),
        help=later("We objected that it is not ours, on its date"),
        run="receptions:objection",
        on=RECEPTION,
        group="do",
        menu=True,
    ),
    Command(
        id="happened",
        keys=("H",),
        label=later_p("command", "happened"),
        help=later("What else happened: reported up, others asked, a review"),
        run="receptions:happened",
        on=RECEPTION,
        group="do",
        menu=True,
    ),
    Command(
        id="grave",
        keys=("exclamation_mark", "！"),
        label=later_p("command", "grave"),
        help=later("Grave or urgent, or no longer"),
        run="receptions:grave",
        on=RECEPTION,
        group="do",
        menu=True,
    ),
    Command(
        id="restrict",
        keys=("asterisk", "＊"),
        label=later_p("command", "restrict"),
        help=later("Show it on demand only, or to everybody again"),
        run="receptions:restrict",
        on=RECEPTION,
        group="do",
        menu=True,
    ),
    Command(
        id="reveal",
        keys=("Y",),
        label=later_p("command", "show words"),
        help=later("Show the words of a restricted entry, and whole phone numbers"),
        run="receptions:reveal",
        on=RECEPTION,
        group="do",
        menu=True,
    ),
)
