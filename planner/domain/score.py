"""The score 排序依据: by what a matter stands before another. A documented sum of named terms, every weight settable.

================  =====================================================================================
term              points (default weight), when
================  =====================================================================================
grade             100 for a major matter
mark.*            20 assigned, 15 overall, 15 operation, 10 image, each that holds
priority          60, 30, 10, 0 for priorities 1 to 4
urgency.*         80 flash, 60 urgent, 30 expedite, 10 regular
returned          50 when it was sent back and waits to be done again
overdue           80, and 2 more a working day late, up to 20 more
today             70 when due today
near              50, 40, 30 at 1, 2, 3 working days; 20 within 5; 8 within 10
age               1 a week since it was written down, up to 8
step              25 when a countdown step's day has come
blocking          15 for each open matter that needs it, up to 45
waiting           -40 while it waits for somebody or something
blocked           -40 when it needs a matter that is still open
neglect           25 for a neglected minor
by_hand           whatever the director moved it by
================  =====================================================================================

Ties are settled by the due date, then by number, so an order is the same each time.
"""

from __future__ import annotations

from planner.domain.moment import datetime
from planner.domain.neglect import Patience, patience_runs_out, untouched_days
from planner.domain.record import Invalid, Record
from planner.domain.steps import step_day
from planner.domain.terms import MARKS, URGENCIES
from planner.domain.waiting import still_waits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from planner.domain.day import Day
    from planner.domain.matter import Matter
    from planner.domain.moment import Moment, date

    _Part: TypeAlias = tuple[str, int, int | None]

__all__ = ["Bonds", "Ranked", "Term", "Weights", "bonds_among", "ranked", "terms_of", "tie_key"]


_NO_DAY = 4_000_000
"""After the ordinal of any date."""
_WHOLE_DAY = 1440
_MARK_TERMS = {mark: (f"mark.{mark}", f"mark_{mark}") for mark in MARKS}
_URGENCY_TERMS = {level: (f"urgency.{level}", f"urgency_{level}") for level in URGENCIES}


class Weights(Record):
    """Points of each term. The names are the keys under ``[weights]`` in config.toml."""

    grade: int = 100
    mark_assigned: int = 20
    mark_overall: int = 15
    mark_operation: int = 15
    mark_image: int = 10
    priority_1: int = 60
    priority_2: int = 30
    priority_3: int = 10
    urgency_flash: int = 80
    urgency_urgent: int = 60
    urgency_expedite: int = 30
    urgency_regular: int = 10
    returned: int = 50
    overdue: int = 80
    overdue_day: int = 2
    overdue_most: int = 20
    today: int = 70
    near_1: int = 50
    near_2: int = 40
    near_3: int = 30
    near_5: int = 20
    near_10: int = 8
    age_week: int = 1
    age_most: int = 8
    step: int = 25
    blocking: int = 15
    blocking_most: int = 45
    waiting: int = -40
    blocked: int = -40
    neglect: int = 25

    def check(self) -> None:
        """Raise ``Invalid`` for a weight that would drown all others."""
        for name, _, _ in self.PARTS:
            value = getattr(self, name)
            if not isinstance(value, int) or abs(value) > 10_000:
                raise Invalid(name, "weight", value)


class Term(Record):
    """One term of a score: its name in the table above, its points, and the number that it came from, where one did."""

    name: str
    points: int
    amount: int | None = None


class Bonds(Record):
    """How the open matters hang together: who is blocked, and how many wait for whom."""

    blocked: frozenset[int] = frozenset()
    waited_for: tuple[tuple[int, int], ...] = ()
    """(number, how many open matters need it)."""


class Ranked(Record):
    """A matter in its place, with the score that put it there."""

    matter: Matter
    score: int


def bonds_among(matters: Iterable[Matter]) -> Bonds:
    """Who blocks whom among these matters; a need that is not among them, or is closed, blocks nothing."""
    kept = [matter for matter in matters if matter.is_open]
    needing = [matter for matter in kept if matter.needs]
    if not needing:
        return Bonds()
    numbers = {matter.number for matter in kept}
    blocked: set[int] = set()
    counts: dict[int, int] = {}
    for matter in needing:
        for need in matter.needs:
            if need in numbers:
                blocked.add(matter.number)
                counts[need] = counts.get(need, 0) + 1
    return Bonds(blocked=frozenset(blocked), waited_for=tuple(sorted(counts.items())))


def terms_of(matter: Matter, day: Day, weights: Weights, bonds: Bonds, patience: Patience) -> list[Term]:
    """Each term of a matter's score that is not nothing, in the order of the table."""
    scale = _Scale(day, weights, bonds, patience)
    return [Term(name=name, points=points, amount=amount) for name, points, amount in scale.parts(matter)]


def ranked(matters: Iterable[Matter], day: Day, weights: Weights, patience: Patience) -> list[Ranked]:
    """The open matters among these, highest score first, ties by due date and number.

    A matter that is the very same record as at the last asking, in the same minute and with the same ties to others, is
    not weighed again: after a change only what the change touched is.
    """
    kept = [matter for matter in matters if matter.is_open]
    scale = _Scale(day, weights, bonds_among(kept), patience)
    known = _LAST.scores_for(day, weights, patience)
    ties, parts = scale.ties, scale.parts
    keyed = []
    for matter in kept:
        number = matter.number
        tied = ties(number)
        last = known.get(number)
        if last is not None and last[0] is matter and last[1] == tied:
            score = last[2]
        else:
            score = 0
            for part in parts(matter):
                score -= part[1]
            known[number] = (matter, tied, score)
        keyed.append((score, *tie_key(matter), matter))
    keyed.sort()
    return [Ranked(matter=entry[4], score=-entry[0]) for entry in keyed]


