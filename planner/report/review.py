"""The review 小结 of a span of days as one frozen value: what pages, the walk and the report are made of.

It is pure: records, parties, the days and the clock's reading in; out comes a value that names its records and changes
no more. A span that lies behind is told as it stood at its end: what was finished later was in progress then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.clock import nearest_clock
from planner.domain.directory import Directory
from planner.domain.hiding import lies_ahead
from planner.domain.light import LIGHTS, light_of
from planner.domain.moment import date, datetime, day_of, deadline, timedelta
from planner.domain.record import Record
from planner.domain.recurrence import BadRuleError, coming
from planner.domain.talk import TalkOwed, talks_owed
from planner.report.figures import Balance, Tally, balances_of, tally_of
from planner.report.findings import (
    DECISIONS,
    PROBLEMS,
    Decision,
    Problem,
    answered_of,
    by_date,
    closed_of,
    decisions_of,
    problems_of,
)
from planner.report.span import LONGEST, Span, following
from planner.report.standing import as_of, matters_then, receptions_then, untold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.day import Day
    from planner.domain.light import Light
    from planner.domain.matter import Matter
    from planner.domain.moment import Moment
    from planner.domain.party import Party
    from planner.domain.point import Point
    from planner.domain.reception import Reception
    from planner.domain.today import Rules
    from planner.domain.workdays import Calendar


__all__ = ["DECISIONS", "PROBLEMS", "Coming", "Decision", "Lit", "Material", "Problem", "Review", "review_of"]


class Material(Record):
    """The records that a review is made of, archived ones among them."""

    matters: tuple[Matter, ...] = ()
    receptions: tuple[Reception, ...] = ()
    points: tuple[Point, ...] = ()
    parties: tuple[Party, ...] = ()


class Coming(Record):
    """A matter of the days ahead, on the day of this occurrence."""

    matter: Matter
    due: Moment
    to_come: bool = False
    """An occurrence by its rule, which is not in the book yet."""


class Lit(Record):
    """A matter that others owe, with its light."""

    matter: Matter
    light: Light


class Review(Record):
    """A span of days reviewed. Matters stand with the majors first, then by the day that matters to the section."""

    span: Span
    ahead: Span
    """The span that ``coming`` speaks of."""
    now: datetime
    """The moment as of which it is told: the clock's reading, or the end of a span that lies behind."""
    calendar: Calendar
    done: tuple[Matter, ...] = ()
    dropped: tuple[Matter, ...] = ()
    progress: tuple[Matter, ...] = ()
    """Open ones that were worked on in the span, and the open majors."""
    problems: tuple[Problem, ...] = ()
    coming: tuple[Coming, ...] = ()
    decisions: tuple[Decision, ...] = ()
    figures: Tally = Tally()
    before: Tally | None = None
    """The figures of the span before."""
    balances: tuple[Balance, ...] = ()
    papers: tuple[Matter, ...] = ()
    """Matters of documents 办文 that were written down in the span."""
    receptions: tuple[Reception, ...] = ()
    """Registered in the span."""
    answered: tuple[Reception, ...] = ()
    """Answered in the span, whenever they were registered."""
    awaiting: tuple[Reception, ...] = ()
    """Still open."""
    late: tuple[Reception, ...] = ()
    """Open, with a clock that has run out."""
    lights: tuple[Lit, ...] = ()
    """What others owe: red first."""
    talks_held: tuple[tuple[str, date], ...] = ()
    """Party and day, leaders in rank order first."""
    talks_owed: tuple[TalkOwed, ...] = ()
    visits: tuple[Matter, ...] = ()
    """Field visits 腿勤: research and inspection that was done."""
    proposals: tuple[Matter, ...] = ()
    """Proposals 脑勤: advice that was given."""
    parties: tuple[Party, ...] = ()
    """Everyone known, for formal titles and rank order."""
    visitors: tuple[str, ...] = ()
    """The names of visitors, whom a report calls 王某."""
    withheld: tuple[int, ...] = ()
    """Numbers of the matters and receptions that came of a restricted entry: counted, and named in no report."""

    @property
    def majors(self) -> tuple[Matter, ...]:
        """What was done of major matters 重点工作."""
        return tuple(matter for matter in self.done if matter.grade == "major")

    @property
    def minors(self) -> tuple[Matter, ...]:
        """What was done of minor matters 日常工作."""
        return tuple(matter for matter in self.done if matter.grade == "minor")

    def lit(self, light: Light) -> tuple[Matter, ...]:
        """The matters with one light."""
        return tuple(one.matter for one in self.lights if one.light == light)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing at all happened in the span, whatever is still open."""
        now = self.figures
        return not (
            self.done or self.dropped or self.receptions or self.answered or self.talks_held
            or now.begun or now.returned or now.postponed or now.chases
            or any(one.touched in self.span for one in self.progress)
        )  # fmt: skip

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands in it."""
        return not (
            self.done or self.progress or self.problems or self.coming or self.decisions or self.receptions
            or self.talks_held or self.talks_owed or self.lights
        )  # fmt: skip


