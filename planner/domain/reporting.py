"""What stands in a report 入报 and what does not 不报: by hand, or by the office's rule.

By the rule a finished matter goes in when it is major or says what came of it; an open one when it is major,
supervised, urgent (特提, 特急) or of the first priority. What a report tells is then its title, result and dates, and
never how the planner ranks it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.matter import Matter

__all__ = ["due_for_review", "goes_in", "is_unfiled", "told_note"]

_PRESSING = ("flash", "urgent")
"""Degrees of urgency with which an open matter concerns whoever reads the report."""
_FOR_REPORT = ("报告：", "报告:", "入报：", "入报:", "report:")
"""Words at the head of a note that was written for the report."""


def goes_in(matter: Matter) -> bool:
    """Whether a matter stands in a report of its own."""
    if matter.in_report is not None:
        return matter.in_report
    if matter.grade == "major":
        return True
    if matter.is_open:
        return matter.supervised or matter.priority == 1 or matter.urgency in _PRESSING
    return bool(matter.result)


def told_note(text: str) -> str | None:
    """The words of a note that was written for the report, ``报告：…``; ``None`` of any other: notes are private."""
    bare = text.strip()
    head = next((head for head in _FOR_REPORT if bare.casefold().startswith(head)), None)
    return None if head is None else bare[len(head) :].strip() or None


def due_for_review(matter: Matter, day: Day) -> bool:
    """Whether a matter is to be looked at: never seen, its interval has run out, or, without one, not today already."""
    if matter.reviewed is None:
        return True
    since = day.working_days_since(matter.reviewed)
    if matter.review_every is not None:
        return since >= matter.review_every
    return matter.reviewed < day.today


def is_unfiled(matter: Matter) -> bool:
    """Whether an open matter was written down and never put anywhere.

    That is one without a date, a reason for its grade, a party, a tag and a work: nothing would bring it up again.
    """
    return matter.is_open and not (
        matter.due
        or matter.start
        or matter.rrule
        or matter.grade_reason != "plain"
        or matter.parties
        or matter.handed_to
        or matter.assigned_by
        or matter.tags
        or matter.work
    )
