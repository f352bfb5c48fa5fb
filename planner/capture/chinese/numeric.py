"""Dates in figures in a Chinese line: 2026-11-27, 2026/11/27, 20261127, 27-7-3, and 10.1 where a date is promised."""

from __future__ import annotations

from planner.capture.chinese.numerals import number, numeral_end
from planner.capture.chinese.refuse import counted_number
from planner.capture.months import on_year_day, real_day
from planner.capture.reading import Day
from planner.domain.moment import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Found: TypeAlias = tuple[Day, int] | None

__all__ = ["numeric"]

_NEAR_DAYS = 6
"""Days between the two figures of 3-5号 up to which they are two days of a month, and no month and day."""
_LABELS = ("号", "码", "邮编", "身份证", "电话", "手机", "传真", "微信", "qq")
"""What figures right behind it are the number of: 工号20260311, 编号：20260311."""
_SHARES = (
    "人",
    "的",
    "以上",
    "以下",
    "多数",
    "席",
    "名额",
    "比例",
    "篇幅",
    "版",
    "页",
    "时间",
    "经费",
    "职工",
    "成员",
    "左右",
)
"""What a fraction is a share of: 1/3人员."""


_ROOMS = frozenset("室房门栋幢座楼层厅柜床")
"""What two numbers with a dash number: 11-27室."""
_PAPERS = ("文", "函", "令", "件", "通知", "公告", "批复")
_ISSUED = ("发", "函", "字", "办", "令", "府")
"""What stands behind or before the number of a paper that looks like a date: 民发2026-11-20号文."""
_IN_FORCE = tuple(
    f"{since}{verb}" for since in ("起", "") for verb in ("施行", "实施", "生效", "颁布", "印发的", "发布的", "公布的")
)
"""What a paper did on its day: 2022-05-01起施行的条例."""


def numeric(text: str, at: int, today: date, *, led: bool) -> Found:
    """Dates in figures."""
    if not "0" <= text[at] <= "9" or (
        at and (text[at - 1].isascii() and (text[at - 1].isalnum() or text[at - 1] in ".-/:_$¥#"))
    ):
        return None
    one = number(text, at)
    if one is None or (not led and text[:at].rstrip(" :为是").endswith(_LABELS) and text[at - 1] != " "):
        return None
    size, mark = one[1] - at, text[one[1] : one[1] + 1]
    if size == 8 and not (mark.isascii() and (mark.isalnum() or mark in {"-", "."}) and mark):
        made = real_day(one[0] // 10000, one[0] // 100 % 100, one[0] % 100)
        return (Day(made), one[1]) if made and 1990 <= made.year <= 2099 else None
    if mark not in {"-", "/", "."} or size not in {1, 2, 4}:
        return None
    two = number(text, one[1] + 1)
    if two is None or two[1] - one[1] > 3:
        return None
    again = text[two[1] : two[1] + 1]
    three = number(text, two[1] + 1) if again == mark else None
    if three is not None:
        return _three(text, (one[0], size), two[0], three, two[1] + 1, day_mark=mark)
    return _two(text, at, one[0], two, mark, today, led=led) if size <= 2 else None


def _three(text: str, one: tuple[int, int], two: int, three: tuple[int, int], at: int, *, day_mark: str) -> Found:
    """2026-11-27, 27-7-3, 27/11/2026."""
    end = three[1]
    if text[end : end + 1] in {"-", ".", "/"} and text[end + 1 : end + 2].isdecimal():
        return None
    if one[1] == 4:
        made = real_day(one[0], two, three[0]) if 1900 <= one[0] <= 2199 else None
    elif end - at == 4:
        made = real_day(three[0], two, one[0]) or real_day(three[0], one[0], two)
    else:
        made = real_day(2000 + one[0], two, three[0]) if day_mark != "." and one[0] >= 20 else None
    named = text[end : end + 1] == "号" and (
        text.startswith(_PAPERS, end + 1) or text[:at].rstrip("0123456789-/.").endswith(_ISSUED)
    )
    if named or text.startswith(_IN_FORCE, end):
        return None
    end += text[end : end + 1] in {"日", "号"}
    return (Day(made), end) if made else None


def _two(text: str, at: int, month: int, two: tuple[int, int], mark: str, today: date, *, led: bool) -> Found:
    """12/1, and 10.1 or 9-30 where 号, 前 or a word before promises a date."""
    one_end, end = numeral_end(text, at), two[1]
    if text[end : end + 1] in {".", "-", "/", ":", "%"} and text[end + 1 : end + 2].isdecimal():
        return None
    if mark == "-" and text[end : end + 1] in _ROOMS:
        return None
    named = text[end : end + 1] in {"日", "号"}
    after = end + named
    if named and mark == "-" and (0 < two[0] - month <= _NEAR_DAYS or counted_number(text, one_end + 1, after)):
        return None
    promised = named or led or text.startswith(("前", "之前", "以前", "上午", "下午", "晚上", "早上", "截止"), after)
    alone = at == 0 and (
        not text[after:].strip()
        or (mark == "." and text[after : after + 1] == " " and text[after + 1] not in "万亿元版倍级分米公克吨度折%个人")
    )
    if mark == "/" and not named and month < two[0] <= 10 and text.startswith(_SHARES, after):
        return None
    spaced = text[after : after + 1] == " " and (at == 0 or text[at - 1] == " ") and mark == "/"
    if (mark != "/" and not (promised or (alone and mark == "."))) or (
        mark == "/" and not (promised or alone or spaced or at == 0)
    ):
        return None
    made = on_year_day(today, month, two[0]) if 1 <= month <= 12 else None
    if made is None:
        made = on_year_day(today, two[0], month) if mark == "/" and 1 <= two[0] <= 12 else None
    if made is None:
        return None
    return Day(made, "yearday", again=on_year_day(date(made.year, 12, 31), made.month, made.day) or made), after
