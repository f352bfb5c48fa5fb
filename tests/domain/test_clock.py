"""The clocks of a reception against the articles they rest on: when they start, stop, and end."""

from __future__ import annotations

import pytest

from planner.domain.clock import clocks_of, nearest_clock
from planner.domain.day import Day
from planner.domain.moment import date, datetime
from planner.domain.reception import Reception
from planner.domain.workdays import CHINA

AT = datetime(2026, 9, 21, 9, 30)


def reception(**fields):
    return Reception(**{"number": 202600001, "at": AT, "matter": "allowance", "name": "Zhang Wei", **fields})


def told(**fields):
    return [(clock.rule, clock.due, clock.assumed) for clock in clocks_of(reception(**fields), CHINA)]


NOTICE = ("notice", date(2026, 10, 6), False)
ASSUMED = ("finish", date(2026, 11, 20), True)


@pytest.mark.parametrize(
    ("fields", "clocks"),
    [
        ({}, [NOTICE, ASSUMED]),
        ({"name": None}, [ASSUMED]),  # art. 23: waived when the name is not clear
        ({"noticed": date(2026, 9, 22)}, [ASSUMED]),
        ({"accepted": date(2026, 9, 28)}, [NOTICE, ("finish", date(2026, 11, 27), False)]),
        ({"route": "answered"}, [NOTICE, ASSUMED]),  # the notice is written: an oral answer stops no clock
        ({"kind": "official"}, []),
        ({"kind": "media"}, []),
        ({"kind": "superior"}, []),
        ({"kind": "media", "reply_due": date(2026, 9, 23)}, [("reply", date(2026, 9, 23), False)]),
        ({"reply_due": date(2026, 9, 24)}, [("reply", date(2026, 9, 24), False), NOTICE, ASSUMED]),
        ({"reply_due": datetime(2026, 9, 24, 17)}, [("reply", datetime(2026, 9, 24, 17), False), NOTICE, ASSUMED]),
        ({"state": "answered", "closed": AT, "reply_how": "in writing"}, []),
        ({"state": "answered", "closed": AT}, [NOTICE]),  # art. 23 asks for a written one
        ({"state": "answered", "closed": AT, "reply_how": "by phone"}, [NOTICE]),
        ({"state": "answered", "closed": AT, "reply_how": "微信"}, [NOTICE]),
        ({"state": "answered", "closed": AT, "reply_how": "书面答复"}, []),
        ({"state": "answered", "closed": AT, "noticed": date(2026, 9, 22)}, []),
        ({"state": "answered", "closed": AT, "name": None}, []),
        ({"state": "voided", "void_reason": "twice", "closed": AT}, []),
    ],
)
def test_the_clocks_that_run(fields, clocks):
    assert told(**fields) == clocks


def test_the_day_of_receipt_is_not_counted_and_the_article_is_named():
    notice, finish = clocks_of(reception(), CHINA)
    assert (notice.started, notice.article) == (date(2026, 9, 21), "信访工作条例 23")
    assert (finish.started, finish.article) == (date(2026, 9, 21), "信访工作条例 34")
    assert (notice.due - notice.started).days == 15
    assert (finish.due - finish.started).days == 60


def test_an_end_on_a_holiday_is_kept_and_the_last_working_day_before_it_is_told():
    notice, finish = clocks_of(reception(), CHINA)
    assert (notice.due, notice.workday_before) == (date(2026, 10, 6), date(2026, 9, 30))
    assert (finish.due, finish.workday_before) == (date(2026, 11, 20), None)


def test_a_promise_on_a_day_off_is_told_too():
    (clock,) = clocks_of(reception(kind="media", reply_due=datetime(2026, 9, 26, 9)), CHINA)
    assert (clock.due, clock.workday_before, clock.article) == (datetime(2026, 9, 26, 9), date(2026, 9, 24), None)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({}, "notice"),
        ({"name": None}, "finish"),
        ({"kind": "official"}, None),
        ({"reply_due": date(2026, 9, 22)}, "reply"),
    ],
)
def test_the_clock_that_runs_out_first_is_the_nearest(fields, rule):
    clock = nearest_clock(reception(**fields), Day(AT, CHINA))
    assert (None if clock is None else clock.rule) == rule
