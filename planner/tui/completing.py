"""What could stand after a sign in a line: names after ``@ from: to:``, tags and reserved words after ``+``.

A sign counts at the start of a word or right after a Chinese character, as it does when the line is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.capture.sign_words import GRADES, MARKS, NATURES, ORIGINS, URGENCIES, WORKS

if TYPE_CHECKING:
    from planner.tui.messages import Sight

__all__ = ["Completion", "completion", "meant"]

MOST = 8
"""Words that are offered at once."""
NAME_SIGNS = ("@", "＠", ">", "》", "from:", "from：", "to:", "to：")
WORD_SIGNS = ("+", "＋", "#", "＃")
ENDS = " 　,，、"
"""What a name or tag does not go beyond."""
LISTED = ",，、;；"
"""What stands between names in a row."""
HANDED = ("转给", "转交", "转", "报")
"""Words of a visit's line right behind which a name stands."""
MEANT = 3
"""Known names that a new one may have been meant for, in a remark."""


class Completion(NamedTuple):
    """Words that could stand at ``line[start:end]``, the likeliest first."""

    start: int = 0
    end: int = 0
    words: tuple[str, ...] = ()

    def put(self, line: str, place: int) -> tuple[str, int]:
        """The line with the word at a place of the list in it, and where the cursor is then."""
        word = self.words[place % len(self.words)]
        quoted = f'"{word}"' if any(char in word for char in f"{ENDS}:：") else word
        after = line[self.end :]
        gap = "" if after[:1] in tuple(ENDS) and after else " "
        return f"{line[: self.start]}{quoted}{gap}{after}", self.start + len(quoted) + 1


def completion(line: str, at: int, sight: Sight, bare: str = "") -> Completion:
    """What could stand where the cursor is; nothing when no sign opens the word.

    ``bare`` says where a name stands without a sign: ``list`` (names in a row), ``first`` (the first word) or
    ``handed`` (behind 转 and 报); there only what a known name begins with is offered.
    """
    found = _sign_before(line, at)
    if found is None:
        start = _bare_start(line, at, bare)
        words = _beginning(line[start:at], sight) if start is not None else ()
        return Completion(start or 0, at, words[:MOST]) if words else Completion()
    sign, start = found
    typed = line[start:at].lower()
    pool = _names(sight) if sign in NAME_SIGNS else _words(sight)
    begin = [word for word in pool if word.lower().startswith(typed)]
    within = [word for word in pool if typed in word.lower() and word not in begin]
    words = tuple((begin + within)[:MOST])
    return Completion() if words == (line[start:at],) else Completion(start, at, words)


def meant(name: str, sight: Sight) -> tuple[str, ...]:
    """The known names that a new name is the beginning of, which it may have been meant for; none for a known one."""
    return () if name in sight.names else _beginning(name, sight)[:MEANT]


def _beginning(typed: str, sight: Sight) -> tuple[str, ...]:
    """The known names that begin with what is typed and go on behind it."""
    low = typed.lower()
    return tuple(name for name in _names(sight) if low and name.lower().startswith(low) and name.lower() != low)


def _bare_start(line: str, at: int, bare: str) -> int | None:
    """Where the name begins that stands without a sign before the cursor; ``None`` where none does."""
    start = at
    while start > 0 and line[start - 1] not in ENDS + LISTED:
        start -= 1
    if bare == "list":
        before = line[:start].rstrip(" 　")
        return start if not before or before[-1] in LISTED else None
    if bare == "first":
        return start if not line[:start].strip(" 　") else None
    if bare == "handed":
        word = line[start:at]
        return next((start + len(opener) for opener in HANDED if word.startswith(opener)), None)
    return None


def _sign_before(line: str, at: int) -> tuple[str, int] | None:
    """The sign that opens the word before the cursor, and where the word begins; of a list, its last name."""
    start = at
    while start > 0 and line[start - 1] not in ENDS and not _opens(line, start):
        start -= 1
    sign = _opens(line, start)
    if sign:
        return sign, start
    head = start
    while head > 0 and line[head - 1] in ",，、":  # to:救助科,财务科
        head -= 1
        while head > 0 and line[head - 1] not in ENDS and not _opens(line, head):
            head -= 1
        sign = _opens(line, head)
        if sign and sign not in WORD_SIGNS:
            return sign, start
    return None


def _opens(line: str, start: int) -> str:
    """The sign that ends right before a place and may stand there; empty when there is none."""
    for sign in (*NAME_SIGNS, *WORD_SIGNS):
        first = start - len(sign)
        if first >= 0 and line[first:start].lower() == sign:
            before = line[first - 1 : first] if first else ""
            if not before or before in ENDS or ("\u4e00" <= before <= "\u9fff" and len(sign) == 1):
                return sign
    return ""


def _names(sight: Sight) -> list[str]:
    """The names that the book knows."""
    return sorted(sight.names)


def _words(sight: Sight) -> list[str]:
    """The tags in use, then the reserved words of the language."""
    reserved = [word for table in (GRADES, MARKS, NATURES, ORIGINS, URGENCIES, WORKS) for word in table]
    chinese = sight.lang == "zh"
    return [*sorted(sight.tags), *(word for word in reserved if (not word.isascii()) == chinese and len(word) > 1)]
