"""The echo of what was understood."""

from __future__ import annotations

import inspect
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import planner.domain.draft
from planner.domain.draft import Draft, PointDraft, VisitDraft
from planner.domain.workdays import CHINA
from planner.wording.echo import echo, echo_point, echo_visit, parts

NOW = datetime(2026, 11, 23, 7, 50)
FRIDAY = datetime(2026, 11, 27, 17)

MATTERS: list[tuple[dict[str, Any], str, str]] = [
    ({}, "x", "x"),
    (
        {"due": FRIDAY, "priority": 1},
        "x | Fri 27 Nov 17:00, in 4 days, 4 working days | p1",
        "x | 11月27日 周五 17:00，还有4天（4个工作日） | 优先级1",
    ),
    (
        {"due": datetime(2026, 11, 25, 9), "end": datetime(2026, 11, 25, 10, 30)},
        "x | Wed 25 Nov 09:00–10:30, in 2 days, 2 working days",
        "x | 11月25日 周三 09:00–10:30，还有2天（2个工作日）",
    ),
    ({"start": date(2026, 11, 24)}, "x | from Tue 24 Nov, tomorrow", "x | 11月24日 周二，明天起"),
    (
        {"rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "if_off": "after"},
        "x | every 2 weeks on Mon, after a day off",
        "x | 每两周周一，遇休顺延",
    ),
    ({"due": date(2026, 11, 23), "if_off": "before"}, "x | Mon 23 Nov, today | before a day off", None),
    ({"rrule": "FREQ=WEEKLY;INTERVAL=2", "from_completion": True}, "x | 2 weeks after it is done", "x | 完成后两周"),
    (
        {"rrule": "FREQ=DAILY", "exdates": (date(2026, 11, 30), date(2027, 1, 1))},
        "x | every day | except Mon 30 Nov, Fri 1 Jan 2027",
        "x | 每天 | 11月30日 周一、2027年1月1日 周五除外",
    ),
    ({"remarks": ("unknown_year",)}, "x | days off of that year not known: weekends only", None),
    ({"due": date(2026, 11, 24), "remarks": ("unknown_year",)}, "x | Tue 24 Nov, tomorrow", None),
    ({"grade": "minor"}, "x | minor", "x | 小事"),
    ({"marks": ("assigned", "image")}, "x | major: assigned, image", "x | 大事：交办、形象"),
    ({"marks": ("image",), "grade": "minor"}, "x | minor: image", "x | 小事：形象"),
    ({"nature": "policy", "origin": "adhoc"}, "x | policy | ad hoc", "x | 政务 | 临时交办"),
    (
        {"urgency": "flash", "work": "documents"},
        "x | urgency: flash | work: documents",
        "x | 紧急程度：特提 | 类别：办文",
    ),
    ({"parties": ("李局", "王局")}, "x | with 李局 *new*, 王局", "x | 涉及 李局 *新*、王局"),
    ({"assigned_by": "李局"}, "x | assigned by 李局 *new*", "x | 李局 *新*交办"),
    ({"handed_to": ("救助科",)}, "x | handed to 救助科", "x | 交 救助科"),
    (
        {"handed_to": ("救助科", "财务科", "办公室"), "supervised": True},
        "x | handed to 救助科 (leads), with 财务科, 办公室 | supervised",
        "x | 交 救助科（主办）、财务科、办公室（协办） | 督办",
    ),
    ({"words": "报我"}, "x | words: “报我”", "x | 批示：“报我”"),
    ({"tags": ("a", "救助")}, "x | tags +a +救助", "x | 标签 +a +救助"),
    ({"remind": (30, 120, 2880, 0)}, "x | remind 30 min, 2 h, 2 days, 0 min before", None),
    ({"ahead": (1, 5)}, "x | prepare 1 working day, 5 working days ahead", "x | 提前1个工作日、5个工作日准备"),
    ({"needs": (12, 13), "note": "n"}, "x | waits for 12, 13 | note: n", "x | 须先办 12、13 | 备注：n"),
    ({"cleared": ("due", "tags")}, "x | due date cleared | tags cleared", "x | 清除期限 | 清除标签"),
]


@pytest.mark.parametrize(("fields", "english", "chinese"), MATTERS)
def test_a_matter(fields: dict[str, Any], english: str, chinese: str | None) -> None:
    draft = Draft(title="x", **fields)
    assert echo(draft, NOW, "en", CHINA, {"李局"}) == english
    assert chinese is None or echo(draft, NOW, "zh", CHINA, {"李局"}) == chinese


def test_a_visit() -> None:
    draft = VisitDraft(
        matter="养老院退费", name="王秀英", headcount=7, phone="13800000000", unit="东街", handed_to=("养老科",),
        report_to=("王局",), reply_due=FRIDAY, tags=("退费",), restricted=True, channel="call", kind="media",
    )  # fmt: skip
    assert echo_visit(draft, NOW, "en", CHINA, ("王局",)) == (
        "王秀英, 7 people | 东街 | 13800000000 | call | media | 养老院退费 | forwarded to 养老科"
        " | reply by Fri 27 Nov 17:00, in 4 days, 4 working days | a point for 王局 *new* | tags +退费 | restricted"
    )
    assert echo_visit(draft, NOW, "zh", CHINA).startswith(
        "王秀英等7人 | 东街 | 13800000000 | 来电 | 媒体 | 养老院退费 | 转 养老科"
    )


def test_a_visit_of_somebody_without_a_name() -> None:
    draft = VisitDraft(matter="低保评议", answered=True)
    assert echo_visit(draft, NOW, "en", CHINA) == "no name left | visit | 低保评议 | answered on the spot"
    assert echo_visit(draft, NOW, "zh", CHINA) == "未留名 | 来访 | 低保评议 | 当场答复"


def test_a_point() -> None:
    draft = PointDraft(text="低保资金已到账", parties=("李局",), direction="up", due=FRIDAY, matter=12, tags=("救助",))
    assert echo_point(draft, NOW, "en", CHINA, ("李局",)) == (
        "低保资金已到账 | for 李局 *new* | report up | Fri 27 Nov 17:00, in 4 days, 4 working days"
        " | on matter 12 | tags +救助"
    )
    assert " | 对 李局 | 汇报 | " in echo_point(draft, NOW, "zh", CHINA)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_remark_is_said(lang: str) -> None:
    source = inspect.getsource(planner.domain.draft)
    listed = source[source.index("Remark: TypeAlias") :].partition("]")[0]
    remarks = [word for word in listed.split('"') if word.isidentifier()]
    assert len(remarks) >= 4
    for remark in remarks:
        said = echo(Draft(title="x", remarks=(remark,)), NOW, lang, CHINA)
        assert said != f"x | {remark}"


def test_every_part_that_a_span_can_name_has_its_role() -> None:
    draft = Draft(title="x", due=FRIDAY, parties=("a",), tags=("b",), priority=2)
    assert [part.role for part in parts(draft, NOW, "en", CHINA)] == ["title", "due", "priority", "party", "tag"]


@given(st.text(st.characters(exclude_categories=()), min_size=1), st.sampled_from(("en", "zh")))
def test_whatever_is_typed_is_echoed_on_one_safe_line(text: str, lang: str) -> None:
    draft = Draft(
        title=text, parties=(text,), handed_to=(text, text), words=text, note=text, tags=(text,), assigned_by=text
    )
    line = echo(draft, NOW, lang, CHINA, (text,))
    assert len(line.splitlines()) <= 1
    assert "\x1b" not in line
    line.encode()