def review_of(material: Material, span: Span, day: Day, rules: Rules, before: Span | None = None) -> Review:
    """The review of a span, compared with the span ``before`` when one is given.

    ``day`` is now; of a span that lies behind, everything is told as of its last minute.
    """
    then = as_of(span, day)
    directory = Directory(material.parties)
    matters = matters_then(material.matters, then.now)
    receptions = receptions_then(material.receptions, then.now)
    points = tuple(point for point in material.points if point.created is None or point.created <= then.now)
    still = [matter for matter in matters if matter.is_open]
    shown = [matter for matter in still if not lies_ahead(matter, then)]
    done = _closed(matters, span, "done")
    open_receptions = tuple(one for one in receptions if one.state == "open")
    running = (one for one in receptions if one.closed is None)  # an answer by word of mouth ends no written notice
    late = tuple(one for one in running if (clock := nearest_clock(one, then)) and then.is_past(clock.due))
    held = _talks_held(points, material.parties, directory, span)
    ahead = _ahead(span, then)
    return Review(
        span=span,
        ahead=ahead,
        now=then.now,
        calendar=day.calendar,
        done=done,
        dropped=_closed(matters, span, "dropped"),
        progress=_progress(shown, span),
        problems=problems_of(shown, late, then, rules, answered_of(receptions)),
        coming=_coming(still, ahead, day.calendar),
        decisions=decisions_of(shown, untold(points, then.now), directory, closed_of(matters)),
        figures=tally_of(matters, receptions, held, span, then),
        before=None if before is None else _tally_before(material, before, day),
        balances=balances_of(done),
        papers=tuple(one for one in matters if one.work == "documents" and one.created in span),
        receptions=tuple(one for one in receptions if one.at in span and one.state != "voided"),
        answered=tuple(one for one in receptions if one.state == "answered" and one.replied in span),
        awaiting=open_receptions,
        late=late,
        lights=_lights(shown, then, rules),
        talks_held=held,
        talks_owed=talks_owed(untold(points, then.now), directory, then, still),
        visits=tuple(matter for matter in done if matter.work in ("research", "inspection")),
        proposals=tuple(matter for matter in done if matter.work == "advice"),
        parties=material.parties,
        visitors=tuple(
            dict.fromkeys(one.name for one in receptions if one.name and (one.kind == "public" or one.restricted))
        ),
        withheld=_withheld(matters, receptions),
    )


def _ahead(span: Span, then: Day) -> Span:
    """The span that is planned for: the one that follows, from tomorrow on while the span itself is not over."""
    ahead = following(span)
    if then.today >= span.working(then.calendar)[1]:
        return ahead
    first = max(then.today + timedelta(days=1), span.first)
    return Span(kind="days", first=first, last=min(ahead.last, first + timedelta(days=LONGEST)))


def _closed(matters: Iterable[Matter], span: Span, state: str) -> tuple[Matter, ...]:
    """What was closed so in the span: majors first, each by its day."""
    found = [matter for matter in matters if matter.state == state and matter.closed in span]
    found.sort(key=lambda matter: (matter.grade == "minor", matter.closed, matter.number))
    return tuple(found)


def _progress(shown: list[Matter], span: Span) -> tuple[Matter, ...]:
    """Open matters that were worked on in the span, and all open majors."""
    found = [
        matter
        for matter in shown
        if matter.grade == "major"
        or any(at in span for at in (matter.touched, *(n.at for n in matter.notes), *(c.at for c in matter.chases)))
    ]
    found.sort(key=by_date)
    return tuple(found)


def _coming(still: list[Matter], ahead: Span, calendar: Calendar) -> tuple[Coming, ...]:
    """The matters due in the span ahead, and the occurrences that fall in it by their rules."""
    found = []
    for matter in still:
        last = matter.last
        if last is not None and last in ahead:
            found.append(Coming(matter=matter, due=matter.due or last))
        if matter.rrule is not None and matter.due is not None:
            found += [Coming(matter=matter, due=due, to_come=True) for due in _occurrences(matter, ahead, calendar)]
    found.sort(key=lambda one: (day_of(one.due), one.matter.grade == "minor", deadline(one.due), one.matter.number))
    return tuple(found)


def _occurrences(matter: Matter, ahead: Span, calendar: Calendar) -> tuple[Moment, ...]:
    """The later occurrences of a recurring matter in a span; none by a rule that can't be read."""
    try:
        return coming(matter, ahead.first, ahead.last, calendar)
    except BadRuleError:
        return ()


def _lights(shown: list[Matter], day: Day, rules: Rules) -> tuple[Lit, ...]:
    """What others owe, by its light."""
    found = [Lit(matter=one, light=light_of(one, day, rules.thresholds)) for one in shown if one.is_assigned]
    found.sort(key=lambda lit: (LIGHTS.index(lit.light), by_date(lit.matter)))
    return tuple(found)


def _talks_held(
    points: Iterable[Point], parties: Iterable[Party], directory: Directory, span: Span
) -> tuple[tuple[str, date], ...]:
    """Who was talked with on which day: a tick is a talk, and so is one that was held without points."""
    found = {
        (directory.canonical(tick.party), tick.at.date()) for point in points for tick in point.ticks if tick.at in span
    }
    found |= {(party.name, party.last_talk.date()) for party in parties if party.last_talk and party.last_talk in span}
    return tuple(sorted(found, key=lambda talk: (directory.order(talk[0]), talk[1])))


def _tally_before(material: Material, before: Span, day: Day) -> Tally:
    """The figures of the span before, as of its end."""
    then = as_of(before, day)
    directory = Directory(material.parties)
    matters = matters_then(material.matters, then.now)
    receptions = receptions_then(material.receptions, then.now)
    held = _talks_held(material.points, material.parties, directory, before)
    return tally_of(matters, receptions, held, before, then)


def _withheld(matters: Iterable[Matter], receptions: Iterable[Reception]) -> tuple[int, ...]:
    """The numbers of restricted entries and of the matters that came of them; a matter of an unknown entry is one."""
    open_ones = {one.number for one in receptions if not one.restricted}
    secret = [one.number for one in receptions if one.restricted]
    return (*secret, *(matter.number for matter in matters if not open_ones.issuperset(matter.receptions)))
