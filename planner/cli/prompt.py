"""Asking for one line at a terminal, so that nothing of it goes through a shell or into its history."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.wording import t

if TYPE_CHECKING:
    from planner.cli.streams import Talk
    from planner.desk.desk import Desk

__all__ = ["ask", "ask_live"]


def ask_live(question: str, kind: str, desk: Desk, talk: Talk) -> str:
    """The line of a ``kind`` (matter, visit, point), its meaning shown while it is typed; else as ``ask``.

    The preview needs a terminal that can be drawn on.
    """
    if talk.live is None or not talk.is_read or os.environ.get("TERM", "dumb") == "dumb":
        return ask(question)
    line = talk.live(desk, kind).strip()
    if not line:
        raise UsageError(t("Nothing was typed, so nothing was saved."))
    return line


def ask(question: str) -> str:
    """The line that the person types. The question goes to stderr; raises ``UsageError`` when nothing is typed."""
    with suppress(ImportError):
        import readline  # noqa: F401 - gives input() its editing keys; absent on Windows
    sys.stderr.write(question)
    sys.stderr.flush()
    try:
        line = input().strip()
    except EOFError:
        line = ""
    if not line:
        raise UsageError(t("Nothing was typed, so nothing was saved."))
    return line
