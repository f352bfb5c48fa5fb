"""What a review finds fault with and what needs a leader's word: each record stands under the first that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.clock import nearest_clock
from planner.domain.light import broken_promise
from planner.domain.moment import deadline
from planner.domain.neglect import neglect_of
from planner.domain.record import Record
from planner.domain.supervision import silent_days

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, TypeAlias

    from planner.domain.day import Day
    from planner.domain.directory import Directory
    from planner.domain.matter import Chase, Matter
    from planner.domain.point import Point
    from planner.domain.reception import Reception
    from planner.domain.today import Rules

    ProblemKind: TypeAlias = Literal["overdue", "stuck", "neglected", "late_answer", "silent"]
    DecisionKind: TypeAlias = Literal["signature", "request", "advice", "suggestion"]

__all__ = [
    "DECISIONS",
    "PROBLEMS",
    "Decision",
    "Problem",
    "answered_of",
    "by_date",
    "closed_of",
    "decisions_of",
    "problems_of",
]

PROBLEMS: tuple[ProblemKind, ...] = ("overdue", "stuck", "neglected", "late_answer", "silent")
DECISIONS: tuple[DecisionKind, ...] = ("signature", "request", "advice", "suggestion")
REQUESTS = ("请示", "request for", "request to", ": request")
"""Words in a title that make it a request 请示, which may not stand in a report (条例 2012, art. 8)."""
SUGGESTS = ("建议", "suggest", "propose", "recommend")
"""Words of a point that make it a suggestion to a leader."""


class Problem(Record):
    """Something that went wrong, or is about to: exactly one of matter and reception is given."""

    kind: ProblemKind
    matter: Matter | None = None
    reception: Reception | None = None
    days: int = 0
    """Working days: overdue by, untouched for, late by, silent for."""
    promise: Chase | None = None
    """The last promise given for it."""
    clock: str | None = None
    """The clock that ran out, of a late answer."""

    @property
    def record(self) -> Matter | Reception:
        """Its matter or reception."""
        found = self.matter or self.reception
        if found is None:
            raise ValueError(self.kind)
        return found

    @property
    def number(self) -> int:
        """The number of its record."""
        return self.record.number


class Decision(Record):
    """What needs a leader's word: a matter, or a point to be told."""

    kind: DecisionKind
    matter: Matter | None = None
    point: Point | None = None

    @property
    def record(self) -> Matter | Point:
        """Its matter or point."""
        found = self.matter or self.point
        if found is None:
            raise ValueError(self.kind)
        return found


def by_date(matter: Matter) -> tuple[bool, str, int]:
    """Majors first, then by date, those without one last."""
    last = matter.last
    return matter.grade == "minor", "9" if last is None else deadline(last).isoformat(), matter.number


def answered_of(receptions: Iterable[Reception]) -> frozenset[int]:
    """The numbers of the entries that were answered."""
    return frozenset(one.number for one in receptions if one.state == "answered")


def closed_of(matters: Iterable[Matter]) -> frozenset[int]:
    """The numbers of the matters that are not open any more."""
    return frozenset(one.number for one in matters if not one.is_open)


def problems_of(
    shown: list[Matter], late: tuple[Reception, ...], day: Day, rules: Rules, answered: frozenset[int]
) -> tuple[Problem, ...]:
    """What is overdue, stuck, neglected, silent or answered late: a matter stands under the first that fits.

    What was done for a visitor who is ``answered`` is not silent: the answer was heard.
    """
    found = []
    for matter in sorted(shown, key=by_date):
        problem = _problem(matter, day, rules)
        told = bool(matter.receptions) and answered.issuperset(matter.receptions)
        if problem is not None and not (told and problem.kind in ("silent", "stuck")):
            found.append(problem)
    for one in late:
        clock = nearest_clock(one, day)
        if clock is not None:
            lateness = max(0, day.working_days_since(clock.due))
            found.append(Problem(kind="late_answer", reception=one, days=lateness, clock=clock.rule))
    found.sort(key=lambda problem: PROBLEMS.index(problem.kind))
    return tuple(found)


def _problem(matter: Matter, day: Day, rules: Rules) -> Problem | None:
    """What is wrong with an open matter; ``None`` when nothing is."""
    promise = broken_promise(matter, day) or (matter.chases[-1] if matter.chases else None)
    if matter.last is not None and day.is_past(matter.last):
        return Problem(kind="overdue", matter=matter, days=max(0, day.working_days_since(matter.last)), promise=promise)
    neglect = neglect_of(matter, day, rules.patience)
    if neglect is not None and not matter.is_assigned:
        return Problem(kind="neglected", matter=matter, days=neglect.untouched)
    if matter.is_assigned:
        silent = silent_days(matter, day)
        if silent > rules.patience.days:
            return Problem(kind="silent", matter=matter, days=silent, promise=promise)
        return None
    since = matter.touched or matter.created
    lain = 0 if since is None else day.working_days_since(since)
    return Problem(kind="stuck", matter=matter, days=lain) if lain > rules.patience.days else None


def decisions_of(
    shown: list[Matter], points: Iterable[Point], directory: Directory, closed: frozenset[int]
) -> tuple[Decision, ...]:
    """What waits for a leader's word, and what is to be suggested to one.

    What a leader answered already is settled, and so is what a matter that is ``closed`` asked for.
    """
    found = []
    for matter in sorted(shown, key=by_date):
        if any(word in matter.title.casefold() for word in REQUESTS):
            found.append(Decision(kind="request", matter=matter))
        elif matter.signing is not None:
            found.append(Decision(kind="signature", matter=matter))
        elif matter.work == "advice":
            found.append(Decision(kind="advice", matter=matter))
    found += [
        Decision(kind="suggestion", point=point)
        for point in points
        if point.is_open
        and point.direction == "up"
        and any(word in point.text.casefold() for word in SUGGESTS)
        and point.matter not in closed
        and any(_is_leader(name, directory) for name in point.waiting)
        and not any(tick.answer and _is_leader(tick.party, directory) for tick in point.ticks)
    ]
    found.sort(key=lambda decision: DECISIONS.index(decision.kind))
    return tuple(found)


def _is_leader(name: str, directory: Directory) -> bool:
    """Whether a name means a leader."""
    party = directory.find(name)
    return party is not None and party.kind == "leader"
