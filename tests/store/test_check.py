"""Looking through a book, and mending it: every kind of damage is named, and what can be mended is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from planner.domain.matter import Matter
from planner.domain.moment import timedelta
from planner.domain.party import Party
from planner.domain.reception import Reception
from planner.store import backup, checkpoint, errors
from planner.store.book import Book
from planner.store.check import NOT_MENDED, check, repair
from planner.store.finding import CODES
from planner.store.restore import all_rows
from planner.store.state import table_lines


@pytest.fixture
def full(book, at):
    """A book with every sort of file."""
    with book.begin("import", at) as tx:
        for place in range(8):
            closed = at - timedelta(days=100 * place) if place > 4 else None
            state = "done" if closed else "open"
            tx.put(
                Matter(number=tx.next_number("matter"), title=f"事项{place}", created=at, closed=closed, state=state)
            )
        tx.put(Party(number=tx.next_number("party"), name="李局"))
    for _ in range(3):
        with book.begin("visit", at) as tx:
            tx.put(Reception(number=tx.next_number("reception", year=2026), at=at, matter="低保"))
    checkpoint.run(book, at)
    backup.make(book, at, "b")
    for number in (1, 2, 3):
        with book.begin("edit", at) as tx:
            tx.put(tx.get("matter", number).replace(title=f"改{number}"))
    assert check(book) == ()
    return book


def place(book, *names):
    return Path(book.home, *names)


def codes(found):
    return sorted({finding.code for finding in found})


def flip(path, at):
    data = bytearray(path.read_bytes())
    data[at] ^= 0x20
    path.write_bytes(data)


def change_line_ends(path):
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


def flip_row(book):
    path = place(book, "journal.jsonl")
    flip(path, path.read_bytes().index(b'"put":2') + 40)


def rows(book):
    return {table: found for table, found in all_rows(Book(book.home).read()).items() if found}


def test_a_folder_that_is_not_there(book, at):
    assert check(book) == ()
    assert repair(book, at) == ()
    assert not os.path.exists(book.home)


def test_repairing_what_is_whole_does_nothing(full, at):
    revision = full.revision()
    assert repair(full, at) == ()
    assert full.revision() == revision
    assert [made.name for made in backup.listing(full)] == ["b"]


def test_every_code_is_told_of_somewhere():
    source = "".join(
        Path(module.__file__).read_text(encoding="utf-8")
        for module in __import__("planner.store", fromlist=["x"]).__dict__.values()
        if hasattr(module, "__file__") and module.__file__
    )
    assert [code for code in CODES if f'"{code}"' not in source] == []
    assert set(NOT_MENDED) <= set(CODES)


DAMAGE = {
    "checkpoint gone": (lambda book: place(book, "book.json").unlink(), ["missing"]),
    "checkpoint empty": (lambda book: place(book, "book.json").write_bytes(b""), ["unreadable"]),
    "checkpoint cut": (lambda book: os.truncate(place(book, "book.json"), 400), ["unreadable"]),
    "journal gone": (lambda book: place(book, "journal.jsonl").unlink(), ["no_journal"]),
    "journal empty": (lambda book: place(book, "journal.jsonl").write_bytes(b""), ["unreadable"]),
    "journal zeros": (lambda book: place(book, "journal.jsonl").write_bytes(bytes(700)), ["unreadable"]),
    "line ends changed": (lambda book: change_line_ends(place(book, "journal.jsonl")), ["unreadable"]),
    "head damaged": (lambda book: flip(place(book, "journal.jsonl"), 30), ["no_head"]),
    "row damaged": (flip_row, ["damaged_lines", "damaged_row"]),
    "archive gone wrong": (lambda book: place(book, "archive", "2026.json").write_bytes(b"{"), ["unreadable"]),
    "torn end": (lambda book: place(book, "journal.jsonl").open("ab").write(b'{"crc":"'), ["torn_end"]),
    "leftover": (lambda book: place(book, "aside.tmp").write_bytes(b"x"), ["leftover", "mode"]),
    "readable by others": (lambda book: place(book, "book.json").chmod(0o644), ["mode"]),
    "folder open": (lambda book: os.chmod(book.home, 0o755), ["mode"]),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_found_and_mended(full, at, name):
    before = rows(full)
    spoil, expected = DAMAGE[name]
    spoil(full)
    found = check(full)
    assert set(expected) <= set(codes(found)), found
    assert set(codes(found)) <= {*expected, "mode", "damaged_row", "damaged_lines"}, found
    mended = repair(full, at)
    assert mended
    assert all(finding.mended and not finding.severe for finding in mended)
    left = [finding for finding in check(full) if finding.severe and finding.code not in NOT_MENDED]
    assert left == []
    lost = name in ("journal gone", "journal empty", "journal zeros")
    if name == "row damaged":
        assert rows(full).keys() == before.keys()
    elif not lost:
        assert rows(full) == before
    assert any(made.name.startswith("before-repair") for made in backup.listing(full))
    with full.begin("add", at) as tx:
        number = tx.next_number("matter")
        tx.put(Matter(number=number, title="后来"))
    assert number == 9


def test_history_stands_in_for_a_damaged_archive(full, at):
    place(full, "archive", "2026.json").write_bytes(b"nothing")
    with pytest.raises(errors.Damaged):
        full.read().archived("matter")
    repair(full, at)
    assert [matter.number for matter in Book(full.home).read().archived("matter")] == [6, 7, 8]


def test_a_lost_checkpoint_with_a_hole_in_history_comes_from_the_latest_backup(full, at):
    before = rows(full)
    place(full, "history", "0000000000.jsonl").unlink()
    place(full, "book.json").unlink()
    assert codes(check(full)) == ["history_missing", "missing"]
    repair(full, at)
    assert rows(full) == before


def test_nothing_left_to_mend_from_is_said(full, at):
    shutil.rmtree(place(full, "history"))
    shutil.rmtree(place(full, "backups"))
    place(full, "book.json").unlink()
    with pytest.raises(errors.Damaged):
        repair(full, at)


def rewrite(book, change):
    """Change the checkpoint's rows behind its checksum's back."""
    state = Book(book.home).read().state
    change(state)
    meta = {"upto": state.upto, "names": state.names, "counters": state.counters}
    place(book, "book.json").write_bytes(b"".join(table_lines(state.tables, state.others, meta)))


def test_a_row_that_is_no_record_is_named_and_gets_its_last_good_state(full, at):
    rewrite(full, lambda state: state.tables["matters"].__setitem__(4, b'{"title":5}'))
    found = [finding for finding in check(full) if finding.code == "damaged_row"]
    assert [(finding.table, finding.number, finding.field) for finding in found] == [("matters", 4, "title")]
    assert [notice.code for notice in _read_all(full).notices] == ["damaged_row"]
    kept = Book(full.home)
    kept.read().all("matter")
    with full.begin("edit", at) as tx:
        tx.put(tx.get("matter", 1).replace(title="x"))
    assert [notice.number for notice in kept.read().notices] == [4]
    with pytest.raises(errors.Damaged) as caught:
        full.read().get("matter", 4)
    assert (caught.value.table, caught.value.number, caught.value.field) == ("matters", 4, "title")
    repair(full, at)
    assert full.read().get("matter", 4).title == "事项3"


def _read_all(book):
    snapshot = Book(book.home).read()
    snapshot.all("matter")
    return snapshot


def test_a_record_that_breaks_its_rules_is_named(full):
    rewrite(full, lambda state: state.tables["matters"].__setitem__(4, b'{"priority":9,"title":"x"}'))
    found = [finding for finding in check(full) if finding.code == "invalid"]
    assert [(finding.number, finding.field, finding.rule) for finding in found] == [(4, "priority", "priority")]


def test_a_counter_that_is_behind_is_raised(full, at):
    rewrite(full, lambda state: state.tables["matters"].__setitem__(50, b'{"title":"x"}'))
    assert [finding.number for finding in check(full) if finding.code == "counter_low"] == [50]
    repair(full, at)
    assert "counter_low" not in codes(check(full))
    with full.begin("add", at) as tx:
        assert tx.next_number("matter") == 51


def test_a_gap_in_the_receptions_is_named_and_filled_from_history(full, at):
    rewrite(full, lambda state: state.tables["receptions"].pop(202600002))
    found = [finding for finding in check(full) if finding.code == "gap"]
    assert [finding.number for finding in found] == [202600002]
    assert "differs" in codes(check(full))
    repair(full, at)
    assert check(full) == ()
    assert full.read().get("reception", 202600002).matter == "低保"


def test_unknown_fields_are_told_and_are_no_harm(full):
    rewrite(full, lambda state: state.tables["matters"].__setitem__(4, b'{"colour":1,"title":"x"}'))
    found = [finding for finding in check(full) if finding.code == "unknown_fields"]
    assert [(finding.number, finding.field, finding.severe) for finding in found] == [(4, "colour", False)]


def test_what_was_set_aside_and_a_backup_that_cannot_be_read_are_told(full, at):
    with place(full, "journal.jsonl").open("ab") as file:
        file.write(b"half a line")
    with full.begin("add", at) as tx:
        tx.put(Matter(number=tx.next_number("matter"), title="x"))
    place(full, "backups", "b", "book.json").write_bytes(b"{")
    found = {finding.code: finding for finding in check(full)}
    assert set(found) == {"set_aside", "backup_unreadable"}
    assert found["set_aside"].count == len("half a line")
    assert place(full, found["set_aside"].path).read_bytes() == b"half a line"


def test_links_in_the_folder_are_told(full, tmp_path):
    os.symlink(tmp_path, place(full, "elsewhere"))
    assert codes(check(full)) == ["link"]


def test_damage_in_an_old_journal_is_told(full, at):
    flip(place(full, "history", "0000000000.jsonl"), 200)
    assert "history_damaged" in codes(check(full))
    before = rows(full)
    repair(full, at)
    assert rows(full) == before
    assert [finding for finding in check(full) if finding.severe] == []
