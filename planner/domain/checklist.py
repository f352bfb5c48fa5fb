"""The checklist 清单: a list of steps, made from a template or typed."""

from __future__ import annotations

from planner.domain.entry import Entry, one_line
from planner.domain.matter import Step

__all__ = ["Checklist", "Step"]


class Checklist(Entry):
    """A list of steps that stands by itself or with a party, as for a talk or a morning round."""

    name: str
    party: str | None = None
    template: str | None = None
    steps: tuple[Step, ...] = ()

    def check(self) -> None:
        """Raise ``Invalid`` when a field breaks its rule."""
        super().check()
        one_line("name", self.name)
