"""Several lines at once, one matter each. A first line that ends in a colon holds for each line under it.

What the heading says is taken by every line that does not say otherwise: dates, people, marks, priority. Its parties
and tags are added to a line's own. Its plain words (局务会) become each line's note, so that a title stays its line's.
"""

from __future__ import annotations

from planner.capture.line import read_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from planner.domain.draft import Draft
    from planner.domain.moment import datetime
    from planner.domain.workdays import Calendar

__all__ = ["read_many"]

_ADDED = ("marks", "parties", "tags", "remind", "ahead", "needs", "exdates")
_TAKEN = (
    *("start", "if_off", "priority", "grade", "nature", "origin", "urgency", "assigned_by", "handed_to", "supervised"),
    *("words", "work"),
)
_DATE = ("due", "end", "rrule", "from_completion", "exdates")
_BULLETS = frozenset("-*•·●○◦–—")
_NUMBERED = frozenset(".、．)）")


def read_many(text: str, now: datetime, lang: str, calendar: Calendar | None, *, day_first: bool) -> tuple[Draft, ...]:
    """The drafts of a text's lines, empty lines passed over."""
    lines = [line for line in (_unmarked(line) for line in text.splitlines()) if line]
    heading: Draft | None = None
    if len(lines) > 1 and lines[0][-1] in ":：":
        heading = read_line(lines[0][:-1].rstrip(), now, lang, calendar, day_first=day_first)
        lines = lines[1:]
    drafts = [read_line(line, now, lang, calendar, day_first=day_first) for line in lines]
    return tuple(drafts if heading is None else [_under(heading, draft) for draft in drafts])


def _unmarked(line: str) -> str:
    """A line without the bullet or number of a list before it."""
    text = line.strip()
    if text[:1] in _BULLETS and text[1:2].isspace():
        return text[1:].strip()
    end = 0
    while end < len(text) and end < 3 and text[end].isdecimal():
        end += 1
    if end and text[end : end + 1] in _NUMBERED and (text[end + 1 : end + 2].isspace() or text[end] in "、．）"):
        return text[end + 1 :].strip()
    if "①" <= text[:1] <= "⑳":
        return text[1:].strip()
    return text


def _under(heading: Draft, draft: Draft) -> Draft:
    """A line's draft with what the heading holds for it."""
    changes: dict[str, Any] = {}
    for field in _TAKEN:
        if not getattr(draft, field):
            changes[field] = getattr(heading, field)
    for field in _ADDED:
        own = getattr(draft, field)
        changes[field] = own + tuple(one for one in getattr(heading, field) if one not in own)
    if draft.due is None and draft.rrule is None:
        changes.update({field: getattr(heading, field) for field in _DATE})
        changes["remarks"] = draft.remarks + tuple(one for one in heading.remarks if one not in draft.remarks)
    notes = [note for note in (heading.title, heading.note, draft.note) if note]
    changes["note"] = "; ".join(notes) or None
    return draft.replace(**changes)
