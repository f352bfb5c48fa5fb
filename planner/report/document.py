"""The document that every format for reading is made of: headings, paragraphs, tables, bars, in order.

It holds finished words, numbering (一、 （一） 1.) among them; a format adds looks and nothing else.
"""

from __future__ import annotations

from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Block: TypeAlias = "Heading | Paragraph | Table | Bars"

__all__ = ["Bar", "Bars", "Document", "Heading", "Paragraph", "Table"]


class Heading(Record):
    """A heading. Level 1 is 一、 (黑体), 2 is （一） (楷体), 3 is 1. (GB/T 9704-2012)."""

    level: Literal[1, 2, 3]
    text: str


class Paragraph(Record):
    """A paragraph of plain text without line breaks."""

    text: str
    indented: bool = True
    """Whether the first line begins two characters in (GB/T 9704-2012)."""
    align: Literal["start", "center", "end"] = "start"


class Table(Record):
    """A table; every row has as many cells as there are heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


class Bar(Record):
    """One bar of a picture: its label, its length in the unit of its neighbours, and the words that say it."""

    label: str
    value: float
    words: str


class Bars(Record):
    """A picture of a few figures. A format without pictures writes the labels and words."""

    title: str
    bars: tuple[Bar, ...]


class Document(Record):
    """A document in one language, from title to signature."""

    title: str
    lang: Literal["en", "zh"]
    subtitle: str | None = None
    """The span of days, in brackets under the title."""
    addressee: str | None = None
    """Whom it is for, by formal title; stands before the first heading without indent."""
    blocks: tuple[Block, ...] = ()
    signature: str | None = None
    """The office that signs it."""
    dated: str | None = None
    """Its day, in words."""
