"""A sheet over the place: words to read, which any of the leaving keys puts away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from planner.tui.commands import BY_ID, key_name, keys_of, label_of
from planner.tui.widgets.detail import Told
from planner.wording import t

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from planner.tui.facts import Facts

__all__ = ["Sheet"]


class Sheet(ModalScreen[str | None]):
    """Shows facts; scrolls when they are long. Gives the command that was called for on it, or ``None``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,enter,y,Y", "leave"),
        ("j,down", "scroll(1)"),
        ("k,up", "scroll(-1)"),
        ("pagedown,space,ctrl+d", "page(1)"),
        ("pageup,ctrl+u", "page(-1)"),
        ("home,g", "edge(-1)"),
        ("end,G", "edge(1)"),
    ]
    DEFAULT_CSS = """
    Sheet { align: center middle; background: $background 60%; }
    Sheet #sheet {
        width: 72; max-width: 100%; height: auto; max-height: 100%; background: $surface; padding: 0 1;
        border: round $rule; border-subtitle-color: $muted; scrollbar-size-vertical: 1;
    }
    Sheet Told { min-height: 0; }
    """

    def __init__(self, facts: Facts, commands: tuple[str, ...] = ()) -> None:
        """``commands``: ids of the commands that can be given from the sheet by their own keys."""
        super().__init__()
        self._facts = facts
        self._commands = tuple(BY_ID[name] for name in commands)

    def compose(self) -> ComposeResult:
        """A box with the words."""
        with VerticalScroll(id="sheet", can_focus=False) as box:
            ways = [f"{key_name(keys_of(one)[0])} {label_of(one)}" for one in self._commands]
            ways.append(t("PgDn scrolls, Esc leaves") if ways else t("Esc leaves"))
            box.border_subtitle = Content("  ".join(ways))
            yield from self.words()

    def words(self) -> ComposeResult:
        """What stands in the box."""
        yield Told(self._facts)

    def action_scroll(self, by: int) -> None:
        """Scroll the words."""
        self.query_one("#sheet").scroll_relative(y=by * 3, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a page, less a line that stays in sight."""
        box = self.query_one("#sheet")
        box.scroll_relative(y=by * max(1, box.size.height - 1), animate=False)

    def action_edge(self, to: int) -> None:
        """To the beginning or the end."""
        box = self.query_one("#sheet")
        box.scroll_to(y=0 if to < 0 else box.max_scroll_y, animate=False)

    def on_key(self, event: events.Key) -> None:
        """Leave for a command that can be given from here."""
        for command in self._commands:
            if event.key in keys_of(command) and self.is_current:
                event.stop()
                self.dismiss(command.id)

    def action_leave(self) -> None:
        """Put it away, once."""
        if self.is_current:
            self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click outside the box leaves."""
        if event.widget is self:
            self.action_leave()
