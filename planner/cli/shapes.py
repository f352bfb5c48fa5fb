"""The JSON that reading commands print: stable keys, ISO 8601 dates, ``null`` for what is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.domain.clock import clocks_of
from planner.domain.kinds import kind_of
from planner.domain.matter import Matter
from planner.domain.moment import datetime, iso
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.visitor import NOBODY
from planner.wording.masks import discreet
from planner.wording.numbers import reception_label

if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.draft import Draft
    from planner.domain.entry import Entry
    from planner.domain.light import Light
    from planner.domain.moment import Moment

__all__ = ["draft_shape", "found_shape", "matter_shape", "party_shape", "point_shape", "reception_shape"]

Shape = dict[str, Any]


def draft_shape(draft: Draft) -> Shape:
    """What a line means: the keys of ``add --dry-run --json``."""
    return {
        "title": draft.title,
        "due": _iso(draft.due),
        "end": _iso(draft.end),
        "all_day": draft.all_day if draft.due is not None else None,
        "rrule": draft.rrule,
        "from_completion": draft.from_completion or None,
        "priority": draft.priority,
        "urgency": draft.urgency,
        "grade": draft.grade,
        "marks": _list(draft.marks),
        "nature": draft.nature,
        "origin": draft.origin,
        "start": _iso(draft.start),
        "parties": _list(draft.parties),
        "assigned_by": draft.assigned_by,
        "handed_to": _list(draft.handed_to),
        "supervised": draft.supervised or None,
        "words": draft.words,
        "tags": _list(draft.tags),
        "work": draft.work,
        "remind": _list(draft.remind),
        "ahead": _list(draft.ahead),
        "needs": _list(draft.needs),
    }


def matter_shape(matter: Matter, score: int | None = None, light: Light | None = None) -> Shape:
    """A matter, as ``list --json`` and ``show --json`` print it."""
    return {
        "number": matter.number,
        "title": matter.title,
        "grade": matter.grade,
        "marks": list(matter.marks),
        "priority": matter.priority,
        "urgency": matter.urgency,
        "due": _iso(matter.due),
        "all_day": None if matter.due is None else not isinstance(matter.due, datetime),
        "end": _iso(matter.end),
        "start": _iso(matter.start),
        "state": matter.state,
        "waiting_for": matter.waiting_for,
        "waiting_until": _iso(matter.waiting_until),
        "light": light,
        "parties": list(matter.parties),
        "assigned_by": matter.assigned_by,
        "handed_to": list(matter.handed_to),
        "handed": _iso(matter.handed),
        "supervised": matter.supervised,
        "stage": matter.stage,
        "extensions": [
            {"at": iso(one.at), "was": iso(one.was), "until": iso(one.until), "reason": one.reason, "late": one.late}
            for one in matter.extensions
        ],
        "words": matter.words,
        "tags": list(matter.tags),
        "work": matter.work,
        "nature": matter.nature,
        "origin": matter.origin,
        "rrule": matter.rrule,
        "from_completion": matter.from_completion,
        "catch_up": matter.catch_up,
        "steps": [
            {
                "text": step.text,
                "done": _iso(step.done),
                "ahead": step.ahead,
                "skipped": step.skipped,
                "gate": step.gate,
            }
            for step in matter.steps
        ],
        "signing": _iso(matter.signing),
        "links": list(matter.links),
        "notes": [{"at": iso(note.at), "text": note.text} for note in matter.notes],
        "returns": [{"at": iso(one.at), "words": one.words, "by": one.by} for one in matter.returns],
        "chases": [
            {
                "at": iso(one.at),
                "party": one.party,
                "how": one.how,
                "said": one.said,
                "promise": one.promise,
                "promised": _iso(one.promised),
            }
            for one in matter.chases
        ],
        "waiting_on": list(matter.needs),
        "postponed": matter.postponed,
        "result": matter.result,
        "receptions": list(matter.receptions),
        "score": score,
        "created": _iso(matter.created),
        "changed": _iso(matter.changed),
        "closed": _iso(matter.closed),
    }


def reception_shape(reception: Reception, day: Day, label: str, *, private: bool = False) -> Shape:
    """A reception; a restricted one is masked and phones are cut unless ``private``."""
    hidden = reception.restricted and not private
    reception = reception if private else discreet(reception, lambda _kind, _number: None)
    return {
        "number": label,
        "at": iso(reception.at),
        "visitor": None if hidden else reception.name,
        "phone": None if hidden else reception.phone,
        "unit": reception.unit,
        "headcount": reception.headcount,
        "channel": reception.channel,
        "kind": reception.kind,
        "matter": None if hidden else reception.matter,
        "route": reception.route,
        "handler": list(reception.handed_to),
        "clocks": [
            {
                "name": clock.rule,
                "article": clock.article,
                "started": iso(clock.started),
                "due": iso(clock.due),
                "days_left": day.days_to(clock.due),
                "working_days_left": day.working_days_to(clock.due),
                "workday_before": _iso(clock.workday_before),
                "extended": clock.extended,
                "extended_late": clock.extended_late,
                "window": clock.window,
                "state": "late" if day.is_past(clock.due) else "assumed" if clock.assumed else "running",
            }
            for clock in clocks_of(reception, day.calendar, day.clocks)
        ],
        "reply": reception.reply,
        "state": reception.state,
        "waiting": reception.is_waiting,
        "restricted": reception.restricted,
        "void_reason": reception.void_reason,
        "erased": _iso(reception.erased),
        "erase_reason": reception.erase_reason,
        "matters": list(reception.matters),
        "links": list(reception.links),
        "asked": reception.asked,
        "received_by": reception.received_by,
        "class": reception.petition_class,
        "petition_number": reception.petition_number,
        "accused": [name for name in reception.accused if name != NOBODY],
        "grave": reception.grave,
        "noticed": _iso(reception.noticed),
        "accepted": _iso(reception.accepted),
        "replied": _iso(reception.replied),
        "how": reception.reply_how,
        "events": [{"name": one.name, "on": iso(one.on), "words": one.words} for one in reception.events],
        "extensions": [
            {
                "on": iso(one.on),
                "days": one.days,
                "reason": one.reason,
                "approver": one.approver,
                "late": one.late,
            }
            for one in reception.extensions
        ],
    }


def point_shape(point: Point) -> Shape:
    """A point and who was told it."""
    return {
        "number": point.number,
        "text": point.text,
        "direction": point.direction,
        "parties": list(point.parties),
        "waiting": list(point.waiting),
        "ticks": [
            {"party": tick.party, "at": iso(tick.at), "how": tick.how, "answer": tick.answer} for tick in point.ticks
        ],
        "due": _iso(point.due),
        "created": _iso(point.created),
        "original": point.original,
        "source": point.source,
        "matter": point.matter,
        "made": list(point.made),
    }


def party_shape(name: str, party: Party | None, points: tuple[Point, ...], due_talk: Moment | None) -> Shape:
    """A party with the points that wait for it."""
    return {
        "name": name,
        "kind": None if party is None else party.kind,
        "rank": None if party is None else party.rank,
        "title": None if party is None else party.title,
        "aliases": [] if party is None else list(party.aliases),
        "cadence": None if party is None else party.rhythm or party.cadence,
        "channels": [] if party is None else list(party.channels),
        "last_talk": None if party is None else _iso(party.last_talk),
        "notes": [] if party is None else [{"at": iso(note.at), "text": note.text} for note in party.notes],
        "due_talk": _iso(due_talk),
        "points": [point_shape(point) for point in points],
    }


def found_shape(record: Entry, day: Day, *, private: bool = False) -> Shape:
    """Any record with its kind, as ``find --json`` prints it."""
    if isinstance(record, Matter):
        shape = matter_shape(record)
    elif isinstance(record, Reception):
        shape = reception_shape(record, day, reception_label(record.number), private=private)
    elif isinstance(record, Point):
        shape = point_shape(record)
    elif isinstance(record, Party):
        shape = party_shape(record.name, record, (), None)
    else:
        shape = {"number": record.number}
    return {"record": kind_of(record).name, **shape}


def _iso(moment: Moment | None) -> str | None:
    """ISO text, or null."""
    return None if moment is None else iso(moment)


def _list(values: tuple[object, ...]) -> list[object] | None:
    """A list, or null when it is empty."""
    return list(values) or None
