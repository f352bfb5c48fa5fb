"""A reminder in words: the title and the text of a notification, which may be read by whoever passes the desk.

Every petitioner is 王某, or “petitioner”, and no phone is told; a restricted entry is its number.
"""

from __future__ import annotations

import re

from planner.domain.moment import datetime
from planner.domain.record import Record
from planner.wording import n, p, t
from planner.wording.clocks import clock_name
from planner.wording.dates import clock, left, short, stamp
from planner.wording.masks import masked_name, phones_masked
from planner.wording.numbers import reception_label
from planner.wording.petitioners import Petitioners
from planner.wording.terms import term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.matter import Matter
    from planner.domain.reception import Reception
    from planner.domain.reminder_sources import Alert
    from planner.domain.today import Today

__all__ = [
    "Said",
    "for_passers_by",
    "gathered_said",
    "nameless",
    "petitioner",
    "reminder_said",
    "road_name",
    "state_name",
]

_PHONE = re.compile(r"\+?\d{0,3}\*{4}\d{2,4}")
"""A phone as the masks leave it."""

_GATHERED = 4
"""Reminders of a gathering that are told by their titles; more are counted."""


_NOBODY = Petitioners(())


class Said(Record):
    """The words of one notification."""

    title: str
    body: str = ""


def reminder_said(
    alert: Alert,
    day: Day,
    lang: str,
    *,
    late: bool = False,
    petitioners: Petitioners = _NOBODY,
    page: Today | None = None,
    points: int = 0,
) -> Said:
    """An alert in words, as things stand now.

    ``petitioners`` are those of the whole book, ``page`` is the morning's, ``points`` wait for its party.
    """
    said = _said(alert, day, lang, page, points)
    said = Said(title=for_passers_by(said.title, petitioners), body=for_passers_by(said.body, petitioners))
    if not late:
        return said
    when = t("missed, from {when}", when=short(alert.at, day.now, lang))
    return Said(title=said.title, body="\n".join(part for part in (when, said.body) if part))


def gathered_said(titles: tuple[str, ...]) -> Said:
    """Several reminders in one notification: the first by their titles, the rest by their number."""
    lines = list(titles[:_GATHERED])
    if len(titles) > _GATHERED:
        lines.append(n("and {count} other", "and {count} others", len(titles) - _GATHERED))
    return Said(
        title=n("{count} reminder", "{count} reminders", len(titles)),
        body="\n".join(lines),
    )


def petitioner(reception: Reception) -> str:
    """A visitor without the name: ``王某``, ``petitioner``; with how many came along."""
    word = nameless(reception.name) if reception.name else t("no name left")
    if reception.headcount > 1:
        return t("{name} and {count} more", name=word, count=reception.headcount - 1, all=reception.headcount)
    return word


def nameless(name: str) -> str:
    """A petitioner's name as a notification says it: ``王某``, ``petitioner``."""
    return masked_name(name) or name if "\u4e00" <= name[:1] <= "\u9fff" else t("petitioner")


def for_passers_by(text: str, petitioners: Petitioners = _NOBODY) -> str:
    """A text with the names of these petitioners masked, and without phones."""
    text = petitioners.masked(text)
    masked = _PHONE.sub(" ", phones_masked(text))
    return text if masked == text else "\n".join(" ".join(line.split()) for line in masked.split("\n"))


def state_name(state: str) -> str:
    """What a list says of a reminder: to come, shown, put off, missed."""
    names = {
        "coming": lambda: p("reminder state", "to come"),
        "claimed": lambda: p("reminder state", "being shown"),
        "shown": lambda: p("reminder state", "shown"),
        "missed": lambda: p("reminder state", "missed"),
        "snoozed": lambda: p("reminder state", "put off"),
    }
    return names[state]() if state in names else state


def road_name(road: str) -> str:
    """The way by which a notification goes."""
    names = {
        "plyer": lambda: p("road", "desktop notification (plyer)"),
        "command": lambda: p("road", "your command (remind_command)"),
        "notify-send": lambda: p("road", "desktop notification (notify-send)"),
        "terminal": lambda: p("road", "this terminal (OSC 9 and bell)"),
        "osascript": lambda: p("road", "macOS notification (osascript)"),
        "toast": lambda: p("road", "Windows notification (PowerShell)"),
        "screen": lambda: p("road", "the planner's own screen"),
    }
    return names[road]() if road in names else road


