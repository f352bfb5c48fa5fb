"""The reception log as lists: awaiting an answer by days left, late, today's, by section, by subject, across years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.clock import nearest_clock
from planner.domain.criteria import Criteria
from planner.domain.directory import Directory
from planner.domain.moment import deadline
from planner.domain.party import Party
from planner.domain.reception import Reception, year_of
from planner.domain.record import Record
from planner.store.search import search

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.clock import Clock

__all__ = ["LogChoice", "Logged", "by_section", "log"]


class LogChoice(Record):
    """What is asked of the log; every part that is given must hold."""

    words: tuple[str, ...] = ()
    """In whatever a person wrote in the entry; a restricted one is found only with ``private``."""
    subject: tuple[str, ...] = ()
    """In what it is about."""
    states: tuple[str, ...] = ()
    waiting: bool = False
    """Those for which something is still owed: an answer, or the written notice of one given by word of mouth."""
    late: bool = False
    today: bool = False
    section: str | None = None
    year: int | None = None
    archived: bool = False
    private: bool = False


class Logged(Record):
    """An entry with the clock that runs out first."""

    reception: Reception
    clock: Clock | None = None
    late: bool = False


def log(desk: Desk, choice: LogChoice) -> tuple[Logged, ...]:
    """The entries that are asked for: those that wait first, by days left, then the others, the latest first."""
    snapshot = desk.book.read()
    day = desk.day()
    directory = Directory(record for record in snapshot.all("party") if isinstance(record, Party))
    criteria = Criteria(words=choice.words, states=choice.states, include_archived=choice.archived)
    section = None if choice.section is None else directory.canonical(choice.section)
    rows = []
    for record in search(snapshot, "reception", criteria):
        if not isinstance(record, Reception):
            continue
        if (choice.words or choice.subject) and record.restricted and not choice.private:
            continue
        if choice.subject and not all(word.casefold() in record.matter.casefold() for word in choice.subject):
            continue
        if choice.waiting and not record.is_waiting:
            continue
        if choice.year is not None and year_of(record.number) != choice.year:
            continue
        if choice.today and record.at.date() != day.today:
            continue
        if section is not None and section not in {directory.canonical(name) for name in record.handed_to}:
            continue
        clock = nearest_clock(record, day)
        late = clock is not None and day.is_past(clock.due)
        if late or not choice.late:
            rows.append(Logged(reception=record, clock=clock, late=late))
    rows.sort(key=_place)
    return tuple(rows)


def by_section(desk: Desk, rows: tuple[Logged, ...]) -> tuple[tuple[str | None, tuple[Logged, ...]], ...]:
    """The rows by the section that they were forwarded to, by name; those with the office itself last, under ``None``.

    An entry that is with several stands under each.
    """
    directory = Directory(record for record in desk.book.read().all("party") if isinstance(record, Party))
    groups: dict[str | None, list[Logged]] = {}
    for row in rows:
        names = dict.fromkeys(directory.canonical(name) for name in row.reception.handed_to)
        for name in names or (None,):
            groups.setdefault(name, []).append(row)
    order = sorted(groups, key=lambda name: (name is None, directory.order(name or "")))
    return tuple((name, tuple(groups[name])) for name in order)


def _place(row: Logged) -> tuple[int, str, int]:
    """Entries that wait by the end of their clock, those without one behind; then the rest, the latest first."""
    if not row.reception.is_waiting:
        return 1, "", -row.reception.number
    return 0, "9" if row.clock is None else deadline(row.clock.due).isoformat(), row.reception.number
