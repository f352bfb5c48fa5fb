"""Every command of the table, on a book that a morning has filled: what goes out, what is said, what it leaves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planner.cli.shapes import draft_shape
from planner.cli.table import COMMANDS
from planner.domain.draft import Draft

DRAFT_KEYS = [
    "title", "due", "end", "all_day", "rrule", "from_completion", "priority", "urgency", "grade", "marks", "nature",
    "origin", "start", "parties", "assigned_by", "handed_to", "supervised", "words", "tags", "work", "remind", "ahead",
    "needs",
]  # fmt: skip
MATTER_KEYS = frozenset(
    "number title grade marks priority urgency due all_day end start state light parties handed_to tags work nature"  # noqa: SIM905
    " origin rrule from_completion steps waiting_on score created changed".split()
)
VISIT_KEYS = frozenset(
    "number at visitor phone unit headcount channel kind matter route handler clocks reply state restricted".split()  # noqa: SIM905
)
CLOCK_KEYS = {"name", "article", "due", "days_left", "working_days_left", "state"}
PARTY_KEYS = {"name", "kind", "cadence", "last_talk", "due_talk", "points"}
"""The keys that are promised to scripts."""


@pytest.fixture
def office(shell):
    """1 a report of Li's, 2 a printer, 3 a ledger that Relief owes, 4 a duty; one visit; one point for Li."""
    for line in (
        "relief report fri 5pm p1 from:Li +relief",
        "mend the printer",
        "fund ledger mon to:Relief +supervise",
        "bulletin every fri ahead:3wd",
    ):
        shell("add", line)
    shell("visit", "张伟 13812345678 低保申请 周五前答复")
    shell("tell", "@Li the money has come")
    return shell


def test_every_command_has_a_test():
    tests = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    run = set(re.findall(r'\w\(\s*"([a-z]+)"[,)]', tests))
    assert [command.name for command in COMMANDS if command.name not in run] == []


def test_add_prints_the_number_and_says_what_was_understood(shell):
    said = shell("add", "call", "Director", "Li", "fri", "5pm", "p1")
    assert said.out == "1\n"
    assert "27 Nov 17:00" in said.line
    assert "p1" in said.line
    assert shell("add", "again").out == "2\n"


def test_add_says_which_names_are_new(shell):
    assert "new" in shell("add", "call @Li").err
    assert "new" not in shell("add", "call again @Li").err


def test_add_reads_several_lines_from_standard_input(shell):
    said = shell("add", "-", stdin="bureau meeting from:Li fri:\nbook the room\nprint the papers p2\n\n")
    assert said.out == "1\n2\n"
    assert len(said.err.splitlines()) == 2
    assert [(row["title"], row["assigned_by"], row["due"]) for row in shell("list", "--json").json] == [
        ("print the papers", "Li", "2026-11-27"),
        ("book the room", "Li", "2026-11-27"),
    ]
    shell("undo")
    assert shell("list").out == ""


@pytest.mark.parametrize("stdin", ["", "\n\n"])
def test_add_of_nothing_from_standard_input_is_a_slip_of_use(shell, stdin):
    assert shell("add", "-", stdin=stdin, code=2).out == ""


@pytest.mark.parametrize("stdin", ["bureau meeting fri:\n", "局务会 周五前：", "\n\n局务会：\n\n"])
def test_add_of_a_heading_alone_is_refused_in_one_line(shell, stdin):
    said = shell("add", "-", stdin=stdin, code=2)
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert shell("list").out == ""


def test_add_without_words_asks_only_at_a_terminal(shell):
    assert "planner add" in shell("add", code=2).line


def test_add_dry_run_keeps_nothing(shell):
    said = shell("add", "--dry-run", "call Li fri")
    assert "27 Nov" in said.out
    assert said.err == ""
    assert list(shell.home.iterdir()) == []


