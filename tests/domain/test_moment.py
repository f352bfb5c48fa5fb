"""Days and minutes: told apart, compared by their ends, written and read as ISO 8601."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import moment
from planner.domain.moment import date, datetime, day_of, deadline, is_timed, iso, parse_moment

DAY = date(2026, 9, 25)
TIME = datetime(2026, 9, 25, 17)


def test_the_classes_are_the_standard_ones():
    assert (moment.date, moment.datetime, moment.time, moment.timedelta) == (
        dt.date, dt.datetime, dt.time, dt.timedelta,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given_", "timed", "end", "text"),
    [
        (DAY, False, datetime(2026, 9, 25, 23, 59, 59), "2026-09-25"),
        (TIME, True, TIME, "2026-09-25T17:00"),
        (datetime(2026, 9, 25, 17, 0, 30), True, datetime(2026, 9, 25, 17, 0, 30), "2026-09-25T17:00:30"),
    ],
)
def test_a_moment_is_a_day_or_a_minute(given_, timed, end, text):
    assert is_timed(given_) is timed
    assert day_of(given_) == DAY
    assert type(day_of(given_)) is date
    assert deadline(given_) == end
    assert iso(given_) == text


@given(st.one_of(st.dates(), st.datetimes().map(lambda at: at.replace(microsecond=0))))
def test_what_is_written_reads_back(given_):
    again = parse_moment(iso(given_))
    assert again == given_
    assert type(again) is type(given_)


@pytest.mark.parametrize(
    "text", ["", "2026", "tomorrow", "2026-13-01", "2026-02-30", "2026-09-25T25:00", "2026-09-25T17:00+08:00"]
)
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(ValueError):
        parse_moment(text)
