"""Undo, redo and history."""

from __future__ import annotations

import pytest

from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.reception import Reception
from planner.store import checkpoint, errors
from planner.store.book import Book
from planner.store.history import changes
from planner.store.undo import STEPS, peek, redo, undo


def add(book, at, title, who=None):
    with book.begin("add", at, who) as tx:
        number = tx.next_number("matter")
        tx.put(Matter(number=number, title=title, created=at))
    return number


def retitle(book, at, number, title, command="edit"):
    with book.begin(command, at) as tx:
        tx.put(tx.get("matter", number).replace(title=title))


def titles(book):
    return [matter.title for matter in book.read().all("matter")]


def test_undo_says_what_it_took_back_and_whose_it_was(book, at):
    add(book, at, "一", "王主任")
    retitle(book, at, 1, "改")
    told = undo(book, at, "李")
    assert (told.command, told.seq, told.records) == ("edit", 2, (("matter", 1),))
    assert titles(book) == ["一"]
    assert undo(book, at).who == "王主任"
    assert titles(book) == []
    with pytest.raises(errors.NothingToUndo):
        undo(book, at)


def test_redo_puts_it_in_force_again_until_something_else_changes(book, at):
    add(book, at, "一")
    retitle(book, at, 1, "改")
    undo(book, at)
    undo(book, at)
    assert redo(book, at).seq == 1
    assert redo(book, at).seq == 2
    assert titles(book) == ["改"]
    with pytest.raises(errors.NothingToRedo):
        redo(book, at)
    undo(book, at)
    add(book, at, "二")
    with pytest.raises(errors.NothingToRedo):
        redo(book, at)


def test_peek_is_what_would_be_done(book, at):
    assert peek(book).undo is peek(book).redo is None
    add(book, at, "一", "王")
    retitle(book, at, 1, "改")
    undo(book, at)
    seen = peek(book)
    assert (seen.undo.seq, seen.undo.who, seen.redo.seq, seen.redo.command) == (1, "王", 2, "edit")
    assert undo(book, at) == seen.undo
    assert peek(book).redo.seq == 1


def test_undo_survives_checkpoints_and_another_process(book, at):
    add(book, at, "一")
    checkpoint.run(book, at)
    retitle(book, at, 1, "改")
    checkpoint.run(book, at)
    other = Book(book.home)
    undo(other, at)
    checkpoint.run(book, at)
    undo(other, at)
    assert titles(book) == []
    checkpoint.run(book, at)
    redo(other, at)
    redo(other, at)
    assert titles(book) == ["改"]


def test_a_bulk_change_is_one_step(book, at):
    for place in range(5):
        add(book, at, str(place))
    with book.begin("done", at) as tx:
        for matter in tx.all("matter"):
            tx.put(matter.replace(state="done", closed=at))
    told = undo(book, at)
    assert len(told.records) == 5
    assert {matter.state for matter in book.read().all("matter")} == {"open"}


def test_what_the_machine_did_is_stepped_over(book, at):
    add(book, at, "一")
    add(book, at, "二")
    with book.begin("reminded", at, undoable=False) as tx:
        tx.put(tx.get("matter", 1).replace(touched=at))
    assert undo(book, at).records == (("matter", 2),)
    assert book.read().get("matter", 1).touched == at
    with pytest.raises(errors.ChangedSince) as caught:
        undo(book, at)
    assert (caught.value.kind, caught.value.number) == ("matter", 1)
    assert titles(book) == ["一"]
    assert redo(book, at).records == (("matter", 2),)


def test_a_row_changed_by_hand_since_refuses(book, home, at):
    add(book, at, "一")
    checkpoint.run(book, at)
    path = f"{home}/book.json"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace('"title":"一"', '"title":"手改"'))
    with pytest.raises(errors.ChangedSince):
        undo(book, at)


