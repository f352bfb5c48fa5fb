"""The day's page and the rows of lists in words: what both shells show, before either lays it out.

A row is five short texts; whoever draws it aligns them. Text of a person in it is not made safe yet: its drawer does.
"""

from __future__ import annotations

from planner.domain.clock import nearest_clock
from planner.domain.matter import Matter
from planner.domain.moment import datetime, day_of
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.record import Record
from planner.domain.today import minors_near, once_each, receptions_near
from planner.domain.waiting import wait_is_over
from planner.wording import n, p, t
from planner.wording.clocks import clock_name
from planner.wording.dates import clock, left, short
from planner.wording.masks import phones_masked
from planner.wording.numbers import reception_label
from planner.wording.terms import term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal, TypeAlias, TypeVar

    from planner.domain.clash import Overlap
    from planner.domain.clock import Clock
    from planner.domain.day import Day
    from planner.domain.entry import Entry
    from planner.domain.neglect import Neglect
    from planner.domain.talk import TalkOwed
    from planner.domain.today import Awaiting, Owed, StepDue, Timed, Today

    Entered = TypeVar("Entered")
    Subject: TypeAlias = Literal["matter", "reception", "party", "none"]

__all__ = ["Band", "Row", "bands_of", "matter_row", "owed_row", "reception_row", "row_of", "visitor_of"]


TWINS_SHOWN = 3
"""Titles open more than once that a page which is cut names: a flood would hide the rest."""


class Row(Record):
    """One line: what it is about, and its texts from left to right. An absent text is empty."""

    subject: Subject = "none"
    key: int | str = 0
    """The number of the matter or reception, the name of the party."""
    number: str = ""
    badge: str = ""
    """The one word that matters now: returned, an urgency level, the work."""
    text: str = ""
    detail: str = ""
    """What goes behind the text when there is room: whom it concerns, the words said."""
    when: str = ""
    left: str = ""


class Band(Record):
    """A part of the page: its heading, how many stand in it, its rows. ``name`` is its field in ``Today``."""

    name: str
    title: str
    count: int
    rows: tuple[Row, ...]
    inline: bool = False
    """Whether its rows read well side by side on one line."""
    rest: str = ""
    """What is not shown of it, as a count in words; empty when all is."""


def bands_of(page: Today, day: Day, lang: str, most: int | None = None) -> tuple[Band, ...]:
    """The bands of the page that hold something, in the order in which they are read.

    With ``most`` a band has no more rows than that, and visitors and minors that do not press are counted only, so
    that a page stays a page; a band's count is that of all.
    """
    page = once_each(page)
    awaited = page.receptions if most is None else receptions_near(page, day)
    minors = page.minors if most is None else minors_near(page, day)
    bands = (
        _band("majors", t("Major"), page.majors, lambda one: matter_row(one.matter, day, lang), most),
        _band("neglected", t("Neglected minors"), page.neglected, lambda one: _neglect_row(one, day, lang), most),
        _band("timed", t("Today's times"), page.timed, _timed_row, most, inline=True),
        _band("overlaps", t("Times that clash"), page.overlaps, lambda one: _overlap_row(one, day, lang), most),
        _band("talks", t("To report"), page.talks, _talk_row, most, inline=True),
        _band(
            "receptions",
            t("Visitors awaiting an answer"),
            awaited,
            lambda one: _awaiting_row(one, day, lang),
            most,
            whole=len(page.receptions),
        ),
        _band("owed", _owed_title(page), page.owed, lambda one: owed_row(one, day, lang), most),
        _band("steps", t("Steps to prepare"), page.steps, lambda one: _step_row(one, day, lang), most),
        _band("twins", t("One title, several matters"), page.twins, _twins_row, TWINS_SHOWN if most else None),
        _band(
            "minors",
            t("Minor"),
            minors,
            lambda one: matter_row(one.matter, day, lang),
            most,
            whole=len(page.minors),
        ),
    )
    return tuple(band for band in bands if band.rows or band.rest)


