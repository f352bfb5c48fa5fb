"""A range is near until it begins, today while it lasts, and overdue only when it is over."""

from datetime import date, datetime

import pytest

from planner.domain.day import Day
from planner.domain.light import Thresholds, light_of
from planner.domain.matter import Matter
from planner.domain.neglect import Patience
from planner.domain.score import Bonds, Weights, terms_of
from planner.domain.workdays import CHINA
from planner.wording.dates import said
from planner.wording.page import matter_row

INSPECTION = Matter(number=1, title="inspection", due=date(2026, 9, 22), end=date(2026, 9, 24), handed_to=("Relief",))

MORNINGS = (
    # day of September, term of the score, light, distance in a row
    (21, "near", "yellow", "1 wd left"),
    (22, "today", "yellow", ""),
    (23, "today", "yellow", "1 wd left"),
    (24, "today", "yellow", ""),
    (28, "overdue", "red", "1 wd late"),
)


@pytest.mark.parametrize(("day", "term", "light", "distance"), MORNINGS)
def test_a_range_day_by_day(day, term, light, distance):
    morning = Day(datetime(2026, 9, day, 7, 50), CHINA)
    terms = terms_of(INSPECTION, morning, Weights(), Bonds(), Patience())
    assert [one.name for one in terms] == [term]
    assert light_of(INSPECTION, morning, Thresholds()) == light
    assert matter_row(INSPECTION, morning, "en").left == distance


def test_a_meeting_is_overdue_when_it_is_over_not_when_it_begins():
    meeting = Matter(number=1, title="meeting", due=datetime(2026, 9, 21, 9), end=datetime(2026, 9, 21, 10, 30))
    names = []
    for hour in (8, 10, 11):
        now = Day(datetime(2026, 9, 21, hour), CHINA)
        names += [one.name for one in terms_of(meeting, now, Weights(), Bonds(), Patience())]
    assert names == ["today", "today", "overdue"]


def test_the_distance_of_a_range_that_has_begun_is_to_its_end():
    text = said(INSPECTION.due, datetime(2026, 9, 23, 8), "en", CHINA, INSPECTION.end)
    assert text == "Tue 22 Sep to Thu 24 Sep, tomorrow"
