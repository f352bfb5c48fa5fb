"""The planner's own export in JSON: a list of records for each table, every field of a record under its name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planner.domain.kinds import KINDS
from planner.exchange.importers.rows import read_rows
from planner.exchange.incoming import Remark, UnreadableFileError
from planner.wording import t

if TYPE_CHECKING:
    from planner.exchange.incoming import Options, Reading

__all__ = ["read"]

_NEWEST = 1
"""The newest layout that is read."""


def read(text: str, options: Options) -> Reading:
    """Read an export. Raises ``UnreadableFileError`` when it is none, or newer than this planner."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        whole = None
    if not isinstance(whole, dict) or not isinstance(whole.get("planner"), int):
        raise UnreadableFileError(t("This is no export of the planner: make one with “planner export --format json”."))
    if whole["planner"] > _NEWEST:
        raise UnreadableFileError(t("A newer planner wrote this file: bring this one up to date first."))
    rows: list[tuple[str, object, object]] = []
    for kind in KINDS:
        records = whole.get(kind.table, [])
        for row in records if isinstance(records, list) else [records]:
            fields = {name: value for name, value in row.items() if name != "number"} if isinstance(row, dict) else row
            rows.append((kind.table, row.get("number") if isinstance(row, dict) else None, fields))
    left_out: tuple[Remark, ...] = ()
    if whole.get("private") is False:
        left_out = (Remark(place=0, words=t("what is private was left out when the file was written")),)
    return read_rows("planner", rows, options, left_out)
