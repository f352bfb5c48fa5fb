"""The first line: the day, where one is, what holds for the place just now, and what the day holds in a few words."""

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
        self._states: tuple[str, ...] = ()
        self._is_partial = False

    def tell(self, title: str, middle: str, summary: str | tuple[str, ...]) -> None:
        """Say other words. A summary in parts is one sentence, from whose end parts go when there is no room."""
        if (title, middle, summary) != (self._title, self._middle, self._summary):
            self._title, self._middle, self._summary = title, middle, summary
            self.refresh()

    def hold(self, states: tuple[str, ...], *, partial: bool = False) -> None:
        """Say what holds until it is taken away (a filter, marks): it stands before all but the title.

        ``partial``: the list is a part of what the summary counts, so that its figures would mislead.
        """
        if (states, partial) != (self._states, self._is_partial):
            self._states, self._is_partial = states, partial
            self.refresh()

    def render(self) -> RenderResult:
        """The line."""
        width = self.size.width
        states = "".join(f"  {shown(state)}" for state in self._states)
        # a state that can't be seen would have verbs do what nobody expects: the title gives way, not the state
        title = fit(shown(self._title), max(width - cells(states), width // 4))
        states = fit(states, width - cells(title)) if states else ""
        middle = f"  {shown(self._middle)}" if self._middle else ""
        if cells(title) + cells(states) + cells(middle) > width:
            middle = ""
        taken = cells(title) + cells(states) + cells(middle)
        summary = "" if self._is_partial else self._fitted(width - taken - 2)
        blank = width - taken - cells(summary)
        if blank < 2:
            summary, blank = "", 0
        return Content.assemble(
            (title, "bold $foreground"),
            (states, "bold $accent"),
            (middle, "$primary"),
            (" " * blank, ""),
            (summary, "$muted"),
        )

    def _fitted(self, room: int) -> str:
        """As much of the summary as there is room for."""
        parts = (self._summary,) if isinstance(self._summary, str) else self._summary
        for count in range(len(parts), 0, -1):
            words = shown(p("enumeration", ", ").join(parts[:count]))
            if cells(words) <= room:
                return words
        return ""
