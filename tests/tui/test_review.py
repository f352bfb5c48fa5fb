"""The review's place: figures as pictures, its records under the cursor, the walk, the report."""

from __future__ import annotations

import pytest
from office import Clock, desk_in, fill
from screens import golden

from planner.desk import matters, reporting
from planner.desk.capturing import add
from planner.desk.talks import set_party
from planner.tui.widgets.bars import EMPTY, FULL, LENGTH, Gauge, bar, sparkline
from planner.wording.safe import cells

RESULTS = {
    "en": ("Sent to the city, signed by Li", "Agreed; he wants it again at month's end"),
    "zh": ("已报市局，李局签发", "李局同意，要求月底再报一次"),
}
TITLES = {"en": "Director Li Ming", "zh": "李明局长"}
SIZES = ((80, 24), (120, 40), (40, 12))


def week(tmp_path, lang):
    """A week in which something was done: the majors 8 and 19 with what came of them, the minor 3 without."""
    desk = desk_in(tmp_path / "book", lang, Clock())
    fill(desk)
    leader = {"en": "Li", "zh": "李局"}[lang]
    set_party(desk, leader, title=TITLES[lang])
    done = [one for one in desk.book.read().all("matter") if one.grade == "major"][:1]
    timed = [one for one in desk.book.read().all("matter") if one.due and one.parties == (leader,)][:1]
    for matter, result in zip((*done, *timed), RESULTS[lang], strict=True):
        matters.done(desk, (matter.number,), result)
    return desk


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_place(open_app, tmp_path, lang, size):
    async with open_app(lang, size, desk=week(tmp_path, lang)) as stage:
        await stage.press("5")
        assert all(cells(line) <= size[0] for line in stage.screen.splitlines())
        golden(f"review-{lang}-{size[0]}x{size[1]}", stage.screen)


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_the_walk_is_seen(open_app, tmp_path, lang):
    async with open_app(lang, desk=week(tmp_path, lang)) as stage:
        await stage.press("w")
        golden(f"walk-{lang}-80x24", stage.screen)


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_the_report_on_a_sheet(open_app, tmp_path, lang):
    async with open_app(lang, desk=week(tmp_path, lang)) as stage:
        await stage.press("5", "T")
        golden(f"report-{lang}-80x24", stage.screen)
        await stage.press("escape")
        assert stage.place.NAME == "review"


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (1, 1), (72, 16), (110, 22), (300, 90)])
async def test_every_size_is_survived(open_app, tmp_path, size):
    async with open_app("zh", size, desk=week(tmp_path, "zh")) as stage:
        for keys in (("5", "j", "G"), ("w", "full_stop", "w"), ("T", "escape"), ("I",), ("ctrl+o", "escape")):
            await stage.press(*keys)
            assert all(cells(line) <= size[0] for line in stage.screen.splitlines())


async def test_an_empty_week_says_what_to_do(open_app):
    async with open_app(filled=False) as stage:
        await stage.press("5")
        assert "Nothing happened in these days." in stage.screen


async def test_the_verbs_are_for_the_record_under_the_cursor(open_app, tmp_path):
    async with open_app(desk=week(tmp_path, "en")) as stage:
        await stage.press("5")
        kind, number = stage.place.list.place[1]
        assert kind == "matter"
        await stage.press("I")
        assert stage.desk.book.read().get("matter", number).in_report is True
        await stage.press("I")
        assert stage.desk.book.read().get("matter", number).in_report is False
        assert "stands in no report" in stage.said
        await stage.press("I", "u")
        assert stage.desk.book.read().get("matter", number).in_report is False


async def test_an_interval_is_asked_for(open_app, tmp_path):
    async with open_app(desk=week(tmp_path, "en")) as stage:
        await stage.press("5")
        _, number = stage.place.list.place[1]
        await stage.enter("U", "5")
        assert stage.desk.book.read().get("matter", number).review_every == 5
        await stage.enter("U", "soon")
        assert stage.desk.book.read().get("matter", number).review_every == 5
        await stage.press("U", "enter")
        assert stage.desk.book.read().get("matter", number).review_every is None


async def test_other_spans_are_turned_to(open_app, tmp_path):
    async with open_app(desk=week(tmp_path, "en")) as stage:
        await stage.press("5")
        assert "21 Sep to 27 Sep" in stage.screen
        await stage.press("left")
        assert "14 Sep to 20 Sep" in stage.screen
        await stage.press("right", "right")
        assert "28 Sep to 4 Oct" in stage.screen
        await stage.press("l", "l")
        assert "1 Sep to 30 Sep" in stage.screen


