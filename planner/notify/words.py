"""The words of a notification made harmless: for daemons that read markup, options and control characters."""

from __future__ import annotations

import html

from planner.domain.record import Record
from planner.wording import t
from planner.wording.safe import shown

__all__ = ["BODY", "TITLE", "Notice", "escaped", "notice"]

TITLE = 60
BODY = 250
"""Units of UTF-16: what Windows takes in a title and a text, and what a daemon shows without cutting."""

_ELLIPSIS = "…"


class Notice(Record):
    """A notification, safe to show as plain text: one line of title, and a text whose lines are kept."""

    title: str
    body: str = ""


def notice(title: str, body: str = "") -> Notice:
    """A notification of any words: what could act there is made visible, and what is too long is cut.

    The title begins with the planner's name, so that it never begins with a sign that is read as an option.
    """
    words = " ".join(shown(title).split())
    whole = t("Planner: {title}", title=words)
    return Notice(title=_cut(whole, TITLE), body=_cut(shown(body.strip(), lines=True), BODY))


def escaped(text: str, units: int = BODY) -> str:
    """The text for a daemon that reads HTML, in at most so many units; no escape is cut through.

    A backslash is written as HTML has it, since ``notify-send`` reads what stands behind one in a body.
    """
    made: list[str] = []
    left = units
    for place, char in enumerate(text):
        part = _escape(char)
        if _units(part) > left - 1 and _units(_escape(text[place:])) > left:
            return "".join((*made, _ELLIPSIS))
        made.append(part)
        left -= _units(part)
    return "".join(made)


def _escape(text: str) -> str:
    """The text as HTML has it."""
    return html.escape(text, quote=False).replace("\\", "&#92;")


def _cut(text: str, units: int) -> str:
    """The text in at most so many units, with an ellipsis where it was cut; no character is cut through."""
    if _units(text) <= units:
        return text
    made: list[str] = []
    left = units - 1
    for char in text:
        left -= _units(char)
        if left < 0:
            break
        made.append(char)
    return "".join(made).rstrip() + _ELLIPSIS


def _units(text: str) -> int:
    """Units of UTF-16."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)
