"""``planner hand NUMBER ... NAME[,NAME] [DATE]``: hand matters to parties, the first leading, the rest assisting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.numbered import suggest, tell_of_warnings
from planner.cli.targets import add_targets, targets
from planner.desk.discretion import Discretion
from planner.desk.handing import directory_of, hand, names_and_date
from planner.domain.supervision import kind_of_handing
from planner.wording import t
from planner.wording.dates import said
from planner.wording.handing import handed_said

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    add_targets(
        parser,
        "NUMBER ... NAME [DATE]",
        t("numbers as 12 or 3,5-7, then names, the first of which leads, and a date when there is one"),
    )
    parser.add_argument("--supervise", action="store_true", default=None, help=t("supervise it: lights and chase log"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Do it, and say so."""
    numbers, text = targets(options, desk, talk)
    names, due = names_and_date(desk, text)
    edited = hand(desk, numbers, names, supervised=options.supervise, due=due)
    directory = directory_of(desk)
    told = tuple(map(Discretion(desk), edited.matters))
    for matter in told:
        did = handed_said(kind_of_handing(matter, directory), matter.handed_to)
        if due is not None and matter.due is not None:
            when = said(matter.due, desk.now, desk.lang, desk.calendar, matter.end)
            did = t("{done}, by {when}", done=did, when=when)
        talk.say(t("{number} {did}: {title}", number=matter.number, did=did, title=matter.title))
    tell_of_warnings(edited, talk)
    suggest(told, directory, talk)
    return 0
