"""What is said when something can't be done: one line that says what is wrong and what to do about it.

Errors are told apart by the name of their class, because the packages that raise them stand above this one; each class
is a line in ``_SENTENCES``. What an error carries from a file or from a person is made safe to show.
"""

from __future__ import annotations

from planner.wording import n, t
from planner.wording.fields import field, wanted_said
from planner.wording.numbers import reception_label
from planner.wording.safe import fit, shown
from planner.wording.terms import term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

__all__ = ["reason_said", "refusal"]

LONGEST_VALUE = 60
"""Cells of an offered value that are shown: enough to know it again, on one line."""


def refusal(error: BaseException) -> str:
    """The one line for an error, in the language in use. An error that has no sentence is told by its own words."""
    for cls in type(error).__mro__:
        sentence = _SENTENCES.get(cls.__name__)
        if sentence is not None:
            return sentence(error)
    words = shown(str(error)) or type(error).__name__
    return t("This could not be done: {words}.", words=words.rstrip("."))


def _value(value: object) -> str:
    """An offered value, safe and short."""
    return fit(shown(str(value)), LONGEST_VALUE)


def _invalid(error: Any) -> str:
    """A record that would break a rule: ``planner.domain.record.Invalid``."""
    name = field(error.field)
    if error.rule == "empty":
        return t("The {field} is empty: write at least one word.", field=name)
    if error.rule == "positive":
        return t("The {field} can't be {value}: give a whole number from 1 up.", field=name, value=_value(error.value))
    if error.rule == "one_of":
        return t("“{value}” is not known as {field}, or stands twice.", value=_value(error.value), field=name)
    if error.rule == "priority":
        return t("Priority {value} does not exist: give 1 (highest) to 4 (none).", value=_value(error.value))
    if error.rule == "end_before_start":
        return t("It would end ({value}) before it begins: change one of the two dates.", value=_value(error.value))
    if error.rule == "needs_itself":
        return t("Matter {number} can't wait for itself: name another.", number=_value(error.value))
    if error.rule == "state_and_closed":
        return t("A closed record needs the time of closing, and an open one must have none.")
    if error.rule == "yearly":
        return t("“{value}” is not the number of a reception: write V2026-0123.", value=_value(error.value))
    if error.rule == "weight":
        return t(
            "The weight {field} can't be {value}: give a whole number from -10000 to 10000.",
            field=error.field,
            value=_value(error.value),
        )
    return t("The {field} can't be “{value}” ({rule}).", field=name, value=_value(error.value), rule=error.rule)


def reason_said(reason: str) -> str:
    """Why the system refused, in the user's language where it is one of the common reasons."""
    low = reason.lower()
    if "permission" in low or "access is denied" in low:
        return t("no permission")
    if "no space" in low or "quota" in low or "not enough space" in low:
        return t("the disk is full")
    if "read-only" in low:
        return t("the disk is read-only")
    if "no such file" in low:
        return t("it does not exist")
    if "too large" in low:
        return t("the file would be too large")
    return shown(reason)


def _locked(error: Any) -> str:
    return n(
        "Another planner has kept the book busy for {count} second: nothing was written. Try again.",
        "Another planner has kept the book busy for {count} seconds: nothing was written. Try again.",
        round(error.seconds),
    )


def _unwritable(error: Any) -> str:
    return t(
        "{path} can't be used: {reason}. Nothing was written. Free it, or choose another folder with --home.",
        path=shown(error.path),
        reason=reason_said(error.reason),
    )


def _not_saved(error: Any) -> str:
    path, reason = shown(error.path), reason_said(error.reason)
    if error.certain:
        return t(
            "Not saved: {path}: {reason}. The book is as it was. Make room and try again.", path=path, reason=reason
        )
    return t(
        "It is not certain that this was saved: {path}: {reason}. Look with planner list before typing it again.",
        path=path,
        reason=reason,
    )


def _unfinished(error: Any) -> str:
    return t(
        "The erasing was begun and could not be finished: {path}: {reason}. Make room: the next change of the book goes"
        " on with it.",
        path=shown(error.path),
        reason=reason_said(error.reason),
    )


def _newer_book(error: Any) -> str:
    return t(
        "This book was written by a newer planner (format {found}; this one knows {known}): upgrade with"
        " pip install -U office-planner. Nothing was changed.",
        found=error.found,
        known=error.known,
    )


def _damaged(error: Any) -> str:
    path = shown(error.path)
    if error.what == "missing":
        return t("{path} is missing: planner check --repair mends it, after a backup.", path=path)
    if error.what == "behind":
        return t("{path} is older than its journal: planner check --repair mends it, after a backup.", path=path)
    if error.table is not None:
        return t(
            "A record in {path} is damaged ({table} {number}, {field}) and was left out: planner check shows it.",
            path=path,
            table=shown(str(error.table)),
            number=error.number,
            field=field(str(error.field)),
        )
    return t("{path} can't be read: planner check --repair mends it, after a backup.", path=path)


