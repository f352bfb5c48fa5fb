"""What a search found, of every kind and the archive too; Enter goes to the record in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from planner.tui.finding import PLACES, Found, search
from planner.tui.places.over import OverPlace
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import n, t
from planner.wording.page import Row
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planner.desk.desk import Desk
    from planner.tui.messages import Sight

__all__ = ["FoundPlace"]


class FoundPlace(OverPlace):
    """The records that hold some words."""

    NAME = "found"
    OWN: ClassVar[Mapping[str, str]] = {"open": "go"}

    def __init__(self, words: str) -> None:
        self._words = words
        super().__init__()

    def heading(self) -> str:
        """What was searched for."""
        return t("Found: {words}", words=self._words)

    def keys(self) -> str:
        """What can be done here."""
        return t("Enter goes to the record, Esc back")

    def teaching(self) -> str:
        """What is said when nothing was found."""
        return t("Nothing holds “{words}”, not in the archive either. Esc goes back.", words=self._words)

    def reading(self) -> Callable[[Desk], object]:
        """The search."""
        words = self._words
        return lambda desk: search(desk, words)

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """What was found, kind by kind."""
        found: tuple[Found, ...] = page if isinstance(page, tuple) else ()
        self.head.tell(self.heading(), "", n("{count} record", "{count} records", len(found)))
        kinds = ("matter", "reception", "point", "party")
        parts = ((kind, [one for one in found if one.kind == kind]) for kind in kinds)
        return tuple(
            Section(
                kind,
                term("kind", kind, sight.lang),
                Lazy(
                    some,
                    draw=lambda one: Row(
                        subject=one.kind,
                        key=str(one.key[1]),
                        number=one.label if one.kind in ("matter", "reception") else "",
                        text=one.words,
                        detail=one.detail,
                    ),
                    key=lambda one: one.key,
                ),
            )
            for kind, some in parts
            if some
        )

    def see(self, page: object, sight: Sight) -> None:
        """Show what was found; with the first page, what was typed ahead may come."""
        opening = self.focused is None
        super().see(page, sight)
        if opening:
            self.app.call_later(self.app.settle)

    def go(self) -> None:
        """To the record under the cursor; what its place does not list is opened here."""
        found = self.list.record
        if isinstance(found, Found) and found.listed:
            self.leave()
            self.app.go_to(PLACES[found.kind], found.key)
        elif found is not None:
            from planner.tui.verbs.looking import open_

            open_(self)
