"""The agenda in a list: a section a day, with times, whole days and countdown steps; what clashes is marked."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from planner.domain.record import Record
from planner.tui.places.bands import tone_of_matter
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import n, t
from planner.wording.agenda import agenda_bands
from planner.wording.dates import on

if TYPE_CHECKING:
    from planner.domain.agenda import Agenda, AgendaDay, Item, StepItem
    from planner.domain.matter import Matter
    from planner.tui.messages import Sight
    from planner.wording.page import Band, Row

__all__ = ["Stretch", "head_of", "sections_of_agenda"]

WEEK = 7


class Stretch(NamedTuple):
    """A week from Monday, or a month."""

    first: date
    last: date

    @property
    def is_week(self) -> bool:
        """Whether it is a week; a month else."""
        return (self.last - self.first).days < WEEK

    @classmethod
    def following(cls, now: Stretch | None, today: date) -> Stretch | None:
        """What is looked at after this: the week of today, then its month, then none."""
        if now is None:
            monday = today - timedelta(days=today.weekday())
            return cls(monday, monday + timedelta(days=WEEK - 1))
        return _month(now.first if now.first > today or now.last < today else today) if now.is_week else None

    def turned(self, by: int) -> Stretch:
        """The stretch of the same sort before it or after it."""
        if self.is_week:
            return Stretch(self.first + timedelta(days=WEEK * by), self.last + timedelta(days=WEEK * by))
        return _month(self.first - timedelta(days=1) if by < 0 else self.last + timedelta(days=1))


class Entry(Record):
    """Something on a day: its matter, its row, whether its time clashes with another's."""

    matter: Matter
    row: Row
    day: date
    clashes: bool = False


def head_of(agenda: Agenda, stretch: Stretch, sight: Sight) -> tuple[str, str, str]:
    """The head's words: which agenda, from when until when, how many clashes."""
    title = t("Agenda: week") if stretch.is_week else t("Agenda: month")
    now, lang = sight.day.now, sight.lang
    days = t("{first} to {last}", first=on(stretch.first, now, lang), last=on(stretch.last, now, lang))
    clashes = sum(len(day.clashes) for day in agenda.days)
    if clashes:
        return title, days, n("{count} clash", "{count} clashes", clashes)
    return title, days, t("C month  ← → turn") if stretch.is_week else t("C list  ← → turn")


def sections_of_agenda(agenda: Agenda, stretch: Stretch, sight: Sight) -> tuple[Section, ...]:
    """A section a day; of a month only the days that hold something, and today."""
    made = []
    for day, band in zip(agenda.days, agenda_bands(agenda, sight.day, sight.lang), strict=True):
        if stretch.is_week or not day.is_empty or day.day == sight.day.today:
            made.append(_section(day, band, sight))
    return tuple(made)


def _section(day: AgendaDay, band: Band, sight: Sight) -> Section:
    """A day."""
    clashing = {one.matter.number for clash in day.clashes for one in (clash.one, clash.other)}
    items: tuple[Item | StepItem, ...] = (*day.timed, *day.whole, *day.steps)
    entries = [
        Entry(matter=item.matter, row=row, day=day.day, clashes=item in day.timed and item.matter.number in clashing)
        for item, row in zip(items, band.rows, strict=True)
    ]

    def draw(entry: Entry) -> Row:
        return entry.row.replace(left=t("clash")) if entry.clashes else entry.row

    def tone(entry: Entry) -> str:
        if entry.clashes:
            return "late"
        return "plain" if entry.day >= sight.day.today else tone_of_matter(entry.matter, sight.day)

    rows = Lazy(entries, draw=draw, key=lambda entry: ("matter", entry.matter.number), tone=tone)
    return Section(band.name, band.title, rows, strong=day.day == sight.day.today)


def _month(day: date) -> Stretch:
    """The month of a day."""
    return Stretch(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
