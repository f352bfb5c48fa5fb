"""``planner show NUMBER``: everything about one record, its history included; receptions as ``V2026-0123``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.shapes import found_shape, matter_shape, party_shape, reception_shape
from planner.desk.discretion import Discretion
from planner.desk.handing import directory_of
from planner.desk.pages import light_shown, record_named
from planner.desk.talks import agenda, due_talk
from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.reception import Reception
from planner.domain.suggestion import suggested_for
from planner.wording import t
from planner.wording.details import details_of
from planner.wording.numbers import reception_label
from planner.wording.suggestion import suggestion_said

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("number", help=t("12 for a matter, V2026-0123 for a reception, point:3 for a point"))
    parser.add_argument("--private", action="store_true", help=t("a restricted entry and phones too"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print it."""
    record = record_named(desk, options.number)
    shown = Discretion(desk, private=options.private)
    day = desk.day()
    if options.json:
        if isinstance(record, Matter):
            out.json(matter_shape(shown(record), None, light_shown(desk, record)))
        elif isinstance(record, Reception):
            out.json(reception_shape(record, day, reception_label(record.number), private=options.private))
        elif isinstance(record, Party):
            waiting = agenda(desk, record.name).waiting
            out.json(party_shape(record.name, record, tuple(map(shown, waiting)), due_talk(desk, record)))
        else:
            out.json(found_shape(shown(record), day))
        return 0
    lines = details_of(
        shown(record),
        day,
        desk.lang,
        private=options.private,
        directory=directory_of(desk),
        thresholds=desk.rules().thresholds,
    )
    for label, words in lines:
        if label:
            first, *more = words.split("\n")
            out.line(t("{label}: {words}", label=label, words=first))
            for line in more:  # of a note written in an editor
                out.line(f"  {line}")
        else:
            out.bold(words)
    if isinstance(record, Matter):
        for suggestion in suggested_for(shown(record), directory_of(desk)):
            talk.say(suggestion_said(suggestion, record.number))
    return 0
