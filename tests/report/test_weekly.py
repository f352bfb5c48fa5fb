"""The report as it leaves the office, word for word, and what may never stand in it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some
from office_week import OFFICE, at, done, on, open_, reviewed

from planner.domain.matter import Return
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.report.document import Heading, Paragraph
from planner.report.review import Material
from planner.report.span import Span, span_around
from planner.report.text import from_text, page_text, to_text
from planner.report.weekly import Form, weekly

CHINESE = """\
局办公室一周工作情况
（2026年9月21日—24日）

李明局长：

　　一、本周完成情况
　　（一）重点工作
　　1.救助资金。按市局45号函要求，21日报送使用情况。
　　2.养老工作会。方案经您审定，通知23日印发。
　　（二）日常工作
　　办结公文1件；另办结日常事项1件；接待来访3批9人，均已登记，已答复1件。

　　二、进展情况
　　低保提标请示。正按您意见（核实数据再报）修改，计划28日前完成。

　　三、存在问题
　　社会救助科资金台账逾期7个工作日，承诺28日完成。

　　四、下周安排（28日—30日）
　　1.29日养老工作会议。
　　2.30日前完成节前安全检查。

　　五、需协调事项
　　养老院退费（7人）涉及市场监管部门，建议王强副局长牵头会商。

局办公室
2026年9月24日
"""

ENGLISH = """\
Bureau Office: the week's work
(21–24 September 2026)

李明局长:

