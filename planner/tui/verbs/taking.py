"""Taking things down: a matter, a visit, a point, each in one line with its meaning shown as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui import grammars
from planner.tui.known import Known
from planner.tui.messages import BookChanged, Outcome
from planner.tui.telling import visit_told
from planner.wording import n, t
from planner.wording.safe import shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from planner.desk.desk import Desk
    from planner.tui.places.place import Place
    from planner.wording.echo import Part

__all__ = ["add", "point", "visit"]


def add(place: Place) -> None:
    """Write a matter down."""

    def entered(line: str) -> None:
        if line.strip():
            place.write(lambda desk: _add(desk, line))

    known = Known(place)
    place.slot.ask(grammars.matter(known), place.sight, entered)
    known.look()


def visit(place: Place) -> None:
    """Register a visit."""

    def entered(line: str) -> None:
        if line.strip():
            place.app.fetch(lambda desk: _register(desk, line), lambda saved: kept(line, saved), opens=False)

    def kept(line: str, saved: tuple[Outcome, bool]) -> None:
        outcome, restricted = saved
        if restricted:
            from planner.tui.widgets.capture_line import forget

            forget(place.app, "visit", line)
        place.app.on_book_changed(BookChanged(outcome))

    place.slot.ask(grammars.visit(Known(place)), place.sight, entered)


def point(place: Place) -> None:
    """Note a point to tell; on a party, its name stands in the line already."""
    note_point(place, str(getattr(place.subject, "name", "")) if place.kind == "party" else "")


def note_point(place: Place, name: str) -> None:
    """Ask for a point; for a party when a name is given."""

    def entered(line: str) -> None:
        if line.strip():
            place.write(lambda desk: _tell(desk, line))

    place.slot.ask(grammars.point(), place.sight, entered, value=f"@{name} " if name else "")


def _add(desk: Desk, line: str) -> Outcome:
    if "\n" in line:
        return _add_many(desk, line)
    from planner.desk.capturing import add as save
    from planner.wording.echo import SEPARATOR, parts

    added = save(desk, line)
    made = parts(added.draft, desk.now, desk.lang, desk.calendar, added.new_names)
    words = SEPARATOR.join([part.text for part in _urgent_first(made, added.new_names)])
    number = added.matter.number
    return Outcome(sentence=t("{number} saved: {echo}", number=number, echo=words), follow=("matter", number))


def _urgent_first(made: tuple[Part, ...], new_names: Collection[str]) -> list[Part]:
    """What must be seen where the foot is cut: remarks, then new names; the title, which the list shows, last."""

    def weight(part: Part) -> int:
        if part.role == "remark":
            return 0
        if any(shown(name) in part.text for name in new_names) and part.role != "title":
            return 1
        return 3 if part.role == "title" else 2

    return sorted(made, key=weight)


def _add_many(desk: Desk, text: str) -> Outcome:
    """Save the matters of several lines as one change."""
    from planner.desk.capturing import add_drafts, understand_many

    at = desk.now
    numbers = [added.matter.number for added in add_drafts(desk, understand_many(desk, text, at), at)]
    sentence = n(
        "{count} matter saved: {numbers} (u takes it back)",
        "{count} matters saved: {numbers} (u takes them all back)",
        len(numbers),
        numbers=" ".join(map(str, numbers)),
    )
    return Outcome(sentence=sentence, follow=("matter", numbers[0]))


def _register(desk: Desk, line: str) -> tuple[Outcome, bool]:
    """What came of a visit's line, and whether its words are restricted."""
    from planner.desk.receptions import register

    made = register(desk, line)
    outcome = Outcome(sentence=visit_told(desk, made), follow=("reception", made.reception.number))
    return outcome, made.reception.restricted


def _tell(desk: Desk, line: str) -> Outcome:
    from planner.desk.talks import tell
    from planner.wording.echo import echo_point

    told = tell(desk, line)
    words = echo_point(told.draft, desk.now, desk.lang, desk.calendar, told.new_names)
    return Outcome(sentence=t("point saved: {echo}", echo=words))
