"""Driving the app by keys and messages, and reading its screen."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.keys import _character_to_key

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from planner.desk.desk import Desk
    from planner.tui.app import PlannerApp
    from planner.tui.places.place import Place

QUIET_ROUNDS = 5
CHARACTERS = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "greater_than_sign": ">",
    "space": " ",
    "enter": "\r",
    "tab": "\t",
}

GOLDEN = Path(__file__).parent / "golden"


class Stage:
    """A running app with its pilot and its desk."""

    def __init__(self, app: PlannerApp, pilot: Pilot[int], desk: Desk) -> None:
        self.app = app
        self.pilot = pilot
        self.desk = desk

    async def settle(self) -> None:
        """Wait until the clerk has nothing to do and everything that came of it is shown."""
        rounds = 0
        while rounds < QUIET_ROUNDS:
            await self.app.clerk.settled()
            await asyncio.sleep(0.001)  # the event loop's turn, not a guess at how long something takes
            rounds = rounds + 1 if self._is_quiet() else 0

    def _is_quiet(self) -> bool:
        """Whether no message waits anywhere, and nothing is still to be laid out or painted."""
        app = self.app
        if app.clerk.busy or app._held:  # a key that waits for the one before it
            return False
        pumps = [app, *app._registry]
        if any(not pump._message_queue.empty() or pump._next_callbacks for pump in pumps if pump._running):
            return False
        screen = app.screen if app.is_running and app.screen_stack else None
        return screen is None or not (screen._layout_required or screen._dirty_widgets or screen._callbacks)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before is done with."""
        for key in keys:
            self._send(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, key by key, in the line that is open; waited for once, at its end."""
        for char in text:
            self._send(char)
        await self.settle()

    def _send(self, key: str) -> None:
        """One key, as a terminal's reader posts it."""
        if len(key) == 1:
            name = "space" if key == " " else _character_to_key(key)
            self.app.post_message(events.Key(name, key))
        else:
            self.app.post_message(events.Key(key, CHARACTERS.get(key)))

    async def enter(self, key: str, text: str) -> None:
        """Open a line with a key, type into it, and finish it."""
        await self.press(key)
        await self.type(text)
        await self.press("enter")

    @property
    def place(self) -> Place:
        """The place that is seen."""
        place = self.app.place
        assert place is not None
        return place

    @property
    def screen(self) -> str:
        """What stands on the screen, without blanks at the ends of lines."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips) + "\n"

    @property
    def said(self) -> str:
        """The sentence in the foot."""
        return self.place.foot.sentence

    def row(self, key: object) -> None:
        """Put the cursor on a record."""
        item = self.place.list._find(None, key)
        assert item is not None, key
        self.place.list.cursor = item


def golden(name: str, screen: str) -> None:
    """Hold a screen to the one that is kept; ``PLANNER_GOLDEN=new`` keeps it anew, to be looked at in the diff."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("PLANNER_GOLDEN") == "new":
        path.write_text(screen, encoding="utf-8")
    assert path.exists(), f"no {path.name}: run once with PLANNER_GOLDEN=new and look at it"
    assert screen == path.read_text(encoding="utf-8")
