"""``planner hand NUMBER ... NAME[,NAME]``: hand matters to parties, the first leading and the rest assisting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.numbered import tell
from planner.cli.targets import add_targets, targets
from planner.desk.handing import hand
from planner.wording import t

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    add_targets(parser, "NUMBER ... NAME", t("numbers as 12 or 3 5-7, then names; the first leads"))
    parser.add_argument("--supervise", action="store_true", default=None, help=t("supervise it: lights and chase log"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Do it, and say so."""
    numbers, text = targets(options, desk)
    names = text.replace("，", ",").replace("、", ",").replace(",", " ").split()
    return tell(
        hand(desk, numbers, tuple(names), supervised=options.supervise), talk, t("handed to {names}", names=text)
    )
