"""Petitioners' names in texts that others read: masked wherever they stand, and no other word torn apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.moment import datetime
from planner.domain.party import Party
from planner.domain.reception import Reception
from planner.wording.petitioners import Petitioners, petitioners_of
from planner.wording.reminders import nameless

NAMES = ("王秀英", "Ann", "An", "王秀英子", "Zhang Wei", "José")
AT = datetime(2026, 9, 21, 9, 50)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Annual report by Ann on Annex", "Annual report by A. on Annex"),
        ("Ann called", "A. called"),
        ("Anna called, annual", "Anna called, annual"),
        ("JoAnn", "JoAnn"),
        ("Ann, Ann", "A., A."),
        ("call Ann", "call A."),
        ("ann and ANN", "A. and A."),
        ("(ann)", "(A.)"),
        ("Ann's letter, Ann-Marie", "A.'s letter, A.-Marie"),
        ("Ann13900001234", "A.13900001234"),
        ("给Ann回电", "给A.回电"),
        ("ann来访", "A.来访"),
        ("an answer to An, AN", "an answer to A., A."),
        ("zhang wei, ZHANG WEI, Zhang Weiss", "Z., Z., Zhang Weiss"),
        ("call josé, Josépha", "call J., Josépha"),
        ("İstanbul: Ann", "İstanbul: A."),
        ("王秀英王秀英", "王某王某"),
        ("王秀英等人", "王某等人"),
        ("王秀英子来访", "王某来访"),
        ("请王秀", "请王秀"),
        ("", ""),
        ("A", "A"),
    ],
)
def test_a_name_is_masked_as_a_word(text, wanted):
    assert Petitioners(NAMES).masked(text) == wanted


def test_a_notification_names_nobody_by_an_initial():
    assert (
        Petitioners(NAMES, nameless).masked("Annual report by ann on 王秀英") == "Annual report by petitioner on 王某"
    )


def test_a_name_within_its_own_mask_ends():
    assert Petitioners(("王某",)).masked("王某王某") == "王某王某"


def test_a_name_of_one_character_is_not_sought():
    assert Petitioners(("王", "")).masked("王府井") == "王府井"


def test_only_the_public_is_masked_and_no_party():
    parties = (Party(number=1, name="李局", aliases=("李明",)), Party(number=2, name="王局", title="王秀英"))
    names = ("赵新", "李明", "李局", "王秀英", None)
    entries = [Reception(number=202600001 + place, at=AT, matter="a", name=name) for place, name in enumerate(names)]
    entries.append(Reception(number=202600011, at=AT, matter="a", name="何科长", kind="official"))
    entries.append(
        Reception(number=202600012, at=AT, matter="a", name="周敏", kind="official", petition_class="accusation")
    )
    made = petitioners_of(entries, parties)
    assert made.masked("赵新 李明 李局 王秀英 何科长 周敏") == "赵某 李明 李局 王秀英 何科长 周某"


@given(st.text(alphabet="王秀英Annİß 给,", max_size=30))
def test_no_name_is_left_and_the_rest_stays(text):
    made = Petitioners(("王秀英",)).masked(text)
    assert "王秀英" not in made
    assert made.replace("王某", "王秀英") == text
    assert "王某" not in text
