"""Supervision 督办: stages, extensions, promises, and how long a handed-over matter has been silent.

What happened is recorded, never refused: a stage out of order, a late extension, a second chase in a day are written
down as such, and a warning is given (政府督查工作条例, in force 2021-02-01, art. 15 keeps the frequency down).
"""

from __future__ import annotations

from planner.domain.light import Thresholds, light_of
from planner.domain.moment import day_of
from planner.domain.record import Record
from planner.domain.terms import STAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.directory import Directory
    from planner.domain.light import Light
    from planner.domain.matter import Matter
    from planner.domain.moment import Moment, date
    from planner.domain.terms import PartyKind, Stage
    from planner.domain.workdays import Calendar

__all__ = [
    "LightChange",
    "chase_day",
    "chased_today",
    "first_due",
    "kind_named",
    "kind_of_handing",
    "last_word",
    "light_history",
    "out_of_order",
    "proposed_chase",
    "silent_days",
]

_AFTER_PROMISE = 1
_WITHOUT_PROMISE = 3
"""Working days until the next chase is proposed: the day after a promise, or three when none was given."""


class LightChange(Record):
    """The day on which a light changed, and to what."""

    on: date
    light: Light


def out_of_order(matter: Matter, stage: Stage) -> Stage | None:
    """The stage that would come next when ``stage`` is not it; ``None`` when the order is kept (or it goes back)."""
    place = -1 if matter.stage is None else STAGES.index(matter.stage)
    wanted = STAGES.index(stage)
    return STAGES[place + 1] if wanted > place + 1 else None


def chased_today(matter: Matter, party: str | None, on: date, directory: Directory) -> bool:
    """Whether that party was chased about this matter on that day already, by any of its names."""
    whom = directory.canonical(party or "")
    return any(chase.at.date() == on and directory.canonical(chase.party or "") == whom for chase in matter.chases)


def proposed_chase(matter: Matter, on: date, calendar: Calendar) -> date:
    """When to chase next: the working day after the last promise, or three working days from now without one."""
    last = matter.chases[-1] if matter.chases else None
    if last is not None and last.promised is not None and day_of(last.promised) >= on:
        return calendar.shift(day_of(last.promised), _AFTER_PROMISE)
    return calendar.shift(on, _WITHOUT_PROMISE)


def chase_day(matter: Matter, calendar: Calendar) -> date | None:
    """The day on which an open matter that others owe is to be chased; ``None`` when nobody is to be pressed.

    After a promise, the working day behind it; else three working days after anything was heard. A matter that was
    never chased is pressed only when it is supervised (督查 keeps the frequency down).
    """
    if not matter.is_open or not matter.is_assigned or not (matter.chases or matter.supervised):
        return None
    heard = last_word(matter)
    return None if heard is None else proposed_chase(matter, heard, calendar)


def kind_of_handing(matter: Matter, directory: Directory) -> PartyKind | None:
    """As what kind of party a matter was handed over, which words it: of who leads; a petition is referred (转办)."""
    if matter.receptions:
        return "public"
    return kind_named(matter.handed_to[0], directory) if matter.handed_to else None


def kind_named(name: str, directory: Directory) -> PartyKind | None:
    """The kind of the party that a name means; ``None`` when it is not known."""
    party = directory.find(name)
    return None if party is None else party.kind


def first_due(matter: Matter) -> Moment | None:
    """The date that the term is scored on: the first one, unless each extension was asked for before it ran out."""
    for extension in matter.extensions:
        if extension.late or not extension.reason:
            return extension.was
    return matter.due


def last_word(matter: Matter) -> date | None:
    """The day on which anything was last heard of a matter: a chase, a note, its handing over."""
    heard = [
        *(note.at for note in matter.notes),
        *(chase.at for chase in matter.chases),
        *(extension.at for extension in matter.extensions),
        *([matter.handed] if matter.handed is not None else [matter.created] if matter.created is not None else []),
    ]
    return max(heard).date() if heard else None


def silent_days(matter: Matter, day: Day) -> int:
    """Working days since anything was heard of a matter."""
    heard = last_word(matter)
    return 0 if heard is None else max(0, day.working_days_since(heard))


def light_history(matter: Matter, day: Day, thresholds: Thresholds) -> tuple[LightChange, ...]:
    """How a matter's light went from the day it was written down to today.

    Nothing of it is stored: the dates it had, the promises and the extensions are, and each day's light follows.
    """
    from planner.domain.day import Day
    from planner.domain.moment import datetime, timedelta

    if matter.created is None:
        return ()
    changes: list[LightChange] = []
    on = matter.created.date()
    end = day.today if matter.closed is None else min(day.today, matter.closed.date())
    turns = {one.at.date() for one in matter.extensions} | {one.at.date() for one in matter.chases}
    then = _as_of(matter, on)
    while on <= end:
        if on in turns:
            then = _as_of(matter, on)
        light = light_of(then, Day(datetime(on.year, on.month, on.day, 23, 59), day.calendar), thresholds)
        if not changes or changes[-1].light != light:
            changes.append(LightChange(on=on, light=light))
        on += timedelta(days=1)
    return tuple(changes)


def _as_of(matter: Matter, on: date) -> Matter:
    """The matter with the date and the chases it had at the end of a day."""
    due = matter.last
    for extension in reversed(matter.extensions):
        if extension.at.date() > on:
            due = extension.was
    chases = tuple(chase for chase in matter.chases if chase.at.date() <= on)
    return matter.replace(due=due, end=None, chases=chases)
