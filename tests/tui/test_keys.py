"""Every key of the table, pressed as a director presses it, and what stands in the book after it."""

from __future__ import annotations

import pytest

from planner.domain.matter import Matter
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.tui.widgets.capture_line import CaptureLine
from planner.wording.safe import cells


def matter(stage, number):
    found = stage.desk.book.read().get("matter", number)
    assert isinstance(found, Matter)
    return found


def on(stage):
    return stage.place.list.place[1]


async def test_moving(open_app):
    async with open_app() as stage:
        first = on(stage)
        await stage.press("j")
        second = on(stage)
        assert second != first
        await stage.press("k")
        assert on(stage) == first
        await stage.press("G")
        last = on(stage)
        assert last not in (first, second)
        await stage.press("g")
        assert on(stage) == last
        await stage.press("g")
        assert on(stage) == first
        await stage.press("end", "g", "k", "g")
        assert on(stage) != first, "g has to be pressed twice in a row"
        await stage.press("home")
        assert on(stage) == first


async def test_adding_a_line_with_its_preview(open_app):
    async with open_app() as stage:
        await stage.press("a")
        await stage.type("Call Director Ma fri 5pm p1 @Ma +major")
        assert "Call Director Ma | Fri 25 Sep 17:00" in stage.screen
        assert "*new*" in stage.screen
        assert not [m for m in stage.desk.book.read().all("matter") if "Director Ma" in m.title]
        await stage.press("enter")
        _, number = on(stage)
        made = matter(stage, number)
        assert (made.title, made.priority, made.grade, made.parties) == ("Call Director Ma", 1, "major", ("Ma",))
        assert stage.said.startswith(f"{number} saved: with Ma *new* | "), "what the list does not show comes first"
        assert not stage.app.screen.query(CaptureLine)


async def test_a_line_that_is_left_saves_nothing(open_app):
    async with open_app() as stage:
        before = stage.desk.book.revision()
        await stage.press("a")
        await stage.type("never mind")
        await stage.press("escape")
        assert stage.desk.book.revision() == before
        assert not stage.app.screen.query(CaptureLine)
        await stage.press("j")
        assert stage.app.screen.focused is stage.place.list


async def test_a_reading_is_refused_by_one_key(open_app):
    async with open_app() as stage:
        await stage.press("a")
        await stage.type("Plan for fri")
        assert "25 Sep" in stage.screen.splitlines()[-3]
        await stage.press("ctrl+t")
        line = stage.app.screen.query_one(CaptureLine).line
        assert line.value == r"Plan \for fri"
        assert "25 Sep" not in stage.screen.splitlines()[-3]
        await stage.press("enter")
        assert matter(stage, int(stage.said.split()[0])).title == "Plan for fri"


async def test_a_line_without_a_title_is_refused_in_one_line(open_app):
    async with open_app() as stage:
        await stage.enter("a", "p1")
        assert stage.place.foot.is_refusal
        assert "title" in stage.said


async def test_done_with_a_result_then_undo_and_redo(open_app):
    async with open_app() as stage:
        _, number = on(stage)
        await stage.enter("x", "reported to the city")
        assert (matter(stage, number).state, matter(stage, number).result) == ("done", "reported to the city")
        assert stage.said.startswith(f"done: {number} ")
        await stage.press("u")
        assert matter(stage, number).state == "open"
        assert f"done: {number} " in stage.said
        assert on(stage) == ("matter", number)
        await stage.press("ctrl+r")
        assert matter(stage, number).state == "done"


async def test_done_with_an_empty_result_by_space(open_app):
    async with open_app() as stage:
        _, number = on(stage)
        await stage.press("space", "enter")
        assert matter(stage, number).state == "done"
        assert matter(stage, number).result is None


async def test_undo_with_nothing_left_says_so(open_app):
    async with open_app(filled=False) as stage:
        await stage.press("u")
        assert stage.place.foot.is_refusal
        assert "nothing to undo" in stage.said


