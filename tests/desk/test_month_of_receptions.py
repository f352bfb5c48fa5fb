"""A month of receptions with a fixed clock: every row of the clock table, its end counted by hand on a calendar.

What the hand count stands on, from the State Council's notices: 15-23 February 2026 is the Spring Festival, and 14 and
28 February are worked; 4-6 April is Qingming; 1-5 May is off and 9 May is worked. 2024 is a leap year; its holiday at
the year's end is 1 January 2025 alone.
"""

from __future__ import annotations

import pytest

from planner.desk import forwarding, handing, matters, receptions, relaying, talks
from planner.desk.correcting import correct
from planner.desk.reception_log import LogChoice, by_section, log
from planner.desk.reception_steps import answer, extend_term, happened
from planner.desk.receptions import Particulars, earlier_visits, register_draft
from planner.desk.refused import Refused
from planner.domain.clock import clocks_of
from planner.domain.draft import VisitDraft
from planner.domain.moment import date, datetime
from planner.store import checkpoint


@pytest.fixture
def at(clock):
    def moved(*day):
        clock.at = datetime(*day, 9) if len(day) == 3 else datetime(*day)

    return moved


def visit(desk, particulars=None, **fields):
    draft = VisitDraft(**{"matter": "allowance", "name": "Zhang Wei", **fields})
    return register_draft(desk, draft, desk.now, particulars).reception


def running(desk, number):
    reception = desk.book.read().get("reception", number)
    return {clock.rule: clock for clock in clocks_of(reception, desk.calendar, desk.clocks)}


def ends(desk, number):
    return {name: clock.due for name, clock in running(desk, number).items()}


@pytest.mark.parametrize(
    ("received", "fields", "particulars", "rule", "end", "workday_before"),
    [
        # 23: 15 calendar days, the day of receipt not counted
        ((2026, 3, 2), {}, {}, "notice", date(2026, 3, 17), None),
        ((2026, 3, 21), {}, {}, "notice", date(2026, 4, 5), date(2026, 4, 3)),  # ends in the Qingming holiday
        ((2024, 2, 15), {}, {}, "notice", date(2024, 3, 1), None),  # over 29 February
        ((2026, 12, 20), {}, {}, "notice", date(2027, 1, 4), None),  # over the year's end
        # 22: the petition office sorts and forwards in 15
        ((2026, 3, 2), {}, {"template": "petition-office"}, "forward", date(2026, 3, 17), None),
        # 23: 5 working days, for what was forwarded to us only
        ((2026, 3, 2), {"channel": "superior"}, {}, "objection", date(2026, 3, 9), None),
        ((2026, 2, 12), {"channel": "hotline"}, {}, "objection", date(2026, 2, 26), None),  # 13, 14 worked, 24-26
        ((2026, 4, 30), {"channel": "superior"}, {}, "objection", date(2026, 5, 11), None),  # 6, 7, 8, 9 (worked), 11
        # 34: 60 calendar days, from receipt while no acceptance is recorded
        ((2026, 3, 2), {}, {}, "finish", date(2026, 5, 1), date(2026, 4, 30)),  # ends on Labour Day
        ((2024, 1, 31), {}, {}, "finish", date(2024, 3, 31), date(2024, 3, 29)),  # month's end in a leap year, a Sunday
        # 25: promptly
        ((2026, 3, 2), {}, {"grave": True}, "report", date(2026, 3, 2), None),
        # 政府信息公开条例 33: 20 working days
        ((2026, 3, 2), {}, {"template": "disclosure"}, "answer", date(2026, 3, 30), None),
        ((2026, 2, 12), {}, {"template": "disclosure"}, "answer", date(2026, 3, 18), None),  # 7 by 28 February
        # answer within 5 working days
        ((2026, 3, 6), {"kind": "official"}, {"template": "answer"}, "answer", date(2026, 3, 13), None),
        # a promise of the office's own
        ((2026, 3, 2), {"reply_due": date(2026, 3, 8)}, {}, "reply", date(2026, 3, 8), date(2026, 3, 6)),
    ],
)  # fmt: skip
def test_a_row_ends_where_a_hand_counts_it(desk, at, received, fields, particulars, rule, end, workday_before):
    at(*received)
    clock = running(desk, visit(desk, Particulars(**particulars), **fields).number)[rule]
    assert (clock.due, clock.workday_before) == (end, workday_before)


