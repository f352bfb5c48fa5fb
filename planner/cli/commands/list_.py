"""``planner list``: matters by score, or those that meet what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.dates import moment_of
from planner.cli.rows import laid_out
from planner.cli.shapes import matter_shape
from planner.desk.pages import listed_matters
from planner.domain.criteria import Criteria
from planner.domain.moment import day_of
from planner.domain.terms import GRADES, MATTER_STATES, WORKS
from planner.wording import t
from planner.wording.page import row_of

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.domain.moment import date

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "words", nargs="*", help=t("words that must all occur; @NAME and +TAG ask for a party and a tag")
    )
    parser.add_argument("--state", choices=[*MATTER_STATES, "all"], help=t("open ones when not given"))
    parser.add_argument("--grade", choices=GRADES)
    parser.add_argument("--priority", type=int, choices=range(1, 5))
    parser.add_argument("--party", metavar="NAME")
    parser.add_argument("--tag", metavar="TAG")
    parser.add_argument("--work", choices=WORKS)
    parser.add_argument("--due-before", metavar="DATE", help=t("a date as the capture line takes it"))
    parser.add_argument("--due-after", metavar="DATE", help=t("a date as the capture line takes it"))
    parser.add_argument("--archived", action="store_true", help=t("the archive too"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))
    parser.add_argument("--plain", action="store_true", help=t("one item a line, whole, as where there is no terminal"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Print the list."""
    rows = listed_matters(desk, _criteria(options, desk))
    if options.json:
        out.json([matter_shape(row.matter, row.score, row.light) for row in rows])
        return 0
    day = desk.day()
    width = None if options.plain else out.width
    for line in laid_out([row_of(row.matter, day, desk.lang) for row in rows], width):
        out.line(line)
    return 0


def _criteria(options: Namespace, desk: Desk) -> Criteria:
    """What was asked for, as the store's search takes it."""
    parties = [word[1:] for word in options.words if word[0] in "@＠" and len(word) > 1]
    tags = [word[1:] for word in options.words if word[0] in "+#＃＋" and len(word) > 1]
    states = ("open", "waiting") if options.state is None else () if options.state == "all" else (options.state,)
    return Criteria(
        words=tuple(word for word in options.words if word[0] not in "@＠+#＃＋"),
        states=states,
        grade=options.grade,
        priority=options.priority,
        party=options.party or (parties[0] if parties else None),
        tag=options.tag or (tags[0] if tags else None),
        work=options.work,
        due_before=_day(options.due_before, desk),
        due_after=_day(options.due_after, desk),
        include_archived=options.archived,
    )


def _day(text: str | None, desk: Desk) -> date | None:
    """A day as the capture line takes it."""
    return None if text is None else day_of(moment_of(text, desk))
