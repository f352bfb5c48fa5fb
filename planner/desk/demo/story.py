"""The demo's plot: who does what on which working day before today. Its words stand in the language modules.

Every case that the pages know is in it: each mark, urgency level and light, a matter returned, a broken promise,
neglected minors, a duty with countdown steps, a group, a nameless caller, a restricted entry, talks owed and held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.demo.scenes import (
    accepted,
    chased,
    done,
    dropped,
    noted,
    noticed,
    party,
    planned,
    postponed,
    replied,
    returned,
    talked,
    told,
    visited,
)
from planner.domain.moment import timedelta

if TYPE_CHECKING:
    from planner.desk.demo.scenes import Happening, Scene
    from planner.desk.demo.stage import Stage
    from planner.domain.moment import date, datetime

__all__ = ["told_on"]

_FRIDAY = 4
_NOTICE_NEAR = 13
"""Calendar days since a visit whose written notice (15 days) is nearly due."""


def told_on(stage: Stage) -> list[tuple[datetime, Happening]]:
    """What has happened up to the stage's end, in order of time."""
    scenes = [*_PARTIES, *_MAJORS, *_MINORS, *_OWED, *_DONE, *_VISITS, *_TALKS]
    if not stage.is_workday:
        scenes.append(planned(-1, "16:50", "watch", lambda stage: stage.today, "17:30", work="duty", nature="routine"))
    found = [(scene.moment(stage), scene.happening) for scene in scenes]
    return sorted(((at, act) for at, act in found if at <= stage.end), key=lambda pair: pair[0])


def _last_friday(stage: Stage) -> date:
    """The last Friday before today, or the working day before it."""
    day = stage.today - timedelta(days=1)
    while day.weekday() != _FRIDAY:
        day -= timedelta(days=1)
    return stage.desk.calendar.on_or_before(day)


def _friday_before(stage: Stage) -> date:
    """Two days before the last Friday, on a working day."""
    return stage.desk.calendar.on_or_before(_last_friday(stage) - timedelta(days=2))


def _notice_near(stage: Stage) -> date:
    """The day of a visit whose written notice is nearly due; a long holiday makes it later, never overdue."""
    return stage.desk.calendar.on_or_after(stage.today - timedelta(days=_NOTICE_NEAR))


_PARTIES: tuple[Scene, ...] = (
    party("07:40", "li", kind="leader", rank=1, cadence=2),
    party("07:41", "wang", kind="leader", rank=2, cadence=5),
    party("07:42", "zhao", kind="leader", rank=3, cadence=5),
    party("07:43", "relief", kind="section"),
    party("07:44", "elder", kind="section"),
    party("07:45", "finance", kind="section"),
    party("07:46", "treasury", kind="department", cadence=10),
    party("07:47", "town", kind="grassroots"),
    party("07:48", "city", kind="department"),
)

_MAJORS: tuple[Scene, ...] = (
    planned(
        -4,
        "08:20",
        "funds",
        0,
        "12:00",
        urgency="urgent",
        work="documents",
        marks=("assigned",),
        assigned_by="li",
        nature="policy",
        origin="adhoc",
        remind=(60,),
    ),
    noted(-2, "16:10", "funds"),
    done(0, "11:40", "funds"),
    planned(
        -9,
        "09:05",
        "standard",
        2,
        urgency="expedite",
        work="documents",
        marks=("overall",),
        assigned_by="li",
        nature="policy",
        origin="planned",
        priority=1,
    ),
    returned(-1, "15:30", "standard", "li"),
    planned(
        -5,
        "10:30",
        "meeting",
        0,
        work="meetings",
        marks=("assigned",),
        assigned_by="wang",
        nature="policy",
        origin="planned",
        parties=("wang",),
    ),
    planned(
        -3,
        "08:45",
        "fire",
        3,
        urgency="regular",
        work="documents",
        marks=("operation",),
        nature="routine",
        origin="planned",
    ),
    planned(
        -6,
        "11:00",
        "brief",
        4,
        work="research",
        marks=("image",),
        assigned_by="li",
        nature="policy",
        origin="adhoc",
        priority=2,
        parties=("li", "zhao"),
    ),
    noted(-2, "17:05", "brief"),
    planned(-1, "16:20", "press", 1, work="information", marks=("image",), origin="adhoc", parties=("wang",)),
    planned(
        -3,
        "14:00",
        "city_visit",
        0,
        "16:00",
        work="reception",
        marks=("image",),
        origin="adhoc",
        nature="routine",
        parties=("city",),
        remind=(30,),
    ),
    done(0, "17:30", "city_visit"),
)

