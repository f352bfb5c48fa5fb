"""What a first user stumbled over on the command line, in both languages."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run


def test_each_line_under_a_heading_is_said_back_whole(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("bureau meeting fri:\nreport\nbook the room\n"))
    err = run("add", "-")[2].splitlines()
    assert [line.partition(" | ")[0] for line in err] == ["report", "book the room"]
    assert all("Fri 27 Nov" in line and "bureau meeting" in line for line in err)


def test_what_settings_take_is_said_in_chinese(run: Run) -> None:
    out = run("config", "--lang", "zh")[1]
    for english in ("minutes", "a time", "the name of", "a command with", "times,", "text"):
        assert english not in out
    assert "{title}" in out
    assert "字体名称" in run("config", "font_body", "", "--lang", "zh")[1]
    assert "时刻" in run("config", "remind_morning_at", "noon", "--lang", "zh")[2]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (("--grade", "大事"), [2]),
        (("--grade", "minor"), [1]),
        (("--state", "全部"), [1, 2]),
        (("--state", "all"), [1, 2]),
        (("--work", "办会"), [2]),
        (("--work", "meetings"), [2]),
    ],
)
def test_choices_are_taken_in_the_language(run: Run, words: tuple[str, ...], numbers: list[int]) -> None:
    run("add", "report")
    run("add", "talk +major +meetings")
    out = run("list", *words, "--json", "--lang", "zh")[1]
    assert sorted(row["number"] for row in json.loads(out)) == numbers


def test_a_choice_that_is_none_names_them_in_the_language(run: Run) -> None:
    assert "大事、小事" in run("list", "--grade", "中事", "--lang", "zh")[2]
    assert "major, minor" in run("list", "--grade", "middling")[2]


def test_a_matter_is_moved_by_a_chinese_word(run: Run) -> None:
    run("add", "one")
    run("add", "two")
    assert run("rank", "2", "上")[0] == 0
    assert [row["number"] for row in json.loads(run("list", "--json")[1])] == [2, 1]


def test_a_month_is_meant_whole(run: Run) -> None:
    for line in ("a due:2026-12-01", "b due:2026-12-31", "c due:2027-01-01"):
        run("add", line)
    for month in ("12月", "2026年12月", "12月份", "dec", "December"):
        assert sorted(row["number"] for row in json.loads(run("list", f"due:{month}", "--json")[1])) == [1, 2], month
    assert json.loads(run("list", "created:12月", "--json")[1]) == []  # the last December
    assert len(json.loads(run("list", "created:11月", "--json")[1])) == 3


def test_a_folder_that_is_not_there_is_named_as_what_lacks(run: Run, tmp_path: Path) -> None:
    assert "no such folder" in run("export", "week", "-o", str(tmp_path / "none" / "a.md"))[2]
    err = run("import", str(tmp_path / "none.csv"), "--lang", "zh")[2]
    assert "No such file" not in err
    assert "不存在" in err


def test_a_strict_import_ends_in_one_full_stop(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("title,due\n,2026-11-27\n", encoding="utf-8")
    err = run("import", "--strict", str(file), "--lang", "zh")[2].strip()
    assert err.endswith("。")
    assert not err.endswith("。。")


def test_tags_are_merged_by_their_own_word(run: Run) -> None:
    run("add", "a +救助")
    run("add", "b +社救")
    assert run("tags", "merge", "社救", "救助")[0] == 0
    assert [row["tag"] for row in json.loads(run("tags", "--json")[1])] == ["救助"]


def test_history_names_a_reception_and_its_events_as_they_are_called(run: Run) -> None:
    run("visit", "张伟 低保申请 转救助科")
    out = run("history", "1", "--lang", "zh")[1]
    assert "访2026-0001" in out
    assert "202600001" not in out
    assert "forwarded" not in run("history", "V1", "--lang", "zh")[1]
