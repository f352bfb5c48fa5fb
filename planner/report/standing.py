"""How records stood at an earlier time, as far as they tell it: a review of last month is of last month's book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.day import Day
from planner.domain.moment import day_of, deadline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.matter import Matter
    from planner.domain.moment import datetime
    from planner.domain.point import Point
    from planner.domain.reception import Reception
    from planner.report.span import Span

__all__ = ["as_of", "matters_then", "receptions_then", "untold"]


def as_of(span: Span, day: Day) -> Day:
    """Now, or the end of a span that lies behind."""
    end = deadline(span.last)
    return day if day.now <= end else Day(end, day.calendar, day.clocks)


def matters_then(matters: Iterable[Matter], now: datetime) -> tuple[Matter, ...]:
    """The matters that were written down by a time, as they stood."""
    return tuple(then for matter in matters if (then := _stood(matter, now)) is not None)


def receptions_then(receptions: Iterable[Reception], now: datetime) -> tuple[Reception, ...]:
    """The receptions that had come by a time, as they stood."""
    return tuple(then for one in receptions if (then := _received(one, now)) is not None)


def _stood(matter: Matter, now: datetime) -> Matter | None:
    """A matter as it stood at a time: open when it was closed later; ``None`` when it was written down later."""
    if matter.created is not None and matter.created > now:
        return None
    if matter.closed is not None and matter.closed > now:
        matter = matter.replace(state="open", closed=None, result=None)
    if any(made.at > now for made in matter.extensions):
        matter = matter.replace(due=next(made.was for made in matter.extensions if made.at > now), end=None)
    if any(chase.at > now for chase in matter.chases) or any(note.at > now for note in matter.notes):
        matter = matter.replace(
            chases=tuple(chase for chase in matter.chases if chase.at <= now),
            notes=tuple(note for note in matter.notes if note.at <= now),
        )
    return matter


def _received(one: Reception, now: datetime) -> Reception | None:
    """A reception as it stood at a time; ``None`` when it came later."""
    if one.at > now:
        return None
    later = one.replied is not None and day_of(one.replied) > now.date()
    if one.state == "answered" and (later or (one.closed is not None and one.closed > now)):
        return one.replace(state="open", closed=None, reply=None, replied=None)
    return one


def untold(points: Iterable[Point], now: datetime) -> list[Point]:
    """The points as they stood at a time, with the ticks that came later taken out."""
    return [
        point
        if all(tick.at <= now for tick in point.ticks)
        else point.replace(ticks=tuple(tick for tick in point.ticks if tick.at <= now), closed=None)
        for point in points
    ]
