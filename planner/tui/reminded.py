"""What is done about a reminder that was shown: putting it off, going to what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.wording import t
from planner.wording.dates import stamp
from planner.wording.safe import fit

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.desk.reminding import Claim
    from planner.tui.places.place import Place

__all__ = ["TITLE", "act_on", "open_subject", "put_off"]

TITLE = 40
"""Cells of a title that a sentence names."""

_MODES = {"matter": "matters", "reception": "receptions", "party": "parties"}
"""Where a record is found when the place that is seen does not have it."""


def act_on(place: Place, claim: Claim, act: str) -> None:
    """Do what was clicked on a reminder at the foot: ``open``, ``away``, or the words to put it off with."""
    if act == "open":
        if claim.subject is None:
            place.action_command("reminders")
        else:
            open_subject(place, claim.subject)
    elif act != "away":
        place.app.fetch(lambda desk: put_off(desk, claim.keys[0], act), place.told, opens=False)


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


def put_off(desk: Desk, key: str, words: str) -> str:
    """Put a reminder off; the sentence that tells."""
    from planner.desk.reminding import snooze

    row, until = snooze(desk, key, words)
    return t("put off until {when}: {title}", when=stamp(until, desk.now, desk.lang), title=fit(row.said.title, TITLE))


def _name_of(desk: Desk, number: int) -> str | None:
    """A party's name."""
    found = desk.book.read().get("party", number)
    return None if found is None else str(getattr(found, "name", ""))
