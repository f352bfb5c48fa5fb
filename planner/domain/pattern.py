r"""Patterns for the filter's ``/…/``: regular expressions that can't run away.

A backtracking engine takes time without bound on some patterns (``(a+)+$``), and gives no way to stop it. This one
walks the text once, whatever the pattern, with the set of places in which the pattern can be; sets already met are
remembered. So it takes what can be walked that way: literals, ``.``, ``[a-z]``, ``[^…]``, ``\d \w \s`` and their
capitals, ``^ $``, groups ``(…)`` and ``(?:…)``, ``|``, ``* + ? {m,n}``. Back references and looking around are refused,
by place.

Capitals and small letters are the same.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Test = Callable[[str], bool]

__all__ = ["BadPatternError", "Pattern"]

_LONGEST = 200
"""Characters of a pattern."""
_DEEPEST = 20
"""Groups within groups."""
_MOST_REPEATS = 100
_MOST_PARTS = 2_000
"""Parts of a compiled pattern: ``{100}`` of ``{100}`` would be ten thousand."""
_MOST_SETS = 1_000
"""Sets of places that are remembered before they are forgotten and begun anew."""


class BadPatternError(ValueError):
    """A pattern that can't be used: ``place`` is the character at fault, ``why`` a code that the wording knows."""

    def __init__(self, place: int, why: str) -> None:
        super().__init__(place, why)
        self.place = place
        self.why = why


class _Node:
    """A part of a pattern: ``test`` a character, ``^``/``$``, a ``row`` or a ``choice`` of parts, a ``repeat``."""

    __slots__ = ("high", "kind", "low", "parts", "test")

    def __init__(
        self, kind: str, parts: tuple[_Node, ...] = (), test: Test | None = None, low: int = 1, high: int | None = 1
    ) -> None:
        self.kind = kind
        self.parts = parts
        self.test = test
        self.low = low
        self.high = high


class _Reader:
    """Reads a pattern by recursive descent."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0

    def choice(self) -> _Node:
        """Alternatives, parted by ``|``."""
        rows = [self.row()]
        while self._next("|"):
            rows.append(self.row())
        return rows[0] if len(rows) == 1 else _Node("choice", tuple(rows))

    def row(self) -> _Node:
        """Parts one behind the other."""
        parts = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            parts.append(self._repeated(self._one()))
        return _Node("row", tuple(parts))

    def _next(self, sign: str) -> bool:
        """Whether a sign stands here; if so it is passed."""
        if self.text.startswith(sign, self.at):
            self.at += len(sign)
            return True
        return False

    def _one(self) -> _Node:
        """One part without what repeats it."""
        start = self.at
        char = self.text[start]
        self.at += 1
        if char == "(":
            if self._next("?") and not self._next(":"):
                raise BadPatternError(start, "look")
            self.depth += 1
            if self.depth > _DEEPEST:
                raise BadPatternError(start, "deep")
            inner = self.choice()
            self.depth -= 1
            if not self._next(")"):
                raise BadPatternError(start, "unclosed")
            return inner
        if char == "[":
            return _Node("test", test=self._class(start))
        if char == "\\":
            return _Node("test", test=self._escape(start))
        if char in "^$":
            return _Node(char)
        if char in "*+?{":
            raise BadPatternError(start, "nothing")
        if char == ".":
            return _Node("test", test=lambda one: one != "\n")
        return _Node("test", test=_literal(char))

    def _repeated(self, part: _Node) -> _Node:
        """The part with the ``* + ? {m,n}`` behind it. Repeating what repeats is allowed: it can't run away here."""
        while self.at < len(self.text) and self.text[self.at] in "*+?{":
            start = self.at
            sign = self.text[start]
            self.at += 1
            low, high = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(sign) or self._braces(start)
            part = _Node("repeat", (part,), low=low, high=high)
            self._next("?")  # lazy or greedy finds the same texts
        return part

    def _braces(self, start: int) -> tuple[int, int | None]:
        """``{m}``, ``{m,}`` or ``{m,n}``."""
        end = self.text.find("}", start)
        first, comma, last = self.text[start + 1 : max(end, start + 1)].partition(",")
        if end < 0 or not first.isdecimal() or (last and not last.isdecimal()):
            raise BadPatternError(start, "braces")
        low = int(first)
        high = (int(last) if last else None) if comma else low
        if max(low, high or 0) > _MOST_REPEATS or (high is not None and high < low):
            raise BadPatternError(start, "braces")
        self.at = end + 1
        return low, high

    def _escape(self, start: int) -> Test:
        """What stands behind a backslash."""
        if self.at >= len(self.text):
            raise BadPatternError(start, "backslash")
        char = self.text[self.at]
        self.at += 1
        if char in _CLASSES:
            return _CLASSES[char]
        if char in "nt":
            return _literal("\n" if char == "n" else "\t")
        if char.isascii() and char.isalnum():
            raise BadPatternError(start, "escape")
        return _literal(char)

    def _class(self, start: int) -> Test:
        """``[…]``: one character of several."""
        refused = self._next("^")
        tests: list[Test] = []
        first = True
        while first or not self.text.startswith("]", self.at):
            if self.at >= len(self.text):
                raise BadPatternError(start, "unclosed")
            first = False
            place = self.at
            char = self.text[place]
            self.at += 1
            if char == "\\":
                tests.append(self._escape(place))
                continue
            last = self.text[self.at + 1 : self.at + 2]
            if self.text.startswith("-", self.at) and last not in ("", "]", "\\"):
                self.at += 2
                if last < char:
                    raise BadPatternError(place, "range")
                tests.append(_range(char, last))
            else:
                tests.append(_literal(char))
        self.at += 1
        found = tuple(tests)
        return lambda one: any(test(one) for test in found) != refused


