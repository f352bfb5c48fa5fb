"""What a person types to name records: ``12``, ``3 5-7``, ``访2026-0123``, ``V2026-0123``."""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.domain.reception import YEAR_STEP
from planner.wording import t

__all__ = ["matter_numbers", "names_reception", "reception_number", "reference"]

_MOST = 10_000
"""Numbers that one list may name; more is a slip such as 1-99999999."""


def matter_numbers(words: list[str] | tuple[str, ...]) -> tuple[int, ...]:
    """The matters that ``3 5-7`` names, each once, in order. Raises ``Refused`` at the first word that is no number."""
    numbers: list[int] = []
    for word in words:
        for part in word.replace("，", ",").replace("、", ",").split(","):
            if not part:
                continue
            if names_reception(part):
                raise Refused(t("{word} is a reception, not a matter: planner show {word} tells all of it.", word=part))
            first, dash, last = part.partition("-")
            if not _whole(first) or (dash and not _whole(last)):
                raise Refused(t("{word} is not a number of a matter: write 12, or 3 5-7 for several.", word=word))
            low, high = int(first), int(last or first)
            if not dash and low < 1:
                raise Refused(t("{word} is not a number of a matter: write 12, or 3 5-7 for several.", word=word))
            if high < low or high - low >= _MOST or low < 1:
                raise Refused(t("{word} is not a range of matters: write it as 5-7.", word=word))
            numbers.extend(range(low, high + 1))
    return tuple(dict.fromkeys(numbers))


def reception_number(word: str, year: int) -> int:
    """The reception that ``访2026-0123``, ``V2026-0123``, ``2026-0123`` or, in ``year``, ``123`` names.

    Raises ``Refused`` on any other word.
    """
    bare = word.strip().removeprefix("访").lstrip("Vv")
    named_year, dash, place = bare.partition("-")
    if not dash:
        named_year, place = str(year), bare
    if not _whole(named_year) or not _whole(place) or not 0 < int(place) < YEAR_STEP or len(named_year) != 4:
        raise Refused(t("{word} is not a number of a reception: write V2026-0123.", word=word))
    return int(named_year) * YEAR_STEP + int(place)


def names_reception(word: str) -> bool:
    """Whether a word among numbers of matters names a reception: ``V2026-0123``, or ``2026-0123`` bare.

    A bare one is told from a range of matters by its first number being the greater: 2026-2030 is a range.
    """
    if word[:1] in ("访", "V", "v"):
        return True
    year, dash, place = word.partition("-")
    return bool(dash) and len(year) == 4 and _whole(year) and _whole(place) and int(place) < int(year)


def reference(word: str, year: int) -> tuple[str, int]:
    """The kind and number of the one record that a word names: ``12``, ``V2026-0123``, ``point:3``, ``party:2``.

    Raises ``Refused`` on any other word.
    """
    kind, colon, rest = word.replace("：", ":").partition(":")
    if colon and kind in ("matter", "point", "party", "checklist") and _whole(rest) and int(rest):
        return kind, int(rest)
    if colon and kind in ("report", "kept_report") and _whole(rest) and int(rest):
        return "kept_report", int(rest)
    if _whole(word) and int(word):
        return "matter", int(word)
    if word[:1] in ("访", "V", "v") or "-" in word:
        return "reception", reception_number(word, year)
    raise Refused(t("{word} names no record: write 12 for a matter, V2026-0123 for a reception.", word=word))


def _whole(text: str) -> bool:
    """Whether a text is a whole number in ASCII digits, of a size that a number can have."""
    return text.isascii() and text.isdigit() and len(text) <= 9
