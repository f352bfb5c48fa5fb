"""English date phrases: the readings of a line.

    phrase  = lead side [range side] ["for" length] | recurrence {side | bound}
    side    = {connector (day | clock | part)}                each at most once, in any order
    range   = "-" | "to" | "until" | "till" | "through" | "and" (after "between")
    lead    = "at" | "on" | "by" | "before" | "due" | "in" | "for" | "from" | "until" | "no later than" …

A phrase is looked for at every word that could begin one; the words before it that only introduce it are struck with it.
What stands as another word's attribute ("the monday report", "monday's report") is no phrase.
"""

from __future__ import annotations

from planner.capture.english.clock import clock, hour_follows, part
from planner.capture.english.context import Context
from planner.capture.english.days import FIRST_OF_FESTIVALS, SAID, day
from planner.capture.english.lexer import NUMBER, WORD, tokens
from planner.capture.english.numbers import cardinal
from planner.capture.english.numeric import run_end
from planner.capture.english.ranges import NoSuchDay, day_range
from planner.capture.english.words import CARDINALS, MONTHS, ORDINALS, PARTS, PLURAL_DAYS, TENS, TENTHS, UNITS, WEEKDAYS
from planner.capture.reading import PARTS as HOURS
from planner.capture.reading import Clock, Day, Reading
from planner.domain.moment import datetime, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.workdays import Calendar

__all__ = ["Side", "readings", "side"]

_TONIGHT = frozenset(("tonight", "tonite", "2nite", "tonigh"))
_TIME_LEADS = frozenset(
    (
        "at",
        "@",
        "around",
        "from",
        "between",
        "until",
        "till",
        "before",
        "after",
        "by",
        "about",
        "than",
        "for",
        "approximately",
    )
)
_LEADS = frozenset(
    (
        *(
            "at",
            "on",
            "by",
            "in",
            "for",
            "from",
            "before",
            "until",
            "till",
            "due",
            "around",
            "about",
            "sometime",
            "through",
        ),
        *("between", "after", "@", "starting", "beginning", "during", "within", "of", "as", "effective", "til", "till"),
    )
)
_DATE_LEADS = _LEADS - {"at", "@", "for", "about", "around", "of"}
_DEADLINES = frozenset(("by", "before", "due", "until", "till", "than", "within", "til"))
_CONNECTORS = frozenset(
    (
        *("at", "on", "of", "in", "by", "before", "after", "for", "around", "about", "@", "from", "between", ",", "("),
        ".",
    )
)
_RANGES = frozenset(("-", "to", "until", "till", "through", "thru", "til", "and", "~"))
_EVERY = frozenset(
    (
        *("every", "each", "daily", "weekly", "biweekly", "fortnightly", "monthly", "bimonthly", "quarterly", "hourly"),
        *("semi", "semiannually", "annually", "yearly", "annual", "everyday", "weekdays", "weekends", "any", "all"),
        *("mornings", "evenings", "afternoons", "nights", "once", "twice", "workdays", "bi", "after", "ev", "whenever"),
        *("semiweekly", "biannually", "biennially", "evry", "nightly", "semimonthly", "triweekly", "last", "end"),
    )
)
_FIRST = frozenset(
    (
        *SAID,
        *WEEKDAYS,
        *PLURAL_DAYS,
        *MONTHS,
        *CARDINALS,
        *TENS,
        *TENTHS,
        *ORDINALS,
        *_TONIGHT,
        *_EVERY,
        *FIRST_OF_FESTIVALS,
        *(
            "the",
            "this",
            "next",
            "coming",
            "upcoming",
            "following",
            "last",
            "end",
            "start",
            "beginning",
            "mid",
            "middle",
        ),
        *(
            "in",
            "within",
            "after",
            "a",
            "an",
            "half",
            "quarter",
            "couple",
            "few",
            "noon",
            "midnight",
            "midday",
            "eod",
            "eow",
        ),
        *(
            "eom",
            "eoq",
            "eoy",
            "eoww",
            "sow",
            "som",
            "soq",
            "soy",
            "cob",
            "cop",
            "close",
            "early",
            "late",
            "later",
            "weekend",
        ),
        *(
            "week-end",
            "wkend",
            "week",
            "month",
            "day",
            "q",
            "midmorning",
            "starting",
            "beginning",
            "current",
            "for",
            "yesterday",
        ),
        *("'",),
        *PARTS,
    )
)
_DETERMINERS = frozenset(
    (
        "the",
        "a",
        "an",
        "my",
        "our",
        "his",
        "her",
        "their",
        "your",
        "its",
        "last",
        "past",
        "previous",
        "no",
        "any",
        "some",
    )
)
_STEP = 12


