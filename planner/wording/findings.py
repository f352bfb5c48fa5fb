"""What a look through the book's files found, in words: what it means, and whether it was put right.

Findings come from the store, which stands beside this package's importers, so they are read by their fields' names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from planner.domain.kinds import kind_of_table
from planner.wording import later, n, t
from planner.wording.changes import record_label
from planner.wording.fields import field

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FINDINGS", "MEANINGS", "RULES", "finding_meant", "finding_said"]


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
    def rule(self) -> str: ...
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
    "invalid": lambda one: t(
        "{record} breaks a rule: its {field} {rule}.", record=_record(one), field=_field(one), rule=_rule(one)
    ),
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


RULES: dict[str, str] = {
    "empty": later("is empty"),
    "positive": later("is not a whole number from 1 up"),
    "one_of": later("is no word that is known, or stands twice"),
    "priority": later("is not 1 to 4"),
    "end_before_start": later("is before its beginning"),
    "needs_itself": later("names the matter itself"),
    "state_and_closed": later("does not go with its state"),
    "yearly": later("is not the number of a reception"),
}
"""The rules of ``Invalid``, as the end of a sentence about a field."""

MEANINGS: dict[str, str] = {
    "missing": later("Something removed it. --repair makes it anew from history, the archive or the latest backup."),
    "unreadable": later(
        "It was damaged or overwritten. --repair sets it aside and makes it anew from the other files."
    ),
    "behind": later("An older copy was put in its place. --repair makes it anew from history."),
    "no_head": later("The changes below it are read all the same. --repair begins a new journal."),
    "no_journal": later(
        "Changes since the checkpoint may be lost. --repair takes them from history and begins a new one."
    ),
    "damaged_lines": later(
        "The disk or an editor changed them. --repair takes the records' last good state from history."
    ),
    "damaged_row": later("It is left out of the lists. --repair puts back its last state that can be read."),
    "invalid": later("It is kept and shown as it is. Put it right with planner edit, or planner visits edit."),
    "counter_low": later("The next new record could take its number. --repair raises the counter."),
    "gap": later("An entry of the log was removed outside the planner. --repair takes it from history if it is there."),
    "differs": later(
        "It was changed outside the planner, or the disk failed. --repair writes it into the history as it is."
    ),
    "erasing": later("A crash or a full disk came between. Until then some files may still hold the person."),
    "history_missing": later("Undo and history reach back only so far. The book itself is whole."),
    "history_damaged": later("Undo and history can't tell those changes. The book itself is whole."),
    "backup_unreadable": later("It can't be restored. planner backup makes a new one; delete the folder of this one."),
    "torn_end": later("A crash or a power cut came while it was written. The next change sets it aside."),
    "set_aside": later("It was never acknowledged as saved, or was damaged since. It is kept only to be looked at."),
    "hand_edited": later("The next change writes the edit into the history, so that it can be told and kept."),
    "unknown_fields": later("A newer planner wrote it on another machine. It is written back unchanged."),
    "leftover": later("--repair removes it."),
    "mode": later("Others who use this machine may read it. --repair takes their rights off."),
    "link": later("The book's files must be real ones: put the file itself there."),
}
"""What each finding means, and what to do about it."""


def finding_said(one: Found) -> str:
    """One line about one finding; a code of a newer planner is shown as it is."""
    sentence = FINDINGS[one.code](one) if one.code in FINDINGS else one.code
    return t("Mended: {finding}", finding=sentence) if one.mended else sentence


def finding_meant(one: Found) -> str:
    """What a finding means and what to do; nothing for one that is mended, or a code of a newer planner."""
    return "" if one.mended or one.code not in MEANINGS else t(MEANINGS[one.code])


def _record(one: Found) -> str:
    """The record that a finding is about, as a person types it."""
    kind = kind_of_table(one.table)
    if kind is None or one.number is None:
        return one.table or one.path
    return record_label(kind.name, one.number)


def _rule(one: Found) -> str:
    """The rule that a record breaks; one of a newer planner by its code."""
    return t(RULES[one.rule]) if one.rule in RULES else one.rule


def _field(one: Found) -> str:
    """The field that a finding is about."""
    return field(one.field) if one.field else t("contents")
