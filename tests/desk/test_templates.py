"""Checklists from templates: those shipped, the user's own, what is wrong with one, and the gate before signature."""

from __future__ import annotations

import os
from datetime import date, datetime

import pytest

from planner.desk.capturing import add
from planner.desk.matters import done, edit, return_
from planner.desk.past import undo
from planner.desk.refused import Refused
from planner.desk.stepping import add_steps, shown_steps, sign, skip, tick, untick
from planner.desk.templating import template_named, templates
from planner.domain.agenda import agenda
from planner.domain.steps import gate_open, step_day
from planner.domain.workdays import CHINA


@pytest.fixture
def paper(desk):
    """A document that carries the gate."""
    number = add(desk, "Relief report fri +办文").matter.number
    assert shown_steps(desk, number).steps == ()  # typing the work puts nothing on it
    add_steps(desk, number, "review")
    return number


def marks(desk, number: int) -> str:
    """The checklist in signs: x done, - not applicable, o open."""
    return "".join("x" if one.done else "-" if one.skipped else "o" for one in shown_steps(desk, number).steps)


SHIPPED = {
    "bulletin": ([15, 7, 3], 0, ()),
    "hand-down": ([None] * 6, 0, ()),
    "leader-visit": ([5, 3, 2, 1, 0, -1], 0, ()),
    "meeting": ([10, 7, 5, 3, 2, 1, 0, -1, -3, -3], 0, ("meetings",)),
    "morning": ([None] * 5, 0, ()),
    "report": ([3, 2, 1, 0, -1], 0, ()),
    "research": ([None] * 4, 0, ("research",)),
    "review": ([None] * 5, 5, ("documents",)),
    "talk-leader": ([None] * 2, 0, ()),
    "talk-section": ([None] * 2, 0, ()),
    "weekly-meeting": ([None] * 6, 0, ()),
}


def test_what_is_shipped(desk):
    found = templates(desk)
    assert found.problems == ()
    assert {
        one.name: ([step.ahead for step in one.steps], sum(step.gate for step in one.steps), one.works)
        for one in found.known
    } == SHIPPED
    for template in found.known:
        assert template.title("en") != template.title("zh")
        assert all(step.en.isascii() and not step.zh.isascii() for step in template.steps)
        assert template.source


@pytest.mark.parametrize(
    ("word", "name"), [("审核", "review"), ("GATE", "review"), ("办会", "meeting"), ("通报", "bulletin")]
)
def test_a_template_answers_to_its_names(desk, word, name):
    assert template_named(desk, word).name == name


def test_no_template(desk):
    assert template_named(desk, "nothing of the kind") is None


def test_steps_are_put_on_once_in_either_language(desk, paper):
    desk.lang = "zh"
    with pytest.raises(Refused, match="every step"):
        add_steps(desk, paper, "审核")
    assert len(shown_steps(desk, paper).steps) == 5


def test_a_step_as_typed(desk, paper):
    made = add_steps(desk, paper, "ask Wang", ahead=2).matters[0]
    assert (made.steps[-1].text, made.steps[-1].ahead, made.steps[-1].gate) == ("ask Wang", 2, False)
    with pytest.raises(Refused):
        add_steps(desk, paper, "  ")


def test_a_countdown_without_a_date_is_said(desk):
    number = add(desk, "Meeting").matter.number
    assert "no date" in add_steps(desk, number, "meeting").warnings[0]
    edit(desk, (number,), "2026-09-30")
    assert add_steps(desk, number, "ask", ahead=1).warnings == ()


def test_the_meeting_pack_is_planned_back_from_its_day_and_on_after_it(desk):
    """29 September 2026, with 25-27 September and 1-7 October off, and 20 September and 10 October worked."""
    number = add(desk, "Meeting 2026-09-29 9:00 +办会").matter.number
    matter = add_steps(desk, number, "meeting").matters[0]
    days = [step_day(step, matter, CHINA) for step in matter.steps]
    assert days == [
        date(2026, 9, 15), date(2026, 9, 18), date(2026, 9, 21), date(2026, 9, 23), date(2026, 9, 24),
        date(2026, 9, 28), date(2026, 9, 29), date(2026, 9, 30), date(2026, 10, 9), date(2026, 10, 9),
    ]  # fmt: skip
    moved = edit(desk, (number,), "2026-09-30 9:00").matters[0]
    assert step_day(moved.steps[5], moved, CHINA) == date(2026, 9, 29)


def test_a_prepared_day_of_an_edit_keeps_the_templates_steps(desk):
    number = add(desk, "Meeting 2026-09-29 ahead:4wd").matter.number
    add_steps(desk, number, "bulletin")
    aheads = [step.ahead for step in edit(desk, (number,), "ahead:5wd").matters[0].steps]
    assert aheads == [15, 7, 3, 5]


def test_the_gate_is_passed_group_by_group(desk, paper, clock):
    with pytest.raises(Refused, match="can't go for signature yet: 1 Reason"):
        sign(desk, (paper,))
    tick(desk, paper, (1, 2, 4))
    with pytest.raises(Refused, match="--tick 3 5"):
        sign(desk, (paper,))
    assert shown_steps(desk, paper).signing is None
    with pytest.raises(Refused, match="why it does not apply"):
        skip(desk, paper, 3, " ")
    skip(desk, paper, 3, "nobody else is concerned")
    tick(desk, paper, (5,))
    assert marks(desk, paper) == "xx-xx"
    made = sign(desk, (paper,)).matters[0]
    assert made.signing == clock.at


