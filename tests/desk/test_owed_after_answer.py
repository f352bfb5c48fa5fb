"""What goes on by itself when an entry is answered or void: the written notice, its matter; and back again."""

from __future__ import annotations

import pytest

from planner.desk import correcting, forwarding, matters, past, receptions, talks
from planner.desk.merging import merge
from planner.desk.pages import today_page
from planner.desk.reception_log import LogChoice, log
from planner.desk.reception_steps import answer, happened
from planner.domain.entry import Note
from planner.domain.moment import date
from planner.domain.party import Party

NUMBER = 202600001


def waiting(desk):
    """Who stands on the day's page, with the clock that is shown; the log's list of those that wait holds the same."""
    page = [(one.reception.number, one.clock and one.clock.rule) for one in today_page(desk).receptions]
    assert [row.reception.number for row in log(desk, LogChoice(waiting=True))] == [number for number, _ in page]
    return page


def entry(desk):
    return desk.book.read().get("reception", NUMBER)


@pytest.fixture
def told(desk):
    """A visitor who was answered on the spot, by word of mouth."""
    receptions.register(desk, "张伟 13800000000 低保申请")
    answer(desk, NUMBER, "材料齐了就办", how="当场")
    return desk


def test_an_answer_by_word_of_mouth_leaves_the_notice_on_the_page(told):
    assert waiting(told) == [(NUMBER, "notice")]
    assert (entry(told).state, entry(told).closed) == ("answered", None)


def test_the_notice_ends_it(told, clock):
    clock.forward(days=3)
    happened(told, NUMBER, "noticed", date(2026, 9, 24))
    assert waiting(told) == []
    assert entry(told).closed == clock.at


def test_that_the_answer_was_in_writing_ends_it_as_well(told):
    correcting.correct(told, NUMBER, ["how:书面"])
    assert waiting(told) == []
    past.undo(told)
    assert waiting(told) == [(NUMBER, "notice")]


def test_an_answer_in_writing_and_one_to_nobody_owe_nothing_more(desk):
    receptions.register(desk, "未留名 低保评议")
    answer(desk, NUMBER, "已公示")
    assert waiting(desk) == []
    receptions.register(desk, "张伟 13800000000 低保申请")
    answer(desk, NUMBER + 1, "同意", how="书面答复")
    assert waiting(desk) == []


def test_the_matter_that_goes_on_is_told_with_the_way_to_end_it(desk):
    receptions.register(desk, "张伟 13800000000 低保申请 转救助科 报李局")
    said = answer(desk, NUMBER, "同意", how="in writing").warnings
    assert said == ("Its matter 1 is still open and owed: planner done 1 “…” closes it.",)
    assert [one.matter.number for one in today_page(desk).owed] == [1]
    matters.done(desk, (1,), "同意")
    assert today_page(desk).owed == ()


def test_a_matter_that_is_done_offers_the_reply(desk):
    receptions.register(desk, "张伟 13800000000 低保申请")
    forwarding.forward(desk, NUMBER, ("救助科",))
    warnings = matters.done(desk, (1,), "已核实").warnings
    assert warnings == ("V2026-0001 waits for its answer: planner reply V2026-0001 “…”",)


def test_a_merge_keeps_where_it_came_from_and_what_is_not_known(desk):
    with desk.change("import") as tx:
        for number, name, imported in (
            (1, "李局", None),
            (2, "李明", "planner:party/9@1"),
            (3, "老李", "planner:party/8@1"),
        ):
            notes = (Note(at=desk.now, text=name),)
            extra = (("colour", f'"{number}"'), (f"mark{number}", "1"), ("notes/0/by", f'"{name}"'))
            tx.put(Party(number=number, name=name, imported=imported, notes=notes, extra=extra))
    assert merge(desk, "李局", "李明").given_way == ()
    made = merge(desk, "李局", "老李")
    assert made.given_way == ("imported",)
    party = desk.book.read().get("party", 1)
    assert party.imported == "planner:party/9@1"
    assert [note.text for note in party.notes] == [
        "李局",
        "李明",
        "老李",
        "merged with 老李 (imported from: planner:party/8@1)",
    ]
    assert dict(party.extra) == {
        "colour": '"1"',
        "colour (2)": '"2"',
        "colour (3)": '"3"',
        "mark1": "1",
        "mark2": "1",
        "mark3": "1",
        "notes/0/by": '"李局"',
        "notes/1/by": '"李明"',
        "notes/2/by": '"老李"',
    }


def test_what_gave_way_in_a_merge_stands_as_a_note(desk):
    talks.set_party(desk, "李局", kind="leader", title="局长", cadence=2)
    talks.set_party(desk, "李明", kind="leader", title="副局长", rhythm="weekly")
    made = merge(desk, "李局", "李明")
    assert made.given_way == ("title", "cadence")
    (note,) = desk.book.read().all("party")[0].notes
    assert (note.at, note.text) == (desk.now, "merged with 李明 (formal title: 副局长, cadence: weekly)")
    past.undo(desk)
    assert [party.notes for party in desk.book.read().all("party")] == [(), ()]


def test_each_point_takes_its_own_answer_in_one_change(desk):
    for words in ("低保", "养老", "儿童"):
        talks.tell(desk, f"@李局 {words}")
    made = talks.tick_all(desk, (1, 2, 3), "李局", "in person", answers=((1, "办"), (3, "再议")), matters=True)
    assert [point.ticks[0].answer for point in made.points] == ["办", None, "再议"]
    assert [matter.title for matter in made.matters] == ["低保", "儿童"]
    assert [matter.words for matter in made.matters] == ["办", "再议"]
    past.undo(desk)
    assert all(point.is_open for point in desk.book.read().all("point"))
