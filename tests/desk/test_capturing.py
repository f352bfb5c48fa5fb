"""Taking a thought: what a line becomes, which names are new, and that one line or many are one change."""

from __future__ import annotations

import pytest

from planner.desk import past
from planner.desk.capturing import add, add_drafts, understand, understand_many
from planner.desk.changing import Edited
from planner.desk.matters import edit
from planner.desk.refused import Problem, Refused
from planner.domain.draft import Draft
from planner.domain.matter import Extension, Matter, Note, Step
from planner.domain.moment import date, datetime


def stored(desk, number):
    return desk.book.read().get("matter", number)


def parties(desk):
    return [(party.name, party.kind) for party in desk.book.read().all("party")]


def commands(desk):
    return [change.command for change in past.changes(desk)]


def test_what_is_added_is_what_is_kept(desk, clock):
    added = add(desk, "Draft relief-fund report fri 5pm p1 @Wang +relief from:Li")
    assert added.matter == stored(desk, 1)
    assert added.matter == Matter(
        number=1,
        created=clock.at,
        changed=clock.at,
        title="Draft relief-fund report",
        due=datetime(2026, 9, 25, 17),
        priority=1,
        parties=("Wang",),
        tags=("relief",),
        assigned_by="Li",
        marks=("assigned",),
    )


def test_whatever_a_draft_says_reaches_the_matter(desk, clock):
    draft = Draft(
        title="Meeting",
        due=datetime(2026, 9, 28, 9),
        end=datetime(2026, 9, 28, 10, 30),
        start=date(2026, 9, 22),
        rrule="FREQ=WEEKLY;BYDAY=MO",
        from_completion=True,
        if_off="before",
        exdates=(date(2026, 10, 5),),
        priority=2,
        grade="minor",
        marks=("image",),
        nature="policy",
        catch_up=True,
        origin="adhoc",
        urgency="urgent",
        parties=("Wang",),
        assigned_by="Li",
        handed_to=("Relief", "Finance"),
        supervised=True,
        words="keep it short",
        tags=("a", "b"),
        work="meetings",
        remind=(30, 1440),
        ahead=(5, 2),
        needs=(1,),
        note="room three",
    )
    add(desk, "first")
    matter = add_drafts(desk, (draft,), clock.at)[0].matter
    for name in Draft.FIELDS:
        if name.name in (
            "title",
            "grade",
            "marks",
            "ahead",
            "note",
            "cleared",
            "retitled",
            "time_only",
            "spans",
            "remarks",
        ):
            continue
        assert getattr(matter, name.name) == getattr(draft, name.name), name.name
    assert (matter.title, matter.grade_by_hand, matter.marks) == ("Meeting", "minor", ("assigned", "image"))
    assert matter.steps == (Step(text="prepare", ahead=5), Step(text="prepare", ahead=2))
    assert matter.notes == (Note(at=clock.at, text="room three"),)
    assert (matter.handed, matter.stage) == (clock.at, "assigned")


def test_names_seen_for_the_first_time_are_made_known_and_only_the_line_says_leader(desk):
    assert add(desk, "report from:Li @Wang to:Relief,Finance").new_names == ("Li", "Wang", "Relief", "Finance")
    assert parties(desk) == [("Li", "leader"), ("Wang", None), ("Relief", None), ("Finance", None)]
    assert add(desk, "again @Li from:Wang to:Archive").new_names == ("Archive",)
    assert parties(desk)[1] == ("Wang", None)


def test_a_name_twice_on_a_line_is_one_party(desk):
    assert add(desk, "report @Li from:Li").new_names == ("Li",)
    assert len(parties(desk)) == 1


def test_names_and_matter_are_one_change_and_undone_as_one(desk):
    add(desk, "report @Li to:Relief")
    assert commands(desk) == ["add"]
    past.undo(desk)
    assert stored(desk, 1) is None
    assert parties(desk) == []
    past.redo(desk)
    assert stored(desk, 1).title == "report"
    assert len(parties(desk)) == 2


