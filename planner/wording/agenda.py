"""An agenda in words: one band a day, one row an item, for both shells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.moment import datetime, day_of
from planner.wording import p, t
from planner.wording.dates import clock, day_heading, on
from planner.wording.page import Band, Row, matter_row

if TYPE_CHECKING:
    from planner.domain.agenda import Agenda, AgendaDay, Clash, Item, StepItem
    from planner.domain.day import Day

__all__ = ["agenda_bands", "clash_said"]


def agenda_bands(agenda: Agenda, day: Day, lang: str) -> tuple[Band, ...]:
    """A band for each day, the empty ones too; its name is the day's ISO text."""
    return tuple(_band(one, day, lang) for one in agenda.days)


def clash_said(clash: Clash) -> str:
    """Two items that overlap, in one line."""
    return t(
        "{one} {first} and {other} {second} overlap",
        one=_time(clash.one),
        first=clash.one.matter.title,
        other=_time(clash.other),
        second=clash.other.matter.title,
    )


def _band(one: AgendaDay, day: Day, lang: str) -> Band:
    """A day with what stands on it."""
    rows = (
        *(_item_row(item, day, lang) for item in one.timed),
        *(_item_row(item, day, lang) for item in one.whole),
        *(_step_row(step, day, lang) for step in one.steps),
    )
    return Band(name=one.day.isoformat(), title=_heading(one, day, lang), count=len(rows), rows=rows)


def _heading(one: AgendaDay, day: Day, lang: str) -> str:
    """The day's name, and why it is no ordinary one."""
    marks = []
    if one.day == day.today:
        marks.append(t("today"))
    if one.holiday is not None:
        marks.append(one.holiday.english if lang == "en" and one.holiday.english else one.holiday.name)
    if one.made_up:
        marks.append(t("worked"))
    elif not one.working:
        marks.append(t("day off"))
    heading = day_heading(one.day, day.now, lang)
    return t("{day} ({marks})", day=heading, marks=p("enumeration", ", ").join(marks)) if marks else heading


def _item_row(item: Item, day: Day, lang: str) -> Row:
    """An item: its time, its title, whom it concerns."""
    row = matter_row(item.matter, day, lang)
    badge = t("goes on") if item.goes_on else _time(item)
    return row.replace(badge=badge, when=t("to come") if item.to_come else "", left="")


def _time(item: Item) -> str:
    """The times of an item; empty for a whole day."""
    if not isinstance(item.due, datetime):
        return ""
    if isinstance(item.end, datetime) and item.end.date() == item.due.date():
        return f"{clock(item.due)}–{clock(item.end)}"
    return clock(item.due)


def _step_row(step: StepItem, day: Day, lang: str) -> Row:
    """A countdown step, with what it prepares and when that is."""
    badge = t("prepare")
    duty = t("{title} ({day})", title=step.matter.title, day=on(day_of(step.due), day.now, lang))
    bare = step.step.text == badge  # the step that ahead: makes, which says no more than the badge
    return Row(
        subject="matter",
        key=step.matter.number,
        number=str(step.matter.number),
        badge=badge,
        text=duty if bare else step.step.text,
        detail="" if bare else duty,
        when=t("to come") if step.to_come else "",
    )
