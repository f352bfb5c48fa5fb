"""The place of all matters: the filter language with its slips, saved views, the agenda of a week and a month."""

from __future__ import annotations

from planner.desk.choosing import views


def numbers(stage):
    return {section.rows.key(place)[1] for section in stage.place.list.sections for place in range(len(section.rows))}


async def test_the_filter_language_as_it_is_typed(open_app):
    async with open_app() as stage:
        await stage.press("2", "slash")
        await stage.type("due:<wed +documents")
        assert numbers(stage) == {4}
        await stage.press("enter")
        assert numbers(stage) == {4}
        await stage.press("escape")
        assert len(numbers(stage)) == 24


async def test_plain_words_are_looked_for_in_what_is_shown(open_app):
    async with open_app() as stage:
        await stage.press("2", "slash")
        await stage.type("relief")
        assert numbers(stage) == {2, 4, 17}


async def test_a_slip_is_told_with_its_place_and_changes_nothing(open_app):
    async with open_app() as stage:
        await stage.press("2")
        await stage.enter("slash", "light:red")
        assert numbers(stage) == {2}
        await stage.press("slash")
        await stage.type(" and due:frx")
        assert "“frx”" in stage.screen
        before = numbers(stage)
        await stage.press("enter")
        assert "“light:red” still holds" in stage.screen
        assert numbers(stage) == before
        await stage.press("escape")
        assert len(numbers(stage)) > len(before), "the line had stayed open to be mended"


async def test_a_key_that_is_not_known_is_told_with_the_one_that_was_meant(open_app):
    async with open_app() as stage:
        await stage.press("2")
        await stage.enter("slash", "duee:fri")
        assert "there is no key “duee”; did you mean due?" in stage.screen
        await stage.press(*("left",) * 5, "delete", "enter")
        assert stage.place.sieve.words == "due:fri"


async def test_closed_matters_are_found_when_they_are_asked_for(open_app):
    async with open_app() as stage:
        await stage.press("2")
        stage.row(("matter", 8))
        await stage.press("x", "enter")
        assert 8 not in numbers(stage)
        await stage.enter("slash", "state:done")
        assert numbers(stage) == {8}


async def test_a_view_is_saved_under_a_name_and_chosen_by_a_digit(open_app):
    async with open_app() as stage:
        await stage.press("2")
        await stage.enter("slash", "light:red or due:today")
        found = numbers(stage)
        await stage.press("l", "3")
        await stage.type("Urgent: now")
        await stage.press("enter")
        assert [(view.name, view.text) for view in views(stage.desk)] == [("Urgent: now", "light:red or due:today")]
        assert "Matters: Urgent: now" in stage.screen
        await stage.press("escape")
        assert len(numbers(stage)) == 24
        assert "Matters: Urgent" not in stage.screen
        await stage.press("l")
        assert "Urgent: now: light:red or due:today" in stage.screen
        await stage.press("3")
        assert numbers(stage) == found
        await stage.press("1", "2")
        assert numbers(stage) == found, "the view stays when the place is left"


async def test_the_agenda_of_the_week_and_of_the_month(open_app):
    async with open_app() as stage:
        await stage.press("2", "C")
        names = [section.name for section in stage.place.list.sections]
        assert names == [f"2026-09-{day}" for day in range(21, 28)]
        assert "09:00" in stage.screen
        assert "prepare" not in stage.screen
        await stage.press("right")
        assert stage.place.list.sections[0].name == "2026-09-28"
        assert "Monthly figures" in stage.screen
        await stage.press("left", "left")
        assert "prepare" in stage.screen, "countdown steps stand on their days"
        await stage.press("right", "C")
        assert "Agenda: month" in stage.screen
        assert "2026-09-21" in [section.name for section in stage.place.list.sections]
        assert "2026-09-22" in [section.name for section in stage.place.list.sections]
        assert "2026-09-27" not in [section.name for section in stage.place.list.sections]
        await stage.press("right")
        assert stage.place.list.sections[0].name.startswith("2026-10")
        await stage.press("C")
        assert [section.name for section in stage.place.list.sections] == ["majors", "minors", "owed"]


async def test_clashes_are_marked_in_the_agenda(open_app):
    async with open_app() as stage:
        await stage.press("2")
        await stage.enter("a", "Meeting with the auditors today 9:00")
        await stage.press("C")
        assert "1 clash" in stage.screen.splitlines()[0]
        marked = [line for line in stage.screen.splitlines() if line.rstrip().endswith("clash")][1:]
        assert len(marked) == 2


async def test_a_verb_works_on_an_agenda_item(open_app):
    async with open_app() as stage:
        await stage.press("C")
        assert stage.place.NAME == "matters"
        stage.row(("matter", 16))
        await stage.enter("d", "tomorrow 9:00")
        day = next(section for section in stage.place.list.sections if section.name == "2026-09-22")
        assert ("matter", 16) in [day.rows.key(place) for place in range(len(day.rows))]


async def test_the_arrows_say_what_they_are_for_elsewhere(open_app):
    async with open_app() as stage:
        await stage.press("right")
        assert "Not in this place" in stage.said
        await stage.press("2", "left")
        assert "C shows the agenda" in stage.said
