"""What is told of a restricted entry to whoever looks without asking for it: its number, and no words (art. 30).

A matter or point that is linked to such an entry tells no words either. This is the one place where that is decided:
lists, details, JSON and the history all ask here.
"""

from __future__ import annotations

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Lookup: TypeAlias = Callable[[int], object]
    """The reception of a number, or ``None``."""

__all__ = ["receptions_of", "secret_among", "secret_of"]


def receptions_of(record: object) -> tuple[int, ...]:
    """The numbers of the receptions that a record is, or came of."""
    if isinstance(record, Reception):
        return (record.number,)
    if isinstance(record, Matter):
        return record.receptions
    if isinstance(record, Point) and record.reception is not None:
        return (record.reception,)
    return ()


def secret_of(record: object, reception_of: Lookup) -> int | None:
    """The number of the restricted entry that a record is, or came of; ``None`` when its words may be shown."""
    if isinstance(record, Reception):
        return record.number if record.restricted else None
    return secret_among(receptions_of(record), reception_of)


def secret_among(numbers: tuple[int, ...], reception_of: Lookup) -> int | None:
    """The first of some entries that is restricted. One that is not there any more may have been, so it is."""
    for number in numbers:
        reception = reception_of(number)
        if not isinstance(reception, Reception) or reception.restricted:
            return number
    return None
