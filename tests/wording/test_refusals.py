"""Every error that can reach a person has one line that says what is wrong and what to do."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import Any

import pytest

import planner.domain
from planner.config.errors import BadClockError, BadSettingError
from planner.desk.refused import Refused
from planner.domain.record import Invalid
from planner.store import errors
from planner.wording import use
from planner.wording.refusals import _SENTENCES, refusal

CASES: list[tuple[BaseException, str]] = [
    (
        errors.Locked("/b/lock", 5.0),
        "Another planner has kept the book busy for 5 seconds: nothing was written. Try again.",
    ),
    (errors.Unwritable("/b", "[Errno 13] Permission denied"), "/b can't be used: no permission. Nothing was written."),
    (
        errors.Unfinished("/b", "No space left on device"),
        "The erasing was begun and could not be finished: /b: the disk is full. Make room: ",
    ),
    (errors.NotSaved("/b", "No space left on device"), "Not saved: /b: the disk is full. The book is as it was."),
    (
        errors.NotSaved("/b", "Input/output error", certain=False),
        "It is not certain that this was saved: /b: Input/output",
    ),
    (
        errors.NewerBook("/b", 3, 1),
        "This book was written by a newer planner (format 3; this one knows 1): upgrade with",
    ),
    (errors.Damaged("/b", "missing"), "/b is missing:"),
    (errors.Damaged("/b", "behind"), "/b is older than its journal:"),
    (errors.Damaged("/b", "unreadable"), "/b can't be read:"),
    (
        errors.Damaged("/b", "field", table="matters", number=3, field="due"),
        "A record in /b is damaged (matters 3, due date)",
    ),
    (errors.ChangedSince("matter", 12, "done 12"), "matter 12 was changed after “done 12”"),
    (errors.ChangedSince("reception", 202600123, "reply"), "reception V2026-0123 was changed after “reply”"),
    (errors.NothingToUndo(), "There is nothing to undo."),
    (errors.NothingToRedo(), "There is nothing to redo."),
    (errors.NoSuchBackup("x"), "There is no backup “x”"),
    (errors.BadName("../x"), "“../x” can't name a backup"),
    (errors.NeverDeleted("reception", 202600123), "reception V2026-0123 is numbered without a gap"),
    (Refused("There is no matter 9."), "There is no matter 9."),
    (BadSettingError("lang", "fr", "auto, en, zh"), "“fr” does not fit lang: it takes auto, en, zh."),
    (BadSettingError("lang", "fr", "auto, en, zh", place="/c"), "/c: “fr” does not fit lang"),
    (BadSettingError("lung", None, "lang, theme"), "There is no setting “lung”: the settings are lang, theme."),
    (BadSettingError(None, "line 1", "TOML", place="/c"), "/c is not TOML: line 1. Correct it or move it away."),
    (BadSettingError(None, None, "UTF-8", place="/c"), "/c is not UTF-8: correct it or move it away."),
    (BadClockError("noon"), "PLANNER_NOW holds “noon”, which is no moment"),
    (Invalid("title", "empty", ""), "The title is empty: write at least one word."),
    (Invalid("headcount", "positive", 0), "The headcount can't be 0: give a whole number from 1 up."),
    (Invalid("work", "one_of", "play"), "“play” is not known as work, or stands twice."),
    (Invalid("priority", "priority", 5), "Priority 5 does not exist: give 1 (highest) to 4 (none)."),
    (Invalid("end", "end_before_start", "2026-11-01"), "It would end (2026-11-01) before it begins"),
    (Invalid("needs", "needs_itself", 12), "Matter 12 can't wait for itself: name another."),
    (Invalid("closed", "state_and_closed", "open"), "A closed record needs the time of closing"),
    (Invalid("number", "yearly", 7), "“7” is not the number of a reception: write V2026-0123."),
    (Invalid("age", "weight", 10**6), "The weight age can't be 1000000: give a whole number from -10000 to 10000."),
    (Invalid("zeal", "unheard_of", 1), "The zeal can't be “1” (unheard_of)."),
    (OSError("a plain failure"), "This could not be done: a plain failure."),
]


@pytest.mark.parametrize(("error", "beginning"), CASES)
def test_an_error_in_one_line(error: BaseException, beginning: str) -> None:
    assert refusal(error).startswith(beginning)
    assert refusal(error).endswith((".", "NAME", "V2026-0123"))
    use("zh")
    if not isinstance(error, Refused | OSError):
        assert any("\u4e00" <= char <= "\u9fff" for char in refusal(error))
        assert refusal(error).endswith("。")


def test_every_error_of_the_store_has_a_sentence() -> None:
    classes = {
        name
        for name, value in vars(errors).items()
        if inspect.isclass(value) and issubclass(value, errors.StoreError) and value is not errors.StoreError
    }
    assert classes - set(_SENTENCES) == set()
    assert {type(error).__name__ for error, _ in CASES} >= classes


def test_every_rule_of_the_records_has_a_sentence() -> None:
    rules = set()
    for path in Path(planner.domain.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Invalid":
                rule = node.args[1]
                assert isinstance(rule, ast.Constant), f"{path.name}:{node.lineno}: the rule must be written out"
                rules.add(rule.value)
    assert len(rules) >= 9
    known = {error.rule for error, _ in CASES if isinstance(error, Invalid)}
    assert rules - known == set()


HOSTILE = "\x1b]0;x\x07\n\u202e{name}" + "长" * 10_000


@pytest.mark.parametrize(
    "error",
    [
        Invalid("work", "one_of", HOSTILE),
        errors.NoSuchBackup(HOSTILE),
        errors.ChangedSince("matter", 1, HOSTILE),
        BadSettingError(HOSTILE, HOSTILE, "x"),
        ValueError(HOSTILE),
    ],
)
def test_what_an_error_carries_is_safe_to_show(error: Any) -> None:
    said = refusal(error)
    assert "\x1b" not in said
    assert "\n" not in said
    assert "\u202e" not in said
