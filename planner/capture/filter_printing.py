"""A filter as text that reads back to the same filter: in English words, which every language's reader knows."""

from __future__ import annotations

from planner.capture.filter_words import AND, NOT, OR, RESERVED
from planner.domain.filter import (
    Amount,
    Being,
    Both,
    Choice,
    Concerned,
    Either,
    Matching,
    Not,
    Tagged,
    When,
    Words,
)
from planner.domain.moment import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.filter import Filter

__all__ = ["printed_filter"]

_KEY_OF_ROLE = {"any": "party", "about": "about", "from": "from", "to": "to"}
_ROOM = frozenset((*AND, *OR, *NOT, "none", "any"))


def printed_filter(part: Filter) -> str:
    """The text of a filter; empty for everything."""
    if isinstance(part, Either):
        return " or ".join(_within(inner) for inner in part.parts)
    if isinstance(part, Both):
        return " ".join(_within(inner) for inner in part.parts)
    return _one(part)


def _within(part: Filter) -> str:
    """A part as it stands among others."""
    return f"({printed_filter(part)})" if isinstance(part, Both | Either) else _one(part)


def _one(part: Filter) -> str:
    """One part."""
    if isinstance(part, Not):
        return f"not {_within(part.part)}"
    if isinstance(part, Words):
        return _plain(part.text)
    if isinstance(part, Matching):
        return "/" + part.pattern.replace("/", "\\/") + "/"
    if isinstance(part, Concerned):
        if part.role == "any" and len(part.names) == 1:
            return "@" + _plain(part.names[0])
        return f"{_KEY_OF_ROLE[part.role]}:{_listed(part.names)}"
    if isinstance(part, Tagged):
        if len(part.tags) == 1 and part.tags[0].lower() not in RESERVED and not part.tags[0][0].isdecimal():
            return "+" + _plain(part.tags[0])
        return f"tag:{_listed(part.tags)}"
    if isinstance(part, Choice):
        return f"{part.field}:{','.join(part.values)}"
    if isinstance(part, Being):
        return f"is:{part.what}"
    if isinstance(part, When):
        return _when(part)
    return _amount(part) if isinstance(part, Amount) else _within(part)


def _plain(text: str) -> str:
    """A text bare where that reads back as it is, else between quotation marks."""
    low = text.lower()
    bare = text.isalnum() and low not in _ROOM and not (len(low) == 2 and low[0] == "p") and len(text) == len(low)
    if bare and not low.startswith(("且", "或", "非", "并且", "不是")) and not low.endswith(("且", "或", "者")):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _listed(names: tuple[str, ...]) -> str:
    """Names with commas; ``none`` without any."""
    return ",".join(map(_plain, names)) or "none"


def _when(part: When) -> str:
    """A date compared."""
    if part.moment is None:
        return f"{part.field}:none"
    sign = "" if part.sign == "=" else part.sign
    until = "" if part.until is None else f"/{iso(part.until)}"
    return f"{part.field}:{sign}{iso(part.moment)}{until}"


def _amount(part: Amount) -> str:
    """A number compared."""
    if not part.ranges:
        return f"{part.field}:none"
    sign = "" if part.sign == "=" else part.sign
    said = ",".join(str(low) if low == high else f"{low}-{high}" for low, high in part.ranges)
    return f"{part.field}:{sign}{said}"
