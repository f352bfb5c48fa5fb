"""The same thought taken by programs that people use instead, where they are installed."""

from __future__ import annotations

import json
import shutil
import sys
import uuid
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Peer", "peers"]

TINY = """
import argparse
from tinydb import TinyDB
parser = argparse.ArgumentParser()
parser.add_argument("book")
parser.add_argument("title")
given = parser.parse_args()
TinyDB(given.book).insert({"title": given.title, "state": "open"})
"""


class Peer(NamedTuple):
    """A program's name, what it is asked to do, with how many records, and the command."""

    what: str
    records: int
    command: list[str]
    environment: dict[str, str]


def peers(work: Path, records: int, still_open: int) -> list[Peer]:
    """The peers that are here, each with a book of its own filled."""
    found = [_tinydb(work, records)]
    if shutil.which("task"):
        found += _taskwarrior(work, records, still_open)
    if shutil.which("todo.sh"):
        found += _todo_txt(work, records, still_open)
    if shutil.which("topydo"):
        found.append(_topydo(work, still_open))
    return found


def _tinydb(work: Path, records: int) -> Peer:
    """TinyDB as it comes, behind argparse."""
    book, script = work / "tiny.json", work / "tiny.py"
    rows = {str(number): {"title": f"matter {number}", "state": "open"} for number in range(1, records + 1)}
    book.write_text(json.dumps({"_default": rows}))
    script.write_text(TINY)
    return Peer("stock TinyDB behind argparse, add", records, [sys.executable, str(script), str(book), "title"], {})


def _taskwarrior(work: Path, records: int, still_open: int) -> list[Peer]:
    """Taskwarrior with its own files."""
    home = work / "task"
    home.mkdir(exist_ok=True)
    line = '[description:"matter {n}" entry:"1790000000" status:"{state}" uuid:"{uuid}"{end}]'
    for file, state, first, count, end in (
        ("pending.data", "pending", 1, still_open, ""),
        ("completed.data", "completed", still_open + 1, records - still_open, ' end:"1790000001"'),
    ):
        lines = (line.format(n=first + n, state=state, uuid=uuid.UUID(int=first + n), end=end) for n in range(count))
        (home / file).write_text("\n".join(lines) + "\n")
    (home / "rc").write_text(f"data.location={home}\nconfirmation=off\nverbose=nothing\n")
    environment = {"TASKRC": str(home / "rc"), "TASKDATA": str(home)}
    task = shutil.which("task") or "task"
    return [
        Peer(f"task add, {still_open} pending", records, [task, "add", "plain", "title"], environment),
        Peer(f"task next, {still_open} pending", records, [task, "next"], environment),
    ]


def _todo_txt(work: Path, records: int, still_open: int) -> list[Peer]:
    """todo.txt-cli with its own files."""
    home = work / "todotxt"
    home.mkdir(exist_ok=True)
    (home / "todo.txt").write_text("".join(f"matter {n}\n" for n in range(still_open)))
    (home / "done.txt").write_text("".join(f"x 2026-01-01 matter {n}\n" for n in range(records - still_open)))
    (home / "config").write_text(
        f'export TODO_DIR="{home}"\nexport TODO_FILE="$TODO_DIR/todo.txt"\nexport DONE_FILE="$TODO_DIR/done.txt"\n'
        'export REPORT_FILE="$TODO_DIR/report.txt"\n'
    )
    todo = shutil.which("todo.sh") or "todo.sh"
    start = [todo, "-d", str(home / "config")]
    return [
        Peer("todo.txt-cli add", records, [*start, "add", "plain title"], {}),
        Peer("todo.txt-cli ls", records, [*start, "ls"], {}),
    ]


def _topydo(work: Path, still_open: int) -> Peer:
    """Topydo with its own file."""
    file = work / "topydo.txt"
    file.write_text("".join(f"matter {n}\n" for n in range(still_open)))
    topydo = shutil.which("topydo") or "topydo"
    return Peer("topydo add", still_open, [topydo, "-t", str(file), "add", "plain title"], {})
