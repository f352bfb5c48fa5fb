"""A line, whole: signs first, then the dates in what is left, then the title.

The order matters: a sign or a quotation is set aside before any date is looked for, so ``@May`` is a person and
``"by friday"`` is text. Both languages are read when their guards see a reason; where their readings overlap, the
longer one stands, and the language of the interface decides a tie.
"""

from __future__ import annotations

from planner.capture.guard import may_be_chinese, may_be_english
from planner.capture.signs import Signs, scan
from planner.capture.title import title_of
from planner.domain.draft import Draft, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.reading import Reading
    from planner.capture.settle import Settled
    from planner.domain.moment import Moment, datetime
    from planner.domain.workdays import Calendar

__all__ = ["date_readings", "read_dates", "read_line", "read_moment"]

LONGEST = 4000
"""Characters of a line that are searched for dates; the rest is title. No one types a date past them."""


def read_line(line: str, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool) -> Draft:
    """The draft of a line."""
    signs = scan(line)
    settled = read_dates(signs, now, lang, calendar, day_first=day_first)
    fields = signs.fields
    if settled is not None:
        _merge(signs, settled)
        for code in settled.remarks:
            if code not in signs.remarks:
                signs.remarks.append(code)
    spans = sorted(signs.spans, key=lambda span: (span.start, span.end))
    return Draft(title=title_of(line, spans), spans=tuple(spans), remarks=tuple(signs.remarks), **fields)


def _merge(signs: Signs, settled: Settled) -> None:
    """Put what the readings came to beside what keys have already set."""
    fields = signs.fields
    if settled.rrule is not None:
        fields.setdefault("rrule", settled.rrule)
    if settled.due is not None and "due" not in fields:
        fields["due"], fields["end"] = settled.due, settled.end
        if settled.time_only:
            fields["time_only"] = True
    if settled.exdates:
        signs.add("exdates", *settled.exdates)


def date_readings(text: str, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool) -> list[Reading]:
    """The readings of a folded text in both languages, in order and without overlaps."""
    text = text[:LONGEST]
    found: list[Reading] = []
    if may_be_chinese(text):
        from planner.capture.chinese.phrase import readings as chinese

        found = chinese(text, now, calendar)
    rest = text
    for reading in found:
        rest = rest[: reading.start] + "\0" * (reading.end - reading.start) + rest[reading.end :]
    if may_be_english(rest) and (lang == "en" or text.isascii() or _has_letters(rest)):
        from planner.capture.english.phrase import readings as english

        found = found + english(rest, now, calendar, day_first=day_first)
        found.sort(key=lambda reading: reading.start)
    return found


def _has_letters(text: str) -> bool:
    """Whether an ASCII letter or digit stands in the text."""
    return any(char.isalnum() and char.isascii() for char in text)


def read_dates(signs: Signs, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool) -> Settled | None:
    """Read the dates that the signs left, and note their spans; ``None`` when there are none."""
    readings: list[Reading] = []
    if signs.dates:
        from planner.capture.keyed import read_keyed

        readings = read_keyed(signs, now, lambda text: date_readings(text, now, lang, calendar, day_first=day_first))
    free = date_readings(signs.text, now, lang, calendar, day_first=day_first)
    if signs.escapes:
        free = _refused(signs, free)
    readings += free
    if not readings:
        return None
    from planner.capture.settle import settle

    settled = settle(readings, now)
    for reading in settled.used:
        if not reading.key:
            signs.span(reading.start, reading.end, "recurrence" if reading.rule is not None else "due")
        if reading.rule is not None:
            signs.fields["from_completion"] = reading.rule.completion
    return settled


def _refused(signs: Signs, readings: list[Reading]) -> list[Reading]:
    """Drop the readings that a backslash refuses, and strike the backslash."""
    kept, places, at = [], signs.escapes, 0
    have = {span.start for span in signs.spans if span.role == "refused"}
    for reading in readings:
        while at < len(places) and places[at] + 1 < reading.start:
            at += 1
        if at == len(places) or places[at] + 1 >= reading.end:
            kept.append(reading)
        elif places[at] not in have:
            signs.spans.append(Span(start=places[at], end=places[at] + 1, role="refused"))
    return kept


def read_moment(text: str, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool) -> Moment | None:
    """The moment that a text names, when it names nothing beside it."""
    draft = read_line(text, now, lang, calendar, day_first=day_first)
    if draft.title.strip(" .,;。，") or draft.rrule is not None:
        return None
    return draft.due if draft.end is None or not draft.all_day else draft.end
