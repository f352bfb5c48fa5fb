"""Everything about one record in words, line by line: what ``show`` prints and the detail pane shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.clock import clocks_of
from planner.domain.directory import Directory
from planner.domain.kept_report import KeptReport
from planner.domain.light import Thresholds
from planner.domain.matter import Chase, Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.supervision import chase_day, first_due, kind_of_handing, light_history
from planner.domain.waiting import wait_is_over
from planner.wording import n, p, t
from planner.wording.clocks import clock_said, event_name
from planner.wording.dates import on, said, stamp, week_heading
from planner.wording.fields import field
from planner.wording.handing import named_in_order
from planner.wording.masks import discreet
from planner.wording.numbers import reception_label
from planner.wording.recurrence import recurrence
from planner.wording.steps import step_said
from planner.wording.terms import grade_reason, term, verb_of_handing

if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.entry import Entry
    from planner.domain.moment import Moment, datetime

    Line = tuple[str, str]

__all__ = ["cadence_said", "chase_said", "details_of"]


def details_of(
    record: Entry,
    day: Day,
    lang: str,
    *,
    private: bool = False,
    directory: Directory | None = None,
    thresholds: Thresholds | None = None,
) -> tuple[tuple[str, str], ...]:
    """(label, words) of each thing that is known; a line without a label is the heading, the first one.

    A restricted reception says no more than its number and state, and phones are cut, unless ``private``. A matter or
    point is told as it is given: ``masks.discreet`` makes it fit to be shown. The ``directory`` words the handing over
    by the party's kind; the ``thresholds`` are those of the light's history.
    """
    if isinstance(record, Matter):
        lines = _matter(record, day, lang, directory or Directory(()), thresholds or Thresholds())
    elif isinstance(record, Reception):
        lines = _reception(record if private else discreet(record, _nobody), day, lang, private=private)
    elif isinstance(record, Point):
        lines = _point(record, day, lang)
    elif isinstance(record, Party):
        lines = _party(record, day, lang)
    elif isinstance(record, KeptReport):
        lines = _report(record, day, lang)
    else:
        lines = [("", str(record.number))]
    if record.created is not None:
        lines.append((field("created"), stamp(record.created, day.now, lang)))
    return tuple(line for line in lines if line[1])


def _report(report: KeptReport, day: Day, lang: str) -> list[Line]:
    """A report's days, when it was sent, and its words line by line."""
    days = week_heading(report.first, report.last, day.now, lang)
    lines = [
        ("", t("Report of {days}", days=days)),
        (field("sent"), _stamp(report.sent, day.now, lang)),
    ]
    return lines + [(field("text"), line) for line in (report.text or "").splitlines()]


def _nobody(kind: str, number: int) -> None:
    """The lookup of a reception that no reception needs."""


