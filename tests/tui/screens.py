"""Driving the app by keys and messages, and reading its screen."""

from __future__ import annotations

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

GOLDEN = Path(__file__).parent / "golden"


class Stage:
    """A running app with its pilot and its desk."""

    def __init__(self, app: PlannerApp, pilot: Pilot[int], desk: Desk) -> None:
        self.app = app
        self.pilot = pilot
        self.desk = desk

    async def settle(self) -> None:
        """Wait until the clerk has nothing to do and everything that came of it is shown."""
        for _ in range(60):
            await self.pilot.pause()
            if not self.app.clerk.busy:
                break
            await self.app.clerk.settled()
        await self.pilot.pause()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before is done with."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, key by key, in the line that is open; waited for once, at its end."""
        for char in text:
            key = "space" if char == " " else _character_to_key(char)
            self.app.post_message(events.Key(key, char))
        await self.settle()

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
