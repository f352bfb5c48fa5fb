"""Marks that a line suggests: seen, never applied, and not said twice."""

import pytest

from planner.domain.directory import Directory
from planner.domain.draft import Draft
from planner.domain.party import Party
from planner.domain.suggestion import suggested_marks

CASES = (
    (dict(title="buy paper"), []),
    (dict(title="回复市局督办件"), [("assigned", "市局")]),
    (dict(title="养老院舆情回应口径"), [("image", "舆情")]),
    (dict(title="Answer the press, as the superior office asks"), [("assigned", "superior"), ("image", "press")]),
    # what is marked already, or graded by hand, needs no suggestion
    (dict(title="回复市局督办件", marks=("assigned",)), []),
    (dict(title="回复市局督办件", assigned_by="李局"), []),
    (dict(title="回复市局督办件", grade="minor"), []),
    # a leader among the parties, once the user has said that he is one
    (dict(title="material", parties=("李局",)), [("assigned", "李局")]),
    (dict(title="material", parties=("老李",)), [("assigned", "老李")]),
    (dict(title="material", parties=("救助科",)), []),
    (dict(title="material", parties=("nobody",)), []),
)


@pytest.mark.parametrize(("fields", "suggested"), CASES)
def test_what_a_line_suggests(fields, suggested):
    directory = Directory(
        (
            Party(number=1, name="李局", kind="leader", aliases=("老李",)),
            Party(number=2, name="救助科", kind="section"),
        )
    )
    found = suggested_marks(Draft(**fields), directory)
    assert [(one.mark, one.because) for one in found] == suggested
