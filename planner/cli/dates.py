"""A date typed as an option: the same language as the capture line's; what has happened is read backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.capture import parse_moment
from planner.cli.options import UsageError
from planner.desk.been import is_ahead, moment_been
from planner.desk.refused import Refused
from planner.domain.moment import day_of
from planner.wording import t

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.moment import Moment, date

__all__ = ["been_of", "day_been", "moment_of"]


def moment_of(text: str, desk: Desk) -> Moment:
    """The day or minute that a text names. Raises ``UsageError`` without a text, ``Refused`` when it names none."""
    if not text.strip():
        raise UsageError(t("Say which date: write fri, 27/11, in 3 days or 2026-11-27."))
    moment = parse_moment(text, desk.now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    if moment is None:
        raise Refused(t("“{words}” is not a date: write fri, 27/11, in 3 days or 2026-11-27.", words=text))
    return moment


def been_of(text: str, desk: Desk) -> Moment:
    """The day or minute behind us that a text names (``yesterday 4pm``, ``wed``, ``9月14日下午4点``).

    Raises ``UsageError`` without a text, ``Refused`` when it names none or one that is still ahead.
    """
    if not text.strip():
        raise UsageError(t("Say which date: write yesterday, wed, 27/11 or 2026-11-27."))
    moment = moment_been(text, desk.day(), desk.lang, day_first=desk.settings.day_first)
    if moment is None:
        raise Refused(t("“{words}” is not a date: write yesterday, wed, 27/11 or 2026-11-27.", words=text))
    if is_ahead(moment, desk.day()):
        raise Refused(t("That day is still ahead: record it when it has happened."))
    return moment


def day_been(text: str, desk: Desk) -> date:
    """The day behind us that a text names; today without one. Raises ``Refused``."""
    return day_of(been_of(text, desk)) if text.strip() else desk.now.date()
