"""``planner postpone NUMBER ... DATE``: put matters off to a later day; each time is counted and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.targets import add_targets, targets
from planner.desk.discretion import Discretion
from planner.desk.matters import postpone
from planner.wording import n, t
from planner.wording.dates import said

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    add_targets(
        parser,
        "NUMBER ... DATE",
        t("numbers as 12 or 3,5-7, then a date as in the capture line"),
    )


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Do it, and say where it stands now and how often it was put off."""
    numbers, when = targets(options, desk, talk)
    for matter in map(Discretion(desk), postpone(desk, numbers, when).matters):
        if matter.due is not None:
            when = said(matter.due, desk.now, desk.lang, desk.calendar, matter.end)
            line = t("{number} {title}: {when}", number=matter.number, title=matter.title, when=when)
            if matter.postponed:
                times = n("put off once", "put off {count} times", matter.postponed)
                line = t("{line} ({times})", line=line, times=times)
            talk.say(line)
    return 0
