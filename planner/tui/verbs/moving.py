"""Moving in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.tui.places.place import Place

__all__ = ["bottom", "down", "page_down", "page_up", "top", "top_by_gg", "up"]

FAR = 1_000_000_000


def down(place: Place) -> None:
    """One down."""
    place.list.move(1)


def up(place: Place) -> None:
    """One up."""
    place.list.move(-1)


def page_down(place: Place) -> None:
    """A page down."""
    place.list.move(max(1, place.list.size.height - 2))


def page_up(place: Place) -> None:
    """A page up."""
    place.list.move(-max(1, place.list.size.height - 2))


def top(place: Place) -> None:
    """To the first record."""
    place.list.move(-FAR)


def top_by_gg(place: Place) -> None:
    """To the first record, at the second ``g`` in a row."""
    if place.is_second("top-by-gg"):
        place.list.move(-FAR)


def bottom(place: Place) -> None:
    """To the last record."""
    place.list.move(FAR)
