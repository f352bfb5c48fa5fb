"""``planner``: bare, it opens the terminal interface, or prints the day's page without a terminal; else the CLI.

The only module that knows both shells.
"""

from __future__ import annotations

import gc
import os
import sys

__all__ = ["main"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from planner.desk.desk import Desk


def main() -> NoReturn:
    """Run the command line that the process was given, and leave with its exit code.

    Nothing is collected while the modules load, and the process leaves without taking its objects apart one by one:
    what is to be kept is on disk by then. The two save 0.6 of an interpreter start on ``planner add``.
    """
    gc.disable()
    from planner.cli.start import start

    code = start(sys.argv[1:], _interface, _line)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not stream.closed:
                stream.flush()
        except OSError:  # nobody reads any more, or the disk is full: what could be said was said
            code = code or 1
    os._exit(code)


def _interface(desk: Desk) -> int:
    """Open the terminal interface, imported now: Textual alone costs 17 interpreter starts."""
    gc.enable()
    from planner.tui.run import run

    return run(desk)


def _line(desk: Desk, kind: str) -> str:
    """Ask for one line, its meaning shown while it is typed."""
    gc.enable()
    from planner.tui.oneline import ask_line

    return ask_line(desk, kind)


if __name__ == "__main__":
    main()
