"""Where a person is told of in a book: every state of every record that its files still hold, and what is linked.

An erasure is made of it, and so is what a restoring keeps out: both look at the journal and the old journals too, for
what was undone, deleted or corrected stands there and can come back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.erasure import Erasure, linked_with
from planner.domain.kinds import KINDS, kind_named, kind_of_table
from planner.domain.party import Party
from planner.store import files
from planner.store.blanking import Blanking
from planner.store.decode import WrongField, decode
from planner.store.errors import Unwritable
from planner.store.journal import intact
from planner.store.jsontext import loads
from planner.store.log import parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from planner.domain.entry import Entry
    from planner.store.snapshot import Snapshot
    from planner.store.state import Ident

__all__ = ["Traces"]

_ROWS = (b'"put":', b'"was":')


class Traces:
    """Every state of the records of a book. Making one reads all its files. Raises Damaged, NewerBook, Unwritable."""

    __slots__ = ("_records", "_states", "standing")

    def __init__(self, snapshot: Snapshot) -> None:
        self._states: dict[tuple[str, Ident], dict[bytes, None]] = {}
        self._records: dict[str, list[Entry]] | None = None
        for tables in (snapshot.archived_rows(), snapshot.state.tables):
            for table, rows in tables.items():
                for ident, row in rows.items():
                    self._states.setdefault((table, ident), {})[row] = None
        self.standing = frozenset(self._states)
        """Which records, by table and number, are in the book or its archive; the others were undone or deleted."""
        try:
            for path in parts(snapshot.home):
                for table, ident, row in _rows_of(files.read_all(path)):
                    self._states.setdefault((table, ident), {})[row] = None
        except OSError as error:
            raise Unwritable(str(error.filename or snapshot.home), error.strerror or str(error)) from error

    def erasure(self, at: datetime, reason: str, receptions: tuple[int, ...], *, everywhere: bool) -> Erasure:
        """The erasure of some entries: all names and numbers that they ever had, all that was ever linked to them."""
        names: dict[str, None] = {}
        numbers: dict[str, None] = {}
        for reception in receptions:
            for row in self._states.get(("receptions", reception), ()):
                names |= dict.fromkeys(_texts(row, "name"))
                numbers |= dict.fromkeys(_texts(row, "phone", "petition_number"))
        records = (record for kind in ("reception", "matter", "point") for record in self._of(kind))
        linked = sorted(linked_with(receptions, records))
        made = Erasure(
            at=at,
            reason=reason,
            receptions=receptions,
            others=tuple((kind_named(kind).table, number) for kind, number in linked),
            names=tuple(names),
            numbers=tuple(numbers),
            everywhere=everywhere,
        )
        parties = (record for record in self._of("party") if isinstance(record, Party))
        called = dict.fromkeys(name for party in parties for name in (party.name, *party.aliases))
        blanking = Blanking(made)
        return made.replace(kept=tuple(name for name in called if blanking.finds(name)))

    def holding(self, erasure: Erasure) -> tuple[tuple[str, int], ...]:
        """Which records, by table and number, hold a name or number of the person in any of their states."""
        blanking = Blanking(erasure)
        own = [("receptions", number) for number in erasure.receptions]
        return tuple(
            sorted(
                (table, ident)
                for (table, ident), states in self._states.items()
                if isinstance(ident, int)
                and (table, ident) not in own
                and kind_of_table(table) is not None
                and any(blanking.holds(table, row) for row in states)
            )
        )

    def _of(self, name: str) -> list[Entry]:
        """Every state of the records of a kind that can be read."""
        if self._records is None:
            self._records = {kind.name: [] for kind in KINDS}
            for (table, ident), states in self._states.items():
                kind = kind_of_table(table)
                if kind is None or kind.name not in _TOLD_OF or not isinstance(ident, int):
                    continue
                for row in states:
                    try:
                        self._records[kind.name].append(decode(kind.record, ident, loads(row)))
                    except (WrongField, ValueError):
                        continue  # no link can be read of it; its words are looked at as they stand
        return self._records[name]


_TOLD_OF = ("reception", "matter", "point", "party")


def _texts(row: bytes, *fields: str) -> list[str]:
    """What stands in some fields of a row, as far as it can be read."""
    try:
        value = loads(row)
    except ValueError:
        return []
    found = [value.get(field) for field in fields] if isinstance(value, dict) else []
    return [text for text in found if isinstance(text, str) and text]


def _rows_of(data: bytes) -> Iterator[tuple[str, Ident, bytes]]:
    """The rows that stand in a journal, whether a commit line closes them or not."""
    for line in data.split(b"\n"):
        if line[18:24] not in _ROWS or not intact(line):
            continue
        cut = line.find(b',"is":', 24)
        ident, _, table = line[24:cut].partition(b',"of":')
        yield loads(table), loads(ident), line[cut + 6 : -1]
