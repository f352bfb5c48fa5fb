"""Keeping everyone told: the talk with a party, its points, who a party is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.matter import Matter
from planner.tui import grammars
from planner.tui.messages import Outcome
from planner.tui.telling import TITLE, name_of, point_under, said
from planner.wording import n, p, t
from planner.wording.safe import fit, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.desk.party_card import PartyCard
    from planner.domain.talk import TalkOwed
    from planner.tui.places.place import Place
    from planner.tui.widgets.form import Answer

__all__ = ["answer", "answer_matter", "held", "merge", "talk"]


def talk(place: Place) -> None:
    """Open the sheet for a talk: with the party under the cursor, or with one that is chosen by a digit."""
    name = name_of(place)
    if name is not None:
        _open(place, name)
        return
    subject = place.subject
    first: tuple[str, ...] = ()
    if isinstance(subject, Matter):
        first = (*subject.parties, *subject.handed_to, subject.assigned_by or "")
    _choose(place, t("A talk with whom?"), lambda chosen: _open(place, chosen), first=first)


def held(place: Place) -> None:
    """The talk was held, and what was not ticked waits for the next one."""
    name = name_of(place)
    if name is None:
        return

    def work(desk: Desk) -> Outcome:
        from planner.desk.talks import hold_talk

        hold_talk(desk, name, ())
        return Outcome(sentence=said(t("the talk with {name} was held", name=shown(name))), follow=("party", name))

    place.write(work)


def answer(place: Place) -> None:
    """Tick a point with what was answered, and how."""
    point = point_under(place)
    number = point.number

    def work(desk: Desk, words: str) -> Outcome:
        from planner.desk.talks import tick_all

        becomes, how, answered = grammars.answer_and_how(words)
        made = tick_all(desk, (number,), None, how, answered or None, matters=becomes)
        sentence = t("told: {words}", words=fit(shown(made.points[0].text), TITLE))
        if made.matters:
            sentence = t("{sentence}; its answer is matter {number}", sentence=sentence, number=made.matters[0].number)
        return Outcome(sentence=said(sentence), follow=("point", number))

    asked = grammars.told(t("{number} answered", number=number))
    place.slot.ask(asked, place.sight, lambda words: place.write(lambda desk: work(desk, words)))


def answer_matter(place: Place) -> None:
    """Make a matter of what was answered to a point."""
    number = point_under(place).number

    def work(desk: Desk) -> Outcome:
        from planner.desk.discretion import Discretion
        from planner.desk.relaying import matter_of_answer

        made = matter_of_answer(desk, number).matter
        title = fit(shown(Discretion(desk)(made).title), TITLE)
        sentence = t("matter {number} of the answer: {title}", number=made.number, title=title)
        return Outcome(sentence=said(sentence), follow=("point", number))

    place.write(work)


def merge(place: Place) -> None:
    """Make one party of two: the other's names become this one's, and nothing of either is lost."""
    name = name_of(place)
    if name is None:
        return

    def work(desk: Desk, other: str) -> Outcome:
        from planner.desk.merging import merge as make_one

        made = make_one(desk, name, other)
        words = t("{other} is {name} from now on", other=shown(made.gone.name), name=shown(made.party.name))
        return Outcome(sentence=said(words), follow=("party", made.party.name))

    title = t("Who else is {name}?", name=shown(name))
    _choose(place, title, lambda other: place.write(lambda desk: work(desk, other)), but=name)


def reword(place: Place) -> None:
    """Change the words that a point passes on; the first ones are kept beside them."""
    number = point_under(place).number

    def work(desk: Desk, words: str) -> Outcome:
        from planner.desk.relaying import reword as change
        from planner.wording.terms import term

        point = change(desk, number, words)
        way = term("direction", point.direction, desk.lang)
        told = t("{number} {direction}: {words}", number=number, direction=way, words=fit(shown(point.text), TITLE))
        sentence = said(told)
        return Outcome(sentence=sentence, follow=("point", number))

    def ask(found: tuple[str, str]) -> None:
        text, original = found
        grammar = grammars.reworded(t("{number} words", number=number), original)

        def entered(words: str) -> None:
            if words != shown(text):  # what could not be shown as it is stays, when it was not touched
                place.write(lambda desk: work(desk, words))

        place.slot.ask(grammar, place.sight, entered, value=text)

    def words_of(desk: Desk) -> tuple[str, str]:
        from planner.desk.discretion import Discretion
        from planner.desk.refused import Refused
        from planner.domain.point import Point

        point = desk.book.read().get("point", number)
        if not isinstance(point, Point):
            raise Refused(t("There is no point {number}. planner talk NAME lists them.", number=number))
        fit_to_show = Discretion(desk)(point)
        if fit_to_show.text != point.text and point.original != fit_to_show.original:
            raise Refused(t("Point {number} came of a restricted entry: it has its number for words.", number=number))
        return point.text, point.original or point.text

    place.app.fetch(words_of, ask)


def edit_party(place: Place) -> None:
    """Change who a party is by a form: name, kind, title, rank, cadence, other names, channels."""
    name = name_of(place)
    sight = place.sight
    if name is None or sight is None:
        return

    def saved(answers: tuple[Answer, ...] | None) -> None:
        if answers is not None:
            given = {one.name: one.value.strip() for one in answers}
            place.write(lambda desk: _revise(desk, name, given))

    def show(card: PartyCard) -> None:
        from planner.tui.party_form import fields_of_party
        from planner.tui.widgets.form import Form

        place.app.push_screen(Form(shown(name), fields_of_party(card), sight), saved)

    def find(desk: Desk) -> PartyCard:
        from planner.desk.party_card import card_of

        return card_of(desk, name)

    place.app.fetch(find, show)


def _revise(desk: Desk, name: str, given: dict[str, str]) -> Outcome:
    from planner.desk.party_card import revise
    from planner.tui.party_form import card_in

    made = revise(desk, name, card_in(given))
    return Outcome(sentence=said(t("{name}: changed", name=shown(made.name))), follow=("party", made.name))


def _open(place: Place, name: str) -> None:
    """Open the sheet."""
    from planner.tui.places.talk import TalkPlace

    place.app.push_screen(TalkPlace(name))


def _choose(
    place: Place, title: str, then: Callable[[str], None], *, first: tuple[str, ...] = (), but: str | None = None
) -> None:
    """Have a party chosen from a menu: those named first, then whom a talk is owed, then the others."""
    from planner.tui.menus import choose

    def find(desk: Desk) -> list[tuple[str, TalkOwed]]:
        from planner.desk.talks import parties

        rows = [(talk.name, talk) for talk, _ in parties(desk) if talk.name != but]
        owed = [row for row in rows if row[1].points or row[1].late is not None]
        led = [row for row in rows if row[0] in first]
        return list(dict((*led, *owed, *rows)).items())

    def show(rows: list[tuple[str, TalkOwed]]) -> None:
        if not rows:
            place.told(t("Nobody is known yet. Press n to note what to tell whom."), refusal=True)
            return
        choose(place, title, tuple((name, _owed(name, talk)) for name, talk in rows), then)

    place.app.fetch(find, show)


def _owed(name: str, talk: TalkOwed) -> str:
    """A party in the menu, with what waits for it."""
    words = [n("{count} point", "{count} points", talk.points)] if talk.points else []
    if talk.late:
        words.append(n("{count} wd over", "{count} wd over", talk.late))
    told = p("enumeration", ", ").join(words)
    return f"{shown(name)}  {told}" if told else shown(name)
