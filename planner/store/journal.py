"""The journal's lines, its end, and how a transaction is appended. The package's docstring says what the lines mean.

This is the road of ``planner add``: it reads the end of the file and nothing else.
"""

from __future__ import annotations

import os
from binascii import crc32

from planner.store import files
from planner.store.jsontext import dumps, loads, quote, to_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

__all__ = [
    "END_SIZE",
    "ERASE",
    "ERASING",
    "JOURNAL",
    "LINE_LIMIT",
    "SCHEMA",
    "Tail",
    "append",
    "clipped",
    "commit_line",
    "head_line",
    "intact",
    "key_of",
    "pack_counters",
    "put_line",
    "quote",
    "read_tail",
    "row_line",
    "sealed",
    "unpack_counters",
]

SCHEMA = 1
"""The version of the rows that this planner writes. An older planner refuses a newer one."""

JOURNAL = "journal.jsonl"

ERASE = "erase"
"""The command of the transaction that tells of an erasure."""

ERASING = "erasing.json"
"""The note of an erasure that was begun: whoever gets the lock finishes it first."""

LINE_LIMIT = 512
"""Bytes that a head or commit line may take with its line end: one sector, the least a disk writes in one piece."""

END_SIZE = 4096
"""Bytes read from the journal's end to find the last commit; an ordinary transaction's rows are among them."""

YEARS_CARRIED = 4
"""Years of gapless numbers whose counters a commit line carries; older years are counted when they are asked for."""

_LONGEST_NAME = 64


def sealed(body: str) -> bytes:
    """A line of the journal: the body behind a checksum of itself."""
    text = to_bytes(body)
    return b'{"crc":"%08x",%b\n' % (crc32(text), text)


def intact(line: bytes) -> bool:
    """Whether a line, without its line end, is what was written."""
    return line[:8] == b'{"crc":"' and line[8:18] == b'%08x",' % crc32(line[18:])


def key_of(table: str, ident: int | str) -> str:
    """How a row names what it is about: the record's number, then its table."""
    return f'{ident if isinstance(ident, int) else quote(ident)},"of":{quote(table)}'


def row_line(op: str, key: str, payload: str) -> bytes:
    """A row: ``put`` (the state after) or ``was`` (the state before) and the record's JSON text."""
    return sealed(f'"{op}":{key},"is":{payload}}}')


def put_line(op: str, key: str) -> bytes:
    """A row without a state: ``del``."""
    return sealed(f'"{op}":{key}}}')


def clipped(text: str) -> str:
    """As much of a name as takes at most 64 bytes of JSON, so that a commit line keeps to its limit."""
    while len(to_bytes(quote(text))) > _LONGEST_NAME + 2:
        text = text[: -1 - len(text) // 16]
    return text


def pack_counters(counters: dict[str, int], years: int = YEARS_CARRIED) -> dict[str, int]:
    """The counters that a commit line carries: every one without a year, and of those with a year the latest few."""
    packed = {name: value for name, value in counters.items() if "/" not in name}
    yearly = sorted((name for name in counters if "/" in name), key=lambda name: name.rpartition("/")[2])
    for name in yearly[len(yearly) - years :] if years < len(yearly) else yearly:
        packed[name] = counters[name]
    return packed


def unpack_counters(found: object) -> dict[str, int]:
    """Counters as a line holds them. Raises ValueError on anything else."""
    if not isinstance(found, dict) or not all(type(value) is int for value in found.values()):
        raise ValueError("counters")
    return dict(found)


def head_line(base: int, counters: dict[str, int], names: int) -> bytes:
    """The first line: the sequence number of the last commit before this journal, and where the numbers stand."""
    line = b""
    for years in range(YEARS_CARRIED, -1, -1):
        numbers = dumps(pack_counters(counters, years))
        line = sealed(f'"head":{base},"schema":{SCHEMA},"names":{names},"counters":{numbers}}}')
        if len(line) <= LINE_LIMIT:
            break
    return line


def commit_line(
    seq: int, count: int, rows: bytes, told: tuple[tuple[str, object], ...], counters: dict[str, int], names: int
) -> bytes:
    """The line that makes the rows before it count. ``told`` says when, who and what, in the order to be written."""
    said = "".join(f'"{name}":{dumps(value)},' for name, value in told)
    start = f'"commit":{seq},"rows":[{count},{len(rows)},"{crc32(rows):08x}"],"schema":{SCHEMA},{said}"names":{names},'
    line = b""
    for years in range(YEARS_CARRIED, -1, -1):
        line = sealed(f'{start}"counters":{dumps(pack_counters(counters, years))}}}')
        if len(line) <= LINE_LIMIT:
            break
    return line


class Tail:
    """What the journal's end says: ``end`` is the byte after the last commit, ``last`` that commit's line as read."""

    __slots__ = ("counters", "end", "last", "length", "names", "schema", "seq")

    def __init__(self, end: int, found: dict[str, Any]) -> None:
        self.end = end
        self.last = found
        self.seq: int = found["commit"] if "commit" in found else found["head"]
        self.schema: int = found["schema"]
        self.names: int = found["names"]
        self.counters = unpack_counters(found["counters"])
        self.length: int = found["rows"][1] if "rows" in found else 0


def read_tail(fd: int) -> Tail | None:
    """The end of an open journal; ``None`` unless it is a head alone, or a commit whose rows are what was written.

    So an end that was torn, or that the disk wrote in another order, is found before anything is added behind it.
    """
    size = os.fstat(fd).st_size
    start = max(0, size - END_SIZE)
    data = os.pread(fd, END_SIZE, start) if hasattr(os, "pread") else _read_at(fd, END_SIZE, start)
    if data[-1:] != b"\n":
        return None
    at = data.rfind(b"\n", 0, -1) + 1
    line = data[at:-1]
    if not intact(line):
        return None
    try:
        found = loads(line)
        tail = Tail(size, found)
        if "head" in found:
            return tail if start + at == 0 else None
        _count, length, seal = found["rows"]
        begin = start + at - length
        if begin < 0:
            return None
        rows = data[at - length : at] if length <= at else _read_at(fd, length, begin)
    except (ValueError, TypeError, KeyError):
        return None
    return tail if f"{crc32(rows):08x}" == seal else None


def _read_at(fd: int, length: int, start: int) -> bytes:
    """``length`` bytes from ``start`` of an open file."""
    os.lseek(fd, start, os.SEEK_SET)
    parts = []
    while length > 0 and (part := os.read(fd, length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def append(fd: int, end: int, parts: Iterable[bytes]) -> None:
    """Add a transaction at the end: one write, one sync. Raises OSError, after taking back what was written.

    Nobody was told yet that it is kept, so whatever interrupts before the sync has returned takes it back as well.
    """
    os.lseek(fd, end, os.SEEK_SET)
    try:
        files.write(fd, b"".join(parts))
        files.sync(fd)
    except BaseException as error:
        try:
            files.cut(fd, end)
            files.sync(fd)
        except OSError:
            error.add_note("and what was written could not be taken back")
        raise
