"""The guided walk through the review: what is left to look at, marking it as seen, leaving and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.changing import each, matter_in
from planner.desk.refused import Refused
from planner.desk.reviewing import material_of
from planner.domain.moment import timedelta
from planner.domain.record import Record
from planner.domain.walk import Walk
from planner.report.stops import Stop, stops_of
from planner.wording import t

if TYPE_CHECKING:
    from planner.desk.changing import Edited, Numbers
    from planner.desk.desk import Desk
    from planner.domain.matter import Matter
    from planner.domain.moment import date
    from planner.store.snapshot import Snapshot

__all__ = ["Walked", "look_again", "seen", "walked"]

_LONGEST = 250
"""Working days of a year: a longer interval is a slip."""


class Walked(Record):
    """A walk as far as it has come."""

    left: tuple[Stop, ...]
    seen: int = 0
    finished: bool = False
    """Whether this week's walk was walked to its end already."""


def walked(desk: Desk, *, private: bool = False) -> Walked:
    """What is left of this week's walk. Nothing is written down: a walk begins with what is first seen in it."""
    snapshot = desk.book.read()
    walk = _this_weeks(snapshot, desk.now.date())
    done = frozenset() if walk is None else frozenset(walk.seen)
    left = stops_of(material_of(desk, snapshot, private=private), desk.day(), desk.rules(), done)
    return Walked(left=left, seen=len(done), finished=walk is not None and walk.closed is not None)


def seen(desk: Desk, key: str) -> Walked:
    """Mark a stop as seen: a matter gets the day of its review, and the walk goes on. It is one undo.

    Raises ``Refused`` when its record is gone.
    """
    at = desk.now
    with desk.change("walk") as tx:
        kind, _, name = key.partition(":")
        if kind == "matter":
            tx.put(matter_in(tx, int(name)).replace(reviewed=at.date(), changed=at))
        snapshot = tx.snapshot()
        walk = _this_weeks(snapshot, at.date())
        if walk is None:
            walk = Walk(number=tx.next_number("walk"), created=at, week=_monday(at.date()))
        walk = walk.replace(seen=tuple(dict.fromkeys((*walk.seen, key))), changed=at)
        left = stops_of(material_of(desk, snapshot), desk.day(), desk.rules(), frozenset(walk.seen))
        walk = walk.replace(closed=None if left else at)
        tx.put(walk)
    return Walked(left=left, seen=len(walk.seen), finished=not left)


def look_again(desk: Desk, numbers: Numbers, days: int | None) -> Edited:
    """Set after how many working days matters are to be looked at again; ``None``: in each review.

    Raises ``Refused`` for an interval longer than a year.
    """
    if days is not None and not 1 <= days <= _LONGEST:
        raise Refused(t("A review interval is 1 to {most} working days.", most=_LONGEST))

    def change(matter: Matter, at: object) -> Matter:  # noqa: ARG001 - the signature of ``each``
        return matter.replace(review_every=days, changed=desk.now)

    return each(desk, "walk", numbers, change)


def _this_weeks(snapshot: Snapshot, today: date) -> Walk | None:
    """The walk of the week of a day; ``None`` when none was begun."""
    monday = _monday(today)
    found = [one for one in snapshot.all("walk") if isinstance(one, Walk) and one.week == monday]
    return max(found, key=lambda one: one.number) if found else None


def _monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
