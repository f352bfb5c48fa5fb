"""The directory of parties: which record a typed name means. Nothing is guessed beyond what the user said."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.party import Party

__all__ = ["Directory"]

_LAST = 1_000_000
"""The place of a leader without a rank: after every ranked one."""


class Directory:
    """Names and aliases to parties. A name without a record stands for itself."""

    __slots__ = ("_by_name", "parties")

    def __init__(self, parties: Iterable[Party]) -> None:
        self.parties = tuple(parties)
        self._by_name: dict[str, Party] = {}
        for party in self.parties:
            for alias in party.aliases:
                self._by_name.setdefault(alias, party)
        for party in self.parties:
            self._by_name[party.name] = party

    def find(self, name: str) -> Party | None:
        """The party that a name as typed means; ``None`` when it has no record."""
        return self._by_name.get(name)

    def canonical(self, name: str) -> str:
        """The party's own name behind an alias; the name itself when it has no record."""
        party = self._by_name.get(name)
        return name if party is None else party.name

    def order(self, name: str) -> tuple[int, int, str]:
        """Sort key: leaders by rank (班子排序), then others, each by name."""
        party = self._by_name.get(name)
        if party is None:
            return 2, _LAST, name
        place = _LAST if party.rank is None else party.rank
        return (0 if party.kind == "leader" else 1), place, party.name
