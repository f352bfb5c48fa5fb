"""A day or a time that has been: of two readings the one behind, since what is recorded has happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.capture.filter_days import read_days
from planner.domain.moment import datetime, timedelta
from planner.tui.checks import Verdict
from planner.wording import t
from planner.wording.dates import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.domain.day import Day
    from planner.domain.moment import Moment
    from planner.tui.messages import Sight

__all__ = ["been", "is_ahead", "moment_been"]

_DAYS = (("大前天", 3), ("前天", 2), ("前日", 2), ("昨天", 1), ("昨日", 1), ("yesterday", 1))


def moment_been(text: str, day: Day, lang: str, *, day_first: bool) -> Moment | None:
    """What a text names, looking back; ``None`` when it names no moment. It may lie ahead all the same."""
    if not text.strip():
        return None
    bare = text.strip()
    for word, ago in _DAYS:  # the capture line looks ahead, and reads no such day with a time
        rest = bare[len(word) :].strip()
        if rest and bare.lower().startswith(word):
            then = day.now.replace(hour=0, minute=0) - timedelta(days=ago)
            hour = read_days(rest, then, lang, day.calendar, day_first=day_first, back=False)
            return None if hour is None else hour[0]
    found = None
    # Read at the beginning of the day as well: half past seven, said at eight, is this morning's.
    for now in (day.now, day.now.replace(hour=0, minute=0)):
        found = read_days(text, now, lang, day.calendar, day_first=day_first, back=True)
        if found is None or not isinstance(found[0], datetime) or not is_ahead(found[0], day):
            break
    return None if found is None else found[0]


def is_ahead(moment: Moment, day: Day) -> bool:
    """Whether a moment has not been yet."""
    return moment > day.now if isinstance(moment, datetime) else moment > day.today


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
        return Verdict(ok=True, words=said(moment, day.now, sight.lang, day.calendar))

    return check
