"""Reminders: the list, putting one off, going to what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui import grammars
from planner.wording import t
from planner.wording.dates import stamp
from planner.wording.safe import fit

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.desk.reminding import Claim, Listed
    from planner.domain.moment import datetime
    from planner.tui.places.place import Place
    from planner.tui.widgets.reminders import Chosen, ReminderList

__all__ = ["act_on", "open_subject", "reminders"]

TITLE = 40
"""Cells of a title that a sentence names."""

_MODES = {"matter": "matters", "reception": "receptions", "party": "parties"}
"""Where a record is found when the place that is seen does not have it."""


def reminders(place: Place) -> None:
    """Open the list; what was missed counts as seen."""
    place.app.fetch(_read, lambda rows: _open(place, rows))


def act_on(place: Place, claim: Claim, act: str) -> None:
    """What was clicked on a reminder at the foot."""
    from planner.tui.bell import bell_of

    bell_of(place.app).put_away(claim.keys)
    if act == "open":
        if claim.subject is None:
            reminders(place)
        else:
            open_subject(place, claim.subject)
    elif act != "away":
        place.app.fetch(lambda desk: _snooze(desk, claim.keys[0], act), place.told, opens=False)


def open_subject(place: Place, subject: tuple[str, int]) -> None:
    """Go to a record: in the place that is seen when it stands there, else in its own."""
    app = place.app
    key = subject if subject[0] != "party" else None

    def named(name: str | None) -> None:
        wanted = key if name is None else ("party", name)
        if wanted is not None and _goes_to(place, wanted):
            return
        app.switch_mode(_MODES[subject[0]])
        app.call_later(_follow, place, wanted)

    if subject[0] == "party":
        app.fetch(lambda desk: _name_of(desk, subject[1]), named, opens=False)
    else:
        named(None)


def _goes_to(place: Place, key: tuple[str, int | str]) -> bool:
    """Put the cursor on a record, when the place that is seen has it."""
    place.told("", key)
    place.sift(place.sieve.words)
    return place.list.place[1] == key


def _follow(before: Place, key: tuple[str, int | str] | None) -> None:
    """Put the cursor on a record at the next showing of the place that is seen now."""
    place = before.app.place
    if place is not None:
        place.told("", key)
        before.app.reload()


def _read(desk: Desk) -> tuple[tuple[Listed, ...], datetime, str]:
    from planner.desk.reminding import listed, seen

    rows = listed(desk)
    missed = tuple(row.key for row in rows if row.state == "missed")
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

    place.app.fetch(lambda desk: (_snooze(desk, row.key, words), _read(desk)[0]), came, opens=False)


def _ask(place: Place, row: Listed) -> None:
    """Ask until when one is put off, in a line."""
    asked = grammars.plain(
        "snooze", t("{title}: put off until", title=fit(row.said.title, TITLE)), t("16:00, fri 9:00, 20m")
    )

    def entered(words: str) -> None:
        if words.strip():
            place.app.fetch(lambda desk: _snooze(desk, row.key, words.strip()), place.told, opens=False)

    place.slot.ask(asked, place.sight, entered)


def _snooze(desk: Desk, key: str, words: str) -> str:
    """Put one off; the sentence that tells."""
    from planner.desk.reminding import snooze

    row, until = snooze(desk, key, words)
    return t("put off until {when}: {title}", when=stamp(until, desk.now, desk.lang), title=fit(row.said.title, TITLE))


def _name_of(desk: Desk, number: int) -> str | None:
    """A party's name."""
    found = desk.book.read().get("party", number)
    return None if found is None else str(getattr(found, "name", ""))
