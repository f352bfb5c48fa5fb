"""Titles that are open already."""

from __future__ import annotations

import pytest

from planner.domain.matter import Matter
from planner.domain.moment import datetime
from planner.domain.twins import twin_groups, twins

NOW = datetime(2026, 9, 21, 7, 50)


def matter(number, title, **values):
    return Matter(number=number, title=title, **values)


KEPT = [
    matter(1, "Repair the printer"),
    matter(2, "低保提标请示（一）"),
    matter(3, "repair  the Printer."),
    matter(4, "repair the printer", state="done", closed=NOW),
    matter(5, "repair the printer", receptions=(202600001,)),
    matter(6, "ＡＢＣ report"),
    matter(7, "！！"),
]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("REPAIR THE PRINTER", (1, 3)),
        (" repair the printer ", (1, 3)),
        ("repair the printers", ()),
        ("repair", ()),
        ("低保提标请示(一)", (2,)),
        ("低保提标请示（一）。", (2,)),
        ("abc report", (6,)),
        ("!!", (7,)),
        ("", ()),
        ("  ", ()),
    ],
)
def test_open_matters_of_a_title(title, found):
    assert tuple(one.number for one in twins(title, KEPT)) == found


def test_the_matter_that_is_edited_is_no_twin_of_itself():
    assert [one.number for one in twins("Repair the printer", KEPT, but=3)] == [1]


def test_groups_the_latest_first():
    kept = [*KEPT, matter(8, "低保提标请示（一）")]
    assert [[one.number for one in group] for group in twin_groups(kept)] == [[2, 8], [1, 3]]
