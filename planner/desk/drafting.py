"""A draft becomes a matter, or changes one: the one place where what was typed meets what is kept."""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.domain.matter import Matter, Note, Step
from planner.domain.terms import MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.domain.draft import Draft
    from planner.domain.moment import datetime
    from planner.domain.terms import Mark
    from planner.store.transaction import Transaction

__all__ = ["drafted", "ensure_parties", "names_in", "redrafted"]

_SAME = (
    "due",
    "end",
    "start",
    "rrule",
    "from_completion",
    "if_off",
    "exdates",
    "catch_up",
    "priority",
    "nature",
    "origin",
    "urgency",
    "parties",
    "assigned_by",
    "handed_to",
    "supervised",
    "words",
    "tags",
    "work",
    "remind",
    "needs",
)
"""Fields that a draft and a matter share by name and meaning."""

_EMPTIED = {
    "due": ("due", "end"),
    "grade": ("grade_by_hand",),
    "rrule": ("rrule", "from_completion", "if_off", "exdates", "anchor", "catch_up"),
    "supervised": ("supervised", "stage"),
    "handed_to": ("handed_to", "handed", "supervised", "stage"),
}
"""What else ``key:-`` empties, where a field does not stand alone."""


def drafted(draft: Draft, number: int, at: datetime, prepare: str) -> Matter:
    """The new matter that a draft means; ``prepare`` words its countdown steps."""
    values = {name: value for name in _SAME if (value := getattr(draft, name)) is not None}
    return Matter(
        number=number,
        created=at,
        changed=at,
        title=draft.title,
        grade_by_hand=draft.grade,
        marks=_marks(draft),
        steps=tuple(Step(text=prepare, ahead=days) for days in draft.ahead),
        notes=(Note(at=at, text=draft.note),) if draft.note else (),
        handed=at if draft.handed_to else None,
        stage="assigned" if draft.supervised else None,
        **values,
    )


def redrafted(matter: Matter, draft: Draft, at: datetime, prepare: str) -> Matter:
    """The matter as an edit's line changes it: what was understood replaces, what was cleared is emptied."""
    if matter.words and (draft.words or "words" in draft.cleared):
        from planner.wording import t

        raise Refused(
            t("The words of {name} are kept as they were said: write a note instead.", name=matter.assigned_by or "?")
        )
    changes = _emptied(matter, draft)
    for name in _SAME:
        value = getattr(draft, name)
        if value not in (None, (), False):
            changes[name] = value
    if draft.catch_up is not None:
        changes["catch_up"] = draft.catch_up
    if draft.due is not None:
        from planner.domain.moving import dated, on_its_day

        due, end = on_its_day(matter, draft.due, draft.end) if draft.time_only else (draft.due, draft.end)
        moved = dated(matter, due, end, at)
        changes["due"] = due
        changes.update(end=moved.end, anchor=moved.anchor, extensions=moved.extensions)
    if draft.rrule is not None:
        changes["from_completion"] = draft.from_completion
        changes["anchor"] = None
    if draft.grade is not None:
        changes["grade_by_hand"] = draft.grade
    marks, off = _marks(draft), _unmarked(matter, draft)
    if marks or off:
        stay = {mark for mark in matter.marks if mark not in off}
        changes["marks"] = tuple(sorted({*marks, *stay}, key=MARKS.index))
    if draft.handed_to:
        changes["handed"] = at
    if draft.supervised and matter.stage is None:
        changes["stage"] = "assigned"
    if draft.ahead:
        kept = tuple(step for step in matter.steps if step.ahead is None or step.text != prepare)  # not a template's
        changes["steps"] = (*kept, *(Step(text=prepare, ahead=days) for days in draft.ahead))
    if draft.note:
        changes["notes"] = (*matter.notes, Note(at=at, text=draft.note))
    if draft.retitled and draft.title:
        changes["title"] = draft.title
    if not changes:
        return matter
    return matter.replace(**changes, changed=at)


def _emptied(matter: Matter, draft: Draft) -> dict[str, object]:
    """The fields that the line empties, with those that mean nothing without them."""
    defaults = {name: default for name, default, _ in Matter.PARTS}
    changes: dict[str, object] = {}
    for cleared in draft.cleared:
        for name in _EMPTIED.get(cleared, (cleared,)):
            if name in defaults:
                changes[name] = defaults[name]
    if "due" in draft.cleared:
        from planner.domain.moving import anchor_of

        changes["anchor"] = anchor_of(matter, None)
    if "ahead" in draft.cleared:
        changes["steps"] = tuple(step for step in matter.steps if step.ahead is None)
    return changes


def names_in(draft: Draft) -> tuple[str, ...]:
    """Every name on the line, once, in the order in which it should be made known."""
    names = [*draft.parties, *draft.handed_to]
    if draft.assigned_by is not None:
        names.insert(0, draft.assigned_by)
    return tuple(dict.fromkeys(names))


def ensure_parties(
    tx: Transaction, names: tuple[str, ...], at: datetime, leader: Callable[[str], bool] = lambda _: False
) -> tuple[str, ...]:
    """Make a party record for each name seen for the first time; the new names, so that they can be shown as new.

    ``leader`` says which of them the line itself calls a leader (``from:``); no other kind is guessed.
    """
    new = tuple(name for name in dict.fromkeys(names) if not tx.knows_party(name))
    if new:
        from planner.domain.party import Party

        for name in new:
            tx.put(
                Party(
                    number=tx.next_number("party"),
                    created=at,
                    changed=at,
                    name=name,
                    kind="leader" if leader(name) else None,
                )
            )
    return new


def _unmarked(matter: Matter, draft: Draft) -> tuple[Mark, ...]:
    """The marks that an edit takes off: those it names, all of them, and the one that ``from:`` had set."""
    if "marks" in draft.cleared:
        return MARKS
    off: list[Mark] = [mark for mark in MARKS if f"mark.{mark}" in draft.cleared]
    if "assigned_by" in draft.cleared and matter.assigned_by is not None and draft.assigned_by is None:
        off.append("assigned")
    return tuple(off)


def _marks(draft: Draft) -> tuple[Mark, ...]:
    """The draft's marks; being assigned by somebody is one (``from:``)."""
    if draft.assigned_by is None or "assigned" in draft.marks:
        return draft.marks
    return ("assigned", *draft.marks)
