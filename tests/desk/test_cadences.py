"""Cadences as they are typed, in both languages; and the days on which a talk falls due by each."""

from __future__ import annotations

import pytest

from planner.desk import talks
from planner.desk.cadences import read_cadence
from planner.desk.capturing import add
from planner.desk.refused import Refused
from planner.domain.moment import date, datetime


@pytest.mark.parametrize(
    ("words", "days", "rhythm"),
    [
        ("daily", 1, None),
        ("every working day", 1, None),
        ("每天", 1, None),
        ("每个工作日", 1, None),
        ("every 2 working days", 2, None),
        ("Every two working days", 2, None),
        ("every other working day", 2, None),
        ("每两个工作日", 2, None),
        ("每2个工作日", 2, None),
        ("2wd", 2, None),
        ("10", 10, None),
        ("weekly", None, "weekly"),
        ("每周", None, "weekly"),
        ("once a month", None, "monthly"),
        ("每月", None, "monthly"),
        ("before each meeting", None, "meeting"),
        ("每次会前", None, "meeting"),
        ("-", None, None),
        ("无", None, None),
    ],
)
def test_what_is_typed_is_understood(words, days, rhythm):
    assert read_cadence(words) == (days, rhythm)


@pytest.mark.parametrize("words", ["", "sometimes", "0", "every 0 working days", "251", "-3", "每很久", "every"])
def test_what_is_not_understood_is_refused(words):
    with pytest.raises(Refused):
        read_cadence(words)


@pytest.mark.parametrize(
    ("held", "cadence", "due"),
    [
        ((2026, 9, 21), "weekly", date(2026, 9, 28)),
        ((2026, 9, 19), "weekly", date(2026, 9, 24)),  # the 26th is in the Mid-Autumn holiday
        ((2026, 9, 21), "monthly", date(2026, 10, 21)),
        ((2026, 1, 31), "monthly", date(2026, 2, 28)),  # a Saturday that is worked
        ((2024, 1, 31), "monthly", date(2024, 2, 29)),
        ((2026, 12, 31), "monthly", date(2027, 1, 29)),  # the 31st is a Sunday
        ((2026, 9, 21), "every 2 working days", date(2026, 9, 23)),
        ((2026, 9, 24), "daily", date(2026, 9, 28)),
    ],
)
def test_a_talk_falls_due(desk, clock, held, cadence, due):
    clock.at = datetime(*held, 9)
    days, rhythm = read_cadence(cadence)
    party = talks.set_party(desk, "Li", cadence=days, rhythm=rhythm)
    talks.hold_talk(desk, "Li")
    party = talks.agenda(desk, "Li").party
    assert talks.due_talk(desk, party) == due


def late(desk):
    return {owed.name: owed.late for owed, _ in talks.parties(desk)}["Li"]


def test_a_talk_before_each_meeting_is_due_on_the_working_day_before(desk, clock):
    talks.set_party(desk, "Li", rhythm="meeting")
    assert late(desk) is None
    add(desk, "Bureau meeting @Li +meetings 2026-09-28 9:00")
    assert late(desk) is None
    clock.at = datetime(2026, 9, 24, 8)  # the 25th to the 27th are off
    assert late(desk) == 0
    talks.hold_talk(desk, "Li")
    assert late(desk) is None


def test_a_rhythm_and_a_count_replace_each_other(desk):
    talks.set_party(desk, "Li", cadence=2)
    weekly = talks.set_party(desk, "Li", rhythm="weekly")
    assert (weekly.cadence, weekly.rhythm) == (None, "weekly")
    assert talks.set_party(desk, "Li", title="Director").rhythm == "weekly"
    counted = talks.set_party(desk, "Li", cadence=3)
    assert (counted.cadence, counted.rhythm) == (3, None)
    none = talks.set_party(desk, "Li", no_cadence=True)
    assert (none.cadence, none.rhythm) == (None, None)
