"""The completion scripts, in the shells themselves."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from planner.cli.commands.completion import SHELLS
from planner.cli.table import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

LIMIT = 60
"""Seconds after which a shell counts as stuck."""


def script(run: Run, shell: str, tmp_path: Path) -> str:
    """The file that holds a shell's script."""
    code, out, _ = run("completion", shell)
    assert code == 0
    file = tmp_path / f"planner.{shell}"
    file.write_text(out, encoding="utf-8")
    return str(file)


def present(shell: str) -> str:
    """The shell's program; a machine without it tells so."""
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not on this machine")
    return found


def told(program: str, *words: str) -> list[str]:
    """What a shell prints."""
    made = subprocess.run([program, *words], capture_output=True, text=True, timeout=LIMIT, check=False)
    assert made.stderr == ""
    return made.stdout.split()


def bash(run: Run, tmp_path: Path, *words: str) -> list[str]:
    """What bash offers for a line."""
    typed = " ".join(f"'{word}'" for word in words)
    line = f"COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; _planner; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    return told(present("bash"), "--norc", "-c", f". {script(run, 'bash', tmp_path)}; {line}")


def fish(run: Run, tmp_path: Path, line: str) -> list[str]:
    """The words that fish offers for a line, without what it says of them."""
    file = script(run, "fish", tmp_path)
    made = subprocess.run(
        [present("fish"), "--no-config", "-c", f"source {file}; complete -C '{line}'"],
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    assert made.stderr == ""
    return [one.split("\t")[0] for one in made.stdout.splitlines()]


def zsh(run: Run, tmp_path: Path, line: str) -> str:
    """What stands on zsh's line after Tab was typed behind it."""
    file = script(run, "zsh", tmp_path)
    program = present("zsh")
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(ZDOTDIR=str(tmp_path), TERM="dumb", PS1="> ")
        os.execv(program, [program, "-f", "-i"])
    try:
        show = "show() { zle -I; print -r -- \"[$BUFFER]\" }; zle -N show; bindkey '^X' show"
        os.write(terminal, f"unsetopt zle_bracketed_paste; source {file}; {show}; print re''ady\n".encode())
        until(terminal, b"ready")
        os.write(terminal, line.encode() + b"\t\x18")
        return until(terminal, b"]").decode().rpartition("[")[2].rstrip("]")
    finally:
        os.close(terminal)
        os.kill(child, 9)
        os.waitpid(child, 0)


def until(terminal: int, sign: bytes) -> bytes:
    """What a terminal shows up to a sign."""
    shown = b""
    end = time.monotonic() + LIMIT
    while sign not in shown:
        ready = select.select([terminal], [], [], max(0, end - time.monotonic()))[0]
        assert ready, shown
        shown += os.read(terminal, 4096)
    return shown[: shown.index(sign) + len(sign)]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_is_named_in_every_script(run: Run, shell: str) -> None:
    out = run("completion", shell)[1]
    assert [command.name for command in COMMANDS if command.name not in out] == []
    assert "--where" in out or "-l where" in out


def test_bash_completes_commands_and_options(run: Run, tmp_path: Path) -> None:
    assert bash(run, tmp_path, "planner", "po") == ["postpone"]
    assert bash(run, tmp_path, "planner", "--lang", "zh", "ed") == ["edit"]
    assert bash(run, tmp_path, "planner", "--lang", "z") == ["zh"]
    assert bash(run, tmp_path, "planner", "chase", "7", "--promise") == ["--promised", "--promise"]
    assert bash(run, tmp_path, "planner", "completion", "f") == ["fish"]
    assert bash(run, tmp_path, "planner", "done", "") == []


def test_fish_completes_commands_and_options(run: Run, tmp_path: Path) -> None:
    assert fish(run, tmp_path, "planner postp") == ["postpone"]
    assert fish(run, tmp_path, "planner chase 7 --promise") == ["--promise", "--promised"]
    assert "fish" in fish(run, tmp_path, "planner completion f")
    assert "zh" in fish(run, tmp_path, "planner --lang z")


def test_zsh_completes_commands_and_options(run: Run, tmp_path: Path) -> None:
    assert zsh(run, tmp_path, "planner postp") == "planner postpone "
    assert zsh(run, tmp_path, "planner list --arch") == "planner list --archived "
    assert zsh(run, tmp_path, "planner completion fi") == "planner completion fish "


def test_the_summaries_are_in_the_language_and_quoted(run: Run) -> None:
    assert "'add:" in run("completion", "zsh", "--lang", "zh")[1]
    assert "\\'s" in run("completion", "fish", "--lang", "en")[1]
    assert "'\\''s" in run("completion", "zsh", "--lang", "en")[1]


def test_without_a_shell_the_shells_are_named(run: Run) -> None:
    code, _, err = run("completion")
    assert code == 2
    assert "bash, zsh or fish" in err
