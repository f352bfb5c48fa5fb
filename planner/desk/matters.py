"""What a director does with matters: one function a verb, each one transaction and so one undo.

What happened is recorded, never refused; only the impossible is: an unknown number, a date that does not exist.
"""

from __future__ import annotations

from planner.capture import parse
from planner.capture import parse_moment as read_moment
from planner.desk.drafting import ensure_parties, names_in, redrafted
from planner.desk.refused import Refused
from planner.domain.matter import Chase, Matter, Note, Return
from planner.domain.moment import day_of
from planner.domain.record import Record
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.domain.draft import Draft
    from planner.domain.moment import Moment, datetime
    from planner.domain.terms import Grade
    from planner.store.transaction import Transaction

    Numbers = tuple[int, ...]

__all__ = [
    "Edited",
    "chase",
    "close",
    "done",
    "drop",
    "edit",
    "hand",
    "next_of",
    "note",
    "postpone",
    "prioritise",
    "regrade",
    "reopen",
    "return_",
]


class Edited(Record):
    """Matters as a verb left them, the draft an edit was read from, and the names seen for the first time."""

    matters: tuple[Matter, ...]
    draft: Draft | None = None
    new_names: tuple[str, ...] = ()
    coming: tuple[Matter, ...] = ()
    """The next occurrences of what was finished."""


