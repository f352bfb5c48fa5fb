"""The user's own command for reminders: split as a shell would, and where the words of a reminder may stand in it.

A title is anybody's text. It is an argument of its own, and never part of a script that a shell or another interpreter
reads: such a script finds it in the environment, as ``PLANNER_TITLE`` and ``PLANNER_BODY``.
"""

from __future__ import annotations

import re
import shlex

__all__ = ["PLACES", "is_command"]

PLACES = ("{title}", "{body}")
"""What stands for a reminder's words in a command."""

_READS_A_SCRIPT = re.compile(
    r"(?:[a-z]*sh|busybox|pwsh|powershell|(?:g|m|n)?awk|python|pypy|perl|ruby|node|nodejs|deno|bun|php|lua|tclsh"
    r"|osascript|emacs|vim?|nvim|sqlite3?)(?:[\d.]+w?|w)?(?:\.exe)?",
)
"""Programs that take a script as an argument."""

_JOINS = re.compile(r"(?:ssh|rsh|su|cmd|eval|xargs|watch|parallel|script|at|batch|tmux|screen|flatpak-spawn)(?:\.exe)?")
"""Programs that make a shell's line of their arguments, or may."""

_SCRIPT_FOLLOWS = re.compile(r"-[a-z]*[ce][a-z]*|-r|-l|--(?:eval|execute|command|print|run)|/[ck]|-f-", re.IGNORECASE)
"""Options with a script behind them, as in ``sh -c``, ``bash -lc``, ``perl -ne``, ``cmd /c``, ``-EncodedCommand``."""


def is_command(text: str) -> bool:
    """Whether a text is a command line whose quotes are closed and whose places for words are safe; empty is none."""
    if any(sign in text for sign in "\t\r\n\0"):
        return False
    try:
        words = shlex.split(text)
    except ValueError:
        return False
    held = [at for at, word in enumerate(words) if any(place in word for place in PLACES)]
    if not held:
        return True
    if held[0] == 0 or any(words[at] not in PLACES for at in held):
        return False
    names = [re.split(r"[/\\]", word)[-1].lower() for word in words]
    if any(_JOINS.fullmatch(name) for name in names[: held[0]]):
        return False
    readers = [at for at, name in enumerate(names[: held[-1]]) if _READS_A_SCRIPT.fullmatch(name)]
    if not readers:
        return True
    # a script file comes before the words, and no option that takes a script does
    behind = words[readers[0] + 1 : held[-1]]
    file_first = any(not word.startswith("-") and word not in PLACES for word in words[readers[0] + 1 : held[0]])
    return file_first and not any(_SCRIPT_FOLLOWS.fullmatch(word) for word in behind)
