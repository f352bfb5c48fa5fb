"""A draft becomes a matter, or changes one: the one place where what was typed meets what is kept."""

from __future__ import annotations

from planner.desk.refused import Refused
from planner.domain.matter import Matter, Note, Step
from planner.domain.moment import day_of
from planner.domain.terms import MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.domain.draft import Draft
    from planner.domain.moment import datetime
    from planner.domain.terms import Mark
    from planner.domain.workdays import Calendar
    from planner.store.transaction import Transaction

__all__ = ["drafted", "ensure_parties", "moved_off", "names_in", "redrafted"]

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


def moved_off(draft: Draft, calendar: Calendar) -> Draft:
    """The draft with its date moved off a day off, where it says so (遇休提前, 遇休顺延)."""
    if draft.if_off is None or draft.due is None:
        return draft
    from planner.domain.moving import off_the_day_off

    due, end = off_the_day_off(draft.due, draft.end, draft.if_off, calendar)
    return draft if due == draft.due else draft.replace(due=due, end=end)


def drafted(draft: Draft, number: int, at: datetime, prepare: str, moved: Draft | None = None) -> Matter:
    """The new matter that a draft means; ``prepare`` words its countdown steps.

    ``moved`` is the draft as ``moved_off`` made it: its date holds, and the day by the rule is kept beside it.
    """
    by_rule = draft.due
    draft = moved or draft
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
        anchor=None if by_rule == draft.due or by_rule is None or draft.rrule is None else day_of(by_rule),
        **values,
    )


def redrafted(matter: Matter, draft: Draft, at: datetime, prepare: str, calendar: Calendar) -> Matter:
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
    changes.update(_off_a_day_off(matter, draft, changes, calendar))
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


def _off_a_day_off(matter: Matter, draft: Draft, changes: dict[str, object], calendar: Calendar) -> dict[str, object]:
    """The date moved off a day off, for a line that says the rule anew; a date typed by itself is meant as it is."""
    if draft.rrule is None and draft.if_off is None:
        return {}
    from planner.domain.moving import off_the_day_off

    made = matter.replace(**changes)
    if made.if_off is None or made.due is None:
        return {}
    due, end = made.due, made.end
    if made.anchor is not None and made.rrule is not None and draft.due is None:
        way = made.anchor - day_of(due)
        due, end = due + way, None if end is None else end + way
    moved, until = off_the_day_off(due, end, made.if_off, calendar)
    anchor = day_of(due) if made.rrule is not None and moved != due else None
    return {"due": moved, "end": until, "anchor": anchor}


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
