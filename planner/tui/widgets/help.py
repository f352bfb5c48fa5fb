"""All keys, made of the command table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from planner.tui.commands import COMMANDS, GROUPS, applies, key_name
from planner.wording import t
from planner.wording.safe import cells

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

__all__ = ["Help", "help_content"]

CAPTURE = ("p1 p2 p3   +major +minor +大事 +小事   @name   to:name   +tag   fri 5pm   下周三下午3点",)


class Help(ModalScreen[None]):
    """The keys over the place; any of the leaving keys puts them away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,？,f1,enter", "dismiss(None)"),
        ("j,down", "scroll(1)"),
        ("k,up", "scroll(-1)"),
    ]

    DEFAULT_CSS = """
    Help { align: center middle; background: $background 60%; }
    Help #box {
        width: 84; max-width: 96%; height: auto; max-height: 92%; background: $surface; padding: 1 2;
        border: round $rule; scrollbar-size-vertical: 1;
    }
    Help #help-text { height: auto; }
    """

    def __init__(self, kind: str | None) -> None:
        super().__init__()
        self._kind = kind

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="box", can_focus=False):
            yield Static(help_content(self._kind), id="help-text", markup=False)

    def action_scroll(self, by: int) -> None:
        """Scroll the text."""
        self.query_one("#box").scroll_relative(y=by * 3, animate=False)


def help_content(kind: str | None) -> Content:
    """Every command by group: its keys, its sentence; those for another kind of record are dimmed."""
    keys = {command.id: " ".join(map(key_name, command.keys)) for command in COMMANDS}
    wide = max(map(cells, keys.values()))
    parts: list[tuple[str, str]] = []
    for group, title in GROUPS:
        parts.append((f"{t(title)}\n", "bold $primary"))
        for command in COMMANDS:
            if command.group == group:
                words = keys[command.id]
                style = "" if applies(command, kind) else "$muted"
                parts += [
                    (f"  {words}{' ' * (wide - cells(words))}  ", "bold $accent"),
                    (f"{t(command.help)}\n", style),
                ]
        parts.append(("\n", ""))
    parts.append((f"{t('In the line')}\n", "bold $primary"))
    parts += [(f"  {line}\n", "") for line in CAPTURE]
    parts.append((f"  {t('a backslash before a word keeps it as plain words; Ctrl+t puts it there')}\n", "$muted"))
    return Content.assemble(*parts)
