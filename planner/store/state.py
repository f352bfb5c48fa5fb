"""The rows of a book as they stand in memory, unparsed, and the reading of the checkpoint and archive files."""

from __future__ import annotations

from binascii import crc32

from planner.domain.kinds import kind_of_table
from planner.domain.reception import YEAR_STEP
from planner.domain.record import Record
from planner.store.journal import SCHEMA, unpack_counters
from planner.store.jsontext import dumps, loads, quote, to_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TypeAlias

    Ident: TypeAlias = "int | str"
    Rows: TypeAlias = "dict[Ident, bytes]"

__all__ = ["BOOK", "META", "Notice", "State", "ident_of", "read_checkpoint", "table_lines"]

BOOK = "book.json"

META = "_planner"
"""The table on the checkpoint's first line that says how far it reaches. It holds no record of the office."""

ABOUT = "Written by planner; what came later stands in journal.jsonl beside it. Open to read only."


class Notice(Record):
    """Something odd that was met while reading and did not stop it.

    ``code`` is one of ``torn_end`` (bytes after the last whole transaction were passed over), ``damaged_row``,
    ``damaged_lines`` (lines of the journal's middle that are not what was written), ``hand_edited`` (the checkpoint was
    changed by something else, and is taken as it is), ``unknown_fields`` (kept, written by a newer planner or by hand),
    ``no_journal``, ``no_head``.
    """

    code: str
    path: str = ""
    table: str = ""
    number: int | None = None
    field: str = ""
    count: int = 0


class State:
    """The rows of a book as JSON text, by table and number, and where its numbers and its journal stand."""

    __slots__ = (
        "base",
        "changed",
        "counters",
        "edited",
        "end",
        "gone",
        "last",
        "names",
        "notices",
        "others",
        "schema",
        "seq",
        "tables",
        "torn",
        "upto",
    )

    def __init__(self) -> None:
        self.tables: dict[str, Rows] = {}
        self.others: dict[str, bytes] = {}
        """Top-level values that are no tables: TinyDB's storages may hold such."""
        self.gone: dict[str, frozenset[Ident]] = {}
        """Rows deleted since the checkpoint: they hide what the archive may still hold."""
        self.changed: dict[str, set[Ident]] = {}
        """Rows that the last folding touched: what a snapshot that grew from an earlier one has to make anew."""
        self.counters: dict[str, int] = {}
        self.seq = 0
        self.upto = 0
        self.base = 0
        self.end = 0
        self.names = 0
        self.schema = SCHEMA
        self.last = b""
        """The last commit's line, by which a later reading knows that the journal only grew."""
        self.torn = 0
        """Bytes after the last whole transaction."""
        self.edited = False
        self.notices: list[Notice] = []

    def successor(self) -> State:
        """A copy to fold more rows upon; tables are copied when a row of theirs changes."""
        made = State()
        for name in self.__slots__:
            setattr(made, name, getattr(self, name))
        made.tables, made.others, made.gone = dict(self.tables), dict(self.others), dict(self.gone)
        made.counters, made.notices = dict(self.counters), list(self.notices)
        return made

    def raise_counters(self, found: dict[str, int]) -> None:
        """Take over counters; none is ever lowered."""
        for name, value in found.items():
            if value > self.counters.get(name, 0):
                self.counters[name] = value

    def count(self, table: str, idents: Iterable[Ident]) -> None:
        """Let the counters of a yearly kind reach some numbers: commit lines carry those of the latest years only."""
        kind = kind_of_table(table)
        if kind is None or not kind.yearly:
            return
        highest: dict[int, int] = {}
        for ident in idents:
            if isinstance(ident, int):
                year = ident // YEAR_STEP
                highest[year] = max(highest.get(year, 0), ident % YEAR_STEP)
        self.raise_counters({f"{table}/{year}": number for year, number in highest.items()})


def ident_of(text: str) -> Ident:
    """A row's key as TinyDB keeps it: text; a whole number in its plain form is a number."""
    if text.isdecimal() and text.isascii() and (text == "0" or text[0] != "0"):
        return int(text)
    return text


