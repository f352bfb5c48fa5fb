"""English times of day.

clock    = hour [":" mm] meridiem | hour ":" mm | hour "h" [mm] | hour "." mm meridiem | hour "o'clock" | "12 noon"
         | ("half" | ["a"] "quarter" | n ["minutes"]) ("past" | "to" | "till") hour | "noon" | "midnight"
         | hour minute-words [meridiem] | hour part
             | bare hour, hhmm or h.mm                     (loose: after at, @, a day, in a range)
meridiem = "am" | "pm" | "a.m." | "p.m." | "a" | "p" | "in the" part
part     = ["early" | "late"] ("morning" | "afternoon" | "evening" | "night" …)
"""

from __future__ import annotations

from planner.capture.english.lexer import NUMBER, Token
from planner.capture.english.numbers import cardinal
from planner.capture.english.words import CARDINALS, PARTS, TENS, WEEKDAYS
from planner.capture.reading import Clock

__all__ = ["clock", "hour_follows", "part"]

_MERIDIEMS = {"am": 0, "a": 0, "pm": 12, "p": 12}
_APPROXIMATE = frozenset(("sharp", "ish", "precisely", "exactly", "oclock"))
_EARLY = {"morning": "early", "evening": "evening", "afternoon": "afternoon", "night": "night"}
_LATE = {"morning": "midmorning", "evening": "evening", "afternoon": "lateafternoon", "night": "late"}


def meridiem(words: list[Token], at: int) -> tuple[int, int] | None:
    """0 for am, 12 for pm, and where it ends; ``p . m .`` counts."""
    text = words[at].text
    if text in {"am", "pm"}:
        return _MERIDIEMS[text], at + 1
    if text in {"a", "p"}:
        after = at + 1
        dotted = words[after].text == "."
        after += dotted
        if words[after].text == "m" and (dotted or not words[after].glued):
            after += 1
            after += words[after].text == "." and (dotted and words[after + 1].kind != NUMBER)
            return _MERIDIEMS[text], after
        if (words[at].glued and not words[at + 1].glued) or (
            words[at].glued and words[at + 1].text in {"-", ",", ".", "?"}
        ):
            return _MERIDIEMS[text], at + 1
    return None


def _with(hour: int, minute: int, half: int, words: list[Token], at: int) -> tuple[Clock, int] | None:
    """A time whose half of the day is said."""
    if (hour > 12 and half == 0) or hour > 23 or minute > 59:
        return None
    if hour <= 12:
        hour = hour % 12 + half
    return Clock(hour, minute), _trim(words, at)


def _trim(words: list[Token], at: int) -> int:
    """Pass over ``sharp``, ``ish``, ``o'clock``."""
    while words[at].text in _APPROXIMATE:
        at += 1
    if words[at].text == "-" and words[at].glued and words[at + 1].text == "ish":
        at += 2
    return at


def part(words: list[Token], at: int) -> tuple[str, int] | None:
    """A part of the day: ``morning``, ``early evening``, ``the early hours of the morning``."""
    at += words[at].text == "the"
    text = words[at].text
    if text in {"early", "late", "mid", "later"}:
        after = at + 1 + (words[at + 1].text == "-")
        if words[after].text == "hours" and words[after + 1].text == "of":
            return "early", after + 2 + (words[after + 2].text == "the") + 1
        after += words[after].text in {"in", "this"} and words[after + 1].text in {"the", *PARTS}
        after += words[after].text == "the"
        found = PARTS.get(words[after].text)
        if text == "mid" and found in {"night", "noon"}:
            return None
        if found:
            table = _EARLY if text == "early" else _LATE if text == "late" else {}
            return table.get(found, "midmorning" if text == "mid" and found == "morning" else found), after + 1
        return None
    if text == "mid-morning":
        return "midmorning", at + 1
    found = PARTS.get(text)
    if found == "lunch" and words[at - 1].text == "after" and at:
        return "afterlunch", at + 1
    return (found, at + 1) if found else None


def clock(words: list[Token], at: int, *, loose: bool = False) -> tuple[Clock, int] | None:
    """A time of day and where it ends; ``loose`` where a bare number stands where a time would."""
    return _past(words, at) or _half(words, at) or _direct(words, at, loose=loose)


def _direct(words: list[Token], at: int, *, loose: bool) -> tuple[Clock, int] | None:
    """A time that is not counted from another."""
    token = words[at]
    text = token.text
    if text in {"noon", "midday", "noonish"}:
        return Clock(12, part="noon"), at + 1
    if text == "midnight":
        return Clock(0, shift=1, part="night"), at + 1
    if text == "mid" and words[at + 1 + (words[at + 1].text == "-")].text in {"night", "day"}:
        end = at + 1 + (words[at + 1].text == "-")
        return (Clock(0, shift=1, part="night") if words[end].text == "night" else Clock(12)), end + 1
    if token.kind == NUMBER:
        return _numeric(words, at, loose=loose)
    if text in CARDINALS and 1 <= CARDINALS[text] <= 12:
        return _spelled(words, at, loose=loose)
    return None


