"""What happens with a reception after it was registered, each step on its own date: notice, acceptance, reply.

Nothing late or out of order is refused: it is recorded as such, with a warning. Only the impossible is: an entry that
is not there or void, a day before the visit or still ahead.
"""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.domain import reception_steps as rules
from planner.domain.clock import clocks_of
from planner.domain.matter import Matter
from planner.domain.moment import datetime, day_of
from planner.domain.point import Point
from planner.domain.reception import Event, Reception
from planner.domain.record import Record
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.domain.moment import Moment, date
    from planner.store.transaction import Transaction

__all__ = ["Stepped", "answer", "extend_term", "happened", "left_open", "possible", "reception_in", "settled"]

_FIELDS = ("noticed", "accepted")
"""Events that are fields of a reception."""
_COMMANDS = {"noticed": "notice", "accepted": "accept", "objected": "objection"}


class Stepped(Record):
    """A reception as a step left it, and what was recorded though it is late or out of order, in words."""

    reception: Reception
    warnings: tuple[str, ...] = ()


def happened(desk: Desk, number: int, event: str, on: date, words: str | None = None) -> Stepped:
    """Record an event (``planner.domain.clock_rows.EVENTS``, or a name that a user's clock waits for) on its day.

    Recorded once more, the later record holds and the earlier one stays in the history; but the first date of a written
    notice or of acceptance is evidence, and is refused a second one: a correction keeps the old in the history.
    """
    at = desk.now
    with desk.change(_COMMANDS.get(event, "event")) as tx:
        reception = reception_in(tx, number)
        possible(reception, on, at)
        if event in _FIELDS and getattr(reception, event) is not None:
            raise _recorded(reception, event)
        found = rules.remarks(reception, event, on, at.date(), desk.calendar, desk.clocks)
        entry = Event(name=event, on=on, at=at, words=words)
        if event in _FIELDS:
            made = reception.replace(**{event: on}, changed=at)
            if words or on < at.date():
                made = made.replace(events=(*reception.events, entry))
        else:
            made = reception.replace(events=(*reception.events, entry), changed=at)
        made = settled(desk, made, at)
        tx.put(made)
    return Stepped(reception=made, warnings=_said(found, event))


def extend_term(
    desk: Desk, number: int, days: int, on: date, *, reason: str | None = None, approver: str | None = None
) -> Stepped:
    """Record an extension (art. 34) by days of the clock's own sort, decided on a day; a late one as late."""
    if days < 1:
        raise Refused(t("Say by how many days: planner extend V2026-0123 30d --reason … --approver …"))
    at = desk.now
    with desk.change("extend") as tx:
        reception = reception_in(tx, number)
        possible(reception, on, at)
        entry, found = rules.extended(
            reception, days, on, at.date(), desk.calendar, desk.clocks, reason=reason, approver=approver
        )
        made = reception.replace(extensions=(*reception.extensions, entry), changed=at)
        tx.put(made)
    return Stepped(reception=made, warnings=_said(found, "extended"))


def answer(desk: Desk, number: int, words: str, *, how: str | None = None, when: Moment | None = None) -> Stepped:
    """Record the answer given, which ends the reception's clocks and begins the petitioner's windows."""
    if not words.strip():
        raise Refused(t("Say what was answered: planner reply V2026-0123 “…”."))
    at = desk.now
    given: Moment = at if when is None else when
    with desk.change("reply") as tx:
        reception = reception_in(tx, number)
        if when is not None:
            possible(reception, when, at)
        found = rules.remarks(reception, "replied", day_of(given), at.date(), desk.calendar, desk.clocks)
        made = reception.replace(
            state="answered",
            reply=words,
            reply_how=how or reception.reply_how,
            replied=given,
            changed=at,
        )
        made = settled(desk, made, at)
        tx.put(made)
        left = left_open(tx.get, made)
    return Stepped(reception=made, warnings=(*_said(found, "replied"), *left))


def settled(desk: Desk, reception: Reception, at: datetime) -> Reception:
    """An answered entry closed at a time, unless its written notice is still owed (art. 23): then it waits for that."""
    if reception.state != "answered":
        return reception
    owed = any(not clock.window for clock in clocks_of(reception, desk.calendar, desk.clocks))
    return reception.replace(closed=None if owed else reception.closed or at)


def left_open(get: Callable[[str, int], object], reception: Reception) -> tuple[str, ...]:
    """A line for each matter and point of an entry that is over and goes on by itself, with how to end it."""
    from planner.wording.shell import by_shell

    lines = []
    for number in reception.matters:
        matter = get("matter", number)
        if isinstance(matter, Matter) and matter.is_open:
            lines.append(
                by_shell(
                    t(
                        "Its matter {number} is still open and owed: planner done {number} “…” closes it.",
                        number=number,
                    ),
                    t("Its matter {number} is still open and owed: x on it closes it.", number=number),
                )
                if reception.state == "answered"
                else by_shell(
                    t("Its matter {number} is still open: planner drop {number} “…” gives it up.", number=number),
                    t("Its matter {number} is still open: D on it gives it up.", number=number),
                )
            )
    for number in reception.points:
        point = get("point", number)
        if isinstance(point, Point) and point.is_open and reception.state == "voided":
            lines.append(
                by_shell(
                    t("Its point {number} still waits: planner talk --tick {number} ticks it.", number=number),
                    t("Its point {number} still waits: x on it ticks it.", number=number),
                )
            )
    return tuple(lines)


def reception_in(tx: Transaction, number: int) -> Reception:
    """The reception of that number, archived ones too. Raises ``Refused`` when there is none, or it is void."""
    from planner.wording.numbers import reception_label

    found = tx.get("reception", number)
    if not isinstance(found, Reception):
        label = reception_label(number)
        raise Refused(t("There is no reception {label}. planner visits lists them.", label=label))
    if found.state == "voided":
        label = reception_label(number)
        raise Refused(t("{label} is void ({reason}): register it anew.", label=label, reason=found.void_reason))
    return found


def possible(reception: Reception, on: Moment, at: datetime) -> None:
    """Raise ``Refused`` when a step can't have happened on a day, or at a time; ``at`` is now."""
    why = rules.impossible(reception, day_of(on), at.date())
    if isinstance(on, datetime) and on > at:
        why = "ahead"
    if why == "ahead":
        raise Refused(t("That day is still ahead: record it when it has happened."))
    if why == "before_visit":
        raise _before_visit(reception)
    if isinstance(on, datetime) and on < reception.at:
        raise _before_visit(reception)


def _before_visit(reception: Reception) -> Refused:
    """The refusal of a step before the visit, with the remedy."""
    from planner.wording.numbers import reception_label

    label = reception_label(reception.number)
    day = reception.at.date().isoformat()
    return Refused(
        t("{label} came on {day}, after that: correct the visit with planner visits edit {label} at:…, or the date.",
          label=label, day=day)
    )  # fmt: skip


def _recorded(reception: Reception, event: str) -> Refused:
    """The refusal of a second date for a step whose first one is evidence, with the remedy."""
    from planner.wording.clocks import event_name
    from planner.wording.numbers import reception_label

    first: date = getattr(reception, event)
    return Refused(
        t("{label}: {event} is recorded, on {day}. Only a correction changes it, and keeps the old date in the history:"
          " planner visits edit {label} {key}:DATE",
          label=reception_label(reception.number), event=event_name(event), day=first.isoformat(), key=event)
    )  # fmt: skip


def _said(found: tuple[rules.Remark, ...], event: str) -> tuple[str, ...]:
    """Remarks in words."""
    from planner.wording.clocks import step_said

    return tuple(step_said(code, event) for code in found)
