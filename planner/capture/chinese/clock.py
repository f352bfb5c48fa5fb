"""Chinese times of day.

    clock  = [part] [的] hour ("点" | "点钟" | "时") ["整" | "半" | "一刻" | "三刻" | minutes ["分"]] | [part] hh ":" mm
           | [part] "零点" | hhmm (after a day)
    part   = 凌晨 | 早上 | 上午 | 中午 | 下午 | 傍晚 | 晚上 | 深夜 …
    around = 大约 | 约 | 左右 | 许 | 前后

A number with 点 and a single figure after it (八点八) is a decimal; 三点建议 counts; 一点 alone is "a little".
"""

from __future__ import annotations

from planner.capture.chinese.numerals import DIGITS, NUMERALS, number, starts_number
from planner.capture.reading import Clock

__all__ = ["PARTS", "clock", "part"]

PARTS: tuple[tuple[str, str], ...] = (
    *(("凌晨", "small"), ("拂晓", "dawn"), ("黎明", "dawn"), ("清晨", "early"), ("清早", "early"), ("一大早", "early")),
    *(("一早", "early"), ("大清早", "early"), ("早晨", "morning"), ("早上", "morning"), ("早间", "morning")),
    *(("上午", "morning"), ("午前", "morning"), ("中午", "noon"), ("正午", "noon"), ("晌午", "noon"), ("午间", "noon")),
    *(("午后", "afternoon"), ("下午", "afternoon"), ("傍晚", "dusk"), ("黄昏", "dusk"), ("晚上", "night")),
    *(("晚间", "night"), ("夜晚", "night"), ("夜里", "night"), ("夜间", "night"), ("深夜", "late"), ("半夜", "late")),
    *(
        ("午饭后", "afterlunch"),
        ("午餐后", "afterlunch"),
        ("晚饭后", "evening"),
        ("晚餐后", "evening"),
        ("下班前", "close"),
        ("下班之前", "close"),
        ("上班前", "morning"),
    ),
)
_SHORT: dict[str, str] = {"早": "morning", "晚": "night", "晨": "early", "午": "noon", "夜": "night"}
_BY_NIGHT = frozenset("查巡市校景跑场读访")
"""What is done or held by night and called after it: 夜查, 夜市."""
_COUNTED = (
    *(
        "建议",
        "意见",
        "要求",
        "体会",
        "希望",
        "问题",
        "原因",
        "说明",
        "思考",
        "措施",
        "启示",
        "经验",
        "认识",
        "感想",
        "收获",
        "优势",
        "缺点",
    ),
    *(
        "看法",
        "需求",
        "注意",
        "事项",
        "共识",
        "好处",
        "内容",
        "不足",
        "情况",
        "成绩",
        "理由",
        "考虑",
        "想法",
        "打算",
        "做法",
        "安排意见",
        "承诺",
    ),
)
"""What may follow 点 when it counts points."""
_LITTLE = frozenset("也都儿不没像钱就点也好小心")
"""What follows 一点 when it means a little."""
_MIDNIGHT = ("午夜", "子夜")
"""The end of the day when no hour follows."""
_AROUND = ("左右", "前后", "许", "多")
_ABOUT = ("大约", "大概", "约莫", "差不多", "约")


def part(text: str, at: int, *, after_day: bool = False) -> tuple[str, int] | None:
    """A part of the day; the short forms 早 晚 only right after a day (明早, 周五晚)."""
    for word, kind in PARTS:
        if text.startswith(word, at) and not text.startswith("下午茶", at):
            return kind, at + len(word)
    if (
        after_day
        and text[at : at + 1] in _SHORT
        and not (text[at] == "夜" and text[at + 1 : at + 2] in _BY_NIGHT)
        and text[at + 1 : at + 2] not in {"报", "会", "餐", "于", "班", "宴", "稿", "安", "些", "饭", "休", "茶", "夜"}
    ):
        return _SHORT[text[at]], at + 1
    if text[at : at + 1] in {"早", "晚"}:
        figures = number(text, at + 1)
        if figures and figures[0] <= 24 and text[figures[1] : figures[1] + 1] in {"点", "时", ":"}:
            return _SHORT[text[at]], at + 1
    return None


