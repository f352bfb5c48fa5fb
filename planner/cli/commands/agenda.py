"""``planner agenda [week|month|DATE]``: times, whole days, countdown steps and occurrences to come, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.rows import laid_out
from planner.desk.planning import agenda_between, stretch_named
from planner.domain.moment import iso
from planner.wording import t
from planner.wording.agenda import agenda_bands, clash_said

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.shapes import Shape
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.domain.agenda import Agenda, AgendaDay, Item

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "words", nargs="*", metavar="DAYS", help=t("week (when not given), month, nextweek, 2026-10, fri, mon..fri")
    )
    parser.add_argument("--json", action="store_true", help=t("print JSON"))
    parser.add_argument("--plain", action="store_true", help=t("one item a line, whole, as where there is no terminal"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the agenda; what clashes, and years whose holidays are not known, are told."""
    first, last = stretch_named(desk, " ".join(options.words) or "week")
    found = agenda_between(desk, first, last)
    if options.json:
        out.json([_shape(one) for one in found.days])
        return 0
    width = None if options.plain else out.width
    for band in agenda_bands(found, desk.day(), desk.lang):
        out.bold(band.title)
        for line in laid_out(band.rows, width):
            out.line(f"  {line}")
    _tell(found, talk)
    return 0


def _tell(found: Agenda, talk: Talk) -> None:
    """What should not be overlooked."""
    for day in found.days:
        for clash in day.clashes:
            talk.say(clash_said(clash))
    for year in found.unknown_years:
        talk.say(t("The holidays of {year} are not known: only weekends are days off.", year=year))


def _shape(one: AgendaDay) -> Shape:
    """A day under stable keys."""
    return {
        "day": iso(one.day),
        "working": one.working,
        "holiday": None if one.holiday is None else one.holiday.name,
        "made_up": one.made_up,
        "timed": [_item_shape(item) for item in one.timed],
        "whole": [_item_shape(item) for item in one.whole],
        "steps": [
            {
                "number": step.matter.number,
                "title": step.matter.title,
                "step": step.step.text,
                "due": iso(step.due),
                "to_come": step.to_come,
            }
            for step in one.steps
        ],
        "clashes": [[clash.one.matter.number, clash.other.matter.number] for clash in one.clashes],
    }


def _item_shape(item: Item) -> Shape:
    """An item of a day."""
    return {
        "number": item.matter.number,
        "title": item.matter.title,
        "due": iso(item.due),
        "end": None if item.end is None else iso(item.end),
        "to_come": item.to_come,
        "goes_on": item.goes_on,
    }
