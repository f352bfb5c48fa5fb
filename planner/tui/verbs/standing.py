"""How a matter stands: why it is where it is, waiting, supervised, how far, put aside, extended, linked, its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.matter import Matter
from planner.domain.reception import Reception
from planner.tui import grammars
from planner.tui.messages import Outcome
from planner.tui.telling import numbers_of, told
from planner.wording import n, t

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.changing import Edited
    from planner.desk.desk import Desk
    from planner.desk.pages import Explained
    from planner.domain.suggestion import Suggestion
    from planner.domain.terms import Stage
    from planner.tui.places.place import Place
    from planner.tui.widgets.form import Answer

__all__ = [
    "begin",
    "extend",
    "link",
    "reopen",
    "sign",
    "someday",
    "stage",
    "steps",
    "supervise",
    "wait",
    "why",
]


def why(place: Place) -> None:
    """Show each term of the score with its reason, and why the matter has its grade."""
    number = _first(place)

    def explain(desk: Desk) -> tuple[Explained, tuple[Suggestion, ...]]:
        from planner.desk.discretion import Discretion
        from planner.desk.handing import directory_of
        from planner.desk.pages import explained
        from planner.domain.suggestion import suggested_for

        found = explained(desk, number)
        matter = Discretion(desk)(found.matter)
        return found.replace(matter=matter), suggested_for(matter, directory_of(desk))

    def show(came: tuple[Explained, tuple[Suggestion, ...]]) -> None:
        from planner.tui.widgets.why import Why

        if place.sight is not None:
            place.app.push_screen(Why(*came, place.sight))

    place.app.fetch(explain, show)


def wait(place: Place) -> None:
    """Say that it waits, for what and until when; said of what waits already, it waits no longer."""
    numbers = numbers_of(place)
    subject = place.subject
    if isinstance(subject, Matter) and subject.state == "waiting" and len(numbers) == 1:
        place.write(lambda desk: _over(desk, numbers))
        return

    def work(desk: Desk, words: str) -> Outcome:
        from planner.capture import parse
        from planner.desk.waiting import wait as set_aside

        draft = parse(words, desk.now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
        said_words = draft.title if draft.due is not None else words
        return told(desk, set_aside(desk, numbers, said_words, draft.due), t("waits: {matter}"))

    asked = grammars.waited(t("{number} waits for", number=_named(numbers)))
    place.slot.ask(asked, place.sight, lambda words: place.write(lambda desk: work(desk, words.strip())))


def _over(desk: Desk, numbers: tuple[int, ...]) -> Outcome:
    from planner.desk.waiting import stop_waiting

    return told(desk, stop_waiting(desk, numbers), t("waits no longer: {matter}"))


def supervise(place: Place) -> None:
    """Have it supervised, or no longer."""

    def work(desk: Desk, numbers: tuple[int, ...]) -> Outcome:
        from planner.desk.standing import supervise as turn

        edited = turn(desk, numbers)
        on = edited.matters[0].supervised
        return told(desk, edited, t("supervised: {matter}") if on else t("no longer supervised: {matter}"))

    _write(place, work)


def stage(place: Place) -> None:
    """Say how far a supervised matter is, by a digit."""
    from planner.domain.terms import STAGES
    from planner.tui.facts import Facts
    from planner.tui.widgets.ask import Choice, Menu
    from planner.wording.terms import term

    numbers = numbers_of(place)
    choices = tuple(Choice(one, term("stage", one), digit=str(digit)) for digit, one in enumerate(STAGES, 1))
    now = getattr(place.subject, "stage", None)
    lines = ((t("now"), term("stage", now)),) if now is not None else ()

    def chosen(name: str | None) -> None:
        found = next((one for one in STAGES if one == name), None)
        if found is not None:
            place.write(lambda desk: _stage(desk, numbers, found))

    place.app.push_screen(Menu(Facts(t("How far is {number}?", number=_named(numbers)), lines), choices), chosen)


def sign(place: Place) -> None:
    """Send it for signature; a document's review gate must be passed first."""

    def work(desk: Desk, numbers: tuple[int, ...]) -> Outcome:
        from planner.desk.stepping import sign as send

        return told(desk, send(desk, numbers), t("sent for signature: {matter}"))

    _write(place, work)


def begin(place: Place) -> None:
    """Hide it from the day's lists until a day."""
    numbers = numbers_of(place)
    asked = grammars.date()._replace(
        prompt=t("{number} begins", number=_named(numbers)),
        hint=t("hidden until then: next mon, 1 Nov; - shows it again"),
    )

    def work(desk: Desk, words: str) -> Outcome:
        from planner.desk.standing import begin_on
        from planner.wording.dates import said

        edited = begin_on(desk, numbers, words)
        start = edited.matters[0].start
        if start is None:
            return told(desk, edited, t("shown again: {matter}"))
        when = said(start, desk.now, desk.lang, desk.calendar)
        return told(desk, edited, t("{matter}: hidden until {when}", matter="{matter}", when=when))

    def entered(words: str) -> None:
        if words.strip():
            place.write(lambda desk: work(desk, words.strip()))

    place.slot.ask(asked, place.sight, entered)


