"""Taking over other programs' files: read, foreseen, and brought in by one transaction that one undo takes back.

A record remembers where it came from, so the same file brought in again adds nothing. Records of a planner's own book
keep their numbers where these are free; otherwise they get new ones and whatever names them follows.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from planner.capture import parse_moment
from planner.desk.refused import Refused
from planner.domain.kinds import kind_of
from planner.domain.matter import Matter, Note
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception, year_of
from planner.domain.record import Record
from planner.exchange.importers.table import FORMATS, format_named, format_of
from planner.exchange.incoming import Incoming, Options, Reading, Remark, UnreadableFileError
from planner.store.decode import decode
from planner.wording import t
from planner.wording.numbers import reception_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planner.desk.desk import Desk
    from planner.domain.entry import Entry
    from planner.domain.moment import Moment
    from planner.store.snapshot import Snapshot
    from planner.store.transaction import Transaction

__all__ = ["REFERENCES", "Brought", "Plan", "bring", "foresee", "read_import"]

REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    "matter": (("needs", "matter"), ("series", "matter"), ("followed", "matter"), ("receptions", "reception")),
    "reception": (("matters", "matter"), ("points", "point")),
    "party": (),
    "point": (("matter", "matter"), ("reception", "reception"), ("made", "matter")),
    "checklist": (),
    "kept_report": (),
}
"""The fields of each kind that name other records by number, with the kind that they name. Other kinds stay at home."""

MOST_NUMBERS = 9_999_999
"""The highest number that a record may bring along: those after it must still be typed."""
_STEP = 500
"""Records between two words about how far it is."""


class Plan(Record):
    """What a file would bring: the records that are new, those that the book has, and what is to be told."""

    reading: Reading
    fresh: tuple[Incoming, ...] = ()
    known: tuple[Incoming, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Brought(Record):
    """What was brought in."""

    plan: Plan
    records: tuple[Entry, ...] = ()
    new_names: tuple[str, ...] = ()


def read_import(
    desk: Desk,
    name: str,
    data: bytes,
    format_name: str | None = None,
    columns: tuple[tuple[str, str], ...] = (),
    *,
    people: bool = False,
) -> Reading:
    """Read a file's bytes; the format is told by ``format_name``, or else by the file itself.

    ``people`` says that each ``@context`` of a todo.txt is somebody.

    Raises ``Refused`` when the format is not known or the file is none of it.
    """
    text = _text(data)
    known = ", ".join(one.name for one in FORMATS)
    if format_name is not None:
        chosen = format_named(format_name)
        if chosen is None:
            raise Refused(t("There is no format {name} to import; there are {known}.", name=format_name, known=known))
    else:
        chosen = format_of(name, text)
        if chosen is None:
            raise Refused(t("The file does not tell what it is: name it with --format, one of {known}.", known=known))
    try:
        return chosen.read(text, _options(desk, columns).replace(contexts_are_people=people))
    except UnreadableFileError as error:
        raise Refused(error.reason) from None


def foresee(desk: Desk, reading: Reading) -> Plan:
    """What a file would bring now; nothing is saved."""
    return _plan(desk.book.read(), reading)


def bring(desk: Desk, reading: Reading, *, strict: bool = False, told: Callable[[int], None] | None = None) -> Brought:
    """Bring in what is new, in one transaction; ``told`` hears how many records are made, now and then.

    Raises ``Refused`` with ``strict`` when any row could not be read: then nothing is saved.
    """
    if strict and reading.slips:
        first = reading.slips[0]
        raise Refused(
            t("Nothing was imported: at {place}, {reason}.", place=first.place, reason=first.words.rstrip(".。"))
        )
    at = desk.now
    with desk.change("import") as tx:
        plan = _plan(tx.snapshot(), reading)
        numbers = _numbers(tx, plan)
        needs, remarks = _needs(plan, numbers)
        made: list[Entry] = []
        for place, incoming in enumerate(plan.fresh):
            record = _settled(incoming, numbers, needs.get(incoming.key, ()), at)
            tx.put(record)
            made.append(record)
            if told is not None and place % _STEP == _STEP - 1:
                told(place + 1)
        names = _introduce(tx, made, at)
    if told is not None and made:
        told(len(made))
    return Brought(plan=plan.replace(remarks=(*plan.remarks, *remarks)), records=tuple(made), new_names=names)


def _text(data: bytes) -> str:
    """A file's text: UTF-8 or UTF-16 with its mark, or the GB 18030 of older office programs. Raises ``Refused``."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    for one in (encoding, "gb18030"):
        try:
            return data.decode(one)
        except UnicodeDecodeError:
            continue
    raise Refused(t("The file is no text in UTF-8 or GB 18030: save it as UTF-8 first."))


