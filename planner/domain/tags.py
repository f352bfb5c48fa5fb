"""Tags over the whole book: how often each is used, and a record with some of them under another name."""

from __future__ import annotations

from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["TagCount", "counted", "retagged"]


class TagCount(Record):
    """A tag, on how many open records it stands, and on how many in all."""

    tag: str
    open: int
    all: int


def counted(records: Iterable[tuple[tuple[str, ...], bool]]) -> tuple[TagCount, ...]:
    """The tags of records, given as (tags, whether it is open): those on most open ones first, then by name."""
    opened: dict[str, int] = {}
    every: dict[str, int] = {}
    for tags, is_open in records:
        for tag in dict.fromkeys(tags):
            every[tag] = every.get(tag, 0) + 1
            opened[tag] = opened.get(tag, 0) + is_open
    counts = [TagCount(tag=tag, open=opened[tag], all=count) for tag, count in every.items()]
    return tuple(sorted(counts, key=lambda one: (-one.open, -one.all, one.tag)))


def retagged(tags: tuple[str, ...], old: tuple[str, ...], new: str | None) -> tuple[str, ...]:
    """The tags with each of ``old`` called ``new``, or left out without one; none stands twice."""
    changed = [new if tag in old else tag for tag in tags]
    return tuple(dict.fromkeys(tag for tag in changed if tag is not None))