def read_checkpoint(data: bytes) -> State:
    """The rows of a checkpoint or archive file. Raises ValueError when it is not JSON of tables.

    What this planner wrote is taken apart by lines, for its checksum holds; what else was changed is parsed whole.
    """
    state = State()
    cut = data.find(b"\n") + 1
    meta = _meta(data[:cut])
    rest = data[cut:]
    if meta is not None and meta.get("crc") == f"{crc32(rest):08x}":
        _by_lines(state, rest)
    else:
        meta = _whole(state, data)
        state.edited = True
    state.upto = state.seq = _whole_number(meta.get("upto", 0))
    state.schema = _whole_number(meta.get("schema", SCHEMA))
    state.names = _whole_number(meta.get("names", 0))
    state.counters = unpack_counters(meta.get("counters", {}))
    if state.schema < SCHEMA:
        _upgrade(state)
    return state


def _whole_number(value: object) -> int:
    """A number of the metadata. Raises ValueError on anything else."""
    if type(value) is not int:
        raise ValueError("metadata")
    return value


def _meta(line: bytes) -> dict[str, Any] | None:
    """The metadata on a checkpoint's first line; ``None`` when it is not there."""
    try:
        meta = loads(line.rstrip(b",\n") + b"}")[META]["1"]
    except (ValueError, TypeError, KeyError):
        return None
    return meta if isinstance(meta, dict) else None


def _by_lines(state: State, rest: bytes) -> None:
    """Take a checkpoint apart by its lines, as ``table_lines`` wrote them."""
    rows: Rows | None = None
    for line in rest.split(b"\n"):
        if rows is not None:
            if line[:1] == b'"':
                cut = line.index(b'":', 1)
                key = line[1:cut]
                if key.isdigit() and (key[:1] != b"0" or key == b"0"):
                    rows[int(key)] = line[cut + 2 : -1] if line[-1:] == b"," else line[cut + 2 :]
                else:
                    for name, value in loads(b"{" + line.rstrip(b",") + b"}").items():
                        rows[name] = to_bytes(dumps(value))
            else:
                rows = None
        elif line[-1:] == b"{":
            rows = state.tables[loads(line[:-2])] = {}
        elif line.rstrip(b",")[-3:] == b":{}" and line[:1] == b'"':
            state.tables[loads(line[: line.rindex(b":{}")])] = {}
        elif line[:1] == b'"':
            for name, value in loads(b"{" + line.rstrip(b",") + b"}").items():
                state.others[name] = to_bytes(dumps(value))


def _whole(state: State, data: bytes) -> dict[str, Any]:
    """Parse a checkpoint that something else wrote; its metadata, if any."""
    found = loads(data)
    if not isinstance(found, dict):
        raise ValueError("not an object of tables")  # noqa: TRY004 - it is the file's content that is wrong
    for table, rows in found.items():
        if table == META:
            continue
        if isinstance(rows, dict):
            state.tables[table] = {ident_of(key): to_bytes(dumps(row)) for key, row in rows.items()}
        else:
            state.others[table] = to_bytes(dumps(rows))
    meta = found.get(META)
    meta = meta.get("1") if isinstance(meta, dict) else None
    return meta if isinstance(meta, dict) else {}


def table_lines(tables: dict[str, Rows], others: dict[str, bytes], meta: dict[str, Any]) -> tuple[bytes, bytes]:
    """A checkpoint or archive file: the metadata on the first line, one record a line after it; plain TinyDB JSON."""
    blocks = []
    for name, rows in tables.items():
        blocks.append(_block(name, rows))
    for name, value in others.items():
        blocks.append(to_bytes(quote(name)) + b":" + value)
    rest = b",\n".join(blocks) + (b"\n}\n" if blocks else b"}\n")
    told = {"about": ABOUT, "schema": SCHEMA, **meta, "crc": f"{crc32(rest):08x}"}
    first = dumps({META: {"1": told}})[:-1] + (",\n" if blocks else "\n")
    return to_bytes(first), rest


def _block(name: str, rows: Rows) -> bytes:
    """One table's lines."""
    lines = [
        (b'"%d":' % ident if isinstance(ident, int) else to_bytes(quote(ident)) + b":") + row
        for ident, row in rows.items()
    ]
    return to_bytes(quote(name)) + b":{\n" + b",\n".join(lines) + (b"\n}" if lines else b"}")


def _upgrade(state: State) -> None:
    """Bring the rows of an older planner up to this one's schema."""
    from planner.store.migrations import upgraded

    for table, rows in state.tables.items():
        for ident, row in rows.items():
            rows[ident] = upgraded(table, row, state.schema)
