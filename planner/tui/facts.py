"""All that is kept about a record, in words: a title, lines of label and words, logs. Drawn by ``widgets.detail``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.tui.subjects import subject_of
from planner.wording import n, p, t
from planner.wording.dates import said, stamp
from planner.wording.fields import field
from planner.wording.numbers import reception_label
from planner.wording.page import visitor_of
from planner.wording.safe import shown
from planner.wording.terms import grade_reason, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.domain.moment import Moment
    from planner.tui.messages import Sight

    Line = tuple[str, str]

__all__ = ["Facts", "facts_of"]

LAST = 6
"""Entries of a log that are shown, the latest last."""


class Facts(NamedTuple):
    """What is told of one record. A line with a label and no words is a heading; one without a label stands alone."""

    title: str = ""
    lines: tuple[tuple[str, str], ...] = ()


def facts_of(record: object, sight: Sight) -> Facts:
    """The record in words, safe to show."""
    subject = subject_of(record)
    if isinstance(subject, Matter):
        return Facts(f"{subject.number}  {shown(subject.title)}", tuple(_matter(subject, sight)))
    if isinstance(subject, Reception):
        return Facts(reception_label(subject.number), tuple(_reception(subject, sight)))
    if isinstance(subject, Point):
        return Facts(shown(subject.text), tuple(_point(subject, sight)))
    if subject is None:
        return Facts()
    name = str(getattr(subject, "name", ""))
    return Facts(shown(name), tuple(_party(record, subject, name, sight)))


def _when(moment: Moment, sight: Sight, end: Moment | None = None) -> str:
    """A moment in full."""
    return said(moment, sight.day.now, sight.lang, sight.day.calendar, end)


def _names(names: tuple[str, ...]) -> str:
    """Names in a row."""
    return p("enumeration", ", ").join(shown(name) for name in names)


def _matter(matter: Matter, sight: Sight) -> Iterator[Line]:
    """A matter, line by line."""
    grade = term("grade", matter.grade, sight.lang)
    reason = grade_reason(matter.grade_reason, matter.marks, sight.lang)
    yield field("grade"), t("{grade}: {reason}", grade=grade, reason=reason)
    if matter.state != "open":
        yield field("state"), term("matter state", matter.state, sight.lang)
    if matter.due is not None:
        yield field("due"), _when(matter.due, sight, matter.end)
    if matter.start is not None:
        yield field("start"), _when(matter.start, sight)
    if matter.rrule is not None:
        from planner.wording.recurrence import recurrence

        words = recurrence(
            matter.rrule,
            sight.day.now,
            sight.lang,
            from_completion=matter.from_completion,
            if_off=matter.if_off,
        )
        yield field("rrule"), words
    if matter.priority != 4:
        yield field("priority"), str(matter.priority)
    for name, family in (("urgency", "urgency"), ("work", "work"), ("nature", "nature"), ("origin", "origin")):
        value = getattr(matter, name)
        if value is not None:
            yield field(name), term(family, value, sight.lang)
    if matter.assigned_by is not None:
        yield field("assigned_by"), shown(matter.assigned_by)
    if matter.handed_to:
        names = _names(matter.handed_to)
        yield field("handed_to"), t("{names}, supervised", names=names) if matter.supervised else names
    if matter.parties:
        yield field("parties"), _names(matter.parties)
    if matter.tags:
        yield field("tags"), " ".join("+" + shown(tag) for tag in matter.tags)
    if matter.needs:
        yield field("needs"), p("enumeration", ", ").join(map(str, matter.needs))
    if matter.postponed:
        yield field("postponed"), str(matter.postponed)
    if matter.receptions:
        yield field("receptions"), " ".join(map(reception_label, matter.receptions))
    if matter.words is not None:
        yield field("words"), shown(matter.words)
    if matter.result is not None:
        yield field("result"), shown(matter.result)
    yield from _logs(matter, sight)


def _logs(matter: Matter, sight: Sight) -> Iterator[Line]:
    """Steps, returns, chases and notes."""
    now, lang = sight.day.now, sight.lang
    if matter.steps:
        yield field("steps"), ""
        for step in matter.steps:
            mark = "[x]" if step.done else "[ ]"
            ahead = ""
            if step.ahead is not None:
                ahead = " " + n("{count} working day ahead", "{count} working days ahead", step.ahead)
            yield "", f"{mark} {shown(step.text)}{ahead}"
    if matter.returns:
        yield field("returns"), ""
        for back in matter.returns[-LAST:]:
            yield "", _entry(stamp(back.at, now, lang), back.by, back.words)
    if matter.chases:
        yield field("chases"), ""
        for chase in matter.chases[-LAST:]:
            words = chase.promise or ""
            if chase.promised is not None:
                promised = t("promised for {when}", when=stamp(chase.promised, now, lang))
                words = f"{words} ({promised})" if words else promised
            yield "", _entry(stamp(chase.at, now, lang), chase.party, words)
    if matter.notes:
        yield field("notes"), ""
        for note in matter.notes[-LAST:]:
            yield "", _entry(stamp(note.at, now, lang), None, note.text)


def _entry(when: str, who: str | None, words: str) -> str:
    """One line of a log."""
    return "  ".join(part for part in (when, shown(who) if who else "", shown(words)) if part)


def _reception(reception: Reception, sight: Sight) -> Iterator[Line]:
    """A reception, line by line; a restricted one says only that it is."""
    now, lang = sight.day.now, sight.lang
    yield field("state"), term("reception state", reception.state, lang)
    yield field("at"), stamp(reception.at, now, lang)
    from planner.domain.clock import clocks_of
    from planner.wording.clocks import clock_name

    running = clocks_of(reception, sight.day.calendar, sight.day.clocks)
    clocks = [(clock_name(clock.rule), _when(clock.due, sight)) for clock in running]
    if reception.restricted:
        yield "", t("restricted entry")
    else:
        yield field("name"), shown(visitor_of(reception))
        for name in ("unit", "phone", "asked", "received_by", "petition_number"):
            value = getattr(reception, name)
            if value:
                yield field(name), shown(value)
        yield field("matter"), shown(reception.matter)
        yield field("channel"), term("channel", reception.channel, lang)
        if reception.route is not None:
            yield field("route"), term("route", reception.route, lang)
        if reception.handed_to:
            yield field("handed_to"), _names(reception.handed_to)
        if reception.matters:
            yield field("matters"), " ".join(map(str, reception.matters))
        if reception.reply:
            yield field("reply"), shown(reception.reply)
        if reception.void_reason:
            yield field("void_reason"), shown(reception.void_reason)
    if clocks:
        yield t("Time limits (reference, not legal advice)"), ""
        yield from clocks


def _point(point: Point, sight: Sight) -> Iterator[Line]:
    """A point, line by line."""
    yield field("direction"), term("direction", point.direction, sight.lang)
    waiting = point.waiting
    if waiting:
        yield t("to be told"), _names(waiting)
    if point.due is not None:
        yield field("due"), _when(point.due, sight)
    if point.original:
        yield field("original"), shown(point.original)
    if point.ticks:
        yield field("ticks"), ""
        for tick in point.ticks[-LAST:]:
            when = stamp(tick.at, sight.day.now, sight.lang)
            yield "", _entry(when, tick.party, tick.answer or tick.how or "")


def _party(record: object, subject: object, name: str, sight: Sight) -> Iterator[Line]:
    """A party with what waits for it, in the words that are to be said."""
    party = getattr(record, "party", None) or subject
    kind = getattr(party, "kind", None)
    if kind is not None:
        yield field("kind"), term("party kind", kind, sight.lang)
    cadence = getattr(party, "cadence", None)
    if cadence is not None:
        yield field("cadence"), n("{count} working day", "{count} working days", cadence)
    last = getattr(party, "last_talk", None)
    if last is not None:
        yield field("last_talk"), stamp(last, sight.day.now, sight.lang)
    late = getattr(subject, "late", None)
    if late:
        yield t("overrun"), n("{count} working day", "{count} working days", late)
    waiting = [words for names, words in sight.points if name in names]
    if waiting:
        yield field("points"), ""
        for words in waiting:
            yield "", f"[ ] {shown(words)}"
