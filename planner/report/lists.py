"""Lists as documents: the day's page, the reception log, matters, and what a talk with one party is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.moment import datetime
from planner.report.document import Document, Heading, Paragraph, Table
from planner.report.prose import long_day
from planner.wording import later_p, n, p, t, voice_of
from planner.wording.dates import clock as time_said
from planner.wording.dates import on
from planner.wording.page import Band, Row, bands_of, matter_row, reception_row, visitor_of
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from planner.domain.clock import Clock
    from planner.domain.day import Day
    from planner.domain.matter import Matter
    from planner.domain.moment import Moment
    from planner.domain.point import Point
    from planner.domain.reception import Reception
    from planner.domain.talk import Agenda
    from planner.domain.today import Today
    from planner.report.document import Block

    Lang = Literal["en", "zh"]

__all__ = ["matters_document", "party_document", "today_document", "visits_document"]

_COLUMNS = (
    ("number", later_p("column", "No.")),
    ("badge", later_p("column", "Note")),
    ("text", later_p("column", "Matter")),
    ("detail", later_p("column", "Whom")),
    ("when", later_p("column", "Date")),
    ("left", later_p("column", "Left")),
)
"""The texts of a row and their heads; a column in which nothing stands is left out."""
_OTHER_HEADS = {
    ("receptions", "badge"): later_p("column", "Clock"),
    ("receptions", "text"): later_p("column", "Visitor"),
    ("receptions", "detail"): later_p("column", "About"),
    ("owed", "badge"): later_p("column", "Light"),
    ("talks", "text"): later_p("column", "Whom"),
    ("talks", "detail"): later_p("column", "Points"),
    ("neglected", "detail"): later_p("column", "Why"),
    ("done", "detail"): later_p("column", "Result"),
    ("done", "left"): later_p("column", "State"),
    ("steps", "text"): later_p("column", "Step"),
    ("steps", "detail"): later_p("column", "For"),
    ("timed", "when"): later_p("column", "Time"),
}
"""Heads that differ by what the list is of."""


def today_document(page: Today, day: Day, lang: Lang) -> Document:
    """The day's page, band by band."""
    blocks: list[Block] = []
    for band in bands_of(page, day, lang):
        blocks += _band(band)
    if not blocks:
        blocks.append(Paragraph(text=t("Nothing is open.")))
    return Document(
        title=p("document", "Matters of the day"), lang=lang, subtitle=_bracketed(_day(day, lang)), blocks=tuple(blocks)
    )


def matters_document(matters: Iterable[Matter], day: Day, lang: Lang) -> Document:
    """Matters as a list, in the order given, the majors first in a table of their own."""
    listed = tuple(matters)
    blocks: list[Block] = []
    for grade, heading in (("major", t("Major")), ("minor", t("Minor"))):
        rows = tuple(_matter(one, day, lang) for one in listed if one.grade == grade)
        blocks += _band(Band(name=grade, title=heading, count=len(rows), rows=rows)) if rows else ()
    if not blocks:
        blocks.append(Paragraph(text=t("There are none.")))
    return Document(
        title=p("document", "Matters"), lang=lang, subtitle=_bracketed(_day(day, lang)), blocks=tuple(blocks)
    )


def visits_document(
    entries: Iterable[tuple[Reception, Clock | None]], day: Day, lang: Lang, withheld: int = 0
) -> Document:
    """The reception log: those that wait first, each with the clock that runs out first.

    ``withheld`` restricted entries are not in it; the count of all tells of them (art. 30).
    """
    listed = tuple(entries)
    heads = tuple(
        p("column", head)
        for head in (
            later_p("column", "No."),
            later_p("column", "Came"),
            later_p("column", "Visitor"),
            later_p("column", "About"),
            later_p("column", "Handled by"),
            later_p("column", "Answer"),
        )
    )
    rows = tuple(_visit(one, clock, day, lang) for one, clock in listed)
    waiting = sum(one.state == "open" for one, _ in listed)
    count = n(
        "{count} entry, {waiting} of them awaiting an answer.",
        "{count} entries, {waiting} of them awaiting an answer.",
        len(rows),
        waiting=waiting,
    )
    told = [Paragraph(text=count)]
    if withheld:
        more = n(
            "{count} more entry is restricted and not shown.",
            "{count} more entries are restricted and not shown.",
            withheld,
        )
        told.append(Paragraph(text=more))
    blocks: tuple[Block, ...] = (*told, *((Table(heads=heads, rows=rows),) if rows else ()))
    return Document(
        title=p("document", "Reception log"), lang=lang, subtitle=_bracketed(_day(day, lang)), blocks=blocks
    )


