"""The agenda of a stretch of days, and what clashes."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from planner.domain.agenda import agenda, clashes
from planner.domain.matter import Matter, Step
from planner.domain.recurrence import coming
from planner.domain.workdays import CHINA

MON = date(2026, 9, 21)
"""The week of the Mid-Autumn holiday: Fri 25 to Sun 27 September off, Sunday 20 and Saturday 10 October worked."""


def at(day: int, hour: int, minute: int = 0, month: int = 9) -> datetime:
    return datetime(2026, month, day, hour, minute)


def matter(number: int, **values: object) -> Matter:
    return Matter(**{"number": number, "title": f"m{number}", **values})  # type: ignore[arg-type]


def appointment(number: int, **values: object) -> Matter:
    return matter(number, **{"title": "例会", **values})


def drawn(matters: list[Matter], first: date, last: date) -> dict[int, str]:
    """Each day that is not empty, in shorthand: timed, whole days and steps with their signs."""
    made = {}
    for day in agenda(matters, first, last, CHINA).days:
        parts = [f"{item.due:%H:%M} {item.matter.number}{'~' if item.to_come else ''}" for item in day.timed]
        parts += [
            f"{item.matter.number}{'~' if item.to_come else ''}{'…' if item.goes_on else ''}" for item in day.whole
        ]
        parts += [f"{step.step.text}>{step.matter.number}{'~' if step.to_come else ''}" for step in day.steps]
        if parts:
            made[day.day.day] = " ".join(parts)
    return made


def test_a_week() -> None:
    matters = [
        matter(1, due=at(21, 14, 30)),
        matter(2, due=at(21, 9), end=at(21, 10, 30)),
        matter(3, due=date(2026, 9, 22)),
        matter(4, due=date(2026, 9, 22), marks=("image",)),
        matter(5, due=date(2026, 9, 23), end=date(2026, 9, 24)),
        matter(6, due=at(24, 22), end=at(25, 2)),
        matter(7, due=date(2026, 9, 22), state="done", closed=at(20, 9)),
        matter(8),
        matter(9, due=date(2026, 9, 28)),
    ]
    assert drawn(matters, MON, date(2026, 9, 27)) == {
        21: "09:00 2 14:30 1",
        22: "4 3",
        23: "5",
        24: "22:00 6 5…",
        25: "6…",
    }


def test_holidays_worked_weekends_and_years_that_are_not_known() -> None:
    found = agenda([], date(2026, 9, 20), date(2026, 9, 27), CHINA)
    assert [(day.day.day, day.working, day.made_up) for day in found.days] == [
        (20, True, True), (21, True, False), (22, True, False), (23, True, False), (24, True, False),
        (25, False, False), (26, False, False), (27, False, False),
    ]  # fmt: skip
    assert [None if day.holiday is None else day.holiday.name for day in found.days][-3:] == ["中秋节"] * 3
    assert found.unknown_years == ()
    assert agenda([], date(2029, 12, 31), date(2030, 1, 1), CHINA).unknown_years == (2029, 2030)


def test_occurrences_to_come_are_worked_out() -> None:
    weekly = matter(1, due=at(14, 9), end=at(14, 10), rrule="FREQ=WEEKLY;BYDAY=MO,FR", exdates=(date(2026, 9, 21),))
    workdays = matter(2, due=date(2026, 9, 21), rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
    completed = matter(3, due=date(2026, 9, 14), rrule="FREQ=DAILY", from_completion=True)
    broken = matter(4, due=date(2026, 9, 21), rrule="FREQ=SOMETIMES")
    moved = matter(5, due=date(2026, 8, 26), rrule="FREQ=MONTHLY;BYMONTHDAY=26", if_off="before")
    put_off = matter(6, due=date(2026, 9, 23), anchor=date(2026, 9, 22), rrule="FREQ=WEEKLY;BYDAY=TU")
    assert drawn([weekly], MON, date(2026, 9, 30)) == {25: "09:00 1~", 28: "09:00 1~"}
    assert drawn([workdays], MON, date(2026, 9, 27)) == {21: "2", 22: "2~", 23: "2~", 24: "2~"}
    assert drawn([completed], MON, date(2026, 9, 27)) == {}
    assert drawn([broken], MON, date(2026, 9, 27)) == {21: "4"}
    assert drawn([moved], MON, date(2026, 9, 27)) == {24: "5~"}
    assert drawn([put_off], MON, date(2026, 9, 30)) == {23: "6", 29: "6~"}


def test_an_occurrence_to_come_keeps_its_length_and_ends_with_its_rule() -> None:
    weekly = matter(1, due=at(14, 9), end=at(14, 10), rrule="FREQ=WEEKLY;COUNT=2")
    days = agenda([weekly], MON, date(2026, 9, 30), CHINA).days
    assert [(item.due, item.end) for day in days for item in day.timed] == [(at(21, 9), at(21, 10))]


def test_countdown_steps_stand_on_their_days() -> None:
    """Working days before 30 September, with the holiday between: 3 are the 24th, 7 the 18th (the 20th is worked)."""
    steps = (Step(text="draft", ahead=15), Step(text="ask", ahead=7, done=at(18, 9)), Step(text="send", ahead=3))
    bulletin = matter(1, due=date(2026, 9, 30), rrule="FREQ=MONTHLY;BYMONTHDAY=-1", steps=(*steps, Step(text="free")))
    assert drawn([bulletin], date(2026, 9, 14), date(2026, 9, 30)) == {24: "send>1", 30: "1"}
    # The 31st is a Saturday: 3 working days before it are the 28th, 7 the 22nd, 15 the 12th.
    october = drawn([bulletin], date(2026, 10, 1), date(2026, 10, 31))
    assert october == {12: "draft>1~", 22: "ask>1~", 28: "send>1~", 31: "1~"}


def test_steps_after_the_day_stand_after_it() -> None:
    meeting = matter(1, due=at(23, 9), steps=(Step(text="minutes", ahead=-2),))
    assert drawn([meeting], MON, date(2026, 9, 30)) == {23: "09:00 1", 28: "minutes>1"}


@pytest.mark.parametrize(("first", "last"), [(date(2026, 9, 22), MON), (MON, date(2027, 12, 1))])
def test_a_stretch_that_is_none(first: date, last: date) -> None:
    with pytest.raises(ValueError):
        agenda([], first, last, CHINA)


CLASHES = [
    ({"due": at(21, 9), "end": at(21, 10)}, {"due": at(21, 9, 30), "end": at(21, 11)}, True),
    ({"due": at(21, 9), "end": at(21, 10)}, {"due": at(21, 10), "end": at(21, 11)}, False),
    ({"due": at(21, 9), "work": "meetings"}, {"due": at(21, 9, 59)}, True),
    ({"due": at(21, 9), "work": "meetings"}, {"due": at(21, 10)}, False),
    ({"due": at(21, 9)}, {"due": at(21, 9, 1)}, False),
    ({"due": at(21, 9)}, {"due": at(21, 9)}, True),
    ({"due": at(21, 9)}, {"due": MON}, False),
    ({"due": MON}, {"due": at(21, 9)}, False),
    ({"due": at(21, 9), "end": at(22, 9)}, {"due": at(22, 8)}, True),
    ({"due": at(21, 9)}, {"due": at(21, 8), "work": "meetings", "state": "done", "closed": at(21, 8)}, False),
]  # fmt: skip


@pytest.mark.parametrize(("mine", "other", "clash"), CLASHES)
def test_clashes(mine: dict[str, object], other: dict[str, object], clash: bool) -> None:
    one, two = appointment(1, **mine), appointment(2, **other)
    assert clashes(one, [one, two]) == ((two,) if clash else ())
    if two.is_open:
        assert clashes(two, [one, two]) == ((one,) if clash else ())


def test_clashes_with_occurrences_to_come() -> None:
    weekly = matter(1, due=at(14, 9), end=at(14, 10), rrule="FREQ=WEEKLY")
    mine = appointment(2, due=at(21, 9, 30))
    assert clashes(mine, [weekly]) == ()
    assert clashes(mine, [weekly], CHINA) == (weekly,)
    assert clashes(mine.replace(due=at(22, 9, 30)), [weekly], CHINA) == ()


def test_a_days_clashes_are_named() -> None:
    matters = [
        matter(1, due=at(21, 9), end=at(21, 10)),
        appointment(2, due=at(21, 9, 30)),
        appointment(3, due=at(21, 11)),
    ]
    day = agenda(matters, MON, MON, CHINA).days[0]
    assert [(clash.one.matter.number, clash.other.matter.number) for clash in day.clashes] == [(1, 2)]


def test_a_rule_by_the_minute_is_not_walked_for_ever() -> None:
    assert coming(matter(1, due=at(1, 9, month=1), rrule="FREQ=MINUTELY"), MON, MON, CHINA) == ()
