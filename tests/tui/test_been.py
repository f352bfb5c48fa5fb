"""Days and times that have been, as they are typed when something is recorded."""

from __future__ import annotations

import pytest
from office import NOW

from planner.domain.day import Day
from planner.domain.moment import date, datetime
from planner.domain.workdays import CHINA
from planner.tui.been import been, is_ahead, moment_been
from planner.tui.messages import Sight

DAY = Day(NOW, CHINA)


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("18/9", "en", date(2026, 9, 18)),
        ("fri", "en", date(2026, 9, 18)),
        ("yesterday", "en", date(2026, 9, 20)),
        ("today 7:30", "en", datetime(2026, 9, 21, 7, 30)),
        ("2026-09-18", "en", date(2026, 9, 18)),
        ("9月18日", "zh", date(2026, 9, 18)),
        ("周五", "zh", date(2026, 9, 18)),
        ("昨天下午3点", "zh", datetime(2026, 9, 20, 15)),
        ("no day", "en", None),
        ("", "en", None),
    ],
)
def test_of_two_readings_the_one_behind(text, lang, found):
    assert moment_been(text, DAY, lang, day_first=False) == found


@pytest.mark.parametrize("text", ["tomorrow", "2026-10-01", "today 14:00"])
def test_what_lies_ahead_is_told(text):
    found = moment_been(text, DAY, "en", day_first=False)
    assert found is not None
    assert is_ahead(found, DAY)


@pytest.mark.parametrize(("lang", "words"), [("en", "Sun 20 Sep 16:05"), ("zh", "9月20日 周日 16:05")])
def test_what_has_happened_is_said_back_without_being_overdue(lang, words):
    assert been(Sight(day=DAY, lang=lang))("2026-09-20 16:05") == (True, words)
