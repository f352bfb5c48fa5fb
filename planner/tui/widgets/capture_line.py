"""The line that opens at the foot: what is typed, and above it, as it is typed, what is understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from weakref import WeakKeyDictionary

from rich.highlighter import Highlighter
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from planner.tui.grammars import Reading
from planner.tui.offer import Offer
from planner.wording import n, t
from planner.wording.echo import SEPARATOR
from planner.wording.safe import shown

if TYPE_CHECKING:
    from typing import Any

    from rich.text import Text
    from textual import events
    from textual.app import App, ComposeResult
    from textual.geometry import Region

    from planner.tui.grammars import Grammar
    from planner.tui.messages import Sight

__all__ = ["CaptureLine", "Line", "forget"]

FAMILIES = {
    "when": ("due", "start", "recurrence", "remind", "ahead", "reply_due"),
    "weight": ("priority", "grade", "mark", "urgency", "supervised"),
    "who": ("party", "assigned_by", "handed_to", "report_to", "name", "phone", "headcount"),
    "sort": ("tag", "work", "nature", "origin", "needs", "channel", "note", "words"),
    "remark": ("remark",),
    "refused": ("refused",),
}
"""Which roles share a colour: four are enough to tell apart, and the words say the rest."""
FAMILY_OF = {role: family for family, roles in FAMILIES.items() for role in roles}
COLORS = {
    "when": "$primary",
    "weight": "bold $accent",
    "who": "$success",
    "sort": "$warning",
    "remark": "bold $error",
    "refused": "$muted",
    "title": "bold $foreground",
}


_ENTERED: WeakKeyDictionary[App[Any], dict[str, list[str]]] = WeakKeyDictionary()
"""The lines that were entered in an app, by their kind."""


def forget(app: App[Any], kind: str, line: str) -> None:
    """Keep a line of this kind no longer among those that the up key brings back: its words are restricted."""
    kept = _ENTERED.get(app, {}).get(kind, [])
    kept[:] = [one for one in kept if one.strip() != line.strip()]


class _Coloured(Highlighter):
    """Colours the understood parts of the line itself."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def highlight(self, text: Text) -> None:
        """Colour what is understood, by its role."""
        for span in self._line.reading.spans:
            family = FAMILY_OF.get(span.role)
            if family is not None and family != "remark":
                text.stylize(self._line.get_component_rich_style(f"line--{family}", partial=True), span.start, span.end)


class Line(Input):
    """One line of text. What a paste brings that could act on a terminal is made visible before it is in the line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--when",
        "line--weight",
        "line--who",
        "line--sort",
        "line--refused",
    }

    DEFAULT_CSS = """
    Line {
        width: 1fr; background: $surface; color: $foreground;
        &:focus { background-tint: $foreground 0%; }
        & > .input--placeholder { color: $muted; }
        & > .line--when { color: $primary; }
        & > .line--weight { color: $accent; text-style: bold; }
        & > .line--who { color: $success; }
        & > .line--sort { color: $warning; }
        & > .line--refused { color: $muted; }
    }
    """

    class Pasted(Message):
        """Several lines were pasted; the first is in the line, these are the others."""

        def __init__(self, lines: tuple[str, ...]) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, placeholder: str) -> None:
        self.reading = Reading()
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self.highlighter = _Coloured(self)
        self.cursor_blink = False

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert typed or pasted text, safe to show; what is seen is what is saved."""
        super().insert_text_at_cursor(shown(text))

    def _on_paste(self, event: events.Paste) -> None:
        """Take the first line of a paste, and hand the others on: nothing is dropped unsaid."""
        event.prevent_default()
        event.stop()
        lines = [line.strip() for line in event.text.splitlines() if line.strip()]
        if not lines:
            return
        if self.selection.is_empty:
            self.insert_text_at_cursor(lines[0])
        else:
            self.replace(shown(lines[0]), *sorted(self.selection))
        if len(lines) > 1:
            self.post_message(self.Pasted(tuple(lines[1:])))


