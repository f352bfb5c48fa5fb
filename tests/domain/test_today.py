"""The day's page as a value: what stands in which band, in which order, and what is hidden."""

from __future__ import annotations

import pytest

from planner.domain.day import Day
from planner.domain.directory import Directory
from planner.domain.light import Thresholds
from planner.domain.matter import Chase, Matter, Step
from planner.domain.moment import date, datetime
from planner.domain.neglect import Patience
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.score import Weights
from planner.domain.today import Rules, minors_near, once_each, receptions_near, today
from planner.domain.workdays import CHINA

NOW = datetime(2026, 9, 21, 7, 50)
DAY = Day(NOW, CHINA)
LATELY = datetime(2026, 9, 18, 9)
OLD = datetime(2026, 9, 8, 9)


def matter(number, **fields):
    return Matter(**{"number": number, "title": f"matter {number}", "created": LATELY, **fields})


def reception(place, **fields):
    return Reception(**{"number": 202600000 + place, "at": LATELY, "matter": "wish", "name": "Zhang", **fields})


def page(matters=(), receptions=(), points=(), parties=(), **rules):
    return today(matters, receptions, points, Directory(parties), DAY, Rules(**rules))


def numbers(band):
    return [entry.matter.number for entry in band]


def test_an_empty_book_makes_an_empty_page():
    assert page().is_empty
    assert page().now == NOW


@pytest.mark.parametrize(
    "kept",
    [
        {"matters": [matter(1)]},
        {"matters": [matter(1, grade_by_hand="major")]},
        {"matters": [matter(1, created=OLD)]},
        {"matters": [matter(1, handed_to=("Relief",))]},
        {"receptions": [reception(1)]},
        {"points": [Point(number=1, text="a", parties=("Li",))]},
    ],
)
def test_any_band_that_holds_something_makes_it_not_empty(kept):
    assert not page(**kept).is_empty


def test_majors_and_minors_stand_apart_by_score_and_closed_ones_nowhere():
    made = page(
        [
            matter(1),
            matter(2, priority=1),
            matter(3, marks=("image",)),
            matter(4, marks=("assigned",)),
            matter(5, marks=("assigned",), state="done", closed=NOW),
            matter(6, state="waiting"),
        ]
    )
    assert numbers(made.majors) == [4, 3]
    assert numbers(made.minors) == [2, 1, 6]


def test_neglected_minors_are_lifted_out_of_the_minors_and_no_more_than_are_shown():
    matters = [matter(number, created=OLD) for number in range(1, 6)]
    made = page(matters)
    assert [one.matter.number for one in made.neglected] == [1, 2, 3]
    assert numbers(made.minors) == [4, 5]
    assert [one.matter.number for one in page(matters, patience=Patience(shown=1)).neglected] == [1]


def test_what_begins_later_is_hidden_and_counted():
    made = page(
        [
            matter(1, start=date(2026, 9, 22), due=datetime(2026, 9, 21, 15), marks=("image",)),
            matter(2, start=date(2026, 9, 21)),
            matter(3, start=datetime(2026, 9, 21, 15)),
            matter(4, start=datetime(2026, 9, 20, 15)),
            matter(5, start=date(2026, 10, 1), state="done", closed=NOW),
        ]
    )
    assert made.hidden == 1
    assert made.majors == made.timed == ()
    assert numbers(made.minors) == [2, 3, 4]


def test_what_was_handed_over_is_owed_and_stands_in_no_other_list():
    broken = Chase(at=LATELY, promise="tomorrow", promised=date(2026, 9, 20))
    made = page(
        [
            matter(1, handed_to=("Relief",)),
            matter(2, handed_to=("Relief",), due=date(2026, 11, 2), marks=("assigned",)),
            matter(3, handed_to=("Relief",), due=date(2026, 9, 18)),
            matter(4, handed_to=("Relief",), due=date(2026, 10, 30), chases=(broken,)),
            matter(5, handed_to=("Relief",), due=date(2026, 9, 17)),
            matter(6, handed_to=("Relief",), created=OLD),
        ]
    )
    assert [(one.matter.number, one.light) for one in made.owed] == [
        (5, "red"), (3, "red"), (4, "yellow"), (2, "green"), (1, "green"), (6, "green"),
    ]  # fmt: skip
    assert [one.broken for one in made.owed] == [None, None, broken, None, None, None]
    assert (made.majors, made.minors, made.neglected) == ((), (), ())


