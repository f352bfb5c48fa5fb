"""What a typed line was understood to mean, said back in one line: the command line's echo and the preview's parts.

Everything that left the title is named, a date with its weekday and distance, and a name seen for the first time is
marked, so that a slip is noticed. User text is made safe to show (``safe.shown``) and is never markup.
"""

from __future__ import annotations

from planner.domain.record import Record
from planner.wording import Voice, voice_of
from planner.wording.safe import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from planner.domain.draft import Draft, PointDraft, VisitDraft
    from planner.domain.moment import datetime
    from planner.domain.workdays import Calendar

__all__ = ["SEPARATOR", "Part", "echo", "echo_point", "echo_visit", "parts", "parts_of_point", "parts_of_visit"]

SEPARATOR = " | "
"""Stands between the parts of an echo: plain ASCII, one cell wide everywhere."""


class Part(Record):
    """A piece of the echo: what it was taken for, and the words. ``role`` is a span's role, ``title`` or ``remark``."""

    role: str
    text: str


def echo(draft: Draft, now: datetime, lang: str, calendar: Calendar, new_names: Collection[str] = ()) -> str:
    """The one-line echo of a matter as typed. ``new_names``: the parties that the book has not seen before."""
    return SEPARATOR.join([part.text for part in parts(draft, now, lang, calendar, new_names)])


def echo_visit(draft: VisitDraft, now: datetime, lang: str, calendar: Calendar, new_names: Collection[str] = ()) -> str:
    """The one-line echo of a visit as typed."""
    return SEPARATOR.join([part.text for part in parts_of_visit(draft, now, lang, calendar, new_names)])


def echo_point(draft: PointDraft, now: datetime, lang: str, calendar: Calendar, new_names: Collection[str] = ()) -> str:
    """The one-line echo of a point as typed."""
    return SEPARATOR.join([part.text for part in parts_of_point(draft, now, lang, calendar, new_names)])


def parts(
    draft: Draft, now: datetime, lang: str, calendar: Calendar, new_names: Collection[str] = ()
) -> tuple[Part, ...]:
    """The echo of a matter in pieces, title first, for a preview that colours each by its role."""
    voice = voice_of(lang)
    made = [Part(role="title", text=shown(draft.title))] if draft.title else []  # an edit may have none
    if draft.due is not None or draft.start is not None or draft.rrule is not None or draft.catch_up is not None:
        made += _times(draft, now, voice, calendar)
    if draft.priority is not None:
        made.append(Part(role="priority", text=voice.t("p{level}", level=draft.priority)))
    made += _grades(draft, voice)
    made += _people(draft, voice, new_names)
    made += _rest(draft, voice)
    told = draft.due is not None  # its distance says already that a year is not known
    made += _remarks(tuple(one for one in draft.remarks if not (told and one == "unknown_year")), voice)
    return tuple(made)


def term(family: str, code: str, lang: str) -> str:
    """The word for a code; the words are imported now, since a plain title needs none of them (0.05 of a start)."""
    from planner.wording.terms import term as word_of

    return word_of(family, code, lang)


def _times(draft: Draft, now: datetime, voice: Voice, calendar: Calendar) -> Iterator[Part]:
    """The due date, the start and the recurrence."""
    from planner.wording.dates import said

    lang = voice.language
    if draft.due is not None:
        yield Part(role="due", text=said(draft.due, now, lang, calendar, draft.end))
    if draft.start is not None:
        yield Part(role="start", text=voice.t("from {when}", when=said(draft.start, now, lang, calendar)))
    if draft.rrule is not None:
        from planner.wording.recurrence import recurrence

        words = recurrence(draft.rrule, now, lang, from_completion=draft.from_completion, if_off=draft.if_off)
        yield Part(role="recurrence", text=words)
    elif draft.if_off is not None:
        yield Part(role="recurrence", text=term("if off", draft.if_off, lang))
    if draft.catch_up is not None:
        said_of_missed = (
            voice.t("each missed one is to be done") if draft.catch_up else voice.t("missed ones are skipped")
        )
        yield Part(role="recurrence", text=said_of_missed)
    if draft.exdates:
        from planner.wording.dates import day_heading

        days = voice.p("enumeration", ", ").join(day_heading(day, now, lang) for day in draft.exdates)
        yield Part(role="recurrence", text=voice.t("except {days}", days=days))


