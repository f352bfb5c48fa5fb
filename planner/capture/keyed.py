"""The keys whose value is a date phrase: ``due:`` ``start:`` ``every:`` ``after:`` ``except:``."""

from __future__ import annotations

from planner.capture.settle import settle
from planner.domain.draft import Span
from planner.domain.moment import day_of, parse_moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.capture.reading import Reading
    from planner.capture.signs import Signs
    from planner.domain.draft import Role
    from planner.domain.moment import datetime

__all__ = ["read_keyed"]


def read_keyed(signs: Signs, now: datetime, read: Callable[[str], list[Reading]]) -> list[Reading]:
    """The readings of a line's date keys; a value that is none stays in the title, and is remarked on.

    ``read`` gives the dates of a text, by the line's own settings.
    """
    found: list[Reading] = []
    for key, start, value, end in signs.dates:
        text = signs.low[value:end]
        close = end + (end < len(signs.low) and signs.low[end] in '"”」' and signs.low[value - 1] in '"“「')
        if _written(signs, key, signs.line[value:end], (start, close)):
            continue
        if key in {"every", "after"}:
            text = _spelled(text, key)
        readings = read(text)
        if not readings or not _fits(key, readings):
            _unread(signs)
            continue
        if key in {"start", "except"}:
            _aside(signs, key, readings, now, (start, close))
            continue
        for reading in readings:
            reading.key = key
        found += readings
        role: Role = "recurrence" if key in {"every", "after"} else "due"
        if key == "due" and _left(text, readings):
            signs.span(start, value, role)
            for reading in readings:
                signs.span(value + reading.start, value + reading.end, role)
            if close > end:
                signs.span(end, close, role)
        else:
            signs.span(start, close, role)
    return found


def _left(text: str, readings: list[Reading]) -> bool:
    """Whether words of a value are no part of its date, so that they stay in the title: due:fri,report."""
    for reading in reversed(readings):
        text = text[: reading.start] + text[reading.end :]
    return any(char.isalnum() for char in text)


def _written(signs: Signs, key: str, text: str, place: tuple[int, int]) -> bool:
    """Take a value in the form that ``printed`` writes: ISO moments, an interval, an RFC 5545 recur value."""
    if key in {"every", "after"}:
        if not text.startswith("FREQ="):
            return False
        signs.put("rrule", text)
        signs.fields["from_completion"] = key == "after"
        signs.span(*place, "recurrence")
        return True
    try:
        moments = [parse_moment(part) for part in text.split("," if key == "except" else "/")]
    except ValueError:
        return False
    if key == "except":
        signs.add("exdates", *(day_of(moment) for moment in moments))
        signs.span(*place, "recurrence")
        return True
    if len(moments) > (1 if key == "start" else 2):
        return False
    signs.put(key, moments[0])
    if len(moments) == 2:
        signs.put("end", moments[1])
    signs.span(*place, "due" if key == "due" else "start")
    return True


def _fits(key: str, readings: list[Reading]) -> bool:
    """Whether a key got the kind of phrase it takes."""
    recurs = any(reading.rule is not None for reading in readings)
    return recurs if key in {"every", "after"} else not recurs


def _unread(signs: Signs) -> None:
    """Remark that a key's value was not understood."""
    if "unread" not in signs.remarks:
        signs.remarks.append("unread")


def _spelled(text: str, key: str) -> str:
    """The phrase that a short value stands for: ``every:2w`` is ``every 2w``, ``after:两周`` is ``完成后两周``."""
    if text.isascii():
        return f"{key} {text.replace(',', ' and ') if key == 'every' else text}"
    if key == "every":
        return text if text.startswith("每") else f"每{text}"
    return f"完成后{text}"


def _aside(signs: Signs, key: str, readings: list[Reading], now: datetime, place: tuple[int, int]) -> None:
    """``start:`` and ``except:`` set fields of their own."""
    settled = settle(readings, now)
    if settled.due is None:
        _unread(signs)
        return
    if key == "start":
        signs.put("start", settled.due)
        signs.spans.append(Span(start=place[0], end=place[1], role="start"))
    else:
        signs.add("exdates", day_of(settled.due))
        signs.spans.append(Span(start=place[0], end=place[1], role="recurrence"))
