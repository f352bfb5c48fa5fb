"""Spans: weeks, months, what came since a report; what they are compared with and what is planned for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from planner.domain.record import Invalid
from planner.domain.workdays import CHINA
from planner.report.span import SPAN_KINDS, Span, before, following, kind_of_days, since, span_around

DAYS = some.dates(date(2000, 1, 1), date(2060, 12, 31))
WHOLE = some.sampled_from([kind for kind in SPAN_KINDS if kind not in ("days", "since")])


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("week", (2026, 9, 21), (2026, 9, 27)),
        ("month", (2026, 9, 1), (2026, 9, 30)),
        ("quarter", (2026, 7, 1), (2026, 9, 30)),
        ("year", (2026, 1, 1), (2026, 12, 31)),
        ("days", (2026, 9, 24), (2026, 9, 24)),
    ],
)
def test_the_span_around_a_day(kind, first, last):
    span = span_around(kind, date(2026, 9, 24))
    assert (span.first, span.last) == (date(*first), date(*last))


@given(day=DAYS, kind=WHOLE)
def test_spans_of_a_kind_follow_each_other_without_gap(day, kind):
    span = span_around(kind, day)
    assert day in span
    assert before(following(span)) == following(before(span)) == span
    assert following(span).first - span.last == timedelta(days=1)
    assert kind_of_days(span.first, span.last) == span


@given(first=DAYS, length=some.integers(0, 1000))
def test_any_days_are_compared_with_as_many_before(first, length):
    span = Span(kind="days", first=first, last=first + timedelta(days=length))
    earlier = before(span)
    assert earlier.last == first - timedelta(days=1)
    assert earlier.last - earlier.first == span.last - span.first


def test_what_happened_up_to_the_report_before_stood_in_it():
    span = since(datetime(2026, 9, 18, 16, 30), datetime(2026, 9, 24, 16, 50))
    assert datetime(2026, 9, 18, 16, 30) not in span
    assert datetime(2026, 9, 18, 17, 0) in span
    assert datetime(2026, 9, 20, 10, 0) in span, "the Sunday that was worked is not lost"
    assert None not in span


def test_a_report_names_the_first_and_last_working_day():
    week = span_around("week", date(2026, 9, 24))
    assert week.working(CHINA) == (date(2026, 9, 21), date(2026, 9, 24)), "Friday is the holiday"
    worked = since(datetime(2026, 9, 18, 16, 30), datetime(2026, 9, 24, 16, 50))
    assert worked.working(CHINA) == (date(2026, 9, 20), date(2026, 9, 24))
    assert following(week).working(CHINA) == (date(2026, 9, 28), date(2026, 9, 30)), "October begins with days off"


def test_days_off_only_are_named_as_they_are():
    holiday = Span(kind="days", first=date(2026, 10, 3), last=date(2026, 10, 4))
    assert holiday.working(CHINA) == (holiday.first, holiday.last)


@pytest.mark.parametrize("now", [datetime(2026, 9, day, 17) for day in range(21, 28)])
def test_the_plan_behind_what_came_since_a_report_reaches_a_sunday(now):
    ahead = following(since(datetime(2026, 9, 18, 16), now))
    assert ahead.first == now.date() + timedelta(days=1)
    assert ahead.last.weekday() == 6
    assert 5 <= (ahead.last - now.date()).days <= 11


@pytest.mark.parametrize("last", [date(2026, 9, 23), date(2030, 9, 24)])
def test_a_span_runs_forward_and_is_no_decade(last):
    with pytest.raises(Invalid):
        Span(kind="days", first=date(2026, 9, 24), last=last)
