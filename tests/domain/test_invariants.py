"""Every rule that a record holds, one row a rule: what is refused, and what just passes."""

from __future__ import annotations

import pytest

from planner.domain.checklist import Checklist
from planner.domain.draft import Draft
from planner.domain.matter import Matter
from planner.domain.moment import date, datetime
from planner.domain.neglect import Patience
from planner.domain.party import Party
from planner.domain.point import Point, Tick
from planner.domain.reception import Reception, number_in_year, year_of
from planner.domain.record import Invalid
from planner.domain.score import Weights

AT = datetime(2026, 9, 21, 7, 50)
DAY = date(2026, 9, 25)


def matter(**fields):
    return Matter(**{"number": 1, "title": "Report", **fields})


def reception(**fields):
    return Reception(**{"number": 202600001, "at": AT, "matter": "allowance", **fields})


def party(**fields):
    return Party(**{"number": 1, "name": "Li", **fields})


def point(**fields):
    return Point(**{"number": 1, "text": "funds", "parties": ("Li",), **fields})


def checklist(**fields):
    return Checklist(**{"number": 1, "name": "round", **fields})


REFUSED = [
    (matter, {"number": 0}, "number", "positive"),
    (matter, {"number": -3}, "number", "positive"),
    (matter, {"title": ""}, "title", "empty"),
    (matter, {"title": " \t\u3000"}, "title", "empty"),
    (matter, {"priority": 0}, "priority", "priority"),
    (matter, {"priority": 5}, "priority", "priority"),
    (matter, {"state": "lost"}, "state", "one_of"),
    (matter, {"grade_by_hand": "huge"}, "grade", "one_of"),
    (matter, {"marks": ("assigned", "loud")}, "marks", "one_of"),
    (matter, {"marks": ("image", "image")}, "marks", "one_of"),
    (matter, {"nature": "policies"}, "nature", "one_of"),
    (matter, {"origin": "born"}, "origin", "one_of"),
    (matter, {"urgency": "slow"}, "urgency", "one_of"),
    (matter, {"work": "gardening"}, "work", "one_of"),
    (matter, {"stage": "asleep"}, "stage", "one_of"),
    (matter, {"if_off": "never"}, "if_off", "one_of"),
    (matter, {"end": DAY}, "end", "end_before_start"),
    (matter, {"due": DAY, "end": date(2026, 9, 24)}, "end", "end_before_start"),
    (matter, {"due": datetime(2026, 9, 25, 9), "end": datetime(2026, 9, 25, 8)}, "end", "end_before_start"),
    (matter, {"needs": (2, 1)}, "needs", "needs_itself"),
    (matter, {"closed": AT}, "closed", "state_and_closed"),
    (matter, {"state": "done"}, "closed", "state_and_closed"),
    (matter, {"state": "dropped"}, "closed", "state_and_closed"),
    (matter, {"state": "waiting", "closed": AT}, "closed", "state_and_closed"),
    (reception, {"matter": "  "}, "matter", "empty"),
    (reception, {"number": 12}, "number", "yearly"),
    (reception, {"number": 202600000}, "number", "yearly"),
    (reception, {"headcount": 0}, "headcount", "positive"),
    (reception, {"state": "done"}, "state", "one_of"),
    (reception, {"channel": "pigeon"}, "channel", "one_of"),
    (reception, {"kind": "friend"}, "kind", "one_of"),
    (reception, {"petition_class": "praise"}, "petition_class", "one_of"),
    (reception, {"route": "lost"}, "route", "one_of"),
    (reception, {"state": "voided", "closed": AT}, "void_reason", "empty"),
    (reception, {"state": "voided", "void_reason": "twice"}, "closed", "state_and_closed"),
    (reception, {"closed": AT}, "closed", "state_and_closed"),
    (party, {"name": ""}, "name", "empty"),
    (party, {"kind": "enemy"}, "kind", "one_of"),
    (party, {"cadence": 0}, "cadence", "positive"),
    (point, {"text": "\n"}, "text", "empty"),
    (point, {"direction": "sideways"}, "direction", "one_of"),
    (point, {"parties": ()}, "parties", "empty"),
    (checklist, {"name": ""}, "name", "empty"),
    (Patience, {"days": 0}, "days", "positive"),
    (Patience, {"shown": -1}, "shown", "positive"),
    (Patience, {"postponements": 0}, "postponements", "positive"),
    (Weights, {"grade": 10_001}, "grade", "weight"),
    (Weights, {"waiting": -10_001}, "waiting", "weight"),
    (Weights, {"today": "70"}, "today", "weight"),
]

