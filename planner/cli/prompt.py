"""Asking for one line at a terminal, so that nothing of it goes through a shell or into its history."""

from __future__ import annotations

import sys
from contextlib import suppress

from planner.cli.options import UsageError
from planner.wording import t

__all__ = ["ask"]


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
