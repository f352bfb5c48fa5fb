"""Keys typed in one breath: none is taken for a command that was meant for a line, and none is lost."""

from __future__ import annotations

from textual import events

from planner.domain.matter import Matter


def burst(stage, *parts):
    """Give keys to the app as a terminal does when they come at once: no turn of the loop in between."""
    named = {"enter": "\r", "escape": "\x1b"}
    for part in parts:
        for key in [part] if part in named else list(part):
            stage.app.post_message(events.Key(key, named.get(key, key)))


async def quiet(stage):
    """Wait until nothing is held back and the clerk has nothing to do."""
    for _ in range(400):
        await stage.settle()
        if stage.app._held is None:
            break
    await stage.settle()


def titles(stage):
    return [m.title for m in stage.desk.book.read().all("matter") if isinstance(m, Matter)]


async def test_what_is_typed_after_the_key_goes_into_the_line(open_app):
    async with open_app() as stage:
        before = titles(stage)
        burst(stage, "a", "funds unduly used", "enter")
        await quiet(stage)
        assert titles(stage) == [*before, "funds unduly used"]


async def test_three_lines_in_one_breath(open_app):
    async with open_app() as stage:
        before = titles(stage)
        for words in ("jump quickly", "undo nothing", "x-ray kit"):
            burst(stage, "a", words, "enter")
        await quiet(stage)
        assert titles(stage) == [*before, "jump quickly", "undo nothing", "x-ray kit"]


async def test_two_quick_digits_in_a_menu_choose_once(open_app):
    async with open_app() as stage:
        before = titles(stage)
        burst(stage, "enter", "1", "1", "escape", "escape")
        await quiet(stage)
        burst(stage, "enter", "enter", "enter")
        await quiet(stage)
        assert stage.app.fault is None
        assert titles(stage) == before


async def test_every_clock_that_a_visit_may_have_is_shown(open_app):
    """A clock whose name the page did not know ended the interface once."""
    from planner.desk.receptions import register

    async with open_app(filled=False) as stage:
        for line in ("12345 吴大勇 公墓维护费", "上级转办 张伟 低保申请", "call Li about fees reply by fri"):
            register(stage.desk, line)
        stage.app.reload()
        await quiet(stage)
        assert stage.app.fault is None
        assert "吴大勇" in stage.screen


async def test_a_verb_typed_ahead_waits_for_the_place_that_it_is_meant_for(open_app):
    async with open_app() as stage:
        for key in ("2", "x", "d", "o", "n", "e", "enter"):
            stage._send(key)
        for _ in range(30):
            await stage.settle()
            if stage.said:
                break
        assert stage.said.startswith("done: ")
        assert stage.place.NAME == "matters"
