"""Marking several matters, for which the next verb is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.marks import tell_marks
from planner.wording import t

if TYPE_CHECKING:
    from planner.tui.places.place import Place
    from planner.tui.widgets.sections import Key

__all__ = ["mark", "mark_all", "mark_down", "mark_up"]


def mark(place: Place) -> None:
    """Mark the matter under the cursor, or take its mark away, and go on to the next."""
    key = place.list.place[1]
    if key is None or key[0] != "matter":
        place.told(t("Only matters can be marked."), refusal=True)
        return
    place.list.mark(place.list.marked ^ {key})
    place.list.move(1)
    tell_marks(place)


def mark_down(place: Place) -> None:
    """Mark from here down, a record at a time."""
    _mark_on(place, 1)


def mark_up(place: Place) -> None:
    """Mark from here up, a record at a time."""
    _mark_on(place, -1)


def mark_all(place: Place) -> None:
    """Mark all matters that the list shows, or none when all are marked: filter first, then mark."""
    every = _matters(place.list.keys_between(0, place.list.items - 1))
    place.list.mark(frozenset() if every <= place.list.marked else place.list.marked | every)
    tell_marks(place)


def _mark_on(place: Place, by: int) -> None:
    """Mark the record under the cursor and the next one, and go there."""
    before = place.list.cursor
    place.list.move(by)
    place.list.mark(place.list.marked | _matters(place.list.keys_between(before, place.list.cursor)))
    tell_marks(place)


def _matters(keys: tuple[Key, ...]) -> frozenset[Key]:
    """The matters among some records."""
    return frozenset(key for key in keys if key[0] == "matter")
