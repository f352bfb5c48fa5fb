"""Neglected minors: when one is lifted, why, which of many, and what begins its clock anew."""

from __future__ import annotations

import pytest

from planner.domain.day import Day
from planner.domain.matter import Matter, Step
from planner.domain.moment import date, datetime
from planner.domain.neglect import Patience, neglect_of, neglected
from planner.domain.workdays import CHINA

NOW = datetime(2026, 9, 21, 7, 50)
DAY = Day(NOW, CHINA)
OLD = datetime(2026, 9, 11, 17)
"""Seven working days ago: the weekend of the 19th had a worked Sunday."""


def matter(number=1, **fields):
    return Matter(**{"number": number, "title": "printer", "created": OLD, **fields})


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, (7, 0)),
        ({"created": datetime(2026, 9, 14, 9)}, (6, 0)),
        ({"created": datetime(2026, 9, 15, 9)}, None),
        ({"touched": datetime(2026, 9, 18, 9)}, None),
        ({"created": NOW, "put_off": 3, "postponed": 3}, (0, 3)),
        ({"created": NOW, "put_off": 2, "postponed": 9}, None),
        ({"postponed": 2, "put_off": 2}, (7, 2)),
        ({"grade_by_hand": "major"}, None),
        ({"marks": ("image",)}, None),
        ({"state": "waiting"}, None),
        ({"state": "done", "closed": NOW}, None),
        ({"start": date(2026, 9, 22)}, None),
        ({"start": date(2026, 9, 21)}, (7, 0)),
        ({"start": datetime(2026, 9, 1, 9)}, (7, 0)),
        ({"created": None}, None),
        ({"due": date(2026, 10, 9), "steps": (Step(text="prepare", ahead=5),)}, None),
        ({"due": date(2026, 10, 9), "steps": (Step(text="a", ahead=15), Step(text="b", ahead=5))}, (7, 0)),
        ({"due": date(2026, 9, 22), "steps": (Step(text="prepare", ahead=5),)}, (7, 0)),
        ({"due": date(2026, 10, 9), "steps": (Step(text="prepare", ahead=5, done=NOW),)}, (7, 0)),
        ({"created": datetime(2026, 9, 30, 9), "put_off": 3, "postponed": 3}, (0, 3)),
    ],
)
def test_a_minor_is_lifted_with_its_reason(fields, reason):
    found = neglect_of(matter(**fields), DAY, Patience())
    assert (None if found is None else (found.untouched, found.postponed)) == reason


@pytest.mark.parametrize(("patience", "lifted"), [(Patience(days=6), True), (Patience(days=7), False)])
def test_patience_is_settable(patience, lifted):
    assert (neglect_of(matter(), DAY, patience) is not None) is lifted


def test_the_longest_untouched_come_first_and_no_more_than_are_bearable():
    matters = [
        matter(1, created=datetime(2026, 9, 9)),
        matter(2, created=datetime(2026, 9, 2)),
        matter(3, created=datetime(2026, 9, 9), postponed=1),
        matter(4, created=datetime(2026, 9, 9)),
        matter(5, created=NOW),
    ]
    assert [found.matter.number for found in neglected(matters, DAY, Patience())] == [2, 3, 1]
    assert [found.matter.number for found in neglected(matters, DAY, Patience(shown=9))] == [2, 3, 1, 4]
