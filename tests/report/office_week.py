"""Records for reviews: the week before the Mid-Autumn holiday of 2026, as DOMAIN.md section 7 tells it."""

from __future__ import annotations

from datetime import date, datetime

from planner.domain.day import Day
from planner.domain.matter import Chase, Matter, Note, Return
from planner.domain.party import Party
from planner.domain.point import Point, Tick
from planner.domain.reception import Reception
from planner.domain.today import Rules
from planner.domain.workdays import CHINA
from planner.report.review import Material, Review, review_of
from planner.report.span import Span, before, span_around

THURSDAY = datetime(2026, 9, 24, 16, 50)
"""The last working day before the holiday: the report's day."""
RULES = Rules()


def at(day: int, hour: int = 9, month: int = 9) -> datetime:
    """A time in September 2026."""
    return datetime(2026, month, day, hour)


def on(day: int, month: int = 9) -> date:
    """A day in September 2026."""
    return date(2026, month, day)


def done(number: int, title: str, closed: datetime, result: str | None = None, **fields: object) -> Matter:
    """A matter that was done."""
    return Matter(
        number=number, title=title, state="done", closed=closed, result=result,
        created=fields.pop("created", at(14)), **fields,
    )  # fmt: skip


def open_(number: int, title: str, **fields: object) -> Matter:
    """A matter that is open."""
    return Matter(number=number, title=title, created=fields.pop("created", at(14)), **fields)


LEADERS = (
    Party(number=1, name="李局", kind="leader", rank=1, title="李明局长", aliases=("李局长", "李明"), created=at(1)),
    Party(number=2, name="王局", kind="leader", rank=2, title="王强副局长", created=at(1)),
    Party(number=3, name="救助科", kind="section", title="社会救助科", created=at(1)),
)

OFFICE = Material(
    matters=(
        done(
            1, "救助资金", at(21, 11), "按市局45号函要求，21日报送使用情况", marks=("assigned",), assigned_by="李局",
            work="documents", nature="policy", due=datetime(2026, 9, 21, 12),
        ),
        done(
            2, "养老工作会", at(22, 15), "方案经您审定,通知23日印发", marks=("overall",), work="meetings",
            nature="policy", origin="planned", due=on(21),
        ),
        done(3, "订购打印纸", at(22, 10), work="logistics", nature="routine", origin="adhoc"),
        done(4, "上周的事", at(17, 10), "已办", marks=("image",)),
        open_(
            5, "低保提标请示", marks=("overall",), due=on(28), assigned_by="李局",
            returns=(Return(at=at(23), words="核实数据再报", by="李局"),), touched=at(23), work="documents",
        ),
        open_(
            6, "资金台账", due=on(16), handed_to=("救助科",), supervised=True, marks=("assigned",),
            chases=(Chase(at=at(23), party="救助科", promise="报齐", promised=on(28)),),
        ),
        open_(7, "养老工作会议", due=datetime(2026, 9, 29, 9), marks=("overall",), work="meetings", touched=at(22)),
        open_(8, "节前安全检查", due=on(30), marks=("operation",), touched=at(22)),
        open_(9, "更新通讯录", created=at(1)),
        open_(10, "信访核查", due=on(29), marks=("assigned",), receptions=(202600002,), touched=at(22)),
    ),
    receptions=(
        Reception(number=202600001, at=at(21, 10), created=at(21, 10), matter="退费", name="王秀英", headcount=7),
        Reception(
            number=202600002, at=at(22, 10), created=at(22, 10), matter="克扣伙食费", name="周敏",
            petition_class="accusation",
        ),
        Reception(
            number=202600003, at=at(22, 11), created=at(22, 11), matter="问低保", name="张伟", state="answered",
            closed=at(23), reply="已告知", replied=at(23), headcount=1,
        ),
    ),
    points=(
        Point(number=1, text="养老院退费（7人）涉及市场监管部门，建议王局牵头会商", parties=("李局",), created=at(22)),
        Point(
            number=2, text="资金已到", parties=("王局",), created=at(21), closed=at(22),
            ticks=(Tick(party="王局", at=at(22)),),
        ),
    ),
    parties=LEADERS,
)  # fmt: skip


def day_at(now: datetime = THURSDAY) -> Day:
    """The day of a moment."""
    return Day(now, CHINA)


def reviewed(material: Material = OFFICE, span: Span | None = None, now: datetime = THURSDAY) -> Review:
    """The review of a span; of the week of the moment, when none is given."""
    chosen = span or span_around("week", now.date())
    return review_of(material, chosen, day_at(now), RULES, before(chosen))


__all__ = ["LEADERS", "OFFICE", "THURSDAY", "Note", "at", "day_at", "done", "on", "open_", "reviewed"]
