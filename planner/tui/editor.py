"""A text in the person's own editor (``$VISUAL``, ``$EDITOR``), on a private, short-lived file.

The interface steps aside meanwhile, and the clerk goes on with what it was given.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from planner.wording import t
from planner.wording.safe import shown

if TYPE_CHECKING:
    from textual.app import App

__all__ = ["EditorError", "edited"]


class EditorError(Exception):
    """The text was not edited, and why, in words."""


def edited(app: App[int], text: str) -> str:
    """The text as the editor left it. Raises ``EditorError`` when none is set, can't be run, or fails."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise EditorError(t("No editor is set: set EDITOR, or write here."))
    handle, path = tempfile.mkstemp(prefix="planner-", suffix=".txt")  # 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text)
        with app.suspend():
            code = subprocess.run([*shlex.split(editor, posix=os.name != "nt"), path], check=False).returncode  # noqa: S603 - the person's own
        if code != 0:
            raise EditorError(t("The editor left with an error, so nothing was changed."))
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read().rstrip("\n")
    except (OSError, ValueError) as error:
        raise EditorError(
            t("The editor {editor} can't be run ({reason}): set EDITOR.", editor=shown(editor), reason=str(error))
        ) from None
    except SuspendNotSupported:
        raise EditorError(t("This terminal can't step aside for an editor: write here.")) from None
    finally:
        os.unlink(path)
