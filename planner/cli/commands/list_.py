"""``planner list FILTER``: matters by score that a filter finds. The options say the same in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.dates import moment_of
from planner.cli.parser import coded
from planner.cli.rows import laid_out
from planner.cli.shapes import matter_shape
from planner.desk.choosing import filter_of, listed, view_named
from planner.desk.discretion import Discretion
from planner.domain.filter import Amount, Choice, Concerned, Tagged, When, both
from planner.domain.moment import day_of
from planner.domain.terms import GRADES, MATTER_STATES, WORKS
from planner.wording import t
from planner.wording.page import row_of
from planner.wording.terms import term

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.domain.filter import Filter

__all__ = ["configure", "run"]


_CHOICES = ("view", "state", "grade", "priority", "party", "tag", "work", "due_before", "due_after")
"""The options that choose."""


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="FILTER",
        help=t(
            "words, @NAME, +TAG, p1, due:..fri, grade:major, state:all, is:supervised; and, or, not, ( ), /pattern/"
        ),
    )
    parser.add_argument("--view", metavar="NAME", help=t("a saved view: planner views"))
    parser.add_argument("--state", type=_state, metavar=_named("matter state", MATTER_STATES, t("all")),
        help=t("open ones when not given"))  # fmt: skip
    parser.add_argument("--grade", type=coded("grade", GRADES), metavar=_named("grade", GRADES))
    parser.add_argument("--priority", type=int, choices=range(1, 5))
    parser.add_argument("--party", metavar="NAME")
    parser.add_argument("--tag", metavar="TAG")
    parser.add_argument("--work", type=coded("work", WORKS), metavar=_named("work", WORKS))
    parser.add_argument("--due-before", metavar="DATE", help=t("a date as the capture line takes it"))
    parser.add_argument("--due-after", metavar="DATE", help=t("a date as the capture line takes it"))
    parser.add_argument("--archived", action="store_true", help=t("the archive too"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))
    parser.add_argument("--plain", action="store_true", help=t("one item a line, whole, as where there is no terminal"))


def _named(family: str, codes: Iterable[str], *more: str) -> str:
    """What an option takes, as its place holder."""
    return "|".join((*(term(family, code) for code in codes), *more))


def _state(word: str) -> str:
    """A state, or all of them."""
    return "all" if word in ("all", t("all")) else coded("matter state", MATTER_STATES)(word)


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the list."""
    rows = listed(desk, _asked(options, desk), archived=options.archived)
    shown = Discretion(desk)
    if options.json:
        out.json([matter_shape(shown(row.matter), row.score, row.light) for row in rows])
        return 0
    day = desk.day()
    width = None if options.plain else out.width
    for line in laid_out([row_of(shown(row.matter), day, desk.lang) for row in rows], width):
        out.line(line)
    if not rows:
        asked = options.words or any(getattr(options, name) is not None for name in _CHOICES)
        talk.say(t("No matter meets that.") if asked else t("No matter is open. planner add takes one."))
    return 0


def _asked(options: Namespace, desk: Desk) -> Filter:
    """What was asked for: the filter typed, the saved view, and the options, which must all hold."""
    parts: list[Filter] = [filter_of(desk, " ".join(options.words))]
    if options.view is not None:
        parts.append(view_named(desk, options.view))
    if options.state is not None:
        states = MATTER_STATES if options.state == "all" else (options.state,)
        parts.append(Choice(field="state", values=states))
    if options.grade is not None:
        parts.append(Choice(field="grade", values=(options.grade,)))
    if options.work is not None:
        parts.append(Choice(field="work", values=(options.work,)))
    if options.priority is not None:
        parts.append(Amount(field="priority", ranges=((options.priority, options.priority),)))
    if options.party is not None:
        parts.append(Concerned(role="any", names=(options.party,)))
    if options.tag is not None:
        parts.append(Tagged(tags=(options.tag,)))
    if options.due_before is not None:
        parts.append(When(field="due", sign="<=", moment=day_of(moment_of(options.due_before, desk))))
    if options.due_after is not None:
        parts.append(When(field="due", sign=">=", moment=day_of(moment_of(options.due_after, desk))))
    return both(parts)
