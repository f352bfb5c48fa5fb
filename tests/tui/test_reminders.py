"""Reminders on the screen: the strip when one comes due, the list on ``b``, putting off by a digit, the way out."""

from __future__ import annotations

import threading
from datetime import datetime
from types import SimpleNamespace

import pytest

from planner.notify.roads import Delivery
from planner.tui import bell
from planner.tui.bell import bell_of, look
from planner.tui.places.place import Place
from planner.tui.widgets.reminders import ReminderList, Strip
from planner.wording.safe import cells


class Ways:
    """Ways out of the tests' own; nothing leaves the process."""

    def __init__(self, road="plyer"):
        self.road = road
        self.sent = []

    def send(self, notice):
        self.sent.append((notice.title, notice.body))
        return Delivery(road=self.road)


@pytest.fixture
def ways(monkeypatch):
    made = Ways()
    monkeypatch.setattr(
        bell, "roads_of", lambda _desk, *, terminal: made if not terminal else pytest.fail("draws there")
    )
    return made


@pytest.fixture(autouse=True)
def joined(monkeypatch):
    """The sending thread is waited for where it is started, so that a test never guesses how long it takes."""

    class Thread(threading.Thread):
        def start(self):
            super().start()
            self.join()

    monkeypatch.setattr(bell, "threading", SimpleNamespace(Thread=Thread))


async def look_at(stage, time):
    stage.desk._clock.now = datetime.fromisoformat(f"2026-09-21T{time}")
    bell_of(stage.app).look()
    await stage.settle()


def marks(stage):
    return {one.key: one for one in stage.desk.book.read().all("reminder") if one.key != "begun"}


def strip(stage):
    found = stage.place.query(Strip)
    return found.first() if found else None


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_a_meeting_is_shown_at_the_foot_and_on_the_desktop(open_app, ways, lang):
    async with open_app(lang, filled=False) as stage:
        await stage.enter("a", {"en": "Bureau meeting today 9:00", "zh": "今天9:00局务会"}[lang])
        await look_at(stage, "08:00")
        bell_of(stage.app).put_away()
        await look_at(stage, "08:50")
        title = {"en": "09:00 Bureau meeting", "zh": "09:00 局务会"}[lang]
        assert title in stage.screen
        assert [one for one, _ in ways.sent][-1] == {"en": "Planner: ", "zh": "日程："}[lang] + title
        (mark,) = [one for one in marks(stage).values() if one.key.endswith("/10")]
        assert (mark.state, mark.road) == ("shown", "plyer")
        await look_at(stage, "08:51")
        assert len(ways.sent) == 2
        assert all(cells(line) <= 80 for line in stage.screen.splitlines())


async def test_where_the_desktop_shows_nothing_the_screen_did(open_app, ways):
    ways.road = None
    async with open_app(filled=False) as stage:
        await stage.enter("a", "Bureau meeting today 9:00")
        await look_at(stage, "08:30")
        bell_of(stage.app).put_away()
        await look_at(stage, "09:00")
        assert marks(stage)["timed:1:2026-09-21T09:00/0"].road == "screen"


async def test_what_was_missed_while_it_was_closed_is_shown_when_it_opens(open_app, ways):
    from planner.desk.reminding import remind

    async with open_app(filled=False) as stage:
        await stage.enter("a", "Bureau meeting today 7:52")
        remind(stage.desk, Ways(None))
        stage.desk._clock.now = datetime(2026, 9, 21, 7, 52)
        remind(stage.desk, Ways(None))
        assert [one.state for one in marks(stage).values()] == ["missed"]
        await look_at(stage, "07:58")
        assert "missed  07:52 Bureau meeting" in stage.screen


async def ready(stage):
    await stage.enter("a", "Bureau meeting today 9:00")
    await stage.enter("a", "Order paper")
    await look_at(stage, "07:55")
    await look_at(stage, "08:50")


