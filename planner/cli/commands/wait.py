"""``planner wait NUMBER ... [WORDS] [--until DATE]``: it waits, for what and until when; ``--over`` takes it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.dates import moment_of
from planner.cli.numbered import tell
from planner.cli.options import UsageError
from planner.cli.targets import add_targets, targets
from planner.desk.waiting import stop_waiting, wait
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
    add_targets(parser, "NUMBER ... [WORDS]", t("numbers as 12 or 3,5-7, then what it waits for"))
    parser.add_argument("--until", metavar="DATE", help=t("the day from which it is to be taken up again"))
    parser.add_argument("--over", action="store_true", help=t("it waits no longer"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Do it, and say so."""
    numbers, words = targets(options, desk, talk)
    if options.over:
        if words or options.until is not None:
            raise UsageError(t("--over takes numbers alone: planner wait 12 --over"))
        return tell(stop_waiting(desk, numbers), talk, t("waits no longer"), desk)
    if options.until is None:
        return tell(wait(desk, numbers, words), talk, t("waits"), desk)
    until = moment_of(options.until, desk)
    when = said(until, desk.now, desk.lang, desk.calendar)
    return tell(wait(desk, numbers, words, until), talk, t("waits until {when}", when=when), desk)
