"""Reminders: the list, putting one off, going to what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui import grammars
from planner.tui.reminded import TITLE, open_subject, put_off
from planner.wording import t
from planner.wording.safe import fit

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.desk.reminding import Listed
    from planner.domain.moment import datetime
    from planner.tui.places.place import Place
    from planner.tui.widgets.reminders import Chosen, ReminderList

__all__ = ["reminders"]


def reminders(place: Place) -> None:
    """Open the list; what was missed counts as seen."""
    place.app.fetch(_read, lambda rows: _open(place, rows))


def _read(desk: Desk) -> tuple[tuple[Listed, ...], datetime, str]:
    from planner.desk.reminding import listed, seen

    rows = listed(desk)
    missed = tuple(key for row in rows if row.state == "missed" for key in row.keys)
    if missed:
        seen(desk, missed)
    return rows, desk.now, desk.lang


def _open(place: Place, found: tuple[tuple[Listed, ...], datetime, str]) -> None:
    """Show the list."""
    from planner.tui.bell import bell_of
    from planner.tui.widgets.reminders import ReminderList

    bell_of(place.app).put_away()

    def left(chosen: Chosen | None) -> None:
        if chosen is None:
            return
        if not chosen.opens:
            _ask(place, chosen.row)
        elif chosen.row.subject is not None:
            open_subject(place, chosen.row.subject)

    place.app.push_screen(ReminderList(*found, lambda screen, row, words: _put_off(place, screen, row, words)), left)


def _put_off(place: Place, screen: ReminderList, row: Listed, words: str) -> None:
    """Put one off while the list stays open."""

    def came(found: tuple[str, tuple[Listed, ...]]) -> None:
        place.told(found[0])
        if screen.is_attached:
            screen.show(found[1])

    place.app.fetch(lambda desk: (put_off(desk, row.key, words), _read(desk)[0]), came, opens=False)


def _ask(place: Place, row: Listed) -> None:
    """Ask until when one is put off, in a line."""
    asked = grammars.plain(
        "snooze", t("{title}: put off until", title=fit(row.said.title, TITLE)), t("16:00, fri 9:00, 20m")
    )

    def entered(words: str) -> None:
        if words.strip():
            place.app.fetch(lambda desk: put_off(desk, row.key, words.strip()), place.told, opens=False)

    place.slot.ask(asked, place.sight, entered)
