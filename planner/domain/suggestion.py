"""Marks that a line suggests. A suggestion is seen and never applied: the director types the mark or does not.

The words are the office's own; a leader among the parties suggests 领导交办.
"""

from __future__ import annotations

from planner.domain.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.directory import Directory
    from planner.domain.draft import Draft
    from planner.domain.matter import Matter
    from planner.domain.terms import Mark

__all__ = ["Suggestion", "suggested_for", "suggested_marks"]

_WORDS: tuple[tuple[Mark, tuple[str, ...]], ...] = (
    ("assigned", ("领导交办", "上级", "市局", "省厅", "批示", "督办", "superior", "leadership", "instruction from")),
    ("overall", ("全局", "全体", "各科室", "全市", "bureau-wide", "all sections", "all staff")),
    ("operation", ("停电", "停水", "断网", "系统故障", "outage", "breakdown")),
    ("image", ("舆情", "媒体", "记者", "曝光", "press", "media", "public opinion")),
)


class Suggestion(Record):
    """A mark that the line suggests, and the word or name that suggests it."""

    mark: Mark
    because: str


def suggested_marks(draft: Draft, directory: Directory | None = None) -> tuple[Suggestion, ...]:
    """The marks that a draft does not have and its words or parties suggest, one reason each."""
    if draft.grade is not None:
        return ()
    held = ("assigned", *draft.marks) if draft.assigned_by is not None else draft.marks
    return _suggested(draft.title, draft.parties, held, directory)


def suggested_for(matter: Matter, directory: Directory | None = None) -> tuple[Suggestion, ...]:
    """As ``suggested_marks``, of a matter that is kept; none for one that is closed, or graded by hand."""
    if matter.grade_by_hand is not None or not matter.is_open:
        return ()
    return _suggested(matter.title, matter.parties, matter.marks, directory)


def _suggested(
    text: str, parties: tuple[str, ...], held: tuple[Mark, ...], directory: Directory | None
) -> tuple[Suggestion, ...]:
    """What a title and the parties suggest, but for the marks held already."""
    found: dict[Mark, str] = {}
    title = text.lower()
    for mark, words in _WORDS:
        word = next((word for word in words if word in title), None)
        if word is not None:
            found[mark] = word
    if directory is not None and "assigned" not in found:
        for name in parties:
            party = directory.find(name)
            if party is not None and party.kind == "leader":
                found["assigned"] = name
                break
    return tuple(Suggestion(mark=mark, because=because) for mark, because in found.items() if mark not in held)
