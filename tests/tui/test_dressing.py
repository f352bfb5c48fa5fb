"""Theme and language changed while the planner is open; what a new book offers first."""

from __future__ import annotations

from planner.config.loading import load_settings
from planner.tui.run import _is_new
from planner.tui.welcome import welcome
from planner.wording import language


async def test_a_theme_is_seen_while_it_is_chosen_and_put_back_by_esc(open_app):
    async with open_app() as stage:
        assert stage.app.theme == "planner-dark"
        await stage.press("f6", "j")
        other = stage.app.theme
        assert other != "planner-dark"
        await stage.press("escape")
        assert stage.app.theme == "planner-dark"
        await stage.press("f6")
        lines = stage.screen.splitlines()
        digit = next(line for line in lines if "red-head document" in line).split("red-head")[0].strip(" │›")
        await stage.press(digit)
        assert stage.app.theme == "planner-redhead"
        assert load_settings(stage.desk.home).theme == "redhead"
        strip = stage.place.list.render_line(1)
        colors = {str(segment.style.bgcolor.name) for segment in strip if segment.style and segment.style.bgcolor}
        assert "#fffdf9" in colors or "#f0e3d6" in colors


async def test_the_language_is_switched_and_everything_is_said_anew(open_app):
    async with open_app(size=(120, 40)) as stage:
        await stage.press("2", "1", "f4")
        assert language() == "zh"
        assert stage.desk.lang == "zh"
        assert "大事" in stage.screen
        assert "Major" not in stage.screen
        assert " add " not in stage.screen.splitlines()[-1]
        await stage.press("2", "j")
        assert "事项" in stage.screen.splitlines()[0]
        assert " add " not in stage.screen.splitlines()[-1]
        await stage.press("f4")
        assert "Matters" in stage.screen.splitlines()[0]
        assert load_settings(stage.desk.home).lang == "en"


async def test_a_new_book_offers_language_and_demo(open_app):
    async with open_app(filled=False) as stage:
        assert _is_new(stage.desk.home)
        welcome(stage.place)
        await stage.settle()
        assert "中文界面" in stage.screen
        await stage.press("1")
        assert language() == "zh"
        assert not _is_new(stage.desk.home), "what was chosen is kept, so it is not asked again"
        welcome(stage.place)
        await stage.settle()
        await stage.press("3")
        assert stage.app.wants_demo
        assert stage.app.return_code == 0
