"""The verbs on matters as typed: waiting, chasing, handing over by the party's kind, editing; in both languages."""

from __future__ import annotations

import pytest


@pytest.fixture
def office(shell):
    """1 a call to a leader on Friday at five; 2 a ledger that a section owes by tomorrow. It is a Wednesday."""
    shell("add", "call fri 5pm @Li")
    shell("add", "ledger tomorrow to:Relief +supervise")
    for name, kind in (("Li", "leader"), ("Relief", "section"), ("Finance", "department")):
        shell("parties", name, "--kind", kind)
    return shell


def label(shell, number, word):
    """What ``show`` says behind a label."""
    lines = shell("show", str(number)).out.splitlines()
    return next((line.partition(": ")[2] for line in lines if line.startswith(f"{word}: ")), None)


def test_a_matter_waits_until_its_day_and_is_then_taken_up(office, monkeypatch):
    assert (
        office("wait", "1", "Li's", "word", "--until", "fri").line
        == "1 waits until Fri 27 Nov, in 2 days, 2 working days: call"
    )
    assert label(office, 1, "state") == "waiting until Fri 27 Nov"
    assert label(office, 1, "waiting for") == "Li's word"
    assert "waiting  call  Li  waits for Li's word" in office("list", "state:waiting").out
    assert "waits for somebody" in office("why", "1").out
    monkeypatch.setenv("PLANNER_NOW", "2026-11-27T08:00")
    assert label(office, 1, "state") == "waiting until Fri 27 Nov, which has come"
    assert "wait over" in office("list").out
    assert "waits for somebody" not in office("why", "1").out
    assert office("wait", "1", "--over").line == "1 waits no longer: call"
    assert office("show", "1", "--json").json["state"] == "open"


def test_waiting_in_chinese(office):
    assert (
        office("--lang", "zh", "wait", "1", "李局批示", "--until", "周五").line
        == "1 等到11月27日 周五，还有2天（2个工作日）：call"
    )
    assert "等待：李局批示" in office("--lang", "zh", "show", "1").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("wait", "1", "--until", "blue"), 1, "“blue” is not a date"),
        (("wait", "1", "--over"), 1, "1 does not wait"),
        (("wait", "1", "x", "--over"), 2, "--over takes numbers alone"),
        (("wait", "9"), 1, "There is no matter 9"),
        (("wait", "now"), 2, "Begin with the matter's number"),
        (("done", "3"), 1, "3 is done already"),
        (("drop", "3", "x"), 1, "3 is done already"),
        (("wait", "3"), 1, "3 is done already"),
        (("reopen", "1"), 1, "1 is open"),
        (("postpone", "3", "fri"), 1, "3 is done already"),
        (("hand", "3", "Li"), 1, "3 is done already"),
        (("chase", "3", "x"), 1, "3 is done already"),
        (("extend", "3", "fri"), 1, "3 is done already"),
        (("extend", "2", "tomorrow"), 1, "2 is due then already"),
        (("postpone", "2"), 1, "Say until when"),
        (("done", "0"), 1, "0 is not a number of a matter"),
        (("hand", "1", "fri"), 1, "say to whom as well"),
        (("hand", "1"), 1, "Say to whom"),
    ],
)
def test_what_can_not_be_is_one_line(office, words, code, said):
    office("add", "--done", "old")
    assert said in office(*words, code=code).line


def test_a_chase_tells_when_to_chase_again_and_keeps_words_and_promise_apart(office, monkeypatch):
    said = office("chase", "2", "half done", "--how", "phone", "--promised", "fri", "--promise", "the rest").err
    assert said.splitlines() == ["2 chased: ledger", "2: next chase Mon 30 Nov, in 5 days, 3 working days"]
    assert label(office, 2, "chase log") == (
        "Wed 25 Nov 10:00 Relief (phone) said “half done” promised “the rest” promised for Fri 27 Nov"
    )
    assert label(office, 2, "next chase") == "Mon 30 Nov"
    assert office("owed", "--json").json[0]["next_chase"] == "2026-11-30"
    assert "chase Mon" in office("owed").out
    monkeypatch.setenv("PLANNER_NOW", "2026-11-30T08:00")
    assert "ledger: promised “the rest” for 27 Nov" in office("owed").out
    assert label(office, 2, "chase log").endswith("promised for Fri 27 Nov: not kept")


def test_a_promise_without_words_of_its_own_is_told_with_what_was_said(office, monkeypatch):
    office("extend", "2", "2027-01-29", "--reason", "figures")
    office("chase", "2", "on my desk", "--promised", "fri")
    monkeypatch.setenv("PLANNER_NOW", "2026-11-30T08:00")
    assert "ledger: promised for 27 Nov, said “on my desk”" in office("owed").out
    assert "[yellow]" in office("owed").out


def test_show_tells_the_history_of_a_light_and_the_date_that_is_scored(office, monkeypatch):
    monkeypatch.setenv("PLANNER_NOW", "2026-11-30T08:00")
    office("extend", "2", "2026-12-11")
    assert label(office, 2, "light") == "green since 25 Nov, yellow since 26 Nov, red since 27 Nov, green since 30 Nov"
    assert label(office, 2, "first date, which is scored") == "Thu 26 Nov"
    assert label(office, 1, "light") is None
    assert "红绿灯" not in office("--lang", "zh", "show", "1").out


@pytest.mark.parametrize(
    ("name", "english", "chinese"),
    [
        ("Li", "submitted to Li", "已呈报Li"),
        ("Relief", "assigned to Relief", "已交办Relief"),
        ("Finance", "asked of Finance", "已商请Finance"),
        ("Somebody", "assigned to Somebody", "已交办Somebody"),
    ],
)
def test_handing_over_is_worded_by_the_kind_of_the_party(office, name, english, chinese):
    assert office("hand", "1", name).err.splitlines()[0] == f"1 {english}: call"
    assert chinese in office("--lang", "zh", "hand", "1", name).err


