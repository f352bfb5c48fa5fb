"""One capture line with its live preview, on the shell's own screen: for a command that asks for its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from planner.tui import grammars
from planner.tui.clerk import Clerk
from planner.tui.messages import Sight
from planner.tui.themes import DEFAULTS, BadTheme, chosen_theme, load_theme
from planner.tui.widgets.capture_line import CaptureLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.message import Message

    from planner.desk.desk import Desk
    from planner.tui.grammars import Grammar
    from planner.tui.messages import PageRead

__all__ = ["ask_line"]

_GRAMMARS = {"matter": grammars.matter, "visit": grammars.visit, "point": grammars.point}


def ask_line(desk: Desk, kind: str) -> str:
    """The line that a person types at the terminal, its meaning shown while it is typed; empty when it is left."""
    sight = Sight(day=desk.day(), lang=desk.lang, day_first=desk.settings.day_first)
    app = OneLine(desk, _GRAMMARS[kind]()._replace(several=False, together=False), sight)
    try:
        return app.run(inline=True) or ""
    finally:
        app.clerk.close()


class OneLine(App[str]):
    """Nothing but the line."""

    INLINE_PADDING = 0
    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { height: auto; max-height: 6; } Screen:inline { border: none; min-height: 3; }"

    def __init__(self, desk: Desk, grammar: Grammar, sight: Sight) -> None:
        super().__init__()
        self.clerk = Clerk(desk, self._hear)
        self._desk = desk
        self._grammar = grammar
        self._sight = sight
        theme = load_theme(chosen_theme(desk.settings.theme), desk.home)
        if not isinstance(theme, BadTheme):
            self.register_theme(theme)
            self.theme = theme.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The planner's own colours, for themes that lack them."""
        return DEFAULTS

    def compose(self) -> ComposeResult:
        """The line."""
        yield CaptureLine(self._grammar, self._sight)

    def on_mount(self) -> None:
        """Have the names that the book knows, once the line is there."""
        self.call_after_refresh(self.clerk.read, "line", lambda _: None)

    def on_page_read(self, event: PageRead) -> None:
        """Read on with what the book knows: which names are new, and what Tab can offer."""
        self.query_one(CaptureLine).see(event.sight)

    def on_capture_line_entered(self, event: CaptureLine.Entered) -> None:
        """Leave with what was entered; a line that can't be saved stays, with the reason."""
        reason = self._refusal(event.text)
        if reason:
            self.query_one(CaptureLine).tell(reason)
        else:
            self.exit(event.text)

    def _refusal(self, line: str) -> str:
        """Why a matter's line can't be saved; empty when it can, or when nothing was typed."""
        if self._grammar.name != "matter" or not line.strip():
            return ""
        from planner.desk.capturing import understand
        from planner.desk.refused import Refused

        try:
            understand(self._desk, line, self._desk.now)
        except Refused as refused:
            return str(refused)
        return ""

    def _hear(self, message: Message) -> bool:
        """Take a message from the clerk's thread; ``False`` when nobody is left to hear it."""
        try:
            return self.post_message(message)
        except RuntimeError:  # the event loop is closed
            return False

    def on_capture_line_cancelled(self) -> None:
        """Leave with nothing."""
        self.exit("")