async def test_return_grade_priority_date_note_and_giving_up(open_app):
    async with open_app() as stage:
        _, number = on(stage)
        await stage.enter("r", "check it")
        assert matter(stage, number).returns[-1].words == "check it"
        await stage.press("m")
        assert matter(stage, number).grade == "minor"
        assert on(stage) == ("matter", number), "the cursor follows the record into the other band"
        await stage.press("m")
        assert matter(stage, number).grade == "major"
        await stage.press("p", "2")
        assert matter(stage, number).priority == 2
        await stage.enter("d", "2026-09-28")
        assert str(matter(stage, number).due) == "2026-09-28 12:00:00", "another day keeps its time"
        await stage.enter("o", "called them")
        assert matter(stage, number).notes[-1].text == "called them"
        await stage.enter("D", "not needed")
        assert matter(stage, number).state == "dropped"


async def test_a_date_that_is_none_is_refused(open_app):
    async with open_app() as stage:
        await stage.enter("d", "whenever")
        assert stage.place.foot.is_refusal
        assert "whenever" in stage.said


@pytest.mark.parametrize("key", ["greater_than_sign", "》"])
async def test_handing_over(open_app, key):
    async with open_app() as stage:
        _, number = on(stage)
        await stage.press(key)
        await stage.type("Relief, Finance")
        assert "Relief leads" in stage.screen
        await stage.press("enter")
        assert matter(stage, number).handed_to == ("Relief", "Finance")
        assert stage.place.list.place == ("owed", ("matter", number))
        await stage.enter("c", "promised fri")
        chase = matter(stage, number).chases[-1]
        assert (chase.party, str(chase.promised)) == ("Relief", "2026-09-25")


async def test_a_visit_and_a_point(open_app):
    async with open_app() as stage:
        await stage.enter("v", "Chen Hua 13700000000 heating subsidy")
        found = stage.desk.book.read().get("reception", 202600004)
        assert isinstance(found, Reception)
        assert found.name == "Chen Hua"
        assert stage.said.startswith("V2026-0004 saved")
        await stage.enter("n", "@Li heating subsidy")
        points = [point for point in stage.desk.book.read().all("point") if isinstance(point, Point)]
        assert points[-1].parties == ("Li",)


async def test_a_visit_is_answered_and_a_talk_opens_its_sheet(open_app):
    async with open_app() as stage:
        stage.row(("reception", 202600003))
        await stage.enter("x", "granted")
        found = stage.desk.book.read().get("reception", 202600003)
        assert isinstance(found, Reception)
        assert (found.state, found.reply) == ("answered", "granted")
        stage.row(("party", "Li"))
        await stage.press("x")
        assert stage.place.NAME == "talk Li", "one key ticks nothing that was not looked at"
        waiting = [p for p in stage.desk.book.read().all("point") if isinstance(p, Point) and "Li" in p.waiting]
        assert len(waiting) == 3


async def test_rank_is_moved_and_taken_back(open_app):
    async with open_app() as stage:
        _, number = on(stage)
        await stage.press("J")
        majors = list(map(stage.place.list.sections[0].rows.key, range(4)))
        assert majors[1] == ("matter", number)
        assert on(stage) == ("matter", number)
        await stage.press("K")
        assert stage.place.list.sections[0].rows.key(0) == ("matter", number)


@pytest.mark.parametrize("key", ["slash", "、"])
async def test_filter_as_it_is_typed(open_app, key):
    async with open_app() as stage:
        await stage.press(key)
        await stage.type("relief")
        assert all("elief" in line or "──" in line for line in stage.screen.splitlines()[1:5] if line.strip())
        assert "Water the plants" not in stage.screen
        await stage.press("enter")
        assert "Only what holds" in stage.said
        await stage.press("escape")
        assert "Minor 10" in stage.screen


