"""A canary in an accusation and in all that came of it: no place, pane, menu, line or sentence tells it unasked."""

from __future__ import annotations

import pytest

from planner.desk.correcting import correct
from planner.desk.forwarding import forward
from planner.desk.handing import chase
from planner.desk.matters import edit, note
from planner.desk.receptions import Particulars, register_draft
from planner.desk.relaying import reword
from planner.desk.stepping import add_steps
from planner.desk.talks import tell_draft, tick_all
from planner.domain.draft import PointDraft, VisitDraft
from planner.tui.widgets.sheet import Sheet

CANARY = "canary"
PHONE = "13812345678"


def fill_with_canary(desk):
    """An accusation with its matter and point, whose every field holds the canary; an ordinary visit with a phone."""
    made = register_draft(
        desk,
        VisitDraft(matter=f"{CANARY} matter {PHONE}", name=f"{CANARY} name", unit=f"{CANARY} unit", phone=PHONE),
        desk.now,
        Particulars(petition_class="accusation", received_by=f"{CANARY} clerk", satisfaction=f"{CANARY} content"),
    ).reception.number
    number = forward(desk, made, ("Relief",)).matter.number
    edit(desk, (number,), f"title:{CANARY} title today 17:00")
    note(desk, (number,), f"{CANARY} note")
    chase(desk, (number,), f"{CANARY} chase")
    add_steps(desk, number, f"{CANARY} step")
    told = tell_draft(desk, PointDraft(text=f"{CANARY} point", parties=("Li",)), desk.now, reception=made)
    reword(desk, told.point.number, f"{CANARY} reworded")
    tell_draft(desk, PointDraft(text=f"{CANARY} by its matter", parties=("Li",), matter=number), desk.now)
    asked = tell_draft(desk, PointDraft(text=f"{CANARY} asked", parties=("Li",), matter=number), desk.now).point.number
    made_of_it = tick_all(desk, (asked,), "Li", None, f"{CANARY} answer", matters=True).matters[0].number
    tell_draft(desk, PointDraft(text=f"{CANARY} by its answer", parties=("Li",), matter=made_of_it), desk.now)
    ordinary = register_draft(
        desk, VisitDraft(matter=f"heating, call {PHONE}", name="Chen", phone=PHONE, handed_to=("Elderly",)), desk.now
    )
    return made, number, told.point.number, ordinary.reception.number


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_no_place_tells_the_canary(open_app, size):
    async with open_app("en", size) as stage:
        made, number, told, _ = fill_with_canary(stage.desk)

        def is_silent():
            assert CANARY not in stage.screen
            assert PHONE not in stage.screen.replace(" ", "")

        async def walk():
            listed = stage.place.list
            for name in [section.name for section in listed.sections]:
                if name not in listed._opened:
                    listed.unfold(name)
            for item in range(listed._page.items):
                listed.cursor = item
                await stage.settle()
                is_silent()

        stage.app.reload()
        await stage.settle()
        for place, lists in (("1", 1), ("3", 5), ("4", 3), ("2", 1)):
            await stage.press(place)
            for _ in range(lists):
                await walk()
                if lists > 1:
                    await stage.press("l")
        await stage.press("C")
        await walk()
        await stage.press("C", "C")
        stage.row(("matter", number))
        for keys in (("enter", "0", "escape"), ("y", "escape"), ("s",), ("escape",), ("S",), ("u",)):
            await stage.press(*keys)
            is_silent()
        await stage.press("slash")
        await stage.type(CANARY)
        assert not stage.place.list.sections
        await stage.press("escape")
        await stage.press("slash")
        await stage.type(f"state:any {CANARY}")
        assert not stage.place.list.sections
        await stage.press("escape", "3")
        stage.row(("reception", made))
        await stage.press("enter")
        is_silent()
        await stage.press("escape", "4")
        stage.row(("party", "Li"))
        await stage.press("t")
        await walk()
        stage.row(("point", told))
        await stage.press("space")
        is_silent()
        assert "told:" in stage.said
        await stage.press("escape", "v")
        await stage.type(f"{CANARY} name {PHONE} again")
        from textual.widgets import Static

        said = str(stage.app.screen.query_one("#preview", Static).visual)
        assert "restricted entry" in said
        assert "canary matter" not in said
        assert "canary unit" not in said


async def test_it_is_told_when_it_is_asked_for_and_gone_again_after(open_app):
    async with open_app() as stage:
        made, *_ = fill_with_canary(stage.desk)
        await stage.press("3")
        stage.row(("reception", made))
        await stage.press("Y")
        assert isinstance(stage.app.screen, Sheet)
        assert f"{CANARY} matter" in stage.screen
        assert PHONE in stage.screen
        await stage.press("escape")
        assert CANARY not in stage.screen


async def test_the_words_of_a_secret_point_are_not_offered_for_rewording(open_app):
    async with open_app() as stage:
        _, _, told, _ = fill_with_canary(stage.desk)
        await stage.press("4", "l", "l")
        stage.row(("point", told))
        await stage.press("e")
        assert stage.place.foot.is_refusal
        assert CANARY not in stage.screen


async def test_an_accusation_stays_restricted(open_app):
    async with open_app() as stage:
        made, *_ = fill_with_canary(stage.desk)
        await stage.press("3")
        stage.row(("reception", made))
        await stage.press("asterisk")
        assert "restricted by itself" in stage.said
        correct(stage.desk, made, ("class:appeal",))
        assert not stage.desk.book.read().get("reception", made).restricted
