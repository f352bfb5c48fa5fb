"""A filter: what is asked of matters, as a value. Its text is read by the capture, its test made by ``filtering``.

Parts stand beside each other in ``Both`` and ``Either``; ``Not`` turns one round.
"""

from __future__ import annotations

from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, TypeAlias

    from planner.domain.moment import Moment

    Filter: TypeAlias = "Words | Matching | Concerned | Tagged | Choice | Being | When | Amount | Not | Both | Either"
    Sign: TypeAlias = Literal["=", "<", "<=", ">", ">="]

__all__ = [
    "BEINGS",
    "EVERYTHING",
    "NONE",
    "Amount",
    "Being",
    "Both",
    "Choice",
    "Concerned",
    "Either",
    "Filter",
    "Matching",
    "Not",
    "Tagged",
    "When",
    "Words",
    "both",
    "either",
    "negated",
    "speaks_of_closing",
]

NONE = "none"
"""Among the values of a choice: the field is empty."""

BEINGS = (
    "supervised",
    "assigned",
    "returned",
    "neglected",
    "blocked",
    "blocking",
    "overdue",
    "recurring",
    "timed",
    "hidden",
    "someday",
    "ranked",
)
"""What ``is:`` may ask. ``returned`` is sent back and still to be done again; ``hidden`` begins on a later day."""


class Words(Record):
    """A text occurs in what people wrote in the matter, whatever its case."""

    text: str


class Matching(Record):
    """A pattern occurs in one of the texts that people wrote in the matter."""

    pattern: str


class Concerned(Record):
    """One of some names stands in a role: ``any`` (``@``), ``about``, ``from``, ``to``; without names, nobody does."""

    role: Literal["any", "about", "from", "to"]
    names: tuple[str, ...] = ()


class Tagged(Record):
    """One of some tags; without any, the matter has no tag."""

    tags: tuple[str, ...] = ()


class Choice(Record):
    """A field holds one of some codes. ``none`` among them means that it is empty."""

    field: Literal["state", "grade", "mark", "light", "stage", "work", "urgency", "nature", "origin"]
    values: tuple[str, ...]


class Being(Record):
    """What a matter is, out of ``BEINGS``."""

    what: str


class When(Record):
    """A date of the matter compared with a moment, or with the time from a moment until another (ends included).

    Without a moment: the matter has no such date.
    """

    field: Literal["due", "start", "created", "changed", "closed"]
    sign: Sign = "="
    moment: Moment | None = None
    until: Moment | None = None


class Amount(Record):
    """A number of the matter compared with a number; ``=`` takes ranges, of which any one holds."""

    field: Literal["postponed", "returned", "chased", "priority", "number", "needs"]
    sign: Sign = "="
    ranges: tuple[tuple[int, int], ...] = ()


class Not(Record):
    """The part does not hold."""

    part: Filter


class Both(Record):
    """Every part holds; without parts, everything does."""

    parts: tuple[Filter, ...] = ()


class Either(Record):
    """At least one part holds."""

    parts: tuple[Filter, ...]


EVERYTHING = Both()


def both(parts: Iterable[Filter]) -> Filter:
    """The parts joined by *and*: a single part stands for itself, and what is joined already is taken apart."""
    flat: list[Filter] = []
    for part in parts:
        flat += part.parts if isinstance(part, Both) else (part,)
    return flat[0] if len(flat) == 1 else Both(parts=tuple(flat))


def either(parts: Iterable[Filter]) -> Filter:
    """The parts joined by *or*; as ``both``."""
    flat: list[Filter] = []
    for part in parts:
        flat += part.parts if isinstance(part, Either) else (part,)
    return flat[0] if len(flat) == 1 else Either(parts=tuple(flat))


def negated(part: Filter) -> Filter:
    """The part turned round; twice is as it was."""
    return part.part if isinstance(part, Not) else Not(part=part)


def speaks_of_closing(part: Filter) -> bool:
    """Whether a filter asks for the state or the day of closing; one that does not is meant of open matters."""
    if isinstance(part, Not):
        return speaks_of_closing(part.part)
    if isinstance(part, Both | Either):
        return any(speaks_of_closing(inner) for inner in part.parts)
    return (isinstance(part, Choice) and part.field == "state") or (isinstance(part, When) and part.field == "closed")
