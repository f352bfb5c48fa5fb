"""What stands in a report by the rule, and which notes were written for one."""

from __future__ import annotations

import pytest

from planner.domain.matter import Matter
from planner.domain.moment import datetime
from planner.domain.reporting import goes_in, told_note

NOON = datetime(2026, 9, 24, 12)


@pytest.mark.parametrize(
    ("fields", "goes"),
    [
        ({}, False),
        ({"priority": 1}, True),
        ({"priority": 2}, False),
        ({"urgency": "flash"}, True),
        ({"urgency": "urgent"}, True),
        ({"urgency": "expedite"}, False),
        ({"supervised": True}, True),
        ({"marks": ("image",)}, True),
        ({"priority": 1, "in_report": False}, False),
        ({"in_report": True}, True),
        ({"state": "done", "closed": NOON, "priority": 1}, False),
        ({"state": "done", "closed": NOON, "result": "sent"}, True),
    ],
)
def test_what_goes_in(fields, goes):
    assert goes_in(Matter(number=1, title="letter", **fields)) is goes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("报告：素材已收齐", "素材已收齐"),
        ("入报: 已收齐", "已收齐"),
        ("Report: two are in", "two are in"),
        ("李局私下说先放一放", None),
        ("报告先放一放", None),
        ("报告：", None),
        ("reported: no", None),
    ],
)
def test_a_note_is_private_unless_it_begins_so(text, told):
    assert told_note(text) == told
