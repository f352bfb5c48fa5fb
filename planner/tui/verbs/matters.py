"""What is done with the record under the cursor, or with the matters that are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.tui import grammars
from planner.tui.messages import BookChanged, Outcome
from planner.tui.telling import numbers_of, said, step_told, told
from planner.wording import n, p, t
from planner.wording.numbers import reception_label
from planner.wording.safe import fit, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from planner.desk.desk import Desk
    from planner.tui.grammars import Grammar
    from planner.tui.places.place import Place

    Work = Callable[[Desk, tuple[int, ...], str], Outcome]

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
"""Cells of a text that a sentence names."""


def done(place: Place) -> None:
    """Mark it done: a matter with its result, a visit with the answer given, a talk point by point on its sheet."""
    subject = place.subject
    numbers = numbers_of(place)
    if numbers:
        asked = grammars.plain("result", t("{number} done, result", number=_named(numbers)), t("may be left empty"))
        place.slot.ask(asked, place.sight, lambda words: _finish(place, numbers, words))
    elif isinstance(subject, Reception):
        reply_to(place, subject.number)
    elif isinstance(subject, Point):
        number = subject.number
        place.write(lambda desk: _tick(desk, number))
    elif subject is not None:
        # one key must not tick all that waits for somebody: the sheet shows each point with its tick
        from planner.tui.verbs.talks import talk

        talk(place)


def reply_to(place: Place, number: int) -> None:
    """Ask what a visitor was answered; how, when that stands before a colon."""

    def entered(words: str) -> None:
        how, answer = grammars.how_and_words(words)
        place.write(lambda desk: _reply(desk, number, answer, how))

    place.slot.ask(grammars.answered(reception_label(number)), place.sight, entered)


def return_(place: Place) -> None:
    """Send it back with the words said."""

    def work(desk: Desk, numbers: tuple[int, ...], words: str) -> Outcome:
        from planner.desk.matters import return_ as send_back

        return told(desk, send_back(desk, numbers, words), t("returned: {matter}"))

    _with_words(place, "words", t("return, the words said"), t("check the figures"), work)


def note(place: Place) -> None:
    """Write down what happened in between."""

    def work(desk: Desk, numbers: tuple[int, ...], words: str) -> Outcome:
        from planner.desk.matters import note as write_down

        return told(desk, write_down(desk, numbers, words), t("noted: {matter}"))

    _with_words(place, "note", t("note"), t("what happened"), work)


def drop(place: Place) -> None:
    """Give it up, with the reason; an entry of the log is voided, and its number stays."""
    subject = place.subject
    if isinstance(subject, Reception):
        from planner.tui.verbs.receptions import void

        void(place)
        return

    def work(desk: Desk, numbers: tuple[int, ...], words: str) -> Outcome:
        from planner.desk.matters import drop as give_up

        return told(desk, give_up(desk, numbers, words or None), t("given up: {matter}"))

    _with_words(place, "reason", t("give up, the reason"), t("may be left empty"), work)


def date(place: Place) -> None:
    """Give it another date, in the words of the capture line."""

    def work(desk: Desk, numbers: tuple[int, ...], words: str) -> Outcome:
        from planner.desk.matters import postpone
        from planner.wording.dates import said as said_date

        edited = postpone(desk, numbers, words)
        due = edited.matters[0].due
        when = "" if due is None else said_date(due, desk.now, desk.lang, desk.calendar)
        return told(desk, edited, t("{matter}: now {when}", matter="{matter}", when=when))

    _ask(place, grammars.date(), work, needs_words=True)


def hand(place: Place) -> None:
    """Hand it to others; the first named leads. An entry of the log is passed on, and watched."""
    if isinstance(place.subject, Reception):
        from planner.tui.verbs.receptions import forward

        forward(place)
        return

    def work(desk: Desk, numbers: tuple[int, ...], words: str) -> Outcome:
        from planner.desk.handing import directory_of, names_and_date
        from planner.desk.handing import hand as hand_over
        from planner.domain.supervision import kind_of_handing
        from planner.wording.handing import handed_said

        names, due = names_and_date(desk, words)
        edited = hand_over(desk, numbers, names, due=due)
        did = handed_said(kind_of_handing(edited.matters[0], directory_of(desk)), tuple(map(shown, names)))
        return told(desk, edited, t("{done}: {matter}", done=did, matter="{matter}"))

    _ask(place, grammars.names(), work, needs_words=True)


def chase(place: Place) -> None:
    """Write into the chase log; a date in the words is the promise."""

    def work(desk: Desk, numbers: tuple[int, ...], words: str) -> Outcome:
        from planner.capture import parse
        from planner.desk.handing import chase as write_down
        from planner.domain.supervision import chase_day
        from planner.wording.dates import stamp

        draft = parse(words, desk.now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
        how, text = grammars.how_and_words(words)
        edited = write_down(desk, numbers, text, draft.due, how=how)
        again = chase_day(edited.matters[0], desk.calendar)
        if again is None:
            return told(desk, edited, t("chased: {matter}"))
        when = stamp(again, desk.now, desk.lang)
        return told(desk, edited, t("chased: {matter}; next chase {when}", matter="{matter}", when=when))

    _ask(place, grammars.chased(), work)


def grade(place: Place) -> None:
    """Turn major into minor and back; several become what the first does."""
    numbers = numbers_of(place)
    first = place.subject
    wanted: Literal["major", "minor"] | None = None
    if isinstance(first, Matter) and len(numbers) > 1:
        wanted = "minor" if first.grade == "major" else "major"

    def work(desk: Desk) -> Outcome:
        from planner.desk.matters import regrade
        from planner.wording.terms import term

        edited = regrade(desk, numbers, wanted)
        word = term("grade", edited.matters[0].grade, desk.lang)
        return told(desk, edited, t("{matter}: now {grade}", matter="{matter}", grade=word))

    place.write(work)


def priority(place: Place) -> None:
    """Ask for one of four digits."""
    from planner.tui.facts import Facts
    from planner.tui.widgets.ask import Choice, Menu

    numbers = numbers_of(place)
    choices = (
        Choice("1", t("p{level} {word}", level=1, word=p("priority", "highest"))),
        Choice("2", t("p{level} {word}", level=2, word=p("priority", "high"))),
        Choice("3", t("p{level} {word}", level=3, word=p("priority", "raised"))),
        Choice("4", t("p{level} {word}", level=4, word=p("priority", "none given"))),
    )

    def chosen(level: str | None) -> None:
        if level is not None:
            place.write(lambda desk: _prioritise(desk, numbers, int(level)))

    place.app.push_screen(Menu(Facts(t("Priority of {number}", number=_named(numbers))), choices), chosen)


def rank_up(place: Place) -> None:
    """Move it up past its neighbour."""
    _move(place, "up")


def rank_down(place: Place) -> None:
    """Move it down past its neighbour."""
    _move(place, "down")


def _move(place: Place, where: Literal["up", "down"]) -> None:
    subject = place.subject
    if not isinstance(subject, Matter):
        raise TypeError(type(subject).__name__)
    number = subject.number

    def work(desk: Desk) -> Outcome:
        from planner.desk.ranking import move

        sentence = t("{matter}: moved up") if where == "up" else t("{matter}: moved down")
        return told(desk, move(desk, number, where), sentence)

    place.write(work)


def _named(numbers: tuple[int, ...]) -> str:
    """The matters in a prompt: the number of one, or how many they are."""
    return str(numbers[0]) if len(numbers) == 1 else n("{count} matter", "{count} matters", len(numbers))


def _ask(place: Place, grammar: Grammar, work: Work, *, needs_words: bool = False) -> None:
    """Ask for words about the matters, then have the clerk do the work with them."""
    numbers = numbers_of(place)
    asked = grammar._replace(prompt=f"{_named(numbers)} {grammar.prompt}")

    def entered(words: str) -> None:
        if words.strip() or not needs_words:
            place.write(lambda desk: work(desk, numbers, words.strip()))
        else:
            place.told(t("Nothing was typed, so nothing was changed."))

    place.slot.ask(asked, place.sight, entered)


def _with_words(place: Place, name: str, prompt: str, hint: str, work: Work) -> None:
    """As ``_ask``, for words that are kept as they are."""
    _ask(place, grammars.plain(name, prompt, hint), work)


def _finish(place: Place, numbers: tuple[int, ...], words: str) -> None:
    """Mark matters done; when a visitor waits for the answer, ask for it at once."""
    subject = place.subject
    asked = isinstance(subject, Matter) and bool(subject.receptions) and len(numbers) == 1
    if not asked:
        place.write(lambda desk: _done(desk, numbers, words)[0])
        return

    def finished(came: tuple[Outcome, int | None]) -> None:
        outcome, waiting = came
        place.app.on_book_changed(BookChanged(outcome))
        if waiting is not None:
            reply_to(place, waiting)

    place.app.fetch(lambda desk: _done(desk, numbers, words), finished)


def _done(desk: Desk, numbers: tuple[int, ...], words: str) -> tuple[Outcome, int | None]:
    """What came of it, and the first reception that waits for its answer now."""
    from planner.desk.matters import done as mark_done

    edited = mark_done(desk, numbers, words.strip() or None)
    snapshot = desk.book.read()
    for number in edited.matters[0].receptions if len(numbers) == 1 else ():
        reception = snapshot.get("reception", number)
        if isinstance(reception, Reception) and reception.state == "open":
            label = reception_label(number)
            own = tuple(one for one in edited.warnings if label not in one)
            outcome = told(desk, edited.replace(warnings=own), t("done: {matter}"))
            words = t("{sentence}; {label} waits for its answer", sentence=outcome.sentence, label=label)
            return outcome.replace(sentence=words), number
    return told(desk, edited, t("done: {matter}")), None


def _prioritise(desk: Desk, numbers: tuple[int, ...], level: int) -> Outcome:
    from planner.desk.matters import prioritise

    return told(desk, prioritise(desk, numbers, level), t("{matter}: now p{level}", matter="{matter}", level=level))


def _reply(desk: Desk, number: int, words: str, how: str | None) -> Outcome:
    from planner.desk.reception_steps import answer

    stepped = answer(desk, number, words, how=how)
    return step_told(number, t("answered: {label}", label=reception_label(number)), stepped.warnings)


def _tick(desk: Desk, number: int) -> Outcome:
    from planner.desk.discretion import Discretion
    from planner.desk.talks import tick

    point = Discretion(desk)(tick(desk, number))
    return Outcome(sentence=said(t("told: {words}", words=fit(shown(point.text), TITLE))), follow=("point", number))
