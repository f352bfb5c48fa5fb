"""Rows of a planner's book, as its checkpoint and its own export hold them: every record with its number and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.domain.kinds import KINDS
from planner.domain.matter import Matter
from planner.domain.reception import year_of
from planner.domain.record import Invalid
from planner.exchange.importers.cleaning import as_note, rule_kept
from planner.exchange.incoming import Incoming, Reading, Remark
from planner.wording import t
from planner.wording.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.exchange.incoming import Options

__all__ = ["read_rows", "read_tables"]

_OF_TABLE = {kind.table: kind for kind in KINDS}
FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Years of registration that are believed."""
_BEYOND = 1_000_000_000
_BOOK_KEEPING = ("_default", "metadata")
"""Tables that hold no records of the office."""


def read_tables(format_name: str, tables: dict[str, Any], options: Options) -> Reading:
    """The records of tables as TinyDB keeps them: number to row."""
    rows: list[tuple[str, object, object]] = []
    left_out: list[Remark] = []
    for table, content in tables.items():
        if table in _OF_TABLE and isinstance(content, dict):
            rows += [(table, number, row) for number, row in content.items()]
        elif table not in _BOOK_KEEPING:
            left_out.append(Remark(place=0, words=t("the table {name} is none of the planner's", name=table)))
    return read_rows(format_name, rows, options, tuple(left_out))


def read_rows(
    format_name: str,
    rows: Iterable[tuple[str, object, object]],
    options: Options,
    left_out: tuple[Remark, ...] = (),
) -> Reading:
    """The records of (table, number, row), in the order of the file; a row that is none is told and passed over."""
    found: list[Incoming] = []
    slips: list[Remark] = []
    remarks: list[Remark] = []
    for place, (table, number, row) in enumerate(rows, 1):
        kind = _OF_TABLE.get(table)
        its = _number(number)
        if kind is None or its is None or (kind.yearly and not FIRST_YEAR <= year_of(its) <= LAST_YEAR):
            slips.append(Remark(place=place, words=t("no record of a planner's book")))
            continue
        try:
            entry = options.decoded(kind.record, its, row)
            entry.check()
        except Invalid as error:
            slips.append(Remark(place=place, words=refusal(error)))
            continue
        except ValueError as error:
            field = str(getattr(error, "field", "")) or "?"
            slips.append(Remark(place=place, words=t("its field {field} can't be read", field=field)))
            continue
        if isinstance(entry, Matter) and entry.rrule is not None and rule_kept(entry.rrule) is None:
            remarks.append(Remark(place=place, words=t("the rule “{rule}” is kept as a note", rule=entry.rrule)))
            note = as_note(f"RRULE:{entry.rrule}", entry.changed or options.now)
            entry = entry.replace(rrule=None, notes=(*entry.notes, note))
        stamp = "" if entry.created is None else entry.created.isoformat()
        key = entry.imported or f"planner:{kind.name}/{entry.number}@{stamp}"
        found.append(Incoming(place=place, key=key, entry=entry, own=True))
    return Reading(
        format=format_name, found=tuple(found), slips=tuple(slips), left_out=left_out, remarks=tuple(remarks)
    )


def _number(value: object) -> int | None:
    """A record's number; ``None`` for what is none, or longer than any number of a book."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value if 0 < value < _BEYOND else None
    text = value if isinstance(value, str) else ""
    return (
        int(text)
        if text.isascii() and text.isdigit() and len(text) <= len(str(_BEYOND)) and 0 < int(text) < _BEYOND
        else None
    )
