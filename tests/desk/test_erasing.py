"""A visitor is erased by law: nothing of the person stays in the folder, and nothing brings it back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planner.config.settings import Settings
from planner.desk import care, correcting, erasing, forwarding, matters, past, receptions, talks
from planner.desk.desk import Desk
from planner.desk.refused import Refused
from planner.domain.erasure import MARK, Erasure, pattern_of
from planner.domain.moment import date, datetime
from planner.domain.reception import Reception
from planner.domain.retention import due_since
from planner.store.errors import ChangedSince

FIRST, SECOND = 202600001, 202600002
TOLD = ("张伟", "张建国", "13800000000", "1380000", "河东街", "XF-2026")


def left(home):
    """Files outside the backups that tell of the person."""
    found = []
    for place, folders, names in os.walk(home):
        if place == home and "backups" in folders:
            folders.remove("backups")
        for name in names:
            data = Path(place, name).read_bytes()
            found += [(name, word) for word in TOLD if word.encode() in data]
    return found


@pytest.fixture
def visited(desk):
    """A visitor whose name was corrected once, with a matter and points, and a backup made between."""
    receptions.register(desk, "张建国 13800000000 低保申请 转救助科 报李局")
    correcting.correct(desk, FIRST, ["name:张伟", "unit:河东街3号", "petition-number:XF-2026-9", "age:44", "sex:男"])
    matters.note(desk, (1,), "张伟来电 138 0000 0000")
    care.back_up(desk)
    talks.tell(desk, "@李局 张伟家已走访")
    talks.tick_all(desk, (1,), "李局", answer="张建国的事要办好", matters=True)
    receptions.reply(desk, FIRST, "已告张伟，打+86 138-0000-0000")
    return desk


def test_nothing_is_left_in_the_folder_but_what_was_not_linked(visited):
    erased = erasing.erase(visited, FIRST, "本人申请")
    assert erased.linked == (("matter", 1), ("matter", 2), ("point", 1))
    assert erased.elsewhere == (("point", 2),)
    assert erased.backups == tuple(one.name for one in care.backups(visited))
    assert {word for _, word in left(visited.home)} == {"张伟"}  # in the point that nobody linked
    reception = visited.book.read().get("reception", FIRST)
    assert [getattr(reception, name) for name in ("name", "unit", "phone", "age", "sex", "petition_number")] == [
        None
    ] * 6
    assert (reception.state, reception.matter, reception.handed_to) == ("answered", "低保申请", ("救助科",))
    assert reception.reply == f"已告{MARK}，打{MARK}"
    assert visited.book.read().get("matter", 2).words == f"{MARK}的事要办好"
    assert care.check(visited) == ()


def test_everywhere_takes_their_other_entries_and_every_record(visited):
    receptions.register(visited, "张伟 13800000000 再来问")
    erased = erasing.plan_erasure(visited, FIRST, "本人申请")
    assert erased.others == (SECOND,)
    erasing.erase(visited, FIRST, "本人申请", everywhere=True)
    assert left(visited.home) == []
    assert visited.book.read().get("reception", SECOND).name is None
    assert visited.book.read().get("point", 2).text == f"{MARK}家已走访"


def test_a_plan_changes_nothing(visited):
    before = visited.book.read()
    assert erasing.plan_erasure(visited, FIRST, "本人申请").reception.name == "张伟"
    assert visited.book.read() is before


def test_neither_undo_nor_a_restored_backup_brings_them_back(visited):
    erasing.erase(visited, FIRST, "本人申请", everywhere=True)
    with pytest.raises(ChangedSince):
        past.undo(visited)
    (name,) = [one.name for one in care.backups(visited)]
    care.restore(visited, name)
    assert left(visited.home) == []
    past.undo(visited)
    assert left(visited.home) == []
    assert care.check(visited) == ()
    care.back_up(visited)
    assert len(erasing.plan_erasure(visited, _again(visited), "x").backups) == 0


def _again(desk):
    """Another visitor, whom no backup holds."""
    return receptions.register(desk, "赵新 咨询").reception.number


def test_history_says_that_it_was_erased_and_not_who(visited):
    erasing.erase(visited, FIRST, "张伟本人申请")
    latest = past.changes(visited, kind="reception", number=FIRST, limit=1, private=True)[0]
    assert (latest.command, latest.undoable) == ("erase", False)
    assert visited.book.read().get("reception", FIRST).erase_reason == f"{MARK}本人申请"


@pytest.mark.parametrize("words", [["name:张伟"], ["phone:13800000000"], ["attachments:身份证"]])
def test_the_person_is_not_written_into_it_again(visited, words):
    erasing.erase(visited, FIRST, "本人申请")
    with pytest.raises(Refused, match="was erased on 2026-09-21"):
        correcting.correct(visited, FIRST, words)
    correcting.correct(visited, FIRST, ["matter:低保"])


def test_what_can_not_be_erased_is_refused_with_the_remedy(visited):
    with pytest.raises(Refused, match="There is no reception V2026-0009"):
        erasing.erase(visited, 202600009, "x")
    with pytest.raises(Refused, match="Say why"):
        erasing.erase(visited, FIRST, " ")
    erasing.erase(visited, FIRST, "x")
    with pytest.raises(Refused, match="nothing of the person is left"):
        erasing.erase(visited, FIRST, "x")


def test_a_party_of_that_name_stays_a_party(desk):
    talks.set_party(desk, "王科长", kind="section")
    receptions.register(desk, "王科长 13800000000 来函 转救助科")
    forwarding.forward(desk, FIRST, ("王科长",))
    erased = erasing.erase(desk, FIRST, "离任")
    matter = desk.book.read().get("matter", 1)
    assert matter.handed_to == ("王科长",)
    assert ("party", 1) in erased.elsewhere


@pytest.mark.parametrize(
    ("names", "numbers", "text", "made"),
    [
        (("张伟",), (), "张伟和张伟伟", f"{MARK}和{MARK}伟"),
        (("王",), (), "王局说", "王局说"),
        (("Li Wei",), (), "li  wei, Li Weiss", f"{MARK}, Li Weiss"),
        (("Li",), (), "Library li Li", f"Library {MARK} {MARK}"),
        ((), ("13800000000",), "+86 138 0000 0000；113800000000", f"{MARK}；113800000000"),
        ((), ("8613800000000",), "138-0000-0000", MARK),
        ((), ("010-88886666",), "(010)8888 6666", f"({MARK}"),
        ((), ("123",), "123", "123"),
    ],
)
def test_names_and_numbers_are_found_in_words(names, numbers, text, made):
    erasure = Erasure(at=datetime(2026, 9, 21), reason="x", receptions=(FIRST,), names=names, numbers=numbers)
    pattern = pattern_of(erasure)
    assert (pattern.sub(MARK, text) if pattern else text) == made


def entry(closed, **fields):
    given = {"name": "张伟", **fields}
    return Reception(number=FIRST, at=closed, matter="x", state="answered", closed=closed, **given)


@pytest.mark.parametrize(
    ("closed", "years", "due"),
    [
        (datetime(2021, 9, 21, 9), 5, date(2026, 9, 21)),
        (datetime(2021, 9, 22, 9), 5, None),
        (datetime(2024, 2, 29), 2, date(2026, 3, 1)),
        (datetime(2020, 2, 29), 4, date(2024, 2, 29)),
        (datetime(2001, 1, 1), 0, None),
    ],
)
def test_an_entry_is_due_so_many_years_after_it_was_closed(closed, years, due):
    assert due_since(entry(closed), years, date(2026, 9, 21)) == due


def test_an_open_an_erased_and_a_nameless_entry_are_never_due():
    closed = datetime(2001, 1, 1)
    today = date(2026, 9, 21)
    assert due_since(entry(closed, name=None), 1, today) is None
    assert due_since(entry(closed).replace(erased=closed), 1, today) is None
    assert due_since(entry(closed).replace(state="open", closed=None), 1, today) is None


def test_the_report_finds_archived_entries_and_erases_nothing(tmp_path, clock):
    desk = Desk(str(tmp_path / "home"), Settings(retention_years=5), "en", clock, keeps_up=False)
    receptions.register(desk, "张伟 低保")
    receptions.reply(desk, FIRST, "已答复")
    clock.at = datetime(2031, 9, 21)
    assert [(one.reception.number, one.since) for one in erasing.due_for_erasure(desk)] == [(FIRST, date(2031, 9, 21))]
    assert desk.book.read().get("reception", FIRST).name == "张伟"
    erasing.erase(desk, FIRST, "期满")
    assert erasing.due_for_erasure(desk) == ()


def test_a_file_that_is_not_the_books_is_named(visited):
    Path(visited.home, "config.toml").write_text('[views]\nmine = "张伟"\n', encoding="utf-8")
    Path(visited.home, "templates").mkdir()
    Path(visited.home, "templates", "x.toml").write_text("# 13800000000", encoding="utf-8")
    assert erasing.erase(visited, FIRST, "本人申请").files == ("config.toml", "templates/x.toml")
