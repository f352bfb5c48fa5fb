"""The one table of formats that can be imported. A new one is its module, with ``read(text, options)``, and a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.record import Record

if TYPE_CHECKING:
    from planner.exchange.incoming import Options, Reading

__all__ = ["FORMATS", "Format", "format_named", "format_of"]


class Format(Record):
    """A kind of file: its name on the command line, its reader, and how it is known."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    hints: tuple[str, ...] = ()
    """Texts of which one stands near the beginning of such a file, where suffixes do not tell."""

    def read(self, text: str, options: Options) -> Reading:
        """Read a file's text. Raises ``UnreadableFileError`` when it is none of this format."""
        module = __import__(f"planner.exchange.importers.{self.module}", fromlist=("read",))
        reading: Reading = module.read(text, options)
        return reading


FORMATS: tuple[Format, ...] = (
    Format(name="planner", module="own", suffixes=(".json",), hints=('"planner":',)),
    Format(name="tinydb", module="checkpoint", suffixes=(".json",), hints=('"matters": {', '"matters":{')),
    Format(name="taskwarrior", module="taskwarrior", suffixes=(".json",)),
    Format(name="ical", module="ical", suffixes=(".ics", ".ical"), hints=("BEGIN:VCALENDAR",)),
    Format(name="csv", module="sheet", suffixes=(".csv", ".tsv")),
    Format(name="todotxt", module="todotxt", suffixes=(".txt",)),
)
"""Looked through in this order when the format is not named."""

_HEAD = 4096
"""Characters at the beginning in which a hint is looked for."""


def format_named(name: str) -> Format | None:
    """The format of that name; ``None`` when there is none."""
    return next((one for one in FORMATS if one.name == name), None)


def format_of(name: str, text: str) -> Format | None:
    """The format of a file, by what it begins with and how its name ends; ``None`` when neither tells."""
    head = text[:_HEAD]
    for one in FORMATS:
        if one.hints and any(hint in head for hint in one.hints):
            return one
    lowered = name.lower()
    return next((one for one in FORMATS if not one.hints and lowered.endswith(one.suffixes)), None)
