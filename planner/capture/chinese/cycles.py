"""The days of a week, month, quarter or year that a Chinese recurrence names."""

from __future__ import annotations

from planner.capture.chinese.month_lists import JOINTS, edge_of, month_days, spanned
from planner.capture.chinese.numerals import number
from planner.capture.rule import WORKDAYS, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from planner.domain.moment import date

    Core: TypeAlias = tuple[Rule, str, int] | None

__all__ = ["monthly", "quarterly", "weekdays_at", "yearly"]

_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_NAMES = ("星期", "礼拜", "周")
_TO = ("到", "至", "-", "~")
_LAST = ("最后1", "最后一", "最末一", "末")
_MOST = 12
_OTHER_WORDS = frozenset("报刊票薪")
_UNREAD = frozenset("头前后首单双逢")
"""What narrows a month in a way that was not understood, so that the whole month is not meant either: 每月单号."""


def _name_end(text: str, at: int) -> int:
    """Where 周, 星期 or 礼拜 ends; the place itself when none stands there."""
    for name in _NAMES:
        if text.startswith(name, at):
            return at + len(name)
    return at


def _one(text: str, at: int) -> int:
    """The weekday a character names, -1 for none; a figure only when it stands alone."""
    char = text[at : at + 1]
    if char in _WEEKDAYS:
        return _WEEKDAYS[char]
    if char.isascii() and char.isdecimal() and "1" <= char <= "7":
        after = text[at + 1 : at + 2]
        return (
            int(char) - 1
            if not after.isdecimal() and after not in {"次", "个", "天", "日", "点", ":", "时", "月", "."}
            else -1
        )
    return -1


def weekdays_at(text: str, at: int, *, joined: bool) -> tuple[tuple[int, ...], int] | None:
    """一三五, 一、三、五, 周二和周四, 一到五; ``joined`` when 周 was already said."""
    start = _name_end(text, at)
    if start == at and not joined:
        return None
    first = _one(text, start)
    if first < 0:
        return None
    if text[start] in "一二三四五六七八九" and text[start + 1 : start + 2] in {"次", "个", "回", "期", "遍"}:
        return None
    found, end = [first], start + 1
    for _ in range(_MOST):
        sign = next((word for word in _TO if text.startswith(word, end)), "")
        if sign and len(found) == 1:
            right = _name_end(text, end + len(sign))
            last = _one(text, right)
            if last < 0:
                break
            return tuple(sorted((first + n) % 7 for n in range((last - first) % 7 + 1))), right + 1
        joint = end + (text[end : end + 1] in JOINTS)
        if joint > end and text[joint : joint + 1] == "每":
            joint += 1
        named = _name_end(text, joint)
        more = _one(text, named)
        if more < 0 or more in found or (joint == end and named == joint and _hour_next(text, named)):
            break
        if named == joint and text[named + 1 : named + 2] in {
            "个",
            "次",
            "点",
            "时",
            "人",
            "项",
            "件",
            "份",
            "家",
            "级",
            "大",
            "会",
        }:
            break
        found.append(more)
        end = named + 1
    return tuple(sorted(found)), end


def _hour_next(text: str, at: int) -> bool:
    """Whether the figures here are an hour: 每两周一十点."""
    found = number(text, at)
    return found is not None and text[found[1] : found[1] + 1] in {"点", "时"}


def _nth(text: str, at: int) -> tuple[int, int] | None:
    """第二个, 最后一个, 首个."""
    start = at + (text[at : at + 1] == "的")
    for word in _LAST[:3]:
        if text.startswith(word, start):
            end = start + len(word)
            return -1, end + (text[end : end + 1] == "个")
    if text.startswith("倒数第", start):
        found = number(text, start + 3)
        return (-found[0], found[1] + (text[found[1] : found[1] + 1] == "个")) if found and found[0] <= 23 else None
    if text.startswith("首个", start):
        return 1, start + 2
    if text[start : start + 1] != "第":
        return None
    found = number(text, start + 1)
    if found is None or not 1 <= found[0] <= 31:
        return None
    return found[0], found[1] + (text[found[1] : found[1] + 1] == "个")


def _place(text: str, at: int, rule: Rule) -> int:
    """Put 第二个星期二, 最后一个工作日, 最后一天 into a rule; returns where it ends, or 0."""
    nth = _nth(text, at)
    if nth is None:
        return _first_few(text, at, rule) or _bare_weeks(text, at, rule)
    count, end = nth
    more = [count]
    while text[end : end + 1] in {"、", ",", "和", "及", "与"} and len(more) < _MOST:
        joint = end + 1
        again = _nth(text, joint)
        if again is None:
            bare = number(text, joint)
            if bare is None or not 1 <= bare[0] <= 31:
                break
            again = bare[0], bare[1] + (text[bare[1] : bare[1] + 1] == "个")
        more.append(again[0])
        end = again[1]
    if len(more) > 1:
        return _several(text, end, tuple(sorted(set(more))), rule)
    for word in ("工作日", "工日"):
        if text.startswith(word, end):
            rule.weekdays, rule.setpos = WORKDAYS, count
            return end + len(word)
    if text[end : end + 1] in {"天", "日"}:
        rule.monthdays = (count,)
        return end + 1
    named = _name_end(text, end)
    weekday, after = _weekday_of(text, end, named)
    if named > end and weekday < 0 and 1 <= count <= 4:
        rule.monthdays = (7 * count - 6,)
        return named
    if named > end and weekday >= 0 and abs(count) <= 5:
        rule.nth = ((count, weekday),)
        return after
    return 0


