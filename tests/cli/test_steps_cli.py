"""``planner steps``, ``sign`` and ``templates``, as typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def paper(run: Run) -> Run:
    assert run("add", "Relief report fri +办文") == (
        0,
        "1\n",
        "Relief report | Fri 27 Nov, in 2 days, 2 working days | work: documents\n",
    )
    return run


def test_the_way_to_signature(paper: Run) -> None:
    code, out, err = paper("steps", "1", "--add", "review")
    assert (code, err) == (0, "")
    assert out.splitlines()[:2] == [
        "1 Relief report",
        "  1 [ ] Reason and basis: sufficient, accurate (before signature)",
    ]
    code, out, err = paper("sign", "1")
    assert (code, out) == (1, "")
    assert err.startswith("Matter 1 can't go for signature yet: 1 Reason and basis")
    assert paper("steps", "1", "--tick", "1-2", "4", "5", "--skip", "3", "nobody", "else")[0] == 0
    assert paper("sign", "1") == (0, "", "1 sent for signature: Relief report\n")
    shown = paper("show", "1")[1]
    assert "sent for signature: Wed 25 Nov 10:00" in shown
    assert (
        "steps: [-] Matters of other regions or departments: consulted and agreed (not applicable: nobody else)"
        in shown
    )


def test_steps_as_json(paper: Run) -> None:
    paper("steps", "1", "--add", "ask Wang", "--ahead", "1")
    assert json.loads(paper("steps", "1", "--json")[1]) == [
        {"place": 1, "text": "ask Wang", "done": None, "skipped": None, "gate": False, "ahead": 1}
    ]


def test_no_steps_yet(paper: Run) -> None:
    assert "--add review" in paper("steps", "1")[2]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("9",), 1, "no matter 9"),
        (("1", "--tick", "x"), 2, "not the place of a step"),
        (("1", "--tick", "7"), 1, "no step 7"),
        (("1", "--skip", "1-2", "no"), 2, "which step"),
        (("1-2",), 2, "which matter"),
    ],
)
def test_slips(paper: Run, words: tuple[str, ...], code: int, said: str) -> None:
    paper("steps", "1", "--add", "one")
    found = paper("steps", *words)
    assert found[0] == code
    assert said in found[2]


def test_templates(run: Run, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "mine.toml").write_text('title = "Mine"\nsteps = ["look"]')
    (tmp_path / "templates" / "bad.toml").write_text("steps = [")
    code, out, err = run("templates")
    assert code == 0
    names = [line.partition(":")[0].partition(",")[0] for line in out.splitlines()]
    assert names == sorted(names)
    assert {"bulletin", "meeting", "mine", "report", "research", "review"} <= set(names)
    assert "mine: Mine (your own)" in out
    assert "(practice, not rule)" in out
    assert len(err.splitlines()) == 1
    assert "bad.toml" in err
    assert run("--lang", "zh", "templates", "通报")[1].splitlines()[1].startswith("  起草")
    assert [len(one["steps"]) for one in json.loads(run("templates", "review", "--json")[1])] == [5]
    assert run("templates", "nothing")[0] == 1
