"""The filter on the command line: lists, saved views, and verbs on all that it finds, as one change and one undo."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from planner.config.table import change_setting

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def book(run: Run) -> Run:
    for line in (
        "Draft relief report fri 5pm p1 @李局 +救助",
        "Printer is broken +小事",
        "Meeting fri +办会",
        "Ledger to:救助科 +督办 2026-12-01",
    ):
        assert run("add", *line.split())[0] == 0
    assert run("done", "3", "held")[0] == 0
    return run


def numbers(run: Run, *words: str) -> list[int]:
    code, out, err = run("list", "--json", *words)
    assert (code, err) == (0, "")
    return [row["number"] for row in json.loads(out)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), [1, 4, 2]),
        (("due:..fri",), [1]),
        (("due:<=fri", "state:all"), [1, 3]),
        (("printer", "or", "@李局"), [1, 2]),
        (("state:done",), [3]),
        (("(ledger or printer) -broken",), [4]),
        (("/^(draft|ledger)/",), [1, 4]),
        (("--state", "all", "--work", "meetings"), [3]),
        (("--due-before", "fri"), [1]),
        (("--due-after", "2026-11-28"), [4]),
        (("--priority", "1", "--party", "李局", "--tag", "救助", "--grade", "minor"), [1]),
        (("is:supervised",), [4]),
    ],
)
def test_list(book: Run, words: tuple[str, ...], found: list[int]) -> None:
    assert numbers(book, *words) == found


def test_a_slip_is_one_line_with_the_place_under_it(book: Run) -> None:
    code, out, err = book("list", "低保", "foo:x")
    said, text, caret = err.splitlines()
    assert (code, out) == (2, "")
    assert said.startswith("The filter, at column 4: there is no key “foo”")
    assert text == "低保 foo:x"
    assert caret == "     ^^^^"


def test_a_verb_on_all_that_a_filter_finds_is_one_change(book: Run) -> None:
    code, _, err = book("postpone", "--where", "due:any", "2026-12-04")
    assert code == 0
    assert [line.split()[0] for line in err.splitlines()] == ["1", "4"]
    assert numbers(book, "due:2026-12-04") == [1, 4]
    assert book("undo")[0] == 0
    assert numbers(book, "due:2026-12-04") == []
    assert numbers(book, "postponed:>0") == []


@pytest.mark.parametrize(
    "words",
    [
        ("done", "--where", "ledger", "sent"),
        ("drop", "--where", "ledger", "too late"),
        ("note", "--where", "ledger", "asked"),
        ("return", "--where", "ledger", "check it"),
        ("edit", "--where", "ledger", "p2"),
        ("hand", "--where", "ledger", "财务科"),
        ("chase", "--where", "ledger", "soon"),
        ("extend", "--where", "ledger", "2026-12-09"),
        ("stage", "--where", "ledger", "signed"),
        ("reopen", "--where", "state:done"),
    ],
)
def test_every_verb_takes_a_filter(book: Run, words: tuple[str, ...]) -> None:
    code, _, err = book(*words)
    assert code == 0, err
    before = json.loads(book("history", "--json")[1])
    assert before[0]["command"] == words[0] or words[0] in ("stage", "extend", "hand", "chase")
    assert book("undo")[0] == 0


def test_the_order_by_hand_is_given_back_by_filter(book: Run) -> None:
    assert book("rank", "2", "top")[0] == 0
    assert numbers(book, "is:ranked") == [2]
    assert book("rank", "--reset", "--where", "printer")[0] == 0
    assert numbers(book, "is:ranked") == []


def test_a_filter_that_finds_nothing_changes_nothing(book: Run) -> None:
    code, _, err = book("done", "--where", "nowhere")
    assert (code, err) == (1, "No matter meets “nowhere”, so nothing was changed.\n")


def test_a_slip_in_a_verbs_filter_changes_nothing(book: Run) -> None:
    code, _, err = book("drop", "--where", "state:opne")
    assert code == 2
    assert "at column 7" in err
    assert numbers(book) == [1, 4, 2]


def test_many_are_changed_only_when_that_is_meant(book: Run, tmp_path: Path) -> None:
    change_setting(str(tmp_path), "bulk_ask", "1")
    for words in (("drop", "--where", "due:any"), ("drop", "1", "4"), ("drop", "1-4")):
        code, _, err = book(*words)
        assert code == 1
        assert "add --yes" in err
    assert numbers(book) == [1, 4, 2]
    assert book("drop", "1", "4", "--yes")[0] == 0
    assert numbers(book) == [2]


@pytest.mark.parametrize(("answer", "left"), [("y\n", [2]), ("是\n", [2]), ("n\n", [1, 4, 2]), ("", [1, 4, 2])])
def test_it_asks_at_a_terminal(
    book: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, left: list[int]
) -> None:
    import io
    import sys

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    change_setting(str(tmp_path), "bulk_ask", "1")
    said = Terminal()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", Terminal(answer))
        patch.setattr(sys, "stderr", said)
        book("drop", "--where", "due:any")
    assert said.getvalue().startswith("Change 2 matters? (y/n) ")
    assert numbers(book) == left


def test_iso_dates_are_dates_behind_numbers(book: Run) -> None:
    assert book("postpone", "1", "2026-12-02")[0] == 0
    assert numbers(book, "due:2026-12-02") == [1]


def test_views_are_saved_listed_and_used(book: Run, tmp_path: Path) -> None:
    assert book("views", "急事", "p1", "or", "due:..today")[0] == 0
    assert book("views", "with space", '"relief report"')[0] == 0
    assert numbers(book, "--view", "急事") == [1]
    assert numbers(book, "--view", "with space") == [1]
    assert numbers(book, "--view", "急事", "printer") == []
    assert book("views")[1] == '急事: p1 or due:..today\nwith space: "relief report"\n'
    assert book("views", "急事", "p2")[0] == 0
    assert book("config", "views.急事")[1].startswith("views.急事 = p2 ")
    code, _, err = book("list", "--view", "none")
    assert code == 1
    assert "no view “none”" in err


def test_a_view_with_a_slip_is_told_with_the_place_and_others_still_work(book: Run, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(
        '[views]\ngood = "p1"\n坏 = "a due:blue"\n'.replace("坏", '"坏"'), encoding="utf-8"
    )
    code, out, err = book("views")
    assert (code, out) == (0, "good: p1\n坏: a due:blue\n")
    assert err == (
        "The view “坏”, at column 7: “blue” is not a date: write fri, 27/11, 3d (ago), lastweek or 2026-11-27.\n"
    )
    assert numbers(book, "--view", "good") == [1]
    code, _, err = book("list", "--view", "坏")
    assert code == 2
    assert err.splitlines()[1:] == ["a due:blue", "      ^^^^"]


def test_a_view_with_a_slip_is_not_saved(book: Run, tmp_path: Path) -> None:
    assert book("views", "bad", "due:blue")[0] == 2
    assert not (tmp_path / "config.toml").exists()


@pytest.mark.parametrize(
    ("words", "result"),
    [
        (("done", "1", "--yes", "sent"), "sent"),
        (("done", "--yes", "1", "sent"), "sent"),
        (("done", "1", "--", "5", "files"), "5 files"),
        (("done", "--where", "draft", "--", "-5%", "--yes"), "-5% --yes"),
        (("done", "1", "a", "--", "--", "b"), "a -- -- b"),
    ],
)
def test_options_stand_anywhere_and_words_behind_two_dashes_are_words(
    book: Run, words: tuple[str, ...], result: str
) -> None:
    code, _, err = book(*words)
    assert code == 0, err
    assert json.loads(book("show", "1", "--json")[1])["result"] == result
