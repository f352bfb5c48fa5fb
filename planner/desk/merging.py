"""Two parties that turn out to be one: merged, and nothing of either lost."""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.domain.directory import Directory
from planner.domain.party import Party
from planner.domain.record import Record
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk

__all__ = ["Merged", "merge"]

_OWN = ("kind", "title", "rank")


class Merged(Record):
    """The party that is left, the one that went into it, and the fields of that one which gave way."""

    party: Party
    gone: Party
    given_way: tuple[str, ...] = ()
    """They stay in the history."""


def merge(desk: Desk, keep: str, other: str) -> Merged:
    """Make one party of two: the second's names become the first's, and what the first lacks it takes from the second.

    Records keep the names as they were typed; from now on both mean the first. Raises ``Refused`` when a name is
    nobody's, or both are one already.
    """
    at = desk.now
    with desk.change("merge") as tx:
        directory = Directory(record for record in tx.all("party") if isinstance(record, Party))
        one, two = (_known(directory, name) for name in (keep, other))
        if one.number == two.number:
            raise Refused(t("{name} and {other} are one party already.", name=keep, other=other))
        names = dict.fromkeys((*one.aliases, two.name, *two.aliases))
        changes: dict[str, object] = {}
        given_way = []
        for field in _OWN:
            mine, theirs = getattr(one, field), getattr(two, field)
            if mine is None:
                changes[field] = theirs
            elif theirs not in (None, mine):
                given_way.append(field)
        if one.cadence is None and one.rhythm is None:
            changes |= {"cadence": two.cadence, "rhythm": two.rhythm}
        elif (two.cadence or two.rhythm) and (one.cadence, one.rhythm) != (two.cadence, two.rhythm):
            given_way.append("cadence")
        talks = [party.last_talk for party in (one, two) if party.last_talk is not None]
        begun = [party.created for party in (one, two) if party.created is not None]
        made = one.replace(
            **changes,
            aliases=tuple(name for name in names if name != one.name),
            channels=tuple(dict.fromkeys((*one.channels, *two.channels))),
            last_talk=max(talks, default=None),
            created=min(begun, default=None),
            changed=at,
        )
        tx.delete("party", two.number)
        tx.put(made)
    return Merged(party=made, gone=two, given_way=tuple(given_way))


def _known(directory: Directory, name: str) -> Party:
    """The party that a name means. Raises ``Refused``."""
    party = directory.find(name)
    if party is None:
        raise Refused(t("Nobody is called {name}. planner parties lists the names.", name=name))
    return party
