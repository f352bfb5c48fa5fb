"""Until when a reminder is put off, as it is typed: ``10m``, ``1h``, ``afternoon``, ``tomorrow``, ``fri 9:00``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.capture import parse_moment
from planner.desk.refused import Refused
from planner.domain.moment import datetime, timedelta
from planner.wording import t

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.reminder_rules import ReminderRules

__all__ = ["AFTERNOON", "until_of"]

AFTERNOON = 14
"""The hour at which an office's afternoon begins (practice)."""

_SPAN = re.compile(r"\+?(\d{1,4})\s*(m|min|mins|minutes?|分钟?|h|hrs?|hours?|小时|个小时|d|days?|天)?", re.IGNORECASE)
_AFTERNOONS = ("afternoon", "this afternoon", "下午", "今天下午")
_TOMORROWS = ("tomorrow", "明天", "明早", "明天早上")


def until_of(desk: Desk, words: str, rules: ReminderRules) -> datetime:
    """The moment that the words name. Raises ``Refused`` when they name none, or one that has passed.

    A day without a time is its morning, when the day's page comes.
    """
    bare = " ".join(words.split()).lower()
    now = desk.now
    span = _SPAN.fullmatch(bare)
    if span is not None:
        until = now + _distance(int(span[1]), span[2] or "m")
    elif bare in _AFTERNOONS:
        until = datetime(now.year, now.month, now.day, AFTERNOON)
        if until <= now:
            raise Refused(t("The afternoon has begun: say 1h, or a time as 16:00."))
    elif bare in _TOMORROWS:
        until = rules.morning_of(now + timedelta(days=1))
    else:
        moment = parse_moment(words, now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
        if moment is None:
            raise Refused(t("“{words}” is no time to put it off to: write 10m, 1h, afternoon, tomorrow or fri 9:00.",
                            words=words))  # fmt: skip
        until = moment if isinstance(moment, datetime) else rules.morning_of(moment)
    if until <= now:
        raise Refused(t("“{words}” has passed already: give a later time.", words=words))
    return until


def _distance(count: int, unit: str) -> timedelta:
    """How long so many minutes, hours or days are."""
    if unit[0] in "h小个":
        return timedelta(hours=count)
    return timedelta(days=count) if unit[0] in "d天" else timedelta(minutes=count)
