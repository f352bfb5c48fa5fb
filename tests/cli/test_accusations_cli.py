"""Accusations, which may not reach whom they accuse (art. 30), and enquiries, for which no term runs."""

from __future__ import annotations

import json

import pytest

AGAINST_LI = "王小明 13712342222 举报李局收受红包"


@pytest.fixture
def office(run):
    run("parties", "李明", "--alias", "李局", "--kind", "leader")
    return run


def shape(run, label="V2026-0001", *more):
    return json.loads(run("show", label, "--json", *more)[1])


def test_a_party_that_the_words_name_is_asked_about_as_it_is_registered(office):
    said = office("visit", AGAINST_LI)[2]
    assert "It names 李明: accused? planner visits edit V2026-0001 accused:李明" in said
    assert "By its words an accusation, so restricted (art. 30)" in said
    assert shape(office)["class"] == "accusation"
    assert "李明" not in office("visit", AGAINST_LI, "--accused", "李局")[2].replace("李局", "")


@pytest.mark.parametrize(
    "words",
    [
        ("visits", "forward", "V2026-0001", "李局"),
        ("visits", "forward", "V2026-0001", "李明"),
        ("visits", "forward", "V2026-0001", "养老科,李明"),
        ("hand", "1", "李局"),
        ("visit", AGAINST_LI, "--to", "李局"),
        ("visit", f"{AGAINST_LI} 报李局"),
        ("visit", "举报 李局 收受红包 转李明"),
    ],
)
def test_nothing_goes_to_whom_the_words_name(office, words):
    office("visit", f"{AGAINST_LI} 转养老科")
    before = office("history", "--json")[1]
    code, out, said = office(*words)
    assert (code, out, len(said.strip().splitlines())) == (1, "", 1)
    assert "art. 30" in said
    assert "accused" in said
    assert office("history", "--json")[1] == before


def test_a_name_that_is_no_party_yet_is_held_up_by_the_words_too(run):
    run("visit", "王小明 举报李局收受红包")
    assert run("visits", "forward", "1", "李局")[0] == 1


def test_whoever_says_whom_it_accuses_may_pass_it_on(office):
    office("visit", "王小明 向李局举报孙科长收受红包")
    assert office("visits", "forward", "1", "李局")[0] == 1
    office("visits", "edit", "1", "accused:孙科长")
    assert office("visits", "forward", "1", "李局")[0] == 0
    assert "孙科长 is accused" in office("visits", "forward", "1", "孙科长")[2]


def test_the_line_itself_says_whom_it_accuses(office):
    said = office("visit", "王小明 向李局举报孙科长收受红包 被反映人：孙科长 报李局")
    assert said[0] == 0
    assert shape(office, "V2026-0001", "--private")["accused"] == ["孙科长"]
    assert "孙科长" in said[2]
    assert office("visit", "王小明 举报收受红包 accused:孙科长 转孙科长")[0] == 1


def test_nobody_of_the_books_is_said_with_a_dash(office):
    assert office("visit", "王小明 向李局举报工地老板行贿", "--accused", "-", "--to", "李局")[0] == 0
    assert shape(office, "V2026-0001", "--private")["accused"] == []
    office("visit", "王小明 向李局举报工地老板行贿")
    office("visits", "edit", "2", "accused:-")
    assert office("visits", "forward", "2", "李局")[0] == 0


@pytest.mark.parametrize(
    "line",
    [
        "Zhang Wei accuses director Sun of taking kickbacks",
        "Zhang Wei complaint about bribery by the village head",
        "Zhang Wei reports misconduct of a clerk",
        "Zhang Wei whistle-blower letter",
        "张伟 反映村干部克扣低保金",
    ],
)
def test_words_of_an_accusation_restrict_at_once_and_another_class_frees(run, line):
    said = run("visit", line)[2]
    assert "restricted" in said
    assert "planner visits edit V2026-0001 class:appeal" in said
    assert shape(run)["restricted"] is True
    run("visits", "edit", "1", "class:appeal")
    assert shape(run)["restricted"] is False
    run("visit", line, "--class", "appeal")
    assert shape(run, "V2026-0002")["restricted"] is False


def test_words_that_become_an_accusation_restrict_the_entry_and_its_matter(run):
    run("visit", "张伟 低保评议 转救助科")
    run("visits", "edit", "1", "matter:举报村干部克扣低保金")
    assert shape(run)["restricted"] is True
    assert json.loads(run("show", "1", "--json")[1])["title"] == "V2026-0001"


