"""The days of a rule, held against dateutil walking the whole of it, and the occurrence that follows another."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.matter import Matter
from planner.domain.recurrence import BadRuleError, following, occurrences, parse_rule
from planner.domain.workdays import CHINA

RULES = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
    "FREQ=WEEKLY;BYDAY=SU;WKST=SU;INTERVAL=2",
    "FREQ=WEEKLY;BYDAY=MO;COUNT=30",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYDAY=20MO",
    "FREQ=YEARLY;BYMONTHDAY=15",
    "FREQ=YEARLY;INTERVAL=2;BYMONTH=1,7",
)


@pytest.mark.parametrize("rule", RULES)
@given(begun=st.integers(0, 800), first=st.integers(0, 2200), length=st.integers(0, 400))
def test_a_beginning_brought_forward_leaves_the_days_the_same(rule, begun, first, length):
    start = datetime(2021, 1, 1, 9) + timedelta(days=begun)
    one = date(2021, 1, 1) + timedelta(days=first)
    other = one + timedelta(days=length)
    whole = rrulestr(rule, dtstart=start).between(
        datetime(one.year, one.month, one.day), datetime(other.year, other.month, other.day, 23, 59), inc=True
    )
    assert occurrences(rule, start, one, other) == tuple(whole)


def matter(**values):
    return Matter(number=7, title="month bulletin", **values)


FOLLOWING = (
    # rule and matter's fields, finished at, next anchor, next due
    (
        dict(rrule="FREQ=WEEKLY;BYDAY=MO", due=date(2026, 9, 21)),
        (2026, 9, 21, 10),
        date(2026, 9, 28),
        date(2026, 9, 28),
    ),
    # done late: the missed Mondays are skipped, the one still ahead is next
    (dict(rrule="FREQ=WEEKLY;BYDAY=MO", due=date(2026, 8, 3)), (2026, 9, 22, 10), date(2026, 9, 28), date(2026, 9, 28)),
    # each missed one is to be done
    (
        dict(rrule="FREQ=WEEKLY;BYDAY=MO", due=date(2026, 8, 3), catch_up=True),
        (2026, 9, 22, 10),
        date(2026, 8, 10),
        date(2026, 8, 10),
    ),
    # done early: the next is the one after this, not this again
    (
        dict(rrule="FREQ=WEEKLY;BYDAY=FR", due=date(2026, 9, 25)),
        (2026, 9, 22, 10),
        date(2026, 10, 2),
        date(2026, 10, 2),
    ),
    # a time of day stays
    (
        dict(rrule="FREQ=DAILY", due=datetime(2026, 9, 21, 16, 30)),
        (2026, 9, 21, 17),
        date(2026, 9, 22),
        datetime(2026, 9, 22, 16, 30),
    ),
    # the 1st falls in the National Day holiday: moved before it, after it, or kept
    (
        dict(rrule="FREQ=MONTHLY;BYMONTHDAY=1", due=date(2026, 9, 1), if_off="before"),
        (2026, 9, 1, 10),
        date(2026, 10, 1),
        date(2026, 9, 30),
    ),
    (
        dict(rrule="FREQ=MONTHLY;BYMONTHDAY=1", due=date(2026, 9, 1), if_off="after"),
        (2026, 9, 1, 10),
        date(2026, 10, 1),
        date(2026, 10, 8),
    ),
    (
        dict(rrule="FREQ=MONTHLY;BYMONTHDAY=1", due=date(2026, 9, 1)),
        (2026, 9, 1, 10),
        date(2026, 10, 1),
        date(2026, 10, 1),
    ),
    # a moved occurrence goes on from its anchor, not from where it was moved to
    (
        dict(rrule="FREQ=MONTHLY", due=date(2026, 9, 30), anchor=date(2026, 10, 1), if_off="before"),
        (2026, 9, 30, 10),
        date(2026, 11, 1),
        date(2026, 10, 30),
    ),
    # every working day: the holiday is passed over
    (
        dict(rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", due=date(2026, 9, 30)),
        (2026, 9, 30, 18),
        date(2026, 10, 8),
        date(2026, 10, 8),
    ),
    # and a weekend that is worked instead is one
    (
        dict(rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", due=date(2026, 10, 9)),
        (2026, 10, 9, 18),
        date(2026, 10, 10),
        date(2026, 10, 10),
    ),
    # moved behind a holiday it is still ahead, though the day of its rule has passed
    (
        dict(rrule="FREQ=MONTHLY;BYMONTHDAY=5", due=date(2026, 9, 5), if_off="after"),
        (2026, 10, 6, 10),
        date(2026, 10, 5),
        date(2026, 10, 8),
    ),
    # several times a day: the next time today, or tomorrow's first when that has passed
    (
        dict(rrule="FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0", due=datetime(2026, 9, 21, 9)),
        (2026, 9, 21, 9),
        date(2026, 9, 21),
        datetime(2026, 9, 21, 15),
    ),
    (
        dict(rrule="FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0", due=datetime(2026, 9, 21, 9)),
        (2026, 9, 21, 16),
        date(2026, 9, 22),
        datetime(2026, 9, 22, 9),
    ),
    # without a date it goes on from the day of its rule
    (
        dict(rrule="FREQ=WEEKLY;BYDAY=MO", anchor=date(2026, 9, 21)),
        (2026, 9, 21, 10),
        date(2026, 9, 28),
        date(2026, 9, 28),
    ),
    # an exception is passed over
    (
        dict(rrule="FREQ=WEEKLY;BYDAY=MO", due=date(2026, 9, 7), exdates=(date(2026, 9, 14),)),
        (2026, 9, 7, 10),
        date(2026, 9, 21),
        date(2026, 9, 21),
    ),
    # from completion
    (
        dict(rrule="FREQ=WEEKLY;INTERVAL=2", due=date(2026, 9, 1), from_completion=True),
        (2026, 9, 10, 10),
        date(2026, 9, 24),
        date(2026, 9, 24),
    ),
)


@pytest.mark.parametrize(("fields", "finished", "anchor", "due"), FOLLOWING)
def test_the_occurrence_that_follows(fields, finished, anchor, due):
    coming = following(matter(**fields), datetime(*finished), CHINA)
    assert (coming.anchor, coming.due) == (anchor, due)


def test_a_count_runs_out_one_by_one():
    lived = matter(rrule="FREQ=DAILY;COUNT=3", due=date(2026, 9, 21))
    days = []
    while (coming := following(lived, datetime(lived.due.year, lived.due.month, lived.due.day, 10), CHINA)) is not None:
        days.append(coming.due)
        lived = lived.replace(due=coming.due, rrule=coming.rrule)
    assert days == [date(2026, 9, 22), date(2026, 9, 23)]


def test_an_end_ends_the_series():
    last = matter(rrule="FREQ=DAILY;UNTIL=20260922", due=date(2026, 9, 22))
    assert following(last, datetime(2026, 9, 22, 10), CHINA) is None


@pytest.mark.parametrize(
    "text", ["", "FREQ=OFTEN", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYDAY=XX", "COUNT=3", "FREQ=DAILY;X=1"]
)
def test_a_rule_that_is_none_is_refused(text):
    with pytest.raises(BadRuleError):
        parse_rule(text)


def test_an_until_without_a_time_holds_to_the_end_of_its_day():
    found = occurrences("FREQ=DAILY;UNTIL=20260922", datetime(2026, 9, 20, 9), date(2026, 9, 1), date(2026, 9, 30))
    assert found[-1] == datetime(2026, 9, 22, 9)
