"""A date typed as an option: the same language as the capture line's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.capture import parse_moment
from planner.cli.options import UsageError
from planner.desk.refused import Refused
from planner.wording import t

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.moment import Moment

__all__ = ["moment_of"]


def moment_of(text: str, desk: Desk) -> Moment:
    """The day or minute that a text names. Raises ``UsageError`` without a text, ``Refused`` when it names none."""
    if not text.strip():
        raise UsageError(t("Say which date: write fri, 27/11, in 3 days or 2026-11-27."))
    moment = parse_moment(text, desk.now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    if moment is None:
        raise Refused(t("“{words}” is not a date: write fri, 27/11, in 3 days or 2026-11-27.", words=text))
    return moment
