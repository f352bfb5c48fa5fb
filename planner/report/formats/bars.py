"""A few figures as a picture: inline SVG without style, script or address, its words beside it for who can't see it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from planner.wording.safe import cells, shown

if TYPE_CHECKING:
    from planner.report.document import Bars

__all__ = ["svg"]

_ROW, _BAR, _TOP = 30, 16, 7
_CELL = 8
"""Width of a terminal cell at 15 units of text, by which labels are measured: Chinese takes two."""
_WIDE, _GAP = 640, 12
_LONGEST_LABEL = 200


def svg(bars: Bars) -> str:
    """The picture as one element; bars are drawn on one scale, from nothing."""
    labels = [shown(bar.label) for bar in bars.bars]
    words = [shown(bar.words) for bar in bars.bars]
    left = min(_LONGEST_LABEL, max((cells(label) * _CELL for label in labels), default=0)) + _GAP
    right = max((cells(word) * _CELL for word in words), default=0) + _GAP
    room = max(80, _WIDE - left - right)
    most = max((bar.value for bar in bars.bars), default=0) or 1
    height = _ROW * len(bars.bars)
    size = f'viewBox="0 0 {_WIDE} {height}" width="{_WIDE}" height="{height}" font-size="15"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>',
        f"<title>{escape(shown(bars.title))}</title>",
    ]
    for place, bar in enumerate(bars.bars):
        top = place * _ROW + _TOP
        middle = top + _BAR - 3
        length = round(room * max(bar.value, 0) / most, 1)
        parts += [
            f'<text x="{left - _GAP}" y="{middle}" text-anchor="end">{escape(labels[place])}</text>',
            f'<rect class="ground" x="{left}" y="{top}" width="{room}" height="{_BAR}" rx="2"/>',
            f'<rect class="bar" x="{left}" y="{top}" width="{length:g}" height="{_BAR}" rx="2"/>',
            f'<text x="{left + room + _GAP}" y="{middle}">{escape(words[place])}</text>',
        ]
    parts.append("</svg>")
    return "".join(parts)
