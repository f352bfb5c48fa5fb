"""What the book says to a line while it is typed: a title that is open already, a clash of times, earlier visits.

It is looked up by the clerk when the line opens, and of a visitor each time the name or phone in the line changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.clash import clashing
from planner.domain.directory import Directory
from planner.domain.draft import VisitDraft
from planner.domain.moment import datetime
from planner.domain.suggestion import suggested_marks
from planner.domain.twins import twins
from planner.domain.visitor import REPORTED_FROM, REPRESENTATIVES, likeness
from planner.wording import n, p, t
from planner.wording.dates import clock, short
from planner.wording.echo import Part
from planner.wording.masks import phones_masked
from planner.wording.numbers import reception_label
from planner.wording.safe import fit, shown
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.desk.desk import Desk
    from planner.domain.draft import Draft
    from planner.domain.matter import Matter
    from planner.domain.party import Party
    from planner.domain.reception import Reception
    from planner.tui.messages import Sight
    from planner.tui.places.place import Place

__all__ = ["Known"]

TITLE = 20
"""Cells of a title, or of what an earlier visit was about, in a remark."""
SHOWN = 2
"""Records that a remark names; the rest are counted."""
_Book = tuple["tuple[Matter, ...]", "tuple[Party, ...]"]


class Known:
    """What is known to an open line of a place; nothing until the clerk has looked."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._matters: tuple[Matter, ...] = ()
        self._directory = Directory(())
        self._earlier: tuple[Reception, ...] = ()
        self._wanted = VisitDraft(matter="")
        self._looking = False

    def look(self) -> None:
        """Have the clerk look up what is open."""
        self._place.app.fetch(_open_in, self._take, opens=False)

    def of_matter(self, draft: Draft, sight: Sight) -> Iterator[Part]:
        """What is to be told beside a matter as typed."""
        same = twins(draft.title, self._matters) if draft.title.strip() else ()
        if same:
            yield Part(role="remark", text=t("open already: {matters}", matters=_named(same)))
        clashes = clashing(draft, self._matters)
        if clashes:
            yield Part(role="remark", text=t("at the same time: {matters}", matters=_named(clashes, timed=True)))
        for suggestion in suggested_marks(draft, self._directory):
            mark = term("short mark", suggestion.mark, sight.lang)
            words = t("“{word}” suggests +{mark}", word=shown(suggestion.because), mark=mark)
            yield Part(role="note", text=words)

    def of_visit(self, draft: VisitDraft, sight: Sight) -> Iterator[Part]:
        """What is to be told beside a visit as typed; a restricted entry tells its number and day only."""
        self._wonder(draft)
        alike = {
            one.number: likeness(one, name=draft.name, unit=draft.unit, phone=draft.phone) for one in self._earlier
        }
        same = [one for one in self._earlier if alike[one.number] in ("phone", "unit")]
        named = [one for one in self._earlier if alike[one.number] == "name"]
        if same:
            visits = _visits(same, sight)
            words = n(
                "came {count} time before: {visits}", "came {count} times before: {visits}", len(same), visits=visits
            )
            yield Part(role="note", text=words)
        if named:
            yield Part(
                role="note", text=t("the same name before, perhaps another: {visits}", visits=_visits(named, sight))
            )
        if draft.headcount > REPRESENTATIVES:
            yield Part(role="remark", text=t("more than five: at most five representatives (art. 20)"))
        if draft.headcount >= REPORTED_FROM and draft.kind == "public":
            yield Part(role="remark", text=t("five or more: report it up (art. 25)"))

    def _take(self, book: _Book) -> None:
        """The clerk has looked."""
        self._matters, parties = book
        self._directory = Directory(parties)
        self._see()

    def _wonder(self, draft: VisitDraft) -> None:
        """Have the clerk look for earlier visits, when the line names another person than before."""
        before = self._wanted
        if (draft.name, draft.phone, draft.unit) == (before.name, before.phone, before.unit):
            return
        self._wanted = draft
        if not self._looking:
            self._ask()

    def _ask(self) -> None:
        """Ask the clerk; one asking at a time."""
        wanted = self._wanted
        self._looking = True

        def look(desk: Desk) -> tuple[Reception, ...]:
            from planner.desk.receptions import earlier_visits

            return earlier_visits(desk, wanted) if wanted.name or wanted.phone else ()

        def came(found: tuple[Reception, ...]) -> None:
            self._looking = False
            self._earlier = found
            if self._wanted is wanted:
                self._see()
            else:
                self._ask()

        self._place.app.fetch(look, came, opens=False)

    def _see(self) -> None:
        """Have the line read anew with what is known now."""
        if self._place.sight is not None:
            self._place.slot.see(self._place.sight)


def _open_in(desk: Desk) -> _Book:
    """The open matters, as others may see them, and the parties."""
    from planner.desk.discretion import Discretion
    from planner.domain.matter import Matter
    from planner.domain.party import Party

    snapshot = desk.book.read()
    fit_to_show = Discretion(desk, snapshot)
    return (
        tuple(fit_to_show(one) for one in snapshot.open("matter") if isinstance(one, Matter)),
        tuple(one for one in snapshot.all("party") if isinstance(one, Party)),
    )


def _named(matters: tuple[Matter, ...], *, timed: bool = False) -> str:
    """The first of some matters by number and title."""
    made = []
    for matter in matters[:SHOWN]:
        words = f"{matter.number} {fit(shown(matter.title), TITLE)}"
        if timed and isinstance(matter.due, datetime):
            words = f"{clock(matter.due)} {words}"
        made.append(words)
    return _and_more(made, len(matters))


def _visits(found: list[Reception], sight: Sight) -> str:
    """The latest of some visits: number, day, what they were about."""
    day = sight.day
    made = []
    for one in found[:SHOWN]:
        label = reception_label(one.number, this_year=day.today.year)
        matter = t("restricted entry") if one.restricted else fit(shown(phones_masked(one.matter)), TITLE)
        made.append(" ".join((label, short(one.at.date(), day.now, sight.lang), matter)))
    return _and_more(made, len(found))


def _and_more(named: list[str], count: int) -> str:
    """Names in a row, and how many are not among them."""
    words = p("clock", "; ").join(named)
    rest = count - len(named)
    return n("{records} and {count} more", "{records} and {count} more", rest, records=words) if rest else words
