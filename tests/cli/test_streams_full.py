"""A full disk behind stdout, a date beyond the calendar, a filter that asks for nothing: one line each."""

import os
import subprocess
import sys

import pytest

NEAR_THE_END = "9999-12-31T23:59"


def run(tmp_path, *words, stdout=subprocess.PIPE, now="2026-09-21T07:50"):
    env = {**os.environ, "PLANNER_HOME": str(tmp_path / "home"), "PLANNER_NOW": now, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "planner", *words],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [("--help",), ("list",), ("add", "one more")])
def test_a_full_disk_behind_stdout_is_one_line(tmp_path, words):
    run(tmp_path, "add", "something")
    with open("/dev/full", "w") as full:
        done = run(tmp_path, *words, stdout=full)
    assert done.returncode == 1
    assert "The output can't be written" in done.stderr
    assert "fault of its own" not in done.stderr


@pytest.mark.parametrize("words", [("add", "tomorrow", "x"), ("agenda",)])
def test_a_date_beyond_the_calendar_is_one_line(tmp_path, words):
    done = run(tmp_path, *words, now=NEAR_THE_END)
    assert "fault of its own" not in done.stderr
    assert done.returncode in (0, 1)


def test_an_empty_filter_is_not_everything(tmp_path):
    run(tmp_path, "add", "keep me open")
    done = run(tmp_path, "done", "--where", " ")
    assert (done.returncode, done.stdout) == (1, "")
    assert "keep me open" in run(tmp_path, "list").stdout
