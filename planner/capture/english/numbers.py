"""English numbers: cardinals, ordinals, years and lengths of time.

cardinal = digits | word | tens ["-"] word
ordinal  = digits ("st" | "nd" | "rd" | "th") | word | tens ["-"] word
year     = 4 digits | "'" 2 digits | "two thousand" ["and"] cardinal | ("nineteen" | "twenty") cardinal
length   = amount unit {[","] ["and"] amount unit}
amount   = cardinal ["." digits | "/" digits] | "a" | "an" | "half" ["a" | "an"] | "a couple" ["of"] | "a few"
         | "a quarter of an" | "three quarters of an" | cardinal "and" ["a"] "half"
"""

from __future__ import annotations

from planner.capture.english.lexer import NUMBER, WORD, Token
from planner.capture.english.words import CARDINALS, ORDINALS, TENS, TENTHS, UNITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Length: TypeAlias = dict[str, float]

__all__ = ["cardinal", "length", "ordinal", "unit", "year"]

_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_MOST_PARTS = 5


def cardinal(words: list[Token], at: int) -> tuple[int, int] | None:
    """A whole number and where it ends."""
    token = words[at]
    if token.kind == NUMBER:
        return (token.value, at + 1) if token.value >= 0 else None
    if token.kind != WORD:
        return None
    if token.text in CARDINALS:
        return CARDINALS[token.text], at + 1
    if token.text in TENS:
        after = at + 1
        if words[after].text == "-" and words[after].glued:
            after += 1
        ones = CARDINALS.get(words[after].text, 0)
        if 1 <= ones <= 9:
            return TENS[token.text] + ones, after + 1
        return TENS[token.text], at + 1
    return None


def ordinal(words: list[Token], at: int) -> tuple[int, int] | None:
    """An ordinal number and where it ends."""
    token = words[at]
    if token.kind == NUMBER:
        after = words[at + 1]
        if after.glued and after.text in _SUFFIXES and 0 < token.value < 400:
            return token.value, at + 2
        return None
    if token.kind != WORD:
        return None
    found = ORDINALS.get(token.text) or TENTHS.get(token.text)
    if found:
        return found, at + 1
    if token.text in TENS:
        after_at = at + 1
        if words[after_at].text == "-":
            after_at += 1
        ones = ORDINALS.get(words[after_at].text, 0)
        if 1 <= ones <= 9:
            return TENS[token.text] + ones, after_at + 1
    return None


def year(words: list[Token], at: int) -> tuple[int, int] | None:
    """A year in four digits or in words."""
    token = words[at]
    if token.kind == NUMBER:
        if token.end - token.start == 4 and 1900 <= token.value <= 2199:
            return token.value, at + 1
        return None
    if token.text == "'" and words[at + 1].kind == NUMBER and words[at + 1].glued:
        two = words[at + 1]
        return (2000 + two.value, at + 2) if two.end - two.start == 2 else None
    if token.text == "two" and words[at + 1].text == "thousand":
        after = at + 2 + (words[at + 2].text == "and")
        rest = cardinal(words, after)
        return (2000 + rest[0], rest[1]) if rest and rest[0] < 100 else (2000, at + 2)
    if token.text in {"twenty", "nineteen"}:
        rest = cardinal(words, at + 1)
        if rest and 10 <= rest[0] < 100 and words[at + 1].kind == WORD:
            return (2000 if token.text == "twenty" else 1900) + rest[0], rest[1]
    return None


def unit(words: list[Token], at: int) -> tuple[str, int] | None:
    """A unit of time; ``business day`` and ``working days`` are ``workday``."""
    token = words[at]
    if token.text in {"business", "working", "work", "week"} and words[at + 1].text in {"day", "days"}:
        return "workday", at + 2
    if token.text in {"business", "working", "work", "calendar"} and words[at + 1].text in {"week", "weeks", "month"}:
        return UNITS[words[at + 1].text], at + 2
    if token.text == "calendar" and words[at + 1].text in {"day", "days"}:
        return "day", at + 2
    found = UNITS.get(token.text) if token.kind == WORD else None
    return (found, at + 1) if found else None


def _amount(words: list[Token], at: int) -> tuple[float, int] | None:
    """How many of a unit."""
    text = words[at].text
    if text in {"about", "around", "roughly", "approximately", "another", "exactly"}:
        at += 1
        text = words[at].text
    if text in {"a", "an", "the"}:
        nxt = words[at + 1].text
        if nxt == "couple":
            return 2, at + 2 + (words[at + 2].text == "of")
        if nxt == "few":
            return 3, at + 2
        if nxt in {"half", "quarter"}:
            return _fraction(words, at + 1)
        return (1, at + 1) if text != "the" else None
    if text in {"half", "quarter"}:
        return _fraction(words, at)
    if text == "couple":
        return 2, at + 1 + (words[at + 1].text == "of")
    if text in {"few", "several"}:
        return 3, at + 1
    found = cardinal(words, at)
    if found is None:
        return None
    value: float
    value, after = found
    if words[after].glued and words[after].text in ".," and words[after + 1].kind == NUMBER and words[after + 1].glued:
        return float(f"{value}.{words[after + 1].text}"), after + 2
    if words[after].glued and words[after].text == "/" and words[after + 1].value > 0:
        return value / words[after + 1].value, after + 2
    dash = after + (words[after].text == "-")
    if words[dash].text in {"quarter", "quarters"} and words[dash + 1].text == "of":
        return _of(words, value * 0.25, dash + 1)
    if words[after].text == "and":
        half = after + 1 + (words[after + 1].text == "a")
        if words[half].text == "half":
            return value + 0.5, half + 1
    return value, after


def _fraction(words: list[Token], at: int) -> tuple[float, int]:
    """``half an hour``, ``quarter of an hour``."""
    return _of(words, 0.5 if words[at].text == "half" else 0.25, at + 1)


def _of(words: list[Token], value: float, at: int) -> tuple[float, int]:
    """Pass over ``of an`` between a fraction and its unit."""
    at += words[at].text == "of"
    at += words[at].text == "-"
    return value, at + (words[at].text in {"a", "an"})


def length(words: list[Token], at: int) -> tuple[Length, int] | None:
    """A length of time, as amounts by unit, and where it ends."""
    found: Length = {}
    for _ in range(_MOST_PARTS):
        amount = _amount(words, at)
        if amount is None or amount[0] > 100_000:
            break
        dash = amount[1] + (words[amount[1]].text == "-" and words[amount[1]].glued)
        kind = unit(words, dash)
        if kind is None or kind[0] in found:
            break
        if words[at].kind == NUMBER and len(words[kind[1] - 1].text) == 1 and not words[kind[1] - 1].glued:
            break
        found[kind[0]] = amount[0]
        end = kind[1]
        if words[end].text == "and" and words[end + 1].text in {"a", "half"}:
            half = end + 1 + (words[end + 1].text == "a")
            if words[half].text == "half":
                found[kind[0]] += 0.5
                end = half + 1
        at = end
        nxt = at + (words[at].text == ",")
        nxt += words[nxt].text == "and"
        if _amount(words, nxt) is None:
            break
        at = nxt
    return (found, end) if found else None
