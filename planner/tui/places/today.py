"""Today 今日: what the day asks, band by band. An ordinary day stands on one screen of 80×24 without scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.config.clock import now
from planner.tui.places.place import Place
from planner.wording import language, t
from planner.wording.dates import day_heading

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.tui.messages import Sight
    from planner.tui.widgets.sections import Section

__all__ = ["TodayPlace"]


class TodayPlace(Place):
    """The page that the planner opens with."""

    NAME = "today"

    def heading(self) -> str:
        """The day."""
        moment = now()
        return day_heading(moment, moment, language())

    def reading(self) -> Callable[[Desk], object]:
        """The day's page."""
        return _read

    def teaching(self) -> str:
        """What an empty day says."""
        return t("Nothing waits. Press a to write a matter down, v for a visitor, n for a point.")

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """The bands that hold something."""
        from planner.domain.today import Today
        from planner.tui.places.bands import holidays_of, sections_of_day, summary_of

        if not isinstance(page, Today):
            return ()
        self.head.tell(day_heading(page.now, page.now, sight.lang), holidays_of(sight), summary_of(page, sight.day))
        return sections_of_day(page, sight)


def _read(desk: Desk) -> object:
    import planner.tui.places.bands  # noqa: F401 - loaded here, in the clerk's thread, before it is needed
    from planner.desk.pages import today_page

    return today_page(desk)
