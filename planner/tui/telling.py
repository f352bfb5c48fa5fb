"""What the verbs of the screen share: which matters they are about, and how what was done is told at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.talk import TalkOwed
from planner.tui.messages import Outcome
from planner.wording import n, t
from planner.wording.safe import fit, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.changing import Edited
    from planner.desk.desk import Desk
    from planner.desk.receptions import Registered
    from planner.tui.places.place import Place

__all__ = [
    "TITLE",
    "name_of",
    "numbers_of",
    "point_under",
    "reception_under",
    "said",
    "step_told",
    "told",
    "visit_told",
]

TITLE = 30
"""Cells of a title that a sentence names."""
EARLIER = 3
"""Earlier visits that a sentence names, the latest first."""


def numbers_of(place: Place) -> tuple[int, ...]:
    """The numbers of the matters that a verb is about: the marked ones, else the one under the cursor."""
    marked: Callable[[], tuple[int, ...]] | None = getattr(place, "numbers_of_matters", None)
    found = () if marked is None else tuple(marked())
    if found:
        return found
    subject = place.subject
    return (subject.number,) if isinstance(subject, Matter) else ()


def reception_under(place: Place) -> Reception:
    """The reception under the cursor; the table gives its verbs to receptions only."""
    subject = place.subject
    if not isinstance(subject, Reception):
        raise TypeError(type(subject).__name__)
    return subject


def point_under(place: Place) -> Point:
    """The point under the cursor; the table gives its verbs to points only."""
    subject = place.subject
    if not isinstance(subject, Point):
        raise TypeError(type(subject).__name__)
    return subject


def name_of(place: Place) -> str | None:
    """The name of the party under the cursor; ``None`` when there is another kind of record."""
    subject = place.subject
    return subject.name if isinstance(subject, Party | TalkOwed) else None


def said(sentence: str) -> str:
    """A sentence of what was done, with the key that takes it back."""
    return t("{sentence} (u takes it back)", sentence=sentence)


def told(desk: Desk, edited: Edited, sentence: str) -> Outcome:
    """What came of matters; ``{matter}`` in the sentence is the one, or how many they are."""
    from planner.desk.discretion import Discretion

    first = edited.matters[0]
    if len(edited.matters) == 1:
        named = f"{first.number} {fit(shown(Discretion(desk)(first).title), TITLE)}"
    else:
        named = n("{count} matter", "{count} matters", len(edited.matters))
    words = said(sentence.replace("{matter}", named))
    if edited.coming:
        words = t("{sentence}; next: {number}", sentence=words, number=edited.coming[0].number)
    if edited.new_names:
        words = t("{sentence}; new: {names}", sentence=words, names=", ".join(map(shown, edited.new_names)))
    return Outcome(sentence=" ".join((words, *edited.warnings)), follow=("matter", first.number))


def step_told(number: int, sentence: str, warnings: tuple[str, ...] = ()) -> Outcome:
    """What came of a reception."""
    return Outcome(sentence=" ".join((said(sentence), *warnings)), follow=("reception", number))


def visit_told(desk: Desk, made: Registered) -> str:
    """A visit that was saved, for the foot, where others look on: phones cut; of a restricted entry its number only."""
    from planner.desk.talks import directory_of
    from planner.domain.visitor import likeness, suspects
    from planner.wording.echo import SEPARATOR, echo_visit
    from planner.wording.masks import phones_masked
    from planner.wording.numbers import reception_label

    label = reception_label(made.reception.number)
    now = made.reception
    warnings = tuple(map(phones_masked, made.warnings))
    if now.restricted:
        sentence = t("{number} saved: restricted, Y shows its words", number=label)
        named = suspects(now, directory_of(desk.book.read()))
        quiet = tuple(one for one in warnings if not any(shown(name) in one for name in named))
        if quiet != warnings:
            warnings = (*quiet, t("its words name somebody of the book: e says whom it accuses"))
    else:
        words = phones_masked(echo_visit(made.draft, desk.now, desk.lang, desk.calendar, made.new_names))
        sentence = t("{number} saved: {echo}", number=label, echo=words)
    same: list[str] = []
    alike: list[str] = []
    for one in made.earlier:
        like = likeness(one, name=now.name, unit=now.unit, phone=now.phone)
        (alike if like == "name" else same).append(reception_label(one.number))
    parts = [sentence]
    if same:
        labels = " ".join(same[:EARLIER])
        parts.append(
            n("came {count} time before: {labels}", "came {count} times before: {labels}", len(same), labels=labels)
        )
    if alike:
        parts.append(t("the same name before, perhaps another: {visits}", visits=" ".join(alike[:EARLIER])))
    return SEPARATOR.join((*parts, *warnings))
