"""What is no date in Chinese though it holds the characters of one: idioms, names, things that carry a number.

Rules with tables, not a list of lines: 2号楼 is a building because 楼 follows 号, 周一鸣 a name because 鸣 is a
given name and no verb, 第三季度总结 a title because 总结 follows the quarter without a space.
"""

from __future__ import annotations

from planner.capture.fold import is_han

__all__ = ["attribute", "counted_day", "counted_number", "idiom"]

_NUMBERED_TEXT = (
    "楼 院 线 文 令 函 机 车 桌 门 库 仓 店 厅 馆 会议 窗口 工程 公告 通知 提案 议案 建议 办公 宿舍 病 房 地块 "
    "地铁 公路 高速 码头 泊位 站 井 锅炉 电梯 车间 厂 组 队 班 柜 箱 椅 台 杆 桩 区 仪 路 发 决议 卷 档案 案 "
    "样品 标段 标的 项目 方案 模板 附件 图 表 样 床 选手 考场 教室 技师 球 段 点 位 员 首长 种子 台风 字 人物 餐 "
    "码 座 栋 幢 单元 室 层 "
)
_NUMBERED = tuple(_NUMBERED_TEXT.split())
"""Things that 2号 may number."""
_BEGUN = (
    *(
        "组织",
        "发放",
        "发工",
        "发奖",
        "发通",
        "发布",
        "发函",
        "发文",
        "发放",
        "发补",
        "发材",
        "发出",
        "发给",
        "发送",
        "发薪",
    ),
    *(
        "会议上",
        "会议开",
        "点名",
        "点验",
        "点评",
        "表彰",
        "表决",
        "图纸",
        "样品送",
        "案件评",
        "组建",
        "通知各",
        "报送",
        "报到",
        "报名",
        "报批",
    ),
    *(
        "报市",
        "报省",
        "报局",
        "报告",
        "报销",
        "出差",
        "出发",
        "出席",
        "出游",
        "出国",
        "出院",
        "出具",
        "出台",
        "出报",
        "出结",
    ),
)
"""Verbs that begin as those things do: 15号发工资, 20号组织体检, 20日出差."""
_BUILT = (
    "楼",
    "院",
    "线",
    "文",
    "令",
    "函",
    "车",
    "机",
    "门",
    "库",
    "仓",
    "窗口",
    "病房",
    "宿舍",
    "井",
    "栋",
    "幢",
    "桌",
)
"""Things whose number may stand after a month that is itself a count or a heading: 2027年1月2号楼竣工."""
_TRIPS = ("游", "均", "内瓦", "语", "本", "用", "化", "志", "报", "期", "程", "常", "历", "产", "间", "光", "出", "落")
"""What may follow 日 when the number counts days or 日 begins another word."""
_GIVEN = frozenset("鸣帆凡鹏诺涵琳琪菲雯萱围淼铭锋晖煜骁昊钊霖岚婷娜莉丽燕芳娟敏杰俊磊勇斌彬婕媛楠泽宇轩梓")
"""Given names that begin no verb: 周一鸣 is a person."""
_GIVEN_BEFORE = {
    "平": "安台衡整等均稳价息时面行反方",
    "升": "级旗国学任职降值温空官",
    "一": "早起定并同次个上下整天直点项份号件家切样般方面些边行大把律",
}
"""Given names that begin other words as well, and with which character they do: 周三平台维护, 周日升旗."""
_TITLES = ("同志", "局长", "处长", "科长", "主任", "书记", "老师", "先生", "女士", "院长", "所长", "经理", "总")
_WEEK_WORDS = frozenset("年期边到全转围报刊长密济岁游折身遭详")
"""Second characters of words that begin with 周."""
_IDIOMS_TEXT = (
    "今日头条 今年以来 今年来 第二天再 今日事 今日说法 今日毕 明日之后 明日之星 明日方舟 明日黄花 一日之计 "
    "一日三餐 一日游 周年 周一鸣 一天到晚 三天两头 半天没 五一路 五四路 八一路 一点也 一点都 一点儿 有一点 "
    "一点点 差一点 早一点 晚一点 快一点 多一点 少一点 大一点 小一点 后天性 先天后天 三十年河 百年 千年 十年规划 "
    "五年规划 两会 工作日志 工作日报 月光 月亮 年轻 年龄 年度 周末愉快 日常 日报 月报 季报 年报 年会 年检 年终奖 "
    "年货 年夜饭 小年夜 晚会 早餐 午餐 晚餐 晚报 早报 中午饭 国庆路 元旦路 七一路 中秋月饼 端午粽 春节晚会 春晚 早点 "
    "晚点 几点 重点 要点 节点 试点 网点 特点 难点 热点 亮点 观点 地点 景点 起点 终点 优点 缺点 焦点 站点 班次 "
    "一日一 一天一 "
    "时间 星期日报 双休日 五日线 昨天 前天 昨日 去年 上周 上星期 上礼拜 上个月 上月 上个星期 上个周 上季度 "
    "上一年 前年 前日 昨晚 半年报 一号文件 中央一号 第三者 "
)
_IDIOMS = tuple(_IDIOMS_TEXT.split())
"""Words passed over whole: they hold a date's characters and are none, or name the past."""


