"""A day whose phrase holds its time in the middle: the first monday 1pm to 3pm of next month."""

from __future__ import annotations

from planner.capture.english.clock import clock
from planner.capture.reading import Clock, Day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context

__all__ = ["Timed", "inner_time"]


class Timed(Day):
    """A day whose phrase held its time in the middle (the first monday 1pm to 3pm of next month)."""

    __slots__ = ("clock", "end_clock")

    def __init__(self, day: Day, clock: Clock, end_clock: Clock | None) -> None:
        super().__init__(day.first, "day")
        self.clock = clock
        self.end_clock = end_clock


def inner_time(at: int, ctx: Context) -> tuple[tuple[Clock, Clock | None], int] | None:
    """A time, or two, between a weekday and its month."""
    found = clock(ctx.words, at + (ctx.text(at) == "at"))
    if found is None:
        return None
    if ctx.text(found[1]) in {"-", "to", "until"}:
        last = clock(ctx.words, found[1] + 1, loose=True)
        if last:
            return (found[0], last[0]), last[1]
    return (found[0], None), found[1]
