"""Dates written with digits: ``2026-11-27``, ``27/11/2026``, ``11/27``, ``27.11.2026``, ``23/Sep/2020``, ``20261127``.

A run of digits and marks is one date or none: what goes on with another mark and digit (a phone, a version, an address)
is passed over whole. ``day_first`` decides ``9/11`` when both numbers could be months.
"""

from __future__ import annotations

from planner.capture.english.lexer import NUMBER, WORD, Token
from planner.capture.english.words import AMOUNTS, MONTHS
from planner.capture.months import last_day, on_year_day, real_day
from planner.capture.reading import Day
from planner.domain.moment import date

__all__ = ["numeric", "run_end"]

_MARKS = frozenset("/-.")
_NOT_DATES = frozenset(((24, 7), (50, 50), (9, 9), (1, 1)))


_LABELS = frozenset(
    (
        *(
            "reference",
            "references",
            "ref",
            "refs",
            "case",
            "id",
            "ids",
            "serial",
            "code",
            "number",
            "numbers",
            "docket",
        ),
        *("no", "nos", "nr", "isbn", "issn", "sku", "qq", "uid", "acct", "passport", "permit", "licence", "license"),
    )
)
"""Words that digits after them number; a word that also has days (contract, invoice, order) is none of them."""

_SCORED = frozenset(
    (
        *("scored", "score", "scores", "scoring", "rated", "rating", "ratings", "marks", "graded", "grade", "voted"),
        *("nearly", "almost", "roughly"),
    )
)
_MEASURED = frozenset(
    (
        *(
            "of",
            "majority",
            "cup",
            "cups",
            "inch",
            "inches",
            "in",
            "litre",
            "litres",
            "liter",
            "liters",
            "pint",
            "pints",
        ),
        *("page", "pages", "day", "days", "hour", "hours", "week", "weeks", "month", "months", "year", "years", "mile"),
        *("miles", "km", "kg", "lb", "lbs", "oz", "pound", "pounds", "gallon", "gallons", "tsp", "tbsp", "teaspoon"),
        *("teaspoons", "tablespoon", "tablespoons", "full", "off", "price", "share", "vote", "votes", "cut", "size"),
        *("sheet", "sheets", "acre", "acres", "ton", "tons", "tonne", "metre", "metres", "ounce", "ounces", "dozen"),
        *(
            "rating",
            "ratings",
            "score",
            "scores",
            "empty",
            "done",
            "complete",
        ),
        *("completed", "finished", "time", "length", "width", "height", "scale"),
    )
)
_NUMBERED = frozenset(
    ("lts", "release", "upgrade", "update", "version", "build", "patch", "image", "percent", "degrees")
)
"""What a number with a point is the version or the measure of: 24.04 release."""
_FARTHEST_SHORT_YEAR = 30
"""Years ahead that a year in two digits may lie; a farther one (03-18-77) is no day to plan for."""


def run_end(words: list[Token], at: int) -> int:
    """Where the run of touching digits and marks that begins here ends."""
    end = at + 1
    while words[end].glued and (
        words[end].kind == NUMBER or (words[end].text in {*_MARKS, ":"} and words[end + 1].glued)
    ):
        end += 1
    return end


def _year(token: Token) -> int | None:
    """The year a number of two or four digits is."""
    size = token.end - token.start
    if size == 4:
        return token.value if 1900 <= token.value <= 2199 else None
    return 2000 + token.value if size == 2 else None


