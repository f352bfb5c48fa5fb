"""A recurrence that a period before it bounds: 12月份每周三, 下周每天9点, 明年每月5日."""

from __future__ import annotations

from planner.capture.chinese.ordinals import span_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.chinese.side import Reader
    from planner.capture.reading import Reading

__all__ = ["within"]


def within(reader: Reader, at: int) -> Reading | None:
    """The recurrence whose period begins at a place."""
    text = reader.text
    found = span_at(text, at, reader.today)
    if found is None:
        return None
    (first, last), end, fixed = found
    end += text[end : end + 1] in {"的", "里", "内"}
    end += text[end : end + 1] == ","
    end = reader.skip(end)
    if text[end : end + 1] != "每":
        return None
    if last < reader.today:
        if fixed or first.month == 2:
            return None
        first, last = first.replace(year=first.year + 1), last.replace(year=last.year + 1)
    from planner.capture.chinese.recurrence import recurrence

    made = recurrence(reader, end)
    if made is None or made.rule is None or made.rule.completion:
        return None
    made.start = at
    made.since = made.since or max(first, reader.today)
    if made.rule.until is None and made.rule.count is None:
        made.rule.until = last
    return made
