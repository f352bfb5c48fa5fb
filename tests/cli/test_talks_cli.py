"""Talks from the command line: the words kept, the ticks, the answer that becomes a matter, checklists, parties."""

from __future__ import annotations

import json

import pytest

from planner.store.book import Book


@pytest.fixture
def office(run):
    run("parties", "李局", "--kind", "leader", "--rank", "1", "--title", "李明局长", "--cadence", "每周")
    run("tell", "@李局 救助资金已到账*100%*", "--original", "救助资金周五前全部到账", "--source", "救助科")
    run("add", "Relief report @李局 2026-11-20")
    run("add", "Ledger from:李局")
    run("visit", "张伟 13800000000 低保申请", "--asked", "李局")
    return run


def test_the_checklist_has_points_matters_visits_and_questions(office):
    office("done", "2", "sent")
    out = office("talk", "李局")[1]
    order = ["救助资金已到账", "救助资金周五前全部到账", "Ledger: sent", "Relief report", "张伟", "Anything new"]
    places = [out.index(words) for words in order]
    assert places == sorted(places)
    assert "13800000000" not in out
    shape = json.loads(office("talk", "李局", "--json")[1])
    assert ([one["number"] for one in shape["done"]], [one["number"] for one in shape["overdue"]]) == ([2], [1])
    assert [one["number"] for one in shape["visits"]] == ["V2026-0001"]


def test_half_a_page_of_markdown_takes_no_markup_from_a_person(office):
    page = office("talk", "李局", "--format", "md")[1]
    assert page.startswith("# Talk with 李明局长, ")
    assert "- [ ] 1  救助资金已到账\\*100%\\*" in page
    assert len(page.splitlines()) < 30


def test_the_original_stays_and_the_difference_is_shown(office):
    said = office("tell", "--edit", "1", "资金已到账")[2]
    assert "left out: “救助”, “周五前全部”; put in: “已”" in said
    shown = office("show", "point:1")[1]
    assert "救助科: “救助资金周五前全部到账”" in shown
    assert "left out" in shown
    office("tell", "@李局 全部完成")
    office("tell", "--edit", "point:2", "完成")
    assert json.loads(office("show", "point:2", "--json")[1])["original"] == "全部完成"


def test_an_answer_becomes_a_matter_linked_both_ways(office):
    _, out, said = office("talk", "李局", "--tick", "1", "--how", "by phone", "--answer", "查清每一笔", "--matter")
    assert out == "3\n"
    assert "查清每一笔" in said
    matter = json.loads(office("show", "3", "--json")[1])
    point = json.loads(office("show", "point:1", "--json")[1])
    assert (point["made"], point["ticks"][0]["how"], point["waiting"]) == ([3], "by phone", [])
    # “agreed” alone names nothing: the title says what was agreed to, the answer stays word for word
    assert (matter["title"], matter["words"], matter["assigned_by"]) == (point["text"], "查清每一笔", "李局")


def test_a_talk_that_was_held_begins_the_cadence_anew(office):
    assert office("parties", "--due")[1] == ""
    office("talk", "李局", "--held")
    (party,) = json.loads(office("parties", "李局", "--json")[1])
    assert (party["last_talk"], party["due_talk"], party["cadence"]) == ("2026-11-25T10:00", "2026-12-02", "weekly")


def test_a_list_of_points_is_ticked_whole_or_not_at_all(office):
    office("tell", "@李局 名册已交")
    before = office("history", "--json")[1]
    assert office("talk", "李局", "--tick", "1", "9", "2", "--held")[0] == 1
    assert office("history", "--json")[1] == before
    office("talk", "李局", "--tick", "1", "2", "--answer", "抓紧", "--matter", "--held")
    (change, *earlier) = json.loads(office("history", "--json")[1])
    assert (change["command"], earlier) == ("talk", json.loads(before))
    assert json.loads(office("parties", "李局", "--json")[1])[0]["last_talk"] == "2026-11-25T10:00"
    office("undo")
    party = json.loads(office("parties", "李局", "--json")[1])[0]
    assert (len(party["points"]), party["last_talk"]) == (2, None)


