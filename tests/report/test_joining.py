"""A title and its result as one sentence, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from planner.report.joining import capitalised, told


@pytest.mark.parametrize(
    ("title", "words", "wanted"),
    [
        ("救助资金", "按市局45号函要求，21日报送使用情况。", "救助资金。按市局45号函要求，21日报送使用情况。"),
        ("养老工作会", "方案经您审定，通知23日印发。", "养老工作会。方案经您审定，通知23日印发。"),
        ("局务会", "部署国庆值班。", "局务会：部署国庆值班。"),
        ("局务会（三楼会议室）", "25日已开，议定三项。", "局务会（三楼会议室），25日已开，议定三项。"),
        ("报送救助资金使用情况", "25日已报市局。", "报送救助资金使用情况，25日已报市局。"),
        ("接待市局调研组", "看点两处，座谈一场。", "接待市局调研组，看点两处，座谈一场。"),
        ("低保对象动态核查", "核查126户，退出9户。", "低保对象动态核查：核查126户，退出9户。"),
        ("局务会，三楼", "25日已开。", "局务会，三楼。25日已开。"),
        ("请财务科核对台账", "财务科已核对，与账面一致。", "财务科核对台账：财务科已核对，与账面一致。"),
        ("请示拟稿", "21日已送审。", "请示拟稿，21日已送审。"),
        ("给财政局打电话，问拨款日期", "月底前拨付，共120万元。", "问拨款日期。月底前拨付，共120万元。"),
        ("给财政局打电话", "财政局答复月底前拨付，共120万元。", "财政局答复月底前拨付，共120万元。"),
        ("给财政局打电话", "已告知。", "给财政局打电话，已告知。"),
        ("请人修门", "修好。", "请人修门，修好。"),
    ],
)
def test_chinese_reads_on(title, words, wanted):
    assert told(title, words, "zh") == wanted


@pytest.mark.parametrize(
    ("title", "words", "wanted"),
    [
        (
            "Relief meeting",
            "minutes circulated to all sections.",
            "Relief meeting: minutes circulated to all sections.",
        ),
        ("relief report", "Sent to the city.", "Relief report: sent to the city."),
        ("Programme", "Approved by Director Li.", "Programme: approved by Director Li."),
        ("Home visit", "Relief goes on Thursday.", "Home visit: Relief goes on Thursday."),
        ("Letter", "MCA agrees.", "Letter: MCA agrees."),
        ("Notice", "circulated to all. signed by Li.", "Notice. Circulated to all. Signed by Li."),
        ("Allowance: request", "being revised.", "Allowance: request. Being revised."),
    ],
)
def test_english_stands_behind_a_colon(title, words, wanted):
    assert told(title, words, "en") == wanted


def test_capitals_stand_behind_full_stops_and_not_behind_numbers():
    assert capitalised("sent. then 3. five, e.g. x") == "Sent. Then 3. five, e.g. x"


@given(lang=some.sampled_from(("en", "zh")), title=some.text(min_size=1), words=some.text(min_size=1))
def test_what_was_typed_of_it_stays_whole(lang, title, words):
    assert told(title, words, lang).casefold().endswith(words.casefold())