def _literal(char: str) -> Test:
    """Exactly that character, capital or small."""
    low = char.lower() if len(char.lower()) == 1 else char
    return lambda one: one in (char, low)


def _range(first: str, last: str) -> Test:
    """A character between two, capital or small."""
    return lambda one: first <= one <= last or first <= one.upper() <= last


def _is_word(one: str) -> bool:
    return one.isalnum() or one == "_"


_CLASSES: dict[str, Test] = {
    "d": str.isdecimal,
    "w": _is_word,
    "s": str.isspace,
    "D": lambda one: not one.isdecimal(),
    "W": lambda one: not _is_word(one),
    "S": lambda one: not one.isspace(),
}


class _Set:
    """A set of places, whether the pattern has ended in it, and the sets that follow it, by character."""

    __slots__ = ("ended", "ends_here", "next", "places")

    def __init__(self, places: frozenset[int], *, ended: bool, ends_here: bool) -> None:
        self.places = places
        self.ended = ended
        self.ends_here = ends_here
        """Whether it has ended if the text ends here."""
        self.next: dict[str, _Set] = {}


class Pattern:
    """A pattern, ready to be looked for. Raises ``BadPatternError`` for one that can't be used."""

    __slots__ = ("_begin", "_first", "_forks", "_known", "_parts", "_tests", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        if len(text) > _LONGEST:
            raise BadPatternError(_LONGEST, "long")
        reader = _Reader(text)
        tree = reader.choice()
        if reader.at < len(text):
            raise BadPatternError(reader.at, "unopened")
        self._tests: dict[int, tuple[Test, int]] = {}
        """Place to the test of the next character and the place behind it."""
        self._forks: list[tuple[tuple[str, int], ...]] = [()]
        """Place to the places that are reached without a character: (when, place). Place 0 is the end."""
        self._parts = 0
        self._begin = self._compiled(tree, 0)
        self._known: dict[frozenset[int], _Set] = {}
        self._first = self._set((self._begin,), at_start=True)

    def found_in(self, text: str) -> bool:
        """Whether the pattern occurs somewhere in a text. Takes time in proportion to the text."""
        state = self._first
        if state.ended:
            return True
        for char in text.lower():
            after = state.next.get(char)
            if after is None:
                after = state.next[char] = self._step(state, char)
            if after.ended:
                return True
            state = after
        return state.ends_here

    def _step(self, state: _Set, char: str) -> _Set:
        """The set behind a character; the pattern may also begin there."""
        tests = self._tests
        behind = [tests[place][1] for place in state.places if place in tests and tests[place][0](char)]
        behind.append(self._begin)
        return self._set(behind, at_start=False)

    def _set(self, places: Iterable[int], *, at_start: bool) -> _Set:
        """The set of these places and all that are reached from them without a character."""
        reached = self._closure(places, at_start=at_start, at_end=False)
        known = self._known.get(reached) if not at_start else None
        if known is None:
            at_end = self._closure(places, at_start=at_start, at_end=True)
            known = _Set(reached, ended=0 in reached, ends_here=0 in at_end)
            if not at_start:
                if len(self._known) >= _MOST_SETS:
                    self._known.clear()
                    self._first.next.clear()
                self._known[reached] = known
        return known

    def _closure(self, places: Iterable[int], *, at_start: bool, at_end: bool) -> frozenset[int]:
        """All places reached without a character. A ``$`` waits for the end, and so stays a place until then."""
        seen: set[int] = set()
        waiting = list(places)
        while waiting:
            place = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            for when, after in self._forks[place]:
                if when == "" or (when == "^" and at_start) or (when == "$" and at_end):
                    waiting.append(after)
        return frozenset(seen)

    def _place(self, *forks: tuple[str, int]) -> int:
        """A new place."""
        self._forks.append(forks)
        return len(self._forks) - 1

    def _compiled(self, node: _Node, behind: int) -> int:
        """The place at which a part begins that is followed by the place ``behind``."""
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise BadPatternError(0, "large")
        if node.kind == "test" and node.test is not None:
            place = self._place()
            self._tests[place] = (node.test, behind)
            return place
        if node.kind in "^$":
            return self._place((node.kind, behind))
        if node.kind == "choice":
            return self._place(*(("", self._compiled(part, behind)) for part in node.parts))
        if node.kind == "row":
            for part in reversed(node.parts):
                behind = self._compiled(part, behind)
            return behind
        part = node.parts[0]
        if node.high is None:
            loop = self._place()
            self._forks[loop] = (("", self._compiled(part, loop)), ("", behind))
            behind = loop
        else:
            end = behind
            for _ in range(node.high - node.low):
                behind = self._place(("", self._compiled(part, behind)), ("", end))
        for _ in range(node.low):
            behind = self._compiled(part, behind)
        return behind
