"""What a row of a page is about, and the words by which it is found."""

from __future__ import annotations

from planner.domain.checklist import Checklist
from planner.domain.matter import Matter
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.talk import TalkOwed
from planner.wording.numbers import reception_label

__all__ = ["key_of", "subject_of", "text_of"]

SUBJECTS = (Matter, Reception, Point, TalkOwed, Party, Checklist)


def subject_of(record: object) -> object | None:
    """The matter, reception, point or talk that a row is about: itself, or the one that it carries."""
    if record is None or isinstance(record, SUBJECTS):
        return record
    for name in ("matter", "reception", "talk", "record"):
        found = getattr(record, name, None)
        if isinstance(found, SUBJECTS):
            return found
    return None


def key_of(record: object) -> tuple[str, int | str]:
    """The kind and the number, or name, of what a row is about."""
    subject = subject_of(record)
    if isinstance(subject, TalkOwed | Party):
        return "party", subject.name
    if isinstance(subject, Matter | Reception | Point | Checklist):
        return type(subject).__name__.lower(), subject.number
    return "", 0


def text_of(record: object) -> str:
    """The words by which a row is found, in lower case. A restricted reception is found by its number only."""
    subject = subject_of(record)
    if isinstance(subject, Matter):
        parts: tuple[str | None, ...] = (
            str(subject.number),
            subject.title,
            subject.assigned_by,
            *subject.parties,
            *subject.handed_to,
            *subject.tags,
        )
    elif isinstance(subject, Reception):
        label = reception_label(subject.number)
        parts = (label,) if subject.restricted else (label, subject.name, subject.matter, *subject.handed_to)
    elif isinstance(subject, Point):
        parts = (subject.text, *subject.parties)
    elif isinstance(subject, TalkOwed | Party):
        parts = (subject.name,)
    else:
        parts = ()
    return " ".join([part for part in parts if part]).lower()
