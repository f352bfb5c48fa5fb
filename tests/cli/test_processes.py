"""Whole processes in surroundings that a person may have: no traceback, no lost thought, an exit code that tells."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from shell import NOW

import hatch_build
from planner.store.transaction import hold_lock

HOSTILE = {
    "markup": "[bold]x[/bold] [@click=app.quit]y[/] [/] [$x] \\[",
    "escapes": "a\x1b]52;c;aGk=\x07b\x1b[2Jc\x9bd",
    "bidi": "abc\u202etxt.exe\u2066x\u2069",
    "separators": "a\u2028b\u2029c\x85d\x0be\x0cf",
    "emoji": "👍🏽 1️⃣ ❤️ 🇨🇳",
    "formula": "=cmd|' /C calc'!A0",
    "braces": "{count} %s %(x)s {0} {{}}",
    "quotes": "“a” ‘b’ \"c\" 'd' `e`",
    "long": "长" * 10_000,
    "long word": "x" * 10_000,
}


UNSEEN = "\u202e\u2066\u2069\u2028\u2029"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_is_kept_as_it_came_and_shown_safe(shell, text):
    shell.apart("add", "--", "a", text)
    shell.apart("note", "1", "--", text)
    shell.apart("return", "1", "--", text)
    shell.apart("done", "1", "--", text)
    shell.apart("tell", "@Li", text)
    kept = shell("show", "1", "--json").json
    assert (kept["notes"][0]["text"], kept["returns"][0]["words"], kept["result"]) == (text, text, text)
    shell("reopen", "1")
    for words in (("list",), ("show", "1"), ("today",), ("history", "1"), ("why", "1"), ("done", "1"), ("talk", "Li")):
        said = shell(*words)
        lines = (said.out + said.err).split("\n")
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for line in lines for sign in line), words
        assert not any(sign in UNSEEN for line in lines for sign in line), words


def test_half_a_character_in_an_argument_is_kept_and_shown(shell):
    shell.apart("add", os.fsdecode(b"caf\xe9 report"))
    shell.apart("add", "@\udcff", "say", "hello")
    said = shell.apart("list")
    assert "\\udce9 report" in said.out
    assert json.loads(shell.apart("list", "--json").out)
    shell.apart("find", os.fsdecode(b"\xe9"))
    shell.apart("tell", os.fsdecode(b"@Li \xff"))
    shell.apart("visit", os.fsdecode(b"\xd5\xc5 \xce\xb0"))
    shell.apart("today")
    shell.apart("config", "office", os.fsdecode(b"\xff"), code=1)
    shell.apart(os.fsdecode(b"\xff"), code=2)


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        (b"a\x00b\n", 1),
        (b"\xff\xfe report\n", 1),
        ("局务会\n".encode("gbk"), 1),
        (b"one\r\ntwo\r\n", 2),
        (b"\xef\xbb\xbfone\n", 1),
        (b"no end of line", 1),
        (b"\n\n \n", 0),
        (b"", 0),
    ],
)
def test_anything_may_come_on_standard_input(shell, raw, count):
    said = shell.apart("add", "-", stdin=raw, code=0 if count else 2)
    assert len(said.out.splitlines()) == count
    if count:
        assert len(json.loads(shell.apart("list", "--json").out)) == count


NARROW = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "gbk"},
    {"PYTHONIOENCODING": "latin-1"},
]


@pytest.mark.parametrize("locale", NARROW, ids=str)
def test_chinese_leaves_through_a_narrow_encoding(shell, locale):
    shell("add", "报送救助资金 @李局 🙂")
    shell.apart("add", "call Li", "--lang", "zh", env=locale)
    for words in (("today",), ("list",), ("today", "--lang", "zh"), ("--help", "--lang", "zh")):
        shell.apart(*words, env=locale)
    ran = shell.apart("list", "--json", env=locale)
    assert [row["parties"] for row in ran.json] == [["李局"], []]


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"LC_ALL": "C"}, {"COLUMNS": "20"}])
def test_a_pipe_gets_plain_text(shell, environment):
    shell("add", "call Li fri p1 +major")
    for words in ((), ("today",), ("list",), ("show", "1")):
        said = shell.apart(*words, env=environment)
        assert "\x1b" not in said.out + said.err
        assert "call Li" in said.out


@pytest.mark.parametrize("words", [("history", "--limit", "9000"), ("list", "--json"), ("today",)])
def test_a_reader_who_leaves_early_is_no_fault(shell, words):
    shell("add", "-", stdin="".join(f"matter {number} {'x' * 200}\n" for number in range(600)))
    for _ in range(3):
        environment = {**os.environ, "PYTHONPATH": str(hatch_build.ROOT), "PLANNER_HOME": str(shell.home)}
        ran = subprocess.Popen(
            [sys.executable, "-m", "planner", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        )
        ran.stdout.read(1)
        ran.stdout.close()
        said = ran.stderr.read().decode()
        ran.stderr.close()
        assert (ran.wait(), said) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_behind_stdout_is_told_by_the_exit_code(shell):
    shell("add", "call Li")
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "planner", "today"],
            stdout=full, stderr=subprocess.PIPE, check=False,
            env={**os.environ, "PYTHONPATH": str(hatch_build.ROOT)},
        )  # fmt: skip
    assert ran.returncode != 0
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_no_fault(shell, closed):
    environment = {**os.environ, "PYTHONPATH": str(hatch_build.ROOT)}
    for words in ('add "call Li"', "today", ""):
        command = f'exec "{sys.executable}" -m planner {words} {closed}'
        ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False, env=environment)
        assert (ran.returncode, b"fault" in ran.stderr) == (0, False), words
    assert "call Li" in shell("list").out
    assert shell("check").out == ""


def test_a_folder_that_can_t_be_made_is_told_with_code_3(shell, tmp_path):
    (tmp_path / "file").write_text("")
    for words in (("add", "call Li"), ("visit", "张伟 低保申请"), ("config", "lang", "zh"), ("backup",)):
        said = shell.apart("--home", str(tmp_path / "file" / "home"), *words, code=3)
        assert str(tmp_path / "file") in said.line
        assert said.out == ""


def test_a_read_only_folder_is_told_with_code_3(shell):
    """Root may write anywhere, so the folder of the system's own memory stands for one that nobody may write."""
    said = shell.apart("--home", "/proc/self/planner", "add", "call Li", code=3)
    assert "/proc/self/planner" in said.line


