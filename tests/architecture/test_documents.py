"""What the documents promise is what the program has."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

import hatch_build
from planner.cli.table import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

ROOT = hatch_build.ROOT
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETTING_UP = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)


def test_the_readme_has_two_commands_and_the_gate_finds_the_second() -> None:
    assert len(SETTING_UP) == 2
    opens, tests = SETTING_UP
    assert opens.endswith("/bin/planner")
    assert tests.endswith("-m pytest -n auto")
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"grep -E '(.*)' README.md", gate)
    assert pattern is not None
    assert re.findall(pattern[1].replace(r"\S", r"[^\s]"), README, re.MULTILINE) != []
    assert not any("-m pytest -n" in line for line in gate.splitlines() if not line.startswith("#"))


def test_each_command_sets_up_an_environment_of_its_own_inside_the_folder() -> None:
    folders = [shlex.split(line)[3] for line in SETTING_UP]
    assert len(set(folders)) == 2
    for line, folder in zip(SETTING_UP, folders, strict=True):
        assert folder.startswith(".venv")
        for step in line.split(" && ")[1:]:
            assert step.startswith(f"{folder}/bin/")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_in_the_readme(command: object) -> None:
    assert f"`{command.name}`" in README


def examples() -> list[str]:
    """The command lines that the README shows, without what it says beside them."""
    blocks = re.findall(r"^```text\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [re.split(r" {2,}", line)[0] for block in blocks for line in block.splitlines()]


def test_every_example_of_the_readme_works(tmp_path: Path) -> None:
    def planner(*words: str, typed: str = "") -> None:
        ran = subprocess.run(
            [sys.executable, "-m", "planner", *words],
            input=typed,
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=ROOT,
            env={**os.environ, "PLANNER_HOME": str(tmp_path), "PLANNER_NOW": "2026-11-23T07:50"},
        )
        assert ran.returncode == 0, (words, ran.stderr)

    planner("add", "-", typed="".join(f"matter {number}\n" for number in range(1, 13)))
    lines = examples()
    assert len(lines) > 15
    for line in lines:
        name, *words = shlex.split(line)
        assert name == "planner"
        planner(*words)


def test_what_the_documents_point_at_exists() -> None:
    for text, folder in ((README, ROOT), (CONTRIBUTING, ROOT)):
        for target in re.findall(r"\]\(([^)#][^)]*)\)", text):
            assert (folder / target.partition("#")[0]).exists(), target
    for path in re.findall(r"`((?:planner|themes|docs|tests)/[\w./]+)`", CONTRIBUTING):
        assert (ROOT / path).exists() or path.startswith(("planner/report/", "planner/exchange/")), path


def test_adding_each_thing_takes_five_lines() -> None:
    sections = re.split(r"^## ", CONTRIBUTING, flags=re.MULTILINE)[1:]
    steps = {one.splitlines()[0]: len(re.findall(r"^\d\. ", one, re.MULTILINE)) for one in sections}
    assert {name: count for name, count in steps.items() if count} == {
        "A new kind of record": 5,
        "A new command": 5,
        "A new format": 5,
        "A new theme": 5,
        "A new language": 5,
    }


def test_launchers_are_scripts_and_no_entry_points_are_left() -> None:
    assert "scripts" not in PROJECT["project"]
    shared = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-scripts"]
    assert sorted(shared.values()) == ["oplan", "oplan.cmd", "planner", "planner.cmd"]
    for source, name in shared.items():
        lines = (ROOT / source).read_bytes()
        if name.endswith(".cmd"):
            assert b"-m planner %*\r\n" in lines
        else:
            assert lines.startswith(b"#!python\n")
            assert lines == (ROOT / "planner/launchers/planner").read_bytes()
            assert (ROOT / source).stat().st_mode & 0o111