def test_many_lines_are_one_change_and_numbers_are_never_given_again(desk, clock):
    drafts = understand_many(desk, "bureau meeting from:Li fri:\nbook the room\nprint the papers @Wang\n", clock.at)
    made = [added.matter for added in add_drafts(desk, drafts, clock.at)]
    assert [(matter.number, matter.title, matter.assigned_by, matter.due) for matter in made] == [
        (1, "book the room", "Li", date(2026, 9, 25)),
        (2, "print the papers", "Li", date(2026, 9, 25)),
    ]
    past.undo(desk)
    assert desk.book.read().all("matter") == ()
    assert add(desk, "next").matter.number == 3


@pytest.mark.parametrize("line", ["p1", "fri 5pm", "@Li +relief", ""])
def test_a_line_without_a_title_is_refused_and_nothing_is_kept(desk, clock, line):
    with pytest.raises(Refused):
        add(desk, line)
    with pytest.raises(Refused):
        understand(desk, line, clock.at)
    assert not desk.book.exists()


def test_one_line_without_a_title_keeps_all_of_them_out(desk, clock):
    with pytest.raises(Refused, match="Matter 2"):
        understand_many(desk, "book the room\np1 fri\n", clock.at)


def test_understanding_alone_keeps_nothing(desk, clock):
    assert understand(desk, "call Li fri", clock.at).title == "call Li"
    assert not desk.book.exists()


def test_what_is_done_already_is_logged_closed(desk, clock):
    matter = add_drafts(desk, (Draft(title="called Li"),), clock.at, closed=True)[0].matter
    assert (matter.state, matter.closed, matter.touched) == ("done", clock.at, clock.at)


@pytest.mark.parametrize("needs", [(2,), (1,)])
def test_a_need_must_be_there(desk, clock, needs):
    with pytest.raises(Problem):
        add_drafts(desk, (Draft(title="a", needs=needs),), clock.at)
    assert desk.book.read().all("matter") == ()


def edited(desk, line, number=1):
    made = edit(desk, (number,), line)
    assert isinstance(made, Edited)
    assert made.matters == (stored(desk, number),)
    return made.matters[0]


BASE = (
    "report fri 5pm p1 @Wang +relief from:Li to:Relief,Finance +supervise +policy +planned +urgent remind:30m ahead:5wd"
)


def _extended(until):
    """What others owe keeps the date it had, whichever verb moves it."""
    return (Extension(at=datetime(2026, 9, 21, 8, 50), was=datetime(2026, 9, 25, 17), until=until),)


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("mon", {"due": date(2026, 9, 28), "extensions": _extended(date(2026, 9, 28))}),
        ("due:-", {"due": None}),
        ("p3", {"priority": 3}),
        ("priority:-", {"priority": 4}),
        ("@Zhao", {"parties": ("Zhao",)}),
        ("parties:-", {"parties": ()}),
        ("+fund", {"tags": ("fund",)}),
        ("tags:-", {"tags": ()}),
        ("+routine", {"nature": "routine"}),
        ("nature:-", {"nature": None}),
        ("origin:-", {"origin": None}),
        ("urgency:-", {"urgency": None}),
        ("remind:1h", {"remind": (60,)}),
        ("remind:-", {"remind": ()}),
        ("+image", {"marks": ("assigned", "image")}),
        ("+minor", {"grade_by_hand": "minor"}),
        ("from:Zhao", {"assigned_by": "Zhao"}),
        ("from:-", {"assigned_by": None, "marks": ()}),
        ("assigned:-", {"marks": ()}),
        ("marks:- +image", {"marks": ("image",)}),
        ("supervised:-", {"supervised": False, "stage": None}),
        ("4pm", {"due": datetime(2026, 9, 25, 16), "extensions": _extended(datetime(2026, 9, 25, 16))}),
        (
            "16:30-17:30",
            {
                "due": datetime(2026, 9, 25, 16, 30),
                "end": datetime(2026, 9, 25, 17, 30),
                "extensions": _extended(datetime(2026, 9, 25, 16, 30)),
            },
        ),
        ("missed:each", {"catch_up": True}),
        ("title:Other report", {"title": "Other report"}),
        ("ahead:3wd", {"steps": (Step(text="prepare", ahead=3),)}),
        ("ahead:-", {"steps": ()}),
        ("to:-", {"handed_to": (), "handed": None, "supervised": False, "stage": None}),
        (
            "every fri",
            {
                "rrule": "FREQ=WEEKLY;BYDAY=FR",
                "due": date(2026, 9, 25),
                "extensions": _extended(date(2026, 9, 25)),
            },
        ),
    ],
)
def test_an_edit_changes_what_it_says_and_nothing_else(desk, clock, line, changes):
    before = add(desk, BASE).matter
    clock.forward(hours=1)
    after = edited(desk, line)
    changed = {
        field.name: getattr(after, field.name)
        for field in Matter.FIELDS
        if getattr(after, field.name) != getattr(before, field.name)
    }
    assert changed == {**changes, "changed": clock.at}


