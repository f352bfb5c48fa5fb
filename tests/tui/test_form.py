"""The form: moving between fields, verdicts as one types, saving all or nothing, leaving with care."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from planner.tui import checks
from planner.tui.checks import Verdict
from planner.tui.widgets.form import Answer, Field, Form
from planner.wording.safe import cells

HOSTILE = "[/][@click=app.bell]x[/] \x1b]52;c;AA\x07 [bold"


async def opened(stage, *, notes: str = "", title: str = "A title"):
    answers: list[object] = []
    fields = (
        Field("title", "title", title, check=checks.needed("a title is needed")),
        Field("due", "due date", "", "fri", check=checks.when(stage.place.sight)),
        Field("grade", "grade", "minor", choices=(("major", "major"), ("minor", "minor"))),
        Field("marks", "marks", "", choices=(("a", "assigned"), ("b", "whole")), several=True),
        Field("notes", "notes", notes, multiline=True),
        Field("party", "party", "Li", check=checks.names(stage.place.sight)),
    )
    stage.app.push_screen(Form("Edit 3", fields, stage.place.sight), answers.append)
    await stage.settle()
    return answers


async def test_typing_moving_and_saving(open_app):
    async with open_app() as stage:
        answers = await opened(stage)
        await stage.type(" of a day")
        await stage.press("tab")
        await stage.type("fri 5pm")
        assert "Fri 25 Sep 17:00" in stage.screen
        await stage.press("down", "1", "down", "space", "right", "space", "tab")
        await stage.type("one")
        await stage.press("enter")
        await stage.type("two")
        await stage.press("tab")
        await stage.type(",Nobody")
        assert "new: Nobody" in stage.screen
        await stage.press("enter")
        assert answers == [
            (
                Answer("title", "A title of a day", True),
                Answer("due", "fri 5pm", True),
                Answer("grade", "major", True),
                Answer("marks", "a,b", True),
                Answer("notes", "one\ntwo", True),
                Answer("party", "Li,Nobody", True),
            )
        ]


async def test_keys_typed_at_once_reach_the_field_that_they_are_meant_for(open_app):
    async with open_app() as stage:
        answers = await opened(stage)
        for key in ("x", "tab", "f", "r", "i", "shift+tab", "y", "ctrl+s"):
            stage._send(key)
        await stage.settle()
        for _ in range(200):
            await stage.settle()
        assert [(one.name, one.value) for one in answers[0] if one.changed] == [("title", "A titlexy"), ("due", "fri")]


async def test_what_is_wrong_is_said_and_not_saved(open_app):
    async with open_app() as stage:
        answers = await opened(stage)
        await stage.press("tab")
        await stage.type("frog")
        assert "! not a date yet" in stage.screen
        await stage.press("tab")
        assert "! not a date yet" in stage.screen, "a complaint stays when the field is left"
        await stage.press("ctrl+s")
        assert not answers
        assert "Not saved: due date" in stage.screen
        await stage.press(*["backspace"] * 4)
        await stage.press("ctrl+s")
        assert answers[0][1] == Answer("due", "", False)


async def test_leaving_asks_once_when_something_was_changed(open_app):
    async with open_app() as stage:
        answers = await opened(stage)
        await stage.press("escape")
        assert answers == [None]
        answers = await opened(stage)
        await stage.type("x")
        await stage.press("escape")
        assert not answers
        assert "Esc again" in stage.screen
        await stage.type("y")
        await stage.press("escape")
        assert not answers, "typing on takes the question back"
        await stage.press("escape")
        assert answers == [None]


async def test_a_long_text_in_the_persons_own_editor(open_app, tmp_path, monkeypatch):
    script = tmp_path / "ed"
    script.write_text("#!/bin/sh\nprintf 'third\\n' >> \"$1\"\n")
    script.chmod(0o700)
    async with open_app() as stage:
        seen = []
        monkeypatch.setattr(stage.app, "suspend", lambda: seen.append(1) or nullcontext())
        monkeypatch.setenv("VISUAL", str(script))
        answers = await opened(stage, notes="first\nsecond\n")
        await stage.press("ctrl+o", "ctrl+s")
        assert seen
        assert answers[0][4] == Answer("notes", "first\nsecond\nthird", True)
        monkeypatch.setenv("VISUAL", str(tmp_path / "none"))
        await opened(stage)
        await stage.press("ctrl+o")
        assert "can't be run" in stage.app.screen.foot.sentence


async def test_the_mouse_chooses_and_saves(open_app):
    async with open_app() as stage:
        answers = await opened(stage)
        lines = stage.screen.splitlines()
        y = next(at for at, line in enumerate(lines) if "( ) major" in line)
        await stage.pilot.click(offset=(cells(lines[y][: lines[y].index("( ) major")]) + 1, y))
        y = next(at for at, line in enumerate(lines) if "[ ] whole" in line)
        await stage.pilot.click(offset=(cells(lines[y][: lines[y].index("[ ] whole")]) + 1, y))
        await stage.settle()
        lines = stage.screen.splitlines()
        y = next(at for at, line in enumerate(lines) if "Ctrl+s" in line)
        await stage.pilot.click(offset=(cells(lines[y][: lines[y].index("Ctrl+s")]) + 1, y))
        await stage.settle()
        assert [(one.name, one.value) for one in answers[0] if one.changed] == [("grade", "major"), ("marks", "b")]


@pytest.mark.parametrize("size", [(120, 40), (40, 12), (20, 5), (8, 3)])
async def test_every_size_is_survived_and_the_field_in_use_is_seen(open_app, size):
    async with open_app("zh", size) as stage:
        await opened(stage, title="标题")
        for _ in range(7):
            await stage.press("tab")
            row = next(row for row in stage.app.screen.rows if row.entry is stage.app.focused)
            assert stage.app.screen.query_one("#fields").region.overlaps(row.region)
        await stage.press("escape")


async def test_hostile_text_is_shown_and_handed_back_as_it_was(open_app):
    async with open_app() as stage:
        answers = await opened(stage, title=HOSTILE, notes=HOSTILE)
        assert "\x1b" not in stage.screen
        await stage.press("ctrl+s")
        assert answers[0][0] == Answer("title", HOSTILE, False)
        assert answers[0][4] == Answer("notes", HOSTILE, False)


@pytest.mark.parametrize(("text", "ok"), [("3 5-7", True), ("", True), ("3，4", True), ("x", False), ("0", False)])
def test_numbers(text, ok):
    assert checks.numbers(text).ok is ok


def test_a_verdict_of_what_is_needed():
    assert checks.needed("say it")(" ") == Verdict(ok=False, words="say it")
    assert checks.needed("say it")("x").ok
