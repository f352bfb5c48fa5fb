"""The first form of each sign reaches the program as it was typed, unquoted, in bash, zsh and fish."""

import json
import shutil
import subprocess
import sys

import pytest
from tables import NOW

from planner.capture import parse

SAFE = [
    *(
        "p1",
        "p4",
        "+major",
        "+minor",
        "+大事",
        "+小事",
        "+assigned",
        "+交办",
        "+policy",
        "+政务",
        "+adhoc",
        "+临时",
        "+flash",
    ),
    *(
        "+特急",
        "+supervise",
        "+督办",
        "+救助",
        "@李局",
        "from:李局",
        "to:救助科,财务科",
        "》救助科",
        "ahead:5wd",
        "remind:30m",
    ),
    *(
        "due:fri",
        "due:-",
        "start:mon",
        "every:2w",
        "after:2w",
        "needs:12",
        "nature:policy",
        "origin:adhoc",
        "urgency:urgent",
    ),
    *(
        "note:call",
        "title:report",
        "if-off:before",
        "fri",
        "5pm",
        "27/11",
        "2026-11-27",
        "9-10:30",
        "下周五前",
        "提前5个工作日",
    ),
    *("批示：“报我”", "遇休顺延", "每月5号"),
]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_first_forms_are_safe_unquoted(shell, tmp_path):
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed")
    show = tmp_path / "show.py"
    show.write_text("import json, sys\nprint(json.dumps(sys.argv[1:]))\n", encoding="utf-8")
    flags = {"bash": ["--norc", "-i"], "zsh": ["-f", "-i"], "fish": ["--no-config"]}[shell]
    done = subprocess.run(
        [path, *flags, "-c", f"{sys.executable} {show} {' '.join(SAFE)}"],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "HOME": str(tmp_path), "TERM": "dumb"},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert json.loads(done.stdout.strip().splitlines()[-1]) == SAFE, done.stderr


def test_the_twins_say_the_same():
    for first, twin in (
        ("p1", "!1"),
        ("+救助", "#救助"),
        ("to:救助科", ">救助科"),
        ("to:救助科", "》救助科"),
        ("@李局", "＠李局"),
    ):
        one, other = parse(f"x {first}", NOW), parse(f"x {twin}", NOW)
        assert one.replace(spans=()) == other.replace(spans=())
