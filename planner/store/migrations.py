"""Bringing rows of an older schema up to this planner's: one function a table and step, a table of all of them.

To change what rows hold: raise ``journal.SCHEMA``, add the step from the version before, keep a book of that version in
the tests' fixtures. Rows are brought up when they are read; what is on disk changes at the next checkpoint.
"""

from __future__ import annotations

from planner.store.journal import SCHEMA
from planner.store.jsontext import dumps, loads, to_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    RowStep: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]

__all__ = ["SCHEMA", "STEPS", "upgraded"]

STEPS: dict[int, dict[str, RowStep]] = {}
"""By the version it starts from, then by table, the function that makes a row of the next version."""


def upgraded(table: str, row: bytes, schema: int) -> bytes:
    """A row's JSON text at this planner's schema. One that is no JSON object is left, for ``check`` to name."""
    try:
        value = loads(row)
    except ValueError:
        return row
    if not isinstance(value, dict):
        return row
    for version in range(schema, SCHEMA):
        step = STEPS.get(version, {}).get(table)
        if step is not None:
            value = step(value)
    return to_bytes(dumps(value))