def test_an_edit_is_no_work_on_the_matter(desk, clock):
    add(desk, "printer")
    clock.forward(days=9)
    assert edited(desk, "+repair").touched is None


def test_plain_words_retitle_only_behind_the_key_and_are_refused_without(desk):
    add(desk, "report fri")
    with pytest.raises(Refused, match="“new words”"):
        edit(desk, (1,), "new words p1")
    assert (stored(desk, 1).title, stored(desk, 1).priority) == ("report", 4)


def test_an_edit_of_several_is_one_change_with_its_new_names(desk):
    for line in ("one", "two", "three"):
        add(desk, line)
    made = edit(desk, (1, 3), "p2 @Li")
    assert (made.new_names, [matter.priority for matter in made.matters]) == (("Li",), [2, 2])
    past.undo(desk)
    assert [matter.priority for matter in desk.book.read().all("matter")] == [4, 4, 4]
    assert parties(desk) == []


def test_an_edit_of_an_unknown_number_changes_none_of_the_others(desk):
    add(desk, "one")
    with pytest.raises(Refused, match="no matter 7"):
        edit(desk, (1, 7), "p1 @Li")
    assert stored(desk, 1).priority == 4
    assert parties(desk) == []


def test_a_range_moves_to_a_new_day_without_its_old_end(desk):
    add(desk, "meeting fri 9-10:30")
    assert edited(desk, "mon 9am").end is None


def test_a_new_rule_takes_the_place_of_the_old_one_whole(desk):
    add(desk, "water the plants after 2 weeks")
    assert stored(desk, 1).from_completion
    after = edited(desk, "every mon")
    assert (after.rrule, after.from_completion) == ("FREQ=WEEKLY;BYDAY=MO", False)


def test_a_rule_that_is_cleared_leaves_nothing_of_it_behind(desk):
    add(desk, "water the plants after 2 weeks if-off:after")
    after = edited(desk, "every:-")
    assert (after.rrule, after.from_completion, after.if_off, after.anchor) == (None, False, None, None)


def test_moving_one_occurrence_by_an_edit_does_not_move_the_series(desk):
    add(desk, "bulletin every fri")
    after = edited(desk, "due:2026-09-23")
    assert (after.due, after.anchor) == (date(2026, 9, 23), date(2026, 9, 25))


def test_needs_that_close_a_ring_are_refused_by_their_path(desk):
    add(desk, "one")
    add(desk, "two needs:1")
    with pytest.raises(Refused, match="1 > 2 > 1"):
        edit(desk, (1,), "needs:2")
    with pytest.raises(Refused, match="no matter 9"):
        edit(desk, (1,), "needs:9")
    assert stored(desk, 1).needs == ()
