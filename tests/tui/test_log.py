"""The reception log by keys: each step on its own date, forms, lists, and what is masked."""

from __future__ import annotations

from planner.domain.matter import Matter
from planner.domain.moment import date
from planner.domain.reception import Reception
from planner.tui.widgets.form import Form
from planner.tui.widgets.sheet import Sheet

WANG, ANON, ZHANG = 202600001, 202600002, 202600003


def reception(stage, number):
    found = stage.desk.book.read().get("reception", number)
    assert isinstance(found, Reception)
    return found


async def on(stage, number):
    await stage.press("3")
    stage.row(("reception", number))


async def test_each_step_on_its_own_date_and_taken_back(open_app):
    async with open_app() as stage:
        await on(stage, WANG)
        await stage.enter("N", "18/9")
        assert reception(stage, WANG).noticed == date(2026, 9, 18)
        assert "afterwards" in stage.said
        await stage.press("A")
        await stage.type("tomorrow")
        assert "that day is still ahead" in stage.screen
        await stage.press("enter")
        assert stage.place.foot.is_refusal
        assert reception(stage, WANG).accepted is None
        await stage.press("A", "enter")
        assert reception(stage, WANG).accepted == date(2026, 9, 21)
        assert "next: finish" in stage.said
        await stage.press("O", "enter")
        assert reception(stage, WANG).events[-1].name == "objected"
        await stage.press("H", "1", "enter")
        assert reception(stage, WANG).events[-1].name == "reported"
        await stage.press("u", "u", "u", "u")
        assert (reception(stage, WANG).noticed, reception(stage, WANG).accepted) == (None, None)


async def test_an_extension_of_the_clock_by_a_form(open_app):
    async with open_app() as stage:
        await on(stage, WANG)
        await stage.press("A", "enter", "E")
        assert isinstance(stage.app.screen, Form)
        await stage.press("enter")
        await stage.type("more homes to ask")
        await stage.press("enter")
        await stage.type("Director Ma")
        await stage.press("ctrl+s")
        made = reception(stage, WANG).extensions[-1]
        assert (made.days, made.reason, made.approver) == (30, "more homes to ask", "Director Ma")


async def test_forwarding_makes_a_supervised_matter_and_closing_it_asks_for_the_answer(open_app):
    async with open_app() as stage:
        await on(stage, ZHANG)
        await stage.enter("greater_than_sign", "Relief")
        made = reception(stage, ZHANG)
        (number,) = made.matters
        matter = stage.desk.book.read().get("matter", number)
        assert isinstance(matter, Matter)
        assert (matter.supervised, matter.receptions, matter.handed_to) == (True, (ZHANG,), ("Relief",))
        assert f"watched as {number}" in stage.said
        await stage.press("2")
        stage.row(("matter", number))
        await stage.press("x")
        await stage.type("granted")
        await stage.press("enter")
        assert "V2026-0003 answered:" in stage.screen
        await stage.type("in writing: granted from October")
        assert "how: in writing" in stage.screen
        await stage.press("enter")
        made = reception(stage, ZHANG)
        assert (made.state, made.reply, made.reply_how) == ("answered", "granted from October", "in writing")
        await stage.press("u", "u")
        assert reception(stage, ZHANG).state == "open"


async def test_the_answer_can_be_left_for_later(open_app):
    async with open_app() as stage:
        number = reception(stage, WANG).matters[0]
        await stage.press("2")
        stage.row(("matter", number))
        await stage.press("x", "enter")
        assert "V2026-0001 answered:" in stage.screen
        await stage.press("escape")
        assert reception(stage, WANG).state == "open"
        assert not stage.desk.book.read().get("matter", number).is_open


async def test_correcting_by_a_form_keeps_the_old_values_in_the_history(open_app):
    async with open_app() as stage:
        await on(stage, ZHANG)
        await stage.press("e")
        form = stage.app.screen
        assert isinstance(form, Form)
        row = next(row for row in form.rows if row.field.name == "unit")
        row.put("Hedong")
        await stage.settle()
        await stage.press("ctrl+s")
        assert reception(stage, ZHANG).unit == "Hedong"
        assert reception(stage, ZHANG).phone == "13900000000"
        await stage.press("u")
        assert reception(stage, ZHANG).unit is None


