"""Checklists inside matters: steps from templates or typed, ticked or marked as not applicable; signature."""

from __future__ import annotations

from planner.desk.changing import Edited, each, matter_in
from planner.desk.discretion import Discretion
from planner.desk.refused import Refused
from planner.desk.templating import template_named
from planner.domain.matter import Matter, Step
from planner.domain.steps import gate_open
from planner.domain.template import steps_lacking
from planner.wording import p, t
from planner.wording.safe import fit, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.domain.moment import datetime

__all__ = ["add_steps", "shown_steps", "sign", "skip", "tick", "untick"]

_LONGEST = 40
"""Cells of a step's text in a refusal."""


def add_steps(desk: Desk, number: int, word: str, ahead: int | None = None) -> Edited:
    """Put a template's steps on a matter, or one step as typed when the word names no template."""
    template = template_named(desk, word)
    if not word.strip():
        raise Refused(t("Say which step: planner steps 12 --add review, or --add “ask the sections”."))
    at = desk.now
    with desk.change("steps") as tx:
        matter = matter_in(tx, number)
        if template is None:
            steps: tuple[Step, ...] = (Step(text=word.strip(), ahead=ahead),)
        else:
            steps = steps_lacking(template, matter, desk.lang)
        if not steps:
            raise Refused(t("Matter {number} has every step of “{name}” already.", number=number, name=word))
        made = matter.replace(steps=(*matter.steps, *steps), changed=at)
        tx.put(made)
    warnings: tuple[str, ...] = ()
    if made.due is None and any(step.ahead is not None for step in steps):
        warnings = (t("It has no date, so these steps have no days yet: planner edit {number} DATE.", number=number),)
    return Edited(matters=(made,), warnings=warnings)


def tick(desk: Desk, number: int, places: tuple[int, ...]) -> Edited:
    """Mark steps as done, by their places in the list (1 first). It is work on the matter."""
    return _change(desk, number, places, lambda step, at: step.replace(done=step.done or at, skipped=None))


def untick(desk: Desk, number: int, places: tuple[int, ...]) -> Edited:
    """Mark steps as not done after all."""
    return _change(desk, number, places, lambda step, _at: step.replace(done=None, skipped=None))


def skip(desk: Desk, number: int, place: int, note: str) -> Edited:
    """Mark a step as not applicable, with the note that says why."""
    if not note.strip():
        raise Refused(t("Say why it does not apply: planner steps 12 --skip 3 “no other department is concerned”."))
    return _change(desk, number, (place,), lambda step, _at: step.replace(done=None, skipped=note.strip()))


def sign(desk: Desk, numbers: tuple[int, ...]) -> Edited:
    """Send documents for signature 送签. Raises ``Refused``, and sends none, while a group of a review gate is open."""
    shown_to_all = Discretion(desk)

    def sent(matter: Matter, at: datetime) -> Matter:
        lacking = gate_open(shown_to_all(matter))
        if lacking:
            named = p("clock", "; ").join(f"{place} {fit(shown(step.text), _LONGEST)}" for place, step in lacking)
            raise Refused(
                t(
                    "Matter {number} can't go for signature yet: {steps}. Pass each with planner steps {number} --tick"
                    " {places}, or mark it with --skip and why.",
                    number=matter.number,
                    steps=named,
                    places=" ".join(str(place) for place, _ in lacking),
                )
            )
        return matter.worked(at, signing=at)

    return each(desk, "sign", numbers, sent)


def shown_steps(desk: Desk, number: int) -> Matter:
    """The matter whose steps are asked for. Raises ``Refused``."""
    found = desk.book.read().get("matter", number)
    if not isinstance(found, Matter):
        raise Refused(t("There is no matter {number}. planner list shows the open ones.", number=number))
    return found


def _change(desk: Desk, number: int, places: tuple[int, ...], change: Callable[[Step, datetime], Step]) -> Edited:
    """Change some steps of a matter in one transaction."""
    at = desk.now
    with desk.change("steps") as tx:
        matter = matter_in(tx, number)
        for place in places:
            if not 1 <= place <= len(matter.steps):
                raise Refused(
                    t(
                        "Matter {number} has no step {place}: planner steps {number} shows them.",
                        number=number,
                        place=place,
                    )
                )
        steps = tuple(change(step, at) if place in places else step for place, step in enumerate(matter.steps, 1))
        made = matter.worked(at, steps=steps)
        tx.put(made)
    return Edited(matters=(made,))
