"""The one line that ``planner add`` asks for at a terminal: live preview, Enter gives it, Esc gives nothing."""

from __future__ import annotations

import pytest
from office import Clock, desk_in

from planner.tui import grammars
from planner.tui.messages import Sight
from planner.tui.oneline import OneLine
from planner.tui.widgets.capture_line import CaptureLine

LINES = (
    (grammars.matter, "Call Li fri 5pm p1", "Fri 25 Sep 17:00"),
    (grammars.visit, "张伟 13800000000 低保申请", "张伟"),
    (grammars.point, "@Li funds arrived", "Li"),
)


@pytest.mark.parametrize(("grammar", "line", "shown"), LINES)
async def test_its_meaning_is_shown_while_it_is_typed(tmp_path, grammar, line, shown):
    desk = desk_in(tmp_path / "book", "en", Clock())
    app = OneLine(desk, grammar(), Sight(day=desk.day(), lang="en"))
    async with app.run_test() as pilot:
        field = app.query_one(CaptureLine)
        field.line.value = line
        await pilot.pause()
        assert shown in "".join(part.text for part in field.line.reading.parts)
        await pilot.press("enter")
    assert app.return_value == line


async def test_leaving_it_gives_nothing(tmp_path):
    desk = desk_in(tmp_path / "book", "en", Clock())
    app = OneLine(desk, grammars.matter(), Sight(day=desk.day(), lang="en"))
    async with app.run_test() as pilot:
        await pilot.press("x", "escape")
    assert app.return_value == ""


async def test_the_names_that_the_book_knows_are_not_called_new(tmp_path):
    from planner.desk.capturing import add

    desk = desk_in(tmp_path / "book", "en", Clock())
    add(desk, "x @Wang")
    app = OneLine(desk, grammars.matter(), Sight(day=desk.day(), lang="en"))
    async with app.run_test() as pilot:
        await app.clerk.settled()
        await pilot.pause()
        field = app.query_one(CaptureLine)
        field.line.value = "call @Wang and @Zhao"
        await pilot.pause()
        told = " ".join(part.text for part in field.line.reading.parts)
        assert "Zhao *new*" in told
        assert "Wang *new*" not in told
    app.clerk.close()


@pytest.mark.parametrize("size", [(40, 5), (20, 3), (80, 24)])
async def test_a_line_that_cannot_be_saved_stays_with_the_reason(tmp_path, size):
    desk = desk_in(tmp_path / "book", "en", Clock())
    app = OneLine(desk, grammars.matter(), Sight(day=desk.day(), lang="en"))
    async with app.run_test(size=size) as pilot:
        await app.clerk.settled()
        await pilot.press("p", "1", "enter")
        await pilot.pause()
        assert app.return_value is None
        assert app.query_one(CaptureLine).line.value == "p1"
        await pilot.press("x", "enter")
    app.clerk.close()
    assert app.return_value == "p1x"
