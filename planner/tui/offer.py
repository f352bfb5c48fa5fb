"""The words that a line offers while it is typed: the list, which of them was taken, and how they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.wording.safe import shown

if TYPE_CHECKING:
    from planner.tui.completing import Completion
    from planner.tui.messages import Sight

__all__ = ["Offer"]

SIGNS = "@＠+＋#＃>》:："


class Offer:
    """Offers words; Tab takes the first, and turns to the next when it is pressed again."""

    def __init__(self) -> None:
        self._found: Completion | None = None
        self._before: tuple[str, int] | None = None
        """The line as it was typed, and its cursor, before a word was taken."""
        self._taken = -1
        self._made = ""

    def see(self, line: str, at: int, sight: Sight, bare: str = "") -> None:
        """The line changed: offer anew, unless the change was the word that was taken.

        ``bare`` says where a name stands without a sign, as ``completing.completion`` takes it.
        """
        if line == self._made and self._taken >= 0:
            return
        self._taken, self._before = -1, None
        self._found = None
        if bare or any(sign in line for sign in SIGNS):  # an ordinary line loads nothing
            from planner.tui.completing import completion

            found = completion(line, at, sight, bare)
            self._found = found if found.words else None

    def turn(self, line: str, at: int, by: int) -> tuple[str, int] | None:
        """The line with the next word in it, and the cursor; ``None`` when nothing is offered."""
        if self._found is None:
            return None
        if self._before is None:
            self._before = line, at
        self._taken = self._taken + by if self._taken >= 0 or by > 0 else len(self._found.words) - 1
        self._taken %= len(self._found.words)
        made = self._found.put(self._before[0], self._taken)
        self._made = made[0]
        return made

    def parts(self, key: str) -> list[tuple[str, str]]:
        """The words with their styles, the one that Tab takes first, or took, standing out."""
        if self._found is None:
            return []
        parts = [(f"{key}  ", "$muted")]
        for place, word in enumerate(self._found.words):
            lit = place == max(0, self._taken)
            parts.append((shown(word), "bold $accent" if lit else "$foreground"))
            parts.append(("  ", ""))
        return parts