KEPT = [
    (matter, {"priority": 1}),
    (matter, {"priority": 4}),
    (matter, {"due": DAY, "end": DAY}),
    (matter, {"due": datetime(2026, 9, 25, 9), "end": DAY}),
    (matter, {"state": "done", "closed": AT}),
    (matter, {"marks": ("assigned", "overall", "operation", "image")}),
    (matter, {"title": "[bold]\x1b]52;c;\u202e"}),
    (reception, {"number": 202699999}),
    (reception, {"name": None, "headcount": 500}),
    (reception, {"state": "voided", "void_reason": "twice", "closed": AT}),
    (party, {"cadence": 1}),
    (point, {"direction": "across", "parties": ("Li", "Wang")}),
    (Weights, {"grade": 10_000, "waiting": -10_000}),
]


@pytest.mark.parametrize(("make", "fields", "field", "rule"), REFUSED)
def test_what_breaks_a_rule_is_refused_and_named(make, fields, field, rule):
    with pytest.raises(Invalid) as caught:
        make(**fields)
    assert (caught.value.field, caught.value.rule) == (field, rule)


@pytest.mark.parametrize(("make", "fields"), KEPT)
def test_what_keeps_the_rules_is_kept_as_it_is(make, fields):
    made = make(**fields)
    assert {name: getattr(made, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("fields", "grade", "reason"),
    [
        ({}, "minor", "plain"),
        ({"marks": ("image",)}, "major", "marks"),
        ({"grade_by_hand": "major"}, "major", "by_hand"),
        ({"grade_by_hand": "minor", "marks": ("assigned",)}, "minor", "by_hand"),
    ],
)
def test_a_grade_comes_from_the_hand_else_from_the_marks(fields, grade, reason):
    made = matter(**fields)
    assert (made.grade, made.grade_reason) == (grade, reason)


@pytest.mark.parametrize(
    ("state", "closed", "is_open"),
    [("open", None, True), ("waiting", None, True), ("done", AT, False), ("dropped", AT, False)],
)
def test_open_is_what_waits_to_be_done(state, closed, is_open):
    assert matter(state=state, closed=closed).is_open is is_open


def test_work_begins_the_clock_of_neglect_anew():
    worked = matter(put_off=2, postponed=5).worked(AT, title="Other")
    assert (worked.put_off, worked.postponed, worked.touched, worked.changed, worked.title) == (0, 5, AT, AT, "Other")


def test_a_voided_reception_keeps_its_number_and_says_why():
    voided = reception(name="Zhang").voided("registered twice", AT)
    assert (voided.number, voided.state, voided.void_reason, voided.closed) == (
        202600001, "voided", "registered twice", AT,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "restricted"),
    [
        ({}, False),
        ({"marked_restricted": True}, True),
        ({"petition_class": "accusation"}, True),
        ({"petition_class": "appeal"}, False),
    ],
)
def test_an_accusation_is_restricted_by_itself(fields, restricted):
    assert reception(**fields).restricted is restricted


def test_a_reception_number_is_its_year_and_place():
    assert (year_of(202600123), number_in_year(202600123)) == (2026, 123)


def test_a_point_waits_for_those_who_were_not_told():
    asked = point(parties=("Li", "Wang", "Zhao"), ticks=(Tick(party="Wang", at=AT),))
    assert asked.waiting == ("Li", "Zhao")
    assert asked.is_open


def test_a_party_answers_to_its_name_and_aliases_and_no_other():
    li = party(aliases=("Director Li",))
    assert [li.answers_to(name) for name in ("Li", "Director Li", "li", "")] == [True, True, False, False]


def test_a_draft_without_a_priority_makes_the_lowest():
    assert (Draft(title="a").effective_priority, Draft(title="a", priority=1).effective_priority) == (4, 1)


@pytest.mark.parametrize(("due", "all_day"), [(None, False), (DAY, True), (AT, False)])
def test_a_draft_lasts_all_day_when_its_date_names_no_time(due, all_day):
    assert Draft(title="a", due=due).all_day is all_day
