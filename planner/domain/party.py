"""The party 联系人: somebody the office reports to, hands down to or consults."""

from __future__ import annotations

from planner.domain.entry import Entry, Note, one_line, one_of
from planner.domain.record import Invalid
from planner.domain.terms import PARTY_KINDS, RHYTHMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import datetime
    from planner.domain.terms import PartyKind, Rhythm

__all__ = ["Party"]


class Party(Entry):
    """A leader, section, department, grassroots unit or the public. Names are never guessed to be the same person."""

    name: str
    kind: PartyKind | None = None
    aliases: tuple[str, ...] = ()
    """Other names that the user says are the same."""
    title: str | None = None
    """The formal title that a report uses."""
    rank: int | None = None
    """Its place among the leaders (班子排序), 1 first."""
    cadence: int | None = None
    """Working days between talks (汇报周期); ``None`` when none is set."""
    rhythm: Rhythm | None = None
    """A cadence that is not counted in working days: each week, each month, before each meeting."""
    channels: tuple[str, ...] = ()
    """How they are reached: a phone's extension, a room, an account."""
    last_talk: datetime | None = None
    notes: tuple[Note, ...] = ()
    """What is worth knowing of it, as the other title of a party that was merged into it."""

    def answers_to(self, name: str) -> bool:
        """Whether a name as typed means this party."""
        return name == self.name or name in self.aliases

    def check(self) -> None:
        """Raise ``Invalid`` when a field breaks its rule."""
        super().check()
        one_line("name", self.name)
        one_of("kind", self.kind, PARTY_KINDS)
        one_of("rhythm", self.rhythm, RHYTHMS)
        if self.rank is not None and self.rank < 1:
            raise Invalid("rank", "positive", self.rank)
        if self.cadence is not None and self.cadence < 1:
            raise Invalid("cadence", "positive", self.cadence)
