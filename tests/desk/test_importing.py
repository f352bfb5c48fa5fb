"""Bringing files in: nothing twice, needs resolved, numbers kept or followed, one undo, and all of it linear."""

from __future__ import annotations

import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.config.settings import Settings
from planner.desk.capturing import add
from planner.desk.desk import Desk
from planner.desk.importing import REFERENCES, bring, foresee, read_import
from planner.desk.past import undo
from planner.desk.receptions import register
from planner.desk.refused import Refused
from planner.domain.kinds import KINDS
from planner.domain.matter import Matter
from planner.domain.moment import date, datetime
from planner.domain.party import Party
from planner.report.formats.json_ import shape_of


def task(uuid: str, **fields: object) -> dict[str, object]:
    base = {"uuid": uuid, "description": f"Task {uuid}", "status": "pending", "entry": "20260901T010000Z"}
    return base | fields


def tasks(desk: Desk, *items: dict[str, object]):
    return read_import(desk, "tasks.json", json.dumps(list(items)).encode())


def exported(desk: Desk) -> bytes:
    """The book as its own export holds it, private things too."""
    snapshot = desk.book.read()
    whole: dict[str, object] = {"planner": 1, "private": True}
    for kind in KINDS:
        whole[kind.table] = [shape_of(record) for record in snapshot.all(kind.name)]
    return json.dumps(whole).encode()


def test_every_kind_of_record_comes_along_or_says_that_it_stays_at_home():
    assert {kind.name for kind in KINDS if not kind.machine} - set(REFERENCES) == {"walk"}  # how far a walk has come
    for kind in KINDS:
        for field, of in REFERENCES.get(kind.name, ()):
            assert field in {name for name, _, _ in kind.record.PARTS}
            assert of in {one.name for one in KINDS}


def test_a_second_import_adds_nothing(desk):
    first = bring(desk, tasks(desk, task("a"), task("b")))
    again = bring(desk, tasks(desk, task("a"), task("b"), task("c")))
    assert [len(first.records), len(again.records), len(again.plan.known)] == [2, 1, 2]
    assert not foresee(desk, tasks(desk, task("a"))).fresh


def test_one_undo_takes_the_whole_import_back(desk):
    add(desk, "kept")
    bring(desk, tasks(desk, *(task(str(n)) for n in range(20))))
    undo(desk)
    assert [one.title for one in desk.book.read().all("matter")] == ["kept"]


def test_needs_become_numbers_also_of_what_came_before(desk):
    bring(desk, tasks(desk, task("a")))
    brought = bring(desk, tasks(desk, task("b", depends=["a", "gone"]), task("c", depends=["b"])))
    numbers = {one.title: one.number for one in desk.book.read().all("matter")}
    needs = {one.title: one.needs for one in desk.book.read().all("matter")}
    assert needs == {"Task a": (), "Task b": (numbers["Task a"],), "Task c": (numbers["Task b"],)}
    assert len(brought.plan.remarks) == 1


def test_a_ring_of_needs_is_opened_and_told(desk):
    brought = bring(desk, tasks(desk, task("a", depends=["b"]), task("b", depends=["a"]), task("c", depends=["a"])))
    assert {len(one.needs) for one in desk.book.read().all("matter")} <= {0, 1}
    assert brought.plan.remarks
    assert not any(one.needs for one in desk.book.read().all("matter") if one.title in ("Task a", "Task b"))


def test_strict_saves_nothing_when_a_row_is_bad(desk):
    reading = tasks(desk, task("a"), {"uuid": "x"})
    with pytest.raises(Refused):
        bring(desk, reading, strict=True)
    assert not desk.book.exists() or not desk.book.read().all("matter")
    assert len(bring(desk, reading).records) == 1


def test_names_are_made_known_once(desk):
    add(desk, "x @Li")
    data = b"title,handed to,parties\na,Relief,Li\nb,Relief,\n"
    brought = bring(desk, read_import(desk, "a.csv", data))
    assert brought.new_names == ("Relief",)
    assert sorted(one.name for one in desk.book.read().all("party") if isinstance(one, Party)) == ["Li", "Relief"]


def test_a_sheet_in_the_encoding_of_older_office_programs(desk):
    data = "事项,期限\n报送情况,2026-09-25\n".encode("gb18030")
    (record,) = bring(desk, read_import(desk, "a.csv", data)).records
    assert isinstance(record, Matter)
    assert (record.title, record.due) == ("报送情况", date(2026, 9, 25))


def test_dates_of_a_sheet_are_read_as_the_capture_line_reads_them(desk):
    (record,) = bring(desk, read_import(desk, "a.csv", b"title,due\nReport,next friday 5pm\n")).records
    assert isinstance(record, Matter)
    assert record.due == datetime(2026, 10, 2, 17)


