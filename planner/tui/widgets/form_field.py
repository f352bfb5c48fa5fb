"""One field of a form: its label, what is typed or chosen, and under it what that was taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static, TextArea

from planner.tui.checks import FINE, Verdict
from planner.tui.widgets.capture_line import Line
from planner.wording import t
from planner.wording.safe import cells, fit, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult, RenderResult
    from textual.binding import BindingType
    from textual.widgets import Input

__all__ = ["Answer", "Field", "FieldRow", "Notes", "Pick"]


class Field(NamedTuple):
    """A field as it is asked for.

    ``choices`` are (value, label) pairs; with ``several`` more than one may hold, with commas between in the value.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    check: Callable[[str], Verdict] | None = None
    multiline: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    several: bool = False


class Answer(NamedTuple):
    """What stood in a field when the form was saved, and whether it was changed."""

    name: str
    value: str
    changed: bool = False


class Notes(TextArea):
    """Several lines of text. What a paste brings that could act on a terminal is made visible."""

    DEFAULT_CSS = """
    Notes {
        height: 4; border: none; padding: 0; background: $panel; color: $foreground; scrollbar-size-vertical: 1;
        &:focus { border: none; }
        & .text-area--cursor-line { background: $panel; }
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__(shown(text, lines=True), soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self.cursor_blink = False

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a paste, safe to show."""
        event.prevent_default()
        event.stop()
        self.insert(shown(event.text.replace("\r\n", "\n").replace("\r", "\n"), lines=True))


class Typed(Line):
    """A line of a form: Enter goes on to the next field, at once."""

    BINDINGS: ClassVar[list[BindingType]] = [("enter", "screen.next")]


