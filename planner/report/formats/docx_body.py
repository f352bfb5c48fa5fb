"""The text of a DOCX: the document's blocks as paragraphs and tables of the layout's styles."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from planner.report.document import Bars, Heading, Paragraph, Table
from planner.report.formats.docx_layout import PAGE_HEIGHT, PAGE_WIDTH
from planner.report.formats.docx_styles import NAMESPACE, run_properties
from planner.wording.safe import cells, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.report.document import Block, Document
    from planner.report.formats.docx_layout import Layout

__all__ = ["body", "plain"]

_RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_NO_XML = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}
"""Characters that XML can't hold and that are harmless elsewhere."""
_MARGIN, _ABOVE = 90, 40
"""Between a cell's edges and its text, beside and above."""
_NARROW = 14
"""Cells (half characters) of a column that is never broken into lines."""
_WIDEST = 40
"""Cells beyond which a column claims no more room."""
_LINE = 28
"""Characters of a line."""
_SIGNED_IN = 4
"""Characters from the date to the right edge (7.3.5.4)."""


def plain(text: str) -> str:
    """A person's text as XML that says no more than it."""
    return escape(shown(text).translate(_NO_XML))


def body(document: Document, layout: Layout) -> str:
    """The document part: title, days, addressee, blocks, signature and date, and the section's page."""
    writer = _Writer(layout)
    parts = [writer.paragraph("Title", document.title)]
    if document.subtitle:
        parts.append(writer.paragraph("Subtitle", document.subtitle))
    if layout.official:
        parts.append(writer.paragraph("Normal", ""))
    if document.addressee:
        parts.append(writer.paragraph("Addressee", document.addressee))
    last = len(document.blocks) - 1
    signed = bool(document.signature or document.dated)
    for place, block in enumerate(document.blocks):
        if isinstance(block, Table) and place and isinstance(document.blocks[place - 1], Paragraph):
            parts.append(writer.paragraph("TableText", ""))
        parts += writer.block(block, keeps=signed and place == last)
    parts += writer.ends(document)
    return f"<w:document {NAMESPACE} {_RELATIONS}><w:body>{''.join(parts)}{_section(layout)}</w:body></w:document>"


def _section(layout: Layout) -> str:
    """The page, its margins, footers and grid of lines."""
    even = '<w:footerReference w:type="even" r:id="rId5"/>' if layout.official else ""
    grid = '<w:docGrid w:type="lines" w:linePitch="579"/>' if layout.official else ""
    return (
        f'<w:sectPr>{even}<w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{layout.top}" w:right="{layout.right}" w:bottom="{layout.bottom}" w:left="{layout.left}" '
        f'w:header="851" w:footer="{layout.footer}" w:gutter="0"/>{grid}</w:sectPr>'
    )