def _past(words: list[Token], at: int) -> tuple[Clock, int] | None:
    """``half past eight``, ``a quarter to seven``, ``20 minutes to 2pm``, ``15 past noon``."""
    start = at + (words[at].text == "a")
    text = words[start].text
    if text == "half":
        minutes, after = 30, start + 1
    elif text == "quarter":
        minutes, after = 15, start + 1
    else:
        number = cardinal(words, at)
        touched = words[at].kind == NUMBER and words[at + 1].glued
        if number is None or not 0 < number[0] < 60 or touched:
            return None
        minutes, after = number
        after += words[after].text in {"minutes", "minute", "min", "mins"}
    word = words[after].text
    if word not in {"past", "to", "till", "til", "of", "after", "before"}:
        return None
    spoken = text in {"half", "quarter"} or after > at + 1 or words[at].kind != NUMBER
    if word not in {"past", "to", "till"} and not spoken:
        return None
    named = (
        text in {"half", "quarter"}
        or word == "past"
        or after > at + 1
        or (spoken and (word in {"after", "before"} or words[at - 1].text in {"at", "by", "until"}))
        or (minutes > 12 and word == "to" and words[at - 1].text not in {"from", "between"})
        or (spoken and word == "to" and _minutes_to(minutes, words, after + 1))
    )
    hour = _direct(words, after + 1, loose=named)
    if hour is None or (hour[0].minute and not hour[0].part) or not named:
        return None
    if word == "of":
        return None
    base = hour[0]
    if (
        text not in {"half", "quarter"}
        and words[at].kind == NUMBER
        and after == at + 1
        and word == "to"
        and not (base.sure and words[hour[1] - 1].text in {"am", "pm", "m", "p", "a"})
    ):
        return None
    if word in {"past", "after"}:
        return Clock(base.hour, minutes, sure=base.sure, shift=base.shift), hour[1]
    back = (base.hour * 60 - minutes) % 1440
    if not base.sure and base.hour == 1:
        back = 12 * 60 + 60 - minutes
    return Clock(back // 60, back % 60, sure=base.sure), hour[1]


def _minutes_to(minutes: int, words: list[Token], at: int) -> bool:
    """Whether ``ten to three this afternoon`` counts minutes: as hours the first would be after the second."""
    hour = cardinal(words, at)
    if (
        minutes not in {5, 10}
        or hour is None
        or not 1 <= hour[0] < minutes
        or words[at - 3].text in {"from", "between"}
    ):
        return False
    after = hour[1] + (words[hour[1]].text in {"this", "in", "tomorrow", "yesterday"})
    after += words[after].text == "the"
    return (
        words[after].text in {"afternoon", "evening", "tonight", "night", "pm"} or meridiem(words, hour[1]) is not None
    )


def _half(words: list[Token], at: int) -> tuple[Clock, int] | None:
    """``half seven tomorrow``, ``at half seven``: half past it, as it is said in Britain."""
    hour = CARDINALS.get(words[at + 1].text, 0) if words[at].text == "half" else 0
    if not 1 <= hour <= 12:
        return None
    end = at + 2
    half = meridiem(words, end)
    if half and words[end].text != "a":
        return _with(hour, 30, half[0], words, half[1])
    led = at > 0 and words[at - 1].text in {"at", "by", "from", "until", "till", "before", "after", "around", "about"}
    if not _day_next(words, end) and words[end].text not in WEEKDAYS and not (led and hour_follows(words, end)):
        return None
    return Clock(hour, 30, sure=False), end


def _numeric(words: list[Token], at: int, *, loose: bool) -> tuple[Clock, int] | None:
    """A time written with digits."""
    token, nxt = words[at], words[at + 1]
    digits, value = token.end - token.start, token.value
    if digits <= 2 and nxt.glued:
        two = words[at + 2]
        if nxt.text in {":", "."} and two.kind == NUMBER and two.glued and two.end - two.start == 2 and two.value < 60:
            end = at + 3
            if nxt.text == ":" and words[end].text == ":" and words[end].glued and words[end + 1].kind == NUMBER:
                end += 2
            if _runs_on(words, end):
                return None
            half = meridiem(words, end)
            if half and value <= 23:
                return _with(value, two.value, half[0], words, half[1])
            if value > 24 or (nxt.text == "." and not loose):
                return None
            sure = value >= 13 or value == 0 or (digits == 2 and token.text[0] == "0" and nxt.text == ":")
            return Clock(value % 24, two.value, sure=sure, shift=value // 24), _trim(words, end)
        if nxt.text in {"h", "hr", "hrs"} or nxt.text == "h":
            if two.kind == NUMBER and two.glued and two.end - two.start == 2 and two.value < 60 and value < 24:
                return Clock(value, two.value, sure=True), at + 3
            if nxt.text == "h" and (13 <= value < 24 or (loose and value < 13)) and not two.glued:
                return Clock(value, 0, sure=value >= 13 or digits == 2), at + 2
    half = meridiem(words, at + 1) if digits <= 2 else None
    if half and value >= 0:
        return _with(value, 0, half[0], words, half[1])
    if (digits in {3, 4} and not nxt.glued) or (
        digits in {3, 4} and nxt.glued and nxt.text in {"-", ",", "am", "pm", "?", "."}
    ):
        hour, minute = divmod(value, 100)
        half = meridiem(words, at + 1)
        if half and hour <= 12 and minute < 60:
            return _with(hour, minute, half[0], words, half[1])
        if loose and digits == 3 and words[at - 1].text in {"at", "around"} and minute < 60 and not minute % 5:
            return Clock(hour, minute, sure=False), at + 1
        if loose and digits == 4 and hour < 24 and minute < 60 and not (1900 <= value <= 2100 and minute % 5):
            return Clock(hour, minute, sure=hour >= 13 or token.text[0] == "0"), at + 1
        return None
    if digits > 2 or value > 24:
        return None
    if nxt.text in {"o'clock", "oclock"} or (nxt.text == "ish" and nxt.glued):
        end = _trim(words, at + 2)
        half = meridiem(words, end)
        return _with(value, 0, half[0], words, half[1]) if half else (Clock(value, sure=value > 12), end)
    if nxt.text == "noon":
        return (Clock(12), at + 2) if value == 12 else None
    if nxt.text == "midnight":
        return (Clock(0, shift=1), at + 2) if value == 12 else None
    if nxt.text == "in" and words[at + 2].text == "the" and value <= 12:
        inside = part(words, at + 2)
        if inside:
            return Clock(value, sure=False).in_part(inside[0]), inside[1]
        if words[at + 3].text in {"am", "pm"}:
            return _with(value, 0, _MERIDIEMS[words[at + 3].text], words, at + 4)
    if not loose or (nxt.glued and nxt.kind == NUMBER):
        return None
    return Clock(value % 24, sure=value >= 13 or value == 0, shift=value // 24), _trim(words, at + 1)


def _runs_on(words: list[Token], at: int) -> bool:
    """Whether digits and dots go on, as in a version or an address."""
    return (
        words[at].glued and words[at].text in {".", ":", "/"} and words[at + 1].kind == NUMBER and words[at + 1].glued
    )


def _spelled(words: list[Token], at: int, *, loose: bool) -> tuple[Clock, int] | None:
    """A time in words: ``nine``, ``eight forty``, ``six forty p.m.``, ``five-thirty``."""
    hour = CARDINALS[words[at].text]
    after, minute = at + 1, 0
    dash = after + (words[after].text == "-" and words[after].glued)
    text = words[dash].text
    spoken = False
    if (text in TENS and TENS[text] <= 50) or (text in CARDINALS and 10 <= CARDINALS[text] < 20):
        number = cardinal(words, dash)
        if number:
            minute, after, spoken = number[0], number[1], True
    end = _trim(words, after)
    if words[end].text in {"o'clock", "oclock"}:
        end, spoken = _trim(words, end + 1), True
    half = meridiem(words, end)
    if half and (words[end].text != "a" or half[1] > end + 1):
        return _with(hour, minute, half[0], words, half[1])
    if words[end].text == "in" and words[end + 1].text == "the":
        inside = part(words, end + 1)
        if inside:
            return Clock(hour, minute, sure=False).in_part(inside[0]), inside[1]
    if hour == 12 and words[end].text == "noon":
        return Clock(12), end + 1
    if loose or (
        spoken and (end > after or words[at - 1].text in {"at", "for", "until", "till", "by"} or _day_next(words, end))
    ):
        return Clock(hour, minute, sure=False), end
    return None


def _day_next(words: list[Token], at: int) -> bool:
    """Whether a day follows a time in words, or the line ends with nothing before it."""
    return words[at].text in {"tomorrow", "today", "tonight", "this"} or (words[at].kind == "" and at <= 3)


_AFTER = frozenset(
    (
        *("", ",", ".", "?", "!", ";", ")", "-", "to", "until", "till", "til", "on", "in", "for", "with", "at", "and"),
        *("tomorrow", "today", "tonight", "this", "next", "every", "each", "daily", "by", "of", "from", "sharp"),
        *(
            "about",
            "before",
            "after",
            "through",
            "thru",
            "tmrw",
            "tmr",
            "\0",
            "via",
            "over",
            "near",
            "except",
            "starting",
            "until",
        ),
    )
)


def hour_follows(words: list[Token], at: int) -> bool:
    """Whether what follows a bare number lets it be an hour: an end, a preposition, a day, but no counted thing."""
    token = words[at]
    if token.kind == "x" or token.text[:1] == "\0":
        return True
    if token.text in {".", "-", ","} and token.glued and words[at + 1].kind == NUMBER and words[at + 1].glued:
        return token.text == "-"
    if token.text in _AFTER:
        return True
    from planner.capture.english.words import MONTHS, WEEKDAYS

    return token.text in WEEKDAYS or token.text in MONTHS or token.text in PARTS
