"""Amounts that only say about how many: 两三天, 三五个工作日, 十几天, 二十多天, 3到5天.

    approximate = pair | tens pair | number ("几" | "多" | "来" | "余") | number ("到" | "至" | "-" | "~") number,
                  each before a unit of time;  pair = 一两, 两三 … 八九, 三五

A length behind 后 or 之日起 (收到后3日内) counts from something that is not known here, which is no better.

No day can be told from them, so they are passed over whole and no part of one (三天 of 两三天) is read.
"""

from __future__ import annotations

from planner.capture.chinese.numerals import UNITS, length, number, numeral_end, paired, starts_number

__all__ = ["approximate"]

_ABOUT = frozenset("几多来余")
_TO = frozenset("到至-~")
_TAILS = ("之后", "以后", "之内", "以内", "之前", "以前", "后", "内", "前")
_HOUR = ("点", "时", "號", "号", "日", "月")
"""What a pair may stand before besides a length: 两三点, 五六号, 七八月."""


def approximate(text: str, at: int) -> int:
    """Where the approximate amount that begins at a place ends, with its unit and 后 or 内; 0 when none does."""
    if not starts_number(text[at]) and text[at] != "几":
        return 0
    if at and text[at - 1] in {"后", "起"} and _from_event(text, at):
        counted = length(text, at)
        if counted is not None:
            tail = next((word for word in _TAILS if text.startswith(word, counted[1])), "")
            return counted[1] + len(tail)
    end = numeral_end(text, at)
    pair = paired(text[at:end])
    if not pair:
        if text[at] == "几" and text[at + 1 : at + 2] in {"十", "百"}:
            end = at + 2
        elif end > at and text[end : end + 1] in _ABOUT:
            end += 1
        elif end > at and text[end : end + 1] in _TO:
            second = number(text, end + 1)
            if second is None:
                return 0
            end = second[1]
        else:
            return 0
    unit = next((word for word, _ in UNITS if text.startswith(word, end)), "")
    ranged = not pair and text[end - 1] not in _ABOUT and text[at] != "几"
    if not unit or (ranged and unit in {"日", "分", "周", "年"}):
        return end if pair and text.startswith(_HOUR, end) else 0
    end += len(unit)
    tail = next((word for word in _TAILS if text.startswith(word, end)), "")
    return 0 if ranged and not tail else end + len(tail)


def _from_event(text: str, at: int) -> bool:
    """Whether 后 or 之日起 right before a place stands behind what it counts from, and is no word for now (今后)."""
    if text[at - 1] == "起":
        return text.endswith("之日起", 0, at)
    return text[at - 2 : at - 1] not in {"", "今", "此", "然", "最", "之", "以", "成", "结", "完", "隔"}