class Side:
    """One side of a range, or the whole of a plain phrase."""

    __slots__ = ("clock", "day", "deadline", "end", "end_clock", "part")

    def __init__(self, end: int) -> None:
        self.day: Day | None = None
        self.clock: Clock | None = None
        self.end_clock: Clock | None = None
        self.part = ""
        self.end = end
        self.deadline = False

    @property
    def time(self) -> Clock | None:
        """The time said, its part of the day joined to it."""
        if self.clock is not None:
            return self.clock.in_part(self.part) if self.part else self.clock
        return Clock(*HOURS[self.part], part=self.part) if self.part else None


def readings(text: str, now: datetime, calendar: Calendar | None, *, day_first: bool) -> list[Reading]:
    """Every phrase of a folded line, in order."""
    words = tokens(text)
    ctx = Context(words, now, calendar, day_first=day_first)
    found: list[Reading] = []
    at, last = 0, len(words) - 1
    while at < last:
        token = words[at]
        if not (token.kind == NUMBER or token.text in _FIRST or token.text == "+"):
            at += 1
            continue
        try:
            made = _phrase(at, ctx)
        except NoSuchDay:
            made, at = None, min(at + 4, last)
        if made is None:
            at = run_end(words, at) if token.kind == NUMBER else at + 1
            continue
        reading, at = made
        found.append(reading)
    return found


def _phrase(at: int, ctx: Context) -> tuple[Reading, int] | None:
    """The phrase that begins at a token, and the token after it."""
    words, before = ctx.words, ctx.text(at - 1)
    if (
        words[at].glued
        and at
        and (words[at - 1].kind in {"w", "n", "x"} or before in {"/", "-", "$", "#", "&", "=", "_", "\\", "%"})
    ):
        return None
    loose = before in _TIME_LEADS or _bare_range(at, ctx)
    if (
        ctx.text(at) in _EVERY
        or ctx.text(at) in PLURAL_DAYS
        or ctx.words[at].kind == NUMBER
        or ctx.text(at) in _MAY_RECUR
    ):
        from planner.capture.english.recurrence import recurrence

        made = recurrence(at, ctx)
        if made is not None:
            return _placed(made[0], at, made[1], ctx)
    ranged = day_range(at, ctx)
    if ranged is not None:
        reading = Reading(0, 0)
        reading.day, reading.end_day = ranged[0], ranged[1]
        after = side(ranged[2], ctx, loose=False, only_time=True)
        end = ranged[2]
        if after is not None:
            reading.clock, reading.end_clock, end = after.time, after.end_clock, after.end
        return _placed(reading, at, end, ctx)
    if ctx.text(at) == "for":
        return _length_first(at, ctx)
    left = side(at, ctx, loose=loose, led=before in _DATE_LEADS)
    if left is None or _attribute(at, left, ctx):
        return None
    made_range = _range(at, left, ctx)
    reading, end = made_range if made_range else (_plain(left), left.end)
    reading.deadline = left.deadline or before in _DEADLINES
    if reading.clock is None and reading.day is None:
        return None
    end = _lasting(reading, end, ctx)
    if reading.clock is not None or reading.day is not None:
        from planner.capture.english.recurrence import recurrence_after

        more = recurrence_after(reading, end, ctx)
        if more is not None:
            end = more
    return _placed(reading, at, end, ctx)


_MAY_RECUR = frozenset((*WEEKDAYS, *TENS, *ORDINALS, "the", "last", "starting", "beginning", "from"))


def _bare_range(at: int, ctx: Context) -> bool:
    """Whether a bare number begins a range of hours: 9-11am, five to seven today, 10, tonight."""
    words = ctx.words
    one = cardinal(words, at)
    if one is None or one[0] > 24 or (words[at].kind == NUMBER and words[at].end - words[at].start > 2):
        return False
    sign = ctx.text(one[1])
    if sign == "," or sign in _TONIGHT or sign == "this":
        later = one[1] + (sign == ",")
        return at == 0 and (ctx.text(later) in _TONIGHT or (ctx.text(later) == "this" and ctx.text(later + 1) in PARTS))
    if sign not in {"-", "to", "until", "till"}:
        return False
    right = clock(words, one[1] + 1)
    if right is not None:
        return right[0].sure or ctx.text(one[1] + 2) in {":", "am", "pm", "o'clock"}
    two = cardinal(words, one[1] + 1)
    return two is not None and two[0] <= 24 and ctx.text(two[1]) in {"today", "tomorrow", "tonight", "this"}