def _matter(matter: Matter, day: Day, lang: str, directory: Directory, thresholds: Thresholds) -> list[Line]:
    """A matter's lines."""
    now, join = day.now, p("enumeration", ", ")
    grade = term("grade", matter.grade, lang)
    lines: list[Line] = [
        ("", t("{number} {title}", number=matter.number, title=matter.title)),
        (
            field("grade"),
            t("{grade} ({reason})", grade=grade, reason=grade_reason(matter.grade_reason, matter.marks, lang)),
        ),
        (field("state"), _state(matter, day, lang)),
        (field("waiting_for"), matter.waiting_for or ""),
        (field("due"), "" if matter.due is None else said(matter.due, now, lang, day.calendar, matter.end)),
        (t("first date, which is scored"), _first_date(matter, now, lang)),
        (field("start"), _stamp(matter.start, now, lang)),
        (
            field("rrule"),
            recurrence(matter.rrule, now, lang, from_completion=matter.from_completion, if_off=matter.if_off)
            if matter.rrule
            else "",
        ),
        (field("exdates"), join.join(stamp(one, now, lang) for one in matter.exdates)),
        (field("catch_up"), t("yes") if matter.catch_up else ""),
        (field("series"), "" if matter.series is None else str(matter.series)),
        (field("remind"), join.join(t("{count} min", count=minutes) for minutes in matter.remind)),
        (field("priority"), "" if matter.priority == 4 else f"p{matter.priority}"),
        (field("urgency"), "" if matter.urgency is None else term("urgency", matter.urgency, lang)),
        (field("work"), "" if matter.work is None else term("work", matter.work, lang)),
        (field("nature"), "" if matter.nature is None else term("nature", matter.nature, lang)),
        (field("origin"), "" if matter.origin is None else term("origin", matter.origin, lang)),
        (field("assigned_by"), matter.assigned_by or ""),
        (field("words"), t("“{words}”", words=matter.words) if matter.words else ""),
        (field("parties"), join.join(matter.parties)),
        (
            verb_of_handing(kind_of_handing(matter, directory), lang) if matter.handed_to else "",
            named_in_order(matter.handed_to),
        ),
        (field("supervised"), t("yes") if matter.supervised else ""),
        (field("stage"), "" if matter.stage is None else term("stage", matter.stage, lang)),
        (field("tags"), " ".join(f"+{tag}" for tag in matter.tags)),
        (field("needs"), join.join(str(number) for number in matter.needs)),
        (field("receptions"), join.join(reception_label(number) for number in matter.receptions)),
        (field("postponed"), n("put off once", "put off {count} times", matter.postponed) if matter.postponed else ""),
        (field("signing"), _stamp(matter.signing, now, lang)),
        (field("result"), matter.result or ""),
        (field("in_report"), "" if matter.in_report is None else t("yes") if matter.in_report else t("no")),
        (field("reviewed"), _stamp(matter.reviewed, now, lang)),
        (field("review_every"), "" if matter.review_every is None else str(matter.review_every)),
        *((field("links"), link) for link in matter.links),
    ]
    lines += [(field("steps"), step_said(step, matter, day, lang)) for step in matter.steps]
    lines += [
        (
            field("returns"),
            t("{when} {who}: “{words}”", when=stamp(one.at, now, lang), who=one.by, words=one.words)
            if one.by
            else t("{when}: “{words}”", when=stamp(one.at, now, lang), words=one.words),
        )
        for one in matter.returns
    ]
    lines += [
        (
            field("extensions"),
            " ".join(
                (stamp(made.at, now, lang), stamp(made.was, now, lang), "->", stamp(made.until, now, lang))
                + ((made.reason,) if made.reason else ())
            ),
        )
        for made in matter.extensions
    ]
    lines += [(field("chases"), chase_said(one, matter, day, lang)) for one in matter.chases]
    lines.append((t("next chase"), _stamp(chase_day(matter, day.calendar), now, lang)))
    if matter.is_assigned:
        history = p("enumeration", ", ").join(
            t("{light} since {day}", light=term("light", one.light, lang), day=on(one.on, now, lang))
            for one in light_history(matter, day, thresholds)
        )
        lines.append((t("light"), history))
    lines += [
        (field("notes"), t("{when}: {words}", when=stamp(one.at, now, lang), words=one.text)) for one in matter.notes
    ]
    return lines


def chase_said(one: Chase, matter: Matter, day: Day, lang: str) -> str:
    """An entry of the chase log: when, whom, how, what was said; and apart from it what was promised, kept or not."""
    now = day.now
    parts = [stamp(one.at, now, lang), one.party or "", t("({how})", how=one.how) if one.how else ""]
    parts.append(t("said “{words}”", words=one.said) if one.said else "")
    parts.append(t("promised “{words}”", words=one.promise) if one.promise else "")
    if one.promised is not None:
        when = stamp(one.promised, now, lang)
        broken = matter.is_open and day.is_past(one.promised)
        parts.append(t("promised for {day}: not kept", day=when) if broken else t("promised for {day}", day=when))
    return " ".join(part for part in parts if part)


def _state(matter: Matter, day: Day, lang: str) -> str:
    """The state; of one that waits, until when, and whether that has come."""
    state = term("matter state", matter.state, lang)
    if matter.state != "waiting" or matter.waiting_until is None:
        return state
    until = stamp(matter.waiting_until, day.now, lang)
    if wait_is_over(matter, day):
        return t("{state} until {day}, which has come", state=state, day=until)
    return t("{state} until {day}", state=state, day=until)


def _first_date(matter: Matter, now: datetime, lang: str) -> str:
    """The date that the term is scored on, where an extension did not move it."""
    first = first_due(matter)
    return "" if first is None or first == matter.due else stamp(first, now, lang)


