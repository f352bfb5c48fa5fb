"""Taking back, doing again, history that keeps a visitor's secrets, and care of the book."""

from __future__ import annotations

import pytest

from planner.config.settings import Settings
from planner.desk import care, matters, past, receptions, setting
from planner.desk.capturing import add
from planner.desk.desk import Desk
from planner.domain.draft import VisitDraft
from planner.store.errors import NoSuchBackup, NothingToRedo, NothingToUndo


def test_undo_and_redo_walk_back_and_forth(desk, clock):
    add(desk, "report")
    for priority in (1, 2, 3):
        clock.forward(minutes=1)
        matters.prioritise(desk, (1,), priority)

    def priority():
        return desk.book.read().get("matter", 1).priority

    seen = []
    for step in (past.undo, past.undo, past.redo, past.undo, past.undo):
        step(desk)
        seen.append(priority())
    assert seen == [2, 1, 2, 1, 4]
    for _ in range(3):
        past.redo(desk)
    assert priority() == 3
    with pytest.raises(NothingToRedo):
        past.redo(desk)


def test_there_is_a_first_change(desk):
    with pytest.raises(NothingToUndo):
        past.undo(desk)
    add(desk, "report")
    past.undo(desk)
    with pytest.raises(NothingToUndo):
        past.undo(desk)


def test_undo_says_what_it_took_back_and_whose_it_was(desk, clock):
    at = clock.at
    add(desk, "report @Li")
    clock.forward(minutes=1)
    undone = past.undo(desk)
    assert (undone.command, undone.who, undone.at) == ("add", "director", at)
    assert set(undone.records) == {("matter", 1), ("party", 1)}


def test_undo_stands_when_another_desk_wrote_later(desk, clock, tmp_path):
    add(desk, "report")
    other = Desk(desk.home, Settings(), "en", clock, "deputy", keeps_up=False)
    matters.note(other, (1,), "seen")
    assert past.undo(desk).who == "deputy"
    assert desk.book.read().get("matter", 1).notes == ()


@pytest.mark.parametrize(("private", "told"), [(False, {"*"}), (True, {"food money", "Zhou Min"})])
def test_history_keeps_a_visitor_s_secret(desk, private, told):
    receptions.register_draft(
        desk, VisitDraft(matter="food money", name="Zhou Min", phone="13800001234", restricted=True), desk.now
    )
    (change,) = past.changes(desk, private=private)
    after = {field.name: field.after for row in change.rows for field in row.fields}
    assert {after["matter"], after["name"]} == told
    assert "13800001234" not in str(past.changes(desk))


def test_a_setting_that_is_changed_holds_for_the_next_desk(desk):
    row = setting.change(desk, "weights.grade", "150")
    assert (row.key, row.value) == ("weights.grade", "150")
    row = setting.change(desk, "lang", "zh")
    assert (row.value, row.wanted) == ("zh", "auto, en, zh")
    rows = {row.key: row.value for row in setting.setting_rows(desk)}
    assert (rows["lang"], rows["weights.grade"], rows["day_first"]) == ("auto", "100", "false")  # this desk's own
    assert len(setting.setting_rows(desk, "lang")) == 1


def test_a_backup_brings_the_book_back_as_one_change(desk, clock):
    add(desk, "report")
    made = care.back_up(desk)
    clock.forward(hours=1)
    add(desk, "printer")
    matters.done(desk, (1,), "sent")
    assert [backup.name for backup in care.backups(desk)] == [made.name]
    care.restore(desk, made.name)
    book = desk.book.read()
    assert book.get("matter", 1).is_open
    assert book.get("matter", 2) is None
    past.undo(desk)
    book = desk.book.read()
    assert not book.get("matter", 1).is_open
    assert book.get("matter", 2).title == "printer"
    with pytest.raises(NoSuchBackup):
        care.restore(desk, "never")


def test_a_sound_book_has_nothing_to_repair(desk):
    add(desk, "report")
    assert care.check(desk) == ()
    assert care.repair(desk) == ()


@pytest.mark.parametrize("keeps_up", [True, False])
def test_a_change_does_the_upkeep_that_is_due_unless_the_book_is_thrown_away(tmp_path, clock, keeps_up):
    desk = Desk(str(tmp_path / "home"), Settings(), "en", clock, keeps_up=keeps_up)
    add(desk, "report")
    assert care.backups(desk) == ()  # taking a thought never waits for it
    matters.note(desk, (1,), "seen")
    assert len(care.backups(desk)) == keeps_up
