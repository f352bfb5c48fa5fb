"""The command line as a person meets it: inside the test's process for speed, or in one of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import Any, NamedTuple

import hatch_build
from planner.cli.start import start

__all__ = ["NOW", "Said", "Shell"]

NOW = "2026-11-25T10:00"
"""A Wednesday."""


class Said(NamedTuple):
    """The exit code, what was printed and what was said beside it."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def line(self) -> str:
        """The only line that was said, on stderr."""
        (line,) = self.err.splitlines()
        return line


class Shell:
    """A folder with a book, and ways to run ``planner`` on it."""

    def __init__(self, home, monkeypatch, capsys):
        self.home = home
        self.monkeypatch = monkeypatch
        self.capsys = capsys

    def __call__(self, *words, stdin="", code=0, terminal=(False, False)):
        """Run in this process; fails unless it leaves with ``code``. ``terminal``: whether stdin and stdout are one."""
        self.monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        for stream, is_terminal in zip((sys.stdin, sys.stdout), terminal, strict=True):
            self.monkeypatch.setattr(stream, "isatty", lambda answer=is_terminal: answer, raising=False)
        self.capsys.readouterr()
        left = start(list(words), lambda _desk: 77)
        said = self.capsys.readouterr()
        found = Said(left, said.out, said.err)
        assert found.code == code, found
        assert "Traceback" not in found.out + found.err
        assert "fault of its own" not in found.err, found.err
        return found

    def again(self, words):
        """Run in this process, whatever it leaves with."""
        self.capsys.readouterr()
        left = start(list(words), lambda _desk: 0)
        said = self.capsys.readouterr()
        return Said(left, said.out, said.err)

    def apart(self, *words, stdin=b"", code=0, env=None, **options):
        """Run in a process of its own; no traceback may reach a person, whatever happens."""
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": str(hatch_build.ROOT),
            "PLANNER_HOME": str(self.home),
            "PLANNER_NOW": NOW,
            "LC_ALL": "C.UTF-8",
            "HOME": str(self.home),
            **(env or {}),
        }
        command = [sys.executable, "-m", "planner", *words]
        ran = subprocess.run(
            command, input=stdin, capture_output=True, env=environment, timeout=60, check=False, **options
        )
        found = Said(ran.returncode, ran.stdout.decode("utf-8", "replace"), ran.stderr.decode("utf-8", "replace"))
        assert "Traceback" not in found.out + found.err, found.err
        assert "fault of its own" not in found.err, found.err
        assert found.code == code, found
        return found