class CaptureLine(Vertical):
    """Prompt, line and preview."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("ctrl+t", "refuse", show=False),
        Binding("tab", "complete(1)", show=False),
        Binding("shift+tab", "complete(-1)", show=False),
        Binding("up", "recall(-1)", show=False),
        Binding("down", "recall(1)", show=False),
    ]

    DEFAULT_CSS = """
    CaptureLine { height: auto; background: $surface; padding: 0 1; }
    CaptureLine #preview { height: auto; max-height: 3; }
    CaptureLine #offered { height: auto; max-height: 1; display: none; }
    CaptureLine #typed { height: 1; }
    CaptureLine.over { padding: 0; background: $panel; height: 1; }
    CaptureLine.over #preview { display: none; }
    CaptureLine.over #prompt { display: none; }
    CaptureLine.over Line { background: $panel; }
    CaptureLine #prompt { width: auto; color: $accent; text-style: bold; padding: 0 1 0 0; }
    """

    class Entered(Message):
        """The line was finished with Enter. ``more`` says whether another pasted line follows in its place."""

        def __init__(self, text: str, *, more: bool) -> None:
            super().__init__()
            self.text = text
            self.more = more

    class Ready(Message):
        """The line has the keyboard."""

    class Typed(Message):
        """The line changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Cancelled(Message):
        """The line was left; nothing is saved."""

    def __init__(self, grammar: Grammar, sight: Sight | None, value: str = "") -> None:
        super().__init__(id="capture")
        self.grammar = grammar
        self._sight = sight
        self._value = value
        self._shown = Content()
        self._waiting: tuple[str, ...] = ()
        self._offer = Offer()
        self._past: int | None = None
        self._unsent = ""

    def compose(self) -> ComposeResult:
        """What could be typed and the preview above, the line below."""
        yield Static("", id="offered", markup=False)
        yield Static("", id="preview", markup=False)
        with Horizontal(id="typed"):
            yield Static(f"{self.grammar.prompt}:", id="prompt", markup=False)
            yield Line(self.grammar.hint)

    def on_mount(self) -> None:
        """Take the keys at once."""
        line = self.line
        self.screen.set_focus(line)  # at once: `focus` would give it later, and the next key may be waiting
        if self._value:
            line.value = shown(self._value)
            line.cursor_position = len(line.value)
        self._preview()
        self.app.call_later(self.post_message, self.Ready())  # behind the focus, which the app gives later too

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.query_one(Line)

    def put_over(self, region: Region, top: int) -> None:
        """Stand over a part of the screen, without prompt and preview; ``top`` is the line that it opens from."""
        self.add_class("over")
        self.styles.overlay = "screen"
        self.styles.offset = (region.x, region.y - top)
        self.styles.width = region.width

    def see(self, sight: Sight) -> None:
        """Read on with newer eyes: the book was read while the line was open."""
        self._sight = sight
        self._understand()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Understand anew what stands in the line."""
        event.stop()
        self._understand()
        self._offer_words()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand the line over; the next pasted one takes its place."""
        event.stop()
        if event.value.strip():
            self._lines_before().append(event.value)
        if self.grammar.together and self._waiting:
            self.post_message(self.Entered("\n".join((event.value, *self._waiting)), more=False))
            return
        more = bool(self._waiting)
        self.post_message(self.Entered(event.value, more=more))
        if more:
            following, *rest = self._waiting
            self._waiting = tuple(rest)
            self.line.value = shown(following)
            self.line.cursor_position = len(self.line.value)

    def on_line_pasted(self, event: Line.Pasted) -> None:
        """Keep the further lines of a paste for after this one; a grammar of one line takes them into it."""
        event.stop()
        if self.grammar.several:
            self._waiting = (*event.lines, *self._waiting)
        else:
            self.line.insert_text_at_cursor(" " + " ".join(event.lines))
        self._preview()

    def action_complete(self, by: int) -> None:
        """Take the first of the offered words; once more, the next instead."""
        put = self._offer.turn(self.line.value, self.line.cursor_position, by)
        if put is not None:
            self.line.value, self.line.cursor_position = put
            self._show_offer()

    def action_recall(self, by: int) -> None:
        """The lines that were entered before, while the planner is open; they are kept nowhere."""
        lines = self._lines_before()
        at = len(lines) if self._past is None else self._past
        if self._past is None:
            self._unsent = self.line.value
        at = max(0, min(len(lines), at + by))
        if not lines:
            return
        self._past = at if at < len(lines) else None
        self.line.value = lines[at] if at < len(lines) else self._unsent
        self.line.cursor_position = len(self.line.value)

    def _lines_before(self) -> list[str]:
        """The lines of this kind that were entered before: in memory only, since they may name visitors."""
        return _ENTERED.setdefault(self.app, {}).setdefault(self.grammar.name, [])

    def _offer_words(self) -> None:
        """Offer what could stand after the sign before the cursor."""
        if self.grammar.read is not None and self._sight is not None:
            self._offer.see(self.line.value, self.line.cursor_position, self._sight, self.grammar.bare)
            self._show_offer()

    def _show_offer(self) -> None:
        """Show the offered words on one line, or take it away."""
        offered = self.query_one("#offered", Static)
        parts = self._offer.parts(t("Tab"))
        offered.display = bool(parts)
        offered.update(Content.assemble(*parts))

    def tell(self, sentence: str) -> None:
        """Say why the line was not taken, until it is changed."""
        self._shown = Content()
        self.query_one("#preview", Static).update(Content.styled(f"! {sentence}", "bold $error"))

    def action_cancel(self) -> None:
        """Leave without saving; what was typed comes back with the up key, in a line of the same kind."""
        typed = self.line.value
        lines = self._lines_before()
        hidden = any(part.text == t("restricted") for part in self.line.reading.parts)
        if typed.strip() and typed not in lines[-1:] and not hidden:
            lines.append(typed)
        self.post_message(self.Cancelled())

    def action_refuse(self) -> None:
        """Take the reading at the cursor as plain words: a backslash before it says so."""
        line = self.line
        at = line.cursor_position
        spans = [span for span in line.reading.spans if span.role not in ("refused", "name")]
        if not spans:
            return
        near = min(spans, key=lambda span: (max(span.start - at, at - span.end, 0), -span.start))
        line.value = f"{line.value[: near.start]}\\{line.value[near.start :]}"
        line.cursor_position = at + 1 if at >= near.start else at

    def _understand(self) -> None:
        """Read the line and show what it means."""
        line = self.line
        line.reading = Reading()
        if self.grammar.read is not None and self._sight is not None and line.value.strip():
            line.reading = self.grammar.read(line.value, self._sight)
        line.refresh()
        self._preview()

    def _preview(self) -> None:
        """Show what was understood, each part in its colour; before anything is typed, the keys of the line."""
        preview = self.query_one("#preview", Static)
        parts: list[tuple[str, str]] = []
        for part in self.line.reading.parts:
            if parts:
                parts.append((SEPARATOR, "$rule"))
            parts.append((part.text, COLORS[FAMILY_OF.get(part.role, "title")]))
        if not parts:
            parts.append(
                (
                    t("what is understood is shown here")
                    if self.grammar.read and self.grammar.name != "filter"
                    else "",
                    "$muted",
                )
            )
        if self._waiting:
            parts += [(SEPARATOR, "$rule"), (self._words_of_waiting(), "bold $error")]
        content = Content.assemble(*parts)
        if content == self._shown and self._shown:
            return
        # Laying the screen out again takes 20 ms, more than all the rest of a key: only when the height may change.
        width = preview.size.width
        one_line = 0 < content.cell_length <= width and 0 < self._shown.cell_length <= width
        self._shown = content
        preview.update(content, layout=not one_line)

    def _words_of_waiting(self) -> str:
        """What will be done with the further lines of a paste."""
        count = len(self._waiting)
        if self.grammar.together:
            return n(
                "{count} more line was pasted: Enter saves them all as one change, Esc none",
                "{count} more lines were pasted: Enter saves them all as one change, Esc none",
                count,
            )
        return n("{count} more pasted line follows", "{count} more pasted lines follow", count)