def test_the_rules_figures_are_heeded():
    one = matter(1, handed_to=("Relief",), due=date(2026, 10, 9), created=OLD)
    assert page([one]).owed[0].light == "green"
    assert page([one], thresholds=Thresholds(yellow_days=8)).owed[0].light == "yellow"
    assert numbers(page([matter(1, priority=1), matter(2)], weights=Weights(priority_1=-5)).minors) == [2, 1]


def test_the_times_of_today_stand_in_their_order_whoever_owes_them():
    made = page(
        [
            matter(1, due=datetime(2026, 9, 21, 16)),
            matter(2, due=datetime(2026, 9, 21, 9), marks=("image",)),
            matter(3, due=datetime(2026, 9, 21, 9), handed_to=("Relief",)),
            matter(4, due=date(2026, 9, 21)),
            matter(5, due=datetime(2026, 9, 22, 9)),
            matter(6, due=datetime(2026, 9, 21, 7)),
        ]
    )
    assert numbers(made.timed) == [6, 2, 3, 1]


def test_no_matter_stands_twice_on_a_page_that_is_shown():
    made = once_each(
        page(
            [
                matter(1, due=datetime(2026, 9, 21, 16)),
                matter(2, due=datetime(2026, 9, 21, 9), marks=("image",)),
                matter(3, due=datetime(2026, 9, 21, 9), handed_to=("Relief",)),
                matter(4, due=date(2026, 9, 21)),
            ]
        )
    )
    assert (numbers(made.timed), numbers(made.majors), numbers(made.minors)) == ([1], [2], [4])


@pytest.mark.parametrize(
    ("fields", "near"),
    [
        ({"due": date(2026, 9, 18)}, True),
        ({"due": date(2026, 9, 27)}, True),  # the Sunday of this week
        ({"due": date(2026, 9, 28)}, False),
        ({"due": date(2026, 9, 20), "end": date(2026, 10, 20)}, True),
        ({"created": datetime(2026, 9, 14, 9)}, False),  # six working days: the 20th was worked
        ({"created": datetime(2026, 9, 15, 9)}, True),
        ({"created": datetime(2026, 9, 1, 9), "touched": LATELY}, True),
    ],
)
def test_the_minors_of_this_week_press_and_undated_ones_until_they_would_be_lifted(fields, near):
    made = page([matter(1, **fields)], patience=Patience(days=99))
    assert (numbers(minors_near(made, DAY)) == [1]) is near


def test_visitors_whose_clock_runs_long_do_not_press():
    made = page(
        receptions=[
            reception(1, reply_due=date(2026, 9, 18)),
            reception(2, reply_due=date(2026, 11, 30), noticed=date(2026, 9, 18), accepted=date(2026, 9, 18)),
        ]
    )
    assert [one.reception.number for one in made.receptions] == [202600001, 202600002]
    assert [one.reception.number for one in receptions_near(made, DAY)] == [202600001]


def test_receptions_that_wait_stand_by_the_clock_that_runs_out_first_and_those_without_one_last():
    made = page(
        receptions=[
            reception(1),
            reception(2, reply_due=date(2026, 9, 22)),
            reception(3, kind="official"),
            reception(4, at=datetime(2026, 9, 8, 9)),
            reception(5, state="answered", closed=NOW),
            reception(6, state="voided", void_reason="twice", closed=NOW),
        ]
    )
    assert [one.reception.number % 100 for one in made.receptions] == [2, 4, 1, 3]
    assert [None if one.clock is None else one.clock.rule for one in made.receptions] == [
        "reply", "notice", "notice", None,
    ]  # fmt: skip


def test_countdown_steps_whose_day_has_come_stand_by_that_day():
    made = page(
        [
            matter(1, due=date(2026, 9, 24), steps=(Step(text="room", ahead=3), Step(text="cards", ahead=1))),
            matter(2, due=date(2026, 9, 23), steps=(Step(text="agenda", ahead=4), Step(text="x", ahead=4, done=NOW))),
            matter(3, due=date(2026, 10, 30), steps=(Step(text="later", ahead=2), Step(text="plain"))),
        ]
    )
    assert [(one.matter.number, one.step.text, one.since) for one in made.steps] == [
        (2, "agenda", date(2026, 9, 18)),
        (1, "room", date(2026, 9, 21)),
    ]


def test_talks_owed_come_from_points_and_cadences():
    li = Party(number=1, name="Li", kind="leader", cadence=1, last_talk=datetime(2026, 9, 18))
    made = page(points=[Point(number=1, text="a", parties=("Wang",))], parties=[li])
    assert [(talk.name, talk.points, talk.late) for talk in made.talks] == [("Li", 0, 1), ("Wang", 1, None)]