def _changed_since(error: Any) -> str:
    from planner.wording.changes import command_name

    return t(
        "{record} was changed after “{command}”, so that step stays: planner history shows what came later.",
        record=_record(error.kind, error.number),
        command=_value(command_name(error.command)),
    )


def _nothing_to_undo(_error: Any) -> str:
    return t("There is nothing to undo.")


def _nothing_to_redo(_error: Any) -> str:
    return t("There is nothing to redo.")


def _no_such_backup(error: Any) -> str:
    return t("There is no backup “{name}”: planner backup --list shows them.", name=_value(error.name))


def _bad_name(error: Any) -> str:
    return t(
        "“{name}” can't name a backup: use letters, digits, dots, dashes and underscores, a letter or digit first.",
        name=_value(error.name),
    )


def _never_deleted(error: Any) -> str:
    return t(
        "{record} is numbered without a gap and is never deleted: void it with a reason.",
        record=_record(error.kind, error.number),
    )


def _record(kind: str, number: object) -> str:
    """A record by its kind and number, as the user types it: ``matter 12``, ``reception V2026-0123``."""
    label = reception_label(number) if kind == "reception" and isinstance(number, int) else shown(str(number))
    return t("{kind} {number}", kind=term("kind", kind), number=label)


def _bad_setting(error: Any) -> str:
    wanted = shown(wanted_said(error.wanted))
    if error.key is None and error.value is None:
        return t("{path} is not {wanted}: correct it or move it away.", path=shown(str(error.place)), wanted=wanted)
    if error.key is None:
        return t(
            "{path} is not {wanted}: {words}. Correct it or move it away.",
            path=shown(str(error.place)),
            wanted=wanted,
            words=_value(error.value),
        )
    key = shown(str(error.key))
    if error.value is None and error.place is None:
        return t("There is no setting “{key}”: the settings are {wanted}.", key=key, wanted=wanted)
    if error.value is None:
        return t(
            "{path}: there is no setting “{key}”: the settings are {wanted}.",
            path=shown(str(error.place)),
            key=key,
            wanted=wanted,
        )
    if error.place is None:
        return t("“{value}” does not fit {key}: it takes {wanted}.", value=_value(error.value), key=key, wanted=wanted)
    return t(
        "{path}: “{value}” does not fit {key}: it takes {wanted}.",
        path=shown(str(error.place)),
        value=_value(error.value),
        key=key,
        wanted=wanted,
    )


def _bad_clock(error: Any) -> str:
    return t("PLANNER_NOW holds “{value}”, which is no moment: write 2026-11-27T08:00.", value=_value(error.text))


def _refused(error: Any) -> str:
    return str(error)


def _in_the_way(error: Any) -> str:
    """Something stands where an exported file should go."""
    path = shown(error.path)
    if error.kind == "file":
        return t("{path} is there already: --force replaces it.", path=path)
    if error.kind == "link":
        return t("{path} is a symbolic link, which is not followed: name the file itself.", path=path)
    return t("{path} is no file: give the name of one.", path=path)


def _unwritable_file(error: Any) -> str:
    """An exported file that can't be written."""
    if "no such file" in error.reason.lower():  # the file need not be there, so it is its folder that is not
        return t("{path} can't be written: there is no such folder. Make it first.", path=shown(error.path))
    return t("{path} can't be written: {reason}.", path=shown(error.path), reason=reason_said(error.reason))


def _no_renderer(_error: Any) -> str:
    """No program makes PDF."""
    return t("A PDF is made by LibreOffice or Chromium, and neither is here: install one, or use --format docx.")


def _rendering(error: Any) -> str:
    """A program made no PDF."""
    return t(
        "{program} made no PDF ({reason}): try again, or use --format docx.",
        program=error.program,
        reason=_value(error.words),
    )


_SENTENCES: dict[str, Callable[[Any], str]] = {
    "Invalid": _invalid,
    "Locked": _locked,
    "Unwritable": _unwritable,
    "NotSaved": _not_saved,
    "Unfinished": _unfinished,
    "NewerBook": _newer_book,
    "Damaged": _damaged,
    "ChangedSince": _changed_since,
    "NothingToUndo": _nothing_to_undo,
    "NothingToRedo": _nothing_to_redo,
    "NoSuchBackup": _no_such_backup,
    "BadName": _bad_name,
    "NeverDeleted": _never_deleted,
    "Refused": _refused,
    "BadSettingError": _bad_setting,
    "UnwritableSettingError": _unwritable,
    "BadClockError": _bad_clock,
    "InTheWayError": _in_the_way,
    "UnwritableFileError": _unwritable_file,
    "NoRendererError": _no_renderer,
    "RenderingError": _rendering,
}
