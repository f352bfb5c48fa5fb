"""Checkpoints, the archive, backups and restoring."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planner.domain.matter import Matter
from planner.domain.moment import timedelta
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.store import archive, backup, checkpoint, errors
from planner.store.book import Book
from planner.store.check import check
from planner.store.jsontext import loads
from planner.store.undo import undo


def add(book, at, count=1, closed=None):
    with book.begin("add", at) as tx:
        for _ in range(count):
            state = "open" if closed is None else "done"
            tx.put(Matter(number=tx.next_number("matter"), title="事项", created=at, state=state, closed=closed))


def numbers(records):
    return [record.number for record in records]


def archive_file(book, name="2026.json"):
    return Path(book.home, "archive", name)


def test_a_small_journal_is_left_alone(book, at):
    assert not checkpoint.due(book)
    add(book, at)
    assert not checkpoint.due(book)
    assert not checkpoint.try_quietly(book, at)


def test_a_journal_beyond_its_measure_is_folded(book, at, monkeypatch):
    monkeypatch.setattr(checkpoint, "LEAST", 2000)
    for _ in range(30):
        add(book, at)
    assert checkpoint.due(book)
    assert checkpoint.try_quietly(book, at)
    assert not checkpoint.due(book)
    monkeypatch.setattr(checkpoint, "LEAST", 10)
    monkeypatch.setattr(checkpoint, "BOOK_SHARE", 1)
    add(book, at)
    assert not checkpoint.due(book)


def test_a_bulk_change_is_folded_at_once(book, at):
    add(book, at, 800)
    assert checkpoint.due(book)
    assert checkpoint.try_quietly(book, at)
    add(book, at)
    assert not checkpoint.due(book)


def test_a_checkpoint_of_nothing_new_does_nothing(book, at):
    add(book, at)
    assert checkpoint.run(book, at)
    revision = book.revision()
    assert not checkpoint.run(book, at)
    assert book.revision() == revision


def test_old_closed_records_leave_the_working_set(book, at):
    add(book, at, 2)
    add(book, at, 1, closed=at - timedelta(days=59))
    add(book, at, 1, closed=at - timedelta(days=61))
    add(book, at, 1, closed=at - timedelta(days=400))
    with book.begin("x", at) as tx:
        old = at - timedelta(days=100)
        tx.put(Reception(number=202500001, at=old, matter="x", state="answered", closed=old))
        tx.put(Point(number=tx.next_number("point"), text="x", parties=("李局",), closed=old))
        tx.put(Party(number=tx.next_number("party"), name="李局", closed=old))
    checkpoint.run(book, at)
    snapshot = book.read()
    assert numbers(snapshot.all("matter")) == [1, 2, 3]
    assert numbers(snapshot.archived("matter")) == [4, 5]
    assert snapshot.all("reception") == snapshot.all("point") == ()
    assert numbers(snapshot.archived("reception")) == [202500001]
    assert numbers(snapshot.archived("point")) == [1]
    assert numbers(snapshot.all("party")) == [1]
    assert snapshot.get("matter", 5).closed == at - timedelta(days=400)
    assert sorted(os.listdir(os.path.join(book.home, "archive"))) == ["2025.json", "2026.json"]
    assert check(book) == ()


def test_of_many_closed_the_newest_stay(book, at, monkeypatch):
    monkeypatch.setattr(archive, "KEPT_CLOSED", 5)
    for day in range(9):
        add(book, at, 1, closed=at - timedelta(days=9 - day))
    checkpoint.run(book, at)
    assert numbers(book.read().all("matter")) == [5, 6, 7, 8, 9]
    assert numbers(book.read().archived("matter")) == [1, 2, 3, 4]


def test_an_ordinary_checkpoint_waits_for_a_batch(book, at, monkeypatch):
    monkeypatch.setattr(checkpoint, "LEAST", 0)
    monkeypatch.setattr(checkpoint, "BATCH", 3)
    add(book, at, 2, closed=at - timedelta(days=90))
    assert checkpoint.try_quietly(book, at)
    assert numbers(book.read().all("matter")) == [1, 2]
    add(book, at, 1, closed=at - timedelta(days=90))
    Path(book.home, "book.json").write_bytes(Path(book.home, "book.json").read_bytes())
    monkeypatch.setattr(checkpoint, "BOOK_SHARE", 100)
    assert checkpoint.try_quietly(book, at)
    assert book.read().all("matter") == ()


def test_a_year_of_many_has_parts(book, at, monkeypatch):
    monkeypatch.setattr(archive, "PART_ROWS", 4)
    old = at - timedelta(days=90)
    add(book, at, 10, closed=old)
    checkpoint.run(book, at)
    assert archive.archive_names(book.home) == ["2026.json", "2026.2.json", "2026.3.json"]
    first = archive_file(book).stat().st_mtime_ns, archive_file(book).stat().st_ino
    add(book, at, 3, closed=old)
    checkpoint.run(book, at)
    assert archive.archive_names(book.home) == ["2026.json", "2026.2.json", "2026.3.json", "2026.4.json"]
    assert (archive_file(book).stat().st_mtime_ns, archive_file(book).stat().st_ino) == first
    assert numbers(book.read().archived("matter")) == list(range(1, 14))


def test_an_archived_record_is_changed_deleted_and_archived_again(book, at):
    add(book, at, 3, closed=at - timedelta(days=300))
    checkpoint.run(book, at)
    with book.begin("reopen", at) as tx:
        tx.put(tx.get("matter", 1).replace(state="open", closed=None))
        tx.delete("matter", 2)
    snapshot = book.read()
    assert (numbers(snapshot.all("matter")), numbers(snapshot.archived("matter"))) == ([1], [3])
    checkpoint.run(book, at)
    snapshot = book.read()
    assert (numbers(snapshot.all("matter")), numbers(snapshot.archived("matter"))) == ([1], [3])
    assert snapshot.get("matter", 2) is None
    later = at + timedelta(days=200)
    with book.begin("done", later) as tx:
        tx.put(tx.get("matter", 1).replace(state="done", closed=later))
    checkpoint.run(book, later + timedelta(days=61))
    assert numbers(book.read().archived("matter")) == [1, 3]
    kept = [name for name in archive.archive_names(book.home) if b'\n"1":{' in archive_file(book, name).read_bytes()]
    assert kept == ["2027.json"]
    undo(book, later)
    assert numbers(book.read().all("matter")) == [1]
    assert check(book) == ()


def test_a_checkpoint_is_not_made_over_damage(book, at):
    for _ in range(3):
        add(book, at)
    path = Path(book.home, "journal.jsonl")
    data = bytearray(path.read_bytes())
    data[150] ^= 1
    path.write_bytes(data)
    with pytest.raises(errors.Damaged):
        checkpoint.run(book, at)
    assert path.read_bytes() == data


def test_a_hand_edit_is_accepted_reported_and_gets_its_place_in_history(book, at):
    from planner.store.history import changes

    add(book, at, 2)
    checkpoint.run(book, at)
    path = Path(book.home, "book.json")
    text = path.read_text(encoding="utf-8").replace('"1":{"created"', '"7":{"title":"手写"},\n"1":{"created"')
    path.write_text(text, encoding="utf-8")
    snapshot = book.read()
    assert [notice.code for notice in snapshot.notices] == ["hand_edited"]
    assert numbers(snapshot.all("matter")) == [1, 2, 7]
    with book.begin("edit", at) as tx:
        tx.put(tx.get("matter", 1).replace(title="x"))
    add(book, at)
    assert numbers(book.read().all("matter")) == [1, 2, 7, 8]
    checkpoint.run(book, at)
    assert book.read().notices == ()
    assert changes(book, limit=1)[0].command == "hand edit"
    assert check(book) == ()


def test_a_checkpoint_laid_out_by_something_else_is_read(book, at):
    import json

    add(book, at, 3)
    with book.begin("x", at) as tx:
        tx.put(Party(number=tx.next_number("party"), name="李局"))
    checkpoint.run(book, at)
    before = book.read()
    path = Path(book.home, "book.json")
    path.write_text(json.dumps(loads(path.read_bytes()), indent=4), encoding="utf-8")
    after = Book(book.home).read()
    assert after.all("matter") == before.all("matter")
    assert after.all("party") == before.all("party")
    assert after.state.counters == before.state.counters


def test_a_backup_is_a_book_of_its_own(book, at):
    add(book, at, 3)
    checkpoint.run(book, at)
    add(book, at)
    made = backup.make(book, at, "before-holiday")
    assert (made.name, made.at, made.seq, made.by_rule) == ("before-holiday", at, 2, False)
    assert made.size > 0
    assert backup.listing(book) == (made,)
    add(book, at)
    assert numbers(Book(backup.path_of(book.home, made.name)).read().all("matter")) == [1, 2, 3, 4]


def test_backups_get_their_own_names(book, at):
    add(book, at)
    assert [backup.make(book, at).name for _ in range(3)] == [
        "2026-09-21-0750",
        "2026-09-21-0750-2",
        "2026-09-21-0750-3",
    ]
    assert [backup.make(book, at, "x").name for _ in range(2)] == ["x", "x-2"]


@pytest.mark.parametrize("name", ["", "..", ".x", "a/b", "-x", "a b", "a" * 65, "字", "x\x00", "_x"])
def test_a_name_that_is_no_name(book, at, name):
    add(book, at)
    with pytest.raises(errors.BadName):
        backup.make(book, at, name)
    with pytest.raises(errors.NoSuchBackup):
        backup.restore(book, name, at)


def test_an_unchanged_archive_takes_no_room_again(book, at):
    add(book, at, 3, closed=at - timedelta(days=90))
    checkpoint.run(book, at)
    names = [backup.make(book, at).name for _ in range(2)]
    inodes = {os.stat(os.path.join(book.home, "backups", name, "archive", "2026.json")).st_ino for name in names}
    assert len(inodes) == 1
    assert inodes != {archive_file(book).stat().st_ino}


def test_backups_are_due_once_a_day_and_after_a_change(book, at):
    assert not backup.due(book, at)
    add(book, at)
    assert backup.due(book, at)
    assert backup.try_quietly(book, at)
    assert not backup.try_quietly(book, at)
    add(book, at)
    assert not backup.due(book, at + timedelta(hours=3))
    assert backup.due(book, at + timedelta(days=1))
    backup.make(book, at + timedelta(days=1), "named")
    assert backup.try_quietly(book, at + timedelta(days=1))
    assert not backup.due(book, at + timedelta(days=9))


def test_backups_are_kept_by_rule(book, at):
    add(book, at)
    backup.make(book, at, "named")
    for day in range(420):
        if day % 3 == 0 or day > 400:
            backup.make(book, at + timedelta(days=day))
            backup.keep_by_rule(book, at + timedelta(days=day))
    backup.keep_by_rule(book, at + timedelta(days=419))
    made = backup.listing(book)
    days = [backup_.at.date() for backup_ in made if backup_.by_rule]
    last = (at + timedelta(days=419)).date()
    assert days[:14] == [last - timedelta(days=back) for back in range(14)]
    assert len({day.isocalendar()[:2] for day in days}) >= 8
    assert len({(day.year, day.month) for day in days}) == 12
    assert len(days) <= 14 + 8 + 12
    assert made[-1].name == "named"
    assert backup.keep_by_rule(book, at) == ()


def test_restoring_is_one_change_that_can_be_undone(book, at):
    add(book, at, 3, closed=at - timedelta(days=90))
    add(book, at, 3)
    checkpoint.run(book, at)
    before = book.read()
    backup.make(book, at, "b")
    with book.begin("x", at) as tx:
        tx.put(tx.get("matter", 4).replace(title="改"))
        tx.put(tx.get("matter", 1).replace(title="改"))
        tx.delete("matter", 5)
        tx.put(Matter(number=tx.next_number("matter"), title="新"))
        tx.put(Reception(number=tx.next_number("reception", year=2026), at=at, matter="x"))
    since = book.read()
    told = backup.restore(book, "b", at, void_reason="退回")
    assert (told.put, told.deleted, told.voided) == (3, 1, 1)
    now = book.read()
    assert numbers(now.all("matter")) == [1, 4, 5, 6]
    assert now.get("matter", 1) == before.get("matter", 1)
    assert now.get("reception", 202600001).void_reason == "退回"
    add(book, at)
    assert numbers(book.read().all("matter"))[-1] == 8
    undo(book, at)
    undo(book, at)
    assert book.read().all("matter") == since.all("matter")
    assert book.read().all("reception") == since.all("reception")
    assert check(book) == ()


def test_restoring_what_is_the_same_changes_nothing(book, at):
    add(book, at, 3)
    backup.make(book, at, "b")
    checkpoint.run(book, at)
    assert backup.restore(book, "b", at).commit is None


def test_a_damaged_backup_is_not_restored(book, at):
    for _ in range(3):
        add(book, at)
    backup.make(book, at, "b")
    path = Path(book.home, "backups", "b", "journal.jsonl")
    data = bytearray(path.read_bytes())
    data[200] ^= 1
    path.write_bytes(data)
    with pytest.raises(errors.Damaged):
        backup.restore(book, "b", at)
    assert len(book.read().all("matter")) == 3


def test_links_that_fail_are_copies(book, at, monkeypatch):
    from planner.store import files

    class NoLinks:
        def __getattr__(self, name):
            return getattr(os, name)

        def link(self, *_):
            raise PermissionError(1, "no links here")

    monkeypatch.setattr(files, "os", NoLinks())
    add(book, at, 3)
    checkpoint.run(book, at)
    add(book, at)
    checkpoint.run(book, at)
    monkeypatch.undo()
    history = sorted(os.listdir(os.path.join(book.home, "history")))
    assert history == ["0000000000.jsonl", "0000000001.jsonl"]
    assert check(book) == ()
    undo(book, at)
    undo(book, at)
    assert book.read().all("matter") == ()


def test_a_clock_that_went_back_leaves_one_archived_state(book, at):
    add(book, at, 1, closed=at)
    checkpoint.run(book, at + timedelta(days=90))
    earlier = at - timedelta(days=800)
    with book.begin("again", earlier) as tx:
        tx.put(tx.get("matter", 1).replace(title="改", closed=earlier))
    checkpoint.run(book, at)
    assert [matter.title for matter in book.read().archived("matter")] == ["改"]
    assert check(book) == ()


def test_backups_from_the_future_are_kept(book, at):
    add(book, at)
    for day in range(3):
        backup.make(book, at + timedelta(days=400 + day))
        backup.make(book, at + timedelta(days=400 + day, hours=1))
    assert backup.keep_by_rule(book, at) == ()
    assert len(backup.keep_by_rule(book, at + timedelta(days=500))) == 3
