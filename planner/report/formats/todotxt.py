"""todo.txt (github.com/todotxt/todo.txt): one task a line, with priority, dates, ``+tag``, ``@name``, ``due:``, ``t:``.

Words of a title that the format would take for one of these get their full-width twin (＋ ＠ ：), which the planner
reads alike. Notes, words and results have no place there and are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.moment import datetime, day_of
from planner.report.formats.items import items_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.report.formats.items import Item
    from planner.report.formats.table import Look
    from planner.report.selection import Selection

__all__ = ["render"]

_LETTERS = {1: "A", 2: "B", 3: "C"}
_UNITS = {"DAILY": "d", "WEEKLY": "w", "MONTHLY": "m", "YEARLY": "y"}
_WORKDAYS = "MO,TU,WE,TH,FR"


def render(selection: Selection, look: Look) -> bytes:  # noqa: ARG001 - every format is called alike
    """The selection, a task a line. What was given up is done there, and says so."""
    return "".join(" ".join(_words(item)) + "\n" for item in items_of(selection)).encode("utf-8")


def _words(item: Item) -> Iterator[str]:
    """The words of one line."""
    letter = _LETTERS.get(item.priority)
    if item.state in ("done", "dropped"):
        yield "x"
        yield day_of(item.closed or item.changed).isoformat()
    elif letter:
        yield f"({letter})"
    yield item.created.date().isoformat()
    yield from (_plain(word) for word in item.title.split())
    yield from (f"+{tag}" for tag in item.tags)
    yield from (f"@{name}" for name in item.people)
    if item.due is not None:
        yield f"due:{day_of(item.due).isoformat()}"
        if isinstance(item.due, datetime):
            yield f"at:{item.due:%H:%M}"
    if item.start is not None:
        yield f"t:{day_of(item.start).isoformat()}"
    every = None if item.rrule is None else _every(item.rrule)
    if every is not None:
        yield f"rec:{'' if item.from_completion else '+'}{every}"
    elif item.rrule is not None:
        yield f"rrule:{item.rrule}"
    if item.state in ("done", "dropped") and letter:
        yield f"pri:{letter}"
    if item.state == "dropped":
        yield "state:dropped"


def _plain(word: str) -> str:
    """A word of a title that can't be taken for a tag, a name or a field."""
    if word[0] in "+@" and len(word) > 1:
        return ("＋" if word[0] == "+" else "＠") + word[1:]
    key, colon, value = word.partition(":")
    if colon and key and value and not value.startswith("//"):
        return f"{key}：{value}"
    return word


def _every(rrule: str) -> str | None:
    """``2w`` of a rule that says no more than how often; ``None`` of any other."""
    parts = dict(part.partition("=")[::2] for part in rrule.upper().split(";"))
    unit = _UNITS.get(parts.pop("FREQ", ""))
    count = parts.pop("INTERVAL", "1")
    if unit == "w" and count == "1" and parts == {"BYDAY": _WORKDAYS}:
        return "1b"
    return None if unit is None or parts else f"{count}{unit}"
