"""The book's upkeep after a change: a checkpoint when the journal has grown, the day's backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.store.backup import try_quietly as back_up_quietly
from planner.store.checkpoint import try_quietly as checkpoint_quietly

if TYPE_CHECKING:
    from planner.desk.desk import Desk

__all__ = ["upkeep"]


def upkeep(desk: Desk) -> None:
    """Do what is due without waiting for anybody; another process that holds the lock does it as well as we would."""
    at = desk.now
    checkpoint_quietly(desk.book, at)
    back_up_quietly(desk.book, at)
