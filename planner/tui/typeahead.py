"""Keys typed faster than the screen follows: held back in order until what the last one opened has the keyboard.

A key that opens a line reaches the list, the place and the app one after the other, and the line has the keyboard only
when it is mounted. Typed at speed, the next keys would reach the list meanwhile and be taken for commands: the ``u`` of
"funds" would undo. So outside a line one key is dealt with at a time; in a line they run freely.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textual import events
from textual.app import App

if TYPE_CHECKING:
    from textual.timer import Timer

__all__ = ["TypesAhead"]

FUSE_SECONDS = 0.05
"""When nothing says that a key has been dealt with (a menu keeps its keys to itself), that is looked for after this."""
_LEAVING = ("enter", "escape")
_TURNING = ("tab", "up", "down", "ctrl+t")
"""Keys by which a line changes what stands in it: what is typed after them comes after that."""
"""Keys that take the keyboard from a line again."""
MOST_FUSES = 100
"""A line that has not opened or gone after five seconds will not, however busy the machine."""


class TypesAhead(App[int]):
    """An app in which no key is dealt with before the one typed ahead of it."""

    _held: deque[events.Event] | None = None
    """Keys that wait; ``None`` when none is being dealt with."""
    _fuse: Timer | None = None
    _fuses = 0
    _leaving = False
    """Whether a key was given to a line that ends it, and the line has not said that it has gone."""

    _turning = False
    """Whether a key was given that moves the keyboard or changes a line, and has not come up to the app."""

    async def on_event(self, event: events.Event) -> None:
        """Hold keys and pastes that come while another is being dealt with."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
        elif self._held is not None:
            self._held.append(event)
        else:
            self._held = deque((event,))
            await self._give()

    def on_key(self) -> None:
        """A key has come up through list and place: once its command is given, see what that opened."""
        self.call_later(self._dealt_with)

    async def _dealt_with(self) -> None:
        """A key's command is given."""
        self._turning = False
        await self.settle()

    @property
    def is_opening(self) -> bool:
        """Whether a line or a menu is about to take the keyboard."""
        return False

    @property
    def has_line(self) -> bool:
        """Whether a line is open that says when it is done with."""
        return False

    async def settle(self) -> None:
        """Give the next key, unless a line or a menu is still opening or closing."""
        if self._held is not None and not self.is_opening and not self._leaving:
            await self._give()

    async def line_left(self) -> None:
        """A line has gone, or taken what was entered and stays: the keyboard is settled again."""
        self._leaving = False
        await self.settle()

    async def _wait(self) -> None:
        """The fuse has burnt down: give the next key, or wait on for what is opening."""
        self._fuses += 1
        if (self.is_opening or self._leaving or self._turning) and self._fuses < MOST_FUSES:
            self._fuse = self.set_timer(FUSE_SECONDS, self._wait)
        else:
            self._leaving = self._turning = False
            await self._give()

    async def _give(self) -> None:
        """Give the held keys: all that a line takes, or the next one that may open something."""
        held = self._held
        if held is None or not self.screen_stack:  # leaving: nothing takes keys any more
            return
        if self._fuse is not None:
            self._fuse.stop()
            self._fuse = None
        while held:
            event = held.popleft()
            in_a_line = self._in_a_line()
            self._leaving = self.has_line and in_a_line and isinstance(event, events.Key) and event.key in _LEAVING
            self._turning = in_a_line and self._moves(event)
            free = in_a_line and not self._leaving and not self._turning
            if not free:
                self._fuses = 0
                self._fuse = self.set_timer(FUSE_SECONDS, self._wait)
            await super().on_event(event)
            if not free:
                return
        self._held = None

    def _moves(self, event: events.Event) -> bool:
        """Whether a key takes the keyboard from one field of a form to another, or changes what stands in a line."""
        if self.has_line and isinstance(event, events.Key) and event.key in _TURNING:
            return True
        moves = getattr(self.screen, "moves", None)
        return isinstance(event, events.Key) and moves is not None and bool(moves(event.key))

    def _in_a_line(self) -> bool:
        """Whether the keyboard is in a line of text, by name: importing Input would delay the first frame."""
        return any(cls.__name__ in ("Input", "TextArea") for cls in type(self.focused).__mro__)
