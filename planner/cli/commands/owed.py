"""``planner owed``: what others owe, red lights first; ``--silent`` puts the longest silent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.rows import laid_out
from planner.cli.shapes import matter_shape
from planner.desk.pages import owed
from planner.domain.moment import iso
from planner.domain.supervision import chase_day
from planner.wording import n, t
from planner.wording.dates import short
from planner.wording.page import owed_row

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("--silent", action="store_true", help=t("the longest silent first"))
    parser.add_argument("--supervised", action="store_true", help=t("supervised ones only"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))
    parser.add_argument("--plain", action="store_true", help=t("one item a line, whole, as where there is no terminal"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the list."""
    rows = owed(desk, by_silence=options.silent, supervised=options.supervised)
    if options.json:
        out.json(
            [
                {
                    **matter_shape(one.matter, None, one.light),
                    "silent_days": silent,
                    "next_chase": None if (again := chase_day(one.matter, desk.calendar)) is None else iso(again),
                }
                for one, silent in rows
            ]
        )
        return 0
    day = desk.day()
    shown = []
    for one, silent in rows:
        row = owed_row(one, day, desk.lang)
        quiet = n("silent {count} wd", "silent {count} wd", silent) if silent else ""
        again = chase_day(one.matter, day.calendar)
        chase = "" if again is None else t("chase {day}", day=short(again, day.now, desk.lang))
        shown.append(row.replace(detail="  ".join(part for part in (row.detail, quiet, chase) if part)))
    for line in laid_out(shown, None if options.plain else out.width):
        out.line(line)
    if not rows:
        none = t("Nobody owes anything: planner hand 12 NAME hands a matter over.")
        talk.say(t("Nothing that is supervised is owed.") if options.supervised else none)
    return 0
