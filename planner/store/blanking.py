"""A book's files without a person: bytes in, bytes out, the same rows in the same places and every checksum renewed.

Doing it twice changes nothing more, and it does not matter which file comes first: the row that a journal tells and the
row that a checkpoint holds are blanked alike. What is damaged is treated as text: names and numbers go out of it.
"""

from __future__ import annotations

from binascii import crc32
from typing import TYPE_CHECKING, Any

from planner.domain.erasure import CODES, MARK, PERSON
from planner.domain.finder import Finder
from planner.domain.kinds import kind_of_table
from planner.store.decode import with_text
from planner.store.errors import NewerBook
from planner.store.journal import SCHEMA, intact, sealed
from planner.store.jsontext import dumps, loads, to_bytes
from planner.store.state import read_checkpoint, table_lines

if TYPE_CHECKING:
    from planner.domain.erasure import Erasure
    from planner.store.state import Ident

__all__ = ["Blanking"]

_NO_ROW = b'{"crc":"00000000","erased":true}'
"""Stands for a damaged line about an entry that is erased: damaged still, and empty."""


class Blanking:
    """Takes the person of one erasure out of rows and files."""

    __slots__ = ("_erasure", "_finder", "_kept", "_others")

    def __init__(self, erasure: Erasure) -> None:
        self._erasure = erasure
        self._finder = Finder(erasure.names, erasure.numbers)
        self._others = frozenset(erasure.others)
        self._kept = frozenset(erasure.kept)

    def row(self, table: str, ident: Ident, row: bytes) -> bytes:
        """A row without the person; the same bytes when it tells nothing of them. What is no text stays as it is."""
        try:
            value = loads(row)
        except ValueError:
            return self.text(row)
        if not isinstance(value, dict):
            return row
        own = table == "receptions" and ident in self._erasure.receptions
        if not own and not self._concerned(table, ident, value):
            return row
        told = {name: inside for name, inside in value.items() if not (own and name in PERSON)}
        made = self._blanked(table, told)
        return row if made == value else to_bytes(dumps(made))

    def holds(self, table: str, row: bytes) -> bool:
        """Whether a person wrote a name or number of the erased one in a row, linked or not."""
        try:
            value = loads(row)
        except ValueError:
            return self.names(row)
        return isinstance(value, dict) and self._blanked(table, value, kept=False) != value

    def finds(self, text: str) -> bool:
        """Whether a name or number of the person stands in a text."""
        return self._lost(text) != text

    def names(self, data: bytes) -> bool:
        """Whether a name or number of the person stands in any bytes."""
        return self.text(data) != data

    def text(self, data: bytes) -> bytes:
        """Any bytes without the names and numbers."""
        found = data.decode("utf-8", "surrogateescape")
        made = self._lost(found)
        return data if made == found else made.encode("utf-8", "surrogateescape")

    def tables(self, data: bytes, *, book: bool) -> bytes:
        """A checkpoint (``book``) or archive file without the person. Raises NewerBook."""
        try:
            state = read_checkpoint(data)
        except (ValueError, TypeError):
            return self.text(data)
        if state.schema > SCHEMA:
            raise NewerBook("book.json", state.schema, SCHEMA)
        changed = False
        for table, rows in state.tables.items():
            for ident, row in rows.items():
                made = self.row(table, ident, row)
                changed = changed or made is not row
                rows[ident] = made
        if not changed:
            return data
        meta: dict[str, Any] = {"upto": state.upto}
        if book:
            meta |= {"names": state.names, "counters": state.counters}
        return b"".join(table_lines(state.tables, state.others, meta))

    def journal(self, data: bytes) -> bytes:
        """A journal without the person: rows sealed anew, and the commit lines that close them."""
        *lines, rest = data.split(b"\n")
        made: list[bytes] = []
        pending: list[tuple[bytes, bytes]] = []
        """The row lines since the last commit, as they were and as they are."""
        for line in lines:
            if line[18:24] == b'"commi' and intact(line):
                made.append(_closed(line, pending))
                pending = []
            else:
                fresh = self._line(line)
                pending.append((line + b"\n", fresh + b"\n"))
                made.append(fresh)
        made.append(self.text(rest))
        return b"\n".join(made)

    def _line(self, line: bytes) -> bytes:
        """One line of a journal."""
        if line[18:24] == b'"head"':
            return line
        cut = line.find(b',"is":', 24)
        if line[18:24] not in (b'"put":', b'"was":') or cut < 0 or not intact(line):
            about = any(b":%d," % number in line for number in self._erasure.receptions)
            return _NO_ROW if about and not intact(line) else self.text(line) if not intact(line) else line
        ident, _, table = line[24:cut].partition(b',"of":')
        row = line[cut + 6 : -1]
        made = self.row(loads(table), loads(ident), row)
        if made is row:
            return line
        return sealed((line[18 : cut + 6] + made + b"}").decode("utf-8"))[:-1]

    def _concerned(self, table: str, ident: Ident, value: dict[str, Any]) -> bool:
        """Whether a row is linked to an erased entry, or every row is meant."""
        if table in ("receptions", "parties") or kind_of_table(table) is None:
            return False
        if self._erasure.everywhere or (table, ident) in self._others:
            return True
        linked = value.get("receptions")
        found = [value.get("reception"), *(linked if isinstance(linked, list) else ())]
        return any(number in found for number in self._erasure.receptions)

    def _lost(self, text: str) -> str:
        """A text with the mark in place of names and numbers."""
        return self._finder.replaced(text, lambda _found: MARK)

    def _blanked(self, table: str, value: dict[str, Any], *, kept: bool = True) -> dict[str, Any]:
        """A row's values without the names and numbers; with ``kept`` a party's name that stands alone is left."""
        kind = kind_of_table(table)
        if kind is None:
            return value
        left = self._kept if kept else ()
        return with_text(kind.record, value, lambda text: text if text in left else self._lost(text), CODES)


def _closed(line: bytes, pending: list[tuple[bytes, bytes]]) -> bytes:
    """A commit line for its rows as they are now; as it was when it did not close them before."""
    start = line.index(b'"rows":[') + 8
    stop = line.index(b"]", start)
    count, length, seal = line[start:stop].split(b",")
    left = int(length)
    own = len(pending)
    while left > 0 and own:
        own -= 1
        left -= len(pending[own][0])
    before = b"".join(old for old, _ in pending[own:])
    after = b"".join(new for _, new in pending[own:])
    if left or before == after or seal != b'"%08x"' % crc32(before):
        return line
    body = line[18:start] + b'%b,%d,"%08x"' % (count, len(after), crc32(after)) + line[stop:]
    return sealed(body.decode("utf-8"))[:-1]
