"""Menus by digit, in pages of ten: the verbs of a record, or names to choose among."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.commands import COMMANDS, applies, key_name, keys_of, label_of
from planner.tui.facts import Facts
from planner.tui.widgets.ask import Choice, Menu
from planner.wording import p

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planner.tui.places.place import Place

__all__ = ["MORE", "choose", "offered_to", "paged", "turn_pages"]

MORE = "\x00more"
"""The choice that turns to the next page, and from the last to the first; no name is called so."""
DIGITS = "1234567890"
SELDOM = ("edit", "retitle", "link", "drop")
"""Verbs at the end of a menu, which have short keys of their own."""


def offered_to(kind: str | None, record: object | None = None) -> tuple[Choice, ...]:
    """The verbs that stand in the menu of a record of this kind; those that are seldom wanted come last.

    What is open can't be reopened: of a ``record`` that is, that is not offered.
    """
    unmeant = ("reopen",) if getattr(record, "is_open", False) else ()
    offered = [one for one in COMMANDS if one.menu and applies(one, kind) and one.id not in unmeant]
    offered.sort(key=lambda one: one.id in SELDOM)
    return tuple(Choice(one.id, label_of(one, kind), key_name(keys_of(one)[0])) for one in offered)


def paged(choices: Sequence[Choice]) -> tuple[tuple[Choice, ...], ...]:
    """The choices with their digits. More than ten are parted: nine a page, and the digit 0 for more."""
    size = len(DIGITS) if len(choices) <= len(DIGITS) else len(DIGITS) - 1
    pages = []
    for first in range(0, len(choices), size):
        page = tuple(
            choice._replace(digit=digit) for choice, digit in zip(choices[first : first + size], DIGITS, strict=False)
        )
        if len(choices) > size:
            page = (*page, Choice(MORE, p("menu", "more"), "", DIGITS[-1]))
        pages.append(page)
    return tuple(pages)


def turn_pages(place: Place, facts: Facts, choices: Sequence[Choice], then: Callable[[str], None]) -> None:
    """Open a menu, page by page; ``then`` gets what is chosen, and nothing when it is left."""
    pages = paged(choices)

    def turn(at: int) -> None:
        def chosen(value: str | None) -> None:
            if value == MORE:
                turn((at + 1) % len(pages))
            elif value is not None:
                then(value)

        place.app.push_screen(Menu(facts, pages[at]), chosen)

    turn(0)


def choose(place: Place, about: str | Facts, named: Sequence[tuple[str, str]], then: Callable[[str], None]) -> None:
    """Have one of some (value, words) chosen by a digit."""
    facts = Facts(about) if isinstance(about, str) else about
    turn_pages(place, facts, [Choice(value, words) for value, words in named], then)
