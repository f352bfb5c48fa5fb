"""``planner agenda``: as text, as JSON, and what it says beside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.fixture
def week(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The week of the Mid-Autumn holiday."""
    monkeypatch.setenv("PLANNER_NOW", "2026-09-22T10:00")
    for line in ("局务会 9:00-10:30 周四 +办会", "汇报 周四 10点 @李局", "值班 每周一", "月度通报 9月30日 ahead:3wd"):
        assert run("add", line)[0] == 0
    return run


def test_as_text(week: Run) -> None:
    code, out, err = week("agenda")
    assert code == 0
    assert out.splitlines() == [
        "Mon 21 Sep",
        "Tue 22 Sep (today)",
        "Wed 23 Sep",
        "Thu 24 Sep",
        "  1  09:00–10:30  局务会",
        "  2  10:00        汇报  李局",
        "  4  prepare      月度通报 (30 Sep)",
        "Fri 25 Sep (Mid-Autumn Festival, day off)",
        "Sat 26 Sep (Mid-Autumn Festival, day off)",
        "Sun 27 Sep (Mid-Autumn Festival, day off)",
    ]
    assert err == "09:00–10:30 局务会 and 10:00 汇报 overlap\n"


def test_in_chinese(week: Run) -> None:
    lines = week("--lang", "zh", "agenda", "下周")[1].splitlines()
    assert lines[:2] == ["9月28日 周一", "  3  值班"]
    assert "国庆节" in lines[-1]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ((), "2026-09-21", "2026-09-27"),
        (("month",), "2026-09-01", "2026-09-30"),
        (("next", "week"), "2026-09-28", "2026-10-04"),
        (("2026-10",), "2026-10-01", "2026-10-31"),
        (("本季",), "2026-07-01", "2026-09-30"),
        (("fri",), "2026-09-25", "2026-09-25"),
        (("fri..2026-10-02",), "2026-09-25", "2026-10-02"),
    ],
)
def test_stretches(week: Run, words: tuple[str, ...], first: str, last: str) -> None:
    days = json.loads(week("agenda", "--json", *words)[1])
    assert (days[0]["day"], days[-1]["day"]) == (first, last)


def test_as_json(week: Run) -> None:
    (thursday,) = json.loads(week("agenda", "thu", "--json")[1])
    assert [(item["number"], item["due"], item["end"]) for item in thursday["timed"]] == [
        (1, "2026-09-24T09:00", "2026-09-24T10:30"),
        (2, "2026-09-24T10:00", None),
    ]
    assert thursday["clashes"] == [[1, 2]]
    assert [(step["number"], step["due"]) for step in thursday["steps"]] == [(4, "2026-09-30")]
    (monday,) = json.loads(week("agenda", "2026-10-12", "--json")[1])
    assert [(item["number"], item["to_come"]) for item in monday["whole"]] == [(3, True)]


def test_a_year_that_is_not_known_is_said(week: Run) -> None:
    assert week("agenda", "2030-05-01")[2] == "The holidays of 2030 are not known: only weekends are days off.\n"


@pytest.mark.parametrize("words", ["blue", "2026..2028", "fri..2026-01-01"])
def test_what_is_no_stretch(week: Run, words: str) -> None:
    code, out, err = week("agenda", words)
    assert (code, out) == (1, "")
    assert err.startswith(f"“{words}” is")


def test_a_clash_of_another_day_is_on_todays_page(week: Run) -> None:
    out = week("today")[1]
    assert "Times that clash (1)\n1  局务会  and 2 汇报  Thu 09:00  10:00" in out
    assert json.loads(week("today", "--json")[1])["clashes"] == [[1, 2]]
    assert "时间冲突（1）\n1  局务会  与 2 汇报" in week("--lang", "zh", "today")[1]


def test_a_title_that_is_open_already_is_on_todays_page(week: Run) -> None:
    week("add", "汇报")
    assert "One title, several matters (1)\n2  汇报  also 5" in week("today")[1]
    assert json.loads(week("today", "--json")[1])["same_title"] == [[2, 5]]
    assert "标题相同的事项（1）\n2  汇报  另有 5" in week("--lang", "zh", "today")[1]
    week("drop", "5")
    assert "One title" not in week("today")[1]
