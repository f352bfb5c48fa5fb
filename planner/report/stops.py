"""The stops of the guided walk in its order: unfiled, overdue, waited for, stuck, minors, visitors, parties, plans.

A record stands under the first stop that fits it, so that nobody looks at it twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.clock import nearest_clock
from planner.domain.directory import Directory
from planner.domain.hiding import lies_ahead
from planner.domain.moment import deadline
from planner.domain.record import Record
from planner.domain.reporting import due_for_review, is_unfiled
from planner.domain.talk import TalkOwed, talks_owed
from planner.report.span import following, span_around
from planner.wording import later_p

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from planner.domain.day import Day
    from planner.domain.matter import Matter
    from planner.domain.reception import Reception
    from planner.domain.today import Rules
    from planner.report.review import Material

    StopName: TypeAlias = Literal["unfiled", "overdue", "waiting", "stuck", "minors", "receptions", "parties", "ahead"]

__all__ = ["QUESTIONS", "STOPS", "TITLES", "Stop", "stops_of"]

STOPS: tuple[StopName, ...] = (
    "unfiled", "overdue", "waiting", "stuck", "minors", "receptions", "parties", "ahead"
)  # fmt: skip
TITLES: dict[StopName, str] = {
    "unfiled": later_p("stop", "Unfiled"),
    "overdue": later_p("stop", "Overdue"),
    "waiting": later_p("stop", "Waiting and supervised"),
    "stuck": later_p("stop", "Stuck majors"),
    "minors": later_p("stop", "Minors"),
    "receptions": later_p("stop", "Receptions"),
    "parties": later_p("stop", "Parties"),
    "ahead": later_p("stop", "Majors of next week"),
}
QUESTIONS: dict[StopName, str] = {
    "unfiled": later_p("stop", "When, for whom, what kind of work? Or give it up."),
    "overdue": later_p("stop", "Done by now? A new day, and why?"),
    "waiting": later_p("stop", "Heard anything? Chase, extend or take it back."),
    "stuck": later_p("stop", "What is the next step?"),
    "minors": later_p("stop", "Do it, hand it over or drop it."),
    "receptions": later_p("stop", "Answered, noticed, accepted? Who still owes what?"),
    "parties": later_p("stop", "When is the next talk?"),
    "ahead": later_p("stop", "Is everything begun that must be ready?"),
}
"""What each stop asks of its records."""


class Stop(Record):
    """A record to look at, and the stop that it stands under."""

    name: StopName
    record: Matter | Reception | TalkOwed

    @property
    def key(self) -> str:
        """How the walk remembers it: ``matter:12``, ``reception:202600123``, ``party:李局``."""
        record = self.record
        if isinstance(record, TalkOwed):
            return f"party:{record.name}"
        return f"{type(record).__name__.lower()}:{record.number}"

    @property
    def matter(self) -> Matter | None:
        """Its matter, if it is one."""
        from planner.domain.matter import Matter

        return self.record if isinstance(self.record, Matter) else None

    @property
    def reception(self) -> Reception | None:
        """Its reception, if it is one."""
        from planner.domain.reception import Reception

        return self.record if isinstance(self.record, Reception) else None

    @property
    def talk(self) -> TalkOwed | None:
        """Its party, if it is one."""
        return self.record if isinstance(self.record, TalkOwed) else None


def stops_of(material: Material, day: Day, rules: Rules, seen: frozenset[str] = frozenset()) -> tuple[Stop, ...]:
    """What is left to look at, in the walk's order; ``seen`` are the keys of what was."""
    directory = Directory(material.parties)
    still = [matter for matter in material.matters if matter.is_open]
    ahead = following(span_around("week", day.today))
    found: list[Stop] = []
    for matter in sorted(still, key=_by_date):
        name = _name_of(matter, day, rules)
        if name is None and matter.grade == "major" and matter.last is not None and matter.last in ahead:
            name = "ahead"
        if name is not None and due_for_review(matter, day):
            found.append(Stop(name=name, record=matter))
    waiting = [one for one in material.receptions if one.is_waiting]
    found += [Stop(name="receptions", record=one) for one in sorted(waiting, key=lambda one: _runs_out(one, day))]
    found += [Stop(name="parties", record=one) for one in talks_owed(material.points, directory, day, still)]
    found.sort(key=lambda stop: STOPS.index(stop.name))
    return tuple(stop for stop in found if stop.key not in seen)


def _name_of(matter: Matter, day: Day, rules: Rules) -> StopName | None:
    """The first stop that fits an open matter; ``None`` when none before next week's does."""
    if is_unfiled(matter):
        return "unfiled"
    if matter.last is not None and day.is_past(matter.last):
        return "overdue"
    if matter.state == "waiting" or matter.is_assigned or matter.supervised:
        return "waiting"
    if lies_ahead(matter, day):
        return None
    since = matter.touched or matter.created
    if matter.grade == "major":
        lain = 0 if since is None else day.working_days_since(since)
        return "stuck" if lain > rules.patience.days else None
    return "minors"


def _by_date(matter: Matter) -> tuple[bool, str, int]:
    """Majors first, then by date, those without one last."""
    last = matter.last
    return matter.grade == "minor", "9" if last is None else deadline(last).isoformat(), matter.number


def _runs_out(one: Reception, day: Day) -> tuple[str, int]:
    """The clock that runs out first on top."""
    clock = nearest_clock(one, day)
    return "9" if clock is None else deadline(clock.due).isoformat(), one.number
