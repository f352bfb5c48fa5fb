"""iCalendar (RFC 5545): to-dos and events become matters. Read by the package ``icalendar``, an extra.

A file is cut into its components first and each is read by itself, so that one that breaks the rules costs no other.
Times that name a zone become the office's own; a day that ends an event is not part of it (RFC 5545, 3.6.1).
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from planner.domain.matter import Matter
from planner.domain.record import Invalid
from planner.exchange.importers.cleaning import as_note, lines_of, one_line, rule_kept, word
from planner.exchange.incoming import Incoming, Reading, Remark, UnreadableFileError
from planner.wording import t
from planner.wording.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.domain.moment import Moment
    from planner.domain.terms import MatterState
    from planner.exchange.incoming import Options

__all__ = ["read"]

_TAKEN = ("VTODO", "VEVENT")
_STATES: dict[str, MatterState] = {"COMPLETED": "done", "CANCELLED": "dropped"}
_MOST_DAYS = 3660
"""Days that a reminder may lie ahead; more is a slip of the file."""


def read(text: str, options: Options) -> Reading:
    """Read a calendar. Raises ``UnreadableFileError`` when it is none, or its reader is not installed."""
    try:
        from icalendar import Calendar
    except ImportError:
        raise UnreadableFileError(
            t("To read iCalendar files, install the extra: pip install “office-planner[ical]”.")
        ) from None
    zones, components = _cut(text)
    if not components and "BEGIN:VCALENDAR" not in text.upper():
        raise UnreadableFileError(t("This is no iCalendar file: it should begin with BEGIN:VCALENDAR."))
    found: list[Incoming] = []
    slips: list[Remark] = []
    left_out: list[Remark] = []
    remarks: list[Remark] = []
    for place, name, lines in components:
        if name not in _TAKEN:
            left_out.append(Remark(place=place, words=t("{name} is not a to-do or an event", name=name)))
            continue
        body = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-", *zones, *lines, "END:VCALENDAR", ""))
        try:
            calendar: Any = Calendar.from_ical(body)
            component = calendar.walk(name)[0]
            if "RECURRENCE-ID" in component:
                left_out.append(Remark(place=place, words=t("a changed occurrence of a series")))
            else:
                found.append(_incoming(place, name, component, options, remarks))
        except Invalid as error:
            slips.append(Remark(place=place, words=refusal(error)))
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
            slips.append(Remark(place=place, words=t("not as RFC 5545 has it: {what}", what=one_line(str(error))[:80])))
    return Reading(
        format="ical",
        found=tuple(found),
        slips=tuple(slips),
        left_out=tuple(left_out),
        remarks=tuple(remarks),
    )


def _cut(text: str) -> tuple[list[str], list[tuple[int, str, list[str]]]]:
    """The lines of the zones, and each component with the line it begins at."""
    zones: list[str] = []
    components: list[tuple[int, str, list[str]]] = []
    depth = 0
    lines: list[str] = []
    name = ""
    start = 0
    for place, line in enumerate(lines_of(text), 1):
        mark = line.strip().upper()
        if not depth:
            if not mark.startswith("BEGIN:") or mark == "BEGIN:VCALENDAR":
                continue
            name, start, lines = mark[6:], place, []
        depth += mark.startswith("BEGIN:")
        lines.append(line)
        depth -= mark.startswith("END:")
        if not depth:
            if name == "VTIMEZONE":
                zones += lines
            else:
                components.append((start, name, lines))
    if depth:  # the file ends within a component: it is read as far as it goes, and told when that is not enough
        components.append((start, name, lines))
    return zones, components


def _incoming(place: int, name: str, component: Any, options: Options, remarks: list[Remark]) -> Incoming:
    """One component as a matter. Raises what a broken one makes the reader raise."""
    summary = one_line(str(component.get("SUMMARY", "")))
    stamp = _decoded(component, "CREATED") or _decoded(component, "DTSTAMP")
    created = _stamp(stamp, options) if stamp is not None else options.now
    begins, ends = _moment(component, "DTSTART", options), _end(component, name, options)
    if name == "VTODO":
        due, end, start = ends, None, begins if ends is not None and begins != ends else None
        if due is None:
            due, start = begins, None
    else:
        due, end, start = begins, ends if ends != begins else None, None
    closed = None
    status = str(component.get("STATUS", "")).upper()
    state: MatterState = _STATES.get(status, "open")
    completed = _decoded(component, "COMPLETED")
    if completed is not None and state == "open":
        state = "done"
    if state != "open":
        closed = _stamp(completed, options) if completed is not None else options.now
    notes = [
        as_note(text, created)
        for key in ("DESCRIPTION", "LOCATION", "COMMENT")
        for text in _texts(component, key)
        if text.strip()
    ]
    rule, dropped = _rule(component)
    if dropped:
        remarks.append(Remark(place=place, words=t("the rule “{rule}” is kept as a note", rule=dropped)))
        notes.append(as_note(f"RRULE:{dropped}", created))
    matter = Matter(
        number=place,
        created=created,
        changed=created,
        closed=closed,
        state=state,
        title=summary,
        priority=_priority(component),
        due=due,
        end=end,
        start=start,
        rrule=rule if due is not None and closed is None else None,
        exdates=tuple(_exdates(component, options)) if rule else (),
        tags=tuple(dict.fromkeys(word(tag) for tag in _categories(component) if tag.strip())),
        links=tuple(text for key in ("URL", "ATTACH") for text in _texts(component, key) if "\n" not in text),
        remind=tuple(sorted(set(_alarms(place, component, remarks)), reverse=True)),
        notes=tuple(notes),
    )
    uid = str(component.get("UID", "")).strip()
    key = uid or hashlib.sha256(repr((summary, str(due), name)).encode("utf-8", "surrogatepass")).hexdigest()[:20]
    return Incoming(place=place, key=f"ical:{key}", entry=matter, needs=tuple(_needs(component)))


def _decoded(component: Any, key: str) -> Any:
    """A property as Python has it; ``None`` when it is absent."""
    return component.decoded(key) if key in component else None


def _stamp(value: date, options: Options) -> datetime:
    """A stamp in the office's time."""
    moment = _local(value, options)
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)


