"""Marking several matters for one verb: one transaction, one undo, and a question first when they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.commands import label_of, verb_of
from planner.wording import n, p

if TYPE_CHECKING:
    from planner.tui.command import Command
    from planner.tui.places.place import Place

__all__ = ["ask_first", "tell_marks"]

ONE_ONLY = ("rank-up", "rank-down", "retitle")
"""Verbs that are for one matter at a time."""


def ask_first(place: Place, command: Command) -> bool:
    """Whether a verb may go on at once with what is marked; else it was asked about, or refused."""
    marked = place.list.marked
    if command.id in ONE_ONLY or "matter" not in command.on:
        place.told(
            n(
                "“{label}” is for one at a time, and {count} other is marked. Esc takes the mark away.",
                "“{label}” is for one at a time, and {count} are marked. Esc takes the marks away.",
                len(marked),
                label=label_of(command),
            ),
            refusal=True,
        )
        return False
    if len(marked) <= place.app.clerk.settings.bulk_ask:
        return True
    from planner.tui.facts import Facts
    from planner.tui.widgets.ask import Choice, Menu

    title = n(
        "{label}: really for {count} matter?",
        "{label}: really for {count} matters?",
        len(marked),
        label=label_of(command),
    )

    def chosen(value: str | None) -> None:
        if value == "yes":
            verb_of(command)(place)

    choices = (Choice("yes", p("answer", "yes"), "y", "1"), Choice("no", p("answer", "no"), "n", "2"))
    place.app.push_screen(Menu(Facts(title), choices), chosen)
    return False


def tell_marks(place: Place) -> None:
    """Say how many are marked, and what can be done with them."""
    count = len(place.list.marked)
    place.foot.say(
        n(
            "{count} marked: any verb applies to it, Esc takes the mark away",
            "{count} marked: any verb applies to all of them, Esc takes the marks away",
            count,
        )
        if count
        else ""
    )
