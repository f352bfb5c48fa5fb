"""Passing a petition on (转办): the supervised matter that it makes, and the answer owed when that is closed."""

from __future__ import annotations

from planner.desk.drafting import ensure_parties
from planner.desk.reception_steps import reception_in
from planner.desk.receptions import forwarded_matter, refuse_maybe_accused
from planner.desk.refused import Refused
from planner.domain.matter import Matter
from planner.domain.reception import Event, Reception
from planner.domain.record import Record
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.moment import Moment
    from planner.store.transaction import Transaction

__all__ = ["Forwarded", "answers_owed", "forward"]


class Forwarded(Record):
    """A reception passed on, the supervised matter that watches it, and the names seen for the first time."""

    reception: Reception
    matter: Matter
    new_names: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def forward(desk: Desk, number: int, to: tuple[str, ...], due: Moment | None = None) -> Forwarded:
    """Pass an entry on: a supervised matter linked both ways, in one step. One that is with somebody goes to these.

    Raises ``Refused`` when it accuses one of them, or names one in its words and nobody has said whom it accuses: no
    accusation may reach whom it accuses (art. 30).
    """
    if not to:
        raise Refused(t("Say to whom: planner visits forward V2026-0123 NAME"))
    at = desk.now
    warnings: tuple[str, ...] = ()
    with desk.change("forward") as tx:
        reception = reception_in(tx, number)
        refuse_maybe_accused(tx, to, reception)
        new = ensure_parties(tx, to, at)
        if reception.state == "answered":
            warnings = (t("It was answered already: recorded all the same."),)
        matter = _open_matter(tx, reception)
        if matter is None:
            matter = forwarded_matter(
                tx,
                reception.matter,
                number,
                to,
                at,
                restricted=reception.restricted,
                due=due or reception.reply_due,
            )
        else:
            matter = matter.worked(at, handed_to=to, handed=at, supervised=True, due=due or matter.due)
            tx.put(matter)
        entry = Event(name="forwarded", on=at.date(), at=at, words=" ".join(to))
        made = reception.replace(
            route="forwarded",
            handed_to=to,
            events=(*reception.events, entry),
            matters=tuple(dict.fromkeys((*reception.matters, matter.number))),
            changed=at,
        )
        tx.put(made)
    return Forwarded(reception=made, matter=matter, new_names=new, warnings=warnings)


def answers_owed(tx: Transaction, matter: Matter) -> tuple[str, ...]:
    """A line for each visitor who waits for an answer now that a matter is closed, with the command that records it."""
    from planner.wording.numbers import reception_label
    from planner.wording.shell import by_shell

    lines = []
    for number in matter.receptions:
        reception = tx.get("reception", number)
        if isinstance(reception, Reception) and reception.state == "open":
            label = reception_label(number)
            lines.append(
                by_shell(
                    t("{label} waits for its answer: planner reply {label} “…”", label=label),
                    t("{label} waits for its answer: x on it takes it down", label=label),
                )
            )
    return tuple(lines)


def _open_matter(tx: Transaction, reception: Reception) -> Matter | None:
    """The open matter that watches an entry which was passed on before."""
    for number in reversed(reception.matters):
        matter = tx.get("matter", number)
        if isinstance(matter, Matter) and matter.is_open and matter.is_assigned:
            return matter
    return None