_MINORS: tuple[Scene, ...] = (
    planned(-9, "09:40", "printer", -7, work="logistics", nature="routine"),
    postponed(-7, "17:20", "printer", -5),
    postponed(-5, "17:40", "printer", -2),
    postponed(-2, "18:00", "printer", 1),
    planned(-8, "10:10", "contacts", work="affairs", nature="routine"),
    planned(-2, "08:40", "bureau", 0, "09:00", work="meetings", nature="routine", origin="planned", remind=(15,)),
    done(0, "10:30", "bureau"),
    planned(-2, "09:20", "report_li", 0, "14:30", work="affairs", nature="policy", parties=("li",), remind=(15,)),
    done(0, "15:10", "report_li"),
    planned(-1, "09:30", "supplies", 0, work="logistics", nature="routine"),
    planned(-3, "11:15", "car", 6, work="logistics", nature="routine", origin="planned"),
    planned(-4, "15:00", "archive", 8, work="documents", nature="routine", origin="planned"),
    planned(-2, "16:45", "study", 4, work="study", nature="policy", origin="planned"),
    planned(-4, "09:50", "survey", 7, start=2, work="research", nature="policy", parties=("town",)),
    planned(-1, "10:15", "canteen", 9, work="logistics", nature="routine"),
    planned(-3, "17:30", "compile", work="research", nature="policy", priority=3),
    planned(
        -5,
        "08:30",
        "bulletin",
        5,
        work="information",
        nature="policy",
        origin="planned",
        every="MONTHLY",
        ahead=(6, 2),
        if_off="before",
    ),
    noted(-4, "16:00", "bulletin"),
    planned(
        -3,
        "08:55",
        "roster",
        2,
        work="duty",
        nature="routine",
        origin="planned",
        every="MONTHLY",
        ahead=(3,),
        if_off="before",
    ),
    planned(
        _friday_before,
        "09:00",
        "weekly",
        _last_friday,
        "17:00",
        work="information",
        nature="routine",
        origin="planned",
        every="WEEKLY",
        if_off="after",
        ahead=(1,),
        parties=("li",),
    ),
    done(_last_friday, "16:40", "weekly"),
)

_OWED: tuple[Scene, ...] = (
    planned(
        -8,
        "08:50",
        "ledger",
        -2,
        handed_to=("relief", "finance"),
        supervised=True,
        marks=("assigned",),
        assigned_by="li",
        nature="policy",
    ),
    chased(-3, "15:10", "ledger", "chase", -1),
    chased(-1, "09:15", "ledger", "chase_again", 0),
    planned(-9, "14:20", "rectify", 2, handed_to=("elder",), supervised=True, marks=("operation",)),
    chased(-4, "10:00", "rectify", "chase", 1),
    planned(-7, "16:30", "publicity", 5, handed_to=("town",), supervised=True, nature="policy"),
    chased(-5, "11:20", "publicity", "chase", -3),
    planned(-3, "09:10", "budget", 8, handed_to=("finance",), nature="routine"),
    planned(-5, "14:40", "grant", 9, handed_to=("treasury",), supervised=True, marks=("overall",), nature="policy"),
    planned(-4, "11:30", "review", 7, handed_to=("relief",), supervised=True, nature="policy", origin="planned"),
    planned(-6, "09:30", "refit", 10, handed_to=("elder", "finance"), nature="policy"),
)

