"""What is said of a step before it is recorded: late by the term that it is for, and by no other."""

from __future__ import annotations

import pytest

from planner.domain.moment import date, datetime
from planner.domain.reception import Reception
from planner.domain.reception_steps import remarks
from planner.domain.workdays import CHINA

AT = datetime(2026, 9, 21, 9, 30)
"""A Monday; five working days later is Tuesday, 29 September, past a holiday."""


@pytest.mark.parametrize(
    ("event", "on", "late"),
    [
        ("objected", date(2026, 9, 29), False),
        ("objected", date(2026, 9, 30), True),
        ("accepted", date(2026, 9, 30), False),  # art. 23 gives five days to object and none to accept
        ("noticed", date(2026, 10, 6), False),
        ("noticed", date(2026, 10, 7), True),
        ("replied", date(2026, 11, 20), False),
        ("replied", date(2026, 11, 21), True),
    ],
)
def test_a_step_is_late_by_its_own_term_alone(event, on, late):
    entry = Reception(number=202600001, at=AT, matter="allowance", name="Zhang Wei", channel="hotline")
    assert ("late" in remarks(entry, event, on, on, CHINA)) is late


def test_a_notice_that_is_still_owed_after_an_answer_is_no_surprise():
    entry = Reception(number=202600001, at=AT, matter="allowance", name="Zhang Wei", state="answered", closed=AT)
    on = date(2026, 9, 22)
    assert remarks(entry, "noticed", on, on, CHINA) == ()
    assert "closed" in remarks(entry.replace(noticed=on), "noticed", on, on, CHINA)
