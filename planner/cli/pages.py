"""The day's page as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.shapes import matter_shape, reception_shape
from planner.domain.moment import iso
from planner.wording.numbers import reception_label

if TYPE_CHECKING:
    from planner.cli.shapes import Shape
    from planner.domain.day import Day
    from planner.domain.today import Today

__all__ = ["today_shape"]


def today_shape(page: Today, day: Day) -> Shape:
    """The page, band by band, under stable keys."""
    return {
        "now": iso(page.now),
        "majors": [matter_shape(entry.matter, entry.score) for entry in page.majors],
        "neglected": [
            {"untouched": one.untouched, "postponed": one.postponed, **matter_shape(one.matter)}
            for one in page.neglected
        ],
        "minors": [matter_shape(entry.matter, entry.score) for entry in page.minors],
        "timed": [{"at": iso(one.at), "number": one.matter.number, "title": one.matter.title} for one in page.timed],
        "talks": [{"name": one.name, "points": one.points, "late": one.late} for one in page.talks],
        "receptions": [
            reception_shape(one.reception, day, reception_label(one.reception.number)) for one in page.receptions
        ],
        "owed": [matter_shape(one.matter, None, one.light) for one in page.owed],
        "steps": [
            {"number": one.matter.number, "title": one.matter.title, "step": one.step.text, "since": iso(one.since)}
            for one in page.steps
        ],
        "clashes": [[one.one.number, one.other.number] for one in page.overlaps],
        "same_title": [[one.number for one in group] for group in page.twins],
        "hidden": page.hidden,
    }
