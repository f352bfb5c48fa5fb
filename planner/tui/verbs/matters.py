"""What is done with the record under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.tui import grammars
from planner.tui.messages import Outcome
from planner.wording import p, t
from planner.wording.numbers import reception_label
from planner.wording.safe import fit

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from planner.desk.changing import Edited
    from planner.desk.desk import Desk
    from planner.tui.grammars import Grammar
    from planner.tui.places.place import Place

__all__ = [
    "chase",
    "date",
    "done",
    "drop",
    "grade",
    "hand",
    "note",
    "priority",
    "rank_down",
    "rank_up",
    "return_",
]

TITLE = 30
"""Cells of a title that a sentence names."""


def done(place: Place) -> None:
    """Mark it done: a matter with its result, a visit with the answer given, a talk with what was ticked."""
    subject = place.subject
    if isinstance(subject, Matter):
        number = subject.number
        asked = grammars.plain("result", t("{number} done, result", number=number), t("may be left empty"))
        place.slot.ask(asked, place.sight, lambda words: place.write(lambda desk: _done(desk, number, words)))
    elif isinstance(subject, Reception):
        number = subject.number
        asked = grammars.plain("reply", t("{number} answered", number=reception_label(number)), t("what was answered"))
        place.slot.ask(asked, place.sight, lambda words: place.write(lambda desk: _reply(desk, number, words)))
    elif isinstance(subject, Point):
        number = subject.number
        place.write(lambda desk: _tick(desk, number))
    elif subject is not None:
        name = str(getattr(subject, "name", ""))
        place.write(lambda desk: _talk(desk, name))


def return_(place: Place) -> None:
    """Send it back with the words said."""

    def work(desk: Desk, number: int, words: str) -> Outcome:
        from planner.desk.matters import return_ as send_back

        return _told(send_back(desk, (number,), words), t("returned: {matter}"))

    _with_words(place, "words", t("return, the words said"), t("check the figures"), work)


def note(place: Place) -> None:
    """Write down what happened in between."""

    def work(desk: Desk, number: int, words: str) -> Outcome:
        from planner.desk.matters import note as write_down

        return _told(write_down(desk, (number,), words), t("noted: {matter}"))

    _with_words(place, "note", t("note"), t("what happened"), work)


def drop(place: Place) -> None:
    """Give it up, with the reason."""

    def work(desk: Desk, number: int, words: str) -> Outcome:
        from planner.desk.matters import drop as give_up

        return _told(give_up(desk, (number,), words or None), t("given up: {matter}"))

    _with_words(place, "reason", t("give up, the reason"), t("may be left empty"), work)


def date(place: Place) -> None:
    """Give it another date, in the words of the capture line."""

    def work(desk: Desk, number: int, words: str) -> Outcome:
        from planner.desk.matters import postpone
        from planner.wording.dates import said

        edited = postpone(desk, (number,), words)
        due = edited.matters[0].due
        when = "" if due is None else said(due, desk.now, desk.lang, desk.calendar)
        return _told(edited, t("{matter}: now {when}", matter="{matter}", when=when))

    _ask(place, grammars.date(), work, needs_words=True)


def hand(place: Place) -> None:
    """Hand it to others; the first named leads."""

    def work(desk: Desk, number: int, words: str) -> Outcome:
        from planner.desk.handing import hand as hand_over

        names = grammars.names_of(words)
        return _told(
            hand_over(desk, (number,), names),
            t("handed to {names}: {matter}", names=", ".join(names), matter="{matter}"),
        )

    _ask(place, grammars.names(), work, needs_words=True)


def chase(place: Place) -> None:
    """Write into the chase log; a date in the words is the promise."""

    def work(desk: Desk, number: int, words: str) -> Outcome:
        from planner.capture import parse
        from planner.desk.handing import chase as write_down

        draft = parse(words, desk.now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
        return _told(write_down(desk, (number,), words, draft.due), t("chased: {matter}"))

    _ask(place, grammars.chased(), work)


def grade(place: Place) -> None:
    """Turn major into minor and back."""
    number = _number(place)

    def work(desk: Desk) -> Outcome:
        from planner.desk.matters import regrade
        from planner.wording.terms import term

        edited = regrade(desk, (number,))
        word = term("grade", edited.matters[0].grade, desk.lang)
        return _told(edited, t("{matter}: now {grade}", matter="{matter}", grade=word))

    place.write(work)


def priority(place: Place) -> None:
    """Ask for one of four digits."""
    from planner.tui.facts import Facts
    from planner.tui.widgets.ask import Choice, Menu

    number = _number(place)
    choices = (
        Choice("1", p("priority", "highest")),
        Choice("2", p("priority", "high")),
        Choice("3", p("priority", "raised")),
        Choice("4", p("priority", "none given")),
    )

    def chosen(level: str | None) -> None:
        if level is not None:
            place.write(lambda desk: _prioritise(desk, number, int(level)))

    place.app.push_screen(Menu(Facts(t("Priority of {number}", number=number)), choices), chosen)


def rank_up(place: Place) -> None:
    """Move it up past its neighbour."""
    _move(place, "up")


def rank_down(place: Place) -> None:
    """Move it down past its neighbour."""
    _move(place, "down")


def _move(place: Place, where: Literal["up", "down"]) -> None:
    number = _number(place)

    def work(desk: Desk) -> Outcome:
        from planner.desk.ranking import move

        sentence = t("{matter}: moved up") if where == "up" else t("{matter}: moved down")
        return _told(move(desk, number, where), sentence)

    place.write(work)


def _number(place: Place) -> int:
    """The number of the matter under the cursor; the table gives these verbs to matters only."""
    subject = place.subject
    if not isinstance(subject, Matter):
        raise TypeError(type(subject).__name__)
    return subject.number


def _ask(
    place: Place, grammar: Grammar, work: Callable[[Desk, int, str], Outcome], *, needs_words: bool = False
) -> None:
    """Ask for words about the matter under the cursor, then have the clerk do the work with them."""
    number = _number(place)
    asked = grammar._replace(prompt=f"{number} {grammar.prompt}")

    def entered(words: str) -> None:
        if words.strip() or not needs_words:
            place.write(lambda desk: work(desk, number, words.strip()))

    place.slot.ask(asked, place.sight, entered)


def _with_words(place: Place, name: str, prompt: str, hint: str, work: Callable[[Desk, int, str], Outcome]) -> None:
    """As ``_ask``, for words that are kept as they are."""
    _ask(place, grammars.plain(name, prompt, hint), work)


def _told(edited: Edited, sentence: str) -> Outcome:
    """A sentence about the first matter, with the key that takes the change back."""
    matter = edited.matters[0]
    named = f"{matter.number} {fit(matter.title, TITLE)}"
    said = t("{sentence} (u takes it back)", sentence=sentence.replace("{matter}", named))
    if edited.coming:
        said = t("{sentence}; next: {number}", sentence=said, number=edited.coming[0].number)
    return Outcome(sentence=" ".join((said, *edited.warnings)), follow=("matter", matter.number))


def _done(desk: Desk, number: int, words: str) -> Outcome:
    from planner.desk.matters import done as mark_done

    return _told(mark_done(desk, (number,), words.strip() or None), t("done: {matter}"))


def _prioritise(desk: Desk, number: int, level: int) -> Outcome:
    from planner.desk.matters import prioritise

    return _told(prioritise(desk, (number,), level), t("{matter}: now p{level}", matter="{matter}", level=level))


def _reply(desk: Desk, number: int, words: str) -> Outcome:
    from planner.desk.receptions import reply

    reply(desk, number, words)
    sentence = t("answered: {number}", number=reception_label(number))
    return Outcome(sentence=t("{sentence} (u takes it back)", sentence=sentence), follow=("reception", number))


def _tick(desk: Desk, number: int) -> Outcome:
    from planner.desk.talks import tick

    point = tick(desk, number)
    sentence = t("told: {words}", words=fit(point.text, TITLE))
    return Outcome(sentence=t("{sentence} (u takes it back)", sentence=sentence), follow=("point", number))


def _talk(desk: Desk, name: str) -> Outcome:
    from planner.desk.talks import hold_talk
    from planner.wording import n

    told = hold_talk(desk, name)
    sentence = n("{name} was told {count} point", "{name} was told {count} points", len(told), name=name)
    return Outcome(sentence=t("{sentence} (u takes it back)", sentence=sentence), follow=("party", name))
