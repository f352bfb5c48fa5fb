"""What a command may import, seen in a process of its own: the road of ``planner add`` is short on purpose.

The process runs isolated and without ``site``, so that nothing of the environment's own start counts.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tinydb

import hatch_build
from planner.cli.table import COMMANDS

if TYPE_CHECKING:
    from planner.cli.table import Command

PACKAGES = Path(tinydb.__file__).parent.parent

DRIVER = """
import sys
before = set(sys.modules)
sys.path[:0] = sys.argv[1:3]
import os
os.environ.update(PLANNER_HOME=sys.argv[3], PLANNER_NOW="2026-11-23T07:50", LANG="C.UTF-8")
sys.argv = ["planner", *sys.argv[4:]]
def leave(code, leave=os._exit):
    os.write(2, f"\\n{' '.join(sorted(set(sys.modules) - before))}\\n".encode())
    leave(code)
os._exit = leave
from planner.__main__ import main
main()
"""

OS = {"_collections_abc", "_stat", "genericpath", "nt", "ntpath", "os", "os.path", "posixpath", "stat"}
"""What ``import os`` brings; an interpreter that is not isolated has it before its first line."""

ALLOWED = OS | {
    *("__future__", "_datetime", "_json", "binascii", "errno", "fcntl", "gc", "msvcrt", "pwd", "unicodedata", "zlib")
}
"""The standard library on the road of ``add``: C modules, and what every module of ours begins with."""

OWN = {
    "planner": {"__main__"},
    "planner.capture": None,
    "planner.cli": {"commands", "commands.add", "options", "start", "streams", "table"},
    "planner.config": {"clock", "errors", "paths", "settings"},
    "planner.desk": {"capturing", "desk", "drafting", "refused"},
    "planner.domain": None,
    "planner.store": {
        "book", "codec", "errors", "files", "fold", "journal", "jsontext", "making", "names", "state", "transaction",
    },
    "planner.wording": {"compiled", "compiled.echo_zh", "dates", "echo", "numbers", "recurrence", "safe", "terms"},
}  # fmt: skip
"""Our own modules on that road; ``None``: all of a package that is pure and loaded piece by piece."""

LINES = [
    ("call the archive",),
    ("call", "Li", "fri", "5pm", "p1", "@Li", "+x"),
    ("Draft relief-fund report fri 5pm p1 @李局 +救助 from:王局 to:救助科,财务科 +supervise remind:30m ahead:5wd",),
    ("下周三下午两点半向李局长汇报低保工作 +大事",),
    ("每周一上午9点局务会",),
    ("every 2 weeks on mon bureau meeting",),
    ("--lang", "zh", "明天给李局打电话 @李局"),
]


def loaded(home: Path, *words: str) -> set[str]:
    """The modules that one command line imports. Fails when the command does."""
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", DRIVER, str(hatch_build.ROOT), str(PACKAGES), str(home), *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.splitlines()[-1].split())


def allowed(module: str) -> bool:
    if module in ALLOWED or module in OWN:
        return True
    package = ".".join(module.split(".")[:2])
    if package in OWN:
        names = OWN[package]
        return names is None or module.removeprefix(f"{package}.") in names
    return module == "planner.__main__"


@pytest.mark.parametrize("words", LINES, ids=lambda words: words[-1])
def test_add_imports_only_what_is_listed(tmp_path: Path, words: tuple[str, ...]) -> None:
    options = 2 if words[0].startswith("--") else 0
    for _ in range(2):  # a book that is new, then one that is there
        modules = loaded(tmp_path, *words[:options], "add", *words[options:])
        assert "planner.store.journal" in modules
        assert [module for module in sorted(modules) if not allowed(module)] == []


def test_a_plain_title_reads_no_dates(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "add", "call the archive")
    spared = ("planner.capture.english", "planner.capture.chinese", "planner.wording.dates", "workdays_china")
    assert [module for module in modules if any(name in module for name in spared)] == []


def test_one_language_of_dates_is_read_for_a_line_in_one_language(tmp_path: Path) -> None:
    english = loaded(tmp_path, "add", "call Li fri 5pm")
    chinese = loaded(tmp_path, "add", "周五下午5点给李局打电话")
    assert "planner.capture.english" in english
    assert "planner.capture.chinese" not in english
    assert "planner.capture.chinese" in chinese
    assert "planner.capture.english" not in chinese


def roots(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


HEAVY = {
    "argparse", "asyncio", "collections", "contextlib", "dataclasses", "dateutil", "datetime", "enum", "functools",
    "inspect", "json", "logging", "pathlib", "plyer", "re", "rich", "textual", "tinydb", "typing",
}  # fmt: skip
"""What costs a third of an interpreter start or more, alone or with what it brings."""


@pytest.mark.parametrize("words", [("today",), ("--lang", "zh", "today"), ("today", "--plain")])
def test_the_day_s_page_is_read_without_what_is_heavy(tmp_path: Path, words: tuple[str, ...]) -> None:
    for line in ("call the archive fri 5pm @Li p1", "report from:Li today 4pm", "ledger to:Relief mon +supervise"):
        loaded(tmp_path, "add", line)
    loaded(tmp_path, "tell", "@Li the money has come")
    loaded(tmp_path, "visit", "张伟 低保申请")
    assert roots(loaded(tmp_path, *words)) & HEAVY == set()


@pytest.mark.parametrize("words", [("today",), ("--lang", "zh", "today"), ("done", "1"), ("undo",)])
def test_the_day_is_not_read_through_tinydb(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Importing TinyDB costs 2.4 interpreter starts."""
    loaded(tmp_path, "add", "call the archive fri 5pm @Li")
    assert roots(loaded(tmp_path, *words)) & {"tinydb", "dateutil"} == set()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_no_command_imports_the_interface(tmp_path: Path, command: Command) -> None:
    heavy = {"textual", "rich", "plyer", "asyncio"}
    assert roots(loaded(tmp_path, command.name, "--help")) & heavy == set()


def test_the_check_would_notice(tmp_path: Path) -> None:
    assert not allowed("re")
    assert not allowed("json.decoder")
    assert not allowed("planner.wording.refusals")
    assert not allowed("planner.tui")
    assert "argparse" in loaded(tmp_path, "list")
