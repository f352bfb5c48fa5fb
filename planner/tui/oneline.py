"""One capture line with its live preview, on the shell's own screen: for a command that asks for its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from planner.tui import grammars
from planner.tui.messages import Sight
from planner.tui.themes import DEFAULTS, BadTheme, chosen_theme, load_theme
from planner.tui.widgets.capture_line import CaptureLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from planner.desk.desk import Desk
    from planner.tui.grammars import Grammar

__all__ = ["ask_line"]

_GRAMMARS = {"matter": grammars.matter, "visit": grammars.visit, "point": grammars.point}


def ask_line(desk: Desk, kind: str) -> str:
    """The line that a person types at the terminal, its meaning shown while it is typed; empty when it is left."""
    sight = Sight(day=desk.day(), lang=desk.lang, day_first=desk.settings.day_first)
    app = OneLine(desk, _GRAMMARS[kind](), sight)
    return app.run(inline=True) or ""


class OneLine(App[str]):
    """Nothing but the line."""

    INLINE_PADDING = 0
    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { height: auto; max-height: 6; } Screen:inline { border: none; min-height: 3; }"

    def __init__(self, desk: Desk, grammar: Grammar, sight: Sight) -> None:
        super().__init__()
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

    def on_capture_line_entered(self, event: CaptureLine.Entered) -> None:
        """Leave with what was entered; of several pasted lines, the first."""
        self.exit(event.text)

    def on_capture_line_cancelled(self) -> None:
        """Leave with nothing."""
        self.exit("")
