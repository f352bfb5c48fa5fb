"""What may be said of a step of a reception before it is recorded. Nothing late or out of order is refused.

Only the impossible is: a step on a day before the visit, or on a day that is still ahead. Whoever records asks
``impossible`` first, and tells the person what ``remarks`` finds.
"""

from __future__ import annotations

from planner.domain.clock import BUILT_IN, clock_to_extend, clocks_of, event_day, template_of
from planner.domain.moment import day_of
from planner.domain.reception import Extended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from planner.domain.clock import ClockTable
    from planner.domain.moment import date
    from planner.domain.reception import Reception
    from planner.domain.workdays import Calendar

    Remark: TypeAlias = Literal[
        "afterwards", "late", "early", "again", "closed", "no_clock", "too_long", "no_reason", "no_approver"
    ]

__all__ = ["extended", "impossible", "remarks"]

_BEFORE = {
    "reviewed": "review_asked",
    "rereview_asked": "reviewed",
    "review_asked": "replied",
    "heard": "consulted",
}
"""What must have happened before a step for the order to be right."""


def impossible(reception: Reception, on: date, today: date) -> Literal["before_visit", "ahead"] | None:
    """Why a step can't have happened on a day; ``None`` when it can."""
    if on < reception.at.date():
        return "before_visit"
    return "ahead" if on > today else None


def remarks(
    reception: Reception, event: str, on: date, today: date, calendar: Calendar, table: ClockTable = BUILT_IN
) -> tuple[Remark, ...]:
    """What must be told beside the recording of an event on its day: late, out of order, once more."""
    found: list[Remark] = []
    if on < today:
        found.append("afterwards")
    if event_day(reception, event) is not None:
        found.append("again")
    elif any(
        event in _stops(clock.rule, reception, table)[:1] and day_of(clock.due) < on
        for clock in clocks_of(reception, calendar, table)
        if not clock.window
    ):
        found.append("late")
    before = _BEFORE.get(event)
    if before is not None and event_day(reception, before) is None:
        found.append("early")
    owed = any(event in _stops(clock.rule, reception, table)[:1] for clock in clocks_of(reception, calendar, table))
    if before is None and event != "replied" and reception.state == "answered" and not owed:
        found.append("closed")
    if event != "replied" and not _waited_for(event, reception, table):
        found.append("no_clock")
    return tuple(found)


def extended(
    reception: Reception,
    days: int,
    on: date,
    today: date,
    calendar: Calendar,
    table: ClockTable = BUILT_IN,
    *,
    reason: str | None = None,
    approver: str | None = None,
) -> tuple[Extended, tuple[Remark, ...]]:
    """The extension as it is recorded, and what must be told beside it."""
    found: list[Remark] = []
    if on < today:
        found.append("afterwards")
    clock = clock_to_extend(reception, calendar, table)
    late = clock is not None and day_of(clock.due) < on
    if clock is None:
        found.append("no_clock")
    else:
        if late:
            found.append("late")
        if clock.assumed:
            found.append("early")
        rows = table.of(template_of(reception, table) or "")
        most = max((rule.extension for rule in rows if rule.name == clock.rule), default=0)
        if sum(one.days for one in reception.extensions) + days > most:
            found.append("too_long")
    if not reason:
        found.append("no_reason")
    if not approver:
        found.append("no_approver")
    return Extended(on=on, days=days, reason=reason, approver=approver, late=late), tuple(found)


def _stops(name: str, reception: Reception, table: ClockTable) -> tuple[str, ...]:
    """The events that stop a clock of the reception's template; a promise of the office's own ends with the reply.

    The first is what the term is for; the others only end it: five working days are to object, not to accept (art. 23).
    """
    for rule in table.of(template_of(reception, table) or ""):
        if rule.name == name:
            return rule.stops
    return ("replied",)


def _waited_for(event: str, reception: Reception, table: ClockTable) -> bool:
    """Whether a row of the reception's template starts, stops or pauses at an event."""
    return any(
        event == rule.starts or event in rule.stops or event in rule.pauses
        for rule in table.of(template_of(reception, table) or "")
    )
