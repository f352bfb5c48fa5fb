"""Keeping everyone told: points wait under the party's own name until each receiver is ticked."""

from __future__ import annotations

import pytest

from planner.desk import past, talks
from planner.desk.refused import Refused
from planner.domain.draft import PointDraft
from planner.domain.moment import date, datetime


def stored(desk, number):
    return desk.book.read().get("point", number)


def waiting(desk, name):
    return [point.number for point in talks.agenda(desk, name).waiting]


def point(desk, text, *names, **fields):
    return talks.tell_draft(desk, PointDraft(text=text, parties=names, **fields), desk.now).point.number


def test_a_point_is_kept_word_for_word(desk, clock):
    told = talks.tell(desk, "@Li the money has come, all of it fri")
    assert (told.point.text, told.point.parties, told.point.created) == (
        "the money has come, all of it fri", ("Li",), clock.at,
    )  # fmt: skip
    assert told.new_names == ("Li",)
    assert stored(desk, 1) == told.point


@pytest.mark.parametrize("line", ["@Li", "", "   "])
def test_a_point_without_words_is_refused(desk, line):
    with pytest.raises(Refused):
        talks.tell(desk, line)
    assert not desk.book.exists()


@pytest.mark.parametrize(
    ("kind", "said", "direction"),
    [
        (None, None, "up"),
        ("leader", None, "up"),
        ("section", None, "down"),
        ("grassroots", None, "down"),
        ("public", None, "down"),
        ("department", None, "across"),
        ("section", "up", "up"),
    ],
)
def test_the_direction_is_the_party_s_unless_it_is_said(desk, kind, said, direction):
    if kind is not None:
        talks.set_party(desk, "Relief", kind=kind, aliases=("The section",))
    assert stored(desk, point(desk, "a", "Relief", direction=said)).direction == direction


def test_points_gather_under_every_name_that_a_party_answers_to(desk):
    point(desk, "one", "Director Li")
    talks.set_party(desk, "Li", kind="leader")
    with pytest.raises(Refused, match="Director Li"):
        talks.set_party(desk, "Li", aliases=("Director Li",))  # it is a party of its own by now
    talks.set_party(desk, "Li", aliases=("Boss",))
    point(desk, "two", "Boss")
    point(desk, "three", "Li", "Wang")
    assert waiting(desk, "Li") == waiting(desk, "Boss") == [2, 3]
    assert waiting(desk, "Wang") == [3]


def test_a_point_closes_with_its_last_receiver(desk, clock):
    number = point(desk, "a", "Li", "Wang")
    clock.forward(hours=1)
    half = talks.tick(desk, number, "Li", "by phone", "good")
    assert (half.waiting, half.closed) == (("Wang",), None)
    assert [(tick.party, tick.at, tick.how, tick.answer) for tick in half.ticks] == [
        ("Li", clock.at, "by phone", "good")
    ]
    whole = talks.tick(desk, number)
    assert (whole.waiting, whole.closed) == ((), clock.at)
    with pytest.raises(Refused, match="told to everyone"):
        talks.tick(desk, number)


@pytest.mark.parametrize(("number", "name"), [(9, None), (1, "Zhao"), (1, "Nobody")])
def test_a_tick_that_can_t_be_is_refused(desk, number, name):
    point(desk, "a", "Li")
    talks.set_party(desk, "Zhao", kind="leader")
    with pytest.raises(Refused):
        talks.tick(desk, number, name)


def test_a_talk_ticks_what_waits_and_begins_the_cadence_anew(desk, clock):
    talks.set_party(desk, "Li", kind="leader", cadence=2)
    for text in ("one", "two"):
        point(desk, text, "Li")
    point(desk, "three", "Wang")
    clock.forward(days=3)
    assert talks.parties(desk)[0][0].late == 1
    told = talks.hold_talk(desk, "Li", how="in person")
    assert [one.number for one in told] == [1, 2]
    assert waiting(desk, "Li") == []
    assert waiting(desk, "Wang") == [3]
    assert talks.parties(desk)[0][0].late is None
    assert past.changes(desk)[0].command == "talk"
    past.undo(desk)
    assert waiting(desk, "Li") == [1, 2]
    assert talks.parties(desk)[0][0].late == 1


def test_a_talk_may_tick_some_points_only(desk):
    talks.set_party(desk, "Li")
    for text in ("one", "two", "three"):
        point(desk, text, "Li")
    assert [one.number for one in talks.hold_talk(desk, "Li", (2, 99))] == [2]
    assert waiting(desk, "Li") == [1, 3]
    assert talks.hold_talk(desk, "Li", ()) == ()


def test_the_list_for_a_talk_shows_what_was_ticked_since_the_last_one(desk, clock):
    talks.set_party(desk, "Li")
    for text in ("one", "two"):
        point(desk, text, "Li")
    talks.tick(desk, 1)
    assert [one.number for one in talks.agenda(desk, "Li").told] == [1]
    clock.forward(hours=1)
    talks.hold_talk(desk, "Li")
    assert talks.agenda(desk, "Li").told == ()


@pytest.mark.parametrize("ask", [talks.agenda, talks.hold_talk])
def test_a_name_that_nobody_bears_is_refused(desk, ask):
    point(desk, "a", "Li")
    with pytest.raises(Refused, match="Nobody is called Zhao"):
        ask(desk, "Zhao")


def test_a_party_is_made_changed_and_keeps_what_is_not_said(desk, clock):
    made = talks.set_party(desk, "Li", kind="leader", rank=1, title="Director Li Ming", cadence=2, aliases=("Boss",))
    assert (made.number, made.name, made.created) == (1, "Li", clock.at)
    again = talks.set_party(desk, "Boss", cadence=5, aliases=("Chief", "Boss"))
    assert again == made.replace(cadence=5, aliases=("Boss", "Chief"))
    assert desk.book.read().all("party") == (again,)


def test_parties_stand_in_rank_order_with_what_is_owed(desk):
    talks.set_party(desk, "Relief", kind="section")
    talks.set_party(desk, "Wang", kind="leader", rank=2)
    talks.set_party(desk, "Li", kind="leader", rank=1)
    point(desk, "a", "Wang", "Relief")
    point(desk, "b", "Relief")
    assert [(owed.name, owed.points) for owed, _ in talks.parties(desk)] == [("Li", 0), ("Wang", 1), ("Relief", 2)]


@pytest.mark.parametrize(
    ("cadence", "last", "due"),
    [(None, None, None), (2, None, date(2026, 9, 23)), (3, datetime(2026, 9, 23, 9), date(2026, 9, 29))],
)
def test_the_day_of_the_next_talk_counts_working_days(desk, clock, cadence, last, due):
    talks.set_party(desk, "Li", cadence=cadence)
    if last is not None:
        clock.at = last
        talks.hold_talk(desk, "Li")
    assert talks.due_talk(desk, desk.book.read().all("party")[0]) == due
    assert talks.due_talk(desk, None) is None
