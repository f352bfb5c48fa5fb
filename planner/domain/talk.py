"""Talks owed: who is to be told something, how many points wait, and how far a cadence 汇报周期 is overrun."""

from __future__ import annotations

from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.day import Day
    from planner.domain.directory import Directory
    from planner.domain.party import Party
    from planner.domain.point import Point

__all__ = ["TalkOwed", "talks_owed", "waiting_points"]


class TalkOwed(Record):
    """A party with points waiting, or with its cadence run out."""

    name: str
    points: int
    late: int | None = None
    """Working days beyond the cadence; 0 when it is due today; ``None`` when no cadence is set or it is not due."""


def waiting_points(points: Iterable[Point], directory: Directory) -> dict[str, list[Point]]:
    """Open points by the canonical name of each receiver who was not told yet."""
    waiting: dict[str, list[Point]] = {}
    for point in points:
        if point.is_open:
            for name in point.waiting:
                waiting.setdefault(directory.canonical(name), []).append(point)
    return waiting


def talks_owed(points: Iterable[Point], directory: Directory, day: Day) -> tuple[TalkOwed, ...]:
    """Every party owed a talk: leaders in rank order first, then by how late."""
    waiting = waiting_points(points, directory)
    owed = []
    for name in {*waiting, *(party.name for party in directory.parties)}:
        party = directory.find(name)
        late = None if party is None else _late(party, day)
        if name in waiting or late is not None:
            owed.append(TalkOwed(name=name, points=len(waiting.get(name, ())), late=late))
    owed.sort(key=lambda talk: (directory.order(talk.name)[0], -(talk.late or 0), directory.order(talk.name)))
    return tuple(owed)


def _late(party: Party, day: Day) -> int | None:
    """Working days beyond a party's cadence; ``None`` while it is not due."""
    since = party.last_talk or party.created
    if party.cadence is None or since is None:
        return None
    over = day.working_days_since(since) - party.cadence
    return over if over >= 0 else None
