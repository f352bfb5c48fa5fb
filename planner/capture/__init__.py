"""A typed line becomes a draft. Pure: ``now`` and the language are arguments; no clock read, no I/O.

The grammars stand in the docstrings of the modules that read them: ``signs``, ``keys`` and ``leads`` for what is marked
by a character or a key; ``english.phrase`` and ``chinese.phrase`` for days, times and ranges; ``english.recurrence``
and ``chinese.recurrence`` for what repeats; ``visit`` and ``point`` for the lines of the reception and of talks. A
plain line passes a guard and loads none of the date grammars. Both languages are read in any line.

No function here raises on any text.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.draft import Draft, PointDraft, VisitDraft
    from planner.domain.moment import Moment, datetime
    from planner.domain.workdays import Calendar

__all__ = ["parse", "parse_many", "parse_moment", "parse_point", "parse_visit", "printed"]


def parse(
    line: str, now: datetime, lang: str = "en", *, calendar: Calendar | None = None, day_first: bool = False
) -> Draft:
    """The matter that a line describes.

    ``calendar`` counts working days (China's when none is given); ``day_first`` reads ``9/11`` as 9 November.
    """
    from planner.capture.line import read_line

    return read_line(line, now, lang, calendar, day_first=day_first)


def parse_many(
    text: str, now: datetime, lang: str = "en", *, calendar: Calendar | None = None, day_first: bool = False
) -> tuple[Draft, ...]:
    """The matters of several lines. What a first line that ends in a colon says holds for each line under it."""
    from planner.capture.many import read_many

    return read_many(text, now, lang, calendar, day_first=day_first)


def parse_visit(
    line: str, now: datetime, lang: str = "en", *, calendar: Calendar | None = None, day_first: bool = False
) -> VisitDraft:
    """The visit, call or letter that a line describes."""
    from planner.capture.visit import read_visit

    return read_visit(line, now, lang, calendar, day_first=day_first)


def parse_point(
    line: str, now: datetime, lang: str = "en", *, calendar: Calendar | None = None, day_first: bool = False
) -> PointDraft:
    """The point that a line describes: whom to tell, and what."""
    from planner.capture.point import read_point

    return read_point(line, now, lang, calendar, day_first=day_first)


def parse_moment(
    text: str, now: datetime, lang: str = "en", *, calendar: Calendar | None = None, day_first: bool = False
) -> Moment | None:
    """The day or time that a text names and nothing else (``fri 5pm``, ``下周五前``); ``None`` when it does not."""
    from planner.capture.line import read_moment

    return read_moment(text, now, lang, calendar, day_first=day_first)


def printed(draft: Draft, lang: str = "en") -> str:
    """A line that parses to the same draft, spans and remarks aside."""
    from planner.capture.printing import print_line

    return print_line(draft, lang)
