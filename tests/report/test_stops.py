"""The stops of the walk: their order, one place a record, what was seen, intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from office_week import LEADERS, OFFICE, RULES, at, day_at, on, open_

from planner.domain.reporting import is_unfiled
from planner.report.review import Material
from planner.report.stops import QUESTIONS, STOPS, TITLES, stops_of

MATTERS = (
    open_(1, "unfiled"),
    open_(2, "overdue", due=on(22)),
    open_(3, "handed", due=on(30), handed_to=("救助科",)),
    open_(4, "stuck", marks=("image",), created=at(1)),
    open_(5, "minor", work="logistics"),
    open_(6, "next week", marks=("image",), due=on(29), touched=at(24)),
    open_(7, "later", work="logistics", start=on(30)),
    open_(8, "a fresh major", marks=("image",), touched=at(24)),
)


def stops(matters=MATTERS, seen=(), now=None, **rest):
    material = Material(matters=matters, parties=LEADERS, **rest)
    return stops_of(material, day_at(now) if now else day_at(), RULES, frozenset(seen))


def test_every_matter_stands_at_its_stop_in_the_walks_order():
    found = [(stop.name, stop.matter.number) for stop in stops()]
    assert found == [("unfiled", 1), ("overdue", 2), ("waiting", 3), ("stuck", 4), ("minors", 5), ("ahead", 6)]


def test_receptions_and_parties_are_stops_too():
    found = stops_of(OFFICE, day_at(), RULES)
    assert [stop.key for stop in found if stop.reception] == ["reception:202600001", "reception:202600002"]
    assert [stop.key for stop in found if stop.talk] == ["party:李局"]
    assert [STOPS.index(stop.name) for stop in found] == sorted(STOPS.index(stop.name) for stop in found)
    assert len({stop.key for stop in found}) == len(found)


def test_every_stop_has_its_words():
    assert set(TITLES) == set(QUESTIONS) == set(STOPS)


@given(seen=some.sets(some.sampled_from([f"matter:{number}" for number in range(1, 9)])))
def test_what_was_seen_is_left_out_and_nothing_else(seen):
    whole = stops()
    assert stops(seen=seen) == tuple(stop for stop in whole if stop.key not in seen)


@pytest.mark.parametrize(
    ("reviewed", "every", "asked"),
    [(None, None, True), (None, 5, True), (24, None, False), (23, None, True), (21, 5, False), (17, 5, True)],
)
def test_a_matter_with_an_interval_is_asked_for_when_it_has_run_out(reviewed, every, asked):
    day = None if reviewed is None else on(reviewed)
    matter = open_(1, "minor", work="logistics", reviewed=day, review_every=every)
    assert bool(stops((matter,))) is asked


@pytest.mark.parametrize(
    "filed",
    [
        {"due": on(30)}, {"marks": ("image",)}, {"grade_by_hand": "minor"}, {"parties": ("李局",)}, {"tags": ("a",)},
        {"work": "study"}, {"handed_to": ("a",)}, {"assigned_by": "李局"}, {"start": on(30)},
    ],
)  # fmt: skip
def test_unfiled_has_no_date_reason_party_tag_or_work(filed):
    assert is_unfiled(open_(1, "thought"))
    assert not is_unfiled(open_(1, "thought", **filed))
