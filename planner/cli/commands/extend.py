"""``planner extend NUMBER ... DATE``: extend a term, with reason and progress; late ones are recorded as late.

``planner extend V2026-0123 30d`` lengthens a reception's clock instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.commands.reception_steps import extend_reception
from planner.cli.dates import moment_of
from planner.cli.numbered import tell
from planner.cli.targets import add_targets, targets
from planner.desk.handing import extend
from planner.desk.references import names_reception
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
    add_targets(parser, "NUMBER ... DATE", t("numbers as 12 or 3,5-7, then the new date; or V2026-0123 30d"))
    parser.add_argument("--reason", metavar="WORDS", help=t("why; without it the first date is scored"))
    parser.add_argument("--progress", metavar="WORDS", help=t("how far it is"))
    parser.add_argument("--approver", metavar="NAME", help=t("who agreed"))
    parser.add_argument("--on", metavar="DATE", help=t("of a reception: when it was decided; today when not given"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Do it, and say so."""
    if options.where is None and options.words and names_reception(options.words[0]):
        return extend_reception(options, desk, talk)
    numbers, text = targets(options, desk, talk)
    until = moment_of(text, desk)
    edited = extend(desk, numbers, until, reason=options.reason, progress=options.progress, approver=options.approver)
    return tell(edited, talk, t("extended to {when}", when=said(until, desk.now, desk.lang, desk.calendar)), desk)
