"""``planner views``: the saved views; ``views NAME FILTER`` saves one; ``planner list --view NAME`` shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.desk.choosing import views
from planner.desk.setting import change
from planner.wording import t

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("name", nargs="?", metavar="NAME")
    parser.add_argument("words", nargs="*", metavar="FILTER", help=t("what it asks, as planner list takes it"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """List them, or save one. A view that can't be used is told in one line; the others still work."""
    if options.name is not None:
        if options.name == "save":  # as a person may well say it
            options.name, options.words = "".join(options.words[:1]) or None, options.words[1:]
        if options.name is None or not options.words:
            raise UsageError(t("Say what it asks: planner views NAME FILTER. planner list --view NAME shows one."))
        change(desk, f"views.{options.name}", " ".join(options.words))
        talk.say(t("Saved. planner list --view {name} shows it.", name=options.name))
        return 0
    found = views(desk)
    if options.json:
        out.json([{"name": view.name, "filter": view.text, "problem": view.problem} for view in found])
        return 0
    for view in found:
        out.line(t("{name}: {filter}", name=view.name, filter=view.text))
        if view.problem is not None:
            talk.say(view.problem)
    if not found:
        talk.say(t("There is no saved view yet: planner views NAME FILTER saves one."))
    return 0
