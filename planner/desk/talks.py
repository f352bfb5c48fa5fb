"""What a director does to keep everyone told: note a point, see the list for a talk, tick what was said."""

from __future__ import annotations

from planner.capture import parse_point
from planner.desk.drafting import ensure_parties
from planner.desk.reception_steps import reception_in
from planner.desk.receptions import refuse_maybe_accused, refuse_to_accused
from planner.desk.refused import Refused
from planner.domain.directory import Directory
from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point, Tick
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.domain.talk import Agenda, TalkOwed, agenda_of, talk_due, talks_owed, waiting_points
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.draft import PointDraft
    from planner.domain.moment import date, datetime
    from planner.domain.terms import Direction, PartyKind, Rhythm
    from planner.store.snapshot import Snapshot
    from planner.store.transaction import Transaction

__all__ = [
    "Agenda",
    "PartyRow",
    "Ticked",
    "Told",
    "agenda",
    "directory_of",
    "due_talk",
    "hold_talk",
    "parties",
    "party_rows",
    "set_party",
    "tell",
    "tell_draft",
    "tick",
    "tick_all",
    "understand_point",
]


class Ticked(Record):
    """Points as they were ticked, and the matters that the answers became."""

    points: tuple[Point, ...]
    matters: tuple[Matter, ...] = ()


class PartyRow(Record):
    """A party in a list: what is owed to it, the points that wait for it, the day by which its talk is due."""

    owed: TalkOwed
    party: Party | None
    waiting: tuple[Point, ...] = ()
    due: date | None = None


class Told(Record):
    """A point that was saved, its draft, and the names seen for the first time."""

    point: Point
    draft: PointDraft
    new_names: tuple[str, ...] = ()


