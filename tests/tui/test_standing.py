"""Verbs on how a matter stands, by keys: why, steps, waiting, supervision, putting aside, extension, links."""

from __future__ import annotations

import pytest

from planner.domain.matter import Matter
from planner.domain.moment import date
from planner.tui.places.steps import StepsPlace
from planner.tui.widgets.why import Why

LI = 4
"""A major from Li, urgent, due today: the first row of the day."""
PRINTER = 1
LEDGER = 2


def matter(stage, number):
    found = stage.desk.book.read().get("matter", number)
    assert isinstance(found, Matter)
    return found


async def on(stage, number):
    await stage.press("2")
    stage.row(("matter", number))


async def test_why_shows_each_term_with_points_and_reason(open_app):
    async with open_app() as stage:
        await on(stage, LI)
        await stage.press("y")
        assert isinstance(stage.app.screen, Why)
        terms = stage.app.screen._found.terms
        lines = stage.screen.splitlines()
        for words, points in (("a major matter", "+100"), ("urgency level urgent", "+60"), ("due today", "+70")):
            assert any(words in line and points in line for line in lines), words
        assert any("sum" in line and str(sum(term.points for term in terms)) in line for line in lines)
        assert "major: assigned by a leader" in stage.screen
        await stage.press("escape")
        assert stage.app.screen is stage.place


async def test_why_shows_what_its_words_suggest_and_sets_nothing(open_app):
    async with open_app() as stage:
        await stage.press("2")
        await stage.enter("a", "Answer the press about the queue")
        number = stage.place.list.place[1][1]
        await stage.press("y")
        assert "“press” suggests affects image" in stage.screen
        await stage.press("escape")
        assert matter(stage, number).marks == ()


async def test_waiting_for_something_until_a_day_and_no_longer(open_app):
    async with open_app() as stage:
        await on(stage, PRINTER)
        await stage.press("W")
        await stage.type("spare parts fri")
        assert "until Fri 25 Sep" in stage.screen
        await stage.press("enter")
        made = matter(stage, PRINTER)
        assert (made.state, made.waiting_for, made.waiting_until) == ("waiting", "spare parts", date(2026, 9, 25))
        await stage.press("W")
        assert matter(stage, PRINTER).state == "open"
        await stage.press("u")
        assert matter(stage, PRINTER).state == "waiting"


async def test_supervised_and_its_stage_by_a_digit(open_app):
    async with open_app() as stage:
        await on(stage, PRINTER)
        await stage.press("S")
        assert matter(stage, PRINTER).supervised
        await stage.press("P", "3")
        assert matter(stage, PRINTER).stage == "underway"
        assert "out of order" in stage.said
        await stage.press("u", "u")
        assert not matter(stage, PRINTER).supervised


async def test_put_aside_until_a_day_and_for_some_day(open_app):
    async with open_app() as stage:
        await on(stage, PRINTER)
        await stage.enter("f", "8 oct")
        assert matter(stage, PRINTER).start == date(2026, 10, 8)
        await stage.enter("f", "-")
        assert matter(stage, PRINTER).start is None
        await stage.press("z")
        assert matter(stage, PRINTER).is_someday
        await stage.press("z")
        assert not matter(stage, PRINTER).is_someday


async def test_done_is_found_among_the_closed_and_opened_again(open_app):
    async with open_app() as stage:
        await on(stage, PRINTER)
        await stage.press("x", "enter")
        await stage.press("l", "2")
        assert stage.place.list.place == ("closed", ("matter", PRINTER))
        await stage.press("R")
        assert matter(stage, PRINTER).is_open


async def test_an_extension_by_a_form(open_app):
    async with open_app() as stage:
        await on(stage, LEDGER)
        await stage.press("E")
        await stage.type("28/9")
        await stage.press("enter")
        await stage.type("figures are being checked")
        await stage.press("ctrl+s")
        made = matter(stage, LEDGER)
        assert made.due == date(2026, 9, 28)
        assert (made.extensions[-1].reason, made.extensions[-1].late) == ("figures are being checked", True)
        assert "recorded as late" in stage.said
        await stage.press("u")
        assert matter(stage, LEDGER).due == date(2026, 9, 17)


async def test_a_link_that_is_not_there_is_kept_and_told(open_app):
    async with open_app() as stage:
        await on(stage, LEDGER)
        await stage.enter("L", "/no/such/plan.docx")
        assert matter(stage, LEDGER).links == ("/no/such/plan.docx",)
        assert "no such file" in stage.said


async def test_the_checklist_is_ticked_added_to_and_its_gate_holds_the_signature(open_app):
    async with open_app() as stage:
        await on(stage, LI)
        await stage.press("s")
        assert isinstance(stage.place, StepsPlace)
        assert "No steps yet" in stage.screen
        await stage.enter("a", "review")
        count = len(matter(stage, LI).steps)
        assert count >= 5
        assert f"0 of {count} settled" in stage.screen
        await stage.press("space")
        assert matter(stage, LI).steps[0].done is not None
        await stage.press("u")
        assert matter(stage, LI).steps[0].done is None
        await stage.press("enter", "1")
        assert matter(stage, LI).steps[0].done is not None
        await stage.press("u")
        await stage.press("j")
        await stage.enter("o", "nobody else is concerned")
        assert matter(stage, LI).steps[1].skipped == "nobody else is concerned"
        await stage.enter("a", "print ten copies")
        assert matter(stage, LI).steps[-1].text == "print ten copies"
        await stage.press("escape")
        assert stage.place.NAME == "matters"
        await stage.press("X")
        assert stage.place.foot.is_refusal
        assert "can't go for signature" in stage.said
        await stage.press("s")
        for _ in range(count + 1):
            if not stage.place.line.step.is_settled:
                await stage.press("space")
            await stage.press("j")
        await stage.press("q", "X")
        assert matter(stage, LI).signing is not None


async def test_verbs_on_marked_matters_are_one_change(open_app):
    async with open_app() as stage:
        await on(stage, PRINTER)
        stage.place.list.mark(frozenset({("matter", PRINTER), ("matter", LEDGER)}))
        await stage.press("S")
        assert matter(stage, PRINTER).supervised
        assert "2 matters" in stage.said
        await stage.press("u")
        assert not matter(stage, PRINTER).supervised
        stage.place.list.mark(frozenset({("matter", PRINTER), ("matter", LEDGER)}))
        await stage.enter("greater_than_sign", "Finance 30/9")
        assert {matter(stage, one).handed_to for one in (PRINTER, LEDGER)} == {("Finance",)}
        assert matter(stage, PRINTER).due == date(2026, 9, 30)
        await stage.press("u")
        assert matter(stage, LEDGER).handed_to == ("Relief",)


@pytest.mark.parametrize("key", ["y", "s", "W", "S", "P", "X", "f", "z", "R", "E", "L"])
async def test_a_key_of_matters_changes_nothing_elsewhere(open_app, key):
    async with open_app() as stage:
        stage.row(("party", "Li"))
        before = stage.desk.book.revision()
        await stage.press(key)
        assert "needs another kind" in stage.said
        assert stage.desk.book.revision() == before
