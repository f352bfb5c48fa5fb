"""The lists of a place: another one, a saved view, the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.wording import t

if TYPE_CHECKING:
    from planner.tui.places.place import Place

__all__ = ["agenda", "earlier", "later_", "lists"]


def lists(place: Place) -> None:
    """The next list of this place; of matters, the saved views to choose among."""
    _give(place, "next_list")


def agenda(place: Place) -> None:
    """The week, then the month, then the list again; from another place, the week of all matters."""
    if not hasattr(place, "next_agenda"):
        place.app.switch_mode("matters")
        found = place.app.place
        if found is None or found is place:
            return
        place = found
    _give(place, "next_agenda")


def earlier(place: Place) -> None:
    """The stretch before."""
    _give(place, "earlier")


def later_(place: Place) -> None:
    """The stretch after."""
    _give(place, "later")


def _give(place: Place, name: str) -> None:
    """Have a place do what only some places can."""
    found = getattr(place, name, None)
    if found is None:
        place.told(t("Not in this place."), refusal=True)
    else:
        found()
