"""The fields of a party's card."""

from __future__ import annotations

from planner.desk.cadences import read_cadence
from planner.desk.party_card import PartyCard
from planner.desk.refused import Problem, sentence_of
from planner.domain.party import Party
from planner.domain.terms import PARTY_KINDS
from planner.tui.checks import FINE, Verdict, needed
from planner.tui.grammars import names_of
from planner.tui.visit_form import whole_number
from planner.tui.widgets.form_field import Field
from planner.wording import t
from planner.wording.details import cadence_said
from planner.wording.fields import field
from planner.wording.terms import term

__all__ = ["card_in", "fields_of_party"]


def fields_of_party(card: PartyCard) -> tuple[Field, ...]:
    """The card as a form shows it."""
    kinds = (("-", t("not said")), *((kind, term("party kind", kind)) for kind in PARTY_KINDS))
    cadence = cadence_said(Party(number=1, name=card.name, cadence=card.cadence, rhythm=card.rhythm))
    return (
        Field("name", field("name"), value=card.name, check=needed(t("a name is needed"))),
        Field("kind", field("kind"), value=card.kind or "-", choices=kinds),
        Field("title", t("formal title"), value=card.title or "", hint=t("as a report names them")),
        Field("rank", field("rank"), value=str(card.rank or ""), hint=t("1 comes first"), check=whole_number()),
        Field(
            "cadence", field("cadence"), value=cadence, hint=t("daily, every 2 working days, weekly"), check=_cadence
        ),
        Field("aliases", field("aliases"), value=", ".join(card.aliases), hint=t("names with commas between")),
        Field("channels", field("channels"), value=", ".join(card.channels), hint=t("a phone's extension, a room")),
    )


def card_in(given: dict[str, str]) -> PartyCard:
    """The card that the fields mean. Raises ``Refused`` for a cadence that is none."""
    cadence, rhythm = read_cadence(given["cadence"] or "-")
    return PartyCard(
        name=given["name"],
        kind=next((kind for kind in PARTY_KINDS if kind == given["kind"]), None),
        title=given["title"] or None,
        rank=int(given["rank"]) if given["rank"] else None,
        cadence=cadence,
        rhythm=rhythm,
        aliases=names_of(given["aliases"]),
        channels=names_of(given["channels"]),
    )


def _cadence(text: str) -> Verdict:
    """A cadence that can be read, or none."""
    try:
        read_cadence(text.strip() or "-")
    except Problem as problem:
        return Verdict(ok=False, words=sentence_of(problem))
    return FINE
