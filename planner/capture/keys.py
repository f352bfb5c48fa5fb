"""The explicit keys of a line: ``due:`` ``start:`` ``every:`` ``to:`` and the rest of the table in ``sign_words``.

``key:-`` empties the field, which only an edit heeds. A value that the key does not understand leaves the line as it
was typed, and the draft remarks on it, so that no word is lost and none is guessed.
"""

from __future__ import annotations

from planner.capture.fold import is_han
from planner.capture.sign_words import (
    FIELD_OF_KEY,
    GRADES,
    IF_OFF,
    KEYS,
    KEYS_OF_CLEARING,
    MISSED,
    NATURES,
    ORIGINS,
    URGENCIES,
    WORKS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from planner.capture.signs import _Scanner

__all__ = ["take_key"]

_TABLES: Mapping[str, Mapping[str, object]] = {
    "nature": NATURES,
    "origin": ORIGINS,
    "urgency": URGENCIES,
    "if-off": IF_OFF,
    "grade": GRADES,
    "work": WORKS,
    "missed": MISSED,
}
_DATES = frozenset(("due", "start", "every", "after", "except"))
_OPENERS = frozenset('"“「『')


def take_key(scanner: _Scanner, start: int, colon: int) -> int:
    """Take the key whose word is ``low[start:colon]``; returns where its value ends, or 0 when it is no key."""
    low, signs = scanner.low, scanner.signs
    word = low[start:colon]
    if word in KEYS_OF_CLEARING and low[colon + 1 : colon + 2] == "-" and scanner.ends(colon + 2):
        if not scanner.boundary(start):
            return 0
        signs.add("cleared", KEYS_OF_CLEARING[word])
        return scanner.took(start, colon + 2, "mark")
    if word not in KEYS:
        found = next((key for key in KEYS if word.endswith(key) and is_han(key[0])), None)
        if found is None or not is_han(word[-len(found) - 1]):
            return 0
        word, start = found, colon - len(found)
    elif not scanner.boundary(start):
        return 0
    key = KEYS[word]
    at = colon + 1
    if at >= len(low) or low[at] == " ":
        return _title(scanner, key, start, at) if key == "title" else 0
    if low[at] == "-" and scanner.ends(at + 1):
        if key in {"title", "text"}:
            return 0
        signs.add("cleared", FIELD_OF_KEY[key])
        return scanner.took(start, at + 1, _role(key))
    if key in {"title", "text"}:
        return _title(scanner, key, start, at)
    return _value(scanner, key, start, at)


def _role(key: str) -> Any:
    """The role of a key's span."""
    return _ROLES.get(key, key)


_ROLES = {
    "every": "recurrence",
    "missed": "recurrence",
    "after": "recurrence",
    "if-off": "recurrence",
    "except": "recurrence",
    "from": "assigned_by",
    "to": "handed_to",
    "parties": "party",
    "tags": "tag",
}


def _title(scanner: _Scanner, key: str, start: int, at: int) -> int:
    """``title:`` says that the plain words retitle; what is quoted after it or after ``text:`` is title, unread."""
    text, end = scanner.name(at) if scanner.low[at : at + 1] in _OPENERS else ("", at)
    if key == "text" and not text:
        return 0
    if key == "title":
        scanner.signs.fields["retitled"] = True
    scanner.took(start, at, "name")
    if text:
        scanner.took(at, at + 1, "name")
        scanner.blank(at + 1, end - 1)
        scanner.took(end - 1, end, "name")
    return end


def _value(scanner: _Scanner, key: str, start: int, at: int) -> int:
    """Take a key with a value that begins at ``at``."""
    low, signs = scanner.low, scanner.signs
    if key == "note":
        return _note(scanner, start, at)
    if key in {"to", "from", "parties", "tags"}:
        names, end = scanner.name_list(at) if key != "from" else scanner.one_name(at)
        if not names:
            return 0
        if key == "from":
            signs.put("assigned_by", names[0])
            signs.add("marks", "assigned")
        else:
            signs.add(FIELD_OF_KEY[key], *names)
        return scanner.took(start, end, _role(key))
    quoted = low[at] in _OPENERS
    text, end = scanner.name(at) if quoted else _to_space(scanner, at, dated=key in _DATES)
    if not text:
        return 0
    if key in _DATES:
        inner = (at + 1, end - 1) if quoted else (at, end)
        signs.dates.append((key, start, *inner))
        return scanner.blank(start, end)
    if key == "words":
        signs.put("words", text)
    elif key in _TABLES:
        said = _TABLES[key].get(text.lower())
        if said is None:
            signs.remarks.append("unread")
            return 0
        signs.put(FIELD_OF_KEY[key], said)
    elif not _numbers(scanner, key, low[at:end]):
        signs.remarks.append("unread")
        return 0
    return scanner.took(start, end, _role(key))


def _to_space(scanner: _Scanner, at: int, *, dated: bool = False) -> tuple[str, int]:
    """The text up to the next space; of a date also up to a Chinese comma or stop (截止时间：周五，报送材料)."""
    end = scanner.low.find(" ", at)
    end = len(scanner.low) if end < 0 else end
    if dated:
        end = next((place for place in range(at, end) if scanner.line[place] in "，；。"), end)
    return scanner.line[at:end], end


def _numbers(scanner: _Scanner, key: str, text: str) -> bool:
    """Take the values of ``needs``, ``ahead``, ``remind``, ``priority``; false when they are not understood."""
    from planner.capture.leads import minutes_of, working_days_of

    found: list[int] = []
    for part in text.replace("、", ",").split(","):
        one: int | None
        if key == "remind":
            one = minutes_of(part)
        elif key == "ahead":
            one = working_days_of(part)
        else:
            one = int(part.lstrip("#")) if part.lstrip("#").isdecimal() and len(part) < 10 else None
        if one is None or (key == "priority" and not 1 <= one <= 4):
            return False
        found.append(one)
    if key == "priority":
        scanner.signs.put("priority", found[-1])
    else:
        scanner.signs.add(key, *found)
    return True


def _note(scanner: _Scanner, start: int, at: int) -> int:
    """A note runs to the next sign, or is quoted."""
    low = scanner.low
    if low[at] in _OPENERS:
        text, end = scanner.name(at)
    else:
        end = at
        while end < len(low) and not (low[end] == " " and _sign_after(scanner, end + 1)):
            end += 1
        text = scanner.line[at:end].strip()
    if not text:
        return 0
    scanner.signs.put("note", text)
    return scanner.took(start, end, "note")


def _sign_after(scanner: _Scanner, at: int) -> bool:
    """Whether what stands after a space looks like a sign or a key."""
    low = scanner.low
    if low[at : at + 1] in {"@", "+", "#", ">", "》", "!"}:
        return low[at + 1 : at + 2].isalnum()
    if low[at : at + 1] == "p" and low[at + 1 : at + 2].isdecimal():
        return scanner.ends(at + 2)
    colon = low.find(":", at, at + 10)
    return colon > at and low[at:colon] in KEYS
