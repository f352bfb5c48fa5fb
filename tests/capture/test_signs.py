"""Signs, keys and their twins."""

import pytest
from tables import NOW

from planner.capture import parse
from planner.domain.draft import Draft
from planner.domain.moment import date, datetime


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("x p1", {"priority": 1}),
        ("x P4", {"priority": 4}),
        ("x !2", {"priority": 2}),
        ("x ！３", {"priority": 3}),
        ("写报告p1", {"priority": 1}),
        ("x +major", {"grade": "major"}),
        ("x +minor", {"grade": "minor"}),
        ("x +大事", {"grade": "major"}),
        ("x ＋小事", {"grade": "minor"}),
        ("x +大", {"grade": "major"}),
        ("x +assigned +overall", {"marks": ("assigned", "overall")}),
        ("x +operation +image", {"marks": ("operation", "image")}),
        ("x +交办 +全局 +运转 +形象", {"marks": ("assigned", "overall", "operation", "image")}),
        ("x +policy", {"nature": "policy"}),
        ("x +政务", {"nature": "policy"}),
        ("x +routine", {"nature": "routine"}),
        ("x +事务", {"nature": "routine"}),
        ("x +planned", {"origin": "planned"}),
        ("x +计划内", {"origin": "planned"}),
        ("x +adhoc", {"origin": "adhoc"}),
        ("x +临时", {"origin": "adhoc"}),
        ("x +特提", {"urgency": "flash"}),
        ("x +flash", {"urgency": "flash"}),
        ("x +特急", {"urgency": "urgent"}),
        ("x +urgent", {"urgency": "urgent"}),
        ("x +加急", {"urgency": "expedite"}),
        ("x +expedite", {"urgency": "expedite"}),
        ("x +平急", {"urgency": "regular"}),
        ("x +regular", {"urgency": "regular"}),
        ("x @李局", {"parties": ("李局",)}),
        ("x ＠李局 @王局", {"parties": ("李局", "王局")}),
        ('x @"Director Li"', {"parties": ("Director Li",)}),
        ("找@李局，谈话", {"parties": ("李局",)}),
        ("x from:李局", {"assigned_by": "李局", "marks": ("assigned",)}),
        ("x from：Li", {"assigned_by": "Li", "marks": ("assigned",)}),
        ("x to:救助科,财务科", {"handed_to": ("救助科", "财务科")}),
        ("x to:救助科、财务科", {"handed_to": ("救助科", "财务科")}),
        ("x >救助科", {"handed_to": ("救助科",)}),
        ("x 》救助科", {"handed_to": ("救助科",)}),
        ("台账》救助科", {"handed_to": ("救助科",)}),
        ("x +督办", {"supervised": True}),
        ("x +supervise", {"supervised": True}),
        ('x words:"报我资金情况 周五"', {"words": "报我资金情况 周五"}),
        ("x 批示：“核实数据 再报”", {"words": "核实数据 再报"}),
        ("x 批示“再报”", {"words": "再报"}),
        ("x +救助 #低保 ＃社区", {"tags": ("救助", "低保", "社区")}),
        ("x +调研", {"work": "research"}),
        ("x +meetings", {"work": "meetings"}),
        ("x #办文", {"work": "documents"}),
        ("x ahead:5wd", {"ahead": (5,)}),
        ("x 提前5个工作日", {"ahead": (5,)}),
        ("x 提前十个工作日", {"ahead": (10,)}),
        ("x remind:30m", {"remind": (30,)}),
        ("x remind:1d,2h", {"remind": (1440, 120)}),
        ("x remind 30m before", {"remind": (30,)}),
        ("x remind me 2 hours before", {"remind": (120,)}),
        ("x 提前半小时提醒", {"remind": (30,)}),
        ("x 提前一个半小时提醒我", {"remind": (90,)}),
        ("x 提前一天提醒", {"remind": (1440,)}),
        ("x if-off:before", {"if_off": "before"}),
        ("x if-off:after", {"if_off": "after"}),
        ("x 遇休提前", {"if_off": "before"}),
        ("x 遇节假日顺延", {"if_off": "after"}),
        ("x due:fri", {"due": date(2026, 11, 27)}),
        ("x due：fri", {"due": date(2026, 11, 27)}),
        ('x due:"fri 5pm"', {"due": datetime(2026, 11, 27, 17)}),
        ("x due:fri 5pm", {"due": datetime(2026, 11, 27, 17)}),
        ("x due:明天下午3点", {"due": datetime(2026, 11, 24, 15)}),
        ("x 截止：周五", {"due": date(2026, 11, 27)}),
        ("x start:mon", {"start": date(2026, 11, 30)}),
        ("x every:2w", {"rrule": "FREQ=WEEKLY;INTERVAL=2", "due": date(2026, 11, 23)}),
        ("x every:mon,wed", {"rrule": "FREQ=WEEKLY;BYDAY=MO,WE", "due": date(2026, 11, 23)}),
        ("x every:周五", {"rrule": "FREQ=WEEKLY;BYDAY=FR", "due": date(2026, 11, 27)}),
        ("x after:2w", {"rrule": "FREQ=WEEKLY;INTERVAL=2", "from_completion": True, "due": date(2026, 12, 7)}),
        ("x after:3天", {"rrule": "FREQ=DAILY;INTERVAL=3", "from_completion": True, "due": date(2026, 11, 26)}),
        ("x needs:12", {"needs": (12,)}),
        ("x needs:12,13", {"needs": (12, 13)}),
        ("x nature:policy", {"nature": "policy"}),
        ("x nature:政务", {"nature": "policy"}),
        ("x origin:临时", {"origin": "adhoc"}),
        ("x urgency:特急", {"urgency": "urgent"}),
        ('x note:"call first, then go"', {"note": "call first, then go"}),
        ("x note:call first p2", {"note": "call first", "priority": 2}),
        ("x due:-", {"cleared": ("due",)}),
        ("x every:- to:- note:-", {"cleared": ("rrule", "handed_to", "note")}),
        ("title:x", {"retitled": True}),
        ('title:"x"', {"retitled": True}),
    ],
)
def test_each_sign(line, fields):
    draft = parse(line, NOW)
    assert draft.replace(spans=(), remarks=()) == Draft(title=draft.title, **fields)
    assert draft.title in {"x", "写报告", "找，谈话", "台账"}


