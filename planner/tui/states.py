"""What holds in a place until it is taken away, in words for the head: the demo, marks, a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.wording import n, p

if TYPE_CHECKING:
    from planner.tui.places.place import Place

__all__ = ["states_of"]


def states_of(place: Place) -> tuple[str, ...]:
    """That the book is a demo, how many records the verbs are for, and what the list is cut down to."""
    made = [p("head", "demo")] if place.app.is_demo else []
    marked = len(place.list.marked)
    if marked:
        made.append(n("{count} marked", "{count} marked", marked))
    words = place.sieve.words.strip()
    if words:
        shown = sum(len(section.rows) for section in place.list.sections)
        made.append(n("only “{words}”: {count}", "only “{words}”: {count}", shown, words=words))
    return tuple(made)
