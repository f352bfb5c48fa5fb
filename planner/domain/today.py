"""The Today page as one value: what the director must see at 07:50, band by band. Shells only draw it."""

from __future__ import annotations

from planner.domain.clash import Overlap, overlaps
from planner.domain.clock import nearest_clock
from planner.domain.hiding import lies_ahead
from planner.domain.light import LIGHTS, Thresholds, broken_promise, light_of
from planner.domain.moment import datetime, day_of, deadline, timedelta
from planner.domain.neglect import Patience, neglected
from planner.domain.record import Record
from planner.domain.score import Weights, ranked
from planner.domain.steps import step_day
from planner.domain.talk import talks_owed
from planner.domain.twins import twin_groups

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.clock import Clock
    from planner.domain.day import Day
    from planner.domain.directory import Directory
    from planner.domain.light import Light
    from planner.domain.matter import Chase, Matter, Step
    from planner.domain.moment import date
    from planner.domain.neglect import Neglect
    from planner.domain.point import Point
    from planner.domain.reception import Reception
    from planner.domain.score import Ranked
    from planner.domain.talk import TalkOwed

__all__ = [
    "NEAR_DAYS",
    "Awaiting",
    "Owed",
    "Rules",
    "StepDue",
    "Timed",
    "Today",
    "minors_near",
    "once_each",
    "receptions_near",
    "today",
]

NEAR_DAYS = 10
"""Working days ahead up to which a visitor's clock stands on a page that must fit a screen."""


class Rules(Record):
    """The settable figures that the office's rules use."""

    weights: Weights = Weights()
    patience: Patience = Patience()
    thresholds: Thresholds = Thresholds()


class Timed(Record):
    """A matter with a time of day today."""

    at: datetime
    matter: Matter


class Awaiting(Record):
    """An open reception and the clock that runs out first."""

    reception: Reception
    clock: Clock | None


class Owed(Record):
    """A matter that somebody else owes, with its light and the promise that was broken, when one was."""

    matter: Matter
    light: Light
    broken: Chase | None = None


class StepDue(Record):
    """A countdown step whose day has come."""

    matter: Matter
    step: Step
    since: date


