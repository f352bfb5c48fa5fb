"""Lines of the reception and of talks."""

import pytest
from tables import NOW

from planner.capture import parse_many, parse_point, parse_visit
from planner.domain.draft import VisitDraft
from planner.domain.moment import date, datetime

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "张伟 13800000000 低保申请 3人 转救助科 周五前答复",
            {
                "name": "张伟",
                "phone": "13800000000",
                "matter": "低保申请",
                "headcount": 3,
                "handed_to": ("救助科",),
                "reply_due": FRIDAY,
            },
        ),
        (
            "王秀英等7人 养老院退费 13811112222 转养老科 报王局",
            {
                "name": "王秀英",
                "headcount": 7,
                "matter": "养老院退费",
                "phone": "13811112222",
                "handed_to": ("养老科",),
                "report_to": ("王局",),
            },
        ),
        ("未留名 低保评议", {"matter": "低保评议"}),
        ("匿名 反映工地噪声", {"matter": "反映工地噪声"}),
        ("anon low-income review", {"matter": "low-income review"}),
        (
            "Zhang Wei 13800000000 low-income application 3 people to:Relief reply by fri",
            {
                "name": "Zhang Wei",
                "phone": "13800000000",
                "matter": "low-income application",
                "headcount": 3,
                "handed_to": ("Relief",),
                "reply_due": FRIDAY,
            },
        ),
        ("张伟 来电 低保申请", {"name": "张伟", "channel": "call", "matter": "低保申请"}),
        ("张伟 电话 低保申请", {"name": "张伟", "channel": "call", "matter": "低保申请"}),
        ("张伟 来信 低保申请", {"name": "张伟", "channel": "letter", "matter": "低保申请"}),
        ("张伟 网上 低保申请", {"name": "张伟", "channel": "online", "matter": "低保申请"}),
        ("张伟 12345 低保申请", {"name": "张伟", "channel": "hotline", "matter": "低保申请"}),
        ("张伟 上级转办 低保申请", {"name": "张伟", "channel": "superior", "matter": "低保申请"}),
        ("Li Na call pension", {"name": "Li Na", "channel": "call", "matter": "pension"}),
        ("Li Na letter pension", {"name": "Li Na", "channel": "letter", "matter": "pension"}),
        ("Li Na online pension", {"name": "Li Na", "channel": "online", "matter": "pension"}),
        ("Li Na hotline pension", {"name": "Li Na", "channel": "hotline", "matter": "pension"}),
        ("张伟 低保申请 +6", {"name": "张伟", "headcount": 7, "matter": "低保申请"}),
        ("张伟 幸福社区 低保申请", {"name": "张伟", "unit": "幸福社区", "matter": "低保申请"}),
        ("张伟 单位:三里村 低保申请", {"name": "张伟", "unit": "三里村", "matter": "低保申请"}),
        ("李记者 媒体 采访养老院", {"name": "李记者", "kind": "media", "matter": "采访养老院"}),
        ("张伟 低保申请 当场答复", {"name": "张伟", "answered": True, "matter": "低保申请"}),
        ("张伟 低保申请 >救助科,财务科", {"name": "张伟", "handed_to": ("救助科", "财务科"), "matter": "低保申请"}),
        ("张伟 低保申请 转救助科、财务科", {"name": "张伟", "handed_to": ("救助科", "财务科"), "matter": "低保申请"}),
        ("张伟 低保申请 +低保", {"name": "张伟", "tags": ("低保",), "matter": "低保申请"}),
        ("张伟 检举村干部", {"name": "张伟", "petition_class": "accusation", "matter": "检举村干部"}),
        ("张伟 低保申请 +restricted", {"name": "张伟", "restricted": True, "matter": "低保申请"}),
        ("张伟 0571-88888888 低保申请", {"name": "张伟", "phone": "057188888888", "matter": "低保申请"}),
        ("张伟 +86 13800000000 低保申请", {"name": "张伟", "phone": "+8613800000000", "matter": "低保申请"}),
        ("张伟 转学手续", {"name": "张伟", "matter": "转学手续"}),
        ("张伟 报销医药费", {"name": "张伟", "matter": "报销医药费"}),
        ("低保评议 有异议", {"matter": "低保评议 有异议"}),
        (
            "张伟 低保申请 明天下午3点前回复",
            {"name": "张伟", "reply_due": datetime(2026, 11, 24, 15), "matter": "低保申请"},
        ),
        ("", {"matter": ""}),
    ],
)
def test_visits(line, fields):
    draft = parse_visit(line, NOW)
    assert draft.replace(spans=(), remarks=()) == VisitDraft(**fields)