def test_json_tells_nothing_of_the_person_of_a_restricted_entry(run):
    run("visit", "赵立春 13722222222 举报村干部受贿")
    run("visits", "edit", "1", "phone:13733333333")
    (row,) = json.loads(run("visits", "--json")[1])
    assert (row["visitor"], row["phone"], row["matter"]) == (None, None, None)
    said = run("history", "V2026-0001", "--json")[1] + run("history", "V2026-0001")[1]
    assert all(word not in said for word in ("赵", "137", "2222", "3333", "受贿"))
    phones = [
        field
        for change in json.loads(run("history", "V2026-0001", "--json")[1])
        for record in change["records"]
        for field in record["fields"]
        if field["name"] == "phone"
    ]
    assert phones == [{"name": "phone", "before": None, "after": None}] * len(phones) != []
    assert json.loads(run("visits", "--json", "--private")[1])[0]["phone"] == "13733333333"


def test_a_mere_enquiry_owes_no_notice(run):
    said = run("visit", "李强 13712345678 来电 咨询低保标准 当场答复：每月1100元，按户")[2]
    assert "no petition clock runs" in said
    assert "still owed" not in said
    row = shape(run, "V2026-0001", "--private")
    assert (row["state"], row["reply"], row["class"], row["clocks"]) == ("answered", "每月1100元，按户", "enquiry", [])
    assert row["waiting"] is False
    run("visits", "edit", "1", "class:appeal")
    assert "written notice" in run("visits")[1]


@pytest.mark.parametrize("flags", [("--class", "enquiry"), ("--clocks", "none")])
def test_no_clock_runs_when_that_is_said(run, flags):
    said = run("visit", "李强 低保标准", *flags)[2]
    assert "written notice" not in said
    assert shape(run)["clocks"] == []
    run("reply", "1", "每月1100元")
    assert shape(run)["waiting"] is False


def test_answered_on_the_spot_asks_for_the_words(run):
    said = run("visit", "Li Na call asks about pension answered on the spot")[2]
    assert "planner reply V2026-0001" in said
    assert shape(run)["state"] == "open"


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        (("visit", "张伟 低保", "--at", "昨天下午4点"), "at", "2026-11-24T16:00"),
        (("visit", "张伟 低保", "--at", "yesterday 4pm"), "at", "2026-11-24T16:00"),
        (("visit", "张伟 低保", "--at", "昨天"), "at", "2026-11-24T00:00"),
        (("visit", "张伟 低保", "--at", "11月24日下午4点"), "at", "2026-11-24T16:00"),
        (("notice", "1", "昨天"), "noticed", "2026-11-24"),
        (("accept", "1", "tue"), "accepted", "2026-11-24"),
        (("reply", "1", "yes", "--on", "yesterday"), "replied", "2026-11-24"),
        (("visits", "edit", "1", "noticed:昨天"), "noticed", "2026-11-24"),
    ],
)
def test_what_has_happened_is_said_in_words(run, words, field, value):
    run("visit", "李娜 低保申请", "--at", "2026-11-16 09:00")
    code, _, said = run(*words)
    assert code == 0, said
    assert shape(run, "V2026-0002" if words[0] == "visit" else "V2026-0001")[field] == value


@pytest.mark.parametrize(
    "words",
    [
        ("visit", "张伟 低保", "--at", "tomorrow"),
        ("notice", "1", "tomorrow"),
        ("accept", "1", "明天"),
        ("reply", "1", "yes", "--on", "in 3 days"),
        ("visits", "event", "1", "reported", "tomorrow"),
        ("review", "--send", "--on", "tomorrow"),
    ],
)
def test_what_is_still_ahead_is_refused_alike(run, words):
    run("visit", "李娜 低保申请")
    code, _, said = run(*words)
    assert (code, said.count("\n")) == (1, 1)
    assert "still ahead" in said


@pytest.mark.parametrize(("command", "field"), [("notice", "noticed"), ("accept", "accepted")])
def test_the_first_date_is_evidence_and_only_a_correction_changes_it(run, command, field):
    run("visit", "李娜 低保申请", "--at", "2026-11-16")
    run(command, "1", "2026-11-20")
    code, _, said = run(command, "1", "2026-11-24")
    assert (code, said.count("\n")) == (1, 1)
    assert f"planner visits edit V2026-0001 {field}:DATE" in said
    assert shape(run)[field] == "2026-11-20"
    run("visits", "edit", "1", f"{field}:2026-11-24")
    assert shape(run)[field] == "2026-11-24"
    assert "2026-11-20" in run("history", "V2026-0001")[1]


@pytest.mark.parametrize(
    ("lang", "citation"),
    [("en", "Regulations on Petition Work, art. 23"), ("zh", "《信访工作条例》第二十三条")],
)
def test_an_article_is_cited_in_full(run, lang, citation):
    assert citation in run("--lang", lang, "visit", "李娜 低保申请")[2]
