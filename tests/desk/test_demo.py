"""The throw-away book: every case is in it, in both languages, on any day, made by real verbs, and then it is gone."""

from __future__ import annotations

import os
from contextlib import suppress

import pytest

from planner import wording
from planner.desk import past
from planner.desk.demo import chinese, demo_desk, english
from planner.desk.matters import done
from planner.desk.pages import explained, today_page
from planner.domain.directory import Directory
from planner.domain.moment import datetime
from planner.domain.talk import waiting_points
from planner.domain.terms import CHANNELS, MARKS, NATURES, ORIGINS, URGENCIES, VISITOR_KINDS, WORKS
from planner.domain.workdays import CHINA

MONDAY = "2026-09-21T07:50"
DAYS = {
    "a Monday morning": MONDAY,
    "a Friday night": "2026-11-27T22:30",
    "a Saturday": "2026-11-28T09:00",
    "in a holiday": "2026-10-03T20:00",
    "at New Year": "2026-01-02T08:00",
    "in the Spring Festival": "2026-02-20T10:00",
    "midnight": "2026-09-21T00:00",
    "a year without a notice": "2031-03-03T08:00",
}


@pytest.fixture(autouse=True)
def monday(monkeypatch):
    monkeypatch.setenv("PLANNER_NOW", MONDAY)


def test_both_languages_say_the_same_things():
    ours = ("city", "finance", "relief", "elder", "treasury", "town")
    apart = {f"{name}.{part}" for name in ours for part in ("title", "aliases")}
    assert set(english.TEXTS) - apart == set(chinese.TEXTS) - apart
    assert [
        key for texts in (english.TEXTS, chinese.TEXTS) for key, text in texts.items() if text != text.strip()
    ] == []


def test_every_word_of_it_is_used(monkeypatch):
    asked = set()

    class Watched(dict):
        def __getitem__(self, key):
            asked.add(key)
            return super().__getitem__(key)

        def get(self, key, default=None):
            asked.add(key)
            return super().get(key, default)

    for module in (chinese, english):
        monkeypatch.setattr(module, "TEXTS", Watched(module.TEXTS))
    monkeypatch.setenv("PLANNER_NOW", "2026-09-21T22:00")  # by then all of the day's meetings have been held
    for lang in ("en", "zh"):
        with demo_desk(lang):
            pass
    monkeypatch.setenv("PLANNER_NOW", "2026-11-28T09:00")  # and on a Saturday somebody is on duty
    with demo_desk("zh"):
        pass
    assert set(english.TEXTS) | set(chinese.TEXTS) == asked & (set(english.TEXTS) | set(chinese.TEXTS))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_holds_an_office_with_every_case_in_it(lang):
    with demo_desk(lang) as desk:
        book = desk.book.read()
        matters, receptions, parties = book.all("matter"), book.all("reception"), book.all("party")
        page = today_page(desk)
        assert (desk.lang, wording.language()) == (lang, lang)
        assert len(matters) >= 30
        assert len(receptions) >= 10
        assert len(parties) >= 8
        for field, terms in (("nature", NATURES), ("origin", ORIGINS), ("urgency", URGENCIES), ("work", WORKS)):
            assert {getattr(matter, field) for matter in matters} >= set(terms) - {"advice"}, field
        assert {mark for matter in matters for mark in matter.marks} == set(MARKS)
        assert {matter.state for matter in matters} >= {"open", "done", "dropped"}
        assert all(matter.result for matter in matters if matter.closed is not None)
        assert {reception.channel for reception in receptions} >= set(CHANNELS) - {"online"}
        assert {reception.kind for reception in receptions} >= set(VISITOR_KINDS) - {"superior"}
        assert any(reception.headcount == 7 for reception in receptions)
        assert any(reception.name is None for reception in receptions)
        assert any(reception.restricted for reception in receptions)
        assert any(reception.clock is not None and reception.clock.rule == "notice" for reception in page.receptions)
        assert 3 <= len(page.majors) <= 8
        assert len(page.neglected) == 2
        assert max(one.postponed for one in page.neglected) == 3
        assert max(one.untouched for one in page.neglected) >= 7
        assert {one.light for one in page.owed} == {"red", "yellow", "green"}
        assert any(one.broken is not None for one in page.owed)
        assert any(entry.matter.returns for entry in page.majors)
        assert len(page.timed) >= 3
        assert len(page.steps) >= 2
        assert page.hidden == 1
        assert [party.rank for party in parties if party.kind == "leader"] == [1, 2, 3]
        assert any(talk.late for talk in page.talks)
        waiting = waiting_points(book.all("point"), Directory(parties))
        assert len(waiting) >= 6
        assert sum(1 for point in book.all("point") for tick in point.ticks) >= 5


@pytest.mark.parametrize("now", DAYS.values(), ids=DAYS)
def test_it_can_be_opened_on_any_day_and_lies_in_the_past(monkeypatch, now):
    monkeypatch.setenv("PLANNER_NOW", now)
    with demo_desk("zh") as desk:
        page = today_page(desk)
        at = datetime.fromisoformat(now)
        for kind in ("matter", "reception", "point", "party"):
            for record in desk.book.read().all(kind):
                assert record.created <= record.changed <= at
                assert CHINA.is_working(record.created.date()) or record.created.date() == at.date()
        assert desk.now == at
        assert len(page.majors) >= 5
        assert len(page.owed) >= 7
        assert len(page.receptions) >= 6
        assert {one.light for one in page.owed} == {"red", "yellow", "green"}


def test_what_is_done_in_it_can_be_taken_back_like_anywhere():
    with demo_desk("en") as desk:
        number = today_page(desk).majors[0].matter.number
        done(desk, (number,), "sent")
        past.undo(desk)
        assert today_page(desk).majors[0].matter.number == number
        assert explained(desk, number).score > 100
        assert len(past.changes(desk, limit=500)) > 80
        assert len({change.at.date() for change in past.changes(desk, limit=500)}) >= 9
        past.undo(desk)


class Slip(Exception):
    """Whatever goes wrong while the book is open."""


def leave_by(slip):
    """The folder of a demo book that was left, by an error when one is given."""
    folders = []
    with suppress(Slip), demo_desk("en") as desk:
        folders.append(os.path.dirname(desk.home))
        assert os.path.isdir(desk.home)
        if slip is not None:
            raise slip
    return folders[0]


@pytest.mark.parametrize("slip", [None, Slip()])
def test_it_is_gone_when_it_is_left(slip):
    assert not os.path.exists(leave_by(slip))


@pytest.mark.parametrize(("environment", "lang"), [("zh_CN.UTF-8", "zh"), ("C", "en")])
def test_without_a_language_it_speaks_the_environment_s(monkeypatch, environment, lang):
    monkeypatch.setenv("LC_ALL", environment)
    with demo_desk(None) as desk:
        assert desk.lang == lang
