"""Taking back, doing again, and asking who changed what."""

from __future__ import annotations

from planner.store import history as book_history
from planner.store import undo as book_undo
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.store.history import Change
    from planner.store.undo import Undone

__all__ = ["changes", "redo", "undo"]


def undo(desk: Desk) -> Undone:
    """Take back the last change, whole, whoever made it. Refused when one of its records has changed since."""
    return book_undo.undo(desk.book, desk.now, desk.who, void_reason=t("registration undone"))


def redo(desk: Desk) -> Undone:
    """Do again what the last undo took back."""
    return book_undo.redo(desk.book, desk.now, desk.who)


def changes(desk: Desk, *, kind: str | None = None, number: int | None = None, limit: int = 50) -> tuple[Change, ...]:
    """Who changed what and when, the latest first; of one record when it is named."""
    return book_history.changes(desk.book, kind=kind, number=number, limit=limit)
