"""Tags over the book, what is kept for some day, and links."""

from __future__ import annotations

import os

import pytest

from planner.config.settings import Settings
from planner.desk.capturing import add
from planner.desk.choosing import chosen
from planner.desk.desk import Desk
from planner.desk.linking import is_address, link, links_of, unlink
from planner.desk.matters import done, edit
from planner.desk.pages import today_of
from planner.desk.past import undo
from planner.desk.receptions import register
from planner.desk.refused import Refused
from planner.desk.tagging import rename_tags, tag_counts
from planner.desk.talks import tell
from planner.domain.tags import retagged


@pytest.fixture
def tagged(desk):
    add(desk, "Relief report +救助 +report")
    add(desk, "Ledger +relief")
    add(desk, "Round +救助")
    done(desk, (3,))
    tell(desk, "李局 the relief fund +relief")
    register(desk, "张伟 13800000000 低保申请 +救助")
    return desk


def counts(desk):
    return {one.tag: (one.open, one.all) for one in tag_counts(desk)}


def test_tags_are_counted_over_matters_points_and_receptions(tagged):
    assert counts(tagged) == {"救助": (2, 3), "relief": (2, 2), "report": (1, 1)}
    assert [one.tag for one in tag_counts(tagged)] == ["救助", "relief", "report"]


def test_renaming_is_one_change_of_every_kind_of_record(tagged):
    made = rename_tags(tagged, ("救助",), "社会救助")
    assert (made.count, made.merged) == (3, False)
    assert counts(tagged) == {"社会救助": (2, 3), "relief": (2, 2), "report": (1, 1)}
    undo(tagged)
    assert counts(tagged)["救助"] == (2, 3)


def test_merging(tagged):
    made = rename_tags(tagged, ("+救助", "#report"), "relief")
    assert (made.count, made.merged) == (3, True)
    assert counts(tagged) == {"relief": (4, 5)}
    assert chosen(tagged, "number:1")[0].tags == ("relief",)


def test_taking_off(tagged):
    assert rename_tags(tagged, ("relief",), None).count == 2
    assert "relief" not in counts(tagged)


@pytest.mark.parametrize("new", ["", "two words", "大事", "+major", "办文", "a,b", "-x", "12", "a:b", "a\x1bb"])
def test_a_name_that_could_not_be_typed_again_is_refused(tagged, new):
    before = counts(tagged)
    with pytest.raises(Refused):
        rename_tags(tagged, ("救助",), new)
    assert counts(tagged) == before


def test_an_unknown_tag_changes_nothing(tagged):
    before = counts(tagged)
    with pytest.raises(Refused, match="nothing"):
        rename_tags(tagged, ("救助", "nothing"), "x")
    assert counts(tagged) == before


@pytest.mark.parametrize(
    ("tags", "old", "new", "found"),
    [
        (("a", "b"), ("a",), "c", ("c", "b")),
        (("a", "b"), ("a",), "b", ("b",)),
        (("a", "b", "c"), ("a", "c"), "d", ("d", "b")),
        (("a", "b"), ("b",), None, ("a",)),
        (("a",), ("x",), "y", ("a",)),
    ],
)
def test_retagged(tags, old, new, found):
    assert retagged(tags, old, new) == found


def test_retagging_does_not_begin_the_clock_of_neglect_anew(tagged, clock):
    clock.forward(days=20)
    assert {one.number for one in chosen(tagged, "is:neglected")} == {1, 2}
    rename_tags(tagged, ("relief",), "x")
    edit(tagged, (1,), "+y")
    assert {one.number for one in chosen(tagged, "is:neglected")} == {1, 2}


def page(desk):
    return today_of(desk, desk.book.read())


def test_what_is_kept_for_some_day_is_left_out_of_today_until_its_date(desk, clock):
    add(desk, "Write the history of the bureau +someday")
    add(desk, "整理档案 +将来 10月12日")
    add(desk, "Call Director Li +major")
    assert [one.matter.number for one in page(desk).majors] == [3]
    assert page(desk).minors == ()
    assert page(desk).hidden == 2
    assert [one.number for one in chosen(desk, "is:someday")] == [1, 2]
    clock.forward(days=21)
    assert clock.at.date().isoformat() == "2026-10-12"
    assert [one.matter.number for one in (*page(desk).neglected, *page(desk).minors)] == [2]
    edit(desk, (1,), "+history")
    assert chosen(desk, "is:someday +history") == ()
    assert {one.matter.number for one in page(desk).neglected} == {1}


def test_links(desk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.docx").write_text("x")
    add(desk, "Report")
    made = link(desk, "1", ("note.docx", "https://example.org/a?b=c", "gone.xlsx"))
    here = os.fspath(tmp_path)
    assert made.links == (f"{here}/note.docx", "https://example.org/a?b=c", f"{here}/gone.xlsx")
    assert made.missing == (f"{here}/gone.xlsx",)
    assert link(desk, "1", ("note.docx",)).links == made.links
    assert unlink(desk, "1", ("2", "gone.xlsx")).links == (f"{here}/note.docx",)
    assert (tmp_path / "note.docx").exists()
    undo(desk)
    assert links_of(desk, "1").links == made.links
    assert [one.number for one in chosen(desk, "example.org")] == [1]


def test_links_of_a_reception(desk):
    register(desk, "张伟 13800000000 低保申请")
    link(desk, "V2026-1", ("https://example.org",))
    assert links_of(desk, "访2026-0001").links == ("https://example.org",)


@pytest.mark.parametrize(
    ("word", "targets"), [("9", ("a",)), ("party:1", ("a",)), ("1", ("",)), ("1", ("a\nb",)), ("1", ("x" * 2001,))]
)
def test_what_can_not_be_linked(desk, word, targets):
    add(desk, "Report @李局")
    with pytest.raises(Refused):
        link(desk, word, targets)
    with pytest.raises(Refused):
        unlink(desk, word, targets)
    assert links_of(desk, "1").links == ()


@pytest.mark.parametrize(
    ("text", "address"),
    [("https://x", True), ("mailto:a@b", True), ("C:\\x", False), ("/a:b", False), ("a", False), ("x-y:z", True)],
)
def test_what_is_an_address(text, address):
    assert is_address(text) is address


def test_a_view_with_a_slip_keeps_no_other_from_being_used(tmp_path, clock):
    from planner.desk.choosing import BadFilter, view_named, views

    settings = Settings(views=(("good", "p1"), ("bad", "due:blue")))
    desk = Desk(str(tmp_path / "home"), settings, "en", clock, "director")
    assert [(one.name, one.problem is None) for one in views(desk)] == [("good", True), ("bad", False)]
    with pytest.raises(BadFilter, match="view “bad”, at column 5"):
        view_named(desk, "bad")
    with pytest.raises(Refused, match="no view"):
        view_named(desk, "ugly")
