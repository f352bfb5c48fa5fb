"""A sheet over the place: words to read, which any of the leaving keys puts away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from planner.tui.widgets.detail import Told
from planner.wording import t

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from planner.tui.facts import Facts

__all__ = ["Sheet"]


class Sheet(ModalScreen[None]):
    """Shows facts; scrolls when they are long."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,enter,space,y,Y", "leave"),
        ("j,down", "scroll(1)"),
        ("k,up", "scroll(-1)"),
    ]
    DEFAULT_CSS = """
    Sheet { align: center middle; background: $background 60%; }
    Sheet #sheet {
        width: 72; max-width: 100%; height: auto; max-height: 100%; background: $surface; padding: 0 1;
        border: round $rule; border-subtitle-color: $muted; scrollbar-size-vertical: 1;
    }
    Sheet Told { min-height: 0; }
    """

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self._facts = facts

    def compose(self) -> ComposeResult:
        """A box with the words."""
        with VerticalScroll(id="sheet", can_focus=False) as box:
            box.border_subtitle = Content(t("Esc leaves"))
            yield from self.words()

    def words(self) -> ComposeResult:
        """What stands in the box."""
        yield Told(self._facts)

    def action_scroll(self, by: int) -> None:
        """Scroll the words."""
        self.query_one("#sheet").scroll_relative(y=by * 3, animate=False)

    def action_leave(self) -> None:
        """Put it away, once."""
        if self.is_current:
            self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click outside the box leaves."""
        if event.widget is self:
            self.action_leave()