@pytest.mark.parametrize(
    ("fields", "particulars", "rules"),
    [
        ({}, {}, {"notice", "finish"}),
        ({"name": None}, {}, {"finish"}),  # 23: waived when the name is not known
        ({"channel": "superior"}, {}, {"notice", "finish", "objection"}),
        ({"channel": "call"}, {"grave": True}, {"notice", "finish", "report"}),
        ({"kind": "official"}, {}, set()),
        ({"kind": "media", "channel": "superior"}, {}, set()),
        ({}, {"template": "disclosure"}, {"answer"}),
        ({}, {"template": "answer"}, {"answer"}),
    ],
)
def test_a_visit_has_the_clocks_of_its_template_and_no_others(desk, fields, particulars, rules):
    assert set(ends(desk, visit(desk, Particulars(**particulars), **fields).number)) == rules


def test_a_petition_from_its_visit_to_the_petitioners_windows(desk, at):
    at(2026, 3, 2)
    number = visit(desk, channel="superior").number

    at(2026, 3, 9, 17, 0)  # the last of the five working days
    assert happened(desk, number, "objected", date(2026, 3, 9), "not our trade").warnings == ()
    assert "objection" not in running(desk, number)

    at(2026, 3, 20)  # three days after the fifteen: recorded as late, and with its own day
    assert happened(desk, number, "noticed", date(2026, 3, 18)).warnings == (
        "notice given: written down afterwards.",
        "notice given: after its term, recorded as late.",
    )

    at(2026, 4, 1)  # accepted late: only the sixty days follow it
    accepted = happened(desk, number, "accepted", date(2026, 3, 16))
    assert accepted.warnings == ("accepted: written down afterwards.",)
    assert ends(desk, number) == {"finish": date(2026, 5, 15)}
    assert not running(desk, number)["finish"].assumed

    at(2026, 5, 12)  # 20 days more, in time
    assert extend_term(desk, number, 20, date(2026, 5, 12), reason="survey", approver="Li").warnings == ()
    assert ends(desk, number) == {"finish": date(2026, 6, 4)}

    at(2026, 6, 8)  # 15 more: the end of 4 June has passed, and 35 are more than 30 in all
    late = extend_term(desk, number, 15, date(2026, 6, 8), reason="survey", approver="Li")
    assert late.reception.extensions[-1].late
    assert late.warnings == (
        "extended: after its term, recorded as late.",
        "extended: more than the article allows in all; the clock counts only that.",
    )
    finish = running(desk, number)["finish"]
    assert (finish.due, finish.first_due, finish.extended, finish.extended_late) == (
        date(2026, 6, 14), date(2026, 5, 15), 30, True,
    )  # fmt: skip

    at(2026, 6, 12)
    answered = answer(desk, number, "refunded", how="in writing")
    assert answered.warnings == ()
    assert (answered.reception.state, answered.reception.reply_how) == ("answered", "in writing")
    review = running(desk, number)
    assert {name: (clock.due, clock.window) for name, clock in review.items()} == {"review": (date(2026, 7, 12), True)}
    assert review["review"].workday_before == date(2026, 7, 10)

    at(2026, 7, 1)
    assert happened(desk, number, "review_asked", date(2026, 7, 1)).warnings == ()
    assert running(desk, number) == {}
    at(2026, 7, 30)
    happened(desk, number, "reviewed", date(2026, 7, 30))
    assert ends(desk, number) == {"rereview": date(2026, 8, 29)}


def test_information_disclosure_leaves_out_the_days_of_the_third_party(desk, at):
    at(2026, 3, 2)
    number = visit(desk, Particulars(template="disclosure")).number
    at(2026, 3, 5)
    happened(desk, number, "consulted", date(2026, 3, 5))
    assert ends(desk, number) == {"answer": date(2026, 3, 30), "third_party": date(2026, 3, 26)}
    at(2026, 3, 12)
    happened(desk, number, "heard", date(2026, 3, 12))  # 6, 9, 10, 11, 12 March are not counted
    assert ends(desk, number) == {"answer": date(2026, 4, 7)}  # 30 March and 5 more: 31, 1, 2, 3, 7 (4-6 off)
    assert extend_term(desk, number, 20, date(2026, 3, 12), reason="many", approver="Li").warnings == ()
    assert ends(desk, number) == {"answer": date(2026, 5, 8)}  # 17 by 30 April, then 6, 7, 8 May