def matter_row(matter: Matter, day: Day, lang: str) -> Row:
    """A matter in a list: what matters now, and why."""
    when = "" if matter.due is None else short(matter.due, day.now, lang)
    begun = matter.due is not None and day.days_to(matter.due) < 0  # of a range that has begun, its end is waited for
    aim = matter.last if begun else matter.due
    distance = "" if aim is None else left(aim, day.now, lang, day.calendar)
    if matter.closed is not None:
        when, distance = short(day_of(matter.closed), day.now, lang), term("matter state", matter.state, lang)
    return Row(
        subject="matter",
        key=matter.number,
        number=str(matter.number),
        badge=_badge(matter, day, lang),
        text=phones_masked(matter.title) if matter.receptions else matter.title,
        detail=_detail(matter),
        when=when,
        left=distance,
    )


def reception_row(reception: Reception, clock_: Clock | None, day: Day, lang: str, *, private: bool = False) -> Row:
    """A reception in a list; a restricted one shows its number only, unless ``private``."""
    number = reception_label(reception.number, this_year=day.today.year)
    badge = ""
    if reception.state == "answered" and reception.is_waiting and clock_ is not None:
        badge = clock_name(clock_.rule)
    if not reception.is_waiting:
        when, distance = short(reception.at.date(), day.now, lang), term("reception state", reception.state, lang)
    elif clock_ is None:
        when, distance = "", ""
    else:
        when, distance = short(clock_.due, day.now, lang), left(clock_.due, day.now, lang, day.calendar)
    if reception.restricted and not private:
        return Row(
            subject="reception",
            key=reception.number,
            number=number,
            badge=badge,
            text=t("restricted entry"),
            when=when,
            left=distance,
        )
    return Row(
        subject="reception",
        key=reception.number,
        number=number,
        badge=badge,
        text=visitor_of(reception) if private else phones_masked(visitor_of(reception)),
        detail=reception.matter if private else phones_masked(reception.matter),
        when=when,
        left=distance,
    )


def row_of(record: Entry, day: Day, lang: str, *, private: bool = False) -> Row:
    """The row of any record, as a search lists them; a restricted reception is told only when ``private``."""
    if isinstance(record, Matter):
        row = matter_row(record, day, lang)
        return row.replace(number=f"* {row.number}") if record.grade == "major" else row
    if isinstance(record, Reception):
        return reception_row(record, nearest_clock(record, day), day, lang, private=private)
    if isinstance(record, Point):
        return Row(number=f"point:{record.number}", text=record.text, detail=" ".join(record.parties))
    if isinstance(record, Party):
        return Row(subject="party", key=record.name, number=f"party:{record.number}", text=record.name)
    return Row(number=str(record.number))


def visitor_of(reception: Reception) -> str:
    """Who came, as a list names them: ``王秀英等7人``, ``Wang Xiuying and 6 more``, ``未留名``."""
    known = reception.name or (None if reception.kind == "public" else reception.unit)
    name = known or (t("erased") if reception.erased else t("no name left"))
    if reception.headcount > 1:
        return t("{name} and {count} more", name=name, count=reception.headcount - 1, all=reception.headcount)
    return name


def _band(
    name: str,
    title: str,
    entries: tuple[Entered, ...],
    row: Callable[[Entered], Row],
    most: int | None,
    *,
    inline: bool = False,
    whole: int | None = None,
) -> Band:
    """A band of the first ``most`` entries, with the count of all; ``whole`` counts those that are not offered too."""
    count = len(entries) if whole is None else whole
    rows = tuple(row(entry) for entry in entries[:most])
    return Band(name=name, title=title, count=count, rows=rows, inline=inline, rest=_rest(name, count - len(rows)))


def _rest(name: str, count: int) -> str:
    """How many of a band are not shown, in words; empty when all are."""
    if not count:
        return ""
    if name == "minors":
        return n("{count} other minor", "{count} other minors", count)
    if name == "receptions":
        return n("{count} other visitor, later", "{count} other visitors, later", count)
    return t("and {count} more", count=count)


def _timed_row(one: Timed) -> Row:
    """A matter with a time today."""
    return Row(
        subject="matter",
        key=one.matter.number,
        number=str(one.matter.number),
        text=one.matter.title,
        when=clock(one.at),
    )


def _overlap_row(one: Overlap, day: Day, lang: str) -> Row:
    """Two matters at one time."""
    first, second = one.one, one.other
    return Row(
        subject="matter",
        key=first.number,
        number=str(first.number),
        text=first.title,
        detail=t("and {number} {title}", number=second.number, title=second.title),
        when="" if first.due is None else short(first.due, day.now, lang),
        left=clock(second.due) if isinstance(second.due, datetime) and second.due != first.due else "",
    )


