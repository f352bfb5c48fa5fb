"""Communication 沟通: everybody who is to be told something, whom a talk is due, and every point that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.record import Record
from planner.tui.places.place import Place
from planner.tui.subjects import key_of
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import later, n, t
from planner.wording.dates import day_heading, left, short, stamp
from planner.wording.page import Row
from planner.wording.safe import shown
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.domain.moment import date
    from planner.domain.party import Party
    from planner.domain.point import Point
    from planner.domain.talk import TalkOwed
    from planner.tui.messages import Sight

__all__ = ["LISTS", "Contact", "PartiesPlace"]

LISTS: tuple[tuple[str, str], ...] = (
    ("people", later("everybody")),
    ("due", later("due a talk")),
    ("points", later("points")),
)
"""The lists, and what the head calls them."""


class Contact(Record):
    """A party with what is owed to it, the points that wait for it, and the day by which its talk is due."""

    talk: TalkOwed
    party: Party | None = None
    waiting: tuple[Point, ...] = ()
    due: date | None = None


class PartiesPlace(Place):
    """Whom to tell what."""

    NAME = "parties"

    def __init__(self) -> None:
        super().__init__()
        self._list = 0
        self._page: object = None

    def heading(self) -> str:
        """The place's name."""
        return t("Communication")

    def teaching(self) -> str:
        """What an empty list says."""
        if self._list:
            return t("Nothing in this list: {list}. l shows the next one.", list=t(LISTS[self._list][1]))
        return t("Nobody is known yet. Press n to note what to tell whom.")

    def reading(self) -> Callable[[Desk], object]:
        """Every party with what is owed."""
        return _read

    def next_list(self) -> None:
        """Show the next list."""
        self._list = (self._list + 1) % len(LISTS)
        if self.sight is not None and self._page is not None:
            self.see(self._page, self.sight)

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """The list that is chosen: those who are owed a talk and the others, the talks due by overrun, the points."""
        self._page = page
        contacts: tuple[Contact, ...] = page if isinstance(page, tuple) else ()
        day = sight.day
        name, title = LISTS[self._list]
        points = sum(one.talk.points for one in contacts)
        self.head.tell(
            t("Communication: {list}", list=t(title)),
            day_heading(day.now, day.now, sight.lang),
            n("{count} point to tell", "{count} points to tell", points) if points else "",
        )
        if name == "points":
            return tuple(
                Section(
                    f"points {one.talk.name}",
                    shown(one.talk.name),
                    Lazy(one.waiting, draw=lambda point: _point_row(point, sight), key=key_of),
                )
                for one in contacts
                if one.waiting
            )
        owed = [one for one in contacts if one.talk.points or one.talk.late is not None]
        others = [one for one in contacts if not (one.talk.points or one.talk.late is not None)]
        parts = [("owed", t("To report"), owed), ("others", t("Others"), others)]
        if name == "due":
            timed = sorted((one for one in contacts if one.due is not None), key=lambda one: one.due or day.today)
            parts = [
                ("owed", t("Due a talk"), [one for one in timed if one.talk.late is not None]),
                ("coming", t("Not due yet"), [one for one in timed if one.talk.late is None]),
            ]
        return tuple(
            Section(
                part,
                words,
                Lazy(
                    found,
                    draw=lambda one: _row(one, sight, due=name == "due"),
                    key=lambda one: ("party", one.talk.name),
                    tone=lambda one: "late" if one.talk.late else "soon" if one.talk.late == 0 else "plain",
                ),
                strong=part == "owed",
            )
            for part, words, found in parts
            if found
        )


def _row(contact: Contact, sight: Sight, *, due: bool) -> Row:
    """A party in a list."""
    talk, party, day = contact.talk, contact.party, sight.day
    kind = "" if party is None or party.kind is None else term("party kind", party.kind, sight.lang)
    last = None if party is None else party.last_talk
    when = "" if last is None else t("last {when}", when=stamp(last.date(), day.now, sight.lang))
    over = n("{count} wd over", "{count} wd over", talk.late) if talk.late else t("today") if talk.late == 0 else ""
    if due and contact.due is not None:
        when = short(contact.due, day.now, sight.lang)
        over = over or left(contact.due, day.now, sight.lang, day.calendar)
    return Row(
        subject="party",
        key=talk.name,
        badge=kind,
        text=talk.name,
        detail=n("{count} point", "{count} points", talk.points) if talk.points else "",
        when=when,
        left=over,
    )


def _point_row(point: Point, sight: Sight) -> Row:
    """A point that waits, with the words it came in when it passes on others."""
    relayed = point.original is not None and point.original != point.text
    return Row(
        number=str(point.number),
        badge=term("direction", point.direction, sight.lang),
        text=point.text,
        detail=t("in their words: “{words}”", words=point.original) if relayed else "",
        when="" if point.created is None else short(point.created.date(), sight.day.now, sight.lang),
    )


def _read(desk: Desk) -> object:
    from planner.desk.discretion import Discretion
    from planner.desk.talks import party_rows

    fit_to_show = Discretion(desk)
    return tuple(
        Contact(talk=row.owed, party=row.party, waiting=tuple(map(fit_to_show, row.waiting)), due=row.due)
        for row in party_rows(desk)
    )
