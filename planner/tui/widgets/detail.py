"""All that is kept about the record under the cursor, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.tui.subjects import subject_of
from planner.wording import n, p, t
from planner.wording.dates import said, stamp
from planner.wording.fields import field
from planner.wording.numbers import reception_label
from planner.wording.page import visitor_of
from planner.wording.safe import cells, shown
from planner.wording.terms import grade_reason, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from planner.domain.moment import Moment
    from planner.tui.messages import Sight

    Line = tuple[str, str]

__all__ = ["Detail", "content_of"]

LABEL = "$muted"
LAST = 6
"""Entries of a log that are shown, the latest last."""


class Detail(VerticalScroll, can_focus=False):
    """The pane beside the list."""

    def __init__(self) -> None:
        super().__init__(id="detail")
        self._shown: Content | None = None

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static("", id="detail-text", markup=False)

    def on_mount(self) -> None:
        """Show what was told before there was a place for it."""
        if self._shown is not None:
            self.query_one(Static).update(self._shown)

    def tell(self, record: object, sight: Sight) -> None:
        """Tell about a record."""
        content = content_of(record, sight)
        if content != self._shown:
            self._shown = content
            if self.is_mounted:
                self.query_one(Static).update(content)
                self.scroll_home(animate=False)


def content_of(record: object, sight: Sight) -> Content:
    """A record in words: its title, then a line a field, then its logs."""
    subject = subject_of(record)
    if isinstance(subject, Matter):
        title, lines = shown(subject.title), list(_matter(subject, sight))
        title = f"{subject.number}  {title}"
    elif isinstance(subject, Reception):
        title, lines = reception_label(subject.number), list(_reception(subject, sight))
    elif isinstance(subject, Point):
        title, lines = shown(subject.text), list(_point(subject, sight))
    elif subject is not None:
        title, lines = shown(str(getattr(subject, "name", ""))), list(_party(record, subject, sight))
    else:
        return Content("")
    wide = max((cells(label) for label, _ in lines if label), default=0)
    parts: list[tuple[str, str]] = [(title, "bold $foreground"), ("\n", "")]
    for label, words in lines:
        if label and words:
            parts += [(f"\n{label}{' ' * (wide - cells(label))}  ", LABEL), (words, "")]
        elif label:
            parts += [(f"\n\n{label}", "bold $primary")]
        else:
            parts += [(f"\n{words}", "")]
    return Content.assemble(*parts)


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

    rules = {"notice": t("notice"), "finish": t("finish"), "reply": t("reply")}
    clocks = [f"{rules[clock.rule]}  {_when(clock.due, sight)}" for clock in clocks_of(reception, sight.day.calendar)]
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
        for line in clocks:
            yield "", line


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


def _party(record: object, subject: object, sight: Sight) -> Iterator[Line]:
    """A party with what waits for it."""
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
    count = getattr(subject, "points", None)
    if isinstance(count, int):
        yield field("points"), str(count)
    waiting = [point for point in sight.points if isinstance(subject.name, str) and subject.name in point[0]]  # type: ignore[attr-defined]
    for _, words in waiting:
        yield "", f"[ ] {shown(words)}"
