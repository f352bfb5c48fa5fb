"""``visits erase`` and ``visits retention`` as they are typed, in both languages."""

from __future__ import annotations

import pytest


@pytest.fixture
def visited(shell):
    shell("visit", "张伟 13800000000 低保申请 转救助科")
    shell("backup")
    return shell


def test_it_is_erased_and_said_what_is_left(visited):
    said = visited("visits", "erase", "2026-0001", "--reason", "本人申请", "--yes")
    assert "V2026-0001: the person is erased for good" in said.err
    assert "planner backup --delete 2026-11-25-1000-2 2026-11-25-1000\n" in said.err
    assert "erased  低保申请" in visited("visits", "--private").out
    shown = visited("show", "V2026-0001", "--json").json
    assert (shown["visitor"], shown["phone"], shown["erased"]) == (None, None, "2026-11-25T10:00")
    assert shown["erase_reason"] == "本人申请"
    assert visited("check").err == "All is well.\n"


def test_a_dry_run_erases_nothing(visited):
    assert "would go" in visited("visits", "erase", "1", "本人申请", "--dry-run").err
    assert visited("show", "V2026-0001", "--json").json["visitor"] == "张伟"


def test_it_asks_first_and_no_is_the_default(visited):
    line = visited("visits", "erase", "1", "本人申请", code=1).line
    assert "--yes" in line
    monkeypatch = visited.monkeypatch
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    for answer in ("", "\n", "n\n"):
        said = visited("visits", "erase", "1", "本人申请", stdin=answer, terminal=(True, True), code=1)
        assert "would go" in said.err
        assert said.err.rstrip().endswith("Nothing was erased.")
        assert visited("show", "V2026-0001", "--json", "--private").json["visitor"] == "张伟"
    said = visited("visits", "erase", "1", "本人申请", stdin="y\n", terminal=(True, True))
    assert "is erased for good" in said.err
    assert visited("show", "V2026-0001", "--json", "--private").json["visitor"] is None


def test_it_speaks_chinese(visited):
    said = visited("--lang", "zh", "visits", "erase", "1", "--reason", "本人申请", "--yes")
    assert "访2026-0001：个人信息已永久删除" in said.err
    assert "已删除" in visited("--lang", "zh", "visits").out
    assert "个人信息" in visited("--lang", "zh", "history").out


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        (("visits", "erase"), 2, "Say which and why"),
        (("visits", "erase", "1"), 2, "Say which and why"),
        (("visits", "erase", "9", "x"), 1, "There is no reception V2026-0009"),
        (("visits", "erase", "x1", "x"), 1, "x1 is not a number of a reception"),
    ],
)
def test_a_slip_is_refused_in_one_line(visited, words, code, line):
    assert line in visited(*words, code=code).line


def test_the_term_is_a_setting_and_the_report_erases_nothing(visited):
    assert "No term is set" in visited("visits", "retention").err
    visited("reply", "2026-0001", "已答复")
    visited("config", "retention_years", "5")
    assert "No entry was closed 5 years ago or more" in visited("visits", "retention").err
    visited.monkeypatch.setenv("PLANNER_NOW", "2031-11-25T10:00")
    said = visited("visits", "retention")
    assert "due for erasure since 2031-11-25" in said.out
    assert "planner visits erase V2026-0001" in said.err
    assert visited("visits", "retention", "--json").json == [{"number": "V2026-0001", "since": "2031-11-25"}]
    assert visited("show", "V2026-0001", "--json").json["visitor"] == "张伟"


def test_the_backups_that_hold_them_are_deleted_by_name(visited):
    visited("visits", "erase", "1", "本人申请", "--yes")
    visited("backup")
    assert visited("backup", "--delete", "2026-11-25-1000-2", "2026-11-25-1000").err.count("is deleted") == 2
    assert len(visited("backup", "--list", "--json").json) == 1
    assert "no backup" in visited("backup", "--delete", "2026-11-25-1000", code=1).line.casefold()
    assert visited("backup", "--delete", "../home", code=1).err.count("\n") == 1
    found = [path for path in visited.home.rglob("*") if path.is_file() and "张伟".encode() in path.read_bytes()]
    assert found == []
