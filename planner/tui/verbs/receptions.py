"""What happens with an entry of the reception log after it was registered, each step on its own date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui import grammars
from planner.tui.telling import reception_under, step_told
from planner.wording import n, t
from planner.wording.numbers import reception_label
from planner.wording.safe import shown

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.moment import date
    from planner.domain.reception import Reception
    from planner.tui.messages import Outcome
    from planner.tui.places.place import Place
    from planner.tui.widgets.form import Answer, Field

__all__ = ["accept", "grave", "happened", "notice", "objection", "register", "restrict", "reveal"]

STEPS = ("reported", "consulted", "heard", "review_asked", "reviewed", "rereview_asked")
"""What else can happen with an entry, beside what has a key of its own."""


def notice(place: Place) -> None:
    """Record the written notice of receipt, on its own date."""
    _on_a_day(place, "noticed", t("{number} notice given, on", number=_label(place)))


def accept(place: Place) -> None:
    """Record the acceptance, on its own date."""
    _on_a_day(place, "accepted", t("{number} accepted, on", number=_label(place)))


def objection(place: Place) -> None:
    """Record the objection that it is not ours; the reasons come after the date."""
    _on_a_day(place, "objected", t("{number} objected, on", number=_label(place)))


def happened(place: Place) -> None:
    """Record what else happened: reported up, others asked, a review."""
    from planner.tui.facts import Facts
    from planner.tui.widgets.ask import Choice, Menu
    from planner.wording.clocks import event_name

    number, label = reception_under(place).number, _label(place)
    choices = tuple(Choice(name, event_name(name), digit=str(digit)) for digit, name in enumerate(STEPS, 1))

    def chosen(name: str | None) -> None:
        if name is not None:
            prompt = t("{number} {event}, on", number=label, event=event_name(name))
            _ask_day(place, number, name, prompt)

    place.app.push_screen(Menu(Facts(t("What happened with {number}?", number=label)), choices), chosen)


def grave(place: Place) -> None:
    """Mark it as grave or urgent, or no longer."""
    reception, label = reception_under(place), _label(place)
    told_ = (
        t("{label}: no longer grave", label=label)
        if reception.grave
        else t("{label}: grave, report it up at once (art. 25)", label=label)
    )
    _correct(place, reception.number, (f"grave:{'no' if reception.grave else 'yes'}",), told_)


def restrict(place: Place) -> None:
    """Show it on demand only, or to everybody again; an accusation stays restricted by itself."""
    reception = reception_under(place)
    if reception.restricted and not reception.marked_restricted:
        place.told(t("An accusation is restricted by itself (art. 30)."), refusal=True)
        return
    on, label = not reception.marked_restricted, _label(place)
    told_ = (
        t("{label}: restricted, shown on demand only", label=label)
        if on
        else t("{label}: no longer restricted", label=label)
    )
    _correct(place, reception.number, (f"restricted:{'yes' if on else 'no'}",), told_)


def reveal(place: Place) -> None:
    """Show its words on a sheet: those of a restricted entry and phones too, until it is put away."""
    number = reception_under(place).number

    def show(found: object) -> None:
        from planner.tui.facts import facts_of
        from planner.tui.widgets.sheet import Sheet

        if place.sight is not None and found is not None:
            place.app.push_screen(Sheet(facts_of(found, place.sight, private=True)))

    place.app.fetch(lambda desk: desk.book.read().get("reception", number), show)


def register(place: Place) -> None:
    """Register a visit by a form of all its fields."""
    from planner.tui.visit_form import draft_in, fields_of_visit
    from planner.tui.widgets.form import Form

    sight = place.sight
    if sight is None:
        return

    def saved(answers: tuple[Answer, ...] | None) -> None:
        if answers is not None:
            given = {answer.name: answer.value.strip() for answer in answers}
            place.write(lambda desk: _register(desk, given))

    def _register(desk: Desk, given: dict[str, str]) -> Outcome:
        from planner.desk.receptions import register_draft

        draft, particulars = draft_in(desk, given)
        made = register_draft(desk, draft, desk.now, particulars)
        number = made.reception.number
        outcome = step_told(number, t("{label} registered", label=reception_label(number)), made.warnings)
        if made.matter is not None:
            words = t("{sentence}; watched as {number}", sentence=outcome.sentence, number=made.matter.number)
            outcome = outcome.replace(sentence=words)
        return outcome

    def show(fields: tuple[Field, ...]) -> None:
        place.app.push_screen(Form(t("A visit"), fields, sight), saved)

    place.app.fetch(fields_of_visit, show)


def forward(place: Place) -> None:
    """Pass it on: a supervised matter watches it, linked both ways."""
    number, label = reception_under(place).number, _label(place)
    asked = grammars.names()._replace(prompt=t("{number} forward to", number=label))

    def work(desk: Desk, names: tuple[str, ...]) -> Outcome:
        from planner.desk.forwarding import forward as pass_on

        made = pass_on(desk, number, names)
        outcome = step_told(
            number, t("{label} forwarded to {names}", label=reception_label(number), names=_join(names)), made.warnings
        )
        words = t("{sentence}; watched as {number}", sentence=outcome.sentence, number=made.matter.number)
        return outcome.replace(sentence=words)

    def entered(words: str) -> None:
        names = grammars.names_of(words)
        if names:
            place.write(lambda desk: work(desk, names))

    place.slot.ask(asked, place.sight, entered)


def void(place: Place) -> None:
    """Void it, with the reason; its number stays."""
    number, label = reception_under(place).number, _label(place)
    asked = grammars.plain("reason", t("{number} void, the reason", number=label), t("registered twice"))

    def work(desk: Desk, reason: str) -> Outcome:
        from planner.desk.receptions import void as make_void

        make_void(desk, number, reason)
        return step_told(number, t("{label} is void; its number stays", label=label))

    place.slot.ask(asked, place.sight, lambda reason: place.write(lambda desk: work(desk, reason)))


def extend_clock(place: Place) -> None:
    """Extend its term (art. 34): by how many days, why, who approved it."""
    from planner.tui.been import been
    from planner.tui.checks import needed
    from planner.tui.visit_form import whole_number
    from planner.tui.widgets.form import Field, Form
    from planner.wording.fields import field

    sight = place.sight
    if sight is None:
        return
    number, label = reception_under(place).number, _label(place)
    fields = (
        Field("days", field("days"), value="30", check=whole_number(needed=True)),
        Field("reason", field("reason"), check=needed(t("the petitioner is told why"))),
        Field("approver", field("approver"), check=needed(t("the head approves it"))),
        Field("on", t("decided on"), hint=t("its date; today when left empty"), check=been(sight)),
    )

    def work(desk: Desk, given: dict[str, str]) -> Outcome:
        from planner.desk.reception_steps import extend_term

        on = _day(desk, given["on"])
        days = int(given["days"])
        stepped = extend_term(desk, number, days, on, reason=given["reason"], approver=given["approver"])
        sentence = n(
            "{label}: extended by {count} day", "{label}: extended by {count} days", days, label=reception_label(number)
        )
        return step_told(number, sentence, stepped.warnings)

    def saved(answers: tuple[Answer, ...] | None) -> None:
        if answers is not None:
            given = {answer.name: answer.value.strip() for answer in answers}
            place.write(lambda desk: work(desk, given))

    place.app.push_screen(Form(t("Extend {number}", number=label), fields, sight), saved)


def correct(place: Place) -> None:
    """Correct it by a form; the old values stay in the history."""
    from planner.tui.visit_form import corrected, fields_of_correction
    from planner.tui.widgets.form import Form

    number, label = reception_under(place).number, _label(place)
    sight = place.sight

    def saved(answers: tuple[Answer, ...] | None) -> None:
        changed = tuple(one for one in answers or () if one.changed)
        if changed:
            place.write(lambda desk: put_right(desk, changed))

    def put_right(desk: Desk, changed: tuple[Answer, ...]) -> Outcome:
        words = corrected(desk, changed)
        return _corrected(desk, number, words, t("{label} corrected; the old values stay in the history", label=label))

    def show(fields: tuple[Field, ...]) -> None:
        place.app.push_screen(Form(t("Correct {number}", number=label), fields, sight), saved)

    place.app.fetch(lambda desk: fields_of_correction(desk, number), show)


def _correct(place: Place, number: int, words: tuple[str, ...], sentence: str) -> None:
    """Have the clerk correct an entry."""
    place.write(lambda desk: _corrected(desk, number, words, sentence))


def _corrected(desk: Desk, number: int, words: tuple[str, ...], sentence: str) -> Outcome:
    from planner.desk.correcting import correct as put_right

    made = put_right(desk, number, words)
    return step_told(number, sentence, made.warnings)


def _on_a_day(place: Place, event: str, prompt: str) -> None:
    """Ask for the day of an event of the entry under the cursor."""
    _ask_day(place, reception_under(place).number, event, prompt)


def _ask_day(place: Place, number: int, event: str, prompt: str) -> None:
    """Ask for a day, then have the clerk record the event on it."""

    def work(desk: Desk, words: str) -> Outcome:
        from planner.desk.reception_steps import happened as record
        from planner.wording.clocks import event_name
        from planner.wording.dates import stamp

        day = _day(desk, words)
        stepped = record(desk, number, event, day)
        sentence = t(
            "{label}: {event}, {day}",
            label=reception_label(number),
            event=event_name(event),
            day=stamp(day, desk.now, desk.lang),
        )
        return step_told(number, _with_next(sentence, stepped.reception, desk), stepped.warnings)

    place.slot.ask(
        grammars.on_day(prompt), place.sight, lambda words: place.write(lambda desk: work(desk, words.strip()))
    )


def _with_next(sentence: str, reception: Reception, desk: Desk) -> str:
    """The sentence with the clock that runs out first now."""
    from planner.domain.clock import nearest_clock
    from planner.wording.clocks import clock_name
    from planner.wording.dates import left

    day = desk.day()
    clock = nearest_clock(reception, day)
    if clock is None:
        return sentence
    return t(
        "{sentence}; next: {clock}, {left}",
        sentence=sentence,
        clock=clock_name(clock.rule),
        left=left(clock.due, day.now, desk.lang, day.calendar),
    )


def _day(desk: Desk, words: str) -> date:
    """The day that words name, looking back; today without any. Raises ``Refused``."""
    from planner.desk.refused import Refused
    from planner.domain.moment import day_of
    from planner.tui.been import moment_been

    if not words:
        return desk.now.date()
    moment = moment_been(words, desk.day(), desk.lang, day_first=desk.settings.day_first)
    if moment is None:
        raise Refused(t("“{words}” is not a date: write fri, 27/11, in 3 days or 2026-11-27.", words=words))
    return day_of(moment)


def _join(names: tuple[str, ...]) -> str:
    """Names in a sentence."""
    return ", ".join(map(shown, names))


def _label(place: Place) -> str:
    """The number of the entry under the cursor, as it is shown."""
    return reception_label(reception_under(place).number)
