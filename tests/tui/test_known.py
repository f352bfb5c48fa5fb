"""What the book says to a line while it is typed: twins, clashes, suggestions, earlier visits, the rule for groups."""

from __future__ import annotations

from planner.desk.correcting import correct

WANG = 202600001


def preview(stage):
    """What stands above the open line."""
    from textual.widgets import Static

    return str(stage.app.screen.query_one("#preview", Static).visual)


async def test_a_title_that_is_open_already(open_app):
    async with open_app() as stage:
        await stage.press("a")
        await stage.type("order  PAPER.")
        assert "open already: 8 Order paper" in preview(stage)
        await stage.type(" for floor 3")
        assert "open already" not in preview(stage)


async def test_a_clash_with_a_timed_matter(open_app):
    async with open_app() as stage:
        await stage.press("a")
        await stage.type("Meeting with the auditors today 9:00")
        assert "at the same time: 09:00 16 Bureau meeting room" in preview(stage)
        await stage.press("escape", "a")
        await stage.type("Talk with the auditors today 15:00")
        assert "at the same time" not in preview(stage)


async def test_a_mark_is_suggested_and_not_set(open_app):
    async with open_app() as stage:
        await stage.press("a")
        await stage.type("Answer the press")
        assert "“press” suggests +image" in preview(stage)
        await stage.press("escape", "a")
        await stage.type("Call back @Li")
        assert "“Li” suggests +assigned" in preview(stage)
        await stage.press("enter")
        matter = max(stage.desk.book.read().all("matter"), key=lambda one: one.number)
        assert matter.marks == ()


async def test_earlier_visits_of_the_same_person_by_phone(open_app):
    async with open_app() as stage:
        await stage.press("v")
        await stage.type("Wang 138 0000 0000")
        assert "came 1 time before: V0001 13 Sep refund of nursing f" in preview(stage)
        assert "13800000000" not in preview(stage).partition("came 1 time")[2]


async def test_the_same_name_is_perhaps_another_person(open_app):
    async with open_app() as stage:
        await stage.press("v")
        await stage.type("Zhang Wei about the heating")
        assert "the same name before, perhaps another: V0003" in preview(stage)


async def test_the_same_name_with_another_phone_is_said_while_typing_and_once_saved(open_app):
    async with open_app("zh") as stage:
        await stage.press("v")
        await stage.type("王秀英等7人 养老院退费 13900001234")
        assert "曾有同名来访，未必同一人：访0001" in " ".join(preview(stage).split())
        await stage.press("enter")
        assert "曾有同名来访，未必同一人：访2026-0001" in stage.said


async def test_a_restricted_earlier_visit_tells_no_words(open_app):
    async with open_app() as stage:
        correct(stage.desk, WANG, ("restricted:yes",))
        await stage.press("v")
        await stage.type("Wang Xiuying 13800000000 again")
        assert "V0001 13 Sep restricted entry" in preview(stage)
        assert "nursing" not in preview(stage)


async def test_the_rule_for_groups(open_app):
    async with open_app() as stage:
        await stage.press("v")
        await stage.type("Chen 4 people heating")
        assert "art." not in preview(stage)
        await stage.press("escape", "v")
        await stage.type("Chen 5 people heating")
        assert "report it up (art. 25)" in preview(stage)
        assert "art. 20" not in preview(stage)
        await stage.press("escape", "v")
        await stage.type("Chen 6 people heating")
        assert "at most five representatives (art. 20)" in preview(stage)
