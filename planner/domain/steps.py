"""Steps of a matter: countdown steps 倒排节点, which move with its date, and the gate before signature.

A countdown step appears N working days before its matter is due, or after, when N is negative.
"""

from __future__ import annotations

from planner.domain.moment import day_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.matter import Matter, Step
    from planner.domain.moment import date
    from planner.domain.workdays import Calendar

__all__ = ["gate_anew", "gate_open", "step_day", "steps_anew"]


def step_day(step: Step, matter: Matter, calendar: Calendar) -> date | None:
    """The day on which an unsettled countdown step appears; ``None`` for any other, or a matter without a due date."""
    if step.ahead is None or step.is_settled or matter.due is None:
        return None
    return calendar.shift(day_of(matter.due), -step.ahead)


def gate_open(matter: Matter) -> tuple[tuple[int, Step], ...]:
    """The steps of the gate that are neither passed nor marked as not applicable, with their places, 1 first."""
    return tuple((place, step) for place, step in enumerate(matter.steps, 1) if step.gate and not step.is_settled)


def gate_anew(matter: Matter) -> tuple[Step, ...]:
    """The steps with those of the gate to be passed again: a document that was returned is another text."""
    return tuple(step.replace(done=None) if step.gate and step.done else step for step in matter.steps)


def steps_anew(matter: Matter) -> tuple[Step, ...]:
    """The steps as the next occurrence of a recurring matter has them: all still to be done."""
    return tuple(step.replace(done=None, skipped=None) for step in matter.steps)
