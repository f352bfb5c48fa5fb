"""The one place that reads the clock, and the variable that fixes it."""

from __future__ import annotations

import pytest

from planner.config import clock
from planner.config.clock import now
from planner.config.errors import BadClockError
from planner.domain.moment import datetime


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-23T07:50", datetime(2026, 11, 23, 7, 50)),
        ("2026-11-23 07:50:30", datetime(2026, 11, 23, 7, 50, 30)),
        ("2026-11-23T07:50:30.999", datetime(2026, 11, 23, 7, 50, 30)),
        ("2026-11-23T07:50+08:00", datetime(2026, 11, 23, 7, 50)),
        ("2026-11-23", datetime(2026, 11, 23)),
    ],
)
def test_a_fixed_clock_stands(monkeypatch, text, moment):
    monkeypatch.setenv("PLANNER_NOW", text)
    assert now() == moment
    assert now().tzinfo is None


@pytest.mark.parametrize("text", ["now", "2026-13-01", "10:30", " "])
def test_a_clock_that_names_no_moment_is_refused(monkeypatch, text):
    monkeypatch.setenv("PLANNER_NOW", text)
    with pytest.raises(BadClockError) as caught:
        now()
    assert caught.value.text == text


@pytest.mark.parametrize("text", [None, ""])
def test_without_it_the_wall_clock_is_read_to_the_second(monkeypatch, text):
    class Wall(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2026, 9, 21, 7, 50, 12, 999)

    monkeypatch.setattr(clock, "datetime", Wall)
    if text is None:
        monkeypatch.delenv("PLANNER_NOW", raising=False)
    else:
        monkeypatch.setenv("PLANNER_NOW", text)
    assert now() == datetime(2026, 9, 21, 7, 50, 12)
