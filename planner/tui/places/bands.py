"""What the day's page is shown as, band by band. Imported with the first page, not with the first frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.matter import Matter
from planner.domain.moment import day_of
from planner.domain.today import once_each
from planner.tui.subjects import key_of, subject_of
from planner.tui.widgets.sections import Lazy, Section
from planner.wording import n, t
from planner.wording.clocks import clock_name
from planner.wording.page import bands_of, matter_row

if TYPE_CHECKING:
    from planner.domain.day import Day
    from planner.domain.today import Owed, Today
    from planner.tui.messages import Sight
    from planner.tui.widgets.sections import Tone
    from planner.wording.page import Band, Row

__all__ = ["LIGHT_TONES", "clock_word", "holidays_of", "sections_of_day", "summary_of", "tone_of_matter"]

LEAST = {"majors": 9, "receptions": 2, "owed": 1, "steps": 2, "minors": 1}
"""Rows of a band that stand even where the page is short of lines."""
FLOOR = {"majors": 5, "neglected": 1, "talks": 1, "receptions": 1, "steps": 1, "minors": 0}
"""Rows that stand when it is shorter still: other minors are a count first, then each band keeps what presses most."""
LIGHT_TONES = {"red": "late", "yellow": "soon", "green": "calm"}


def sections_of_day(page: Today, sight: Sight) -> tuple[Section, ...]:
    """The page's bands in the order in which they are read."""
    page = once_each(page)
    # The two bands that can be long are drawn row by row; the others are worded at once.
    small = {band.name: band for band in bands_of(page.replace(majors=(), minors=()), sight.day, sight.lang)}
    made = []
    for name in ("majors", "neglected", "timed", "talks", "receptions", "owed", "steps", "minors"):
        if name in ("majors", "minors"):
            title = t("Major") if name == "majors" else t("Minor")
            section = Section(name, title, _matters(getattr(page, name), sight), strong=name == "majors")
        elif name in small:
            section = _section(small[name], getattr(page, name), sight.day)
        else:
            continue
        if len(section.rows):
            made.append(section._replace(least=_least(name, page), floor=_floor(name, page)))
    return tuple(made)


def _least(name: str, page: Today) -> int | None:
    """Rows of a band that stand whatever the room; of what others owe, every one that is not green."""
    if name == "owed":
        return max(LEAST[name], sum(1 for one in page.owed if one.light != "green"))
    return LEAST.get(name)


def _floor(name: str, page: Today) -> int | None:
    """Rows of a band that stand in the shortest page; of what others owe, every one that is red."""
    if name == "owed":
        return max(1, sum(1 for one in page.owed if one.light == "red"))
    return FLOOR.get(name)


def summary_of(page: Today, day: Day) -> tuple[str, ...]:
    """The day in one sentence, part by part, what presses most first; what is nothing is not said.

    What stands in a band of its own is counted as its band counts it.
    """
    bands = once_each(page)
    open_matters = [entry.matter for entry in (*page.majors, *page.minors)]
    open_matters += [neglect.matter for neglect in page.neglected]
    late = sum(1 for matter in open_matters if matter.last is not None and day.is_past(matter.last))
    due = sum(1 for matter in open_matters if matter.due is not None and day.is_today(matter.due)) - sum(
        1
        for matter in open_matters
        if matter.last is not None and day.is_today(matter.last) and day.is_past(matter.last)
    )
    red = sum(1 for one in page.owed if one.light == "red")
    counts = (
        (due, n("{count} due today", "{count} due today", due)),
        (late, n("{count} overdue", "{count} overdue", late)),
        (len(bands.timed), n("{count} appointment", "{count} appointments", len(bands.timed))),
        (len(bands.talks), n("{count} to be told", "{count} to be told", len(bands.talks))),
        (len(bands.receptions), n("{count} visitor waits", "{count} visitors wait", len(bands.receptions))),
        (red, n("{count} owed is late", "{count} owed are late", red)),
    )
    return tuple(words for count, words in counts if count)


def tone_of_matter(matter: Matter, day: Day) -> Tone:
    """How a matter's date is felt: late, soon (today or the next working day), or plain."""
    if matter.due is None or matter.closed is not None:
        return "plain"
    if day.is_past(matter.due):
        return "late"
    return "soon" if day.working_days_to(matter.due) <= 1 else "plain"


def _matters(entries: tuple[object, ...], sight: Sight) -> Lazy[object]:
    """Ranked matters, drawn when they are seen."""

    def matter_of(entry: object) -> Matter:
        found = subject_of(entry)
        if not isinstance(found, Matter):
            raise TypeError(type(entry).__name__)
        return found

    return Lazy(
        entries,
        draw=lambda entry: matter_row(matter_of(entry), sight.day, sight.lang),
        key=key_of,
        tone=lambda entry: tone_of_matter(matter_of(entry), sight.day),
    )


def _section(band: Band, records: tuple[object, ...], day: Day) -> Section:
    """A band that is worded already, beside the records that it was made of."""
    places = dict(zip(map(id, records), range(len(records)), strict=True))

    def tone(record: object) -> Tone:
        light = getattr(record, "light", None)
        if light is not None:
            return LIGHT_TONES[light]
        clock = getattr(record, "clock", None)
        if clock is not None:
            if day.is_past(clock.due):
                return "late"
            return "soon" if day.working_days_to(clock.due) <= 2 else "plain"
        if getattr(record, "late", None):
            return "soon"
        if band.name == "timed":
            return "plain"
        subject = subject_of(record)
        return tone_of_matter(subject, day) if isinstance(subject, Matter) else "plain"

    def draw(record: object) -> Row:
        row = band.rows[places[id(record)]]
        return row.replace(badge=clock_word(record)) if band.name == "receptions" else row

    rows = Lazy(records, draw=draw, key=key_of, tone=tone)
    title, note = band.title, ""
    if band.name == "owed":
        title, note = t("Owed by others"), _lights(records)  # type: ignore[arg-type]
    return Section(band.name, title, rows, note=note, flow=band.inline, lights=band.name == "owed")


def clock_word(record: object) -> str:
    """The clock that runs out first, in one word."""
    clock = getattr(record, "clock", None)
    if clock is None:
        return ""
    short = {"notice": t("notice"), "finish": t("finish"), "reply": t("reply")}
    return short.get(clock.rule) or clock_name(clock.rule)


def _lights(owed: tuple[Owed, ...]) -> str:
    """How many stand at each light, in words."""
    counts = {light: sum(1 for one in owed if one.light == light) for light in LIGHT_TONES}
    words = {
        "red": t("red {count}", count=counts["red"]),
        "yellow": t("yellow {count}", count=counts["yellow"]),
        "green": t("green {count}", count=counts["green"]),
    }
    return " ".join(words[light] for light in LIGHT_TONES if counts[light])


def holidays_of(sight: Sight) -> str:
    """The working days left before the next holiday, when it is near."""
    day, calendar = sight.day, sight.day.calendar
    periods = [
        period
        for year in (day.today.year, day.today.year + 1)
        for period in calendar.periods(year)
        if day_of(period.first) > day.today
    ]
    if not periods:
        return ""
    period = min(periods, key=lambda one: one.first)
    left = calendar.between(day.today, calendar.on_or_before(period.first))
    if left > 15:
        return ""
    name = calendar.name_of(period.first, sight.lang) or ""
    return n("{count} wd to {holiday}", "{count} wd to {holiday}", left, holiday=name)
