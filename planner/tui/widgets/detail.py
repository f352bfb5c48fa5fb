"""The pane that tells all about the record under the cursor; the same words head its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from planner.tui.facts import Facts, facts_of
from planner.tui.wrapping import wrapped
from planner.wording.safe import cells, fit

if TYPE_CHECKING:
    from textual.app import ComposeResult, RenderResult
    from textual.geometry import Size

    from planner.tui.messages import Sight

__all__ = ["Detail", "Told"]

WIDEST_LABEL = 14
"""Cells that labels take at most beside their words."""
NARROW = 30
"""Cells below which words stand under their label, not beside it."""


class Told(Widget):
    """Facts, wrapped to the width, the words of a field one under the other."""

    DEFAULT_CSS = """
    Told { height: auto; width: 1fr; }
    """

    def __init__(self, facts: Facts, *, labels: str = "$muted") -> None:
        super().__init__()
        self._facts = facts
        self._labels = labels

    def tell(self, facts: Facts) -> bool:
        """Show other facts; whether they are other."""
        if facts == self._facts:
            return False
        before = self._height
        self._facts = facts
        room = self.container_size.height
        # Laying the screen out again takes 20 ms; what fits into the pane as what was there before did needs none.
        self.refresh(layout=max(before, self._height) > room or not room)
        return True

    @property
    def _height(self) -> int:
        """The lines it takes as wide as it is."""
        return len(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """The lines it takes at a width."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """The text."""
        parts: list[tuple[str, str]] = []
        for line in self._lines(self.size.width):
            parts += [*line, ("\n", "")]
        return Content.assemble(*parts[:-1])

    def _lines(self, width: int) -> list[list[tuple[str, str]]]:
        """Lines of (text, style)."""
        width = max(1, width)
        facts = self._facts
        made: list[list[tuple[str, str]]] = []
        if facts.title:
            made += [[(line, "bold $foreground")] for line in wrapped(facts.title, width)]
        if facts.lines and facts.title:
            made.append([])
        beside = min(WIDEST_LABEL, max((cells(label) for label, words in facts.lines if label and words), default=0))
        indent = 2 if width < NARROW else beside + 2
        for label, words in facts.lines:
            if label and not words:
                made += [[], [(label, "bold $primary")]] if made else [[(label, "bold $primary")]]
                continue
            if label and width < NARROW:
                made.append([(label, self._labels)])
            lines = wrapped(words, width - indent if label else width)
            for place, line in enumerate(lines):
                if not label:
                    made.append([(line, "$foreground")])
                    continue
                shown = fit(label, indent - 1) if place == 0 and width >= NARROW else ""
                made.append([(shown + " " * (indent - cells(shown)), self._labels), (line, "$foreground")])
        return made


class Detail(VerticalScroll, can_focus=False):
    """The pane beside the list."""

    DEFAULT_CSS = """
    Detail {
        width: 33%; max-width: 60; height: 1fr; padding: 0 1; background: $background;
        border-left: solid $rule; scrollbar-size-vertical: 1;
    }
    Detail Told { min-height: 100%; }
    """

    def __init__(self) -> None:
        super().__init__(id="detail")
        self._told = Told(Facts())

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._told

    def tell(self, record: object, sight: Sight) -> None:
        """Tell about a record."""
        if self._told.tell(facts_of(record, sight)) and self.is_mounted:
            self.scroll_home(animate=False)
