"""Who came: whether it is the same person as before, and the rules on how many came (信访工作条例 arts. 20 and 25)."""

from __future__ import annotations

from planner.domain.petition_words import class_suggested, in_words, named_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from planner.domain.directory import Directory
    from planner.domain.reception import Reception

    Likeness: TypeAlias = Literal["phone", "unit", "name"]

__all__ = [
    "NOBODY",
    "REPORTED_FROM",
    "REPRESENTATIVES",
    "accused_among",
    "is_accusation",
    "likeness",
    "maybe_accused",
    "same_phone",
    "suspects",
]

NOBODY = "-"
"""Stands among those whom an entry accuses when a person has said that it is nobody of the book's."""

REPRESENTATIVES = 5
"""The most representatives that a group may send (art. 20): more than so many people are asked to choose them."""

REPORTED_FROM = 5
"""From so many people on, a visit from the public is to be reported up (art. 25)."""


def likeness(reception: Reception, *, name: str | None, unit: str | None, phone: str | None) -> Likeness | None:
    """How an earlier entry is like the visitor of these particulars; ``None`` when it is of somebody else.

    ``phone`` and ``unit`` (the same name and unit) mean the same person; ``name`` only that the names are alike,
    whatever the phones, which is for a person to judge. Another unit under the same name is somebody else.
    """
    if phone and reception.phone and same_phone(phone, reception.phone):
        return "phone"
    if not name or reception.name != name:
        return None
    if unit and reception.unit:
        return "unit" if unit == reception.unit else None
    return "name"  # with another phone too: people change theirs, and the case is found again by the name alone


def same_phone(one: str, other: str) -> bool:
    """Whether two phone numbers are one, however they are parted, and with or without China's +86."""
    return _digits(one) == _digits(other) != ""


def accused_among(names: tuple[str, ...], accused: tuple[str, ...], directory: Directory) -> str | None:
    """The first of some names that means one of the accused; ``None`` when none does."""
    known = {directory.canonical(name) for name in accused}
    return next((name for name in names if directory.canonical(name) in known), None)


def is_accusation(reception: Reception) -> bool:
    """Whether an entry accuses somebody: by its class, or by its words as long as it has none."""
    if reception.petition_class is not None:
        return reception.petition_class == "accusation"
    return class_suggested(reception.matter) == "accusation"


def maybe_accused(names: tuple[str, ...], reception: Reception, directory: Directory) -> str | None:
    """The first of some names that stands in an accusation's words while nobody has said whom it accuses (art. 30)."""
    if reception.accused or not is_accusation(reception):
        return None
    return named_in(reception.matter, names, directory)


def suspects(reception: Reception, directory: Directory) -> tuple[str, ...]:
    """The parties that an accusation's words name while nobody has said whom it accuses: to be asked about."""
    if reception.accused or not is_accusation(reception):
        return ()
    return tuple(
        party.name
        for party in directory.parties
        if any(in_words(name, reception.matter) for name in (party.name, *party.aliases))
    )


def _digits(phone: str) -> str:
    """The digits of a phone number without the country's code."""
    digits = "".join(char for char in phone if char.isdecimal())
    return digits[2:] if len(digits) == 13 and digits.startswith("86") else digits
