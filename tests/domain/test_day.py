"""Distances from today: today is not counted, the day itself is; holidays and moved working days are kept."""

from __future__ import annotations

import pytest

from planner.domain.day import Day
from planner.domain.matter import Matter, Step
from planner.domain.moment import date, datetime
from planner.domain.steps import step_day
from planner.domain.workdays import CHINA

DAY = Day(datetime(2026, 9, 21, 7, 50), CHINA)
"""A Monday; the Sunday before was worked, Friday to Sunday are Mid-Autumn, 1 to 7 October is National Day."""


@pytest.mark.parametrize(
    ("moment", "working", "days"),
    [
        (date(2026, 9, 21), 0, 0),
        (datetime(2026, 9, 21, 6), 0, 0),
        (date(2026, 9, 22), 1, 1),
        (datetime(2026, 9, 24, 17), 3, 3),
        (date(2026, 9, 25), 3, 4),
        (date(2026, 9, 28), 4, 7),
        (date(2026, 10, 8), 7, 17),
        (date(2026, 9, 20), -1, -1),
        (date(2026, 9, 19), -2, -2),
        (date(2026, 9, 18), -2, -3),
    ],
)
def test_distances_count_working_and_calendar_days(moment, working, days):
    for _ in range(2):  # the second time from memory
        assert DAY.working_days_to(moment) == working
        assert DAY.working_days_since(moment) == -working
        assert DAY.days_to(moment) == days


@pytest.mark.parametrize(
    ("moment", "past", "today"),
    [
        (date(2026, 9, 21), False, True),
        (datetime(2026, 9, 21, 7, 49), True, True),
        (datetime(2026, 9, 21, 7, 50), False, True),
        (date(2026, 9, 20), True, False),
        (datetime(2026, 9, 22, 0, 0), False, False),
    ],
)
def test_a_day_is_missed_when_it_is_over_and_a_time_when_it_has_gone_by(moment, past, today):
    assert DAY.is_past(moment) is past
    assert DAY.is_today(moment) is today


@pytest.mark.parametrize(
    ("step", "due", "day"),
    [
        (Step(text="prepare", ahead=3), date(2026, 9, 24), date(2026, 9, 21)),
        (Step(text="prepare", ahead=3), datetime(2026, 9, 28, 9), date(2026, 9, 22)),
        (Step(text="prepare", ahead=1), date(2026, 10, 8), date(2026, 9, 30)),
        (Step(text="prepare", ahead=3), None, None),
        (Step(text="prepare"), date(2026, 9, 24), None),
        (Step(text="prepare", ahead=3, done=DAY.now), date(2026, 9, 24), None),
    ],
)
def test_a_countdown_step_appears_its_working_days_before(step, due, day):
    assert step_day(step, Matter(number=1, title="a", due=due, steps=(step,)), CHINA) == day