def test_what_is_out_of_order_is_recorded_with_a_word_about_it(desk, at):
    at(2026, 3, 2)
    number = visit(desk).number
    at(2026, 3, 10)
    assert "acceptance" not in " ".join(happened(desk, number, "noticed", date(2026, 3, 10)).warnings)
    happened(desk, number, "reported", date(2026, 3, 10))
    again = happened(desk, number, "reported", date(2026, 3, 10)).warnings
    assert "reported up: recorded once more; the later record holds." in again
    early = happened(desk, number, "reviewed", date(2026, 3, 10)).warnings
    assert early == ("review decided: recorded though what comes before it is not.",)
    bare = extend_term(desk, number, 5, date(2026, 3, 10)).warnings
    assert bare == (
        "extended: recorded though what comes before it is not.",
        "extended: no reason given.",
        "extended: nobody named who approved it.",
    )


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda desk, number: answer(desk, number, "yes", when=date(2026, 3, 1)), "visits edit"),
        (lambda desk, number: happened(desk, number, "noticed", date(2026, 3, 1)), "visits edit"),
        (lambda desk, number: happened(desk, number, "noticed", date(2026, 3, 3)), "still ahead"),
        (lambda desk, number: extend_term(desk, number, 0, date(2026, 3, 2)), "how many days"),
        (lambda desk, _: happened(desk, 202600099, "noticed", date(2026, 3, 2)), "no reception"),
    ],
)
def test_the_impossible_is_refused_in_one_line(desk, at, act, said):
    at(2026, 3, 2)
    number = visit(desk).number
    before = desk.book.read().get("reception", number)
    with pytest.raises(Refused, match=said) as refused:
        act(desk, number)
    assert "\n" not in str(refused.value)
    assert desk.book.read().get("reception", number) == before


def test_a_visit_of_another_day_keeps_that_day_and_this_years_number(desk, at):
    at(2027, 1, 4)
    reception = visit(desk, Particulars(at=datetime(2026, 12, 30, 10)))
    assert (reception.number, reception.at, reception.created) == (
        202700001, datetime(2026, 12, 30, 10), datetime(2027, 1, 4, 9),
    )  # fmt: skip
    assert ends(desk, reception.number)["notice"] == date(2027, 1, 14)
    with pytest.raises(Refused, match="still ahead"):
        visit(desk, Particulars(at=datetime(2027, 1, 5)))


def test_forwarding_makes_a_matter_linked_both_ways_and_closing_it_asks_for_the_answer(desk):
    number = visit(desk, reply_due=date(2026, 9, 25)).number
    made = forwarding.forward(desk, number, ("Relief",))
    assert (made.matter.receptions, made.reception.matters) == ((number,), (made.matter.number,))
    assert (made.matter.supervised, made.matter.due, made.reception.route) == (True, date(2026, 9, 25), "forwarded")
    assert made.new_names == ("Relief",)
    again = forwarding.forward(desk, number, ("Old age",))
    assert (again.matter.number, again.matter.handed_to) == (made.matter.number, ("Old age",))
    assert again.reception.matters == (made.matter.number,)
    said = matters.done(desk, (made.matter.number,), "paid").warnings
    assert said == ("V2026-0001 waits for its answer: planner reply V2026-0001 “…”",)
    receptions.reply(desk, number, "paid")
    assert matters.done(desk, (made.matter.number,), "paid").warnings == ()


def test_an_accusation_is_restricted_by_itself_and_does_not_reach_the_accused(desk):
    who = Particulars(petition_class="accusation", accused=("Relief",))
    with pytest.raises(Refused, match="accused"):
        visit(desk, who, handed_to=("Relief",))
    with pytest.raises(Refused, match="accused"):
        visit(desk, who, report_to=("Relief",))
    reception = visit(desk, who, handed_to=("Audit",), matter="keeps back food money")
    assert reception.restricted
    assert desk.book.read().get("matter", reception.matters[0]).title == "V2026-0001"
    with pytest.raises(Refused, match="accused"):
        forwarding.forward(desk, reception.number, ("Relief",))


def test_an_entry_that_becomes_an_accusation_takes_its_words_out_of_what_is_linked(desk):
    reception = visit(desk, handed_to=("Audit",), report_to=("Li",), matter="keeps back food money")
    corrected = correct(desk, reception.number, ("class:accusation", "accused:Audit"))
    assert corrected.fields == ("petition_class", "accused")
    assert "call it back" in corrected.warnings[0]
    snapshot = desk.book.read()
    assert snapshot.get("matter", reception.matters[0]).title == "V2026-0001"
    assert snapshot.get("point", reception.points[0]).text == "V2026-0001"


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        (("name:Zhang", "Weimin"), "name", "Zhang Weimin"),
        (("电话：13800000001",), "phone", "13800000001"),
        (("phone:-",), "phone", None),
        (("渠道:来信",), "channel", "letter"),
        (("headcount:7",), "headcount", 7),
        (("accepted:2026-09-21",), "accepted", date(2026, 9, 21)),
        (("at:2026-09-20 16:30",), "at", datetime(2026, 9, 20, 16, 30)),
        (("grave:yes",), "grave", True),
        (("accused:Li,Wang",), "accused", ("Li", "Wang")),
        (("clocks:disclosure",), "template", "disclosure"),
    ],
)
def test_an_entry_is_corrected_field_by_field(desk, words, field, value):
    number = visit(desk, phone="13800000000").number
    corrected = correct(desk, number, words)
    assert corrected.fields == (field,)
    assert getattr(desk.book.read().get("reception", number), field) == value


