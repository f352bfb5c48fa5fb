"""The review's verbs: the walk, what stands in the report, its words, the file, that it was sent."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planner.tui import grammars
from planner.tui.messages import Outcome
from planner.wording import n, t
from planner.wording.dates import week_heading

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.report.document import Document
    from planner.report.span import Span
    from planner.tui.facts import Facts
    from planner.tui.places.place import Place
    from planner.tui.places.review import ReviewPlace

__all__ = ["edit", "go_review", "include", "interval", "report", "save", "seen", "sent", "walk"]


def go_review(place: Place) -> None:
    """To the review."""
    place.app.switch_mode("review")


def walk(place: Place) -> None:
    """Begin the walk, or leave it; from another place, go to it."""
    found = _review_place(place)
    if found is None:
        place.app.switch_mode("review")
        found = _review_place(place.app.place)
    if found is not None:
        found.walk()


def seen(place: Place) -> None:
    """The record under the cursor was looked at."""
    found = _review_place(place)
    stop = None if found is None or not found.walking else found.list.record
    key = getattr(stop, "key", None)
    if not isinstance(key, str):
        place.told(t("Nothing is walked through here: w begins."), refusal=True)
        return
    place.write(lambda desk: _seen(desk, key))


def include(place: Place) -> None:
    """In the report, out of it, by the rule again: one after the other."""
    numbers = place.numbers_of_matters()
    if numbers:
        place.write(lambda desk: _include(desk, numbers))


def interval(place: Place) -> None:
    """Ask after how many working days a review looks at a matter again; an empty line is each time."""
    numbers = place.numbers_of_matters()

    def entered(words: str) -> None:
        place.write(lambda desk: _interval(desk, numbers, words.strip()))

    if numbers:
        grammar = grammars.plain("interval", t("look again"), t("working days; empty: in each review"))
        place.slot.ask(grammar, place.sight, entered)


def report(place: Place) -> None:
    """Show the report on a sheet."""
    days = _days(place)

    def show(found: Facts) -> None:
        from planner.tui.widgets.sheet import Sheet

        place.app.push_screen(Sheet(found, ("report-edit", "report-save")), chosen)

    def chosen(command: str | None) -> None:
        if command is not None:
            place.action_command(command)

    place.app.fetch(lambda desk: _facts(desk, days), show)


def edit(place: Place) -> None:
    """Edit the report's words in the person's own editor."""
    days = _days(place)

    def opened(text: str) -> None:
        from planner.tui.editor import EditorError, edited

        try:
            made = edited(place.app, text)
        except EditorError as error:
            place.told(str(error), refusal=True)
            return
        if made.rstrip("\n") == text.rstrip("\n"):
            place.told(t("Nothing was changed, so nothing was kept."))
        else:
            place.write(lambda desk: _keep(desk, days, made))

    place.app.fetch(lambda desk: _text(desk, days), opened, opens=False)


def sent(place: Place) -> None:
    """Ask when the report went out; an empty line is now."""
    days = _days(place)

    def entered(when: str) -> None:
        place.write(lambda desk: _send(desk, days, when))

    place.slot.ask(grammars.plain("sent", t("sent"), t("when it went out; Enter is now")), place.sight, entered)


def save(place: Place) -> None:
    """Ask for a file and write the report to it, in the format that its name ends with."""
    days = _days(place)

    def entered(path: str) -> None:
        if path.strip():
            place.write(lambda desk: _save(desk, days, os.path.expanduser(path.strip())))

    grammar = grammars.plain("file", t("file"), t("its ending is the format: .docx .html .md .pdf"))
    place.slot.ask(grammar, place.sight, entered, value="report.docx")


def _review_place(place: Place | None) -> ReviewPlace | None:
    """The place as the review's, when it is that."""
    from planner.tui.places.review import ReviewPlace

    return place if isinstance(place, ReviewPlace) else None


def _days(place: Place) -> str | Span:
    """The days that are looked at; those since the last report from any other place."""
    found = _review_place(place)
    return "" if found is None or found.span is None else found.span


def _seen(desk: Desk, key: str) -> Outcome:
    from planner.desk.walking import seen as mark

    walked = mark(desk, key)
    left = len(walked.left)
    if not left:
        return Outcome(sentence=t("Everything was looked at. w goes back, T shows the report."))
    return Outcome(sentence=n("{count} left", "{count} left", left))


