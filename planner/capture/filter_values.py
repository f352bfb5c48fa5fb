"""What may stand behind a key of a filter: dates compared, numbers compared, words of a table, names (``filters``)."""

from __future__ import annotations

from planner.capture.filter_days import read_days
from planner.capture.filter_words import ANY, CHOICES, NOTHING, values_in
from planner.capture.fold import CLOSERS, fold
from planner.domain.filter import NONE, Amount, Being, Choice, Concerned, Not, Tagged, When, both, either
from planner.domain.moment import datetime, day_of, deadline
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from planner.capture.filters import Reader
    from planner.domain.filter import Filter, Sign
    from planner.domain.moment import Moment

    DateField: TypeAlias = Literal["due", "start", "created", "changed", "closed"]
    NumberField: TypeAlias = Literal["postponed", "returned", "chased", "priority", "number", "needs"]
    RoleField: TypeAlias = Literal["any", "about", "from", "to"]
    ChoiceField: TypeAlias = Literal["state", "grade", "mark", "light", "stage", "work", "urgency", "nature", "origin"]

__all__ = ["FIELDS", "read_values"]

_DATES: dict[str, DateField] = {
    "due": "due",
    "start": "start",
    "created": "created",
    "changed": "changed",
    "closed": "closed",
}
_BACK = frozenset(("created", "changed", "closed"))
"""Dates that have been: a weekday among them is the last one."""
_NUMBERS: dict[str, NumberField] = {
    "postponed": "postponed",
    "returned": "returned",
    "chased": "chased",
    "priority": "priority",
    "number": "number",
    "needs": "needs",
}
_ROLES: dict[str, RoleField] = {"any": "any", "about": "about", "from": "from", "to": "to"}
FIELDS: dict[str, ChoiceField] = {
    "state": "state",
    "grade": "grade",
    "mark": "mark",
    "light": "light",
    "stage": "stage",
    "work": "work",
    "urgency": "urgency",
    "nature": "nature",
    "origin": "origin",
}
"""The keys that are fields with words of a table; ``is:`` is none of them."""
_SIGNS: tuple[tuple[str, Sign], ...] = (
    ("<=", "<="),
    (">=", ">="),
    ("《=", "<="),
    ("》=", ">="),
    ("≤", "<="),
    ("≥", ">="),
    ("<", "<"),
    (">", ">"),
    ("《", "<"),
    ("》", ">"),
    ("=", "="),
)
_NUMERALS = 9
"""Digits that a number may have."""


def read_values(reader: Reader, key: str, start: int) -> Filter:
    """The part that a key with what stands behind it means. ``start`` is where the key begins; errors point there."""
    place = reader.at
    sign = _sign(reader) if key in _DATES or key in _NUMBERS else "="
    begin = reader.at
    values, is_quoted = _values(reader, whole=key in _DATES)
    if not values:
        raise reader.slip(_lacking(key, reader), start, place)
    if not is_quoted and sign == "=" and len(values) == 1:
        word = fold(values[0])
        if word in NOTHING and key not in ("is", "state", "priority", "number", "grade"):
            return _nothing(key)
        if word in ANY and key not in ("is", "state", "priority", "number", "grade"):
            return Not(part=_nothing(key))
    if key in _DATES:
        return _when(reader, _DATES[key], sign, values[0], begin)
    if key in _NUMBERS:
        return _amount(reader, _NUMBERS[key], sign, values, begin)
    if key in _ROLES:
        return Concerned(role=_ROLES[key], names=values)
    return Tagged(tags=values) if key == "tag" else _choice(reader, key, values, begin)


def _sign(reader: Reader) -> Sign:
    """The sign of comparison that stands here, passed; ``=`` when there is none."""
    for text, sign in _SIGNS:
        if reader.low.startswith(text, reader.at):
            reader.at += len(text)
            return sign
    return "="


def _values(reader: Reader, *, whole: bool) -> tuple[tuple[str, ...], bool]:
    """The values parted by commas, and whether the first was quoted; one that is ``whole`` holds its commas."""
    found: list[str] = []
    low, is_quoted = reader.low, False
    while reader.at < len(low) and low[reader.at] not in " )|":
        if low[reader.at] in CLOSERS and low[reader.at] not in "《〈":
            is_quoted = is_quoted or not found
            found.append(reader.quoted())
        else:
            begin = reader.at
            while reader.at < len(low) and low[reader.at] not in (" )|" if whole else " )|,、"):
                reader.at += 1
            if reader.at > begin:
                found.append(reader.text[begin : reader.at])
        if whole or low[reader.at : reader.at + 1] not in {",", "、"}:
            break
        reader.at += 1
    return tuple(found), is_quoted


