"""Keeping everyone told, by keys: the sheet for a talk, points, who a party is."""

from __future__ import annotations

import pytest

from planner.desk.refused import Refused
from planner.desk.relaying import matter_of_answer, reword
from planner.domain.matter import Matter
from planner.domain.moment import date
from planner.domain.party import Party
from planner.domain.point import Point
from planner.tui.places.talk import TalkPlace
from planner.tui.widgets.form import Form


def point(stage, number):
    found = stage.desk.book.read().get("point", number)
    assert isinstance(found, Point)
    return found


def party(stage, name):
    return next(one for one in stage.desk.book.read().all("party") if isinstance(one, Party) and one.name == name)


async def talk_with(stage, name):
    await stage.press("4")
    stage.row(("party", name))
    await stage.press("t")
    assert isinstance(stage.place, TalkPlace)


async def test_points_are_ticked_answered_and_made_matters_and_the_talk_is_held(open_app):
    async with open_app() as stage:
        await talk_with(stage, "Li")
        assert stage.place.list.sections[0].name == "waiting"
        await stage.press("space")
        assert point(stage, 1).closed is not None
        assert stage.place.list.place == ("waiting", ("point", 1)), "the cursor stays on what was ticked"
        await stage.press("space")
        assert stage.place.list.place == ("waiting", ("point", 2)), "once more goes on to the next, and ticks nothing"
        assert point(stage, 2).is_open
        await stage.press("enter")
        await stage.type("+by phone: send a car")
        assert "how: by phone" in stage.screen
        assert "becomes a matter" in stage.screen
        await stage.press("enter")
        made = point(stage, 2)
        assert (made.ticks[-1].how, made.ticks[-1].answer) == ("by phone", "send a car")
        matter = stage.desk.book.read().get("matter", made.made[0])
        assert isinstance(matter, Matter)
        assert (matter.title, matter.assigned_by, matter.words) == ("audit on thursday", "Li", "send a car")
        await stage.press("u")
        assert point(stage, 2).is_open
        assert stage.desk.book.read().get("matter", made.made[0]) is None
        await stage.press("h")
        assert stage.place.NAME == "parties"
        assert party(stage, "Li").last_talk == stage.desk.now
        assert point(stage, 3).is_open
        assert "2 points wait for the next" in stage.said
        await stage.press("u")
        assert party(stage, "Li").last_talk is None


async def test_a_point_on_the_fly_and_leaving_loses_nothing(open_app):
    async with open_app() as stage:
        await talk_with(stage, "Wang")
        await stage.press("n")
        await stage.type("the lift is repaired")
        await stage.press("enter")
        assert "the lift is repaired" in stage.screen
        await stage.press("space", "escape")
        assert stage.place.NAME == "parties"
        assert not point(stage, 4).is_open
        assert point(stage, 7).parties == ("Wang",)
        assert party(stage, "Wang").last_talk is None


async def test_questions_are_ticked_while_the_sheet_is_open(open_app):
    async with open_app() as stage:
        await talk_with(stage, "Li")
        revision = stage.desk.book.revision()
        stage.row(("question", 0))
        await stage.press("space")
        line = next(line for line in stage.screen.splitlines() if line.startswith("›"))
        assert "[x]" in line
        assert "only until this sheet is left" in stage.said
        await stage.press("enter")
        assert stage.desk.book.revision() == revision


async def test_their_matters_and_visits_are_on_the_sheet_and_verbs_work_there(open_app):
    async with open_app() as stage:
        await talk_with(stage, "Relief")
        assert stage.place.list.place == ("overdue", ("matter", 2))
        await stage.enter("c", "ready fri")
        assert len(stage.desk.book.read().get("matter", 2).chases) == 2
        await stage.press("q")
        await talk_with(stage, "Elderly")
        assert ("visits", ("reception", 202600001)) in [
            (section.name, section.rows.key(0)) for section in stage.place.list.sections
        ]


async def test_the_original_words_stand_beside_the_words_passed_on(open_app):
    async with open_app("en", (120, 40)) as stage:
        reword(stage.desk, 1, "relief fund came")
        await talk_with(stage, "Li")
        assert "in their words: “relief fund arrived”" in stage.screen
        assert "left out: “arrived”" in " ".join(stage.screen.replace("│", " ").split())
        await stage.press("e")
        assert "1 words:" in stage.screen
        await stage.type(" on Friday")
        assert "put in: “came on Friday”" in " ".join(stage.screen.split())
        await stage.press("enter")
        made = point(stage, 1)
        assert (made.text, made.original) == ("relief fund came on Friday", "relief fund arrived")


async def test_whom_to_talk_with_is_chosen_by_a_digit(open_app):
    async with open_app() as stage:
        await stage.press("t")
        assert "A talk with whom?" in stage.screen
        await stage.press("2")
        assert isinstance(stage.place, TalkPlace)
        assert "Talk with Wang" in stage.screen


async def test_keys_typed_ahead_wait_for_the_sheet(open_app):
    async with open_app() as stage:
        await stage.press("4")
        stage.row(("party", "Li"))
        for key in ("t", " "):
            stage._send(key)
        await stage.settle()
        await stage.app.clerk.settled()
        await stage.settle()
        assert isinstance(stage.place, TalkPlace)
        assert not point(stage, 1).is_open