def _plain(one: Side) -> Reading:
    """A reading of one side."""
    reading = Reading(0, 0)
    reading.day, reading.clock, reading.end_clock = one.day, one.time, one.end_clock
    if reading.day is not None and reading.day.kind == "next":
        reading.remarks = ("two_readings",)
    return reading


def side(at: int, ctx: Context, *, loose: bool, led: bool = False, only_time: bool = False) -> Side | None:
    """Days, times and parts of the day that stand together from a token on; ``None`` when there is none."""
    made = Side(at)
    bare = loose
    for turn in range(5):
        here, prep = made.end, ""
        if turn:
            while ctx.text(here) in _CONNECTORS and here - made.end < 3:
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
            bare = prep in _TIME_LEADS or (
                prep == "" and made.day is not None and made.day.kind not in {"period", "range"}
            )
        step = _piece(
            made,
            here,
            ctx,
            bare=bare,
            led=led or prep in _LEADS or bool(turn),
            prep=prep or ctx.text(at - 1),
            only_time=only_time,
        )
        if not step:
            break
        made.deadline = made.deadline or prep in _DEADLINES
        closing = ctx.text(step) == ")" and ctx.text(here - 1) == "("
        made.end = step + closing
    return made if made.end > at else None


def _clock_or_number(at: int, ctx: Context) -> bool:
    """Whether a number touches here (05/31/2024.14:15)."""
    return ctx.words[at].kind == NUMBER and ctx.words[at].glued


def _piece(made: Side, at: int, ctx: Context, *, bare: bool, led: bool, prep: str, only_time: bool) -> int:
    """Add the piece that begins at a token; returns where it ends, or 0."""
    text = ctx.text(at)
    if not only_time and made.day is None and text in _TONIGHT:
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
        if found and _fits(found, at, ctx, bare=bare, prep=prep, made=made):
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
    return 0


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


def _on_number(made: Side, at: int, ctx: Context) -> int:
    """``8pm on the 15``: a bare day of the month after a time."""
    at += ctx.text(at) == "the"
    token = ctx.words[at]
    if (
        token.kind != NUMBER
        or not 1 <= token.value <= 31
        or not ctx.ends(at + 1)
        or ctx.words[at + 1].glued
        and ctx.text(at + 1) != "."
    ):
        return 0
    from planner.capture.months import on_month_day

    found = on_month_day(ctx.today, token.value)
    made.day = Day(found, "monthday") if found else None
    return at + 1 if found else 0


def _fits(found: tuple[Clock, int], at: int, ctx: Context, *, bare: bool, prep: str, made: Side) -> bool:
    """Whether a time may stand here: a bare number must not count something, nor be a day of the month."""
    token, after = ctx.words[at], found[1]
    if token.kind != NUMBER and token.text not in CARDINALS:
        return True
    plain = after == at + 1
    if not plain:
        dotted = ctx.text(at + 1) == "." and after == at + 3
        return not (
            dotted and (not hour_follows(ctx.words, after) or prep not in _TIME_LEADS or _dotted_date(at, after, ctx))
        )
    if token.kind == NUMBER and token.end - token.start == 4:
        return prep in {"at", "around", "@", "by", "before", "until"} or made.day is not None
    if ctx.text(after) in MONTHS or (ctx.text(after) == "of" and (ctx.text(after + 1) in MONTHS)):
        later = ctx.words[after + 2] if ctx.text(after) == "of" else ctx.words[after]
        return later.kind == NUMBER and later.end - later.start <= 2
    if ctx.text(after) in UNITS and not ctx.ends(after):
        return False
    return hour_follows(ctx.words, after)


def _dotted_date(at: int, after: int, ctx: Context) -> bool:
    """Whether ``10.1 - 10.12`` goes on like a pair of decimals."""
    return ctx.text(after) == "-" and ctx.text(after + 2) == "."


def _this_part(made: Side, at: int, ctx: Context) -> int:
    """``this afternoon``, ``next evening``, ``late tonight``, ``later this afternoon``."""
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
        if nxt in _TONIGHT:
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
    lone = prep in {"in", "at", "after", "by", "before", "until", "around", "during", "for"} or ctx.alone(at, end)
    if not placed and not (lone and (hour_follows(ctx.words, end) or ctx.ends(end))):
        return 0
    if not placed and prep == "in" and ctx.text(at) != "the" and ctx.text(at - 1) != "the":
        return 0
    made.part = found[0]
    return end


def _attribute(at: int, one: Side, ctx: Context) -> bool:
    """Whether the phrase only describes the word after it: the monday report, a morning of meetings."""
    before = ctx.text(at - 1)
    if before not in _DETERMINERS or one.day is None and one.clock is None:
        return False
    if before in {"last", "past", "previous", "no"}:
        return True
    return ctx.words[one.end].kind == WORD and not hour_follows(ctx.words, one.end)


