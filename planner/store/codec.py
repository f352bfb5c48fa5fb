"""Records as rows of JSON text: the writing half, which ``planner add`` needs; the reading half is ``decode``.

A row holds the fields that differ from their defaults, keys sorted, and whatever fields a newer planner wrote. The
number is the row's key, not a field of it. A moment is its ISO text, a time to the minute unless it has seconds.
"""

from __future__ import annotations

from planner.domain.entry import Entry
from planner.domain.moment import date, datetime
from planner.domain.record import Record
from planner.store.jsontext import dumps, loads, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["NOT_FIELDS", "encode", "moment_text"]

NOT_FIELDS = ("number", "extra")
"""Fields of an entry that are not written as fields: its key, and what is merged among them."""

_PLANS: dict[type[Record], tuple[tuple[str, str, object], ...]] = {}


def encode(record: Record) -> str:
    """The JSON text of a record. Raises TypeError when a value is of no kind that can be kept."""
    cls = type(record)
    plan = _PLANS.get(cls)
    if plan is None:
        left_out = NOT_FIELDS if issubclass(cls, Entry) else ()
        plan = _PLANS[cls] = tuple(
            (field.name, quote(field.name) + ":", field.default)
            for field in sorted(cls.FIELDS, key=lambda field: field.name)
            if field.name not in left_out
        )
    parts = []
    for name, key, default in plan:
        value = getattr(record, name)
        if value is not default and (value != default or type(value) is not type(default)):
            parts.append(key + _text(value))
    text = "{" + ",".join(parts) + "}"
    return _with_extra(text, record.extra) if isinstance(record, Entry) and record.extra else text


def moment_text(moment: date) -> str:
    """ISO text of a day or a time, nothing of it lost. Raises TypeError when it names a time zone."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    if moment.tzinfo is not None:
        raise TypeError("a time with a zone")
    return moment.isoformat() if moment.second or moment.microsecond else moment.isoformat(timespec="minutes")


def _text(value: object) -> str:
    """The JSON text of a field's value."""
    if isinstance(value, str):
        return quote(value)
    if value is None or isinstance(value, (bool, int)):
        return dumps(value)
    if isinstance(value, tuple):
        return "[" + ",".join([_text(item) for item in value]) + "]"
    if isinstance(value, date):
        return quote(moment_text(value))
    if isinstance(value, Record):
        return encode(value)
    raise TypeError(f"{type(value).__name__} can't be kept in a row")


def _with_extra(text: str, extra: tuple[tuple[str, str], ...]) -> str:
    """A row with the unknown fields put back: ``name`` among its own, ``steps/0/name`` into the step it came from."""
    row: dict[str, Any] = loads(text)
    for path, value in extra:
        place: Any = row
        *way, name = path.split("/")
        for part in way:
            inside = (
                place[int(part)] if isinstance(place, list) and part.isdecimal() and int(part) < len(place) else None
            )
            place = place.get(part) if isinstance(place, dict) else inside
        if isinstance(place, dict) and name not in place:
            place[name] = loads(value)
        else:  # the record it stood in is gone: kept where nothing is lost
            row.setdefault(path, loads(value))
    return dumps(row)
