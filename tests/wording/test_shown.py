"""What is shown of records: terms of a score, changes in history, rows of the page, names and phones that are cut."""

from __future__ import annotations

import re

import pytest

import hatch_build
from planner import wording
from planner.domain.day import Day
from planner.domain.matter import Matter, Return
from planner.domain.moment import date, datetime
from planner.domain.neglect import Patience
from planner.domain.reception import Reception
from planner.domain.score import Bonds, Term, Weights, terms_of
from planner.domain.workdays import CHINA
from planner.wording.changes import change_said, command_name, field_change_said
from planner.wording.masks import masked_name, masked_phone
from planner.wording.numbers import reception_label
from planner.wording.page import matter_row, reception_row, row_of, visitor_of
from planner.wording.why import reason_of

NOW = datetime(2026, 9, 21, 7, 50)
DAY = Day(NOW, CHINA)


def matter(**fields):
    return Matter(**{"number": 12, "title": "report", "created": datetime(2026, 9, 18), **fields})


def reception(**fields):
    return Reception(**{"number": 202600123, "at": NOW, "matter": "allowance", "name": "Zhang Wei", **fields})


@pytest.mark.parametrize(
    ("name", "amount", "said"),
    [
        ("grade", None, "a major matter"),
        ("mark.image", None, "affects image"),
        ("urgency.urgent", None, "urgency level urgent"),
        ("priority", 1, "priority 1"),
        ("returned", 1, "returned once"),
        ("returned", 2, "returned 2 times"),
        ("overdue", 0, "its time is over"),
        ("overdue", 1, "1 working day late"),
        ("overdue", 3, "3 working days late"),
        ("today", 0, "due today"),
        ("near", 1, "1 working day left"),
        ("age", 2, "2 weeks old"),
        ("step", 1, "1 step is to be prepared"),
        ("blocking", 2, "2 matters wait for it"),
        ("waiting", None, "waits for somebody"),
        ("blocked", None, "waits for another matter"),
        ("neglect", None, "neglected"),
        ("by_hand", None, "moved by hand"),
    ],
)
def test_a_term_of_the_score_says_why(name, amount, said):
    assert reason_of(Term(name=name, points=1, amount=amount)) == said
    wording.use("zh")
    assert any("\u4e00" <= sign <= "\u9fff" for sign in reason_of(Term(name=name, points=1, amount=amount)))


def test_every_term_that_can_be_given_has_its_words():
    whole = matter(
        marks=("assigned", "overall", "operation", "image"), priority=1, urgency="flash", rank=3, due=NOW.date(),
        returns=(Return(at=NOW, words="again"),), created=datetime(2026, 1, 5), needs=(3,),
    )  # fmt: skip
    given = terms_of(whole, DAY, Weights(), Bonds(blocked=frozenset({12}), waited_for=((12, 2),)), Patience())
    assert len(given) == 13
    assert all(reason_of(term) for term in given)


def test_every_change_that_the_desk_makes_has_its_word_in_both_languages():
    source = "".join(file.read_text(encoding="utf-8") for file in (hatch_build.ROOT / "planner").rglob("*.py"))
    made = set(re.findall(r'(?:desk\.change|book\.begin|each)\(\s*(?:desk, )?"([a-z_]+)"', source))
    assert made >= {"add", "edit", "done", "visit", "tell", "talk", "party", "rank"}
    for command in sorted(made):
        wording.use("en")
        assert command_name(command)
        wording.use("zh")
        assert any("\u4e00" <= sign <= "\u9fff" for sign in command_name(command)), command
    assert command_name("of a newer planner") == "of a newer planner"


def test_a_change_names_up_to_five_records_and_counts_the_rest():
    at = datetime(2026, 9, 21, 7)
    few = (("matter", 12), ("party", 3), ("reception", 202600123))
    assert change_said("done", few, at, "li", NOW, "en").startswith("done 12, V2026-0123 (")
    assert change_said("party", (("party", 3),), at, None, NOW, "en").startswith("party party:3 (")
    many = tuple(("matter", number) for number in range(1, 9))
    assert "1, 2, 3, 4, 5, 3 more" in change_said("done", many, at, "li", NOW, "en")