def test_a_book_that_is_kept_busy_is_told_with_code_3(shell):
    shell("add", "call Li")
    lock = hold_lock(str(shell.home), 1.0)
    try:
        busy = "import sys; from planner.store.book import Book; Book.__init__.__defaults__ = (0.2,);"
        busy += "from planner.cli.start import start; sys.exit(start(['add', 'call Wang'], lambda _: 0))"
        said = subprocess.run(
            [sys.executable, "-c", busy], capture_output=True, check=False, text=True,
            env={**os.environ, "PYTHONPATH": str(hatch_build.ROOT)},
        )  # fmt: skip
        assert "call Li" in shell.apart("list").out  # readers wait for nobody
    finally:
        os.close(lock)
    assert (said.returncode, said.stdout) == (3, "")
    assert "busy" in said.stderr
    assert shell.apart("add", "call Wang").out == "2\n"


def test_a_book_of_a_newer_planner_is_left_alone(shell):
    shell("add", "call Li")
    journal = shell.home / "journal.jsonl"
    code = (
        "import sys; from planner.store import journal; journal.SCHEMA = 99;"
        "import planner.store.transaction, planner.store.making;"
        "from planner.cli.start import start; sys.exit(start(['add', 'from the future'], lambda _: 0))"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True,
        env={**os.environ, "PYTHONPATH": str(hatch_build.ROOT)},
    )  # fmt: skip
    before = journal.read_bytes()
    assert b"from the future" in before
    for words in (("add", "call Wang"), ("list",), ("today",), ("undo",), ("done", "1")):
        assert "newer planner" in shell.apart(*words, code=1).line, words
    assert journal.read_bytes() == before


@pytest.mark.parametrize("raw", [b"", b"not a journal\n", b"\x00" * 500, b"{}\n[]\n"])
def test_a_damaged_journal_is_told_and_kept(shell, raw):
    shell("add", "call Li")
    journal = shell.home / "journal.jsonl"
    journal.write_bytes(raw)
    for words in (("add", "call Wang"), ("list",), ("today",), ("check",), ("history",), ("undo",), ("done", "1")):
        ran = subprocess.run(
            [sys.executable, "-m", "planner", *words], capture_output=True, check=False,
            env={**os.environ, "PYTHONPATH": str(hatch_build.ROOT)},
        )  # fmt: skip
        assert b"Traceback" not in ran.stderr
        assert b"fault of its own" not in ran.stderr, words
        assert ran.returncode in (0, 1, 3), words


def test_an_interrupt_leaves_with_130(shell):
    environment = {**os.environ, "PYTHONPATH": str(hatch_build.ROOT)}
    ran = subprocess.Popen(
        [sys.executable, "-m", "planner", "add", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
    )  # fmt: skip
    time.sleep(0.5)  # until it reads; a signal that comes sooner ends the interpreter itself
    ran.send_signal(signal.SIGINT)
    out, err = ran.communicate(timeout=20)
    assert (ran.returncode, out) == (130, b"")
    assert b"Traceback" not in err
    assert list(shell.home.iterdir()) == []


def test_eight_processes_write_at_once_and_none_is_lost(shell):
    environment = {**os.environ, "PYTHONPATH": str(hatch_build.ROOT), "PLANNER_NOW": NOW}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "planner", "add", f"matter {place}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        for place in range(8)
    ]
    said = [ran.communicate() for ran in running]
    assert [ran.returncode for ran in running] == [0] * 8, said
    assert sorted(int(out) for out, _ in said) == list(range(1, 9))
    assert len(shell("list", "--json").json) == 8
