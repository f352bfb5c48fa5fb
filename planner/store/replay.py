"""The book as its history tells it: every transaction from the first, without the checkpoint and the archive."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planner.store import files
from planner.store.errors import Damaged, Unwritable
from planner.store.fold import apply, walk
from planner.store.log import HISTORY, parts
from planner.store.state import State

if TYPE_CHECKING:
    from planner.store.state import Notice

__all__ = ["replay"]


def replay(home: str) -> State:
    """Fold the old journals and the journal, oldest first.

    Raises Damaged when the beginning or a part between is gone, Unwritable when one can't be opened. Damage inside a
    journal is met as in any folding: intact rows count, the rest is a notice.
    """
    state = State()
    first = True
    for path in reversed(parts(home)):
        part = State()
        part.upto = state.seq
        try:
            changes = walk(files.read_all(path), part)
        except OSError as error:
            raise Unwritable(path, error.strerror or str(error)) from error
        if part.base > state.seq or (first and part.base):
            raise Damaged(os.path.join(home, HISTORY), "missing")
        first = False
        apply(changes, state)
        state.seq = max(state.seq, part.seq)
        state.names = max(state.names, part.names)
        state.raise_counters(part.counters)
        state.notices += _in_file(part.notices, path)
    return state


def _in_file(notices: list[Notice], path: str) -> list[Notice]:
    """Notices with the file that they are about."""
    return [notice.replace(path=path) for notice in notices]
