"""A user's clocks: read through the cache, each slip in one line, the planner's own untouched."""

from __future__ import annotations

import os

import pytest

from planner.config.clock_table import toml_of
from planner.config.clocks import load_clocks
from planner.config.errors import BadSettingError
from planner.config.paths import clocks_file
from planner.domain.clock_rows import BUILT_IN, ClockRule

MINE = """
[[clock]]
template = "hotline"
name = "answer"
days = 5
working = true
article = "12345 rules 7"
extension = 5

[[clock]]
template = "answer"
name = "answer"
days = 7
stops = "replied"
"""


def write(home, text):
    with open(clocks_file(home), "w", encoding="utf-8") as file:
        file.write(text)


def test_without_a_file_the_planner_has_its_own(tmp_path):
    assert load_clocks(str(tmp_path)) is BUILT_IN


def test_a_template_of_the_same_name_is_replaced_whole_and_others_stay(tmp_path):
    write(tmp_path, MINE)
    table = load_clocks(str(tmp_path))
    assert table.of("hotline") == (
        ClockRule(template="hotline", name="answer", days=5, working=True, article="12345 rules 7", extension=5),
    )
    assert table.of("answer") == (ClockRule(template="answer", name="answer", days=7),)
    assert table.of("petition") == BUILT_IN.of("petition")


def test_the_cache_says_the_same_and_is_renewed_with_the_file(tmp_path, monkeypatch):
    write(tmp_path, MINE)
    first = load_clocks(str(tmp_path))
    monkeypatch.setattr("planner.config.clock_table.compile_clocks", lambda *_: pytest.fail("read again"))
    assert load_clocks(str(tmp_path)) == first
    monkeypatch.undo()
    write(tmp_path, MINE.replace("days = 7", "days = 11"))
    assert load_clocks(str(tmp_path)).of("answer")[0].days == 11


def test_a_damaged_cache_is_only_a_reason_to_read_again(tmp_path):
    write(tmp_path, MINE)
    first = load_clocks(str(tmp_path))
    cache = tmp_path / "cache" / "clocks"
    cache.write_text(cache.read_text("utf-8").replace("hotline\tanswer\t5", "hotline\tanswer"), "utf-8")
    assert load_clocks(str(tmp_path)) == first


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[[clock]]\n", "clock.template"),
        ('[[clock]]\ntemplate = "a"\nname = "b"\n', "clock.days"),
        ('[[clock]]\ntemplate = "a"\nname = "b"\ndays = -1\n', "clock.days"),
        ('[[clock]]\ntemplate = "a"\nname = "b"\ndays = true\n', "clock.days"),
        ('[[clock]]\ntemplate = "a"\nname = "b"\ndays = 3\nday = 4\n', "clock.day"),
        ('[[clock]]\ntemplate = "a"\nname = "b"\ndays = 3\nasks = "sometimes"\n', "clock.asks"),
        ('[[clock]]\ntemplate = "a"\nname = "b"\ndays = 3\nstops = [1]\n', "clock.stops"),
        ('[[clock]]\ntemplate = "a"\nname = "b"\ndays = 3\npauses = ["one"]\n', "clock.pauses"),
        ('[[clock]]\ntemplate = "a\\tb"\nname = "b"\ndays = 3\n', "clock.template"),
        ("clock = 3\n", "clock"),
        ("[other]\n", "other"),
        ("[[clock\n", None),
    ],
)
def test_a_slip_names_its_key(tmp_path, text, key):
    write(tmp_path, text)
    with pytest.raises(BadSettingError) as slip:
        load_clocks(str(tmp_path))
    assert slip.value.key == key
    assert slip.value.place == clocks_file(str(tmp_path))
    assert not os.path.exists(tmp_path / "cache" / "clocks")


def test_the_planners_own_rows_can_be_copied_into_the_file(tmp_path):
    write(tmp_path, "\n\n".join(toml_of(rule) for rule in BUILT_IN.rules))
    assert set(load_clocks(str(tmp_path)).rules) == set(BUILT_IN.rules)