class Today(Record):
    """The page, band by band; a band may be empty."""

    now: datetime
    majors: tuple[Ranked, ...] = ()
    neglected: tuple[Neglect, ...] = ()
    minors: tuple[Ranked, ...] = ()
    """The minors that are not lifted, in the order of their scores."""
    timed: tuple[Timed, ...] = ()
    talks: tuple[TalkOwed, ...] = ()
    receptions: tuple[Awaiting, ...] = ()
    owed: tuple[Owed, ...] = ()
    steps: tuple[StepDue, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    """Timed matters that clash, today or later."""
    twins: tuple[tuple[Matter, ...], ...] = ()
    """Open matters that share a title, those written down last first."""
    hidden: int = 0
    """Open matters whose start lies ahead, and those kept for some day."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show at all."""
        return not any(
            (
                self.majors,
                self.neglected,
                self.minors,
                self.timed,
                self.talks,
                self.receptions,
                self.owed,
                self.steps,
            )
        )


def today(
    matters: Iterable[Matter],
    receptions: Iterable[Reception],
    points: Iterable[Point],
    directory: Directory,
    day: Day,
    rules: Rules,
) -> Today:
    """The page made of the book's records as they stand now."""
    kept = [matter for matter in matters if matter.is_open]
    shown = [matter for matter in kept if not lies_ahead(matter, day)]
    lifted = neglected((matter for matter in shown if not matter.is_assigned), day, rules.patience)
    lifted_numbers = {neglect.matter.number for neglect in lifted}
    order = ranked(shown, day, rules.weights, rules.patience)
    own = [entry for entry in order if not entry.matter.is_assigned]
    return Today(
        now=day.now,
        majors=tuple(entry for entry in own if entry.matter.grade == "major"),
        neglected=lifted,
        minors=tuple(
            entry for entry in own if entry.matter.grade == "minor" and entry.matter.number not in lifted_numbers
        ),
        timed=_timed(shown, day),
        talks=talks_owed(points, directory, day, kept),
        receptions=_awaiting(receptions, day),
        owed=_owed(shown, day, rules.thresholds),
        steps=_steps(shown, day),
        overlaps=overlaps(shown, day),
        twins=twin_groups(kept),
        hidden=len(kept) - len(shown),
    )


def once_each(page: Today) -> Today:
    """The page with no matter in two bands: the time of a major, and of what others owe, stands in its own row."""
    majors = {entry.matter.number for entry in page.majors}
    timed = tuple(one for one in page.timed if one.matter.number not in majors and not one.matter.is_assigned)
    on_time = {one.matter.number for one in timed}
    return page.replace(timed=timed, minors=tuple(entry for entry in page.minors if entry.matter.number not in on_time))


def receptions_near(page: Today, day: Day) -> tuple[Awaiting, ...]:
    """The receptions that are late, run out within ``NEAR_DAYS``, or have no clock that would say when."""
    return tuple(one for one in page.receptions if one.clock is None or day.working_days_to(one.clock.due) <= NEAR_DAYS)


def minors_near(page: Today, day: Day) -> tuple[Ranked, ...]:
    """The minors of this week and of the next working day, and the undated ones until they would be lifted."""
    sunday = day.today + timedelta(6 - day.today.weekday())
    last = max(sunday, day.calendar.shift(day.today, 1))
    return tuple(entry for entry in page.minors if _is_near(entry.matter, day, last))


def _is_near(matter: Matter, day: Day, last: date) -> bool:
    """Whether a minor is to be seen today."""
    if matter.due is not None:
        return day_of(matter.due) <= last
    written = matter.touched or matter.created
    return written is not None and day.working_days_since(written) <= Patience.days


def _timed(matters: list[Matter], day: Day) -> tuple[Timed, ...]:
    """Today's timed items by their times."""
    found = [
        Timed(at=matter.due, matter=matter)
        for matter in matters
        if isinstance(matter.due, datetime) and day.is_today(matter.due)
    ]
    found.sort(key=lambda timed: (timed.at, timed.matter.number))
    return tuple(found)


def _awaiting(receptions: Iterable[Reception], day: Day) -> tuple[Awaiting, ...]:
    """Receptions that wait for an answer or a notice, the clock that runs out first on top; those without one last."""
    found = [
        Awaiting(reception=reception, clock=nearest_clock(reception, day))
        for reception in receptions
        if reception.is_waiting
    ]
    found.sort(
        key=lambda awaiting: (
            "9" if awaiting.clock is None else deadline(awaiting.clock.due).isoformat(),
            awaiting.reception.number,
        )
    )
    return tuple(found)


def _owed(matters: list[Matter], day: Day, thresholds: Thresholds) -> tuple[Owed, ...]:
    """What others owe: red first, then yellow, then green, each by its date."""
    found = [
        Owed(matter=matter, light=light_of(matter, day, thresholds), broken=broken_promise(matter, day))
        for matter in matters
        if matter.is_assigned
    ]
    found.sort(
        key=lambda owed: (
            LIGHTS.index(owed.light),
            "9" if owed.matter.due is None else deadline(owed.matter.due).isoformat(),
            owed.matter.number,
        )
    )
    return tuple(found)


def _steps(matters: list[Matter], day: Day) -> tuple[StepDue, ...]:
    """Countdown steps whose day is today or past, the oldest first."""
    found = []
    for matter in matters:
        for step in matter.steps:
            since = step_day(step, matter, day.calendar)
            if since is not None and since <= day.today:
                found.append(StepDue(matter=matter, step=step, since=since))
    found.sort(key=lambda due: (due.since, due.matter.number))
    return tuple(found)