async def test_the_walk_goes_on_where_it_was_left(open_app, tmp_path):
    async with open_app(desk=week(tmp_path, "en")) as stage:
        await stage.press("w")
        key = stage.place.list.place[1]
        await stage.press("full_stop")
        assert stage.place.list.place[1] != key
        assert "1 seen" in stage.screen
        await stage.press("w")
        assert "Walk" not in stage.screen.splitlines()[0]
        await stage.press("1", "w")
        assert "1 seen" in stage.screen
        assert stage.place.list._find(None, key) is None
        await stage.press("u")
        assert stage.place.list._find(None, key) is not None


async def test_what_is_done_in_the_walk_leaves_it(open_app, tmp_path):
    async with open_app(desk=week(tmp_path, "en")) as stage:
        await stage.press("w")
        key = stage.place.list.place[1]
        await stage.press("x")
        await stage.type("bought")
        await stage.press("enter")
        assert stage.desk.book.read().get(*key).result == "bought"
        assert stage.place.list._find(None, key) is None


async def test_seen_means_nothing_outside_the_walk(open_app, tmp_path):
    async with open_app(desk=week(tmp_path, "en")) as stage:
        for keys in ((), ("5",)):
            before = stage.desk.book.revision()
            await stage.press(*keys, "full_stop")
            assert "w begins" in stage.said
            assert stage.desk.book.revision() == before


async def test_the_report_is_sent_and_the_next_begins_there(open_app, tmp_path):
    async with open_app(desk=week(tmp_path, "en")) as stage:
        await stage.press("5", "ctrl+o", "enter")
        assert "has gone out" in stage.said
        assert [one.number for one in reporting.sent_reports(stage.desk)] == [1]
        await stage.press("ctrl+o")
        await stage.type("nonsense")
        await stage.press("enter")
        assert "is not a date" in stage.said


async def test_the_report_is_written_to_a_file(open_app, tmp_path):
    async with open_app(desk=week(tmp_path, "en")) as stage:
        await stage.press("5", "ctrl+x", "ctrl+u")
        await stage.type(str(tmp_path / "out.md"))
        await stage.press("enter")
        assert "sent to the city, signed by Director Li Ming." in (tmp_path / "out.md").read_text(encoding="utf-8")


async def test_without_an_editor_it_is_said(open_app, tmp_path, monkeypatch):
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with open_app(desk=week(tmp_path, "en")) as stage:
        await stage.press("5", "ctrl+e")
        assert "EDITOR" in stage.said


@pytest.mark.parametrize(
    ("part", "whole", "full"),
    [(0, 5, 0), (5, 5, 10), (1, 1000, 1), (999, 1000, 9), (1, 2, 5), (0, 0, None)],
)
def test_a_bar_shows_what_is_more_than_nothing_and_less_than_all(part, whole, full):
    drawn = bar(part, whole)
    assert cells(drawn) == LENGTH
    assert drawn == (" " * LENGTH if full is None else FULL * full + EMPTY * (LENGTH - full))


@pytest.mark.parametrize(
    ("levels", "drawn"),
    [((), ""), ((0,), ""), ((1,), "⣿"), ((1, 2, 3, 4), "⣀⣤⣶⣿"), ((0, 100, 1), " ⣿⣀"), ((1,) * 40, "⣿" * 10)],
)
def test_a_sparkline_is_as_high_as_its_highest(levels, drawn):
    assert sparkline(levels) == drawn.ljust(LENGTH)


def test_a_gauge_is_a_bar_or_a_sparkline():
    assert Gauge("a", "b", 1, 2).picture == bar(1, 2)
    assert Gauge("a", "b", levels=(1, 2)).picture == sparkline((1, 2))


@pytest.mark.parametrize("hostile", ["[/]", "[@click=app.quit]x[/]", "\x1b]52;c;aGk=\x07", "\u202eabc", "$x\\"])
async def test_hostile_words_are_only_shown(open_app, tmp_path, hostile):
    desk = desk_in(tmp_path / "book", "en", Clock())
    number = add(desk, f"title {hostile} +major").matter.number
    matters.done(desk, (number,), f"result {hostile}")
    add(desk, f"open {hostile}")
    async with open_app("en", (120, 40), desk=desk) as stage:
        for keys in (("5",), ("T",), ("escape",), ("w",), ("full_stop",)):
            await stage.press(*keys)
            assert not any(ord(char) < 32 or char == "\u202e" for char in stage.screen.replace("\n", ""))
        assert stage.place.NAME == "review"
