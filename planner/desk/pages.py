"""What a director looks at: the day's page and the lists. Nothing is changed here, and no lock is taken."""

from __future__ import annotations

from planner.desk.discretion import Discretion
from planner.desk.references import reference
from planner.desk.refused import Refused
from planner.domain.directory import Directory
from planner.domain.kinds import KINDS
from planner.domain.light import light_of
from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.privacy import secret_of
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.domain.score import Term, bonds_among, ranked, terms_of
from planner.domain.supervision import silent_days
from planner.domain.today import Owed, Today, today
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.desk.desk import Desk
    from planner.domain.criteria import Criteria
    from planner.domain.entry import Entry
    from planner.domain.light import Light
    from planner.store.snapshot import Snapshot

__all__ = [
    "Explained",
    "Listed",
    "explained",
    "found",
    "in_order",
    "light_shown",
    "listed_matters",
    "owed",
    "receptions",
    "record_named",
    "today_of",
]


class Listed(Record):
    """A matter in a list: with its score, and its light when somebody else owes it."""

    matter: Matter
    score: int | None = None
    """``None`` for a closed matter, which has no place in the order."""
    light: Light | None = None


class Explained(Record):
    """A matter with its score, term by term."""

    matter: Matter
    terms: tuple[Term, ...]
    score: int


def today_page(desk: Desk) -> Today:
    """The day's page of the book as it stands."""
    return today_of(desk, desk.book.read())


def today_of(desk: Desk, snapshot: Snapshot) -> Today:
    """The day's page of a book that was read; what came of a visitor is told as others may see it."""
    shown = Discretion(desk, snapshot)
    return today(
        [shown(record) for record in snapshot.open("matter") if isinstance(record, Matter)],
        [record for record in snapshot.open("reception") if isinstance(record, Reception)],
        [record for record in snapshot.open("point") if isinstance(record, Point)],
        Directory(record for record in snapshot.all("party") if isinstance(record, Party)),
        desk.day(),
        desk.rules(),
    )


def listed_matters(desk: Desk, criteria: Criteria) -> tuple[Listed, ...]:
    """The matters that meet the criteria: open ones by score, then closed ones, the latest first."""
    snapshot = desk.book.read()
    found = [record for record in _searched(snapshot, "matter", criteria) if isinstance(record, Matter)]
    return in_order(desk, snapshot, found)


def in_order(desk: Desk, snapshot: Snapshot, found: Iterable[Matter]) -> tuple[Listed, ...]:
    """Matters as a list shows them: open ones by their score among all, then closed ones, the latest first."""
    day, rules = desk.day(), desk.rules()
    chosen = {matter.number: matter for matter in found}
    whole = [record for record in snapshot.open("matter") if isinstance(record, Matter)]
    rows = [
        Listed(
            matter=entry.matter,
            score=entry.score,
            light=light_of(entry.matter, day, rules.thresholds) if entry.matter.is_assigned else None,
        )
        for entry in ranked(whole, day, rules.weights, rules.patience)
        if entry.matter.number in chosen
    ]
    closed = [matter for matter in chosen.values() if matter.closed is not None]
    closed.sort(key=lambda matter: (matter.closed or day.now, matter.number), reverse=True)
    return (*rows, *(Listed(matter=matter) for matter in closed))


def owed(desk: Desk, *, by_silence: bool = False, supervised: bool = False) -> tuple[tuple[Owed, int], ...]:
    """What others owe with the working days since anything was heard: red first, or the longest silent first."""
    page = today_page(desk)
    day = desk.day()
    rows = [(one, silent_days(one.matter, day)) for one in page.owed if one.matter.supervised or not supervised]
    if by_silence:
        rows.sort(key=lambda row: (-row[1], row[0].matter.number))
    return tuple(rows)


def record_named(desk: Desk, word: str) -> Entry:
    """The record that a word names (``12``, ``V2026-0123``, ``point:3``), archived ones too. Raises ``Refused``."""
    kind, number = reference(word, desk.now.year)
    record = desk.book.read().get(kind, number)
    if record is None:
        raise Refused(t("There is no record {word}. planner find WORDS searches them all.", word=word))
    return record


def light_shown(desk: Desk, matter: Matter) -> Light | None:
    """The light of a matter that somebody else owes; ``None`` for any other."""
    if not matter.is_open or not matter.is_assigned:
        return None
    return light_of(matter, desk.day(), desk.rules().thresholds)


def explained(desk: Desk, number: int) -> Explained:
    """A matter's score as the sum of its terms, none for a closed one. Raises ``Refused`` when there is no such."""
    snapshot = desk.book.read()
    matter = snapshot.get("matter", number)
    if not isinstance(matter, Matter):
        raise Refused(t("There is no matter {number}. planner list shows the open ones.", number=number))
    if not matter.is_open:
        return Explained(matter=matter, terms=(), score=0)
    rules = desk.rules()
    bonds = bonds_among(record for record in snapshot.open("matter") if isinstance(record, Matter))
    terms = tuple(terms_of(matter, desk.day(), rules.weights, bonds, rules.patience))
    return Explained(matter=matter, terms=terms, score=sum(term.points for term in terms))


def receptions(desk: Desk, criteria: Criteria, *, private: bool = False) -> tuple[Reception, ...]:
    """The receptions that meet the criteria, the latest first. Words find a restricted entry only when ``private``."""
    rows = [record for record in _searched(desk.book.read(), "reception", criteria) if isinstance(record, Reception)]
    if criteria.words and not private:
        rows = [row for row in rows if not row.restricted]
    return tuple(sorted(rows, key=lambda reception: reception.number, reverse=True))


def found(desk: Desk, criteria: Criteria, *, private: bool = False) -> tuple[Entry, ...]:
    """Records of every kind that hold the words, archived ones too; restricted ones only when ``private``.

    What came of a restricted entry is found by its title alone, which is that entry's number.
    """
    snapshot = desk.book.read()
    records = [record for kind in KINDS if not kind.machine for record in _searched(snapshot, kind.name, criteria)]
    if private:
        return tuple(records)
    shown = Discretion(desk, snapshot)
    words = [word.casefold() for word in criteria.words]
    rows = ((record, shown(record)) for record in records)
    return tuple(fit for record, fit in rows if record is fit or _tells(record, fit, snapshot, words))


def _tells(record: Entry, fit: Entry, snapshot: Snapshot, words: list[str]) -> bool:
    """Whether a record that holds the words may say so; ``fit`` is how it is shown."""
    if secret_of(record, snapshot.get) is None:
        return True
    title = fit.title if isinstance(fit, Matter) else fit.text if isinstance(fit, Point) else ""
    return bool(title) and all(word in title.casefold() for word in words)


def _searched(snapshot: Snapshot, kind: str, criteria: Criteria) -> tuple[Entry, ...]:
    """A search by the store's queries."""
    from planner.store.search import search

    return search(snapshot, kind, criteria)
