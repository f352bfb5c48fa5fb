"""The score: each term alone against the table of the module, ties, and what blocks what."""

from __future__ import annotations

import pytest

from planner.domain import score
from planner.domain.day import Day
from planner.domain.matter import Matter, Return, Step
from planner.domain.moment import date, datetime, timedelta
from planner.domain.neglect import Patience
from planner.domain.score import Bonds, Weights, bonds_among, ranked, terms_of
from planner.domain.workdays import CHINA

NOW = datetime(2026, 9, 21, 7, 50)
DAY = Day(NOW, CHINA)
YESTERDAY = datetime(2026, 9, 20, 9)
RETURN = Return(at=YESTERDAY, words="again")


def matter(number=1, **fields):
    return Matter(**{"number": number, "title": f"matter {number}", "created": YESTERDAY, **fields})


PLAIN, UNBOUND = Weights(), Bonds()


def told(one, weights=PLAIN, bonds=UNBOUND):
    return [(term.name, term.points, term.amount) for term in terms_of(one, DAY, weights, bonds, Patience())]


TERMS = [
    ({}, []),
    ({"grade_by_hand": "major"}, [("grade", 100, None)]),
    ({"marks": ("assigned",)}, [("grade", 100, None), ("mark.assigned", 20, None)]),
    ({"marks": ("overall",)}, [("grade", 100, None), ("mark.overall", 15, None)]),
    ({"marks": ("operation",)}, [("grade", 100, None), ("mark.operation", 15, None)]),
    ({"marks": ("image",)}, [("grade", 100, None), ("mark.image", 10, None)]),
    ({"grade_by_hand": "minor", "marks": ("image",)}, [("mark.image", 10, None)]),
    ({"priority": 1}, [("priority", 60, 1)]),
    ({"priority": 2}, [("priority", 30, 2)]),
    ({"priority": 3}, [("priority", 10, 3)]),
    ({"urgency": "flash"}, [("urgency.flash", 80, None)]),
    ({"urgency": "urgent"}, [("urgency.urgent", 60, None)]),
    ({"urgency": "expedite"}, [("urgency.expedite", 30, None)]),
    ({"urgency": "regular"}, [("urgency.regular", 10, None)]),
    ({"returns": (RETURN,)}, [("returned", 50, 1)]),
    ({"returns": (RETURN, RETURN)}, [("returned", 50, 2)]),
    ({"returns": (RETURN,), "state": "waiting"}, [("waiting", -40, None)]),
    ({"due": date(2026, 9, 21)}, [("today", 70, 0)]),
    ({"due": datetime(2026, 9, 21, 12)}, [("today", 70, 0)]),
    ({"due": datetime(2026, 9, 21, 7)}, [("overdue", 80, 0)]),
    ({"due": date(2026, 9, 18)}, [("overdue", 84, 2)]),
    ({"due": date(2026, 8, 3)}, [("overdue", 100, 36)]),
    ({"due": date(2026, 9, 22)}, [("near", 50, 1)]),
    ({"due": date(2026, 9, 23)}, [("near", 40, 2)]),
    ({"due": date(2026, 9, 25)}, [("near", 30, 3)]),
    ({"due": date(2026, 9, 29)}, [("near", 20, 5)]),
    ({"due": date(2026, 10, 12)}, [("near", 8, 10)]),
    ({"due": date(2026, 10, 13)}, []),
    ({"created": datetime(2026, 9, 14, 23), "touched": YESTERDAY}, [("age", 1, 1)]),
    ({"created": datetime(2026, 1, 5), "touched": YESTERDAY}, [("age", 8, 37)]),
    ({"created": None}, []),
    (
        {"due": date(2026, 9, 24), "steps": (Step(text="a", ahead=3), Step(text="b", ahead=2), Step(text="c"))},
        [("near", 30, 3), ("step", 25, 1)],
    ),
    ({"due": date(2026, 9, 24), "steps": (Step(text="a", ahead=3, done=NOW),)}, [("near", 30, 3)]),
    ({"steps": (Step(text="a", ahead=3),)}, []),
    ({"state": "waiting"}, [("waiting", -40, None)]),
    ({"created": datetime(2026, 9, 11)}, [("age", 1, 1), ("neglect", 25, None)]),
    ({"created": datetime(2026, 9, 11), "grade_by_hand": "major"}, [("grade", 100, None), ("age", 1, 1)]),
    ({"put_off": 3, "postponed": 3}, [("neglect", 25, None)]),
    ({"rank": -7}, [("by_hand", -7, None)]),
    ({"rank": 0}, []),
]


@pytest.mark.parametrize(("fields", "terms"), TERMS)
def test_each_term_is_given_when_its_line_in_the_table_says_so(fields, terms):
    assert told(matter(**fields)) == terms


@pytest.mark.parametrize(("count", "points"), [(1, 15), (2, 30), (3, 45), (4, 45)])
def test_a_matter_that_others_need_counts_for_each_up_to_a_limit(count, points):
    assert told(matter(), bonds=Bonds(waited_for=((1, count),))) == [("blocking", points, count)]


