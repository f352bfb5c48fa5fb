"""``planner tell NAME WORDS``: note one thing to tell somebody, kept word for word. The number goes to stdout."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.cli.prompt import ask
from planner.cli.shapes import point_shape
from planner.desk.talks import tell
from planner.wording import t
from planner.wording.echo import echo_point

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("line", nargs="*", help=t("the line; none asks for it"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Note it."""
    line = " ".join(options.line)
    if not line:
        if not sys.stdin.isatty():
            raise UsageError(t("Say whom to tell, and what: planner tell NAME WORDS"))
        line = ask(t("Whom to tell, and what? "))
    told = tell(desk, line)
    if options.json:
        out.json(point_shape(told.point))
    else:
        out.line(str(told.point.number))
    talk.say(echo_point(told.draft, desk.now, desk.lang, desk.calendar, told.new_names))
    return 0
