"""What a director does with matters: one function a verb, each one transaction and so one undo.

What happened is recorded, never refused; only the impossible is: an unknown number, a date that does not exist.
"""

from __future__ import annotations

from planner.capture import parse
from planner.capture import parse_moment as read_moment
from planner.desk.changing import Edited, check_needs, each, matter_in, refuse_closed
from planner.desk.drafting import ensure_parties, moved_off, names_in, redrafted
from planner.desk.refused import Refused
from planner.domain.matter import Matter, Note, Return
from planner.domain.moment import day_of
from planner.domain.moving import is_later, redated
from planner.domain.privacy import secret_of
from planner.domain.steps import gate_anew, gate_open, steps_anew
from planner.domain.twins import twins
from planner.wording import t

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.desk.changing import Numbers
    from planner.desk.desk import Desk
    from planner.domain.moment import Moment, datetime
    from planner.domain.terms import Grade
    from planner.store.transaction import Transaction

__all__ = [
    "close",
    "done",
    "drop",
    "edit",
    "next_of",
    "note",
    "postpone",
    "prioritise",
    "regrade",
    "reopen",
    "return_",
    "twins",
]


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
        found = [matter_in(tx, number) for number in numbers]
        made = tuple(redrafted(matter, draft, at, prepare, desk.calendar) for matter in found)
        same = tuple(
            was.number for was, now in zip(found, made, strict=True) if now.replace(changed=was.changed) == was
        )
        for matter in made:
            if matter.number in same:
                continue
            if draft.needs:
                check_needs(tx, matter.number, draft.needs)
            if matter.receptions and (draft.handed_to or draft.parties):
                from planner.desk.receptions import refuse_to_accused

                refuse_to_accused(tx, matter)
            tx.put(matter)
    told = tuple(t("{number} is so already: nothing was changed.", number=number) for number in same)
    return Edited(matters=made, draft=moved_off(draft, desk.calendar), new_names=new, same=same, warnings=told)


def close(matter: Matter, at: datetime, result: str | None) -> Matter:
    """The matter done, with what came of it."""
    closed = matter.closed if matter.state == "done" else at  # a result written later does not move the day
    return matter.worked(at, state="done", closed=closed, result=result or matter.result)


def done(desk: Desk, numbers: Numbers, result: str | None = None) -> Edited:
    """Mark matters done; the result in words is what the report is made of. One already done takes a new result.

    A recurring matter's next occurrence is made in the same step, so that one undo takes both back.
    """
    at = desk.now
    with desk.change("done") as tx:
        made: list[Matter] = []
        coming: list[Matter] = []
        warnings: list[str] = []
        for number in numbers:
            matter = matter_in(tx, number)
            if not result or matter.state == "dropped":
                refuse_closed(matter)
            if gate_open(matter) and matter.signing is None:
                from planner.wording.shell import by_shell

                warnings.append(
                    by_shell(
                        t("{number} is done with its review gate open: planner steps {number}", number=number),
                        t("{number} is done with its review gate open: s shows its steps", number=number),
                    )
                )
            finished = close(matter, at, result)
            if matter.is_open and matter.rrule is not None and matter.followed is None:
                coming += next_of(desk, tx, matter, at)
                finished = finished.replace(followed=coming[-1].number if coming else None)
            made.append(finished)
            tx.put(finished)
            if matter.receptions:
                from planner.desk.forwarding import answers_owed

                warnings += answers_owed(tx, matter)
    return Edited(matters=tuple(made), coming=tuple(coming), warnings=tuple(warnings))


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
        steps=steps_anew(matter),
        signing=None,
        notes=(),
        chases=(),
        returns=(),
        extensions=(),
        waiting_for=None,
        waiting_until=None,
        handed=at if matter.handed_to else None,
        stage="assigned" if matter.supervised else None,
        followed=None,
        receptions=matter.receptions if secret_of(matter, tx.get) is not None else (),  # its words are as secret
        postponed=0,
        put_off=0,
        result=None,
        rank=None,
    )
    tx.put(coming)
    return [coming]


