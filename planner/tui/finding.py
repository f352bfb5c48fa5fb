"""Finding a record of any kind, the archive too, and the place that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.tui.subjects import key_of
from planner.wording import t
from planner.wording.numbers import reception_label
from planner.wording.page import visitor_of
from planner.wording.safe import shown
from planner.wording.terms import term

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.domain.entry import Entry
    from planner.tui.widgets.sections import Key

__all__ = ["PLACES", "Found", "search"]

PLACES = {"matter": "matters", "reception": "receptions", "point": "parties", "party": "parties"}
"""The place of a kind."""


class Found(Record):
    """A record that was found: what it is, how it is called, and whether its place shows it."""

    record: Entry
    kind: str
    label: str
    words: str
    detail: str
    listed: bool
    """Whether it stands in its place's list; what is closed long since does not."""

    @property
    def key(self) -> Key:
        """The record's kind and number, or name."""
        return key_of(self.record)


def search(desk: Desk, words: str) -> tuple[Found, ...]:
    """The records that a number names or that hold all words, as they may be shown; open ones first."""
    from planner.desk.discretion import Discretion
    from planner.desk.pages import found, record_named
    from planner.desk.refused import Problem
    from planner.domain.criteria import Criteria

    shown_as = Discretion(desk)
    records: list[Entry] = []
    named: Entry | None = None
    try:
        named = shown_as(record_named(desk, words))
        records.append(named)
    except Problem:  # no number of anything: words then
        pass
    records += found(desk, Criteria(words=tuple(words.split()), include_archived=True))
    made: dict[tuple[str, int], Found] = {}
    for record in records:
        one = _found(record, desk.lang)
        if one is not None:
            made.setdefault((one.kind, record.number), one)
    return tuple(sorted(made.values(), key=lambda one: (one.record is not named, not one.listed)))


def _found(record: Entry, lang: str) -> Found | None:
    """A record in words; ``None`` for a kind that has no place."""
    if isinstance(record, Matter):
        state = term("matter state", record.state, lang)
        return Found(
            record=record,
            kind="matter",
            label=str(record.number),
            words=shown(record.title),
            detail=t("{kind}, {state}", kind=term("kind", "matter", lang), state=state),
            listed=record.is_open,
        )
    if isinstance(record, Reception):
        words = "" if record.restricted else f"{visitor_of(record)} {record.matter}"
        return Found(
            record=record,
            kind="reception",
            label=reception_label(record.number),
            words=shown(words),
            detail=t(
                "{kind}, {state}",
                kind=term("kind", "reception", lang),
                state=term("reception state", record.state, lang),
            ),
            listed=record.is_waiting,
        )
    if isinstance(record, Point):
        name = (record.waiting or record.parties)[:1]
        return Found(
            record=record,
            kind="point",
            label=term("kind", "point", lang),
            words=shown(record.text),
            detail=shown(name[0]) if name else "",
            listed=False,
        )
    if isinstance(record, Party):
        return Found(
            record=record,
            kind="party",
            label=term("kind", "party", lang),
            words=shown(record.name),
            detail="",
            listed=True,
        )
    return None