def test_undoing_a_registration_voids_it_and_keeps_its_number(book, at):
    with book.begin("visit", at) as tx:
        tx.put(Reception(number=tx.next_number("reception", year=2026), at=at, matter="低保"))
        tx.put(Matter(number=tx.next_number("matter"), title="回复"))
    undo(book, at, void_reason="误登")
    reception = book.read().get("reception", 202600001)
    assert (reception.state, reception.void_reason, reception.closed) == ("voided", "误登", at)
    assert titles(book) == []
    redo(book, at)
    assert book.read().get("reception", 202600001).state == "open"
    assert titles(book) == ["回复"]
    undo(book, at, void_reason="又误")
    assert book.read().get("reception", 202600001).state == "voided"
    with book.begin("visit", at) as tx:
        assert tx.next_number("reception", year=2026) == 202600002


def test_a_hundred_steps_back(book, at):
    add(book, at, "0")
    for step in range(1, STEPS + 10):
        retitle(book, at, 1, str(step))
        if step % 30 == 0:
            checkpoint.run(book, at)
    for _ in range(STEPS):
        undo(book, at)
    assert titles(book) == ["9"]


def test_an_archived_record_can_be_brought_back(book, at):
    from planner.domain.moment import timedelta

    add(book, at, "一")
    with book.begin("done", at) as tx:
        tx.put(tx.get("matter", 1).replace(state="done", closed=at))
    checkpoint.run(book, at + timedelta(days=90))
    assert book.read().all("matter") == ()
    undo(book, at)
    assert titles(book) == ["一"]
    redo(book, at)
    assert checkpoint.run(book, at + timedelta(days=90))
    assert book.read().all("matter") == ()
    assert len(book.read().archived("matter")) == 1


def test_history_tells_who_changed_what(book, at):
    add(book, at, "一", "王")
    with book.begin("edit", at, "李") as tx:
        tx.put(tx.get("matter", 1).replace(title="改", tags=("救助",), due=at.date()))
        tx.put(Party(number=tx.next_number("party"), name="李局"))
    checkpoint.run(book, at)
    with book.begin("drop", at) as tx:
        tx.delete("matter", 1)
    drop, edit, made = changes(book)
    assert [(change.seq, change.command, change.who) for change in (drop, edit, made)] == [
        (3, "drop", None),
        (2, "edit", "李"),
        (1, "add", "王"),
    ]
    assert [(row.kind, row.number, row.what) for row in edit.rows] == [("matter", 1, "changed"), ("party", 1, "made")]
    assert {(field.name, field.before, field.after) for field in edit.rows[0].fields} == {
        ("title", "一", "改"),
        ("tags", None, '["救助"]'),
        ("due", None, "2026-09-21"),
    }
    assert [row.what for row in (made.rows[0], drop.rows[0])] == ["made", "deleted"]


def test_history_of_one_record(book, at):
    for title in "一二三":
        add(book, at, title)
    retitle(book, at, 2, "改")
    with book.begin("x", at) as tx:
        for _ in range(2):
            tx.put(Party(number=tx.next_number("party"), name="李局"))
    assert [change.seq for change in changes(book, kind="matter", number=2)] == [4, 2]
    assert [change.seq for change in changes(book, number=2)] == [5, 4, 2]
    assert [change.seq for change in changes(book, kind="party")] == [5]
    assert [len(change.rows) for change in changes(book, number=2)] == [1, 1, 1]
    assert [change.seq for change in changes(book, limit=2)] == [5, 4]
    assert changes(book, kind="matter", number=9) == ()


def test_history_says_what_was_undone(book, at):
    add(book, at, "一")
    undo(book, at)
    assert [change.undone_by for change in changes(book)] == [None, 2]
    redo(book, at)
    assert [(change.undone_by, change.undoes, change.redoes) for change in changes(book)] == [
        (None, None, 1),
        (None, 1, None),
        (None, None, None),
    ]


def test_an_empty_book_has_no_past(book):
    assert changes(book) == ()
    assert peek(book).undo is None


def test_history_of_a_change_of_very_many(book, at):
    from planner.store.history import ROWS

    with book.begin("import", at) as tx:
        for _ in range(ROWS + 50):
            tx.put(Matter(number=tx.next_number("matter"), title="x"))
    (change,) = changes(book)
    assert (change.count, len(change.rows)) == (ROWS + 50, ROWS)
    (change,) = changes(book, kind="matter", number=ROWS + 20)
    assert (change.count, [row.number for row in change.rows]) == (1, [ROWS + 20])