async def test_the_lists_of_communication(open_app):
    async with open_app() as stage:
        await stage.press("4", "l")
        assert stage.place.list.place == ("owed", ("party", "Zhao"))
        await stage.press("l")
        assert stage.place.list.place == ("points Li", ("point", 1))
        await stage.press("x")
        assert not point(stage, 1).is_open
        await stage.enter("i", "in person: noted")
        made = point(stage, 2)
        assert (made.ticks[-1].how, made.ticks[-1].answer) == ("in person", "noted")


async def test_an_answer_becomes_a_matter_by_one_key(open_app):
    async with open_app() as stage:
        await talk_with(stage, "Li")
        await stage.press("enter")
        await stage.type("send a car")
        await stage.press("enter")
        await stage.press("M")
        made = stage.desk.book.read().get("matter", point(stage, 1).made[0])
        assert (made.title, made.words) == ("relief fund arrived", "send a car")


@pytest.mark.parametrize(
    ("lang", "answer", "due"),
    [
        ("zh", "周五前报方案", date(2026, 9, 25)),
        ("en", "send the plan by fri", date(2026, 9, 25)),
        ("zh", "同意", None),
    ],
)
async def test_a_date_in_the_answer_is_the_due_date_of_its_matter(open_app, lang, answer, due):
    async with open_app(lang) as stage:
        await talk_with(stage, "Li" if lang == "en" else "李局")
        await stage.press("space", "i")
        await stage.type(answer)
        await stage.press("enter", "M")
        said = point(stage, 1)
        made = stage.desk.book.read().get("matter", said.made[0])
        assert (made.title, made.words, made.due) == (said.text, answer, due)


@pytest.mark.parametrize("key", ["i", "enter"])
async def test_an_answer_right_after_the_tick_belongs_to_the_point_that_was_ticked(open_app, key):
    async with open_app() as stage:
        await talk_with(stage, "Li")
        await stage.press("j", "space", key)
        assert "2 answered:" in stage.screen
        await stage.type("by phone: agreed")
        await stage.press("enter")
        assert [(tick.how, tick.answer) for tick in point(stage, 2).ticks] == [("by phone", "agreed")]
        assert point(stage, 3).is_open
        await stage.press("u")
        assert point(stage, 2).ticks[-1].answer is None, "the answer is taken back, the tick stays"


async def test_a_party_is_edited_by_a_form(open_app):
    async with open_app() as stage:
        await stage.press("4")
        stage.row(("party", "Zhao"))
        await stage.press("e")
        form = stage.app.screen
        assert isinstance(form, Form)
        for row in form.rows:
            if row.field.name in ("title", "cadence", "aliases"):
                row.put({"title": "Deputy Director Zhao", "cadence": "weekly", "aliases": "Old Zhao"}[row.field.name])
        await stage.settle()
        await stage.press("ctrl+s")
        made = party(stage, "Zhao")
        assert (made.title, made.rhythm, made.cadence, made.aliases, made.rank) == (
            "Deputy Director Zhao",
            "weekly",
            None,
            ("Old Zhao",),
            3,
        )
        await stage.press("u")
        assert party(stage, "Zhao").cadence == 5


async def test_two_names_are_made_one(open_app):
    async with open_app() as stage:
        await stage.enter("n", "@Boss the lift")
        await stage.press("4")
        stage.row(("party", "Li"))
        await stage.press("B")
        assert "Who else is Li?" in stage.screen
        line = next(line for line in stage.screen.splitlines() if "Boss" in line)
        await stage.press(line.split()[1] if line.split()[1].isdigit() else line.split()[2])
        assert party(stage, "Li").aliases == ("Boss",)
        assert "Boss is Li from now on" in stage.said


async def test_the_screen_names_its_keys_where_the_command_line_names_commands(open_app):
    async with open_app("zh") as stage:
        await talk_with(stage, "李局")
        await stage.press("space", "M")
        assert stage.said == "要点1尚无答复：按 i 记答复"
        with pytest.raises(Refused, match="planner talk"):
            matter_of_answer(stage.desk, 1)


async def test_an_answered_visitor_whose_matter_goes_on_is_told_by_its_key(open_app):
    async with open_app("zh") as stage:
        await stage.press("3")
        stage.row(("reception", 202600001))
        await stage.enter("x", "当面：已说明")
        assert "在该事项上按 x 办结" in stage.said
        assert "planner" not in stage.said


async def test_what_is_taken_back_is_named_and_a_reworded_point_keeps_its_direction(open_app):
    async with open_app("zh") as stage:
        await talk_with(stage, "李局")
        await stage.press("e")
        await stage.type("了")
        await stage.press("enter")
        assert stage.said.startswith("1 汇报：救助资金已到账了")
        await stage.press("h", "u")
        assert "李局" in stage.said
        assert "联系人" not in stage.said
        await stage.press("2")
        stage.row(("matter", 10))
        title = stage.desk.book.read().get("matter", 10).title
        await stage.press("m", "u")
        assert f"10 {title}" in stage.said
