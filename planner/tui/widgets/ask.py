"""A menu over the place: choices by digit, by arrow, or by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget

from planner.tui.widgets.detail import Told
from planner.wording import t
from planner.wording.safe import cells, fit, pad

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult, RenderResult
    from textual.binding import BindingType

    from planner.tui.facts import Facts

__all__ = ["Choice", "Menu"]


class Choice(NamedTuple):
    """One line of a menu: what choosing it gives, its words, the key that does the same outside, its digit."""

    value: str
    label: str
    key: str = ""
    digit: str = ""


class Choices(Widget, can_focus=True):
    """The lines of a menu, one widget for all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j,down", "move(1)"),
        ("k,up", "move(-1)"),
        ("enter,space", "choose"),
    ]
    at: reactive[int] = reactive(0)

    class Marked(Message):
        """Another line is marked."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    class Chosen(Message):
        """A line was chosen."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(self, choices: tuple[Choice, ...], at: int = 0) -> None:
        super().__init__(id="choices")
        self._choices = choices
        self.set_reactive(Choices.at, at)

    def watch_at(self, at: int) -> None:
        """Tell of a line that was marked."""
        if self.is_mounted:
            self.post_message(self.Marked(self._choices[at].value))

    def get_content_height(self, *_: object) -> int:
        """A line a choice."""
        return len(self._choices)

    def render(self) -> RenderResult:
        """The lines, the chosen one marked."""
        width = max(1, self.size.width)
        parts: list[tuple[str, str]] = []
        wide = max((cells(choice.label) for choice in self._choices), default=0)
        for place, choice in enumerate(self._choices):
            lit = place == self.at
            ground = " on $panel" if lit else ""
            mark = "› " if lit else "  "
            digit = choice.digit or choice.value
            line = [(mark, f"bold $accent{ground}"), (f"{digit}  ", f"bold $accent{ground}")]
            line.append((pad(choice.label, min(wide, max(1, width - 5))), f"$foreground{ground}"))
            used = sum(cells(text) for text, _ in line)
            key = fit(f"  {choice.key}", width - used) if choice.key else ""
            line.append((key + " " * (width - used - cells(key)), f"$muted{ground}"))
            parts += [*line, ("\n", "")]
        return Content.assemble(*parts[:-1])

    def action_move(self, by: int) -> None:
        """Mark another line."""
        self.at = max(0, min(len(self._choices) - 1, self.at + by))

    def action_choose(self) -> None:
        """Choose the marked line."""
        self.post_message(self.Chosen(self._choices[self.at].value))

    def on_key(self, event: events.Key) -> None:
        """Choose by digit, or by the key that the command has outside."""
        for choice in self._choices:
            if event.character and event.character in (choice.digit or choice.value, choice.key):
                event.stop()
                self.post_message(self.Chosen(choice.value))
                return

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked."""
        if 0 <= event.y < len(self._choices):
            self.at = event.y
            self.action_choose()


class Menu(ModalScreen[str | None]):
    """Shows what it is about, and the choices; gives the value chosen, or ``None``."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q", "leave")]
    AUTO_FOCUS = "Choices"
    TAKES_KEYBOARD: ClassVar[bool] = True
    """Keys typed ahead wait until its choices have the keyboard."""
    DEFAULT_CSS = """
    Menu { align: center middle; background: $background 60%; }
    Menu #box {
        width: 72; max-width: 100%; height: auto; max-height: 100%; background: $surface; padding: 0 1;
        border: round $rule; border-subtitle-color: $muted; scrollbar-size-vertical: 1;
    }
    Menu #about { height: auto; scrollbar-size-vertical: 1; margin: 0 0 1 0; }
    Menu #about Told { min-height: 0; }
    Menu #choices { height: auto; }
    """

    def __init__(
        self,
        facts: Facts,
        choices: tuple[Choice, ...],
        *,
        at: int = 0,
        meanwhile: Callable[[str], None] | None = None,
        keys: str = "",
    ) -> None:
        """``at``: the line that is marked first; ``meanwhile`` gets the value of each line that is marked.

        ``keys``: what its frame says instead of the usual keys.
        """
        super().__init__()
        self._choices = choices
        self._at = at
        self._meanwhile = meanwhile
        self._facts = facts
        self._left = False
        self._keys = keys

    def compose(self) -> ComposeResult:
        """A box: what it is about, which scrolls when it is long, and the choices, which stay."""
        with VerticalScroll(id="box", can_focus=False) as box:
            box.border_subtitle = Content(self._keys or t("a digit chooses, Esc leaves"))
            with VerticalScroll(id="about", can_focus=False):
                yield Told(self._facts)
            yield Choices(self._choices, self._at)

    def on_resize(self, event: events.Resize) -> None:
        """Leave the choices their lines."""
        frame = 3
        room = event.size.height - len(self._choices) - frame
        about, box = self.query_one("#about"), self.query_one("#box")
        about.styles.max_height = max(1, room)
        about.display = room > 0
        # without a line for it the title stands in the frame: what the choices are about must not scroll away
        corners = 6
        title = "" if room > 0 else fit(self._facts.title, max(1, box.outer_size.width - corners))
        box.border_title = Content(title)

    def on_choices_marked(self, event: Choices.Marked) -> None:
        """Hand on what is marked."""
        if self._meanwhile is not None and not self._left:
            self._meanwhile(event.value)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Give what was chosen first; a second key typed in the same breath chooses nothing."""
        self._leave(event.value)

    def on_click(self, event: events.Click) -> None:
        """A click outside the box leaves."""
        if event.widget is self:
            self._leave(None)

    def action_leave(self) -> None:
        """Choose nothing."""
        self._leave(None)

    def _leave(self, value: str | None) -> None:
        """Give a value, once."""
        if self.is_current and not self._left:
            self._left = True
            self.dismiss(value)
