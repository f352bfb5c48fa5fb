"""What the clerk tells the app, and what a place hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from planner.domain.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from planner.domain.day import Day
    from planner.domain.directory import Directory
    from planner.domain.light import Thresholds

    Key = tuple[str, "int | str"]

__all__ = ["BookChanged", "BookMoved", "Broke", "Fetched", "Outcome", "PageRead", "Refused", "Sight"]


class Sight(Record):
    """With what eyes a page is read: the day, the language, the names that the book knows."""

    day: Day
    lang: str
    day_first: bool = False
    names: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    """Tags of open matters."""
    points: tuple[tuple[tuple[str, ...], str], ...] = ()
    """Points that wait: the receivers' own names, and the words."""
    directory: Directory | None = None
    """Of what kind a party is words the handing over."""
    thresholds: Thresholds | None = None
    """Those of a light's history."""


class Outcome(Record):
    """What a change came to, in words, and the record to go to."""

    sentence: str
    follow: Key | None = None


class BookChanged(Message):
    """A change was kept."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


class BookMoved(Message):
    """Another process changed the book, or the minute did."""


class PageRead(Message):
    """A place's page was read."""

    def __init__(self, place: str, page: object, sight: Sight) -> None:
        super().__init__()
        self.place = place
        self.page = page
        self.sight = sight


class Fetched(Message):
    """What a verb asked the book for, and what it does with it."""

    def __init__(self, found: object, then: Callable[[Any], None], *, opens: bool) -> None:
        super().__init__()
        self.found = found
        self.then = then
        self.opens = opens
        """Whether keys wait for it, since it opens what they are meant for."""


class Refused(Message):
    """A verb was not done, and why, in words."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class Broke(Message):
    """Something failed that should not: a fault of the planner's own."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error