def understand_point(desk: Desk, line: str, at: datetime) -> PointDraft:
    """What a line to tell means; nothing is saved. Raises ``Refused`` when a name or words lack."""
    draft = parse_point(line, at, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    if not draft.parties:
        raise Refused(t("Say whom to tell: planner tell NAME what to say."))
    if not draft.text.strip():
        raise Refused(t("Say what to tell: planner tell NAME what to say."))
    return draft


def tell(desk: Desk, line: str) -> Told:
    """Save one thing to tell, kept word for word until every receiver is ticked."""
    at = desk.now
    return tell_draft(desk, understand_point(desk, line, at), at)


def tell_draft(
    desk: Desk,
    draft: PointDraft,
    at: datetime,
    *,
    original: str | None = None,
    source: str | None = None,
    reception: int | None = None,
) -> Told:
    """Save a point that is understood already, as a form gives it.

    ``original`` are the words it came in, from ``source``: read-only from then on, beside the words passed on.
    """
    with desk.change("tell") as tx:
        new = ensure_parties(tx, draft.parties, at)
        if reception is not None:
            refuse_maybe_accused(tx, draft.parties, reception_in(tx, reception))
        matter = None if draft.matter is None else tx.get("matter", draft.matter)
        if isinstance(matter, Matter):
            refuse_to_accused(tx, matter, draft.parties)
        point = Point(
            number=tx.next_number("point"),
            created=at,
            changed=at,
            text=draft.text,
            parties=draft.parties,
            direction=draft.direction or _direction(tx, draft.parties),
            due=draft.due,
            matter=draft.matter,
            reception=reception,
            original=original or draft.original,
            source=source,
            tags=draft.tags,
        )
        tx.put(point)
    return Told(point=point, draft=draft, new_names=new)


def directory_of(snapshot: Snapshot) -> Directory:
    """The parties of a book, by every name they answer to."""
    return Directory(record for record in snapshot.all("party") if isinstance(record, Party))


def parties(desk: Desk) -> tuple[tuple[TalkOwed, Party | None], ...]:
    """Every party with what is owed to it, leaders in rank order first."""
    return tuple((row.owed, row.party) for row in party_rows(desk))


def party_rows(desk: Desk) -> tuple[PartyRow, ...]:
    """Every party with what waits for it and when its talk is due, of one reading of the book; in the same order."""
    snapshot = desk.book.read()
    directory, day = directory_of(snapshot), desk.day()
    points = [record for record in snapshot.all("point") if isinstance(record, Point)]
    matters = _open_matters(snapshot)
    waiting = waiting_points(points, directory)
    owed = {talk.name: talk for talk in talks_owed(points, directory, day, matters)}
    rows = []
    for name in sorted({*owed, *(party.name for party in directory.parties)}, key=directory.order):
        party = directory.find(name)
        rows.append(
            PartyRow(
                owed=owed.get(name, TalkOwed(name=name, points=0)),
                party=party,
                waiting=tuple(waiting.get(name, ())),
                due=None if party is None else talk_due(party, directory, day, matters),
            )
        )
    return tuple(rows)


def due_talk(desk: Desk, party: Party | None) -> date | None:
    """The day by which a party's next talk is due; ``None`` without a cadence."""
    if party is None:
        return None
    snapshot = desk.book.read()
    return talk_due(party, directory_of(snapshot), desk.day(), _open_matters(snapshot))


def agenda(desk: Desk, name: str) -> Agenda:
    """The checklist for a talk with one party. Raises ``Refused`` when nobody is called so.

    What has waited since the last talk, matters of theirs that changed, visits that concern them, standing questions.
    """
    snapshot = desk.book.read()
    directory = directory_of(snapshot)
    found = agenda_of(
        name,
        [record for record in snapshot.all("point") if isinstance(record, Point)],
        [record for record in snapshot.all("matter") if isinstance(record, Matter)],
        [record for record in snapshot.open("reception") if isinstance(record, Reception)],
        directory,
        desk.day(),
        _questions(desk, directory.find(name)),
    )
    if found.party is None and not found.waiting:
        raise Refused(t("Nobody is called {name}. planner parties lists the names.", name=name))
    return found


def tick(desk: Desk, number: int, name: str | None = None, how: str | None = None, answer: str | None = None) -> Point:
    """Tick one receiver of a point as told, or all when nobody is named; the point closes with its last receiver."""
    return tick_all(desk, (number,), name, how, answer).points[0]


def tick_all(
    desk: Desk,
    numbers: tuple[int, ...],
    name: str | None = None,
    how: str | None = None,
    answer: str | None = None,
    *,
    answers: tuple[tuple[int, str], ...] = (),
    matters: bool = False,
    held: bool = False,
) -> Ticked:
    """Tick several points as ``tick`` does, all in one change or none; with ``matters`` each answer becomes a matter.

    ``answers`` are those of single points, by number; the others were answered with ``answer``, or not at all.
    ``held``: the talk with the party named was held, which begins its cadence anew.
    """
    at = desk.now
    with desk.change("talk" if held else "tick") as tx:
        own = dict(answers)
        points = [_tick_in(tx, number, name, how, own.get(number, answer), at) for number in numbers]
        made = []
        if matters:
            from planner.desk.relaying import relay

            answered = [number for number in numbers if own.get(number, answer)] if own else numbers
            made = [relay(desk, tx, number, name, at).matter for number in answered]
        if held and name is not None:
            _hold(tx, name, at, known=bool(points))
    return Ticked(points=tuple(points), matters=tuple(made))


def hold_talk(
    desk: Desk, name: str, ticked: tuple[int, ...] | None = None, how: str | None = None
) -> tuple[Point, ...]:
    """A talk was held: tick these points for the party (all that wait, without a list) and begin its cadence anew."""
    at = desk.now
    with desk.change("talk") as tx:
        directory = Directory(record for record in tx.all("party") if isinstance(record, Party))
        canonical = directory.canonical(name)
        made = []
        for record in tx.all("point"):
            if not isinstance(record, Point) or not record.is_open:
                continue
            receivers = [one for one in record.waiting if directory.canonical(one) == canonical]
            if receivers and (ticked is None or record.number in ticked):
                made.append(_ticked(record, receivers, at, how, None))
                tx.put(made[-1])
        _hold(tx, name, at, known=bool(made))
    return tuple(made)


def set_party(
    desk: Desk,
    name: str,
    *,
    kind: PartyKind | None = None,
    rank: int | None = None,
    title: str | None = None,
    cadence: int | None = None,
    rhythm: Rhythm | None = None,
    no_cadence: bool = False,
    channels: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
) -> Party:
    """Say what a party is; what is not given stays. An alias that is another's is refused.

    A cadence is either ``cadence`` working days or a ``rhythm``; the one replaces the other.
    """
    at = desk.now
    with desk.change("party") as tx:
        directory = Directory(record for record in tx.all("party") if isinstance(record, Party))
        party = directory.find(name) or Party(number=tx.next_number("party"), created=at, name=name)
        for alias in aliases:
            other = directory.find(alias)
            if other is not None and other.number != party.number:
                if alias == other.name:
                    raise Refused(
                        t(
                            "{alias} is a party of its own: planner parties merge {party} {alias} makes one of the two",
                            alias=alias,
                            party=party.name,
                        )
                    )
                raise Refused(
                    t(
                        "{alias} is {name} already, and one name means one party: planner parties merge {party} {name}",
                        alias=alias,
                        name=other.name,
                        party=party.name,
                    )
                )
        given = {"kind": kind, "rank": rank, "title": title}
        changes: dict[str, object] = {field: value for field, value in given.items() if value is not None}
        if no_cadence or cadence is not None or rhythm is not None:
            changes |= {"cadence": cadence, "rhythm": rhythm}
        if channels:
            changes["channels"] = tuple(dict.fromkeys((*party.channels, *channels)))
        kept = tuple(dict.fromkeys((*party.aliases, *(alias for alias in aliases if alias != party.name))))
        made = party.replace(**changes, aliases=kept, changed=at)
        tx.put(made)
    return made


def _hold(tx: Transaction, name: str, at: datetime, *, known: bool) -> None:
    """Begin a party's cadence anew; a name that points wait for (``known``) and no record has becomes a party."""
    directory = Directory(record for record in tx.all("party") if isinstance(record, Party))
    party = directory.find(name)
    if party is not None:
        tx.put(party.replace(last_talk=at, changed=at))
    elif known:
        ensure_parties(tx, (name,), at)
    else:
        raise Refused(t("Nobody is called {name}. planner parties lists the names.", name=name))


def _tick_in(
    tx: Transaction, number: int, name: str | None, how: str | None, answer: str | None, at: datetime
) -> Point:
    """Tick a point for those who are meant; an answer that comes after the tick is put to it. Raises ``Refused``."""
    point = _point(tx, number)
    directory = Directory(record for record in tx.all("party") if isinstance(record, Party))
    wanted = None if name is None else directory.canonical(name)
    receivers = [one for one in point.waiting if wanted is None or directory.canonical(one) == wanted]
    if not receivers:
        answered = None if answer is None else _answered_later(point, wanted, directory, how, answer, at)
        if answered is not None:
            tx.put(answered)
            return answered
        raise Refused(
            t("Point {number} is not waiting for {name}.", number=number, name=name)
            if name
            else t("Point {number} was told to everyone already.", number=number)
        )
    told = _ticked(point, receivers, at, how, answer)
    tx.put(told)
    return told


def _answered_later(
    point: Point, wanted: str | None, directory: Directory, how: str | None, answer: str, at: datetime
) -> Point | None:
    """The point with an answer put to those who were told and had not answered yet; ``None`` when there is none."""
    ticks = tuple(
        tick.replace(how=how or tick.how, answer=answer)
        if tick.answer is None and (wanted is None or directory.canonical(tick.party) == wanted)
        else tick
        for tick in point.ticks
    )
    return None if ticks == point.ticks else point.replace(ticks=ticks, changed=at)


def _direction(tx: Transaction, names: tuple[str, ...]) -> Direction:
    """Up to a leader, down to a section, across to the rest: what the party's kind says, up when nothing does."""
    directory = Directory(record for record in tx.all("party") if isinstance(record, Party))
    party = directory.find(names[0])
    kind = None if party is None else party.kind
    if kind in ("section", "grassroots", "public"):
        return "down"
    return "across" if kind == "department" else "up"


def _open_matters(snapshot: Snapshot) -> list[Matter]:
    """The open matters of a book."""
    return [record for record in snapshot.open("matter") if isinstance(record, Matter)]


def _questions(desk: Desk, party: Party | None) -> tuple[str, ...]:
    """What is asked in each talk: the template ``talk-NAME``, ``talk-leader`` and its like, or ``talk``."""
    from planner.desk.templating import templates

    known = {template.name.casefold(): template for template in templates(desk).known}
    words = () if party is None else (f"talk-{party.name}", f"talk-{party.kind}")
    for word in (*words, "talk"):
        template = known.get(word.casefold())
        if template is not None:
            return tuple(step.said(desk.lang) for step in template.steps)
    return ()


def _ticked(point: Point, receivers: list[str], at: datetime, how: str | None, answer: str | None) -> Point:
    """The point with some receivers told; closed when nobody is left."""
    ticks = (*point.ticks, *(Tick(party=one, at=at, how=how, answer=answer) for one in receivers))
    left = set(point.waiting) - set(receivers)
    return point.replace(ticks=ticks, closed=None if left else at, changed=at)


def _point(tx: Transaction, number: int) -> Point:
    """The point of that number. Raises ``Refused`` when there is none."""
    found = tx.get("point", number)
    if not isinstance(found, Point):
        raise Refused(t("There is no point {number}. planner talk NAME lists them.", number=number))
    return found