def edit(desk: Desk, numbers: Numbers, line: str) -> Edited:
    """Change matters by a capture line: what is understood replaces, ``due:-`` clears, ``title:`` retitles."""
    at = desk.now
    draft = parse(line, at, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    if draft.title.strip() and not draft.retitled:
        raise Refused(
            t(
                "“{words}” was not understood, so nothing was changed. To change the title write title: before it.",
                words=draft.title,
            )
        )
    with desk.change("edit") as tx:
        new = ensure_parties(tx, names_in(draft), at, lambda name: name == draft.assigned_by)
        prepare = t("prepare") if draft.ahead else ""
        made = tuple(redrafted(_matter(tx, number), draft, at, prepare) for number in numbers)
        for matter in made:
            tx.put(matter)
    return Edited(matters=made, draft=draft, new_names=new)


def close(matter: Matter, at: datetime, result: str | None) -> Matter:
    """The matter done, with what came of it."""
    return matter.replace(state="done", closed=at, changed=at, touched=at, result=result or matter.result)


def done(desk: Desk, numbers: Numbers, result: str | None = None) -> Edited:
    """Mark matters done; the result in words is what the report is made of. One already done takes a new result.

    A recurring matter's next occurrence is made in the same step, so that one undo takes both back.
    """
    at = desk.now
    with desk.change("done") as tx:
        made, coming = [], []
        for number in numbers:
            matter = _matter(tx, number)
            made.append(close(matter, at, result))
            tx.put(made[-1])
            if matter.is_open and matter.rrule is not None:
                coming += next_of(desk, tx, matter, at)
    return Edited(matters=tuple(made), coming=tuple(coming))


def next_of(desk: Desk, tx: Transaction, matter: Matter, at: datetime) -> list[Matter]:
    """Put the occurrence that follows a finished one; nothing when the series has ended."""
    from planner.domain.recurrence import following

    occurrence = following(matter, at, desk.calendar)
    if occurrence is None:
        return []
    end = None
    if matter.end is not None and matter.due is not None and type(occurrence.due) is type(matter.due):
        end = occurrence.due + (matter.end - matter.due)
    coming = matter.replace(
        number=tx.next_number("matter"),
        created=at,
        changed=at,
        touched=None,
        state="open",
        due=occurrence.due,
        end=end,
        start=None,
        anchor=None if day_of(occurrence.due) == occurrence.anchor else occurrence.anchor,
        rrule=occurrence.rrule,
        series=matter.series or matter.number,
        steps=tuple(step.replace(done=None) for step in matter.steps),
        notes=(),
        chases=(),
        returns=(),
        receptions=(),
        postponed=0,
        result=None,
        rank=None,
    )
    tx.put(coming)
    return [coming]


def reopen(desk: Desk, numbers: Numbers) -> Edited:
    """Open closed matters again."""
    return _each(
        desk, "reopen", numbers, lambda matter, at: matter.replace(state="open", closed=None, changed=at, touched=at)
    )


def return_(desk: Desk, numbers: Numbers, words: str, by: str | None = None) -> Edited:
    """Send matters back to be done again (退回重办) with the words said; a done one is open again."""
    if not words.strip():
        raise Refused(t("Say why it is returned: planner return 12 “check the figures”."))
    return _each(
        desk,
        "return",
        numbers,
        lambda matter, at: matter.replace(
            state="open",
            closed=None,
            changed=at,
            touched=at,
            returns=(*matter.returns, Return(at=at, words=words, by=by or matter.assigned_by)),
        ),
    )


def postpone(desk: Desk, numbers: Numbers, when: str) -> Edited:
    """Put matters off to a later day; each time is counted and shown."""
    at = desk.now
    due = read_moment(when, at, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    if due is None:
        raise Refused(t("“{words}” is not a date: write fri, 27/11, in 3 days or 2026-11-27.", words=when))
    return _each(desk, "postpone", numbers, lambda matter, at: _put_off(matter, due, at))


def _put_off(matter: Matter, due: Moment, at: datetime) -> Matter:
    """A matter with a new date. It counts as a postponement when there was a date; a range moves whole."""
    end = None
    if matter.end is not None and matter.due is not None and type(due) is type(matter.due):
        end = due + (matter.end - matter.due)
    anchor = matter.anchor
    if matter.rrule is not None and anchor is None and matter.due is not None:
        anchor = day_of(matter.due)
    return matter.replace(due=due, end=end, anchor=anchor, postponed=matter.postponed + 1, changed=at)


def note(desk: Desk, numbers: Numbers, text: str) -> Edited:
    """Write down what happened in between (进展); it is work on the matter."""
    if not text.strip():
        raise Refused(t("Nothing to note: write it after the number."))
    return _each(
        desk,
        "note",
        numbers,
        lambda matter, at: matter.replace(notes=(*matter.notes, Note(at=at, text=text)), changed=at, touched=at),
    )


def drop(desk: Desk, numbers: Numbers, reason: str | None = None) -> Edited:
    """Give matters up, with the reason; they leave the lists and stay in the book."""
    return _each(
        desk,
        "drop",
        numbers,
        lambda matter, at: matter.replace(state="dropped", closed=at, changed=at, result=reason or matter.result),
    )


def hand(desk: Desk, numbers: Numbers, to: tuple[str, ...], *, supervised: bool | None = None) -> Edited:
    """Hand matters to parties, the first leading (主办) and the rest assisting (协办)."""
    if not to:
        raise Refused(t("Say to whom: planner hand 12 NAME."))
    at = desk.now
    with desk.change("hand") as tx:
        new = ensure_parties(tx, to, at)
        made = []
        for number in numbers:
            matter = _matter(tx, number)
            watched = matter.supervised if supervised is None else supervised
            made.append(matter.replace(handed_to=to, supervised=watched, changed=at, touched=at))
            tx.put(made[-1])
    return Edited(matters=tuple(made), new_names=new)


def chase(desk: Desk, numbers: Numbers, text: str, promised: Moment | None = None, party: str | None = None) -> Edited:
    """Write one entry of the chase log (催办): what was said, and what was promised for when."""
    return _each(
        desk,
        "chase",
        numbers,
        lambda matter, at: matter.replace(
            chases=(
                *matter.chases,
                Chase(
                    at=at,
                    party=party or (matter.handed_to[0] if matter.handed_to else None),
                    promise=text or None,
                    promised=promised,
                ),
            ),
            changed=at,
            touched=at,
        ),
    )


def regrade(desk: Desk, numbers: Numbers, grade: Grade | None = None) -> Edited:
    """Set the grade by hand; without one, turn major into minor and back."""
    return _each(
        desk,
        "grade",
        numbers,
        lambda matter, at: matter.replace(
            grade_by_hand=grade or ("minor" if matter.grade == "major" else "major"), changed=at
        ),
    )


def prioritise(desk: Desk, numbers: Numbers, priority: int) -> Edited:
    """Set the priority, 1 to 4. Raises ``Invalid`` for any other."""
    return _each(desk, "priority", numbers, lambda matter, at: matter.replace(priority=priority, changed=at))


def _each(desk: Desk, command: str, numbers: Numbers, change: Callable[[Matter, datetime], Matter]) -> Edited:
    """Change each of some matters in one transaction."""
    at = desk.now
    with desk.change(command) as tx:
        made = tuple(change(_matter(tx, number), at) for number in numbers)
        for matter in made:
            tx.put(matter)
    return Edited(matters=made)


def _matter(tx: Transaction, number: int) -> Matter:
    """The matter of that number, archived ones too. Raises ``Refused`` when there is none."""
    found = tx.get("matter", number)
    if not isinstance(found, Matter):
        raise Refused(t("There is no matter {number}. planner list shows the open ones.", number=number))
    return found