async def test_the_list_puts_off_by_a_digit(open_app, ways):
    async with open_app(filled=False) as stage:
        await ready(stage)
        await stage.press("b")
        assert isinstance(stage.app.screen, ReminderList)
        assert "Bureau meeting" in stage.screen
        row = stage.app.screen.list.row
        assert row.key == "timed:1:2026-09-21T09:00/10"
        await stage.press("2")
        assert isinstance(stage.app.screen, ReminderList)
        assert stage.app.screen.list.row.key == row.key
        assert marks(stage)[row.key].until == datetime(2026, 9, 21, 9, 50)
        assert "put off" in stage.screen
        await stage.press("escape")
        assert stage.said.startswith("put off until Mon 21 Sep 09:50: 09:00 Bureau meeting")
        assert isinstance(stage.app.screen, Place)


@pytest.mark.parametrize(
    ("digit", "until"), [("1", "21T09:00"), ("2", "21T09:50"), ("3", "21T14:00"), ("4", "22T08:00")]
)
async def test_each_digit_says_until_when(open_app, ways, digit, until):
    async with open_app(filled=False) as stage:
        await ready(stage)
        await stage.press("b", digit)
        assert marks(stage)["timed:1:2026-09-21T09:00/10"].until == datetime.fromisoformat(f"2026-09-{until}")


async def test_other_times_are_typed(open_app, ways):
    async with open_app(filled=False) as stage:
        await ready(stage)
        await stage.press("b", "5")
        await stage.type("16:30")
        await stage.press("enter")
        assert marks(stage)["timed:1:2026-09-21T09:00/10"].until == datetime(2026, 9, 21, 16, 30)
        await stage.press("b", "5")
        await stage.type("never")
        await stage.press("enter")
        assert "no time to put it off to" in stage.said


async def test_enter_goes_to_the_record(open_app, ways):
    async with open_app() as stage:
        await look_at(stage, "07:55")
        await look_at(stage, "14:20")
        await stage.press("b")
        rows = stage.app.screen.list.rows
        place = next(place for place, row in enumerate(rows) if "14:30" in row.said.title)
        await stage.press("home", *("j" for _ in range(place)), "enter")
        assert isinstance(stage.app.screen, Place)
        assert stage.place.list.place[1] == rows[place].subject


async def test_enter_goes_to_the_place_that_has_the_record(open_app, ways):
    async with open_app() as stage:
        await look_at(stage, "07:55")
        await stage.press("4")
        assert stage.place.NAME == "parties"
        await stage.press("b")
        rows = stage.app.screen.list.rows
        place = next(place for place, row in enumerate(rows) if row.subject and row.subject[0] == "matter")
        await stage.press("home", *("j" for _ in range(place)), "enter")
        assert stage.place.NAME == "matters"
        assert stage.place.list.place[1] == rows[place].subject


async def test_an_empty_list_says_so_and_does_nothing(open_app, ways):
    from planner.config.settings import Settings

    async with open_app(filled=False) as stage:
        stage.desk.settings = Settings(remind_morning=False)
        await stage.press("b")
        assert "Nothing reminds today." in stage.screen
        await stage.press("1", "j", "k", "enter")
        assert isinstance(stage.app.screen, Place)


async def test_the_foot_is_put_away_by_the_mouse(open_app, ways):
    async with open_app(size=(100, 24), filled=False) as stage:
        await ready(stage)
        line = next(at for at, text in enumerate(stage.screen.splitlines()) if "×" in text and "09:00" in text)
        column = stage.screen.splitlines()[line].index("×")
        before = len(bell_of(stage.app).shown)
        await stage.pilot.click(offset=(column, line))
        await stage.settle()
        assert len(bell_of(stage.app).shown) == before - 1
        assert "10 min" not in "".join(text for text in stage.screen.splitlines()[-3:] if "09:00" in text)


