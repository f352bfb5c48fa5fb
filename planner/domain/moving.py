"""Giving a matter another date: the one rule behind postponing, extending and editing.

An occurrence that is moved does not move its series, and a matter that others owe keeps the date it had, since the
history of its light is told from it. Put off or extended, a matter keeps its time of day and a range moves whole; an
edit says what is to be, so what it does not name is not carried over.
"""

from __future__ import annotations

from planner.domain.matter import Extension
from planner.domain.moment import datetime, day_of, deadline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.matter import Matter
    from planner.domain.moment import Moment, date
    from planner.domain.terms import IfOff
    from planner.domain.workdays import Calendar

__all__ = ["anchor_of", "dated", "is_later", "off_the_day_off", "on_its_day", "redated", "worked_day"]


def worked_day(day: date, if_off: IfOff | None, calendar: Calendar) -> date:
    """The day on which something is due: moved off a day off when it says so (遇休提前, 遇休顺延)."""
    if if_off == "before":
        return calendar.on_or_before(day)
    if if_off == "after":
        return calendar.on_or_after(day)
    return day


def off_the_day_off(
    due: Moment, end: Moment | None, if_off: IfOff | None, calendar: Calendar
) -> tuple[Moment, Moment | None]:
    """A date moved off a day off, at its time of day; a range moves whole."""
    way = worked_day(day_of(due), if_off, calendar) - day_of(due)
    return due + way, None if end is None else end + way


def redated(
    matter: Matter,
    due: Moment,
    at: datetime,
    *,
    reason: str | None = None,
    progress: str | None = None,
    approver: str | None = None,
) -> Matter:
    """The matter put off to another date; what was asked for goes into its extension."""
    was, end = matter.due, None
    if isinstance(was, datetime) and not isinstance(due, datetime):
        due = datetime.combine(due, was.time())
    if matter.end is not None and was is not None and type(due) is type(was):
        end = due + (matter.end - was)
    return dated(matter, due, end, at, reason=reason, progress=progress, approver=approver)


def dated(
    matter: Matter,
    due: Moment,
    end: Moment | None,
    at: datetime,
    *,
    reason: str | None = None,
    progress: str | None = None,
    approver: str | None = None,
) -> Matter:
    """The matter with just this date."""
    was = matter.due
    extensions = matter.extensions
    last = matter.last
    if matter.is_open and matter.is_assigned and last is not None and due != was:
        extensions = (
            *extensions,
            Extension(
                at=at,
                was=last,
                until=due,
                reason=reason,
                progress=progress,
                approver=approver,
                late=deadline(last) < at,
            ),
        )
    return matter.replace(due=due, end=end, anchor=anchor_of(matter, due), extensions=extensions, changed=at)


def on_its_day(matter: Matter, due: Moment, end: Moment | None) -> tuple[Moment, Moment | None]:
    """A time that was typed without a day, on the day that the matter has; as it was read when it has none."""
    was = matter.due
    if was is None or not isinstance(due, datetime):
        return due, end
    begins = datetime.combine(day_of(was), due.time())
    return begins, None if end is None else begins + (end - due)


def anchor_of(matter: Matter, due: Moment | None) -> date | None:
    """The day by its rule of an occurrence that is given another date, or none at all; ``None`` where they agree."""
    if matter.rrule is None:
        return None
    anchor = matter.anchor or (None if matter.due is None else day_of(matter.due))
    return None if anchor is None or (due is not None and anchor == day_of(due)) else anchor


def is_later(due: Moment, than: Moment | None) -> bool:
    """Whether a date puts a matter off: there was one, and it is later."""
    return than is not None and deadline(due) > deadline(than)
