"""Records as a command shows them: whole when what is private was asked for, else without a visitor's secrets."""

from __future__ import annotations

from planner.domain.privacy import is_linked
from planner.wording.masks import discreet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from planner.desk.desk import Desk
    from planner.store.snapshot import Snapshot

    Shown = TypeVar("Shown")

__all__ = ["Discretion"]


class Discretion:
    """Shows records, ``shown(record)``; the book is read for it only when one came of a visitor."""

    __slots__ = ("_desk", "_private", "_snapshot")

    def __init__(self, desk: Desk, snapshot: Snapshot | None = None, *, private: bool = False) -> None:
        self._desk = desk
        self._snapshot = snapshot
        self._private = private

    def __call__(self, record: Shown) -> Shown:
        """The record as it may be shown."""
        return record if self._private or not is_linked(record) else discreet(record, self._get)

    def _get(self, kind: str, number: int) -> object:
        """The record of a kind and number."""
        if self._snapshot is None:
            self._snapshot = self._desk.book.read()
        return self._snapshot.get(kind, number)
