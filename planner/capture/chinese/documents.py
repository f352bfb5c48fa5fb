"""Whether a Chinese date only describes the document named behind it: 三月三日活动方案, 国庆值班表, 3月15日会议纪要.

A verb between the date and the document (明天学习文件, 后天宣传方案) makes it the day of the work. After a holiday
its activities (慰问, 值班, 放假) are part of the document's name. A noun that is also a verb (明天报告) is work when it
follows 今天 or 明天 directly.
"""

from __future__ import annotations

from planner.capture.fold import is_han

__all__ = ["about_end", "document_follows", "paper_touches"]

_DOCUMENTS_TEXT = (
    "总结 节目单 方案 计划 报告 纪要 通知 材料 讲话 讲稿 决议 简报 台账 报表 清单 要点 预算 决算 规划 通报 公报 "
    "文件 文章 稿件 公告 名单 统计 数据 指标 任务书 评审会 值班表 签到表 报名表 登记表 日程表 座位表 统计表 时间表 "
    "一览表 排班表 考勤表 值班安排 工作安排 放假安排 日程安排 "
    "预案 草案 模板 版式 主持稿 讲话稿 发言稿 初稿 函件 精神 批示 指示 会议记录 展板 线路 "
)
_DOCUMENTS = tuple(_DOCUMENTS_TEXT.split())
"""What a title names after a date that only describes it."""
_VERBS_TEXT = (
    "提交 上报 报送 报 交 开会 召开 讨论 审议 审定 完成 办 起草 写 印发 下发 发 送 汇报 参加 出席 去 到 赴 来 接 "
    "给 把 向 与 和 请 要 看 查 核 改 修改 准备 整理 联系 通知各 打 买 取 领 还 检查 调研 走访 慰问 培训 值班 "
    "截止 学习 研究 传阅 审签 宣读 宣传 校对 汇编 传达 部署 落实 制定 拟定 编制 编写 撰写 梳理 收集 汇总 公布 张贴 "
    "归档 复印 扫描 装订 反馈 征求 审阅 审核 签发 会签 录入 更新 答复 解读 评审 验收 "
)
_VERBS = tuple(_VERBS_TEXT.split())
_FIRST = frozenset("签拟批印贴传念抄编审收订盖填读听讲")
"""Verbs of one character, which are ones only right behind the date: 明天签文件, 明天拟通知."""
_CHASED = frozenset("催借赶对补翻追找拿带递寄抢誊做弄搞排理")
"""Verbs of one character that are the work of a day, but no part of a month's or a holiday's paper: 明天催报表."""
_HANDLED = (
    "登记",
    "盘点",
    "清点",
    "移交",
    "交接",
    "完善",
    "借阅",
    "翻阅",
    "报备",
    "核实",
    "誊写",
    "下载",
    "上传",
    "复核",
)
"""The same in two characters, which are work only right behind the day: 明天登记台账."""
_NOT_CHASED = ("补贴", "补助", "补充", "对照", "对外", "对口", "借款", "借调", "带班", "排班", "理论", "理财", "追悼")
"""What begins as those verbs do and is part of a paper's name."""
_ACTIVITIES = ("慰问", "值班", "放假", "祭扫", "培训", "走访", "宣传", "检查", "送温暖")
_EITHER = ("总结", "报告", "通知", "统计", "计划", "公告", "通报", "规划", "预算", "决算")
_KEPT = ("传达", "归档", "存档", "复印", "装订", "扫描", "打印", "起草", "排版", "印制", "修改")
"""What is done with a document that another day has named: 3月15日会议纪要归档."""
_DATED = ("纪要", "精神", "批示", "指示", "会议记录", "函件", "签到表")
_DAYS = ("今天", "明天", "后天", "今日", "明日", "本周", "下周")
_DEADLINE = ("前", "之前", "以前", "截止", "内", "之内", "以内", "起", "开始")
"""What makes a date a term, which describes no document."""
_LONGEST = 24
_KEPT_THINGS = ("照片", "资料", "发票", "单据", "凭证", "影像", "录音")
"""What is of a past day though it is no document."""
_NEAR = 6
"""Characters of a paper's name that may stand between a date and what the paper is."""
_PAPERS = (
    *(
        "通知",
        "方案",
        "报告",
        "请示",
        "函",
        "意见",
        "决定",
        "通报",
        "公告",
        "批复",
        "纪要",
        "议案",
        "办法",
        "规定",
        "细则",
    ),
    *("通告", "建议", "总结", "说明", "复函", "预案", "计划", "要点", "倡议书", "讲话", "提案", "答复", "批示", "决议"),
)
"""What a paper that begins with 关于 calls itself behind its last 的."""
_STOPS = frozenset("，,。；;！!？?、 \0")
_LONGEST_NAME = 60


def document_follows(text: str, end: int, *, kind: str = "period", holiday: bool = False) -> bool:
    """Whether what touches a date of this kind, or a holiday, is the name of a document and no work on one."""
    rest = _touching(text, end)
    if rest.startswith(_DEADLINE):
        return False
    for word in _KEPT if holiday or kind in {"yearday", "day", "weekday"} else ():
        bare = rest.removesuffix(word)
        if bare != rest and bare.endswith(_DOCUMENTS if holiday else _DATED):
            rest = bare
            break
    gap, nouns = rest, 0
    while gap.endswith(_DOCUMENTS):
        gap, nouns = gap.removesuffix(max((one for one in _DOCUMENTS if gap.endswith(one)), key=len)), nouns + 1
    if not nouns:
        return False
    if kind in {"weekday", "range"} and not gap:
        return False
    if kind == "today" and not gap and nouns == 1 and rest in _EITHER:
        return False
    for word in _ACTIVITIES if holiday else ():
        gap = gap.replace(word, "")
    chased = gap[:1] in _CHASED and not gap.startswith(_NOT_CHASED)
    if kind != "period" and not holiday and (chased or gap.startswith(_HANDLED)):
        return False
    return gap[:1] not in _FIRST and not any(verb in gap for verb in _VERBS)


def paper_touches(text: str, end: int) -> bool:
    """Whether a document stands right behind a date, a word or two of its name between: 11月20日会议纪要印发."""
    rest = _touching(text, end)
    if rest.startswith(_DEADLINE) or (rest[:1] in _FIRST and not rest.startswith(_DOCUMENTS)):
        return False
    places = [place for place in (rest.find(word) for word in (*_DOCUMENTS, *_KEPT_THINGS)) if 0 <= place <= _NEAR]
    return bool(places) and not any(verb in rest[: min(places)] for verb in _VERBS)


def about_end(text: str, at: int) -> int:
    """Where the name of a paper ends that begins at a place: 关于做好五一期间值班的通知; 0 when none does."""
    if not text.startswith("关于", at):
        return 0
    stop = at
    while stop < len(text) and stop - at < _LONGEST_NAME and text[stop] not in _STOPS - {"、"}:
        stop += 1
    of = text.find("的", at, stop)
    while of > 0:
        kind = next((word for word in _PAPERS if text.startswith(word, of + 1)), "")
        if kind:
            return of + 1 + len(kind)
        of = text.find("的", of + 1, stop)
    return 0


def _touching(text: str, end: int) -> str:
    """The Chinese characters and figures that touch a date, up to a day said in words."""
    stop = end
    while stop < len(text) and stop - end < _LONGEST and (is_han(text[stop]) or text[stop].isdecimal()):
        if stop > end and text.startswith(_DAYS, stop):
            break
        stop += 1
    return text[end:stop]
