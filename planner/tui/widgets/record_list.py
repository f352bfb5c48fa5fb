"""The list of every place: sections with counts, aligned columns, drawn by the line: 100,000 rows scroll like ten."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.tui.widgets.layout import GAP, Columns, Layout, arrange, columns_for, flow_text
from planner.wording import t
from planner.wording.safe import cells, fit, pad, shown

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

    from planner.tui.widgets.layout import Block
    from planner.tui.widgets.sections import Key, Section, Tone
    from planner.wording.page import Row

__all__ = ["RecordList"]

SCROLLBAR = 1
"""The last cell is the scrollbar's, also where there is none: rows must not shift when it comes."""
MARGIN = 2
"""Cells at the left edge: the cursor's mark stands there."""
KEPT_STRIPS = 2_000
"""Drawn lines that are remembered; more than any screen shows, few enough to forget."""
EDGE = 1
"""Cells before a heading: it stands under the head's first word."""
MOST_OF_TITLE = 3
"""Where a badge has no column it stands before the title, unless that takes more than this part of it."""
CURSOR_MARK = "› "
CURSOR_ON_MARKED = "›*"
MARKED = " *"


class RecordList(ScrollView, can_focus=True):
    """Sections of rows with one cursor. It is kept by record: when rows come and go it stays on what it was on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--heading",
        "list--heading-strong",
        "list--rule",
        "list--plain",
        "list--strong",
        "list--muted",
        "list--late",
        "list--soon",
        "list--calm",
        "list--cursor",
        "list--marked",
    }
    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """The cursor is on another record, or the record under it changed."""

    class Opened(Message):
        """The record under the cursor was asked for by the mouse (a second click)."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.sections: tuple[Section, ...] = ()
        self.empty = ""
        self.marked: frozenset[Key] = frozenset()
        """The records that a verb is meant for instead of the one under the cursor."""
        self._page = Layout()
        self._columns = Columns(0, 0, 0, 0, 0)
        self._arranged_for = Size(0, 0)
        self._opened: frozenset[str] = frozenset()
        self._strips: dict[tuple[int, int], Strip] = {}
        self._looks: dict[str, Style] = {}

    def show(self, sections: tuple[Section, ...], *, empty: str = "", follow: Key | None = None) -> None:
        """Show these sections; ``empty`` is said when there are none. ``follow`` names the record to go to."""
        name, key = self.place
        self.sections = sections
        self.empty = empty
        self._arrange()
        # Not the cursor's watcher: it compares numbers, and the same number can be another record now.
        found = self._find(None, follow) if follow is not None else None
        if found is None and key is not None:
            found = self._find(name, key)
        where = min(self.cursor, max(0, self._page.items - 1)) if found is None else found
        self.set_reactive(RecordList.cursor, where)
        self._to_view()
        self.refresh()
        self.post_message(self.Moved())

    @property
    def place(self) -> tuple[str, Key | None]:
        """The section and the record under the cursor; no record in an empty list."""
        if not self._page.items:
            return "", None
        block = self._page.block_of(self.cursor)
        return block.section.name, block.section.rows.key(self.cursor - block.first_item)

    @property
    def record(self) -> object | None:
        """The record under the cursor."""
        if not self._page.items:
            return None
        block = self._page.block_of(self.cursor)
        found: object = block.section.rows.record(self.cursor - block.first_item)
        return found

    def move(self, by: int) -> None:
        """Move the cursor by some items, as far as there are any."""
        self.cursor = max(0, min(self._page.items - 1, self.cursor + by))

    def mark(self, keys: frozenset[Key]) -> None:
        """Mark these records, and no others."""
        if keys != self.marked:
            self.marked = keys
            self._strips.clear()
            self.refresh()
            self.post_message(self.Moved())

    @property
    def items(self) -> int:
        """How many records are shown."""
        return self._page.items

    def keys_between(self, first: int, last: int) -> tuple[Key, ...]:
        """What the items from one to another are about, in their order."""
        made = []
        for item in range(max(0, min(first, last)), min(self._page.items - 1, max(first, last)) + 1):
            block = self._page.block_of(item)
            made.append(block.section.rows.key(item - block.first_item))
        return tuple(made)

    def unfold_all(self) -> None:
        """Show all rows of every section, or no more than there is room for."""
        names = frozenset(section.name for section in self.sections)
        self._opened = frozenset() if names <= self._opened else names
        self.show(self.sections, empty=self.empty)

    def unfold(self, name: str | None = None) -> None:
        """Show all rows of a section (the cursor's, when none is named), or no more than there is room for."""
        wanted = name or self.place[0]
        if wanted:
            self._opened ^= {wanted}
            self.show(self.sections, empty=self.empty)

    def _arrange(self) -> None:
        """Lay everything out anew and forget what was drawn."""
        width = max(1, self.outer_size.width - MARGIN - SCROLLBAR)
        self._arranged_for = self.outer_size
        self._page = arrange(self.sections, width, self.outer_size.height, self._opened)
        self._columns = columns_for(self.sections, width)
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self._page.height)

    def _find(self, name: str | None, key: Key | None) -> int | None:
        """The item of a record: in the section named, or else in any."""
        if key is None:
            return None
        for block in sorted(self._page.blocks, key=lambda block: block.section.name != name):
            at = block.section.rows.find(key, block.shown)
            if at is not None:
                return block.first_item + at
        return None

    def _to_view(self) -> None:
        """Scroll so that the cursor, and the heading above it, can be seen."""
        if not self._page.items:
            return
        line = self._page.line_of(self.cursor)
        block = self._page.block_of(self.cursor)
        top = block.heading if line == block.first_line else line
        height = max(1, self.size.height)
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif line >= self.scroll_offset.y + height:
            self.scroll_to(y=line - height + 1, animate=False)

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two lines that the cursor left and reached."""
        if old == new or not self._page.items:
            return
        for item in (old, new):
            if item < self._page.items:
                self.refresh_line(self._page.line_of(item))
        self._to_view()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Another size is another layout. A scrollbar that comes or goes is none."""
        if self._arranged_for == self.outer_size:
            return
        self._arrange()
        self.set_reactive(RecordList.cursor, min(self.cursor, max(0, self._page.items - 1)))
        self._to_view()
        self.refresh()

    def notify_style_update(self) -> None:
        """Another theme: nothing drawn holds."""
        self._looks.clear()
        self._strips.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """Select what was clicked; a second click opens it."""
        line = event.y + self.scroll_offset.y
        item = self._page.item_at(line, event.x - MARGIN)
        if item is None:
            block = self._page.block_at(line)
            if block is not None:
                self.unfold(block.section.name)
            return
        if item == self.cursor and event.chain > 1:
            self.post_message(self.Opened())
        if event.shift:
            self.mark(self.marked | frozenset(self.keys_between(self.cursor, item)))
        self.cursor = item

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = y + self.scroll_offset.y
        on_line = self._page.items > 0 and self._page.line_of(self.cursor) == line
        mark = self.cursor if on_line else -1
        kept = self._strips.get((line, mark))
        if kept is None:
            if len(self._strips) > KEPT_STRIPS:
                self._strips.clear()
            kept = self._strips[line, mark] = self._drawn(line, current=on_line).apply_style(self.rich_style)
        return kept

    def _drawn(self, line: int, *, current: bool) -> Strip:
        """One line of the page."""
        width = self.size.width
        plain = self._style("plain")
        if not self._page.blocks:
            text = " " * MARGIN + fit(self.empty, width - MARGIN) if line == 1 else ""
            return Strip([Segment(text, self._style("muted"))]).adjust_cell_length(width, plain)
        block = self._page.block_at(line)
        if block is None:
            return Strip.blank(width, plain)
        if line < block.first_line:
            return Strip(self._heading(block)).adjust_cell_length(width, plain)
        if block.pieces:
            return Strip(self._flow(block, line - block.first_line)).adjust_cell_length(width, plain)
        segments = self._row(block, line - block.first_line)
        if current:
            lit = self._style("cursor")
            segments = [
                Segment(CURSOR_ON_MARKED if segments[0].text == MARKED else CURSOR_MARK, lit),
                *(Segment(text, (style + lit) if style else lit) for text, style, _ in segments[1:]),
            ]
            plain = lit
        return Strip(segments).adjust_cell_length(width, plain)

    def _heading(self, block: Block) -> list[Segment]:
        """A section's heading: its title, its count, what else it says, and a rule to the edge."""
        section = block.section
        rest = self.outer_size.width - SCROLLBAR - EDGE
        words = fit(section.title, rest)
        count = fit(f" {section.note or len(section.rows)}", rest - cells(words))
        more = f" {_more(block)}" if block.hidden else ""
        left = rest - cells(words) - cells(count) - 1 - cells(more)
        if left < 0:
            more, left = "", left + cells(more)
        return [
            Segment(" " * EDGE),
            Segment(words, self._style("heading-strong" if section.strong else "heading")),
            Segment(count, self._style("muted")),
            Segment(" " + "─" * left if left > 0 else "", self._style("rule")),
            Segment(more, self._style("muted")),
        ]

    def _row(self, block: Block, at: int) -> list[Segment]:
        """One row in its columns."""
        row = block.section.rows.row(at)
        tone = block.section.rows.tone(at)
        dated = self._style(tone if tone in ("late", "soon") else "plain")
        columns, gap = self._columns, Segment("  ")
        muted = self._style("muted")
        made = [Segment(MARKED, self._style("marked")) if self._is_marked(block, at) else Segment(" " * MARGIN)]
        room = max(columns.number, cells(row.number)) if columns.number else 0
        if room:
            made += [Segment(pad(row.number, room, right=True), muted), gap]
        if columns.badge:
            made += [Segment(pad(shown(row.badge), columns.badge), self._badge(block.section, tone)), gap]
        width = columns.text - (room - columns.number)
        plain = width
        if not row.when and not row.left:  # nothing stands behind: the words may go on to the edge
            width += sum(size + GAP for size in (columns.when, columns.left) if size)
        made += self._words(block.section, row, width, badge=not columns.badge)
        if width != plain:
            return made
        if columns.when:
            made += [gap, Segment(pad(row.when, columns.when), dated)]
        if columns.left:
            made += [gap, Segment(pad(row.left, columns.left, right=True), dated)]
        return made

    def _is_marked(self, block: Block, at: int) -> bool:
        """Whether a row of a block is marked."""
        return bool(self.marked) and block.section.rows.key(at) in self.marked

    def _badge(self, section: Section, tone: Tone) -> Style:
        """A badge is coloured where it is a light; else it stands back, but among the majors."""
        if section.lights:
            return self._style(tone)
        return self._style("plain" if section.strong else "muted")

    def _words(self, section: Section, row: Row, width: int, *, badge: bool) -> list[Segment]:
        """The title and, when there is room for some of it, what belongs to it."""
        title = shown(row.text)
        if badge and row.badge and cells(row.badge) <= width // MOST_OF_TITLE:
            title = f"{shown(row.badge)} {title}"
        title = fit(title, width)
        room = width - cells(title) - 2
        detail = f"  {fit(shown(row.detail), room)}" if row.detail and room >= 4 else ""
        blank = " " * (width - cells(title) - cells(detail))
        return [
            Segment(title, self._style("strong" if section.strong else "plain")),
            Segment(detail + blank, self._style("muted")),
        ]

    def _flow(self, block: Block, line: int) -> list[Segment]:
        """The rows that stand side by side on one line."""
        made = [Segment(" " * MARGIN)]
        at = 0
        for piece in block.pieces:
            if piece.line != line:
                continue
            place = piece.item - block.first_item
            made.append(Segment(" " * (piece.start - at)))
            text = fit(flow_text(block.section.rows.row(place)), piece.width)
            marked = self._is_marked(block, place)
            if marked and piece.item != self.cursor:
                made[-1] = Segment(made[-1].text[:-2] + MARKED if at else "", self._style("marked"))
                if not at:
                    made[0] = Segment(MARKED, self._style("marked"))
            if piece.item == self.cursor:
                made[-1] = Segment(made[-1].text[:-2] if at else "")
                if not at:
                    made[0] = Segment("")
                sign = CURSOR_ON_MARKED if marked else CURSOR_MARK
                made.append(Segment(sign + text, self._style("cursor")))
            else:
                made.append(Segment(text, self._style(block.section.rows.tone(place))))
            at = piece.start + piece.width
        return made

    def _style(self, name: str) -> Style:
        """The style of a part, by the theme in use."""
        found = self._looks.get(name)
        if found is None:
            found = self._looks[name] = self.get_component_rich_style(f"list--{name}", partial=name == "cursor")
        return found

    @property
    def words_region(self) -> Region | None:
        """Where the title of the record under the cursor stands on the screen; ``None`` where it shares its line."""
        if not self._page.items or self._page.block_of(self.cursor).pieces:
            return None
        columns = self._columns
        before = MARGIN + sum(size + GAP for size in (columns.number, columns.badge) if size)
        line = self.region.y + self._page.line_of(self.cursor) - self.scroll_offset.y
        return Region(self.region.x + before, line, max(1, columns.text), 1)

    @property
    def cursor_region(self) -> Region:
        """Where the cursor is on the screen's lines, for tests and for what opens beside it."""
        return Region(0, self._page.line_of(self.cursor) - self.scroll_offset.y, self.size.width, 1)


def _more(block: Block) -> str:
    """How many rows of a section found no room, and the key that shows them."""
    if not block.shown:
        return t("{count} more: Shift+Tab", count=block.hidden)
    return t("{count} more: Tab", count=block.hidden)
