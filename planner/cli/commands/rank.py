"""``planner rank NUMBER up|down|top|bottom``, ``planner rank --reset``: the order by hand, beside the computed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.numbered import tell
from planner.cli.options import UsageError
from planner.cli.targets import add_where, ask_before, where
from planner.desk.ranking import move, unmove
from planner.desk.references import matter_numbers
from planner.wording import t

if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Literal

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]

_WAYS: dict[str, Literal["up", "down", "top", "bottom"]] = {
    **dict.fromkeys(("up", "上", "上移"), "up"),
    **dict.fromkeys(("down", "下", "下移"), "down"),
    **dict.fromkeys(("top", "顶", "置顶", "最上"), "top"),
    **dict.fromkeys(("bottom", "底", "置底", "最下"), "bottom"),
}
"""The words that are typed, in both languages, and where they move a matter."""


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("words", nargs="*", metavar=t("NUMBER up|down|top|bottom"))
    parser.add_argument(
        "--reset", action="store_true", help=t("back to the computed order; all of them without numbers")
    )
    add_where(parser)


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Do it, and say so."""
    if options.reset:
        numbers = matter_numbers(options.words) if options.where is None else where(options, desk)
        ask_before(options, desk, len(numbers))
        edited = unmove(desk, numbers)
        if not edited.matters:
            talk.say(t("None of them was moved by hand."))
        return tell(edited, talk, t("back in the computed order"), desk)
    if len(options.words) != 2 or options.words[1] not in _WAYS:
        raise UsageError(t("Say which and where: planner rank 12 up"))
    number = matter_numbers(options.words[:1])[0]
    return tell(move(desk, number, _WAYS[options.words[1]]), talk, t("moved"), desk)
