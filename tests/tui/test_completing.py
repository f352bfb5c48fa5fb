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


@pytest.mark.parametrize(
    ("line", "bare", "words", "made"),
    [
        ("救", "list", ("救助科",), "救助科 "),
        ("李局，救", "list", ("救助科",), "李局，救助科 "),
        ("li", "list", ("Lin Tao",), '"Lin Tao" '),
        ("救助科 l", "list", (), None),
        ("救助科", "list", (), None),
        ("救", "first", ("救助科",), "救助科 "),
        ("说明 救", "first", (), None),
        ("张伟 低保 转救", "handed", ("救助科",), "张伟 低保 转救助科 "),
        ("张伟 低保 转给救", "handed", ("救助科",), "张伟 低保 转给救助科 "),
        ("张伟 低保 报李", "handed", ("李局", "李明"), "张伟 低保 报李局 "),
        ("张伟 低保 救", "handed", (), None),
        ("救", "", (), None),
    ],
)
def test_what_is_offered_where_a_name_stands_without_a_sign(line, bare, words, made):
    found = completion(line, len(line), sight(), bare)
    assert found.words == words
    if made is not None:
        assert found.put(line, 0) == (made, len(made))


async def test_tab_completes_a_name_in_the_lines_that_ask_for_one(open_app):
    async with open_app("zh") as stage:
        await stage.press("2", ">")
        await stage.type("财")
        assert "“财”是新名称：是不是财务科？" in " ".join(stage.screen.split())
        await stage.press("tab", "enter")
        names = {one.name for one in stage.desk.book.read().all("party")}
        assert "财" not in names
        for key, typed, made in (("n", "财", "财务科 "), ("v", "张三 低保 转养老", "张三 低保 转养老科 ")):
            await stage.press(key)
            await stage.type(typed)
            assert ("是不是" in stage.screen) == (key == "v"), "one word alone names nobody yet"
            await stage.press("tab")
            assert stage.app.screen.query_one(CaptureLine).line.value == made
            assert "是不是" not in stage.screen
            await stage.press("escape")
        await stage.press("n")
        await stage.type("财 票据")
        assert "是不是财务科" in stage.screen
        await stage.press("escape")


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


async def test_the_line_of_a_restricted_visit_does_not_come_back_nor_stand_in_the_foot(open_app):
    async with open_app("zh") as stage:
        await stage.enter("v", "刘强 13711112222 低保咨询")
        assert "137****2222" in stage.said
        assert "13711112222" not in stage.screen
        await stage.enter("v", "赵敏 13600001111 举报后勤采购受贿")
        assert "限制查看" in stage.said
        assert "受贿" not in stage.screen
        assert "赵敏" not in stage.said
        await stage.press("v", "up")
        assert stage.app.screen.query_one(CaptureLine).line.value == "刘强 13711112222 低保咨询"
        await stage.press("escape")


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
