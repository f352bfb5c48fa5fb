r"""The planner's own JSON: every field of every record (``docs/formats/json.md``); the importer reads it.

A record is its row in the book with its number in it and no default left out. What could act on a terminal stands as
``\uXXXX``, which JSON reads back as it was, lone surrogates too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planner.domain.entry import Entry
from planner.domain.kinds import KINDS
from planner.domain.moment import date, datetime
from planner.domain.record import Record
from planner.wording.safe import shown

if TYPE_CHECKING:
    from planner.report.formats.table import Look
    from planner.report.selection import Selection

__all__ = ["SCHEMA", "render", "shape_of"]

SCHEMA = 1
"""The version of the layout; it rises when a field changes its meaning or goes."""
_ALWAYS = ("matter", "reception", "party", "point", "checklist")
"""Kinds that have a list even when it is empty."""


def render(selection: Selection, look: Look) -> bytes:  # noqa: ARG001 - every format is called alike
    """The selection as one JSON document, in UTF-8."""
    whole: dict[str, Any] = {
        "planner": SCHEMA,
        "made": _value(selection.made),
        "subject": selection.subject,
        "first": _value(selection.first),
        "last": _value(selection.last),
        "lang": selection.lang,
        "private": selection.private,
    }
    for kind in KINDS:
        rows = [shape_of(record) for record in selection.records if type(record).__name__ == kind.class_name]
        if rows or kind.name in _ALWAYS:
            whole[kind.table] = rows
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    return (shown(text, lines=True) + "\n").encode("utf-8")


def shape_of(record: Record) -> dict[str, Any]:
    """A record with every field under its name, the unknown ones of a newer planner among them."""
    shape = {name: _value(getattr(record, name)) for name, _, _ in record.PARTS if name != "extra"}
    if isinstance(record, Entry):
        for path, value in record.extra:
            _put(shape, path, json.loads(value))
    return shape


def _put(shape: dict[str, Any], path: str, value: Any) -> None:
    """Put an unknown field back: ``name`` among the record's own, ``steps/0/name`` into the step that it came from."""
    *way, name = path.split("/")
    place: Any = shape
    for part in way:
        if isinstance(place, list):
            place = place[int(part)] if part.isdecimal() and int(part) < len(place) else None
        else:
            place = place.get(part) if isinstance(place, dict) else None
    if isinstance(place, dict) and name not in place:
        place[name] = value
    else:
        shape.setdefault(path, value)


def _value(value: object) -> Any:
    """A field's value as JSON has it; a moment is its ISO 8601 text, a time to the minute unless it has seconds."""
    if isinstance(value, datetime):
        fine = value.second or value.microsecond
        return value.isoformat() if fine else value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return shape_of(value) if isinstance(value, Record) else value
