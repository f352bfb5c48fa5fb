"""``planner why NUMBER``: each term of a matter's score with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.discretion import Discretion
from planner.desk.pages import explained
from planner.desk.references import matter_numbers
from planner.wording import t
from planner.wording.safe import cells, pad
from planner.wording.terms import grade_reason, term
from planner.wording.why import reason_of

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("numbers", nargs="+", metavar="NUMBER", help=t("12, or 3 5-7 for several"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Print the sum, term by term."""
    explanations = [explained(desk, number) for number in matter_numbers(options.numbers)]
    if options.json:
        out.json(
            [
                {
                    "number": one.matter.number,
                    "grade": one.matter.grade,
                    "grade_reason": one.matter.grade_reason,
                    "score": one.score if one.matter.is_open else None,
                    "terms": [{"name": part.name, "points": part.points, "amount": part.amount} for part in one.terms],
                }
                for one in explanations
            ]
        )
        return 0
    eyes = Discretion(desk)
    for one in explanations:
        matter = eyes(one.matter)
        if not matter.is_open:
            state = term("matter state", matter.state)
            out.line(
                t(
                    "{number} {title}: {state}, so it has no place in the order",
                    number=matter.number,
                    title=matter.title,
                    state=state,
                )
            )
            continue
        out.bold(
            t(
                "{number} {title}: {score} ({grade}: {reason})",
                number=matter.number,
                title=matter.title,
                score=one.score,
                grade=term("grade", matter.grade),
                reason=grade_reason(matter.grade_reason, matter.marks),
            )
        )
        reasons = [reason_of(part) for part in one.terms]
        width = max((cells(reason) for reason in reasons), default=0)
        for part, reason in zip(one.terms, reasons, strict=True):
            out.line(f"  {pad(reason, width)}  {part.points:+5d}")
    return 0
