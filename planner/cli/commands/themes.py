"""``planner themes``: the colour themes that can be chosen, and which is; ``planner config theme NAME`` chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.setting import themes
from planner.wording import t

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """List them."""
    rows = themes(desk)
    if options.json:
        out.json([{"name": row.name, "chosen": row.chosen, "own": row.own} for row in rows])
        return 0
    for row in rows:
        name = t("{name} (your own)", name=row.name) if row.own else row.name
        out.line(t("{name}: chosen", name=name) if row.chosen else name)
    talk.say(t("planner config theme NAME chooses one; your own stand in {path}.", path=f"{desk.home}/themes"))
    return 0
