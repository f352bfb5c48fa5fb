"""The point 要点: one thing to tell a party, kept word for word, open until every receiver is ticked."""

from __future__ import annotations

from planner.domain.entry import Entry, one_line, one_of
from planner.domain.record import Invalid, Record
from planner.domain.terms import DIRECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import Moment, datetime
    from planner.domain.terms import Direction

__all__ = ["Point", "Tick"]


class Tick(Record):
    """A receiver was told: when, how, and what was answered."""

    party: str
    at: datetime
    how: str | None = None
    answer: str | None = None


class Point(Entry):
    """One thing to tell one or more parties."""

    text: str
    parties: tuple[str, ...]
    direction: Direction = "up"
    original: str | None = None
    """The words it came in, read-only beside the words passed on."""
    source: str | None = None
    due: Moment | None = None
    matter: int | None = None
    reception: int | None = None
    tags: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()
    made: tuple[int, ...] = ()
    """The matters that its answers became."""

    @property
    def waiting(self) -> tuple[str, ...]:
        """The receivers who have not been told."""
        told = {tick.party for tick in self.ticks}
        return tuple(party for party in self.parties if party not in told)

    @property
    def is_open(self) -> bool:
        """Whether somebody is still to be told."""
        return self.closed is None

    def check(self) -> None:
        """Raise ``Invalid`` when a field breaks its rule."""
        super().check()
        one_line("text", self.text)
        one_of("direction", self.direction, DIRECTIONS)
        if not self.parties:
            raise Invalid("parties", "empty", self.parties)
