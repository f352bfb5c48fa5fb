"""Folding: the book as it stands is the checkpoint with the journal's transactions upon it, the last state of a row.

Nothing is parsed that was superseded: rows are told apart by slicing bytes, and only those that survive are read.
"""

from __future__ import annotations

import os
from binascii import crc32

from planner.store import files
from planner.store.errors import Damaged, NewerBook
from planner.store.journal import JOURNAL, SCHEMA, intact, unpack_counters
from planner.store.jsontext import loads
from planner.store.state import BOOK, Notice, State, read_checkpoint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.store.state import Ident, Rows

    Changes: TypeAlias = "dict[bytes, bytes | None]"

__all__ = ["apply", "load", "refresh", "walk"]

_OPENING = b'{"crc":"'


def walk(data: bytes, state: State, offset: int = 0) -> Changes:
    """Read the transactions in a journal's bytes from ``offset`` on; the last state of every row that they touched.

    A row counts when a commit line closes it whose checksum of the rows holds. Rows or commits that are not what was
    written, with a whole transaction behind them, were kept once and damaged later: their intact rows count, in
    order, and the rest is a notice. Whatever has no whole transaction behind it is a torn end and counts for nothing.
    """
    latest: Changes = {}
    lines: list[bytes] = []
    suspects: list[bytes] = []
    begin = pos = 0
    if offset == 0:
        begin = pos = state.end = _read_head(data, state)
    for full in data[pos:].split(b"\n")[:-1]:
        line = full
        if line[18:24] != b'"commi':
            lines.append(line)
            pos += len(line) + 1
            continue
        whole = intact(line)
        if not whole and (cut := _joint(line)):
            whole, line = True, line[: cut - 1]
            state.notices.append(Notice(code="damaged_lines", path=JOURNAL, count=1))
        seq, length, seal, schema = _commit_of(line)
        own = pos - length
        if not whole or own < begin or crc32(data[own:pos]) != seal:
            suspects += lines
            suspects.append(line)
        else:
            if own > begin:
                suspects += data[begin:own].split(b"\n")
                lines = data[own:pos].split(b"\n")[:-1]
            if schema > SCHEMA:
                raise NewerBook(JOURNAL, schema, SCHEMA)
            if seq > state.upto:
                if suspects:
                    _salvage(suspects, latest, state)
                for row in lines:
                    _take(row, latest, schema)
            suspects = []
            state.last = line
            state.seq = max(seq, state.seq)
            state.end = offset + pos + len(line) + 1
        begin = pos + len(line) + 1
        lines = [full[len(line) + 1 :]] if line is not full else []
        pos += len(full) + 1
    if state.last:
        told = loads(state.last)
        state.names = max(state.names, told["names"])
        state.raise_counters(unpack_counters(told["counters"]))
    return latest


def _joint(line: bytes) -> int:
    """Where the second of two lines begins whose line end was damaged, when the first is intact; else 0."""
    cut = line.find(_OPENING, 8)
    return cut if cut > 0 and intact(line[: cut - 1]) else 0


def _commit_of(line: bytes) -> tuple[int, int, int, int]:
    """Sequence number, length and checksum of the rows, schema; a length beyond any file when it reads otherwise."""
    try:
        after = line.index(b",", 27)
        close = line.index(b"]", after)
        _count, length, seal = line[after + 9 : close].split(b",")
        schema = line[close + 11 : line.index(b",", close + 11)]
        return int(line[27:after]), int(length), int(seal[1:-1], 16), int(schema)
    except ValueError:
        return 0, 1 << 62, 0, 0


def _read_head(data: bytes, state: State) -> int:
    """Take the first line's word; the byte after it. One that is not intact is a notice: the commits say the rest."""
    end = data.find(b"\n") + 1
    line = data[: end - 1] if end else b""
    if cut := _joint(line):
        end, line = cut, line[: cut - 1]
        state.notices.append(Notice(code="damaged_lines", path=JOURNAL, count=1))
    if line[18:24] != b'"head"' or not intact(line):
        state.notices.append(Notice(code="no_head", path=JOURNAL))
        return end if line[18:24] == b'"head"' else 0
    told = loads(line)
    if told["schema"] > SCHEMA:
        raise NewerBook(JOURNAL, told["schema"], SCHEMA)
    state.base = told["head"]
    state.seq = max(state.seq, state.base)
    state.names = max(state.names, told["names"])
    state.raise_counters(unpack_counters(told["counters"]))
    return end


def _take(row: bytes, latest: Changes, schema: int = SCHEMA) -> None:
    """Note one row's state. ``was`` rows are for undo and history."""
    tag = row[18:24]
    if tag == b'"put":':
        cut = row.index(b',"is":', 24)
        key = row[24:cut]
        latest[key] = row[cut + 6 : -1] if schema == SCHEMA else _upgraded(key, row[cut + 6 : -1], schema)
    elif tag == b'"del":':
        latest[row[24:-1]] = None
    elif tag == b'"new":':
        cut = row.index(b',"is":', 24)
        latest[b"T" + row[24:cut]] = row[cut + 6 : -1]
    elif tag == b'"end":':
        latest[b"T" + row[24:-1]] = None