@pytest.mark.parametrize(
    "line",
    [
        *(
            "learn C++",
            "port to C#",
            "mail a@b.com",
            "check 5>3",
            "call +86 138 0000 0000",
            "this is !important",
            "a + b",
        ),
        *("x -> y", "email <b>now</b>", "p5 rank", "p1x model", "see #12", "!5 times", "1+1=2", "A&B", "50% @ home"),
        *(
            "google+ page",
            "《低保》解读",
            "reply to: Bob",
            "ratio a>b",
            "issue: none",
            "due: unknown",
            "to:",
            "+",
            "@",
            "#",
            ">",
        ),
        *('"@李局 p1 +x"', "“+救助”", "C:\\dir\\x", "\\\\server\\share", "a \\ b", "12:3"),
        *("red \\x1b[31m", "\\n", "a \\d+ b", "\\科室", "报告\\初稿", "\\3 pages", "\\(x\\)"),
    ],
)
def test_what_is_no_sign_stays(line):
    draft = parse(line, NOW)
    assert draft.title == line
    assert draft.spans == ()


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("buy \\@home sign", "buy @home sign"),
        ("a \\+tag b", "a +tag b"),
        ("\\p1 engine", "p1 engine"),
        ("x \\due:fri y", "x due:fri y"),
        ("plan \\tomorrow", "plan tomorrow"),
        ("\\明天之星评选", "明天之星评选"),
        ("评选\\明天的人", "评选明天的人"),
        ("see \\every monday", "see every monday"),
        ("\\\\tomorrow", "\\tomorrow"),
    ],
)
def test_a_backslash_takes_the_next_thing_literally(line, title):
    draft = parse(line, NOW)
    assert draft.title == title
    assert (draft.due, draft.rrule, draft.parties, draft.tags, draft.priority) == (None, None, (), (), None)
    assert [span.role for span in draft.spans] == ["refused"]


def test_an_opened_book_title_keeps_its_bracket():
    draft = parse("学习《低保》救助科 》财务科", NOW)
    assert draft.handed_to == ("财务科",)
    assert draft.title == "学习《低保》救助科"


def test_an_unread_value_stays_and_is_remarked_on():
    for line in ("x due:soonish", "x nature:blue", "x remind:later", "x needs:abc", "x every:blue"):
        draft = parse(line, NOW)
        assert draft.title == line
        assert draft.remarks == ("unread",)


def test_a_name_ends_at_a_sign_or_punctuation():
    draft = parse("找@李局+救助 谈，@王局。", NOW)
    assert draft.parties == ("李局", "王局")
    assert draft.tags == ("救助",)


def test_every_part_has_its_role():
    line = (
        "写 p1 +大事 +交办 +政务 +临时 +特急 @李局 from:王局"
        " to:甲,乙 +督办 words:“x” #t +办文 ahead:3 remind:5m needs:1 note:n start:mon due:fri"
    )
    roles = [span.role for span in parse(line, NOW).spans]
    assert roles == [
        *(
            "priority",
            "grade",
            "mark",
            "nature",
            "origin",
            "urgency",
            "party",
            "assigned_by",
            "handed_to",
            "supervised",
        ),
        *("words", "tag", "work", "ahead", "remind", "needs", "note", "start", "due"),
    ]


def test_the_whole_of_a_director_s_line():
    draft = parse("Draft relief-fund report for Director Li fri 5pm p1 @李局 +救助", NOW)
    assert draft.title == "Draft relief-fund report for Director Li"
    assert (draft.due, draft.priority) == (datetime(2026, 11, 27, 17), 1)
    assert (draft.parties, draft.tags) == (("李局",), ("救助",))
    draft = parse("下周三下午两点半向李局长汇报低保工作 +大", NOW)
    assert (draft.title, draft.due, draft.grade) == ("向李局长汇报低保工作", datetime(2026, 12, 2, 14, 30), "major")
