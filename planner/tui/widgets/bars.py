"""Figures as pictures: a sparkline or a bar, each behind its label and before the words that say the same.

They are drawn in braille, which every terminal counts as one cell; blocks and squares are two in some.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widget import Widget

from planner.wording.safe import cells, fit, pad, shown

if TYPE_CHECKING:
    from textual.app import RenderResult
    from textual.geometry import Size

__all__ = ["Gauge", "Gauges", "bar", "sparkline"]

LENGTH = 10
"""Cells of a picture."""
FULL, EMPTY = "⣿", "⣀"
LEVELS = ("⣀", "⣤", "⣶", "⣿")
TWO, THREE = 72, 110
"""Columns of the screen from which gauges stand in two columns, and in three."""
SHORT, TALL = 16, 22
"""Lines of the screen below which one row of gauges is shown, and two."""
ROOMY = 30
"""Lines of the screen from which words that three columns would cut are given two, a line more."""


class Gauge(NamedTuple):
    """A figure: its label, its picture and its words. ``part`` of ``whole`` is a bar, ``levels`` a sparkline."""

    label: str
    words: str
    part: int = 0
    whole: int = 0
    levels: tuple[int, ...] = ()

    @property
    def picture(self) -> str:
        """The picture, filled up to its length."""
        return sparkline(self.levels) if self.levels else bar(self.part, self.whole)


def bar(part: int, whole: int, length: int = LENGTH) -> str:
    """A bar of a share; what is more than nothing shows, and what is less than all leaves a gap. Blanks of nothing."""
    if whole <= 0:
        return " " * length
    filled = (part * 2 * length + whole) // (2 * whole)
    if 0 < part < whole:
        filled = max(1, min(length - 1, filled))
    return FULL * filled + EMPTY * (length - filled)


def sparkline(levels: tuple[int, ...], length: int = LENGTH) -> str:
    """Levels as heights against the highest; more of them than cells are added up by equal stretches."""
    if len(levels) > length:
        edges = [place * len(levels) // length for place in range(length + 1)]
        levels = tuple(sum(levels[begin:end]) for begin, end in pairwise(edges))
    highest = max(levels, default=0)
    drawn = "".join(
        " " if not level else LEVELS[max(0, (level * len(LEVELS) + highest - 1) // highest - 1)] for level in levels
    )
    return drawn.ljust(length)


class Gauges(Widget):
    """Some gauges over the list; fewer of them on a small screen."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="gauges")
        self._gauges: tuple[Gauge, ...] = ()
        self.styles.height = "auto"
        self.styles.padding = (0, 1)

    def tell(self, gauges: tuple[Gauge, ...]) -> None:
        """Show these; none takes no room."""
        if gauges != self._gauges:
            self._gauges = gauges
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """A line a row of gauges."""
        return len(self._rows(width, viewport.height))

    def render(self) -> RenderResult:
        """The rows."""
        rows = self._rows(self.size.width, self.app.size.height)
        columns = max((len(row) for row in rows), default=1)
        labels = [max(cells(row[at].label) for row in rows if at < len(row)) for at in range(columns)]
        widths = _shared(self.size.width, _needs(rows))
        parts: list[tuple[str, str]] = []
        for row in rows:
            for at, gauge in enumerate(row):
                label = pad(shown(gauge.label), labels[at])
                words = max(0, widths[at] - labels[at] - LENGTH - 3)
                parts += [
                    (label, "$muted"),
                    (f" {gauge.picture} ", "$accent"),
                    (pad(fit(shown(gauge.words), words), words + 1), "$foreground"),
                ]
            parts.append(("\n", ""))
        return Content.assemble(*parts[:-1])

    def _rows(self, width: int, height: int) -> list[tuple[Gauge, ...]]:
        """The gauges in rows, as many as the screen has room for."""
        columns = 3 if width >= THREE else 2 if width >= TWO else 1
        if columns == 3 and height >= ROOMY and sum(_needs(self._in_rows(columns))) > width:
            columns = 2
        most = 1 if height < SHORT else 2 if height < TALL else 3
        return self._in_rows(columns)[:most]

    def _in_rows(self, columns: int) -> list[tuple[Gauge, ...]]:
        """All gauges, so many side by side."""
        return [self._gauges[at : at + columns] for at in range(0, len(self._gauges), columns)]


def _needs(rows: list[tuple[Gauge, ...]]) -> list[int]:
    """The cells that each column needs to be whole."""
    made = []
    for at in range(max((len(row) for row in rows), default=0)):
        column = [row[at] for row in rows if at < len(row)]
        label = max(cells(shown(gauge.label)) for gauge in column)
        made.append(label + LENGTH + 3 + max(cells(shown(gauge.words)) for gauge in column))
    return made


def _shared(width: int, needs: list[int]) -> list[int]:
    """The cells that each column gets: as it needs where there is room; where not, what short ones leave to long ones.

    What is left over is shared alike.
    """
    if not needs:
        return []
    widths = [min(need, width // len(needs)) for need in needs]
    for at, need in enumerate(needs):
        widths[at] += min(need - widths[at], max(0, width - sum(widths)))
    spare = max(0, width - sum(widths)) // len(needs)
    return [one + spare for one in widths]
