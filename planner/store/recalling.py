"""Archived records that hold a text, found by their rows' bytes: asked at each key while a visitor's line is typed."""

from __future__ import annotations

from planner.domain.kinds import kind_named
from planner.store.jsontext import dumps
from planner.store.snapshot import parsed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.entry import Entry
    from planner.store.snapshot import Snapshot

__all__ = ["recalled"]


def recalled(snapshot: Snapshot, kind: str, texts: tuple[str, ...]) -> tuple[Entry, ...]:
    """The archived records of a kind whose rows hold one of the texts, by number; none without a text.

    Only those rows are parsed, so that an archive of many years costs a search of its bytes.
    """
    needles = tuple(dumps(text)[1:-1].encode("utf-8", "surrogatepass") for text in texts if text)
    if not needles:
        return ()
    rows = snapshot.archived_rows().get(kind_named(kind).table, {})
    chosen = {number: row for number, row in rows.items() if any(needle in row for needle in needles)}
    return tuple(snapshot.records(kind, parsed(chosen)).values())
