"""Care of the book: check, repair, backup, restore."""

from __future__ import annotations

from planner.store.backup import listing, make
from planner.store.backup import remove as remove_backup
from planner.store.backup import restore as restore_book
from planner.store.check import check as check_book
from planner.store.check import repair as repair_book
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.store.backup import Backup
    from planner.store.check import Finding

__all__ = ["back_up", "backups", "check", "delete_backup", "repair", "restore"]


def check(desk: Desk) -> tuple[Finding, ...]:
    """Whatever is odd or damaged in the book's files, each with what it means; empty when all is well."""
    return check_book(desk.book)


def repair(desk: Desk) -> tuple[Finding, ...]:
    """Mend what can be mended, after a backup; what was done."""
    return repair_book(desk.book, desk.now)


def back_up(desk: Desk) -> Backup:
    """Make a backup now."""
    return make(desk.book, desk.now)


def backups(desk: Desk) -> tuple[Backup, ...]:
    """The backups that are kept, the latest first."""
    return listing(desk.book)


def delete_backup(desk: Desk, name: str) -> None:
    """Delete one backup for good, as when it still holds somebody who was erased."""
    remove_backup(desk.book, name)


def restore(desk: Desk, name: str) -> None:
    """Bring the book to a backup's state. It is one change like any other, and can be undone."""
    restore_book(desk.book, name, desk.now, desk.who, void_reason=t("made after the backup"))