def _weekday_of(text: str, at: int, named: int) -> tuple[int, int]:
    """The weekday of 第二个周二 and of 第二周的周二, -1 for none, and where it ends; 周 ends at ``named``."""
    weekday = _WEEKDAYS.get(text[named : named + 1], -1) if named > at else -1
    if weekday >= 0 or named == at:
        return weekday, named + 1
    start = named + (text[named : named + 1] in {"的", " "})
    again = _name_end(text, start)
    weekday = _WEEKDAYS.get(text[again : again + 1], -1) if again > start else -1
    return weekday, again + 1


def _first_few(text: str, at: int, rule: Rule) -> int:
    """头两个周一, 前两周的周五 are several; 前5个工作日 and 前10日 are due on the last of them. 0 for none."""
    if text[at : at + 1] not in {"头", "前"}:
        return 0
    found = number(text, at + 1)
    if found is None or not 1 <= found[0] <= 31:
        return 0
    count, end = found
    end += text[end : end + 1] == "个"
    if text.startswith("工作日", end) and count <= 23:
        rule.weekdays, rule.setpos = WORKDAYS, count
        return end + 3
    if text[end : end + 1] in {"天", "日"}:
        rule.monthdays = (count,)
        return end + 1
    named = _name_end(text, end)
    weekday, after = _weekday_of(text, end, named)
    if weekday < 0 or count > 5:
        return 0
    rule.nth = tuple((nth, weekday) for nth in range(1, count + 1))
    return after


def _bare_weeks(text: str, at: int, rule: Rule) -> int:
    """一、三周的周五, 2、4周周二: weeks counted without 第, with their weekday; returns where it ends, or 0."""
    counts: list[int] = []
    end = at
    while len(counts) < _MOST:
        start = end + bool(counts)
        found = number(text, start) if not counts or text[end : end + 1] in JOINTS else None
        if found is None or not 1 <= found[0] <= 5:
            break
        counts.append(found[0])
        end = found[1]
    named = _name_end(text, end) if counts else end
    weekday, after = _weekday_of(text, end, named)
    if weekday < 0 or text[named : named + 1] in _WEEKDAYS:
        return 0
    rule.nth = tuple((count, weekday) for count in sorted(set(counts)))
    return after


def _several(text: str, at: int, counts: tuple[int, ...], rule: Rule) -> int:
    """What 第一、三个 counts: weekdays, or days of the month; returns where it ends, or 0."""
    if text[at : at + 1] in {"天", "日"}:
        rule.monthdays = counts
        return at + 1
    named = _name_end(text, at)
    weekday, after = _weekday_of(text, at, named)
    if named > at and weekday < 0 and all(1 <= count <= 4 for count in counts):
        rule.monthdays = tuple(7 * count - 6 for count in counts)
        return named
    if named == at or weekday < 0 or any(abs(count) > 5 for count in counts):
        return 0
    rule.nth = tuple((count, weekday) for count in counts)
    return after


def monthly(text: str, at: int, rule: Rule) -> Core:
    """The days of a month."""
    start = at + (text[at : at + 1] in {"的", " "})
    listed = month_days(text, start) if edge_of(text, start, joined=False) is not None else None
    if listed:
        rule.monthdays = listed[0]
        return rule, "", listed[1]
    for word, day in (("上旬", 1), ("中旬", 11), ("下旬", 21)):
        if text.startswith(word, start):
            rule.monthdays = (day,)
            return rule, "", start + 2
    end = _place(text, start, rule)
    if end:
        return rule, "", end
    days = month_days(text, start) if not spanned(text, start) else None
    if days:
        rule.monthdays = days[0]
        return rule, "", days[1]
    if (
        text[at : at + 1] in _OTHER_WORDS
        or text[start : start + 1] in _UNREAD
        or spanned(text, start)
        or _nth(text, start) is not None
    ):
        return None
    return rule, "", at


