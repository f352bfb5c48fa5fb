"""Fonts that stand in where one is missing: the nearest first, and nothing is guessed where nothing is known."""

from __future__ import annotations

import shutil

import pytest

from planner.exchange import fonts
from planner.exchange.fonts import families_here, standing_in
from planner.report.formats.table import Fonts

NOTO = frozenset({"Noto Serif CJK SC", "Noto Sans CJK SC", "Liberation Serif"})


@pytest.mark.parametrize(
    ("wanted", "here", "found"),
    [
        ("仿宋_GB2312", frozenset({"仿宋_GB2312", "仿宋"}), "仿宋_GB2312"),
        ("仿宋_GB2312", frozenset({"仿宋", "Noto Serif CJK SC"}), "仿宋"),
        ("仿宋_GB2312", NOTO, "Noto Serif CJK SC"),
        ("黑体", NOTO, "Noto Sans CJK SC"),
        ("Times New Roman", NOTO, "Liberation Serif"),
        ("仿宋_GB2312", frozenset({"Comic Sans MS"}), "仿宋_GB2312"),
        ("仿宋_GB2312", frozenset(), "仿宋_GB2312"),
        ("My own font", NOTO, "My own font"),
    ],
)
def test_what_stands_in(wanted, here, found):
    assert standing_in(wanted, here) == found


def test_every_usual_font_has_one_that_stands_in_for_it():
    for name, default, _ in Fonts.PARTS:
        assert standing_in(default, NOTO) in NOTO, name


def test_without_fontconfig_nothing_is_known(monkeypatch):
    monkeypatch.setattr("planner.exchange.fonts.shutil.which", lambda _name: None)
    assert families_here() == frozenset()


def test_a_program_that_fails_tells_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr("planner.exchange.fonts.shutil.which", lambda _name: str(tmp_path / "none"))
    assert families_here() == frozenset()


def test_a_family_is_known_by_each_of_its_names(monkeypatch, tmp_path):
    program = tmp_path / "fc-list"
    program.write_text("#!/bin/sh\necho '宋体,SimSun'\necho 'Noto Sans'\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("planner.exchange.fonts.shutil.which", lambda _name: str(program))
    assert fonts.families_here() == {"宋体", "SimSun", "Noto Sans"}


def test_the_fonts_of_this_machine_are_read():
    if shutil.which("fc-list") is None:
        pytest.skip("fontconfig is not on this machine")
    assert families_here()