class Pick(Widget, can_focus=True):
    """A choice among a few, on one line where they have room; arrows, space, a digit or a click choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("right,l", "step(1)"),
        ("left,h", "step(-1)"),
        ("space", "choose"),
    ]
    DEFAULT_CSS = """
    Pick { height: 1; }
    """
    at: reactive[int] = reactive(0)
    held: reactive[frozenset[str]] = reactive(frozenset())

    class Changed(Message):
        """Another choice holds."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._choices = field.choices
        self._several = field.several
        values = [value for value, _ in field.choices]
        held = [value for value in field.value.split(",") if value in values]
        self.set_reactive(Pick.held, frozenset(held))
        self.set_reactive(Pick.at, values.index(held[0]) if held else 0)
        self._spots: list[tuple[int, int, int]] = []

    @property
    def value(self) -> str:
        """The values that hold, in the order of the choices."""
        return ",".join(value for value, _ in self._choices if value in self.held)

    def render(self) -> RenderResult:
        """The choices side by side, the held ones with a mark; the one at hand alone where they have no room."""
        lit = self.has_focus
        whole = [self._word(place) for place in range(len(self._choices))]
        self._spots = []
        if sum(map(cells, whole)) + 2 * len(whole) > self.size.width:
            count = f"{self.at + 1}/{len(whole)}"
            words = f"‹ {fit(whole[self.at], max(1, self.size.width - 5 - len(count)))} ›"
            return Content.assemble((words, "bold $accent" if lit else "$foreground"), (f" {count}", "$muted"))
        parts: list[tuple[str, str]] = []
        column = 0
        for place, word in enumerate(whole):
            held = self._choices[place][0] in self.held
            style = "bold $foreground" if held else "$muted"
            if lit and place == self.at:
                style = "bold $accent on $panel"
            parts += [(word, style), ("  ", "")]
            self._spots.append((column, column + cells(word), place))
            column += cells(word) + 2
        return Content.assemble(*parts)

    def _word(self, place: int) -> str:
        value, label = self._choices[place]
        if self._several:
            return f"[{'x' if value in self.held else ' '}] {shown(label)}"
        return f"({'*' if value in self.held else ' '}) {shown(label)}"

    def action_step(self, by: int) -> None:
        """To the next choice; where only one holds, it is chosen."""
        self.at = (self.at + by) % len(self._choices)
        if not self._several:
            self._hold()

    def action_choose(self) -> None:
        """Choose what is at hand, or no longer; of a single choice, the next."""
        if self._several:
            self._hold()
        else:
            self.action_step(1)

    def on_key(self, event: events.Key) -> None:
        """Choose by a digit."""
        if event.character and event.character.isdecimal() and 1 <= int(event.character) <= len(self._choices):
            self.at = int(event.character) - 1
            self._hold()

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked; a click elsewhere goes on to the next."""
        for start, end, place in self._spots:
            if start <= event.x < end:
                self.at = place
                self._hold()
                return
        if not self._spots:
            self.action_step(1)

    def _hold(self) -> None:
        """Have the choice at hand hold."""
        value = self._choices[self.at][0]
        self.held = self.held ^ {value} if self._several else frozenset((value,))
        self.post_message(self.Changed())


class FieldRow(Widget):
    """A label, a field, and what is said under it when there is something to say."""

    DEFAULT_CSS = """
    FieldRow { height: auto; layout: vertical; }
    FieldRow .verdict { height: auto; display: none; color: $muted; }
    FieldRow .verdict.wrong { color: $error; text-style: bold; }
    """

    class Checked(Message):
        """The field was checked anew: it was changed."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.verdict = FINE
        self._wide = 1
        self._before = shown(field.value, lines=field.multiline)
        self.entry: Line | Notes | Pick = self._made()

    def widen(self, wide: int) -> None:
        """Give the label so many cells, its gap among them; before the row is shown."""
        self._wide = wide

    def _made(self) -> Line | Notes | Pick:
        """What is typed into."""
        field = self.field
        if field.choices:
            return Pick(field)
        if field.multiline:
            return Notes(field.value)
        line = Typed(shown(field.hint))
        line.set_reactive(Line.value, self._before)
        line.cursor_position = len(self._before)
        return line

    def compose(self) -> ComposeResult:
        """The entry and, under it, the verdict; the label is drawn by the row itself, left of them."""
        self.entry.styles.margin = (0, 0, 0, self._wide)
        yield self.entry
        said = Static("", classes="verdict", markup=False)
        said.styles.margin = (0, 0, 0, self._wide)
        yield said

    def render(self) -> RenderResult:
        """The label, bold while its field has the keyboard."""
        style = "bold $accent" if self.has_focus_within else "$muted"
        return Content.styled(fit(self.field.label, self._wide - 1), style)

    @property
    def text(self) -> str:
        """What stands in the field."""
        if isinstance(self.entry, Notes):
            return self.entry.text
        return self.entry.value

    @property
    def is_changed(self) -> bool:
        """Whether another text stands there than at the start."""
        if isinstance(self.entry, Pick):
            return self.entry.value != ",".join(
                value for value, _ in self.field.choices if value in self.field.value.split(",")
            )
        return self.text != self._before

    @property
    def answer(self) -> Answer:
        """What is handed back: a field that was not touched gives back what it was given."""
        changed = self.is_changed
        return Answer(self.field.name, self.text if changed else self.field.value, changed)

    def put(self, text: str) -> None:
        """Have another text in it."""
        if isinstance(self.entry, Notes):
            self.entry.load_text(shown(text, lines=True))
        elif isinstance(self.entry, Line):
            self.entry.value = shown(text)

    def check(self) -> Verdict:
        """Say under the field what it means, or what is wrong; the verdict."""
        check = self.field.check
        self.verdict = FINE if check is None else check(self.text)
        self._say()
        return self.verdict

    def on_mount(self) -> None:
        """Know from the start what is wrong."""
        self.check()

    def on_descendant_focus(self) -> None:
        """Light the label up and show the verdict."""
        self._say()
        self.refresh()

    def on_descendant_blur(self) -> None:
        """A verdict that is no complaint goes when the field is left."""
        self._say()
        self.refresh()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Check while it is typed."""
        event.stop()
        self._changed()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Check while it is typed."""
        event.stop()
        self._changed()

    def on_pick_changed(self, event: Pick.Changed) -> None:
        """Check what was chosen."""
        event.stop()
        self._changed()

    def _changed(self) -> None:
        """Check anew, and tell the form."""
        self.check()
        self.post_message(self.Checked())

    def _say(self) -> None:
        """Show the verdict while the field has the keyboard, and as long as something is wrong."""
        if not self.is_mounted:
            return
        said = self.query_one(".verdict", Static)
        ok, words = self.verdict
        if not words and self.has_focus_within and isinstance(self.entry, Notes):
            words = t("Ctrl+o opens your editor")
        seen = bool(words) and (not ok or self.has_focus_within)
        said.display = seen
        said.set_class(not ok, "wrong")
        said.update(Content(words if ok else f"! {words}"))
