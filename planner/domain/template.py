"""A template of steps: what a kind of work needs each time, as data. Putting it on a matter copies its steps."""

from __future__ import annotations

from planner.domain.matter import Step
from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.matter import Matter

__all__ = ["Template", "TemplateStep", "steps_lacking"]


class TemplateStep(Record):
    """One step of a template, in each language."""

    en: str
    zh: str
    ahead: int | None = None
    """Working days before the matter's due day; negative after it, 0 on it."""
    gate: bool = False
    """Whether the matter can't go for signature before it is passed."""

    def said(self, lang: str) -> str:
        """Its text in a language."""
        return self.zh if lang == "zh" else self.en


class Template(Record):
    """A named list of steps. ``source`` says what it rests on; ``practice`` is custom, not rule."""

    name: str
    title_en: str
    title_zh: str
    steps: tuple[TemplateStep, ...]
    aliases: tuple[str, ...] = ()
    source: str | None = None
    works: tuple[str, ...] = ()
    """Kinds of work for which it is suggested."""
    of_user: bool = False

    def title(self, lang: str) -> str:
        """What it is called in a language."""
        return self.title_zh if lang == "zh" else self.title_en

    def answers_to(self, word: str) -> bool:
        """Whether a word as typed means this template."""
        return word.casefold() in (self.name.casefold(), *(alias.casefold() for alias in self.aliases))


def steps_lacking(template: Template, matter: Matter, lang: str) -> tuple[Step, ...]:
    """The steps of a template that a matter does not carry yet, in whichever language it may carry them."""
    carried = {step.text for step in matter.steps}
    return tuple(
        Step(text=step.said(lang), ahead=step.ahead, gate=step.gate)
        for step in template.steps
        if step.en not in carried and step.zh not in carried
    )