def test_add_dry_run_json_has_the_documented_keys_in_order(shell):
    meant = shell("add", "--dry-run", "--json", "call Li").json
    assert list(meant) == DRAFT_KEYS
    assert meant == {**dict.fromkeys(DRAFT_KEYS), "title": "call Li"}


def test_add_dry_run_json_tells_each_part(shell):
    line = (
        "relief report fri 5pm p1 +assigned +policy +adhoc +urgent @Wang from:Li to:Relief,Finance +supervise"
        ' words:"check it twice" +fund remind:30m ahead:5wd'
    )
    meant = shell("add", "--dry-run", "--json", line).json
    assert {key: value for key, value in meant.items() if value is not None} == {
        "title": "relief report",
        "due": "2026-11-27T17:00",
        "all_day": False,
        "priority": 1,
        "urgency": "urgent",
        "marks": ["assigned"],
        "nature": "policy",
        "origin": "adhoc",
        "parties": ["Wang"],
        "assigned_by": "Li",
        "handed_to": ["Relief", "Finance"],
        "supervised": True,
        "words": "check it twice",
        "tags": ["fund"],
        "remind": [30],
        "ahead": [5],
    }


def test_add_dry_run_json_of_several_lines_is_an_array(shell):
    assert [meant["title"] for meant in shell("add", "-", "--dry-run", "--json", stdin="one\ntwo\n").json] == [
        "one",
        "two",
    ]


def test_add_json_prints_the_matters(shell):
    (made,) = shell("add", "--json", "call Li fri").json
    assert made.keys() >= MATTER_KEYS
    assert (made["number"], made["due"], made["all_day"]) == (1, "2026-11-27", True)


def test_add_done_logs_what_is_done_already(shell):
    shell("add", "--done", "called Li")
    assert shell("show", "1", "--json").json["state"] == "done"


def test_every_part_of_a_draft_has_its_key():
    inner = {"if_off", "exdates", "note", "catch_up", "cleared", "retitled", "time_only", "spans", "remarks"}
    assert {field.name for field in Draft.FIELDS} - inner | {"all_day"} == set(draft_shape(Draft(title="a")))


def test_today_prints_the_page_one_item_a_line(office):
    said = office("today")
    lines = said.out.splitlines()
    assert lines[0] == "Wed 25 Nov"
    assert sum("relief report" in line for line in lines) == 1
    assert any(line.startswith("Major (1)") for line in lines)
    assert said.err == ""
    assert "\x1b" not in said.out
    assert not any(line != line.rstrip() for line in lines)


def test_today_is_what_a_bare_call_prints_without_a_terminal(office):
    assert office().out == office("today").out


def test_today_json(office):
    page = office("today", "--json").json
    assert set(page) == {
        "now", "majors", "neglected", "minors", "timed", "talks", "receptions", "owed", "steps", "hidden",
        "clashes", "same_title",
    }  # fmt: skip
    assert page["now"] == "2026-11-25T10:00"
    assert [row["number"] for row in page["majors"]] == [1]
    assert page["majors"][0].keys() >= MATTER_KEYS
    assert page["owed"][0]["light"] == "green"
    assert page["talks"] == [{"name": "Li", "points": 1, "late": None}]
    assert page["receptions"][0]["clocks"][0].keys() >= CLOCK_KEYS
    assert [step["number"] for step in page["steps"]] == [4]


def test_today_of_an_empty_book_says_how_to_begin(shell):
    assert "planner add" in shell("today").out
    assert shell("today", "--json").json["majors"] == []
    assert list(shell.home.iterdir()) == []


def test_list_stands_by_score(office):
    assert [row["number"] for row in office("list", "--json").json] == [1, 4, 3, 2]
    assert office("list").out.split()[:2] == ["*", "1"]