def _options(desk: Desk, columns: tuple[tuple[str, str], ...]) -> Options:
    """What a reader needs of the office."""
    now = desk.now
    parties = [one for one in desk.book.read().all("party") if isinstance(one, Party)]
    names = {name for party in parties for name in (party.name, *party.aliases)}

    def moment(words: str) -> Moment | None:
        try:
            found = datetime.fromisoformat(words)
        except ValueError:
            return parse_moment(words, now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
        try:
            return found.date() if len(words) <= 10 else _local(found)
        except OverflowError:  # before the first year, or behind the last, in the office's zone
            return None

    return Options(
        now=now, moment=moment, local=_local, decoded=decode, knows_party=names.__contains__, columns=columns
    )


def _local(moment: datetime) -> datetime:
    """The wall-clock time here of a time with a zone."""
    return moment if moment.tzinfo is None else moment.astimezone().replace(tzinfo=None)


def _plan(snapshot: Snapshot, reading: Reading) -> Plan:
    """The new and the known among what was read; one that stands twice in the file is known the second time."""
    kinds = dict.fromkeys(kind_of(one.entry).name for one in reading.found)
    have = {
        key
        for kind in kinds
        for record in _every(snapshot, kind)
        if not _taken_back(record)
        for key in _keys(kind, record)
    }
    names = {name for one in snapshot.all("party") if isinstance(one, Party) for name in (one.name, *one.aliases)}
    fresh: list[Incoming] = []
    known: list[Incoming] = []
    remarks: list[Remark] = []
    for one in reading.found:
        kind = kind_of(one.entry).name
        if kind not in REFERENCES:
            remarks.append(Remark(place=one.place, words=t("a record of this kind belongs to its own book")))
        elif one.key in have or (isinstance(one.entry, Party) and one.entry.name in names):
            known.append(one)
        else:
            have.add(one.key)
            if isinstance(one.entry, Party):
                free = tuple(alias for alias in one.entry.aliases if alias not in names)
                if free != one.entry.aliases:
                    remarks.append(Remark(place=one.place, words=t("an alias is another's already: left out")))
                names.update((one.entry.name, *free))
                fresh.append(one.replace(entry=one.entry.replace(aliases=free)))
                continue
            fresh.append(one)
    return Plan(
        reading=reading,
        fresh=tuple(fresh),
        known=tuple(known),
        remarks=(*reading.remarks, *remarks),
    )


def _every(snapshot: Snapshot, kind: str) -> Iterable[Entry]:
    """Every record of a kind, archived ones too."""
    yield from snapshot.all(kind)
    yield from snapshot.archived(kind)


def _taken_back(record: Entry) -> bool:
    """Whether an imported entry of the log was voided, as undoing its import does: it may come again."""
    return isinstance(record, Reception) and record.imported is not None and record.state == "voided"


def _keys(kind: str, record: Entry) -> Iterable[str]:
    """The keys by which a record of this book is known again."""
    if record.imported is not None:
        yield record.imported
    stamp = "" if record.created is None else record.created.isoformat()
    yield f"planner:{kind}/{record.number}@{stamp}"


class _Numbers:
    """The numbers that records get here: by their key, and by what their own book called them."""

    def __init__(self) -> None:
        self.by_key: dict[str, int] = {}
        self.by_own: dict[tuple[str, int], int] = {}

    def note(self, incoming: Incoming, number: int) -> None:
        """Remember what a record is called here."""
        self.by_key[incoming.key] = number
        if incoming.own:
            self.by_own[kind_of(incoming.entry).name, incoming.entry.number] = number


def _numbers(tx: Transaction, plan: Plan) -> _Numbers:
    """A number for every new record; one from a planner's book keeps its own when that was never given here."""
    numbers = _Numbers()
    snapshot = tx.snapshot()
    for kind in dict.fromkeys(kind_of(one.entry).name for one in plan.known):
        here = {key: record.number for record in _every(snapshot, kind) for key in _keys(kind, record)}
        called = {}
        if kind == "party":
            parties = [one for one in snapshot.all("party") if isinstance(one, Party)]
            called = {name: one.number for one in parties for name in (one.name, *one.aliases)}
        for one in plan.known:
            if kind_of(one.entry).name == kind:
                number = here.get(one.key) or called.get(getattr(one.entry, "name", ""))
                if number is not None:
                    numbers.note(one, number)
    wanted = {need for one in plan.fresh for need in one.needs} - numbers.by_key.keys()
    if wanted:
        here = {key: record.number for record in _every(snapshot, "matter") for key in _keys("matter", record)}
        numbers.by_key.update((key, here[key]) for key in wanted if key in here)
    waiting: list[Incoming] = []
    highest: dict[str, int] = {}
    for one in sorted((one for one in plan.fresh if one.own), key=lambda one: one.entry.number):
        chosen = kind_of(one.entry)
        if chosen.yearly:
            numbers.note(one, tx.next_number(chosen.name, year_of(one.entry.number)))
        elif MOST_NUMBERS >= one.entry.number > highest.setdefault(chosen.table, tx.counters.get(chosen.table, 0)):
            highest[chosen.table] = one.entry.number
            numbers.note(one, one.entry.number)
        else:
            waiting.append(one)
    for one in (*waiting, *(one for one in plan.fresh if not one.own)):
        table = kind_of(one.entry).table
        highest[table] = highest.get(table, tx.counters.get(table, 0)) + 1
        numbers.note(one, highest[table])
    return numbers


def _needs(plan: Plan, numbers: _Numbers) -> tuple[dict[str, tuple[int, ...]], tuple[Remark, ...]]:
    """What each new matter waits for, by key; needs that name nothing, or run in a ring, are told and left out."""
    wanted: dict[str, tuple[int, ...]] = {}
    remarks: list[Remark] = []
    for one in plan.fresh:
        if not isinstance(one.entry, Matter):
            continue
        found = [numbers.by_key.get(key) for key in one.needs]
        found += [numbers.by_own.get(("matter", number)) for number in one.entry.needs]
        if None in found:
            remarks.append(Remark(place=one.place, words=t("it waits for a matter that the file does not hold")))
        wanted[one.key] = tuple(dict.fromkeys(number for number in found if number is not None))
    here = {numbers.by_key[key]: key for key in wanted}
    open_needs = {key: {need for need in needs if need in here} for key, needs in wanted.items()}
    waited_for: dict[int, list[str]] = {}
    for key, needs in open_needs.items():
        for need in needs:
            waited_for.setdefault(need, []).append(key)
    free = [key for key, needs in open_needs.items() if not needs]
    while free:  # whoever waits for nothing more is taken away; what is left in the end stands in a ring or behind one
        number = numbers.by_key[free.pop()]
        for key in waited_for.get(number, ()):
            open_needs[key].discard(number)
            if not open_needs[key]:
                free.append(key)
    places = {one.key: one.place for one in plan.fresh}
    for key, needs in open_needs.items():
        if needs:
            wanted[key] = tuple(need for need in wanted[key] if need not in needs)
            remarks.append(Remark(place=places[key], words=t("matters that wait for each other: left out")))
    return wanted, tuple(remarks)


def _settled(incoming: Incoming, numbers: _Numbers, needs: tuple[int, ...], at: datetime) -> Entry:
    """The record as it is kept here: its number, what it names by number, and where it came from."""
    entry = incoming.entry
    kind = kind_of(entry).name
    number = numbers.by_key[incoming.key]
    changes: dict[str, Any] = {"number": number}
    if not incoming.own or number != entry.number:
        changes["imported"] = incoming.key
    if entry.changed is None:
        changes["changed"] = at
    if entry.created is None:
        changes["created"] = at
    for field, of in REFERENCES[kind] if incoming.own else ():
        value = getattr(entry, field)
        if isinstance(value, tuple):
            found = (numbers.by_own.get((of, one)) for one in value)
            changes[field] = tuple(one for one in found if one is not None)
        elif value is not None:
            changes[field] = numbers.by_own.get((of, value))
    if isinstance(entry, Matter):
        changes["needs"] = needs
    if isinstance(entry, Reception) and number != entry.number:
        words = t("Imported; it was {number} in its own book.", number=reception_label(entry.number))
        changes["notes"] = (*entry.notes, Note(at=at, text=words))
    return entry.replace(**changes)


def _introduce(tx: Transaction, made: list[Entry], at: datetime) -> tuple[str, ...]:
    """Make a party of each name that nobody here answers to."""
    known = {name for one in tx.all("party") if isinstance(one, Party) for name in (one.name, *one.aliases)}
    new: dict[str, bool] = {}
    for record in made:
        names: tuple[str, ...] = ()
        if isinstance(record, Matter):
            names = (*record.parties, *record.handed_to, *((record.assigned_by,) if record.assigned_by else ()))
        elif isinstance(record, Point):
            names = record.parties
        for name in names:
            if name not in known and name.strip():
                new[name] = new.get(name, False) or (isinstance(record, Matter) and name == record.assigned_by)
    for name, leads in new.items():
        number = tx.next_number("party")
        tx.put(Party(number=number, created=at, changed=at, name=name, kind="leader" if leads else None))
    return tuple(new)
