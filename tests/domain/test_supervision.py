"""What follows from how a matter was handed over, chased and extended."""

from __future__ import annotations

import pytest

from planner.domain.day import Day
from planner.domain.directory import Directory
from planner.domain.light import Thresholds
from planner.domain.matter import Chase, Extension, Matter
from planner.domain.moment import date, datetime
from planner.domain.party import Party
from planner.domain.supervision import first_due, kind_of_handing, light_history
from planner.domain.workdays import CHINA

DAY = Day(datetime(2026, 9, 21, 7, 50), CHINA)


def at(day, hour=9):
    return datetime(2026, 9, day, hour)


def ledger(**fields):
    return Matter(**{"number": 1, "title": "a", "created": at(1), "handed_to": ("Relief",), **fields})


def history(matter):
    return [(one.on.day, one.light) for one in light_history(matter, DAY, Thresholds())]


def test_a_light_is_told_by_the_dates_and_promises_as_they_were_then():
    extended = Extension(at=at(16), was=date(2026, 9, 15), until=date(2026, 9, 30), late=True)
    assert history(ledger(due=date(2026, 9, 30), extensions=(extended,))) == [
        (1, "green"),
        (10, "yellow"),
        (16, "green"),
    ]
    promised = Chase(at=at(3), promised=date(2026, 9, 4))
    assert history(ledger(due=date(2026, 9, 30), chases=(promised,))) == [(1, "green"), (5, "yellow")]


def test_a_range_is_late_when_its_end_is_past():
    assert history(ledger(due=date(2026, 9, 2), end=date(2026, 10, 20))) == [(1, "green")]
    assert history(ledger(due=date(2026, 9, 2), end=date(2026, 9, 17)))[-1] == (18, "red")


def test_it_ends_with_the_matter():
    assert history(ledger(due=date(2026, 9, 3), state="done", closed=at(2))) == [(1, "green")]


@pytest.mark.parametrize(
    ("extension", "first"),
    [
        (Extension(at=at(1), was=at(5), until=at(9), reason="figures"), at(9)),
        (Extension(at=at(1), was=at(5), until=at(9)), at(5)),
        (Extension(at=at(6), was=at(5), until=at(9), reason="figures", late=True), at(5)),
    ],
)
def test_the_date_that_is_scored(extension, first):
    assert first_due(ledger(due=at(9), extensions=(extension,))) == first


def test_the_kind_of_who_leads_words_the_handing_over_and_a_petition_is_referred():
    directory = Directory([Party(number=1, name="Relief", aliases=("R",), kind="section")])
    assert kind_of_handing(ledger(handed_to=("R", "Li")), directory) == "section"
    assert kind_of_handing(ledger(handed_to=("Li", "R")), directory) is None
    assert kind_of_handing(ledger(handed_to=()), directory) is None
    assert kind_of_handing(ledger(receptions=(202600001,)), directory) == "public"
