"""Every byte of a journal flipped, and the journal cut at every byte: what was kept before the damage is all there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.store import errors, fold
from planner.store.book import Book
from planner.store.state import State

TITLES = ("一", "two", "三\n")


@pytest.fixture
def small(book, at):
    """Three transactions of one or two rows, and what stood after each."""
    stood = [{}]
    for title in TITLES:
        with book.begin("add", at) as tx:
            tx.put(Matter(number=tx.next_number("matter"), title=title))
            if title == "two":
                tx.put(Party(number=tx.next_number("party"), name="李局"))
        stood.append({matter.number: matter.title for matter in book.read().all("matter")})
    path = Path(book.home, "journal.jsonl")
    ends = [place for place, line in _lines(path.read_bytes()) if b'"commit":' in line]
    return path, path.read_bytes(), stood, ends


def _lines(data):
    place = 0
    for line in data.splitlines(keepends=True):
        place += len(line)
        yield place, line


def folded(data):
    """The matters in a journal's bytes, and whether anything was odd."""
    state = State()
    changes = fold.walk(data, state)
    fold.apply(changes, state)
    odd = bool(state.notices) or state.end < len(data)
    return dict(state.tables.get("matters", {})), odd


def test_a_flipped_byte_costs_at_most_the_row_it_is_in(small):
    _, data, _, ends = small
    whole, odd = folded(data)
    assert not odd
    assert len(whole) == 3
    last = ends[-2]
    for place in range(len(data)):
        for bit in (0x01, 0x20, 0x80):
            spoilt = bytearray(data)
            spoilt[place] ^= bit
            found, odd = folded(bytes(spoilt))
            assert odd, place
            lost = {number for number in whole if number not in found}
            assert all(found[number] == whole[number] for number in found), place
            if place < last:
                assert len(lost) <= 1, place
                assert 3 not in lost, place
            else:
                assert lost <= {3}, place


def test_a_cut_at_every_byte_leaves_whole_transactions(small):
    _, data, stood, ends = small
    whole, _ = folded(data)
    for length in range(len(data)):
        found, odd = folded(data[:length])
        kept = sum(end <= length for end in ends)
        assert sorted(found) == sorted(stood[kept]), length
        assert all(found[number] == whole[number] for number in found), length
        assert odd == (length not in (ends[0] and _whole_lengths(data, ends))), length


def _whole_lengths(data, ends):
    """Lengths at which the journal is whole: after the head, and after each commit."""
    return {data.index(b"\n") + 1, *ends}


def test_the_book_goes_on_after_a_flip_anywhere(small, book, at, tmp_path):
    path, data, _, ends = small
    for place in range(0, len(data), 7):
        home = tmp_path / f"f{place}"
        shutil.copytree(book.home, home)
        spoilt = bytearray(data)
        spoilt[place] ^= 0x04
        (home / path.name).write_bytes(spoilt)
        other = Book(str(home))
        before = {matter.number: matter.title for matter in other.read().all("matter")}
        assert other.read().notices or place >= ends[-2], place
        with other.begin("add", at) as tx:
            number = tx.next_number("matter")
            tx.put(Matter(number=number, title="后来"))
        after = {matter.number: matter.title for matter in Book(str(home)).read().all("matter")}
        assert after == {**before, number: "后来"}, place
        if place >= ends[-2]:
            assert list((home / "torn").iterdir()), place
        shutil.rmtree(home)


def test_every_cut_of_a_checkpoint_is_refused_or_whole(book, at):
    from planner.store import checkpoint

    for title in TITLES:
        with book.begin("add", at) as tx:
            tx.put(Matter(number=tx.next_number("matter"), title=title))
    checkpoint.run(book, at)
    path = Path(book.home, "book.json")
    data = path.read_bytes()
    refused = 0
    for length in range(len(data) - 1):
        path.write_bytes(data[:length])
        with pytest.raises(errors.Damaged):
            Book(book.home).read()
        refused += 1
    assert refused == len(data) - 1
    path.write_bytes(data[:-1])
    assert len(Book(book.home).read().all("matter")) == 3


def test_a_flip_in_a_checkpoint_is_refused_or_reported(book, at):
    from planner.store import checkpoint

    for title in TITLES:
        with book.begin("add", at) as tx:
            tx.put(Matter(number=tx.next_number("matter"), title=title))
    checkpoint.run(book, at)
    path = Path(book.home, "book.json")
    data = path.read_bytes()
    for place in range(len(data)):
        spoilt = bytearray(data)
        spoilt[place] ^= 0x01
        path.write_bytes(spoilt)
        try:
            snapshot = Book(book.home).read()
        except (errors.Damaged, errors.NewerBook):
            continue
        assert "hand_edited" in [notice.code for notice in snapshot.notices] or _harmless(data, spoilt), place


def _harmless(data, spoilt):
    """Whether only the metadata's own words differ, which the checksum does not cover."""
    end = data.index(b"\n")
    return data[end:] == spoilt[end:]
