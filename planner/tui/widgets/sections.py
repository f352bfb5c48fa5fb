"""What a record list shows: sections of rows. A row is made when it is drawn, so 100,000 of them cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from planner.tui.subjects import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planner.wording.page import Row

__all__ = ["Key", "Lazy", "Section", "Sieve", "Tone"]

Tone = str
"""How a row's date is felt: ``late``, ``soon``, ``calm`` or ``plain``. The words say it too."""

Key = tuple[str, "int | str"]
"""What a row is about: the kind and the number or name of its record."""

Item = TypeVar("Item")


class Lazy(Generic[Item]):
    """Rows made of records by functions, at the moment they are drawn."""

    def __init__(
        self,
        records: Sequence[Item],
        *,
        draw: Callable[[Item], Row],
        key: Callable[[Item], Key],
        tone: Callable[[Item], Tone] = lambda _: "plain",
    ) -> None:
        self.records = records
        self._draw = draw
        self._key = key
        self._tone = tone

    def __len__(self) -> int:
        return len(self.records)

    def row(self, place: int) -> Row:
        """The row at a place."""
        return self._draw(self.records[place])

    def tone(self, place: int) -> Tone:
        """How the date of the row at a place is felt."""
        return self._tone(self.records[place])

    def key(self, place: int) -> Key:
        """What the row at a place is about."""
        return self._key(self.records[place])

    def record(self, place: int) -> Item:
        """The record behind the row at a place."""
        return self.records[place]

    def find(self, key: Key, most: int) -> int | None:
        """The place of the row about ``key`` among the first ``most``; ``None`` when it is not there."""
        key_of = self._key
        records = self.records if most >= len(self.records) else self.records[:most]
        return next((place for place, record in enumerate(records) if key_of(record) == key), None)

    def only(self, places: list[int]) -> Lazy[Item]:
        """The rows at some places."""
        return Lazy([self.records[place] for place in places], draw=self._draw, key=self._key, tone=self._tone)


class Section(NamedTuple):
    """A part of the list under a heading."""

    name: str
    title: str
    rows: Lazy[Any]
    note: str = ""
    """What the heading says behind the count, as the count of each light."""
    least: int | None = None
    """Rows that are shown even when the page is short of room, the rest behind a key; ``None``: all."""
    floor: int | None = None
    """Rows (of a flow: lines) that stand when not even the least of all sections find room; ``None``: the least."""
    flow: bool = False
    """Whether its rows stand side by side."""
    lights: bool = False
    """Whether its badges are traffic lights."""
    strong: bool = False
    """Whether its titles are what the eye should meet first."""


class Sieve:
    """Holds a place's sections and finds the rows that hold some words. Their texts are made once for each reading."""

    def __init__(self) -> None:
        self.words = ""
        self._sections: tuple[Section, ...] = ()
        self._texts: dict[str, list[str]] = {}

    def fill(self, sections: tuple[Section, ...]) -> None:
        """Take newly read sections."""
        self._sections = sections
        self._texts.clear()

    def sift(self, words: str) -> tuple[Section, ...]:
        """The sections with the rows that hold every one of the words, in any case; empty sections go."""
        self.words = words
        needles = words.lower().split()
        if not needles:
            return self._sections
        made = []
        for section in self._sections:
            texts = self._texts_of(section)
            first, *others = needles
            places = [place for place, text in enumerate(texts) if first in text]
            for needle in others:
                places = [place for place in places if needle in texts[place]]
            if places:
                made.append(section._replace(rows=section.rows.only(places), note="", least=None))
        return tuple(made)

    def _texts_of(self, section: Section) -> list[str]:
        """The words of a section's rows in lower case."""
        found = self._texts.get(section.name)
        if found is None:
            rows = section.rows
            found = self._texts[section.name] = [text_of(rows.record(place)) for place in range(len(rows))]
        return found