def test_the_list_of_parties_reads_the_book_once_however_many_they_are(office, monkeypatch):
    for name in ("甲", "乙", "丙", "丁"):
        office("parties", name, "--kind", "section", "--cadence", "weekly")
    reads = []
    real = Book.read
    monkeypatch.setattr(Book, "read", lambda book: reads.append(book) or real(book))
    rows = json.loads(office("parties", "--json")[1])
    assert len(reads) == 1
    assert [(row["name"], len(row["points"]), row["due_talk"]) for row in rows if row["name"] in ("李局", "甲")] == [
        ("李局", 1, "2026-12-02"),
        ("甲", 0, "2026-12-02"),
    ]


def test_two_names_of_one_party_are_merged_and_nothing_is_lost(office):
    office("tell", "@李局长 名册已交")
    office("parties", "李局长", "--channel", "8021", "--alias", "李明")
    refused = office("parties", "李局", "--alias", "李局长")
    assert (refused[0], "merge" in refused[2]) == (1, True)
    assert office("parties", "merge", "李局", "李局长")[0] == 0
    (party,) = json.loads(office("parties", "李明", "--json")[1])
    assert (party["name"], party["aliases"], party["channels"]) == ("李局", ["李局长", "李明"], ["8021"])
    assert [point["text"] for point in party["points"]] == ["救助资金已到账*100%*", "名册已交"]
    assert "new" not in office("tell", "@李局长 再报一次")[2]
    office("undo")
    office("undo")
    assert len(json.loads(office("parties", "--json")[1])) == 2


def test_a_checklist_is_made_of_a_template_and_ticked(office):
    assert "weekly-meeting" in office("checklist", "templates")[1]
    assert office("checklist", "new", "晨报")[1] == "1\n"
    office("checklist", "tick", "1", "1-2")
    assert office("checklist")[1] == "1  Morning report  2 of 5\n"
    assert office("checklist", "1")[1].splitlines()[3].startswith("[ ] 3")
    assert "done" in office("checklist", "tick", "1")[2]
    assert office("checklist")[1] == ""
    office("checklist", "tick", "1", "5", "--untick")
    assert json.loads(office("checklist", "--json")[1])[0]["steps"][4]["done"] is None
    assert office("checklist", "new", "keys", "front door", "archive")[1] == "2\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("checklist", "new", "nonsense"), 1),
        (("checklist", "9"), 1),
        (("checklist", "tick"), 2),
        (("parties", "李局", "--cadence", "sometimes"), 1),
        (("parties", "merge", "李局"), 2),
        (("parties", "merge", "李局", "nobody"), 1),
        (("parties", "merge", "李局", "李局"), 1),
        (("talk", "nobody"), 1),
        (("tell", "--edit", "99", "words"), 1),
        (("tell", "@李局 x", "--visit", "V2026-0099"), 1),
    ],
)
def test_what_can_t_be_is_refused_in_one_line(office, words, code):
    found, _, said = office(*words)
    assert (found, len(said.strip().splitlines())) == (code, 1)


def test_the_words_it_came_in_can_stand_in_the_line(office):
    out, said = office("tell", '@李局 资金已到 words:"资金周五前到账"')[1:]
    assert "left out: “周五前”" in said
    point = json.loads(office("show", f"point:{out.strip()}", "--json")[1])
    assert (point["text"], point["original"]) == ("资金已到", "资金周五前到账")


def test_points_take_answers_of_their_own(shell):
    for words in ("低保", "养老", "儿童"):
        shell("tell", f"@李局 {words}")
    said = shell("talk", "李局", "--tick", "1", "同意", "--tick", "2", "3", "再议", "明年", "--matter")
    assert said.out == "1\n2\n3\n"
    rows = [shell("show", f"point:{number}", "--json").json for number in (1, 2, 3)]
    assert [row["ticks"][0]["answer"] for row in rows] == ["同意", "再议 明年", "再议 明年"]


def test_words_that_are_no_number_tick_nothing(shell):
    shell("tell", "@李局 低保")
    assert "低保 is not a number" in shell("talk", "李局", "--tick", "低保", code=1).line
    assert shell("show", "point:1", "--json").json["ticks"] == []


@pytest.mark.parametrize("words", [("李局", "x @王局"), ("@李局 x @王局",), ("李局 x @王局",), ("Li", "x y @Wang")])
def test_a_name_before_quoted_words_is_told_as_well_as_the_one_in_them(run, words):
    told = json.loads(run("tell", "--json", *words)[1])
    names = {"王局", "李局"} if "Li" not in words else {"Li", "Wang"}
    assert set(told["parties"]) == names
    assert told["text"] in {"x", "x y"}