def quarterly(text: str, at: int, rule: Rule) -> Core:
    """The days of a quarter: its end, its first or last month's, its first working day."""
    start = at + (text[at : at + 1] == "的")
    edge = text[start : start + 1]
    if edge in {"末", "底"} or text.startswith("最后一天", start):
        rule.freq, rule.interval, rule.months, rule.monthdays = "MONTHLY", 1, (3, 6, 9, 12), (-1,)
        end = start + (4 if edge == "最" else 1)
        return rule, "", end
    if edge == "初" or text.startswith("第一天", start):
        rule.freq, rule.interval, rule.months, rule.monthdays = "MONTHLY", 1, (1, 4, 7, 10), (1,)
        return rule, "", start + (1 if edge == "初" else 3)
    for word, months in (
        ("首月", (1, 4, 7, 10)),
        ("末月", (3, 6, 9, 12)),
        ("中间月", (2, 5, 8, 11)),
    ):
        if text.startswith(word, start):
            return _in_months(text, start + len(word), rule, months)
    nth = _nth(text, start)
    if nth is not None and text[nth[1] : nth[1] + 1] == "月" and nth[0] in {1, 2, 3, -1}:
        first = nth[0] if nth[0] > 0 else 3
        return _in_months(text, nth[1] + 1, rule, (first, first + 3, first + 6, first + 9))
    probe = Rule("MONTHLY")
    end = _place(text, start, probe)
    if end and probe.setpos is not None:
        rule.interval, rule.months = 1, (3, 6, 9, 12) if probe.setpos < 0 else (1, 4, 7, 10)
        rule.weekdays, rule.setpos = probe.weekdays, probe.setpos
        return rule, "", end
    listed = month_days(text, start)
    if listed is not None and edge.isdecimal():
        rule.interval, rule.months, rule.monthdays = 1, (1, 4, 7, 10), listed[0]
        return rule, "", listed[1]
    if edge == "报" or nth is not None:
        return None
    return rule, "", at


def _in_months(text: str, at: int, rule: Rule, months: tuple[int, ...]) -> Core:
    """The day of those months of each quarter that follows; their first when none does."""
    rule.interval, rule.months = 1, months
    inner = monthly(text, at, rule)
    if inner is not None and not rule.monthdays and not rule.nth and rule.setpos is None:
        rule.monthdays = (1,)
    return inner


def _same_every_year(name: str) -> bool:
    """Whether a holiday falls on the same date each year, which is all that a recurrence rule can say."""
    from planner.domain.festivals import CHINESE

    return CHINESE.get(name.removesuffix("节"), CHINESE.get(name, ("",)))[0] == "day"


def _more_months(text: str, made: tuple[Rule, str, int]) -> Core:
    """6月底、12月底: further months with the same day of each."""
    rule, said, end = made
    for _ in range(_MOST):
        month = number(text, end + 1) if text[end : end + 1] in JOINTS else None
        if month is None or not 1 <= month[0] <= 12 or text[month[1] : month[1] + 1] != "月":
            break
        probe = Rule("YEARLY")
        inner = monthly(text, month[1] + 1, probe)
        mine = (rule.monthdays, rule.nth, rule.weekdays, rule.setpos)
        if inner is None or (probe.monthdays, probe.nth, probe.weekdays, probe.setpos) != mine:
            break
        rule.months += (month[0],)
        end = inner[2]
    return rule, said, end


def yearly(text: str, at: int, rule: Rule, today: date) -> Core:
    """The days of a year: 每年3月15日, 每年年底, 每年春节."""
    start = at + (text[at : at + 1] in {"的", " "})
    if text.startswith(("年底", "年末", "年初"), start):
        start += 1
    edge = text[start : start + 1]
    if edge in {"底", "末"}:
        rule.months, rule.monthdays = (12,), (31,)
        return rule, "", start + 1
    if edge == "初":
        rule.months, rule.monthdays = (1,), (1,)
        return rule, "", start + 1
    months: list[int] = []
    end = start
    for _ in range(_MOST):
        month = number(text, end)
        if month is None or not 1 <= month[0] <= 12 or text[month[1] : month[1] + 1] not in {"月", *JOINTS}:
            break
        months.append(month[0])
        end = month[1] + 1
        if text[month[1]] == "月":
            end += text[end : end + 1] == "份"
            if text[end : end + 1] not in JOINTS or number(text, end + 1) is None:
                break
            end += 1
    if months and "月" in text[start:end]:
        rule.months = tuple(months)
        inner = monthly(text, end, rule) if text[end : end + 1] != "报" else (rule, "", end)
        if inner is not None and not (rule.monthdays or rule.nth or rule.setpos):
            rule.monthdays = (1,)
        return _more_months(text, inner) if inner is not None else None
    from planner.capture.chinese.holidays import holiday

    found = holiday(text, start, today) if start < len(text) and not text[start].isdecimal() else None
    if found is not None and _same_every_year(text[start : found[1]]):
        rule.months, rule.monthdays = (found[0].first.month,), (found[0].first.day,)
        return rule, "", found[1]
    if found is not None:
        return None
    if text[at : at + 1] in {"度", "检", "会", "报"}:
        return None
    return rule, "", at
