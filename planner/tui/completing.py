"""What could stand after a sign in a line: names after ``@ from: to:``, tags and reserved words after ``+``.

A sign counts at the start of a word or right after a Chinese character, as it does when the line is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.capture.sign_words import GRADES, MARKS, NATURES, ORIGINS, URGENCIES, WORKS

if TYPE_CHECKING:
    from planner.tui.messages import Sight

__all__ = ["Completion", "completion"]

MOST = 8
"""Words that are offered at once."""
NAME_SIGNS = ("@", "＠", ">", "》", "from:", "from：", "to:", "to：")
WORD_SIGNS = ("+", "＋", "#", "＃")
ENDS = " 　,，、"
"""What a name or tag does not go beyond."""


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


def completion(line: str, at: int, sight: Sight) -> Completion:
    """What could stand where the cursor is; nothing when no sign opens the word."""
    found = _sign_before(line, at)
    if found is None:
        return Completion()
    sign, start = found
    typed = line[start:at].lower()
    pool = _names(sight) if sign in NAME_SIGNS else _words(sight)
    begin = [word for word in pool if word.lower().startswith(typed)]
    within = [word for word in pool if typed in word.lower() and word not in begin]
    words = tuple((begin + within)[:MOST])
    return Completion() if words == (line[start:at],) else Completion(start, at, words)


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
