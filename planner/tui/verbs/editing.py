"""Editing a matter: all of it in a form, or its title where it stands in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.matter import Matter
from planner.tui import grammars
from planner.tui.telling import told
from planner.wording import n, t

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.tui.messages import Outcome
    from planner.tui.places.place import Place
    from planner.tui.widgets.form import Answer

__all__ = ["edit", "retitle"]


def edit(place: Place) -> None:
    """Edit the record under the cursor in a form; several matters that are marked by one line; a point's words."""
    if place.kind != "matter":
        _edit_other(place)
        return
    numbers = place.numbers_of_matters()
    if len(numbers) > 1:
        _by_line(place, numbers)
        return
    subject, sight = place.subject, place.sight
    if isinstance(subject, Matter) and subject.number in numbers and sight is not None:
        _by_form(place, subject)
    elif numbers:
        number = numbers[0]
        place.app.fetch(lambda desk: _found(desk, number), lambda matter: _by_form(place, matter))


def _edit_other(place: Place) -> None:
    """Correct an entry of the log, a party's card, the words of a point."""
    from planner.tui.verbs.receptions import correct
    from planner.tui.verbs.talks import edit_party, reword

    own = {"reception": correct, "party": edit_party, "point": reword}.get(place.kind or "")
    if own is not None:
        own(place)


def retitle(place: Place) -> None:
    """Edit the title of the matter under the cursor where it stands."""
    subject = place.subject
    if not isinstance(subject, Matter):
        return
    number, before = subject.number, subject.title

    def entered(words: str) -> None:
        if words.strip() and words.strip() != before:
            place.write(lambda desk: _retitled(desk, number, words.strip()))

    grammar = grammars.plain("title", t("{number} title", number=number))
    place.slot.ask(grammar, place.sight, entered, value=before, over=place.list.words_region)


def _by_form(place: Place, matter: Matter) -> None:
    """Open the form of a matter."""
    sight = place.sight
    if sight is None:
        return
    from planner.tui.matter_form import fields_of
    from planner.tui.widgets.form import Form

    number = matter.number

    def saved(answers: tuple[Answer, ...] | None) -> None:
        if answers is not None and any(answer.changed for answer in answers):
            place.write(lambda desk: _revised(desk, number, answers))

    place.app.push_screen(Form(t("Edit {number}", number=number), fields_of(matter, sight), sight), saved)


def _by_line(place: Place, numbers: tuple[int, ...]) -> None:
    """Ask for the line that is to hold for several matters."""

    def entered(line: str) -> None:
        if line.strip():
            place.write(lambda desk: _edited(desk, numbers, line))

    prompt = n("edit {count} matter", "edit {count} matters", len(numbers))
    hint = t("what is to change: fri p2 +major due:-")
    place.slot.ask(grammars.matter()._replace(prompt=prompt, hint=hint, several=False), place.sight, entered)


def _found(desk: Desk, number: int) -> object:
    """A matter as it may be shown."""
    from planner.desk.discretion import Discretion
    from planner.desk.pages import record_named

    return Discretion(desk)(record_named(desk, str(number)))


def _revised(desk: Desk, number: int, answers: tuple[Answer, ...]) -> Outcome:
    from planner.desk.revising import revise
    from planner.tui.matter_form import draft_of

    draft = draft_of(answers, desk.now, desk.lang, desk.calendar, day_first=desk.settings.day_first)
    return told(desk, revise(desk, number, draft), t("changed: {matter}"))


def _retitled(desk: Desk, number: int, words: str) -> Outcome:
    from planner.desk.revising import revise
    from planner.domain.draft import Draft

    return told(desk, revise(desk, number, Draft(title=words, retitled=True)), t("changed: {matter}"))


def _edited(desk: Desk, numbers: tuple[int, ...], line: str) -> Outcome:
    from planner.desk.matters import edit as change

    return told(desk, change(desk, numbers, line), t("changed: {matter}"))
