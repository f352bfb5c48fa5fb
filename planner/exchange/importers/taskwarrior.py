"""Taskwarrior's export: a JSON array, or one task a line (as ``task export`` of 2.x and 3.x write it).

The parent of a recurring task becomes one matter with a rule, due when its earliest open child is; the children are
left out. Annotations, and fields that the planner has no place for, are kept as notes.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from planner.domain.matter import Matter, Note
from planner.domain.record import Invalid
from planner.exchange.importers.cleaning import as_note, lines_of, one_line, rule_kept, word
from planner.exchange.incoming import Incoming, Reading, Remark, UnreadableFileError
from planner.wording import t
from planner.wording.refusals import refusal

if TYPE_CHECKING:
    from planner.domain.moment import Moment
    from planner.exchange.incoming import Options

__all__ = ["read"]

_PRIORITIES = {"H": 1, "M": 2, "L": 3}
_WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
_NAMED = {
    "daily": "FREQ=DAILY",
    "day": "FREQ=DAILY",
    "weekdays": _WEEKDAYS,
    "weekly": "FREQ=WEEKLY",
    "sennight": "FREQ=WEEKLY",
    "biweekly": "FREQ=WEEKLY;INTERVAL=2",
    "fortnight": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
    "bimonthly": "FREQ=MONTHLY;INTERVAL=2",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "semiannual": "FREQ=MONTHLY;INTERVAL=6",
    "annual": "FREQ=YEARLY",
    "yearly": "FREQ=YEARLY",
    "biannual": "FREQ=YEARLY;INTERVAL=2",
    "biyearly": "FREQ=YEARLY;INTERVAL=2",
}
_UNITS = {
    "d": ("DAILY", 1),
    "w": ("WEEKLY", 1),
    "m": ("MONTHLY", 1),
    "q": ("MONTHLY", 3),
    "y": ("YEARLY", 1),
}
_COUNTED = re.compile(r"(\d{1,4})\s*(d|days?|w|wks?|weeks?|mo|mths?|mnths?|months?|q|qtrs?|quarters?|y|yrs?|years?)")
_PERIOD = re.compile(r"p(\d{1,4})(d|w|m|y)")
_MOMENT = re.compile(r"\d{8}T\d{6}Z")

_PLACED = {
    "annotations",
    "depends",
    "description",
    "due",
    "end",
    "entry",
    "id",
    "imask",
    "last",
    "mask",
    "modified",
    "parent",
    "priority",
    "project",
    "parties",
    "recur",
    "rrule",
    "rtype",
    "scheduled",
    "status",
    "tags",
    "until",
    "urgency",
    "uuid",
    "wait",
}
"""Fields that have a place in a matter, or that Taskwarrior itself works out; two are this planner's own."""


def read(text: str, options: Options) -> Reading:
    """Read an export. Raises ``UnreadableFileError`` when it holds no task at all."""
    items, slips = _items(text)
    children = _earliest_children(items, options)
    found: list[Incoming] = []
    left_out: list[Remark] = []
    remarks: list[Remark] = []
    for place, item in items:
        status = item.get("status")
        if item.get("parent"):
            left_out.append(Remark(place=place, words=t("an occurrence of a recurring task")))
        elif status == "deleted":
            left_out.append(Remark(place=place, words=t("deleted in Taskwarrior")))
        else:
            try:
                found.append(_incoming(place, item, children, options, remarks))
            except Invalid as error:
                slips.append(Remark(place=place, words=refusal(error)))
            except (KeyError, ValueError, TypeError, AttributeError, OverflowError) as error:
                field = str(error.args[0]) if isinstance(error, KeyError) else str(error)
                slips.append(Remark(place=place, words=t("not a task as Taskwarrior writes it: {what}", what=field)))
    return Reading(
        format="taskwarrior",
        found=tuple(found),
        slips=tuple(slips),
        left_out=tuple(left_out),
        remarks=tuple(remarks),
    )


def _items(text: str) -> tuple[list[tuple[int, dict[str, Any]]], list[Remark]]:
    """The tasks with their places, and the places that hold none."""
    items: list[tuple[int, dict[str, Any]]] = []
    slips: list[Remark] = []
    not_one = t("not a task as Taskwarrior writes it: {what}", what="JSON")
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        whole = None
    if isinstance(whole, list):
        for place, item in enumerate(whole, 1):
            if isinstance(item, dict):
                items.append((place, item))
            else:
                slips.append(Remark(place=place, words=not_one))
    else:
        for place, line in enumerate(lines_of(text), 1):
            bare = line.strip().rstrip(",")
            if bare in ("", "[", "]"):
                continue
            try:
                item = json.loads(bare)
            except (ValueError, RecursionError):
                item = None
            if isinstance(item, dict):
                items.append((place, item))
            else:
                slips.append(Remark(place=place, words=not_one))
    if slips and not items:
        raise UnreadableFileError(t("This is no Taskwarrior export: make one with “task export > tasks.json”."))
    return items, slips


