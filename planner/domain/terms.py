"""The office's words as the records hold them. Plain strings, not enums: ``enum`` costs 0.4 of an interpreter start.

Each tuple is in the order in which a person would list it; the Chinese words stand in the wording's catalogues.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    Grade: TypeAlias = Literal["major", "minor"]
    Mark: TypeAlias = Literal["assigned", "overall", "operation", "image"]
    Nature: TypeAlias = Literal["policy", "routine"]
    Origin: TypeAlias = Literal["planned", "adhoc"]
    Urgency: TypeAlias = Literal["flash", "urgent", "expedite", "regular"]
    Work: TypeAlias = Literal[
        "documents",
        "affairs",
        "meetings",
        "research",
        "information",
        "study",
        "advice",
        "inspection",
        "reception",
        "logistics",
        "duty",
    ]
    IfOff: TypeAlias = Literal["before", "after"]
    MatterState: TypeAlias = Literal["open", "waiting", "done", "dropped"]
    PartyKind: TypeAlias = Literal["leader", "section", "department", "grassroots", "public"]
    Direction: TypeAlias = Literal["up", "down", "across"]
    Channel: TypeAlias = Literal["visit", "call", "letter", "online", "hotline", "superior"]
    VisitorKind: TypeAlias = Literal["public", "official", "superior", "media"]
    Route: TypeAlias = Literal["answered", "forwarded", "not_ours"]
    ReceptionState: TypeAlias = Literal["open", "answered", "voided"]
    Stage: TypeAlias = Literal["assigned", "signed", "underway", "reported", "reviewed", "struck"]
    Rhythm: TypeAlias = Literal["weekly", "monthly", "meeting"]
    PetitionClass: TypeAlias = Literal["suggestion", "accusation", "appeal", "enquiry"]

GRADES: tuple[Grade, ...] = ("major", "minor")
"""大事 小事."""
MARKS: tuple[Mark, ...] = ("assigned", "overall", "operation", "image")
"""领导交办 涉及全局 影响机关运转 影响形象声誉: any one makes a matter major."""
NATURES: tuple[Nature, ...] = ("policy", "routine")
"""政务 事务."""
ORIGINS: tuple[Origin, ...] = ("planned", "adhoc")
"""计划内 临时交办."""
URGENCIES: tuple[Urgency, ...] = ("flash", "urgent", "expedite", "regular")
"""特提 特急 加急 平急 (党政机关公文处理工作条例, 2012)."""
WORKS: tuple[Work, ...] = (
    "documents",
    "affairs",
    "meetings",
    "research",
    "information",
    "study",
    "advice",
    "inspection",
    "reception",
    "logistics",
    "duty",
)
"""办文 办事 办会 调研 信息 学习 参谋 督查 接待 后勤 值班."""
IF_OFF: tuple[IfOff, ...] = ("before", "after")
"""遇休提前 遇休顺延."""
MATTER_STATES: tuple[MatterState, ...] = ("open", "waiting", "done", "dropped")
STAGES: tuple[Stage, ...] = ("assigned", "signed", "underway", "reported", "reviewed", "struck")
"""交办 签收 承办 反馈 审核 销号: the stages of a supervised matter, in order."""
PARTY_KINDS: tuple[PartyKind, ...] = ("leader", "section", "department", "grassroots", "public")
"""领导 科室 部门 基层 公众."""
DIRECTIONS: tuple[Direction, ...] = ("up", "down", "across")
"""汇报 传达 通气."""
CHANNELS: tuple[Channel, ...] = ("visit", "call", "letter", "online", "hotline", "superior")
"""来访 来电 来信 网上 12345工单 上级转办."""
VISITOR_KINDS: tuple[VisitorKind, ...] = ("public", "official", "superior", "media")
"""群众 公务 上级 媒体."""
ROUTES: tuple[Route, ...] = ("answered", "forwarded", "not_ours")
"""当场答复 转办 不属本机关."""
RECEPTION_STATES: tuple[ReceptionState, ...] = ("open", "answered", "voided")
PETITION_CLASSES: tuple[PetitionClass, ...] = ("suggestion", "accusation", "appeal", "enquiry")
"""建议意见 检举控告 申诉求决 (信访工作条例 arts. 29-31), and 咨询, which is no petition and starts no clock of one."""

SOMEDAY = ("someday", "将来")
"""Tags of a matter that is kept for some day: it is left out of the day's page until its date comes, if it has one."""
RHYTHMS: tuple[Rhythm, ...] = ("weekly", "monthly", "meeting")
"""每周 每月 每次会前: cadences that are not counted in working days."""

LOWEST_PRIORITY = 4
"""Priorities run from 1, the highest, to this, which is also 'none given'."""
