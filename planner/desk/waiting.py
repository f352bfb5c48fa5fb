"""Waiting 等待: a matter set aside until something comes, and taken up again."""

from __future__ import annotations

from planner.desk.changing import Edited, each, refuse_closed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.changing import Numbers
    from planner.desk.desk import Desk
    from planner.domain.matter import Matter
    from planner.domain.moment import Moment, datetime

__all__ = ["stop_waiting", "wait", "waiting"]


def wait(desk: Desk, numbers: Numbers, words: str = "", until: Moment | None = None) -> Edited:
    """Let matters wait: for what, and until when, as far as it is known. Raises ``Refused`` for a closed one.

    One that waits already keeps what it waits for when no words are given, and its day when neither is.
    """

    def set_aside(matter: Matter, at: datetime) -> Matter:
        refuse_closed(matter)
        return waiting(matter, at, words, until)

    return each(desk, "wait", numbers, set_aside)


def waiting(matter: Matter, at: datetime, words: str = "", until: Moment | None = None) -> Matter:
    """The open matter as one that waits; what was said of it before stays where nothing new is said."""
    what = words.strip() or None
    if matter.state == "waiting" and what is None:
        what = matter.waiting_for
        until = matter.waiting_until if until is None else until
    return matter.worked(at, state="waiting", waiting_for=what, waiting_until=until)


def stop_waiting(desk: Desk, numbers: Numbers) -> Edited:
    """Take matters up again. Raises ``Refused`` for one that does not wait."""

    def taken_up(matter: Matter, at: datetime) -> Matter:
        refuse_closed(matter)
        if matter.state != "waiting":
            from planner.desk.refused import Refused
            from planner.wording import t

            raise Refused(t("{number} does not wait: nothing was changed.", number=matter.number))
        return matter.worked(at)

    return each(desk, "wait", numbers, taken_up)
