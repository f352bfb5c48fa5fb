"""Slips with receptions and talks: each is refused in one line that says what to do, in both languages."""

from __future__ import annotations

import pytest

from planner.store.book import Book

SLIPS = [
    # a number that is not there, or is none
    (
        ("reply", "2026-0009", "办了"),
        1,
        "There is no reception V2026-0009. planner visits",
        "没有接待 访2026-0009，用 planner visits",
    ),
    (
        ("notice", "2025-0001"),
        1,
        "There is no reception V2025-0001. planner visits",
        "没有接待 访2025-0001，用 planner visits",
    ),
    (("visits", "edit", "2026-0000", "name:x"), 1, "write V2026-0123", "请写 访2026-0123"),
    (("visits", "erase", "2026-0009", "x"), 1, "There is no reception V2026-0009", "没有接待 访2026-0009"),
    # numbers out of order
    (("done", "7-5"), 1, "7-5 is not a range of matters: write it as 5-7", "请写成 5-7"),
    (("done", "2026-0001"), 1, "planner show 2026-0001", "planner show 2026-0001"),
    (("talk", "李局", "--tick", "9"), 1, "There is no point 9. planner talk", "没有要点 9，用 planner talk"),
    (("steps", "9"), 1, "There is no matter 9. planner list", "没有事项 9"),
    # a step before the visit, or ahead
    (
        ("reply", "2026-0001", "办了", "--on", "2026-11-01"),
        1,
        "correct the visit with planner visits edit",
        "planner visits edit 访2026-0001",
    ),
    (
        ("notice", "2026-0001", "2026-11-01"),
        1,
        "correct the visit with planner visits edit",
        "planner visits edit 访2026-0001",
    ),
    (
        ("extend", "2026-0001", "5d", "--on", "2026-11-01"),
        1,
        "correct the visit with",
        "planner visits edit 访2026-0001",
    ),
    (("reply", "2026-0001", "办了", "--on", "2026-12-01"), 1, "record it when it has happened", "请在发生后再登记"),
    (("visits", "edit", "1", "at:2027-01-01"), 1, "record it when it has happened", "请在发生后再登记"),
    (("extend", "2026-0001", "fri"), 2, "write 30d", "请写 30d"),
    # nobody of that name, in a script that can't be asked
    (("talk", "赵局"), 1, "Nobody is called 赵局. planner parties", "用 planner parties"),
    (("talk", "赵局", "--held"), 1, "Nobody is called 赵局. planner parties", "用 planner parties"),
    (("parties", "赵局"), 1, "Nobody is called 赵局. planner parties", "用 planner parties"),
    (("parties", "merge", "李局", "赵局"), 1, "Nobody is called 赵局. planner parties", "用 planner parties"),
    # two people with one name, an alias that is another's
    (("parties", "王局", "--alias", "李明"), 1, "planner parties merge 王局 李局", "planner parties merge 王局 李局"),
    (("parties", "王局", "--alias", "李局"), 1, "planner parties merge 王局 李局", "planner parties merge 王局 李局"),
    (("parties", "merge", "李局", "李明"), 1, "are one party already", "同一联系人"),
    # what lacks words
    (("visits", "forward", "1"), 2, "planner visits forward V2026-0123 NAME", "planner visits forward 访2026-0123"),
    (("visits", "event", "1", "nothing"), 2, "an event is one of forwarded", "环节可用 转办、书面告知"),
    (("reply", "2026-0001", " "), 1, "planner reply V2026-0123", "planner reply"),
    (("tell", "好"), 1, "Say whom to tell", "请写明告知谁"),
    (("visit",), 2, "planner visit NAME PHONE MATTER", "planner visit"),
]


@pytest.fixture
def log(shell):
    shell("visit", "张伟 13800000000 低保申请")
    shell("parties", "李局", "--kind", "leader", "--alias", "李明")
    shell("parties", "王局", "--kind", "leader")
    return shell


@pytest.mark.parametrize(("words", "code", "english", "chinese"), SLIPS, ids=[" ".join(row[0]) for row in SLIPS])
def test_a_slip_is_one_line_with_the_remedy_and_changes_nothing(log, words, code, english, chinese):
    before = Book(str(log.home)).read().sequence
    for lang, wanted in (("en", english), ("zh", chinese)):
        said = log("--lang", lang, *words, code=code)
        assert wanted in said.line
        assert said.out == ""
    assert Book(str(log.home)).read().sequence == before


def test_an_event_is_recorded_by_its_word_in_either_language(log):
    log("--lang", "zh", "visits", "event", "1", "上报")
    log("visits", "event", "1", "reported")
    assert [one["name"] for one in log("show", "V2026-0001", "--json").json["events"]] == ["reported", "reported"]


def test_another_of_one_name_is_registered_and_told_apart(log):
    said = log("visit", "张伟 再问")
    assert "The same name before, perhaps another person: V2026-0001" in said.err
    assert "Came before: V2026-0001" in log("visit", "张伟 138-0000-0000 又来").err
