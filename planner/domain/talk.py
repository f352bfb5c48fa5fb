"""Talks: who is owed one, how far a cadence 汇报周期 is overrun, and the checklist for a talk with one party."""

from __future__ import annotations

from planner.domain.moment import date, day_of, timedelta
from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.day import Day
    from planner.domain.directory import Directory
    from planner.domain.matter import Matter
    from planner.domain.moment import datetime
    from planner.domain.party import Party
    from planner.domain.point import Point
    from planner.domain.reception import Reception

__all__ = ["Agenda", "TalkOwed", "agenda_of", "talk_due", "talks_owed", "waiting_points"]

STUCK = 5
"""Working days without work on a matter after which a talk asks about it; as the patience with minors is (practice)."""


class TalkOwed(Record):
    """A party with points waiting, or with its cadence run out."""

    name: str
    points: int
    late: int | None = None
    """Working days beyond the cadence; 0 when it is due today; ``None`` when no cadence is set or it is not due."""


class Agenda(Record):
    """The checklist for a talk with one party: what to say, what to report on, what to ask."""

    name: str
    party: Party | None
    waiting: tuple[Point, ...]
    told: tuple[Point, ...] = ()
    """Ticked since the last talk."""
    done: tuple[Matter, ...] = ()
    """Matters of theirs that were closed since the last talk."""
    overdue: tuple[Matter, ...] = ()
    stuck: tuple[Matter, ...] = ()
    """Open ones that nobody has worked on for a while, or that wait for others."""
    visits: tuple[Reception, ...] = ()
    """Open receptions that they were asked for, that were forwarded to them, or that a point for them speaks of."""
    questions: tuple[str, ...] = ()
    """What is asked each time, from a template."""


def waiting_points(points: Iterable[Point], directory: Directory) -> dict[str, list[Point]]:
    """Open points by the canonical name of each receiver who was not told yet."""
    waiting: dict[str, list[Point]] = {}
    for point in points:
        if point.is_open:
            for name in dict.fromkeys(directory.canonical(one) for one in point.waiting):
                waiting.setdefault(name, []).append(point)
    return waiting


def talks_owed(
    points: Iterable[Point], directory: Directory, day: Day, matters: Iterable[Matter] = ()
) -> tuple[TalkOwed, ...]:
    """Every party owed a talk: leaders in rank order first, then by how late.

    ``matters`` are the open ones, among them the meetings before which a talk may be due.
    """
    waiting = waiting_points(points, directory)
    kept = tuple(matters)
    owed = []
    for name in {*waiting, *(party.name for party in directory.parties)}:
        party = directory.find(name)
        late = None if party is None else _late(party, directory, day, kept)
        if name in waiting or late is not None:
            owed.append(TalkOwed(name=name, points=len(waiting.get(name, ())), late=late))
    owed.sort(key=lambda talk: (directory.order(talk.name)[0], -(talk.late or 0), directory.order(talk.name)))
    return tuple(owed)


def talk_due(party: Party, directory: Directory, day: Day, matters: Iterable[Matter] = ()) -> date | None:
    """The day by which a party's next talk is due; ``None`` without a cadence, or before a meeting that is not set."""
    since = party.last_talk or party.created
    if since is None:
        return None
    if party.rhythm is None:
        return None if party.cadence is None else day.calendar.shift(since.date(), party.cadence)
    if party.rhythm == "weekly":
        return day.calendar.on_or_before(since.date() + timedelta(days=7))
    if party.rhythm == "monthly":
        return day.calendar.on_or_before(_month_later(since.date()))
    return _before_meeting(party, since, directory, day, matters)


def agenda_of(
    name: str,
    points: Iterable[Point],
    matters: Iterable[Matter],
    receptions: Iterable[Reception],
    directory: Directory,
    day: Day,
    questions: tuple[str, ...] = (),
) -> Agenda:
    """The checklist for a talk with a party, by any of its names; what happened counts from the last talk on."""
    canonical = directory.canonical(name)
    party = directory.find(name)
    since = None if party is None else party.last_talk
    every = tuple(points)
    waiting = tuple(waiting_points(every, directory).get(canonical, ()))
    told = tuple(point for point in every if _told_since(point, canonical, directory, since))
    theirs = [matter for matter in matters if concerns(matter, canonical, directory)]
    open_ones = [matter for matter in theirs if matter.is_open]
    overdue = tuple(matter for matter in open_ones if matter.last is not None and day.is_past(matter.last))
    late = {matter.number for matter in overdue}
    spoken_of = {point.reception for point in waiting}
    return Agenda(
        name=canonical,
        party=party,
        waiting=waiting,
        told=told,
        done=tuple(
            matter
            for matter in theirs
            if matter.state == "done" and matter.closed is not None and (since is None or matter.closed > since)
        ),
        overdue=overdue,
        stuck=tuple(matter for matter in open_ones if matter.number not in late and _is_stuck(matter, day)),
        visits=tuple(
            reception
            for reception in receptions
            if reception.state == "open"
            and (
                reception.number in spoken_of
                or canonical in {directory.canonical(one) for one in (*reception.handed_to, reception.asked or "")}
            )
        ),
        questions=questions,
    )


def concerns(matter: Matter, canonical: str, directory: Directory) -> bool:
    """Whether a matter is a party's: about them, assigned by them, or handed to them."""
    names = (*matter.parties, *matter.handed_to, matter.assigned_by or "")
    return canonical in {directory.canonical(one) for one in names}


def _is_stuck(matter: Matter, day: Day) -> bool:
    """Whether a matter stands still: it waits, or nobody has worked on it for a while."""
    if matter.state == "waiting":
        return True
    since = matter.touched or matter.created
    return since is not None and day.working_days_since(since) >= STUCK


def _late(party: Party, directory: Directory, day: Day, matters: tuple[Matter, ...]) -> int | None:
    """Working days beyond a party's cadence; ``None`` while it is not due."""
    due = talk_due(party, directory, day, matters)
    if due is None:
        return None
    if party.rhythm == "meeting":
        return 0 if day.working_days_to(due) <= 0 else None
    return day.working_days_since(due) if day.today >= due else None


def _before_meeting(
    party: Party, since: datetime, directory: Directory, day: Day, matters: Iterable[Matter]
) -> date | None:
    """The working day before the next meeting with a party, unless they were talked with on it or later."""
    found = [
        day.calendar.shift(day_of(matter.due), -1)
        for matter in matters
        if matter.work == "meetings"
        and matter.is_open
        and matter.due is not None
        and day_of(matter.due) >= day.today
        and concerns(matter, party.name, directory)
    ]
    due = min(found, default=None)
    return None if due is None or (party.last_talk is not None and since.date() >= due) else due


def _month_later(day: date) -> date:
    """The same day of the next month, or its last."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    after = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    last = (after - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


def _told_since(point: Point, canonical: str, directory: Directory, since: datetime | None) -> bool:
    """Whether a party was told this point after its last talk."""
    return any(
        directory.canonical(tick.party) == canonical and (since is None or tick.at > since) for tick in point.ticks
    )