def test_list_json_has_the_documented_keys(office):
    rows = office("list", "--json").json
    assert all(row.keys() >= MATTER_KEYS for row in rows)
    ledger = next(row for row in rows if row["number"] == 3)
    assert (ledger["light"], ledger["handed_to"], ledger["due"], ledger["created"]) == (
        "green", ["Relief"], "2026-11-30", "2026-11-25T10:00",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (("printer",), [2]),
        (("@Li",), [1]),
        (("+relief",), [1]),
        (("--grade", "major"), [1]),
        (("--priority", "1"), [1]),
        (("--party", "Relief"), [3]),
        (("--tag", "relief"), [1]),
        (("--due-before", "fri"), [1, 4]),
        (("--due-after", "mon"), [3]),
        (("--state", "done"), []),
        (("--state", "all"), [1, 4, 3, 2]),
        (("nothing of the kind",), []),
    ],
)
def test_list_takes_what_is_asked(office, words, numbers):
    assert [row["number"] for row in office("list", "--json", *words).json] == numbers


def test_show_tells_everything_of_a_record(office):
    said = office("show", "1")
    assert said.out.splitlines()[0] == "1 relief report"
    assert "assigned by a leader" in said.out
    assert office("show", "1", "--json").json.keys() >= MATTER_KEYS
    assert "the money has come" in office("show", "point:1").out
    assert office("show", "point:1", "--json").json["waiting"] == ["Li"]
    assert office("show", "party:1").out.splitlines()[0] == "Li"
    assert office("show", "party:1", "--json").json.keys() >= PARTY_KEYS
    assert office("show", "V2026-0001", "--json").json.keys() >= VISIT_KEYS


def test_show_cuts_a_phone_unless_it_is_asked_for(office):
    for options in ((), ("--json",)):
        assert "13812345678" not in office("show", "V2026-0001", *options).out
        assert "13812345678" in office("show", "V2026-0001", "--private", *options).out


def test_why_sums_up_to_the_score(office):
    why = office("why", "1", "--json").json[0]
    assert why["score"] == sum(term["points"] for term in why["terms"])
    lines = office("why", "1").out.splitlines()
    assert f": {why['score']} (" in lines[0]
    assert [int(line.split()[-1]) for line in lines[1:]] == [term["points"] for term in why["terms"]]


def test_edit_says_what_it_understood(office):
    said = office("edit", "2", "fri", "p2", "@Zhao")
    assert "27 Nov" in said.err
    assert said.out == ""
    row = office("show", "2", "--json").json
    assert (row["due"], row["priority"], row["parties"]) == ("2026-11-27", 2, ["Zhao"])
    office("edit", "2", "due:-")
    assert office("show", "2", "--json").json["due"] is None
    assert "new words" in office("edit", "2", "new words", code=1).line


def test_done_with_its_result_in_words(office):
    assert "done" in office("done", "2", "new one bought").line
    row = office("show", "2", "--json").json
    assert (row["state"], row["result"], row["closed"]) == ("done", "new one bought", "2026-11-25T10:00")


def test_done_takes_lists_and_ranges_and_says_what_comes_next(office):
    said = office("done", "1,3-4", "all", "sent")
    assert len(said.err.splitlines()) == 4
    assert "comes next" in said.err
    assert office("show", "3", "--json").json["result"] == "all sent"


def test_done_takes_a_result_that_begins_with_a_number(office):
    office("done", "2", "--", "3 pages")
    assert office("show", "2", "--json").json["result"] == "3 pages"


def test_reopen_opens_what_was_closed(office):
    office("done", "2")
    office("reopen", "2")
    assert office("show", "2", "--json").json["state"] == "open"


def test_return_keeps_the_words(office):
    office("return", "1", "check the figures")
    assert office("show", "1", "--json").json["returns"] == [
        {"at": "2026-11-25T10:00", "words": "check the figures", "by": "Li"}
    ]
    assert "returned" in office("today").out
    assert "why" in office("return", "1", code=1).line


def test_words_are_nobodys_when_nobody_is_known_to_have_said_them(office):
    office("add", "letter @Zhao")
    office("return", "5", "redo it")
    assert "Zhao: “redo it”" not in office("list").out
    assert office("show", "5", "--json").json["returns"][0]["by"] is None
    office("return", "5", "once more", "--by", "Zhao")
    assert office("show", "5", "--json").json["returns"][1]["by"] == "Zhao"


