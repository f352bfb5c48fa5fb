"""The words of a reception's line: surnames, channels, kinds, and the shapes of a phone number and a headcount."""

from __future__ import annotations

from planner.capture.fold import is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.terms import Channel, VisitorKind

__all__ = ["ANSWERED", "CHANNELS", "KINDS", "NAMELESS", "NO_NAME", "headcount", "name_at", "phone", "unit_at"]

NO_NAME = ("未留姓名", "未留名", "不愿留名", "匿名", "无名", "anonymous", "anon")
NAMELESS: dict[str, Channel] = {
    **dict.fromkeys(("匿名信", "匿名来信", "匿名举报信"), "letter"),
    **dict.fromkeys(("匿名电话", "匿名来电"), "call"),
}
"""Words that say that no name was left, and how it came."""
CHANNELS: dict[str, Channel] = {
    **dict.fromkeys(("来访", "走访", "上访", "visit", "visited", "walk-in", "came"), "visit"),
    **dict.fromkeys(("来电", "电话", "打电话", "call", "called", "phone", "phoned", "tel"), "call"),
    **dict.fromkeys(("来信", "信件", "写信", "letter", "wrote", "mail"), "letter"),
    **dict.fromkeys(("网上", "网络", "网信", "邮件", "online", "web", "email", "e-mail"), "online"),
    **dict.fromkeys(("12345", "热线", "12345热线", "12345工单", "12345转办", "hotline"), "hotline"),
    **dict.fromkeys(("上级转办", "上级转", "转办件", "superior", "referred"), "superior"),
}
KINDS: dict[str, VisitorKind] = {
    **dict.fromkeys(("群众", "public"), "public"),
    **dict.fromkeys(("公务", "official"), "official"),
    **dict.fromkeys(("上级", "上级来人"), "superior"),
    **dict.fromkeys(("媒体", "记者", "media", "press"), "media"),
}
ANSWERED = frozenset(("当场答复", "已答复", "现场答复", "已当场答复", "answered", "answered-on-the-spot"))

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤"
    "毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂"
    "闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和"
)
_PAIRS = frozenset(("欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方", "司徒"))
_UNITS = (
    *(
        "社区",
        "居委会",
        "村委会",
        "村",
        "街道",
        "镇",
        "乡",
        "小区",
        "公司",
        "集团",
        "厂",
        "学校",
        "中学",
        "小学",
        "大学",
        "医院",
        "养老院",
    ),
    *(
        "福利院",
        "敬老院",
        "协会",
        "基金会",
        "中心",
        "派出所",
        "支行",
        "银行",
        "商会",
        "合作社",
        "报社",
        "电视台",
        "日报社",
    ),
)
_CALLED = ("先生", "女士", "同志", "老师", "师傅", "阿姨", "大爷", "大妈", "某某", "某")


def phone(text: str) -> tuple[int, int] | None:
    """Where the first phone number stands: 7 to 15 digits, parted by single spaces or hyphens."""
    at, size = 0, len(text)
    while at < size:
        if not ("0" <= text[at] <= "9"):
            at += 1
            continue
        end, digits, groups = at, 0, 0
        while end < size and ("0" <= text[end] <= "9" or (text[end] in " -" and "0" <= text[end + 1 : end + 2] <= "9")):
            if text[end] in " -":
                groups += 1
                if digits >= 11 and text[at] == "1":
                    break
            else:
                digits += 1
            end += 1
        if (
            7 <= digits <= 15
            and not _is_date(text[at:end])
            and (end >= size or not text[end].isalnum() or is_han(text[end]))
        ):
            start = at - 1 if text[at - 1 : at] == "+" else at
            if start == 0 or not text[start - 1].isalnum() or is_han(text[start - 1]):
                return start, end
        at = end + 1
    return None


def _is_date(digits: str) -> bool:
    """Whether the digits are an ISO date, or eight of a date."""
    if len(digits) == 10 and digits[4] == "-" and digits[7] == "-":
        return True
    return len(digits) == 8 and digits.isdecimal() and digits[:2] in {"19", "20"} and digits[4:6] <= "12"


def headcount(text: str) -> tuple[int, int, int] | None:
    """How many came, and where that stands."""
    from planner.capture.chinese.numerals import number, starts_number

    for at, char in enumerate(text):
        if not starts_number(char) or (at and (starts_number(text[at - 1]) or text[at - 1] in "第.")):
            continue
        found = number(text, at)
        if found is None or not 1 <= found[0] < 10_000:
            continue
        value, end = found
        start = at
        if text[at - 1 : at] == "+" and (at == 1 or text[at - 2] in " \0" or is_han(text[at - 2])):
            if text[end : end + 1] in {"", " ", "\0", "人"}:
                return value + 1, at - 1, end + (text[end : end + 1] == "人")
            continue
        for word in ("多人", "余人", "人", "名", "位"):
            if text.startswith(word, end) and text[end + len(word) : end + len(word) + 1] in {
                "",
                " ",
                "\0",
                ",",
                "，",
                "来",
                "群",
                "、",
                "到",
            }:
                for opener in ("一行", "等", "共", "约"):
                    if text[:start].endswith(opener):
                        start -= len(opener)
                return value, start, end + len(word)
        rest = text[end:].lstrip(" ")
        for word in ("people", "persons", "person", "visitors", "residents"):
            if rest.startswith(word) and not rest[len(word) : len(word) + 1].isalpha():
                return value, start, end + len(text[end:]) - len(rest) + len(word)
    return None


def name_at(line: str, low: str, words: list[tuple[int, int]]) -> int:
    """Where the name that the line begins with ends; its start when it begins with none."""
    start, end = words[0]
    first = low[start:end]
    if is_han(first[0]):
        return start + _han_name(first)
    stop = start
    for begin, close in words[:3]:
        word = line[begin:close]
        if not (
            word[0].isalpha()
            and word[0].isupper()
            and word.replace("-", "").replace("'", "").replace(".", "").isalpha()
        ):
            break
        if begin > start and low[stop:begin].strip(" "):
            break
        stop = close
    return stop


def _han_name(word: str) -> int:
    """How many characters of a word are a name."""
    for opener in ("等", "一行", "夫妇", "夫妻", "母子", "父子", "母女"):
        place = word.find(opener)
        if 2 <= place <= 4 and _surname(word):
            return place
    for called in _CALLED:
        if word.endswith(called) and len(word) <= 5 and _surname(word):
            return len(word)
    plain = len(word)
    while plain and not (is_han(word[plain - 1]) or word[plain - 1] == "·"):
        plain -= 1
    if "·" in word and all(is_han(char) or char == "·" for char in word[:plain]):
        return plain
    whole = plain == len(word) and all(is_han(char) for char in word)
    return plain if whole and (2 <= plain <= 3 or (plain == 4 and word[:2] in _PAIRS)) and _surname(word) else 0


def _surname(word: str) -> bool:
    """Whether a word begins with a surname."""
    return word[0] in _SURNAMES or word[:2] in _PAIRS


def unit_at(line: str, words: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The unit or address that stands right after the name."""
    start, end = words[0]
    word = line[start:end]
    if word[0] in "(（" and word[-1] in ")）":
        return start, end
    if ":" in word or "：" in word or not is_han(word[0]) or len(word) < 3:
        return None
    return (start, end) if word.endswith(_UNITS) else None