async def test_a_filter_that_finds_nothing_says_how_to_leave(open_app):
    async with open_app() as stage:
        await stage.press("slash")
        await stage.type("zzz")
        assert "Esc shows all" in stage.screen
        await stage.press("escape")
        assert "Minor 10" in stage.screen


async def test_the_menu_gives_every_verb_by_digit(open_app):
    async with open_app() as stage:
        _, number = on(stage)
        await stage.press("enter", "3")
        assert matter(stage, number).grade == "minor"
        await stage.press("enter", "j", "j", "enter")
        assert matter(stage, number).grade == "major"
        await stage.press("enter", "escape")
        assert stage.app.screen is stage.place


async def test_a_command_by_its_name(open_app):
    async with open_app() as stage:
        await stage.enter("：", "matters")
        assert stage.place.NAME == "matters"
        await stage.enter("colon", "no such")
        assert stage.place.foot.is_refusal


async def test_the_palette_holds_the_table(open_app):
    async with open_app() as stage:
        titles = [command.title for command in stage.app.get_system_commands(stage.app.screen)]
        assert "hand over  >" in titles
        await stage.press("ctrl+p")
        assert type(stage.app.screen).__name__ == "CommandPalette"
        await stage.press("escape")


async def test_a_verb_that_does_not_apply_says_so(open_app):
    async with open_app() as stage:
        stage.row(("party", "Li"))
        before = stage.desk.book.revision()
        await stage.press("m")
        assert "needs another kind" in stage.said
        assert stage.desk.book.revision() == before


async def test_the_mouse(open_app):
    async with open_app("en", (120, 40)) as stage:
        lines = stage.screen.splitlines()
        row = next(place for place, line in enumerate(lines) if "Water the plants" in line)
        await stage.pilot.click(offset=(30, row))
        await stage.settle()
        assert matter(stage, on(stage)[1]).title == "Water the plants"
        assert "Water the plants" in stage.screen.splitlines()[1]
        foot = stage.screen.splitlines()[-1]
        await stage.pilot.click(offset=(cells(foot[: foot.index("v visit")]) + 1, len(lines) - 1))
        await stage.settle()
        assert stage.app.screen.query_one(CaptureLine).grammar.name == "visit"


async def test_a_flow_is_walked_and_clicked_item_by_item(open_app):
    async with open_app() as stage:
        row = next(place for place, line in enumerate(stage.screen.splitlines()) if "Li 3 points" in line)
        column = stage.screen.splitlines()[row].index("Li 3 points")
        await stage.pilot.click(offset=(column, row))
        await stage.settle()
        assert on(stage) == ("party", "Li")
        await stage.press("j")
        assert on(stage) == ("party", "Wang")


async def test_several_pasted_visits_are_taken_one_after_the_other(open_app):
    from textual import events

    async with open_app(filled=False) as stage:
        await stage.press("v")
        line = stage.app.screen.query_one(CaptureLine).line
        line.post_message(events.Paste("Wang Wei low-income claim\n\nLi Na housing\n"))
        await stage.settle()
        assert "1 more pasted line follows" in stage.screen
        await stage.press("enter")
        assert line.value == "Li Na housing"
        await stage.press("enter")
        assert [one.name for one in stage.desk.book.read().all("reception")] == ["Wang Wei", "Li Na"]


async def test_quitting(open_app):
    async with open_app() as stage:
        await stage.press("q")
        assert stage.app.return_code == 0


@pytest.mark.parametrize(("lang", "words"), [("en", "q leaves the planner"), ("zh", "q 退出")])
async def test_ctrl_c_says_how_one_leaves(open_app, lang, words):
    async with open_app(lang) as stage:
        await stage.press("ctrl+c")
        assert words in stage.said
        assert stage.app.return_code is None


async def test_what_was_undone_is_said_in_the_language_in_use(open_app):
    async with open_app("zh") as stage:
        await stage.press("m", "u")
        assert "grade" not in stage.said
