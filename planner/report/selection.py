"""What is exported of the book, as one frozen value: records, and what was worked out of them while the book was open.

A ``Veil`` makes it fit for other eyes: restricted entries are left out, what came of them is titled by its number
(信访工作条例 art. 30), every petitioner is 王某, and phones are cut wherever they stand.
"""

from __future__ import annotations

from bisect import bisect_left

from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.wording.masks import discreet, masked_name, masked_phone, phones_masked
from planner.wording.petitioners import petitioners_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, Literal, TypeAlias, TypeVar

    from planner.domain.entry import Entry
    from planner.domain.moment import Moment, date, datetime
    from planner.domain.privacy import Lookup
    from planner.report.document import Document

    Kept = TypeVar("Kept", bound=Record)
    Clean: TypeAlias = Callable[[str], str]

__all__ = ["Selection", "Veil"]

_CODES = frozenset(
    (
        "state", "grade_by_hand", "marks", "nature", "origin", "urgency", "work", "rrule", "if_off", "stage", "channel",
        "kind", "align", "lang", "imported", "petition_class", "route", "template", "rhythm", "direction", "extra",
    )
)  # fmt: skip
"""Fields that hold the planner's own codes, and what a newer planner wrote, where nobody's name or phone is sought."""
_PARTIES = frozenset(("parties", "handed_to", "assigned_by", "party", "aliases", "received_by", "accused"))
"""Fields that hold names of the office's own parties, which are no petitioners."""


class Selection(Record):
    """Records to be exported, each kind by number, in one language, at one reading of the clock."""

    subject: str
    """What was asked for, as it was typed: ``week``, ``visits``, ``2026-09-21..2026-09-25``."""
    lang: Literal["en", "zh"]
    made: datetime
    first: date | None = None
    last: date | None = None
    private: bool = True
    """Whether what is private is in it."""
    records: tuple[Entry, ...] = ()
    deadlines: tuple[tuple[int, Moment], ...] = ()
    """Of receptions that wait for an answer or a written notice, by number: when the clock that runs out first does."""

    @property
    def matters(self) -> tuple[Matter, ...]:
        """The matters among the records."""
        return tuple(one for one in self.records if isinstance(one, Matter))

    @property
    def receptions(self) -> tuple[Reception, ...]:
        """The receptions among the records."""
        return tuple(one for one in self.records if isinstance(one, Reception))

    @property
    def points(self) -> tuple[Point, ...]:
        """The points among the records."""
        return tuple(one for one in self.records if isinstance(one, Point))

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties among the records."""
        return tuple(one for one in self.records if isinstance(one, Party))

    def due_of(self, reception: Reception) -> Moment | None:
        """When a reception's nearest clock runs out; ``None`` when none runs."""
        place = bisect_left(self.deadlines, reception.number, key=lambda pair: pair[0])
        found = self.deadlines[place : place + 1]
        return found[0][1] if found and found[0][0] == reception.number else None


class Veil:
    """Makes records fit for other eyes. ``parties`` keep their names though a petitioner may be called alike."""

    __slots__ = ("_names", "_record_of")

    def __init__(self, receptions: Iterable[Reception], parties: Iterable[Party], record_of: Lookup) -> None:
        self._names = petitioners_of(receptions, parties)
        self._record_of = record_of

    def over(self, record: Kept) -> Kept | None:
        """The record as others may see it; ``None`` for an entry that they may not see."""
        if isinstance(record, Reception) and record.restricted:
            return None
        made = _cleaned(discreet(record, self._record_of), self.text)
        if isinstance(made, Reception) and made.kind == "public":
            return _with(made, name=masked_name(made.name), phone=masked_phone(made.phone))
        return made

    def text(self, text: str) -> str:
        """A text without a petitioner's name or a phone."""
        return phones_masked(self._names.masked(text))

    def document(self, document: Document) -> Document:
        """A document whose every word is such a text."""
        return _cleaned(document, self.text)

    def selection(self, whole: Selection) -> Selection:
        """A selection without what is private."""
        shown = tuple(fit for record in whole.records if (fit := self.over(record)) is not None)
        kept = {one.number for one in shown if isinstance(one, Reception)}
        due = tuple(pair for pair in whole.deadlines if pair[0] in kept)
        return whole.replace(private=False, records=shown, deadlines=due)


def _with(record: Kept, **changes: object) -> Kept:
    """A copy to show: its rules are not asked, since it says less than a record must."""
    return type(record).restore({**{name: getattr(record, name) for name, _, _ in record.PARTS}, **changes})


def _cleaned(record: Kept, clean: Clean) -> Kept:
    """A record with every text that a person wrote in it cleaned, in the records within it as well."""
    changes = dict(_changes(record, clean))
    return _with(record, **changes) if changes else record


def _changes(record: Record, clean: Clean) -> Iterator[tuple[str, object]]:
    """The fields of a record that cleaning changes."""
    for name, _, _ in record.PARTS:
        value = getattr(record, name)
        if name in _CODES or name in _PARTIES or not value or (name == "name" and isinstance(record, Party)):
            continue
        made = _cleaned_value(value, clean)
        if made is not value and made != value:
            yield name, made


def _cleaned_value(value: Any, clean: Clean) -> Any:
    """A field's value cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(_cleaned_value(item, clean) for item in value)
    return _cleaned(value, clean) if isinstance(value, Record) else value
