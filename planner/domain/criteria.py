"""What a list, a search or the visitors' log is asked for: every part that is given must hold."""

from __future__ import annotations

from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import Moment
    from planner.domain.terms import Grade, Mark, Urgency, Work

__all__ = ["Criteria"]


class Criteria(Record):
    """A choice among records. An absent part asks for nothing; a part that a kind has no field for finds none of it."""

    words: tuple[str, ...] = ()
    """Each must occur somewhere in what people wrote in the record, whatever its case."""
    states: tuple[str, ...] = ()
    """Any one of them."""
    grade: Grade | None = None
    marks: tuple[Mark, ...] = ()
    """Any one of them."""
    party: str | None = None
    """Concerned, or the one who assigned it, or to whom it was handed; by any name that the party answers to."""
    tag: str | None = None
    work: Work | None = None
    priority: int | None = None
    urgency: Urgency | None = None
    due_before: Moment | None = None
    """Due then or earlier; a day means until its end."""
    due_after: Moment | None = None
    """Due then or later."""
    numbers: tuple[int, ...] = ()
    """Any one of them."""
    include_archived: bool = False
