"""Running the command line inside the test's process, in a folder of its own, with a fixed clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from shell import NOW, Shell

from planner.cli.start import start

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """One command line: its exit code, what it printed, what it said. Now is Wednesday, 25 November 2026, 10:00."""
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path))
    monkeypatch.setenv("PLANNER_NOW", "2026-11-25T10:00")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def one(*words: str) -> tuple[int, str, str]:
        code = start(list(words), lambda _desk: 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return one


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """``planner`` on an empty folder, in this process or in one of its own, in English, at a fixed time."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    for name in ("LANG", "LC_MESSAGES", "NO_COLOR", "USER", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("planner.desk.desk.login_name", lambda: None)  # whoever runs the tests
    monkeypatch.setenv("PLANNER_HOME", str(home))
    monkeypatch.setenv("PLANNER_NOW", NOW)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr("sys.excepthook", lambda *_: None)  # put back afterwards: ``start`` sets its own
    return Shell(home, monkeypatch, capsys)
