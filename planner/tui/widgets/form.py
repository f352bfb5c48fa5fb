"""A form over the place: fields that are checked as they are typed, saved together or not at all.

``push_screen(Form(title, fields, sight), then)``; ``then`` gets an ``Answer`` for each field, or ``None``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget

from planner.tui.checks import Verdict
from planner.tui.widgets.form_field import Answer, Field, FieldRow, Notes
from planner.tui.wrapping import wrapped
from planner.wording import t
from planner.wording.safe import cells, shown

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult, RenderResult
    from textual.binding import BindingType

    from planner.tui.messages import Sight

__all__ = ["Answer", "Field", "Form", "Verdict"]

WIDEST_LABEL = 14
"""Cells that labels take at most."""
LABELS_PART = 4
"""The part of a narrow screen that labels take at most."""
MOST_LINES = 3
"""Lines of the foot."""
LEAVING = ("tab", "shift+tab", "escape", "ctrl+s", "ctrl+o")
WALKING = ("up", "down", "enter")


class Form(ModalScreen["tuple[Answer, ...] | None"]):
    """Asks for several fields. Ctrl+s saves, Enter goes on and saves on the last field, Esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False),
        Binding("ctrl+o", "edit", show=False),
        Binding("escape", "leave", show=False),
        Binding("tab", "go(1)", show=False),
        Binding("shift+tab", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("up", "go(-1)", show=False),
        Binding("enter", "next", show=False),
    ]
    AUTO_FOCUS = "FieldRow > *"
    TAKES_KEYBOARD: ClassVar[bool] = True
    """Keys typed ahead wait until the first field has the keyboard."""
    DEFAULT_CSS = """
    Form { align: center middle; background: $background 60%; }
    Form #form {
        width: 84; max-width: 100%; height: auto; max-height: 100%; background: $surface; padding: 0 1;
        border: round $rule; border-title-color: $foreground; border-title-style: bold;
    }
    Form #fields { height: auto; scrollbar-size-vertical: 1; background: $surface; }
    """

    def __init__(self, title: str, fields: tuple[Field, ...], sight: Sight | None = None) -> None:
        super().__init__()
        self.sight = sight
        self._title = title
        self.rows = tuple(FieldRow(field) for field in fields)
        self.foot = FormFoot()
        self._warned = False
        self._left = False
        self._room = 0

    def compose(self) -> ComposeResult:
        """A box: the fields, which scroll when they are many, and the keys under them."""
        widest = max((cells(row.field.label) for row in self.rows), default=0)
        wide = min(WIDEST_LABEL, widest, max(1, self.app.size.width // LABELS_PART)) + 2
        for row in self.rows:
            row.widen(wide)
        with Widget(id="form") as box:
            box.border_title = Content(f" {shown(self._title)} ")
            with VerticalScroll(id="fields", can_focus=False):
                yield from self.rows
            yield self.foot

    def on_resize(self, event: events.Resize) -> None:
        """Leave the foot its line."""
        frame = 2 if event.size.height > 8 else 0
        self.query_one("#form").styles.border = ("round", self._rule()) if frame else ("none", "transparent")
        self._room = event.size.height - frame
        self._lay()

    def _lay(self) -> None:
        """Leave the foot its lines."""
        self.query_one("#fields").styles.max_height = max(1, self._room - self.foot.lines)

    def _rule(self) -> str:
        """The colour of the frame."""
        return self.app.get_css_variables().get("rule", "#888888")

    def _say(self, sentence: str, *, refusal: bool = False) -> None:
        """Say something in the foot; a long refusal takes more lines of it."""
        self.foot.say(sentence, refusal=refusal)
        self._lay()

    def moves(self, key: str) -> bool:
        """Whether the key after this one may be for another field; a text of several lines keeps some to itself."""
        return key in LEAVING or (key in WALKING and not isinstance(self.focused, Notes))

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What stands in the fields."""
        return tuple(row.answer for row in self.rows)

    def on_field_row_checked(self) -> None:
        """Something was typed: what was said of leaving or saving is past."""
        self._warned = False
        self._say("")

    def on_form_foot_chosen(self, event: FormFoot.Chosen) -> None:
        """A key of the foot was clicked."""
        if event.name == "save":
            self.action_save()
        else:
            self.action_leave()

    def action_next(self) -> None:
        """To the next field; on the last one, save."""
        if self._at >= len(self.rows) - 1:
            self.action_save()
        else:
            self.action_go(1)

    def action_go(self, by: int) -> None:
        """To another field, around the ends."""
        row = self.rows[(self._at + by) % len(self.rows)]
        self._focus(row)

    @property
    def _at(self) -> int:
        """The place of the field that has the keyboard."""
        return next((place for place, row in enumerate(self.rows) if row.entry is self.focused), 0)

    def _focus(self, row: FieldRow) -> None:
        """Give a field the keyboard, in sight with what is said under it."""
        self.set_focus(row.entry)
        self.call_after_refresh(row.scroll_visible, animate=False)

    def action_save(self) -> None:
        """Hand the answers back, when nothing is wrong with them; else go to the first that is."""
        for row in self.rows:
            if not row.check().ok:
                self._say(t("Not saved: {field} needs another look", field=row.field.label), refusal=True)
                self._focus(row)
                return
        self._leave(self.answers)

    def action_leave(self) -> None:
        """Leave without saving; what was typed is asked about once."""
        if self._warned or not any(row.is_changed for row in self.rows):
            self._leave(None)
            return
        self._warned = True
        self._say(t("Esc again drops what you changed, Ctrl+s saves it"), refusal=True)

    def action_edit(self) -> None:
        """Have a text of several lines in the person's own editor."""
        row = self.rows[self._at]
        if not isinstance(row.entry, Notes):
            row = next((one for one in self.rows if isinstance(one.entry, Notes)), row)
        if not isinstance(row.entry, Notes):
            return
        from planner.tui.editor import EditorError, edited

        try:
            row.put(edited(self.app, row.text))
        except EditorError as error:
            self._say(str(error), refusal=True)
        self._focus(row)

    def _leave(self, answers: tuple[Answer, ...] | None) -> None:
        """Give the answers, once."""
        if self.is_current and not self._left:
            self._left = True
            self.dismiss(answers)


class FormFoot(Widget):
    """The keys of the form, which can be clicked, or what stands in the way."""

    DEFAULT_CSS = """
    FormFoot { height: auto; }
    """
    ALLOW_SELECT = False

    class Chosen(Message):
        """A key was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self) -> None:
        super().__init__()
        self.sentence = ""
        self._refusal = False
        self._spots: list[tuple[int, int, str]] = []

    def say(self, sentence: str, *, refusal: bool = False) -> None:
        """Say something instead of the keys."""
        if (sentence, refusal) != (self.sentence, self._refusal):
            self.sentence, self._refusal = sentence, refusal
            self.refresh(layout=True)

    @property
    def lines(self) -> int:
        """The lines it takes."""
        return len(self._wrapped())

    def _wrapped(self) -> list[str]:
        """The sentence in lines, cut after the third."""
        mark = "! " if self._refusal else ""
        return wrapped(f"{mark}{shown(self.sentence)}", max(2, self.size.width))[:MOST_LINES]

    def get_content_height(self, *_: object) -> int:
        """As many lines as the sentence has; one for the keys."""
        return self.lines

    def render(self) -> RenderResult:
        """The keys, or the sentence."""
        self._spots = []
        if self.sentence:
            return Content.styled("\n".join(self._wrapped()), "bold $error" if self._refusal else "$foreground")
        parts: list[tuple[str, str]] = []
        at = 0
        keys = (("Ctrl+s", t("save"), "save"), ("Esc", t("leave"), "leave"), ("Tab", t("next field"), ""))
        for key, label, name in keys:
            size = cells(key) + 1 + cells(label)
            if at + size > self.size.width:
                break
            parts += [(key, "bold $accent"), (f" {label}  ", "$muted")]
            self._spots.append((at, at + size, name))
            at += size + 2
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Choose the key that was clicked."""
        for start, end, name in self._spots:
            if start <= event.x < end and name:
                self.post_message(self.Chosen(name))
