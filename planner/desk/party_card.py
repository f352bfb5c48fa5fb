"""What is known of a party, changed as a whole: name, kind, title, rank, cadence, other names, channels."""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.domain.directory import Directory
from planner.domain.party import Party
from planner.domain.record import Record
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.terms import PartyKind, Rhythm

__all__ = ["PartyCard", "card_of", "revise"]


class PartyCard(Record):
    """A party's card: what a form shows and gives back."""

    name: str
    kind: PartyKind | None = None
    title: str | None = None
    rank: int | None = None
    cadence: int | None = None
    rhythm: Rhythm | None = None
    aliases: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


def card_of(desk: Desk, name: str) -> PartyCard:
    """The card of the party that a name means; an empty one when only points know it."""
    party = Directory(one for one in desk.book.read().all("party") if isinstance(one, Party)).find(name)
    if party is None:
        return PartyCard(name=name)
    return PartyCard(**{field: getattr(party, field) for field, _, _ in PartyCard.PARTS})


def revise(desk: Desk, name: str, card: PartyCard) -> Party:
    """Have a party be as the card says. Raises ``Refused`` when a name is another party's already.

    A name that it no longer has stays one of its other names, since records keep names as they were typed.
    """
    at = desk.now
    with desk.change("party") as tx:
        directory = Directory(record for record in tx.all("party") if isinstance(record, Party))
        party = directory.find(name) or Party(number=tx.next_number("party"), created=at, name=name)
        names = dict.fromkeys((*card.aliases, party.name))
        for one in (card.name, *names):
            other = directory.find(one)
            if other is not None and other.number != party.number:
                raise Refused(
                    t(
                        "{alias} is {name} already, and one name means one party: planner parties merge {party} {name}",
                        alias=one,
                        name=other.name,
                        party=party.name,
                    )
                )
        made = party.replace(
            name=card.name,
            kind=card.kind,
            title=card.title,
            rank=card.rank,
            cadence=card.cadence,
            rhythm=card.rhythm,
            aliases=tuple(one for one in names if one != card.name),
            channels=card.channels,
            changed=at,
        )
        tx.put(made)
    return made
