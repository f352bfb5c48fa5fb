"""``planner visits``: the reception log; ``planner visits void NUMBER REASON`` voids an entry and keeps its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.cli.rows import laid_out
from planner.cli.shapes import reception_shape
from planner.desk.pages import receptions
from planner.desk.receptions import void
from planner.desk.references import reception_number
from planner.domain.criteria import Criteria
from planner.domain.terms import RECEPTION_STATES
from planner.wording import t
from planner.wording.numbers import reception_label
from planner.wording.page import row_of

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("words", nargs="*", metavar="WORD", help=t("words that must all occur; or: void NUMBER REASON"))
    parser.add_argument(
        "--state", choices=[*RECEPTION_STATES, "all"], help=t("those awaiting an answer when not given")
    )
    parser.add_argument("--archived", action="store_true", help=t("the archive too"))
    parser.add_argument("--private", action="store_true", help=t("a restricted entry and phones too"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))
    parser.add_argument("--plain", action="store_true", help=t("one item a line, whole, as where there is no terminal"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the log, or void an entry."""
    if options.words[:1] == ["void"]:
        return _void(options.words[1:], desk, talk)
    states = ("open",) if options.state is None else () if options.state == "all" else (options.state,)
    rows = receptions(
        desk,
        Criteria(words=tuple(options.words), states=states, include_archived=options.archived),
        private=options.private,
    )
    day = desk.day()
    if options.json:
        out.json([reception_shape(row, day, reception_label(row.number), private=options.private) for row in rows])
        return 0
    shown = [row_of(row, day, desk.lang, private=options.private) for row in rows]
    for line in laid_out(shown, None if options.plain else out.width):
        out.line(line)
    return 0


def _void(words: list[str], desk: Desk, talk: Talk) -> int:
    """Void the entry that the words name, for the reason that they give."""
    if len(words) < 2:
        raise UsageError(t("Say which and why: planner visits void V2026-0123 registered twice"))
    reception = void(desk, reception_number(words[0], desk.now.year), " ".join(words[1:]))
    talk.say(t("{label} is void; its number stays.", label=reception_label(reception.number)))
    return 0
