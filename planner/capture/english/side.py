"""One side of an English range, or the whole of a plain phrase: a day, a part of the day and a time, in any order."""

from __future__ import annotations

from planner.capture.english.clock import clock, hour_follows, part
from planner.capture.english.days import day
from planner.capture.english.hour_ranges import four_digits
from planner.capture.english.lead_words import CONNECTORS, DEADLINES, LEADS, TIME_LEADS, TONIGHT
from planner.capture.english.lexer import NUMBER, WORD
from planner.capture.english.words import AMOUNTS, CARDINALS, MONTHS, PARTS, SAID, UNITS, WEEKDAYS
from planner.capture.months import on_month_day
from planner.capture.reading import Clock, Day, Side
from planner.domain.moment import timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context

__all__ = ["side"]

_AT_LUNCH = frozenset(("at", "after", "before", "by", "during", "until", "till", "around", "about", "over", "from"))
"""What makes lunch a time; beside a day alone it is the thing to do."""


def side(at: int, ctx: Context, *, loose: bool, led: bool = False, only_time: bool = False) -> Side | None:
    """Days, times and parts of the day that stand together from a token on; ``None`` when there is none."""
    made = Side(at)
    bare = loose
    for turn in range(5):
        here, prep = made.end, ""
        if turn:
            while ctx.text(here) in CONNECTORS and here - made.end < 3:
                if ctx.text(here) == "." and (not ctx.words[here].glued or not _clock_or_number(here + 1, ctx)):
                    break
                prep = ctx.text(here) if ctx.text(here) not in {",", "("} else prep
                here += 1
            if (
                ctx.text(here) == "-"
                and ctx.words[here].glued
                and made.day is not None
                and made.clock is None
                and ctx.text(here + 2) == ":"
            ):
                here, prep = here + 1, "at"
            if prep in {"for", "from", "between"} and made.clock is not None:
                break
            bare = prep in TIME_LEADS or (
                prep == "" and made.day is not None and made.day.kind not in {"period", "range"}
            )
        if not made.part and ctx.text(here) == "first" and ctx.text(here + 1) == "thing":
            made.part, made.end = "morning", here + 2
            continue
        step = _piece(
            made,
            here,
            ctx,
            bare=bare,
            led=led or prep in LEADS or bool(turn),
            prep=prep or ctx.text(at - 1),
            only_time=only_time,
        )
        if not step:
            break
        made.deadline = made.deadline or prep in DEADLINES
        closing = here > at and ctx.text(step) == ")" and ctx.text(here - 1) == "("
        made.end = step + closing
    return made if made.end > at else None


def _clock_or_number(at: int, ctx: Context) -> bool:
    """Whether a number touches here (05/31/2024.14:15)."""
    return ctx.words[at].kind == NUMBER and ctx.words[at].glued


def _piece(made: Side, at: int, ctx: Context, *, bare: bool, led: bool, prep: str, only_time: bool) -> int:
    """Add the piece that begins at a token; returns where it ends, or 0."""
    text = ctx.text(at)
    if not only_time and made.day is None and text in TONIGHT:
        made.day, made.part = Day(ctx.today, "today"), made.part or "night"
        return at + 1
    if not only_time and made.day is None and text in {"this", "next", "late", "early", "later"}:
        step = _this_part(made, at, ctx)
        if step:
            return step
    if made.day is not None and made.day.kind == "weekday" and text in {"next", "this"} and ctx.text(at + 1) == "week":
        monday = ctx.today - timedelta(ctx.today.weekday())
        made.day = Day(monday + timedelta(made.day.first.weekday() + 7 * (text == "next")))
        return at + 2
    if made.clock is not None and made.day is None and prep == "on" and not only_time:
        step = _on_number(made, at, ctx)
        if step:
            return step
    if (
        made.day is not None
        and text == "t"
        and made.clock is None
        and ctx.words[at].glued
        and ctx.words[at + 1].kind == NUMBER
    ):
        iso_time = clock(ctx.words, at + 1)
        if iso_time:
            made.clock = Clock(iso_time[0].hour, iso_time[0].minute)
            return iso_time[1]
    if made.clock is None and not _dashes(at, ctx):
        found = clock(ctx.words, at, loose=bare)
        if found and _fits(found, at, ctx, prep=prep, made=made):
            made.clock = found[0]
            return found[1]
    if made.day is None and not only_time:
        found_day = day(at, ctx, led=led)
        if found_day:
            made.day, inner = found_day[0], getattr(found_day[0], "clock", None)
            if made.day.kind == "close":
                made.day, made.part = None, made.part or "close"
            elif inner is not None:
                if made.clock is not None:
                    made.day = None
                    return 0
                made.clock, made.end_clock = inner, getattr(found_day[0], "end_clock", None)
            return found_day[1]
    if not made.part:
        return _day_part(made, at, ctx, prep=prep)
    again = part(ctx.words, at)
    return again[1] if again and again[0] == made.part else 0


def _dashes(at: int, ctx: Context) -> bool:
    """Whether a number begins a date of three numbers (12-04-2019), and no hour."""
    words = ctx.words
    if words[at].kind != NUMBER or len(words) < at + 5:
        return False
    return (
        words[at + 1].glued
        and words[at + 1].text in {"-", "/"}
        and words[at + 3].glued
        and words[at + 3].text == words[at + 1].text
        and words[at + 4].kind == NUMBER
    )


