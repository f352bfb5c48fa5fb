"""What an English date phrase takes of the words beside it: the preposition before it, what closes it behind.

One preposition goes with a date, the one next to it; a second goes only in the pairs of ``_OUTER`` and ``_INNER`` (due
by, until about). So "hand in by friday" keeps the particle of its verb. "in" goes only before what one can be in.
"""

from __future__ import annotations

from planner.capture.english.lead_words import LEADS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context
    from planner.capture.reading import Reading

__all__ = ["moving", "placed"]

_OUTER = frozenset(("due", "starting", "beginning", "effective", "sometime", "anytime", "through", "throughout"))
_INNER = frozenset(("around", "about", "approximately", "between", "before", "after", "of", "@"))
_POINTS = frozenset(("weekday", "today", "next", "monthday", "yearday"))
_MOVERS = frozenset(
    (
        *("postpone", "postponed", "reschedule", "rescheduled", "move", "moved", "shift", "shifted", "push", "pushed"),
        *("delay", "delayed", "defer", "deferred", "adjourn", "adjourned", "bring", "brought", "change", "changed"),
        *("extend", "extended", "rearrange", "rearranged", "rebook", "rebooked", "bump", "bumped", "put", "advance"),
    )
)
_LABELS = frozenset(("time", "when", "date", "deadline"))
_WITH_ON = frozenset(
    ("log", "logs", "logging", "carry", "carries", "hold", "hang", "switch", "clock", "moves", "later")
)
"""Words that ``on`` belongs to, and not to the day behind it: log on friday."""
_REACH = 12
"""How many words back a verb of moving is looked for."""


def placed(reading: Reading, at: int, end: int, ctx: Context) -> tuple[Reading, int]:
    """Put a reading in its place in the line, with the words beside it that only introduce or close it."""
    words = ctx.words
    start = _start(reading, at, ctx)
    end = _closed(reading, end, ctx)
    if start == 1 and ctx.text(0) == "deadline" and ctx.text(end) in {":", "-", ","}:
        reading.deadline = True
        start = 0
    labelled = ctx.text(start - 1) == ":" and ctx.text(start - 2) in _LABELS and ctx.ends(start - 3)
    if start > 1 and labelled and ctx.words[end].kind:
        start -= 2
    if start and ctx.text(start - 1) in {"is", "are", "be"} and start > 1 and ctx.text(end) in {"", ".", "!", "?"}:
        start -= 1
    reading.start, reading.end = words[start].start, words[end - 1].end
    return reading, end


def _start(reading: Reading, at: int, ctx: Context) -> int:
    """Where the words that introduce the phrase begin."""
    start, inner = _lead_in(at, ctx), ""
    dated = reading.day is not None or reading.rule is not None
    for _ in range(4):
        before = ctx.text(start - 1) if start else ""
        if before == "than" and ctx.text(start - 2) == "later":
            start -= 2 + (ctx.text(start - 3) in {"no", "not"})
            inner = "than"
        elif before == "on" and not inner and ctx.text(start - 2) in _WITH_ON:
            break
        elif before in LEADS and _goes(before, inner, reading, point=start == at and ctx.text(at) != "the"):
            start -= 1
            inner = before
        elif start > 1 and _paired(before, ctx.text(start - 2), inner):
            start -= 2
        elif before == "to" and not inner and moving(start - 1, ctx):
            return start - 1
        elif before == "the" and (inner or (dated and start == at) or (dated and ctx.text(start - 2) in LEADS)):
            start -= 1
        else:
            break
    return start


def _lead_in(at: int, ctx: Context) -> int:
    """Where ``all day``, ``any time`` or ``w/c`` before a day begins; the day itself when there is none."""
    one, two = ctx.text(at - 2), ctx.text(at - 1)
    if at > 1 and (one, two) in {("all", "day"), ("any", "time")}:
        return at - 2
    if at > 2 and (ctx.text(at - 3), one, two) == ("w", "/", "c"):
        return at - 3
    return at


def _goes(word: str, inner: str, reading: Reading, *, point: bool) -> bool:
    """Whether a preposition goes with the phrase; ``inner`` is the one already taken.

    ``point`` says that the phrase begins with the day itself: "in friday" is none, "in the afternoon on friday" is.
    """
    if inner:
        return word in _OUTER or inner in _INNER or (word == "as" and inner == "of")
    if word == "in" and point:
        return reading.day is None or reading.day.kind not in _POINTS
    return word != "as"


def _paired(before: str, further: str, inner: str) -> bool:
    """``due:`` before a day, or the first half of ``on or before``."""
    return (before == ":" and further == "due") or (before == "or" and inner != "" and further in LEADS)


def moving(at: int, ctx: Context) -> bool:
    """Whether a verb of moving stands not far before a ``to``: postpone the hearing to april 6."""
    return any(ctx.text(place) in _MOVERS for place in range(max(at - _REACH, 0), at))


def _closed(reading: Reading, end: int, ctx: Context) -> int:
    """Pass over what closes a day: ``at the latest``, ``latest``, ``hours`` behind four digits."""
    last = ctx.words[end - 1]
    if ctx.text(end) == "hours" and reading.clock is not None and last.value >= 0 and last.end - last.start == 4:
        end += 1
    after = end + (ctx.text(end) == "at")
    after += after > end and ctx.text(after) == "the"
    after += after > end and ctx.text(after) in {"very", "absolute"}
    if ctx.text(after) == "latest" and (after > end or ctx.ends(after + 1)):
        reading.deadline = True
        return after + 1
    return end
