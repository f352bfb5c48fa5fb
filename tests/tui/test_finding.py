"""Search across all records, and the palette: commands by name, records by number or words."""

from __future__ import annotations

from textual.command import CommandPalette
from textual.widgets import Input

from planner.desk.matters import done
from planner.desk.receptions import register
from planner.tui.finding import search


def test_restricted_entries_are_found_by_their_number_only(tmp_path):
    from office import Clock, desk_in

    desk = desk_in(tmp_path / "book", "en", Clock())
    register(desk, "Zhao Min accuses the clerk of fraud +restricted")
    number = desk.book.read().all("reception")[0].number
    assert number
    for words in ("Zhao", "fraud"):
        assert not [one for one in search(desk, words) if one.kind == "reception"]
    (one,) = search(desk, "V2026-0001")
    assert "Zhao" not in one.words + one.detail


async def test_every_kind_is_found_and_enter_goes_to_its_place(open_app):
    async with open_app() as stage:
        await stage.enter("ctrl+f", "relief")
        assert stage.place.NAME == "found"
        names = [section.name for section in stage.place.list.sections]
        assert names[:1] == ["matter"]
        assert "point" in names
        key = stage.place.list.place[1]
        await stage.press("enter")
        assert stage.place.NAME == "matters"
        assert stage.place.list.place[1] == key


async def test_a_closed_record_is_found_and_opened_where_it_is(open_app):
    async with open_app() as stage:
        done(stage.desk, (5,), "gone out")
        await stage.enter("ctrl+f", "5")
        assert stage.place.list.place[1] == ("matter", 5)
        await stage.press("enter")
        assert "gone out" in stage.screen
        await stage.press("escape", "escape")
        assert stage.place.NAME == "today"


async def test_nothing_found_says_so(open_app):
    async with open_app() as stage:
        await stage.enter("ctrl+f", "zzzz[/]")
        assert "Nothing holds “zzzz[/]”" in stage.screen
        await stage.press("escape")
        assert stage.place.NAME == "today"


async def test_the_palette_runs_commands_and_goes_to_records(open_app):
    async with open_app("zh") as stage:
        await stage.press("ctrl+p")
        assert isinstance(stage.app.screen, CommandPalette)
        assert "Search" not in stage.screen
        field = stage.app.screen.query_one(Input)
        field.value = "打印机"
        for _ in range(80):
            await stage.pilot.pause(0.01)
            await stage.settle()
            if "三楼打印机报修" in stage.screen:
                break
        assert "三楼打印机报修" in stage.screen
        await stage.pilot.press("down", "enter")
        await stage.settle()
        for _ in range(80):
            if stage.place.NAME == "matters":
                break
            await stage.pilot.pause(0.01)
        await stage.settle()
        assert stage.place.NAME == "matters"
        assert stage.place.list.record.matter.title == "三楼打印机报修"


async def test_hostile_text_is_found_and_shown_as_it_is(open_app):
    from planner.desk.talks import tell

    async with open_app() as stage:
        tell(stage.desk, r'@"[/b]x" [\@click=app.quit]zebra[/] [bold')
        await stage.enter("ctrl+f", "zebra")
        assert "[@click=app.quit]zebra[/] [bold" in stage.screen
        await stage.press("enter", "escape", "escape", "ctrl+p")
        stage.app.screen.query_one(Input).value = "zebra"
        for _ in range(80):
            await stage.pilot.pause(0.01)
            await stage.settle()
            if "[/b]x" in stage.screen:
                break
        assert "[/b]x" in stage.screen
        await stage.pilot.press("escape")
