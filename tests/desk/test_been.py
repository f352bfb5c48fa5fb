"""What a person says of the past is read backwards, in both shells alike. Now is Tuesday, 15 September 2026, 10:00."""

from __future__ import annotations

import pytest

from planner.desk.been import is_ahead, moment_been
from planner.domain.day import Day
from planner.domain.moment import date, datetime
from planner.domain.workdays import CHINA

DAY = Day(datetime(2026, 9, 15, 10), CHINA)


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("yesterday 4pm", "en", datetime(2026, 9, 14, 16)),
        ("yesterday at 4pm", "en", datetime(2026, 9, 14, 16)),
        ("4pm yesterday", "en", datetime(2026, 9, 14, 16)),
        ("mon", "en", date(2026, 9, 14)),
        ("wed", "en", date(2026, 9, 9)),
        ("14/9 16:00", "en", datetime(2026, 9, 14, 16)),
        ("9:30", "en", datetime(2026, 9, 15, 9, 30)),
        ("昨天", "zh", date(2026, 9, 14)),
        ("昨天下午4点", "zh", datetime(2026, 9, 14, 16)),
        ("9月14日下午4点", "zh", datetime(2026, 9, 14, 16)),
        ("周三", "zh", date(2026, 9, 9)),
        ("周一下午3点", "zh", datetime(2026, 9, 14, 15)),
        ("上周五", "zh", date(2026, 9, 11)),
        ("上周五下午3点", "zh", datetime(2026, 9, 11, 15)),
        ("last fri 3pm", "en", datetime(2026, 9, 11, 15)),
    ],
)
def test_of_two_readings_the_one_behind(text, lang, found):
    assert moment_been(text, DAY, lang, day_first=True) == found


@pytest.mark.parametrize(("text", "lang"), [("tomorrow", "en"), ("明天", "zh"), ("17:00", "en"), ("in 3 days", "en")])
def test_what_can_only_be_ahead_stays_ahead(text, lang):
    found = moment_been(text, DAY, lang, day_first=True)
    assert found is not None
    assert is_ahead(found, DAY)
