"""``planner chase NUMBER ... [WORDS] [--promised DATE]``: write one entry of the chase log (催办)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.dates import moment_of
from planner.cli.numbered import tell
from planner.cli.targets import add_targets, targets
from planner.desk.handing import chase
from planner.domain.supervision import chase_day
from planner.wording import t
from planner.wording.dates import said

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    add_targets(parser, "NUMBER ... [WORDS]", t("numbers as 12 or 3,5-7, then what was said"))
    parser.add_argument("--promised", metavar="DATE", help=t("the day that was promised"))
    parser.add_argument("--promise", metavar="WORDS", help=t("the words of the promise, apart from what was said"))
    parser.add_argument("--how", metavar="HOW", help=t("phone, in person, in writing"))
    parser.add_argument("--party", metavar="NAME", help=t("who was chased, when it is not who leads"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Do it, and say so."""
    numbers, text = targets(options, desk, talk)
    promised = None if options.promised is None else moment_of(options.promised, desk)
    edited = chase(desk, numbers, text, promised, options.party, how=options.how, promise=options.promise)
    tell(edited, talk, t("chased"), desk)
    for matter in edited.matters:
        again = chase_day(matter, desk.calendar)
        if again is not None:
            when = said(again, desk.now, desk.lang, desk.calendar)
            talk.say(t("{number}: next chase {when}", number=matter.number, when=when))
    return 0
