"""A change of the book in words: who did what to which records, when, and what a field was before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.wording import n, p, t
from planner.wording.clocks import event_name
from planner.wording.dates import stamp
from planner.wording.fields import field
from planner.wording.numbers import reception_label
from planner.wording.page import visitor_of
from planner.wording.safe import fit, shown
from planner.wording.terms import FAMILIES, term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.domain.entry import Entry
    from planner.domain.moment import datetime

__all__ = ["change_said", "command_name", "field_change_said", "record_label", "title_told"]

_TELLING = ("text", "words", "said", "promise", "answer", "reason", "name", "party", "how")
"""Keys of a log's entry, the most telling first."""

_FAMILIES = {
    "work": ("work",),
    "urgency": ("urgency",),
    "nature": ("nature",),
    "origin": ("origin",),
    "marks": ("mark",),
    "grade_by_hand": ("grade",),
    "state": ("matter state", "reception state"),
    "stage": ("stage",),
    "if_off": ("if off",),
    "channel": ("channel",),
    "route": ("route",),
    "direction": ("direction",),
    "kind": ("party kind", "visitor kind"),
    "petition_class": ("petition class",),
    "rhythm": ("rhythm",),
}
"""Fields that hold codes, and the families of their words."""
TITLE = 40
"""Cells of a title."""
SHOWN = 5
"""Records that are named; more are counted."""


def command_name(command: str) -> str:
    """What a command does, as a word in a sentence; a command of a newer planner is shown as it is."""
    names = {
        "add": lambda: p("change", "add"),
        "edit": lambda: p("change", "edit"),
        "done": lambda: p("change", "done"),
        "reopen": lambda: p("change", "reopen"),
        "return": lambda: p("change", "return"),
        "postpone": lambda: p("change", "postpone"),
        "note": lambda: p("change", "note"),
        "wait": lambda: p("change", "wait"),
        "drop": lambda: p("change", "drop"),
        "hand": lambda: p("change", "hand over"),
        "extend": lambda: p("change", "extend"),
        "stage": lambda: p("change", "stage"),
        "chase": lambda: p("change", "chase"),
        "steps": lambda: p("change", "steps"),
        "sign": lambda: p("change", "send for signature"),
        "tags": lambda: p("change", "tags"),
        "link": lambda: p("change", "link"),
        "grade": lambda: p("change", "grade"),
        "priority": lambda: p("change", "priority"),
        "rank": lambda: p("change", "move"),
        "visit": lambda: p("change", "register"),
        "notice": lambda: p("change", "notice"),
        "accept": lambda: p("change", "acceptance"),
        "objection": lambda: p("change", "objection"),
        "event": lambda: p("change", "event"),
        "forward": lambda: p("change", "forward"),
        "correct": lambda: p("change", "correct"),
        "answer": lambda: p("change", "answer"),
        "merge": lambda: p("change", "merge"),
        "checklist": lambda: p("change", "checklist"),
        "reply": lambda: p("change", "reply"),
        "erase": lambda: p("change", "erase"),
        "void": lambda: p("change", "void"),
        "tell": lambda: p("change", "note to tell"),
        "tick": lambda: p("change", "tick"),
        "talk": lambda: p("change", "talk held"),
        "party": lambda: p("change", "party"),
        "report": lambda: p("change", "words of a report"),
        "send": lambda: p("change", "report sent"),
        "include": lambda: p("change", "in or out of the report"),
        "walk": lambda: p("change", "review"),
        "undo": lambda: p("change", "undo"),
        "redo": lambda: p("change", "redo"),
        "import": lambda: p("change", "import"),
        "start": lambda: p("change", "begin on"),
        "someday": lambda: p("change", "keep for some day"),
        "supervise": lambda: p("change", "supervise"),
        "restore": lambda: p("change", "restore"),
        "repair": lambda: p("change", "repair"),
        "remind": lambda: p("change", "reminders"),
    }
    return names[command]() if command in names else command


