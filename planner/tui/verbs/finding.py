"""Finding records wherever they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui import grammars
from planner.wording import t

if TYPE_CHECKING:
    from planner.tui.places.place import Place

__all__ = ["find", "palette"]


def find(place: Place) -> None:
    """Search all records, the archive too, for a number or words."""

    def entered(words: str) -> None:
        if words.strip():
            from planner.tui.places.found import FoundPlace

            place.app.push_screen(FoundPlace(words.strip()))

    grammar = grammars.plain("find", t("search all"), t("a number, words, a name; the archive too"))
    place.slot.ask(grammar, place.sight, entered)


def palette(place: Place) -> None:
    """Commands by name, and records by number or words."""
    place.app.action_command_palette()
