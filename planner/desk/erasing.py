"""Erasing a visitor by law: what would go, doing it, and which entries are due by the term that the office has set.

It is the one change that no undo takes back. The number, the dates and the handling stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.refused import Refused
from planner.domain.finder import plain
from planner.domain.kinds import kind_of_table
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.domain.retention import due_since
from planner.domain.visitor import likeness
from planner.store.erasing import erase as erase_in
from planner.store.erasing import held_by, other_files
from planner.store.tracing import Traces
from planner.wording import t
from planner.wording.numbers import reception_label

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.erasure import Erasure
    from planner.domain.moment import date
    from planner.store.snapshot import Snapshot

__all__ = ["DueForErasure", "Erased", "due_for_erasure", "erase", "plan_erasure"]


class Erased(Record):
    """What an erasure takes, or took, out; records by kind and number."""

    reception: Reception
    receptions: tuple[int, ...]
    linked: tuple[tuple[str, int], ...] = ()
    """Matters and points that are linked to the entries: they lose the name."""
    elsewhere: tuple[tuple[str, int], ...] = ()
    """Records that hold the name or number, or once did, and are not linked: they are left unless ``everywhere``."""
    others: tuple[int, ...] = ()
    """Other entries of the same person, which are left unless ``everywhere``."""
    files: tuple[str, ...] = ()
    """Files in the folder that are not the book's own and hold the name or number, as a saved view in config.toml."""
    backups: tuple[str, ...] = ()
    """Backups made before that still hold the person, the latest first."""


class DueForErasure(Record):
    """A closed entry that is kept longer than the term that is set, and the day on which the term ended."""

    reception: Reception
    since: date


def plan_erasure(desk: Desk, number: int, reason: str, *, everywhere: bool = False) -> Erased:
    """What erasing the visitor of an entry would take out; nothing is changed. Raises ``Refused``."""
    planned, erasure = _planned(desk, number, reason, everywhere=everywhere)
    return _with_files(desk, planned, erasure)


def erase(desk: Desk, number: int, reason: str, *, everywhere: bool = False) -> Erased:
    """Erase the visitor of an entry from the book, the archive, the journal and the history, for good.

    ``everywhere``: their other entries too, and the name and phone in every matter, point and checklist. Raises
    ``Refused``, and as the store does: begun and not finished, the next change of the book goes on with it.
    """
    found: list[Erased] = []

    def plan() -> Erasure:
        planned, erasure = _planned(desk, number, reason, everywhere=everywhere)
        found.append(planned)
        return erasure

    _entry(desk, number, reason)
    erasure = erase_in(desk.book, desk.now, plan)
    (planned,) = found
    made = desk.book.read().get("reception", number)
    return _with_files(desk, planned.replace(reception=made) if isinstance(made, Reception) else planned, erasure)


def due_for_erasure(desk: Desk) -> tuple[DueForErasure, ...]:
    """Closed entries that are kept longer than ``retention_years``, the longest first; archived ones too."""
    snapshot = desk.book.read()
    today = desk.now.date()
    found = []
    for record in (*snapshot.archived("reception"), *snapshot.all("reception")):
        if isinstance(record, Reception):
            since = due_since(record, desk.settings.retention_years, today)
            if since is not None:
                found.append(DueForErasure(reception=record, since=since))
    return tuple(sorted(found, key=lambda one: (one.since, one.reception.number)))


def _planned(desk: Desk, number: int, reason: str, *, everywhere: bool) -> tuple[Erased, Erasure]:
    """What goes, told to a person and to the store."""
    snapshot, reception = _entry(desk, number, reason)
    same = _same_person(reception, snapshot)
    numbers = (number, *same) if everywhere else (number,)
    traces = Traces(snapshot)
    erasure = traces.erasure(desk.now, reason, numbers, everywhere=everywhere)
    holding = [one for one in traces.holding(erasure) if one not in erasure.others]
    if everywhere:
        more = tuple(one for one in holding if one[0] not in ("parties", "receptions"))
        erasure = erasure.replace(others=(*erasure.others, *more))
    planned = Erased(
        reception=reception,
        receptions=numbers,
        linked=tuple(_named(one) for one in erasure.others if one in traces.standing),
        elsewhere=tuple(
            _named(one) for one in holding if one not in erasure.others and one not in [("receptions", n) for n in same]
        ),
        others=() if everywhere else same,
    )
    return planned, erasure


def _with_files(desk: Desk, planned: Erased, erasure: Erasure) -> Erased:
    """What is told with the files and backups that hold the person, too."""
    return planned.replace(files=other_files(desk.home, erasure), backups=held_by(desk.home, erasure))


def _entry(desk: Desk, number: int, reason: str) -> tuple[Snapshot, Reception]:
    """The book, and the entry whose visitor is to be erased. Raises ``Refused``."""
    label = reception_label(number)
    if not reason.strip():
        raise Refused(t("Say why: planner visits erase {label} --reason “…”", label=label))
    snapshot = desk.book.read()
    reception = snapshot.get("reception", number)
    if not isinstance(reception, Reception):
        raise Refused(t("There is no reception {label}. planner visits lists them.", label=label))
    if reception.erased is not None:
        day = reception.erased.date().isoformat()
        raise Refused(t("{label} was erased on {day}; nothing of the person is left to erase.", label=label, day=day))
    return snapshot, reception


def _same_person(reception: Reception, snapshot: Snapshot) -> tuple[int, ...]:
    """The other entries of an entry's visitor, however name, unit and phone are written there."""
    sought = _written_plainly(reception)
    entries = (*snapshot.archived("reception"), *snapshot.all("reception"))
    return tuple(
        one.number
        for one in entries
        if isinstance(one, Reception)
        and one.number != reception.number
        and likeness(_written_plainly(one), name=sought.name, unit=sought.unit, phone=sought.phone) in ("phone", "unit")
    )


def _written_plainly(reception: Reception) -> Reception:
    """An entry's particulars in the form in which they are compared."""
    told = {name: plain(text).casefold() for name in ("name", "unit", "phone") if (text := getattr(reception, name))}
    return Reception.restore({"number": reception.number, "at": reception.at, "matter": reception.matter, **told})


def _named(one: tuple[str, int]) -> tuple[str, int]:
    """A record by its kind and number."""
    table, number = one
    kind = kind_of_table(table)
    return (kind.name if kind else table, number)
