"""Hours that stand bare before their day: 9-5 on friday, 9 to 11 on 20 march, 0900-1030 tomorrow.

Numbers like these are scores and page numbers as well, so they are hours only when a day stands right behind them and
they make a stretch of an office day.
"""

from __future__ import annotations

from planner.capture.english.lexer import NUMBER
from planner.capture.english.words import MONTHS, WEEKDAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.english.context import Context

__all__ = ["SCORES", "day_stands", "four_digits", "office_hours"]

SCORES = frozenset(("score", "scored", "vote", "voted", "win", "won", "lose", "lost", "beat", "pages", "page", "rooms"))
"""Words that two numbers with a dash after them are no hours of."""
_DAYS = frozenset(("today", "tomorrow", "tonight"))
_LONGEST = 9
"""Hours from the first to the last of an office day."""


def office_hours(first: int, last: int) -> bool:
    """Whether two bare hours make a stretch of one office day: 9 to 5, not 7 to 5 nor 4 to 2."""
    start = first + 12 if 1 <= first <= 6 else first
    end = last if last > start else last + 12
    return 0 < first <= 24 and end <= 24 and 0 < end - start <= _LONGEST


def day_stands(at: int, ctx: Context) -> bool:
    """Whether a weekday, or a day of a month, stands at a token, ``on`` or ``next`` before it or not."""
    led = ctx.text(at) == "on"
    at += led
    at += ctx.text(at) in {"the", "next", "this"}
    text = ctx.text(at)
    if text in WEEKDAYS or text in _DAYS:
        return True
    if text in MONTHS:
        return ctx.words[at + 1].kind == NUMBER
    after = at + 1 + (ctx.text(at + 1) in {"st", "nd", "rd", "th"})
    return led and ctx.words[at].kind == NUMBER and (ctx.text(after) in MONTHS or after > at + 1)


def four_digits(at: int, ctx: Context) -> bool:
    """Whether ``0900-1030`` and a day begin at a token."""
    words = ctx.words
    if not (_hhmm(at, ctx) and ctx.text(at + 1) == "-" and words[at + 1].glued and words[at + 2].glued):
        return False
    return _hhmm(at + 2, ctx) and words[at].value < words[at + 2].value and day_stands(at + 3, ctx)


def _hhmm(at: int, ctx: Context) -> bool:
    """Whether four digits are a time on a multiple of five minutes."""
    token = ctx.words[at]
    hour, minute = divmod(token.value, 100)
    return token.kind == NUMBER and token.end - token.start == 4 and hour < 24 and minute < 60 and minute % 5 == 0
