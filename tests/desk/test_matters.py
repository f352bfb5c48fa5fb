"""The verbs on matters: what each leaves behind, that each is one change, and what is refused."""

from __future__ import annotations

import pytest

from planner.desk import handing, matters, past, waiting
from planner.desk.capturing import add
from planner.desk.refused import Refused
from planner.domain.matter import Chase, Extension, Matter, Note, Return
from planner.domain.moment import date, datetime
from planner.domain.record import Invalid


@pytest.fixture
def office(desk, clock):
    """1 a dated matter of Li's, 2 a plain one, 3 one that Relief owes; an hour ago."""
    add(desk, "report fri 5pm from:Li")
    add(desk, "printer")
    add(desk, "ledger wed to:Relief +supervise")
    clock.forward(hours=1)
    return desk


def changed(before: Matter, after: Matter) -> dict:
    """The fields that differ."""
    return {
        field.name: getattr(after, field.name)
        for field in Matter.FIELDS
        if getattr(after, field.name) != getattr(before, field.name)
    }


NOW = datetime(2026, 9, 21, 8, 50)
WORKED = {"touched": NOW, "changed": NOW}

VERBS = {
    "done": (
        1,
        lambda desk: matters.done(desk, (1,), "sent"),
        {**WORKED, "state": "done", "closed": NOW, "result": "sent"},
    ),
    "done, no result": (2, lambda desk: matters.done(desk, (2,)), {**WORKED, "state": "done", "closed": NOW}),
    "return": (
        1,
        lambda desk: matters.return_(desk, (1,), "check the figures"),
        {**WORKED, "returns": (Return(at=NOW, words="check the figures", by="Li"),)},
    ),
    "return by another": (
        1,
        lambda desk: matters.return_(desk, (1,), "again", "Wang"),
        {**WORKED, "returns": (Return(at=NOW, words="again", by="Wang"),)},
    ),
    "postpone": (
        1,
        lambda desk: matters.postpone(desk, (1,), "mon"),
        {"due": datetime(2026, 9, 28, 17), "postponed": 1, "put_off": 1, "changed": NOW},
    ),
    "postpone what others owe": (
        3,
        lambda desk: matters.postpone(desk, (3,), "2026-09-30"),
        {
            "due": date(2026, 9, 30),
            "postponed": 1,
            "put_off": 1,
            "changed": NOW,
            "extensions": (Extension(at=NOW, was=date(2026, 9, 23), until=date(2026, 9, 30)),),
        },
    ),
    "note": (2, lambda desk: matters.note(desk, (2,), "seen"), {**WORKED, "notes": (Note(at=NOW, text="seen"),)}),
    "drop": (
        2,
        lambda desk: matters.drop(desk, (2,), "new one bought"),
        {"state": "dropped", "closed": NOW, "changed": NOW, "result": "new one bought"},
    ),
    "hand": (
        2,
        lambda desk: handing.hand(desk, (2,), ("Relief", "IT")),
        {**WORKED, "handed_to": ("Relief", "IT"), "handed": NOW},
    ),
    "hand, supervised": (
        2,
        lambda desk: handing.hand(desk, (2,), ("IT",), supervised=True),
        {**WORKED, "handed_to": ("IT",), "handed": NOW, "supervised": True, "stage": "assigned"},
    ),
    "chase": (
        3,
        lambda desk: handing.chase(desk, (3,), "tomorrow", date(2026, 9, 22)),
        {**WORKED, "chases": (Chase(at=NOW, party="Relief", said="tomorrow", promised=date(2026, 9, 22)),)},
    ),
    "chase by phone, with a promise in words": (
        3,
        lambda desk: handing.chase(desk, (3,), "half done", date(2026, 9, 22), how="phone", promise="all of it"),
        {
            **WORKED,
            "chases": (
                Chase(
                    at=NOW,
                    party="Relief",
                    how="phone",
                    said="half done",
                    promise="all of it",
                    promised=date(2026, 9, 22),
                ),
            ),
        },
    ),
    "hand, by a day": (
        2,
        lambda desk: handing.hand(desk, (2,), ("IT",), due=date(2026, 9, 25)),
        {**WORKED, "handed_to": ("IT",), "handed": NOW, "due": date(2026, 9, 25)},
    ),
    "wait": (
        2,
        lambda desk: waiting.wait(desk, (2,), " the plumber ", date(2026, 9, 23)),
        {**WORKED, "state": "waiting", "waiting_for": "the plumber", "waiting_until": date(2026, 9, 23)},
    ),
    "chase another": (
        3,
        lambda desk: handing.chase(desk, (3,), "", None, "Finance"),
        {**WORKED, "chases": (Chase(at=NOW, party="Finance"),)},
    ),
    "extend": (
        3,
        lambda desk: handing.extend(desk, (3,), date(2026, 9, 30), reason="one figure", progress="half", approver="Li"),
        {
            **WORKED,
            "due": date(2026, 9, 30),
            "extensions": (
                Extension(
                    at=NOW,
                    was=date(2026, 9, 23),
                    until=date(2026, 9, 30),
                    reason="one figure",
                    progress="half",
                    approver="Li",
                ),
            ),
        },
    ),
    "stage": (3, lambda desk: handing.set_stage(desk, (3,), "signed"), {**WORKED, "stage": "signed"}),
    "grade": (2, lambda desk: matters.regrade(desk, (2,)), {"grade_by_hand": "major", "changed": NOW}),
    "grade back": (1, lambda desk: matters.regrade(desk, (1,)), {"grade_by_hand": "minor", "changed": NOW}),
    "grade said": (2, lambda desk: matters.regrade(desk, (2,), "minor"), {"grade_by_hand": "minor", "changed": NOW}),
    "priority": (2, lambda desk: matters.prioritise(desk, (2,), 1), {"priority": 1, "changed": NOW}),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_changes_what_it_says_and_is_undone_whole(office, verb):
    number, act, changes = VERBS[verb]
    before = office.book.read()
    edited = act(office)
    after = office.book.read().get("matter", number)
    assert edited.matters == (after,)
    assert changed(before.get("matter", number), after) == changes
    history = len(past.changes(office))
    past.undo(office)
    restored = office.book.read()
    for kind in ("matter", "party"):
        assert restored.all(kind) == before.all(kind)
    assert len(past.changes(office)) == history + 1


ON_MANY = {
    "done": lambda desk, numbers: matters.done(desk, numbers, "sent"),
    "return": lambda desk, numbers: matters.return_(desk, numbers, "again"),
    "postpone": lambda desk, numbers: matters.postpone(desk, numbers, "fri"),
    "note": lambda desk, numbers: matters.note(desk, numbers, "seen"),
    "drop": matters.drop,
    "hand": lambda desk, numbers: handing.hand(desk, numbers, ("IT",)),
    "chase": lambda desk, numbers: handing.chase(desk, numbers, "tomorrow"),
    "stage": lambda desk, numbers: handing.set_stage(desk, numbers, "assigned"),
    "grade": matters.regrade,
    "priority": lambda desk, numbers: matters.prioritise(desk, numbers, 2),
}


@pytest.mark.parametrize("verb", ON_MANY)
def test_a_verb_on_many_is_one_change(office, verb):
    before = office.book.read().all("matter")
    assert len(ON_MANY[verb](office, (1, 2, 3)).matters) == 3
    assert [change.command for change in past.changes(office)][:1] == [verb]
    past.undo(office)
    assert office.book.read().all("matter") == before


@pytest.mark.parametrize("verb", ON_MANY)
def test_an_unknown_number_refuses_the_whole_verb(office, verb):
    before = office.book.read().all("matter")
    with pytest.raises(Refused, match="no matter 9"):
        ON_MANY[verb](office, (1, 9))
    assert office.book.read().all("matter") == before
    assert office.book.read().all("party")[-1].name == "Relief"


REFUSED = {
    "return without words": lambda desk: matters.return_(desk, (1,), "  "),
    "note of nothing": lambda desk: matters.note(desk, (1,), ""),
    "postpone to no day": lambda desk: matters.postpone(desk, (1,), "sometime"),
    "postpone to nothing": lambda desk: matters.postpone(desk, (1,), ""),
    "hand to nobody": lambda desk: handing.hand(desk, (1,), ()),
    "extend what has no date": lambda desk: handing.extend(desk, (2,), date(2026, 9, 30)),
    "a stage that is none": lambda desk: handing.set_stage(desk, (3,), "asleep"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_makes_no_sense_is_refused_in_one_line(office, case):
    before = office.book.revision()
    with pytest.raises(Refused) as caught:
        REFUSED[case](office)
    assert "\n" not in str(caught.value)
    assert office.book.revision() == before


@pytest.mark.parametrize("priority", [0, 5])
def test_a_priority_that_does_not_exist_is_refused(office, priority):
    with pytest.raises(Invalid):
        matters.prioritise(office, (1,), priority)


def test_a_done_one_takes_a_better_result_and_keeps_it_when_none_is_said(office, clock):
    matters.done(office, (1,), "sent")
    clock.forward(hours=1)
    with pytest.raises(Refused, match="1 is done already"):
        matters.done(office, (1,))
    assert matters.done(office, (1,), "sent and confirmed").matters[0].result == "sent and confirmed"


@pytest.mark.parametrize("close", [matters.done, matters.drop])
def test_what_is_closed_can_be_opened_again(office, close):
    close(office, (1,), "over")
    opened = matters.reopen(office, (1,)).matters[0]
    assert (opened.state, opened.closed, opened.result) == ("open", None, "over")


def test_what_is_done_comes_back_open_when_it_is_returned(office):
    matters.done(office, (1,), "sent")
    back = matters.return_(office, (1,), "check the figures").matters[0]
    assert (back.state, back.closed, len(back.returns)) == ("open", None, 1)
    assert len(matters.return_(office, (1,), "and again").matters[0].returns) == 2


def test_each_postponement_counts_and_work_begins_the_count_anew(office):
    given = matters.postpone(office, (2,), "tue").matters[0]
    assert given.postponed == 0  # it had no date that could be put off
    for when in ("wed", "2026-09-28", "2026-09-29", "2026-09-24"):
        made = matters.postpone(office, (2,), when).matters[0]
    assert (made.postponed, made.put_off) == (3, 3)  # the last one moved it nearer
    noted = matters.note(office, (2,), "ordered").matters[0]
    assert (noted.postponed, noted.put_off) == (3, 0)


def test_a_range_is_put_off_whole(office):
    number = add(office, "meeting wed 9-10:30").matter.number
    made = matters.postpone(office, (number,), "fri 2pm").matters[0]
    assert (made.due, made.end) == (datetime(2026, 9, 25, 14), datetime(2026, 9, 25, 15, 30))
    whole = matters.postpone(office, (number,), "mon").matters[0]  # a bare day keeps the time
    assert (whole.due, whole.end) == (datetime(2026, 9, 28, 14), datetime(2026, 9, 28, 15, 30))


def test_a_putting_off_after_the_date_is_recorded_as_late(office, clock):
    clock.forward(days=3)
    assert matters.postpone(office, (3,), "2026-09-30").matters[0].extensions[0].late
    clock.forward(days=2)
    assert not matters.postpone(office, (3,), "2026-10-09").matters[0].extensions[1].late


def test_a_recurring_one_leaves_its_next_behind_in_the_same_change(office, clock):
    number = add(office, "bulletin every fri ahead:2wd +info @Li").matter.number
    matters.note(office, (number,), "two sections in")
    matters.postpone(office, (number,), "2026-09-28")
    clock.forward(days=4)
    edited = matters.done(office, (number,), "out")
    (coming,) = edited.coming
    assert (coming.number, coming.due, coming.series) == (number + 1, date(2026, 10, 2), number)
    assert (coming.notes, coming.postponed, coming.put_off, coming.result) == ((), 0, 0, None)
    assert (coming.tags, coming.parties, [step.ahead for step in coming.steps]) == (("info",), ("Li",), [2])
    past.undo(office)
    assert office.book.read().get("matter", number).is_open
    assert office.book.read().get("matter", number + 1) is None


def test_finishing_what_is_finished_leaves_no_second_next(office):
    number = add(office, "bulletin every fri").matter.number
    assert len(matters.done(office, (number,)).coming) == 1
    assert matters.done(office, (number,), "out").coming == ()


def test_dropping_a_recurring_one_ends_its_series(office):
    number = add(office, "bulletin every fri").matter.number
    assert matters.drop(office, (number,)).coming == ()
    assert office.book.read().get("matter", number + 1) is None


def test_handing_over_again_keeps_who_is_supervised_and_says_who_is_new(office):
    handed = handing.hand(office, (3,), ("Finance", "Relief"))
    assert (handed.new_names, handed.matters[0].supervised) == (("Finance",), True)
    assert not handing.hand(office, (3,), ("Finance",), supervised=False).matters[0].supervised


def test_a_second_chase_in_a_day_is_recorded_and_warned_of(office, clock):
    assert handing.chase(office, (3,), "soon").warnings == ()
    assert handing.chase(office, (3,), "soon", None, "Finance").warnings == ()
    again = handing.chase(office, (3,), "now")
    assert (len(again.warnings), len(again.matters[0].chases)) == (1, 3)
    clock.forward(days=1)
    assert handing.chase(office, (3,), "now").warnings == ()


def test_an_extension_after_the_date_or_without_a_reason_is_recorded_and_warned_of(office, clock):
    assert len(handing.extend(office, (3,), date(2026, 9, 24)).warnings) == 1
    clock.forward(days=5)
    late = handing.extend(office, (3,), date(2026, 9, 30), reason="waiting for figures")
    assert (len(late.warnings), late.matters[0].extensions[1].late) == (1, True)


def test_a_stage_out_of_order_is_recorded_and_the_next_one_named(office):
    skipped = handing.set_stage(office, (3,), "struck")
    assert (skipped.matters[0].stage, len(skipped.warnings)) == ("struck", 1)
    assert handing.set_stage(office, (3,), "assigned").warnings == ()


def test_history_says_what_was_done_by_whom_the_latest_first(office):
    matters.note(office, (2,), "seen")
    matters.done(office, (2,), "mended")
    told = past.changes(office, kind="matter", number=2)
    assert [(change.command, change.who) for change in told] == [
        ("done", "director"), ("note", "director"), ("add", "director"),
    ]  # fmt: skip
    fields = {field.name: (field.before, field.after) for field in told[0].rows[0].fields}
    assert fields["result"] == (None, "mended")
    assert fields["state"] == (None, "done")


def test_a_leaders_words_are_kept_as_they_were_said(office):
    number = add(office, "fund from:Li words:“how much is left”").matter.number
    for line in ("words:“all is spent”", "words:-"):
        with pytest.raises(Refused, match="as they were said"):
            matters.edit(office, (number,), line)
    assert office.book.read().get("matter", number).words == "how much is left"


def test_what_is_done_again_makes_no_second_next_one(office):
    number = add(office, "bulletin every fri").matter.number
    first = matters.done(office, (number,))
    assert len(first.coming) == 1
    matters.return_(office, (number,), "once more")
    assert matters.done(office, (number,)).coming == ()


def test_the_next_occurrence_is_owed_anew(office, clock):
    number = add(office, "report every fri to:Sec +supervise").matter.number
    handing.set_stage(office, (number,), "struck")
    handing.extend(office, (number,), date(2026, 9, 30), reason="the figures are late")
    clock.forward(days=1)
    coming = matters.done(office, (number,)).coming[0]
    assert (coming.stage, coming.extensions, coming.handed) == ("assigned", (), clock())
    assert coming.due == date(2026, 10, 2)  # the extension moved that occurrence, not its series


def test_an_extension_keeps_the_time_and_the_range(office):
    number = add(office, "visit wed 9-10:30 to:Sec").matter.number
    made = handing.extend(office, (number,), date(2026, 9, 28), reason="r").matters[0]
    assert (made.due, made.end) == (datetime(2026, 9, 28, 9), datetime(2026, 9, 28, 10, 30))


def test_a_result_written_later_does_not_move_the_day_of_closing(office, clock):
    closed = matters.done(office, (2,)).matters[0].closed
    clock.forward(days=20)
    again = matters.done(office, (2,), "sent and filed").matters[0]
    assert (again.closed, again.result) == (closed, "sent and filed")


@pytest.mark.parametrize(
    "work",
    [
        lambda desk: matters.note(desk, (2,), "rang again"),
        lambda desk: handing.hand(desk, (2,), ("IT",)),
        lambda desk: handing.set_stage(desk, (2,), "signed"),
        lambda desk: matters.return_(desk, (2,), "again"),
        lambda desk: waiting.stop_waiting(desk, (2,)),
    ],
)
def test_work_on_what_waits_ends_the_waiting(office, work):
    waiting.wait(office, (2,), "the plumber", date(2026, 9, 23))
    matter = work(office).matters[0]
    assert (matter.state, matter.waiting_for, matter.waiting_until) == ("open", None, None)


def test_a_chase_or_a_new_date_is_not_what_was_waited_for(office):
    waiting.wait(office, (3,), "the figures", date(2026, 9, 23))
    handing.chase(office, (3,), "soon")
    matter = handing.extend(office, (3,), date(2026, 9, 30), reason="late").matters[0]
    assert (matter.state, matter.waiting_for, matter.waiting_until) == ("waiting", "the figures", date(2026, 9, 23))


@pytest.mark.parametrize(
    ("words", "until", "kept"),
    [
        ("", None, ("the figures", date(2026, 9, 23))),
        ("", date(2026, 9, 25), ("the figures", date(2026, 9, 25))),
        ("the seal", None, ("the seal", None)),
    ],
)
def test_what_it_waits_for_stays_where_nothing_new_is_said(office, words, until, kept):
    waiting.wait(office, (2,), "the figures", date(2026, 9, 23))
    waiting.wait(office, (2,), words, until)
    matter = office.book.read().get("matter", 2)
    assert (matter.waiting_for, matter.waiting_until) == kept


def test_the_end_of_waiting_is_told(office):
    waiting.wait(office, (1, 2))
    assert matters.note(office, (1, 3), "x").warnings == ("1 waits no longer.",)
    assert handing.hand(office, (2,), ("IT",)).warnings == ("2 waits no longer.",)


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        (lambda desk: matters.done(desk, (1, 2)), "1 is done already"),
        (lambda desk: matters.drop(desk, (2, 1)), "1 is done already"),
        (lambda desk: waiting.wait(desk, (1,)), "1 is done already"),
        (lambda desk: waiting.stop_waiting(desk, (1,)), "1 is done already"),
        (lambda desk: waiting.stop_waiting(desk, (2,)), "2 does not wait"),
        (lambda desk: matters.done(desk, (3,), "x"), "3 is dropped already"),
        (lambda desk: matters.drop(desk, (3,)), "3 is dropped already"),
        (lambda desk: matters.reopen(desk, (1, 2)), "2 is open"),
    ],
)
def test_a_verb_for_open_ones_says_what_is_closed_and_changes_nothing(office, verb, said):
    matters.done(office, (1,), "sent")
    matters.drop(office, (3,), "no need")
    before = office.book.read().all("matter")
    with pytest.raises(Refused, match=said):
        verb(office)
    assert office.book.read().all("matter") == before


@pytest.mark.parametrize(
    ("line", "names", "due"),
    [
        ("Relief", ("Relief",), None),
        ("Relief,Finance fri", ("Relief", "Finance"), date(2026, 9, 25)),
        ("Relief in 3 days", ("Relief",), date(2026, 9, 24)),
        ("@Relief、Finance，Relief wed 5pm", ("Relief", "Finance"), datetime(2026, 9, 23, 17)),
        ("救助科 周五前", ("救助科",), date(2026, 9, 25)),
        ("Finance May", ("Finance", "May"), None),
        ("Director Li fri", ("Director Li",), date(2026, 9, 25)),
        ("Relief, @Director Li", ("Relief", "Director Li"), None),
        ("“Old Zhang”，Relief", ("Old Zhang", "Relief"), None),
    ],
)
def test_a_date_behind_the_names_is_when_it_is_due(office, line, names, due):
    add(office, 'x @May @"Director Li"')
    assert handing.names_and_date(office, line) == (names, due)


def test_a_date_alone_is_no_name(office):
    with pytest.raises(Refused, match="say to whom as well"):
        handing.names_and_date(office, "fri")