def _said(alert: Alert, day: Day, lang: str, page: Today | None, points: int) -> Said:
    """By its source."""
    matter, reception, party = alert.matter, alert.reception, alert.party
    if reception is not None:
        return _of_clock(alert, reception, day, lang)
    if party is not None:
        body = n("{count} point waits", "{count} points wait", points) if points else ""
        return Said(title=t("a talk with {name} is due", name=party.name), body=body)
    if matter is None:
        return _of_morning(page)
    if alert.source == "timed":
        return _of_time(alert, matter, day, lang)
    named = t("{number} {title}", number=matter.number, title=matter.title)
    if alert.source == "steps" and alert.step is not None:
        when = "" if matter.due is None else stamp(matter.due, day.now, lang)
        return Said(
            title=t("to prepare: {step}", step=alert.step.text), body=t("for {matter}, {when}", matter=named, when=when)
        )
    who = p("enumeration", ", ").join(matter.handed_to)
    if alert.source == "chases":
        chase = matter.chases[-1] if matter.chases else None
        words = "" if chase is None or not chase.promise else t("promised: “{words}”", words=chase.promise)
        return Said(title=t("chase {name}: {title}", name=who, title=matter.title), body=_lines(named, words))
    title = t("{urgency}, not signed for: {title}", urgency=_urgency(matter, lang), title=matter.title)
    return Said(title=title, body=_lines(who, _when(matter, day, lang)))


def _of_time(alert: Alert, matter: Matter, day: Day, lang: str) -> Said:
    """A timed matter: its time, what, how far, with whom."""
    due = matter.due if alert.due is None else alert.due
    if due is None:
        return Said(title=matter.title)
    today = day.is_today(due)
    when = clock(due) if today and isinstance(due, datetime) else short(due, day.now, lang)
    title = t("{when} {title}", when=when, title=matter.title)
    who = p("enumeration", ", ").join(dict.fromkeys((*matter.parties, *matter.handed_to)))
    urgency = _urgency(matter, lang)
    now = day.now.replace(second=0)  # a timer comes by some seconds after the minute
    distance = p("reminder", "now") if due == now else left(due, now, lang, day.calendar)
    return Said(title=title, body=_lines(distance, urgency, who))


def _of_clock(alert: Alert, reception: Reception, day: Day, lang: str) -> Said:
    """A visit's clock: the number, which clock, how long; who and what only where it is not restricted."""
    running = alert.clock
    label = reception_label(reception.number, this_year=day.today.year)
    name = "" if running is None else clock_name(running.rule)
    due = alert.due
    distance = "" if due is None else left(due, day.now, lang, day.calendar) or t("today")
    title = t("{label} {clock}: {left}", label=label, clock=name, left=distance)
    when = "" if due is None else t("by {when}", when=stamp(due, day.now, lang))
    if reception.restricted:
        return Said(title=title, body=when)
    wish = Petitioners((reception.name or "",), nameless).masked(reception.matter)
    return Said(title=title, body=_lines(when, t("{name}: {wish}", name=petitioner(reception), wish=wish)))


def _of_morning(page: Today | None) -> Said:
    """The morning's page in a few words."""
    if page is None or page.is_empty:
        return Said(title=t("good morning: nothing waits"))
    parts = []
    if page.majors:
        parts.append(n("{count} major matter", "{count} major matters", len(page.majors)))
    if page.timed:
        parts.append(n("{count} at a time", "{count} at a time", len(page.timed)))
    late = sum(1 for one in page.owed if one.light == "red")
    if late:
        parts.append(n("{count} overdue with others", "{count} overdue with others", late))
    if page.receptions:
        parts.append(n("{count} visitor waits", "{count} visitors wait", len(page.receptions)))
    if page.talks:
        parts.append(n("{count} to report to", "{count} to report to", len(page.talks)))
    lines = [t("{when} {title}", when=clock(one.at), title=one.matter.title) for one in page.timed[:2]]
    lines += [entry.matter.title for entry in page.majors[:2] if entry.matter not in [one.matter for one in page.timed]]
    if not parts:
        parts.append(n("{count} minor matter", "{count} minor matters", len(page.minors) + len(page.neglected)))
    return Said(
        title=t("today: {parts}", parts=p("enumeration", ", ").join(parts)),
        body="\n".join(phones_masked(line) for line in lines),
    )


def _urgency(matter: Matter, lang: str) -> str:
    """The urgency's word; empty without one."""
    return "" if matter.urgency is None else term("urgency", matter.urgency, lang)


def _when(matter: Matter, day: Day, lang: str) -> str:
    """When a matter is due; empty when nobody said."""
    return "" if matter.due is None else stamp(matter.due, day.now, lang)


def _lines(*parts: str) -> str:
    """The parts that say something, a line each."""
    return "\n".join(part for part in parts if part)
