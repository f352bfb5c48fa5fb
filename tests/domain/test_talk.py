"""Whom to report to: points waiting by the receiver's own name, and cadences that have run out; and the directory."""

from __future__ import annotations

import pytest

from planner.domain.day import Day
from planner.domain.directory import Directory
from planner.domain.moment import datetime
from planner.domain.party import Party
from planner.domain.point import Point, Tick
from planner.domain.talk import talks_owed, waiting_points
from planner.domain.workdays import CHINA

NOW = datetime(2026, 9, 21, 7, 50)
DAY = Day(NOW, CHINA)


def party(number, name, **fields):
    return Party(number=number, name=name, **fields)


def point(number, *parties, **fields):
    return Point(number=number, text=f"point {number}", parties=parties, **fields)


LI = party(1, "Li", kind="leader", rank=1, aliases=("Director Li",))
WANG = party(2, "Wang", kind="leader", rank=2)
UNRANKED = party(3, "Zhao", kind="leader")
RELIEF = party(4, "Relief", kind="section")
OFFICE = Directory((RELIEF, UNRANKED, WANG, LI))


def test_a_name_means_its_party_by_name_or_alias_and_itself_when_unknown():
    assert [OFFICE.canonical(name) for name in ("Li", "Director Li", "li", "Nobody")] == ["Li", "Li", "li", "Nobody"]
    assert OFFICE.find("Director Li") is LI
    assert OFFICE.find("Nobody") is None


def test_a_party_s_own_name_outweighs_another_s_alias():
    other = party(9, "Director Li")
    assert Directory((LI, other)).find("Director Li") is other
    assert Directory((other, LI)).find("Director Li") is other


def test_leaders_stand_in_rank_order_before_others_and_the_unknown_last():
    names = ["Somebody", "Relief", "Zhao", "Wang", "Director Li", "Anna"]
    assert sorted(names, key=OFFICE.order) == ["Director Li", "Wang", "Zhao", "Relief", "Anna", "Somebody"]


def test_points_wait_under_the_own_name_of_each_receiver_who_was_not_told():
    points = [
        point(1, "Director Li", "Wang"),
        point(2, "Li", ticks=(Tick(party="Li", at=NOW),), closed=NOW),
        point(3, "Li", "Wang", ticks=(Tick(party="Wang", at=NOW),)),
        point(4, "Nobody"),
    ]
    waiting = waiting_points(points, OFFICE)
    assert {name: [one.number for one in found] for name, found in waiting.items()} == {
        "Li": [1, 3],
        "Wang": [1],
        "Nobody": [4],
    }


@pytest.mark.parametrize(
    ("fields", "late"),
    [
        ({}, None),
        ({"cadence": 2}, None),  # neither talked with nor written down: nothing to count from
        ({"cadence": 2, "last_talk": datetime(2026, 9, 17, 9)}, 1),
        ({"cadence": 2, "last_talk": datetime(2026, 9, 18, 18)}, 0),
        ({"cadence": 2, "last_talk": datetime(2026, 9, 20, 9)}, None),
        ({"cadence": 2, "created": datetime(2026, 9, 14, 9)}, 4),
        ({"cadence": 2, "created": datetime(2026, 9, 1), "last_talk": NOW}, None),
        ({"last_talk": datetime(2026, 1, 5)}, None),
    ],
)
def test_a_cadence_is_overrun_by_working_days(fields, late):
    owed = talks_owed((), Directory((party(1, "Li", **fields),)), DAY)
    assert [(talk.name, talk.points, talk.late) for talk in owed] == ([] if late is None else [("Li", 0, late)])


def test_leaders_come_first_then_the_latest_and_each_is_named_once():
    due = {"cadence": 1, "last_talk": datetime(2026, 9, 16)}
    directory = Directory(
        (party(1, "Relief", kind="section", **due), party(2, "Wang", kind="leader", rank=2, **due), LI)
    )
    owed = talks_owed([point(1, "Director Li"), point(2, "Li", "Guest"), point(3, "Relief")], directory, DAY)
    assert [(talk.name, talk.points, talk.late) for talk in owed] == [
        ("Wang", 0, 3),
        ("Li", 2, None),
        ("Relief", 1, 3),
        ("Guest", 1, None),
    ]