def test_postpone_counts(office):
    assert "put off once" in office("postpone", "1", "next", "mon").line
    assert "put off 2 times" in office("postpone", "1", "2026-12-04").line
    assert office("show", "1", "--json").json["due"] == "2026-12-04T17:00"  # a bare day keeps the time
    assert "sometime" in office("postpone", "1", "sometime", code=1).line


def test_note_is_kept_with_its_time(office):
    office("note", "2", "the technician comes")
    assert office("show", "2", "--json").json["notes"] == [{"at": "2026-11-25T10:00", "text": "the technician comes"}]


def test_drop_keeps_the_reason(office):
    office("drop", "2", "new one bought")
    row = office("show", "2", "--json").json
    assert (row["state"], row["result"]) == ("dropped", "new one bought")


def test_hand_makes_the_first_lead(office):
    assert "IT is new" in office("hand", "2", "IT,Finance", "--supervise").err
    row = office("show", "2", "--json").json
    assert (row["handed_to"], row["supervised"]) == (["IT", "Finance"], True)


def test_chase_keeps_the_promise(office):
    office("chase", "3", "by tomorrow", "--promised", "tomorrow")
    chase = office("show", "3", "--json").json["chases"][0]
    assert (chase["party"], chase["said"], chase["promised"]) == ("Relief", "by tomorrow", "2026-11-26")
    assert "someday" in office("chase", "3", "--promised", "someday", code=1).line


def test_extend_says_so(office):
    office("extend", "3", "2026-12-04", "--reason", "one figure")
    assert office("show", "3", "--json").json["due"] == "2026-12-04"


def test_stage_is_recorded(office):
    office("stage", "3", "signed")
    assert "signed" in office("show", "3").out
    office("stage", "3", "asleep", code=2)


def test_owed_shows_what_others_owe(office):
    assert "fund ledger" in office("owed").out
    assert [row["silent_days"] for row in office("owed", "--json").json] == [0]


def test_agenda_shows_days(office):
    assert "relief report" in office("agenda", "week").out


def test_views_are_saved_and_used(office):
    office("views", "hot", "p1")
    assert [view["name"] for view in office("views", "--json").json] == ["hot"]
    assert [row["number"] for row in office("list", "--view", "hot", "--json").json] == [1]


def test_rank_moves_by_hand_and_back(office):
    office("add", "another")
    office("rank", "5", "up")
    assert office("show", "5", "--json").json["number"] == 5
    order = [row["number"] for row in office("today", "--json").json["minors"]]
    assert order.index(5) < order.index(2)
    office("rank", "--reset")
    order = [row["number"] for row in office("today", "--json").json["minors"]]
    assert order.index(2) < order.index(5)
    for words in (("5",), ("5", "sideways"), (), ("x", "up")):
        office("rank", *words, code=1 if words[:1] == ("x",) else 2)


def test_find_looks_everywhere(office):
    assert "printer" in office("find", "printer").out
    assert [row["record"] for row in office("find", "money", "--json").json] == ["point"]
    nothing = office("find", "unicorn", code=1)
    assert (nothing.out, "unicorn" in nothing.line) == ("", True)


def test_visit_prints_its_number_and_starts_the_clocks(shell):
    said = shell("visit", "王秀英等7人 养老院退费 13812345678 转养老科 报王局")
    assert said.out == "V2026-0001\n"
    assert "written notice" in said.err
    assert "art. 25" in said.err
    assert "Supervised matter 1" in said.err
    assert "Came before: V2026-0001" in shell("visit", "王秀英 13812345678 再问退费").err


def test_visit_dry_run_keeps_nothing(shell):
    assert "13812345678" in shell("visit", "--dry-run", "张伟 13812345678 低保申请").out
    assert list(shell.home.iterdir()) == []


