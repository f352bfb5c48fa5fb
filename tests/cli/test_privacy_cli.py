"""What a restricted entry, and a phone in anybody's words, tell to whoever did not ask with --private: nothing."""

from __future__ import annotations

import json

import pytest

SECRETS = ("周敏", "克扣", "13800001234", "账本", "冻结", "已约谈", "匿名信", "录音")
"""Words of an accusation, and of what was written down on its matter and its point."""


@pytest.fixture
def accusation(run):
    """An accusation with a matter and a point that speak of it."""
    run("visit", "周敏 13800001234 克扣伙食费 转纪检室 报 @李局", "--class", "accusation", "--received-by", "录音小王")
    run("note", "1", "账本在三楼")
    run("chase", "1", "周五前冻结")
    run("link", "V2026-0001", "https://example.org/匿名信")
    run("link", "1", "https://example.org/录音")
    run("visits", "event", "V2026-0001", "reported", "--reason", "账本")
    run("visits", "edit", "1", "how:录音")
    return run


READING = [
    ("link", "V2026-0001"),
    ("link", "1"),
    ("show", "1"),
    ("show", "1", "--json"),
    ("show", "V2026-0001"),
    ("show", "V2026-0001", "--json"),
    ("visits", "--state", "all"),
    ("visits", "--state", "all", "--json"),
    ("find", "账本"),
    ("find", "冻结"),
    ("find", "录音"),
    ("find", "V2026", "--json"),
    ("list", "state:all"),
    ("list", "--json"),
    ("today", "--json"),
    ("today",),
    ("owed",),
    ("owed", "--json"),
    ("history",),
    ("history", "1"),
    ("history", "V2026-0001"),
    ("history", "--json"),
]


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_nothing_that_reads_tells_an_accusation(accusation, words):
    out = accusation(*words)[1]
    assert [secret for secret in SECRETS if secret in out] == []


def test_all_of_it_is_told_when_asked_for(accusation):
    assert "匿名信" in accusation("link", "V2026-0001", "--private")[1]
    assert "账本" in accusation("show", "1", "--private")[1]
    assert "账本" in accusation("show", "1", "--private", "--json")[1]
    assert "账本" in accusation("history", "1", "--private")[1]
    assert accusation("find", "冻结", "--private")[0] == 0
    assert accusation("find", "冻结")[0] == 1


def test_the_answers_to_a_point_and_the_reason_of_a_void_entry_stay_hidden(run):
    run("visit", "周敏 克扣伙食费 报:李局 #restricted")
    run("tell", "@李局 V2026-0001", "--visit", "V2026-0001")
    number = json.loads(run("find", "V2026-0001", "--json")[1])
    points = [row["number"] for row in number if row["record"] == "point"]
    for point in points:
        run("talk", "李局", "--tick", str(point), "--answer", "已约谈")
        assert "已约谈" not in run("show", f"point:{point}")[1]
        assert "已约谈" not in run("show", f"point:{point}", "--json")[1]
    assert points
    assert run("find", "已约谈")[0] == 1
    run("visits", "void", "1", "周敏撤回")
    for words in (("show", "V2026-0001"), ("visits", "--state", "all", "--json"), ("history", "V2026-0001")):
        assert "周敏" not in run(*words)[1]


def test_history_keeps_the_secret_of_what_was_taken_back(accusation):
    accusation("visit", "吴刚 举报克扣 转纪检室", "--class", "accusation")
    accusation("note", "2", "账本")
    accusation("undo")
    accusation("undo")
    assert accusation("show", "2")[0] == 1
    for words in (("history",), ("history", "2"), ("history", "--json"), ("history", "2", "--json")):
        assert "账本" not in accusation(*words)[1]


def test_history_still_tells_what_was_taken_back_of_an_ordinary_matter(run):
    run("add", "Report on bridges")
    run("undo")
    assert "Report on bridges" in run("history", "1")[1]


def test_an_accusation_put_into_another_class_is_shown_again(run):
    run("visit", "周敏 13800001234 克扣伙食费", "--class", "accusation")
    assert "克扣" not in run("show", "V2026-0001")[1]
    run("visits", "edit", "1", "class:appeal")
    assert "克扣" in run("show", "V2026-0001")[1]
    said = run("visit", "周敏 克扣", "--class", "accusation", "--dry-run")[1]
    assert "restricted" in said


PHONES = ("13911112222", "8613911112222", "139 1111 2222", "139-1111-2222", "010-88886666")


@pytest.mark.parametrize("phone", PHONES)
def test_a_phone_in_words_is_cut_wherever_they_are_shown(run, phone):
    run("visit", "张伟 低保申请 转救助科")
    run("visits", "edit", "1", f"matter:低保，打{phone}找我")
    run("edit", "1", f"title:低保 打{phone}")
    run("note", "1", f"打{phone}")
    run("reply", "1", f"已打{phone}")
    for words in READING[2:]:
        assert phone not in run(*words)[1], words
    assert phone in run("show", "1", "--private")[1]
    assert phone in run("show", "V2026-0001", "--private")[1]


def test_a_point_of_an_accusation_s_matter_is_a_number_to_whoever_takes_it_along(accusation):
    accusation("tell", "@李局 冻结的账本 #1")
    for words in (("talk", "李局"), ("talk", "李局", "--format", "md"), ("export", "party", "李局", "--format", "md"),
                  ("export", "party", "李局", "--format", "json"), ("list", "冻结"), ("find", "账本")):  # fmt: skip
        assert "冻结" not in accusation(*words)[1], words
    assert "冻结的账本" in accusation("talk", "李局", "--private")[1]


def test_a_point_of_an_accusation_s_matter_is_not_told_to_the_accused(run):
    run("visit", "周敏 克扣 转纪检室", "--class", "accusation", "--accused", "救助科")
    code, _, err = run("tell", "@救助科 有人告你 #1")
    assert code == 1
    assert "art. 30" in err
    assert "有人告你" not in run("talk", "救助科", "--private")[1]


def test_a_point_whose_visit_was_taken_back_with_its_matter_stays_hidden_in_the_history(run):
    run("visit", "周敏 克扣 转纪检室", "--class", "accusation")
    run("tell", "@李局 账本 #1")
    run("undo")
    run("undo")
    for words in (("history",), ("history", "point:1"), ("history", "--json")):
        assert "账本" not in run(*words)[1], words


def test_the_next_of_an_accusation_s_matter_is_as_hidden(run):
    run("visit", "周敏 克扣 转纪检室", "--class", "accusation")
    run("edit", "1", "title:冻结账本 周一 每周一")
    run("done", "1")
    assert "冻结" not in run("list")[1] + run("show", "2")[1] + run("find", "冻结")[1]
    assert "冻结" in run("show", "2", "--private")[1]


def test_the_next_of_an_ordinary_visit_s_matter_owes_the_visitor_nothing(run):
    run("visit", "张伟 低保申请 转救助科")
    run("edit", "1", "周一 每周一")
    run("done", "1")
    assert "planner reply" not in run("done", "2")[2]
