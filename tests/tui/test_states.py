"""What holds until Esc takes it away is seen all the time: a filter, marks, the demo; and where Esc leads."""

from __future__ import annotations

import pytest
from office import desk_in


def head(stage):
    return stage.screen.splitlines()[0]


@pytest.mark.parametrize(("lang", "words", "said"), [("en", "Li", "only “Li”: "), ("zh", "李局", "只看“李局”：")])
async def test_a_filter_stands_in_the_head_until_it_is_left(open_app, lang, words, said):
    async with open_app(lang) as stage:
        before = head(stage)
        await stage.enter("slash", words)
        await stage.press("j")
        shown = sum(len(section.rows) for section in stage.place.list.sections)
        assert f"{said}{shown}" in head(stage)
        await stage.press("2", "1", "j")
        assert said in head(stage)
        await stage.press("escape")
        assert head(stage) == before


async def test_a_filter_is_seen_in_a_narrow_head(open_app):
    async with open_app("zh", (40, 12)) as stage:
        await stage.enter("slash", "李局")
        await stage.press("j")
        assert "只看“李局”：" in head(stage)


async def test_marks_stand_in_the_head_and_verbs_keep_to_them(open_app):
    async with open_app() as stage:
        await stage.press("V", "d", "escape", "j")
        assert "1 marked" in head(stage)
        before = stage.desk.book.revision()
        await stage.press("J")
        assert stage.place.foot.is_refusal
        assert "1 other is marked" in stage.said
        assert stage.desk.book.revision() == before
        stage.row(("reception", 202600003))
        await stage.press("x")
        assert "1 done, result" in stage.screen.replace(str(stage.place.numbers_of_matters()[0]), "1")
        await stage.press("escape", "escape")
        assert "marked" not in head(stage)


@pytest.mark.parametrize(("lang", "word"), [("en", "demo"), ("zh", "演示")])
async def test_a_demo_says_so_all_the_time(open_app, tmp_path, lang, word):
    desk = desk_in(tmp_path / "book", lang)
    desk.keeps_up = False
    async with open_app(desk=desk) as stage:
        for key in "12345":
            await stage.press(key)
            assert word in head(stage)


async def test_a_book_that_is_kept_is_no_demo(open_app):
    async with open_app("zh") as stage:
        assert "演示" not in head(stage)


async def test_a_point_leaves_the_cursor_where_it_is(open_app):
    async with open_app() as stage:
        await stage.press("j", "j")
        before = stage.place.list.place
        await stage.enter("n", "Li money has come")
        assert "point saved" in stage.said
        assert stage.place.list.place == before


async def test_escape_leaves_the_walk(open_app):
    async with open_app() as stage:
        await stage.press("w")
        assert stage.place.walking
        await stage.press("escape")
        assert stage.place.NAME == "review"
        assert not stage.place.walking


async def test_the_heads_figures_are_those_of_the_bands(open_app):
    async with open_app("zh", (120, 40)) as stage:
        counts = {section.name: len(section.rows) for section in stage.place.list.sections}
        assert f"日程{counts['timed']}项" in head(stage)
        assert f"来访待复{counts['receptions']}件" in head(stage)
        assert f"待汇报{counts['talks']}人" in head(stage)


async def test_a_line_that_was_left_comes_back_with_the_up_key(open_app):
    async with open_app() as stage:
        await stage.press("a")
        await stage.type("Order more paper")
        await stage.press("escape", "a", "up")
        assert "Order more paper" in stage.screen
        await stage.press("escape", "v")
        await stage.type("Zhou accuses the clerk +restricted")
        await stage.press("escape", "v", "up")
        assert "Zhou" not in stage.screen, "restricted words are not kept"


async def test_the_title_of_a_menu_is_seen_in_the_smallest_window(open_app):
    async with open_app("zh", (40, 12)) as stage:
        await stage.press("enter")
        title = stage.place.subject.title
        assert title[:8] in stage.screen
        await stage.press("9")


async def test_the_report_is_paged_and_its_keys_are_given_from_it(open_app):
    async with open_app("zh", (80, 12)) as stage:
        await stage.press("T")
        before = stage.screen
        assert "Ctrl+e" in before or "ctrl+e" in before
        await stage.press("space")
        assert stage.app.screen is not stage.place
        assert stage.screen != before
        await stage.press("pageup")
        assert stage.screen == before
        await stage.press("ctrl+x")
        assert "report.docx" in stage.screen


async def test_what_is_open_is_not_offered_to_be_reopened(open_app):
    from planner.tui.menus import offered_to

    async with open_app() as stage:
        offered = [choice.value for choice in offered_to("matter", stage.place.subject)]
        assert "reopen" not in offered
        assert "done" in offered
        await stage.press("2")
        stage.row(("matter", 8))
        await stage.press("x", "enter")
        await stage.enter("slash", "state:done")
        assert "reopen" in [choice.value for choice in offered_to("matter", stage.place.subject)]


async def test_an_empty_date_says_that_nothing_was_changed(open_app):
    async with open_app() as stage:
        before = stage.desk.book.revision()
        await stage.press("d", "enter")
        assert stage.said == "Nothing was typed, so nothing was changed."
        assert stage.desk.book.revision() == before


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_the_reviews_figures_are_whole_where_there_is_room(open_app, lang):
    async with open_app(lang, (120, 40)) as stage:
        await stage.press("5")
        gauges = stage.place.gauges
        lines = stage.screen.splitlines()[gauges.region.y : gauges.region.bottom]
        assert lines
        assert not [line for line in lines if "…" in line]


async def test_help_begins_with_the_keys_of_what_is_under_the_cursor(open_app):
    from planner.tui.widgets.help import facts_of_keys

    for kind, own, other in (("matter", "m", "N"), ("reception", "N", "m")):
        keys = [label.split(" ")[0] for label, _ in facts_of_keys(kind).lines]
        assert keys.index(own) < keys.index(other)
        every = sorted(label for label, words in facts_of_keys(kind).lines if words)
        assert every == sorted(label for label, words in facts_of_keys().lines if words), "nothing is lost or doubled"
    async with open_app("zh") as stage:
        await stage.press("question_mark")
        assert "事项" in stage.screen.splitlines()[2]
