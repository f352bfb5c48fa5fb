"""The book's own checkpoint, ``book.json``, as stock TinyDB writes it: tables of numbered rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planner.exchange.importers.rows import read_tables
from planner.exchange.incoming import UnreadableFileError
from planner.wording import t

if TYPE_CHECKING:
    from planner.exchange.incoming import Options, Reading

__all__ = ["read"]


def read(text: str, options: Options) -> Reading:
    """Read the tables. Raises ``UnreadableFileError`` when the text is no JSON of tables."""
    try:
        tables = json.loads(text)
    except (ValueError, RecursionError):
        tables = None
    if not isinstance(tables, dict):
        raise UnreadableFileError(t("This is no TinyDB file: it should be a JSON object of tables."))
    return read_tables("tinydb", tables, options)
