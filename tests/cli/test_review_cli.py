"""The review from the command line: text, JSON, the report, its words in an editor, what was sent, the walk."""

from __future__ import annotations

import json
import sys

import pytest

from planner.cli import walk as walking
from planner.cli.walk import ANSWERS
from planner.store.book import Book


@pytest.fixture
def office(run, tmp_path, monkeypatch):
    run("config", "office", "Bureau Office")
    run("parties", "Li", "--kind", "leader", "--rank", "1", "--title", "Director Li Ming")
    for line in ("Relief report +major from:Li +documents", "Ledger 2026-11-20 to:Relief +supervise", "Order paper",
                 "Meeting plan 2026-12-01 +major"):  # fmt: skip
        run("add", line)
    run("visit", "Zhang Wei 13800000000 allowance claim")
    run("done", "1", "Sent to the city, signed by Li")
    return run


def matter(tmp_path, number):
    return Book(str(tmp_path)).read().get("matter", number)


def test_the_review_as_text_names_its_records(office):
    code, out, err = office("review")
    assert (code, err) == (0, "")
    assert out.startswith("Review 23 Nov to 29 Nov\n")
    for words in ("done", "1 (before: 0)", "Done: major (1)", "Overdue (1)", "Coming (1)", "Receptions (1)"):
        assert words in out
    assert "13800000000" not in out


def test_the_review_as_json_has_stable_keys(office):
    shape = json.loads(office("review", "--json")[1])
    assert list(shape) == [
        "span", "ahead", "as_of", "done", "dropped", "progress", "problems", "coming", "decisions", "figures", "before",
        "balances", "diligences", "receptions", "answered", "awaiting", "late", "lights", "talks_owed",
    ]  # fmt: skip
    assert shape["span"] == {"kind": "week", "first": "2026-11-23", "last": "2026-11-29", "after": None}
    assert [one["number"] for one in shape["done"]] == [1]
    assert [(one["kind"], one["matter"]) for one in shape["problems"]] == [("overdue", 2)]
    assert shape["lights"] == {"red": [2], "yellow": [], "green": []}
    assert shape["figures"]["done"] == 1
    assert shape["figures"]["load"][0] == {"day": "2026-11-23", "done": 0}


def test_an_empty_span_says_so(office):
    assert "Nothing happened in these days." in office("review", "2026-01")[1]


def test_the_report_is_printed_as_it_can_be_sent(office):
    page = office("review", "--report")[1]
    assert page.startswith("Bureau Office: the week's work\n(23–27 November 2026)\n\nDirector Li Ming:\n")
    assert "Relief report: sent to the city, signed by Director Li Ming." in page
    assert page.endswith("Bureau Office\n25 November 2026\n")


def test_matters_are_put_in_and_out(office, tmp_path):
    said = office("review", "--in", "3", "--out", "1")[2]
    assert said == "3 stands in the report: Order paper\n1 stands in no report: Relief report\n"
    assert (matter(tmp_path, 3).in_report, matter(tmp_path, 1).in_report) == (True, False)
    office("review", "--by-rule", "1,3")
    assert matter(tmp_path, 3).in_report is None
    office("review", "--every", "5", "3")
    assert matter(tmp_path, 3).review_every == 5
    office("review", "--every", "-", "3")
    assert matter(tmp_path, 3).review_every is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("nonsense",), 1),
        (("since",), 1),
        (("--in", "x"), 1),
        (("--in", "99"), 1),
        (("--every", "x", "3"), 2),
        (("--every", "0", "3"), 1),
        (("--on", "fri"), 2),
        (("--send", "--on", "2026-12-31"), 1),
        (("--report", "--send"), 2),
    ],
)
def test_what_can_not_be_done_is_one_line(office, words, code):
    found = office("review", *words)
    assert found[0] == code
    assert len(found[2].strip().splitlines()) == 1 or code == 2
    assert found[1] == ""


def editor(tmp_path, monkeypatch, code):
    """An editor that is a program: ``code`` changes ``text``."""
    path = tmp_path / "editor.py"
    path.write_text(
        "import sys\npath = sys.argv[1]\ntext = open(path, encoding='utf-8').read()\n" + code
        + "\nopen(path, 'w', encoding='utf-8').write(text)\n",
        encoding="utf-8",
    )  # fmt: skip
    monkeypatch.setenv("EDITOR", f"{sys.executable} {path}")
    monkeypatch.delenv("VISUAL", raising=False)


def test_the_words_are_edited_and_kept_with_the_week(office, tmp_path, monkeypatch):
    editor(tmp_path, monkeypatch, "text = text.replace('sent to the city', 'handed in')")
    assert office("review", "--edit")[2] == "Kept: planner review --report prints it.\n"
    assert "handed in, signed by" in office("review", "--report")[1]
    assert "handed in, signed by" in office("export", "week", "--format", "md", "-o", "-")[1]
    office("undo")
    assert "sent to the city" in office("review", "--report")[1]


