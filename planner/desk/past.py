"""Taking back, doing again, and asking who changed what."""

from __future__ import annotations

from planner.desk.discretion import Discretion
from planner.domain.privacy import secret_among, secret_of
from planner.store import history as book_history
from planner.store import undo as book_undo
from planner.wording import t
from planner.wording.changes import title_told
from planner.wording.masks import HIDDEN, masked_phone, phones_masked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.desk.desk import Desk
    from planner.store.history import Change, FieldChange, RowChange
    from planner.store.undo import Undone

__all__ = ["changes", "redo", "titles_of", "undo"]


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
    without = ("remind",) if kind is None else ()
    found = book_history.changes(desk.book, kind=kind, number=number, limit=limit, without=without)
    if private:
        return found
    eyes = _Eyes(desk)
    return tuple(change.replace(rows=tuple(map(eyes.masked, change.rows))) for change in found)


def titles_of(desk: Desk, found: Iterable[Change], *, private: bool = False) -> dict[tuple[str, int | str], str]:
    """What names each record that some changes touched, as far as it is there and may be told."""
    snapshot = desk.book.read()
    eyes = Discretion(desk, snapshot, private=private)
    told: dict[tuple[str, int | str], str] = {}
    for change in found:
        for row in change.rows:
            if isinstance(row.number, int) and (row.kind, row.number) not in told:
                record = snapshot.get(row.kind, row.number) if row.kind in _NAMED else None
                told[row.kind, row.number] = "" if record is None else title_told(eyes(record))
    return told


class _Eyes:
    """Decides what a row may tell; the book is asked once for each record."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._snapshot = desk.book.read()
        self._secret: dict[tuple[str, int], bool] = {}

    def masked(self, row: RowChange) -> RowChange:
        """A row as others may see it: phones are cut, and words of a restricted entry or its links are not told."""
        if row.kind not in _KINDS or not isinstance(row.number, int):
            return row
        key = (row.kind, row.number)
        if key not in self._secret:
            self._secret[key] = self._is_secret(*key)
        hidden = self._secret[key]
        return row.replace(fields=tuple(_masked_field(row.kind, field, hidden=hidden) for field in row.fields))

    def _is_secret(self, kind: str, number: int) -> bool:
        """Whether a record is, or was when it was there, linked to a restricted entry."""
        record = self._snapshot.get(kind, number)
        if record is not None:
            return secret_of(record, self._snapshot.get) is not None
        rows = [
            row
            for change in book_history.changes(self._desk.book, kind=kind, number=number, limit=_ALL)
            for row in change.rows
            if (row.kind, row.number) == (kind, number)
        ]
        if kind == "reception" or all(row.what != "made" for row in rows):
            return True  # nothing says how it began, so it may have been
        entries = tuple(one for row in rows for one in _numbers_in(row, "reception", "receptions"))
        if secret_among(entries, self._snapshot.get) is not None:
            return True
        matters = {one for row in rows for one in _numbers_in(row, "matter")} if kind == "point" else set()
        return any(self._is_secret("matter", one) for one in matters)


def _numbers_in(row: RowChange, *names: str) -> list[int]:
    """The numbers of records that some fields of a row name."""
    found = []
    for field in row.fields:
        if field.name in names:
            for text in (field.before, field.after):
                parts = (text or "").strip("[]").split(",")
                found += [int(part) for part in parts if part.strip().isdecimal()]
    return found


def _masked_field(kind: str, field: FieldChange, *, hidden: bool) -> FieldChange:
    """One field: nothing of a hidden record's words, a cut phone."""
    if kind == "reception" and field.name == "phone" and not hidden:
        return field.replace(before=masked_phone(field.before), after=masked_phone(field.after))
    tells = field.name not in _PLAIN if kind == "reception" else field.name in _WORDS
    if hidden and tells:
        return field.replace(before=field.before and HIDDEN, after=field.after and HIDDEN)
    return field.replace(
        before=None if field.before is None else phones_masked(field.before),
        after=None if field.after is None else phones_masked(field.after),
    )


_NAMED = ("matter", "point", "reception", "party")
"""Kinds whose records have a name beside the number."""

_KINDS = ("matter", "point", "reception")
"""Kinds that may tell of a visitor."""

_ALL = 1_000_000
"""More changes than a record has."""

_PLAIN = ("state", "route", "noticed", "accepted", "closed", "created", "changed", "headcount", "reply_due", "matters")
"""Fields that tell nothing of the person."""

_WORDS = (
    "title", "text", "waiting_for", "original", "source", "words", "notes", "result", "chases", "returns", "ticks",
    "steps", "links", "tags", "extensions", "extra",
)  # fmt: skip
"""Fields of a matter or point that may tell what an entry is about."""
