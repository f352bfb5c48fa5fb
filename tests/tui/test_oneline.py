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