def test_visit_json_and_options(shell):
    made = shell("visit", "--json", "--channel", "letter", "--kind", "media", "--unit", "Daily", "韩雪 采访").json
    assert made.keys() >= VISIT_KEYS
    assert (made["channel"], made["kind"], made["unit"], made["clocks"]) == ("letter", "media", "Daily", [])


def test_visit_without_words_asks_only_at_a_terminal(shell):
    assert "planner visit" in shell("visit", code=2).line


def test_visits_lists_those_that_wait(office):
    assert office("visits").out.startswith("V0001")
    (row,) = office("visits", "--json").json
    assert row.keys() >= VISIT_KEYS
    assert row["clocks"][0].keys() >= CLOCK_KEYS
    assert (row["number"], row["phone"]) == ("V2026-0001", "138****5678")
    assert office("visits", "--json", "--private").json[0]["phone"] == "13812345678"


def test_visits_keeps_a_restricted_entry_masked(shell):
    shell("visit", "--restricted", "--unit", "Shelter", "周敏 13800001234 克扣伙食费")
    for words in (
        ("visits",),
        ("visits", "--json"),
        ("today",),
        ("today", "--json"),
        ("show", "V2026-0001"),
        ("history",),
    ):
        out = shell(*words).out
        assert not any(secret in out for secret in ("周敏", "克扣", "13800001234", "Shelter")), words
    (row,) = shell("visits", "--json").json
    assert (row["visitor"], row["matter"], row["restricted"]) == (None, None, True)
    assert shell("visits", "克扣").out == ""
    assert "克扣" in shell("visits", "克扣", "--private").out
    shell("find", "克扣", code=1)
    assert "克扣" in shell("find", "克扣", "--private").out


def test_visits_void_keeps_the_number(office):
    office("visits", "void", "V2026-0001", "registered", "twice")
    assert office("visits").out == ""
    (row,) = office("visits", "--state", "all", "--json").json
    assert (row["state"], row["void_reason"]) == ("voided", "registered twice")
    office("visits", "void", "V2026-0001", code=2)


def test_notice_on_its_date(office):
    assert "recorded" in office("notice", "V1").err
    assert "still ahead" in office("notice", "V1", "tomorrow", code=1).line
    assert "no reception" in office("notice", "V99", code=1).line


def test_accept_starts_the_sixty_days(office):
    office("accept", "访2026-0001", "2026-11-25")
    clocks = {clock["name"]: clock for clock in office("visits", "--json").json[0]["clocks"]}
    assert (clocks["finish"]["due"], clocks["finish"]["state"]) == ("2027-01-24", "running")


def test_reply_stops_the_clocks(office):
    office("reply", "1", "approved,", "paid", "from", "December", "--how", "in writing")
    (row,) = office("visits", "--state", "answered", "--json").json
    assert row["reply"] == "approved, paid from December"
    assert {clock["name"] for clock in row["clocks"]} & {"notice", "finish", "reply"} == set()


def test_tell_prints_the_number(shell):
    said = shell("tell", "@Li", "the", "money", "has", "come")
    assert said.out == "1\n"
    assert "Li" in said.err
    point = shell("tell", "--json", "@Wang @Li two more").json
    assert (point["number"], point["parties"], point["text"]) == (2, ["Wang", "Li"], "two more")
    assert "planner tell" in shell("tell", code=2).line


def test_talk_lists_ticks_and_ends(office):
    office("tell", "@Li two homes are left")
    assert "[ ] 1  the money has come" in office("talk", "Li").out
    assert [point["number"] for point in office("talk", "Li", "--json").json["points"]] == [1, 2]
    office("talk", "Li", "--tick", "1", "--answer", "good")
    assert "[x] 1  the money has come" in office("talk", "Li").out
    assert "1 point told" in office("talk", "Li", "--held").line
    assert "Nothing waits" in office("talk", "Li").out
    assert "Nobody is called Nemo" in office("talk", "Nemo", code=1).line
    office("talk", code=2)


