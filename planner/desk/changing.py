"""What the verbs on matters share: finding them, changing each in one transaction, and what is told afterwards."""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.domain.dependency import ring_through
from planner.domain.matter import Matter
from planner.domain.record import Record
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from planner.desk.desk import Desk
    from planner.domain.draft import Draft
    from planner.domain.moment import datetime
    from planner.store.transaction import Transaction

    Numbers: TypeAlias = tuple[int, ...]

__all__ = ["Edited", "check_needs", "each", "matter_in", "refuse_closed", "waits_no_longer"]


class Edited(Record):
    """Matters as a verb left them, the draft an edit was read from, and the names seen for the first time."""

    matters: tuple[Matter, ...]
    draft: Draft | None = None
    new_names: tuple[str, ...] = ()
    same: tuple[int, ...] = ()
    """The numbers of those that were so already, and were not written again."""
    coming: tuple[Matter, ...] = ()
    """The next occurrences of what was finished."""
    warnings: tuple[str, ...] = ()
    """What was recorded though it is out of order or late, in words."""


def check_needs(tx: Transaction, number: int, needs: tuple[int, ...]) -> None:
    """Raise ``Refused`` when a need names no matter, or would close a ring: its path is named."""

    def matter_of(wanted: int) -> Matter | None:
        found = tx.get("matter", wanted)
        return found if isinstance(found, Matter) else None

    for need in needs:
        matter_in(tx, need)
    ring = ring_through(number, needs, matter_of)
    if ring is not None:
        path = " > ".join(str(one) for one in ring)
        raise Refused(t("These would wait for each other for ever: {path}. Leave one of them out.", path=path))


def each(desk: Desk, command: str, numbers: Numbers, change: Callable[[Matter, datetime], Matter]) -> Edited:
    """Change each of some matters in one transaction."""
    at = desk.now
    with desk.change(command) as tx:
        found = [matter_in(tx, number) for number in numbers]
        made = tuple(change(matter, at) for matter in found)
        for matter in made:
            tx.put(matter)
    return Edited(matters=made, warnings=tuple(waits_no_longer(found, made)) if command != "wait" else ())


def waits_no_longer(before: Iterable[Matter], after: Iterable[Matter]) -> Iterator[str]:
    """What is told of each matter that waited and, since it was worked on, waits no longer."""
    for was, now in zip(before, after, strict=True):
        if was.state == "waiting" and now.state == "open":
            yield t("{number} waits no longer.", number=now.number)


def refuse_closed(matter: Matter) -> None:
    """Raise ``Refused`` when a matter is done or dropped, for a verb that means an open one."""
    from planner.wording.shell import by_shell

    number = matter.number
    if matter.state == "done":
        raise Refused(
            by_shell(
                t("{number} is done already: planner reopen {number} opens it again. Nothing was changed.",
                  number=number),
                t("{number} is done already: R opens it again. Nothing was changed.", number=number),
            )
        )  # fmt: skip
    if matter.state == "dropped":
        raise Refused(
            by_shell(
                t("{number} is dropped already: planner reopen {number} opens it again. Nothing was changed.",
                  number=number),
                t("{number} is dropped already: R opens it again. Nothing was changed.", number=number),
            )
        )  # fmt: skip


def matter_in(tx: Transaction, number: int) -> Matter:
    """The matter of that number, archived ones too. Raises ``Refused`` when there is none."""
    found = tx.get("matter", number)
    if not isinstance(found, Matter):
        raise Refused(t("There is no matter {number}. planner list shows the open ones.", number=number))
    return found
