"""The first line: the day, where one is, and what the day holds in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from planner.wording import p
from planner.wording.safe import cells, fit, shown

if TYPE_CHECKING:
    from textual.app import RenderResult

__all__ = ["Head"]


class Head(Widget):
    """A title on the left, a summary on the right where there is room for it."""

    ALLOW_SELECT = False

    def __init__(self, title: str) -> None:
        super().__init__(id="head")
        self._title = title
        self._middle = ""
        self._summary: str | tuple[str, ...] = ""

    def tell(self, title: str, middle: str, summary: str | tuple[str, ...]) -> None:
        """Say other words. A summary in parts is one sentence, from whose end parts go when there is no room."""
        if (title, middle, summary) != (self._title, self._middle, self._summary):
            self._title, self._middle, self._summary = title, middle, summary
            self.refresh()

    def render(self) -> RenderResult:
        """The line."""
        width = self.size.width
        title = fit(shown(self._title), width)
        middle = f"  {shown(self._middle)}" if self._middle else ""
        if cells(title) + cells(middle) > width:
            middle = ""
        summary = self._fitted(width - cells(title) - cells(middle) - 2)
        blank = width - cells(title) - cells(middle) - cells(summary)
        if blank < 2:
            summary, blank = "", 0
        return Content.assemble(
            (title, "bold $foreground"), (middle, "$primary"), (" " * blank, ""), (summary, "$muted")
        )

    def _fitted(self, room: int) -> str:
        """As much of the summary as there is room for."""
        parts = (self._summary,) if isinstance(self._summary, str) else self._summary
        for count in range(len(parts), 0, -1):
            words = shown(p("enumeration", ", ").join(parts[:count]))
            if cells(words) <= room:
                return words
        return ""
