"""A step of a checklist in words: done, still to do, or not applicable, and on which day its turn comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.steps import step_day
from planner.wording import n, p, t
from planner.wording.dates import short

if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.matter import Matter, Step

__all__ = ["ahead_said", "step_said"]


def step_said(step: Step, matter: Matter, day: Day, lang: str) -> str:
    """``[x] text``, ``[ ] text (gate; Fri)``, ``[-] text (not applicable: why)``."""
    if step.done is not None:
        return t("[x] {text}", text=step.text)
    if step.skipped is not None:
        return t("[-] {text} (not applicable: {note})", text=step.text, note=step.skipped)
    marks = []
    if step.gate:
        marks.append(t("before signature"))
    comes = step_day(step, matter, day.calendar)
    if comes is not None:
        marks.append(short(comes, day.now, lang))
    elif step.ahead is not None:
        marks.append(ahead_said(step.ahead))
    if not marks:
        return t("[ ] {text}", text=step.text)
    return t("[ ] {text} ({marks})", text=step.text, marks=p("clock", "; ").join(marks))


def ahead_said(ahead: int) -> str:
    """How many working days before its matter's date, or after it, a step comes."""
    if ahead == 0:
        return t("on the day")
    if ahead < 0:
        return n("{count} working day after", "{count} working days after", -ahead)
    return n("{count} working day ahead", "{count} working days ahead", ahead)