def _upgraded(key: bytes, row: bytes, schema: int) -> bytes:
    """A row of an older planner at this one's schema."""
    from planner.store.migrations import upgraded

    return upgraded(loads(key[key.index(b',"of":') + 6 :]), row, schema)


def _salvage(suspects: list[bytes], latest: Changes, state: State) -> None:
    """Take the intact rows of damaged transactions. A damaged line end joins two lines, which are parted again."""
    bad = 0
    for line in suspects:
        if not line or intact(line):
            _take(line, latest)
            continue
        bad += 1
        _notice_of(line, state)
        for piece in line.split(_OPENING)[1:]:
            whole = _OPENING + piece
            row = next((part for part in (whole, whole[:-1]) if intact(part)), None)
            if row is not None:
                _take(row, latest)
    state.notices.append(Notice(code="damaged_lines", path=JOURNAL, count=bad))


def _notice_of(line: bytes, state: State) -> None:
    """Say which record a damaged row was about, as far as it can be made out."""
    if line[18:24] not in (b'"put":', b'"del":'):
        return
    try:
        end = line.find(b',"is":', 24)
        ident, _, table = line[24 : end if end > 0 else -1].partition(b',"of":')
        number, name = loads(ident), loads(table)
    except ValueError:
        return
    if isinstance(name, str) and isinstance(number, int):
        state.notices.append(Notice(code="damaged_row", path=JOURNAL, table=name, number=number))


def apply(changes: Changes, state: State) -> None:
    """Put the rows' last states upon a state's tables, each table copied once when it changes."""
    for key, row in changes.items():
        if key[:1] == b"T":
            _apply_table(loads(key[1:]), row, state)
    own: dict[bytes, tuple[str, Rows]] = {}
    state.changed = {}
    for key, row in changes.items():
        if key[:1] == b"T":
            continue
        cut = key.index(b',"of":')
        found = own.get(key[cut:])
        if found is None:
            table: str = loads(key[cut + 6 :])
            found = own[key[cut:]] = (table, dict(state.tables.get(table, ())))
            state.changed[table] = set()
        name, rows = found
        ident: Ident = int(key[:cut]) if key[:cut].isdigit() else loads(key[:cut])
        state.changed[name].add(ident)
        if row is not None:
            rows[ident] = row
        else:
            rows.pop(ident, None)
            state.gone[name] = state.gone.get(name, frozenset()) | {ident}
    for table, rows in own.values():
        if rows or table in state.tables:
            state.tables[table] = rows
            state.count(table, rows)


def _apply_table(name: str, content: bytes | None, state: State) -> None:
    """A table was made, given a value that is no table, or dropped."""
    state.others.pop(name, None)
    if content is None:
        state.tables.pop(name, None)
    elif content == b"{}":
        state.tables.setdefault(name, {})
    else:
        state.tables.pop(name, None)
        state.others[name] = content


def load(home: str) -> State:
    """The book as it stands, without a lock. Raises Damaged, NewerBook and OSError.

    A journal in which not one line is what was written is no journal: the book is not shown without it.

    The checkpoint is read before the journal: when a checkpoint came between, the journal's base is beyond what the
    checkpoint reaches, and both are read again. The other way round rows are met twice and skipped.
    """
    book_path, journal_path = os.path.join(home, BOOK), os.path.join(home, JOURNAL)
    for _attempt in range(8):
        book, journal = _read(book_path), _read(journal_path)
        if book is None and journal is None:
            if any(os.path.isdir(os.path.join(home, name)) for name in ("history", "backups")):
                raise Damaged(journal_path, "missing")
            return State()
        try:
            state = State() if book is None else read_checkpoint(book)
        except (ValueError, TypeError):
            raise Damaged(book_path, "unreadable") from None
        if state.schema > SCHEMA:
            raise NewerBook(book_path, state.schema, SCHEMA)
        if state.edited:
            state.notices.append(Notice(code="hand_edited", path=BOOK))
        if journal is None:
            state.notices.append(Notice(code="no_journal", path=JOURNAL))
            return state
        changes = walk(journal, state)
        if not state.last and any(notice.code == "no_head" for notice in state.notices):
            raise Damaged(journal_path, "unreadable")
        if state.base <= state.upto:
            apply(changes, state)
            state.torn = len(journal) - state.end
            return state
    raise Damaged(book_path, "behind" if book is not None else "missing")


def refresh(home: str, state: State) -> State | None:
    """The book as it stands, when the journal only grew since ``state`` was read; ``None`` when more has changed.

    The caller has seen that the checkpoint and the journal are the same files as then.
    """
    overlap = len(state.last) + 1
    if not state.last or state.notices:
        return None
    fd = files.open_to_read(os.path.join(home, JOURNAL))
    try:
        data = files.read_from(fd, state.end - overlap)
    finally:
        files.close(fd)
    if data[:overlap] != state.last + b"\n":
        return None
    made = state.successor()
    changes = walk(data[overlap:], made, state.end)
    apply(changes, made)
    made.torn = len(data) - overlap - (made.end - state.end)
    return made


def _read(path: str) -> bytes | None:
    """A file's bytes; ``None`` when it is not there."""
    try:
        return files.read_all(path)
    except FileNotFoundError:
        return None