@pytest.mark.parametrize(
    ("line", "parties", "text", "direction"),
    [
        ("李局 低保资金已到账", ("李局",), "低保资金已到账", None),
        ("@李局 @王局 低保资金已到账", ("李局", "王局"), "低保资金已到账", None),
        ("低保资金已到账 @李局", ("李局",), "低保资金已到账", None),
        ("李局 资金已到账 @王局", ("李局", "王局"), "资金已到账", None),
        ("李局 @王局 资金已到账", ("李局", "王局"), "资金已到账", None),
        ("汇报 李局 资金已到账 @王局", ("李局", "王局"), "资金已到账", "up"),
        ("Li: funds arrived @Wang", ("Li", "Wang"), "funds arrived", None),
        ("Director Li funds arrived @Wang", ("Director Li", "Wang"), "funds arrived", None),
        ("funds arrived @Li", ("Li",), "funds arrived", None),
        ("资金 已到账 @李局", ("李局",), "资金 已到账", None),
        ("@李局 王局 来过", ("李局",), "王局 来过", None),
        ("李局、王局 低保资金已到账", ("李局", "王局"), "低保资金已到账", None),
        ("李局：低保资金已到账", ("李局",), "低保资金已到账", None),
        ("汇报 李局 周五开会", ("李局",), "周五开会", "up"),
        ("传达 救助科 周五前报表", ("救助科",), "周五前报表", "down"),
        ("通气 财务科 资金安排", ("财务科",), "资金安排", "across"),
        ("向李局汇报 资金到账", ("李局",), "资金到账", "up"),
        ("向救助科传达：周五前报表", ("救助科",), "周五前报表", "down"),
        ("Director Li funds arrived", ("Director Li",), "funds arrived", None),
        ("Director Li: funds arrived fri", ("Director Li",), "funds arrived fri", None),
        ("up Li funds arrived", ("Li",), "funds arrived", "up"),
        ("down Relief report by friday", ("Relief",), "report by friday", "down"),
        ("across Finance money", ("Finance",), "money", "across"),
        ("低保资金已到账", (), "低保资金已到账", None),
        ("李局 p1 +urgent words stay", ("李局",), "p1 +urgent words stay", None),
    ],
)
def test_points(line, parties, text, direction):
    draft = parse_point(line, NOW)
    assert (draft.parties, draft.text, draft.direction) == (parties, text, direction)


def test_a_point_s_matter_and_due_day():
    draft = parse_point("李局 资金到账 re:12 due:fri +救助", NOW)
    assert (draft.text, draft.matter, draft.due, draft.tags) == ("资金到账", 12, FRIDAY, ("救助",))


def test_a_heading_holds_for_each_line_under_it():
    drafts = parse_many("局务会 from:李局 周五前：\n1. 写方案\n\n- 订会议室 @王局 明天\n③印材料 p1", NOW, "zh")
    assert [draft.title for draft in drafts] == ["写方案", "订会议室", "印材料"]
    assert [draft.due for draft in drafts] == [FRIDAY, date(2026, 11, 24), FRIDAY]
    assert {draft.assigned_by for draft in drafts} == {"李局"}
    assert {draft.note for draft in drafts} == {"局务会"}
    assert drafts[1].parties == ("王局",)
    assert drafts[2].priority == 1


def test_an_english_heading():
    drafts = parse_many("bureau meeting from:Li fri:\nwrite the plan\nbook the room +logistics", NOW)
    assert [(draft.title, draft.due, draft.assigned_by) for draft in drafts] == [
        ("write the plan", FRIDAY, "Li"),
        ("book the room", FRIDAY, "Li"),
    ]
    assert drafts[1].work == "logistics"


def test_lines_without_a_heading_stand_alone():
    assert [draft.title for draft in parse_many("a fri\nb\n", NOW)] == ["a", "b"]
    assert parse_many("\n \n", NOW) == ()
    assert [draft.title for draft in parse_many("only a heading:", NOW)] == ["only a heading:"]
