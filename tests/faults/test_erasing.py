"""An erasure struck at every call: the person is there as before, or gone for good; begun is never forgotten."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from injection import CRASHES, ERRORS, Crash, faulty
from power import DISKS, cuts_of, lay_out
from scenarios import AT, LATER, add, rows_of

from planner.domain.erasure import Erasure
from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.store import backup, checkpoint, erasing
from planner.store.book import Book
from planner.store.check import check
from planner.store.errors import StoreError
from planner.store.undo import undo

pytestmark = pytest.mark.faults

NUMBER = 202600001
TELLING = ("周敏", "13800001234", "1380000", "河东街", "XF-77")
ERASURE = Erasure(
    at=LATER,
    reason="本人申请",
    receptions=(NUMBER,),
    others=(("matters", 1), ("points", 1)),
    names=("周敏",),
    numbers=("13800001234", "XF-77"),
)


def prepare(home):
    """A person in the archive, the checkpoint, the journal, the history, and what was set aside of a torn end."""
    book = Book(home)
    with book.begin("visit", AT) as tx:
        tx.next_number("reception", year=2026)
        tx.put(Reception(number=NUMBER, at=AT, matter="周敏低保申请", name="周敏", unit="河东街", age=44))
        tx.put(Matter(number=tx.next_number("matter"), title="周敏 低保", receptions=(NUMBER,)))
        tx.put(Point(number=1, text="周敏来访", parties=("李局",), reception=NUMBER))
        tx.put(Party(number=1, name="李局"))
    with book.begin("correct", AT) as tx:
        tx.put(tx.get("reception", NUMBER).replace(phone="138-0000-1234", petition_number="XF-77"))
    with book.begin("done", AT) as tx:
        tx.put(tx.get("matter", 1).replace(state="done", closed=AT, result="已告周敏"))
    checkpoint.run(book, LATER)
    backup.make(book, LATER, "older")
    with book.begin("note", LATER) as tx:
        tx.put(tx.get("point", 1).replace(original="周敏：打13800001234"))
    with Path(home, "journal.jsonl").open("ab") as journal:
        journal.write('{"crc":"00000000","put":202600001,"of":"receptions","is":{"name":"周敏"'.encode())


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    home = str(tmp_path_factory.mktemp("template") / "book")
    prepare(home)
    return home


def told(home):
    """The files that tell of the person, but for the older backup."""
    found = []
    for place, folders, names in os.walk(home):
        if place == home:
            folders.remove("backups")
        for name in names:
            data = Path(place, name).read_bytes()
            found += [(name, word) for word in TELLING if word.encode() in data]
    return found


def erase(home):
    erasing.erase(Book(home), LATER, lambda: ERASURE)


def must_be_whole(home, before, after, note, *, acknowledged=False):
    """The person stands as before, or what was begun is told and the next change finishes it."""
    begun = erasing.begun(home) is not None
    assert any(one.code == "erasing" for one in check(Book(home))) == begun, note
    now = rows_of(home)
    if not begun:
        assert now in (before, after), note
        assert not (now == after and told(home)), note
        assert now == after or not acknowledged, note
    add(Book(home, wait=0.0))
    erased = begun or now == after
    assert (told(home) == []) == erased, (note, told(home))
    with suppress(StoreError):
        undo(Book(home), LATER)  # the adding
        undo(Book(home), LATER)
    assert (Book(home).read().get("reception", NUMBER).name is None) == erased, note
    assert [one for one in check(Book(home)) if one.severe] == [], note
    checkpoint.run(Book(home), LATER)
    assert (told(home) == []) == erased, note


def well(template, tmp_path):
    home = str(tmp_path / "well")
    shutil.copytree(template, home)
    with faulty() as fault:
        erase(home)
    return home, fault.count


def test_nothing_is_left_but_in_the_older_backup_which_is_named(template, tmp_path):
    home, _ = well(template, tmp_path)
    assert told(home) == []
    assert erasing.held_by(home, ERASURE) == ("older",)
    backup.make(Book(home), LATER, "newer")
    assert erasing.held_by(home, ERASURE) == ("older",)
    reception = Book(home).read().get("reception", NUMBER)
    assert (reception.name, reception.phone, reception.unit, reception.age) == (None, None, None, None)
    assert (reception.at, reception.matter, reception.erase_reason) == (AT, "***低保申请", "本人申请")
    assert Book(home).read().get("matter", 1).result == "已告***"
    assert check(Book(home)) == tuple(one for one in check(Book(home)) if one.code == "set_aside")


def test_a_crash_at_every_call(template, tmp_path):
    before = rows_of(template)
    home, calls = well(template, tmp_path)
    after = rows_of(home)
    for strike in range(calls):
        for how in CRASHES:
            home = str(tmp_path / f"{strike}{how}")
            shutil.copytree(template, home)
            with pytest.raises(Crash), faulty(strike, how):
                erase(home)
            must_be_whole(home, before, after, f"call {strike}, {how}")
            shutil.rmtree(home)


def test_an_error_at_every_call(template, tmp_path):
    before = rows_of(template)
    home, calls = well(template, tmp_path)
    after = rows_of(home)
    for strike in range(calls):
        for how in ERRORS:
            home = str(tmp_path / f"{strike}{how}")
            shutil.copytree(template, home)
            code = 3
            with faulty(strike, how):
                try:
                    erase(home)
                except StoreError as error:
                    code = error.exit_code
            assert code == 3
            must_be_whole(home, before, after, f"call {strike}, {how}")
            shutil.rmtree(home)


def test_a_crash_while_another_command_finishes_it(template, tmp_path):
    begun = str(tmp_path / "begun")
    shutil.copytree(template, begun)
    with pytest.raises(Crash), faulty(_call_of_the_first_rewriting(template, tmp_path), "after"):
        erase(begun)
    home, _ = well(template, tmp_path)
    after = rows_of(home)
    assert erasing.begun(begun) is not None
    counted = str(tmp_path / "counted")
    shutil.copytree(begun, counted)
    with faulty() as fault:
        add(Book(counted))
    for strike in range(fault.count):
        home = str(tmp_path / f"again{strike}")
        shutil.copytree(begun, home)
        with suppress(Crash), faulty(strike, "half"):
            add(Book(home))
        add(Book(home))
        assert told(home) == [], strike
        assert rows_of(home)["receptions"] == after["receptions"], strike
        assert [one for one in check(Book(home)) if one.severe] == [], strike
        shutil.rmtree(home)


def _call_of_the_first_rewriting(template, tmp_path):
    """The first call after which the erasure is begun."""
    for strike in range(1000):
        home = str(tmp_path / f"seek{strike}")
        shutil.copytree(template, home)
        with pytest.raises(Crash), faulty(strike, "after"):
            erase(home)
        if erasing.begun(home) is not None:
            return strike
        shutil.rmtree(home)
    raise AssertionError


def test_a_power_cut_at_every_call(template, tmp_path):
    home = str(tmp_path / "book")
    shutil.copytree(template, home)
    before = rows_of(home)
    cuts = cuts_of(home, lambda: erase(home))
    after = rows_of(home)
    target = str(tmp_path / "cut" / "book")
    for place, cut in enumerate(cuts):
        for disk in DISKS:
            lay_out(cut[disk], home, target)
            must_be_whole(target, before, after, f"cut {place}, {disk}", acknowledged=place == len(cuts) - 1)
