"""A book of version 1, kept as it was written, is read by every later planner; rows are brought up step by step."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planner.domain.matter import Chase, Note, Return, Step
from planner.domain.moment import date, datetime
from planner.store import checkpoint, codec, fold, journal, migrations, state
from planner.store.book import Book
from planner.store.check import check
from planner.store.history import changes
from planner.store.undo import undo

AT = datetime(2026, 9, 21, 7, 50)
V1 = Path(__file__).parent / "fixtures" / "v1" / "book"


@pytest.fixture
def old(tmp_path):
    """The kept book, in a folder of its own with the rights it had."""
    home = tmp_path / "book"
    shutil.copytree(V1, home)
    for path in (home, *home.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return Book(str(home))


def test_version_1_is_read_whole(old):
    snapshot = old.read()
    assert snapshot.notices == ()
    (matter,) = snapshot.all("matter")
    assert matter.title == "报送救助资金使用情况"
    assert matter.due == datetime(2026, 9, 25, 17, 0)
    assert matter.steps == (Step(text="起草", done=AT, ahead=5), Step(text="送审"))
    assert matter.notes == (Note(at=AT, text="已与财务科核对"),)
    assert matter.chases == (Chase(at=AT, party="财务科", how="电话", promise="周三", promised=date(2026, 9, 23)),)
    assert matter.returns == (Return(at=AT, words="核实数据再报", by="李局"),)
    assert (matter.state, matter.grade, matter.supervised, matter.exdates) == (
        "open",
        "major",
        True,
        (date(2026, 10, 1),),
    )
    (done,) = snapshot.archived("matter")
    assert (done.title, done.result) == ("旧事", "已报市局")
    (party,) = snapshot.all("party")
    assert (party.aliases, party.cadence, party.last_talk, party.title) == (("李明",), 5, AT, "李明局长")
    (reception,) = snapshot.all("reception")
    assert (reception.number, reception.headcount, reception.handed_to) == (202600001, 3, ("救助科",))
    (point,) = snapshot.all("point")
    assert point.waiting == ("李局",)
    assert snapshot.all("checklist")[0].steps == (Step(text="桌签"),)


def test_version_1_is_whole_and_goes_on(old):
    assert check(old) == ()
    assert [change.command for change in changes(old)] == ["edit", "undo", "done", "visit", "add"]
    undo(old, AT)
    undo(old, AT)
    assert old.read().get("reception", 202600001).state == "voided"
    checkpoint.run(old, AT)
    assert check(old) == ()


@pytest.fixture
def version_2(monkeypatch):
    """A planner whose matters have their tags in capitals and whose parties have a mark."""
    for module in (journal, fold, state, migrations):
        monkeypatch.setattr(module, "SCHEMA", 2)
    monkeypatch.setattr("planner.store.log.SCHEMA", 2)
    monkeypatch.setattr("planner.store.archive.SCHEMA", 2)
    monkeypatch.setattr(
        migrations,
        "STEPS",
        {
            1: {
                "matters": lambda row: {**row, "title": f"二 {row['title']}"},
                "parties": lambda row: {**row, "rank": 7},
            }
        },
    )


@pytest.mark.usefixtures("version_2")
def test_rows_are_brought_up_once_wherever_they_stand(old):
    def seen(book):
        snapshot = book.read()
        return [record.title for record in (*snapshot.all("matter"), *snapshot.archived("matter"))]

    assert seen(old) == ["二 报送救助资金使用情况", "二 旧事"]
    with old.begin("edit", AT) as tx:
        party = tx.get("party", 1)
        assert party.rank == 7
        tx.put(party.replace(rank=8))
    fresh = Book(old.home)
    assert seen(fresh) == ["二 报送救助资金使用情况", "二 旧事"]
    assert fresh.read().get("party", 1).rank == 8
    checkpoint.run(fresh, AT)
    again = Book(old.home)
    assert seen(again) == ["二 报送救助资金使用情况", "二 旧事"]
    assert check(again) == ()
    undo(again, AT)
    assert again.read().get("party", 1).rank == 7
    undo(again, AT)
    assert again.read().get("party", 1).title is None


def test_a_row_that_is_no_object_is_left_for_check(monkeypatch):
    monkeypatch.setattr(migrations, "STEPS", {0: {"matters": lambda row: {**row, "x": 1}}})
    assert migrations.upgraded("matters", b"[1]", 0) == b"[1]"
    assert migrations.upgraded("matters", b"{", 0) == b"{"
    assert migrations.upgraded("matters", b'{"a":1}', 0) == b'{"a":1,"x":1}'
    assert migrations.upgraded("parties", b'{"a":1}', 0) == b'{"a":1}'
    assert codec.NOT_FIELDS == ("number", "extra")
