"""A visitor is erased by law: nothing of the person stays in the folder, and nothing brings it back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planner.config.settings import Settings
from planner.desk import care, correcting, erasing, forwarding, matters, past, receptions, talks
from planner.desk.desk import Desk
from planner.desk.refused import Refused
from planner.domain.erasure import MARK
from planner.domain.finder import Finder
from planner.domain.moment import date, datetime
from planner.domain.reception import Reception
from planner.domain.retention import due_since
from planner.store import checkpoint
from planner.store import erasing as store_erasing
from planner.store.errors import ChangedSince, NothingToRedo

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
        ((), ("13912345678",), "１３９１２３４５６７８、138-1391-2345-678", f"{MARK}、138-{MARK}"),
        ((), ("13812345678",), "138_1234_5678 138\u200b1234·5678", f"{MARK} {MARK}"),
        ((), ("１３８１２３４５６７８",), "打13812345678", f"打{MARK}"),
        ((), ("010-88886666",), "010-88886666转801，8888-6666", f"{MARK}，{MARK}"),
        ((), ("010-88886666转801",), "01088886666 ext. 12, +86 10 8888 6666", f"{MARK}, {MARK}"),
        ((), ("010-88886666",), "021-88886666", "021-88886666"),
        ((), ("13800000000、13911112222",), "139 1111 2222", MARK),
        ((), ("20260925",), "2026-09-25前答复，20260925号", f"2026-09-25前答复，{MARK}号"),
        ((), ("2026-0921",), "2026-0921 2026-09-21", f"{MARK} 2026-09-21"),
        ((), ("XF-2026-9",), "xf 2026－9", MARK),
        (("张三",), (), "张 三、张　三、張三", f"{MARK}、{MARK}、張三"),
        (("买买提·艾力",), (), "买买提 艾力", MARK),
        (("Li Wei",), (), "找LI WEI谈，Ｌｉ Ｗｅｉ", f"找{MARK}谈，{MARK}"),
        (("O'Brien", "**"), (), "a**b O’BRIEN", f"a**b {MARK}"),
        (("访客7",), (), "访客7和访客71", f"{MARK}和访客71"),
        (("José",), (), "JOSE\u0301", MARK),
        (("张三、李四",), (), "李四说", f"{MARK}说"),
        ((), ("123",), "123", "123"),
    ],
)
def test_names_and_numbers_are_found_in_words(names, numbers, text, made):
    assert Finder(names, numbers).replaced(text, lambda _found: MARK) == made


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


@pytest.mark.parametrize("number", ["20260925", "202609", "2026-0921", "2026-09-25"])
def test_a_number_that_looks_like_a_date_leaves_the_entry_whole(desk, number):
    receptions.register(desk, "钱多多 低保 转民政科")
    correcting.correct(desk, FIRST, [f"petition-number:{number}", "reply-by:2026-09-25"])
    erasing.erase(desk, FIRST, "x")
    snapshot = desk.book.read()
    reception = snapshot.get("reception", FIRST)
    assert (reception.reply_due, reception.petition_number, reception.erased) == (date(2026, 9, 25), None, desk.now)
    assert snapshot.get("matter", 1).handed_to == ("民政科",)
    assert care.check(desk) == ()


def test_a_name_that_is_a_word_of_the_program_leaves_the_grade(desk):
    receptions.register(desk, "低保 转民政科")
    correcting.correct(desk, FIRST, ["name:Major"])
    matters.regrade(desk, (1,), "major")
    matters.note(desk, (1,), "MAJOR called")
    erasing.erase(desk, FIRST, "x")
    matter = desk.book.read().get("matter", 1)
    assert (matter.grade_by_hand, matter.notes[-1].text) == ("major", f"{MARK} called")


def test_what_was_undone_comes_back_by_no_redo(desk):
    receptions.register(desk, "张建国 13800000000 低保 转民政科")
    talks.tell(desk, "@李局 张建国明天再来 #1")
    past.undo(desk)
    erasing.erase(desk, FIRST, "x")
    with pytest.raises(NothingToRedo):
        past.redo(desk)
    assert left(desk.home) == []


def test_a_record_that_is_no_more_and_is_not_linked_is_named(desk):
    receptions.register(desk, "张建国 13800000000 低保")
    talks.tell(desk, "@李局 张建国明天再来")
    past.undo(desk)
    assert erasing.erase(desk, FIRST, "x").elsewhere == (("point", 1),)
    with pytest.raises(NothingToRedo):
        past.redo(desk)


def test_a_point_on_a_matter_of_the_entry_is_linked(desk):
    receptions.register(desk, "张建国 13800000000 低保 转民政科")
    talks.tell(desk, "@李局 张建国明天再来 #1")
    assert erasing.erase(desk, FIRST, "x").linked == (("matter", 1), ("point", 1))
    assert desk.book.read().get("point", 1).text.startswith(f"{MARK}明天再来")


def test_a_restored_backup_blanks_old_names_and_what_is_linked_through_a_matter(desk):
    receptions.register(desk, "张建国 13800000000 低保 转民政科")
    talks.tell(desk, "@李局 张建国明天再来 #1")
    correcting.correct(desk, FIRST, ["name:张伟"])
    care.back_up(desk)
    erasing.erase(desk, FIRST, "x")
    (name,) = [one.name for one in care.backups(desk)]
    care.restore(desk, name)
    assert left(desk.home) == []
    assert desk.book.read().get("reception", FIRST).erased is not None


def test_a_restored_backup_blanks_a_name_that_it_tells_in_words_alone(desk):
    receptions.register(desk, "张建国 13800000000 低保 转民政科")
    talks.tell(desk, "@李局 张建国明天再来 #1")
    correcting.correct(desk, FIRST, ["name:张伟", "phone:010-5555666"])
    checkpoint.run(desk.book, desk.now)
    talks.tell(desk, "@李局 别的事")
    care.back_up(desk)
    erasing.erase(desk, FIRST, "x")
    (name,) = [one.name for one in care.backups(desk)]
    care.restore(desk, name)
    assert left(desk.home) == []
    assert care.check(desk) == ()


def test_a_restored_backup_brings_nobody_back_who_was_erased_everywhere(desk):
    receptions.register(desk, "张建国 13800000000 低保")
    talks.tell(desk, "@李局 张建国明天再来")
    care.back_up(desk)
    erasing.erase(desk, FIRST, "x", everywhere=True)
    (name,) = [one.name for one in care.backups(desk)]
    care.restore(desk, name)
    assert left(desk.home) == []
    assert desk.book.read().get("point", 1).text == f"{MARK}明天再来"


def test_a_restored_backup_that_does_not_know_the_entry_brings_no_name_back(desk):
    talks.tell(desk, "@李局 张建国明天来")
    care.back_up(desk)
    receptions.register(desk, "张建国 13800000000 低保")
    erasing.erase(desk, FIRST, "x", everywhere=True)
    (name,) = [one.name for one in care.backups(desk)]
    care.restore(desk, name)
    assert left(desk.home) == []


def test_what_is_written_just_before_the_lock_goes_too(desk, monkeypatch):
    receptions.register(desk, "张建国 13800000000 低保 转救助科")

    def meanwhile(book, at):
        correcting.correct(desk, FIRST, ["name:张伟"])
        matters.note(desk, (1,), "张伟来电")
        return checkpoint.run(book, at)

    monkeypatch.setattr(store_erasing, "run", meanwhile)
    erasing.erase(desk, FIRST, "x")
    assert left(desk.home) == []


def test_a_party_whose_name_holds_the_visitors_stays_a_party(desk):
    talks.set_party(desk, "王科长办公室", kind="section")
    receptions.register(desk, "王科长 13800000000 来函 转救助科")
    forwarding.forward(desk, FIRST, ("王科长办公室",))
    erasing.erase(desk, FIRST, "离任")
    assert desk.book.read().get("matter", 1).handed_to == ("王科长办公室",)


def test_the_same_person_is_known_however_they_are_written(desk):
    receptions.register(desk, "张建国 13800000000 低保")
    receptions.register(desk, "赵新 咨询")
    correcting.correct(desk, SECOND, ["phone:１３８ 0000 0000"])
    assert erasing.plan_erasure(desk, FIRST, "x").others == (SECOND,)
