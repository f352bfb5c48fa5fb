"""Petitioners' names in texts that others read, as an export or a notification: each as 王某, wherever it stands.

Whoever hides names asks here, so that one text says the same everywhere.
"""

from __future__ import annotations

from planner.wording.masks import masked_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    from planner.domain.party import Party
    from planner.domain.reception import Reception

    Mask: TypeAlias = Callable[[str], str | None]

__all__ = ["Petitioners", "petitioners_of"]

_HEAD = 2
"""Characters of a name at least: one alone is in half of all texts."""
_FIRST_WIDE = "\u2e80"
"""From here on characters stand without blanks between words, so that a name is found within a run of them."""


class Petitioners:
    """Names to be masked in texts, found by their first two characters: a book may hold thousands of either.

    A name of another script than Chinese is found as a whole word only, in capitals or without; of two letters, as
    ``An``, not without a capital, since that is more often a word.
    """

    __slots__ = ("_by_head",)

    def __init__(self, names: Iterable[str], mask: Mask = masked_name) -> None:
        self._by_head: dict[str, list[tuple[str, str, str]]] = {}
        for name in sorted({name for name in names if len(name) >= _HEAD}, key=lambda name: (-len(name), name)):
            low = _lower(name)
            self._by_head.setdefault(low[:_HEAD], []).append((low, name, mask(name) or ""))

    def masked(self, text: str) -> str:
        """A text with each of the names in it masked."""
        if not self._by_head:
            return text
        low = _lower(text)
        made: list[str] = []
        at = kept = 0
        while at < len(text) - 1:
            found = self._at(text, low, at)
            if found is None:
                at += 1
                continue
            made += (text[kept:at], found[1])
            at = kept = at + found[0]
        return "".join((*made, text[kept:])) if made else text

    def _at(self, text: str, low: str, at: int) -> tuple[int, str] | None:
        """The length and mask of the longest name that begins at a place."""
        for folded, name, mask in self._by_head.get(low[at : at + _HEAD], ()):
            if not low.startswith(folded, at):
                continue
            end = at + len(folded)
            if _is_letter(text[at]) and _is_letter(text[at - 1 : at]):
                continue
            if _is_letter(text[end - 1]) and _is_letter(text[end : end + 1]):
                continue
            said = text[at:end]
            if len(name) == _HEAD and said.islower() and said != name:
                continue
            return len(folded), mask
        return None


def petitioners_of(receptions: Iterable[Reception], parties: Iterable[Party], mask: Mask = masked_name) -> Petitioners:
    """The names of the public in some entries, and of whoever accuses; but no name of a party of the office."""
    own = {name for party in parties for name in (party.name, party.title or "", *party.aliases)}
    return Petitioners(
        (
            one.name
            for one in receptions
            if (one.kind == "public" or one.restricted) and one.name and one.name not in own
        ),
        mask,
    )


def _lower(text: str) -> str:
    """A text in small letters, each at its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def _is_letter(char: str) -> bool:
    """Whether a character is part of a word that blanks part from the next."""
    return char.isalpha() and char < _FIRST_WIDE
