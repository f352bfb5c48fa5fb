"""What a reader of a foreign file gives: records in the making, the rows it could not read, and what it left out."""

from __future__ import annotations

from planner.domain.record import Problem, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.domain.entry import Entry
    from planner.domain.moment import Moment, datetime

__all__ = ["Incoming", "Options", "Reading", "Remark", "UnreadableFileError"]


class UnreadableFileError(Problem):
    """A file that is not of the format at all; ``reason`` is the line for the person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Options(Record):
    """What a reader needs to know of the office: its clock, its days in words, and how a file names its columns."""

    now: datetime
    moment: Callable[[str], Moment | None]
    """A day or a time as a person writes it; ``None`` when it is none."""
    local: Callable[[datetime], datetime]
    """The office's wall-clock time of a time that names its zone."""
    decoded: Callable[[type[Entry], int, object], Entry]
    """The record of a kind that a row of a book holds. Raises ``ValueError`` that names the field."""
    knows_party: Callable[[str], bool] = lambda _name: False
    """Whether the office knows somebody by a name."""
    contexts_are_people: bool = False
    """For todo.txt: whether every ``@context`` is somebody."""
    columns: tuple[tuple[str, str], ...] = ()
    """For tables: the planner's field, and the heading that the file gives it."""


class Incoming(Record):
    """A record that a file holds."""

    place: int
    """Its line, or its place among the items of the file, from 1."""
    key: str
    """What tells it from every other record of such files, for good: a second import knows it by this."""
    entry: Entry
    """Its ``number`` is its number in the planner's own files, and of no meaning in others'."""
    needs: tuple[str, ...] = ()
    """The keys of the matters that it waits for."""
    own: bool = False
    """Whether it comes from a planner's book, where the number is meant."""


class Remark(Record):
    """Something to tell about one place of the file."""

    place: int
    words: str


class Reading(Record):
    """A file, read."""

    format: str
    found: tuple[Incoming, ...] = ()
    slips: tuple[Remark, ...] = ()
    """Rows that could not be read."""
    left_out: tuple[Remark, ...] = ()
    """Items that are not taken over on purpose, such as deleted ones."""
    remarks: tuple[Remark, ...] = ()
    """What could not be carried over as it was and is kept as a note."""
