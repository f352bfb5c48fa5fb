"""What a look through the book's files found, in words: what it means, and whether it was put right.

Findings come from the store, which stands beside this package's importers, so they are read by their fields' names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from planner.domain.kinds import kind_of_table
from planner.wording import n, t
from planner.wording.changes import record_label
from planner.wording.fields import field

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FINDINGS", "finding_said"]


class Found(Protocol):
    """What is read of a finding."""

    @property
    def code(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def table(self) -> str: ...
    @property
    def number(self) -> int | None: ...
    @property
    def field(self) -> str: ...
    @property
    def count(self) -> int: ...
    @property
    def mended(self) -> bool: ...


FINDINGS: dict[str, Callable[[Found], str]] = {
    "missing": lambda one: t("{path} is missing.", path=one.path),
    "unreadable": lambda one: t("{path} can't be read as what it should be.", path=one.path),
    "behind": lambda one: t("{path} is older than the journal beside it.", path=one.path),
    "no_head": lambda one: t("The first line of {path} is damaged.", path=one.path),
    "no_journal": lambda one: t("{path} is missing beside its checkpoint.", path=one.path),
    "damaged_lines": lambda one: n(
        "{path}: {count} damaged line was passed over.",
        "{path}: {count} damaged lines were passed over.",
        one.count,
        path=one.path,
    ),
    "damaged_row": lambda one: t("{record} can't be read: its {field}.", record=_record(one), field=_field(one)),
    "invalid": lambda one: t("{record} breaks a rule: its {field}.", record=_record(one), field=_field(one)),
    "counter_low": lambda one: t(
        "The counter of {record} is too low; its number could be given again.", record=_record(one)
    ),
    "erasing": lambda one: t(
        "An erasure was begun and is not finished ({path}): the next change finishes it.", path=one.path
    ),
    "gap": lambda one: t("{record} is not there, though numbers have no gap.", record=_record(one)),
    "differs": lambda one: t("{record} is not as its history tells it.", record=_record(one)),
    "history_missing": lambda one: t("{path} does not reach back to the beginning.", path=one.path),
    "history_damaged": lambda one: t("{path} holds damaged lines.", path=one.path),
    "backup_unreadable": lambda one: t("The backup {path} can't be read.", path=one.path),
    "torn_end": lambda one: t(
        "{path} ends in a change that was never finished; it was not acknowledged.", path=one.path
    ),
    "set_aside": lambda one: t("{path} keeps what was cut off the journal; you may delete it.", path=one.path),
    "hand_edited": lambda one: t("{path} was changed by hand; it is taken as it is.", path=one.path),
    "unknown_fields": lambda one: t("{record} holds a field of a newer planner; it is kept.", record=_record(one)),
    "leftover": lambda one: t("{path} was left by a crash; it holds nothing that is needed.", path=one.path),
    "mode": lambda one: t(
        "{path} can be read by others.", path=t("The book's folder") if one.path == "." else one.path
    ),
    "link": lambda one: t("{path} is a symbolic link; the planner does not write through it.", path=one.path),
}
"""A sentence for each code of a finding."""


def finding_said(one: Found) -> str:
    """One line about one finding; a code of a newer planner is shown as it is."""
    sentence = FINDINGS[one.code](one) if one.code in FINDINGS else one.code
    return t("Mended: {finding}", finding=sentence) if one.mended else sentence


def _record(one: Found) -> str:
    """The record that a finding is about, as a person types it."""
    kind = kind_of_table(one.table)
    if kind is None or one.number is None:
        return one.table or one.path
    return record_label(kind.name, one.number)


def _field(one: Found) -> str:
    """The field that a finding is about."""
    return field(one.field) if one.field else t("contents")
