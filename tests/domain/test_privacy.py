"""Which entries a record came of, by whatever road, and which of them hides its words."""

from __future__ import annotations

import pytest

from planner.domain.matter import Matter
from planner.domain.moment import datetime
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.privacy import LOST, entries_of, is_linked, receptions_of, secret_of
from planner.domain.reception import Reception

AT = datetime(2026, 9, 21, 9, 50)
ENTRY = Reception(number=202600001, at=AT, matter="修桥")
SECRET = Reception(number=202600002, at=AT, matter="检举", petition_class="accusation")
MARKED = Reception(number=202600003, at=AT, matter="私事", marked_restricted=True)
RECORDS = {
    **{("reception", one.number): one for one in (ENTRY, SECRET, MARKED)},
    ("matter", 1): Matter(number=1, title="修路"),
    ("matter", 2): Matter(number=2, title="修桥", receptions=(ENTRY.number,)),
    ("matter", 3): Matter(number=3, title="核查", receptions=(ENTRY.number, SECRET.number)),
    ("matter", 4): Matter(number=4, title="没有了", receptions=(202600009,)),
}


def record_of(kind: str, number: int) -> object:
    return RECORDS.get((kind, number))


def point(matter: int | None = None, reception: int | None = None) -> Point:
    return Point(number=1, text="说", parties=("李局",), matter=matter, reception=reception)


@pytest.mark.parametrize(
    ("record", "entries", "secret"),
    [
        (point(), (), None),
        (point(matter=1), (), None),
        (point(matter=2), (ENTRY.number,), None),
        (point(matter=3), (ENTRY.number, SECRET.number), SECRET.number),
        (point(matter=2, reception=ENTRY.number), (ENTRY.number,), None),
        (point(matter=2, reception=MARKED.number), (MARKED.number, ENTRY.number), MARKED.number),
        (point(matter=1, reception=SECRET.number), (SECRET.number,), SECRET.number),
        (point(matter=4), (202600009,), 202600009),
        (point(matter=77), (LOST,), LOST),
        (RECORDS["matter", 2], (ENTRY.number,), None),
        (RECORDS["matter", 3], (ENTRY.number, SECRET.number), SECRET.number),
        (ENTRY, (ENTRY.number,), None),
        (SECRET, (SECRET.number,), SECRET.number),
        (Party(number=1, name="李局"), (), None),
    ],
)
def test_what_a_record_came_of(record, entries, secret):
    assert entries_of(record, record_of) == entries
    assert secret_of(record, record_of) == secret


def test_a_record_that_came_of_anything_is_looked_up():
    assert [is_linked(one) for one in (point(), point(matter=1), point(reception=1), RECORDS["matter", 1], ENTRY)] == [
        False, True, True, False, True,
    ]  # fmt: skip
    assert receptions_of(point(matter=3)) == ()
