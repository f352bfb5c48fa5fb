"""TinyDB on the book: its own behaviour on rows, and what is written is what changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tinydb import Query, TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.operations import delete, increment
from tinydb.table import Document

from planner.domain.record import Invalid
from planner.store import errors
from planner.store.book import Book
from planner.store.decode import WrongField
from planner.store.tiny import BookDB, BookStorage, MemoryStorage, open_tiny
from planner.store.tinytable import BookTable
from planner.store.undo import undo


@pytest.fixture(params=["memory", "book"])
def db(request, home):
    return BookDB(storage=MemoryStorage) if request.param == "memory" else BookDB(home)


def journal(home):
    return Path(home, "journal.jsonl").read_bytes()


def test_other_tables_behave_as_tinydbs_own(db):
    table = db.table("cars")
    assert isinstance(table, BookTable)
    assert table.insert({"a": 1}) == 1
    assert table.insert_multiple([{"a": 2}, {"a": 3}]) == [2, 3]
    assert table.insert(Document({"a": 4}, doc_id=9)) == 9
    assert table.insert({"a": 5}) == 10
    with pytest.raises(ValueError, match="already exists"):
        table.insert(Document({}, doc_id=9))
    with pytest.raises(ValueError, match="Mapping"):
        table.insert([1])
    assert table.update({"b": 1}, where("a") > 2) == [3, 9, 10]
    assert table.update(increment("a"), doc_ids=[1, 77]) == [1]
    assert table.get(doc_id=1) == {"a": 2}
    assert table.update_multiple([({"c": 1}, where("a") == 2), (delete("c"), where("c") == 1)]) == [1, 1, 2, 2]
    assert table.upsert({"a": 50}, where("a") == 50) == [11]
    assert table.upsert(Document({"z": 1}, doc_id=11)) == [11]
    assert table.get(doc_id=11) == {"a": 50, "z": 1}
    assert table.remove(where("b") == 1) == [3, 9, 10]
    assert table.remove(doc_ids=[1, 77]) == [1]
    with pytest.raises(RuntimeError):
        table.remove()
    assert [row.doc_id for row in table] == [2, 11]
    table.truncate()
    assert len(table) == 0
    assert db.tables() == {"cars"}
    db.drop_table("cars")
    assert db.tables() == set()


def test_a_change_that_fails_changes_nothing(db):
    table = db.table("cars")
    table.insert_multiple([{"a": 1}, {"b": 2}])
    with pytest.raises(KeyError):
        table.update(increment("a"))
    with pytest.raises(TypeError):
        table.insert_multiple([{"ok": 1}, {"bad": object()}])
    with pytest.raises(ValueError, match="exists"):
        table.insert_multiple([{"ok": 1}, Document({}, doc_id=1)])
    assert table.all() == [{"a": 1}, {"b": 2}]


def test_what_is_handed_out_can_be_changed_without_harm(db):
    table = db.table("cars")
    table.insert({"a": [1]})
    db.storage.read()["cars"]["1"]["a"].append(2)
    assert table.get(doc_id=1) == {"a": [1]}


def test_tables_that_are_kept_empty(db):
    db.table("kept", persist_empty=True).insert({"a": 1})
    assert "kept" in db.tables()
    assert "other" not in db.tables()
    again = type(db).table_class(db.storage, "kept", persist_empty=True)
    assert len(again) == 1


def test_the_whole_written_is_the_difference(home):
    storage = BookStorage(home)
    assert storage.read() is None
    storage.write({"a": {"1": {"x": 1}, "2": {"x": 2}}, "odd": [1, 2], "empty": {}, "t": {"key": 5}})
    size = len(journal(home))
    whole = storage.read()
    assert whole == {"a": {"1": {"x": 1}, "2": {"x": 2}}, "odd": [1, 2], "empty": {}, "t": {"key": 5}}
    storage.write(whole)
    assert len(journal(home)) == size
    whole["a"]["2"]["x"] = 3
    del whole["odd"], whole["empty"]
    storage.write(whole)
    assert BookStorage(home).read() == {"a": {"1": {"x": 1}, "2": {"x": 3}}, "t": {"key": 5}}
    added = journal(home)[size:]
    assert added.count(b'"put":') == 1
    assert added.count(b'"end":') == 2
    storage.write({})
    assert storage.read() is None
    undo(Book(home), storage.clock())
    assert BookStorage(home).read() == {"a": {"1": {"x": 1}, "2": {"x": 3}}, "t": {"key": 5}}


def test_an_update_writes_the_rows_it_changes(home):
    db = open_tiny(home)
    table = db.table("cars")
    table.insert_multiple({"n": n} for n in range(500))
    before = len(journal(home))
    table.update({"x": 1}, where("n") == 250)
    assert len(journal(home)) - before < 700


def test_a_kind_takes_its_numbers_from_the_counters(home):
    db = open_tiny(home)
    matters = db.table("matters")
    assert matters.insert({"title": "一"}) == 1
    assert matters.insert_multiple([{"title": "二"}, {"title": "三"}]) == [2, 3]
    matters.remove(doc_ids=[3])
    assert open_tiny(home).table("matters").insert({"title": "四"}) == 4
    assert Book(home).read().get("matter", 4).title == "四"


def test_a_kind_holds_its_rules(home):
    db = open_tiny(home)
    matters = db.table("matters")
    with pytest.raises(Invalid):
        matters.insert({"title": " "})
    with pytest.raises(WrongField):
        matters.insert({"title": 5})
    matters.insert({"title": "一"})
    with pytest.raises(Invalid):
        matters.update({"priority": 9})
    assert matters.all() == [{"title": "一"}]


def test_receptions_need_their_number_and_stay(home):
    receptions = open_tiny(home).table("receptions")
    with pytest.raises(ValueError, match="number"):
        receptions.insert({"at": "2026-09-21T07:50", "matter": "x"})
    receptions.insert(Document({"at": "2026-09-21T07:50", "matter": "x"}, doc_id=202600001))
    with pytest.raises(errors.NeverDeleted):
        receptions.truncate()
    with pytest.raises(errors.NeverDeleted):
        open_tiny(home).drop_tables()
    assert len(receptions) == 1


def test_another_hands_change_empties_the_query_cache(home):
    one, other = open_tiny(home).table("cars"), open_tiny(home).table("cars")
    one.insert({"a": 1})
    query = where("a") == 1
    assert other.count(query) == 1
    assert query in other._query_cache
    one.insert({"a": 1})
    assert other.count(query) == 2
    assert other.insert({"a": 1}) == 3
    assert one.insert({"a": 1}) == 4


def test_read_only(home):
    open_tiny(home).table("cars").insert({"a": 1})
    db = open_tiny(home, read_only=True)
    assert db.table("cars").all() == [{"a": 1}]
    for write in (lambda: db.table("cars").insert({}), lambda: db.storage.write({}), db.drop_tables):
        with pytest.raises(OSError, match="read only"):
            write()


def test_over_a_middleware_it_is_tinydbs_own_table(home):
    with BookDB(home, storage=CachingMiddleware(BookStorage)) as db:
        db.insert_multiple({"n": n} for n in range(3))
        db.update({"x": 1}, Query().n == 1)
        assert not os.path.exists(os.path.join(home, "journal.jsonl"))
        assert db.remove(doc_ids=[1]) == [1]
    assert open_tiny(home).all() == [{"n": 1, "x": 1}, {"n": 2}]


def test_the_hook_that_tinydb_changes_tables_by(db):
    table = db.table("cars")
    table.insert_multiple([{"a": 1}, {"a": 2}, {"a": 3}])

    def updater(rows):
        del rows[1]
        rows[2]["a"] = 20
        rows[7] = {"a": 7}

    table._update_table(updater)
    assert {row.doc_id: row["a"] for row in table} == {2: 20, 3: 3, 7: 7}


def test_stock_tinydb_and_ours_agree_on_a_checkpoint(home, at):
    from planner.store import checkpoint

    table = open_tiny(home).table("cars")
    table.insert_multiple({"n": n, "字": [n]} for n in range(5))
    checkpoint.run(Book(home), at)
    with TinyDB(os.path.join(home, "book.json"), access_mode="r") as stock:
        assert stock.table("cars").all() == table.all()
