"""Chinese numbers in Arabic, Chinese or full-width figures, and lengths of time.

number = digits | 十, 二十一, 两百, 一千零五, 廿三 | 二〇二六 (figure by figure)
length = amount unit {[零] amount unit},  amount = number [个] [半] | 半 [个] | 几
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Length: TypeAlias = dict[str, float]

__all__ = ["DIGITS", "NUMERALS", "UNITS", "length", "number", "numeral_end", "paired", "starts_number"]

DIGITS: dict[str, int] = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
}
_TENS = {"十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30, "拾": 10}
NUMERALS = frozenset((*DIGITS, *_TENS))
_LONGEST = 9

UNITS: tuple[tuple[str, str], ...] = (
    *(("个工作日", "workday"), ("工作日", "workday"), ("个工日", "workday"), ("工日", "workday")),
    *(("个小时", "hour"), ("小时", "hour"), ("个钟头", "hour"), ("钟头", "hour"), ("个钟", "hour")),
    *(("分钟", "minute"), ("刻钟", "quarterhour"), ("秒钟", "second"), ("秒", "second"), ("分", "minute")),
    *(("个星期", "week"), ("星期", "week"), ("个礼拜", "week"), ("礼拜", "week"), ("个周", "week"), ("周", "week")),
    *(("个月", "month"), ("个季度", "quarter"), ("季度", "quarter"), ("年", "year"), ("天", "day"), ("日", "day")),
)
"""Longest first where one begins another."""


def starts_number(char: str) -> bool:
    """Whether a number may begin with this character."""
    return "0" <= char <= "9" or char in NUMERALS


def numeral_end(text: str, at: int) -> int:
    """Where the figures of one kind, Arabic or Chinese, that begin at a place end."""
    size, end = len(text), at
    while end < size and "0" <= text[end] <= "9" and end - at <= _LONGEST:
        end += 1
    if end == at:
        while end < size and text[end] in NUMERALS and end - at <= _LONGEST:
            end += 1
    return end


def paired(figures: str) -> bool:
    """Whether two neighbouring figures stand for about that many: 两三, 三五, 十七八, 二三十."""
    if len(figures) < 2 or figures.isascii():
        return False
    for at in range(len(figures) - 1):
        low, high = DIGITS.get(figures[at], 0), DIGITS.get(figures[at + 1], 0)
        if low and high and (high == low + 1 or (low, high) == (3, 5)):
            return len(figures) == 2 or any(char in _TENS for char in figures)
    return False


def number(text: str, at: int) -> tuple[int, int] | None:
    """The whole number that begins at a place, and where it ends; ``None`` for one that says about how many."""
    end = numeral_end(text, at)
    if end == at:
        return None
    figures = text[at:end]
    if "0" <= figures[0] <= "9":
        return int(figures), end
    return None if paired(figures) else (_han(figures), end)


def _han(figures: str) -> int:
    """The value of Chinese figures; written one by one (二〇二六) or by place (二十六)."""
    if not any(char in _TENS for char in figures):
        value = 0
        for char in figures:
            value = value * 10 + DIGITS[char]
        return value
    total, pending = 0, -1
    for char in figures:
        if char in DIGITS:
            pending = DIGITS[char]
        elif char in "廿卅":
            total += _TENS[char]
        else:
            total += (1 if pending <= 0 else pending) * _TENS[char]
            pending = -1
    return total + max(pending, 0)


def _amount(text: str, at: int) -> tuple[float, int] | None:
    """How many of a unit: 3, 两, 一个半, 半, 2.5, 几."""
    char = text[at : at + 1]
    if char == "半":
        return 0.5, at + 1
    if char == "几" and text[at + 1 : at + 2] in {"天", "个", "周", "分", "小"}:
        return 3, at + 1
    found = number(text, at)
    if found is None:
        return None
    value: float
    value, end = found
    if text[end : end + 1] == "." and "0" <= text[end + 1 : end + 2] <= "9":
        part = number(text, end + 1)
        if part:
            value, end = float(f"{value}.{text[end + 1 : part[1]]}"), part[1]
    while text[end : end + 1] == " ":
        end += 1
    if text.startswith("个半", end):
        return value + 0.5, end + 2
    return value, end


def _unit(text: str, at: int) -> tuple[str, int] | None:
    """The unit that begins at a place."""
    for word, kind in UNITS:
        if text.startswith(word, at):
            return kind, at + len(word)
    return ("month", at + 1) if text[at - 1 : at + 1] == "半月" else None


def length(text: str, at: int) -> tuple[Length, int] | None:
    """A length of time, as amounts by unit, and where it ends."""
    found: Length = {}
    end = at
    for _ in range(4):
        amount = _amount(text, at)
        if amount is None or amount[0] > 100_000:
            break
        unit = _unit(text, amount[1])
        if unit is None or unit[0] in found:
            break
        found[unit[0]], end = amount[0], unit[1]
        if text[end : end + 1] == "半" and unit[0] in {"day", "year", "hour", "minute", "month"}:
            found[unit[0]], end = found[unit[0]] + 0.5, end + 1
        at = end + (text[end : end + 1] in {"零", "又", "加"} and not text.startswith("又", end + 1))
    if "quarterhour" in found:
        found["minute"] = found.get("minute", 0) + 15 * found.pop("quarterhour")
    return (found, end) if found else None
