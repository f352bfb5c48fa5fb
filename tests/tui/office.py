"""An ordinary day of an office: Monday 21 September 2026, 07:50, in either language."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from planner.config.settings import Settings
from planner.desk.desk import Desk
from planner.wording import use

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 9, 21, 7, 50)
"""The moment at which the page is looked at."""


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def desk_in(home: Path, lang: str, clock: Clock | None = None) -> Desk:
    """An empty desk in a folder."""
    use(lang)
    return Desk(str(home), Settings(theme="dark"), lang, clock or Clock(), who="tester")


LINES = {
    "en": {
        "majors": (
            "Submit use of relief funds (city no. 45) today 12:00 +urgent from:Li +documents",
            "Request to raise the allowance wed from:Li +documents",
            "Meeting on elderly care: plan for approval today 17:00 +major +meetings",
            "Answer the audit's questions fri p1 +overall +policy",
        ),
        "minors": (
            "Repair the printer on floor 3 +logistics",
            "Order paper",
            "File the August minutes thu",
            "Renew the parking permits today",
            "Update the duty roster fri +duty",
            "Read the new archive rules +study",
            "Thank the volunteers @Union",
            "Water the plants",
            "Return the projector tomorrow",
        ),
        "timed": (
            "Bureau meeting room 3 today 9:00",
            "Report on relief funds today 14:30 @Li",
            "Receive the city team today 16:00",
        ),
        "owed": (
            "Ledger of relief funds 2026-09-17 to:Relief +supervise",
            "Fire-safety check of homes wed to:Elderly +supervise",
            "Monthly figures 2026-09-30 to:Finance",
            "Repair of the lift 2026-10-09 to:Logistics",
            "Volunteer list 2026-10-12 to:Union",
        ),
        "steps": ("Monthly bulletin 2026-09-24 ahead:4wd", "Holiday safety notice 2026-09-25 ahead:5wd"),
        "visits": (
            "Wang Xiuying 13800000000 refund of nursing fees 7 people to:Elderly",
            "anon review of the low-income list",
            "Zhang Wei 13900000000 low-income claim fri",
        ),
        "points": (
            "@Li relief fund arrived",
            "@Li audit on thursday",
            "@Li lift repair late",
            "@Wang nursing refund",
            "@Zhao new rules",
            "@Zhao staff",
        ),
        "leaders": ("Li", "Wang", "Zhao"),
        "return": ("check the figures", "Li"),
        "chase": "promised for sun",
    },
    "zh": {
        "majors": (
            "报送救助资金使用情况（市局45号） 今天12:00 +特急 from:李局 +办文",
            "低保提标请示 周三 from:李局 +办文",
            "养老工作会议送审方案 今天17:00 +大事 +办会",
            "答复审计提问 周五 p1 +全局 +政务",
        ),
        "minors": (
            "三楼打印机报修 +后勤",
            "订购打印纸",
            "八月会议纪要归档 周四",
            "办理停车证续期 今天",
            "更新值班表 周五 +值班",
            "学习新档案规定 +学习",
            "感谢志愿者 @工会",
            "给绿植浇水",
            "归还投影仪 明天",
        ),
        "timed": ("局务会 三楼 今天9:00", "救助资金汇报 今天14:30 @李局", "接待市局调研组 今天16:00"),
        "owed": (
            "资金台账 9月17日 to:救助科 +督办",
            "养老机构消防检查 周三 to:养老科 +督办",
            "月度数据 9月30日 to:财务科",
            "电梯维修 10月9日 to:后勤科",
            "志愿者名单 10月12日 to:工会",
        ),
        "steps": ("月度通报 9月24日 ahead:4wd", "节前安全检查通知 9月25日 ahead:5wd"),
        "visits": (
            "王秀英等7人 养老院退费 13800000000 转养老科",
            "未留名 低保评议",
            "张伟 13900000000 低保申请 周五前答复",
        ),
        "points": (
            "@李局 救助资金已到账",
            "@李局 周四审计",
            "@李局 电梯维修拖延",
            "@王局 养老院退费",
            "@赵局 新规定",
            "@赵局 人员",
        ),
        "leaders": ("李局", "王局", "赵局"),
        "return": ("核实数据再报", "李局"),
        "chase": "周日交",
    },
}


def fill(desk: Desk) -> None:
    """Keep a believable week in the desk's book, ending at the clock's moment."""
    from planner.desk.capturing import add
    from planner.desk.handing import chase
    from planner.desk.matters import postpone, return_
    from planner.desk.receptions import register
    from planner.desk.talks import set_party, tell

    lines = LINES[desk.lang]
    clock = desk._clock
    end = clock.now if isinstance(clock, Clock) else None

    def at(days: int) -> None:
        if isinstance(clock, Clock) and end is not None:
            clock.now = end - timedelta(days=days)

    at(11)
    for place, name in enumerate(lines["leaders"], 1):
        set_party(desk, name, kind="leader", rank=place, cadence=5 if place == 3 else None)
    printer = add(desk, lines["minors"][0]).matter.number
    at(8)
    ledger = add(desk, lines["owed"][0]).matter.number
    for day in (16, 17, 18):
        postpone(desk, (printer,), f"2026-09-{day}")
    register(desk, lines["visits"][0])
    at(3)
    chase(desk, (ledger,), lines["chase"], datetime(2026, 9, 20).date())
    at(0)
    numbers = [add(desk, line).matter.number for line in lines["majors"]]
    return_(desk, (numbers[1],), *lines["return"])
    for line in (*lines["minors"][1:], *lines["timed"], *lines["owed"][1:], *lines["steps"]):
        add(desk, line)
    for line in lines["visits"][1:]:
        register(desk, line)
    for line in lines["points"]:
        tell(desk, line)
