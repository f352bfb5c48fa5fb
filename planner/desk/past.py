"""Taking back, doing again, and asking who changed what."""

from __future__ import annotations

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.store import history as book_history
from planner.store import undo as book_undo
from planner.wording import t
from planner.wording.masks import masked_phone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.store.history import Change, FieldChange, RowChange
    from planner.store.snapshot import Snapshot
    from planner.store.undo import Undone

__all__ = ["changes", "redo", "undo"]


def undo(desk: Desk) -> Undone:
    """Take back the last change, whole, whoever made it. Refused when one of its records has changed since."""
    return book_undo.undo(desk.book, desk.now, desk.who, void_reason=t("registration undone"))


def redo(desk: Desk) -> Undone:
    """Do again what the last undo took back."""
    return book_undo.redo(desk.book, desk.now, desk.who)


def changes(
    desk: Desk, *, kind: str | None = None, number: int | None = None, limit: int = 50, private: bool = False
) -> tuple[Change, ...]:
    """Who changed what and when, the latest first; of one record when it is named.

    A visitor is masked as in the lists unless ``private``: phones are cut, and a restricted entry tells no values.
    """
    found = book_history.changes(desk.book, kind=kind, number=number, limit=limit)
    if private:
        return found
    snapshot = desk.book.read()
    return tuple(change.replace(rows=tuple(_masked(row, snapshot) for row in change.rows)) for change in found)


def _masked(row: RowChange, snapshot: Snapshot) -> RowChange:
    """A row as others may see it: of a reception, or of what is linked to a restricted one."""
    if not isinstance(row.number, int):
        return row
    if row.kind in ("matter", "point"):
        return _masked_link(row) if _tells_of_restricted(row, snapshot) else row
    if row.kind != "reception":
        return row
    reception = snapshot.get("reception", row.number)
    hidden = not isinstance(reception, Reception) or reception.restricted
    return row.replace(fields=tuple(_masked_field(field, hidden=hidden) for field in row.fields))


def _tells_of_restricted(row: RowChange, snapshot: Snapshot) -> bool:
    """Whether a matter or point is linked to a restricted entry; one that is gone may be, and says so in the row."""
    record = snapshot.get(row.kind, row.number) if isinstance(row.number, int) else None
    if isinstance(record, Matter):
        numbers = record.receptions
    elif isinstance(record, Point):
        numbers = () if record.reception is None else (record.reception,)
    else:
        numbers = tuple(_numbers_in(row))
    entries = (snapshot.get("reception", number) for number in numbers)
    return any(isinstance(entry, Reception) and entry.restricted for entry in entries)


def _numbers_in(row: RowChange) -> list[int]:
    """The receptions that a row of a deleted record names."""
    found = []
    for field in row.fields:
        if field.name in ("reception", "receptions"):
            for text in (field.before, field.after):
                parts = (text or "").strip("[]").split(",")
                found += [int(part) for part in parts if part.strip().isdecimal()]
    return found


def _masked_link(row: RowChange) -> RowChange:
    """What is linked to a restricted entry, without its words."""
    return row.replace(
        fields=tuple(
            field.replace(before=field.before and "*", after=field.after and "*") if field.name in _WORDS else field
            for field in row.fields
        )
    )


def _masked_field(field: FieldChange, *, hidden: bool) -> FieldChange:
    """One field of a reception: nothing of a hidden one, a cut phone."""
    if field.name == "phone":
        return field.replace(before=masked_phone(field.before), after=masked_phone(field.after))
    if not hidden or field.name in _PLAIN:
        return field
    return field.replace(before=field.before and "*", after=field.after and "*")


_PLAIN = ("state", "route", "noticed", "accepted", "closed", "created", "changed", "headcount", "reply_due", "matters")
"""Fields that tell nothing of the person."""

_WORDS = ("title", "text", "original", "words", "notes", "result", "chases", "returns", "ticks", "steps")
"""Fields of a matter or point that may tell what an entry is about."""
