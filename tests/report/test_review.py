"""The review as a value: what stands in it, as of when, and what its figures count."""

from __future__ import annotations

from datetime import datetime

import pytest
from office_week import LEADERS, OFFICE, at, day_at, done, on, open_, reviewed

from planner.domain.matter import Chase, Extension, Note
from planner.domain.reception import Reception
from planner.domain.today import Rules
from planner.report.review import Material, review_of
from planner.report.span import Span, span_around


def numbers(records):
    return [record.number for record in records]


def test_what_was_done_in_the_week_majors_first():
    review = reviewed()
    assert numbers(review.done) == [1, 2, 3]
    assert (numbers(review.majors), numbers(review.minors)) == ([1, 2], [3])


def test_each_problem_is_named_once_under_the_first_that_fits():
    review = reviewed()
    assert [(one.kind, one.number, one.days) for one in review.problems] == [("overdue", 6, 7), ("neglected", 9, 18)]
    assert review.problems[0].promise.promised == on(28)


def test_silent_and_stuck_are_told_apart():
    material = Material(
        matters=(
            open_(1, "stuck", marks=("image",), created=at(10)),
            open_(2, "silent", handed_to=("救助科",), handed=at(10), created=at(10)),
            open_(3, "heard of", handed_to=("救助科",), handed=at(10), notes=(Note(at=at(22), text="on it"),)),
            open_(4, "later", marks=("image",), created=at(10), start=on(30)),
        ),
        parties=LEADERS,
    )
    found = {one.number: one.kind for one in reviewed(material).problems}
    assert found == {1: "stuck", 2: "silent"}


def test_an_answer_is_late_when_a_clock_ran_out():
    material = Material(
        receptions=(
            Reception(number=202600001, at=at(1), created=at(1), matter="a", reply_due=on(22)),
            Reception(number=202600002, at=at(22), created=at(22), matter="b"),
        )
    )
    review = reviewed(material)
    assert numbers(review.late) == [202600001]
    assert [(one.kind, one.number, one.clock) for one in review.problems] == [("late_answer", 202600001, "reply")]
    assert review.figures.late == 1


def test_a_written_notice_that_is_owed_is_late_though_an_answer_was_given():
    told = Reception(
        number=202600001, at=at(1), created=at(1), matter="a", name="张伟", unit="河东社区",
        state="answered", reply="told", reply_how="当面",
        replied=on(2),
    )  # fmt: skip
    review = reviewed(Material(receptions=(told,)))
    assert [(one.kind, one.clock) for one in review.problems] == [("late_answer", "notice")]
    assert not review.awaiting


def test_an_answer_that_came_later_was_not_given_then():
    late = Reception(
        number=202600001, at=at(15), created=at(15), matter="a", state="answered", reply="b", replied=on(23),
        closed=at(23),
    )  # fmt: skip
    then = reviewed(Material(receptions=(late,)), span_around("week", on(16)))
    assert (numbers(then.awaiting), then.figures.answered) == ([202600001], 0)
    now = reviewed(Material(receptions=(late,)))
    assert (now.awaiting, now.figures.answered) == ((), 1)


def test_what_comes_and_what_needs_a_word():
    review = reviewed()
    assert [one.matter.number for one in review.coming] == [5, 7, 10, 8]
    assert [(one.kind, one.record.number) for one in review.decisions] == [("request", 5), ("suggestion", 1)]


def test_occurrences_by_their_rule_come_too():
    weekly = open_(1, "局务会", due=datetime(2026, 9, 21, 9), rrule="FREQ=WEEKLY", work="meetings")
    found = reviewed(Material(matters=(weekly,))).coming
    assert [(one.due, one.to_come) for one in found] == [(datetime(2026, 9, 28, 9), True)]


def test_the_figures_and_those_of_the_week_before():
    review = reviewed()
    now, was = review.figures, review.before
    assert (now.done, now.majors_done, now.due, now.on_time) == (3, 2, 2, 1)
    assert (now.receptions, now.people, now.answered) == (3, 9, 1)
    assert (now.returned, now.chases, now.overdue, now.talks) == (1, 1, 1, 1)
    assert was is not None
    assert (was.done, was.majors_done) == (1, 1)
    assert dict(now.load) == {on(21): 1, on(22): 2, on(23): 0, on(24): 0}
    assert sum(count for _, count in now.load) == now.done


