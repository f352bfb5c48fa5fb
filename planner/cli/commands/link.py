"""``planner link NUMBER FILE|ADDRESS ...``: what belongs to a matter or a reception; without more, its links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.linking import link, links_of, unlink
from planner.wording import t

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("number", metavar="NUMBER", help=t("12 for a matter, V2026-0123 for a reception"))
    parser.add_argument("targets", nargs="*", metavar="FILE|ADDRESS")
    parser.add_argument("--remove", action="store_true", help=t("take these off, by place or by name"))
    parser.add_argument("--private", action="store_true", help=t("a restricted entry and phones too"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Do it, and print the links as they are now."""
    targets = tuple(options.targets)
    missing: tuple[str, ...] = ()
    if options.remove:
        unlink(desk, options.number, targets)
    elif targets:
        missing = link(desk, options.number, targets).missing
    links = links_of(desk, options.number, private=options.private).links
    if options.json:
        out.json(list(links))
    else:
        for place, one in enumerate(links, 1):
            out.line(f"{place}  {one}")
    for one in missing:
        talk.say(t("{path} is not there now; the link is kept.", path=one))
    return 0
