"""A fortnight of an office, 7-21 September 2026, day by day against a table written by hand.

20 September is a Sunday that is worked; 25-27 September is the Mid-Autumn holiday.
"""

from datetime import datetime

import pytest

from planner.config.settings import Settings
from planner.desk import handing, matters, past
from planner.desk.capturing import add
from planner.desk.desk import Desk
from planner.desk.pages import explained, today_page
from planner.domain.moment import date


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 9, 7, 8)

    def __call__(self) -> datetime:
        return self.at


class Office:
    """The desk, and what its page shows as short lists of numbers."""

    def __init__(self, home: str) -> None:
        self.clock = Clock()
        self.desk = Desk(home, Settings(), "en", self.clock, who="director")

    def on(self, day: int, hour: int = 7, minute: int = 50) -> None:
        self.clock.at = datetime(2026, 9, day, hour, minute)

    def page(self) -> dict[str, list]:
        page = today_page(self.desk)
        return {
            "majors": [entry.matter.number for entry in page.majors],
            "neglected": [entry.matter.number for entry in page.neglected],
            "minors": [entry.matter.number for entry in page.minors],
            "owed": [(entry.matter.number, entry.light) for entry in page.owed],
            "steps": [(entry.matter.number, entry.step.ahead) for entry in page.steps],
        }


def monday_the_7th(office):
    for line in (
        "Relief-fund report from:Li 2026-09-11 17:00",
        "Mend the printer",
        "Ledger of the relief funds to:Relief due:2026-09-16 +supervise",
        "Weekly bulletin every fri",
        "Monthly statement due:2026-09-28 ahead:15wd",
        "Look at the boiler 2026-09-09",
    ):
        add(office.desk, line)
    matters.edit(office.desk, (5,), "ahead:15wd ahead:7wd")


def wednesday_the_9th(office):
    matters.postpone(office.desk, (6,), "tomorrow")


def thursday_the_10th(office):
    matters.postpone(office.desk, (6,), "tomorrow")


def friday_the_11th(office):
    office.on(11, 16)
    matters.done(office.desk, (1,), "sent to the city bureau")
    finished = matters.done(office.desk, (4,))
    assert [(coming.number, coming.due) for coming in finished.coming] == [(7, date(2026, 9, 18))]
    put_off = matters.postpone(office.desk, (6,), "mon").matters[0]
    assert put_off.postponed == 3


def monday_the_14th(office):
    handing.chase(office.desk, (3,), "tomorrow", date(2026, 9, 15))
    again = handing.chase(office.desk, (3,), "tomorrow, certainly", date(2026, 9, 15))
    assert len(again.warnings) == 1  # twice in a day: recorded, and warned of
    assert len(again.matters[0].chases) == 2


def tuesday_the_15th(office):
    matters.note(office.desk, (2,), "the technician comes on Thursday")


def thursday_the_17th(office):
    office.on(17, 10)
    matters.return_(office.desk, (1,), "check the figures", "Li")


def friday_the_18th(office):
    late = handing.extend(office.desk, (3,), date(2026, 9, 22), reason="two figures are missing")
    assert late.matters[0].extensions[0].late  # asked for after its date: recorded as late, not refused
    assert late.warnings


NOTHING = dict(majors=[], neglected=[], minors=[], owed=[], steps=[])

