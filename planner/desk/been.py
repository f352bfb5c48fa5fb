"""A day or a time that has been: of two readings the one behind, since what is recorded has happened.

Both shells read so what a person says of the past; the capture line looks ahead.
"""

from __future__ import annotations

from planner.capture.filter_days import read_days
from planner.domain.moment import datetime, day_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.moment import Moment

__all__ = ["is_ahead", "moment_been"]

_DAYS = {"大前天": "3天前", "前天": "前天", "前日": "前天", "昨天": "昨天", "昨日": "昨天", "yesterday": "yesterday"}
"""Days behind by a word of their own, and how a filter says them."""
_LAST = (("上周", 3), ("上星期", 4), ("上礼拜", 4))
"""What a weekday of last week begins with, and how long the whole of it is."""


def moment_been(text: str, day: Day, lang: str, *, day_first: bool) -> Moment | None:
    """What a text names, looking back; ``None`` when it names no moment. It may lie ahead all the same."""
    if not text.strip():
        return None
    first, rest = _parted(text.strip())
    if rest:  # the capture line looks ahead, and reads no such day with a time
        read = read_days(first, day.now, lang, day.calendar, day_first=day_first, back=True)
        if read is not None:
            start = day_of(read[0])
            then = datetime(start.year, start.month, start.day)
            hour = read_days(rest, then, lang, day.calendar, day_first=day_first, back=False)
            return None if hour is None else hour[0]
    found = None
    # Read at the beginning of the day as well: half past seven, said at eight, is this morning's.
    for now in (day.now, day.now.replace(hour=0, minute=0)):
        found = read_days(text, now, lang, day.calendar, day_first=day_first, back=True)
        if found is None or not isinstance(found[0], datetime) or not is_ahead(found[0], day):
            break
    return None if found is None else found[0]


def is_ahead(moment: Moment, day: Day) -> bool:
    """Whether a moment has not been yet."""
    return moment > day.now if isinstance(moment, datetime) else moment > day.today


def _parted(text: str) -> tuple[str, str]:
    """A day behind and the time that stands with it; the text and nothing when it holds no such two."""
    low = text.lower()
    for word, said in _DAYS.items():
        if low.startswith(word) and len(low) > len(word):
            return said, text[len(word) :].strip()
        if word.isascii() and low.endswith(f" {word}"):
            return said, text[: -len(word)].strip()
    for word, size in _LAST:
        if text.startswith(word) and len(text) > size:
            return f"上周{text[len(word) : size]}", text[size:].strip()
    words = text.split()
    if low.startswith("last ") and len(words) > 2:
        return " ".join(words[:2]), " ".join(words[2:])
    return text, ""