class _Last:
    """The scores of the last ranking, by number; another minute, day's table, weight or patience begins anew."""

    __slots__ = ("_key", "_scores")

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._scores: dict[int, tuple[Matter, tuple[bool, int], int]] = {}

    def scores_for(
        self, day: Day, weights: Weights, patience: Patience
    ) -> dict[int, tuple[Matter, tuple[bool, int], int]]:
        """What is known of this minute's scores. The exact second counts only for a time that is just passing."""
        key = (day.now.replace(second=0, microsecond=0), day.now.second > 0, day.calendar, weights, patience)
        if key != self._key:
            self._key, self._scores = key, {}
        return self._scores


_LAST = _Last()


def tie_key(matter: Matter) -> tuple[int, int, int]:
    """What settles a tie: day and minute of the due date, then the number.

    A whole day ends after its times, no date after all days.
    """
    due = matter.due
    if due is None:
        return _NO_DAY, 0, matter.number
    minute = due.hour * 60 + due.minute if isinstance(due, datetime) else _WHOLE_DAY
    return due.toordinal(), minute, matter.number


class _Scale:
    """What matters are weighed by. Dates recur in a list of thousands, so what a date gives is worked out once."""

    __slots__ = ("_blocked", "_day", "_left_by", "_near", "_patience", "_today", "_waited_for", "_weights")

    def __init__(self, day: Day, weights: Weights, bonds: Bonds, patience: Patience) -> None:
        self._day = day
        self._today = day.today.toordinal()
        self._weights = weights
        self._patience = patience
        self._blocked = bonds.blocked
        self._waited_for = dict(bonds.waited_for)
        self._near: dict[tuple[Moment, Moment | None], _Part | None] = {}
        self._left_by = patience_runs_out(day, patience)

    def ties(self, number: int) -> tuple[bool, int]:
        """How a matter hangs together with others: whether it is blocked, how many wait for it."""
        return number in self._blocked, self._waited_for.get(number, 0)

    def parts(self, matter: Matter) -> list[_Part]:
        """(name, points, amount) of every term that is not nothing. The one place where points are given."""
        parts: list[_Part] = []
        weights = self._weights
        marks = matter.marks
        by_hand = matter.grade_by_hand
        major = by_hand == "major" if by_hand is not None else bool(marks)
        if major:
            parts.append(("grade", weights.grade, None))
        for mark in marks:
            name, key = _MARK_TERMS[mark]
            parts.append((name, getattr(weights, key), None))
        priority = matter.priority
        if priority != 4:
            points = (weights.priority_1, weights.priority_2, weights.priority_3)[priority - 1]
            parts.append(("priority", points, priority))
        if matter.urgency is not None:
            name, key = _URGENCY_TERMS[matter.urgency]
            parts.append((name, getattr(weights, key), None))
        if matter.returns and matter.state == "open":
            parts.append(("returned", weights.returned, len(matter.returns)))
        due = matter.due
        if due is not None:
            nearness = self._nearness(due, matter.end)
            if nearness is not None:
                parts.append(nearness)
            if matter.steps:
                self._steps(matter, parts)
        created = matter.created
        if created is not None:
            weeks = (self._today - created.toordinal()) // 7
            if weeks > 0:
                parts.append(("age", min(weeks * weights.age_week, weights.age_most), weeks))
        if matter.number in self._waited_for:
            count = self._waited_for[matter.number]
            parts.append(("blocking", min(count * weights.blocking, weights.blocking_most), count))
        if matter.state == "waiting" and still_waits(matter, self._day):
            parts.append(("waiting", weights.waiting, None))
        if matter.number in self._blocked:
            parts.append(("blocked", weights.blocked, None))
        if not major:
            last = matter.touched or created
            if (
                last is not None
                and (last.toordinal() < self._left_by or matter.put_off >= self._patience.postponements)
                and untouched_days(matter, self._day, self._patience) is not None
            ):
                parts.append(("neglect", weights.neglect, None))
        if matter.rank:
            parts.append(("by_hand", matter.rank, None))
        return parts

    def _steps(self, matter: Matter, parts: list[_Part]) -> None:
        """The term of the countdown steps whose day has come."""
        day = self._day
        count = sum(1 for step in matter.steps if _has_come(step_day(step, matter, day.calendar), day))
        if count:
            parts.append(("step", self._weights.step, count))

    def _nearness(self, due: Moment, end: Moment | None) -> _Part | None:
        """What a date gives; a whole day and its midnight are told apart by their types."""
        key = (due, end)
        known = self._near.get(key, _UNKNOWN)
        if known is _UNKNOWN:
            known = self._near[key] = _nearness(due, due if end is None else end, self._day, self._weights)
        return known  # type: ignore[return-value]  # nothing else than what was kept stands there


_UNKNOWN = object()
"""Stands for a date that was not looked at yet."""


def _nearness(due: Moment, last: Moment, day: Day, weights: Weights) -> _Part | None:
    """The one term that the due date gives: near until it begins, today while it lasts, overdue when it is over."""
    if day.is_past(last):
        late = day.working_days_since(last)
        return "overdue", weights.overdue + min(late * weights.overdue_day, weights.overdue_most), late
    if day.days_to(due) <= 0:
        return "today", weights.today, 0
    left = day.working_days_to(due)
    if left <= 3:
        return "near", (weights.near_1, weights.near_1, weights.near_2, weights.near_3)[left], left
    if left <= 5:
        return "near", weights.near_5, left
    if left <= 10:
        return "near", weights.near_10, left
    return None


def _has_come(shown_on: date | None, day: Day) -> bool:
    """Whether a step's day, when it has one, is today or past."""
    return shown_on is not None and shown_on <= day.today
