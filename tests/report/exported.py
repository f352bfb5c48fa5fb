"""What the tests of formats export: a report with everything a document has, records of every kind, hostile texts."""

from __future__ import annotations

from planner import wording
from planner.domain.checklist import Checklist
from planner.domain.matter import Chase, Matter, Note, Return, Step
from planner.domain.moment import date, datetime
from planner.domain.party import Party
from planner.domain.point import Point, Tick
from planner.domain.reception import Reception
from planner.report.document import Bar, Bars, Document, Heading, Paragraph, Table
from planner.report.formats.table import Fonts, Look
from planner.report.selection import Selection

NOW = datetime(2026, 9, 25, 16, 0)
MONDAY = datetime(2026, 9, 21, 8, 30)
LOOK = Look(made=NOW)
NOTO = Fonts(title="Noto Serif CJK SC", heading="Noto Sans CJK SC", subheading="Noto Serif CJK SC",
             body="Noto Serif CJK SC", latin="Noto Serif CJK SC")  # fmt: skip

CHINESE = Document(
    title="局办公室一周工作情况",
    lang="zh",
    subtitle="（2026年9月21日—24日）",
    addressee="李明局长：",
    blocks=(
        Heading(level=1, text="一、本周完成情况"),
        Heading(level=2, text="（一）重点工作"),
        Paragraph(text="1.救助资金。按市局45号函要求，21日报送使用情况。"),
        Paragraph(text="2.养老工作会。方案经您审定，通知23日印发。"),
        Heading(level=2, text="（二）日常工作"),
        Paragraph(text="收文31件，办结28件；接待来访5批14人，均已登记。"),
        Bars(title="办结", bars=(Bar(label="重点工作", value=3, words="3件"), Bar(label="日常", value=9, words="9件"))),
        Heading(level=3, text="1.来访"),
        Table(
            heads=("编号", "来访人", "事由"),
            rows=(("访0001", "王某等7人", "养老院退费"), ("访0002", "未留名", "低保评议")),
        ),
        Paragraph(text="附表止。", indented=False, align="end"),
    ),
    signature="局办公室",
    dated="2026年9月24日",
)
ENGLISH = Document(
    title="Bureau office: the week's work",
    lang="en",
    subtitle="(21–24 September 2026)",
    addressee="Director Li Ming:",
    blocks=(
        Heading(level=1, text="I. Done this week"),
        Heading(level=2, text="A. Major work"),
        Paragraph(text="1. Relief fund. Reported on the 21st, as letter 45 of the city bureau asks."),
        Paragraph(text="2. Eldercare meeting. Plan approved, notice sent on the 23rd."),
        Heading(level=2, text="B. Routine work"),
        Paragraph(text="31 papers received, 28 finished; 14 visitors in 5 groups, each registered."),
        Bars(title="Finished", bars=(Bar(label="Major", value=3, words="3"), Bar(label="Routine", value=9, words="9"))),
        Heading(level=3, text="Visitors"),
        Table(
            heads=("No.", "Visitor", "About"), rows=(("V0001", "W. and 6 more", "fees"), ("V0002", "-", "allowance"))
        ),
        Paragraph(text="End of the table.", indented=False, align="end"),
    ),
    signature="Bureau office",
    dated="24 September 2026",
)
DOCUMENTS = {"zh": CHINESE, "en": ENGLISH}

