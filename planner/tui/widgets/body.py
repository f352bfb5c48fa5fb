"""The middle of a place: the list and, on a wide screen, the detail pane beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from planner.tui.messages import Sight
    from planner.tui.widgets.detail import Detail
    from planner.tui.widgets.record_list import RecordList

__all__ = ["BESIDE", "Body"]

BESIDE = 100
"""Columns from which the detail pane stands beside the list."""


class Body(Horizontal):
    """Lays list and detail side by side. The pane is made when there is first something to tell in it."""

    def __init__(self, list_: RecordList) -> None:
        super().__init__(id="body")
        self._list = list_
        self._pane: Detail | None = None
        self._told: tuple[object, Sight] | None = None

    def compose(self) -> ComposeResult:
        """The list alone at first."""
        yield self._list

    def tell(self, record: object, sight: Sight) -> None:
        """Tell about the record under the cursor, where there is room for it."""
        self._told = record, sight
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """A screen that was made narrow has no pane."""
        self._show(event.size.width)

    def _show(self, width: int | None = None) -> None:
        """Have the pane when the screen is wide."""
        wide = (self.size.width if width is None else width) >= BESIDE
        if self._pane is None and wide and self._told is not None:
            from planner.tui.widgets.detail import Detail

            self._pane = Detail()
            self.mount(self._pane)
        if self._pane is not None:
            self._pane.display = wide
            if wide and self._told is not None:
                self._pane.tell(*self._told)
