"""``planner backup``: back up the book now; ``--list`` shows the backups that are kept, ``--delete`` removes some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.care import back_up, backups, delete_backup
from planner.domain.moment import iso
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
    parser.add_argument("--list", action="store_true", help=t("the backups that are kept, the latest first"))
    parser.add_argument("--delete", nargs="+", metavar="NAME", help=t("these backups, for good"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Make one, or list them."""
    if options.delete:
        for name in options.delete:
            delete_backup(desk, name)
            talk.say(t("The backup {name} is deleted.", name=name))
        return 0
    if not options.list:
        made = back_up(desk)
        out.line(made.name)
        talk.say(t("Backed up. planner restore {name} brings it back.", name=made.name))
        return 0
    kept = backups(desk)
    if options.json:
        out.json([{"name": one.name, "at": iso(one.at), "bytes": one.size} for one in kept])
        return 0
    for one in kept:
        out.line(f"{one.name}  {stamp(one.at, desk.now, desk.lang)}")
    return 0