def test_edited_words_are_told_and_can_be_let_go(office, tmp_path, monkeypatch):
    assert office("review", "--redraft")[2] == "No edited words are kept for these days: the report is the draft.\n"
    assert office("review", "--report")[2] == ""
    editor(tmp_path, monkeypatch, "text = text.replace('sent to the city', 'handed in')")
    office("review", "--edit")
    told = "The report stands in the words edited Wed 25 Nov 10:00: later changes are not in it."
    assert told in office("review", "--in", "3")[2]
    assert told in office("review", "--report")[2]
    assert office("review", "--redraft")[2] == "Back to the draft: nothing is kept for these days.\n"
    code, page, err = office("review", "--report")
    assert (code, err) == (0, "")
    assert "sent to the city" in page


def test_a_report_is_sent_once(office):
    office("review", "--send")
    assert office("review", "--send") == (
        1, "", "The report was sent already, Wed 25 Nov 10:00, and nothing happened since.\n"
    )  # fmt: skip


def test_an_editor_that_changes_nothing_keeps_nothing(office, tmp_path, monkeypatch):
    editor(tmp_path, monkeypatch, "")
    assert "nothing was kept" in office("review", "--edit")[2]
    editor(tmp_path, monkeypatch, "sys.exit(3)")
    assert office("review", "--edit")[0] == 1
    monkeypatch.delenv("EDITOR")
    assert "EDITOR" in office("review", "--edit")[2]


def test_the_report_is_sent_and_the_next_begins_there(office, monkeypatch):
    assert "No report was sent yet." in office("review", "--sent")[1]
    assert office("review", "--send")[2] == (
        "The report of 23 Nov to 29 Nov was sent Wed 25 Nov 10:00: the next one begins there.\n"
    )
    monkeypatch.setenv("PLANNER_NOW", "2026-11-27T16:00")
    office("done", "3", "bought")
    page = office("review", "--report")[1]
    assert "Order paper: bought." in page
    assert "Relief report" not in page
    assert "sent Wed 25 Nov 10:00" in office("review", "--sent")[1]


def test_a_kept_report_is_shown_and_named_by_its_number(office):
    office("review", "--send")
    shown = office("show", "report:1")[1]
    assert shown.startswith("Report of 23 Nov to 29 Nov\n")
    assert "# Bureau Office: the week's work" in shown
    assert "report sent report:1" in office("history")[1].splitlines()[0]
    assert office("show", "report:2")[0] == 1


def test_the_addressee_is_a_setting(office):
    office("config", "addressee", "Deputy Director Zhao")
    assert "\nDeputy Director Zhao:\n" in office("review", "--report")[1]


def test_the_walk_is_a_list_where_nobody_can_be_asked(office):
    code, out, _ = office("review", "--walk")
    assert code == 0
    assert [line for line in out.splitlines() if line.endswith(")")][:2] == ["Unfiled (1)", "Overdue (1)"]


class Typed:
    """Answers of a person at a terminal."""

    def __init__(self, monkeypatch, *answers):
        self._answers = iter(answers)
        monkeypatch.setattr(walking, "input", self, raising=False)
        monkeypatch.setattr(sys, "stdin", self)
        monkeypatch.setattr("planner.cli.streams.Talk.is_read", property(lambda _: True))

    def __call__(self):
        try:
            return next(self._answers)
        except StopIteration:
            raise EOFError from None

    def isatty(self):
        return True


def test_the_walk_asks_does_what_is_typed_and_goes_on(office, tmp_path, monkeypatch):
    Typed(monkeypatch, "?", "nonsense", "e +logistics", "p sometime", "p fri", "q")
    _, out, err = office("review", "--walk")
    assert "Unfiled (1)" in out
    assert "“nonsense” is no answer here." in err
    assert "is not a date" in err
    assert matter(tmp_path, 3).work == "logistics"
    assert matter(tmp_path, 3).reviewed.isoformat() == "2026-11-25"
    assert matter(tmp_path, 2).due.isoformat() == "2026-11-27"
    assert "The walk goes on here." in err
    Typed(monkeypatch, "")
    out = office("review", "--walk")[1]
    assert "Unfiled" not in out
    assert "Receptions (1)" in out


def test_an_answer_is_taken_back_whole(office, tmp_path, monkeypatch):
    Typed(monkeypatch, "", "p fri", "u", "q")
    err = office("review", "--walk")[2]
    assert "Taken back." in err
    assert matter(tmp_path, 2).due.isoformat() == "2026-11-20"
    assert matter(tmp_path, 2).reviewed is None
    assert matter(tmp_path, 3).reviewed is not None


def test_the_walk_ends_when_everything_was_seen(office, monkeypatch):
    Typed(monkeypatch, *[""] * 12)
    assert "Everything was looked at" in office("review", "--walk")[2]


def test_every_answer_has_its_words():
    letters = [(kind, one.letter) for one in ANSWERS for kind in one.on]
    assert len(letters) == len(set(letters))
    assert all(one.label().startswith(one.letter) for one in ANSWERS)