def clock(text: str, at: int, *, said: str = "", loose: bool = False) -> tuple[Clock, int] | None:
    """The time that begins at a place. ``said`` is the part of the day before it, ``loose`` that a day or range is."""
    for word in _ABOUT:
        if text.startswith(word, at):
            at += len(word)
            break
    if text.startswith("差", at):
        return _short_of(text, at, said)
    if text.startswith(_MIDNIGHT, at):
        inner = clock(text, at + 2, said="late", loose=True) if at + 2 < len(text) else None
        return inner or (Clock(0, shift=1), at + 2)
    found = number(text, at)
    if found is None or found[0] > 2400:
        return None
    hour, end = found
    digits = end - at if text[at].isascii() else 0
    mark = text[end : end + 1]
    if mark == ":" and digits in {1, 2}:
        return _colon(text, hour, digits, end + 1, said)
    if mark == " " and text[end + 1 : end + 2] in {"点", "时"} and digits in {1, 2}:
        end, mark = end + 1, text[end + 1]
    if mark in {"点", "时", "點", "時"} and hour <= 24:
        return _hour(text, at, hour, end, said, loose=loose)
    half = _meridiem(text, end)
    if digits in {1, 2} and half and 1 <= hour <= 12:
        return Clock(hour % 12 + half[0]), half[1]
    if loose and digits == 4 and hour // 100 < 24 and hour % 100 < 60 and not text[end : end + 1].isdecimal():
        if mark in {"年", "元", "人", "号", "米", "个", "名", "户", "万"} or (1990 <= hour <= 2050 and text[at] != "0"):
            return None
        return _said(Clock(hour // 100, hour % 100), said), end
    if digits in {1, 2} and hour <= 24 and mark in {"-", "~", "到", "至"} and (loose or said or _apart(text, at)):
        alone = at == 0 or text[at - 1] == " "  # 局务会 9-10:30: a word of its own, so its first figure is an hour too
        after = _after_dash(text, end + 1, said, colon=loose or bool(said) or alone)
        if after:
            return _said(Clock(hour % 24, sure=hour > 12, shift=hour // 24), said), end
    return None


def _after_dash(text: str, at: int, said: str, *, colon: bool) -> tuple[Clock, int] | None:
    """The time on the right of 9-11点, which makes an hour of the bare number on the left."""
    found = number(text, at)
    if found is None or found[0] > 24:
        return None
    if text[found[1] : found[1] + 1] in {"点", "时"}:
        return _hour(text, at, found[0], found[1], said, loose=True)
    return (
        _colon(text, found[0], found[1] - at, found[1] + 1, said)
        if colon and text[found[1] : found[1] + 1] == ":"
        else None
    )


def _apart(text: str, at: int) -> bool:
    """Whether a number stands apart from letters and other figures before it."""
    return at == 0 or not (text[at - 1].isascii() and (text[at - 1].isalnum() or text[at - 1] in ".-/_"))


def _said(one: Clock, said: str) -> Clock:
    """The time with the part of the day that was said; the small hours of 半夜 belong to the next day, as 夜里's do."""
    if said == "late" and one.hour < 5 and not one.sure:
        said = "night"
    return one.in_part(said) if said else one


def _meridiem(text: str, at: int) -> tuple[int, int] | None:
    """``am`` or ``pm`` after figures."""
    start = at + (text[at : at + 1] == " ")
    for word, half in (("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)):
        if text.startswith(word, start) and not text[start + len(word) : start + len(word) + 1].isascii():
            return half, start + len(word)
        if text.startswith(word, start) and not text[start + len(word) : start + len(word) + 1].isalpha():
            return half, start + len(word)
    return None


def _colon(text: str, hour: int, digits: int, at: int, said: str) -> tuple[Clock, int] | None:
    """``15:30``; seconds are passed over; a ratio or an address is none."""
    figures = text[at : at + 2]
    if not (len(figures) == 2 and figures.isascii() and figures.isdecimal()) or int(figures) > 59 or hour > 24:
        return None
    end = at + 2
    if text[end : end + 1] == ":" and text[end + 1 : end + 3].isdecimal():
        end += 3
    if text[end : end + 1].isdecimal() or (text[end : end + 1] in {".", ":"} and text[end + 1 : end + 2].isdecimal()):
        return None
    half = _meridiem(text, end)
    if half and 1 <= hour <= 12:
        return Clock(hour % 12 + half[0], int(figures)), half[1]
    sure = hour > 12 or (not said and (hour in (0, 6) or (digits == 2 and hour < 10)))
    return _said(Clock(hour % 24, int(figures), sure=sure, shift=hour // 24), said), _around(text, end)


def _around(text: str, at: int) -> int:
    """Pass over 左右, 许, 整, 钟."""
    for word in _AROUND:
        if text.startswith(word, at):
            return at + len(word)
    return at


def _hour(text: str, start: int, hour: int, at: int, said: str, *, loose: bool) -> tuple[Clock, int] | None:
    """A number and 点: the minutes, or a refusal where 点 means something else."""
    if text[at] in "时時" and text[at + 1 : at + 2] in {"间", "候", "代", "期", "常", "而", "效", "限", "刻", "髦"}:
        return None
    if start and (
        text[start - 1] in "第.减加"
        or (not (loose or said) and (text[start - 1] == "-" or starts_number(text[start - 1])))
    ):
        return None
    end, minute = at + 1, 0
    nxt = text[end : end + 1]
    if text.startswith("钟", end) or nxt in {"整", "正"}:
        end += 1
    elif nxt == "半":
        minute, end = 30, end + 1
    elif text.startswith(("一刻", "1刻"), end) or text.startswith(("三刻", "3刻"), end):
        minute, end = 15 if text[end] in "一1" else 45, end + 2
    elif nxt and starts_number(nxt):
        after = _minutes(text, end)
        if after is None:
            return None
        minute, end = after
    elif text.startswith(_COUNTED, end) or (
        hour == 1 and not said and ((text[start] in NUMERALS and not loose) or nxt in _LITTLE)
    ):
        return None
    half = _meridiem(text, end)
    if half and 1 <= hour <= 12:
        return Clock(hour % 12 + half[0], minute), half[1]
    sure = hour > 12 or hour == 0
    shift = 1 if hour == 24 or (hour == 0 and said == "night") else 0
    if hour == 0 and not said and not loose:
        shift = 0
    short = _before(text, end) if not minute and 1 <= hour <= 24 else None
    if short:
        hour, minute, end = hour - 1, 60 - short[0], short[1]
    made = Clock(hour % 24, minute, sure=sure, shift=shift)
    return (made if shift else _said(made, said)), _around(text, end)


def _minutes(text: str, at: int) -> tuple[int, int] | None:
    """Minutes after 点: with 分, or two figures (点58, 点十五, 点零五); a single figure is a decimal."""
    at += text[at] == "过"
    found = number(text, at)
    if found is None:
        return None
    value, end = found
    if text[end : end + 1] == "分" and value < 60:
        end += 1
        end += text[end : end + 1] == "钟"
        return value, end
    written = text[at:end]
    single = len(written) == 1 and (written in DIGITS or written.isdecimal())
    if value > 59 or single or (text[end : end + 1] in {"度", "%", "元", "个", "万", "倍", "."}):
        return None
    if written.isdecimal() and len(written) != 2:
        return None
    return value, end


def _short_of(text: str, at: int, said: str) -> tuple[Clock, int] | None:
    """差五分八点."""
    short = _before(text, at)
    hour = number(text, short[1]) if short else None
    if short is None or hour is None or text[hour[1] : hour[1] + 1] != "点" or not 1 <= hour[0] <= 24:
        return None
    before = hour[0] * 60 - short[0]
    return _said(Clock(before // 60, before % 60, sure=hour[0] > 12), said), hour[1] + 1


def _before(text: str, at: int) -> tuple[int, int] | None:
    """差五分, 差一刻: the minutes short of the hour, and where the words end."""
    if not text.startswith("差", at):
        return None
    found = number(text, at + 1)
    if found is None:
        return None
    if found[0] == 1 and text.startswith("刻", found[1]):
        return 15, found[1] + 1
    return (found[0], found[1] + 1) if 0 < found[0] < 60 and text.startswith("分", found[1]) else None