def test_balances_count_all_that_was_done():
    review = reviewed()
    found = {one.field: (dict(one.shares), one.other) for one in review.balances}
    assert found["grade"] == ({"major": 2, "minor": 1}, 0)
    assert found["nature"] == ({"policy": 2, "routine": 1}, 0)
    assert found["origin"] == ({"planned": 1, "adhoc": 1}, 1)
    assert found["work"] == ({"documents": 1, "affairs": 0, "meetings": 1}, 1)
    for shares, other in found.values():
        assert sum(shares.values()) + other == review.figures.done


def test_the_diligences_and_the_talks():
    material = OFFICE.replace(
        matters=(
            *OFFICE.matters,
            done(11, "走访", at(23), work="research"),
            done(12, "督查", at(23), work="inspection"),
            done(13, "建议", at(23), work="advice"),
        )
    )
    review = reviewed(material)
    assert (numbers(review.visits), numbers(review.proposals)) == ([11, 12], [13])
    assert review.talks_held == (("王局", on(22)),)
    assert [one.name for one in review.talks_owed] == ["李局"]


def test_lights_are_those_of_what_others_owe():
    assert [(one.matter.number, one.light) for one in reviewed().lights] == [(6, "red")]


def test_a_span_behind_is_told_as_it_stood():
    review = reviewed(span=span_around("week", on(16)))
    assert numbers(review.done) == [4]
    assert review.now.date() == on(20)
    assert 1 in numbers(review.progress), "what was done the week after was open then"
    assert all(matter.is_open and matter.result is None for matter in review.progress)
    assert not review.receptions
    ledger = next(one for one in review.problems if one.number == 6)
    assert ledger.promise is None, "the promise came later"


def test_a_date_that_was_extended_later_is_the_old_one():
    moved = open_(
        1, "台账", due=on(30), handed_to=("救助科",),
        extensions=(Extension(at=at(23), was=on(16), until=on(30)),), chases=(Chase(at=at(23), promised=on(30)),),
    )  # fmt: skip
    then = reviewed(Material(matters=(moved,)), span_around("week", on(16)))
    assert [one.kind for one in then.problems] == ["overdue"]
    assert not reviewed(Material(matters=(moved,))).problems


def test_the_report_before_cuts_the_first_day():
    span = Span(kind="since", first=on(21), last=on(24), after=at(21, 12))
    assert numbers(reviewed(span=span).done) == [2, 3]


def test_what_came_of_a_restricted_entry_is_counted_and_withheld():
    review = reviewed()
    assert set(review.withheld) == {202600002, 10}
    assert review.figures.receptions == 3


def test_an_empty_book_is_an_empty_review():
    review = reviewed(Material())
    assert review.is_empty
    assert review.figures.done == 0


@pytest.mark.parametrize("kind", ["week", "month", "quarter", "year"])
def test_the_same_records_give_the_same_value(kind):
    span = span_around(kind, on(24))
    one = review_of(OFFICE, span, day_at(), Rules())
    assert one == review_of(OFFICE, span, day_at(), Rules())
    known = {matter.number for matter in OFFICE.matters}
    assert {matter.number for matter in (*one.done, *one.progress, *one.dropped)} <= known


def test_an_answered_visitor_s_matter_is_not_silent_and_late_ones_are_all_counted():
    told = Reception(
        number=202600001, at=at(1), created=at(1), matter="a", state="answered", reply="b", replied=at(22),
        closed=at(22), reply_due=on(21),
    )  # fmt: skip
    owed = Reception(number=202600002, at=at(1), created=at(1), matter="c", name="张伟", unit="河东社区")
    matters = tuple(
        open_(number, "a", handed_to=("救助科",), handed=at(10), created=at(10), receptions=(202600000 + number,))
        for number in (1, 2)
    )
    review = reviewed(Material(matters=matters, receptions=(told, owed), parties=LEADERS))
    assert [(one.kind, one.number) for one in review.problems] == [("late_answer", 202600002), ("silent", 2)]
    assert review.figures.late == 2, "one answered after its promise, one whose notice is owed"
