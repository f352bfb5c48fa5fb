"""The book: transactions, numbers, snapshots, the lock, the list of names."""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest
from tinydb import TinyDB

from planner.domain.matter import Matter
from planner.domain.moment import timedelta
from planner.domain.party import Party
from planner.domain.reception import YEAR_STEP, Reception
from planner.domain.record import Invalid
from planner.store import checkpoint, errors, files
from planner.store.book import Book
from planner.store.jsontext import loads
from planner.store.transaction import hold_lock


def add(book, at, *titles):
    with book.begin("add", at) as tx:
        for title in titles:
            tx.put(Matter(number=tx.next_number("matter"), title=title, created=at))
    return tx.commit


def register(book, at, year=2026):
    with book.begin("visit", at) as tx:
        number = tx.next_number("reception", year=year)
        tx.put(Reception(number=number, at=at, matter="低保"))
    return number


def read(book, name):
    return Path(book.home, name).read_bytes()


def titles(book):
    return [matter.title for matter in book.read().all("matter")]


def test_a_folder_without_a_book_reads_as_empty(book, home):
    assert not book.exists()
    snapshot = book.read()
    assert snapshot.all("matter") == snapshot.archived("point") == ()
    assert snapshot.get("matter", 1) is None
    assert snapshot.sequence == 0
    assert not os.path.exists(home)


def test_what_is_put_is_read(book, at):
    commit = add(book, at, "一", "二")
    assert (commit.seq, commit.command, commit.rows, commit.at) == (1, "add", 2, at)
    assert book.exists()
    assert [(matter.number, matter.title) for matter in book.read().all("matter")] == [(1, "一"), (2, "二")]
    assert Book(book.home).read().get("matter", 2).created == at