async def test_an_entry_is_voided_with_its_reason_only(open_app):
    async with open_app() as stage:
        await on(stage, ANON)
        await stage.press("D", "enter")
        assert stage.place.foot.is_refusal
        await stage.enter("D", "registered twice")
        made = reception(stage, ANON)
        assert (made.state, made.void_reason) == ("voided", "registered twice")
        await stage.press("u")
        assert reception(stage, ANON).state == "open"


async def test_grave_and_restricted_by_one_key(open_app):
    async with open_app() as stage:
        await on(stage, ZHANG)
        await stage.press("exclamation_mark")
        assert reception(stage, ZHANG).grave
        assert "art. 25" in stage.said
        await stage.press("asterisk")
        assert reception(stage, ZHANG).marked_restricted
        assert "Zhang" not in stage.screen
        await stage.press("Y")
        assert isinstance(stage.app.screen, Sheet)
        assert "Zhang Wei" in stage.screen
        assert "13900000000" in stage.screen
        await stage.press("escape")
        assert "Zhang" not in stage.screen
        await stage.press("asterisk")
        assert not reception(stage, ZHANG).restricted


async def test_a_visit_by_a_form_of_all_its_fields(open_app):
    async with open_app() as stage:
        await stage.press("F")
        form = stage.app.screen
        assert isinstance(form, Form)
        await stage.press("ctrl+s")
        assert stage.app.screen is form, "a visit without a wish is not saved"
        given = {
            "matter": "heating subsidy",
            "name": "Chen Hua",
            "phone": "13700000000",
            "headcount": "3",
            "unit": "Xicheng",
            "asked": "Wang",
            "received_by": "Ma",
            "handed_to": "Relief, Finance",
            "reply_due": "fri",
            "at": "today 7:30",
            "sex": "f",
            "age": "61",
            "attachments": "petition, card",
            "satisfaction": "content",
        }
        for row in form.rows:
            if row.field.name in given:
                row.put(given[row.field.name])
        await stage.settle()
        await stage.press("ctrl+s")
        assert stage.app.screen is stage.place, stage.screen
        made = reception(stage, 202600004)
        assert (made.matter, made.name, made.headcount, made.age) == ("heating subsidy", "Chen Hua", 3, 61)
        assert (made.handed_to, made.route, made.asked) == (("Relief", "Finance"), "forwarded", "Wang")
        assert (made.reply_due, made.at.hour) == (date(2026, 9, 25), 7)
        assert made.attachments == ("petition", "card")
        assert "watched as" in stage.said
        await stage.press("u")
        assert reception(stage, 202600004).state == "voided"


async def test_the_lists_of_the_log(open_app):
    async with open_app() as stage:
        await stage.press("3")
        names = []
        for _ in range(5):
            names.append([section.name for section in stage.place.list.sections])
            await stage.press("l")
        assert names == [
            ["waiting"],
            ["today"],
            [],
            ["section Elderly", "section None"],
            ["subject No subject yet"],
        ]
        assert [section.name for section in stage.place.list.sections] == ["waiting"]


async def test_what_is_late_stands_in_its_list(open_app):
    from datetime import timedelta

    async with open_app() as stage:
        stage.desk._clock.now += timedelta(days=30)
        await stage.press("3", "l", "l")
        assert "Reception: late" in stage.screen
        assert stage.place.list.sections[0].name == "late"


async def test_the_clocks_stand_first_in_the_detail(open_app):
    async with open_app("en", (120, 40)) as stage:
        await on(stage, WANG)
        await stage.settle()
        await stage.press("k", "j")
        lines = [line[80:] for line in stage.screen.splitlines()]
        pane = " ".join(" ".join(lines).replace("│", " ").split())
        assert "written notice: Mon 28 Sep" in pane
        assert "working days" in pane
        assert "Regulations on Petition Work, art. 23" in pane
        assert pane.index("written notice") < pane.index("138****0000")


async def test_who_was_answered_by_word_of_mouth_stays_among_those_who_wait(open_app):
    """The written notice is still owed (信访工作条例 23), and Today shows it too."""
    async with open_app() as stage:
        await on(stage, ZHANG)
        await stage.enter("x", "in person: granted")
        made = reception(stage, ZHANG)
        assert (made.state, made.is_waiting) == ("answered", True)
        assert ZHANG in {number for name, number in _stands(stage, "waiting")}
        assert not _stands(stage, "closed")


def _stands(stage, name):
    """The keys of what stands in a part of the list."""
    found = [section.rows for section in stage.place.list.sections if section.name == name]
    return [rows.key(place) for rows in found for place in range(len(rows))]
