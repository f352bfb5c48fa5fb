"""Taking back, doing again, and asking who changed what."""

from __future__ import annotations

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
    """A reception's row as others may see it."""
    if row.kind != "reception" or not isinstance(row.number, int):
        return row
    reception = snapshot.get("reception", row.number)
    hidden = not isinstance(reception, Reception) or reception.restricted
    return row.replace(fields=tuple(_masked_field(field, hidden=hidden) for field in row.fields))


def _masked_field(field: FieldChange, *, hidden: bool) -> FieldChange:
    """One field of a reception: nothing of a hidden one, a cut phone."""
    if field.name == "phone":
        return field.replace(before=masked_phone(field.before), after=masked_phone(field.after))
    if not hidden or field.name in _PLAIN:
        return field
    return field.replace(before=field.before and "*", after=field.after and "*")


_PLAIN = ("state", "route", "noticed", "accepted", "closed", "created", "changed", "headcount", "reply_due", "matters")
"""Fields that tell nothing of the person."""
