"""What a director looks at: lists, one record, why a matter stands where it does, and what is hidden of visitors."""

from __future__ import annotations

import pytest

from planner.config.settings import Settings
from planner.desk import matters, pages, past, receptions, talks
from planner.desk.capturing import add
from planner.desk.desk import Desk
from planner.desk.refused import Refused
from planner.domain.criteria import Criteria
from planner.domain.draft import VisitDraft
from planner.domain.moment import date


@pytest.fixture
def office(desk, clock):
    for line in ("report fri p1 @Li", "printer +repair", "ledger wed to:Relief", "archive boxes needs:2"):
        add(desk, line)
    matters.done(desk, (1,), "sent to the city")
    receptions.register_draft(desk, VisitDraft(matter="allowance", name="Zhang Wei", phone="13800000000"), desk.now)
    receptions.register_draft(desk, VisitDraft(matter="food money", name="Zhou Min", restricted=True), desk.now)
    receptions.register_draft(desk, VisitDraft(matter="a bench", name="Chen"), desk.now)
    receptions.reply(desk, 202600003, "it stands")
    talks.tell(desk, "@Li the report is out")
    return desk


def numbers(rows):
    return [row.matter.number for row in rows]


@pytest.mark.parametrize(
    ("criteria", "found"),
    [
        (Criteria(), [3, 2, 4, 1]),
        (Criteria(states=("open", "waiting")), [3, 2, 4]),
        (Criteria(states=("done",)), [1]),
        (Criteria(words=("PRINTER",)), [2]),
        (Criteria(words=("city",)), [1]),
        (Criteria(tag="repair"), [2]),
        (Criteria(party="Relief"), [3]),
        (Criteria(due_before=date(2026, 9, 23)), [3]),
        (Criteria(grade="major"), []),
    ],
)
def test_a_list_holds_open_matters_by_score_and_then_closed_ones(office, criteria, found):
    assert numbers(pages.listed_matters(office, criteria)) == found


def test_a_listed_matter_has_its_score_and_light_where_it_has_any(office):
    rows = {row.matter.number: (row.score, row.light) for row in pages.listed_matters(office, Criteria())}
    assert rows == {3: (40, "green"), 2: (15, None), 4: (-40, None), 1: (None, None)}


@pytest.mark.parametrize(
    ("word", "kind", "number"),
    [
        ("2", "Matter", 2),
        ("V2026-0001", "Reception", 202600001),
        ("point:1", "Point", 1),
        ("party:1", "Party", 1),
    ],
)
def test_a_record_is_found_by_its_word(office, word, kind, number):
    record = pages.record_named(office, word)
    assert (type(record).__name__, record.number) == (kind, number)


@pytest.mark.parametrize("word", ["99", "V2026-0099", "V2025-0001", "point:9", "party:9", "checklist:1"])
def test_a_record_that_is_not_there_is_refused_by_the_word_that_was_typed(office, word):
    with pytest.raises(Refused) as caught:
        pages.record_named(office, word)
    assert word in str(caught.value)


def test_why_counts_what_the_other_matters_say_of_it(office):
    why = pages.explained(office, 2)
    assert [(term.name, term.points, term.amount) for term in why.terms] == [("blocking", 15, 1)]
    assert pages.explained(office, 4).score == -40
    with pytest.raises(Refused, match="no matter 99"):
        pages.explained(office, 99)


def test_the_light_is_shown_of_open_matters_that_somebody_owes(office):
    book = office.book.read()
    assert [pages.light_shown(office, book.get("matter", number)) for number in (1, 2, 3)] == [None, None, "green"]
    closed = matters.done(office, (3,)).matters[0]
    assert pages.light_shown(office, closed) is None


@pytest.mark.parametrize(
    ("criteria", "private", "found"),
    [
        (Criteria(), False, [3, 2, 1]),
        (Criteria(states=("open",)), False, [2, 1]),
        (Criteria(words=("money",)), False, []),
        (Criteria(words=("money",)), True, [2]),
        (Criteria(words=("zhou",)), False, []),
        (Criteria(words=("zhang",)), False, [1]),
    ],
)
def test_words_find_a_restricted_entry_only_on_demand(office, criteria, private, found):
    rows = pages.receptions(office, criteria, private=private)
    assert [row.number - 202600000 for row in rows] == found


@pytest.mark.parametrize(("word", "private", "count"), [("money", False, 0), ("money", True, 1), ("report", False, 2)])
def test_a_search_covers_every_kind_and_tells_nothing_restricted(office, word, private, count):
    assert len(pages.found(office, Criteria(words=(word,), include_archived=True), private=private)) == count


def test_what_others_owe_may_be_asked_by_silence(office, clock):
    add(office, "audit to:Finance +supervise")
    clock.forward(days=2)
    add(office, "poster mon to:Press")
    assert [(one.matter.number, silent) for one, silent in pages.owed(office)] == [(3, 2), (6, 0), (5, 2)]
    assert [one.matter.number for one, _ in pages.owed(office, by_silence=True)] == [3, 5, 6]
    assert [one.matter.number for one, _ in pages.owed(office, supervised=True)] == [5]


def test_the_page_follows_the_settings(tmp_path, clock):
    heavy = Settings(weights=(("priority_1", -7),), patience_days=1, calendar="weekends")
    desk = Desk(str(tmp_path / "home"), heavy, "en", clock, keeps_up=False)
    add(desk, "a p1")
    add(desk, "b")
    assert [entry.score for entry in pages.today_page(desk).minors] == [0, -7]
    clock.forward(days=2)
    assert len(pages.today_page(desk).neglected) == 2
    assert desk.calendar.is_working(date(2026, 10, 1))
    assert not desk.calendar.known(2026)


def test_looking_makes_no_book(desk):
    assert pages.today_page(desk).is_empty
    assert pages.listed_matters(desk, Criteria()) == ()
    assert pages.found(desk, Criteria(words=("a",))) == ()
    assert past.changes(desk) == ()
    assert not desk.book.exists()
