"""The reception log: one line registers visitor, handover and point in one change; nothing in it is ever deleted."""

from __future__ import annotations

import pytest

from planner.desk import past, receptions
from planner.desk.receptions import register, register_draft
from planner.desk.refused import Refused
from planner.domain.draft import VisitDraft
from planner.domain.moment import date, datetime

LINE = "王秀英等7人 养老院退费 13812345678 转养老科 报王局"


@pytest.fixture
def registered(desk):
    return register(desk, LINE)


def stored(desk, kind, number):
    return desk.book.read().get(kind, number)


def test_one_line_registers_the_visit_and_hands_it_over_and_makes_the_point(desk, clock, registered):
    reception, matter, point = registered.reception, registered.matter, registered.point
    assert (reception.number, reception.at, reception.name, reception.headcount, reception.phone) == (
        202600001, clock.at, "王秀英", 7, "13812345678",
    )  # fmt: skip
    assert (reception.state, reception.route, reception.handed_to) == ("open", "forwarded", ("养老科",))
    assert (matter.work, matter.handed_to, matter.supervised, matter.receptions) == (
        "reception", ("养老科",), True, (202600001,),
    )  # fmt: skip
    assert (point.parties, point.direction, point.reception) == (("王局",), "up", 202600001)
    assert "V2026-0001" in matter.title
    assert "V2026-0001" in point.text
    assert (reception.matters, reception.points) == ((matter.number,), (point.number,))
    assert registered.new_names == ("养老科", "王局")
    assert stored(desk, "reception", 202600001) == reception
    assert stored(desk, "matter", matter.number) == matter
    assert stored(desk, "point", point.number) == point


def test_undo_takes_handover_and_point_back_and_voids_the_entry_which_keeps_its_number(desk, clock, registered):
    clock.forward(minutes=5)
    past.undo(desk)
    voided = stored(desk, "reception", 202600001)
    assert (voided.state, bool(voided.void_reason), voided.closed, voided.name) == ("voided", True, clock.at, "王秀英")
    assert stored(desk, "matter", registered.matter.number) is None
    assert stored(desk, "point", registered.point.number) is None
    assert desk.book.read().all("party") == ()
    assert register(desk, "张伟 低保申请").reception.number == 202600002


def test_redo_puts_all_of_it_in_force_again(desk, registered):
    past.undo(desk)
    past.redo(desk)
    assert stored(desk, "reception", 202600001) == registered.reception
    assert stored(desk, "matter", registered.matter.number) == registered.matter
    assert stored(desk, "point", registered.point.number) == registered.point


def test_a_name_that_stands_twice_is_one_party(desk):
    draft = VisitDraft(matter="a", handed_to=("Relief", "Relief"), report_to=("Relief",))
    assert register_draft(desk, draft, desk.now).new_names == ("Relief",)
    assert len(desk.book.read().all("party")) == 1


def test_numbers_run_without_a_gap_in_each_year(desk, clock):
    numbers = [register(desk, f"张{sign} 低保申请").reception.number for sign in "伟强"]
    clock.at = datetime(2027, 1, 4, 8)
    numbers.append(register(desk, "李娜 低保申请").reception.number)
    clock.at = datetime(2026, 12, 31, 8)
    numbers.append(register(desk, "王芳 补记").reception.number)
    assert numbers == [202600001, 202600002, 202700001, 202600003]


def test_a_refused_registration_takes_no_number(desk):
    with pytest.raises(Refused):
        register(desk, "13812345678")
    assert not desk.book.exists()
    assert register(desk, "张伟 低保申请").reception.number == 202600001


def test_a_restricted_visit_tells_nothing_by_its_handover_or_point(desk):
    draft = VisitDraft(
        matter="keeps back food money", name="Zhou Min", handed_to=("Audit",), report_to=("Li",), restricted=True
    )
    made = register_draft(desk, draft, desk.now)
    assert made.reception.restricted
    assert (made.matter.title, made.point.text) == ("V2026-0001", "V2026-0001")