FORTNIGHT = (
    # day, page that morning, what is done that day
    (7, NOTHING, monday_the_7th),
    # 6 in 1 working day 50 > 4 in 3 days 30 > 5 with a step 25 > 2 nothing
    (8, dict(majors=[1], neglected=[], minors=[6, 4, 5, 2], owed=[(3, "green")], steps=[(5, 15)]), None),
    # 6 today 70, 4 in 2 days 40
    (9, dict(majors=[1], neglected=[], minors=[6, 4, 5, 2], owed=[(3, "green")], steps=[(5, 15)]), wednesday_the_9th),
    (10, dict(majors=[1], neglected=[], minors=[6, 4, 5, 2], owed=[(3, "green")], steps=[(5, 15)]), thursday_the_10th),
    # 4 and 6 are both due today: the lower number first
    (11, dict(majors=[1], neglected=[], minors=[4, 6, 5, 2], owed=[(3, "green")], steps=[(5, 15)]), friday_the_11th),
    # 6 was put off three times; 2 lies 5 working days, not yet beyond its patience; 3 is in its last quarter
    (14, dict(majors=[], neglected=[6], minors=[5, 7, 2], owed=[(3, "yellow")], steps=[(5, 15)]), monday_the_14th),
    # 2 and 5 lie 6 working days, as 6 does: the one that was put off comes first
    (15, dict(majors=[], neglected=[6, 2, 5], minors=[7], owed=[(3, "yellow")], steps=[(5, 15)]), tuesday_the_15th),
    # work on 2 began its clock anew; 7 in 2 working days 40
    (16, dict(majors=[], neglected=[6, 5], minors=[7, 2], owed=[(3, "yellow")], steps=[(5, 15)]), None),
    # 3 is late; the second step of 5 has come
    (
        17,
        dict(majors=[], neglected=[6, 5], minors=[7, 2], owed=[(3, "red")], steps=[(5, 15), (5, 7)]),
        thursday_the_17th,
    ),
    # 1 came back
    (
        18,
        dict(majors=[1], neglected=[6, 5], minors=[7, 2], owed=[(3, "red")], steps=[(5, 15), (5, 7)]),
        friday_the_18th,
    ),
    # the worked Sunday: 7 lies 6 working days now; 2 of 3 working days are left to the new date of 3, and its promise
    # of the 15th stays broken
    (20, dict(majors=[1], neglected=[6, 5, 7], minors=[2], owed=[(3, "yellow")], steps=[(5, 15), (5, 7)]), None),
)


@pytest.fixture
def office(tmp_path):
    return Office(str(tmp_path / "home"))


def live(office, until: int) -> None:
    """Live the fortnight up to the morning of a day, checking nothing."""
    for day, _, deeds in FORTNIGHT:
        if day >= until:
            break
        office.on(day)
        if deeds is not None:
            deeds(office)
    office.on(until)


def test_the_page_of_each_morning(office):
    for day, page, deeds in FORTNIGHT:
        office.on(day)
        assert (day, office.page()) == (day, page)
        if deeds is not None:
            deeds(office)


def test_a_returned_matter_says_why_it_is_first(office):
    live(office, 18)
    why = explained(office.desk, 1)
    # sent back once, 5 working days late (80 + 5 x 2), a week old
    assert {term.name: term.points for term in why.terms} == {
        "grade": 100,
        "mark.assigned": 20,
        "returned": 50,
        "overdue": 90,
        "age": 1,
    }
    assert why.score == 261
    assert why.matter.returns[0].words == "check the figures"
    assert why.matter.result == "sent to the city bureau"


def test_finishing_makes_the_next_and_undo_takes_both_back(office):
    live(office, 21)
    finished = matters.done(office.desk, (7,))
    assert [(coming.number, coming.due) for coming in finished.coming] == [(8, date(2026, 9, 25))]
    past.undo(office.desk)
    snapshot = office.desk.book.read()
    assert snapshot.get("matter", 7).state == "open"
    assert snapshot.get("matter", 8) is None
    past.redo(office.desk)
    snapshot = office.desk.book.read()
    assert snapshot.get("matter", 7).state == "done"
    assert snapshot.get("matter", 8).due == date(2026, 9, 25)
    # a number that was given is not given again
    assert add(office.desk, "one more").matter.number == 9


def test_moving_a_duty_moves_its_steps(office):
    live(office, 17)
    matters.edit(office.desk, (5,), "due:2026-10-16")
    assert office.page()["steps"] == []  # 15 working days before 16 October, past two holidays, is the worked Sunday
    office.on(20)
    assert office.page()["steps"] == [(5, 15)]


def test_the_history_of_a_light_is_told_from_what_was_kept(office):
    from planner.domain.supervision import light_history

    live(office, 20)
    matter = office.desk.book.read().get("matter", 3)
    changes = light_history(matter, office.desk.day(), office.desk.rules().thresholds)
    assert [(change.on.day, change.light) for change in changes] == [
        (7, "green"),
        (14, "yellow"),
        (17, "red"),
        (18, "yellow"),
    ]
