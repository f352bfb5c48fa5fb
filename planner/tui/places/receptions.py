"""Reception 接待: the log in its lists: awaiting an answer by days left, today's, late, by section, by subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.record import Record
from planner.tui.places.bands import clock_word
from planner.tui.places.place import Place
from planner.tui.subjects import key_of
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import later, n, t
from planner.wording.dates import day_heading
from planner.wording.page import reception_row
from planner.wording.safe import shown
from planner.wording.terms import term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planner.desk.desk import Desk
    from planner.desk.reception_log import Logged
    from planner.tui.messages import Sight
    from planner.tui.widgets.sections import Tone
    from planner.wording.page import Row

    Part = tuple[str, str, list[Logged]]

__all__ = ["LISTS", "LogPage", "ReceptionsPlace"]

LISTS: tuple[tuple[str, str], ...] = (
    ("waiting", later("awaiting an answer")),
    ("today", later("today's")),
    ("late", later("late")),
    ("sections", later("by section")),
    ("subjects", later("by subject")),
)
"""The lists, and what the head calls them."""


class LogPage(Record):
    """The log, and its rows by the section that has them."""

    rows: tuple[Logged, ...]
    sections: tuple[tuple[str | None, tuple[Logged, ...]], ...]


class ReceptionsPlace(Place):
    """The reception log."""

    NAME = "receptions"

    def __init__(self) -> None:
        super().__init__()
        self._list = 0
        self._page: object = None

    def heading(self) -> str:
        """The place's name."""
        return t("Reception")

    def teaching(self) -> str:
        """What an empty list says."""
        if self._list:
            return t("Nothing in this list: {list}. l shows the next one.", list=t(LISTS[self._list][1]))
        return t("Nobody came yet. Press v to register a visitor, a call or a letter.")

    def reading(self) -> Callable[[Desk], object]:
        """All entries of the working set."""
        return _read

    def next_list(self) -> None:
        """Show the next list."""
        self._list = (self._list + 1) % len(LISTS)
        if self.sight is not None and self._page is not None:
            self.see(self._page, self.sight)

    def sections_of(self, page: object, sight: Sight) -> tuple[Section, ...]:
        """The list that is chosen; those that wait come first, by the clock that runs out first."""
        self._page = page
        if not isinstance(page, LogPage):
            return ()
        name, title = LISTS[self._list]
        day = sight.day
        late = sum(1 for one in page.rows if one.late)
        self.head.tell(
            t("Reception: {list}", list=t(title)),
            day_heading(day.now, day.now, sight.lang),
            n("{count} late", "{count} late", late) if late else "",
        )
        open_ones = [one for one in page.rows if one.reception.is_waiting]
        parts: Iterable[Part]
        if name == "today":
            today = [one for one in page.rows if one.reception.at.date() == day.today]
            parts = (("today", t("Came today"), today),)
        elif name == "late":
            parts = (("late", t("Past their time"), [one for one in page.rows if one.late]),)
        elif name == "sections":
            parts = [
                (f"section {where}", t("With the office") if where is None else shown(where), _waiting(rows))
                for where, rows in page.sections
            ]
        elif name == "subjects":
            parts = _by_subject(open_ones, sight.lang)
        else:
            closed = [one for one in page.rows if not one.reception.is_waiting]
            parts = (
                ("waiting", t("Visitors awaiting an answer"), open_ones),
                ("closed", t("Answered or voided"), closed),
            )
        return tuple(
            Section(part, words, _rows(found, sight), strong=part != "closed") for part, words, found in parts if found
        )


def _rows(found: list[Logged], sight: Sight) -> Lazy[Logged]:
    """Entries, drawn when they are seen, the clock that runs out first in a word."""
    day, lang = sight.day, sight.lang

    def draw(one: Logged) -> Row:
        row = reception_row(one.reception, one.clock, day, lang)
        return row.replace(badge=clock_word(one))

    def tone(one: Logged) -> Tone:
        if one.clock is None:
            return "plain"
        if one.late:
            return "late"
        return "soon" if day.working_days_to(one.clock.due) <= 2 else "plain"

    return Lazy(found, draw=draw, key=key_of, tone=tone)


def _waiting(rows: tuple[Logged, ...]) -> list[Logged]:
    """Those of some rows that wait."""
    return [one for one in rows if one.reception.is_waiting]


def _by_subject(rows: list[Logged], lang: str) -> list[Part]:
    """By tag, else by petition class; what has neither comes last. A restricted entry tells neither of them."""
    groups: dict[tuple[int, str], list[Logged]] = {}
    for one in rows:
        reception = one.reception
        if reception.restricted:
            group = (2, t("Restricted"))
        elif reception.tags:
            group = (0, f"+{shown(reception.tags[0])}")
        elif reception.petition_class is not None:
            group = (1, term("petition class", reception.petition_class, lang))
        else:
            group = (3, t("No subject yet"))
        groups.setdefault(group, []).append(one)
    return [(f"subject {words}", words, groups[rank, words]) for rank, words in sorted(groups)]


def _read(desk: Desk) -> object:
    from planner.desk.reception_log import LogChoice, by_section, log

    rows = log(desk, LogChoice())
    return LogPage(rows=rows, sections=by_section(desk, rows))
