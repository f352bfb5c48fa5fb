"""What opens over a place, and the lists of a place, as they stand on the screen: kept screens to be looked at."""

from __future__ import annotations

import pytest
from screens import golden

from planner.desk.forwarding import forward
from planner.desk.receptions import notice
from planner.desk.relaying import reword
from planner.desk.stepping import add_steps, skip, tick
from planner.desk.talks import tick as told

SIZES = ((80, 24), (120, 40))
SHEETS = {
    "why": (("2", ("matter", 4)), ("y",)),
    "steps": (("2", ("matter", 4)), ("s",)),
    "stage": (("2", ("matter", 2)), ("P",)),
    "menu-2": (("2", ("matter", 4)), ("enter", "0")),
    "talk": (("4", None), ("t",)),
    "party-form": (("4", None), ("e",)),
    "week": (("2", None), ("C",)),
    "month": (("2", None), ("C", "C")),
    "views": (("2", None), ("l",)),
    "visit-form": (("3", None), ("F",)),
    "visit-menu": (("3", ("reception", 202600001)), ("enter",)),
    "visit-words": (("3", ("reception", 202600001)), ("Y",)),
    "log-sections": (("3", None), ("l", "l", "l")),
    "points": (("4", None), ("l", "l")),
}


def busy(desk):
    """What makes the sheets worth looking at."""
    lines = {
        "en": ("fund is here", "in person", "agreed", "Relief", "nobody else is concerned"),
        "zh": ("资金已到", "当面", "同意", "救助科", "不涉及其他部门"),
    }[desk.lang]
    words, how, answer, section, why = lines
    reword(desk, 2, words)
    told(desk, 1, how=how, answer=answer)
    add_steps(desk, 4, "review")
    tick(desk, 4, (1,))
    skip(desk, 4, 3, why)
    notice(desk, 202600001, desk.now.date())
    forward(desk, 202600003, (section,))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SHEETS)
async def test_a_sheet(open_app, lang, size, name):
    (place, key), keys = SHEETS[name]
    async with open_app(lang, size) as stage:
        busy(stage.desk)
        await stage.press(place)
        if place == "4":
            stage.row(("party", {"en": "Li", "zh": "李局"}[lang]))
        elif key is not None:
            stage.row(key)
        await stage.press(*keys)
        golden(f"sheet-{name}-{lang}-{size[0]}x{size[1]}", stage.screen)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("size", [(40, 12), (20, 5)], ids=["40x12", "20x5"])
async def test_a_sheet_survives_a_small_terminal(open_app, lang, name, size):
    from planner.wording.safe import cells

    (place, key), keys = SHEETS[name]
    async with open_app(lang, size) as stage:
        await stage.press(place)
        if key is not None:
            stage.row(key)
        await stage.press(*keys)
        assert all(cells(line) <= size[0] for line in stage.screen.splitlines())
        await stage.press("escape", "escape")
        assert stage.app.is_running
