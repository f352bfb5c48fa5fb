"""The last line: the keys that matter for the record under the cursor, or what was just done. One line, one widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from planner.tui.commands import COMMANDS, applies, key_name, keys_of, label_of
from planner.wording.safe import cells, fit, shown

if TYPE_CHECKING:
    from textual import events
    from textual.app import RenderResult

__all__ = ["Foot"]

GAP = 2


class Foot(Widget):
    """Keys that can be clicked; a sentence takes their place until the next key."""

    ALLOW_SELECT = False

    class Chosen(Message):
        """A key was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self) -> None:
        super().__init__(id="foot")
        self.sentence = ""
        self.is_refusal = False
        self._kind: str | None = None
        self._lent = ""
        self._spots: list[tuple[int, int, str]] = []

    def offer(self, kind: str | None) -> None:
        """Show the keys for a record of this kind."""
        if kind != self._kind:
            self._kind = kind
            self.refresh()

    def lend(self, keys: str) -> None:
        """Show the keys of a line that is open; an empty text brings the place's back."""
        if keys != self._lent:
            self._lent = keys
            self.refresh()

    def say(self, sentence: str, *, refusal: bool = False) -> None:
        """Say something instead of the keys; an empty sentence brings them back."""
        if (sentence, refusal) != (self.sentence, self.is_refusal):
            self.sentence = sentence
            self.is_refusal = refusal
            self.refresh(layout=True)

    def render(self) -> RenderResult:
        """The line."""
        self._spots = []
        if self.sentence:
            style = "bold $error" if self.is_refusal else "$foreground"
            if not self.is_refusal:  # what was done stays on one line: the list above must not jump
                return Content.assemble((fit(shown(self.sentence), self.size.width), style))
            return Content.assemble(("! ", style), (shown(self.sentence), style))
        if self._lent:
            return Content.styled(fit(self._lent, self.size.width), "$muted")
        return self._keys()

    def _keys(self) -> Content:
        """As many keys as the width holds, the most needed first."""
        parts: list[tuple[str, str]] = []
        at, width = 0, self.size.width
        offered = sorted(
            (command for command in COMMANDS if command.foot and applies(command, self._kind)),
            key=lambda command: command.foot,
        )
        always = [command for command in offered if command.id == "help"]
        for command in (*(one for one in offered if one.id != "help"), *always):
            key, label = key_name(keys_of(command)[0]), label_of(command, self._kind)
            size = cells(key) + 1 + cells(label)
            kept_free = 0 if command.id == "help" else sum(4 + cells(label_of(one)) + GAP for one in always)
            if at + size + kept_free > width:
                continue
            parts += [(key, "bold $accent"), (" " + label + " " * GAP, "$muted")]
            self._spots.append((at, at + size, command.id))
            at += size + GAP
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Give the command that was clicked; a click on a sentence puts it away."""
        if self.sentence:
            self.say("")
            return
        at = event.get_content_offset_capture(self).x
        for start, end, command in self._spots:
            if start <= at < end:
                self.post_message(self.Chosen(command))
