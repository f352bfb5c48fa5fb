"""Searching by criteria."""

from __future__ import annotations

import pytest

from planner.domain.criteria import Criteria
from planner.domain.matter import Matter, Note
from planner.domain.moment import date, datetime, timedelta
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.store import checkpoint
from planner.store.search import search


@pytest.fixture
def full(book, at):
    rows = [
        dict(title="Draft Report", due=date(2026, 9, 25), marks=("assigned",), parties=("李局",), priority=1),
        dict(title="打印机报修", tags=("后勤",), work="logistics", due=datetime(2026, 9, 25, 12, 0)),
        dict(title="plain", grade_by_hand="major", urgency="flash", handed_to=("救助科",)),
        dict(title="marked", marks=("image", "overall"), grade_by_hand="minor", assigned_by="李明"),
        dict(title="noted", notes=(Note(at=at, text="已报 DRAFT"),), due=date(2026, 10, 1)),
        dict(title="old draft", state="done", closed=at - timedelta(days=90)),
        dict(title="waiting", state="waiting"),
    ]
    with book.begin("x", at) as tx:
        for row in rows:
            tx.put(Matter(number=tx.next_number("matter"), created=at, **row))
        tx.put(Party(number=tx.next_number("party"), name="李局", aliases=("李明", "一把手")))
        tx.put(
            Reception(
                number=tx.next_number("reception", year=2026),
                at=at,
                matter="低保",
                name="王某",
                reply_due=date(2026, 9, 30),
            )
        )
        tx.put(Point(number=tx.next_number("point"), text="资金", parties=("李明",)))
    checkpoint.run(book, at)
    return book.read()


CASES = [
    (dict(), [1, 2, 3, 4, 5, 7]),
    (dict(include_archived=True), [1, 2, 3, 4, 5, 6, 7]),
    (dict(words=("draft",)), [1, 5]),
    (dict(words=("DRAFT",), include_archived=True), [1, 5, 6]),
    (dict(words=("draft", "report")), [1]),
    (dict(words=("draft", "2026")), []),
    (dict(words=("assigned",)), []),
    (dict(states=("waiting",)), [7]),
    (dict(states=("open", "done"), include_archived=True), [1, 2, 3, 4, 5, 6]),
    (dict(grade="major"), [1, 3]),
    (dict(grade="minor"), [2, 4, 5, 7]),
    (dict(marks=("overall", "operation")), [4]),
    (dict(party="李局"), [1, 4]),
    (dict(party="一把手"), [1, 4]),
    (dict(party="救助科"), [3]),
    (dict(party="没有"), []),
    (dict(tag="后勤"), [2]),
    (dict(work="logistics"), [2]),
    (dict(priority=1), [1]),
    (dict(priority=4), [2, 3, 4, 5, 7]),
    (dict(urgency="flash"), [3]),
    (dict(due_before=date(2026, 9, 25)), [1, 2]),
    (dict(due_before=datetime(2026, 9, 25, 11, 0)), [1]),
    (dict(due_after=date(2026, 9, 26)), [5]),
    (dict(due_after=datetime(2026, 9, 25, 13, 0)), [1, 5]),
    (dict(due_after=date(2026, 9, 25), due_before=date(2026, 9, 30)), [1, 2]),
    (dict(numbers=(7, 2, 99)), [2, 7]),
    (dict(numbers=(6,)), []),
    (dict(numbers=(6,), include_archived=True), [6]),
]


@pytest.mark.parametrize(("criteria", "numbers"), CASES)
def test_matters(full, criteria, numbers):
    assert [matter.number for matter in search(full, "matter", Criteria(**criteria))] == numbers


def test_other_kinds(full):
    assert [found.name for found in search(full, "reception", Criteria(words=("低保",), states=("open",)))] == ["王某"]
    assert len(search(full, "reception", Criteria(party="王某"))) == 1
    assert len(search(full, "reception", Criteria(due_before=date(2026, 9, 30)))) == 1
    assert len(search(full, "point", Criteria(party="李局"))) == 1
    assert search(full, "point", Criteria(grade="minor")) == ()
    assert search(full, "point", Criteria(states=("open",))) == ()
    assert [party.name for party in search(full, "party", Criteria(words=("一把",)))] == ["李局"]


def test_a_damaged_row_is_passed_over(full):
    full.state.tables["matters"][2] = b"{"
    assert [matter.number for matter in search(full, "matter", Criteria())] == [1, 3, 4, 5, 7]
