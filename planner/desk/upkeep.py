"""The book's upkeep after a change: a checkpoint when the journal has grown, the day's backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.store import backup, checkpoint

if TYPE_CHECKING:
    from planner.desk.desk import Desk

__all__ = ["upkeep"]


def upkeep(desk: Desk) -> None:
    """Do what is due without waiting for anybody; another process that holds the lock does it as well as we would."""
    at = desk.now
    checkpoint.try_quietly(desk.book, at)
    backup.try_quietly(desk.book, at)