def _earliest_children(items: list[tuple[int, dict[str, Any]]], options: Options) -> dict[str, Moment]:
    """The due moment of the earliest open child of each recurring task."""
    earliest: dict[str, Moment] = {}
    dues: dict[str, str] = {}
    for _, item in items:
        parent, due = item.get("parent"), item.get("due")
        if isinstance(parent, str) and isinstance(due, str) and item.get("status") in ("pending", "waiting"):
            before = dues.get(parent)
            if _MOMENT.fullmatch(due) and (before is None or due < before):
                try:
                    earliest[parent] = _moment(due, options)
                except (ValueError, OverflowError):  # told when the child's own line is looked at
                    continue
                dues[parent] = due
    return earliest


def _incoming(
    place: int, item: dict[str, Any], children: dict[str, Moment], options: Options, remarks: list[Remark]
) -> Incoming:
    """One task as a matter. Raises KeyError, ValueError, TypeError, AttributeError, Invalid."""
    uuid = item["uuid"].lower()
    description = item["description"]
    status = item["status"]
    entry = _time(item.get("entry"), options) or options.now
    due = children.get(item["uuid"]) or _day_or_time(item.get("due"), options)
    notes = [
        as_note(note["description"], _time(note["entry"], options) or entry) for note in item.get("annotations", ())
    ]
    title = one_line(description)
    if title != description.strip():
        notes.insert(0, as_note(description, entry))
    rule, kept = _rule(item, options)
    if kept:
        remarks.append(Remark(place=place, words=t("the rule “{rule}” is kept as a note", rule=kept)))
        notes.append(as_note(f"recur: {kept}", entry))
    notes += _others(item, entry)
    closed = None
    if status == "completed":
        closed = _time(item.get("end"), options) or options.now
    project = item.get("project")
    tags = [*item.get("tags", ()), *((project,) if project else ())]
    matter = Matter(
        number=place,
        created=entry,
        changed=_time(item.get("modified"), options) or entry,
        closed=closed,
        state="open" if closed is None else "done",
        title=title,
        priority=_PRIORITIES.get(item.get("priority", ""), 4),
        due=due,
        start=_day_or_time(item.get("wait") or item.get("scheduled"), options),
        rrule=rule if closed is None and due is not None else None,
        parties=tuple(str(item.get("parties") or "").split()),
        tags=tuple(dict.fromkeys(word(str(tag)) for tag in tags if str(tag).strip())),
        notes=tuple(notes),
    )
    depends = item.get("depends", ())
    needs = depends.split(",") if isinstance(depends, str) else depends
    return Incoming(
        place=place,
        key=f"taskwarrior:{uuid}",
        entry=matter,
        needs=tuple(f"taskwarrior:{need.strip().lower()}" for need in needs if need.strip()),
    )


def _others(item: dict[str, Any], entry: datetime) -> list[Note]:
    """Fields that a matter has no place for, the user's own among them, as notes."""
    names = sorted(name for name in item if name not in _PLACED)
    if item.get("wait") and item.get("scheduled"):
        names.append("scheduled")
    return [as_note(f"{name}: {item[name]}", entry) for name in names if item[name] not in (None, "")]


def _rule(item: dict[str, Any], options: Options) -> tuple[str | None, str | None]:
    """The rule of a recurring task; as it stood, when the planner knows none like it."""
    text = item.get("recur")
    own = item.get("rrule")
    if own and not text:
        kept = rule_kept(str(own))
        return kept, None if kept else str(own)
    if not text or item.get("status") != "recurring":
        return None, None
    rule = _rule_of(str(text).lower())
    if rule is None:
        return None, str(text)
    until = _time(item.get("until"), options)
    return (f"{rule};UNTIL={until:%Y%m%dT%H%M%S}" if until else rule), None


def _rule_of(text: str) -> str | None:
    """The RRULE of one of Taskwarrior's durations: ``weekly``, ``3mo``, ``P2W``; ``None`` for any other."""
    if text in _NAMED:
        return _NAMED[text]
    match = _COUNTED.fullmatch(text) or _PERIOD.fullmatch(text)
    if match is None or int(match[1]) < 1:
        return None
    frequency, each = _UNITS[match[2][0]]
    every = int(match[1]) * each
    return f"FREQ={frequency}" + (f";INTERVAL={every}" if every > 1 else "")


def _time(text: str | None, options: Options) -> datetime | None:
    """A stamp in the office's time. Raises ValueError."""
    if not text:
        return None
    return options.local(datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC))


def _day_or_time(text: str | None, options: Options) -> Moment | None:
    """A stamp as a day or a time. Raises ValueError."""
    return _moment(text, options) if text else None


def _moment(text: str, options: Options) -> Moment:
    """A stamp as a day when it is midnight here, or the last second of a day: Taskwarrior has no days without time."""
    moment = _time(text, options) or options.now
    if moment.time() in (time(0), time(23, 59, 59)):
        return moment.date()
    return moment
