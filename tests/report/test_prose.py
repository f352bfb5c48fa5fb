"""What a person typed in a report: formal titles, 王某, no phones, settled punctuation, and nothing else changed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from office_week import LEADERS

from planner.domain.party import Party
from planner.report.prose import Prose, day_said, days_said, long_day, settled

ENGLISH = (Party(number=1, name="Li", kind="leader", rank=1, title="Director Li Ming", aliases=("Director Li",)),)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("已报市局,李局签发", "已报市局，李明局长签发。"),
        ("李局长同意", "李明局长同意。"),
        ("李明局长同意。", "李明局长同意。"),
        ("王局长牵头", "王强副局长牵头。"),
        ("请李局和王局定", "请李明局长和王强副局长定。"),
        ("局务会 三楼", "局务会，三楼。"),
        ("办了；", "办了。"),
        ("办了！", "办了！"),
        ("他说“好。”", "他说“好。”"),
        ("投诉 访2026-0012", "投诉。"),
        ("周敏来电13812340101", "周某来电。"),
        ("周敏（13812340101）来了", "周某来了。"),
        ("周敏，联系电话：138 1234 0101，已答复", "周某，已答复。"),
        ("已打电话13812340101告知", "已打电话告知。"),
        ("周敏 138****0101 已答复", "周某，已答复。"),
        ("救助科已报", "救助科已报。"),
        ("附件(两份)", "附件（两份）。"),
        ("3:2通过", "3:2通过。"),
    ],
)
def test_chinese(typed, told):
    assert Prose("zh", LEADERS, ("周敏",)).sentence(typed) == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Sent, signed by Li", "Sent, signed by Director Li Ming."),
        ("Director Li agreed", "Director Li Ming agreed."),
        ("Director Li Ming agreed.", "Director Li Ming agreed."),
        ("Likely next week", "Likely next week."),
        ("Li Ming agreed", "Director Li Ming agreed."),
        ("agreed,", "agreed."),
    ],
)
def test_english(typed, told):
    assert Prose("en", ENGLISH).sentence(typed) == told


@given(text=some.text())
def test_a_sentence_is_one_line_with_one_stop_and_settling_is_stable(text):
    prose = Prose("zh", LEADERS, ("周敏",))
    told = prose.sentence(text)
    assert "\n" not in told
    assert settled(told, "zh") == told


def test_a_visitor_s_latin_name_tears_no_word_apart():
    said = Prose("en", ENGLISH, ("Ann",)).sentence("Annual report by ann on Annex")
    assert said == "Annual report by A. on Annex."


def test_what_is_left_out_leaves_no_gap_and_an_initial_keeps_its_stop():
    prose = Prose("en", ENGLISH, ("Zhou Min", "Wang Xiuying"))
    assert prose.sentence("Zhou Min (13912345678) and Wang Xiuying both came") == "Z. and W. both came."
    assert prose.phrase("Meet Zhou Min and Wang Xiuying") == "Meet Z. and W."
    assert prose.phrase("Meet them.") == "Meet them"


def test_a_visitor_called_like_a_party_is_not_masked():
    assert Prose("zh", LEADERS, ("李明",)).sentence("李明来过") == "李明局长来过。"


@pytest.mark.parametrize(
    ("lang", "first", "last", "told"),
    [
        ("zh", (2026, 9, 21), (2026, 9, 24), "2026年9月21日—24日"),
        ("zh", (2026, 9, 28), (2026, 10, 9), "2026年9月28日—10月9日"),
        ("zh", (2026, 12, 28), (2027, 1, 3), "2026年12月28日—2027年1月3日"),
        ("zh", (2026, 9, 21), (2026, 9, 21), "2026年9月21日"),
        ("en", (2026, 9, 21), (2026, 9, 24), "21–24 September 2026"),
        ("en", (2026, 9, 28), (2026, 10, 9), "28 September–9 October 2026"),
        ("en", (2026, 12, 28), (2027, 1, 3), "28 December 2026–3 January 2027"),
    ],
)
def test_days_from_to(lang, first, last, told):
    assert days_said(date(*first), date(*last), lang) == told


def test_a_day_beside_another():
    near = date(2026, 9, 24)
    assert day_said(date(2026, 9, 28), near, "zh") == "28日"
    assert day_said(date(2026, 10, 8), near, "zh") == "10月8日"
    assert day_said(date(2027, 1, 4), near, "zh") == long_day(date(2027, 1, 4), "zh") == "2027年1月4日"
    assert day_said(date(2026, 9, 28), near, "en") == "28 September"
    assert days_said(date(2026, 9, 28), date(2026, 9, 30), "zh", year=False) == "28日—30日"
