"""The archive: closed records moved out of the working set, in files by year of closing."""

from __future__ import annotations

import os

from planner.domain.kinds import KINDS
from planner.domain.moment import timedelta
from planner.store import files
from planner.store.codec import moment_text
from planner.store.errors import Damaged, NewerBook
from planner.store.journal import SCHEMA
from planner.store.jsontext import loads
from planner.store.state import Notice, State, read_checkpoint, table_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import datetime
    from planner.store.state import Rows

__all__ = ["ARCHIVE", "archive_names", "due_rows", "move_to_archive", "read_archive", "read_file"]

ARCHIVE = "archive"

KEPT_DAYS = 60
"""Days for which a closed record stays in the working set: long enough for the month's report and the next."""

KEPT_CLOSED = 500
"""Closed records of a kind that stay at most, so that a year closed in one day does not slow the next morning."""

PART_ROWS = 4096
"""Rows after which a year's next part is begun: about a megabyte, the most that is rewritten to archive a few."""

NEVER_ARCHIVED = ("party", "reminder")
"""Kinds that names are looked up in, and marks of reminders, which go by a rule of their own."""


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


def due_rows(state: State, at: datetime) -> dict[str, Rows]:
    """The rows that may leave the working set at a time: closed for sixty days, or beyond the newest 500 closed."""
    found: dict[str, Rows] = {}
    limit = moment_text(at - timedelta(days=KEPT_DAYS))
    for kind in KINDS:
        if kind.name in NEVER_ARCHIVED:
            continue
        rows = state.tables.get(kind.table, {})
        closed = []
        for ident, row in rows.items():
            if b'"closed":' in row:
                when = loads(row).get("closed")
                if isinstance(when, str):
                    closed.append((when, ident))
        closed.sort(key=lambda pair: (pair[0], str(pair[1])), reverse=True)
        chosen = {
            ident: rows[ident] for place, (when, ident) in enumerate(closed) if place >= KEPT_CLOSED or when < limit
        }
        if chosen:
            found[kind.table] = chosen
    return found


def move_to_archive(home: str, state: State, due: dict[str, Rows]) -> None:
    """Write ``due`` rows into the archive, take them out of ``state``, and take out of the archive what was deleted.

    A file holds the rows of a year of closing, and a further part is begun once one is full, so that what is written
    stays in proportion to what is moved. Every file is replaced whole; until the checkpoint is, the rows stand twice.
    """
    parts = {place_of(name): read_file(home, name) for name in archive_names(home)}
    standing = {
        (table, ident): place for place, part in parts.items() for table, rows in part.tables.items() for ident in rows
    }
    touched: set[tuple[int, int]] = set()
    room: dict[int, tuple[tuple[int, int], int]] = {}
    for table, idents in state.gone.items():
        for ident in idents:
            place = standing.get((table, ident))
            if place is not None and ident not in state.tables.get(table, {}):
                del parts[place].tables[table][ident]
                touched.add(place)
    for table, rows in due.items():
        for ident, row in rows.items():
            year = int(loads(row)["closed"][:4])
            place, count = room.get(year) or _place_for(year, parts)
            if count >= PART_ROWS:
                place, count = (year, place[1] + 1), 0
            room[year] = (place, count + 1)
            before = standing.get((table, ident))
            if before is not None:
                place = max(place, before)
                if before != place:
                    del parts[before].tables[table][ident]
                    touched.add(before)
            parts.setdefault(place, State()).tables.setdefault(table, {})[ident] = row
            touched.add(place)
    files.make_folder(os.path.join(home, ARCHIVE))
    for place in sorted(touched, reverse=True):
        part = parts[place]
        year, number = place
        name = f"{year}.json" if number == 1 else f"{year}.{number}.json"
        files.keep(home, os.path.join(home, ARCHIVE, name), table_lines(part.tables, part.others, {"upto": state.seq}))
    for table, rows in due.items():
        for ident in rows:
            del state.tables[table][ident]


def _place_for(year: int, parts: dict[tuple[int, int], State]) -> tuple[tuple[int, int], int]:
    """The latest part of a year's archive, and how many rows it has."""
    latest = max((number for found, number in parts if found == year), default=1)
    part = parts.get((year, latest))
    return (year, latest), 0 if part is None else sum(map(len, part.tables.values()))
