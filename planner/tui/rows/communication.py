"""Keeping everyone told: talks, points, who a party is; and the lists of a place."""

from __future__ import annotations

from planner.tui.command import PARTY, POINT, Command
from planner.wording import later, later_p

__all__ = ["ROWS"]

ROWS: tuple[Command, ...] = (
    Command(
        id="talk",
        keys=("t",),
        label=later_p("command", "talk"),
        help=later("The sheet for a talk with somebody: tick each point as it is said"),
        run="talks:talk",
        group="take",
        foot=4,
    ),
    Command(
        id="held",
        keys=("h",),
        label=later_p("command", "talk held"),
        help=later("The talk was held; what was not ticked waits for the next"),
        run="talks:held",
        on=PARTY,
        group="do",
        menu=True,
    ),
    Command(
        id="merge",
        keys=("B",),
        label=later_p("command", "merge"),
        help=later("Both names are one party: make one of two"),
        run="talks:merge",
        on=PARTY,
        group="do",
        menu=True,
    ),
    Command(
        id="answer",
        keys=("i",),
        label=later_p("command", "answered"),
        help=later("Told, with what they answered, and how"),
        run="talks:answer",
        on=POINT,
        group="do",
        menu=True,
    ),
    Command(
        id="answer-matter",
        keys=("M",),
        label=later_p("command", "make a matter"),
        help=later("Make a matter of what was answered"),
        run="talks:answer_matter",
        on=POINT,
        group="do",
        menu=True,
    ),
    Command(
        id="lists",
        keys=("l",),
        label=later_p("command", "lists"),
        help=later("Another list of this place: visits by clock, late, by section; who is due a talk; saved views"),
        run="lists:lists",
        group="look",
    ),
    Command(
        id="agenda",
        keys=("C",),
        label=later_p("command", "agenda"),
        help=later("The week day by day, then the month, then the list again"),
        run="lists:agenda",
        group="look",
    ),
    Command(
        id="earlier",
        keys=("left",),
        label=later_p("command", "earlier"),
        help=later("The agenda's stretch before"),
        run="lists:earlier",
        group="look",
    ),
    Command(
        id="later",
        keys=("right",),
        label=later_p("command", "later"),
        help=later("The agenda's stretch after"),
        run="lists:later_",
        group="look",
    ),
)
