"""The clerk: in order, drained at exit, awaitable; what it tells of refusals, faults, and other processes."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from office import Clock, desk_in, fill

from planner.desk.capturing import add
from planner.tui.app import PlannerApp
from planner.tui.clerk import Clerk
from planner.tui.messages import BookChanged, BookMoved, Broke, Outcome, PageRead, Refused

if TYPE_CHECKING:
    from planner.desk.desk import Desk


def titles(home: Path) -> list[str]:
    return [record.title for record in desk_in(home, "en").book.read().all("matter")]


@pytest.fixture
def heard():
    return []


@pytest.fixture
def clerk(tmp_path, heard):
    made = Clerk(desk_in(tmp_path, "en"), lambda message: heard.append(message) or True)
    yield made
    made.close()


def keep(line):
    def work(desk: Desk) -> Outcome:
        added = add(desk, line)
        return Outcome(sentence=added.matter.title)

    return work


async def test_errands_are_done_in_order_in_one_thread(clerk, heard, tmp_path):
    threads = set()

    def read(desk):
        threads.add(threading.current_thread())
        return len(desk.book.read().all("matter"))

    for number in range(20):
        clerk.write(keep(f"matter {number}"))
        clerk.read(f"place {number}", read)
    await clerk.settled()
    assert [type(message) for message in heard] == [BookChanged, PageRead] * 20
    assert [message.page for message in heard if isinstance(message, PageRead)] == list(range(1, 21))
    assert len(threads) == 1
    assert threading.current_thread() not in threads


async def test_a_reading_that_is_queued_is_not_queued_again(clerk, heard):
    gate = threading.Event()
    clerk.write(lambda desk: (gate.wait(10), Outcome(sentence="first"))[1])
    for _ in range(5):
        clerk.read("today", lambda desk: 1)
    gate.set()
    await clerk.settled()
    assert [type(message) for message in heard] == [BookChanged, PageRead]


def test_what_was_asked_is_done_when_it_is_closed(tmp_path):
    clerk = Clerk(desk_in(tmp_path, "en"), lambda message: False)
    gate = threading.Event()
    clerk.write(lambda desk: (gate.wait(10), Outcome(sentence=""))[1])
    for number in range(10):
        clerk.write(keep(f"matter {number}"))
    gate.set()
    clerk.close()
    assert titles(tmp_path) == [f"matter {number}" for number in range(10)]


def test_what_nobody_heard_is_kept_for_the_farewell(tmp_path):
    clerk = Clerk(desk_in(tmp_path, "en"), lambda message: False)
    clerk.write(keep("p1"))
    clerk.write(keep("fine"))
    clerk.close()
    assert [type(message) for message in clerk.unheard] == [Refused]


def test_a_clerk_that_was_never_asked_is_closed_at_once(tmp_path):
    Clerk(desk_in(tmp_path, "en"), lambda message: True).close()


async def test_looking_finds_another_process_and_another_minute(tmp_path, heard):
    clock = Clock()
    clerk = Clerk(desk_in(tmp_path, "en", clock), lambda message: heard.append(message) or True)
    try:
        clerk.look()
        await clerk.settled()
        assert heard == [], "nothing was read yet, so nothing can have moved"
        clerk.read("today", lambda desk: desk.book.read())
        clerk.look()
        await clerk.settled()
        clerk.look()
        await clerk.settled()
        assert [type(message) for message in heard] == [PageRead]
        add(desk_in(tmp_path, "en"), "from outside")
        clerk.look()
        await clerk.settled()
        assert isinstance(heard[-1], BookMoved)
        clerk.read("today", lambda desk: desk.book.read())
        await clerk.settled()
        clock.now = clock.now.replace(minute=51)
        clerk.look()
        await clerk.settled()
        assert [type(message) for message in heard] == [PageRead, BookMoved, PageRead, BookMoved]
    finally:
        clerk.close()


async def test_a_fault_is_told_as_one(clerk, heard):
    clerk.write(lambda desk: 1 / 0)
    await clerk.settled()
    assert isinstance(heard[0], Broke)
    assert isinstance(heard[0].error, ZeroDivisionError)


async def test_a_line_entered_just_before_quitting_is_on_the_disk(tmp_path):
    desk = desk_in(tmp_path, "en")
    fill(desk)
    app = PlannerApp(desk)
    gate = threading.Event()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.clerk.write(lambda desk: (gate.wait(10), Outcome(sentence=""))[1])
        await pilot.press("a", *"Last", "enter", "q")
    gate.set()
    app.clerk.close()
    assert titles(tmp_path)[-1] == "Last"


async def test_a_change_by_another_process_appears_and_the_cursor_stays(open_app):
    async with open_app("en", (120, 40)) as stage:
        stage.row(("matter", 7))
        other = desk_in(Path(stage.desk.home), "en")
        add(other, "Overtake everything today 8:00 p1 +major +flash")
        stage.app.clerk.look()
        await stage.settle()
        assert "Overtake everything" in stage.screen
        assert stage.place.list.place == ("majors", ("matter", 7))


async def test_nothing_is_drawn_anew_when_nothing_moved(open_app):
    async with open_app() as stage:
        drawn = []
        stage.place.list.render_line = lambda y, kept=stage.place.list.render_line: drawn.append(y) or kept(y)
        for _ in range(3):
            stage.app.clerk.look()
            await stage.settle()
        assert drawn == []


async def test_a_fault_is_logged_without_what_the_book_holds_and_told_in_one_line(open_app):
    async with open_app() as stage:

        def work(desk):
            raise ValueError("Zhang Wei 13900000000")

        stage.app.clerk.write(work)
        await stage.settle()
        log = Path(stage.desk.home) / "planner.log"
        assert "ValueError" in stage.said
        assert str(log) in stage.said
        text = log.read_text(encoding="utf-8")
        assert "test_clerk.py" in text
        assert "ValueError" in text
        assert "Zhang" not in text
        assert log.stat().st_mode & 0o777 == 0o600
        await stage.press("j")
        assert stage.said == ""


async def test_a_book_that_cannot_be_read_is_one_line(tmp_path):
    desk = desk_in(tmp_path, "en")
    add(desk, "Order paper")
    (tmp_path / "book.json").write_text("{ not json", encoding="utf-8")
    app = PlannerApp(desk_in(tmp_path, "en"))
    async with app.run_test() as pilot:
        for _ in range(5):
            await pilot.pause()
            await app.clerk.settled()
        await pilot.pause()
        place = app.place
        assert place is not None
        assert place.foot.is_refusal
        assert "book.json" in place.foot.sentence
    app.clerk.close()