@pytest.mark.parametrize(
    ("answered", "handed_to", "route"), [(True, (), "answered"), (False, ("Relief",), "forwarded"), (False, (), None)]
)
def test_the_route_says_how_it_was_handled(desk, answered, handed_to, route):
    made = register_draft(desk, VisitDraft(matter="a", answered=answered, handed_to=handed_to), desk.now)
    assert (made.reception.route, made.reception.state) == (route, "open")
    assert (made.matter is None) is (not handed_to)


@pytest.mark.parametrize(
    ("earlier", "now", "same"),
    [
        ({"name": "Zhang Wei", "phone": "13800000000"}, {"name": "Zhang W.", "phone": "13800000000"}, True),
        ({"name": "Zhang Wei", "unit": "Hedong"}, {"name": "Zhang Wei", "unit": "Hedong"}, True),
        ({"name": "Zhang Wei", "unit": "Hedong"}, {"name": "Zhang Wei"}, True),
        ({"name": "Zhang Wei"}, {"name": "Zhang Wei", "unit": "Hedong"}, True),
        ({"name": "Zhang Wei", "unit": "Hedong"}, {"name": "Zhang Wei", "unit": "Qiaobei"}, False),
        ({"name": "Zhang Wei"}, {"name": "Zhang"}, False),
        ({}, {}, False),
        ({"phone": "13800000000"}, {"name": "Zhang Wei"}, False),
    ],
)
def test_earlier_visits_are_of_the_same_person_and_no_wider(desk, earlier, now, same):
    first = register_draft(desk, VisitDraft(matter="a", **earlier), desk.now).reception
    assert register_draft(desk, VisitDraft(matter="b", **now), desk.now).earlier == ((first,) if same else ())


def test_what_happens_with_an_entry_is_recorded_each_on_its_date(desk, clock, registered):
    number = registered.reception.number
    clock.forward(days=2)
    assert receptions.notice(desk, number, date(2026, 9, 22)).noticed == date(2026, 9, 22)
    assert receptions.accept(desk, number, date(2026, 9, 23)).accepted == date(2026, 9, 23)
    replied = receptions.reply(desk, number, "refunded in full")
    assert (replied.state, replied.reply, replied.replied, replied.closed) == (
        "answered", "refunded in full", clock.at, clock.at,
    )  # fmt: skip
    assert replied.noticed == date(2026, 9, 22)
    assert [change.command for change in past.changes(desk)] == ["reply", "accept", "notice", "visit"]
    past.undo(desk)
    assert stored(desk, "reception", number).state == "open"


def test_an_entry_is_voided_with_its_reason(desk, registered):
    voided = receptions.void(desk, registered.reception.number, "registered twice")
    assert (voided.state, voided.void_reason, voided.number) == ("voided", "registered twice", 202600001)


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, number: receptions.reply(desk, number, "yes"),
        lambda desk, number: receptions.notice(desk, number, date(2026, 9, 21)),
        lambda desk, number: receptions.accept(desk, number, date(2026, 9, 21)),
        lambda desk, number: receptions.void(desk, number, "again"),
    ],
)
def test_a_void_entry_takes_nothing_more(desk, registered, act):
    voided = receptions.void(desk, registered.reception.number, "registered twice")
    with pytest.raises(Refused, match="V2026-0001 is void"):
        act(desk, registered.reception.number)
    assert stored(desk, "reception", 202600001) == voided


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, number: receptions.reply(desk, number, " "),
        lambda desk, number: receptions.void(desk, number, ""),
        lambda desk, _: receptions.reply(desk, 202600009, "yes"),
        lambda desk, _: receptions.notice(desk, 202600009, date(2026, 9, 21)),
        lambda desk, _: receptions.accept(desk, 202600009, date(2026, 9, 21)),
        lambda desk, _: receptions.void(desk, 202600009, "twice"),
    ],
)
def test_what_can_t_be_is_refused_and_changes_nothing(desk, registered, act):
    before = desk.book.revision()
    with pytest.raises(Refused):
        act(desk, registered.reception.number)
    assert desk.book.revision() == before