def record_label(kind: str, number: int | str) -> str:
    """A record as a person types it: ``12``, ``V2026-0123``, ``point:3``."""
    if kind == "matter":
        return str(number)
    if kind == "kept_report":
        return f"report:{number}"
    return reception_label(number) if kind == "reception" and isinstance(number, int) else f"{kind}:{number}"


def change_said(
    command: str,
    records: tuple[tuple[str, int | str], ...],
    at: datetime,
    who: str | None,
    now: datetime,
    lang: str,
    *,
    titles: Mapping[tuple[str, int | str], str] | None = None,
    did: str = "",
) -> str:
    """``done 12 report, 13 ledger (Fri 27 Nov 14:02, li)``; ``titles`` are those that may be told.

    New parties are not named: they come along with what names them. ``did`` stands for the command where a word of its
    own says it better, as in handing over.
    """
    named = [record for record in records if record[0] != "party"] or list(records)
    known = titles or {}
    labels = [
        " ".join(part for part in (record_label(*one), fit(shown(known.get(one, "")), TITLE)) if part)
        for one in named[:SHOWN]
    ]
    if len(named) > SHOWN:
        labels.append(n("{count} more", "{count} more", len(named) - SHOWN))
    told = p("enumeration", ", ").join(labels)
    if did:
        what = t("{done}: {records}", done=did, records=told)
    else:
        what = " ".join(part for part in (command_name(command), told) if part)
    when = stamp(at, now, lang)
    return (
        t("{what} ({when}, {who})", what=what, when=when, who=who)
        if who
        else t("{what} ({when})", what=what, when=when)
    )


def title_told(record: Entry) -> str:
    """What names a record, made fit to be shown, beside its number; empty for a restricted entry."""
    if isinstance(record, Matter):
        return record.title
    if isinstance(record, Point):
        return record.text
    if isinstance(record, Party):
        return record.name
    if isinstance(record, Reception) and not record.restricted:
        return visitor_of(record)
    return ""


def field_change_said(name: str, before: str | None, after: str | None, label: str = "") -> str:
    """``due date: 2026-11-27 -> 2026-12-01``; nothing before or after is shown as a dash, a log by its last entry."""
    return t(
        "{field}: {before} -> {after}", field=label or field(name), before=_said(name, before), after=_said(name, after)
    )


def _said(name: str, value: str | None) -> str:
    """A field's text: its codes by the office's words, anything else as it is."""
    families = _FAMILIES.get(name, ())
    if value and name in ("reception", "receptions"):
        numbers = value.strip("[]").split(",")
        if all(one.strip().isdecimal() for one in numbers):
            return p("enumeration", ", ").join(reception_label(int(one)) for one in numbers)
    if not value or not families:
        return _value_said(value, event=name == "events")
    codes = json.loads(value) if value[0] == "[" else [value]
    return p("enumeration", ", ").join(_word(families, str(code)) for code in codes)


def _word(families: tuple[str, ...], code: str) -> str:
    """The word of a code in the first family that has it; the code itself when none has."""
    return next((term(family, code) for family in families if code in FAMILIES[family]), code)


def _value_said(value: str | None, *, event: bool = False) -> str:
    """A field's text as a person reads it: it is JSON but for plain text."""
    if not value:
        return "-"
    if value in ("true", "false"):
        return t("yes") if value == "true" else t("no")
    if value[0] not in "[{":
        return value
    try:
        kept = json.loads(value)
    except ValueError:
        return value  # a person's own words that begin with a bracket
    entries = kept if isinstance(kept, list) else [kept]
    if not any(isinstance(one, list | dict) for one in entries):
        return p("enumeration", ", ").join(str(one) for one in entries)
    last = entries[-1]
    words = next((last[name] for name in _TELLING if last.get(name)), "") if isinstance(last, dict) else ""
    words = event_name(words) if event and words else words
    count = n("{count} entry", "{count} entries", len(entries))
    return t("{count}, the last “{words}”", count=count, words=words) if words else count
