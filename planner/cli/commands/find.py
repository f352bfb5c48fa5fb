"""``planner find WORDS``: words in every record, closed and archived ones too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.rows import laid_out
from planner.cli.shapes import found_shape
from planner.desk.pages import found
from planner.domain.criteria import Criteria
from planner.wording import t
from planner.wording.page import row_of

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("words", nargs="+", help=t("words that must all occur"))
    parser.add_argument("--private", action="store_true", help=t("a restricted entry and phones too"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))
    parser.add_argument("--plain", action="store_true", help=t("one item a line, whole, as where there is no terminal"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print what was found; exit 1 when nothing was."""
    records = found(desk, Criteria(words=tuple(options.words), include_archived=True), private=options.private)
    day = desk.day()
    if options.json:
        out.json([found_shape(record, day, private=options.private) for record in records])
    else:
        for line in laid_out(
            [row_of(record, day, desk.lang, private=options.private) for record in records],
            None if options.plain else out.width,
        ):
            out.line(line)
    if not records:
        talk.say(t("Nothing holds “{words}”.", words=" ".join(options.words)))
    return 0 if records else 1
