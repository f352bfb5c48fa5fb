"""The list of names that parties answer to, so that ``planner add`` can tell a new one without reading the book.

``cache/names``: a name in JSON a line, and as the last line ``=`` and the number of the last transaction that changed a
party. That number travels in every commit line, so a list that is behind is seen at once and made anew. Losing the
file costs one reading of the book; nothing is synced.
"""

from __future__ import annotations

import os

from planner.store import files
from planner.store.jsontext import quote, to_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.store.state import Ident
    from planner.store.transaction import Row, Transaction

__all__ = ["follow", "knows", "renew", "write_names"]


def knows(tx: Transaction, name: str) -> bool:
    """Whether a party of the book answers to a name."""
    stamp = tx.tail.names
    if not stamp:
        return False
    data = _read(tx.home)
    if not data.endswith(b"\n=%d\n" % stamp):
        data = write_names(tx.home, tx.snapshot().state.tables.get("parties", {}).values(), stamp)
    return b"\n%b\n" % to_bytes(quote(name)) in data


def follow(tx: Transaction, changed: dict[Ident, Row]) -> None:
    """Bring the list up to what was just kept: new parties are added; after other changes it is later made anew."""
    if any(before is not None or after is None for before, after in changed.values()):
        return
    stamp = tx.tail.names
    seq = tx.commit.seq if tx.commit else 0
    data = _read(tx.home) if stamp else b"\n"
    if stamp and not data.endswith(b"\n=%d\n" % stamp):
        return
    lines = _lines(row for _, row in changed.values() if row is not None)
    path = os.path.join(tx.home, "cache", "names")
    try:
        if stamp:
            fd = files.open_to_write(path)
            os.lseek(fd, 0, os.SEEK_END)
        else:
            files.make_folder(os.path.dirname(path))
            files.remove(path)
            fd = files.open_to_write(path, new=True)
            lines = b"\n" + lines
        try:
            files.write(fd, lines + b"=%d\n" % seq)
        finally:
            files.close(fd)
    except OSError:
        return  # the list is a convenience: the change itself is kept


def write_names(home: str, rows: Iterable[bytes], stamp: int) -> bytes:
    """Make the list anew of all parties' rows; what it now holds."""
    data = b"\n" + _lines(rows) + b"=%d\n" % stamp
    path = os.path.join(home, "cache", "names")
    try:
        files.make_folder(os.path.dirname(path))
        files.remove(path)
        fd = files.open_to_write(path, new=True)
        try:
            files.write(fd, data)
        finally:
            files.close(fd)
    except OSError:
        pass  # it is made again when next asked for
    return data


def renew(home: str, rows: Iterable[bytes], stamp: int) -> None:
    """Make the list anew if it is not the one of the book as it stands."""
    if stamp and not _read(home).endswith(b"\n=%d\n" % stamp):
        write_names(home, rows, stamp)


def _read(home: str) -> bytes:
    """The list as it stands; empty when there is none."""
    try:
        return files.read_all(os.path.join(home, "cache", "names"))
    except OSError:
        return b""


def _lines(rows: Iterable[bytes]) -> bytes:
    """The names in some rows of parties, a line each."""
    from planner.store.jsontext import loads

    names: list[str] = []
    for row in rows:
        try:
            found = loads(row)
        except ValueError:
            continue
        names += [name for name in (found.get("name"), *(found.get("aliases") or ())) if isinstance(name, str)]
    return b"".join(to_bytes(quote(name)) + b"\n" for name in names)
