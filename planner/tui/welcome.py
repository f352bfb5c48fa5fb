"""The first time: a new book offers its two languages and a look at the demo, on one screen, by three keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.facts import Facts
from planner.tui.verbs.dressing import set_language
from planner.tui.widgets.ask import Choice, Menu
from planner.wording import t

if TYPE_CHECKING:
    from planner.tui.places.place import Place

__all__ = ["welcome"]

BOTH = (
    ("", "This book is new. Choose the language that the planner speaks; it understands both in what you type."),
    ("", "这是一本新账本。请选择界面语言；录入时中英文都能识别。"),
)
"""Said in both languages, since none is chosen yet."""
CHOICES = (
    Choice("zh", "中文界面", digit="1"),
    Choice("en", "English", digit="2"),
    Choice("demo", "Look around in a demo first · 先看演示账本", digit="3"),
)


def welcome(place: Place) -> None:
    """Ask; Esc leaves everything as it is, and asks again next time."""

    def chosen(value: str | None) -> None:
        if value == "demo":
            place.app.wants_demo = True
            place.app.exit(0)
        elif value is not None:
            set_language(place, value)

    place.app.push_screen(
        Menu(Facts("Planner · 办公室主任日程", BOTH), CHOICES, keys=t("a digit chooses, Esc decides later")), chosen
    )
