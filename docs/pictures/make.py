"""Makes the pictures of the README from the program itself: every place, in both languages, on the demo's book.

Run ``python docs/pictures/make.py`` in the test environment. A picture is an SVG of what the terminal shows: each run
of text has its length in cells, so that Chinese stands as wide as in a terminal, and no font is fetched from anywhere.
"""

from __future__ import annotations

import asyncio
import os
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "tui")]

from planner.wording.safe import cells  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable

NOW = "2026-09-21T07:50"
SIZE = (110, 32)
CELL, LINE, FONT, EDGE = 8.4, 18, 14, 10
FONTS = "'Noto Sans Mono CJK SC','Sarasa Mono SC',Menlo,Consolas,'DejaVu Sans Mono',monospace"
LINES = {
    "en": "Brief the district head wed 3pm p1 @Li +overall",
    "zh": "下周三下午3点向李局汇报低保工作 p1 @李局 +大事",
}
PICTURES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("today", "dark", ("1",)),
    ("matters", "light", ("2",)),
    ("reception", "light", ("3",)),
    ("communication", "light", ("4",)),
    ("review", "light", ("5",)),
    ("line", "dark", ("1", "a", "LINE")),
    ("form", "redhead", ("1", "e")),
)
"""Name, theme, and the keys that lead there."""


def svg_of(lines: Iterable[Iterable[tuple[str, str, str, bool]]], ground: str, size: tuple[int, int]) -> str:
    """A picture of lines of (text, colour, ground, bold)."""
    width, height = size[0] * CELL + 2 * EDGE, size[1] * LINE + 2 * EDGE
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}"'
        f' height="{height:g}" font-family="{FONTS}" font-size="{FONT}" shape-rendering="crispEdges">'
    )
    made = [
        head,
        f'<rect width="100%" height="100%" rx="6" fill="{ground}"/>',
    ]
    for row, line in enumerate(lines):
        column = 0
        for text, color, behind, bold in line:
            for part in _runs(text):
                wide = cells(part)
                x, y = EDGE + column * CELL, EDGE + row * LINE
                if behind != ground:
                    made.append(f'<rect x="{x:g}" y="{y:g}" width="{wide * CELL:g}" height="{LINE}" fill="{behind}"/>')
                bare = part.strip()
                if bare:
                    lead = len(part) - len(part.lstrip())
                    weight = ' font-weight="bold"' if bold else ""
                    made.append(
                        f'<text x="{x + lead * CELL:g}" y="{y + LINE - 5:g}" fill="{color}"{weight}'
                        f' textLength="{cells(bare) * CELL:g}" lengthAdjust="spacingAndGlyphs">{escape(bare)}</text>'
                    )
                column += wide
    return "\n".join([*made, "</svg>"]) + "\n"


def _runs(text: str) -> list[str]:
    """The text cut where wide and narrow characters meet, and around gaps, so that each run is spaced evenly."""
    runs: list[str] = []
    for char in text:
        same = runs and cells(runs[-1][-1]) == cells(char) and (runs[-1].isspace() == char.isspace() or char == " ")
        if same and not runs[-1].endswith("  "):
            runs[-1] += char
        else:
            runs.append(char)
    return runs


def _lines(screen: Any, ground: str, ink: str) -> list[list[tuple[str, str, str, bool]]]:
    """What a screen shows, run by run."""
    made = []
    for strip in screen._compositor.render_strips():
        line = []
        for segment in strip:
            style = segment.style
            color = style.color.get_truecolor().hex if style and style.color else ink
            behind = style.bgcolor.get_truecolor().hex if style and style.bgcolor else ground
            if style and style.reverse:
                color, behind = behind, color
            line.append((segment.text, color, behind, bool(style and style.bold)))
        made.append(line)
    return made


async def _take(lang: str, name: str, theme: str, keys: tuple[str, ...]) -> None:
    """Take one picture."""
    from screens import Stage

    from planner.desk.demo import demo_desk
    from planner.tui.app import PlannerApp

    with demo_desk(lang) as desk:
        desk.settings = desk.settings.replace(theme=theme)
        app = PlannerApp(desk)
        try:
            async with app.run_test(size=SIZE) as pilot:
                stage = Stage(app, pilot, desk)
                await stage.settle()
                for key in keys:
                    await (stage.type(LINES[lang]) if key == "LINE" else stage.press(key))
                colors = app.get_css_variables()
                lines = _lines(app.screen, colors["background"].lower(), colors["foreground"].lower())
        finally:
            app.clerk.close()
    picture = svg_of(lines, colors["background"].lower(), SIZE)
    (HERE / f"{name}-{lang}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Take all pictures, or those that are named."""
    os.environ["PLANNER_NOW"] = NOW
    wanted = sys.argv[1:]
    for name, theme, keys in PICTURES:
        for lang in ("en", "zh"):
            if not wanted or name in wanted:
                asyncio.run(_take(lang, name, theme, keys))


if __name__ == "__main__":
    main()
