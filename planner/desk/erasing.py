"""Erasing a visitor by law: what would go, doing it, and which entries are due by the term that the office has set.

It is the one change that no undo takes back. The number, the dates and the handling stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.refused import Refused
from planner.domain.erasure import Erasure
from planner.domain.kinds import KINDS, kind_named, kind_of
from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.privacy import receptions_of
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.domain.retention import due_since
from planner.domain.visitor import likeness
from planner.store.blanking import Blanking
from planner.store.codec import encode
from planner.store.erasing import erase as erase_in
from planner.store.erasing import held_by, other_files
from planner.store.history import changes
from planner.store.jsontext import to_bytes
from planner.wording import t

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.entry import Entry
    from planner.domain.moment import date
    from planner.store.snapshot import Snapshot

__all__ = ["DueForErasure", "Erased", "due_for_erasure", "erase", "plan_erasure"]

_ALL = 1_000_000
"""More changes than an entry has."""


class Erased(Record):
    """What an erasure takes, or took, out; records by kind and number."""

    reception: Reception
    receptions: tuple[int, ...]
    linked: tuple[tuple[str, int], ...] = ()
    """Matters and points that are linked to the entries: they lose the name."""
    elsewhere: tuple[tuple[str, int], ...] = ()
    """Records that hold the name or number and are not linked: they are left unless ``everywhere``."""
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
    return _planned(desk, number, reason, everywhere=everywhere)[0]


def erase(desk: Desk, number: int, reason: str, *, everywhere: bool = False) -> Erased:
    """Erase the visitor of an entry from the book, the archive, the journal and the history, for good.

    ``everywhere``: their other entries too, and the name and phone in every matter, point and checklist. Raises
    ``Refused``, and as the store does: begun and not finished, the next change of the book goes on with it.
    """
    planned, erasure = _planned(desk, number, reason, everywhere=everywhere)
    erase_in(desk.book, erasure)
    made = desk.book.read().get("reception", number)
    return planned.replace(reception=made) if isinstance(made, Reception) else planned


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
    from planner.wording.numbers import reception_label

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
    entries = [record for record in _every(snapshot, "reception") if isinstance(record, Reception)]
    same = tuple(
        one.number
        for one in entries
        if one.number != number
        and likeness(one, name=reception.name, unit=reception.unit, phone=reception.phone) in ("phone", "unit")
    )
    numbers = (number, *same) if everywhere else (number,)
    told = [one for one in entries if one.number in numbers]
    rest = [record for kind in KINDS if kind.name != "reception" for record in _every(snapshot, kind.name)]
    linked = tuple(_named(record) for record in rest if _is_linked(record, told))
    erasure = _erasure(desk, reason, told, rest, linked, everywhere=everywhere)
    blanking = Blanking(erasure)
    holding = tuple(
        _named(record)
        for record in (*rest, *(one for one in entries if one.number not in numbers))
        if _named(record) not in linked and blanking.names(to_bytes(encode(record)))
    )
    gone = (*linked, *(one for one in holding if one[0] not in ("party", "reception"))) if everywhere else linked
    planned = Erased(
        reception=reception,
        receptions=numbers,
        linked=gone,
        elsewhere=tuple(one for one in holding if one not in gone and one not in [("reception", n) for n in same]),
        others=() if everywhere else same,
        files=other_files(desk.home, erasure),
        backups=held_by(desk.home, erasure),
    )
    return planned, erasure.replace(others=tuple((kind_named(kind).table, one) for kind, one in gone))


def _erasure(
    desk: Desk,
    reason: str,
    told: list[Reception],
    rest: list[Entry],
    linked: tuple[tuple[str, int], ...],
    *,
    everywhere: bool,
) -> Erasure:
    """The erasure with every name and number that the entries have, or had before they were corrected."""
    names: dict[str, None] = {}
    numbers: dict[str, None] = {}
    for one in told:
        names |= dict.fromkeys(filter(None, (one.name,)))
        numbers |= dict.fromkeys(filter(None, (one.phone, one.petition_number)))
        for change in changes(desk.book, kind="reception", number=one.number, limit=_ALL):
            for row in change.rows:
                for field in row.fields:
                    into = names if field.name == "name" else numbers
                    if (row.kind, row.number) == ("reception", one.number) and field.name in _SOUGHT:
                        into |= dict.fromkeys(filter(None, (field.before, field.after)))
    parties = [record for record in rest if isinstance(record, Party)]
    return Erasure(
        at=desk.now,
        reason=reason,
        receptions=tuple(one.number for one in told),
        others=tuple((kind_named(kind).table, number) for kind, number in linked),
        names=tuple(names),
        numbers=tuple(numbers),
        kept=tuple(name for party in parties for name in (party.name, *party.aliases) if name in names),
        everywhere=everywhere,
    )


_SOUGHT = ("name", "phone", "petition_number")
"""Fields whose values are sought in words."""


def _every(snapshot: Snapshot, kind: str) -> tuple[Entry, ...]:
    """All records of a kind, archived ones too."""
    return (*snapshot.archived(kind), *snapshot.all(kind))


def _named(record: Entry) -> tuple[str, int]:
    """A record by its kind and number."""
    return kind_of(record).name, record.number


def _is_linked(record: Entry, told: list[Reception]) -> bool:
    """Whether a record is, or came of, one of the entries, or came of what did."""
    numbers = {one.number for one in told}
    if numbers.intersection(receptions_of(record)):
        return True
    matters = {number for one in told for number in one.matters}
    points = {number for one in told for number in one.points}
    if isinstance(record, Matter):
        return record.number in matters
    return isinstance(record, Point) and (record.number in points or record.matter in matters)
