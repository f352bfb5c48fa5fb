"""Tags over the whole book: count them, rename or merge them, take one off everywhere. No work is done by it."""

from __future__ import annotations

from planner.capture.filter_words import RESERVED
from planner.capture.fold import STOPS, fold
from planner.desk.discretion import Discretion
from planner.desk.refused import Refused
from planner.domain.kinds import KINDS
from planner.domain.record import Record
from planner.domain.tags import TagCount, counted, retagged
from planner.domain.terms import SOMEDAY
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.desk.desk import Desk
    from planner.domain.entry import Entry

__all__ = ["Retagged", "rename_tags", "tag_counts"]


class Retagged(Record):
    """On how many records tags were renamed, and whether the new one was in use before, so that they were merged."""

    count: int
    merged: bool = False


def tag_counts(desk: Desk) -> tuple[TagCount, ...]:
    """Every tag of matters, receptions and points, those on most open records first; archived records count as well."""
    shown = Discretion(desk)
    return counted((shown(record).tags, record.closed is None) for record, _ in _tagged(desk))  # type: ignore[attr-defined]


def rename_tags(desk: Desk, old: tuple[str, ...], new: str | None) -> Retagged:
    """Call tags by another name everywhere, in one change; several old ones, or one new that is in use, are merged.

    Without a new name they are taken off. The clock of neglect is not reset: re-tagging is no work. Raises ``Refused``.
    """
    old = tuple(map(_bare, old))
    new = None if new is None else _checked(_bare(new))
    at = desk.now
    with desk.change("tags") as tx:
        found = list(_tagged(desk))
        used = {tag for _, tags in found for tag in tags}
        for tag in old:
            if tag not in used:
                raise Refused(t("No record has the tag {tag}: planner tags lists them.", tag=tag))
        count = 0
        for record, tags in found:
            kept = retagged(tags, old, new)
            if kept != tags:
                tx.put(record.replace(tags=kept, changed=at))
                count += 1
    merged = new is not None and (len(old) > 1 or (new in used and new not in old))
    return Retagged(count=count, merged=merged)


def _tagged(desk: Desk) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Every record that may have tags, with its tags, those of the archive too."""
    snapshot = desk.book.read()
    for kind in KINDS:
        if any(field.name == "tags" for field in kind.record.FIELDS):
            for record in (*snapshot.all(kind.name), *snapshot.archived(kind.name)):
                tags: tuple[str, ...] = getattr(record, "tags", ())
                if tags:
                    yield record, tags


def _bare(word: str) -> str:
    """A tag without its sign."""
    return word[1:] if word[:1] in {"+", "#", "＋", "＃"} else word


def _checked(tag: str) -> str:
    """A tag that can be typed again. Raises ``Refused`` for any other."""
    low = fold(tag)
    if not tag or any(char in STOPS for char in low) or not low.isprintable() or low[0] in "-/!" or low[0].isdecimal():
        raise Refused(t("“{tag}” can't be a tag: write one word without signs, as 救助 or relief.", tag=tag))
    if low in RESERVED and low not in SOMEDAY:
        raise Refused(t("“{tag}” is a word of the planner's own: +{tag} would mean that. Choose another.", tag=tag))
    return tag