def reopen(desk: Desk, numbers: Numbers) -> Edited:
    """Open closed matters again. Raises ``Refused`` for one that is open."""

    def opened(matter: Matter, at: datetime) -> Matter:
        if matter.is_open:
            raise Refused(t("{number} is open: there is nothing to reopen. Nothing was changed.", number=matter.number))
        return matter.worked(at, state="open", closed=None)

    return each(desk, "reopen", numbers, opened)


def return_(desk: Desk, numbers: Numbers, words: str, by: str | None = None) -> Edited:
    """Send matters back to be done again (退回重办) with the words said; a done one is open again.

    A document's review gate is to be passed again, since its text will be another.
    """
    if not words.strip():
        raise Refused(t("Say why it is returned: planner return 12 “check the figures”."))
    return each(
        desk,
        "return",
        numbers,
        lambda matter, at: matter.worked(
            at,
            state="open",
            closed=None,
            signing=None,
            steps=gate_anew(matter),
            returns=(*matter.returns, Return(at=at, words=words, by=by or matter.assigned_by)),
        ),
    )


def postpone(desk: Desk, numbers: Numbers, when: str) -> Edited:
    """Put matters off to a later day; each time is counted and shown."""
    at = desk.now
    if not when.strip():
        raise Refused(t("Say until when: planner postpone 12 next mon"))
    due = read_moment(when, at, desk.lang, calendar=desk.calendar, day_first=desk.settings.day_first)
    if due is None:
        raise Refused(t("“{words}” is not a date: write fri, 27/11, in 3 days or 2026-11-27.", words=when))
    return each(desk, "postpone", numbers, lambda matter, at: _put_off(matter, due, at))


def _put_off(matter: Matter, due: Moment, at: datetime) -> Matter:
    """An open matter with a new date; it counts as put off when the date it had was earlier. Raises ``Refused``."""
    refuse_closed(matter)
    made = redated(matter, due, at)
    if not is_later(due, matter.due):
        return made
    return made.replace(postponed=matter.postponed + 1, put_off=matter.put_off + 1)


def note(desk: Desk, numbers: Numbers, text: str) -> Edited:
    """Write down what happened in between (进展); it is work on the matter."""
    if not text.strip():
        raise Refused(t("Nothing to note: write it after the number."))
    return each(
        desk,
        "note",
        numbers,
        lambda matter, at: matter.worked(at, notes=(*matter.notes, Note(at=at, text=text))),
    )


def drop(desk: Desk, numbers: Numbers, reason: str | None = None) -> Edited:
    """Give matters up, with the reason; they leave the lists, not the book. Raises ``Refused`` for a closed one."""
    return each(
        desk,
        "drop",
        numbers,
        lambda matter, at: _dropped(matter, at, reason),
    )


def _dropped(matter: Matter, at: datetime, reason: str | None) -> Matter:
    """The matter given up. Raises ``Refused`` when it is closed already."""
    refuse_closed(matter)
    return matter.replace(
        state="dropped",
        closed=at,
        changed=at,
        result=reason or matter.result,
        waiting_for=None,
        waiting_until=None,
    )


def regrade(desk: Desk, numbers: Numbers, grade: Grade | None = None) -> Edited:
    """Set the grade by hand; without one, turn major into minor and back."""
    return each(
        desk,
        "grade",
        numbers,
        lambda matter, at: matter.replace(
            grade_by_hand=grade or ("minor" if matter.grade == "major" else "major"), changed=at
        ),
    )


def prioritise(desk: Desk, numbers: Numbers, priority: int) -> Edited:
    """Set the priority, 1 to 4. Raises ``Invalid`` for any other."""
    return each(desk, "priority", numbers, lambda matter, at: matter.replace(priority=priority, changed=at))
