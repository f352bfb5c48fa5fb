"""What passing words on left out and put in."""

from __future__ import annotations

import pytest

from planner.wording.differences import difference_said


@pytest.mark.parametrize(
    ("original", "told", "said"),
    [
        ("same", "same", ""),
        ("all by Friday", "all", "left out: “by Friday”"),
        ("all", "all by Friday", "put in: “by Friday”"),
        ("pay on Friday", "pay on Monday", "left out: “Friday”; put in: “Monday”"),
        ("资金周五前全部到账", "资金已到账", "left out: “周五前全部”; put in: “已”"),
        ("", "new", "put in: “new”"),
    ],
)
def test_the_difference_is_told_both_ways(original, told, said):
    assert difference_said(original, told) == said


def test_the_words_of_a_person_are_never_read_for_braces():
    assert difference_said("{x}", "{y}") == "left out: “x”; put in: “y”"