def _day_after(at: int, ctx: Context) -> bool:
    """Whether a day by name stands behind a part of the day: late afternoon tomorrow, mid-morning on friday."""
    text = ctx.text(at + (ctx.text(at) == "on"))
    return text in WEEKDAYS or text in SAID


def _on_number(made: Side, at: int, ctx: Context) -> int:
    """``8pm on the 15``: a bare day of the month after a time."""
    at += ctx.text(at) == "the"
    token = ctx.words[at]
    if (
        token.kind != NUMBER
        or not 1 <= token.value <= 31
        or not ctx.ends(at + 1)
        or (ctx.words[at + 1].glued and ctx.text(at + 1) != ".")
    ):
        return 0

    found = on_month_day(ctx.today, token.value)
    made.day = Day(found, "monthday") if found else None
    return at + 1 if found else 0


def _fits(found: tuple[Clock, int], at: int, ctx: Context, *, prep: str, made: Side) -> bool:
    """Whether a time may stand here: a bare number must not count something, nor be a day of the month."""
    token, after = ctx.words[at], found[1]
    if token.text in {"noon", "midday", "noonish", "midnight"} and made.day is None and prep not in LEADS:
        return ctx.words[after].kind != WORD or hour_follows(ctx.words, after)
    if token.kind != NUMBER and token.text not in CARDINALS:
        return True
    plain = after == at + 1
    if not plain:
        dotted = ctx.text(at + 1) == "." and after == at + 3
        if dotted and made.day is not None and (hour_follows(ctx.words, after) or ctx.ends(after)):
            return not _dotted_date(after, ctx)
        return not (
            dotted and (not hour_follows(ctx.words, after) or prep not in TIME_LEADS or _dotted_date(after, ctx))
        )
    if token.kind == NUMBER and token.end - token.start == 3:
        return hour_follows(ctx.words, after)
    if token.kind == NUMBER and token.end - token.start == 4:
        if prep in {"at", "around", "@", "by", "before", "until"} or made.day is not None:
            return ctx.text(after) not in AMOUNTS
        return four_digits(at, ctx) or (ctx.text(at - 1) == "-" and four_digits(at - 2, ctx))
    if ctx.text(after) in MONTHS or (ctx.text(after) == "of" and (ctx.text(after + 1) in MONTHS)):
        later = ctx.words[after + 2] if ctx.text(after) == "of" else ctx.words[after]
        return later.kind == NUMBER and later.end - later.start <= 2
    if ctx.text(after) in UNITS and not ctx.ends(after):
        return False
    if prep in {"at", "@"} and made.day is not None and ctx.words[after].kind == WORD:
        return True
    return hour_follows(ctx.words, after)


def _dotted_date(after: int, ctx: Context) -> bool:
    """Whether ``10.1 - 10.12`` goes on like a pair of decimals."""
    return ctx.text(after) == "-" and ctx.text(after + 2) == "."


def _this_part(made: Side, at: int, ctx: Context) -> int:
    """Parts of a day that a word chooses: ``this afternoon``, ``next evening``, ``late tonight``."""
    text, nxt = ctx.text(at), ctx.text(at + 1)
    if text in {"late", "early"} and (nxt in WEEKDAYS or nxt == "tomorrow"):
        found = part(ctx.words, at + 2)
        named = day(at + 1, ctx, led=True) if found else None
        if found and named and named[1] == at + 2:
            made.day = named[0]
            made.part = {"morning": "early" if text == "early" else "midmorning"}.get(found[0], found[0])
            return found[1]
        return 0
    if text in {"late", "early", "later"}:
        if nxt in TONIGHT:
            made.day, made.part = Day(ctx.today, "today"), "late" if text == "late" else "night"
            return at + 2
        if nxt != "this":
            return 0
        at, text, nxt = at + 1, "this", ctx.text(at + 2)
    found = part(ctx.words, at + 1)
    if found is None:
        return 0
    made.day, made.part = Day(ctx.today + timedelta(text == "next"), "today"), found[0]
    return found[1]


def _day_part(made: Side, at: int, ctx: Context, *, prep: str) -> int:
    """A part of the day with a day or a time beside it, or after ``in the``, ``at``, ``after``."""
    found = part(ctx.words, at)
    if found is None:
        if ctx.text(at) in {"am", "pm"} and made.day is not None and made.clock is None:
            made.part = "morning" if ctx.text(at) == "am" else "afternoon"
            return at + 1
        return 0
    word, end = ctx.text(found[1] - 1), found[1]
    if word == "lunch" and prep not in _AT_LUNCH:
        return 0
    if word.endswith("s") and word in PARTS:
        return 0
    placed = made.day is not None or made.clock is not None
    if (
        not placed
        and ctx.text(end) == "of"
        and ctx.text(end + 1) in {"the", "next", "this", *WEEKDAYS, *MONTHS} | set(SAID)
    ):
        made.part = found[0]
        return end
    if not placed and (found[1] > at + 1 or word == "midmorning") and ctx.text(at) != "the" and _day_after(end, ctx):
        made.part = found[0]
        return end
    lone = prep in {"in", "at", "after", "by", "before", "until", "around", "during", "for"} or ctx.alone(at, end)
    if not placed and not (lone and (hour_follows(ctx.words, end) or ctx.ends(end))):
        return 0
    if not placed and prep == "in" and ctx.text(at) != "the" and ctx.text(at - 1) != "the":
        return 0
    made.part = found[0]
    return end
