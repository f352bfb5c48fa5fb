"""Writing more than a line: the person's own editor (``$VISUAL``, ``$EDITOR``) on a private, short-lived file."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from typing import TYPE_CHECKING

from planner.cli.prompt import ask
from planner.desk.pages import record_named
from planner.desk.refused import Refused
from planner.domain.matter import Matter
from planner.wording import t
from planner.wording.safe import shown

if TYPE_CHECKING:
    from planner.desk.desk import Desk

__all__ = ["edited", "written", "written_about"]

_LINE = "---- 8< ----"
"""What stands from this line on is no part of the text."""


def written(heading: str, question: str) -> str:
    """The text that the person writes in an editor, or on one line when none is set.

    ``heading`` is shown under the line and left out. Raises ``Refused`` when the editor can't be run or fails,
    ``UsageError`` when nothing is typed where none is set.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        return ask(question)
    handle, path = tempfile.mkstemp(prefix="planner-", suffix=".txt")  # 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"\n\n{_LINE}\n{heading}\n")
        _run(editor, path)
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read().partition(_LINE)[0].strip()
    finally:
        os.unlink(path)


def edited(text: str) -> str:
    """A text as the person's editor left it. Raises ``Refused`` when none is set, can't be run, or fails."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise Refused(t("No editor is set: set EDITOR, as EDITOR=nano planner review --edit."))
    handle, path = tempfile.mkstemp(prefix="planner-", suffix=".txt")  # 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text)
        _run(editor, path)
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    finally:
        os.unlink(path)


def written_about(desk: Desk, numbers: tuple[int, ...], question: str) -> str:
    """The text that the person writes about some matters, whose titles stand at the foot. Raises ``Refused``."""
    records = [record_named(desk, str(number)) for number in numbers]
    return written(
        "\n".join(shown(f"{one.number} {one.title}") for one in records if isinstance(one, Matter)), question
    )


def _run(editor: str, path: str) -> None:
    """Run the editor and wait for it. Raises ``Refused``."""
    try:
        left = subprocess.run([*shlex.split(editor, posix=os.name != "nt"), path], check=False).returncode  # noqa: S603 - the person's own
    except (OSError, ValueError) as error:
        raise Refused(
            t("The editor {editor} can't be run ({reason}): set EDITOR.", editor=editor, reason=str(error))
        ) from None
    if left != 0:
        raise Refused(t("The editor left with an error, so nothing was saved."))
