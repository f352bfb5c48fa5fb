"""What the day does not show yet: a matter whose start lies ahead, or that is kept for some day."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.matter import Matter

__all__ = ["lies_ahead"]


def lies_ahead(matter: Matter, day: Day) -> bool:
    """Whether a matter is hidden until a later day, or kept for some day and no date of it has come."""
    if matter.is_someday:
        return matter.due is None or day.days_to(matter.due) > 0
    return matter.start is not None and day.days_to(matter.start) > 0
