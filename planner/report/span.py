"""The days that a review covers: a week, a month, a quarter, a year, any days, or what came since the last report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.moment import date, datetime, day_of, timedelta
from planner.domain.record import Invalid, Record

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from planner.domain.moment import Moment
    from planner.domain.workdays import Calendar

    SpanKind: TypeAlias = Literal["week", "month", "quarter", "year", "days", "since"]

__all__ = ["LONGEST", "SPAN_KINDS", "Span", "before", "following", "kind_of_days", "since", "span_around"]

SPAN_KINDS: tuple[SpanKind, ...] = ("week", "month", "quarter", "year", "days", "since")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_ONE = timedelta(days=1)
_WEEK = 7
LONGEST = 1100
"""Days that a span may have: three years and the notice to them."""
_AHEAD = 5
"""Days that the plan behind a report reaches at least, before it is filled up to its Sunday."""


class Span(Record):
    """Days, both ends included. ``after`` cuts the first day: what happened up to then stood in the report before."""

    kind: SpanKind
    first: date
    last: date
    after: datetime | None = None

    def check(self) -> None:
        """Raise ``Invalid`` when it runs backwards or is longer than three years."""
        if not 0 <= (self.last - self.first).days <= LONGEST:
            raise Invalid("last", "end_before_start", self.last)

    def __contains__(self, moment: Moment | None) -> bool:
        """Whether a moment lies in it; ``None`` lies in none."""
        if moment is None or not self.first <= day_of(moment) <= self.last:
            return False
        return self.after is None or not isinstance(moment, datetime) or moment > self.after

    def working(self, calendar: Calendar) -> tuple[date, date]:
        """Its first and last working day, as a report names it; the ends themselves when no day of it is worked."""
        first, last = self.first, self.last
        if self.after is not None and first == self.after.date() and first < last:
            first += _ONE  # the day on which the report before was sent stands in that report
        begin, end = first, last
        while begin < last and not calendar.is_working(begin):
            begin += _ONE
        while end > first and not calendar.is_working(end):
            end -= _ONE
        return (begin, end) if begin <= end and calendar.is_working(begin) else (first, last)


def span_around(kind: SpanKind, day: date) -> Span:
    """The week (Monday to Sunday), month, quarter or year that a day lies in; of another kind the day alone."""
    if kind == "week":
        monday = day - timedelta(days=day.weekday())
        return Span(kind=kind, first=monday, last=monday + timedelta(days=_WEEK - 1))
    length = _MONTHS.get(kind)
    if length is None:
        return Span(kind="days", first=day, last=day)
    first = date(day.year, (day.month - 1) // length * length + 1, 1)
    return Span(kind=kind, first=first, last=_months_on(first, length) - _ONE)


def since(after: datetime, now: datetime) -> Span:
    """What came since a report was sent, up to today."""
    return Span(kind="since", first=min(after.date(), now.date()), last=now.date(), after=after)


def kind_of_days(first: date, last: date) -> Span:
    """The days from ``first`` to ``last`` as the whole week, month, quarter or year that they are, else as days."""
    for kind in ("week", "month", "quarter", "year"):
        whole = span_around(kind, first)
        if (whole.first, whole.last) == (first, last):
            return whole
    return Span(kind="days", first=first, last=last)


def before(span: Span) -> Span:
    """The span that one is compared with: the one of its kind before it, or as many days as it has."""
    if span.kind in ("week", *_MONTHS):
        return span_around(span.kind, span.first - _ONE)
    length = span.last - span.first
    end = span.first - _ONE
    return Span(kind="days", first=end - length, last=end)


def following(span: Span) -> Span:
    """The span that is planned for: the next of its kind, as many days, or the rest of the week and the next."""
    first = span.last + _ONE
    if span.kind in ("week", *_MONTHS):
        return span_around(span.kind, first)
    if span.kind == "since":
        end = span.last + timedelta(days=_AHEAD)
        return Span(kind="days", first=first, last=end + timedelta(days=6 - end.weekday()))
    return Span(kind="days", first=first, last=first + (span.last - span.first))


def _months_on(first: date, count: int) -> date:
    """The first of the month that is ``count`` months after one."""
    month = first.month - 1 + count
    return date(first.year + month // 12, month % 12 + 1, 1)
