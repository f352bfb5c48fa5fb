"""The archive: closed records moved out of the working set, in files by year of closing."""

from __future__ import annotations

import os

from planner.store import files
from planner.store.errors import Damaged, NewerBook
from planner.store.journal import SCHEMA
from planner.store.state import Notice, read_checkpoint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.store.state import Rows, State

__all__ = ["ARCHIVE", "archive_names", "read_archive", "read_file"]

ARCHIVE = "archive"


def archive_names(home: str) -> list[str]:
    """The archive's files, the earliest year first; within a year in the order in which they were begun."""
    try:
        names = os.listdir(os.path.join(home, ARCHIVE))
    except FileNotFoundError:
        return []
    return sorted((name for name in names if place_of(name)), key=place_of)


def place_of(name: str) -> tuple[int, int]:
    """Year and part of an archive file's name, ``2026.json`` or ``2026.2.json``; empty of any other name."""
    year, _, rest = name.partition(".")
    part = rest.removesuffix("json").removesuffix(".")
    if not name.endswith(".json") or not year.isdecimal() or (part and not part.isdecimal()):
        return ()  # type: ignore[return-value]
    return int(year), int(part or 1)


def read_file(home: str, name: str) -> State:
    """One archive file's rows. Raises Damaged, NewerBook and OSError."""
    path = os.path.join(home, ARCHIVE, name)
    try:
        state = read_checkpoint(files.read_all(path))
    except (ValueError, TypeError):
        raise Damaged(path, "unreadable") from None
    if state.schema > SCHEMA:
        raise NewerBook(path, state.schema, SCHEMA)
    return state


def read_archive(home: str, state: State, notices: list[Notice]) -> dict[str, Rows]:
    """All archived rows by table, but those that ``state`` shadows or has deleted; of a row met twice, the later."""
    tables: dict[str, Rows] = {}
    for name in archive_names(home):
        found = read_file(home, name)
        if found.edited:
            notices.append(Notice(code="hand_edited", path=f"{ARCHIVE}/{name}"))
        for table, rows in found.tables.items():
            tables.setdefault(table, {}).update(rows)
    for table, rows in tables.items():
        for hidden in (state.tables.get(table, {}), state.gone.get(table, ())):
            for ident in hidden if len(hidden) < len(rows) else [ident for ident in rows if ident in hidden]:
                rows.pop(ident, None)
    return tables
