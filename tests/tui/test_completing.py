"""Completion after a sign, the lines entered before, and several pasted lines."""

from __future__ import annotations

import pytest
from office import NOW
from textual import events

from planner.domain.day import Day
from planner.domain.workdays import CHINA
from planner.tui.completing import completion
from planner.tui.messages import Sight
from planner.tui.widgets.capture_line import CaptureLine

NAMES = ("Li", "Lin Tao", "Wang", "李局", "李明", "救助科")


def sight(lang: str = "en") -> Sight:
    return Sight(day=Day(NOW, CHINA), lang=lang, names=frozenset(NAMES), tags=frozenset(("funds", "救助")))


@pytest.mark.parametrize(
    ("line", "words", "made"),
    [
        ("call @l", ("Li", "Lin Tao"), "call @Li "),
        ("call @lin", ("Lin Tao",), 'call @"Lin Tao" '),
        ("汇报@李", ("李局", "李明"), "汇报@李局 "),
        ("to:Wang,l", ("Li", "Lin Tao"), "to:Wang,Li "),
        ("x >救", ("救助科",), "x >救助科 "),
        ("x from:wa", ("Wang",), "x from:Wang "),
        ("x +fun", ("funds",), "x +funds "),
        ("x +overa", ("overall",), "x +overall "),
        ("x #救", ("救助",), "x #救助 "),
        ("a@l", (), None),
        ("C++", (), None),
        ("call l", (), None),
        ("call @Li ", (), None),
        ("@Wang", (), None),
    ],
)
def test_what_is_offered(line, words, made):
    found = completion(line, len(line), sight())
    assert found.words == words
    if made is not None:
        assert found.put(line, 0) == (made, len(made))


def test_reserved_words_are_those_of_the_language():
    assert "办文" in completion("+办", 2, sight("zh")).words
    assert all(word.isascii() or word == "救助" for word in completion("+", 1, sight("en")).words)


async def test_tab_takes_a_name_and_the_next_one(open_app):
    async with open_app() as stage:
        await stage.press("a")
        await stage.type("call @")
        assert "Tab  Elderly" in stage.screen
        await stage.type("l")
        await stage.press("tab")
        line = stage.app.screen.query_one(CaptureLine).line
        assert line.value == "call @Li "
        await stage.press("tab")
        second = line.value
        assert second.startswith("call @")
        assert second != "call @Li "
        await stage.press("shift+tab")
        assert line.value == "call @Li "
        for key in ("@", "w", "a", "tab", "o", "n"):
            stage._send(key)
        await stage.settle()
        assert line.value == "call @Li @Wang on"
        await stage.press("escape")


async def test_lines_entered_before_come_back_and_the_one_being_typed_is_not_lost(open_app):
    async with open_app() as stage:
        await stage.enter("a", "first one")
        await stage.enter("a", "second one")
        await stage.press("a")
        await stage.type("half")
        line = stage.app.screen.query_one(CaptureLine).line
        await stage.press("up")
        assert line.value == "second one"
        await stage.press("up", "up")
        assert line.value == "first one"
        await stage.press("down", "down")
        assert line.value == "half"
        await stage.press("escape", "v", "up")
        assert stage.app.screen.query_one(CaptureLine).line.value == "", "a visit's lines are its own"


async def test_several_pasted_lines_are_one_change_after_a_question(open_app):
    async with open_app() as stage:
        before = len(stage.desk.book.read().all("matter"))
        await stage.press("a")
        stage.app.screen.query_one(CaptureLine).line.post_message(
            events.Paste("Bureau meeting from:Li fri:\nminutes\nroom p1\n")
        )
        await stage.settle()
        assert "2 more lines were pasted: Enter saves" in " ".join(stage.screen.split())
        await stage.press("enter")
        made = [one for one in stage.desk.book.read().all("matter") if one.title in ("minutes", "room")]
        assert [one.assigned_by for one in made] == ["Li", "Li"]
        assert "2 matters saved" in stage.said
        await stage.press("u")
        assert len(stage.desk.book.read().all("matter")) == before
