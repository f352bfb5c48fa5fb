"""The check of a field that takes a day or a time that has been, as ``planner.desk.been`` reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.been import is_ahead, moment_been
from planner.tui.checks import Verdict
from planner.wording import t
from planner.wording.dates import stamp

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.tui.messages import Sight

__all__ = ["been", "is_ahead", "moment_been"]


def been(sight: Sight) -> Callable[[str], Verdict]:
    """The check of a field that takes such a moment; empty is none."""

    def check(text: str) -> Verdict:
        if not text.strip():
            return Verdict(ok=True)
        day = sight.day
        moment = moment_been(text, day, sight.lang, day_first=sight.day_first)
        if moment is None:
            return Verdict(ok=False, words=t("not a date yet: fri, tomorrow 3pm, in 3 days, 27/11"))
        if is_ahead(moment, day):
            return Verdict(ok=False, words=t("that day is still ahead"))
        return Verdict(ok=True, words=stamp(moment, day.now, sight.lang))  # what has happened is never overdue

    return check
