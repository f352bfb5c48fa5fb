"""The traffic light: green by default, yellow when it is near or a promise was broken, red when overdue."""

from __future__ import annotations

import pytest

from planner.domain.day import Day
from planner.domain.light import Thresholds, broken_promise, light_of
from planner.domain.matter import Chase, Matter
from planner.domain.moment import date, datetime
from planner.domain.workdays import CHINA

NOW = datetime(2026, 9, 21, 7, 50)
DAY = Day(NOW, CHINA)
LONG_AGO = datetime(2026, 8, 3, 9)


def promise(day, **fields):
    return Chase(**{"at": datetime(2026, 9, 16, 9), "promise": "tomorrow", "promised": day, **fields})


def matter(**fields):
    return Matter(**{"number": 1, "title": "ledger", "created": LONG_AGO, "handed_to": ("Relief",), **fields})


@pytest.mark.parametrize(
    ("fields", "light"),
    [
        ({}, "green"),
        ({"due": date(2026, 9, 20)}, "red"),
        ({"due": datetime(2026, 9, 21, 7, 49)}, "red"),
        ({"due": date(2026, 9, 21)}, "yellow"),
        ({"due": date(2026, 9, 25)}, "yellow"),  # a holiday: three working days before it are left
        ({"due": date(2026, 9, 28)}, "green"),
        ({"due": date(2026, 10, 30), "chases": (promise(date(2026, 9, 20)),)}, "yellow"),
        ({"chases": (promise(date(2026, 9, 20)),)}, "yellow"),
        ({"chases": (promise(date(2026, 9, 21)),)}, "green"),
        ({"chases": (promise(datetime(2026, 9, 21, 7)),)}, "yellow"),
        ({"chases": (promise(None),)}, "green"),
        ({"due": date(2026, 9, 18), "chases": (promise(date(2026, 9, 20)),)}, "red"),
        # a term of twelve days or fewer is short: yellow in its last quarter only
        ({"created": datetime(2026, 9, 14, 9), "due": date(2026, 9, 24)}, "green"),
        ({"created": datetime(2026, 9, 14, 9), "due": date(2026, 9, 23)}, "yellow"),
        ({"created": datetime(2026, 9, 12, 9), "due": date(2026, 9, 24)}, "yellow"),
        ({"created": datetime(2026, 9, 11, 9), "due": date(2026, 9, 24)}, "yellow"),
        ({"created": datetime(2026, 9, 21, 7), "due": date(2026, 9, 21)}, "yellow"),
        ({"created": None, "due": date(2026, 9, 24)}, "yellow"),
    ],
)
def test_the_light_follows_the_date_and_the_promises(fields, light):
    assert light_of(matter(**fields), DAY, Thresholds()) == light


@pytest.mark.parametrize(
    ("created", "due", "thresholds", "light"),
    [
        (LONG_AGO, date(2026, 9, 28), Thresholds(yellow_days=3), "green"),
        (LONG_AGO, date(2026, 9, 28), Thresholds(yellow_days=4), "yellow"),
        (datetime(2026, 9, 14, 9), date(2026, 9, 24), Thresholds(short_term=10), "green"),
        (datetime(2026, 9, 14, 9), date(2026, 9, 24), Thresholds(short_term=9), "yellow"),
    ],
)
def test_the_thresholds_are_settable(created, due, thresholds, light):
    assert light_of(matter(created=created, due=due), DAY, thresholds) == light


def test_the_last_broken_promise_is_the_one_that_is_named():
    first, second = promise(date(2026, 9, 17)), promise(date(2026, 9, 18), promise="done by now")
    kept = promise(date(2026, 9, 30))
    assert broken_promise(matter(chases=(first, second, kept)), DAY) is second
    assert broken_promise(matter(chases=(kept,)), DAY) is None
    assert broken_promise(matter(), DAY) is None