def _grades(draft: Draft, voice: Voice) -> Iterator[Part]:
    """Grade with its marks, nature, origin, urgency and work."""
    lang = voice.language
    if draft.marks:
        marks = voice.p("enumeration", ", ").join(term("short mark", mark, lang) for mark in draft.marks)
        grade = term("grade", draft.grade or "major", lang)
        yield Part(role="mark", text=voice.t("{grade}: {marks}", grade=grade, marks=marks))
    elif draft.grade is not None:
        yield Part(role="grade", text=term("grade", draft.grade, lang))
    if draft.nature is not None:
        yield Part(role="nature", text=term("nature", draft.nature, lang))
    if draft.origin is not None:
        yield Part(role="origin", text=term("origin", draft.origin, lang))
    if draft.urgency is not None:
        yield Part(role="urgency", text=voice.t("urgency: {level}", level=term("urgency", draft.urgency, lang)))
    if draft.work is not None:
        yield Part(role="work", text=voice.t("work: {work}", work=term("work", draft.work, lang)))


def _people(draft: Draft, voice: Voice, new_names: Collection[str]) -> Iterator[Part]:
    """Who assigned it, whom it is about, to whom it is handed."""
    if draft.assigned_by is not None:
        name = _named(draft.assigned_by, voice, new_names)
        yield Part(role="assigned_by", text=voice.t("assigned by {name}", name=name))
    if draft.parties:
        names = _listed(draft.parties, voice, new_names)
        yield Part(role="party", text=voice.t("with {names}", names=names))
    if draft.handed_to:
        yield Part(role="handed_to", text=_handed(draft.handed_to, voice, new_names))
    if draft.supervised:
        yield Part(role="supervised", text=voice.t("supervised"))


def _rest(draft: Draft, voice: Voice) -> Iterator[Part]:
    """Words, tags, reminders, steps ahead, what it waits for, the note, and what an edit empties."""
    comma = voice.p("enumeration", ", ")
    if draft.words is not None:
        yield Part(role="words", text=voice.t("words: “{words}”", words=shown(draft.words)))
    if draft.tags:
        yield Part(role="tag", text=voice.t("tags {tags}", tags=" ".join("+" + shown(tag) for tag in draft.tags)))
    if draft.remind:
        times = comma.join(_minutes(minutes, voice) for minutes in draft.remind)
        yield Part(role="remind", text=voice.t("remind {times} before", times=times))
    if draft.ahead:
        days = comma.join(voice.n("{count} working day", "{count} working days", days) for days in draft.ahead)
        yield Part(role="ahead", text=voice.t("prepare {days} ahead", days=days))
    if draft.needs:
        yield Part(role="needs", text=voice.t("waits for {numbers}", numbers=comma.join(map(str, draft.needs))))
    if draft.note is not None:
        yield Part(role="note", text=voice.t("note: {note}", note=shown(draft.note)))
    if draft.cleared:
        from planner.wording.fields import field

        for name in draft.cleared:
            yield Part(role=name, text=voice.t("{field} cleared", field=field(name, voice.language)))


