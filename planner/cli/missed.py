"""Reminders that could not be shown, told where a person comes by next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.reminding import listed, seen
from planner.wording import n, t
from planner.wording.dates import short

if TYPE_CHECKING:
    from planner.cli.streams import Talk
    from planner.desk.desk import Desk

__all__ = ["tell_missed"]

MOST = 5
"""Those that are told by their titles; more are counted."""


def tell_missed(desk: Desk, talk: Talk) -> None:
    """Say what was missed. Where a person reads along it counts as seen."""
    missed = [row for row in listed(desk) if row.state == "missed"]
    for row in missed[:MOST]:
        talk.say(t("Missed reminder, {when}: {title}", when=short(row.at, desk.now, desk.lang), title=row.said.title))
    if len(missed) > MOST:
        talk.say(n("{count} more: planner remind --list", "{count} more: planner remind --list", len(missed) - MOST))
    elif talk.is_read:
        seen(desk, tuple(key for row in missed for key in row.keys))
