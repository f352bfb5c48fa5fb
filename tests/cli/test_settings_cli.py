"""Settings, themes and working days at the command line, and lists that are empty."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "english", "chinese"),
    [
        (("list",), "No matter is open", "没有在办事项"),
        (("list", "p1"), "No matter meets that.", "没有符合条件的事项"),
        (("list", "--grade", "major"), "No matter meets that.", "没有符合条件的事项"),
        (("visits",), "No visitor awaits an answer", "没有待答复的来访"),
        (("visits", "张"), "No reception meets that.", "没有符合条件的来访登记"),
        (("parties",), "There are no parties yet", "还没有联系人"),
        (("parties", "--due"), "No talk is due.", "没有到期的汇报"),
        (("owed",), "Nobody owes anything", "没有交办在外的事项"),
    ],
)
def test_an_empty_list_prints_nothing_and_says_so_in_one_line(shell, words, english, chinese):
    said = shell(*words)
    assert said.out == ""
    assert said.line.startswith(english)
    assert shell("--lang", "zh", *words).line.startswith(chinese)


def test_an_empty_list_as_json_is_an_empty_array(shell):
    assert shell("list", "--json").json == []


def test_themes_are_listed_with_the_one_that_is_chosen(shell):
    assert shell("themes").out.splitlines()[:2] == ["auto: chosen", "ansi"]
    (shell.home / "themes").mkdir()
    (shell.home / "themes" / "rose.toml").write_text("", encoding="utf-8")
    shell("config", "theme", "rose")
    assert "rose (your own): chosen" in shell("themes").out
    assert {"name": "rose", "chosen": True, "own": True} in shell("themes", "--json").json
    assert (
        "“pink” does not fit theme: it takes auto, ansi, contrast, dark, light"
        in shell("config", "theme", "pink", code=1).line
    )


@pytest.mark.parametrize("words", [("lang=zh",), ("lang", "=", "zh"), ("lang", "zh"), ("lang = zh",)])
def test_a_setting_may_be_written_as_in_the_file(shell, words):
    assert shell("config", *words).line == "lang is zh now."


def test_a_slip_in_the_file_names_the_file(shell):
    file = shell.home / "config.toml"
    file.write_text('lang = "fr"\n', encoding="utf-8")
    assert shell("list", code=1).line == f"{file}: “fr” does not fit lang: it takes auto, en, zh."
    file.write_text("colour = 1\n", encoding="utf-8")
    assert shell("list", code=1).line.startswith(f"{file}: there is no setting “colour”")


def test_a_users_working_days_count_everywhere(shell):
    days = "[[off]]\nname='春节'\nenglish='Spring Festival'\nfirst=2027-02-05\nlast=2027-02-11\n"
    (shell.home / "workdays.toml").write_text(days, encoding="utf-8")
    assert shell("add", "report 2027-02-12").line == "report | Fri 12 Feb 2027, in 79 days, 52 working days"
    assert "52 working days" in shell("show", "1").out
    assert "52 wd left" in shell("list").out
    shell("edit", "1", "+major")
    assert "52 wd left" in shell("today").out
    assert "Fri 5 Feb 2027 (Spring Festival, day off)" in shell("agenda", "2027-02-05").out
    assert "2月5日 周五（春节" in shell("--lang", "zh", "agenda", "2027-02-05").out.replace("2027年", "")


def test_a_slip_in_the_working_days_hinders_nothing_and_is_told(shell):
    (shell.home / "workdays.toml").write_text("[[off]]\nname='x'\n", encoding="utf-8")
    said = shell("add", "report fri")
    assert said.out == "1\n"
    assert "off[1].first" in said.err.splitlines()[-1]
    assert "counted without it" in said.err.splitlines()[-1]


def test_a_stage_that_is_not_said_is_shown(shell):
    shell("add", "ledger to:Relief +supervise")
    said = shell("stage", "1")
    assert said.out == "1 ledger: assigned\n"
    assert said.line.startswith("The stages are assigned, signed for, under way")


def test_views_save(shell):
    for words in (("save",), ("save", "x"), ("x",)):
        assert "Say what it asks" in shell("views", *words, code=2).line
    shell("views", "save", "x", "p1")
    shell("views", "y", "p2")
    assert shell("views").out.splitlines() == ["x: p1", "y: p2"]


def test_what_is_at_an_end_of_its_list_says_so(shell):
    shell("add", "one")
    shell("add", "two")
    assert shell("rank", "1", "up", code=1).line == "1 is at the top of its list already."
    assert shell("rank", "2", "bottom", code=1).line == "2 is at the bottom of its list already."
    assert shell("rank", "--reset").line == "None of them was moved by hand."


@pytest.mark.parametrize("content", [None, b"\xff", b"[[off]]\n"])
def test_a_calendar_that_can_not_be_read_is_not_taken(shell, content):
    if content is not None:
        (shell.home / "de.toml").write_bytes(content)
    assert str(shell.home / "de.toml") in shell("config", "calendar", "de.toml", code=1).line
    assert not (shell.home / "config.toml").exists()


def test_another_countrys_days_are_counted(shell):
    (shell.home / "de.toml").write_text("[[off]]\nname='Feiertag'\nfirst=2026-11-26\n", encoding="utf-8")
    shell("config", "calendar", "de.toml")
    assert shell("add", "x mon").line == "x | Mon 30 Nov, in 5 days, 2 working days"


def test_what_theme_takes_is_every_theme(shell):
    assert shell("config", "theme").out == "theme = auto   takes auto, ansi, contrast, dark, light, redhead\n"
