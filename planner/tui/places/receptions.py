"""Reception 接待: the log, those that await an answer first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.clock import nearest_clock
from planner.domain.moment import deadline
from planner.tui.places.place import Place
from planner.tui.subjects import key_of
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import t
from planner.wording.dates import day_heading
from planner.wording.page import reception_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk
    from planner.domain.reception import Reception
    from planner.tui.messages import Sight
    from planner.tui.widgets.sections import Tone

__all__ = ["ReceptionsPlace"]


class ReceptionsPlace(Place):
    """The reception log."""

    NAME = "receptions"

    def heading(self) -> str:
        """The place's name."""
        return t("Reception")

    def teaching(self) -> str:
        """What an empty log says."""
        return t("Nobody came yet. Press v to register a visitor, a call or a letter.")

    def reading(self) -> Callable[[Desk], object]:
        """All entries of the working set."""
        return _read

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """Those that wait, by the clock that runs out first; the others, the latest first."""
        entries: tuple[Reception, ...] = page if isinstance(page, tuple) else ()
        day = sight.day
        self.head.tell(t("Reception"), day_heading(day.now, day.now, sight.lang), "")

        def runs_out(reception: Reception) -> tuple[str, int]:
            clock = nearest_clock(reception, day)
            return ("9" if clock is None else deadline(clock.due).isoformat(), reception.number)

        def tone(reception: Reception) -> Tone:
            clock = nearest_clock(reception, day)
            if clock is None:
                return "plain"
            if day.is_past(clock.due):
                return "late"
            return "soon" if day.working_days_to(clock.due) <= 2 else "plain"

        parts = (
            (
                "waiting",
                t("Visitors awaiting an answer"),
                sorted((one for one in entries if one.state == "open"), key=runs_out),
            ),
            ("closed", t("Answered or voided"), [one for one in entries if one.state != "open"]),
        )
        return tuple(
            Section(
                name,
                title,
                Lazy(
                    found,
                    draw=lambda one: reception_row(one, nearest_clock(one, day), day, sight.lang),
                    key=key_of,
                    tone=tone,
                ),
                strong=name == "waiting",
            )
            for name, title, found in parts
            if found
        )


def _read(desk: Desk) -> object:
    from planner.desk.pages import receptions
    from planner.domain.criteria import Criteria

    return receptions(desk, Criteria())
