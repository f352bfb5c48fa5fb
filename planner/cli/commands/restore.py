"""``planner restore NAME``: bring the book back to a backup, as one change that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.care import backups, restore
from planner.wording import t
from planner.wording.dates import stamp

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=t("the backup, as planner backup --list names it"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Restore it, or list what could be."""
    if options.name is None:
        for one in backups(desk):
            out.line(f"{one.name}  {stamp(one.at, desk.now, desk.lang)}")
        talk.say(t("Say which: planner restore NAME"))
        return 2
    restore(desk, options.name)
    talk.say(t("The book is as it was in {name}. planner undo takes that back.", name=options.name))
    return 0
