"""Countdown steps 倒排节点: a step appears N working days before its matter is due, and moves with it."""

from __future__ import annotations

from planner.domain.moment import day_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.matter import Matter, Step
    from planner.domain.moment import date
    from planner.domain.workdays import Calendar

__all__ = ["step_day"]


def step_day(step: Step, matter: Matter, calendar: Calendar) -> date | None:
    """The day on which an undone countdown step appears; ``None`` for any other step or a matter without a due date."""
    if step.done is not None or step.ahead is None or matter.due is None:
        return None
    return calendar.shift(day_of(matter.due), -step.ahead)
