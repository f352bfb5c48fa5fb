"""``planner edit NUMBER ... LINE``: what is understood replaces, ``due:-`` clears, ``title:`` retitles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.numbered import suggest, tell
from planner.cli.options import UsageError
from planner.cli.targets import add_targets, targets
from planner.desk.discretion import Discretion
from planner.desk.handing import directory_of
from planner.desk.matters import edit
from planner.wording import t
from planner.wording.dates import said
from planner.wording.echo import echo

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
        "NUMBER ... LINE",
        t("numbers as 12 or 3,5-7, then a capture line, as: fri 5pm p1"),
    )


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Do it, and say what was understood."""
    numbers, line = targets(options, desk, talk)
    if not line:
        raise UsageError(t("Say what to change: planner edit 12 fri 5pm p1"))
    edited = edit(desk, numbers, line)
    draft = edited.draft
    if draft is not None and draft.time_only:  # each keeps its own day
        draft = draft.replace(due=None, end=None)
        for matter in edited.matters:
            if matter.due is not None:
                when = said(matter.due, desk.now, desk.lang, desk.calendar, matter.end)
                talk.say(t("{number}: {when}", number=matter.number, when=when))
    if draft is not None:
        words = echo(draft, desk.now, desk.lang, desk.calendar, edited.new_names)
        if words:
            talk.say(words)
    changed = tuple(matter for matter in edited.matters if matter.number not in edited.same)
    tell(edited.replace(matters=changed), talk, t("changed"), desk)
    suggest(tuple(map(Discretion(desk), edited.matters)), directory_of(desk), talk)
    return 0
