"""Waiting: while it lasts and when it is over, and what of score and neglect follows from it."""

from __future__ import annotations

import pytest

from planner.domain.day import Day
from planner.domain.matter import Matter
from planner.domain.moment import date, datetime
from planner.domain.neglect import Patience, untouched_days
from planner.domain.score import Bonds, Weights, terms_of
from planner.domain.waiting import still_waits, wait_is_over
from planner.domain.workdays import CHINA

NOW = datetime(2026, 9, 21, 9, 30)
DAY = Day(NOW, CHINA)


def waits(until=None, **fields):
    return Matter(number=1, title="a", state="waiting", waiting_until=until, created=datetime(2026, 9, 1), **fields)


@pytest.mark.parametrize(
    ("matter", "still", "over"),
    [
        (waits(), True, False),
        (waits(date(2026, 9, 22)), True, False),
        (waits(date(2026, 9, 21)), False, True),
        (waits(date(2026, 9, 18)), False, True),
        (waits(datetime(2026, 9, 21, 9, 31)), True, False),
        (waits(datetime(2026, 9, 21, 9, 29)), False, True),
        (Matter(number=1, title="a"), False, False),
    ],
)
def test_it_waits_until_its_time_has_come(matter, still, over):
    assert (still_waits(matter, DAY), wait_is_over(matter, DAY)) == (still, over)


def test_what_waits_stands_lower_and_is_not_neglected_until_its_time_has_come():
    weights, patience = Weights(), Patience()

    def names(matter):
        return {term.name for term in terms_of(matter, DAY, weights, Bonds(), patience)}

    assert names(waits()) & {"waiting", "neglect"} == {"waiting"}
    assert names(waits(date(2026, 9, 21))) & {"waiting", "neglect"} == {"neglect"}
    assert untouched_days(waits(), DAY, patience) is None
    assert untouched_days(waits(date(2026, 9, 21)), DAY, patience) == DAY.working_days_since(date(2026, 9, 1))


def test_work_ends_it_and_work_that_says_its_state_does_not():
    matter = waits(date(2026, 9, 25), waiting_for="the plumber")
    done = matter.worked(NOW)
    assert (done.state, done.waiting_for, done.waiting_until) == ("open", None, None)
    chased = matter.worked(NOW, state="waiting")
    assert (chased.state, chased.waiting_for, chased.waiting_until) == ("waiting", "the plumber", date(2026, 9, 25))
