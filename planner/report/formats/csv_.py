"""A table for a spreadsheet: heads and terms in the chosen language, lines ended as RFC 4180 says.

A cell that a spreadsheet would take for a formula begins with an apostrophe: it starts with = + - @ or a full-width
twin of one (which Excel in Chinese takes alike), or has one behind a sign that a spreadsheet may split cells at.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from planner.domain.matter import Matter
from planner.domain.moment import datetime
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.wording import voice_of
from planner.wording.details import cadence_said
from planner.wording.fields import field
from planner.wording.numbers import reception_label
from planner.wording.safe import shown
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planner.domain.entry import Entry
    from planner.domain.moment import Moment
    from planner.report.formats.table import Look
    from planner.report.selection import Selection

__all__ = ["cell", "render"]

_FORMULA = re.compile(r"(^|[;|])(\s*)(?=[=+\-@＝＋－＠])")
"""What stands before a sign that begins a formula: the cell's beginning, or a sign at which a cell may be split."""

_MATTER = (
    "number", "title", "grade", "priority", "urgency", "state", "due", "end", "start", "assigned_by", "handed_to",
    "parties", "work", "nature", "origin", "supervised", "stage", "tags", "rrule", "words", "result", "created",
    "closed",
)  # fmt: skip
_RECEPTION = (
    "number", "at", "name", "headcount", "unit", "phone", "channel", "kind", "matter", "state", "route", "handed_to",
    "received_by", "due", "noticed", "accepted", "reply", "reply_how", "replied", "petition_number", "void_reason",
)  # fmt: skip
_POINT = ("number", "text", "direction", "parties", "waiting_on", "due", "original", "source", "created", "closed")
_PARTY = ("number", "name", "kind", "title", "rank", "aliases", "cadence", "channels", "last_talk")
_MIXED = ("record", "number", "title", "state", "due", "end", "handed_to", "parties", "result", "created", "closed")
_TERMS = {
    "grade": "grade", "urgency": "urgency", "work": "work", "nature": "nature", "origin": "origin", "stage": "stage",
    "channel": "channel", "route": "route", "direction": "direction",
}  # fmt: skip


def render(selection: Selection, look: Look) -> bytes:
    """The selection as one table: the columns of its kind of record, or few that all have where it holds several."""
    kinds: list[tuple[tuple[str, ...], Sequence[Entry]]] = [
        (_MATTER, selection.matters),
        (_RECEPTION, selection.receptions),
        (_POINT, selection.points),
    ]
    held = [(columns, records) for columns, records in kinds if records]
    if not held:
        held = (
            [(_PARTY, selection.parties)] if selection.parties else [kinds[1 if selection.subject == "visits" else 0]]
        )
    columns = held[0][0] if len(held) == 1 else _MIXED
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([cell(field("kind" if name == "record" else name, selection.lang)) for name in columns])
    for _, records in held:
        for record in records:
            writer.writerow([cell(_text(record, name, selection)) for name in columns])
    return (b"\xef\xbb\xbf" if look.bom else b"") + text.getvalue().encode("utf-8")


def cell(text: str) -> str:
    """A text as a cell that is read and never worked out."""
    return _FORMULA.sub(r"\1\2'", shown(text))


def _text(record: Entry, name: str, selection: Selection) -> str:
    """What a record has in a column."""
    lang = selection.lang
    join = voice_of(lang).p("enumeration", ", ")
    made = _MADE.get(name)
    value = getattr(record, name, None) if made is None else made(record, selection)
    if name in _TERMS and isinstance(value, str):
        return term(_TERMS[name], value, lang)
    if value is None or value is False:
        return ""
    if value is True:
        return voice_of(lang).t("yes")
    if isinstance(value, tuple):
        return join.join(str(item) for item in value)
    return value if isinstance(value, str) else _moment_or_number(value)


def _moment_or_number(value: object) -> str:
    """``2026-09-21 12:00``, which spreadsheets know as a time, or a number."""
    return value.isoformat(" ", "minutes") if isinstance(value, datetime) else str(value)


def _number(record: Entry, selection: Selection) -> str:  # noqa: ARG001 - called like its neighbours
    """A record's number as it is typed."""
    return reception_label(record.number) if isinstance(record, Reception) else str(record.number)


def _kind(record: Entry, selection: Selection) -> str:
    """A visitor's or party's kind."""
    kind = getattr(record, "kind", None)
    if kind is None:
        return ""
    return term("visitor kind" if isinstance(record, Reception) else "party kind", kind, selection.lang)


def _record(record: Entry, selection: Selection) -> str:
    """Which kind of record it is."""
    return term("kind", type(record).__name__.lower(), selection.lang)


def _title(record: Entry, selection: Selection) -> str | None:  # noqa: ARG001 - called like its neighbours
    """What a record is about."""
    if isinstance(record, Reception):
        return record.matter
    return record.text if isinstance(record, Point) else getattr(record, "title", None)


def _state(record: Entry, selection: Selection) -> str:
    """How far a record is."""
    lang = selection.lang
    if isinstance(record, Reception):
        return term("reception state", record.state, lang)
    if isinstance(record, Matter):
        return term("matter state", record.state, lang)
    return term("matter state", "open" if record.closed is None else "done", lang)


def _due(record: Entry, selection: Selection) -> Moment | None:
    """By when it is to be done; of a reception, when the nearest clock runs out."""
    if isinstance(record, Reception):
        return selection.due_of(record)
    due: Moment | None = getattr(record, "due", None)
    return due


def _result(record: Entry, selection: Selection) -> str | None:  # noqa: ARG001 - called like its neighbours
    """What came of it."""
    result: str | None = record.reply if isinstance(record, Reception) else getattr(record, "result", None)
    return result


_MADE: dict[str, Callable[[Entry, Selection], object]] = {
    "number": _number,
    "kind": _kind,
    "record": _record,
    "title": _title,
    "state": _state,
    "due": _due,
    "result": _result,
    "waiting_on": lambda record, _selection: getattr(record, "waiting", ()),
    "cadence": lambda record, _selection: cadence_said(record) if isinstance(record, Party) else "",
}
"""Columns that are no plain field of a record."""
