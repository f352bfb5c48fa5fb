"""English holidays by name, with a year or as the next one to come."""

from __future__ import annotations

from planner.capture.english.lexer import WORD
from planner.capture.english.numbers import year
from planner.capture.reading import Day
from planner.domain.festivals import ENGLISH, festival
from planner.domain.moment import timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context

__all__ = ["holiday"]

_MOST_WORDS = 5


def holiday(at: int, ctx: Context) -> tuple[Day, int] | None:
    """The holiday whose name begins at a token; the longest name wins."""
    names, name, end = [], "", at
    for _ in range(_MOST_WORDS):
        word = ctx.words[end]
        if word.kind == "":
            break
        joint = "" if not name or (word.glued and (word.text in {"-", "'"} or name.endswith("-"))) else " "
        name += joint + word.text
        end += 1
        if name in ENGLISH:
            names.append((name, end))
    if not names:
        return None
    name, end = names[-1]
    comma = end + (ctx.text(end) in {",", "of", "in"})
    said = year(ctx.words, comma)
    weekend = ctx.text(end) == "weekend"
    for ahead in range(3):
        try:
            found = festival(name, said[0] if said else ctx.today.year + ahead)
        except ValueError:
            continue
        made = Day(found)
        made.festival, made.movable = name, ENGLISH[name][0] != "day"
        if said:
            return made, said[1]
        if found >= ctx.today:
            if weekend:
                saturday = found - timedelta((found.weekday() - 5) % 7)
                return Day(saturday, "range", max(found, saturday + timedelta(1))), end + 1
            return (made, end) if _free(at, end, ctx) else None
    return None


def _free(at: int, end: int, ctx: Context) -> bool:
    """Whether the name stands as a date: introduced by a preposition, or followed by no word that it describes."""
    from planner.capture.english.clock import hour_follows

    led = ctx.text(at - 1) in {
        "on",
        "by",
        "before",
        "until",
        "till",
        "after",
        "since",
        "from",
        "next",
        "this",
        "for",
        "every",
        "each",
    }
    return led or ctx.words[end].kind != WORD or hour_follows(ctx.words, end)