def test_an_exception_writes_nothing_and_takes_no_number(book, at):
    add(book, at, "一")
    size = os.path.getsize(os.path.join(book.home, "journal.jsonl"))

    def broken():
        with book.begin("add", at) as tx:
            tx.put(Matter(number=tx.next_number("matter"), title="二"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert os.path.getsize(os.path.join(book.home, "journal.jsonl")) == size
    add(book, at, "三")
    assert book.read().get("matter", 2).title == "三"


def test_nothing_changed_writes_nothing(book, at):
    add(book, at, "一")
    revision = book.revision()
    with book.begin("edit", at) as tx:
        tx.put(tx.get("matter", 1))
    assert tx.commit is None
    with book.begin("look", at) as tx:
        tx.all("matter")
    assert book.revision() == revision


def test_a_transaction_sees_what_it_did(book, at):
    add(book, at, "一", "二")
    with book.begin("edit", at) as tx:
        first = tx.get("matter", 1)
        tx.put(first.replace(title="改"))
        assert tx.get("matter", 1).title == "改"
        tx.delete("matter", 2)
        assert tx.get("matter", 2) is None
        number = tx.next_number("matter")
        tx.put(Matter(number=number, title="三"))
        assert [matter.title for matter in tx.all("matter")] == ["改", "三"]
        assert tx.all("party") == ()
    assert titles(book) == ["改", "三"]


def test_made_and_deleted_at_once_is_nothing(book, at):
    add(book, at, "一")
    with book.begin("x", at) as tx:
        number = tx.next_number("matter")
        tx.put(Matter(number=number, title="二"))
        tx.delete("matter", number)
    assert tx.commit is None
    assert add(book, at, "三").seq == 2


def test_numbers_are_never_used_again(book, at):
    add(book, at, "一", "二", "三")
    with book.begin("drop", at) as tx:
        tx.delete("matter", 3)
    add(book, at, "四")
    assert [matter.number for matter in book.read().all("matter")] == [1, 2, 4]
    checkpoint.run(book, at)
    with book.begin("drop", at) as tx:
        tx.delete("matter", 4)
    checkpoint.run(book, at)
    add(book, at, "五")
    assert book.read().get("matter", 5).title == "五"


def test_a_number_of_ones_own_raises_the_counter(book, at):
    with book.begin("import", at) as tx:
        tx.put(Matter(number=40, title="旧"))
    add(book, at, "新")
    assert book.read().get("matter", 41).title == "新"


def test_receptions_have_no_gap_and_start_anew_each_year(book, at):
    assert [register(book, at) for _ in range(3)] == [202600001, 202600002, 202600003]
    assert [register(book, at, 2027) for _ in range(2)] == [202700001, 202700002]
    assert register(book, at) == 202600004
    with pytest.raises(ValueError, match="year"), book.begin("visit", at) as tx:
        tx.next_number("reception")


@pytest.mark.parametrize("own", [(1,), (1, 2), (1, 2, 5), (2,)])
def test_numbers_of_their_own_and_new_ones_stand_in_one_transaction(book, at, own):
    base = 2026 * YEAR_STEP
    with book.begin("import", at) as tx:
        for place in own:
            tx.put(Reception(number=base + place, at=at, matter="带来的"))
        made = [tx.next_number("reception", year=2026) for _ in range(3)]
        for number in made:
            tx.put(Reception(number=number, at=at, matter="新登记"))
    kept = {record.number - base: record.matter for record in book.read().all("reception")}
    assert {place for place, words in kept.items() if words == "带来的"} == set(own)
    assert len(kept) == len(own) + 3
    assert register(book, at) == base + max(kept) + 1


def test_matters_with_numbers_of_their_own_are_not_overwritten(book, at):
    with book.begin("import", at) as tx:
        tx.put(Matter(number=1, title="带来的"))
        tx.put(Matter(number=tx.next_number("matter"), title="新的"))
    assert titles(book) == ["带来的", "新的"]


def test_a_reception_number_that_is_not_used_leaves_no_gap(book, at):
    with book.begin("visit", at) as tx:
        tx.next_number("reception", year=2026)
        tx.put(Matter(number=tx.next_number("matter"), title="x"))
    assert register(book, at) == 202600001

    def leaving_one_out():
        with book.begin("visit", at) as tx:
            tx.next_number("reception", year=2026)
            tx.put(Reception(number=tx.next_number("reception", year=2026), at=at, matter="x"))

    with pytest.raises(ValueError, match="not used"):
        leaving_one_out()
    assert register(book, at) == 202600002


def test_years_beyond_those_a_commit_carries_are_still_counted(book, at):
    for year in range(2015, 2030):
        register(book, at, year)
    last = read(book, "journal.jsonl").splitlines()[-1]
    assert len(last) < 512
    assert len(loads(last)["counters"]) == 4
    assert register(book, at, 2015) == 201500002
    checkpoint.run(book, at)
    assert register(book, at, 2016) == 201600002
    assert register(book, at, 2029) == 202900002


def test_a_reception_is_never_deleted(book, at):
    register(book, at)
    with pytest.raises(errors.NeverDeleted), book.begin("drop", at) as tx:
        tx.delete("reception", 202600001)


def test_deleting_what_is_not_there(book, at):
    with pytest.raises(KeyError), book.begin("drop", at) as tx:
        tx.delete("matter", 9)


def test_a_record_that_breaks_a_rule_is_not_put(book, at):
    with pytest.raises(Invalid), book.begin("add", at) as tx:
        tx.put(Matter(number=tx.next_number("matter"), title=" "))
    assert book.read().all("matter") == ()


def test_lines_of_head_and_commit_keep_to_their_limit(book, at):
    with book.begin("x" * 5000, at, "\x00" * 5000) as tx:
        tx.put(Matter(number=10**15, title="x" * 10_000))
    for line in read(book, "journal.jsonl").splitlines(keepends=True):
        if b'"commit":' in line or b'"head":' in line:
            assert len(line) <= 512
    assert book.read().get("matter", 10**15) is not None


def test_a_snapshot_does_not_change(book, at):
    add(book, at, "一")
    before = book.read()
    add(book, at, "二")
    after = book.read()
    assert len(before.all("matter")) == 1
    assert len(after.all("matter")) == 2
    assert before.revision != after.revision
    assert book.read() is after


def test_what_changed_between_two_snapshots(book, at):
    add(book, at, "一", "二")
    before = book.read()
    before.all("matter")
    with book.begin("edit", at) as tx:
        tx.put(tx.get("matter", 1).replace(title="改"))
        tx.delete("matter", 2)
        tx.put(Party(number=tx.next_number("party"), name="李局"))
    after = book.read()
    assert after.changed_since(before) == (("matter", 1), ("matter", 2), ("party", 1))
    assert after.changed_since(after) == ()


def test_reading_on_top_is_the_same_as_reading_anew(book, at):
    add(book, at, "一", "二", "三")
    kept = book.read()
    kept.all("matter")
    for step in range(6):
        with book.begin("edit", at) as tx:
            tx.put(tx.get("matter", 1 + step % 2).replace(title=f"改{step}"))
            if step == 3:
                tx.delete("matter", 3)
        if step == 4:
            checkpoint.run(book, at)
        grown, fresh = book.read(), Book(book.home).read()
        assert grown.all("matter") == fresh.all("matter")
        assert grown.state.tables == fresh.state.tables
        assert grown.state.counters == fresh.state.counters
    assert kept.get("matter", 3).title == "三"


def test_open_records_only(book, at):
    with book.begin("add", at) as tx:
        for place in range(4):
            closed = at if place % 2 else None
            number = tx.next_number("matter")
            tx.put(Matter(number=number, title="x", state="done" if closed else "open", closed=closed))
    fresh = Book(book.home).read()
    assert [matter.number for matter in fresh.open("matter")] == [1, 3]
    fresh.all("matter")
    assert [matter.number for matter in fresh.open("matter")] == [1, 3]


def test_the_revision_moves_with_every_change(book, at):
    seen = {book.revision()}
    for _ in range(3):
        add(book, at, "x")
        seen.add(book.revision())
    checkpoint.run(book, at)
    seen.add(book.revision())
    assert len(seen) == 5


def test_a_name_is_known_by_name_and_alias(book, at):
    with book.begin("add", at) as tx:
        assert not tx.knows_party("李局")
        tx.put(Party(number=tx.next_number("party"), name="李局", aliases=("李明",)))
        assert tx.knows_party("李局")
        assert tx.knows_party("李明")
    cache = os.path.join(book.home, "cache", "names")
    for spoil in (lambda: None, lambda: os.unlink(cache), lambda: Path(cache).write_bytes(b"\n=99\n")):
        spoil()
        with book.begin("add", at) as tx:
            assert tx.knows_party("李局")
            assert tx.knows_party("李明")
            assert not tx.knows_party("李")
            assert not tx.knows_party("=1")


def test_names_follow_every_kind_of_change(book, at):
    with book.begin("add", at) as tx:
        tx.put(Party(number=tx.next_number("party"), name="李局"))
    with book.begin("add", at) as tx:
        tx.put(Party(number=tx.next_number("party"), name='王"\n局'))
    with book.begin("edit", at) as tx:
        assert tx.knows_party('王"\n局')
        tx.put(tx.get("party", 1).replace(name="赵局"))
    with book.begin("x", at) as tx:
        assert tx.knows_party("赵局")
        assert not tx.knows_party("李局")
        tx.delete("party", 1)
    checkpoint.run(book, at)
    with book.begin("x", at) as tx:
        assert not tx.knows_party("赵局")
        assert tx.knows_party('王"\n局')


def test_knowing_a_name_reads_no_book(book, at, monkeypatch):
    with book.begin("add", at) as tx:
        tx.put(Party(number=tx.next_number("party"), name="李局"))
    monkeypatch.setattr(Book, "read", lambda _self: pytest.fail("the book was read"))
    with book.begin("add", at) as tx:
        assert tx.knows_party("李局")
        assert not tx.knows_party("王局")
        tx.put(Matter(number=tx.next_number("matter"), title="x"))


def test_a_lock_that_is_held_is_waited_for_and_then_told(book, at):
    add(book, at, "一")
    lock = hold_lock(book.home, 0.0)
    try:
        with pytest.raises(errors.Locked) as caught:
            add(book, at, "二")
        assert caught.value.exit_code == 3
        assert titles(book) == ["一"]
        assert not checkpoint.try_quietly(book, at)
    finally:
        files.close(lock)
    add(book, at, "二")
    assert titles(book) == ["一", "二"]


def test_files_are_private_whatever_the_umask(home, at):
    for umask in (0o000, 0o777, 0o022):
        old = os.umask(umask)
        try:
            book = Book(f"{home}{umask}")
            add(book, at, "一")
            register(book, at)
            with book.begin("x", at) as tx:
                tx.put(Party(number=tx.next_number("party"), name="李局"))
                tx.put(tx.get("matter", 1).replace(state="done", closed=at))
            checkpoint.run(book, at + timedelta(days=90))
            from planner.store import backup

            backup.make(book, at)
        finally:
            os.umask(old)
        seen = 0
        for place, folders, names in os.walk(book.home):
            for name in [*folders, *names]:
                path = os.path.join(place, name)
                mode = stat.S_IMODE(os.stat(path).st_mode)
                assert mode == (0o700 if os.path.isdir(path) else 0o600), (path, oct(mode))
                seen += 1
        assert stat.S_IMODE(os.stat(book.home).st_mode) == 0o700
        assert seen > 10


@pytest.mark.parametrize("name", ["journal.jsonl", "lock"])
def test_no_symbolic_link_is_followed(book, at, tmp_path, name):
    add(book, at, "一")
    path = os.path.join(book.home, name)
    target = tmp_path / "elsewhere"
    os.rename(path, target)
    os.symlink(target, path)
    before = target.read_bytes()
    with pytest.raises(errors.Unwritable):
        add(book, at, "二")
    assert target.read_bytes() == before


def test_a_linked_checkpoint_is_not_replaced(book, at, tmp_path):
    add(book, at, "一")
    target = tmp_path / "elsewhere"
    target.write_text("{}")
    os.symlink(target, os.path.join(book.home, "book.json"))
    with pytest.raises(errors.StoreError):
        checkpoint.run(book, at)
    assert target.read_text() == "{}"


def test_a_folder_that_cannot_be_made(tmp_path, at):
    (tmp_path / "file").write_text("")
    with pytest.raises(errors.Unwritable) as caught:
        add(Book(str(tmp_path / "file" / "book")), at, "x")
    assert caught.value.exit_code == 3


def test_a_newer_book_is_refused(book, at, monkeypatch):
    from planner.store import fold, journal, state

    for where in (journal, fold, state):
        monkeypatch.setattr(where, "SCHEMA", 2)
    add(book, at, "一")
    monkeypatch.undo()
    with pytest.raises(errors.NewerBook) as caught:
        add(book, at, "二")
    assert (caught.value.found, caught.value.known) == (2, 1)
    with pytest.raises(errors.NewerBook):
        book.read()


def test_stock_tinydb_reads_the_checkpoint(book, at):
    add(book, at, "一", "二\ud800")
    register(book, at)
    checkpoint.run(book, at)
    with TinyDB(os.path.join(book.home, "book.json"), access_mode="r") as db:
        assert [(row.doc_id, row["title"]) for row in db.table("matters")] == [(1, "一"), (2, "二\ud800")]
        assert db.table("receptions").get(doc_id=202600001)["matter"] == "低保"
    text = read(book, "book.json").decode()
    assert "一" in text
    assert len([line for line in text.splitlines() if line.startswith('"') and '"title"' in line]) == 2


def test_hostile_text_comes_back(book, at):
    texts = ["[/]", "\x1b]52;c;x\x07", "\ud800", "\x00", "字" * 10_000, "a\r\nb\u2028", "=1+1", '","is":{}', '{"crc":"']
    add(book, at, *texts)
    assert titles(Book(book.home)) == texts
    checkpoint.run(book, at)
    assert titles(Book(book.home)) == texts
    add(book, at, "later")
    assert titles(Book(book.home)) == [*texts, "later"]


@pytest.mark.parametrize("left", ["history", "backups"])
def test_a_folder_that_held_a_book_is_no_new_book(book, home, at, left):
    os.makedirs(os.path.join(home, left))
    with pytest.raises(errors.Damaged):
        add(book, at, "x")
    with pytest.raises(errors.Damaged):
        book.read()


def test_a_checkpoint_without_its_journal_can_be_read_and_not_written(book, at):
    add(book, at, "一")
    checkpoint.run(book, at)
    os.unlink(os.path.join(book.home, "journal.jsonl"))
    snapshot = Book(book.home).read()
    assert [notice.code for notice in snapshot.notices] == ["no_journal"]
    assert len(snapshot.all("matter")) == 1
    with pytest.raises(errors.Damaged):
        add(book, at, "二")


@pytest.mark.parametrize("content", [b"", b"\x00" * 600, b"{}\n", b"garbage"])
def test_a_journal_that_is_nothing_is_no_new_book(book, at, content):
    add(book, at, "一")
    path = os.path.join(book.home, "journal.jsonl")
    with open(path, "wb") as file:
        file.write(content)
    with pytest.raises(errors.Damaged):
        add(book, at, "二")
    assert read(book, "journal.jsonl") == content


@pytest.mark.parametrize("content", [b"", b"{", b"\x00" * 600, b"[]", b'{"matters": 3'])
def test_a_damaged_checkpoint_refuses_readers_and_lets_add_go_on(book, at, content):
    add(book, at, "一")
    checkpoint.run(book, at)
    with open(os.path.join(book.home, "book.json"), "wb") as file:
        file.write(content)
    with pytest.raises(errors.Damaged) as caught:
        Book(book.home).read()
    assert caught.value.what == "unreadable"
    assert add(book, at, "二").seq == 2


def test_a_change_that_was_seen_and_taken_back_is_gone(book, at):
    """A write may be read before its sync fails and it is cut off again."""
    add(book, at, "一")
    path = Path(book.home, "journal.jsonl")
    whole = path.read_bytes()
    add(book, at, "不在")
    assert titles(book) == ["一", "不在"]
    with path.open("r+b") as file:
        file.truncate(len(whole))
    add(Book(book.home), at, "在", "也在", "还在")
    assert len(path.read_bytes()) > len(whole) + 400
    assert titles(book) == ["一", "在", "也在", "还在"]


def test_a_closed_field_inside_another_is_no_closing(book, at):
    with book.begin("add", at) as tx:
        tx.put(Matter(number=tx.next_number("matter"), title="x", extra=(("a", '{"closed":"2026-01-01"}'),)))
    assert [matter.number for matter in Book(book.home).read().open("matter")] == [1]


def put_by_hand(book, table, number, record):
    """A record put into the checkpoint by somebody else's editor."""
    path = Path(book.home, "book.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    told.setdefault(table, {})[str(number)] = record
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


def numbered(book, at, count=1):
    with book.begin("add", at) as tx:
        numbers = [tx.next_number("matter") for _ in range(count)]
        for number in numbers:
            tx.put(Matter(number=number, title=f"typed {number}"))
    return numbers


def test_a_record_put_in_by_hand_beyond_the_numbers_is_never_written_over(book, at):
    assert numbered(book, at, 2) == [1, 2]
    checkpoint.run(book, at)
    put_by_hand(book, "matters", 5, {"title": "by hand"})
    assert numbered(book, at) == [6]
    assert numbered(Book(book.home), at) == [7]
    put_by_hand(book, "matters", 9, {"title": "by hand again"})
    checkpoint.run(book, at)
    assert numbered(book, at) == [10]
    assert book.read().get("matter", 5).title == "by hand"


def test_an_entry_put_in_by_hand_is_never_written_over(book, at):
    def register():
        with book.begin("visit", at) as tx:
            number = tx.next_number("reception", 2026)
            tx.put(Reception(number=number, at=at, matter="x"))
        return number

    assert register() == 202600001
    checkpoint.run(book, at)
    put_by_hand(book, "receptions", 202600002, {"at": "2026-09-21T07:50", "matter": "by hand"})
    assert register() == 202600003
    assert book.read().get("reception", 202600002).matter == "by hand"


def test_a_change_that_fails_does_not_count_what_was_put_in_by_hand(book, at):
    numbered(book, at, 2)
    checkpoint.run(book, at)
    put_by_hand(book, "matters", 3, {"title": "by hand"})
    with suppress(KeyError), book.begin("add", at) as tx:
        tx.next_number("matter")
        raise KeyError
    assert numbered(book, at) == [4]


def test_a_book_that_nobody_touched_is_not_read_for_a_number(book, at, monkeypatch):
    numbered(book, at)
    checkpoint.run(book, at)

    def read(_book):
        raise AssertionError

    for _ in range(2):
        with monkeypatch.context() as patch:
            patch.setattr(Book, "read", read)
            numbered(book, at)
    os.utime(Path(book.home, "book.json"))  # as a copy of the folder has it
    numbered(book, at)  # reads once and notes it
    monkeypatch.setattr(Book, "read", read)
    assert numbered(book, at) == [5]
