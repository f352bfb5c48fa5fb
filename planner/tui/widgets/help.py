"""All keys, made of the command table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from planner.tui.commands import COMMANDS, GROUPS, key_name, keys_of
from planner.tui.facts import Facts
from planner.tui.widgets.detail import Told
from planner.wording import t
from planner.wording.terms import term

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from planner.tui.command import Command

__all__ = ["Help", "facts_of_keys"]

CAPTURE = ("p1 p2 p3   +major +minor +大事 +小事   @name   to:name   +tag   fri 5pm   下周三下午3点",)


class Help(ModalScreen[None]):
    """The keys over the place; any of the leaving keys puts them away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,？,f1,enter", "dismiss(None)"),
        ("j,down", "scroll(1)"),
        ("k,up", "scroll(-1)"),
        ("pagedown,space,ctrl+d", "page(1)"),
        ("pageup,ctrl+u", "page(-1)"),
        ("home,g", "edge(-1)"),
        ("end,G", "edge(1)"),
    ]

    DEFAULT_CSS = """
    Help { align: center middle; background: $background 60%; }
    Help #box {
        width: 84; max-width: 96%; height: auto; max-height: 92%; background: $surface; padding: 0 1;
        border: round $rule; border-subtitle-color: $muted; scrollbar-size-vertical: 1;
    }
    Help Told { min-height: 0; }
    """

    def __init__(self, kind: str | None = None) -> None:
        """``kind``: of the record under the cursor, whose keys come first."""
        super().__init__()
        self._kind = kind

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="box", can_focus=False) as box:
            box.border_subtitle = Content(t("PgDn, j and k scroll, Esc leaves"))
            yield Told(facts_of_keys(self._kind), labels="bold $accent")

    def action_scroll(self, by: int) -> None:
        """Scroll the text."""
        self.query_one("#box").scroll_relative(y=by * 3, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a page, less a line that stays in sight."""
        box = self.query_one("#box")
        box.scroll_relative(y=by * max(1, box.size.height - 1), animate=False)

    def action_edge(self, to: int) -> None:
        """To the beginning or the end."""
        box = self.query_one("#box")
        box.scroll_to(y=0 if to < 0 else box.max_scroll_y, animate=False)


def facts_of_keys(kind: str | None = None) -> Facts:
    """Every command by group: its keys, its sentence; then what the line understands.

    Those that are for a record of this kind only come first, when one is under the cursor.
    """
    lines: list[tuple[str, str]] = []
    here = [command for command in COMMANDS if kind is not None and kind in command.on]
    if here:
        lines.append((t("With what is under the cursor: {kind}", kind=term("kind", str(kind))), ""))
        lines += map(_line, here)
    for group, title in GROUPS:
        others = [command for command in COMMANDS if command.group == group and command not in here]
        if others:
            lines.append((t("With other records") if here and group == "do" else t(title), ""))
            lines += map(_line, others)
    lines.append((t("In the line"), ""))
    lines += [("", line) for line in CAPTURE]
    lines.append(("", t("a backslash before a word keeps it as plain words; Ctrl+t puts it there")))
    return Facts(lines=tuple(lines))


def _line(command: Command) -> tuple[str, str]:
    """A command's keys and its sentence."""
    return " ".join(map(key_name, keys_of(command))), t(command.help)