def test_a_matter_that_needs_another_steps_back():
    assert told(matter(), bonds=Bonds(blocked=frozenset({1}))) == [("blocked", -40, None)]


def test_every_weight_is_heeded():
    """A weight that no matter shows would be a setting without effect."""
    seen = set()
    for field in Weights.FIELDS:
        changed = Weights(**{field.name: field.default + 1_000})
        for fields, _ in TERMS:
            if told(matter(**fields)) != told(matter(**fields), changed):
                seen.add(field.name)
        for bonds in (Bonds(blocked=frozenset({1})), *(Bonds(waited_for=((1, count),)) for count in (1, 9))):
            if told(matter(), bonds=bonds) != told(matter(), changed, bonds):
                seen.add(field.name)
    assert seen == {field.name for field in Weights.FIELDS}


def test_bonds_count_open_matters_only():
    matters = [
        matter(1),
        matter(2, needs=(1, 3, 99)),
        matter(3, state="done", closed=NOW),
        matter(4, needs=(1,)),
        matter(5, needs=(1,), state="dropped", closed=NOW),
        matter(6, needs=(3,)),
    ]
    assert bonds_among(matters) == Bonds(blocked=frozenset({2, 4}), waited_for=((1, 2),))
    assert bonds_among([matter(1)]) == Bonds()


def order(*matters):
    return [entry.matter.number for entry in ranked(matters, DAY, Weights(), Patience())]


def test_the_highest_score_stands_first_and_closed_matters_nowhere():
    done = matter(3, priority=1, state="done", closed=NOW)
    assert order(matter(1), matter(2, priority=2), done, matter(4, grade_by_hand="major")) == [4, 2, 1]


def test_ties_are_settled_by_due_date_and_then_by_number():
    later, day, morning = date(2026, 11, 2), date(2026, 10, 30), datetime(2026, 10, 30, 9)
    tied = [
        matter(7),
        matter(5, due=later),
        matter(6, due=day),
        matter(4, due=morning),
        matter(2),
        matter(3, due=later),
    ]
    assert order(*tied) == order(*reversed(tied)) == [4, 6, 3, 5, 2, 7]


def test_a_score_is_the_sum_of_its_terms():
    matters = [matter(number, **fields) for number, (fields, _) in enumerate(TERMS, 1)]
    bonds = bonds_among(matters)
    for entry in ranked(matters, DAY, Weights(), Patience()):
        terms = terms_of(entry.matter, DAY, Weights(), bonds, Patience())
        assert entry.score == sum(term.points for term in terms)


class Counting:
    """A calendar that counts how often it is asked."""

    def __init__(self):
        self.asked = 0

    def __getattr__(self, name):
        self.asked += 1
        return getattr(CHINA, name)


@pytest.mark.parametrize("linked", [False, True])
def test_the_work_grows_with_the_matters_and_no_faster(linked):
    """Days that repeat are counted once, so ten times the matters ask the calendar no more than ten times as often."""

    def asked(count):
        calendar = Counting()
        matters = [
            matter(
                number,
                due=NOW.date() + timedelta(days=number % 60),
                created=NOW - timedelta(days=number % 60),
                needs=(number - 1,) if linked and number > 1 else (),
            )
            for number in range(1, count + 1)
        ]
        ranked(matters, Day(NOW, calendar), Weights(), Patience())
        return calendar.asked

    assert asked(1_000) == asked(100) <= 130


def test_a_date_is_weighed_once_however_many_matters_have_it(monkeypatch):
    looked = []
    real = score._nearness
    monkeypatch.setattr(score, "_nearness", lambda due, *rest: looked.append(due) or real(due, *rest))
    dates = [date(2026, 9, day) for day in range(1, 11)]
    kept = [Matter(number=number, title="a", due=dates[number % 10]) for number in range(1, 2001)]
    order = ranked(kept, Day(datetime(2026, 9, 5, 8), CHINA), Weights(), Patience())
    assert sorted(looked) == dates
    assert len(order) == 2000


def test_a_change_weighs_again_what_it_touched_and_nothing_else(monkeypatch):
    weighed = []
    parts = score._Scale.parts
    monkeypatch.setattr(score._Scale, "parts", lambda self, one: weighed.append(one.number) or parts(self, one))
    matters = [Matter(number=number, title=f"m{number}", created=NOW) for number in range(1, 201)]
    whole = ranked(matters, DAY, PLAIN, Patience())
    weighed.clear()
    assert ranked(matters, DAY, PLAIN, Patience()) == whole
    assert weighed == []
    matters[6] = matters[6].replace(priority=1, needs=(9,))
    changed = ranked(matters, DAY, PLAIN, Patience())
    assert sorted(weighed) == [7, 9]
    score._LAST._key = ()
    assert ranked(matters, DAY, PLAIN, Patience()) == changed
