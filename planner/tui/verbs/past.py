"""Taking back and doing again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.messages import Outcome
from planner.wording import n, p, t
from planner.wording.changes import command_name
from planner.wording.numbers import reception_label
from planner.wording.terms import term

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.store.undo import Undone
    from planner.tui.places.place import Place

__all__ = ["redo", "undo"]

NAMED = 3
"""Records that are named; more are counted."""


def undo(place: Place) -> None:
    """Take back the last change, and say what it was."""
    place.write(_undo)


def redo(place: Place) -> None:
    """Do again what was taken back last."""
    place.write(_redo)


def _undo(desk: Desk) -> Outcome:
    from planner.desk.past import undo as take_back

    undone = take_back(desk)
    return _told(undone, t("taken back: {what} (Ctrl+r does it again)", what=_what(undone)))


def _redo(desk: Desk) -> Outcome:
    from planner.desk.past import redo as do_again

    undone = do_again(desk)
    return _told(undone, t("done again: {what}", what=_what(undone)))


def _told(undone: Undone, sentence: str) -> Outcome:
    """What is said, and the first record to go to."""
    follow = undone.records[0] if undone.records else None
    return Outcome(sentence=sentence, follow=follow)


def _what(undone: Undone) -> str:
    """A change in words: its command and its records."""
    named = []
    for kind, number in undone.records:
        if kind == "party" and len(undone.records) > 1:
            continue  # a name made known on the way is not what the change was about
        label = reception_label(number) if kind == "reception" else str(number)
        named.append(t("{kind} {number}", kind=term("kind", kind), number=label))
    shown = p("enumeration", ", ").join(named[:NAMED])
    rest = len(named) - NAMED
    if rest > 0:
        shown = n("{records} and {count} more", "{records} and {count} more", rest, records=shown)
    command = command_name(undone.command)
    return t("{command}: {records}", command=command, records=shown) if shown else command
