"""The one table of formats. A new one is its module, with ``render(what, look) -> bytes``, and a line here.

A format for reading takes a ``Document`` of finished words; one for other programs takes a ``Selection`` of records.
"""

from __future__ import annotations

from planner.domain.moment import datetime
from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal, TypeAlias

    from planner.report.document import Document
    from planner.report.selection import Selection

    Makes: TypeAlias = Literal["document", "selection"]

__all__ = ["FORMATS", "Fonts", "Format", "Look", "format_for", "format_named"]


class Fonts(Record):
    """The fonts of a document in the layout of GB/T 9704-2012, where they are installed."""

    title: str = "方正小标宋简体"
    heading: str = "黑体"
    """Of headings 一、."""
    subheading: str = "楷体_GB2312"
    """Of headings （一）, and of the days under the title."""
    body: str = "仿宋_GB2312"
    latin: str = "Times New Roman"
    """Of letters and figures, and of documents in English."""
    page: str = "宋体"
    """Of the page's number."""


class Look(Record):
    """How a format is to look, where it can be chosen."""

    fonts: Fonts = Fonts()
    made: datetime = datetime(1980, 1, 1)
    """The book's clock, for formats that state when they were made."""
    bom: bool = False
    """Whether a table begins with a byte order mark, by which Excel knows UTF-8."""


class Format(Record):
    """A row: the word on the command line, the file's ending, what it is made of, and its module."""

    name: str
    ending: str
    of: Makes
    module: str = ""
    """Empty where another program makes it of a format that has one."""
    binary: bool = False
    """Whether it can't be shown on a terminal."""

    def render(self, what: Document | Selection, look: Look) -> bytes:
        """The bytes of a document or selection in this format."""
        module = __import__(f"planner.report.formats.{self.module}", fromlist=("render",))
        render: Callable[[object, Look], bytes] = module.render
        return render(what, look)


FORMATS: tuple[Format, ...] = (
    Format(name="md", ending=".md", of="document", module="markdown"),
    Format(name="html", ending=".html", of="document", module="page"),
    Format(name="docx", ending=".docx", of="document", module="docx", binary=True),
    Format(name="pdf", ending=".pdf", of="document", binary=True),
    Format(name="csv", ending=".csv", of="selection", module="csv_"),
    Format(name="json", ending=".json", of="selection", module="json_"),
    Format(name="ics", ending=".ics", of="selection", module="icalendar_"),
    Format(name="todotxt", ending=".txt", of="selection", module="todotxt"),
    Format(name="taskwarrior", ending=".taskwarrior.json", of="selection", module="taskwarrior"),
)


def format_named(name: str) -> Format | None:
    """The format of that name; ``None`` when there is none."""
    return next((one for one in FORMATS if one.name == name), None)


def format_for(path: str) -> Format | None:
    """The format that a file's name ends for, the longest ending first; ``None`` when it ends for none."""
    low = path.lower()
    fitting = [one for one in FORMATS if low.endswith(one.ending)]
    return max(fitting, key=lambda one: len(one.ending), default=None)
