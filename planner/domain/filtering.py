"""The test that a filter makes of matters.

Names are compared through the directory, so an alias finds what stands under the party's own name, and the other way
round.
"""

from __future__ import annotations

from planner.domain.filter import NONE, Being, Both, Choice, Concerned, Either, Matching, Not, Tagged, When, Words
from planner.domain.light import Thresholds, light_of
from planner.domain.moment import datetime, day_of, deadline
from planner.domain.neglect import Patience, neglect_of
from planner.domain.pattern import Pattern
from planner.domain.score import bonds_among

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    from planner.domain.day import Day
    from planner.domain.directory import Directory
    from planner.domain.filter import Amount, Filter
    from planner.domain.matter import Matter
    from planner.domain.moment import Moment

    Test: TypeAlias = Callable[[Matter], bool]

__all__ = ["Scene", "test_of", "texts_of"]


def texts_of(matter: Matter) -> tuple[str, ...]:
    """Every text that a person wrote in a matter."""
    return (
        matter.title,
        *matter.parties,
        *matter.handed_to,
        *matter.tags,
        *(text for text in (matter.assigned_by, matter.words, matter.waiting_for, matter.result) if text),
        *matter.links,
        *(text for step in matter.steps for text in (step.text, step.skipped) if text),
        *(note.text for note in matter.notes),
        *(one.words for one in matter.returns),
        *(text for one in matter.chases for text in (one.party, one.how, one.said, one.promise) if text),
        *(text for one in matter.extensions for text in (one.reason, one.progress, one.approver) if text),
    )


class Scene:
    """What a filter is asked against: the day, the parties, the settable figures, who blocks whom.

    It remembers the searched text of the matters it has met, so that asking again and again, as at each key of a filter
    being typed, costs less.
    """

    __slots__ = ("_texts", "blocked", "blocking", "day", "directory", "patience", "thresholds")

    def __init__(
        self,
        day: Day,
        directory: Directory,
        matters: Iterable[Matter],
        patience: Patience | None = None,
        thresholds: Thresholds | None = None,
    ) -> None:
        bonds = bonds_among(matters)
        self.day = day
        self.directory = directory
        self.blocked = bonds.blocked
        self.blocking = frozenset(number for number, _ in bonds.waited_for)
        self.patience = patience or Patience()
        self.thresholds = thresholds or Thresholds()
        self._texts: dict[int, tuple[Matter, str]] = {}

    def text(self, matter: Matter) -> str:
        """The matter's texts as they are searched: joined, small letters."""
        known = self._texts.get(matter.number)
        if known is not None and known[0] is matter:
            return known[1]
        text = "\n".join(texts_of(matter)).casefold()
        self._texts[matter.number] = (matter, text)
        return text

    def names(self, names: tuple[str, ...]) -> frozenset[str]:
        """The parties' own names behind names as typed."""
        return frozenset(map(self.directory.canonical, names))


def test_of(part: Filter, scene: Scene) -> Test:
    """The test that a filter makes. Raises ``planner.domain.pattern.BadPatternError``."""
    if isinstance(part, Both):
        return _all_of(tuple(test_of(inner, scene) for inner in part.parts))
    if isinstance(part, Either):
        tests = tuple(test_of(inner, scene) for inner in part.parts)
        return lambda matter: any(test(matter) for test in tests)
    if isinstance(part, Not):
        inner = test_of(part.part, scene)
        return lambda matter: not inner(matter)
    if isinstance(part, Words):
        word = part.text.casefold()
        return lambda matter: word in scene.text(matter)
    if isinstance(part, Matching):
        pattern = Pattern(part.pattern)
        return lambda matter: any(pattern.found_in(text) for text in texts_of(matter))
    if isinstance(part, Concerned):
        return _concerned(part, scene)
    if isinstance(part, Tagged):
        tags = frozenset(tag.casefold() for tag in part.tags)
        if not tags:
            return lambda matter: not matter.tags
        return lambda matter: any(tag.casefold() in tags for tag in matter.tags)
    if isinstance(part, Choice):
        return _choice(part, scene)
    if isinstance(part, Being):
        return _being(part.what, scene)
    return _when(part) if isinstance(part, When) else _amount(part)


def _all_of(tests: tuple[Test, ...]) -> Test:
    """Every test holds."""
    if not tests:
        return lambda _matter: True
    return lambda matter: all(test(matter) for test in tests)


def _concerned(part: Concerned, scene: Scene) -> Test:
    """Who stands in a role."""
    find = _ROLES[part.role]
    if not part.names:
        return lambda matter: not find(matter)
    wanted = scene.names(part.names)
    canonical = scene.directory.canonical
    return lambda matter: any(canonical(name) in wanted for name in find(matter))


