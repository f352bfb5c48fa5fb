"""Text that would be markup, a link, or an escape sequence elsewhere is text in every band, field and line."""

from __future__ import annotations

import pytest
from office import Clock, desk_in

from planner.desk.handing import chase, hand
from planner.desk.matters import note, return_
from planner.domain.draft import Draft, VisitDraft
from planner.tui.widgets.capture_line import CaptureLine

HOSTILE = (
    "[/]",
    "[@click=app.exit]x[/]",
    "[b",
    "$background {x} %s",
    "a\x1b]52;c;aGk=\x07b",
    "\x1b[2J\x1bc\x9b31m",
    "\u202egnp.exe\u2066",
    "\ud800 lone",
    "line\u2028break\u0085",
    "\\",
    "😀️ 👩‍👩‍👧 é 低保" + "长" * 300,
)


def fill_with(desk, bad):
    """The text in every band and field of the page, past whatever the capture line would make of it."""
    from planner.desk.capturing import add_drafts
    from planner.desk.receptions import register_draft
    from planner.desk.talks import tell_draft
    from planner.domain.draft import PointDraft
    from planner.domain.moment import datetime

    at = desk.now
    drafts = (
        Draft(title=f"major {bad}", grade="major", parties=(bad,), tags=(bad,), note=bad, words=bad, assigned_by=bad),
        Draft(title=f"minor {bad}"),
        Draft(title=f"timed {bad}", due=datetime(2026, 9, 21, 9, 0)),
        Draft(title=f"owed {bad}", handed_to=(bad, "b"), supervised=True, due=datetime(2026, 9, 18, 9, 0)),
        Draft(title=f"step {bad}", due=datetime(2026, 9, 23, 9, 0), ahead=(5,)),
    )
    made = [added.matter.number for added in add_drafts(desk, drafts, at)]
    return_(desk, (made[0],), bad, by=bad)
    note(desk, (made[0],), bad)
    hand(desk, (made[3],), (bad, "b"))
    chase(desk, (made[3],), bad, datetime(2026, 9, 19, 9, 0))
    register_draft(desk, VisitDraft(matter=bad, name=bad, unit=bad, phone=bad, handed_to=(bad,)), at)
    tell_draft(desk, PointDraft(text=bad, parties=(bad,)), at)


def is_safe(text):
    return all(char == "\n" or char.isprintable() or char in "\u200d\ufe0f" for char in text)


async def test_every_band_and_field(open_app, tmp_path):
    desk = desk_in(tmp_path, "en", Clock())
    for bad in HOSTILE:
        fill_with(desk, bad)
    async with open_app("en", (120, 60), desk=desk) as stage:
        listed = stage.place.list
        assert len(listed.sections) >= 6
        for name in [section.name for section in listed.sections]:
            listed.unfold(name)
        for item in range(listed._page.items):
            listed.cursor = item
            await stage.settle()
            assert is_safe(stage.screen)
        assert listed._page.items > 6 * len(HOSTILE)
        for key in ("enter", "escape", "2", "G", "3", "enter", "escape", "4", "1", "question_mark", "escape"):
            await stage.press(key)
            assert is_safe(stage.screen)
        await stage.press("g", "g", "m")
        assert is_safe(stage.screen)
        assert stage.app.return_code is None
        assert stage.app.is_running


@pytest.mark.parametrize("key", ["a", "v", "n", "d", "r", "greater_than_sign", "c", "x", "slash", "colon"])
async def test_every_line(open_app, key):
    from textual import events

    async with open_app() as stage:
        for bad in HOSTILE:
            stage.row(("matter", 7) if key in "drcx" or key == "greater_than_sign" else ("party", "Li"))
            await stage.press(key)
            line = stage.app.screen.query_one(CaptureLine).line
            line.value = ""
            line.post_message(events.Paste(bad.replace("\ud800", "")))
            await stage.settle()
            assert is_safe(stage.screen)
            await stage.press("ctrl+t", "enter")
            assert is_safe(stage.screen)
            if key in "dcrx" or key == "greater_than_sign":
                from planner.desk.past import undo

                undo(stage.desk)
                stage.app.reload()
                await stage.settle()
            await stage.press("escape")
            assert stage.app.is_running


async def test_a_click_on_a_link_in_a_title_only_selects(open_app, tmp_path):
    desk = desk_in(tmp_path, "en", Clock())
    fill_with(desk, "[@click=app.exit]x[/]")
    async with open_app("en", (120, 40), desk=desk) as stage:
        for row in range(2, 30):
            await stage.pilot.click(offset=(24, row))
        await stage.pilot.click(offset=(90, 1))
        await stage.settle()
        assert stage.app.return_code is None


async def test_ten_thousand_characters(open_app):
    from textual import events

    async with open_app() as stage:
        await stage.press("a")
        stage.app.screen.query_one(CaptureLine).line.post_message(events.Paste("长" * 5000 + "x" * 5000))
        await stage.settle()
        await stage.press("enter")
        assert "saved" in stage.said
        assert stage.app.is_running
