"""Timed matters that overlap: as a line is typed, and on the day's page."""

from __future__ import annotations

import pytest

from planner.domain.agenda import clashes
from planner.domain.clash import clashing, is_appointment, overlaps
from planner.domain.day import Day
from planner.domain.draft import Draft
from planner.domain.matter import Matter
from planner.domain.moment import date, datetime
from planner.domain.workdays import CHINA

NOW = datetime(2026, 9, 21, 7, 50)


def at(hour, minute=0, day=22):
    return datetime(2026, 9, day, hour, minute)


def matter(number, due, end=None, **values):
    return Matter(number=number, title=f"例会{number}", due=due, end=end, **values)


KEPT = [
    matter(1, at(9), at(10, 30)),
    matter(2, at(10), work="meetings"),
    matter(3, at(14, 30)),
    matter(4, at(9), at(12), state="done", closed=NOW),
    matter(5, date(2026, 9, 22)),
    matter(6, at(22), date(2026, 9, 23)),
]


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (Draft(title="例会", due=at(10, 15)), (1, 2)),
        (Draft(title="例会", due=at(10, 30)), (2,)),
        (Draft(title="例会", due=at(8), end=at(9)), ()),
        (Draft(title="例会", due=at(8, 30), work="meetings"), (1,)),
        (Draft(title="例会", due=at(14, 30)), (3,)),
        (Draft(title="例会", due=at(14, 31)), ()),
        (Draft(title="a", due=date(2026, 9, 22)), ()),
        (Draft(title="a"), ()),
        (Draft(title="例会", due=at(12, day=23)), (6,)),
    ],
)
def test_a_line_as_it_is_typed(draft, found):
    assert tuple(one.number for one in clashing(draft, reversed(KEPT))) == found
    if draft.due is not None:  # the agenda's rule is the same one
        made = matter(99, draft.due, draft.end, work=draft.work)
        assert tuple(one.number for one in clashes(made, KEPT)) == found


def test_a_matter_that_is_edited_does_not_clash_with_itself():
    assert clashing(Draft(title="", due=at(14, 30)), KEPT, but=3) == ()


def test_the_days_to_come_pair_by_pair_the_soonest_first():
    kept = [*KEPT, matter(7, at(10, 15)), matter(8, at(9, day=20)), matter(9, at(9, day=20))]
    found = overlaps(kept, Day(NOW, CHINA))
    assert [(one.one.number, one.other.number) for one in found] == [(1, 2), (1, 7), (2, 7)]


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({"title": "报送周报"}, False),
        ({"title": "报送周报", "end": at(18)}, True),
        ({"title": "Draft relief-fund report"}, False),
        ({"title": "Call Director Li"}, True),
        ({"title": "Notes of the meeting"}, False),
        ({"title": "m", "work": "reception"}, True),
        ({"title": "局务会"}, True),
        ({"title": "会"}, True),
        ({"title": "养老工作会议方案"}, False),
        ({"title": "社会救助台账"}, False),
        ({"title": "会计凭证"}, False),
        ({"title": "工会经费社会组织会议"}, True),
        ({"title": "向李局汇报救助资金"}, True),
        ({"title": "区长调研汇报提纲"}, False),
        ({"title": "与王某面谈"}, True),
    ],
)
def test_only_an_appointment_can_clash(fields, kept):
    one = Matter(number=1, due=at(17), **fields)
    assert is_appointment(one) is kept
    other = matter(2, at(17))
    assert (overlaps([one, other], Day(NOW, CHINA)) != ()) is kept
    assert (clashing(Draft(title="例会", due=at(17), work="meetings"), [one]) != ()) is kept
    assert (clashes(one, [other]) != ()) is kept
    assert (clashes(other, [one]) != ()) is kept


def test_two_moments_clash_when_they_are_the_same():
    found = overlaps([matter(2, at(9)), matter(1, at(9)), matter(3, at(9, 1))], Day(NOW, CHINA))
    assert [(one.one.number, one.other.number) for one in found] == [(1, 2)]
