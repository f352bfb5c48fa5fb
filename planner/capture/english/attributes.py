"""Where an English date is only said of the word beside it: the monday report, the 15 March letter, 12 March Street.

    attribute = determiner date noun | "of" monthday noun | monthday street-word | "flat" monthday "court"
              | ("from" | "dated" …) a full date that is past

A determiner is ``the``, ``my``, ``last``; a date behind a preposition ("on the 15th") is never one.
"""

from __future__ import annotations

from planner.capture.english.clock import hour_follows
from planner.capture.english.lead_words import DETERMINERS, LEADS
from planner.capture.english.lexer import NUMBER, WORD
from planner.capture.english.words import MONTHS, PARTS, WEEKDAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context
    from planner.capture.reading import Side

__all__ = ["attribute"]

_STREETS = frozenset(("street", "avenue", "ave", "road", "lane", "boulevard", "blvd", "terrace", "crescent"))
_ON_STREETS = frozenset(
    ("works", "work", "trip", "closure", "closures", "race", "party", "fair", "market", "cleaning", "safety")
)
_ADDRESSES = frozenset(("flat", "apartment", "apt", "unit", "house", "room", "suite", "office", "building", "block"))
_TERMS = frozenset(("by", "before", "over", "during"))
"""What makes the weekend a term, whatever follows: over the weekend call Li."""
_PERSONS = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "madam"))
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_PLACES = _STREETS | {"square", "plaza", "movement"}
"""What is called by a day: May 4th Square, August 1st Road."""
_WEEKDAY_PAPERS = frozenset(("times", "telegraph", "mirror", "observer", "herald", "tribune", "gazette"))
_PAPERS = frozenset(("post", "standard", "gazette", "herald", "echo", "telegraph"))
_SET_AS = frozenset(("deadline", "date", "end", "close", "start", "beginning", "as", "morning", "afternoon", "evening"))
_DATED_PAPERS = frozenset(
    ("minutes", "note", "notes", "letter", "memo", "circular", "instruction", "instructions", "speech", "record")
)
"""Papers that are called by the day they are of: minutes of 20 november."""
_TO = frozenset(("to", "-", "until", "till", "through"))
_LONG_AGO = 300
"""Days ahead from which a day said without its year is the one that has just passed, where a thing came from it."""
_TOLD_FROM = frozenset(("from", "since", "dated", "of"))


def attribute(at: int, one: Side, ctx: Context) -> bool:
    """Whether the phrase only describes the word beside it."""
    if one.day is None and one.clock is None:
        return False
    return _titled(at, ctx) or _described(at, one, ctx) or _named(at, one, ctx) or _told_from(at, one, ctx)


def _titled(at: int, ctx: Context) -> bool:
    """A person's name behind a title: call Mr Friday, a note for Mrs. May."""
    before = at - 1 - (ctx.text(at - 1) == "." and ctx.words[at - 1].glued)
    return at > 0 and ctx.text(before) in _PERSONS and (ctx.text(at) in WEEKDAYS or ctx.text(at) in MONTHS)


def _described(at: int, one: Side, ctx: Context) -> bool:
    """Behind a determiner and before a noun: a night of storms, the 15 March letter, minutes of 3 March meeting."""
    before = ctx.text(at - 1)
    followed = ctx.words[one.end].kind == WORD and not hour_follows(ctx.words, one.end)
    if before == "the" and ctx.text(at) == "weekend" and ctx.text(at - 2) in _TERMS and one.end == at + 1:
        return False
    if before in DETERMINERS:
        return before in {"last", "past", "previous", "no"} or followed
    first = at + (ctx.text(at) == "the")
    if followed and first > at and one.end == first + 1 and ctx.text(first) in {"today", "tomorrow"}:
        return True
    dated = ctx.words[first].kind == NUMBER or ctx.text(first) in MONTHS
    if dated and before == "of" and ctx.text(at - 2) in _DATED_PAPERS and one.clock is None:
        return True
    if not followed or not dated or one.day is None:
        return False
    if first > at:
        return before not in LEADS and all(ctx.text(place) != "of" for place in range(first, one.end))
    return before == "of" and ctx.text(at - 2) not in _SET_AS


def _named(at: int, one: Side, ctx: Context) -> bool:
    """Part of a proper name: 12 March Street, flat 5 June Court, Sunday school, Saturday Evening Post."""
    last, after = ctx.text(one.end - 1), ctx.text(one.end)
    if ctx.text(at) in MONTHS and last in _SUFFIXES and after in _PLACES and one.clock is None:
        return ctx.text(one.end + 1) not in _ON_STREETS
    if last in WEEKDAYS and one.end == at + 1 and after in _WEEKDAY_PAPERS:
        return True
    if last in MONTHS and one.day is not None:
        if after in _STREETS:
            return ctx.text(one.end + 1) not in _ON_STREETS
        return ctx.text(at - 1) in _ADDRESSES and ctx.words[one.end].kind == WORD
    if (last == "sunday" and after == "school") or (last in WEEKDAYS and after in {"week", "fortnight"}):
        return True
    return last in PARTS and ctx.text(one.end - 2) in WEEKDAYS and after in _PAPERS


def _told_from(at: int, one: Side, ctx: Context) -> bool:
    """A full date that is past, told as where a thing came from: the log from 2026-03-01, a letter from 20 november."""
    if one.day is not None and one.day.kind == "yearday" and (one.day.first - ctx.today).days > _LONG_AGO:
        return ctx.text(at - 1) in {"from", "dated"} and ctx.text(one.end) not in _TO
    return (
        one.day is not None
        and one.day.kind == "day"
        and one.day.first < ctx.today
        and ctx.text(at - 1) in _TOLD_FROM
        and ctx.text(one.end) not in _TO
    )
