"""What reminds while the planner is open: it looks at the clock, shows what is due, and sends it to the desktop.

The clerk claims and writes down, as for every change of the book; sending, which may wait five seconds for a desktop
that hangs, goes on in a thread of its own. What was shown stays at the foot of the place until it is put away.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from planner.desk.reminding import claim, roads_of, settle
from planner.domain.record import Problem
from planner.notify.words import notice
from planner.tui.reminded import act_on
from planner.tui.widgets.reminders import Strip

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.desk.reminding import Claim
    from planner.notify.roads import Roads
    from planner.tui.app import PlannerApp

__all__ = ["Bell", "bell_of", "look"]

_BELLS: WeakKeyDictionary[PlannerApp, Bell] = WeakKeyDictionary()

SCREEN = "screen"
"""The road of what only the planner's own screen showed."""


class Bell:
    """The reminders of one app."""

    def __init__(self, app: PlannerApp) -> None:
        self._app = app
        self._looking = False
        self.shown: tuple[Claim, ...] = ()
        """Those at the foot, the latest last."""
        self._strips: tuple[Strip, ...] = ()
        """One in each place that was seen since there was something to show."""

    def look(self) -> None:
        """Have the clerk see what is due, unless it is at it."""
        self.lay_out()
        if self._looking:
            return
        self._looking = True
        self._app.fetch(_due, self._take, opens=False)

    def put_away(self, keys: tuple[str, ...] | None = None) -> None:
        """Take these from the foot, or all."""
        self.shown = () if keys is None else tuple(one for one in self.shown if not set(one.keys) & set(keys))
        self.lay_out()

    def lay_out(self) -> None:
        """Show them at the foot of the place that is seen."""
        place = self._app.place
        if place is None or not place.is_mounted:
            return
        if self.shown and not place.query(Strip):
            made = Strip(self.shown, self._act)
            self._strips = (*self._strips, made)
            place.mount(made, before=place.slot)
        for strip in self._strips:
            strip.show(self.shown)

    def _act(self, one: Claim, act: str) -> None:
        """Do what was clicked on one at the foot; it goes away."""
        self.put_away(one.keys)
        if self._app.place is not None:
            act_on(self._app.place, one, act)

    def _take(self, found: tuple[tuple[Claim, ...], Roads | None]) -> None:
        """Show what was claimed, and send it out."""
        self._looking = False
        claims, roads = found
        if not claims or roads is None:
            return
        self.shown = (*self.shown, *claims)
        self.lay_out()
        self._app.bell()
        threading.Thread(target=self._send, args=(claims, roads), name="planner-bell", daemon=True).start()

    def _send(self, claims: tuple[Claim, ...], roads: Roads) -> None:
        """Send to the desktop. Runs in a thread of its own; what it did is written down by the clerk."""
        done = tuple((one, roads.send(notice(one.said.title, one.said.body)).road or SCREEN) for one in claims)
        self._app.call_later(self._sent, done)

    def _sent(self, done: tuple[tuple[Claim, str | None], ...]) -> None:
        """Have the clerk write down how they went."""
        self._app.fetch(lambda desk: settle(desk, done), lambda _: None, opens=False)


def bell_of(app: PlannerApp) -> Bell:
    """The app's bell, made when it is first asked for."""
    found = _BELLS.get(app)
    if found is None:
        found = _BELLS[app] = Bell(app)
    return found


def look(app: PlannerApp) -> None:
    """Look what is due, as the clock goes on. With the clock fixed nothing comes due by itself."""
    if not os.environ.get("PLANNER_NOW"):
        bell_of(app).look()


def _due(desk: Desk) -> tuple[tuple[Claim, ...], Roads | None]:
    """What is due, taken to be shown; nothing in a throw-away book. A book that is busy is asked again soon.

    What a timer could not show, for want of a desktop, is taken too: here somebody looks.
    """
    if not desk.keeps_up:
        return (), None
    try:
        return claim(desk, at_once=True), roads_of(desk, terminal=False)
    except Problem:
        return (), None
