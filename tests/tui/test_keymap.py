"""The user's own keys: bound and shown everywhere, their slips told in one line at the start."""

from __future__ import annotations

import pytest
from office import Clock, fill

from planner.config.settings import Settings
from planner.desk.desk import Desk
from planner.tui.commands import BY_ID, choose_keys, key_name, keys_of
from planner.tui.keymap import read_keymap
from planner.wording import use


@pytest.fixture(autouse=True)
def _own_keys_again():
    yield
    choose_keys({})


@pytest.mark.parametrize(
    ("chosen", "keys", "problems"),
    [
        ((("edit", "f7, ctrl+y"),), {"edit": ("f7", "ctrl+y")}, 0),
        ((("hand", "》"),), {"hand": ("right_double_angle_bracket",)}, 0),
        ((("nothing", "x"),), {}, 1),
        ((("edit", "a"),), {}, 1),
        ((("edit", "u"), ("undo", "f8")), {"edit": ("u",), "undo": ("f8",)}, 0),
        ((("edit", "hyperkey"),), {}, 1),
        ((("edit", "f8"), ("undo", "f8")), {"edit": ("f8",)}, 1),
        ((("quit", "ctrl+c"),), {}, 1),
    ],
)
def test_a_table_of_keys_is_checked(chosen, keys, problems):
    found = read_keymap(chosen)
    assert (found.keys, len(found.problems)) == (keys, problems)


def test_a_sign_is_shown_as_it_is_typed():
    assert key_name("right_double_angle_bracket") == "》"
    assert key_name("ctrl+e") == "ctrl+e"


async def test_other_keys_work_and_are_shown(open_app, tmp_path):
    use("en")
    settings = Settings(theme="dark", keys=(("undo", "f8"), ("add", "f9"), ("nothing", "b")))
    desk = Desk(str(tmp_path / "keys"), settings, "en", Clock(), who="tester")
    fill(desk)
    async with open_app(desk=desk, size=(120, 40)) as stage:
        assert stage.place.foot.is_refusal
        assert "“nothing” is no command" in stage.said
        await stage.press("j")
        assert "F9 add" in stage.screen.splitlines()[-1]
        before = desk.book.revision()
        await stage.press("a")
        assert not stage.place.slot.has_line
        await stage.enter("f9", "a new one")
        assert desk.book.revision() != before
        assert keys_of(BY_ID["undo"]) == ("f8",)
        await stage.press("f8")
        assert "taken back" in stage.said
        await stage.press("question_mark")
        await stage.press("pagedown")
        assert "F9" in stage.screen


def test_keys_are_read_from_config_toml(tmp_path):
    from planner.config.loading import load_settings

    (tmp_path / "config.toml").write_text('[keys]\nedit = "f3"\n"rank-up" = "ctrl+k"\n')
    for _ in range(2):  # from the file, then from the cache
        assert dict(load_settings(str(tmp_path)).keys) == {"edit": "f3", "rank-up": "ctrl+k"}