def _include(desk: Desk, numbers: tuple[int, ...]) -> Outcome:
    from planner.desk.reporting import edited_for, put_in
    from planner.domain.matter import Matter

    first = desk.book.read().get("matter", numbers[0])
    now = first.in_report if isinstance(first, Matter) else None
    made = put_in(desk, numbers, goes=_AFTER[now]).matters
    goes, title = made[0].in_report, made[0].title
    if edited_for(desk) is not None:
        return Outcome(
            sentence=t(
                "Noted, but the report stands in the words that you edited; emptied in Ctrl+E, they are worded anew."
            ),
            follow=("matter", made[0].number),
        )
    if len(made) > 1:
        return Outcome(
            sentence=n("{count} matter changed", "{count} matters changed", len(made)),
            follow=("matter", made[0].number),
        )
    sentence = (
        t("{number} stands in the report: {title}", number=made[0].number, title=title)
        if goes
        else t("{number} stands in no report: {title}", number=made[0].number, title=title)
        if goes is False
        else t("{number} stands in the report by rule: {title}", number=made[0].number, title=title)
    )
    return Outcome(sentence=sentence, follow=("matter", made[0].number))


def _interval(desk: Desk, numbers: tuple[int, ...], words: str) -> Outcome:
    from planner.desk.refused import Refused
    from planner.desk.walking import look_again

    if words and not (words.isascii() and words.isdecimal()):
        raise Refused(t("Say how many working days: 5, or nothing for each review."))
    made = look_again(desk, numbers, int(words) if words else None).matters[0]
    sentence = (
        t("{number} in each review: {title}", number=made.number, title=made.title)
        if made.review_every is None
        else t("{number} every {days} working days: {title}", number=made.number, days=made.review_every,
               title=made.title)
    )  # fmt: skip
    return Outcome(sentence=sentence, follow=("matter", made.number))


_AFTER = {None: True, True: False, False: None}


def _facts(desk: Desk, days: str | Span) -> Facts:
    """The report as a sheet tells it."""
    from planner.desk.reporting import report as made

    return _told(made(desk, days))


def _told(document: Document) -> Facts:
    """A document as facts: headings, and paragraphs under them."""
    from planner.report.document import Heading, Paragraph
    from planner.tui.facts import Facts
    from planner.wording.safe import shown

    lines = [("", shown(words)) for words in (document.subtitle, document.addressee) if words is not None]
    for block in document.blocks:
        if isinstance(block, Heading):
            lines.append((shown(block.text), ""))
        elif isinstance(block, Paragraph):
            lines.append(("", shown(block.text)))
    closing = [shown(words) for words in (document.signature, document.dated) if words is not None]
    return Facts(shown(document.title), (*lines, *(("", words) for words in closing)))


def _text(desk: Desk, days: str | Span) -> str:
    from planner.desk.reporting import text_of

    return text_of(desk, days)


def _keep(desk: Desk, days: str | Span, text: str) -> Outcome:
    from planner.desk.reporting import keep

    kept = keep(desk, days, text)
    if kept is None:
        return Outcome(sentence=t("Back to the draft: nothing is kept for these days."))
    return Outcome(sentence=t("The report's words are kept: T shows them."))


def _send(desk: Desk, days: str | Span, when: str) -> Outcome:
    from planner.capture import parse_moment
    from planner.desk.refused import Refused
    from planner.desk.reporting import send

    on = None
    if when.strip():
        on = parse_moment(when, desk.now, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
        if on is None:
            raise Refused(t("“{words}” is not a date: write fri, 27/11, in 3 days or 2026-11-27.", words=when))
    kept = send(desk, days, on)
    spoken = week_heading(kept.first, kept.last, desk.now, desk.lang)
    return Outcome(sentence=t("The report of {days} has gone out: the next one begins there.", days=spoken))


def _save(desk: Desk, days: str | Span, path: str) -> Outcome:
    from planner.desk.exporting import Wanted, export, format_wanted, save

    name = os.path.splitext(path)[1].lstrip(".") or "md"
    words = days if isinstance(days, str) else f"{days.first.isoformat()}..{days.last.isoformat()}"
    if not isinstance(days, str) and days.kind == "since":
        words = "since"
    save(path, export(desk, Wanted(kind="span", words=words, typed=words), format_wanted(name)))
    return Outcome(sentence=t("Written to {path}", path=path))
