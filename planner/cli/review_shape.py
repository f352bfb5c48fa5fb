"""A review as JSON under stable keys: records by their numbers, moments in ISO 8601, ``null`` for what is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.shapes import matter_shape, reception_shape
from planner.domain.moment import iso
from planner.wording.numbers import reception_label

if TYPE_CHECKING:
    from planner.cli.shapes import Shape
    from planner.domain.day import Day
    from planner.report.figures import Tally
    from planner.report.review import Review
    from planner.report.span import Span

__all__ = ["review_shape"]


def review_shape(review: Review, day: Day) -> Shape:
    """The review; whole records where it tells of them, numbers where it counts them."""
    return {
        "span": _span_shape(review.span),
        "ahead": _span_shape(review.ahead),
        "as_of": iso(review.now),
        "done": [matter_shape(matter) for matter in review.done],
        "dropped": [matter.number for matter in review.dropped],
        "progress": [matter.number for matter in review.progress],
        "problems": [
            {
                "kind": one.kind,
                "matter": None if one.matter is None else one.matter.number,
                "reception": None if one.reception is None else reception_label(one.reception.number),
                "days": one.days,
                "clock": one.clock,
                "promised": None if one.promise is None or one.promise.promised is None else iso(one.promise.promised),
            }
            for one in review.problems
        ],
        "coming": [
            {"number": one.matter.number, "title": one.matter.title, "due": iso(one.due), "to_come": one.to_come}
            for one in review.coming
        ],
        "decisions": [
            {
                "kind": one.kind,
                "matter": None if one.matter is None else one.matter.number,
                "point": None if one.point is None else one.point.number,
            }
            for one in review.decisions
        ],
        "figures": _tally_shape(review.figures),
        "before": None if review.before is None else _tally_shape(review.before),
        "balances": {one.field: {**dict(one.shares), "other": one.other} for one in review.balances},
        "diligences": {
            "visits": [matter.number for matter in review.visits],
            "proposals": [matter.number for matter in review.proposals],
            "talks": [{"name": name, "on": iso(on)} for name, on in review.talks_held],
        },
        "receptions": [reception_shape(one, day, reception_label(one.number)) for one in review.receptions],
        "answered": [reception_label(one.number) for one in review.answered],
        "awaiting": [reception_label(one.number) for one in review.awaiting],
        "late": [reception_label(one.number) for one in review.late],
        "lights": {light: [matter.number for matter in review.lit(light)] for light in ("red", "yellow", "green")},
        "talks_owed": [{"name": one.name, "points": one.points, "late": one.late} for one in review.talks_owed],
    }


def _span_shape(span: Span) -> Shape:
    """A span."""
    return {
        "kind": span.kind,
        "first": iso(span.first),
        "last": iso(span.last),
        "after": None if span.after is None else iso(span.after),
    }


def _tally_shape(tally: Tally) -> Shape:
    """The counts by their names, the load day by day."""
    made: Shape = {name: getattr(tally, name) for name, _, _ in tally.PARTS if name != "load"}
    made["load"] = [{"day": iso(day), "done": count} for day, count in tally.load]
    return made
