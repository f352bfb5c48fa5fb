"""Editing matters on the screen: the form, a title in place, several at once, and marks."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from test_keys import matter, on

from planner.config.settings import Settings
from planner.desk.desk import Desk
from planner.desk.matters import edit
from planner.wording import use


async def test_the_form_changes_all_of_a_matter_in_one_undo(open_app):
    async with open_app(size=(100, 40)) as stage:
        _, number = on(stage)
        before = matter(stage, number)
        await stage.press("e")
        await stage.type("!")
        await stage.press("tab", "ctrl+u")
        await stage.type("next wed 9-10:30")
        await stage.press("tab")
        await stage.type("next mon")
        await stage.press("tab", "2", "tab", "3", "tab", "2")  # priority, grade by hand, a mark more
        await stage.press("tab", "tab")
        await stage.type("Wang, Newman")
        await stage.press("tab")
        await stage.type("Finance, Relief")
        await stage.press("tab", "1", "tab")
        await stage.type("+a #b")
        await stage.press("tab", "right", "tab", "tab")
        await stage.type("every mon")
        await stage.press("tab")
        await stage.type("2 3")
        await stage.press("tab")
        await stage.type("30m 1d")
        await stage.press("tab")
        await stage.type("5")
        await stage.press("tab")
        await stage.type("a note")
        await stage.press("enter")
        await stage.type("of two lines")
        await stage.press("ctrl+s")
        assert stage.said.startswith(f"changed: {number}")
        made = matter(stage, number)
        assert made.title == before.title + "!"
        assert (made.due, made.end) == (datetime(2026, 9, 30, 9), datetime(2026, 9, 30, 10, 30))
        assert made.start == date(2026, 9, 28)
        assert (made.priority, made.grade_by_hand) == (2, "minor")
        assert made.marks == ("assigned", "overall")
        assert (made.parties, made.handed_to) == (("Wang", "Newman"), ("Finance", "Relief"))
        assert (made.supervised, made.stage) == (True, "assigned")
        assert made.tags == ("a", "b")
        assert made.rrule == "FREQ=WEEKLY;BYDAY=MO"
        assert (made.needs, made.remind) == ((2, 3), (30, 1440))
        assert [step.ahead for step in made.steps] == [5]
        assert made.notes[-1].text == "a note\nof two lines"
        await stage.press("u")
        assert matter(stage, number) == before


async def test_what_is_emptied_is_empty_and_what_is_left_alone_stays(open_app):
    async with open_app(size=(100, 40)) as stage:
        _, number = on(stage)
        edit(stage.desk, (number,), "+overall tags:x,y to:Finance +supervise remind:30m every:FREQ=WEEKLY;BYDAY=MO")
        stage.app.reload()
        await stage.settle()
        before = matter(stage, number)
        await stage.press("e", "tab", "ctrl+u")  # no date
        for name in ("marks", "handed_to", "supervised", "tags", "remind", "rrule"):
            form = stage.app.screen
            row = next(row for row in form.rows if row.field.name == name)
            while form.focused is not row.entry:
                await stage.press("tab")
            if name == "marks":
                await stage.press(*(str(place) for place in (1, 2) if before.marks))
            elif name == "supervised":
                await stage.press("2")
            else:
                await stage.press("end", "ctrl+u")
        await stage.press("ctrl+s")
        made = matter(stage, number)
        assert (made.due, made.marks, made.handed_to, made.supervised) == (None, (), (), False)
        assert (made.tags, made.remind, made.rrule) == ((), (), None)
        assert (made.title, made.assigned_by, made.urgency) == (before.title, before.assigned_by, before.urgency)


async def test_a_form_that_is_left_or_saved_unchanged_writes_nothing(open_app):
    async with open_app() as stage:
        before = stage.desk.book.revision()
        await stage.press("e", "escape")
        await stage.press("e", "ctrl+s")
        assert stage.desk.book.revision() == before
        assert stage.app.screen is stage.place


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_every_matter_of_a_day_opens_in_the_form_with_nothing_wrong(open_app, lang):
    from planner.desk.capturing import add
    from planner.tui.matter_form import fields_of

    async with open_app(lang) as stage:
        for line in (
            "x every last workday if-off:before",
            "y 每月5号 9-10",
            "z after 2 weeks",
            "w 2026-10-01..2026-10-03",
        ):
            add(stage.desk, line)
        for one in stage.desk.book.read().all("matter"):
            for field in fields_of(one, stage.place.sight):
                assert field.check is None or field.check(field.value).ok, (one.number, field)


async def test_a_title_is_edited_where_it_stands(open_app):
    async with open_app() as stage:
        _, number = on(stage)
        line = stage.place.list.region.y + stage.place.list.cursor_region.y
        await stage.press("f2")
        await stage.press("home", "ctrl+k")
        await stage.type("Another title")
        assert "Another title" in stage.screen.splitlines()[line]
        await stage.press("enter")
        assert matter(stage, number).title == "Another title"
        await stage.press("f2", "ctrl+u")
        await stage.type("never")
        await stage.press("escape")
        assert matter(stage, number).title == "Another title"
        assert stage.app.focused is stage.place.list


async def test_marked_matters_are_changed_together_and_undone_together(open_app):
    async with open_app() as stage:
        await stage.press("2", "V", "V")
        marked = stage.place.numbers_of_matters()
        assert len(marked) == 2
        assert stage.screen.count(" *") >= 2
        assert "2 marked" in stage.said
        await stage.enter("d", "2026-12-01")
        assert {matter(stage, number).due for number in marked} == {date(2026, 12, 1)} or all(
            matter(stage, number).due.date() == date(2026, 12, 1)
            if isinstance(matter(stage, number).due, datetime)
            else matter(stage, number).due == date(2026, 12, 1)
            for number in marked
        )
        assert not stage.place.list.marked
        await stage.press("u")
        assert date(2026, 12, 1) not in {matter(stage, number).due for number in marked}
        await stage.press("ctrl+a")
        assert len(stage.place.numbers_of_matters()) > 10
        await stage.press("escape")
        assert not stage.place.list.marked
        await stage.press("g", "g", "ctrl+down", "ctrl+down")
        assert len(stage.place.list.marked) == 3
        await stage.enter("e", "+tagged")
        assert sum(one.tags == ("tagged",) for one in stage.desk.book.read().all("matter")) == 3


async def test_many_are_asked_about_first(open_app, tmp_path):
    from office import Clock, fill

    use("en")
    desk = Desk(str(tmp_path / "many"), Settings(theme="dark", bulk_ask=2), "en", Clock(), who="tester")
    fill(desk)
    async with open_app(desk=desk) as stage:
        await stage.press("2", "V", "V", "V")
        marked = stage.place.numbers_of_matters()
        await stage.press("m")
        assert "really for 3 matters?" in stage.screen
        before = stage.desk.book.revision()
        await stage.press("2")
        assert stage.desk.book.revision() == before
        await stage.press("m", "1")
        assert all(matter(stage, number).grade_by_hand for number in marked)


async def test_only_matters_are_marked_and_some_verbs_are_for_one(open_app):
    async with open_app() as stage:
        await stage.press("4", "V")
        assert stage.place.foot.is_refusal
        await stage.press("2", "V", "V", "J")
        assert stage.place.foot.is_refusal
        assert "one at a time" in stage.said


async def test_a_range_by_the_mouse(open_app):
    async with open_app() as stage:
        await stage.press("2")
        top = stage.place.list.region.y + stage.place.list.cursor_region.y
        await stage.pilot.click(offset=(10, top + 2), shift=True)
        await stage.settle()
        assert len(stage.place.list.marked) == 3


async def test_the_chinese_form_says_and_takes_times_before_in_chinese(open_app):
    from planner.tui.widgets.form import Form

    async with open_app("zh") as stage:
        await stage.enter("a", "核对台账 9月30日 remind:30m ahead:5wd")
        made = max(stage.desk.book.read().all("matter"), key=lambda one: one.number)
        await stage.press("2")
        stage.row(("matter", made.number))
        await stage.press("e")
        form = stage.app.screen
        assert isinstance(form, Form)
        fields = {row.field.name: row for row in form.rows}
        assert (fields["remind"].field.value, fields["ahead"].field.value) == ("30分钟", "5个工作日")
        fields["remind"].put("2小时")
        fields["ahead"].put("3个工作日")
        await stage.settle()
        await stage.press("ctrl+s")
        made = stage.desk.book.read().get("matter", made.number)
        assert made.remind == (120,)
        assert [step.ahead for step in made.steps] == [3]
