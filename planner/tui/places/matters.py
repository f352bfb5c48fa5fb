"""Matters 事项: all open matters by score, what others owe beside what is one's own, and what was closed lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.config.clock import now
from planner.tui.places.bands import LIGHT_TONES, tone_of_matter
from planner.tui.places.place import Place
from planner.tui.subjects import key_of
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import language, t
from planner.wording.dates import day_heading
from planner.wording.page import matter_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.desk.pages import Listed
    from planner.tui.messages import Sight
    from planner.tui.widgets.sections import Tone
    from planner.wording.page import Row

__all__ = ["MattersPlace"]


class MattersPlace(Place):
    """Every open matter."""

    NAME = "matters"

    def heading(self) -> str:
        """The place's name."""
        return t("Matters")

    def reading(self) -> Callable[[Desk], object]:
        """Open matters, in the order of their scores."""
        return _read

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """Majors, minors, what others owe."""
        listed: tuple[Listed, ...] = page if isinstance(page, tuple) else ()
        moment = now()
        self.head.tell(t("Matters"), day_heading(moment, moment, language()), "")
        own = [one for one in listed if not one.matter.is_assigned]
        parts = (
            ("majors", t("Major"), [one for one in own if one.matter.grade == "major"]),
            ("minors", t("Minor"), [one for one in own if one.matter.grade == "minor"]),
            ("owed", t("Owed by others"), [one for one in listed if one.matter.is_assigned]),
        )
        return tuple(
            Section(name, title, _rows(found, sight), strong=name == "majors", lights=name == "owed")
            for name, title, found in parts
            if found
        )


def _rows(found: list[Listed], sight: Sight) -> Lazy[Listed]:
    """Matters, drawn when they are seen; one that others owe shows its light."""

    def draw(one: Listed) -> Row:
        row = matter_row(one.matter, sight.day, sight.lang)
        if one.light is None:
            return row
        from planner.wording.terms import term

        return row.replace(badge=t("[{light}]", light=term("light", one.light, sight.lang)))

    def tone(one: Listed) -> Tone:
        return tone_of_matter(one.matter, sight.day) if one.light is None else LIGHT_TONES[one.light]

    return Lazy(found, draw=draw, key=key_of, tone=tone)


def _read(desk: Desk) -> object:
    from planner.desk.pages import listed_matters
    from planner.domain.criteria import Criteria

    return tuple(one for one in listed_matters(desk, Criteria()) if one.matter.is_open)