def _nothing(key: str) -> Filter:
    """That a field is empty."""
    if key in _DATES:
        return When(field=_DATES[key])
    if key in _NUMBERS:
        return Amount(field="needs") if key == "needs" else Amount(field=_NUMBERS[key], ranges=((0, 0),))
    if key in _ROLES:
        return Concerned(role=_ROLES[key])
    return Tagged() if key == "tag" else Choice(field=FIELDS[key], values=(NONE,))


def _when(reader: Reader, key: DateField, sign: Sign, text: str, begin: int) -> Filter:
    """A date compared, or one between two."""
    first, dots, last = text.partition("..")
    if not dots:
        return _compared(reader, key, sign, text, begin)
    if sign != "=" or not (first or last):
        raise reader.slip(_no_date(text), begin)
    low = _days(reader, key, first, begin, reader.now) if first else None
    high = _days(reader, key, last, begin, reader.now) if last else None
    if low is not None and high is not None and _ending(high) < deadline(low[0]):
        high = _days(reader, key, last, begin, datetime.combine(day_of(low[0]), reader.now.time()))
        if _ending(high) < deadline(low[0]):
            raise reader.slip(t("these two dates run backwards: put the earlier one first"), begin)
    parts: list[Filter] = []
    if low is not None:
        parts.append(When(field=key, sign=">=", moment=low[0], until=low[1]))
    if high is not None:
        parts.append(When(field=key, sign="<=", moment=high[0], until=high[1]))
    return both(parts)


def _compared(reader: Reader, key: DateField, sign: Sign, text: str, begin: int) -> Filter:
    """A date compared with what a text names."""
    moment, until = _days(reader, key, text, begin, reader.now)
    return When(field=key, sign=sign, moment=moment, until=until)


def _days(reader: Reader, key: str, text: str, begin: int, now: datetime) -> tuple[Moment, Moment | None]:
    """What a text names, seen from ``now``. Raises ``FilterSlipError``."""
    back = key in _BACK
    found = read_days(text, now, reader.lang, reader.calendar, day_first=reader.day_first, back=back)
    if found is None:
        raise reader.slip(_no_date(text), begin)
    return found


def _ending(days: tuple[Moment, Moment | None]) -> datetime:
    """The last instant of what was named."""
    return deadline(days[1] or days[0])


def _no_date(text: str) -> str:
    """That a text is no date, and how one is written."""
    return t("“{words}” is not a date: write fri, 27/11, 3d (ago), lastweek or 2026-11-27", words=text)


def _amount(reader: Reader, key: NumberField, sign: Sign, values: tuple[str, ...], begin: int) -> Filter:
    """A number compared, or one out of ranges."""
    ranges = []
    for value in values:
        low, dash, high = fold(value).replace("..", "-").partition("-")
        if not _whole(low) or (dash and not _whole(high)) or (dash and int(high) < int(low)):
            raise reader.slip(t("“{words}” is not a number: write 3, 3-7 or <3", words=value), begin)
        ranges.append((int(low), int(high or low)))
    if sign != "=" and (len(ranges) > 1 or ranges[0][0] != ranges[0][1]):
        raise reader.slip(t("compare with one number, as <3"), begin)
    return Amount(field=key, sign=sign, ranges=tuple(ranges))


def _whole(text: str) -> bool:
    """Whether a text is a whole number."""
    return text.isascii() and text.isdigit() and len(text) <= _NUMERALS


def _choice(reader: Reader, key: str, values: tuple[str, ...], begin: int) -> Filter:
    """Words of a key's table. ``is:`` also takes a grade or a state."""
    codes: list[str] = []
    others: list[Filter] = []
    table = CHOICES[key]
    for value in values:
        word = fold(value)
        if word in table:
            codes += table[word]
        elif key == "is" and word in CHOICES["grade"]:
            others.append(Choice(field="grade", values=CHOICES["grade"][word]))
        elif key == "is" and word in CHOICES["state"]:
            others.append(Choice(field="state", values=CHOICES["state"][word]))
        elif word in NOTHING and key not in ("is", "state", "grade"):
            codes.append(NONE)
        else:
            wanted = " ".join(values_in(key, reader.lang))
            raise reader.slip(t("“{words}” is not known here: it takes {wanted}", words=value, wanted=wanted), begin)
    if key != "is":
        return Choice(field=FIELDS[key], values=tuple(dict.fromkeys(codes)))
    return either([*(Being(what=code) for code in codes), *others])


def _lacking(key: str, reader: Reader) -> str:
    """That nothing stands behind a key, and what could."""
    if key in _DATES:
        return t("a date must stand behind this: fri, <fri, mon..fri, none")
    if key in _NUMBERS:
        return t("a number must stand behind this: 3, 3-7, >2")
    if key in _ROLES:
        return t("a name must stand behind this")
    if key == "tag":
        return t("a tag must stand behind this")
    return t("this takes {wanted}", wanted=" ".join(values_in(key, reader.lang)))