def numeric(words: list[Token], at: int, today: date, *, day_first: bool, led: bool) -> tuple[Day, int] | None:
    """The date that begins here and where it ends. ``led`` says that a word before it promises a date."""
    first = words[at]
    size = first.end - first.start
    if not led and at and words[at + 1].text != "/" and _labelled(words, at):
        return None
    if (size == 8 and not words[at + 1].glued) or (
        size == 8 and words[at + 1].kind == WORD and words[at + 1].text == "t"
    ):
        found = real_day(first.value // 10000, first.value // 100 % 100, first.value % 100)
        return (Day(found), at + 1) if found and 1990 <= found.year <= 2099 else None
    mark = words[at + 1]
    if not mark.glued or mark.text not in _MARKS or not words[at + 2].glued:
        return None
    second, mark2, third = words[at + 2], words[at + 3], words[min(at + 4, len(words) - 1)]
    if second.kind == WORD:
        return _named(first, second, mark2, third, at, today)
    if second.kind != NUMBER:
        return None
    if mark2.glued and mark2.text == mark.text and third.kind == NUMBER and third.glued:
        found = _three(first, second, third, day_first=day_first)
        if found is not None and size < 4 and third.end - third.start < 4:
            found = found if found.year <= today.year + _FARTHEST_SHORT_YEAR else None
        if mark.text == "." and not led and third.end - third.start < 4 and size < 4:
            return None
        return None if found is None or not _ends(words, at + 5) else (Day(found), at + 5)
    if mark2.glued and mark2.text == mark.text and third.kind == WORD and third.glued and size == 4:
        month = MONTHS.get(third.text)
        found = real_day(first.value, month, second.value) if month else None
        return (Day(found), at + 5) if found else None
    if not _ends(words, at + 3):
        return None
    return _two(first, second, mark.text, at, today, words, day_first=day_first, led=led)


def _ends(words: list[Token], at: int) -> bool:
    """Whether the run may end here: no further mark and digit touches, but a range or a time may."""
    token, after = words[at], words[min(at + 1, len(words) - 1)]
    if not token.glued:
        return True
    if token.text == ":" and after.kind == NUMBER and after.glued:
        return False
    if token.kind == NUMBER or (token.kind == WORD and token.text != "t"):
        return False
    if token.text in _MARKS and after.kind == NUMBER and after.glued:
        further = words[min(at + 2, len(words) - 1)]
        return token.text != "/" and further.glued and further.text in {":", "/", "-", "."}
    if token.text == "/" and after.glued:
        return False
    return token.text not in {"%", "$", "=", "*"}


def _labelled(words: list[Token], at: int) -> bool:
    """Whether the word before says that digits are the number of something (case 20260415)."""
    before = words[at - 1].text
    if before in {".", ":", "#"} and at > 1:
        before = words[at - 2].text if words[at - 1].glued or before == "#" else ""
    return before in _LABELS or before in {"号", "码"}


def _fraction(words: list[Token], at: int) -> bool:
    """Whether ``2/3`` is a part or a score and no day: measured, scored, or behind a whole number (1 1/2)."""
    before, after = words[at - 1] if at else None, words[at + 3]
    if before is not None and (before.text in _SCORED or (before.kind == NUMBER and not words[at].glued)):
        return True
    proper = words[at].value < words[at + 2].value <= 10
    return proper and (after.text in _MEASURED or (after.text == "-" and words[at + 4].text in _MEASURED))


def _three(one: Token, two: Token, three: Token, *, day_first: bool) -> date | None:
    """Year first, or year last; two digits of year only in the last place, or when the first can be nothing else."""
    size = one.end - one.start
    if size == 4:
        return real_day(one.value, two.value, three.value) if 1900 <= one.value <= 2199 else None
    year = _year(three)
    if size > 2 or two.end - two.start > 2 or year is None:
        if size == 2 and three.end - three.start == 1 and one.value > 12:
            return real_day(2000 + one.value, two.value, three.value)
        return None
    day, month = (one.value, two.value) if one.value > 12 or (day_first and two.value <= 12) else (two.value, one.value)
    if three.end - three.start == 2 and one.value > 12 and two.value <= 12 and three.value <= 31 and one.value >= 24:
        return real_day(2000 + one.value, two.value, three.value)
    return real_day(year, month, day)


def _named(one: Token, two: Token, mark: Token, three: Token, at: int, today: date) -> tuple[Day, int] | None:
    """``23/Sep/2020``, ``2019-sep-1``, ``23-Sep``."""
    month = MONTHS.get(two.text)
    if month is None:
        return None
    if mark.glued and mark.text in _MARKS and three.kind == NUMBER and three.glued:
        size = one.end - one.start
        year, day = (one.value, three.value) if size == 4 else (_year(three), one.value)
        found = real_day(year, month, day) if year else None
        return (Day(found), at + 5) if found else None
    found = on_year_day(today, month, one.value) if one.end - one.start <= 2 else None
    return (_rolling(found), at + 3) if found else None


def _rolling(found: date) -> Day:
    """A day of the year said without its year."""
    return Day(found, "yearday", again=on_year_day(date(found.year, 12, 31), found.month, found.day) or found)


def _two(
    one: Token, two: Token, mark: str, at: int, today: date, words: list[Token], *, day_first: bool, led: bool
) -> tuple[Day, int] | None:
    """``9/11`` and its kin; with ``-`` and ``.`` only where a date is promised or nothing else stands on the line."""
    sizes = (one.end - one.start, two.end - two.start)
    if (
        mark == "/"
        and sizes[0] <= 2
        and sizes[1] == 4
        and not (at and _labelled(words, at))
        and 1 <= one.value <= 12
        and 1900 <= two.value <= 2199
    ):
        return Day(date(two.value, one.value, 1), "period", last_day(two.value, one.value)), at + 3
    if mark != "." and sizes[0] == 4 and sizes[1] == 2 and 1 <= two.value <= 12 and 1990 <= one.value <= 2099 and led:
        return Day(date(one.value, two.value, 1), "period", last_day(one.value, two.value)), at + 3
    dotted = _dotted(words, at, today, led=led) if mark == "." else None
    if dotted is not None:
        return dotted
    if max(sizes) > 2 or (one.value, two.value) in _NOT_DATES:
        return None
    if mark == "/" and not led and _fraction(words, at):
        return None
    if mark != "/" and not led:
        alone = at == 0 and words[at + 3].kind == "" and mark == "-"
        ranged = words[at + 3].glued and words[at + 3].text == "-" and mark == "."
        if not (alone and max(one.value, two.value) > 12) and not ranged:
            return None
    month, day = (two.value, one.value) if one.value > 12 or (day_first and two.value <= 12) else (one.value, two.value)
    if not 1 <= month <= 12:
        return None
    found = on_year_day(today, month, day)
    return (_rolling(found), at + 3) if found else None


def _dotted(words: list[Token], at: int, today: date, *, led: bool) -> tuple[Day, int] | None:
    """``30.11. data check``, ``30.11 data check``: a day and a month with points, where a line begins or a word leads.

    With the second point the day always stands first; without it only where the first number can be no month.
    """
    one, two, after = words[at], words[at + 2], words[at + 3]
    if one.end - one.start > 2 or two.end - two.start > 2 or not 1 <= two.value <= 12 or (at and not led):
        return None
    closed = after.text == "." and after.glued and not words[at + 4].glued
    follows = two.end - two.start == 2 and after.kind == WORD and not after.glued and at == 0 and one.value > 12
    if not closed and (not follows or after.text in AMOUNTS or after.text in _NUMBERED):
        return None
    found = on_year_day(today, two.value, one.value)
    return (_rolling(found), at + 3 + closed) if found else None