def _range(at: int, left: Side, ctx: Context) -> tuple[Reading, int] | None:
    """A range whose left side was read."""
    text, before = ctx.text(left.end), ctx.text(at - 1)
    if text not in _RANGES or (
        text == "and"
        and before not in {"between"}
        and ctx.text(at - 2) != "between"
        and not _between(at, left.end, ctx)
    ):
        return None
    start = left.end + 1
    start += ctx.text(start) in {"from", "at"}
    right = side(start, ctx, loose=left.clock is not None, led=True)
    if right is None:
        return None
    reading = _plain(left)
    first, last = left.time, right.time
    if left.day is not None and right.day is not None:
        reading.end_day, reading.end_clock = right.day, last
        if left.day.kind == "yearday" and right.day.kind == "day" and right.day.first.year != left.day.first.year:
            reading.day = _in_year(left.day, right.day)
        return (reading, right.end) if (first is None) == (last is None) or last is not None else None
    if first is None or last is None:
        return None
    reading.end_clock = last
    if right.part and not left.part and not first.sure:
        reading.clock = first.in_part(right.part)
    if right.day is not None:
        reading.day = right.day
        tomorrow = right.day.kind == "today" and right.day.first > ctx.today
        if tomorrow and reading.clock is not None and last.sure and reading.clock.likely > last.likely:
            reading.day, reading.end_day = Day(ctx.today, "today"), right.day
    return reading, right.end


def _between(at: int, end: int, ctx: Context) -> bool:
    """Whether ``between`` stands inside the left side (friday between 1pm and 4pm)."""
    return any(ctx.text(place) == "between" for place in range(max(at - 2, 0), end))


def _in_year(left: Day, right: Day) -> Day:
    """The left day in the year that only the right one names."""
    from planner.capture.months import clamp_day

    moved = clamp_day(right.first.year, left.first.month, left.first.day)
    return Day(moved if moved <= right.first else clamp_day(right.first.year - 1, left.first.month, left.first.day))


def _lasting(reading: Reading, at: int, ctx: Context) -> int:
    """``for 30 minutes`` after a time: the length of a range."""
    if ctx.text(at) != "for" or reading.clock is None or reading.end_clock is not None:
        return at
    from planner.capture.english.numbers import length

    found = length(ctx.words, at + 1)
    if found is None or not set(found[0]) <= {"hour", "minute"}:
        return at
    reading.minutes = round(found[0].get("hour", 0) * 60 + found[0].get("minute", 0))
    return found[1]


def _length_first(at: int, ctx: Context) -> tuple[Reading, int] | None:
    """``for 3 hours from 10 am``, ``for 3 days from today``, ``for a day starting this friday at 5 pm``."""
    from planner.capture.english.numbers import length

    found = length(ctx.words, at + 1)
    if found is None:
        return None
    after = found[1] + (ctx.text(found[1]) == ",")
    if ctx.text(after) not in {"from", "starting", "beginning", "at"}:
        return None
    start = side(after + 1, ctx, loose=True, led=True)
    if start is None:
        return None
    reading = _plain(start)
    spans = found[0]
    days = spans.get("day", 0) + 7 * spans.get("week", 0)
    minutes = spans.get("hour", 0) * 60 + spans.get("minute", 0)
    if reading.clock is not None:
        reading.minutes = round(days * 1440 + minutes)
    elif reading.day is not None and days:
        reading.end_day = Day(reading.day.first + timedelta(days - 1))
    return (reading, start.end) if reading.minutes or reading.end_day else None


def _placed(reading: Reading, at: int, end: int, ctx: Context) -> tuple[Reading, int]:
    """Put a reading in its place in the line, with the words before it that only introduce it."""
    words, start = ctx.words, at
    for _ in range(4):
        before = ctx.text(start - 1) if start else ""
        if (
            before in _LEADS
            or (before == "the" and start < at)
            or (before == "than" and ctx.text(start - 2) == "later")
        ):
            start -= 1
            if before == "than":
                start -= 1 + (ctx.text(start - 2) in {"no", "not"})
        elif before == "the" and reading.day is not None and (start == at or ctx.text(start - 2) in _LEADS):
            start -= 1
        else:
            break
    if start and ctx.text(start - 1) in {"is", "are", "be"} and start > 1 and ctx.text(end) in {"", ".", "!", "?"}:
        start -= 1
    reading.start, reading.end = words[start].start, words[end - 1].end
    return reading, end
