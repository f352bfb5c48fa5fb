"""What was left out of somebody's words and what was put in, when they were passed on in other words."""

from __future__ import annotations

from difflib import SequenceMatcher

from planner.wording import p, t

__all__ = ["difference_said"]


def difference_said(original: str, passed_on: str) -> str:
    """``left out: “by Friday”; put in: “soon”``; empty when the words are the same. Chinese by character."""
    before, after = _parts(original), _parts(passed_on)
    lost: list[str] = []
    gained: list[str] = []
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag in ("delete", "replace"):
            lost.append("".join(before[first:last]).strip())
        if tag in ("insert", "replace"):
            gained.append("".join(after[start:end]).strip())
    join = p("enumeration", ", ")
    said = []
    if any(lost):
        said.append(t("left out: {words}", words=join.join(t("“{words}”", words=one) for one in lost if one)))
    if any(gained):
        said.append(t("put in: {words}", words=join.join(t("“{words}”", words=one) for one in gained if one)))
    return p("clock", "; ").join(said)


def _parts(text: str) -> list[str]:
    """Words of letters and digits, every other character by itself."""
    parts: list[str] = []
    for char in text:
        if parts and char.isascii() and char.isalnum() and parts[-1][-1].isascii() and parts[-1][-1].isalnum():
            parts[-1] += char
        else:
            parts.append(char)
    return parts
