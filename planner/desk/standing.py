"""How a matter stands: begun on a later day, kept for some day, supervised.

Each is turned on and off by the same verb. Of several matters that stand differently all are turned on first.
"""

from __future__ import annotations

from planner.capture import parse_moment
from planner.desk.changing import Edited, matter_in
from planner.desk.refused import Refused
from planner.domain.terms import SOMEDAY
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.changing import Numbers
    from planner.desk.desk import Desk
    from planner.domain.matter import Matter
    from planner.domain.moment import datetime

__all__ = ["begin_on", "keep_for_some_day", "supervise"]


def begin_on(desk: Desk, numbers: Numbers, when: str) -> Edited:
    """Hide matters from the day's lists until a day; ``-`` shows them again. Raises ``Refused``."""
    at = desk.now
    start = None
    if when.strip() != "-":
        start = parse_moment(when, at, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
        if start is None:
            raise Refused(t("“{words}” is not a date: write fri, 27/11, in 3 days or 2026-11-27.", words=when))
    with desk.change("start") as tx:
        made = tuple(matter_in(tx, number).replace(start=start, changed=at) for number in numbers)
        for matter in made:
            tx.put(matter)
    return Edited(matters=made)


def keep_for_some_day(desk: Desk, numbers: Numbers) -> Edited:
    """Leave matters out of the day's page until their date comes, if they have one; or take them back into it."""
    word = next((tag for tag in SOMEDAY if tag.isascii() == (desk.lang == "en")), SOMEDAY[0])

    def turned(matter: Matter, at: datetime, *, on: bool) -> Matter:
        tags = tuple(tag for tag in matter.tags if tag not in SOMEDAY)
        return matter.replace(tags=(*tags, word) if on else tags, changed=at)

    return _turn(desk, "someday", numbers, lambda matter: matter.is_someday, turned)


def supervise(desk: Desk, numbers: Numbers) -> Edited:
    """Have matters supervised (督办), or no longer; how far they had come stays known."""

    def turned(matter: Matter, at: datetime, *, on: bool) -> Matter:
        stage = matter.stage or ("assigned" if on else None)
        return matter.replace(supervised=on, stage=stage, changed=at)

    return _turn(desk, "supervise", numbers, lambda matter: matter.supervised, turned)


def _turn(
    desk: Desk, command: str, numbers: Numbers, stands: Callable[[Matter], bool], turned: Callable[..., Matter]
) -> Edited:
    """Turn all on, or off when all are on, in one transaction."""
    at = desk.now
    with desk.change(command) as tx:
        found = [matter_in(tx, number) for number in numbers]
        on = not all(map(stands, found))
        made = tuple(turned(matter, at, on=on) for matter in found)
        for matter in made:
            tx.put(matter)
    return Edited(matters=made)
