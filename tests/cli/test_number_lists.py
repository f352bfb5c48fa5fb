"""Which numbers of a command line name matters, and which begin the words: nothing is changed by a guess."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run


@pytest.fixture
def ten(run: Run) -> Run:
    """Ten open matters, the first handed over."""
    lines = "\n".join(["matter 1 to:Wang due:2026-11-26", *(f"matter {number}" for number in range(2, 11))])
    for line in lines.splitlines():
        assert run("add", line)[0] == 0
    return run


def touched(run: Run) -> list[int]:
    """The numbers that the last change was about."""
    rows = json.loads(run("history", "--limit", "1", "--json")[1])[0]["records"]
    return sorted(row["number"] for row in rows if row["kind"] == "matter")


@pytest.mark.parametrize(
    ("words", "numbers", "due"),
    [
        (("postpone", "8", "2", "dec"), [8], "2026-12-02"),
        (("edit", "8", "2", "dec"), [8], "2026-12-02"),
        (("edit", "8", "11-28", "p2"), [8], "2026-11-28"),
        (("postpone", "8", "12-1"), [8], "2026-12-01"),
        (("extend", "1", "2", "dec"), [1], "2026-12-02"),
        (("edit", "8,2", "fri"), [2, 8], "2026-11-27"),
        (("edit", "8", "2", "--", "fri"), [2, 8], "2026-11-27"),
        (("edit", "8,", "2-3", "fri"), [2, 3, 8], "2026-11-27"),
    ],
)
def test_a_date_behind_the_number_is_a_date(ten: Run, words: tuple[str, ...], numbers: list[int], due: str) -> None:
    code, _, err = ten(*words)
    assert code == 0, err
    assert touched(ten) == numbers
    assert json.loads(ten("show", str(numbers[0]), "--json")[1])["due"] == due


@pytest.mark.parametrize(
    ("words", "listed", "worded"),
    [
        (("done", "8", "2", "台都已加墨"), "planner done 8,2 台都已加墨", "planner done 8 -- 2 台都已加墨"),
        (("note", "7", "21", "日进场"), "planner note 7,21 日进场", "planner note 7 -- 21 日进场"),
        (("chase", "7", "31", "说下周"), "planner chase 7,31 说下周", "planner chase 7 -- 31 说下周"),
        (("return", "8", "2", "figures", "wrong"), "return 8,2 figures wrong", "return 8 -- 2 figures wrong"),
        (("done", "3", "5-7", "sent"), "planner done 3,5-7 sent", "planner done 3 -- 5-7 sent"),
        (("edit", "3", "5", "fri"), "planner edit 3,5 fri", "planner edit 3 -- 5 fri"),
        (("postpone", "3", "5", "fri"), "planner postpone 3,5 fri", "planner postpone 3 -- 5 fri"),
    ],
)
def test_where_both_are_meant_nothing_is_changed_and_both_ways_are_shown(
    ten: Run, words: tuple[str, ...], listed: str, worded: str
) -> None:
    before = ten("history", "--json")[1]
    code, _, err = ten(*words)
    assert code == 2
    assert listed in err
    assert worded in err
    assert len(err.splitlines()) == 1
    assert ten("history", "--json")[1] == before


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (("done", "3", "5-7"), [3, 5, 6, 7]),
        (("drop", "3,5-6", "not ours"), [3, 5, 6]),
        (("done", "3", "5", "--", "2 sheets"), [3, 5]),
        (("done", "3,5-6", "--", "2 sheets"), [3, 5, 6]),
    ],
)
def test_a_list_of_numbers_alone_or_before_two_dashes_is_a_list(
    ten: Run, words: tuple[str, ...], numbers: list[int]
) -> None:
    assert ten(*words)[0] == 0
    assert touched(ten) == numbers


def test_a_stage_is_one_of_a_few_words_so_numbers_before_it_are_matters(ten: Run) -> None:
    assert ten("edit", "2", "to:Li")[0] == 0
    assert ten("stage", "1", "2", "signed")[0] == 0
    assert touched(ten) == [1, 2]


def test_a_range_takes_open_matters_only_and_says_what_it_left_out(ten: Run) -> None:
    assert ten("done", "4")[0] == 0
    assert ten("done", "6,7")[0] == 0
    code, _, err = ten("edit", "3-12", "p2")
    assert code == 0
    assert "being closed: 4, 6-7" in err
    assert "there being none: 11-12" in err
    assert touched(ten) == [3, 5, 8, 9, 10]


def test_a_closed_one_that_is_named_is_still_meant(ten: Run) -> None:
    assert ten("done", "4")[0] == 0
    assert ten("edit", "4", "p2")[0] == 0
    assert touched(ten) == [4]


def test_reopening_a_range_takes_the_closed_ones(ten: Run) -> None:
    assert ten("done", "4-5")[0] == 0
    code, _, err = ten("reopen", "3-6")
    assert code == 0
    assert "being open: 3, 6" in err
    assert touched(ten) == [4, 5]


def test_a_range_without_an_open_matter_changes_nothing(ten: Run) -> None:
    code, _, err = ten("drop", "20-30")
    assert code == 1
    assert "20-30" in err


def test_many_of_a_range_are_asked_about(ten: Run) -> None:
    assert ten("config", "bulk_ask", "4")[0] == 0
    assert ten("edit", "1-10", "p2")[0] == 1
    assert "--yes" in ten("edit", "1-5", "p2")[2]