@pytest.mark.parametrize(
    "words",
    [(), ("weather:fine",), ("fine",), ("headcount:many",), ("channel:pigeon",), ("at:-",), ("at:nonsense",),
     ("clocks:lunar",), ("grave:perhaps",), ("headcount:0",)],
)  # fmt: skip
def test_a_correction_that_is_not_understood_changes_nothing(desk, words):
    number = visit(desk).number
    before = desk.book.revision()
    with pytest.raises((Refused, ValueError)):
        correct(desk, number, words)
    assert desk.book.revision() == before


def test_the_same_person_is_known_after_years_and_from_the_archive(desk, at):
    at(2023, 5, 4)
    old = visit(desk, phone="138 0000 0000", matter="a bench")
    receptions.reply(desk, old.number, "set up")
    at(2026, 3, 2)
    desk.book.read()
    assert [one.number for one in earlier_visits(desk, VisitDraft(matter="?", phone="+8613800000000"))] == [old.number]
    by_name = earlier_visits(desk, VisitDraft(matter="?", name="Zhang Wei", phone="13900000000"))
    assert [one.number for one in by_name] == [old.number]  # another phone: shown, for a person to judge
    assert earlier_visits(desk, VisitDraft(matter="?", name="Zhang Wu", phone="13900000000")) == ()


def test_the_log_by_days_left_late_by_section_by_subject_and_by_year(desk, at):
    at(2025, 12, 1)
    visit(desk, matter="bench", handed_to=("Relief",))
    at(2026, 3, 2)
    visit(desk, matter="roof")
    visit(desk, matter="Bench again", reply_due=date(2026, 3, 4))
    at(2026, 3, 10)

    def numbers(**choice):
        return [row.reception.number for row in log(desk, LogChoice(**choice))]

    assert numbers(states=("open",)) == [202500001, 202600002, 202600001]
    assert numbers(late=True) == [202500001, 202600002]
    assert numbers(today=True) == []
    assert numbers(subject=("bench",)) == [202500001, 202600002]
    assert numbers(year=2025) == [202500001]
    assert numbers(section="Relief") == [202500001]
    groups = by_section(desk, log(desk, LogChoice()))
    assert [(name, len(rows)) for name, rows in groups] == [("Relief", 1), (None, 2)]


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, number: handing.hand(desk, (number,), ("The section",)),
        lambda desk, number: matters.edit(desk, (number,), "to:Relief"),
        lambda desk, number: matters.edit(desk, (number,), "@Relief"),
    ],
)
def test_no_road_leads_what_accuses_to_the_accused(desk, act):
    who = Particulars(petition_class="accusation", accused=("Relief",))
    reception = visit(desk, who, handed_to=("Audit",))
    talks.set_party(desk, "Relief", aliases=("The section",))
    with pytest.raises(Refused, match="accused"):
        act(desk, reception.matters[0])
    assert desk.book.read().get("matter", reception.matters[0]).handed_to == ("Audit",)


def test_an_answer_about_a_restricted_entry_is_titled_by_its_number(desk):
    reception = visit(desk, restricted=True, report_to=("Li",))
    talks.tick(desk, reception.points[0], answer="look into the food money")
    made = relaying.matter_of_answer(desk, reception.points[0])
    assert (made.matter.title, made.matter.receptions) == ("V2026-0001", (reception.number,))


def test_the_archive_is_searched_for_the_person(desk, at):
    at(2023, 5, 4)
    old = visit(desk, phone="13800000000", matter="a bench")
    receptions.reply(desk, old.number, "set up")
    receptions.notice(desk, old.number, desk.now.date())
    other = visit(desk, name="Li Na", phone="13900001111")
    receptions.reply(desk, other.number, "yes")
    receptions.notice(desk, other.number, desk.now.date())
    at(2026, 3, 2)
    checkpoint.run(desk.book, desk.now)
    snapshot = desk.book.read()
    assert snapshot.all("reception") == ()
    assert [one.number for one in earlier_visits(desk, VisitDraft(matter="?", name="Zhang Wei"))] == [old.number]
    assert [one.number for one in earlier_visits(desk, VisitDraft(matter="?", phone="13800000000"))] == [old.number]
    assert earlier_visits(desk, VisitDraft(matter="?")) == ()
