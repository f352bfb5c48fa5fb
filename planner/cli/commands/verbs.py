"""The verbs that take numbers and, behind them, words: ``done``, ``reopen``, ``return``, ``note``, ``drop``.

They differ in one call and one word each, so they stand in one table.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.cli.numbered import tell
from planner.cli.targets import add_targets, targets
from planner.desk import matters
from planner.domain.record import Record
from planner.wording import later, t

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.changing import Edited
    from planner.desk.desk import Desk

__all__ = ["VERBS", "Verb", "configure", "run"]


class Verb(Record):
    """One verb: what its words mean, what is said when it is done, and the desk's function."""

    words: str
    said: str
    act: Callable[[Desk, tuple[int, ...], str], Edited]


VERBS: dict[str, Verb] = {
    "done": Verb(
        words=later("what came of it, in words"),
        said=later("done"),
        act=lambda desk, numbers, text: matters.done(desk, numbers, text or None),
    ),
    "reopen": Verb(
        words=later("nothing more"),
        said=later("open again"),
        act=lambda desk, numbers, _: matters.reopen(desk, numbers),
    ),
    "return": Verb(words=later("the words said"), said=later("returned"), act=matters.return_),
    "note": Verb(words=later("what happened"), said=later("noted"), act=matters.note),
    "drop": Verb(
        words=later("the reason"),
        said=later("dropped"),
        act=lambda desk, numbers, text: matters.drop(desk, numbers, text or None),
    ),
}


def configure(parser: Parser) -> None:
    """Say what the verb takes."""
    words = t(VERBS[parser.get_default("command")].words)
    add_targets(
        parser,
        "NUMBER",
        t("numbers as 12 or 3,5-7, then {words}; -- before words that begin with a number", words=words),
    )
    if parser.get_default("command") == "return":
        parser.add_argument("--by", metavar="NAME", help=t("who sent it back; who assigned it when not given"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Do it, and say so."""
    verb = VERBS[options.command]
    numbers, text = targets(options, desk, talk)
    if options.command == "note" and not text and sys.stdin.isatty():
        from planner.cli.editor import written_about

        text = written_about(desk, numbers, t("What happened? "))
    by = getattr(options, "by", None)
    edited = matters.return_(desk, numbers, text, by) if by else verb.act(desk, numbers, text)
    return tell(edited, talk, t(verb.said), desk)
