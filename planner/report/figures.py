"""The figures of a span: counts to be held against those of the span before, and balances. For the director's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.clock import nearest_clock
from planner.domain.moment import deadline
from planner.domain.record import Record
from planner.domain.terms import GRADES, NATURES, ORIGINS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.day import Day
    from planner.domain.matter import Matter
    from planner.domain.moment import date
    from planner.domain.reception import Reception
    from planner.report.span import Span

__all__ = ["BALANCES", "THREE_WORKS", "Balance", "Tally", "balances_of", "share", "tally_of"]

THREE_WORKS = ("documents", "affairs", "meetings")
"""办文 办事 办会."""
BALANCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("grade", GRADES),
    ("origin", ORIGINS),
    ("nature", NATURES),
    ("work", THREE_WORKS),
)
"""The balances, by the field of a matter and the codes that are weighed."""


class Tally(Record):
    """Counts of a span."""

    begun: int = 0
    """Matters written down."""
    done: int = 0
    majors_done: int = 0
    due: int = 0
    """Matters done that had a date."""
    on_time: int = 0
    """Those of them that were done by it."""
    overdue: int = 0
    """Open at the end of the span with their date past."""
    returned: int = 0
    """Times that something was sent back."""
    postponed: int = 0
    """Matters put off on a day of the span, by their extensions."""
    chases: int = 0
    papers_in: int = 0
    """Matters of documents 办文 written down."""
    papers_done: int = 0
    receptions: int = 0
    people: int = 0
    answered: int = 0
    late: int = 0
    """Answers and notices owed at the end with a clock past, and answers of the span given after the own promise."""
    visits: int = 0
    """Field visits 腿勤."""
    proposals: int = 0
    """Proposals 脑勤."""
    talks: int = 0
    """Talks held 嘴勤."""
    load: tuple[tuple[date, int], ...] = ()
    """Matters done on each day of the span, the days without any among them."""


class Balance(Record):
    """How what was done divides: the codes of one field with their counts; ``other`` are those without the field."""

    field: str
    shares: tuple[tuple[str, int], ...]
    other: int = 0

    @property
    def total(self) -> int:
        """What is weighed."""
        return sum(count for _, count in self.shares)


def share(part: int, whole: int) -> int | None:
    """A share in whole per cent, halves up; ``None`` of nothing."""
    return None if whole == 0 else (part * 200 + whole) // (2 * whole)


def tally_of(
    matters: Iterable[Matter], receptions: Iterable[Reception], talks: tuple[object, ...], span: Span, day: Day
) -> Tally:
    """The counts of a span; ``day`` is its end, or now."""
    kept = tuple(matters)
    done = [matter for matter in kept if matter.state == "done" and matter.closed in span]
    dated = [matter for matter in done if matter.last is not None]
    entries = [one for one in receptions if one.state != "voided"]
    came = [one for one in entries if one.at in span]
    return Tally(
        begun=sum(matter.created in span for matter in kept),
        done=len(done),
        majors_done=sum(matter.grade == "major" for matter in done),
        due=len(dated),
        on_time=sum(_in_time(matter) for matter in dated),
        overdue=sum(matter.is_open and matter.last is not None and day.is_past(matter.last) for matter in kept),
        returned=sum(one.at in span for matter in kept for one in matter.returns),
        postponed=sum(one.at in span for matter in kept for one in matter.extensions),
        chases=sum(one.at in span for matter in kept for one in matter.chases),
        papers_in=sum(matter.work == "documents" and matter.created in span for matter in kept),
        papers_done=sum(matter.work == "documents" for matter in done),
        receptions=len(came),
        people=sum(one.headcount for one in came),
        answered=sum(one.state == "answered" and one.replied in span for one in entries),
        late=sum(_answered_late(one, span, day) for one in entries),
        visits=sum(matter.work in ("research", "inspection") for matter in done),
        proposals=sum(matter.work == "advice" for matter in done),
        talks=len(talks),
        load=_load(done, span, day),
    )


def balances_of(done: Iterable[Matter]) -> tuple[Balance, ...]:
    """How what was done divides by grade, origin, nature and the three works."""
    kept = tuple(done)
    made = []
    for field, codes in BALANCES:
        values = [getattr(matter, field) for matter in kept]
        made.append(
            Balance(
                field=field,
                shares=tuple((code, values.count(code)) for code in codes),
                other=sum(value not in codes for value in values),
            )
        )
    return tuple(made)


def _in_time(matter: Matter) -> bool:
    """Whether a matter was done by its date."""
    return matter.last is not None and matter.closed is not None and matter.closed <= deadline(matter.last)


def _answered_late(one: Reception, span: Span, day: Day) -> bool:
    """Whether an answer or notice is owed with its clock past, or an answer of the span came after its promise."""
    if one.closed is None:
        clock = nearest_clock(one, day)
        return clock is not None and day.is_past(clock.due)
    if one.reply_due is None or one.replied is None or one.replied not in span:
        return False
    return deadline(one.replied) > deadline(one.reply_due)


def _load(done: Iterable[Matter], span: Span, day: Day) -> tuple[tuple[date, int], ...]:
    """How many were done on each day of the span up to now."""
    from planner.domain.moment import timedelta

    counts: dict[date, int] = {}
    for matter in done:
        if matter.closed is not None:
            counts[matter.closed.date()] = counts.get(matter.closed.date(), 0) + 1
    last = min(span.last, max(day.today, span.first))
    days = (span.first + timedelta(days=ahead) for ahead in range((last - span.first).days + 1))
    return tuple((on, counts.get(on, 0)) for on in days)
