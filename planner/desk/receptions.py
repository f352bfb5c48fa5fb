"""What a director does with the reception log: register, notice, accept, reply, void."""

from __future__ import annotations

from planner.capture import parse_visit
from planner.desk.drafting import ensure_parties
from planner.desk.refused import Refused
from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.domain.draft import VisitDraft
    from planner.domain.moment import date, datetime
    from planner.store.transaction import Transaction

__all__ = ["Registered", "accept", "notice", "register", "register_draft", "reply", "understand_visit", "void"]


class Registered(Record):
    """A reception that was registered, with what was made beside it and the earlier visits of the same person."""

    reception: Reception
    draft: VisitDraft
    matter: Matter | None = None
    point: Point | None = None
    earlier: tuple[Reception, ...] = ()
    new_names: tuple[str, ...] = ()


def understand_visit(desk: Desk, line: str, at: datetime) -> VisitDraft:
    """What a visit line means, by the settings; nothing is saved. Raises ``Refused`` when it says no matter."""
    draft = parse_visit(line, at, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    if not draft.matter.strip():
        raise Refused(t("Say what the visitor wants: planner visit NAME PHONE MATTER."))
    return draft


def register(desk: Desk, line: str) -> Registered:
    """Register the visit that a line means; handover and point are made in the same step and undone with it."""
    at = desk.now
    return register_draft(desk, understand_visit(desk, line, at), at)


def register_draft(desk: Desk, draft: VisitDraft, at: datetime) -> Registered:
    """Register a visit that is understood already, as a form gives it."""
    with desk.change("visit") as tx:
        new = ensure_parties(tx, (*draft.handed_to, *draft.report_to), at)
        earlier = tuple(
            record for record in tx.all("reception") if isinstance(record, Reception) and _same_person(record, draft)
        )
        number = tx.next_number("reception", year=at.year)
        matter = _handover(tx, draft, number, at)
        point = _point(tx, draft, number, at)
        reception = Reception(
            number=number,
            created=at,
            changed=at,
            at=at,
            matter=draft.matter,
            name=draft.name,
            unit=draft.unit,
            phone=draft.phone,
            headcount=draft.headcount,
            channel=draft.channel,
            kind=draft.kind,
            route="answered" if draft.answered else "forwarded" if draft.handed_to else None,
            handed_to=draft.handed_to,
            reply_due=draft.reply_due,
            marked_restricted=draft.restricted,
            tags=draft.tags,
            matters=() if matter is None else (matter.number,),
            points=() if point is None else (point.number,),
        )
        tx.put(reception)
    return Registered(reception=reception, draft=draft, matter=matter, point=point, earlier=earlier, new_names=new)


def notice(desk: Desk, number: int, on: date) -> Reception:
    """Record the written notice of receipt (art. 23) on its own date."""
    return _change(desk, "notice", number, lambda reception, at: reception.replace(noticed=on, changed=at))


def accept(desk: Desk, number: int, on: date) -> Reception:
    """Record acceptance 受理 on its own date; the 60 days run from it (art. 34)."""
    return _change(desk, "accept", number, lambda reception, at: reception.replace(accepted=on, changed=at))


def reply(desk: Desk, number: int, words: str) -> Reception:
    """Record the answer given, which ends the reception's clocks."""
    if not words.strip():
        raise Refused(t("Say what was answered: planner reply V2026-0123 “…”."))
    return _change(
        desk,
        "reply",
        number,
        lambda reception, at: reception.replace(state="answered", reply=words, replied=at, closed=at, changed=at),
    )


def void(desk: Desk, number: int, reason: str) -> Reception:
    """Void an entry with its reason; its number stays."""
    if not reason.strip():
        raise Refused(t("Say why the entry is void: planner visits void V2026-0123 “…”."))
    return _change(desk, "void", number, lambda reception, at: reception.voided(reason, at))


def _same_person(reception: Reception, draft: VisitDraft) -> bool:
    """Whether an earlier entry is of the same person: the same phone, or the same name and unit; never wider."""
    if draft.phone and reception.phone == draft.phone:
        return True
    if not draft.name or reception.name != draft.name:
        return False
    return not draft.unit or not reception.unit or reception.unit == draft.unit


def _handover(tx: Transaction, draft: VisitDraft, number: int, at: datetime) -> Matter | None:
    """The supervised matter that a forwarded visit makes; a restricted one is titled by its number."""
    if not draft.handed_to:
        return None
    from planner.wording.numbers import reception_label

    label = reception_label(number)
    title = label if draft.restricted else f"{draft.matter} {label}"
    matter = Matter(
        number=tx.next_number("matter"),
        created=at,
        changed=at,
        title=title,
        work="reception",
        due=draft.reply_due,
        handed_to=draft.handed_to,
        supervised=True,
        receptions=(number,),
    )
    tx.put(matter)
    return matter


def _point(tx: Transaction, draft: VisitDraft, number: int, at: datetime) -> Point | None:
    """The point that tells a leader of a visit."""
    if not draft.report_to:
        return None
    from planner.wording.numbers import reception_label

    label = reception_label(number)
    point = Point(
        number=tx.next_number("point"),
        created=at,
        changed=at,
        text=label if draft.restricted else f"{draft.matter} {label}",
        parties=draft.report_to,
        direction="up",
        reception=number,
    )
    tx.put(point)
    return point


def _change(desk: Desk, command: str, number: int, change: Callable[[Reception, datetime], Reception]) -> Reception:
    """Change one reception in one transaction."""
    from planner.wording.numbers import reception_label

    at = desk.now
    with desk.change(command) as tx:
        found = tx.get("reception", number)
        if not isinstance(found, Reception):
            label = reception_label(number)
            raise Refused(t("There is no reception {label}. planner visits lists them.", label=label))
        if found.state == "voided":
            label = reception_label(number)
            raise Refused(t("{label} is void ({reason}): register it anew.", label=label, reason=found.void_reason))
        made = change(found, at)
        tx.put(made)
    return made
