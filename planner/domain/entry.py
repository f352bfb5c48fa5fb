"""What every record in the book has: a number, its stamps, and whatever a newer planner wrote beside them."""

from __future__ import annotations

from planner.domain.record import Invalid, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import datetime

__all__ = ["Entry", "Note", "one_line", "one_of", "subset_of"]


class Entry(Record):
    """A numbered record of the book. Numbers are permanent and never reused."""

    number: int
    created: datetime | None = None
    changed: datetime | None = None
    closed: datetime | None = None
    """When it was finished or given up; sixty days later it leaves the working set for the archive."""
    imported: str | None = None
    """Where an import took it from: the format and its key there, by which a second import knows it."""
    extra: tuple[tuple[str, str], ...] = ()
    """Fields this version does not know, as (name, JSON text): kept and written back, never lost."""

    def check(self) -> None:
        """Raise ``Invalid`` unless the number is positive."""
        if self.number < 1:
            raise Invalid("number", "positive", self.number)


class Note(Record):
    """What happened, in words, on its day."""

    at: datetime
    text: str


def one_of(field: str, value: object, allowed: tuple[object, ...]) -> None:
    """Raise ``Invalid`` unless ``value`` is one of ``allowed`` or ``None``."""
    if value is not None and value not in allowed:
        raise Invalid(field, "one_of", value)


def subset_of(field: str, values: tuple[object, ...], allowed: tuple[object, ...]) -> None:
    """Raise ``Invalid`` unless every value is one of ``allowed`` and stands once."""
    for place, value in enumerate(values):
        if value not in allowed or value in values[:place]:
            raise Invalid(field, "one_of", value)


def one_line(field: str, text: str | None) -> None:
    """Raise ``Invalid`` when a required one-line text is empty. ``None`` is 'not given' and passes."""
    if text is not None and not text.strip():
        raise Invalid(field, "empty", text)