def test_a_returned_document_passes_the_gate_again(desk, paper):
    tick(desk, paper, (1, 2, 4, 5))
    skip(desk, paper, 3, "nobody else is concerned")
    add_steps(desk, paper, "print")
    tick(desk, paper, (6,))
    sign(desk, (paper,))
    made = return_(desk, (paper,), "check the figures").matters[0]
    assert marks(desk, paper) == "oo-oox"
    assert (made.signing, [place for place, _ in gate_open(made)]) == (None, [1, 2, 4, 5])
    undo(desk)
    assert marks(desk, paper) == "xx-xxx"


def test_one_that_lacks_sends_none(desk, paper):
    other = add(desk, "Letter").matter.number
    with pytest.raises(Refused):
        sign(desk, (other, paper))
    assert shown_steps(desk, other).signing is None


def test_done_behind_an_open_gate_is_recorded_and_said(desk, paper):
    edited = done(desk, (paper,), "sent")
    assert edited.matters[0].state == "done"
    assert "review gate open" in edited.warnings[0]


def test_ticks_are_work_and_are_taken_back(desk, paper, clock):
    clock.forward(hours=1)
    first = clock.at
    assert tick(desk, paper, (1,)).matters[0].touched == first
    clock.forward(hours=1)
    assert tick(desk, paper, (1,)).matters[0].steps[0].done == first
    skip(desk, paper, 1, "no")
    assert marks(desk, paper) == "-oooo"
    untick(desk, paper, (1,))
    assert marks(desk, paper) == "ooooo"


@pytest.mark.parametrize("place", [0, 6])
def test_a_place_that_is_none(desk, paper, place):
    with pytest.raises(Refused, match="no step"):
        tick(desk, paper, (1, place))
    assert marks(desk, paper) == "ooooo"


def test_a_skipped_step_no_longer_appears(desk):
    number = add(desk, "Bulletin 2026-09-30").matter.number
    add_steps(desk, number, "bulletin")
    matter = skip(desk, number, 3, "sent already").matters[0]
    days = agenda([matter], date(2026, 9, 1), date(2026, 9, 30), CHINA).days
    assert [step.step.text for day in days for step in day.steps] == ["Draft", "Ask the sections for opinions"]


def test_the_next_occurrence_begins_with_every_step_open(desk):
    number = add(desk, "Bulletin 2026-09-30 every month").matter.number
    add_steps(desk, number, "bulletin")
    tick(desk, number, (1,))
    skip(desk, number, 2, "no time")
    (following,) = done(desk, (number,)).coming
    assert marks(desk, following.number) == "ooo"


def user(desk, name: str, text: str | bytes) -> None:
    folder = os.path.join(desk.home, "templates")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def test_a_users_template_short_and_long(desk):
    user(desk, "round.toml", 'steps = ["look", "write down"]')
    user(
        desk,
        "check.toml",
        'name = "安全检查"\ntitle = { en = "Safety", zh = "安全" }\n'
        '[[steps]]\ntext = "look"\nahead = 2\n[[steps]]\nzh = "报告"\nen = "report"\ngate = true\n',
    )
    assert [step.said("zh") for step in template_named(desk, "round").steps] == ["look", "write down"]
    found = template_named(desk, "安全检查")
    assert (found.title("zh"), found.of_user) == ("安全", True)
    assert [(one.said("en"), one.said("zh"), one.ahead, one.gate) for one in found.steps] == [
        ("look", "look", 2, False),
        ("report", "报告", None, True),
    ]


def test_a_users_template_stands_before_the_planners_own(desk):
    user(desk, "x.toml", 'name = "Review"\nsteps = ["mine"]')
    assert [step.en for step in template_named(desk, "review").steps] == ["mine"]
    assert len(templates(desk).known) == len(SHIPPED)


WRONG = [
    ("steps = [", "not TOML"),
    ('steps = ["a"]\nsteps = ["b"]\n', "line 2"),
    ("", "steps must be a list"),
    ("steps = []", "steps must be a list"),
    ('steps = ["a"]\ncolour = 1', "“colour” is not known"),
    ('steps = ["a", 3]', "step 2 must be a text or a table"),
    ('steps = [""]', "step 1 must be a text on one line"),
    ('steps = [{ text = "a", ahead = "x" }]', "step 1: ahead must be"),
    ('steps = [{ text = "a", ahead = true }]', "step 1: ahead must be"),
    ('steps = [{ text = "a", ahead = 999 }]', "step 1: ahead must be"),
    ('steps = [{ text = "a", gate = 1 }]', "step 1: gate must be"),
    ("steps = [{ ahead = 1 }]", "step 1 must be a text"),
    ('steps = [{ text = "a", due = 1 }]', "step 1: “due” is not known"),
    ('steps = ["a"]\nname = 3', "name must be a text"),
    ('steps = ["a"]\nworks = ["nothing"]', "“nothing” is not known"),
    ('steps = ["a"]\naliases = "x"', "aliases must be a list"),
    (b"steps = ['\xff']", "not UTF-8"),
    ('steps = ["a"] #' + "x" * 1_000_001, "too large"),
]


@pytest.mark.parametrize(("text", "said"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_one_line_with_the_place_and_the_others_still_work(desk, text, said):
    user(desk, "bad.toml", text)
    user(desk, "good.toml", 'steps = ["a"]')
    found = templates(desk)
    assert len(found.problems) == 1
    assert "bad.toml" in found.problems[0]
    assert said in found.problems[0]
    assert "\n" not in found.problems[0]
    assert {one.name for one in found.known} == {*SHIPPED, "good"}
    with pytest.raises(Refused, match=r"bad\.toml"):
        template_named(desk, "bad")


def test_the_time_of_a_tick_is_kept(desk, paper, clock):
    clock.at = datetime(2026, 9, 22, 9)
    tick(desk, paper, (2,))
    assert shown_steps(desk, paper).steps[1].done == datetime(2026, 9, 22, 9)
