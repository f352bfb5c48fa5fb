"""Where everything of a record list stands: lines of headings, rows and flows, and the items that a cursor can meet.

Pure arithmetic on lengths: it asks a section for its number of rows, and draws rows only of flows and of the samples
that column widths are taken from.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from planner.wording.safe import cells, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.tui.widgets.sections import Section
    from planner.wording.page import Row

__all__ = ["GAP", "Block", "Columns", "Layout", "Piece", "arrange", "columns_for"]

GAP = 2
"""Blank cells between columns."""
FLOW_GAP = 3
"""Blank cells between rows that stand side by side."""
SAMPLE = 200
"""Rows of a section that are measured for the widths of columns."""
NARROW = 60
"""Cells below which a long number takes its room from its own row, not from all."""
TEXT_LEAST = 16
"""Cells that the text keeps; other columns give way before it gets less."""


class Piece(NamedTuple):
    """One row of a flow: where it stands."""

    item: int
    line: int
    start: int
    width: int


class Block(NamedTuple):
    """A section on the page: its heading's line, the rows shown, and the items they are."""

    section: Section
    heading: int
    first_line: int
    lines: int
    first_item: int
    shown: int
    hidden: int
    """Rows that found no room; the heading says how many."""
    pieces: tuple[Piece, ...] = ()


class Layout(NamedTuple):
    """All blocks, from the top."""

    blocks: tuple[Block, ...] = ()
    height: int = 0
    items: int = 0

    def block_at(self, line: int) -> Block | None:
        """The block that a line belongs to; ``None`` for a blank line between blocks, or below all."""
        place = bisect_right(self.blocks, line, key=lambda block: block.heading) - 1
        if place < 0:
            return None
        block = self.blocks[place]
        return block if line < block.first_line + block.lines else None

    def block_of(self, item: int) -> Block:
        """The block that holds an item."""
        place = bisect_right(self.blocks, item, key=lambda block: block.first_item) - 1
        return self.blocks[place]

    def line_of(self, item: int) -> int:
        """The line on which an item stands."""
        block = self.block_of(item)
        place = item - block.first_item
        if block.pieces:
            return block.first_line + block.pieces[place].line
        return block.first_line + place

    def item_at(self, line: int, column: int) -> int | None:
        """The item at a line and column; ``None`` on a heading or a blank."""
        block = self.block_at(line)
        if block is None or line < block.first_line:
            return None
        if block.pieces:
            on_line = [piece for piece in block.pieces if piece.line == line - block.first_line]
            before = [piece for piece in on_line if piece.start <= column]
            return (before[-1] if before else on_line[0]).item
        return block.first_item + line - block.first_line


class Columns(NamedTuple):
    """Widths in cells; 0 for a column that gave way. The text takes what is left."""

    number: int
    badge: int
    text: int
    when: int
    left: int


def arrange(
    sections: Sequence[Section], width: int, height: int, opened: frozenset[str], *, headings: bool = True
) -> Layout:
    """Lay the sections out for a page of ``width`` × ``height`` cells; sections named in ``opened`` hide nothing."""
    flows = {section.name: _flow(section, width) for section in sections if section.flow}
    wanted = [_lines(section, flows) for section in sections]
    head = 1 if headings else 0
    lines_of = wanted
    room = height - head * len(sections)
    if sum(wanted) > room:
        lines_of = _fitted(sections, wanted, room, opened)
    taken = head * len(sections) + sum(lines_of)
    airy = 1 if headings and taken + len(sections) - 1 <= height else 0
    blocks = []
    line = item = 0
    for section, lines in zip(sections, lines_of, strict=True):
        pieces = tuple(piece for piece in flows.get(section.name, ()) if piece.line < lines)
        count = len(pieces) if section.flow else lines
        placed = tuple(piece._replace(item=item + piece.item) for piece in pieces)
        blocks.append(Block(section, line, line + head, lines, item, count, len(section.rows) - count, placed))
        line = line + head + lines + airy
        item += count
    return Layout(tuple(blocks), max(0, line - airy), item)


def _lines(section: Section, flows: dict[str, tuple[Piece, ...]]) -> int:
    """Lines that all rows of a section take."""
    pieces = flows.get(section.name)
    if pieces is None:
        return len(section.rows)
    return pieces[-1].line + 1 if pieces else 0


def _fitted(sections: Sequence[Section], wanted: list[int], room: int, opened: frozenset[str]) -> list[int]:
    """Lines shown of each section when not all fit: the floor of each, then their least, then what room is left.

    What is left goes to the sections from the top; an opened section keeps all its lines.
    """
    counts, least = [], []
    for section, lines in zip(sections, wanted, strict=True):
        fixed = section.name in opened
        enough = lines if fixed or section.least is None else min(lines, section.least)
        least.append(enough)
        counts.append(enough if fixed or section.floor is None else min(enough, section.floor))
    left = room - sum(counts)
    for goals in (least, wanted):
        for place, goal in enumerate(goals):
            more = max(0, min(left, goal - counts[place]))
            counts[place] += more
            left -= more
    return counts


def _flow(section: Section, width: int) -> tuple[Piece, ...]:
    """The rows of a section side by side, wrapped at the width."""
    pieces = []
    line = start = 0
    for place in range(len(section.rows)):
        size = min(width, cells(flow_text(section.rows.row(place))))
        if start and start + size > width:
            line, start = line + 1, 0
        pieces.append(Piece(place, line, start, size))
        start += size + FLOW_GAP
    return tuple(pieces)


def flow_text(row: Row) -> str:
    """A row in a flow: its time, its words, what belongs to them."""
    return " ".join(shown(part) for part in (row.when, row.text, row.detail, row.left) if part)


def columns_for(sections: Sequence[Section], width: int) -> Columns:
    """The widths of the columns in a line of ``width`` cells, measured on the first rows of each section.

    As the line gets shorter, what is left goes first, then the badge, then the date; number and text stay.
    """
    number = badge = when = left = 0
    for section in sections:
        if section.flow:
            continue
        for place in range(min(SAMPLE, len(section.rows))):
            row = section.rows.row(place)
            number = max(number, cells(row.number))
            badge = max(badge, cells(row.badge))
            when = max(when, cells(row.when))
            left = max(left, cells(row.left))
    most_of_number = 12 if width >= NARROW else 4
    number, badge, when, left = min(number, most_of_number), min(badge, 9), min(when, 18), min(left, 14)

    def rest() -> int:
        return width - sum(size + GAP for size in (number, badge, when, left) if size)

    if rest() < TEXT_LEAST:
        left = 0
    if rest() < TEXT_LEAST:
        badge = 0
    if rest() < TEXT_LEAST:
        when = 0
    if rest() < TEXT_LEAST // 2:
        number = 0
    return Columns(number, badge, max(0, rest()), when, left)