def parts_of_visit(
    draft: VisitDraft, now: datetime, lang: str, calendar: Calendar, new_names: Collection[str] = ()
) -> tuple[Part, ...]:
    """The echo of a visit in pieces: who, how many, from where, what about, to whom, by when."""
    voice = voice_of(lang)
    name = voice.t("no name left") if draft.name is None else shown(draft.name)
    if draft.headcount > 1:
        name = voice.n("{name}, {count} person", "{name}, {count} people", draft.headcount, name=name)
    made = [Part(role="name", text=name)]
    if draft.unit is not None:
        made.append(Part(role="name", text=shown(draft.unit)))
    if draft.phone is not None:
        made.append(Part(role="phone", text=shown(draft.phone)))
    made.append(Part(role="channel", text=term("channel", draft.channel, lang)))
    if draft.kind != "public":
        made.append(Part(role="channel", text=term("visitor kind", draft.kind, lang)))
    made.append(Part(role="title", text=shown(draft.matter)))
    if draft.answered:
        made.append(Part(role="reply_due", text=term("route", "answered", lang)))
    if draft.reply:
        made.append(Part(role="reply_due", text=voice.t("answer: “{words}”", words=shown(draft.reply))))
    if draft.handed_to:
        names = _listed(draft.handed_to, voice, new_names)
        made.append(Part(role="handed_to", text=voice.t("forwarded to {names}", names=names)))
    if draft.reply_due is not None:
        from planner.wording.dates import said

        when = said(draft.reply_due, now, lang, calendar)
        made.append(Part(role="reply_due", text=voice.t("reply by {when}", when=when)))
    if draft.report_to:
        names = _listed(draft.report_to, voice, new_names)
        made.append(Part(role="report_to", text=voice.t("a point for {names}", names=names)))
    if draft.tags:
        made.append(
            Part(role="tag", text=voice.t("tags {tags}", tags=" ".join("+" + shown(tag) for tag in draft.tags)))
        )
    if draft.accused:
        names = _listed(draft.accused, voice, ())
        made.append(Part(role="party", text=voice.t("accused: {names}", names=names)))
    if draft.petition_class is not None:
        made.append(Part(role="grade", text=term("petition class", draft.petition_class, lang)))
    if draft.restricted or draft.petition_class == "accusation":
        made.append(Part(role="grade", text=voice.t("restricted")))
    return (*made, *_remarks(draft.remarks, voice))


def parts_of_point(
    draft: PointDraft, now: datetime, lang: str, calendar: Calendar, new_names: Collection[str] = ()
) -> tuple[Part, ...]:
    """The echo of a point in pieces: the words, to whom, in which direction, by when."""
    voice = voice_of(lang)
    made = [Part(role="title", text=shown(draft.text))]
    if draft.parties:
        names = _listed(draft.parties, voice, new_names)
        made.append(Part(role="party", text=voice.t("for {names}", names=names)))
    if draft.direction is not None:
        made.append(Part(role="party", text=term("direction", draft.direction, lang)))
    if draft.due is not None:
        from planner.wording.dates import said

        made.append(Part(role="due", text=said(draft.due, now, lang, calendar)))
    if draft.matter is not None:
        made.append(Part(role="needs", text=voice.t("on matter {number}", number=draft.matter)))
    if draft.tags:
        made.append(
            Part(role="tag", text=voice.t("tags {tags}", tags=" ".join("+" + shown(tag) for tag in draft.tags)))
        )
    return (*made, *_remarks(draft.remarks, voice))


def _named(name: str, voice: Voice, new_names: Collection[str]) -> str:
    """A party's name, marked when it is new to the book."""
    return voice.t("{name} *new*", name=shown(name)) if name in new_names else shown(name)


def _listed(names: tuple[str, ...], voice: Voice, new_names: Collection[str]) -> str:
    """Names in a row."""
    return voice.p("enumeration", ", ").join([_named(name, voice, new_names) for name in names])


def _handed(names: tuple[str, ...], voice: Voice, new_names: Collection[str]) -> str:
    """To whom it is handed; of several the first leads 主办 and the rest assist 协办."""
    lead = _named(names[0], voice, new_names)
    if len(names) == 1:
        return voice.t("handed to {name}", name=lead)
    return voice.t("handed to {lead} (leads), with {rest}", lead=lead, rest=_listed(names[1:], voice, new_names))


def _minutes(minutes: int, voice: Voice) -> str:
    """A length of time in the largest unit that divides it."""
    if minutes and minutes % 1440 == 0:
        return voice.n("{count} day", "{count} days", minutes // 1440)
    if minutes and minutes % 60 == 0:
        return voice.t("{count} h", count=minutes // 60)
    return voice.t("{count} min", count=minutes)


def _remarks(remarks: tuple[str, ...], voice: Voice) -> Iterator[Part]:
    """What must be said beside the reading."""
    for remark in remarks:
        if remark == "rolled_forward":
            text = voice.t("that day or hour is past, so the next one was taken")
        elif remark == "two_readings":
            text = voice.t("this date can be read in two ways: check it")
        elif remark == "past":
            text = voice.t("this is in the past")
        elif remark == "conflict":
            text = voice.t("two readings clash: check what was kept")
        elif remark == "unread":
            text = voice.t("a part was not understood and stays in the title")
        elif remark == "unknown_year":
            text = voice.t("days off of that year not known: weekends only")
        else:
            text = remark
        yield Part(role="remark", text=text)
