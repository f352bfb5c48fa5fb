"""Taskwarrior's JSON, as ``task import`` of 2.6 and 3 takes it: an array of tasks, a task a line.

Its times are UTC, so the office's are turned by the machine's own zone; a whole day is its last second, by which a task
is late no sooner than it should be. A rule has no like there (only ``recur`` of its own kind, whose parent must be made
by it), so it goes along as a field of the user's own, ``rrule``, which Taskwarrior keeps.
"""

from __future__ import annotations

import json
import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from planner.domain.moment import deadline
from planner.report.formats.icalendar_ import utc
from planner.report.formats.items import items_of

if TYPE_CHECKING:
    from planner.domain.moment import Moment
    from planner.report.formats.items import Item
    from planner.report.formats.table import Look
    from planner.report.selection import Selection

__all__ = ["render", "uuid_of"]

_OWN = uuid.UUID("6a4d7f0e-1a53-5c0b-9d6c-3f0a52b1c7e4")
"""The name space of the planner's keys; drawn once."""
_PRIORITIES = {1: "H", 2: "M", 3: "L"}
_STATES = {"open": "pending", "waiting": "pending", "done": "completed", "dropped": "deleted"}


def render(selection: Selection, look: Look) -> bytes:  # noqa: ARG001 - every format is called alike
    """The selection as a JSON array."""
    items = items_of(selection)
    keys = {item.key for item in items}
    rows = [json.dumps(_task(item, keys), ensure_ascii=False, sort_keys=True) for item in items]
    return ("[\n" + ",\n".join(rows) + "\n]\n").encode("utf-8")


def uuid_of(key: str) -> str:
    """The UUID of a key: the same in every export, so that importing again changes tasks and doubles none."""
    return str(uuid.uuid5(_OWN, key))


def _task(item: Item, keys: set[str]) -> dict[str, Any]:
    """One task."""
    task: dict[str, Any] = {
        "uuid": uuid_of(item.key),
        "description": item.title,
        "status": _STATES[item.state],
        "entry": utc(item.created),
        "modified": utc(item.changed),
    }
    if item.closed is not None:
        task["end"] = utc(item.closed)
    if item.due is not None:
        task["due"] = _stamp(item.due)
    if item.start is not None and item.state in ("open", "waiting"):
        task["scheduled"] = utc(item.start if isinstance(item.start, datetime) else _midnight(item.start))
    if item.priority in _PRIORITIES:
        task["priority"] = _PRIORITIES[item.priority]
    tags = [tag for tag in item.tags if tag]
    if item.state == "waiting":
        tags.append("waiting")
    if tags:
        task["tags"] = tags
    if item.people:
        task["parties"] = " ".join(item.people)
    if item.rrule is not None:
        task["rrule"] = item.rrule
    depends = [uuid_of(key) for key in item.needs if key in keys]
    if depends:
        task["depends"] = depends
    if item.lines:  # Taskwarrior keeps one annotation a second
        task["annotations"] = [
            {"entry": utc(item.created + timedelta(seconds=place)), "description": line}
            for place, line in enumerate(item.lines)
        ]
    return task


def _stamp(moment: Moment) -> str:
    """A moment in UTC; of a whole day its last second."""
    return utc(deadline(moment))


def _midnight(day: Moment) -> datetime:
    """A day's beginning."""
    return datetime(day.year, day.month, day.day)