def party_document(agenda: Agenda, day: Day, lang: Lang) -> Document:
    """What a talk with a party is about: points, matters late, standing still and done, visits, standing questions."""
    blocks: list[Block] = []
    for heading, points in ((t("To say"), agenda.waiting), (t("Said since the last talk"), agenda.told)):
        if points:
            blocks.append(Heading(level=1, text=heading))
            blocks += [Paragraph(text=_numbered(place, point)) for place, point in enumerate(points, 1)]
    for name, heading, matters in (
        ("overdue", t("Overdue"), agenda.overdue),
        ("stuck", t("Standing still"), agenda.stuck),
        ("done", t("Done since the last talk"), agenda.done),
    ):
        rows = tuple(_matter(one, day, lang) for one in matters)
        blocks += _band(Band(name=name, title=heading, count=len(rows), rows=rows)) if rows else ()
    visits = tuple(reception_row(one, None, day, lang) for one in agenda.visits if not one.restricted)
    if visits:
        blocks += _band(Band(name="receptions", title=t("Visitors"), count=len(visits), rows=visits))
    if agenda.questions:
        blocks.append(Heading(level=1, text=t("To ask each time")))
        blocks += [Paragraph(text=text) for text in agenda.questions]
    if not blocks:
        blocks.append(Paragraph(text=t("Nothing waits for {name}.", name=agenda.name)))
    return Document(
        title=p("document", "Talk with {name}", name=agenda.name),
        lang=lang,
        subtitle=_bracketed(_day(day, lang)),
        blocks=tuple(blocks),
    )


def _day(day: Day, lang: str) -> str:
    """The day of the list."""
    return long_day(day.today, lang)


def _bracketed(text: str) -> str:
    """The line under a title."""
    return p("document", "({day})", day=text)


def _numbered(place: int, point: Point) -> str:
    """A point with its place in the list."""
    return p("document", "{place}. {text}", place=place, text=point.text)


def _matter(one: Matter, day: Day, lang: str) -> Row:
    """A matter's row with its date in full, since a list is read on other days too."""
    row = matter_row(one, day, lang)
    if one.closed is not None:
        return row.replace(detail=one.result or "", when=_date(one.closed.date(), day, lang))
    return row if one.due is None else row.replace(when=_date(one.due, day, lang))


def _date(moment: Moment, day: Day, lang: str) -> str:
    """A moment in full: ``29 Sep``, ``9月29日 16:00``."""
    said = on(moment, day.now, lang)
    return p("date", "{day} {time}", day=said, time=time_said(moment)) if isinstance(moment, datetime) else said


def _visit(one: Reception, clock: Clock | None, day: Day, lang: str) -> tuple[str, ...]:
    """A line of the log."""
    row = reception_row(one, clock, day, lang, private=True)  # what is private was taken away before
    names = voice_of(lang).p("enumeration", ", ").join(one.handed_to)
    return (
        row.number,
        on(one.at.date(), day.now, lang),
        visitor_of(one),
        one.matter,
        names or (one.received_by or ""),
        term("reception state", one.state, lang)
        if clock is None or one.state != "open"
        else p("document", "by {day}", day=_date(clock.due, day, lang)),
    )


def _band(band: Band) -> list[Block]:
    """A heading with the count, and the rows as a table of the columns that hold something."""
    used = [
        (name, _OTHER_HEADS.get((band.name, name), head))
        for name, head in _COLUMNS
        if any(getattr(row, name) for row in band.rows)
    ]
    heads = tuple(p("column", head) for _, head in used)
    rows = tuple(tuple(_cell(row, name) for name, _ in used) for row in band.rows)
    heading = band.title if band.name == "owed" else t("{title} ({count})", title=band.title, count=band.count)
    return [Heading(level=1, text=heading), Table(heads=heads, rows=rows)]


def _cell(row: Row, name: str) -> str:
    """One text of a row."""
    text: str = getattr(row, name)
    return text.strip("[]［］") if name == "badge" else text
