"""Taking back and doing again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.messages import Outcome
from planner.wording import n, p, t
from planner.wording.changes import command_name, title_told
from planner.wording.numbers import reception_label
from planner.wording.safe import fit, shown
from planner.wording.terms import term

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.store.undo import Undone
    from planner.tui.places.place import Place

__all__ = ["redo", "undo"]

NAMED = 3
"""Records that are named; more are counted."""
TITLE = 24
"""Cells of a title."""


def undo(place: Place) -> None:
    """Take back the last change, and say what it was."""
    place.write(_undo)


def redo(place: Place) -> None:
    """Do again what was taken back last."""
    place.write(_redo)


def _undo(desk: Desk) -> Outcome:
    from planner.desk.past import undo as take_back

    undone = take_back(desk)
    return _told(undone, t("taken back: {what} (Ctrl+r does it again)", what=_what(desk, undone)))


def _redo(desk: Desk) -> Outcome:
    from planner.desk.past import redo as do_again

    undone = do_again(desk)
    return _told(undone, t("done again: {what}", what=_what(desk, undone)))


def _told(undone: Undone, sentence: str) -> Outcome:
    """What is said, and the first record to go to."""
    follow = undone.records[0] if undone.records else None
    return Outcome(sentence=sentence, follow=follow)


def _what(desk: Desk, undone: Undone) -> str:
    """A change in words: its command and its records, by their titles as far as these may be told."""
    from planner.desk.discretion import Discretion
    from planner.domain.entry import Entry

    snapshot = desk.book.read()
    fit_to_show = Discretion(desk, snapshot)
    named = []
    for kind, number in undone.records:
        if kind == "party" and len(undone.records) > 1:
            continue  # a name made known on the way is not what the change was about
        record = snapshot.get(kind, number)
        title = fit(shown(title_told(fit_to_show(record))), TITLE) if isinstance(record, Entry) else ""
        label = reception_label(number) if kind == "reception" else str(number)
        if title and kind == "party":
            named.append(title)  # its number is the book's own
        elif title:
            named.append(t("{number} {title}", number=label, title=title))
        else:  # taken back altogether, or not to be told
            named.append(t("{kind} {number}", kind=term("kind", kind), number=label))
    words = p("enumeration", ", ").join(named[:NAMED])
    rest = len(named) - NAMED
    if rest > 0:
        words = n("{records} and {count} more", "{records} and {count} more", rest, records=words)
    command = command_name(undone.command)
    return t("{command}: {records}", command=command, records=words) if words else command