def _twins_row(group: tuple[Matter, ...]) -> Row:
    """Matters of one title: the first, and the numbers of the others."""
    others = p("enumeration", ", ").join(str(one.number) for one in group[1:])
    return Row(
        subject="matter",
        key=group[0].number,
        number=str(group[0].number),
        text=group[0].title,
        detail=t("also {numbers}", numbers=others),
    )


def _talk_row(one: TalkOwed) -> Row:
    """A party that is owed a talk."""
    return Row(
        subject="party",
        key=one.name,
        text=one.name,
        detail=n("{count} point", "{count} points", one.points) if one.points else "",
        left=n("{count} wd over", "{count} wd over", one.late) if one.late else "",
    )


def _badge(matter: Matter, day: Day, lang: str) -> str:
    """The one word that says why a matter stands out now."""
    if matter.returns and matter.state == "open":
        return t("returned")
    if matter.urgency is not None:
        return term("urgency", matter.urgency, lang)
    if matter.state == "waiting":
        return t("wait over") if wait_is_over(matter, day) else term("matter state", "waiting", lang)
    if matter.priority == 1:
        return "p1"
    return "" if matter.work is None else term("work", matter.work, lang)


def _detail(matter: Matter) -> str:
    """Whom a matter concerns, and the words with which it was returned."""
    names = matter.handed_to or matter.parties or ((matter.assigned_by,) if matter.assigned_by else ())
    who = " ".join(names)
    if matter.returns and matter.state == "open":
        last = matter.returns[-1]
        if last.by:
            return t("{who}: “{words}”", who=last.by, words=last.words)
        said = t("“{words}”", words=last.words)
        return f"{who}  {said}" if who else said
    if matter.state == "waiting" and matter.waiting_for:
        waits = t("waits for {words}", words=matter.waiting_for)
        return f"{who}  {waits}" if who else waits
    return who


def _neglect_row(neglect: Neglect, day: Day, lang: str) -> Row:
    """A neglected minor with its reason."""
    matter = neglect.matter
    reasons = []
    if neglect.untouched:
        reasons.append(n("{count} wd untouched", "{count} wd untouched", neglect.untouched))
    if neglect.postponed:
        reasons.append(n("put off once", "put off {count} times", neglect.postponed))
    return Row(
        subject="matter",
        key=matter.number,
        number=str(matter.number),
        badge=_badge(matter, day, lang),
        text=matter.title,
        detail=t(", ").join(reasons),
    )


def _awaiting_row(awaiting: Awaiting, day: Day, lang: str) -> Row:
    """A reception that waits, with the clock that runs out first named before its date."""
    row = reception_row(awaiting.reception, awaiting.clock, day, lang)
    if awaiting.clock is None:
        return row
    return row.replace(badge=clock_name(awaiting.clock.rule))


def _owed_title(page: Today) -> str:
    """The heading of what others owe, with the count of each light."""
    counts = {light: sum(1 for one in page.owed if one.light == light) for light in ("red", "yellow", "green")}
    return t("Owed by others: red {red}, yellow {yellow}, green {green}", **counts)


def owed_row(owed: Owed, day: Day, lang: str) -> Row:
    """A matter that somebody owes, its light in words."""
    row = matter_row(owed.matter, day, lang)
    broken = owed.broken
    text = owed.matter.title
    if broken is not None and broken.promised is not None:
        on_day = short(broken.promised, day.now, lang)
        if broken.promise:
            text = t("{title}: promised “{promise}” for {day}", title=text, promise=broken.promise, day=on_day)
        elif broken.said:
            text = t("{title}: promised for {day}, said “{words}”", title=text, words=broken.said, day=on_day)
        else:
            text = t("{title}: promised for {day}", title=text, day=on_day)
    return row.replace(badge=t("[{light}]", light=term("light", owed.light, lang)), text=text)


def _step_row(due: StepDue, day: Day, lang: str) -> Row:
    """A countdown step whose day has come, with the duty that it prepares."""
    matter = due.matter
    return Row(
        subject="matter",
        key=matter.number,
        number=str(matter.number),
        text=due.step.text,
        detail=matter.title,
        when="" if matter.due is None else short(matter.due, day.now, lang),
        left="" if matter.due is None else left(matter.due, day.now, lang, day.calendar),
    )
