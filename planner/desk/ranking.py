"""Moving a matter up and down by hand. The move is kept as points beside the score, so it can be taken back."""

from __future__ import annotations

from planner.desk.changing import Edited
from planner.desk.refused import Refused
from planner.domain.hiding import lies_ahead
from planner.domain.matter import Matter
from planner.domain.neglect import neglected
from planner.domain.score import ranked, tie_key
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from planner.desk.desk import Desk
    from planner.domain.score import Ranked

__all__ = ["move", "unmove"]


def move(desk: Desk, number: int, where: Literal["up", "down", "top", "bottom"]) -> Edited:
    """Move a matter past its neighbour in the list it is shown in, or to an end of that list.

    Where scores are tied, a neighbour or more get a point as well, as few as can be, so that it passes one and not all.
    Raises ``Refused``, and writes nothing, when it is there already.
    """
    at = desk.now
    with desk.change("rank") as tx:
        peers = _peers(desk, [record for record in tx.all("matter") if isinstance(record, Matter)], number)
        place = next((index for index, entry in enumerate(peers) if entry.matter.number == number), None)
        if place is None:
            raise Refused(t("There is no open matter {number}: planner list shows them.", number=number))
        mine = peers.pop(place)
        last = len(peers)
        target = {"up": max(0, place - 1), "down": min(last, place + 1), "top": 0, "bottom": last}[where]
        peers.insert(target, mine)
        if target == place:
            if where in ("up", "top"):
                raise Refused(t("{number} is at the top of its list already.", number=number))
            raise Refused(t("{number} is at the bottom of its list already.", number=number))
        if target < place:
            choices = [_raised(peers, target), _lowered(peers, target + 1)]
        else:
            choices = [_lowered(peers, target), _raised(peers, target - 1)]
        scores = min(choices, key=len)
        moved = mine.matter
        for entry in peers:
            if entry.matter.number in scores:
                rank = (entry.matter.rank or 0) + scores[entry.matter.number] - entry.score
                made = entry.matter.replace(rank=rank or None, changed=at)
                tx.put(made)
                if entry is mine:
                    moved = made
    return Edited(matters=(moved,))


def unmove(desk: Desk, numbers: tuple[int, ...]) -> Edited:
    """Give matters back to the computed order; without numbers, all of them."""
    at = desk.now
    with desk.change("rank") as tx:
        moved = [
            record.replace(rank=None, changed=at)
            for record in tx.all("matter")
            if isinstance(record, Matter) and record.rank and (not numbers or record.number in numbers)
        ]
        for matter in moved:
            tx.put(matter)
    return Edited(matters=tuple(moved))


def _peers(desk: Desk, matters: list[Matter], number: int) -> list[Ranked]:
    """The list that a matter is shown in on the day's page, in its order; empty when the matter is not open."""
    day, rules = desk.day(), desk.rules()
    own = [matter for matter in matters if not matter.is_assigned]
    lifted = {neglect.matter.number for neglect in neglected(own, day, rules.patience)}

    def band(matter: Matter) -> tuple[bool, ...]:
        return matter.grade == "major", matter.is_assigned, lies_ahead(matter, day), matter.number in lifted

    order = ranked(matters, day, rules.weights, rules.patience)
    mine = next((band(entry.matter) for entry in order if entry.matter.number == number), None)
    return [entry for entry in order if band(entry.matter) == mine]


def _raised(order: list[Ranked], place: int) -> dict[int, int]:
    """The scores that put the entry at ``place`` before the next one, and each above it still before that."""
    scores: dict[int, int] = {}
    while place >= 0 and place + 1 < len(order):
        upper, lower = order[place], order[place + 1]
        least = scores.get(lower.matter.number, lower.score) + (tie_key(upper.matter) > tie_key(lower.matter))
        if upper.score >= least:
            break
        scores[upper.matter.number] = least
        place -= 1
    return scores


def _lowered(order: list[Ranked], place: int) -> dict[int, int]:
    """The scores that put the entry at ``place`` behind the one before it, and each below it still behind that."""
    scores: dict[int, int] = {}
    while 0 < place < len(order):
        upper, lower = order[place - 1], order[place]
        most = scores.get(upper.matter.number, upper.score) - (tie_key(upper.matter) > tie_key(lower.matter))
        if lower.score <= most:
            break
        scores[lower.matter.number] = most
        place += 1
    return scores