def _reception(reception: Reception, day: Day, lang: str, *, private: bool) -> list[Line]:
    """A reception's lines."""
    now, join = day.now, p("enumeration", ", ")
    state: list[Line] = [
        ("", reception_label(reception.number)),
        (field("state"), term("reception state", reception.state, lang)),
    ]
    clocks = [(t("clock"), clock_said(clock, day, lang)) for clock in clocks_of(reception, day.calendar, day.clocks)]
    if reception.restricted and not private:
        return [*state, (field("marked_restricted"), t("shown with --private only")), *clocks]
    return [
        *state,
        (field("void_reason"), reception.void_reason or ""),
        (field("erased"), _stamp(reception.erased, now, lang)),
        (field("erase_reason"), reception.erase_reason or ""),
        (field("at"), stamp(reception.at, now, lang)),
        (field("name"), reception.name or ("" if reception.erased else t("no name left"))),
        (field("headcount"), str(reception.headcount) if reception.headcount > 1 else ""),
        (field("phone"), reception.phone or ""),
        (field("unit"), reception.unit or ""),
        (field("channel"), term("channel", reception.channel, lang)),
        (field("kind"), term("visitor kind", reception.kind, lang)),
        (field("matter"), reception.matter),
        (field("asked"), reception.asked or ""),
        (field("received_by"), reception.received_by or ""),
        (
            field("petition_class"),
            "" if reception.petition_class is None else term("petition class", reception.petition_class, lang),
        ),
        (field("petition_number"), reception.petition_number or ""),
        (field("accused"), join.join(reception.accused)),
        (field("grave"), t("yes") if reception.grave else ""),
        (field("sex"), reception.sex or ""),
        (field("age"), "" if reception.age is None else str(reception.age)),
        (field("left"), _stamp(reception.left, now, lang)),
        (field("attachments"), join.join(reception.attachments)),
        (field("template"), reception.template or ""),
        (field("route"), "" if reception.route is None else term("route", reception.route, lang)),
        (field("handed_to"), join.join(reception.handed_to)),
        (field("noticed"), _stamp(reception.noticed, now, lang)),
        (field("accepted"), _stamp(reception.accepted, now, lang)),
        *_steps_of(reception, now, lang),
        (field("reply"), reception.reply or ""),
        (field("reply_how"), reception.reply_how or ""),
        (field("replied"), _stamp(reception.replied, now, lang)),
        (field("satisfaction"), reception.satisfaction or ""),
        (field("matters"), join.join(str(number) for number in reception.matters)),
        (field("points"), join.join(str(number) for number in reception.points)),
        (field("tags"), " ".join(f"+{tag}" for tag in reception.tags)),
        *((field("links"), link) for link in reception.links),
        *clocks,
        *(
            (field("notes"), t("{when}: {words}", when=stamp(one.at, now, lang), words=one.text))
            for one in reception.notes
        ),
    ]


def _steps_of(reception: Reception, now: datetime, lang: str) -> list[Line]:
    """What happened with a reception beside its notice and acceptance, and how its term was lengthened."""
    lines: list[Line] = [
        (event_name(event.name), " ".join(part for part in (stamp(event.on, now, lang), event.words) if part))
        for event in reception.events
        if event.name not in ("noticed", "accepted") or event.words
    ]
    for one in reception.extensions:
        said = n("{count} day", "{count} days", one.days)
        late = t("recorded as late") if one.late else ""
        parts = (stamp(one.on, now, lang), said, one.approver, one.reason, late)
        lines.append((event_name("extended"), " ".join(part for part in parts if part)))
    return lines


def _point(point: Point, day: Day, lang: str) -> list[Line]:
    """A point's lines."""
    join = p("enumeration", ", ")
    ticks = [
        (
            field("ticks"),
            " ".join(part for part in (stamp(one.at, day.now, lang), one.party, one.how, one.answer) if part),
        )
        for one in point.ticks
    ]
    return [
        ("", t("{number} {title}", number=point.number, title=point.text)),
        (field("direction"), term("direction", point.direction, lang)),
        (field("waiting_on"), join.join(point.waiting)),
        (field("original"), _original(point)),
        (t("difference"), _difference(point)),
        (field("made"), join.join(str(number) for number in point.made)),
        (field("due"), _stamp(point.due, day.now, lang)),
        (field("matter"), "" if point.matter is None else str(point.matter)),
        (field("tags"), " ".join(f"+{tag}" for tag in point.tags)),
        (field("reception"), "" if point.reception is None else reception_label(point.reception)),
        *ticks,
    ]


def _original(point: Point) -> str:
    """The words a point came in, and whose they are."""
    if not point.original:
        return point.source or ""
    words = t("“{words}”", words=point.original)
    return t("{who}: {words}", who=point.source, words=words) if point.source else words


def _difference(point: Point) -> str:
    """What the words passed on leave out of the original, and put in."""
    if not point.original or point.original == point.text:
        return ""
    from planner.wording.differences import difference_said

    return difference_said(point.original, point.text)


def cadence_said(party: Party) -> str:
    """How often a party is due a talk; empty without a cadence."""
    if party.rhythm is not None:
        return term("rhythm", party.rhythm)
    return "" if party.cadence is None else n("every working day", "every {count} working days", party.cadence)


def _party(party: Party, day: Day, lang: str) -> list[Line]:
    """A party's lines."""
    return [
        ("", party.name),
        (field("kind"), "" if party.kind is None else term("party kind", party.kind, lang)),
        (field("formal_title"), party.title or ""),
        (field("rank"), "" if party.rank is None else str(party.rank)),
        (field("aliases"), p("enumeration", ", ").join(party.aliases)),
        (field("cadence"), cadence_said(party)),
        (field("channels"), p("enumeration", ", ").join(party.channels)),
        (field("last_talk"), _stamp(party.last_talk, day.now, lang)),
        *((stamp(note.at, day.now, lang), note.text) for note in party.notes),
    ]


def _stamp(moment: Moment | None, now: datetime, lang: str) -> str:
    """A moment, when there is one."""
    return "" if moment is None else stamp(moment, now, lang)