def test_a_field_before_and_after():
    assert field_change_said("due", None, "2026-09-25").endswith(": - -> 2026-09-25")


@pytest.mark.parametrize(
    ("phone", "cut"),
    [
        (None, None),
        ("13812345678", "138****5678"),
        ("12345", "****45"),
        ("021-6543210", "021****3210"),
        ("1", "****1"),
        ("", "****"),
    ],
)
def test_a_phone_loses_its_middle(phone, cut):
    assert masked_phone(phone) == cut
    assert phone is None or len(phone) < 8 or phone not in cut


@pytest.mark.parametrize(
    ("name", "cut"), [("王秀英", "王某"), ("Zhang Wei", "Z."), (None, None), ("", ""), ("欧阳锋", "欧某")]
)
def test_a_name_keeps_its_first_sign_only(name, cut):
    assert masked_name(name) == cut


@pytest.mark.parametrize(
    ("lang", "year", "label"),
    [("en", None, "V2026-0123"), ("zh", None, "访2026-0123"), ("zh", 2026, "访0123"), ("en", 2025, "V2026-0123")],
)
def test_a_reception_s_number_is_short_in_its_own_year(lang, year, label):
    wording.use(lang)
    assert reception_label(202600123, this_year=year) == label


@pytest.mark.parametrize(
    ("fields", "badge", "detail"),
    [
        ({}, "", ""),
        ({"work": "meetings"}, "meetings", ""),
        ({"work": "meetings", "priority": 1}, "p1", ""),
        ({"priority": 1, "state": "waiting"}, "waiting", ""),
        ({"priority": 1, "urgency": "flash", "state": "waiting"}, "flash", ""),
        ({"urgency": "flash", "returns": (Return(at=NOW, words="again", by="Li"),)}, "returned", "Li: “again”"),
        ({"returns": (Return(at=NOW, words="again"),), "parties": ("Wang",)}, "returned", "Wang  “again”"),
        ({"returns": (Return(at=NOW, words="again"),)}, "returned", "“again”"),
        ({"parties": ("Wang", "Zhao"), "assigned_by": "Li"}, "", "Wang Zhao"),
        ({"assigned_by": "Li"}, "", "Li"),
        ({"handed_to": ("Relief",), "parties": ("Wang",)}, "", "Relief"),
    ],
)
def test_a_matter_s_row_says_the_one_thing_that_matters_now(fields, badge, detail):
    row = matter_row(matter(**fields), DAY, "en")
    assert (row.badge, row.detail, row.number, row.text) == (badge, detail, "12", "report")


def test_a_closed_matter_shows_when_and_how_it_ended():
    row = matter_row(matter(state="done", closed=datetime(2026, 9, 20, 9), due=date(2026, 9, 30)), DAY, "en")
    assert (row.when, row.left) == ("yesterday", "done")


def test_a_major_is_starred_in_a_list():
    assert row_of(matter(marks=("image",)), DAY, "en").number == "* 12"
    assert row_of(matter(), DAY, "en").number == "12"


def test_a_restricted_entry_tells_its_number_and_its_date_only():
    hidden = reception(marked_restricted=True, unit="Shelter", phone="13812345678")
    row = row_of(hidden, DAY, "en")
    assert (row.number, row.text, row.detail) == ("V0123", "restricted entry", "")
    assert row.when
    assert row_of(hidden, DAY, "en", private=True).text == "Zhang Wei"
    assert reception_row(hidden, None, DAY, "en").when == ""


@pytest.mark.parametrize(
    ("fields", "lang", "who"),
    [
        ({}, "en", "Zhang Wei"),
        ({"headcount": 7}, "en", "Zhang Wei and 6 more"),
        ({"headcount": 7, "name": "王秀英"}, "zh", "王秀英等7人"),
        ({"name": None}, "en", "no name left"),
        ({"name": None}, "zh", "未留名"),
    ],
)
def test_a_visitor_is_named_with_those_who_came_along(fields, lang, who):
    wording.use(lang)
    assert visitor_of(reception(**fields)) == who