def _local(value: date, options: Options) -> Moment:
    """A day, or a time in the office's zone; a floating time is the office's already."""
    if not isinstance(value, datetime):
        return value
    return (options.local(value) if value.tzinfo is not None else value).replace(microsecond=0)


def _moment(component: Any, key: str, options: Options) -> Moment | None:
    """The day or time of a property."""
    value = _decoded(component, key)
    return None if value is None else _local(value, options)


def _end(component: Any, name: str, options: Options) -> Moment | None:
    """When it ends: DUE, DTEND (a day there is the first one free), or the beginning and DURATION."""
    end = _moment(component, "DUE" if name == "VTODO" else "DTEND", options)
    begins = _moment(component, "DTSTART", options)
    if end is None and begins is not None and "DURATION" in component:
        end = begins + component.decoded("DURATION")
    if end is None or name == "VTODO" or isinstance(end, datetime):
        return end
    last = end - timedelta(days=1)
    return begins if begins is not None and not isinstance(begins, datetime) and last < begins else last


def _texts(component: Any, key: str) -> list[str]:
    """The texts of a property that may stand several times."""
    value = component.get(key, [])
    return [str(one) for one in (value if isinstance(value, list) else [value])]


def _categories(component: Any) -> Iterator[str]:
    """Every category."""
    value = component.get("CATEGORIES", [])
    for one in value if isinstance(value, list) else [value]:
        yield from (str(tag) for tag in getattr(one, "cats", [one]))


def _priority(component: Any) -> int:
    """RFC 5545 (3.8.1.9) has 1-4 high, 5 medium, 6-9 low, 0 none: the four levels here."""
    level = int(component.get("PRIORITY", 0))
    return 4 if level == 0 else 1 if level < 5 else 2 if level == 5 else 3


def _rule(component: Any) -> tuple[str | None, str | None]:
    """The rule, and as a second value one that the planner can't keep."""
    value = component.get("RRULE")
    if value is None:
        return None, None
    if isinstance(value, list):
        return None, " ".join(one.to_ical().decode() for one in value)
    text = value.to_ical().decode()
    kept = rule_kept(text)
    return kept, None if kept else text


def _exdates(component: Any, options: Options) -> Iterator[date]:
    """The days that are left out."""
    value = component.get("EXDATE", [])
    for one in value if isinstance(value, list) else [value]:
        for each in getattr(one, "dts", ()):
            moment = _local(each.dt, options)
            yield moment.date() if isinstance(moment, datetime) else moment


def _alarms(place: int, component: Any, remarks: list[Remark]) -> Iterator[int]:
    """Minutes before the time, of each alarm that counts from the beginning."""
    for alarm in component.walk("VALARM"):
        trigger = alarm.get("TRIGGER")
        before = getattr(trigger, "dt", None)
        minutes = int(-before.total_seconds()) // 60 if isinstance(before, timedelta) else -1
        if 0 <= minutes <= _MOST_DAYS * 1440:
            yield minutes
        else:
            remarks.append(Remark(place=place, words=t("an alarm that is not before the time is left out")))


def _needs(component: Any) -> Iterator[str]:
    """The components that it depends on (RFC 9253, DEPENDS-ON)."""
    value = component.get("RELATED-TO", [])
    for one in value if isinstance(value, list) else [value]:
        if str(getattr(one, "params", {}).get("RELTYPE", "")).upper() == "DEPENDS-ON":
            yield f"ical:{one}"
