"""A draft written back as a line: the title first, then a sign or key for each part.

Dates are ISO 8601 (a range has a slash between its ends) and a recurrence is its RFC 5545 value, so what is printed
means the same whenever it is read. What in the title would be read as a sign or a date gets a backslash before it; a
title that this cannot save is quoted after ``text:``.
"""

from __future__ import annotations

from planner.capture.fold import fold
from planner.capture.guard import may_be_chinese, may_be_english
from planner.capture.line import read_line
from planner.domain.moment import datetime, iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.draft import Draft

__all__ = ["print_line"]

_NOW = datetime(2026, 1, 5, 9)
_CLOCKS = tuple(datetime(2026, month, 28, 18) for month in (2, 4, 6, 8, 10, 12))
"""A title is searched for readings, whatever they come to. A month or day that has just passed is none where it names a
thing (10月底数据), so a line must read the same at each of these clocks; else its title is quoted.
"""
_TRIES = 12
_CHINESE = {
    "major": "大事",
    "minor": "小事",
    "assigned": "交办",
    "overall": "全局",
    "operation": "运转",
    "image": "形象",
    "policy": "政务",
    "routine": "事务",
    "planned": "计划内",
    "adhoc": "临时",
    "flash": "特提",
    "urgent": "特急",
    "expedite": "加急",
    "regular": "平急",
    "documents": "办文",
    "affairs": "办事",
    "meetings": "办会",
    "research": "调研",
    "information": "信息",
    "study": "学习",
    "advice": "参谋",
    "inspection": "督查",
    "reception": "接待",
    "logistics": "后勤",
    "duty": "值班",
    "supervise": "督办",
}


def print_line(draft: Draft, lang: str) -> str:
    """The line that parses back to the draft."""
    rest = " ".join(_signs(draft, lang))
    lead, text = "title:" if draft.retitled else "", draft.title
    for _ in range(_TRIES):
        line = f"{lead}{text} {rest}".strip()
        read = read_line(line, _NOW, "en", None, day_first=False)
        if read.title == draft.title and _same(read, draft):
            if text and not _at_any_time(line, draft):
                break
            return line
        end = len(lead) + len(text)
        at = next((span.start for span in read.spans if len(lead) <= span.start < end and span.role != "refused"), -1)
        if at < 0:
            break
        at -= len(lead)
        text = f"{text[:at]}\\{text[at:]}"
    return f"{lead or 'text:'}{_quoted(draft.title, always=True)} {rest}".strip()


def _at_any_time(line: str, draft: Draft) -> bool:
    """Whether a line says what the draft says at whatever time of the year it is read."""
    folded = fold(line)
    if not may_be_chinese(folded) and not may_be_english(folded):
        return True
    return all(_same(read_line(line, now, "en", None, day_first=False), draft) for now in _CLOCKS)


def _same(read: Draft, draft: Draft) -> bool:
    """Whether a line read back says what the draft says."""
    return read.replace(spans=(), remarks=(), time_only=False) == draft.replace(spans=(), remarks=(), time_only=False)


def _signs(draft: Draft, lang: str) -> list[str]:
    """A sign or key for each part of a draft but its title."""
    parts = []
    if draft.due is not None:
        parts.append("due:" + iso(draft.due) + (f"/{iso(draft.end)}" if draft.end is not None else ""))
    if draft.start is not None:
        parts.append(f"start:{iso(draft.start)}")
    if draft.rrule is not None:
        parts.append(f"{'after' if draft.from_completion else 'every'}:{draft.rrule}")
    if draft.exdates:
        parts.append("except:" + ",".join(day.isoformat() for day in draft.exdates))
    if draft.catch_up is not None:
        parts.append(f"missed:{'each' if draft.catch_up else 'skip'}")
    if draft.if_off is not None:
        parts.append(f"if-off:{draft.if_off}")
    if draft.priority is not None:
        parts.append(f"p{draft.priority}")
    marks = _other_marks(draft)
    words = (draft.grade, *marks, draft.nature, draft.origin, draft.urgency, draft.work)
    parts += ["+" + (_CHINESE[word] if lang == "zh" else word) for word in words if word is not None]
    parts += [f"@{_quoted(name)}" for name in draft.parties]
    parts += _people(draft, lang)
    if draft.words is not None:
        parts.append(f"words:{_quoted(draft.words, always=True)}")
    if draft.tags:
        parts.append("tags:" + ",".join(_quoted(tag) for tag in draft.tags))
    parts += [f"remind:{minutes}m" for minutes in draft.remind]
    parts += [f"ahead:{days}wd" for days in draft.ahead]
    if draft.needs:
        parts.append("needs:" + ",".join(map(str, draft.needs)))
    if draft.note is not None:
        parts.append(f"note:{_quoted(draft.note, always=True)}")
    return parts + _cleared(draft)


def _other_marks(draft: Draft) -> tuple[str, ...]:
    """The marks to print: ``from:`` says *assigned* by itself, but only where it stands last among them."""
    if draft.assigned_by is not None and draft.marks[-1:] == ("assigned",):
        return draft.marks[:-1]
    return draft.marks


def _people(draft: Draft, lang: str) -> list[str]:
    """Who assigned it, who it was handed to, and whether it is supervised."""
    parts = []
    if draft.assigned_by is not None:
        parts.append(f"from:{_quoted(draft.assigned_by)}")
    if draft.handed_to:
        parts.append("to:" + ",".join(_quoted(name) for name in draft.handed_to))
    if draft.supervised:
        parts.append("+督办" if lang == "zh" else "+supervise")
    return parts


def _cleared(draft: Draft) -> list[str]:
    """The fields that the line empties."""
    if not draft.cleared:
        return []
    from planner.capture.sign_words import FIELD_OF_KEY, KEYS_OF_CLEARING

    keys: dict[str, str] = {}
    for key, field in (*FIELD_OF_KEY.items(), *KEYS_OF_CLEARING.items()):
        keys.setdefault(field, key)
    return [f"{keys[field]}:-" for field in draft.cleared]


def _quoted(text: str, *, always: bool = False) -> str:
    """A name or text, in quotation marks when it needs them."""
    from planner.capture.fold import STOPS

    if not always and text[:1].isalpha() and not any(char in STOPS for char in text) and "." not in text:
        return text
    for opener, closer in (('"', '"'), ("“", "”"), ("「", "」"), ("『", "』")):
        if closer not in text:
            return f"{opener}{text}{closer}"
    return f'"{text.replace(chr(34), "”")}"'