class _Writer:
    """Writes paragraphs and tables in the styles of one layout."""

    __slots__ = ("_layout", "_runs")

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._runs = {name: run_properties(style, official=layout.official) for name, style in layout.styles}

    def paragraph(self, style: str, text: str, more: str = "", *, keeps: bool = False) -> str:
        """A paragraph of one run; ``more`` are properties that follow the style's name in the schema's order."""
        keep = "<w:keepNext/>" if keeps else ""
        run = f'<w:r>{self._runs[style]}<w:t xml:space="preserve">{plain(text)}</w:t></w:r>' if text else ""
        mark = "" if text else self._runs[style]
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{more}{mark}</w:pPr>{run}</w:p>'

    def block(self, block: Block, *, keeps: bool) -> Iterator[str]:
        """One block; ``keeps`` holds the last lines of the text on the signature's page."""
        if isinstance(block, Heading):
            yield self.paragraph(f"Heading{block.level}", block.text)
        elif isinstance(block, Paragraph):
            style = "BodyText" if block.indented else "Normal"
            align = {"start": "", "center": "center", "end": "right"}[block.align]
            more = '<w:ind w:firstLineChars="0" w:firstLine="0"/>' if align and block.indented else ""
            yield self.paragraph(style, block.text, more + (f'<w:jc w:val="{align}"/>' if align else ""), keeps=keeps)
        elif isinstance(block, Table):
            yield self.table(block)
            yield self.paragraph("TableText", "")
        elif isinstance(block, Bars):
            yield self.paragraph("Caption", block.title)
            yield self.table(Table(heads=(), rows=tuple((bar.label, bar.words) for bar in block.bars)))
            yield self.paragraph("TableText", "")

    def ends(self, document: Document) -> Iterator[str]:
        """The signature, centred over the date, which stands four characters from the edge (7.3.5.4)."""
        if not (document.signature or document.dated):
            return
        official = self._layout.official
        if official:
            yield self.paragraph("Normal", "", keeps=True)
        lengths = [cells(text or "") / 2 for text in (document.signature, document.dated)]
        widest = max(lengths)
        inset = max(0, min(_SIGNED_IN, _LINE - widest))
        for style, text, length in zip(
            ("Signature", "Date"), (document.signature, document.dated), lengths, strict=True
        ):
            if text:
                away = inset + (widest - length) / 2
                place = f'<w:ind w:rightChars="{round(away * 100)}" w:right="{round(away * 315)}"/>' if official else ""
                yield self.paragraph(style, text, place)

    def table(self, table: Table) -> str:
        """A table between rules, as wide as the text; its heads are repeated on each page."""
        columns = len(table.heads) or max((len(row) for row in table.rows), default=1)
        lines = (table.heads, *table.rows) if table.heads else table.rows
        widths = _widths([[cells(row[place]) for row in lines] for place in range(columns)], self._layout)
        heavy = '<w:{0} w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
        light = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        parts = [
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>',
            f"<w:tblBorders>{heavy.format('top')}{heavy.format('bottom')}{light}</w:tblBorders>",
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{_ABOVE}" w:type="dxa"/>',
            f'<w:left w:w="{_MARGIN}" w:type="dxa"/><w:bottom w:w="{_ABOVE}" w:type="dxa"/>',
            f'<w:right w:w="{_MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>',
            *(f'<w:gridCol w:w="{width}"/>' for width in widths),
            "</w:tblGrid>",
        ]
        if table.heads:
            parts.append(self._row(table.heads, widths, "TableHead", "<w:cantSplit/><w:tblHeader/>"))
        parts += [self._row(row, widths, "TableText", "<w:cantSplit/>") for row in table.rows]
        parts.append("</w:tbl>")
        return "".join(parts)

    def _row(self, texts: tuple[str, ...], widths: list[int], style: str, properties: str) -> str:
        """A row of a table."""
        rule = '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/></w:tcBorders>'
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rule if style == "TableHead" else ""}</w:tcPr>'
            f"{self.paragraph(style, text)}</w:tc>"
            for text, width in zip(texts, widths, strict=True)
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def _widths(columns: list[list[int]], layout: Layout) -> list[int]:
    """The widths of columns, by the cells that their texts take: short ones whole, long ones share what is left."""
    each = (
        layout.style("TableText").size * 5 + 12
    )  # of one cell, half a character, and what figures are wider in some fonts
    wanted = [min(max(column, default=1), _WIDEST) * each + 2 * _MARGIN + 80 for column in columns]
    fixed = [max(column, default=1) <= _NARROW for column in columns]
    if all(fixed) and sum(wanted) <= layout.width:
        more = (layout.width - sum(wanted)) // len(wanted)
        wanted = [width + more for width in wanted]
        fixed[-1] = False
    elif all(fixed):
        fixed = [False] * len(fixed)
    room = layout.width - sum(width for width, whole in zip(wanted, fixed, strict=True) if whole)
    shared = sum(width for width, whole in zip(wanted, fixed, strict=True) if not whole)
    made = [
        width if whole else max(room * width // shared, 6 * each) for width, whole in zip(wanted, fixed, strict=True)
    ]
    widest = made.index(max(made))
    made[widest] += layout.width - sum(made)
    return made
