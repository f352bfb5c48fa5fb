"""The child process in which plyer sends: ``python -m planner.notify.child``, the words as JSON on standard input.

Not as arguments: those can be read by every user of the machine. Whatever goes wrong shows as words on stderr, which
the parent takes for a failure.
"""

from __future__ import annotations

import json
import sys

__all__ = ["main"]

SECONDS = 10
"""How long the notification stays."""


def main() -> None:
    """Send one notification. Raises whatever plyer raises."""
    words = json.load(sys.stdin)
    from plyer import notification

    notification.notify(title=words["title"], message=words["body"], app_name="planner", timeout=SECONDS)


if __name__ == "__main__":
    main()
