"""A reception's line in English phrases, what was answered on the spot, and the class that its words suggest."""

from __future__ import annotations

import pytest

from planner.capture import parse_visit
from planner.domain.draft import VisitDraft
from planner.domain.moment import date, datetime

NOW = datetime(2026, 11, 23, 10)
FRIDAY = date(2026, 11, 27)
WANG = {"name": "Wang Xiuying", "matter": "refund of fees"}


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "group of 7 Wang Xiuying refund of fees to Elderly report to Wang",
            {**WANG, "headcount": 7, "handed_to": ("Elderly",), "report_to": ("Wang",)},
        ),
        ("Wang Xiuying and 6 others, refund of fees", {**WANG, "headcount": 7}),
        ("Wang Xiuying with six others refund of fees", {**WANG, "headcount": 7}),
        ("Wang Xiuying 7 people refund of fees", {**WANG, "headcount": 7}),
        ("a group of twelve residents noise", {"headcount": 12, "matter": "residents noise"}),
        ("Wang Xiuying refund of fees to Relief answer by fri",
         {**WANG, "handed_to": ("Relief",), "reply_due": FRIDAY}),
        ("Wang Xiuying refund of fees reply by fri to Relief", {**WANG, "handed_to": ("Relief",), "reply_due": FRIDAY}),
        ("Wang Xiuying refund of fees to Elderly, answer by 27/11",
         {**WANG, "handed_to": ("Elderly",), "reply_due": FRIDAY}),
        ("Wang Xiuying refund of fees, forwarded to Relief and Finance, report to Director Li",
         {**WANG, "handed_to": ("Relief", "Finance"), "report_to": ("Director Li",)}),
        ("Wang Xiuying refund of fees to 养老科", {**WANG, "handed_to": ("养老科",)}),
        ("Wang Xiuying wants to move to Hedong", {"name": "Wang Xiuying", "matter": "wants to move to Hedong"}),
        ("Wang Xiuying objects to Hedong Bridge", {"name": "Wang Xiuying", "matter": "objects to Hedong Bridge"}),
        ("Wang Xiuying pension to relief", {"name": "Wang Xiuying", "matter": "pension to relief"}),
        ("Wang Xiuying road to Hedong is closed", {"name": "Wang Xiuying", "matter": "road to Hedong is closed"}),
        ("Wang Xiuying refund of fees answered on the spot", {**WANG, "answered": True}),
        ("张伟 低保申请 当场答复：每月1100元，12月起发", {"name": "张伟", "matter": "低保申请", "answered": True,
                                         "reply": "每月1100元，12月起发"}),
        ("Wang Xiuying refund of fees answered: paid by fri", {**WANG, "answered": True, "reply": "paid by fri"}),
        ("Wang Xiuying refund of fees answered on the spot: paid +12", {**WANG, "answered": True, "reply": "paid +12"}),
        ("张伟 举报贪污 被反映人：孙科、李局", {"name": "张伟", "matter": "举报贪污", "petition_class": "accusation",
                                     "accused": ("孙科", "李局")}),
        ("Li Na reports bribery accused:-", {"name": "Li Na", "matter": "reports bribery", "accused": ("-",),
                                             "petition_class": "accusation"}),
        ("张伟 低保申请 当场答复：", {"name": "张伟", "matter": "低保申请", "answered": True}),
    ],
)  # fmt: skip
def test_what_an_english_line_says_in_phrases(line, fields):
    draft = parse_visit(line, NOW, "en")
    assert draft.replace(spans=(), remarks=()) == VisitDraft(**fields)


@pytest.mark.parametrize(
    ("line", "suggested"),
    [
        ("王小明 举报李局收受红包", "accusation"),
        ("王小明 反映村干部克扣低保金", "accusation"),
        ("王小明 反映工地噪声", None),
        ("Zhang Wei accuses director Sun of taking kickbacks", "accusation"),
        ("Zhang Wei complaint about bribery by the village head", "accusation"),
        ("Zhang Wei reports misconduct of a clerk", "accusation"),
        ("Zhang Wei whistle-blower letter", "accusation"),
        ("Zhang Wei is not accustomed to the noise", None),
        ("李强 来电 咨询低保标准", "enquiry"),
        ("李强 低保政策咨询", "enquiry"),
        ("李强 心理咨询师证补贴", None),
        ("李强 咨询并投诉养老院", None),
        ("Li Na asks about her pension", "enquiry"),
        ("Li Na enquiry on pensions", "enquiry"),
        ("Li Na asks about her pension, complains of delay", None),
        ("Li Na pension", None),
    ],
)
def test_the_class_that_words_suggest(line, suggested):
    assert parse_visit(line, NOW, "en").petition_class == suggested


def test_a_title_before_a_day_s_name_makes_it_somebody_s():
    draft = parse_visit("Zhang Wei accuses director Sun of taking kickbacks", NOW, "en")
    assert (draft.matter, draft.reply_due) == ("accuses director Sun of taking kickbacks", None)
    assert parse_visit("Zhang Wei refund, the director answers sun", NOW, "en").reply_due == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("line", "matter", "due"),
    [
        ("Li Na noise at night to Relief", "noise at night", None),
        ("张伟 反映工地晚上施工", "反映工地晚上施工", None),
        ("张伟 噪声 今天晚上答复", "噪声", datetime(2026, 11, 23, 20)),
        ("Li Na noise reply tonight", "noise", datetime(2026, 11, 23, 20)),
    ],
)
def test_a_part_of_the_day_is_no_day_of_an_answer(line, matter, due):
    draft = parse_visit(line, NOW, "en")
    assert (draft.matter, draft.reply_due) == (matter, due)
