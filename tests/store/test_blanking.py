"""A book's files without a person: the rest stays byte for byte, the seals hold, and twice is once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import ENTRIES, QUICK
from tinydb import TinyDB

from planner.domain.erasure import CODES, MARK, PERSON, Erasure
from planner.domain.kinds import kind_of
from planner.domain.matter import Matter
from planner.domain.moment import datetime
from planner.domain.reception import Event, Reception
from planner.domain.record import Record
from planner.store import checkpoint, erasing, finishing
from planner.store.blanking import Blanking
from planner.store.book import Book
from planner.store.check import check
from planner.store.codec import encode
from planner.store.decode import decode
from planner.store.errors import Damaged, Unfinished
from planner.store.fold import walk
from planner.store.jsontext import loads, to_bytes
from planner.store.replay import replay
from planner.store.state import State

NUMBER, OTHER = 202600001, 202600002


@pytest.fixture
def erasure(at):
    return Erasure(at=at, reason="本人申请", receptions=(NUMBER,), names=("周敏",), numbers=("13800001234",))


@pytest.fixture
def told(book, at):
    """Two visitors of one name, a linked matter and one that is not."""
    with book.begin("visit", at) as tx:
        for _ in range(2):
            number = tx.next_number("reception", year=2026)
            tx.put(Reception(number=number, at=at, matter="周敏低保", name="周敏", unit="河东", age=44))
        tx.put(Matter(number=tx.next_number("matter"), title="周敏 低保", receptions=(NUMBER,)))
        tx.put(Matter(number=tx.next_number("matter"), title="周敏 另一件"))
    with book.begin("edit", at) as tx:
        tx.put(tx.get("matter", 1).replace(result="已告周敏"))
    return book


def journal_of(book):
    return Path(book.home, "journal.jsonl").read_bytes()


def test_a_journal_keeps_its_seals_and_its_other_rows(told, erasure):
    data = journal_of(told)
    made = Blanking(erasure).journal(data)
    before, after = State(), State()
    old, new = walk(data, before), walk(made, after)
    assert (after.seq, after.notices, after.counters, after.end) == (before.seq, [], before.counters, len(made))
    changed = {key for key, row in old.items() if new[key] != row}
    assert changed == {f'{NUMBER},"of":"receptions"'.encode(), b'1,"of":"matters"'}
    assert loads(new[f'{NUMBER},"of":"receptions"'.encode()]) == {"at": "2026-09-21T07:50", "matter": f"{MARK}低保"}
    assert Blanking(erasure).journal(made) == made


def test_what_tells_nothing_of_them_is_left_byte_for_byte(told, at):
    erasure = Erasure(at=at, reason="x", receptions=(202600099,), names=("吴刚",))
    assert Blanking(erasure).journal(journal_of(told)) == journal_of(told)
    checkpoint.run(told, at)
    data = Path(told.home, "book.json").read_bytes()
    assert Blanking(erasure).tables(data, book=True) is data


def test_damaged_lines_and_a_torn_end_lose_the_name_too(told, erasure):
    data = journal_of(told).replace("河东".encode(), "河西".encode(), 1)  # the first line about the entry is damaged
    made = Blanking(erasure).journal(data + '{"crc":"0000","put":1,"is":{"title":"周敏'.encode())
    first = made.split(b'"of":"receptions"')[0]
    assert "周敏".encode() not in first
    assert "河西".encode() not in made
    assert not made.endswith("周敏".encode())


def test_a_checkpoint_stays_plain_tinydb_with_its_counters(told, at, erasure):
    checkpoint.run(told, at)
    path = Path(told.home, "book.json")
    path.write_bytes(Blanking(erasure).tables(path.read_bytes(), book=True))
    state = Book(told.home).read().state
    assert (state.edited, state.upto, state.counters) == (False, 2, {"matters": 2, "receptions/2026": 2})
    with TinyDB(str(path), access_mode="r") as stock:
        assert stock.table("receptions").get(doc_id=NUMBER) == {"at": "2026-09-21T07:50", "matter": f"{MARK}低保"}


def test_an_edit_by_hand_is_kept_and_told_in_the_history(told, at, erasure):
    checkpoint.run(told, at)
    path = Path(told.home, "book.json")
    path.write_bytes(path.read_bytes().replace("另一件".encode(), "第三件".encode()))
    erasing.erase(told, erasure.at, lambda: erasure)
    assert told.read().get("matter", 2).title == "周敏 第三件"
    assert loads(replay(told.home).tables["matters"][2])["title"] == "周敏 第三件"
    assert check(told) == ()


def test_a_damaged_book_is_not_erased_in_but_mended_first(told, erasure):
    path = Path(told.home, "journal.jsonl")
    path.write_bytes(journal_of(told).replace("河东".encode(), "河西".encode(), 1))
    with pytest.raises(Damaged):
        erasing.erase(told, erasure.at, lambda: erasure)
    assert erasing.begun(told.home) is None


def test_a_note_that_can_not_be_read_stops_nobody(told, at):
    Path(told.home, "erasing.json").write_bytes(b"{")
    with told.begin("add", at) as tx:
        tx.put(Matter(number=tx.next_number("matter"), title="买纸"))
    assert [one.code for one in check(told) if one.severe] == ["erasing"]


SOUGHT = st.one_of(
    st.sampled_from(
        ["major", "Open", "accepted", "WEEKLY", "2026-09", "202609", "20260925", "2026-09-25", "T07:50", "zh"]
    ),
    st.dates().map(str),
    st.text(min_size=1, max_size=12),
    st.text(alphabet="0123456789-", min_size=5, max_size=12),
)


def unlike(one: Record, other: Record) -> list[str]:
    """The fields, by their class, in which two records of a class differ, those of records within by themselves."""
    found = []
    for name in one.NAMES:
        mine, theirs = getattr(one, name), getattr(other, name)
        if isinstance(mine, tuple) and mine and isinstance(mine[0], Record):
            assert len(mine) == len(theirs)
            for a, b in zip(mine, theirs, strict=True):
                found += unlike(a, b)
        elif mine != theirs:
            found.append(f"{type(one).__name__}.{name}")
    return found


TEXT_TYPES = ("str", "str | None", "tuple[str, ...]")


@QUICK
@given(record=ENTRIES, names=st.lists(SOUGHT, max_size=3), numbers=st.lists(SOUGHT, max_size=3))
@example(
    record=Matter(
        number=7, title="x Major", grade_by_hand="major", due=datetime(2026, 9, 25, 7, 50), rrule="FREQ=WEEKLY"
    ),
    names=["Major", "WEEKLY"],
    numbers=["20260925", "202609"],
)
@example(
    record=Reception(
        number=7_00007,
        at=datetime(2026, 9, 25),
        matter="x",
        events=(Event(name="accepted", on=datetime(2026, 9, 25).date(), at=datetime(2026, 9, 25)),),
    ),
    names=["accepted"],
    numbers=["2026-0925", "2026-09-25"],
)
def test_whoever_is_erased_every_row_is_read_as_before_but_for_its_texts(record, names, numbers):
    kind = kind_of(record)
    texts = {
        f"{cls.__name__}.{field.name}"
        for cls in _classes(type(record))
        for field in cls.FIELDS
        if field.annotation in TEXT_TYPES and f"{cls.__name__}.{field.name}" not in CODES
    }
    blanking = Blanking(
        Erasure(
            at=datetime(2026, 9, 25),
            reason="x",
            receptions=(record.number,),
            names=tuple(names),
            numbers=tuple(numbers),
            everywhere=True,
        )
    )
    row = to_bytes(encode(record))
    before = decode(kind.record, record.number, loads(row))
    made = blanking.row(kind.table, record.number, row)
    after = decode(kind.record, record.number, loads(made))
    gone = {f"Reception.{name}" for name in PERSON} if kind.name == "reception" else set()
    assert set(unlike(before, after)) <= texts | gone
    assert blanking.row(kind.table, record.number, made) == made


def _classes(cls):
    """A class of records and those of the records within it."""
    import sys

    found = [cls]
    for field in cls.FIELDS:
        inner = field.annotation.removeprefix("tuple[").removesuffix(", ...]")
        for base in cls.__mro__:
            within = getattr(sys.modules[base.__module__], inner, None)
            if isinstance(within, type) and issubclass(within, Record):
                found.append(within)
    return found


def test_an_erasure_that_failed_is_not_forgotten_when_another_is_asked_for(told, at, erasure, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    other = Erasure(at=at, reason="x", receptions=(OTHER,), names=("周敏",))
    monkeypatch.setattr(finishing, "_rewrite", full)
    with pytest.raises(Unfinished):
        erasing.erase(told, at, lambda: erasure)
    with pytest.raises(Unfinished):
        erasing.erase(told, at, lambda: other)
    assert erasing.begun(told.home) == erasure
    monkeypatch.undo()
    erasing.erase(told, at, lambda: other)
    assert [one.erased for one in told.read().all("reception")] == [at, at]


def test_a_note_that_can_not_be_read_is_not_written_over(told, at, erasure):
    Path(told.home, "erasing.json").write_bytes(b"{")
    with pytest.raises(Damaged):
        erasing.erase(told, at, lambda: erasure)
    assert Path(told.home, "erasing.json").read_bytes() == b"{"


def test_what_ends_the_planning_lets_the_lock_go_and_changes_nothing(told, at):
    def refuse():
        raise KeyError

    with pytest.raises(KeyError):
        erasing.erase(told, at, refuse)
    assert erasing.begun(told.home) is None
    with told.begin("add", at) as tx:
        tx.put(Matter(number=tx.next_number("matter"), title="买纸"))