def idiom(text: str, at: int) -> int:
    """Where the idiom that begins at a place ends; 0 when there is none."""
    for word in _BY_FIRST.get(text[at], ()):
        if text.startswith(word, at):
            return at + len(word)
    return 0


_BY_FIRST: dict[str, tuple[str, ...]] = {}
for _word in _IDIOMS:
    _BY_FIRST[_word[0]] = (*_BY_FIRST.get(_word[0], ()), _word)


def counted_number(text: str, start: int, end: int, *, dated: bool = False) -> bool:
    """Whether a number with 号 or 日 names a thing (2号楼, 45号函, 7日游); ``dated``: a month is before it."""
    after = text[end : end + 3]
    if text[end - 1] == "号":
        if after.startswith(_NUMBERED) and not after.startswith(_BEGUN):
            return not (dated and not after.startswith(_BUILT))
        before = text[start - 1 : start]
        return before in {
            "第",
            "〕",
            "】",
            "]",
            "）",
            ")",
            "字",
            "发",
            "函",
            "办",
            "局",
            "府",
            "令",
        } and not after.startswith(("前", "上午", "下午", "之前"))
    return after.startswith(_TRIPS) and not after.startswith(_BEGUN)


def counted_day(text: str, start: int, end: int) -> bool:
    """Whether 周 and a figure are a name or another word: 周一鸣, 三周一次."""
    after = text[end : end + 1]
    if text[start] == "周":
        if (
            after in _GIVEN
            or _given_before(text, end)
            or (
                text.startswith(_TITLES, end + 1)
                and after
                and is_han(after)
                and after not in {"向", "找", "请", "和", "与", "见", "报", "到"}
            )
        ):
            return True
        before = text[start - 1 : start]
        if (
            before
            and text[max(start - 2, 0) : start - 1] not in {"周", "期", "拜"}
            and (before in "一二三四五六七八九十两每几0123456789" or before == "成")
        ):
            return before not in {"每", "两"} and after in {"次", "周", "年", ""} | _WEEK_WORDS
    return False


def _given_before(text: str, at: int) -> bool:
    """Whether a character here is a given name and does not begin another word: 周三平, 周五一."""
    after = text[at + 1 : at + 2]
    return not after or after not in _GIVEN_BEFORE[text[at]] if text[at : at + 1] in _GIVEN_BEFORE else False


_LEADS = frozenset("，,。；;：:、 (（)）\0")
_PREPOSITIONS = frozenset("在于到从自至止请将拟定待前")


def attribute(text: str, start: int, end: int) -> bool:
    """Whether a vague period inside a sentence only describes what follows it: 汇总本周项目进展."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before) and before not in _LEADS and before not in _PREPOSITIONS and is_han(after or " ")
