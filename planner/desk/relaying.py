"""Passing words on: what was said stays as it was beside what is told, and what was answered can become a matter."""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.domain.directory import Directory
from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.privacy import LOST, entries_of, secret_of
from planner.domain.record import Record
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.moment import Moment, datetime
    from planner.domain.point import Tick
    from planner.store.transaction import Transaction

__all__ = ["Relayed", "matter_of_answer", "relay", "reword"]


class Relayed(Record):
    """A point and the matter that an answer to it became."""

    point: Point
    matter: Matter


def reword(desk: Desk, number: int, text: str) -> Point:
    """Change the words that a point passes on; the first words are kept as the original, which nothing changes."""
    if not text.strip():
        raise Refused(t("Say what to tell: planner tell --edit 3 new words"))
    at = desk.now
    with desk.change("tell") as tx:
        point = _point(tx, number)
        made = point.replace(text=text, original=point.original or point.text, changed=at)
        tx.put(made)
    return made


def matter_of_answer(desk: Desk, number: int, name: str | None = None) -> Relayed:
    """Make a matter of what was answered to a point, by the party named or the last who answered; linked both ways.

    A leader's answer is theirs to assign; the words stand in the matter as they were said, and a date in them is by
    when.
    """
    at = desk.now
    with desk.change("answer") as tx:
        return relay(desk, tx, number, name, at)


def relay(desk: Desk, tx: Transaction, number: int, name: str | None, at: datetime) -> Relayed:
    """``matter_of_answer`` within a transaction. Raises ``Refused``."""
    point = _point(tx, number)
    directory = Directory(record for record in tx.all("party") if isinstance(record, Party))
    tick = _answered(point, name, directory)
    words = tick.answer or ""
    party = directory.find(tick.party)
    led = party is not None and party.kind == "leader"
    matter = Matter(
        number=tx.next_number("matter"),
        created=at,
        changed=at,
        title=_title(tx, point),
        words=words,
        due=_due(desk, words, tick.at),
        parties=() if led else (tick.party,),
        assigned_by=tick.party if led else None,
        marks=("assigned",) if led else (),
        receptions=tuple(one for one in entries_of(point, tx.get) if one != LOST),
    )
    tx.put(matter)
    made = point.replace(made=(*point.made, matter.number), changed=at)
    tx.put(made)
    return Relayed(point=made, matter=matter)


def _due(desk: Desk, words: str, at: datetime) -> Moment | None:
    """The date that an answer names, as on the day on which it was given; ``None`` without one, or for one behind."""
    from planner.capture import parse
    from planner.domain.moment import day_of

    draft = parse(words, at, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    return draft.due if draft.due is not None and day_of(draft.due) >= at.date() else None


def _title(tx: Transaction, point: Point) -> str:
    """The point's words, since an answer alone (“agreed”) names nothing; the number of a restricted reception."""
    from planner.wording.numbers import reception_label

    secret = secret_of(point, tx.get)
    return reception_label(secret) if secret else point.text


def _answered(point: Point, name: str | None, directory: Directory) -> Tick:
    """The tick whose answer is meant. Raises ``Refused`` when nothing was answered."""
    wanted = None if name is None else directory.canonical(name)
    for tick in reversed(point.ticks):
        if tick.answer and (wanted is None or directory.canonical(tick.party) == wanted):
            return tick
    from planner.wording.shell import by_shell

    raise Refused(
        by_shell(
            t("Nobody answered point {number}: planner talk NAME --tick {number} --answer “…”", number=point.number),
            t("Nobody answered point {number} yet: i takes down the answer", number=point.number),
        )
    )


def _point(tx: Transaction, number: int) -> Point:
    """The point of that number. Raises ``Refused`` when there is none."""
    found = tx.get("point", number)
    if not isinstance(found, Point):
        raise Refused(t("There is no point {number}. planner talk NAME lists them.", number=number))
    return found
