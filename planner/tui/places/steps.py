"""The checklist of one matter 清单: ticked by space, added to, marked as not applicable."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from planner.domain.matter import Matter
from planner.domain.record import Record
from planner.tui import grammars
from planner.tui.facts import Facts
from planner.tui.messages import Outcome
from planner.tui.places.over import OverPlace
from planner.tui.telling import said
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import n, t
from planner.wording.dates import short
from planner.wording.page import Row
from planner.wording.safe import fit, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planner.desk.desk import Desk
    from planner.domain.matter import Step
    from planner.tui.messages import Sight

__all__ = ["StepLine", "StepsPlace"]

TITLE = 40
"""Cells of a step, or of the matter's title in the head, that are named."""


class StepLine(Record):
    """A step with its matter and its place among the steps, 1 first."""

    matter: Matter
    step: Step
    place: int

    def facts(self) -> Facts:
        """The step whole, since a list has room for a line of it."""
        lines = [(t("matter"), f"{self.matter.number} {shown(self.matter.title)}")]
        if self.step.skipped is not None:
            lines.append((t("does not apply"), shown(self.step.skipped)))
        return Facts(f"{self.place}  {shown(self.step.text)}", tuple(lines))


class StepsPlace(OverPlace):
    """The steps of one matter: those that must be settled before signature, then the others."""

    OWN: ClassVar[Mapping[str, str]] = {
        "done": "tick",
        "open": "choose",
        "add": "add",
        "point": "add",
        "drop": "skip",
        "note": "skip",
        "steps": "leave",
    }

    def __init__(self, number: int) -> None:
        self._number = number
        self.NAME = f"steps {number}"
        super().__init__()

    def heading(self) -> str:
        """The matter's number."""
        return t("Steps of {number}", number=self._number)

    def teaching(self) -> str:
        """What an empty checklist says."""
        return t("No steps yet. Press a to add one, or a template by its name: review, meeting, research.")

    def keys(self) -> str:
        """The keys of a checklist."""
        return t("Space ticks  a add  o not applicable, and why  u undo  Esc back")

    def reading(self) -> Callable[[Desk], object]:
        """The matter, as others may see it."""
        number = self._number

        def read(desk: Desk) -> object:
            from planner.desk.discretion import Discretion
            from planner.desk.stepping import shown_steps

            return Discretion(desk)(shown_steps(desk, number))

        return read

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """Steps to do and steps that are settled."""
        if not isinstance(page, Matter):
            return ()
        lines = [StepLine(matter=page, step=step, place=place) for place, step in enumerate(page.steps, 1)]
        settled = sum(1 for one in lines if one.step.is_settled)
        self.head.tell(
            self.heading(),
            fit(shown(page.title), TITLE),
            t("{count} of {all} settled", count=settled, all=len(lines)),
        )
        parts = (
            ("gate", t("Before signature"), [one for one in lines if one.step.gate]),
            ("steps", t("Steps"), [one for one in lines if not one.step.gate]),
        )
        return tuple(
            Section(
                name,
                title,
                Lazy(found, draw=lambda one: _row(one, sight), key=lambda one: ("step", one.place), tone=_tone),
                strong=name == "gate",
            )
            for name, title, found in parts
            if found
        )

    @property
    def line(self) -> StepLine | None:
        """The step under the cursor."""
        record = self.list.record
        return record if isinstance(record, StepLine) else None

    def tick(self) -> None:
        """Tick the step, or untick it."""
        line = self.line
        if line is None:
            return
        number, place, settled = line.matter.number, line.place, line.step.is_settled

        def work(desk: Desk) -> Outcome:
            from planner.desk import stepping

            edited = (stepping.untick if settled else stepping.tick)(desk, number, (place,))
            text = fit(shown(edited.matters[0].steps[place - 1].text), TITLE)
            words = t("to do again: {step}", step=text) if settled else t("ticked: {step}", step=text)
            return Outcome(sentence=said(words))

        self.write(work)

    def choose(self) -> None:
        """Show the whole of the step, and what can be done with it by a digit."""
        line = self.line
        if line is None:
            return
        from planner.tui.menus import choose

        named = (
            ("tick", t("to do again") if line.step.is_settled else t("tick it")),
            ("skip", t("does not apply")),
            ("add", t("add a step")),
        )
        choose(self, line.facts(), named, lambda name: getattr(self, name)())

    def add(self) -> None:
        """Add a step, or the steps of a template."""
        number = self._number
        before = sum(len(section.rows) for section in self.list.sections)

        def work(desk: Desk, words: str) -> Outcome:
            from planner.desk.stepping import add_steps

            edited = add_steps(desk, number, words)
            count = len(edited.matters[0].steps) - before
            words = said(n("{count} step added", "{count} steps added", count))
            return Outcome(sentence=" ".join((words, *edited.warnings)))

        def entered(words: str) -> None:
            if words.strip():
                self.write(lambda desk: work(desk, words.strip()))

        self.slot.ask(grammars.step(t("step of {number}", number=number)), self.sight, entered)

    def skip(self) -> None:
        """Mark the step as not applicable, with the note that says why."""
        line = self.line
        if line is None:
            return
        number, place = line.matter.number, line.place

        def work(desk: Desk, why: str) -> Outcome:
            from planner.desk.stepping import skip

            skip(desk, number, place, why)
            return Outcome(sentence=said(t("not applicable: step {place}", place=place)))

        asked = grammars.plain(
            "skip", t("step {place} does not apply, since", place=place), t("nobody else is concerned")
        )
        self.slot.ask(asked, self.sight, lambda why: self.write(lambda desk: work(desk, why)))


def _row(line: StepLine, sight: Sight) -> Row:
    """A step in the list: its box, its text, its day."""
    from planner.domain.steps import step_day
    from planner.wording.steps import ahead_said

    step = line.step
    comes = step_day(step, line.matter, sight.day.calendar)
    when = "" if comes is None else short(comes, sight.day.now, sight.lang)
    if step.done is not None:
        when = short(step.done.date(), sight.day.now, sight.lang)
    return Row(
        subject="matter",
        key=line.place,
        number=str(line.place),
        badge="[x]" if step.done is not None else "[-]" if step.skipped is not None else "[ ]",
        text=step.text,
        detail=t("not applicable: {note}", note=step.skipped) if step.skipped is not None else "",
        when=when,
        left=ahead_said(step.ahead) if step.ahead is not None and not when else "",
    )


def _tone(line: StepLine) -> str:
    """A settled step stands back."""
    return "calm" if line.step.is_settled else "plain"
