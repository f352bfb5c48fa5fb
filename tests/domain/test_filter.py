"""What each part of a filter finds among matters, against a table written by hand."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from planner.domain.day import Day
from planner.domain.directory import Directory
from planner.domain.filter import (
    EVERYTHING,
    Amount,
    Being,
    Both,
    Choice,
    Concerned,
    Either,
    Matching,
    Not,
    Tagged,
    When,
    Words,
    both,
    either,
    negated,
    speaks_of_closing,
)
from planner.domain.filtering import Scene, test_of, texts_of
from planner.domain.matter import Chase, Matter, Note, Return, Step
from planner.domain.party import Party
from planner.domain.workdays import CHINA

test_of.__test__ = False  # type: ignore[attr-defined]  # pytest would take it for a test

NOW = datetime(2026, 11, 25, 10)
"""A Wednesday."""


def at(day: int, hour: int = 9, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour)


MATTERS = (
    Matter(number=1, title="Relief report", created=at(24), due=date(2026, 11, 27), marks=("assigned",),
           work="documents", assigned_by="李局", parties=("王局",), tags=("救助",), priority=1, urgency="urgent",
           nature="policy"),
    Matter(number=2, title="Printer", created=at(10), postponed=3, due=date(2026, 11, 20), tags=("Repair", "Office")),
    Matter(number=3, title="Ledger", created=at(23), due=datetime(2026, 11, 27, 15), handed_to=("救助科", "财务科"),
           supervised=True, chases=(Chase(at=at(24), party="救助科", promise="by Sunday"),), stage="signed"),
    Matter(number=4, title="Draft", created=at(25), needs=(3,), returns=(Return(at=at(25), words="check FIGURES"),),
           notes=(Note(at=at(24), text="asked the bureau"),), steps=(Step(text="征求意见"),)),
    Matter(number=5, title="Old letter", created=at(2), state="done", closed=at(20), result="sent", needs=(1,),
           returns=(Return(at=at(10), words="x"),)),
    Matter(number=6, title="Round", created=at(25), rrule="FREQ=DAILY", start=date(2026, 12, 1), state="waiting",
           grade_by_hand="major", tags=("将来",), rank=5),
    Matter(number=7, title="Late ledger", created=at(2), due=date(2026, 11, 18), handed_to=("救助科",), origin="adhoc"),
)  # fmt: skip
DIRECTORY = Directory(
    (Party(number=1, name="李明局长", aliases=("李局", "Director Li")), Party(number=2, name="救助科"))
)
SCENE = Scene(Day(NOW, CHINA), DIRECTORY, MATTERS)

FRI = date(2026, 11, 27)


def when(sign: str, moment: date | None, until: date | None = None, field: str = "due") -> When:
    return When(field=field, sign=sign, moment=moment, until=until)  # type: ignore[arg-type]


FOUND = [
    (EVERYTHING, (1, 2, 3, 4, 5, 6, 7)),
    (Words(text="LEDGER"), (3, 7)),
    (Words(text="figures"), (4,)),
    (Words(text="by sunday"), (3,)),
    (Words(text="征求"), (4,)),
    (Words(text="nowhere"), ()),
    (Matching(pattern="^(relief|old)"), (1, 5)),
    (Matching(pattern="bureau$"), (4,)),
    (Concerned(role="any", names=("Director Li",)), (1,)),
    (Concerned(role="any", names=("李明局长",)), (1,)),
    (Concerned(role="about", names=("李局",)), ()),
    (Concerned(role="about", names=("王局", "李局")), (1,)),
    (Concerned(role="from", names=("李明局长",)), (1,)),
    (Concerned(role="to", names=("财务科",)), (3,)),
    (Concerned(role="any", names=("救助科",)), (3, 7)),
    (Concerned(role="to"), (1, 2, 4, 5, 6)),
    (Tagged(tags=("repair",)), (2,)),
    (Tagged(tags=("救助", "office")), (1, 2)),
    (Tagged(), (3, 4, 5, 7)),
    (Choice(field="grade", values=("major",)), (1, 6)),
    (Choice(field="state", values=("open",)), (1, 2, 3, 4, 7)),
    (Choice(field="state", values=("waiting", "done")), (5, 6)),
    (Choice(field="state", values=("overdue",)), (2, 7)),
    (Choice(field="mark", values=("assigned",)), (1,)),
    (Choice(field="mark", values=("none",)), (2, 3, 4, 5, 6, 7)),
    (Choice(field="light", values=("red",)), (7,)),
    (Choice(field="light", values=("none",)), (1, 2, 4, 5, 6)),
    (Choice(field="stage", values=("signed",)), (3,)),
    (Choice(field="work", values=("documents", "duty")), (1,)),
    (Choice(field="work", values=("none",)), (2, 3, 4, 5, 6, 7)),
    (Choice(field="urgency", values=("urgent",)), (1,)),
    (Choice(field="nature", values=("policy",)), (1,)),
    (Choice(field="origin", values=("adhoc",)), (7,)),
    (Being(what="supervised"), (3,)),
    (Being(what="assigned"), (3, 7)),
    (Being(what="returned"), (4,)),
    (Being(what="neglected"), (2,)),
    (Being(what="blocked"), (4,)),
    (Being(what="blocking"), (3,)),
    (Being(what="overdue"), (2, 7)),
    (Being(what="recurring"), (6,)),
    (Being(what="timed"), (3,)),
    (Being(what="hidden"), (6,)),
    (Being(what="someday"), (6,)),
    (Being(what="ranked"), (6,)),
    (Amount(field="postponed", sign=">", ranges=((2, 2),)), (2,)),
    (Amount(field="postponed", ranges=((0, 0),)), (1, 3, 4, 5, 6, 7)),
    (Amount(field="returned", sign=">=", ranges=((1, 1),)), (4, 5)),
    (Amount(field="chased", ranges=((1, 5),)), (3,)),
    (Amount(field="priority", sign="<", ranges=((4, 4),)), (1,)),
    (Amount(field="number", ranges=((1, 2), (6, 6))), (1, 2, 6)),
    (Amount(field="number", sign="<=", ranges=((2, 2),)), (1, 2)),
    (Amount(field="needs", ranges=((3, 3),)), (4,)),
    (Amount(field="needs"), (1, 2, 3, 6, 7)),
    (when("=", FRI), (1, 3)),
    (when("=", datetime(2026, 11, 27, 15)), (3,)),
    (when("<", FRI), (2, 7)),
    (when("<=", FRI), (1, 2, 3, 7)),
    (when("<=", datetime(2026, 11, 27, 15)), (2, 3, 7)),
    (when("<", datetime(2026, 11, 27, 15)), (2, 7)),
    (when(">", date(2026, 11, 20)), (1, 3)),
    (when(">", FRI), ()),
    (when(">=", FRI), (1, 3)),
    (when(">=", datetime(2026, 11, 27, 12)), (3,)),
    (when("=", date(2026, 11, 18), date(2026, 11, 20)), (2, 7)),
    (when(">", date(2026, 11, 18), date(2026, 11, 20)), (1, 3)),
    (when("<", date(2026, 11, 20), FRI), (7,)),
    (when("=", None), (4, 5, 6)),
    (when(">=", date(2026, 11, 24), field="created"), (1, 4, 6)),
    (when("=", date(2026, 11, 20), field="closed"), (5,)),
    (when("=", None, field="closed"), (1, 2, 3, 4, 6, 7)),
    (Not(part=Words(text="ledger")), (1, 2, 4, 5, 6)),
    (Both(parts=(Words(text="ledger"), Being(what="overdue"))), (7,)),
    (Either(parts=(Words(text="printer"), Being(what="overdue"))), (2, 7)),
]


@pytest.mark.parametrize(("part", "numbers"), FOUND, ids=lambda value: str(value)[:60])
def test_what_a_part_finds(part: object, numbers: tuple[int, ...]) -> None:
    test = test_of(part, SCENE)  # type: ignore[arg-type]
    assert tuple(matter.number for matter in MATTERS if test(matter)) == numbers


def test_parts_are_joined_flat_and_turned_once() -> None:
    a, b, c = Words(text="a"), Words(text="b"), Words(text="c")
    assert both((a, both((b, c)))) == Both(parts=(a, b, c))
    assert both((a,)) == a
    assert both(()) == EVERYTHING
    assert either((either((a, b)), c)) == Either(parts=(a, b, c))
    assert negated(negated(a)) == a


@pytest.mark.parametrize(
    ("part", "speaks"),
    [
        (Words(text="a"), False),
        (Choice(field="state", values=("done",)), True),
        (Choice(field="grade", values=("major",)), False),
        (When(field="closed", moment=FRI), True),
        (When(field="due", moment=FRI), False),
        (Not(part=Choice(field="state", values=("done",))), True),
        (Either(parts=(Words(text="a"), Both(parts=(When(field="closed"), Words(text="b"))))), True),
    ],
)
def test_a_filter_that_speaks_of_closing_is_known(part: object, speaks: bool) -> None:
    assert speaks_of_closing(part) is speaks  # type: ignore[arg-type]


def test_every_text_of_a_matter_is_searched() -> None:
    """A field of text that a later version adds must be searched as well."""
    silent = {
        "grade",
        "state",
        "origin",
        "nature",
        "urgency",
        "work",
        "stage",
        "if_off",
        "rrule",
        "grade_by_hand",
        "imported",
        "extra",
    }
    texts = [field.name for field in Matter.FIELDS if "str" in field.annotation and field.name not in silent]
    matter = MATTERS[0].replace(
        **{
            name: f"text of {name}" if "tuple" not in field.annotation else (f"text of {name}",)
            for field in Matter.FIELDS
            if (name := field.name) in texts
        }
    )
    assert {f"text of {name}" for name in texts} <= set(texts_of(matter))


def test_the_text_of_a_changed_matter_is_read_anew() -> None:
    scene = Scene(Day(NOW, CHINA), DIRECTORY, MATTERS)
    test = test_of(Words(text="plumber"), scene)
    assert not test(MATTERS[1])
    assert test(MATTERS[1].replace(title="Call the plumber"))
