"""Communication 沟通: everybody who is to be told something, and the points that wait for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.record import Record
from planner.tui.places.place import Place
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import n, t
from planner.wording.dates import day_heading, stamp
from planner.wording.page import Row
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.domain.party import Party
    from planner.domain.talk import TalkOwed
    from planner.tui.messages import Sight

__all__ = ["Contact", "PartiesPlace"]


class Contact(Record):
    """A party with what is owed to it."""

    talk: TalkOwed
    party: Party | None = None


class PartiesPlace(Place):
    """Whom to tell what."""

    NAME = "parties"

    def heading(self) -> str:
        """The place's name."""
        return t("Communication")

    def teaching(self) -> str:
        """What an empty list says."""
        return t("Nobody is known yet. Press n to note what to tell whom.")

    def reading(self) -> Callable[[Desk], object]:
        """Every party with what is owed."""
        return _read

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """Those who are owed a talk, then the others."""
        contacts: tuple[Contact, ...] = page if isinstance(page, tuple) else ()
        day = sight.day
        self.head.tell(t("Communication"), day_heading(day.now, day.now, sight.lang), "")
        owed = [one for one in contacts if one.talk.points or one.talk.late is not None]
        others = [one for one in contacts if not (one.talk.points or one.talk.late is not None)]
        parts = (("owed", t("To report"), owed), ("others", t("Others"), others))
        return tuple(
            Section(
                name,
                title,
                Lazy(
                    found,
                    draw=lambda one: _row(one, sight),
                    key=lambda one: ("party", one.talk.name),
                    tone=lambda one: "soon" if one.talk.late else "plain",
                ),
                strong=name == "owed",
            )
            for name, title, found in parts
            if found
        )


def _row(contact: Contact, sight: Sight) -> Row:
    """A party in a list."""
    talk, party = contact.talk, contact.party
    kind = "" if party is None or party.kind is None else term("party kind", party.kind, sight.lang)
    last = None if party is None else party.last_talk
    return Row(
        subject="party",
        key=talk.name,
        badge=kind,
        text=talk.name,
        detail=n("{count} point", "{count} points", talk.points) if talk.points else "",
        when="" if last is None else t("last {when}", when=stamp(last.date(), sight.day.now, sight.lang)),
        left=n("{count} wd over", "{count} wd over", talk.late) if talk.late else "",
    )


def _read(desk: Desk) -> object:
    from planner.desk.talks import parties

    return tuple(Contact(talk=talk, party=party) for talk, party in parties(desk))
