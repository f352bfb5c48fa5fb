"""Every theme is whole and readable; one that is not is told, and the planner opens all the same."""

from __future__ import annotations

import pytest
from office import Clock, desk_in
from textual.color import Color

from planner.config.settings import Settings
from planner.tui.themes import COLORS, BadTheme, chosen_theme, load_theme, theme_names

GROUNDS = ("background", "surface", "panel")
INKS = ("foreground", "muted", "primary", "accent", "success", "warning", "error")


def names():
    return theme_names("/nonexistent")


def test_light_and_dark_are_there():
    assert {"light", "dark", "contrast", "redhead", "ansi"} <= set(names())


@pytest.mark.parametrize("name", [name for name in names() if name != "ansi"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_contrast(name, ground, ink):
    theme = load_theme(name, "/nonexistent")
    assert not isinstance(theme, BadTheme)

    def color(key):
        return Color.parse(theme.variables.get(key) or getattr(theme, key))

    least = 7 if name == "contrast" else 4.5
    assert contrast(color(ground), color(ink)) >= least


def contrast(one, other):
    """The contrast of two colours by WCAG 2, worked out here from its definition."""

    def luminance(color):
        parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


async def test_the_terminals_own_colours_are_used_as_they_are(open_app):
    async with open_app() as stage:
        stage.app.wear("ansi")
        await stage.settle()
        assert stage.app.native_ansi_color
        strips = stage.app.screen._compositor.render_strips()
        colors = {segment.style.color for strip in strips for segment in strip if segment.style and segment.style.color}
        assert colors
        assert all(color.type.name in ("DEFAULT", "STANDARD") for color in colors), colors
        for keys in (("e", "escape"), ("enter", "escape"), ("a", "x", "escape"), ("question_mark", "escape")):
            await stage.press(*keys)


@pytest.mark.parametrize(("ground", "theme"), [("15;0", "dark"), ("0;15", "light"), ("", "dark")])
def test_auto_follows_the_terminal(monkeypatch, ground, theme):
    monkeypatch.setenv("COLORFGBG", ground)
    assert chosen_theme("auto") == theme
    assert chosen_theme("redhead") == "redhead"


@pytest.mark.parametrize(
    "text", ["", "colors = 3", "[colors]\nbackground = 'red'\n", "not toml [", "[colors]\n" + "accent = '#12345g'\n"]
)
async def test_a_bad_theme_is_told_in_one_line(open_app, tmp_path, text):
    (tmp_path / "book" / "themes").mkdir(parents=True)
    (tmp_path / "book" / "themes" / "mine.toml").write_text(text, encoding="utf-8")
    desk = desk_in(tmp_path / "book", "en", Clock())
    desk.settings = Settings(theme="mine")
    async with open_app(desk=desk) as stage:
        assert "mine" in stage.said
        assert stage.place.foot.is_refusal


async def test_a_users_own_theme_is_worn(open_app, tmp_path):
    (tmp_path / "book" / "themes").mkdir(parents=True)
    colors = "".join(f'{key} = "#0{place:x}0{place:x}0{place:x}"\n' for place, key in enumerate(COLORS))
    (tmp_path / "book" / "themes" / "mine.toml").write_text(f"[colors]\n{colors}", encoding="utf-8")
    desk = desk_in(tmp_path / "book", "en", Clock())
    desk.settings = Settings(theme="mine")
    async with open_app(desk=desk) as stage:
        assert stage.app.theme == "planner-mine"
        assert stage.place.list.styles.background.hex == "#000000"


async def test_a_built_in_theme_of_textual_is_worn_as_well(open_app):
    async with open_app() as stage:
        for name in ("textual-light", "nord", "textual-ansi", "planner-dark"):
            if name in stage.app.available_themes:
                stage.app.theme = name
                await stage.settle()
        assert stage.app.is_running


async def test_without_colour_nothing_is_lost(open_app, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app() as stage:
        assert "[red]" in stage.screen
        assert "›" in stage.screen


@pytest.mark.parametrize("name", names())
async def test_without_colour_every_word_still_stands_off_its_ground(open_app, monkeypatch, name):
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app() as stage:
        stage.app.wear(name)
        await stage.settle()
        for strip in stage.app.screen._compositor.render_strips():
            for segment in strip.apply_filter(stage.app._filters[-1], Color.parse("black")):
                style = segment.style
                if segment.text.strip() and style and style.color and style.bgcolor and not style.color.is_default:
                    assert style.color != style.bgcolor, segment
