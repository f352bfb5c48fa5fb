"""Rows laid out for a terminal or a pipe: aligned by cells and cut to the width, or whole, one item a line."""

from __future__ import annotations

from planner.wording.safe import cells, fit, pad, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.wording.page import Row

__all__ = ["laid_out"]

GAP = "  "


def laid_out(rows: Iterable[Row], width: int | None) -> list[str]:
    """Lines in columns: number, badge, text with detail, date, distance. ``width`` is ``None`` where nothing is cut."""
    made = [
        (
            shown(row.number),
            shown(row.badge),
            shown(f"{row.text}{GAP}{row.detail}" if row.detail else row.text),
            shown(row.when),
            shown(row.left),
        )
        for row in rows
    ]
    if not made:
        return []
    number, badge, text, when, left = (max(cells(row[column]) for row in made) for column in range(5))
    if width is not None:
        taken = sum(size + len(GAP) for size in (number, badge, when, left) if size)
        text = max(12, min(text, width - taken))
    lines = []
    for row in made:
        columns = [pad(row[0], number, right=True)] if number else []
        if badge:
            columns.append(pad(row[1], badge))
        columns.append(pad(fit(row[2], text) if width is not None else row[2], text))
        if when:
            columns.append(pad(row[3], when))
        columns.append(row[4])
        lines.append(GAP.join(columns).rstrip())
    return lines
