"""The reception log from the command line: every field, each step, the lists, what is masked."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def log(run):
    flags = ("--asked", "李局", "--received-by", "小王", "--petition-number", "XF1", "--class", "appeal", "--sex", "男")
    more = ("--age", "61", "--attachment", "户口本", "--satisfaction", "满意")
    run("visit", "张伟 13800000000 低保申请 转救助科", *flags, *more)
    run("visit", "王秀英等7人 养老院退费 13912345678", "--channel", "superior", "--grave", "--within", "5wd")
    return run


def shapes(run, *words):
    return {row["number"]: row for row in json.loads(run("visits", *words, "--json")[1])}


def test_flags_say_what_the_line_does_not(log):
    row = shapes(log)["V2026-0001"]
    assert (row["asked"], row["received_by"], row["petition_number"], row["class"]) == ("李局", "小王", "XF1", "appeal")
    said = log("show", "V2026-0001")[1]
    assert all(word in said for word in ("男", "61", "户口本", "满意", "XF1", "138****0000"))


def test_each_step_says_which_clocks_run_on(log):
    code, out, said = log("objection", "V2026-0002", "--reason", "not ours")
    assert (code, out) == (0, "")
    assert "objection" not in said.split("recorded.")[1]
    assert "finish" in said
    log("accept", "2", "2026-11-25")
    _, _, said = log("extend", "V2026-0002", "30d", "--reason", "survey", "--approver", "Li")
    assert "extended by 30 days" in said
    clocks = {clock["name"]: clock for clock in shapes(log)["V2026-0002"]["clocks"]}
    assert (clocks["finish"]["due"], clocks["finish"]["extended"]) == ("2027-02-23", 30)
    assert clocks["reply"]["due"] == "2026-12-02"
    log("visits", "event", "V2026-0002", "reported")
    assert "report" not in {clock["name"] for clock in shapes(log)["V2026-0002"]["clocks"]}
    log("reply", "2", "refunded", "--how", "in writing", "--on", "2026-11-25")
    row = shapes(log, "--state", "answered")["V2026-0002"]
    assert (row["replied"], row["how"]) == ("2026-11-25", "in writing")
    assert [(clock["name"], clock["window"]) for clock in row["clocks"]] == [("review", True)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("extend", "V2026-0002", "soon"), 2),
        (("extend", "V2026-0002"), 2),
        (("reply", "V2026-0002", "yes", "--on", "2026-11-01"), 1),
        (("objection", "V2026-0009"), 1),
        (("visits", "event", "V2026-0002", "dance"), 2),
        (("visits", "forward", "V2026-0002"), 2),
        (("visits", "edit", "V2026-0002", "weather:fine"), 1),
        (("visit", "a bench", "--clocks", "lunar"), 1),
        (("clocks", "none"), 1),
    ],
)
def test_what_is_not_understood_is_refused_in_one_line(log, words, code):
    found, _, said = log(*words)
    assert (found, len(said.strip().splitlines())) == (code, 1)


def test_an_answer_by_phone_leaves_the_written_notice_owed(log):
    said = log("reply", "1", "refunded", "--how", "by phone")[2]
    assert "the written notice is still owed" in said
    assert "written notice: " in said
    assert "stopped" in log("reply", "1", "refunded", "--how", "in writing")[2]


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("noticed:2026-11-27", "still ahead"),
        ("accepted:2026-11-27", "still ahead"),
        ("accepted:2026-11-01", "came on"),
        ("reply:refunded", "planner reply V2026-0001"),
        ("replied:2026-11-25", "planner reply V2026-0001"),
    ],
)
def test_a_correction_can_do_nothing_that_a_step_could_not(log, word, says):
    code, _, said = log("visits", "edit", "1", word)
    assert (code, says in said) == (1, True)
    row = shapes(log)["V2026-0001"]
    assert (row["state"], row["noticed"], row["accepted"], row["reply"]) == ("open", None, None, None)


def test_an_answer_that_was_given_is_corrected_but_not_emptied(log):
    log("reply", "1", "refunded")
    assert log("visits", "edit", "1", "reply:refused", "replied:2026-11-25")[0] == 0
    for word in ("reply:-", "replied:-", "replied:2026-11-27"):
        assert log("visits", "edit", "1", word)[0] == 1
    row = shapes(log, "--state", "answered")["V2026-0001"]
    assert (row["reply"], row["replied"]) == ("refused", "2026-11-25")


def test_a_void_entry_tells_what_of_it_is_still_open(log):
    log("visit", "李娜 低保申请 转救助科 报 @李局")
    log("visit", "李娜 复查 报:李局")
    said = log("visits", "void", "3", "twice")[2]
    assert "matter 2 is still open: planner drop 2" in said
    log("drop", "1", "void")
    assert "still open" not in log("visits", "void", "1", "twice")[2]
    assert "point 1 still waits" in said + log("visits", "void", "4", "twice")[2]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("history", "V2026-0009"), 1),
        (("history", "99"), 1),
        (("history", "--limit", "0"), 2),
        (("history", "--limit", "-3"), 2),
        (("postpone", "1", "foo"), 1),
        (("list", "--due-before", "foo"), 1),
        (("extend", "1", "foo"), 1),
        (("extend", "1"), 2),
        (("parties", "救助科", "--rank", "-3"), 1),
    ],
)
def test_a_slip_leaves_with_the_code_of_its_kind(log, words, code):
    found, out, said = log(*words)
    assert (found, out, len(said.strip().splitlines())) == (code, "", 1)
    assert "“”" not in said


def test_naming_the_accused_late_warns_of_each_matter_and_point_that_is_with_them(log):
    log("visit", "李娜 克扣伙食费 转养老科 报 @养老科", "--class", "accusation")
    said = log("visits", "edit", "3", "accused:养老科")[2]
    assert "forwarded to 养老科" in said
    assert "matter 2 is with 养老科" in said


def test_a_chase_under_another_name_is_a_second_one_and_the_accused_is_not_chased(log):
    log("parties", "救助科", "--alias", "救助")
    assert "chased today" not in log("chase", "1", "--party", "救助科", "周五")[2]
    assert "chased today" in log("chase", "1", "--party", "救助", "周五")[2]
    log("visits", "edit", "1", "accused:养老科")
    assert log("chase", "1", "--party", "养老科", "周五")[0] == 1


def test_show_leaves_nothing_out_that_is_kept(log):
    log("add", "报表 2026-12-01 9:00 remind 30min before +月报")
    assert "30 min" in log("show", "2")[1]
    log("visit", "李娜 低保申请 报:李局 +低保")
    said = log("show", "V2026-0003")[1]
    assert "+低保" in said
    assert "points: " in said
    log("tell", "@李局 报表已交 on:2 +月报")
    assert "+月报" in log("show", "point:2")[1]


def test_an_entry_is_corrected_and_its_history_keeps_what_it_said(log):
    assert "phone" in log("visits", "edit", "1", "phone:13800000001", "name:张伟民")[2]
    history = log("history", "V2026-0001")[1]
    assert "138****0000 -> 138****0001" in history
    assert "张伟 -> 张伟民" in history
    assert "13800000000" not in history


def test_an_accusation_is_masked_wherever_it_is_listed(log):
    log("visit", "周敏 13800001234 克扣伙食费", "--class", "accusation", "--accused", "养老科")
    assert "accused" in log("visits", "forward", "3", "养老科")[2]
    log("visits", "forward", "3", "纪检室")
    for words in (
        ("visits",),
        ("visits", "--json"),
        ("today",),
        ("history",),
        ("history", "2"),
        ("list",),
        ("show", "2"),
    ):
        out = log(*words)[1]
        assert not any(secret in out for secret in ("周敏", "克扣", "13800001234")), words
    assert "周敏" in log("visits", "--private")[1]


def test_a_phone_in_the_words_is_cut_in_lists(log):
    log("visits", "edit", "1", "matter:低保申请，可打13811112222")
    assert "138****2222" in log("visits", "--subject", "低保")[1]


def test_the_lists(log):
    assert list(shapes(log)) == ["V2026-0002", "V2026-0001"]
    assert list(shapes(log, "--subject", "低保")) == ["V2026-0001"]
    assert list(shapes(log, "--section", "救助科")) == ["V2026-0001"]
    assert list(shapes(log, "--late")) == []
    assert list(shapes(log, "--year", "2025")) == []
    lines = log("visits", "--by-section")[1].splitlines()
    assert (lines[0], lines[2]) == ("救助科: 1", "not forwarded: 1")


def test_clocks_are_listed_and_printed_as_toml(log, tmp_path):
    assert "Regulations on Petition Work, art. 23" in log("clocks")[1]
    assert "《信访工作条例》第二十三条" in log("--lang", "zh", "clocks")[1]
    (tmp_path / "clocks.toml").write_text(log("clocks", "answer", "--toml")[1].replace("days = 5", "days = 7"), "utf-8")
    assert "7 working days" in log("clocks", "answer")[1]
    assert json.loads(log("clocks", "answer", "--json")[1])[0]["days"] == 7


def test_a_visitor_is_registered_though_the_users_clocks_have_a_slip(log, tmp_path):
    (tmp_path / "clocks.toml").write_text("[[clock]]\nname = 3\n", "utf-8")
    code, out, said = log("visit", "李娜 低保申请")
    assert (code, out) == (0, "V2026-0003\n")
    assert "clocks.toml" in said


@pytest.mark.parametrize(
    "words",
    [
        ("visits",),
        ("today",),
        ("today", "--json"),
        ("list",),
        ("owed",),
        ("show", "V2026-0001"),
        ("show", "1"),
        ("find", "低保"),
        ("talk", "救助科"),
        ("parties", "--json"),
        ("why", "1"),
    ],
)
def test_what_only_reads_goes_on_though_the_users_clocks_have_a_slip(log, tmp_path, words):
    sound = log(*words)
    (tmp_path / "clocks.toml").write_text("[[clock]]\nname = 3\n", "utf-8")
    code, out, said = log(*words)
    assert (code, out) == (0, sound[1])
    (line,) = said.removesuffix(sound[2]).splitlines()
    assert "clocks.toml" in line
    assert log("visits", "event", "1", "reported")[0] == 1


def test_a_reception_is_extended_by_its_bare_number_too(shell):
    shell("visit", "张伟 13800000000 低保申请")
    shell("accept", "2026-0001")
    said = shell("extend", "2026-0001", "10d", "--reason", "会商", "--approver", "李局")
    assert "V2026-0001: extended" in said.err
    assert shell("show", "V2026-0001", "--json").json["extensions"][0]["days"] == 10


def test_an_answer_by_word_of_mouth_stays_in_the_list_until_the_notice(shell):
    shell("visit", "张伟 13800000000 低保申请")
    assert "still owed" in shell("reply", "2026-0001", "同意").err
    assert "written notice" in shell("visits").out
    shell.monkeypatch.setenv("PLANNER_NOW", "2026-11-30T10:00")  # the page shows what ends within ten working days
    assert "written notice" in shell("today").out
    assert "书面告知" in shell("--lang", "zh", "visits").out
    assert shell("visits", "--state", "open").out == ""
    shell("notice", "2026-0001")
    assert shell("visits").out == ""


def test_flags_say_every_field_of_the_fast_set(shell):
    said = shell(
        "visit",
        "养老院退费",
        "--at",
        "2026-11-25 08:30",
        "--name",
        "王秀英",
        "--unit",
        "河东街",
        "--phone",
        "13800000000",
        "--headcount",
        "7",
        "--channel",
        "visit",
        "--kind",
        "public",
        "--asked",
        "李局",
        "--received-by",
        "小王",
        "--to",
        "养老科",
        "--report",
        "王局",
        "--due",
        "2026-12-01",
        "--petition-number",
        "XF-1",
    )
    assert "at most five representatives" in said.err
    assert "planner visits event V2026-0001 reported" in said.err
    row = shell("show", "V2026-0001", "--json").json
    assert (row["at"], row["visitor"], row["unit"], row["headcount"]) == ("2026-11-25T08:30", "王秀英", "河东街", 7)
    assert (row["asked"], row["received_by"], row["handler"], row["route"]) == ("李局", "小王", ["养老科"], "forwarded")
    assert [clock["due"] for clock in row["clocks"] if clock["name"] == "reply"] == ["2026-12-01"]
    assert row["matters"] == [1]
    assert "王局" in shell("parties").out


def test_an_answer_on_the_spot_is_recorded_with_the_visit(shell):
    said = shell("visit", "张伟 低保申请", "--reply", "材料齐了就办", "--how", "书面")
    assert "still owed" not in said.err
    row = shell("show", "V2026-0001", "--json").json
    assert (row["state"], row["reply"], row["how"], row["route"]) == ("answered", "材料齐了就办", "书面", "answered")
    assert "still owed" in shell("visit", "李强 低保申请", "--reply", "好").err
    assert shell("visits").out.startswith("V0002  written notice")


def test_the_rules_for_groups_are_for_the_public(shell):
    said = shell("visit", "市局调研组 了解养老工作", "--headcount", "8", "--kind", "official")
    assert "Five or more" not in said.err
    assert "representatives" not in said.err
    assert "representatives" not in shell("visit", "王秀英等7人 养老院退费", "--channel", "letter").err
    assert "can't be 0" in shell("visit", "张伟 咨询", "--headcount", "0", code=1).line


def test_a_letter_without_a_name_is_a_letter(shell):
    shell("visit", "匿名信 反映低保评议不公")
    shell("visit", "anonymous letter the list is unfair")
    rows = shell("visits", "--json").json
    assert [(row["visitor"], row["channel"]) for row in rows] == [(None, "letter")] * 2
    assert rows[0]["matter"] == "反映低保评议不公"


def test_an_official_group_is_named_by_its_unit(shell):
    shell("visit", "调研养老服务", "--kind", "official", "--unit", "市局调研组", "--headcount", "4")
    assert "市局调研组 and 3 more" in shell("visits").out
    assert "市局调研组等4人" in shell("--lang", "zh", "visits").out


def test_a_matter_that_nothing_warns_of_is_told(shell):
    said = shell("visit", "张伟 13800000000 低保申请 转救助科")
    assert "Matter 1 has no date, so no light warns of it: planner edit 1 2027-01-22" in said.err
    assert "has no date" not in shell("visit", "李强 低保申请 转救助科 周五前答复").err
    shell("visit", "赵敏 低保申请")
    assert "Matter 3 has no date" in shell("visits", "forward", "3", "救助科").err
    assert "has no date" not in shell("visits", "forward", "3", "救助科", "--due", "fri").err


def test_words_are_sought_in_all_years_and_states(shell):
    shell("visit", "张伟 13800000000 低保申请")
    shell("reply", "2026-0001", "同意", "--how", "书面")
    shell.monkeypatch.setenv("PLANNER_NOW", "2028-11-25T10:00")
    shell("visit", "李强 咨询")
    assert "李强" in shell("visits").out
    assert "低保申请" in shell("visits", "张伟").out
    assert "低保申请" in shell("visits", "--subject", "低保").out
    assert shell("visits", "张伟", "--state", "open").out == ""
    assert shell("visits", "低保", "--json").json[0]["waiting"] is False
