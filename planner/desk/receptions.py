"""What a director does with the reception log: register, notice, accept, reply, void."""

from __future__ import annotations

from planner.capture import parse_visit
from planner.desk.drafting import ensure_parties
from planner.desk.reception_steps import answer, happened, reception_in, settled
from planner.desk.refused import Refused
from planner.domain.clock_rows import NO_CLOCKS
from planner.domain.directory import Directory
from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.petition_words import class_suggested, named_in
from planner.domain.point import Point
from planner.domain.reception import Event, Reception
from planner.domain.record import Record
from planner.domain.visitor import accused_among, likeness, maybe_accused, suspects
from planner.store.recalling import recalled
from planner.wording import p, t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.desk.desk import Desk
    from planner.domain.draft import VisitDraft
    from planner.domain.moment import Moment, date, datetime
    from planner.domain.terms import PetitionClass
    from planner.store.transaction import Transaction

__all__ = [
    "Particulars",
    "Registered",
    "accept",
    "accused_asked",
    "earlier_visits",
    "forwarded_matter",
    "notice",
    "refuse_accused",
    "refuse_maybe_accused",
    "refuse_no_clocks",
    "refuse_to_accused",
    "register",
    "register_draft",
    "reply",
    "understand_visit",
    "void",
]


class Particulars(Record):
    """What a form or flags say of a visit beside its line."""

    at: datetime | None = None
    """When it happened, where that is not now."""
    asked: str | None = None
    received_by: str | None = None
    petition_class: PetitionClass | None = None
    petition_number: str | None = None
    template: str | None = None
    """The template of its clocks."""
    accused: tuple[str, ...] = ()
    grave: bool = False
    not_ours: bool = False
    sex: str | None = None
    age: int | None = None
    left: datetime | None = None
    attachments: tuple[str, ...] = ()
    satisfaction: str | None = None
    reply: str | None = None
    """What was answered on the spot."""
    reply_how: str | None = None


class Registered(Record):
    """A reception that was registered, with what was made beside it and the earlier visits of the same person."""

    reception: Reception
    draft: VisitDraft
    matter: Matter | None = None
    point: Point | None = None
    earlier: tuple[Reception, ...] = ()
    new_names: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    """What must be told: that its class was taken from its words, whom they name, which words of an answer lack."""