def test_what_came_of_a_petition_is_referred(office):
    office("visit", "张伟 13800000000 低保申请 转Relief")
    number = next(one["number"] for one in office("list", "--json").json if one["receptions"])
    assert office("hand", str(number), "Relief").err.startswith(f"{number} referred to Relief")
    assert label(office, number, "refer to") == "Relief"


def test_who_leads_and_who_assists_and_by_when(office):
    assert office("hand", "1", "Relief,Finance", "fri").err.splitlines() == [
        "1 assigned to Relief (leads), with Finance, by Fri 27 Nov, in 2 days, 2 working days: call"
    ]
    assert label(office, 1, "assign to") == "Relief (leads), with Finance"


def test_an_edit_of_the_time_keeps_the_day_and_says_so(office):
    assert office("edit", "1", "4pm").err.splitlines() == [
        "1: Fri 27 Nov 16:00, in 2 days, 2 working days",
        "1 changed: call",
    ]
    assert office("show", "1", "--json").json["due"] == "2026-11-27T16:00"


def test_an_edit_takes_off_what_it_names(office):
    office("edit", "1", "from:Li +image")
    assert office("edit", "1", "image:-").err.splitlines() == ["mark image cleared", "1 changed: call"]
    assert office("show", "1", "--json").json["marks"] == ["assigned"]
    office("edit", "1", "from:-")
    assert office("show", "1", "--json").json["marks"] == []
    office("edit", "1", "+image +overall")
    office("--lang", "zh", "edit", "1", "形象:-")
    assert office("show", "1", "--json").json["marks"] == ["overall"]
    office("edit", "1", "marks:-")
    assert office("show", "1", "--json").json["marks"] == []
    office("edit", "2", "supervised:-")
    shown = office("show", "2", "--json").json
    assert (shown["supervised"], shown["stage"]) == (False, None)


def test_missed_occurrences_are_each_to_be_done_or_skipped(office, monkeypatch):
    office("add", "duty every day missed:each")
    assert label(office, 3, "missed ones to be done") == "yes"
    monkeypatch.setenv("PLANNER_NOW", "2026-11-30T08:00")
    assert "Thu 26 Nov" in office("done", "3").err
    assert "missed ones are skipped" in office("edit", "4", "missed:skip").err
    assert "Mon 30 Nov, today" in office("done", "4").err


def test_a_suggested_mark_is_shown_and_never_set(office):
    assert "“Li” suggests assigned by a leader: planner edit 1 +assigned" in office("show", "1").err
    assert office("show", "1", "--json").json["marks"] == []
    office("edit", "1", "+minor")
    assert office("show", "1").err == ""


def test_history_names_the_records_and_words_the_handing_over(office):
    office("done", "1", "rang")
    office("hand", "2", "Finance,Relief")
    assert office("history", "--limit", "2").out.splitlines() == [
        "asked of Finance (leads), with Relief: 2 ledger (Wed 25 Nov 10:00)",
        "done 1 call (Wed 25 Nov 10:00)",
    ]
    assert "    ask: Relief -> Finance, Relief" in office("history", "2").out
    assert office("history", "--limit", "1", "--json").json[0]["records"][0]["title"] == "ledger"
    assert office("--lang", "zh", "history", "--limit", "1").out.startswith(
        "已商请Finance（主办）、Relief（协办）：2 ledger（"
    )


def test_history_says_codes_by_the_words_of_the_office(office):
    office("edit", "1", "+办会 +image +特急")
    told = office("history", "1", "--limit", "1").out
    assert "work: - -> meetings" in told
    assert "marks: - -> affects image" in told
    told = office("--lang", "zh", "history", "1", "--limit", "1").out
    assert "工作类别：- -> 办会" in told
    assert "紧急程度：- -> 特急" in told


def test_history_names_nothing_of_a_restricted_entry(office):
    office("visit", "李娜 克扣伙食费 转Relief", "--class", "accusation")
    told = office("history").out
    assert "克扣" not in told
    assert "李娜" not in told
    assert "V2026-0001" in told


def test_an_edit_that_changes_nothing_says_so_and_writes_nothing(office):
    office("edit", "1", "p2")
    before = office("history").out
    assert office("edit", "1", "p2").err.splitlines() == ["p2", "1 is so already: nothing was changed."]
    assert office("edit", "1", "marks:-").err.splitlines()[-1] == "1 is so already: nothing was changed."
    assert office("history").out == before
    assert office("edit", "1,2", "p2").err.splitlines() == [
        "p2",
        "2 changed: ledger",
        "1 is so already: nothing was changed.",
    ]


def test_what_is_closed_has_no_score(office):
    office("done", "1")
    assert office("why", "1").out == "1 call: done, so it has no place in the order\n"
    assert office("why", "1", "--json").json[0]["score"] is None
    assert office("--lang", "zh", "why", "1").out == "1 call：办结，不参加排序\n"


def test_an_extension_to_an_earlier_day_is_recorded_and_told(office):
    office("edit", "1", "2026-12-04")
    assert "1: that is earlier than the date it had." in office("extend", "1", "fri", "--reason", "x").err.splitlines()
    assert "earlier" not in office("extend", "1", "2026-12-04", "--reason", "x").err


def test_nothing_supervised_is_said_as_such(office):
    office("done", "2")
    office("hand", "1", "Relief")
    assert office("owed", "--supervised").line == "Nothing that is supervised is owed."
