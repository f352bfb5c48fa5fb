"""The order by hand: one step past one neighbour, an end, back again; ties included."""

from __future__ import annotations

import pytest

from planner.desk import past
from planner.desk.capturing import add
from planner.desk.matters import done
from planner.desk.pages import explained, today_page
from planner.desk.ranking import move, unmove
from planner.desk.refused import Refused


def minors(desk):
    return [entry.matter.number for entry in today_page(desk).minors]


def majors(desk):
    return [entry.matter.number for entry in today_page(desk).majors]


@pytest.fixture
def tied(desk):
    """Five matters of the same score: they stand by number."""
    for title in ("a", "b", "c", "d", "e"):
        add(desk, title)
    return desk


@pytest.fixture
def apart(desk):
    """Four matters whose scores differ: 60, 30, 10, 0."""
    for line in ("a p1", "b p2", "c p3", "d"):
        add(desk, line)
    return desk


@pytest.mark.parametrize(
    ("number", "where", "order"),
    [
        (5, "up", [1, 2, 3, 5, 4]),
        (3, "up", [1, 3, 2, 4, 5]),
        (2, "up", [2, 1, 3, 4, 5]),
        (1, "down", [2, 1, 3, 4, 5]),
        (3, "down", [1, 2, 4, 3, 5]),
        (4, "top", [4, 1, 2, 3, 5]),
        (2, "bottom", [1, 3, 4, 5, 2]),
    ],
)
def test_a_step_passes_one_neighbour_though_all_are_tied(tied, number, where, order):
    move(tied, number, where)
    assert minors(tied) == order


@pytest.mark.parametrize(
    ("number", "where", "order"),
    [
        (4, "up", [1, 2, 4, 3]),
        (2, "up", [2, 1, 3, 4]),
        (2, "down", [1, 3, 2, 4]),
        (4, "top", [4, 1, 2, 3]),
        (1, "bottom", [2, 3, 4, 1]),
    ],
)
def test_a_step_passes_one_neighbour_by_moving_the_one_that_was_named(apart, number, where, order):
    moved = move(apart, number, where).matters[0]
    assert minors(apart) == order
    assert [matter.number for matter in apart.book.read().all("matter") if matter.rank] == [number]
    assert moved.rank == apart.book.read().get("matter", number).rank


@pytest.mark.parametrize("steps", ["up up up", "down down", "up down", "up up down", "bottom up up", "top down down"])
def test_any_walk_ends_where_its_steps_lead(tied, steps):
    order = [1, 2, 3, 4, 5]
    for step in steps.split():
        place = order.index(3)
        order.remove(3)
        target = {"up": max(0, place - 1), "down": min(4, place + 1), "top": 0, "bottom": 4}[step]
        order.insert(target, 3)
        if target == place:
            with pytest.raises(Refused, match="already"):
                move(tied, 3, step)
        else:
            move(tied, 3, step)
        assert minors(tied) == order


def test_a_move_is_one_change_and_undone_as_one(tied):
    move(tied, 3, "up")
    past.undo(tied)
    assert minors(tied) == [1, 2, 3, 4, 5]
    assert not any(matter.rank for matter in tied.book.read().all("matter"))


def test_a_move_that_leads_nowhere_writes_nothing(tied):
    before = tied.book.revision()
    for number, where, end in ((1, "up", "top"), (1, "top", "top"), (5, "down", "bottom"), (5, "bottom", "bottom")):
        with pytest.raises(Refused, match=f"{number} is at the {end} of its list already"):
            move(tied, number, where)
    assert tied.book.revision() == before


def test_matters_move_among_those_they_are_shown_with(desk, clock):
    add(desk, "old")  # neglected by then: lifted out of the minors
    add(desk, "hidden start:2026-11-02")
    clock.forward(days=14)
    for line in ("a +major", "b", "c to:Relief", "d", "e +image"):
        add(desk, line)
    assert (majors(desk), minors(desk)) == ([7, 3], [4, 6])
    move(desk, 6, "up")
    assert minors(desk) == [6, 4]
    move(desk, 6, "down")
    assert minors(desk) == [4, 6]
    move(desk, 3, "up")
    assert majors(desk) == [3, 7]


def test_the_move_is_a_term_of_the_score(apart):
    move(apart, 4, "top")
    why = explained(apart, 4)
    assert [(term.name, term.points) for term in why.terms] == [("by_hand", why.score)]


def test_a_matter_goes_back_to_its_computed_place(apart):
    move(apart, 4, "top")
    move(apart, 1, "bottom")
    unmove(apart, (4,))
    assert minors(apart) == [2, 3, 1, 4]
    assert [matter.number for matter in unmove(apart, ()).matters] == [1]
    assert minors(apart) == [1, 2, 3, 4]
    assert unmove(apart, ()).matters == ()


def test_only_open_matters_move(apart):
    done(apart, (2,))
    for number in (2, 9):
        with pytest.raises(Refused, match=f"no open matter {number}"):
            move(apart, number, "up")