def understand_visit(desk: Desk, line: str, at: datetime) -> VisitDraft:
    """What a visit line means, by the settings; nothing is saved. Raises ``Refused`` when it says no matter."""
    draft = parse_visit(line, at, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    if not draft.matter.strip():
        raise Refused(t("Say what the visitor wants: planner visit NAME PHONE MATTER."))
    return draft


def earlier_visits(desk: Desk, draft: VisitDraft) -> tuple[Reception, ...]:
    """Earlier entries of the person that a line speaks of, archived ones too, the latest first: to show while typing.

    Those that only bear the same name come along; ``planner.domain.visitor.likeness`` tells them apart.
    """
    snapshot = desk.book.read()
    return _earlier((*snapshot.all("reception"), *recalled(snapshot, "reception", _needles(draft))), draft)


def register(desk: Desk, line: str) -> Registered:
    """Register the visit that a line means; handover and point are made in the same step and undone with it."""
    at = desk.now
    return register_draft(desk, understand_visit(desk, line, at), at)


def register_draft(desk: Desk, draft: VisitDraft, at: datetime, particulars: Particulars | None = None) -> Registered:
    """Register a visit that is understood already, as a form gives it; ``at`` is now. What it accuses gets nothing."""
    more = particulars or Particulars()
    refuse_no_clocks(desk, more.template)
    if more.at is not None and more.at > at:
        raise Refused(t("That day is still ahead: record it when it has happened."))
    suggested = draft.petition_class or class_suggested(draft.matter)
    petition_class = more.petition_class or suggested
    restricted = draft.restricted or petition_class == "accusation"
    accused = tuple(dict.fromkeys((*draft.accused, *more.accused)))
    words = draft.matter if petition_class == "accusation" and not accused else ""
    with desk.change("visit") as tx:
        refuse_accused(tx, (*draft.handed_to, *draft.report_to), accused)
        directory = _directory(tx)
        found = named_in(words, (*draft.handed_to, *draft.report_to), directory)
        if found is not None:
            raise Refused(
                t("The accusation’s words name {name}, whom it may accuse (art. 30): say accused:NAME, or accused:-"
                  " when it is none of yours.", name=found)
            )  # fmt: skip
        new = ensure_parties(tx, (*draft.handed_to, *draft.report_to), at)
        earlier = _earlier((*tx.all("reception"), *recalled(tx.snapshot(), "reception", _needles(draft))), draft)
        number = tx.next_number("reception", year=at.year)
        shown = draft.replace(restricted=restricted)
        matter = _handover(tx, shown, number, at)
        point = _point(tx, shown, number, at)
        forwarded = (Event(name="forwarded", on=at.date(), at=at),) if draft.handed_to else ()
        reception = Reception(
            number=number,
            created=at,
            changed=at,
            at=more.at or at,
            matter=draft.matter,
            name=draft.name,
            unit=draft.unit,
            phone=draft.phone,
            headcount=draft.headcount,
            channel=draft.channel,
            kind=draft.kind,
            petition_class=petition_class,
            asked=more.asked,
            received_by=more.received_by,
            route="answered"
            if draft.answered
            else "forwarded"
            if draft.handed_to
            else "not_ours"
            if more.not_ours
            else None,
            handed_to=draft.handed_to,
            reply_due=draft.reply_due,
            petition_number=more.petition_number,
            template=more.template,
            events=forwarded,
            accused=accused,
            grave=more.grave,
            sex=more.sex,
            age=more.age,
            left=more.left,
            attachments=more.attachments,
            satisfaction=more.satisfaction,
            reply_how=more.reply_how,
            marked_restricted=draft.restricted,
            tags=draft.tags,
            matters=() if matter is None else (matter.number,),
            points=() if point is None else (point.number,),
        )
        given = more.reply or draft.reply
        if given:
            answered = reception.replace(state="answered", reply=given, replied=reception.at)
            reception = settled(desk, answered, at)
        tx.put(reception)
    return Registered(
        reception=reception,
        draft=draft,
        matter=matter,
        point=point,
        earlier=earlier,
        new_names=new,
        warnings=_told(reception, suspects(reception, directory), by_words=more.petition_class is None),
    )


def _told(reception: Reception, named: tuple[str, ...], *, by_words: bool) -> tuple[str, ...]:
    """What must be told beside a registration, in words, each with the command that says otherwise."""
    from planner.wording.numbers import reception_label
    from planner.wording.shell import by_shell

    label = reception_label(reception.number)
    lines = []
    if by_words and reception.petition_class == "accusation":
        lines.append(
            by_shell(
                t("By its words an accusation, so restricted (art. 30); otherwise: planner visits edit {label}"
                  " class:appeal", label=label),
                t("By its words an accusation, so restricted (art. 30); otherwise: e gives it another class"),
            )
        )  # fmt: skip
    elif by_words and reception.petition_class == "enquiry":
        lines.append(
            by_shell(
                t("By its words an enquiry, so no petition clock runs; otherwise: planner visits edit {label}"
                  " class:appeal", label=label),
                t("By its words an enquiry, so no petition clock runs; otherwise: e gives it another class"),
            )
        )  # fmt: skip
    if named:
        lines.append(accused_asked(reception.number, named))
    if reception.route == "answered" and reception.state == "open":
        lines.append(
            by_shell(
                t("Answered on the spot, but not what was said: planner reply {label} “…” closes it.", label=label),
                t("Answered on the spot, but not what was said: x takes it down and closes it."),
            )
        )
    return tuple(lines)


def refuse_no_clocks(desk: Desk, template: object) -> None:
    """Raise ``Refused`` when a template of clocks is named that there is not; ``none`` starts no clock of the law."""
    if template is not None and template not in (*desk.clocks.templates, NO_CLOCKS):
        names = ", ".join((*desk.clocks.templates, NO_CLOCKS))
        raise Refused(t("There are no clocks {word}: {names}.", word=str(template), names=names))


def notice(desk: Desk, number: int, on: date) -> Reception:
    """Record the written notice of receipt (art. 23) on its own date."""
    return happened(desk, number, "noticed", on).reception


def accept(desk: Desk, number: int, on: date) -> Reception:
    """Record acceptance 受理 on its own date; the 60 days run from it (art. 34)."""
    return happened(desk, number, "accepted", on).reception


def reply(desk: Desk, number: int, words: str) -> Reception:
    """Record the answer given, which ends the reception's clocks."""
    return answer(desk, number, words).reception


def void(desk: Desk, number: int, reason: str) -> Reception:
    """Void an entry with its reason; its number stays."""
    if not reason.strip():
        raise Refused(t("Say why the entry is void: planner visits void V2026-0123 “…”."))
    at = desk.now
    with desk.change("void") as tx:
        made = reception_in(tx, number).voided(reason, at)
        tx.put(made)
    return made


def refuse_accused(tx: Transaction, names: tuple[str, ...], accused: tuple[str, ...]) -> None:
    """Raise ``Refused`` when a handover or a point would go to somebody whom the entry accuses (art. 30)."""
    if not accused:
        return
    found = accused_among(names, accused, _directory(tx))
    if found is not None:
        raise Refused(
            t("{name} is accused in this entry, which must not reach them (art. 30): name somebody else.", name=found)
        )


def refuse_maybe_accused(tx: Transaction, names: tuple[str, ...], reception: Reception) -> None:
    """``refuse_accused`` for an entry that is kept, and for whoever may be accused in it.

    Those are all who stand in an accusation's words, so long as nobody has said whom it accuses.
    """
    from planner.wording.numbers import reception_label

    refuse_accused(tx, names, reception.accused)
    found = maybe_accused(names, reception, _directory(tx))
    if found is not None:
        raise Refused(
            t("The words of {label} name {name}, whom it may accuse (art. 30): say whom first, planner visits edit"
              " {label} accused:NAME, or accused:- when it is none of yours.",
              label=reception_label(reception.number), name=found)
        )  # fmt: skip


def accused_asked(number: int, names: tuple[str, ...]) -> str:
    """The question whether an accusation accuses the parties that its words name, with the command that answers it."""
    from planner.wording.numbers import reception_label
    from planner.wording.shell import by_shell

    listed = p("enumeration", ", ").join(names)
    return by_shell(
        t("It names {names}: accused? planner visits edit {label} accused:{joined}",
          names=listed, label=reception_label(number), joined=",".join(names)),
        t("It names {names}: accused? e says whom it accuses", names=listed),
    )  # fmt: skip


def refuse_to_accused(tx: Transaction, matter: Matter, names: tuple[str, ...] = ()) -> None:
    """Raise ``Refused`` when a matter of an accusation would be with somebody whom it accuses (art. 30).

    ``names``: who is to be told of it, instead of those whom it is with.
    """
    for number in matter.receptions:
        reception = tx.get("reception", number)
        if isinstance(reception, Reception):
            refuse_maybe_accused(tx, names or (*matter.handed_to, *matter.parties), reception)


def forwarded_matter(
    tx: Transaction,
    words: str,
    number: int,
    to: tuple[str, ...],
    at: datetime,
    *,
    restricted: bool,
    due: Moment | None = None,
) -> Matter:
    """Put the supervised matter that a forwarded entry makes; a restricted one is titled by its number."""
    from planner.wording.numbers import reception_label

    label = reception_label(number)
    matter = Matter(
        number=tx.next_number("matter"),
        created=at,
        changed=at,
        title=label if restricted else f"{words} {label}",
        work="reception",
        due=due,
        handed_to=to,
        handed=at,
        supervised=True,
        stage="assigned",
        receptions=(number,),
    )
    tx.put(matter)
    return matter


def _directory(tx: Transaction) -> Directory:
    """The parties of the book, by every name that they answer to."""
    return Directory(record for record in tx.all("party") if isinstance(record, Party))


def _needles(draft: VisitDraft) -> tuple[str, ...]:
    """Texts of which the entry of the same person holds one: the end of the phone, the name."""
    digits = "".join(char for char in draft.phone or "" if char.isdecimal())
    return tuple(text for text in (digits[-2:], draft.name or "") if text)


def _earlier(records: Iterable[object], draft: VisitDraft) -> tuple[Reception, ...]:
    """The entries that are like a draft's visitor, the latest first; void ones are none."""
    found = {
        record.number: record
        for record in records
        if isinstance(record, Reception)
        and record.state != "voided"
        and likeness(record, name=draft.name, unit=draft.unit, phone=draft.phone) is not None
    }
    return tuple(found[number] for number in sorted(found, key=lambda one: (found[one].at, one), reverse=True))


def _handover(tx: Transaction, draft: VisitDraft, number: int, at: datetime) -> Matter | None:
    """The supervised matter of a visit that is forwarded as it is registered."""
    if not draft.handed_to:
        return None
    return forwarded_matter(
        tx, draft.matter, number, draft.handed_to, at, restricted=draft.restricted, due=draft.reply_due
    )


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
