"""One opening of an interface in a terminal of its own, with stamps of what was painted when.

``screen_child.py WHAT HOME OUT``: WHAT is ``empty`` (an app with nothing in it), ``input`` (an input with a label that
follows it) or ``planner``; with ``:list`` behind it, it leaves when the list is there, with ``:keys`` it stays and is
typed into; else it leaves after its first frame. Stamps, of the monotonic clock that the parent reads as well, go to
OUT a line each: ``frame`` for every frame that was painted, ``list`` for the first with the book in it, ``leaving``.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Input, Label

if TYPE_CHECKING:
    from textual.app import ComposeResult

what, home, out = sys.argv[1:4]
program, _, stage = what.partition(":")
stamps = os.open(out, os.O_WRONLY)
seen: set[str] = set()
_display = App._display


def _stamp(name: str) -> None:
    """Write down that something has just happened."""
    os.write(stamps, b"%s %d\n" % (name.encode(), time.monotonic_ns()))
    seen.add(name)


def _leave(app: App[None]) -> None:
    """Tell the app to leave."""
    _stamp("leaving")
    app.exit()


def _displayed(app: App[None], *args: object, **options: object) -> None:
    """Paint, and take the time."""
    _display(app, *args, **options)
    _stamp("frame")
    if "list" not in seen and getattr(getattr(app, "place", None), "sight", None) is not None:
        _stamp("list")
    if "leaving" not in seen and (not stage or (stage == "list" and "list" in seen)):
        app.call_later(_leave, app)


App._display = _displayed


class Empty(App[None]):
    """Nothing."""


class Follows(App[None]):
    """An input, and a label that follows it."""

    def compose(self) -> ComposeResult:
        """Both."""
        yield Input()
        yield Label()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow."""
        self.query_one(Label).update(event.value)


if program == "planner":
    sys.argv = ["planner", "--home", home]
    from planner.__main__ import main

    main()
else:
    (Follows if program == "input" else Empty)().run()
