"""How a matter stands: begun on a later day, kept for some day, supervised; a party's card."""

from __future__ import annotations

import pytest

from planner.desk.capturing import add
from planner.desk.party_card import PartyCard, card_of, revise
from planner.desk.past import undo
from planner.desk.refused import Refused
from planner.desk.standing import begin_on, keep_for_some_day, supervise
from planner.desk.talks import agenda, set_party, tell
from planner.domain.moment import date


def made(desk, *lines):
    return tuple(add(desk, line).matter.number for line in lines)


def matter(desk, number):
    return desk.book.read().get("matter", number)


def test_a_matter_is_hidden_until_a_day_and_shown_again(desk):
    numbers = made(desk, "Order paper", "Water the plants")
    edited = begin_on(desk, numbers, "2026-10-08")
    assert [one.start for one in edited.matters] == [date(2026, 10, 8)] * 2
    assert begin_on(desk, numbers, "-").matters[0].start is None
    undo(desk)
    assert matter(desk, numbers[0]).start == date(2026, 10, 8)
    with pytest.raises(Refused, match="is not a date"):
        begin_on(desk, numbers, "whenever")


def test_some_day_and_back(desk):
    (number,) = made(desk, "Read the archive rules +study")
    assert keep_for_some_day(desk, (number,)).matters[0].is_someday
    back = keep_for_some_day(desk, (number,)).matters[0]
    assert (back.is_someday, back.work) == (False, "study")


def test_of_several_that_stand_differently_all_are_turned_on_first(desk):
    one, other = made(desk, "Ledger to:Relief +supervise", "Figures to:Finance")
    assert [one.supervised for one in supervise(desk, (one, other)).matters] == [True, True]
    assert matter(desk, other).stage == "assigned"
    assert [one.supervised for one in supervise(desk, (one, other)).matters] == [False, False]
    undo(desk)
    assert matter(desk, one).supervised


def test_a_card_is_given_and_taken_back_whole(desk):
    set_party(desk, "Li", kind="leader", rank=2, cadence=5, aliases=("Director Li",))
    tell(desk, "@Li the fund has arrived")
    card = card_of(desk, "Director Li")
    assert (card.name, card.kind, card.rank, card.cadence, card.aliases) == ("Li", "leader", 2, 5, ("Director Li",))
    made_ = revise(desk, "Li", card.replace(name="Li Ming", rank=None, cadence=None, rhythm="weekly", aliases=()))
    assert (made_.name, made_.rank, made_.rhythm, made_.aliases) == ("Li Ming", None, "weekly", ("Li",))
    assert [point.text for point in agenda(desk, "Li").waiting] == ["the fund has arrived"]


def test_a_name_of_another_party_is_refused(desk):
    set_party(desk, "Li", aliases=("Director Li",))
    set_party(desk, "Wang")
    for card in (PartyCard(name="Director Li"), PartyCard(name="Wang", aliases=("Li",))):
        with pytest.raises(Refused, match="one name means one party"):
            revise(desk, "Wang", card)
    assert card_of(desk, "Nobody") == PartyCard(name="Nobody")