async def test_the_mouse_puts_off_and_opens(open_app, ways):
    async with open_app(size=(100, 24), filled=False) as stage:
        await ready(stage)
        text = next(text for text in stage.screen.splitlines() if "×" in text and "09:00" in text)
        at = stage.screen.splitlines().index(text)
        await stage.pilot.click(offset=(text.index("1 h"), at))
        await stage.settle()
        assert marks(stage)["timed:1:2026-09-21T09:00/10"].until == datetime(2026, 9, 21, 9, 50)
        assert stage.said.startswith("put off until")


async def test_markup_in_a_title_is_only_text(open_app, ways):
    async with open_app(filled=False) as stage:
        await stage.enter("a", "[b]x[/] [/] [$accent today 9:00")
        await look_at(stage, "07:55")
        await look_at(stage, "09:00")
        assert "[b]x[/] [/] [$accent" in stage.screen
        await stage.press("b")
        assert "[b]x[/] [/] [$accent" in stage.screen


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (10, 3), (200, 60)])
async def test_every_size_is_survived(open_app, ways, size):
    async with open_app("zh", size) as stage:
        await look_at(stage, "07:55")
        await look_at(stage, "16:00")
        assert all(cells(line) <= size[0] for line in stage.screen.splitlines())
        await stage.press("b", "G", "k")
        assert all(cells(line) <= size[0] for line in stage.screen.splitlines())
        await stage.press("escape")


async def test_with_the_clock_fixed_nothing_comes_by_itself(open_app, ways, monkeypatch):
    async with open_app() as stage:
        stage.desk._clock.now = datetime(2026, 9, 21, 14, 30)
        stage.app.remind()
        await stage.settle()
        assert marks(stage) == {}
        monkeypatch.delenv("PLANNER_NOW")
        stage.app.remind()
        await stage.settle()
        assert marks(stage) != {}


async def test_a_throw_away_book_reminds_of_nothing(open_app, ways):
    async with open_app() as stage:
        stage.desk.keeps_up = False
        await look_at(stage, "14:30")
        assert marks(stage) == {}
        assert strip(stage) is None


async def test_a_busy_book_is_asked_again(open_app, ways, monkeypatch):
    from planner.store.errors import Locked

    async with open_app(filled=False) as stage:
        await stage.enter("a", "Bureau meeting today 9:00")
        await look_at(stage, "08:55")
        bell_of(stage.app).put_away()

        def busy(*_, **__):
            raise Locked("lock", 5.0)

        with monkeypatch.context() as patch:
            patch.setattr(bell, "claim", busy)
            await look_at(stage, "09:00")
        assert bell_of(stage.app).shown == ()
        assert not stage.place.foot.is_refusal
        await look_at(stage, "09:01")
        assert "09:00 Bureau meeting" in [one.said.title for one in bell_of(stage.app).shown]


def test_look_needs_a_moving_clock(monkeypatch):
    monkeypatch.setenv("PLANNER_NOW", "2026-09-21")
    look(None)  # type: ignore[arg-type]  # asked for nothing


async def test_what_is_put_away_in_one_place_is_so_in_all(open_app, ways):
    async with open_app(filled=False) as stage:
        await ready(stage)
        await stage.press("2")
        bell_of(stage.app).lay_out()
        await stage.settle()
        assert "09:00 Bureau meeting" in stage.screen.splitlines()[-2]
        await stage.press("b", "escape", "1")
        assert strip(stage) is not None
        assert not strip(stage).display
        assert "open  ×" not in stage.screen


async def test_what_a_timer_could_not_show_is_shown_here_at_once(open_app, ways):
    """Both look each minute; the timer came first and has no desktop."""
    from planner.desk.reminding import remind

    async with open_app(filled=False) as stage:
        await stage.enter("a", "Bureau meeting today 9:00")
        await look_at(stage, "08:30")
        stage.desk._clock.now = datetime(2026, 9, 21, 8, 50)
        remind(stage.desk, Ways(None))
        assert marks(stage)["timed:1:2026-09-21T09:00/10"].state == "missed"
        await look_at(stage, "08:50")
        assert marks(stage)["timed:1:2026-09-21T09:00/10"].state == "shown"
        assert "now  09:00 Bureau meeting" in stage.screen
