"""``planner import`` as it is typed: what it prints, what it says, how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

SHEET = "title,due\nReport,2026-12-01\nBroken,someday soon\nSend,\n"


def _file(tmp_path: Path, text: str, name: str = "a.csv") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_dry_run_shows_what_would_come_and_what_can_not(run: Run, tmp_path: Path) -> None:
    code, out, err = run("import", _file(tmp_path, SHEET), "--dry-run")
    assert (code, out.split("\n")[:2]) == (0, ["    2  matter  Report  2026-12-01", "    4  matter  Send"])
    assert "Not read, line 3: due: “someday soon” is not a date" in err
    assert run("list")[1] == ""


def test_an_import_prints_its_numbers_and_one_undo_takes_it_back(run: Run, tmp_path: Path) -> None:
    code, out, err = run("import", _file(tmp_path, SHEET))
    assert (code, out) == (0, "1\n2\n")
    assert "2 records imported; planner undo takes them back." in err
    assert run("import", _file(tmp_path, SHEET))[2].startswith(
        "Nothing new was imported.\n2 are in the book already: 2, 4."
    )
    run("undo")
    assert run("list")[1] == ""


def test_strict_refuses_all_in_one_line(run: Run, tmp_path: Path) -> None:
    code, out, err = run("import", _file(tmp_path, SHEET), "--strict")
    assert (code, out) == (1, "")
    assert err == "Nothing was imported: at 3, due: “someday soon” is not a date.\n"


def test_json_tells_all_of_it(run: Run, tmp_path: Path) -> None:
    _, out, _ = run("import", _file(tmp_path, SHEET), "--json")
    told = json.loads(out)
    assert told["numbers"] == [1, 2]
    assert told["not_read"] == [{"place": 3, "reason": "due: “someday soon” is not a date"}]


def test_what_can_not_be_read_is_one_line(run: Run, tmp_path: Path) -> None:
    for words, said in (
        ((str(tmp_path / "none.csv"),), "can't be read: it does not exist."),
        ((_file(tmp_path, "x", "x"),), "name it with --format, one of planner, tinydb"),
        ((_file(tmp_path, "x"), "--format", "docx"), "There is no format docx to import"),
        ((_file(tmp_path, SHEET), "--columns", "due"), "write --columns due=Deadline."),
        ((_file(tmp_path, SHEET), "--columns", "due=Nowhere"), "The file has no column “Nowhere”."),
        ((_file(tmp_path, SHEET), "--columns", "colour=due"), "--columns has no field colour"),
    ):
        code, out, err = run("import", *words)
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert said in err


def test_it_says_so_in_chinese(run: Run, tmp_path: Path) -> None:
    _, _, err = run("--lang", "zh", "import", _file(tmp_path, "事项,期限\n报送,2026-12-01\n坏的,某天\n"))
    assert err.startswith("导入 1 条")
    assert "第 3 行" in err
