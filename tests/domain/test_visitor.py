"""Whether an earlier entry is of the same person, and which of some names is accused."""

from __future__ import annotations

import pytest

from planner.domain.directory import Directory
from planner.domain.moment import datetime
from planner.domain.party import Party
from planner.domain.reception import Reception
from planner.domain.visitor import accused_among, likeness

BEFORE = {"number": 202600001, "at": datetime(2026, 9, 21, 9), "matter": "a bench"}


@pytest.mark.parametrize(
    ("before", "now", "like"),
    [
        ({"name": "A", "phone": "13800000000"}, {"name": "B", "phone": "138-0000-0000"}, "phone"),
        ({"phone": "+8613800000000"}, {"phone": "138 0000 0000"}, "phone"),
        ({"name": "A", "unit": "U"}, {"name": "A", "unit": "U"}, "unit"),
        ({"name": "A", "unit": "U", "phone": "1"}, {"name": "A", "unit": "U", "phone": "2"}, "unit"),
        ({"name": "A", "unit": "U"}, {"name": "A", "unit": "V"}, None),
        ({"name": "A"}, {"name": "A"}, "name"),
        ({"name": "A", "unit": "U"}, {"name": "A"}, "name"),
        ({"name": "A", "phone": "1"}, {"name": "A", "phone": "2"}, "name"),
        ({"name": "A"}, {"name": "B"}, None),
        ({}, {}, None),
        ({"phone": "--"}, {"phone": "  "}, None),
    ],
)
def test_how_an_entry_is_like_a_visitor(before, now, like):
    asked = {"name": None, "unit": None, "phone": None, **now}
    assert likeness(Reception(**BEFORE, **before), **asked) == like


def test_the_accused_is_known_by_every_name():
    directory = Directory([Party(number=1, name="Relief", aliases=("The section",))])
    assert accused_among(("Audit", "The section"), ("Relief",), directory) == "The section"
    assert accused_among(("Relief",), ("The section",), directory) == "Relief"
    assert accused_among(("Audit",), ("Relief",), directory) is None
    assert accused_among(("stranger",), ("stranger",), directory) == "stranger"