def test_talk_json_has_the_documented_keys(office):
    office("parties", "Li", "--cadence", "2")
    party = office("talk", "Li", "--json").json
    assert party.keys() >= PARTY_KEYS
    assert party["due_talk"] == "2026-11-27"


def test_parties_says_what_a_party_is(office):
    office("parties", "Li", "--kind", "leader", "--rank", "1", "--title", "Director Li Ming", "--cadence", "2",
           "--alias", "Boss")  # fmt: skip
    rows = {row["name"]: row for row in office("parties", "--json").json}
    assert all(row.keys() >= PARTY_KEYS for row in rows.values())
    assert (rows["Li"]["aliases"], rows["Li"]["due_talk"], len(rows["Li"]["points"])) == (["Boss"], "2026-11-27", 1)
    assert "the money has come" in office("talk", "Boss").out
    assert office("parties").out.splitlines()[0].startswith("Li")


def test_parties_with_a_name_alone_shows_it_and_makes_nobody(office):
    assert "leader" in office("parties", "Li").out
    assert office("parties", "Li", "--json").json[0]["name"] == "Li"
    assert "Nobody is called Nemo" in office("parties", "Nemo", code=1).line
    assert [row["name"] for row in office("parties", "--json").json] == ["Li", "Relief"]


def test_undo_says_what_it_took_back(office):
    office("done", "2", "mended")
    assert "done 2" in office("undo").line
    assert office("show", "2", "--json").json["state"] == "open"


def test_undo_of_nothing_is_refused(shell):
    assert "nothing to undo" in shell("undo", code=1).line


def test_redo_says_what_it_did_again(office):
    office("done", "2", "mended")
    office("undo")
    assert "done 2" in office("redo").line
    assert office("show", "2", "--json").json["result"] == "mended"
    assert "nothing to redo" in office("redo", code=1).line


def test_history_of_the_book_and_of_one_record(office):
    office("done", "2", "mended")
    lines = office("history").out.splitlines()
    assert lines[0].startswith("done 2")
    assert len(lines) == 7
    of_one = office("history", "2").out
    assert "mended" in of_one
    assert len(office("history", "--limit", "2").out.splitlines()) == 2
    told = office("history", "--json").json
    assert set(told[0]) >= {"seq", "at", "who", "command", "undone_by", "records"}
    assert {field["name"] for field in told[0]["records"][0]["fields"]} >= {"state", "result"}


def test_check_finds_a_sound_book_sound(office):
    said = office("check")
    assert (said.out, "well" in said.line) == ("", True)


def test_check_names_a_folder_that_others_can_read(office):
    office.home.chmod(0o755)
    assert "folder" in office("check").out


def test_check_names_damage_and_repairs_it(office):
    journal = office.home / "journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"mend the printer", b"mind the printer", 1))
    assert office("check", code=1).out
    assert "planner check" in office("today").err
    assert "Mended" in office("check", "--repair").out
    assert office("check").out.startswith("history/")  # what was lost stays told
    assert [row["number"] for row in office("list", "--json").json] == [1, 4, 3]


def test_backup_names_what_it_made(office):
    name = office("backup").out.strip()
    assert name in office("backup", "--list").out
    assert set(office("backup", "--list", "--json").json[0]) == {"name", "at", "bytes"}


def test_restore_brings_a_backup_back(office):
    name = office("backup").out.strip()
    office("drop", "1-3")
    office("restore", name)
    assert [row["number"] for row in office("list", "--json").json] == [1, 4, 3, 2]
    assert name in office("restore", code=2).out
    assert "never" in office("restore", "never", code=1).line


def test_config_shows_and_changes(shell):
    assert re.search(r"^lang += auto ", shell("config").out, re.MULTILINE)
    assert shell("config", "weights.grade", "150").line == "weights.grade is 150 now."
    assert shell("config", "weights.grade", "--json").json == {"weights.grade": "150"}
    assert "colour" in shell("config", "colour", code=1).line
    assert "perhaps" in shell("config", "day_first", "perhaps", code=1).line
