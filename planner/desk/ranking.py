"""Moving a matter up and down by hand. The move is kept as points beside the score, so it can be taken back."""

from __future__ import annotations

from planner.desk.changing import Edited
from planner.desk.refused import Refused
from planner.domain.matter import Matter
from planner.domain.score import ranked
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from planner.desk.desk import Desk
    from planner.domain.score import Ranked

__all__ = ["move", "unmove"]


def move(desk: Desk, number: int, where: Literal["up", "down", "top", "bottom"]) -> Edited:
    """Move a matter past its neighbour of the same grade, or to an end of that grade's order.

    A matter that is first already stays, and nothing is written.
    """
    with desk.change("rank") as tx:
        matters = [record for record in tx.all("matter") if isinstance(record, Matter)]
        rules = desk.rules()
        order = ranked(matters, desk.day(), rules.weights, rules.patience)
        place = next((index for index, entry in enumerate(order) if entry.matter.number == number), None)
        if place is None:
            raise Refused(t("There is no open matter {number}.", number=number))
        mine = order[place]
        peers = [entry for entry in order if entry.matter.grade == mine.matter.grade and _shown_together(entry, mine)]
        target = _target(peers, peers.index(mine), where)
        if target is None:
            return Edited(matters=(mine.matter,))
        shift = target - mine.score
        rank = (mine.matter.rank or 0) + shift
        moved = mine.matter.replace(rank=rank or None, changed=desk.now)
        tx.put(moved)
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


def _shown_together(one: Ranked, other: Ranked) -> bool:
    """Whether two matters stand in the same list on the day's page."""
    return one.matter.is_assigned == other.matter.is_assigned


def _target(peers: list[Ranked], place: int, where: str) -> int | None:
    """The score that puts a matter where it is asked to go; ``None`` when it is there."""
    if where in ("up", "top"):
        if place == 0:
            return None
        return peers[0 if where == "top" else place - 1].score + 1
    if place == len(peers) - 1:
        return None
    return peers[-1 if where == "bottom" else place + 1].score - 1
