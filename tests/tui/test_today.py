"""The page as it stands on the screen: kept screens, small ones, an empty one."""

from __future__ import annotations

import pytest
from screens import golden

from planner.wording.safe import cells

SIZES = ((80, 24), (120, 40))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_an_ordinary_day(open_app, lang, size):
    async with open_app(lang, size) as stage:
        golden(f"today-{lang}-{size[0]}x{size[1]}", stage.screen)


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_an_ordinary_day_needs_no_scrolling_at_80x24(open_app, lang):
    async with open_app(lang) as stage:
        assert stage.place.list.max_scroll_y == 0
        names = [section.name for section in stage.place.list.sections]
        assert names == ["majors", "neglected", "timed", "talks", "receptions", "owed", "steps", "minors"]


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_the_demos_day_needs_no_scrolling_and_folds_to_counts(open_app, lang):
    from planner.desk.demo import demo_desk

    with demo_desk(lang) as desk:
        async with open_app(desk=desk) as stage:
            shown = stage.place.list
            assert shown.max_scroll_y == 0
            golden(f"demo-{lang}-80x24", stage.screen)
            assert shown._page.blocks[0].hidden == 0, "the majors all stand"
            before = shown.items
            await stage.press("shift+tab")
            assert shown.items == sum(len(section.rows) for section in shown.sections) > before
            await stage.press("shift+tab")
            assert shown.items == before


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("size", [(40, 12), (20, 5), (10, 3), (1, 1), (100, 24), (99, 24), (300, 90)])
async def test_every_size_is_survived(open_app, lang, size):
    async with open_app(lang, size) as stage:
        for keys in (("j", "G", "g", "g"), ("a", "x", "escape"), ("enter", "escape"), ("question_mark", "escape")):
            await stage.press(*keys)
            assert all(cells(line) <= size[0] for line in stage.screen.splitlines())


async def test_a_screen_made_smaller_and_larger_again(open_app):
    async with open_app("en", (120, 40)) as stage:
        before = stage.screen
        for size in ((20, 5), (80, 24), (120, 40)):
            await stage.pilot.resize_terminal(*size)
            await stage.settle()
        assert stage.screen == before


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_an_empty_day_teaches_the_next_key(open_app, lang):
    async with open_app(lang, filled=False) as stage:
        assert {"en": "Press a", "zh": "按 a"}[lang] in stage.screen.replace("按a", "按 a")
        golden(f"empty-{lang}-80x24", stage.screen)


async def test_bands_that_are_empty_vanish(open_app):
    async with open_app(filled=False) as stage:
        await stage.enter("a", "Order paper")
        assert [section.name for section in stage.place.list.sections] == ["minors"]


async def test_hidden_rows_are_counted_and_opened_by_tab(open_app):
    async with open_app() as stage:
        assert "more: Tab" in stage.screen
        stage.place.list.cursor = stage.place.list._page.items - 1
        assert stage.place.list.place[0] == "minors"
        shown = stage.place.list._page.items
        await stage.press("tab")
        assert stage.place.list._page.items > shown
        await stage.press("tab")
        assert stage.place.list._page.items == shown


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_opens_over_it(open_app, lang, size):
    async with open_app(lang, size) as stage:
        name = f"{lang}-{size[0]}x{size[1]}"
        await stage.press("enter")
        golden(f"menu-{name}", stage.screen)
        await stage.press("escape", "question_mark")
        golden(f"help-{name}", stage.screen)
        await stage.press("escape", "p")
        golden(f"priority-{name}", stage.screen)
        await stage.press("escape", "a")
        await stage.type(
            {"en": "Report to Director Li fri 5pm p1 @Li +major", "zh": "下周三下午3点向李局汇报 @新人 +大事"}[lang]
        )
        golden(f"line-{name}", stage.screen)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("key", "name"), [("2", "matters"), ("3", "receptions"), ("4", "parties")])
async def test_the_other_places(open_app, lang, key, name):
    async with open_app(lang, (120, 40)) as stage:
        await stage.press(key)
        assert name == stage.place.NAME
        golden(f"{name}-{lang}-120x40", stage.screen)
        await stage.press("1")
        assert stage.place.NAME == "today"


async def test_lights_are_said_in_words(open_app):
    async with open_app("zh", (120, 40)) as stage:
        assert "[红]" in stage.screen
        assert "[绿]" in stage.screen
        assert "红1" in stage.screen
