"""Days that an English line only rules out, and halves of lists that were not understood: nothing of them is read.

    past     = "since" day | "as of" a day of the year that is past here
    excluded = ("not" | "never" | "except" | "excluding" | "avoid" | "other than" | "apart from" | "any day but")
               {preposition} day {("and" | "or") day}
    counted  = number ("days" | "weeks") ("to" | "until") day                      (39 days to christmas)
    halves   = ordinal ("and" | "or" | "&" | ",") ordinal          (the 1st and 15th, first and third week)
             | ordinal weekday                                     (the fourth tuesday, when its month is not said)

Before or behind a recurrence such a day is what the recurrence leaves out, which ``bounds`` reads first.
"""

from __future__ import annotations

from planner.capture.english.numbers import cardinal, ordinal
from planner.capture.english.words import WEEKDAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context
    from planner.capture.reading import Reading

__all__ = ["passed_over"]

_RULES_OUT = frozenset(
    (
        "not",
        "never",
        "except",
        "excluding",
        "excepting",
        "besides",
        "barring",
        "avoid",
        "avoiding",
        "apart",
        "aside",
        "unless",
    )
)
_TOLD = frozenset(("from", "of", "since"))
"""What tells where a thing came from: the record from yesterday 3pm."""
_ALL_BUT = frozenset(("day", "days", "any", "anything", "anytime", "time", "whenever", "all", "everything", "week"))
"""What stands before ``but`` when it leaves a day out."""
_BETWEEN = frozenset(("on", "for", "in", "at", "the", "from", "before", "until", "till", "by", "a"))
_JOINTS = frozenset(("and", "or", "&", "/", "nor"))
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_UNITS = frozenset(("day", "days", "week", "weeks", "month", "months"))
_MOST = 8
_HALF_YEAR = 183


def passed_over(reading: Reading, at: int, end: int, ctx: Context) -> int:
    """Where to go on when the phrase of these tokens is not meant; 0 when it is."""
    day = reading.day
    far = day is not None and day.kind == "yearday" and (day.first - ctx.today).days > _HALF_YEAR
    if reading.rule is None and _ruled_out(at, ctx, far=far):
        return _list_end(end, ctx)
    if reading.rule is not None:
        return 0
    if day is not None and day.kind == "today" and day.first < ctx.today and ctx.text(at - 1) in _TOLD:
        return end
    first = at + (ctx.text(at) == "the")
    if ctx.text(first) in WEEKDAYS and _ordinal_before(first, ctx):
        return end
    if reading.day is not None and ctx.text(end) in WEEKDAYS and _ordinal_before(end, ctx):
        other = reading.day.kind == "monthday" and reading.day.first.weekday() != WEEKDAYS[ctx.text(end)]
        return end + 1 if other else 0
    return _half(first, end, ctx)


def _ruled_out(at: int, ctx: Context, *, far: bool) -> bool:
    """Whether the words before a phrase rule it out, or tell of a day that is past; ``far``: it is one of next year."""
    place = at - 1
    for _ in range(3):
        if ctx.text(place) not in _BETWEEN:
            break
        place -= 1
    word, before = ctx.text(place), ctx.text(place - 1)
    if word == "since":
        return True
    near = ctx.text(at - 1)
    if near in {"to", "until", "till"} and ctx.text(at - 2) in _UNITS and cardinal(ctx.words, at - 3) is not None:
        return True
    if word == "of" and before == "as":
        return far
    if word == "but":
        return before in _ALL_BUT
    return word in _RULES_OUT or (word == "than" and before in {"other", "rather"})


def _list_end(end: int, ctx: Context) -> int:
    """Where the days that are joined to one that is ruled out end."""
    for _ in range(_MOST):
        if ctx.text(end) not in _JOINTS:
            break
        start = end + 1
        while ctx.text(start) in _BETWEEN and start - end < 3:
            start += 1
        found = ctx.day(start, ctx, led=True)
        if found is None:
            break
        end = found[1]
    return end


def _ordinal_before(at: int, ctx: Context) -> bool:
    """Whether an ordinal stands right before a token."""
    if at < 1:
        return False
    if ctx.text(at - 1) in _SUFFIXES:
        return ctx.words[at - 1].glued
    return ordinal(ctx.words, at - 1) is not None


def _half(at: int, end: int, ctx: Context) -> int:
    """Where a list of ordinals ends that a phrase is only a part of; 0 when it is not."""
    if ordinal(ctx.words, at) is None:
        return 0
    if ctx.text(at - 1) in {"and", "or", "&"} and _ordinal_before(at - 1, ctx):
        return end
    number = ordinal(ctx.words, at)
    if number is None or number[1] != end:
        return 0
    listed = end
    for _ in range(_MOST):
        start = listed + (ctx.text(listed) in {",", "and", "or", "&"})
        start += ctx.text(start) == "and" and start > listed
        start += ctx.text(start) == "the" and start > listed
        more = ordinal(ctx.words, start) if start > listed else None
        if more is None:
            break
        listed = more[1]
    return listed if listed > end else 0
