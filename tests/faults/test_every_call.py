"""A fault at every system call of every way in which a book is changed: nothing that was acknowledged is lost."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from injection import CRASHES, ERRORS, Crash, faulty
from scenarios import CHANGING, LATER, SCENARIOS, must_hold, prepare, rows_of

from planner.store.book import Book
from planner.store.check import repair
from planner.store.errors import StoreError

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    home = str(tmp_path_factory.mktemp("template") / "book")
    prepare(home)
    return home


def outcome(template, tmp_path, name):
    """The records after the scenario went well, and how many calls it made."""
    home = str(tmp_path / "well")
    shutil.copytree(template, home)
    with faulty() as fault:
        SCENARIOS[name](Book(home))
    return rows_of(home), fault.count


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_crash_at_every_call(template, tmp_path, name):
    before = rows_of(template)
    after, calls = outcome(template, tmp_path, name)
    assert (before != after) == (name in CHANGING)
    assert calls >= 3
    for strike in range(calls):
        for how in CRASHES:
            home = str(tmp_path / f"{strike}{how}")
            shutil.copytree(template, home)
            with pytest.raises(Crash), faulty(strike, how):
                SCENARIOS[name](Book(home))
            must_hold(home, before, after, f"{name}, call {strike}, {how}")
            shutil.rmtree(home)


@pytest.mark.parametrize("name", SCENARIOS)
def test_an_error_at_every_call(template, tmp_path, name):
    before = rows_of(template)
    after, calls = outcome(template, tmp_path, name)
    for strike in range(calls):
        for how in ERRORS:
            note = f"{name}, call {strike}, {how}"
            home = str(tmp_path / f"{strike}{how}")
            shutil.copytree(template, home)
            told, code = True, 3
            with faulty(strike, how):
                try:
                    SCENARIOS[name](Book(home))
                except StoreError as error:
                    told = False
                    code = error.exit_code
            assert code == 3, note
            kept = must_hold(home, before, after, note)
            if name in CHANGING:
                assert kept == told, note
            shutil.rmtree(home)


def test_the_first_change_of_all(tmp_path):
    with faulty() as fault:
        SCENARIOS["add"](Book(str(tmp_path / "well" / "book")))
    for strike in range(fault.count):
        for how in (*CRASHES, *ERRORS):
            home = str(tmp_path / f"{strike}{how}" / "book")
            with faulty(strike, how), suppress(Crash, StoreError):
                SCENARIOS["add"](Book(home))
            SCENARIOS["add"](Book(home))
            titles = [matter.title for matter in Book(home).read().all("matter")]
            assert titles in (["报送"], ["报送", "报送"]), (strike, how)


def test_a_crash_at_every_call_of_a_repair(template, tmp_path):
    before = rows_of(template)
    damaged = str(tmp_path / "damaged")
    shutil.copytree(template, damaged)
    Path(damaged, "book.json").write_bytes(b"{")
    well = str(tmp_path / "well")
    shutil.copytree(damaged, well)
    with faulty() as fault:
        assert repair(Book(well), LATER)
    assert rows_of(well) == before
    for strike in range(fault.count):
        for how in ("half", "full"):
            note = f"repair, call {strike}, {how}"
            home = str(tmp_path / f"{strike}{how}")
            shutil.copytree(damaged, home)
            with suppress(Crash, StoreError), faulty(strike, how):
                repair(Book(home), LATER)
            repair(Book(home), LATER)
            must_hold(home, before, before, note)
            shutil.rmtree(home)
