"""The report of a span of days 一周工作情况 as a document: what leaves the office, so without scores, lights or masks.

DOMAIN.md section 7 shows how it reads. Everything in it was typed by somebody or happened on a day; what the planner
works out for the director's own eyes stays out, and so does what came of a restricted entry. It carries no request
请示 (条例 2012): what needs a leader is suggested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.record import Record
from planner.report.document import Document, Heading, Paragraph
from planner.report.passages import Passages
from planner.report.prose import days_said, long_day, month_said
from planner.report.span import span_around
from planner.wording import later_p, voice_of

if TYPE_CHECKING:
    from typing import Literal

    from planner.domain.party import Party
    from planner.report.document import Block
    from planner.report.review import Review

__all__ = ["Form", "weekly"]

_WEEK = 9
"""Days up to which what came since the last report is called a week's: one with a Sunday worked before it."""
_CHINESE = "一二三四五六七八九十"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_DONE = {
    "week": later_p("report", "Done this week"),
    "month": later_p("report", "Done this month"),
    "quarter": later_p("report", "Done this quarter"),
    "year": later_p("report", "Done this year"),
    "days": later_p("report", "Done"),
}
_NEXT = {
    "week": later_p("report", "Planned for next week ({days})"),
    "month": later_p("report", "Planned for next month ({days})"),
    "quarter": later_p("report", "Planned for next quarter ({days})"),
    "year": later_p("report", "Planned for next year ({days})"),
    "days": later_p("report", "Planned next ({days})"),
}


class Form(Record):
    """What the settings say of a report: the office that signs it and whom it is for."""

    office: str = ""
    """Empty: the office has no name yet and is called so."""
    addressee: str | None = None
    """By formal title; ``None``: the leader of the first rank."""


def weekly(review: Review, lang: Literal["en", "zh"], form: Form | None = None) -> Document:
    """The report of a review, in one language. Sections without anything to tell are left out."""
    chosen = form or Form()
    voice = voice_of(lang)
    office = chosen.office or voice.p("report", "The office")
    addressee = chosen.addressee or _first_leader(review.parties)
    said = Passages(review, lang, addressee)
    first, last = review.span.working(review.calendar)
    last = max([last, *(one.closed.date() for one in review.done if one.closed)])  # on a day off too, it is told
    days = days_said(first, last, lang)
    kind = _kind(review)
    ahead = days_said(*review.ahead.working(review.calendar), lang, year=review.ahead.last.year != last.year)
    sections = (
        (voice.p("report", _DONE[kind]), said.done()),
        (voice.p("report", "In progress"), said.progress()),
        (voice.p("report", "Problems"), said.problems()),
        (voice.p("report", _NEXT[_next_kind(review, kind)], days=ahead), said.ahead()),
        (voice.p("report", "For coordination"), said.suggestions()),
    )
    blocks: list[Block] = []
    for heading, groups in sections:
        if any(items for _, items in groups):
            place = sum(block.level == 1 for block in blocks if isinstance(block, Heading))
            blocks.append(Heading(level=1, text=_numbered(place, heading, lang)))
            blocks += _groups(groups, lang)
    dated = max(first, min(review.span.last, review.now.date()))
    return Document(
        title=_title(review, office, lang),
        lang=lang,
        subtitle=voice.p("report", "({days})", days=days),
        addressee=None if addressee is None else voice.p("report", "{title}:", title=addressee),
        blocks=tuple(blocks),
        signature=office,
        dated=long_day(dated, lang),
    )


def _kind(review: Review) -> str:
    """Which words the headings take: what came since a report of a week ago is a week's."""
    span = review.span
    if span.kind != "since":
        return span.kind
    return "week" if (span.last - span.first).days <= _WEEK else "days"


def _next_kind(review: Review, kind: str) -> str:
    """Which words the plan's heading takes: next week only when its first working day lies in it."""
    if kind != "week":
        return kind if review.ahead.kind == review.span.kind else "days"
    today = min(review.now.date(), review.span.last)
    first, _ = review.ahead.working(review.calendar)
    return "week" if first > span_around("week", today).last else "days"


def _title(review: Review, office: str, lang: str) -> str:
    """The title, by the kind of span."""
    voice, span, kind = voice_of(lang), review.span, _kind(review)
    if kind == "week":
        return voice.p("report", "{office}: the week's work", office=office)
    if kind == "month":
        return voice.p(
            "report", "{office}: work of {month} {year}",
            office=office, month=month_said(span.first.month, lang), year=span.first.year,
        )  # fmt: skip
    if kind == "quarter":
        return voice.p(
            "report", "{office}: work of quarter {quarter}, {year}",
            office=office, quarter=_quarter(span.first.month, lang), year=span.first.year,
        )  # fmt: skip
    if kind == "year":
        return voice.p("report", "{office}: work of {year}", office=office, year=span.first.year)
    return voice.p("report", "{office}: work done", office=office)


def _quarter(month: int, lang: str) -> str:
    """The quarter of a month: ``三``, ``3``."""
    place = (month - 1) // 3
    return _CHINESE[place] if lang == "zh" else str(place + 1)


def _groups(groups: tuple[tuple[str | None, tuple[str, ...]], ...], lang: str) -> list[Block]:
    """The groups of a section; a heading of its own is given only where there are two of them."""
    told = [(heading, items) for heading, items in groups if items]
    blocks: list[Block] = []
    for place, (heading, items) in enumerate(told):
        if heading is not None and len(told) > 1:
            text = f"（{_CHINESE[place]}）{heading}" if lang == "zh" else f"{chr(ord('A') + place)}. {heading}"
            blocks.append(Heading(level=2, text=text))
        blocks += [Paragraph(text=text) for text in _items(items, lang)]
    return blocks


def _items(items: tuple[str, ...], lang: str) -> list[str]:
    """The items of a group: numbered, unless there is one only; behind 1. a digit would be read as part of it."""
    if len(items) == 1:
        return list(items)
    bracketed = any(text[0].isdecimal() for text in items)
    if lang == "zh":
        return [f"（{place}）{text}" if bracketed else f"{place}.{text}" for place, text in enumerate(items, 1)]
    return [f"({place}) {text}" if bracketed else f"{place}. {text}" for place, text in enumerate(items, 1)]


def _numbered(place: int, heading: str, lang: str) -> str:
    """A heading of the first level with its number: ``一、``, ``I.``."""
    return f"{_CHINESE[place]}、{heading}" if lang == "zh" else f"{_ROMAN[place]}. {heading}"


def _first_leader(parties: tuple[Party, ...]) -> str | None:
    """The formal title of the leader of the first rank; ``None`` when no leader has a rank."""
    leaders = [party for party in parties if party.kind == "leader" and party.rank is not None]
    if not leaders:
        return None
    first = min(leaders, key=lambda party: (party.rank or 0, party.number))
    return " ".join((first.title or first.name).split())
