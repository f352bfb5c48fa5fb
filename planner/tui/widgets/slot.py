"""Where a line opens at the foot, and who gets what is typed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message

from planner.wording import t

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Region

    from planner.tui.grammars import Grammar
    from planner.tui.messages import Sight
    from planner.tui.widgets.capture_line import CaptureLine

__all__ = ["Slot"]

LINES = ("matter", "visit", "point")
"""The grammars of the capture lines, whose words can be kept as they are and completed."""


class Slot(Vertical):
    """Holds one line at a time."""

    class Changed(Message):
        """A line was opened, whose keys these are, or was taken away."""

        def __init__(self, keys: str) -> None:
            super().__init__()
            self.keys = keys

    def __init__(self) -> None:
        super().__init__(id="slot")
        self._line: CaptureLine | None = None
        self._then: Callable[[str], None] | None = None
        self._meanwhile: Callable[[str], None] | None = None
        self._check: Callable[[str], str] | None = None
        self.is_opening = False
        """Whether a line was asked for that does not have the keyboard yet."""

    def ask(
        self,
        grammar: Grammar,
        sight: Sight | None,
        then: Callable[[str], None],
        *,
        value: str = "",
        meanwhile: Callable[[str], None] | None = None,
        check: Callable[[str], str] | None = None,
        over: Region | None = None,
    ) -> None:
        """Open a line; ``then`` gets what was entered, ``meanwhile`` each change, and "" when the line is left.

        ``check`` says why a line can't be taken, empty when it can; such a line stays open to be mended.
        The line stands at the foot, or over a part of the screen: ``over``, in the screen's cells.
        """
        from planner.tui.widgets.capture_line import CaptureLine

        if self._line is None:
            self._then, self._meanwhile, self._check = then, meanwhile, check
            self._line = CaptureLine(grammar, sight, value)
            self.is_opening = True
            if over is not None:
                self._line.put_over(over, self.region.y)
            self.mount(self._line)
            keys = t("Enter confirms, Esc leaves")
            if grammar.name == "filter":
                keys = t("Enter keeps the filter, Esc shows all again")
            elif grammar.read is not None and grammar.name not in LINES:
                keys = t("Enter saves, Esc leaves")
            elif grammar.read is not None:
                keys = t("Enter saves, Esc leaves, Ctrl+t keeps words as they are, Tab completes, ↑ earlier lines")
            self.post_message(self.Changed(keys))

    @property
    def has_line(self) -> bool:
        """Whether a line is open."""
        return self._line is not None

    def on_capture_line_ready(self, event: CaptureLine.Ready) -> None:
        """The line has the keyboard: what was typed ahead goes into it."""
        event.stop()
        self.is_opening = False
        self.app.call_later(self.app.settle)  # type: ignore[attr-defined]

    def see(self, sight: Sight) -> None:
        """Have an open line read on with newer eyes."""
        if self._line is not None and self._line.is_mounted:
            self._line.see(sight)

    def on_capture_line_typed(self, event: CaptureLine.Typed) -> None:
        """Hand a change on while it is typed."""
        event.stop()
        if self._meanwhile is not None:
            self._meanwhile(event.text)

    def on_capture_line_entered(self, event: CaptureLine.Entered) -> None:
        """Do what the line was asked for."""
        event.stop()
        then = self._then
        reason = "" if self._check is None else self._check(event.text)
        if reason and self._line is not None:
            self._line.tell(reason)
            self._settle()
            return
        if not event.more:
            self._close()
        if then is not None:
            then(event.text)
        self._settle()

    def on_capture_line_cancelled(self, event: CaptureLine.Cancelled) -> None:
        """Leave the line."""
        event.stop()
        meanwhile = self._meanwhile
        self._close()
        if meanwhile is not None:
            meanwhile("")
        self._settle()

    def _settle(self) -> None:
        """Say that the line is done with, behind the focus, which the app gives later too."""
        self.app.call_later(self.app.line_left)  # type: ignore[attr-defined]

    def _close(self) -> None:
        """Take the line away; the keys go back to where they were."""
        self._then = self._meanwhile = self._check = None
        self.is_opening = False
        self.screen.set_focus(self.screen.query_one("RecordList"))
        if self._line is not None:
            self._line.remove()
            self._line = None
            self.post_message(self.Changed(""))
