"""What can go wrong with a book, one class each. They carry values; the words for a person are chosen above.

``exit_code`` is what a command ends with: 3 when the book is locked or can't be written, else 1.
"""

from __future__ import annotations

from planner.domain.record import Problem

__all__ = [
    "BadName",
    "ChangedSince",
    "Damaged",
    "Locked",
    "NeverDeleted",
    "NewerBook",
    "NoSuchBackup",
    "NotSaved",
    "NothingToRedo",
    "NothingToUndo",
    "StoreError",
    "Unfinished",
    "Unwritable",
]


class StoreError(Problem):
    """Any refusal or failure of the store."""

    exit_code = 1


class Locked(StoreError):
    """Another process holds the book's lock and did not let go in time. Nothing was written."""

    exit_code = 3

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__(f"another planner has held {path} for {seconds:g} seconds")
        self.path = path
        self.seconds = seconds


class Unwritable(StoreError):
    """A file or folder of the book can't be opened, made or written. Nothing was written."""

    exit_code = 3

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} can't be used: {reason}")
        self.path = path
        self.reason = reason


class NotSaved(StoreError):
    """The write or its sync failed, and what was written was taken back.

    ``certain`` is false when taking it back failed as well: the change may then still be found in the book.
    """

    exit_code = 3

    def __init__(self, path: str, reason: str, *, certain: bool = True) -> None:
        super().__init__(f"not saved to {path}: {reason}")
        self.path = path
        self.reason = reason
        self.certain = certain


class Unfinished(NotSaved):
    """The erasure of a person was begun, and some file could not be rewritten: the next change goes on with it."""


class NewerBook(StoreError):
    """The book was written by a newer planner: its schema ``found`` is above ``known``."""

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(f"{path} has schema {found}, this planner knows {known}")
        self.path = path
        self.found = found
        self.known = known


class Damaged(StoreError):
    """A file, or one row of it, can't be read as what it should be.

    ``what`` is a stable code: ``unreadable``, ``missing``, ``behind`` (the checkpoint is older than its journal),
    ``field`` (a row's field has a wrong type or is absent).
    """

    def __init__(
        self, path: str, what: str, *, table: str | None = None, number: int | None = None, field: str | None = None
    ) -> None:
        place = "" if table is None else f", {table} {number}, field {field}"
        super().__init__(f"{path} is damaged ({what}{place})")
        self.path = path
        self.what = what
        self.table = table
        self.number = number
        self.field = field


class ChangedSince(StoreError):
    """What would be undone or redone touches a record that was changed later. Nothing was written."""

    def __init__(self, kind: str, number: int | str, command: str) -> None:
        super().__init__(f"{kind} {number} was changed after {command!r}")
        self.kind = kind
        self.number = number
        self.command = command


class NothingToUndo(StoreError):
    """There is no change to take back, or none within the last hundred steps."""


class NothingToRedo(StoreError):
    """Nothing was undone since the last change."""


class NoSuchBackup(StoreError):
    """No backup has that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no backup is named {name!r}")
        self.name = name


class BadName(StoreError):
    """A backup's name may hold letters, digits, dots, dashes and underscores, and starts with a letter or digit."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} can't name a backup")
        self.name = name


class NeverDeleted(StoreError):
    """A record of a kind that is numbered without a gap is voided with a reason, never deleted."""

    def __init__(self, kind: str, number: int | str) -> None:
        super().__init__(f"{kind} {number} is never deleted")
        self.kind = kind
        self.number = number