def _from(matter: Matter) -> tuple[str, ...]:
    """Who assigned it."""
    return () if matter.assigned_by is None else (matter.assigned_by,)


_ROLES: dict[str, Callable[[Matter], tuple[str, ...]]] = {
    "any": lambda matter: (*matter.parties, *matter.handed_to, *_from(matter)),
    "about": lambda matter: matter.parties,
    "from": _from,
    "to": lambda matter: matter.handed_to,
}


def _choice(part: Choice, scene: Scene) -> Test:
    """A field holds one of some codes."""
    values = frozenset(part.values)
    if part.field == "state":
        return lambda matter: not values.isdisjoint(_states(matter, scene.day))
    if part.field == "mark":
        return lambda matter: not values.isdisjoint(matter.marks or (NONE,))
    if part.field == "light":
        return lambda matter: (_light(matter, scene) or NONE) in values
    name = part.field
    return lambda matter: (getattr(matter, name) or NONE) in values


def _states(matter: Matter, day: Day) -> tuple[str, ...]:
    """The states that a matter is in: its own, and that of being overdue."""
    return (matter.state, "overdue") if _is_overdue(matter, day) else (matter.state,)


def _is_overdue(matter: Matter, day: Day) -> bool:
    """Whether an open matter's date has passed."""
    return matter.is_open and matter.last is not None and day.is_past(matter.last)


def _light(matter: Matter, scene: Scene) -> str | None:
    """The light of an open matter that somebody else owes."""
    if not matter.is_open or not matter.is_assigned:
        return None
    return light_of(matter, scene.day, scene.thresholds)


def _being(what: str, scene: Scene) -> Test:
    """What a matter is."""
    day = scene.day
    tests: dict[str, Test] = {
        "supervised": lambda matter: matter.supervised,
        "assigned": lambda matter: matter.is_assigned,
        "returned": lambda matter: bool(matter.returns) and matter.state == "open",
        "neglected": lambda matter: not matter.is_assigned and neglect_of(matter, day, scene.patience) is not None,
        "blocked": lambda matter: matter.number in scene.blocked,
        "blocking": lambda matter: matter.number in scene.blocking,
        "overdue": lambda matter: _is_overdue(matter, day),
        "recurring": lambda matter: matter.rrule is not None,
        "timed": lambda matter: isinstance(matter.due, datetime),
        "hidden": lambda matter: matter.start is not None and day_of(matter.start) > day.today,
        "someday": lambda matter: matter.is_someday,
        "ranked": lambda matter: bool(matter.rank),
    }
    return tests[what]


def _when(part: When) -> Test:
    """A date compared: a day reaches from its first minute to its last."""
    name = part.field
    if part.moment is None:
        return lambda matter: getattr(matter, name) is None
    first, last = _beginning(part.moment), deadline(part.until or part.moment)
    compare: dict[str, Callable[[Moment], bool]] = {
        "=": lambda at: first <= _beginning(at) and deadline(at) <= last,
        "<": lambda at: deadline(at) < first,
        "<=": lambda at: deadline(at) <= last,
        ">": lambda at: _beginning(at) > last,
        ">=": lambda at: _beginning(at) >= first,
    }
    holds = compare[part.sign]
    return lambda matter: (at := getattr(matter, name)) is not None and holds(at)


def _beginning(moment: Moment) -> datetime:
    """The first instant of a moment."""
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)


def _amount(part: Amount) -> Test:
    """A number, or for ``needs`` one of the numbers, compared."""
    find = _AMOUNTS[part.field]
    first = part.ranges[0][0] if part.ranges else 0
    compare: dict[str, Callable[[int], bool]] = {
        "=": lambda number: any(low <= number <= high for low, high in part.ranges),
        "<": lambda number: number < first,
        "<=": lambda number: number <= first,
        ">": lambda number: number > first,
        ">=": lambda number: number >= first,
    }
    holds = compare[part.sign]
    if not part.ranges:
        return lambda matter: not find(matter)
    return lambda matter: any(map(holds, find(matter)))


_AMOUNTS: dict[str, Callable[[Matter], tuple[int, ...]]] = {
    "postponed": lambda matter: (matter.postponed,),
    "returned": lambda matter: (len(matter.returns),),
    "chased": lambda matter: (len(matter.chases),),
    "priority": lambda matter: (matter.priority,),
    "number": lambda matter: (matter.number,),
    "needs": lambda matter: matter.needs,
}
"""The numbers of a field; ``needs`` without a range asks for matters that need nothing."""
