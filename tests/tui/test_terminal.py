"""The planner on a real terminal: Chinese typed and read, signals, broken bytes, and nothing without a terminal."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import NOW, desk_in

from planner.tui.terminal import END, START, PasteSplitter

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
PATIENCE = 30.0
"""Seconds after which a screen that does not come is a failure; nothing is measured by it."""


class Tmux:
    """A terminal of its own in a tmux server of its own."""

    def __init__(self, folder, width, height) -> None:
        self._socket = str(folder / "tmux")
        self._size = (width, height)

    def run(self, *words):
        return subprocess.run(["tmux", "-S", self._socket, *words], check=True, capture_output=True, text=True).stdout

    def start(self, command, env):
        settings = [word for pair in env.items() for word in ("-e", "=".join(pair))]
        width, height = map(str, self._size)
        self.run("-f", "/dev/null", "new-session", "-d", "-x", width, "-y", height, *settings, command)
        self.run("set-option", "-g", "remain-on-exit", "on")

    def screen(self):
        return self.run("capture-pane", "-p")

    def type(self, text):
        self.run("send-keys", "-l", text)

    def key(self, *names):
        self.run("send-keys", *names)

    def wait_for(self, pattern):
        """The screen, once the pattern is on it."""
        end = time.monotonic() + PATIENCE
        while True:
            screen = self.screen()
            if re.search(pattern, screen):
                return screen
            assert time.monotonic() < end, f"{pattern} did not come:\n{screen}"
            time.sleep(0.02)  # asking tmux again, not waiting for the planner

    @property
    def pid(self):
        return int(self.run("display-message", "-p", "#{pane_pid}"))


@pytest.fixture
def terminal(tmp_path):
    made = []

    @contextmanager
    def opened(lang="zh", width=80, height=24, ends="echo; stty -a | grep -c ' icanon'; echo LEFT:$code"):
        tmux = Tmux(tmp_path, width, height)
        made.append(tmux)
        home = tmp_path / "book"
        home.mkdir(mode=0o700, exist_ok=True)
        (home / "config.toml").touch()  # not a first run: that would offer language and demo
        env = {
            "PLANNER_HOME": str(home),
            "PLANNER_NOW": NOW.isoformat(),
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": os.getcwd(),
        }
        # `$!` and `fg` need job control, as a person's shell has it
        command = f"{sys.executable} -m planner --lang {lang}; code=$?; {ends}; exec sh"
        tmux.start(f'sh -c "{command.replace(chr(34), chr(92) + chr(34)).replace("$", chr(92) + "$")}"', env)
        yield tmux, home

    yield opened
    for tmux in made:
        subprocess.run(["tmux", "-S", tmux._socket, "kill-server"], check=False, capture_output=True)


def planner_of(tmux):
    """The process id of the planner in the pane."""
    found = subprocess.run(["pgrep", "-P", str(tmux.pid), "-f", "planner"], capture_output=True, text=True, check=False)
    return int(found.stdout.split()[0])


@pytest.mark.terminal
@needs_tmux
def test_chinese_is_typed_understood_saved_and_seen_from_outside(terminal):
    with terminal() as (tmux, home):
        tmux.wait_for("按 ?a")
        tmux.key("a")
        tmux.wait_for("记事:")
        tmux.type("下周三下午两点半向李局长汇报低保工作 +大事")
        screen = tmux.wait_for("9月30日 周三 14:30")
        assert "向李局长汇报低保工作 +大事" in screen
        tmux.key("Enter")
        screen = tmux.wait_for("大事 1")
        assert "向李局长汇报低保工作" in screen
        (matter,) = desk_in(home, "zh").book.read().all("matter")
        assert matter.title == "向李局长汇报低保工作"
        outside = [sys.executable, "-m", "planner", "--home", str(home), "--lang", "zh", "add", "外面加的事"]
        subprocess.run(outside, check=True, capture_output=True)
        tmux.wait_for("外面加的事")
        tmux.key("q")
        assert "LEFT:0" in tmux.wait_for("LEFT:")


@pytest.mark.terminal
@needs_tmux
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_ends_it_with_the_terminal_clean(terminal, name, code):
    with terminal("en") as (tmux, _):
        tmux.wait_for("Press a")
        os.kill(planner_of(tmux), getattr(signal, name))
        screen = tmux.wait_for(f"LEFT:{code}")
        assert "Press a" not in screen, "the other screen was left"
        assert "\n1\n" in screen, "the terminal reads lines again"


@pytest.mark.terminal
@needs_tmux
def test_to_the_shell_and_back(terminal):
    with terminal("en", ends="kill -CONT 0; echo LEFT:$code") as (tmux, _):
        tmux.wait_for("Press a")
        pid = planner_of(tmux)
        tmux.key("C-z")
        end = time.monotonic() + PATIENCE
        while (state := Path(f"/proc/{pid}/stat").read_text().split()[2]) != "T":
            assert time.monotonic() < end, state
        assert "Press a" not in tmux.screen()
        os.kill(pid, signal.SIGCONT)
        tmux.wait_for("Press a")
        tmux.key("q")


@pytest.mark.terminal
@needs_tmux
def test_bytes_that_are_no_utf8_end_nothing(terminal):
    with terminal("en") as (tmux, home):
        tmux.wait_for("Press a")
        tmux.key("a")
        tmux.wait_for("add:")
        tmux.key("-H", "b5", "cd", "b1", "a3")  # 低保 as a GBK terminal sends it
        tmux.type("still here")
        tmux.wait_for("still here")
        tmux.key("Enter")
        tmux.wait_for("saved")
        assert len(desk_in(home, "en").book.read().all("matter")) == 1


@pytest.mark.terminal
@needs_tmux
def test_an_escape_in_a_paste_is_text(terminal, tmp_path):
    with terminal("en") as (tmux, _):
        tmux.wait_for("Press a")
        tmux.key("a")
        tmux.wait_for("add:")
        (tmp_path / "paste").write_bytes(b"one\x1bqtwo")
        tmux.run("load-buffer", str(tmp_path / "paste"))
        tmux.run("paste-buffer", "-p")
        tmux.wait_for(r"one\\u001bqtwo")


def test_without_a_terminal_it_says_what_to_do(tmp_path):
    script = (
        "from planner.desk.desk import open_desk; from planner.tui.run import run; raise SystemExit(run(open_desk()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PLANNER_HOME": str(tmp_path), "LANG": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == "planner: the interface needs a terminal; planner today prints the page.\n"


PIECES = st.lists(
    st.one_of(
        st.tuples(st.just(False), st.text(alphabet="ab低\x1b[A1~", min_size=1, max_size=8)),
        st.tuples(st.just(True), st.text(alphabet="ab低\x1b[2~", max_size=12)),
    ),
    max_size=6,
).filter(lambda pieces: not any(mark in text for _, text in pieces for mark in (START, END)))


@given(PIECES, st.lists(st.integers(0, 120), max_size=8))
def test_pastes_are_whole_however_the_stream_is_cut(pieces, cuts):
    stream = "".join(f"{START}{text}{END}" if paste else text for paste, text in pieces)
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    splitter = PasteSplitter()
    found = [piece for first, last in itertools.pairwise(places) for piece in splitter.feed(stream[first:last])]
    kept = splitter.flush()
    if kept:
        found.append((False, kept))
    assert [text for paste, text in found if paste] == [text for paste, text in pieces if paste]
    keys = "".join(text for paste, text in found if not paste)
    assert keys == "".join(text for paste, text in pieces if not paste)


def test_keys_that_might_begin_a_paste_come_when_nothing_follows():
    for begun in ("\x1b", "\x1b[20"):
        splitter = PasteSplitter()
        assert list(splitter.feed(begun)) == []
        assert splitter.flush() == begun
        assert splitter.flush() == ""
