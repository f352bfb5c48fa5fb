"""``planner undo`` and ``planner redo``: the last change, whole, whoever made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.past import redo, undo
from planner.wording import t
from planner.wording.changes import change_said

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """It takes nothing."""


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Do it, and say what it was, whose, and when."""
    if options.command == "undo":
        change = undo(desk)
        said = change_said(change.command, change.records, change.at, change.who, desk.now, desk.lang)
        talk.say(t("Taken back: {change}", change=said))
    else:
        change = redo(desk)
        said = change_said(change.command, change.records, change.at, change.who, desk.now, desk.lang)
        talk.say(t("Done again: {change}", change=said))
    return 0
