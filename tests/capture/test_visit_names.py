"""Names behind 报 and 转 however they are joined to it, and letters that came without a name."""

from __future__ import annotations

import pytest

from planner.capture import parse_visit
from planner.domain.moment import datetime

NOW = datetime(2026, 9, 21, 7, 50)


@pytest.mark.parametrize(
    ("line", "matter", "reported", "handed"),
    [
        ("张伟 低保 报李局", "低保", ("李局",), ()),
        ("张伟 低保 报:李局", "低保", ("李局",), ()),
        ("张伟 低保 报：李局、王局", "低保", ("李局", "王局"), ()),
        ("张伟 低保 报 @李局", "低保", ("李局",), ()),
        ("张伟 低保 报@李局", "低保", ("李局",), ()),
        ("张伟 低保 转:救助科", "低保", (), ("救助科",)),
        ("张伟 要求报销 转救助科", "要求报销", (), ("救助科",)),
        ("张伟 低保 报", "低保 报", (), ()),
    ],
)
def test_a_name_is_told_from_the_sign_before_it(line, matter, reported, handed):
    draft = parse_visit(line, NOW, "zh")
    assert (draft.matter, draft.report_to, draft.handed_to) == (matter, reported, handed)


@pytest.mark.parametrize(
    ("line", "channel", "matter"),
    [
        ("匿名信 反映低保评议不公", "letter", "反映低保评议不公"),
        ("匿名电话 反映低保评议不公", "call", "反映低保评议不公"),
        ("匿名 反映低保评议不公", "visit", "反映低保评议不公"),
    ],
)
def test_how_it_came_without_a_name(line, channel, matter):
    draft = parse_visit(line, NOW, "zh")
    assert (draft.name, draft.channel, draft.matter) == (None, channel, matter)