I. Done this week
A. Major work
1. 救助资金. 按市局45号函要求，21日报送使用情况.
"""


def test_the_week_of_the_example_in_chinese():
    assert page_text(weekly(reviewed(), "zh", Form(office="局办公室"))) == CHINESE


def test_the_same_in_english():
    page = page_text(weekly(reviewed(), "en", Form(office="Bureau Office")))
    assert page.startswith(ENGLISH)
    assert "II. In progress" in page
    assert "promised by 28 September" in page
    assert page.endswith("Bureau Office\n24 September 2026\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_words_of_the_tool_and_nothing_restricted(lang):
    page = page_text(weekly(reviewed(), lang))
    for word in ("信访核查", "克扣", "周敏", "[", "*", "红", "黄", "绿", "访2026", "V2026", "p1", "+", "@", "李局"):
        assert word not in page, word


def test_in_and_out_by_hand_outweigh_the_rule():
    matters = (
        done(1, "大事不报", at(22), "已办", marks=("image",), in_report=False),
        done(2, "小事入报", at(22), in_report=True),
        done(3, "有结果的小事", at(22), "已办"),
        done(4, "无结果的小事", at(22)),
    )
    page = page_text(weekly(reviewed(Material(matters=matters)), "zh"))
    assert "大事不报" not in page
    assert "1.小事入报。已于22日办结。" in page
    assert "2.有结果的小事。22日已办。" in page
    assert "无结果" not in page
    assert "另办结日常事项2件" in page


def test_empty_sections_are_left_out_and_the_rest_is_numbered_on():
    material = Material(matters=(open_(1, "节前检查", due=on(30), marks=("image",)),))
    document = weekly(reviewed(material), "zh")
    assert [block.text for block in document.blocks if isinstance(block, Heading)] == ["一、下周安排（28日—30日）"]
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["30日前完成节前检查。"]
    assert weekly(reviewed(Material()), "zh").blocks == ()


def test_what_stands_still_is_a_problem_unless_its_day_is_ahead():
    dated, undated = (open_(number, "旧事", marks=("image",), due=due) for number, due in ((1, on(30)), (2, None)))
    assert "存在问题" not in page_text(weekly(reviewed(Material(matters=(dated,))), "zh"))
    assert "旧事已9个工作日未推进。" in page_text(weekly(reviewed(Material(matters=(undated,))), "zh"))


def test_what_leaders_assigned_stands_in_their_order():
    matters = (
        done(1, "无人交办", at(21), "a", marks=("image",)),
        done(2, "王局交办", at(22), "a", marks=("assigned",), assigned_by="王局"),
        done(3, "李局交办", at(23), "a", marks=("assigned",), assigned_by="李局"),
    )
    page = page_text(weekly(reviewed(OFFICE.replace(matters=matters)), "zh"))
    places = [page.index(name) for name in ("李明局长交办", "王强副局长交办", "无人交办")]
    assert places == sorted(places)


def test_a_request_is_never_among_what_is_to_be_coordinated():
    material = OFFICE.replace(matters=(open_(1, "关于增编的请示", marks=("overall",), work="advice", touched=at(24)),))
    page = page_text(weekly(reviewed(material), "zh"))
    assert "增编" not in page
    assert "建议王强副局长" in page


def test_the_promise_that_passed_is_said_so():
    later = datetime(2026, 9, 29, 17)
    page = page_text(weekly(reviewed(span=span_around("week", later.date()), now=later), "zh"))
    assert "原承诺28日完成，未兑现" in page


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("month", "局办公室2026年9月工作情况"),
        ("quarter", "局办公室2026年第三季度工作情况"),
        ("year", "局办公室2026年工作情况"),
        ("days", "局办公室工作情况"),
    ],
)
def test_the_title_follows_the_span(kind, title):
    assert weekly(reviewed(span=span_around(kind, on(24))), "zh", Form(office="局办公室")).title == title


def test_what_came_since_the_last_report_is_a_weeks():
    span = Span(kind="since", first=on(18), last=on(24), after=at(18, 16))
    document = weekly(reviewed(span=span), "zh", Form(office="局办公室", addressee="赵敏副局长"))
    assert document.title == "局办公室一周工作情况"
    assert document.subtitle == "（2026年9月20日—24日）", "the Sunday that was worked is in it"
    assert document.addressee == "赵敏副局长："


def test_before_its_last_working_day_the_plan_begins_tomorrow():
    page = page_text(weekly(reviewed(now=at(22, 17)), "zh"))
    assert "下步安排（23日—30日）" in page
    since = Span(kind="since", first=on(18), last=on(22), after=at(18, 16))
    assert "下步安排（23日—24日）" in page_text(
        weekly(
            reviewed(OFFICE.replace(matters=(open_(1, "会", due=on(24), marks=("image",)),)), since, at(22, 17)), "zh"
        )
    )


def test_a_report_is_dated_on_its_day_and_one_of_the_past_on_its_last():
    assert weekly(reviewed(), "zh").dated == "2026年9月24日"
    past = weekly(reviewed(span=Span(kind="days", first=date(2026, 9, 14), last=date(2026, 9, 18))), "zh")
    assert past.dated == "2026年9月18日"


TYPED = some.text(min_size=1).filter(lambda text: text.strip())


@given(
    lang=some.sampled_from(("en", "zh")),
    title=TYPED,
    result=some.none() | TYPED,
    words=TYPED,
    point=TYPED,
)
def test_whatever_was_typed_makes_a_document_of_whole_lines(lang, title, result, words, point):
    material = Material(
        matters=(
            done(1, title, at(22), result, marks=("image",)),
            open_(2, title, due=on(28), marks=("image",), returns=(Return(at=at(23), words=words, by="李局"),)),
            open_(3, title, due=on(16), handed_to=(words,), supervised=True),
            open_(4, title, due=on(29), marks=("image",), receptions=(202600001,)),
        ),
        receptions=(Reception(number=202600001, at=at(1), created=at(1), matter=words, reply_due=on(2)),),
        points=(Point(number=1, text=f"建议{point}", parties=("李局",), created=at(22)),),
        parties=OFFICE.parties,
    )
    document = weekly(reviewed(material), lang)
    assert document == weekly(reviewed(material), lang)
    for block in document.blocks:
        assert "\n" not in block.text
        assert block.text.strip()
    assert from_text(to_text(document), lang) == document


@pytest.mark.parametrize(
    ("reply_due", "told"),
    [(on(2), "来访事项“退费”答复逾期17个工作日。"), (None, "来访事项“退费”书面告知逾期7个工作日。")],
)
def test_a_late_answer_and_a_late_notice_are_told_apart(reply_due, told):
    late = Reception(
        number=202600001, at=at(1), created=at(1), matter="退费", name="张伟", unit="河东社区", reply_due=reply_due
    )
    assert told in page_text(weekly(reviewed(Material(receptions=(late,))), "zh"))
