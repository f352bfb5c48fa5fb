"""The report as it leaves the office, word for word, and what may never stand in it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some
from office_week import OFFICE, at, done, on, open_, reviewed

from planner.domain.matter import Chase, Extension, Note, Return
from planner.domain.point import Point, Tick
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
　　办结其他日常事项1件；接待来访3批9人，均已登记，答复1件。

　　二、进展情况
　　低保提标请示，正按您意见（核实数据再报）修改，计划28日前完成。

　　三、存在问题
　　社会救助科资金台账逾期7个工作日，承诺28日完成。

　　四、下周安排（28日—30日）
　　1.养老工作会议，定于29日召开。
　　2.节前安全检查，30日前完成。

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
1. 救助资金: 按市局45号函要求，21日报送使用情况.
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
    assert "1.小事入报，已于22日办结。" in page
    assert "2.有结果的小事，22日已办。" in page
    assert "无结果" not in page
    assert "办结其他日常事项2件" in page


def test_empty_sections_are_left_out_and_the_rest_is_numbered_on():
    material = Material(matters=(open_(1, "节前检查", due=on(30), marks=("image",)),))
    document = weekly(reviewed(material), "zh")
    assert [block.text for block in document.blocks if isinstance(block, Heading)] == ["一、下周安排（28日—30日）"]
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["节前检查，30日前完成。"]
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
    places = [page.index(name) for name in ("您交办", "王强副局长交办", "无人交办")]
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


def page_of(*matters, lang="zh", now=None, span=None, **more) -> str:
    """The report of some matters for the leaders of the example."""
    material = Material(matters=matters, parties=OFFICE.parties, **more)
    return page_text(weekly(reviewed(material, span, now or datetime(2026, 9, 24, 16, 50)), lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_note_stands_in_no_report_unless_it_was_written_for_it(lang):
    notes = (Note(at=at(22), text="李局私下说先放一放"), Note(at=at(23), text="报告：素材已收齐"))
    private = open_(1, "低保提标", marks=("overall",), due=on(28), touched=at(22), notes=notes[:1])
    page = page_of(private, lang=lang)
    assert "私下" not in page
    assert ("低保提标，28日前完成" in page) is (lang == "zh"), "it stands in the plan"
    told = page_of(private.replace(notes=notes), lang=lang)
    assert "素材已收齐" in told
    assert "报告" not in told
    assert "私下" not in told


def test_progress_beyond_the_plan_is_told_by_its_date():
    page = page_of(
        open_(1, "汇报提纲", marks=("image",), due=on(9, 10), touched=at(22)),
        open_(2, "方案送审", marks=("image",), due=on(24)),
    )
    assert "汇报提纲，正在办理，计划10月9日前完成。" in page
    assert "方案送审，正在办理，计划24日前完成。" in page, "it ends today, and the plan begins tomorrow"


def test_what_is_overdue_says_why_and_what_comes_next():
    promise = Chase(at=at(22), party="救助科", promise="报齐", promised=on(23))
    waits = open_(
        1, "城镇低保台账", due=on(16), supervised=True, handed_to=("救助科",), state="waiting",
        waiting_for="等财政局对账", waiting_until=on(29), chases=(promise, promise.replace(at=at(23), promised=on(28))),
    )  # fmt: skip
    put_off = open_(
        2, "特急信件", due=on(18), urgency="urgent",
        extensions=(Extension(at=at(15), was=on(16), until=on(18), reason="对方补材料"),),
    )  # fmt: skip
    page = page_of(waits, put_off)
    assert (
        "社会救助科城镇低保台账逾期7个工作日，正等待财政局对账（至29日），原承诺23日完成，未兑现，现承诺28日完成。"
        in page
    )
    assert "特急信件逾期5个工作日，曾延期至18日（对方补材料）。" in page


@pytest.mark.parametrize(
    ("by", "often", "section"), [("李局", 1, "进展情况"), (None, 1, "存在问题"), ("李局", 2, "存在问题")]
)
def test_a_paper_of_the_first_priority_that_was_sent_back_is_told(by, often, section):
    returns = tuple(Return(at=at(21 + place), words="核实数据", by=by) for place in range(often))
    page = page_of(open_(1, "提标方案", priority=1, due=on(28), returns=returns, touched=at(23)))
    assert page.split("、", 1)[1].startswith(section)
    assert page.count("提标方案") == 1
    assert ("提标方案被退回（核实数据），计划28日前完成。" in page) is (by is None)
    assert ("提标方案已被退回2次（核实数据），计划28日前完成。" in page) is (often > 1)
    assert "核实数据" in page


def test_who_is_addressed_is_spoken_to_in_one_way():
    matters = (
        done(1, "向李局汇报救助资金", at(22), "李局同意，李明局长办公会再议", marks=("assigned",)),
        open_(
            2,
            "方案",
            priority=1,
            due=on(28),
            returns=(Return(at=at(23), words="李局长说再核", by="李局"),),
            touched=at(23),
        ),
    )
    page = page_of(*matters)
    assert "1." not in page
    assert "向您汇报救助资金，您同意，李明局长办公会再议。" in page
    assert "方案，正按您意见（您说再核）修改" in page
    english = page_of(*matters, lang="en")
    assert "您" not in english
    assert "as 李明局长 asked" in english


def test_visitors_are_counted_by_their_way_and_answers_by_their_span():
    def came(number, day, channel="visit", **more):
        return Reception(number=202600000 + number, at=at(day), created=at(day), matter="a", channel=channel, **more)

    answered = {"state": "answered", "reply": "b", "closed": at(23), "replied": at(23)}
    page = page_of(
        receptions=(
            came(1, 14, **answered), came(2, 22, headcount=3), came(3, 22, "call", **answered), came(4, 23, "superior"),
        )
    )  # fmt: skip
    assert "接待来访1批3人，收到来电1件、上级转办1件，均已登记，答复2件（含此前登记的1件）。" in page
    assert "答复此前登记的信访事项1件。" in page_of(receptions=(came(1, 14, **answered),))


def test_a_document_that_stands_by_itself_is_not_counted_again():
    told = done(1, "请示报送", at(22), "已报", work="documents", created=at(21))
    counted = done(2, "来文登记", at(22), work="documents", created=at(21))
    assert "日常" not in page_of(told)
    assert "日常办文1件，办结1件。" in page_of(told, counted)


def test_behind_a_number_stands_no_digit():
    matters = tuple(done(number, f"{number}季度预算", at(22), "已报") for number in (1, 3))
    assert "（1）1季度预算，22日已报。\n　　（2）3季度预算，22日已报。" in page_of(*matters)
    assert "(2) 3季度预算" in page_of(*matters, lang="en")


def test_what_was_done_on_a_day_off_lies_within_the_days_of_the_title():
    page = page_of(done(1, "值守", at(26), "已交班"), now=at(27))
    assert "（2026年9月21日—26日）" in page


def test_what_a_leader_answered_is_suggested_no_more():
    point = Point(
        number=1, text="建议会商", parties=("李局", "王局"), created=at(22),
        ticks=(Tick(party="李局", at=at(23), answer="同意"),),
    )  # fmt: skip
    assert "建议会商" not in page_of(points=(point,))
    assert "建议会商" in page_of(points=(point.replace(ticks=()),))
    settled_one = point.replace(ticks=(), matter=1)
    assert "建议会商" not in page_of(done(1, "会商", at(23)), points=(settled_one,))
