"""``planner``: bare, it opens the terminal interface, or prints the day's page without a terminal; else the CLI.

The only module that knows both shells.
"""

from __future__ import annotations

import sys

__all__ = ["main"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk


def main() -> int:
    """Run the command line that the process was given; the exit code."""
    from planner.cli.start import start

    return start(sys.argv[1:], _interface)


def _interface(desk: Desk) -> int:
    """Open the terminal interface, imported now: Textual alone costs 17 interpreter starts."""
    from planner.tui.run import run

    return run(desk)


if __name__ == "__main__":
    sys.exit(main())
