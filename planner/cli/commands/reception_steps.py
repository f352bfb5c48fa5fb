"""``planner notice|accept|reply NUMBER …``: what happened with a reception, each on its own date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.dates import moment_of
from planner.cli.options import UsageError
from planner.desk.receptions import accept, notice, reply
from planner.desk.references import reception_number
from planner.domain.clock import clocks_of
from planner.domain.moment import day_of
from planner.wording import t
from planner.wording.clocks import clock_said
from planner.wording.numbers import reception_label

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("number", help="V2026-0123")
    if parser.get_default("command") == "reply":
        parser.add_argument("words", nargs="+", help=t("what was answered"))
    else:
        parser.add_argument("words", nargs="*", metavar="DATE", help=t("its date; today when not given"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Record it, and say which clocks run on."""
    number = reception_number(options.number, desk.now.year)
    words = " ".join(options.words)
    if options.command == "reply":
        reception = reply(desk, number, words)
        talk.say(t("{label} is answered; its clocks have stopped.", label=reception_label(number)))
        return 0
    day = day_of(moment_of(words, desk)) if words else desk.now.date()
    if day > desk.now.date():
        raise UsageError(t("That day is still ahead: record it when it has happened."))
    reception = (notice if options.command == "notice" else accept)(desk, number, day)
    talk.say(t("{label}: recorded.", label=reception_label(number)))
    for clock in clocks_of(reception, desk.calendar):
        talk.say(clock_said(clock, desk.day(), desk.lang))
    return 0
