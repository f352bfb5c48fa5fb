"""Records in the palette: by number, or by words of theirs, archived ones too."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual.command import Hit, Provider
from textual.content import Content

from planner.tui.finding import PLACES, Found, search

if TYPE_CHECKING:
    from textual.command import Hits

    from planner.tui.app import PlannerApp

__all__ = ["Records"]

MOST = 12
"""Records that the palette shows; the search place shows all."""
LEAST = 2
"""Characters from which words are looked for; a number is looked for at once."""


class Records(Provider):
    """Finds records as one types; choosing one goes to it."""

    async def search(self, query: str) -> Hits:
        """The records that the words name."""
        words = query.strip()
        if len(words) < LEAST and not words.isdecimal():
            return
        app: PlannerApp = self.app  # type: ignore[assignment]
        came: asyncio.Future[tuple[Found, ...]] = asyncio.get_running_loop().create_future()

        def take(found: Any) -> None:
            if not came.done():
                came.set_result(found)

        app.fetch(lambda desk: search(desk, words), take, opens=False)
        # Not in ``help``: the palette reads markup there, and what a person wrote is none.
        for place, one in enumerate((await came)[:MOST]):
            yield Hit(
                1.0 - place / (MOST * 10),
                Content.assemble(f"{one.label}  {one.words}", (f"  {one.detail}", "$text-muted")),
                lambda one=one: go(app, one),
                text=one.words,
            )


def go(app: PlannerApp, found: Found) -> None:
    """To the record in its place; what its place does not list is shown as found."""
    if found.listed:
        app.go_to(PLACES[found.kind], found.key)
        return
    from planner.tui.places.found import FoundPlace

    app.push_screen(FoundPlace(found.words if found.kind == "point" else found.label))
