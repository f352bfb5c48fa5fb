"""A matter whose rule moves it off days off is moved at once, not from its second occurrence on."""

from __future__ import annotations

import pytest

from planner.desk.capturing import add, settled, understand
from planner.desk.matters import done, edit
from planner.domain.moment import date, datetime


@pytest.mark.parametrize(
    ("line", "due", "anchor"),
    [
        ("每月5号安全月报 遇休提前", date(2026, 9, 30), date(2026, 10, 5)),  # the holiday is 1 to 7 October
        ("每月5号安全月报 遇休顺延", date(2026, 10, 8), date(2026, 10, 5)),
        ("每周五写周报 遇休提前", date(2026, 9, 24), date(2026, 9, 25)),  # 中秋节
        ("每周五下午4点写周报 遇休提前", datetime(2026, 9, 24, 16), date(2026, 9, 25)),
        ("每周四写周报 遇休提前", date(2026, 9, 24), None),
        ("10月5日报值班表 遇休提前", date(2026, 9, 30), None),
        ("每周五写周报", date(2026, 9, 25), None),
    ],
)
def test_the_first_occurrence_is_moved_off_a_day_off(desk, line, due, anchor):
    made = add(desk, line)
    assert (made.matter.due, made.matter.anchor) == (due, anchor)
    assert made.draft.due == due
    assert settled(desk, understand(desk, line, desk.now)).due == due


def test_the_series_goes_on_from_the_day_by_the_rule(desk, clock):
    add(desk, "每月5号安全月报 遇休提前")
    clock.forward(days=9)
    coming = done(desk, (1,)).coming[0]
    assert (coming.due, coming.anchor) == (date(2026, 11, 5), None)


def test_an_edit_that_says_the_rule_moves_it_too(desk):
    add(desk, "每周五写周报")
    edited = edit(desk, (1,), "遇休提前").matters[0]
    assert (edited.due, edited.anchor) == (date(2026, 9, 24), date(2026, 9, 25))
    again = edit(desk, (1,), "遇休顺延").matters[0]
    assert (again.due, again.anchor) == (date(2026, 9, 28), date(2026, 9, 25))
    ruled = edit(desk, (1,), "每月5号 遇休提前").matters[0]
    assert (ruled.due, ruled.anchor) == (date(2026, 9, 30), date(2026, 10, 5))


def test_a_date_typed_by_itself_is_meant_as_it_is(desk):
    add(desk, "每周五写周报 遇休提前")
    assert edit(desk, (1,), "due:2026-09-26").matters[0].due == date(2026, 9, 26)