_DONE: tuple[Scene, ...] = (
    planned(-10, "08:10", "inspection", -8, work="inspection", marks=("assigned",), assigned_by="li", nature="policy"),
    done(-8, "16:00", "inspection"),
    planned(-10, "09:10", "reception_plan", -6, work="affairs", marks=("image",), nature="routine"),
    done(-6, "17:00", "reception_plan"),
    planned(-10, "09:20", "duties", -9, work="duty", nature="routine", origin="planned"),
    done(-9, "11:00", "duties"),
    planned(-9, "10:20", "seminar", -5, work="study", nature="policy", origin="planned"),
    done(-5, "17:10", "seminar"),
    planned(-9, "15:40", "verify", -3, handed_to=("relief",), supervised=True, nature="policy", work="inspection"),
    done(-3, "16:20", "verify"),
    planned(-8, "09:30", "lift", -6, work="logistics", marks=("operation",), nature="routine", origin="adhoc"),
    done(-7, "14:00", "lift"),
    planned(-7, "08:30", "petitions", -5, urgency="regular", work="information", nature="routine", origin="planned"),
    done(-5, "10:10", "petitions"),
    planned(-6, "15:20", "annals", -2, work="documents", nature="routine"),
    done(-2, "11:30", "annals"),
    planned(
        -4,
        "18:20",
        "flood",
        -3,
        "10:00",
        urgency="flash",
        work="documents",
        marks=("assigned", "operation"),
        assigned_by="zhao",
        origin="adhoc",
        nature="routine",
    ),
    done(-3, "09:20", "flood"),
    planned(-5, "09:00", "agenda", -1, work="meetings", marks=("overall",), nature="policy", origin="planned"),
    done(-1, "17:20", "agenda"),
    planned(-8, "11:10", "leaflet", -4, work="affairs", nature="routine"),
    dropped(-6, "10:40", "leaflet"),
)

_VISITS: tuple[Scene, ...] = (
    visited(_notice_near, "09:30", "zhang", 3, handed_to=("relief",)),
    visited(-9, "11:20", "old_zhao", 0, headcount=2),
    replied(-7, "15:50", "old_zhao"),
    visited(-8, "15:05", "liu", answered=True, channel="call"),
    replied(-8, "15:12", "liu"),
    visited(-6, "09:15", "group", 6, headcount=7, handed_to=("elder",), report_to=("wang",)),
    noticed(-5, "10:00", "group"),
    accepted(-4, "16:30", "group"),
    visited(-6, "16:40", "hotline", channel="hotline"),
    replied(-4, "09:40", "hotline"),
    visited(-5, "14:10", "nameless", channel="call", handed_to=("town",)),
    visited(-5, "15:30", "chen", channel="letter"),
    noticed(-3, "09:30", "chen"),
    visited(-4, "10:50", "he", kind="official", headcount=3, answered=True),
    replied(-4, "11:20", "he"),
    visited(-3, "15:45", "accusation", restricted=True),
    visited(-2, "10:25", "zhang_again"),
    replied(-2, "10:40", "zhang_again"),
    visited(-2, "14:55", "forwarded", 5, channel="superior"),
    visited(-1, "16:05", "reporter", 1, kind="media"),
)

_TALKS: tuple[Scene, ...] = (
    told(-9, "17:00", "told_zhao", "zhao"),
    talked(-7, "10:00", "zhao", "told_zhao"),
    told(-6, "17:15", "told_wang", "wang"),
    talked(-4, "09:00", "wang", "told_wang", answer="told_wang.answer"),
    told(-3, "17:00", "told_li", "li"),
    told(-3, "17:05", "told_li_too", "li"),
    talked(-2, "08:30", "li", "told_li", "told_li_too", answer="told_li.answer"),
    told(-6, "09:50", "say_sections", "finance", "elder", direction="down"),
    talked(-3, "10:30", "finance", "say_sections"),
    told(-2, "11:10", "say_li_funds", "li"),
    told(-1, "11:40", "say_li_group", "li"),
    told(-1, "15:45", "say_li_standard", "li"),
    told(-2, "15:20", "say_wang", "wang"),
    told(-5, "17:50", "say_zhao", "zhao"),
    told(-1, "17:00", "say_relief", "relief", direction="down"),
    told(-4, "17:10", "say_treasury", "treasury", direction="across"),
)
