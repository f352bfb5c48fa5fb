r"""iCalendar (RFC 5545): an appointment is a VEVENT, any other matter a VTODO, with its reminders and its rule.

Times are floating, as the office's are: one town, one time. Stamps of making and changing must be UTC there, so they
are turned by the machine's own zone. Lines are folded by octets, never within a character; control characters, which
the grammar forbids, are shown as ``\uXXXX``.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from planner.report.formats.items import items_of
from planner.wording import voice_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.domain.moment import Moment
    from planner.report.formats.items import Item
    from planner.report.formats.table import Look
    from planner.report.selection import Selection

__all__ = ["escaped", "folded", "render", "utc"]

WIDTH = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""
_PRIORITIES = {1: "1", 2: "5", 3: "9"}
"""High, medium and low (RFC 5545, 3.8.1.9); the fourth is none."""
_STATES = {"open": "NEEDS-ACTION", "waiting": "IN-PROCESS", "done": "COMPLETED", "dropped": "CANCELLED"}
_ONE = timedelta(days=1)


def render(selection: Selection, look: Look) -> bytes:  # noqa: ARG001 - every format is called alike
    """The selection as one calendar."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//office-planner//planner//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(voice_of(selection.lang).t('Planner'))}",
    ]
    for item in items_of(selection):
        lines += _component(item, selection)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A content line with its end, folded so that no part has more than 75 octets and no character is cut."""
    data = line.encode("utf-8")
    parts = []
    room = WIDTH
    while len(data) > room:
        cut = room
        while data[cut] & 0xC0 == 0x80:  # within a character
            cut -= 1
        parts.append(data[:cut])
        data = data[cut:]
        room = WIDTH - 1  # the blank that begins a folded line counts
    return b"\r\n ".join((*parts, data)) + b"\r\n"


def utc(moment: datetime) -> str:
    """A stamp in UTC, of the wall clock of the machine's zone."""
    try:
        there = moment.astimezone(UTC)
    except (OverflowError, ValueError):  # at either end of the calendar
        there = moment
    return f"{_local(there)}Z"


def _component(item: Item, selection: Selection) -> Iterator[str]:
    """The lines of one item."""
    name = "VTODO" if item.ends is None or item.due is None else "VEVENT"
    yield f"BEGIN:{name}"
    yield f"UID:{item.key}@planner"
    yield f"DTSTAMP:{utc(selection.made)}"
    yield f"CREATED:{utc(item.created)}"
    yield f"LAST-MODIFIED:{utc(item.changed)}"
    yield f"SUMMARY:{escaped(item.title)}"
    if item.lines:
        yield f"DESCRIPTION:{escaped(chr(10).join(item.lines))}"
    yield from _event_times(item) if name == "VEVENT" else _todo_times(item)
    if item.rrule is not None and item.due is not None and not item.from_completion:
        yield f"RRULE:{_rule(item.rrule, item.due)}"
        for day in item.exdates:
            yield _moment("EXDATE", _like(day, item.due))
    if item.priority in _PRIORITIES:
        yield f"PRIORITY:{_PRIORITIES[item.priority]}"
    if item.tags:
        yield f"CATEGORIES:{','.join(map(escaped, item.tags))}"
    for key in item.needs:
        yield f"RELATED-TO;RELTYPE=DEPENDS-ON:{key}@planner"
    for minutes in item.remind if item.due is not None else ():
        yield from _alarm(item, minutes, at_end=name == "VTODO")
    yield f"END:{name}"


def _event_times(item: Item) -> Iterator[str]:
    """When an appointment begins and ends; the end of whole days is the day after the last (RFC 5545, 3.6.1)."""
    due, ends = item.due, item.ends
    if due is None or ends is None:
        return
    if isinstance(due, datetime) != isinstance(ends, datetime):
        due = due if isinstance(due, datetime) else datetime.combine(due, time(0))
        ends = ends if isinstance(ends, datetime) else datetime.combine(ends, time(23, 59))
    yield _moment("DTSTART", due)
    if isinstance(ends, datetime):
        if ends != due:
            yield _moment("DTEND", ends)
    else:
        yield _moment("DTEND", ends + _ONE)
    yield "STATUS:CANCELLED" if item.state == "dropped" else "STATUS:CONFIRMED"


def _todo_times(item: Item) -> Iterator[str]:
    """When a to-do begins, is due, and was done.

    A rule is counted from DTSTART, so a recurring one has it on the day on which it is due. For a time that is the
    day's beginning, since DUE must be later; for a whole day it is the same day, as calendars write it.
    """
    due, start = item.due, item.start
    if item.rrule is not None and due is not None and not item.from_completion:
        start = datetime.combine(due.date(), time(0)) if isinstance(due, datetime) else due
        yield _moment("DTSTART", start)
    elif start is not None and (due is None or _like(start, due) < due):
        yield _moment("DTSTART", start if due is None else _like(start, due))
    if due is not None:
        yield _moment("DUE", due)
    yield f"STATUS:{_STATES[item.state]}"
    if item.state == "done" and item.closed is not None:
        yield f"COMPLETED:{utc(item.closed)}"
        yield "PERCENT-COMPLETE:100"


def _alarm(item: Item, minutes: int, *, at_end: bool) -> Iterator[str]:
    """A reminder: before the end of a to-do, which is when it is due, or before an appointment begins."""
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"TRIGGER{';RELATED=END' if at_end else ''}:{'-' if minutes else ''}PT{minutes}M"
    yield f"DESCRIPTION:{escaped(item.title)}"
    yield "END:VALARM"


def _moment(name: str, moment: Moment) -> str:
    """A property that holds a day or a floating time."""
    if isinstance(moment, datetime):
        return f"{name}:{_local(moment)}"
    return f"{name};VALUE=DATE:{_day(moment)}"


def _like(moment: Moment, model: Moment) -> Moment:
    """A moment as a day or as a time, whichever the other is; a day takes the other's time."""
    if isinstance(model, datetime):
        return moment if isinstance(moment, datetime) else datetime.combine(moment, model.time())
    return moment.date() if isinstance(moment, datetime) else moment


def _rule(rrule: str, due: Moment) -> str:
    """A recur value whose UNTIL is of the kind that DTSTART is, as RFC 5545 3.3.10 asks."""
    parts = []
    for part in rrule.upper().split(";"):
        name, _, value = part.partition("=")
        if name == "UNTIL":
            clock = value[9:15].ljust(6, "0") if "T" in value else "235959"
            value = f"{value[:8]}T{clock}" if isinstance(due, datetime) else value[:8]
        parts.append(f"{name}={value}")
    return ";".join(parts)


def _day(day: date) -> str:
    """``20260921``; the year always with four digits."""
    return day.isoformat().replace("-", "")


def _local(moment: datetime) -> str:
    """``20260921T120000``."""
    return f"{_day(moment.date())}T{moment:%H%M%S}"