def test_a_whole_book_goes_over_with_its_numbers(desk, tmp_path, clock):
    add(desk, "one @Li +tag fri p1")
    add(desk, "two needs:1")
    undo(desk)
    add(desk, "three needs:1")
    register(desk, "Wang Wei 13800000000 claim to:Relief")
    data = exported(desk)
    other = Desk(str(tmp_path / "other"), Settings(), "en", clock, "director", keeps_up=False)
    bring(other, read_import(other, "export.json", data))
    assert exported(other) == data
    assert not bring(other, read_import(other, "export.json", data)).records


def test_a_book_brought_into_one_that_has_records_gets_new_numbers_and_references_follow(desk, tmp_path, clock):
    other = Desk(str(tmp_path / "other"), Settings(), "en", clock, "director", keeps_up=False)
    for words in ("a", "b needs:1"):
        add(other, words)
    register(other, "Wang Wei 13800000000 claim to:Relief")
    clock.forward(minutes=1)
    for words in ("x", "y", "z"):
        add(desk, words)
    register(desk, "Li Na 13900000000 school")
    brought = bring(desk, read_import(desk, "export.json", exported(other)))
    by_title = {one.title: one for one in desk.book.read().all("matter")}
    assert by_title["b"].needs == (by_title["a"].number,)
    assert min(one.number for one in by_title.values() if one.imported) > 3
    visits = desk.book.read().all("reception")
    assert [one.number for one in visits] == [202600001, 202600002]
    linked = next(one for one in by_title.values() if one.receptions)
    assert linked.receptions == (202600002,)
    assert visits[1].matters == (linked.number,)
    assert "V2026-0001" in visits[1].notes[-1].text
    assert len(brought.records) >= 4


def test_what_undo_took_back_may_come_again(desk, tmp_path, clock):
    other = Desk(str(tmp_path / "other"), Settings(), "en", clock, "director", keeps_up=False)
    register(other, "Wang Wei 13800000000 claim to:Relief")
    clock.forward(minutes=1)
    register(desk, "Li Na 13900000000 school")
    data = exported(other)
    bring(desk, read_import(desk, "export.json", data))
    undo(desk)
    brought = bring(desk, read_import(desk, "export.json", data))
    assert {type(one).__name__ for one in brought.records} >= {"Reception", "Matter"}
    again = next(one for one in desk.book.read().all("reception") if one.number == 202600003)
    assert again.state == "open"
    matter = next(one for one in desk.book.read().all("matter") if one.receptions)
    assert matter.receptions == (202600003,)


def test_a_number_beyond_what_is_typed_gives_way(desk):
    data = json.dumps({"planner": 1, "matters": [{"number": 99_999_999, "title": "far"}]}).encode()
    (record,) = bring(desk, read_import(desk, "export.json", data)).records
    assert record.number == 1


def test_an_alias_that_is_anothers_is_left_out(desk):
    add(desk, "x @李局")
    data = json.dumps({"planner": 1, "parties": [{"number": 1, "name": "李强", "aliases": ["李局", "强局"]}]}).encode()
    brought = bring(desk, read_import(desk, "export.json", data))
    assert [one.aliases for one in brought.records if isinstance(one, Party)] == [("强局",)]
    assert brought.plan.remarks


def test_a_date_beyond_the_calendar_is_a_slip(desk):
    reading = read_import(desk, "a.csv", b"title,due\na,0001-01-01T00:00:00+14:00\nb,2026-09-25\n")
    assert (len(reading.found), len(reading.slips)) == (1, 1)


def test_a_checkpoint_of_stock_tinydb_is_read(desk, tmp_path, clock):
    from planner.store.checkpoint import run as checkpoint

    add(desk, "one @Li fri")
    checkpoint(desk.book, desk.now)
    with open(os.path.join(desk.home, "book.json"), "rb") as file:
        data = file.read()
    other = Desk(str(tmp_path / "other"), Settings(), "en", clock, "director", keeps_up=False)
    brought = bring(other, read_import(other, "book.json", data))
    assert [one.title for one in brought.records if isinstance(one, Matter)] == ["one"]


def test_what_is_made_is_counted_while_it_is_made(desk):
    told: list[int] = []
    bring(desk, tasks(desk, *(task(str(n)) for n in range(1200))), told=told.append)
    assert told == [500, 1000, 1200]


@settings(max_examples=25, deadline=None)
@given(edges=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_no_import_leaves_a_ring(tmp_path_factory, edges):
    home = str(tmp_path_factory.mktemp("ring"))
    desk = Desk(home, Settings(), "en", lambda: datetime(2026, 9, 21, 7, 50), "d", keeps_up=False)
    items = [task(str(n), depends=[str(to) for of, to in edges if of == n]) for n in range(8)]
    bring(desk, tasks(desk, *items))
    needs = {one.number: set(one.needs) for one in desk.book.read().all("matter") if isinstance(one, Matter)}
    while free := [number for number, waits in needs.items() if not waits]:
        for number in free:
            del needs[number]
        for waits in needs.values():
            waits.difference_update(free)
    assert not needs