def someday(place: Place) -> None:
    """Keep it for some day, out of the day's page; or take it back."""

    def work(desk: Desk, numbers: tuple[int, ...]) -> Outcome:
        from planner.desk.standing import keep_for_some_day

        edited = keep_for_some_day(desk, numbers)
        on = edited.matters[0].is_someday
        return told(desk, edited, t("kept for some day: {matter}") if on else t("back in the day's page: {matter}"))

    _write(place, work)


def reopen(place: Place) -> None:
    """Open a closed matter again."""

    def work(desk: Desk, numbers: tuple[int, ...]) -> Outcome:
        from planner.desk.matters import reopen as open_again

        return told(desk, open_again(desk, numbers), t("open again: {matter}"))

    _write(place, work)


def link(place: Place) -> None:
    """Add a file or an address that belongs to it."""
    subject = place.subject
    if not isinstance(subject, Matter | Reception):
        return
    from planner.wording.numbers import reception_label

    kind = "reception" if isinstance(subject, Reception) else "matter"
    word = reception_label(subject.number) if kind == "reception" else str(subject.number)
    number = subject.number
    asked = grammars.plain("link", t("{number} link", number=word), t("a file or an address: ~/plan.docx"))

    def work(desk: Desk, target: str) -> Outcome:
        from planner.desk.linking import link as add
        from planner.tui.telling import said

        linked = add(desk, word, (target,))
        words = said(n("{number}: {count} link", "{number}: {count} links", len(linked.links), number=word))
        if linked.missing:
            words = t("{sentence}; no such file is there now", sentence=words)
        return Outcome(sentence=words, follow=(kind, number))

    def entered(target: str) -> None:
        if target.strip():
            place.write(lambda desk: work(desk, target.strip()))

    place.slot.ask(asked, place.sight, entered)


def extend(place: Place) -> None:
    """Extend its term, with the reason, how far it is, and who agreed; of an entry of the log, its clock."""
    if isinstance(place.subject, Reception):
        from planner.tui.verbs.receptions import extend_clock

        extend_clock(place)
        return
    if place.sight is None:
        return
    from planner.tui.checks import when
    from planner.tui.widgets.form import Field, Form
    from planner.wording.fields import field

    numbers = numbers_of(place)
    fields = (
        Field("until", field("until"), hint=t("fri, 27/11, in 3 days"), check=when(place.sight, needed=True)),
        Field("reason", field("reason")),
        Field("progress", field("progress")),
        Field("approver", field("approver")),
    )

    def work(desk: Desk, given: dict[str, str]) -> Outcome:
        from planner.capture import parse_moment
        from planner.desk.handing import extend as lengthen
        from planner.desk.refused import Refused
        from planner.wording.dates import said

        until = parse_moment(
            given["until"], desk.now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first
        )
        if until is None:
            raise Refused(
                t("“{words}” is not a date: write fri, 27/11, in 3 days or 2026-11-27.", words=given["until"])
            )
        edited = lengthen(
            desk,
            numbers,
            until,
            reason=given["reason"] or None,
            progress=given["progress"] or None,
            approver=given["approver"] or None,
        )
        when_ = said(until, desk.now, desk.lang, desk.calendar)
        return told(desk, edited, t("{matter}: extended until {when}", matter="{matter}", when=when_))

    def saved(answers: tuple[Answer, ...] | None) -> None:
        if answers is not None:
            given = {answer.name: answer.value.strip() for answer in answers}
            place.write(lambda desk: work(desk, given))

    place.app.push_screen(Form(t("Extend {number}", number=_named(numbers)), fields, place.sight), saved)


def steps(place: Place) -> None:
    """Open its checklist: tick, add, mark as not applicable."""
    from planner.tui.places.steps import StepsPlace

    place.app.push_screen(StepsPlace(_first(place)))


def _first(place: Place) -> int:
    """The number of the matter under the cursor; the table gives these verbs to matters only."""
    subject = place.subject
    if not isinstance(subject, Matter):
        raise TypeError(type(subject).__name__)
    return subject.number


def _named(numbers: tuple[int, ...]) -> str:
    """The matters in a prompt: the number of one, or how many they are."""
    return str(numbers[0]) if len(numbers) == 1 else n("{count} matter", "{count} matters", len(numbers))


def _write(place: Place, work: Callable[[Desk, tuple[int, ...]], Outcome]) -> None:
    """Have the clerk do something with the matters."""
    numbers = numbers_of(place)
    place.write(lambda desk: work(desk, numbers))


def _stage(desk: Desk, numbers: tuple[int, ...], wanted: Stage) -> Outcome:
    from planner.desk.handing import set_stage
    from planner.wording.terms import term

    edited: Edited = set_stage(desk, numbers, wanted)
    word = term("stage", wanted, desk.lang)
    return told(desk, edited, t("{matter}: {stage}", matter="{matter}", stage=word))