MATTERS = (
    Matter(
        number=1, created=MONDAY, changed=NOW, closed=NOW, state="done", title="报送救助资金使用情况", priority=1,
        marks=("assigned",), assigned_by="李局", due=datetime(2026, 9, 25, 12, 0), work="documents", tags=("救助",),
        words="报我资金情况", result="已报市局", urgency="urgent", nature="policy", origin="adhoc",
    ),
    Matter(
        number=2, created=MONDAY, changed=MONDAY, title="局务会，三楼", work="meetings", parties=("李局", "王局"),
        due=datetime(2026, 9, 28, 9, 0), rrule="FREQ=WEEKLY;BYDAY=MO;UNTIL=20261228T235959", series=2,
        exdates=(date(2026, 10, 5),), remind=(30, 0),
    ),
    Matter(
        number=3, created=MONDAY, changed=MONDAY, title="Care homes: fire hazards", handed_to=("养老科", "财务科"),
        supervised=True, stage="underway", due=date(2026, 9, 30), priority=2,
        chases=(Chase(at=NOW, party="养老科", promise="周日交", promised=date(2026, 9, 27)),), needs=(1,),
        notes=(Note(at=NOW, text="call 13800001234"),),
    ),
    Matter(
        number=4, created=MONDAY, changed=MONDAY, title="下乡调研", due=date(2026, 10, 12), end=date(2026, 10, 14),
        work="research", steps=(Step(text="车辆", done=NOW), Step(text="提纲", ahead=2)),
    ),
    Matter(
        number=5, created=MONDAY, changed=MONDAY, title="低保提标请示", state="waiting", due=date(2026, 9, 30),
        start=date(2026, 9, 28), returns=(Return(at=NOW, words="核实数据再报", by="李局"),), priority=3,
    ),
    Matter(
        number=6, created=MONDAY, changed=NOW, closed=NOW, state="dropped", title="旧表格", rrule=None,
    ),
    Matter(
        number=7, created=MONDAY, changed=MONDAY, title="换打印机硒鼓", due=date(2026, 9, 29),
        rrule="FREQ=WEEKLY;INTERVAL=2", from_completion=True,
    ),
    Matter(
        number=8, created=MONDAY, changed=MONDAY, title="回访王秀英 13900001234", receptions=(202600001,),
        due=date(2026, 10, 8), handed_to=("养老科",),
    ),
    Matter(number=9, created=MONDAY, changed=MONDAY, title="核查张三反映的问题", receptions=(202600002,)),
)  # fmt: skip
RECEPTIONS = (
    Reception(
        number=202600001, created=MONDAY, changed=MONDAY, at=MONDAY, name="王秀英", phone="13900001234", headcount=7,
        unit="夕阳红养老院", matter="养老院退费，电话139 0000 1234", handed_to=("养老科",), route="forwarded",
        matters=(8,),
    ),
    Reception(
        number=202600002, created=MONDAY, changed=MONDAY, at=MONDAY, name="张三", matter="反映李四收钱",
        petition_class="accusation", accused=("李四",), matters=(9,),
    ),
    Reception(
        number=202600003, created=MONDAY, changed=NOW, at=MONDAY, name="何科长", kind="official", headcount=3,
        matter="对接调研", state="answered", closed=NOW, reply="已定日程", replied=NOW,
    ),
)  # fmt: skip
POINTS = (
    Point(number=1, created=MONDAY, changed=MONDAY, text="低保资金已到账", parties=("李局",), due=date(2026, 9, 28)),
    Point(
        number=2, created=MONDAY, changed=NOW, closed=NOW, text="月底交表", parties=("养老科",), direction="down",
        ticks=(Tick(party="养老科", at=NOW, answer="好"),), original="务必月底交表", source="李局",
    ),
    Point(number=3, created=MONDAY, changed=MONDAY, text="王秀英等人诉求", parties=("王局",), reception=202600001),
)  # fmt: skip
PARTIES = (
    Party(number=1, created=MONDAY, changed=MONDAY, name="李局", kind="leader", title="李明局长", rank=1, cadence=2),
    Party(number=2, created=MONDAY, changed=MONDAY, name="养老科", kind="section", aliases=("养老服务科",)),
)
CHECKLISTS = (Checklist(number=1, created=MONDAY, changed=MONDAY, name="晨检", steps=(Step(text="看日程"),)),)


def selection(lang: str = "zh", **changes) -> Selection:
    """The records of every kind."""
    made = Selection(
        subject="all",
        lang=lang,
        made=NOW,
        records=(*MATTERS, *RECEPTIONS, *PARTIES, *POINTS, *CHECKLISTS),
        deadlines=((202600001, date(2026, 10, 6)),),
    )
    return made.replace(**changes)


def exported(chosen, lang: str, *, bom: bool = False) -> bytes:
    """The sample in a format; the planner speaks that language meanwhile."""
    wording.use(lang)
    what = DOCUMENTS[lang] if chosen.of == "document" else selection(lang)
    return chosen.render(what, LOOK.replace(bom=bom))


HOSTILE = (
    "<script>alert(1)</script><img src=//x.example/a onerror=b>",
    "[a](https://x.example/) ![b](//x.example/c.png) <https://x.example> https://x.example www.x.example a@x.example",
    "`code` *em* _em_ **b** ~~s~~ | cell | # head \\ back $x$ &amp; &#60;",
    '=HYPERLINK("https://x.example")',
    "+1+1;=2+2",
    "-2",
    "@SUM(A1)",
    "＝1＋1",
    "\t=1",
    "\r=1",
    'a;b,c:d\\e\\n"f"',
    "END:VTODO\r\nBEGIN:VEVENT",
    "nul\x00 bell\x07 esc\x1b[31m\x9b c1\x85 del\x7f",
    "bidi \u202egnp.exe \u2066x\u2069 \u2028 \u2029",
    "lone \ud800 and \udc80",
    "not \ufffe nor \uffff",
    "x 2026-01-01 done",
    "(A) priority due:2020-01-01 +project @context rec:1d",
    "- list",
    "1. list",
    "# head",
    "    code",
    "---",
    "a" * 300,
    "汉" * 120,
    "👩‍👩‍👧‍👦 é ﷽",
    "]]> <![CDATA[ %n ${x} {0} %s",
)  # fmt: skip
"""Texts that act somewhere when they are not made words."""
