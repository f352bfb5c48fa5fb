"""Written-out dates that the grammar could not read whole, asked of ``dateutil``: Sun Dec 27 17:00:00 2026.

    written = a run of weekday, month, day, year and time in any order, with the year behind the month
            | yyyymmdd "T" hhmm [ss] | dd month yy without spaces (27DEC26)

The parser of ``dateutil`` costs more than the whole of the program to import (DESIGN, section 8) and fills what it does
not find with a default, so it is asked only about such a run, never fuzzily, twice with two defaults, and what it says
must account for every number and name of the run. A run that it does not read is not read in part either: a year left
over would be guessed. A time with a zone is left alone.
"""

from __future__ import annotations

from planner.capture.english.joints import placed
from planner.capture.english.lexer import NUMBER
from planner.capture.english.words import MONTHS, WEEKDAYS
from planner.capture.reading import Clock, Day, Reading
from planner.domain.moment import datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context
    from planner.capture.english.lexer import Token

__all__ = ["rewritten"]

_ZONES = frozenset(("cst", "utc", "gmt", "est", "edt", "pst", "pdt", "cet", "bst", "z"))
_WORDS = frozenset(("st", "nd", "rd", "th", "am", "pm", "a", "p", "m", "t", "at", "of", "the", *_ZONES))
_SIGNS = frozenset(",.:/-'")
_LOOSE = frozenset((*_SIGNS, "at", "of", "the", "a", "p", "m"))
"""What closes or opens no date by itself."""
_MOST = 18
_DEFAULTS = (datetime(2001, 1, 1), datetime(2002, 2, 2))
_COMPACT = (4, 6)
"""Figures of a time behind ``T``."""


def rewritten(found: list[Reading], ctx: Context) -> list[Reading]:
    """The readings of a line with those of written-out dates set right, or taken out where they would be a guess."""
    at, last = 0, len(ctx.words) - 1
    while at < last:
        end = _run_end(at, ctx)
        if end <= at:
            at += 1
            continue
        start = at
        while end > start and ctx.text(end - 1) in _LOOSE:
            end -= 1
        while start < end and ctx.text(start) in _LOOSE:
            start += 1
        if _is_whole(start, end, ctx):
            found = _with_run(found, start, end, ctx)
        at = max(end, at + 1)
    return found


def _run_end(at: int, ctx: Context) -> int:
    """Where the run of tokens that a written date is made of, and that begins here, ends."""
    end = at
    while end < len(ctx.words) - 1 and end - at < _MOST:
        token = ctx.words[end]
        named = token.text in _WORDS or token.text in MONTHS or token.text in WEEKDAYS
        if token.kind != NUMBER and not named and token.text not in _SIGNS:
            break
        end += 1
    return end


def _is_whole(start: int, end: int, ctx: Context) -> bool:
    """Whether a run has a month, a day and a year behind the month, or is a compact time stamp."""
    words = ctx.words[start:end]
    if len(words) == 3 and words[1].text == "t" and words[1].glued and words[2].glued:
        sizes = [word.end - word.start for word in words]
        return words[0].kind == words[2].kind == NUMBER and sizes[0] == 8 and sizes[2] in _COMPACT
    months = [place for place, word in enumerate(words) if word.text in MONTHS]
    numbers = [place for place, word in enumerate(words) if word.kind == NUMBER]
    if len(months) != 1 or len(numbers) < 2:
        return False
    if len(words) == 3 and numbers == [0, 2] and words[1].glued and words[2].glued:
        return all(word.end - word.start == 2 for word in (words[0], words[2]))
    return any(
        words[place].end - words[place].start == 4 and 1900 <= words[place].value <= 2199 and place > months[0]
        for place in numbers
    )


def _with_run(found: list[Reading], start: int, end: int, ctx: Context) -> list[Reading]:
    """The readings with one for a run, unless one of them has it whole or knows its year."""
    first, last = ctx.words[start].start, ctx.words[end - 1].end
    within = [one for one in found if one.start < last and one.end > first]
    if any(one.start <= first and one.end >= last for one in within):
        return found
    compact = end - start == 3 and ctx.words[start + 1].glued
    if not compact and any(_knows_year(one, ctx) for one in within):
        return found
    asked = _asked(start, end, ctx)
    if asked is None and compact:
        return found
    kept = [one for one in found if one not in within]
    if asked is not None:
        kept.append(placed(asked, start, end, ctx)[0])
        kept.sort(key=lambda one: one.start)
    return kept


def _knows_year(one: Reading, ctx: Context) -> bool:
    """Whether a year stands among the words of a reading."""
    return any(
        word.kind == NUMBER and word.end - word.start == 4 and 1900 <= word.value <= 2199
        for word in ctx.words
        if one.start <= word.start < one.end
    )


def _asked(start: int, end: int, ctx: Context) -> Reading | None:
    """What ``dateutil`` reads in a run, if that accounts for all of it."""
    words = ctx.words[start:end]
    ranged = any(word.text == "-" and not word.glued for word in words)
    if ranged or any(word.text in _ZONES for word in words):
        return None
    from dateutil.parser import parse

    text = "".join(f"{'' if word.glued else ' '}{word.text}" for word in words).strip()
    try:
        made, other = (parse(text, default=default) for default in _DEFAULTS)
    except (ValueError, OverflowError):
        return None
    if made.date() != other.date() or made.tzinfo is not None or not _accounts(made, words):
        return None
    reading = Reading(0, 0)
    reading.day = Day(made.date())
    if any(word.text in {":", "t", "am", "pm", "a", "p"} for word in words):
        reading.clock = Clock(made.hour, made.minute)
    return reading


def _accounts(made: datetime, words: list[Token]) -> bool:
    """Whether a moment accounts for every name and number of a run."""
    if any(MONTHS.get(word.text, made.month) != made.month for word in words):
        return False
    if any(WEEKDAYS.get(word.text, made.weekday()) != made.weekday() for word in words):
        return False
    known = {made.year, made.year % 100, made.day, made.hour, made.hour % 12 or 12, made.minute, made.second}
    known |= {made.year * 10_000 + made.month * 100 + made.day}
    if any(word.text == "t" for word in words):
        known |= {made.hour * 100 + made.minute, made.hour * 10_000 + made.minute * 100 + made.second}
    return all(word.value in known for word in words if word.kind == NUMBER)
