"""A reception's clock in words: what it is, when it ends, how far that is, the article it rests on."""

from __future__ import annotations

from planner.wording import p, t
from planner.wording.dates import said, stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.clock import Clock
    from planner.domain.day import Day

__all__ = ["clock_name", "clock_said"]


def clock_name(rule: str) -> str:
    """What a clock asks for, in a word or two; a template's own name is shown as it is."""
    names = {
        "notice": lambda: p("clock", "written notice"),
        "finish": lambda: p("clock", "finish"),
        "reply": lambda: p("clock", "promised reply"),
    }
    return names[rule]() if rule in names else rule


def clock_said(clock: Clock, day: Day, lang: str) -> str:
    """One line: ``finish: Thu 21 Jan 2027, in 60 days, 41 working days; 信访工作条例 34``."""
    parts = [t("{name}: {when}", name=clock_name(clock.rule), when=said(clock.due, day.now, lang, day.calendar))]
    if clock.workday_before is not None:
        parts.append(t("the last working day before it is {day}", day=stamp(clock.workday_before, day.now, lang)))
    if clock.assumed:
        parts.append(t("counted from receipt until the acceptance is recorded"))
    if clock.article:
        parts.append(clock.article)
    return p("clock", "; ").join(parts)
