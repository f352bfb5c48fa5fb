"""What repeats from the day on which it was done: 完成后两周, 办结后3个月."""

from __future__ import annotations

from planner.capture.chinese.numerals import length
from planner.capture.rule import Rule

__all__ = ["completion"]

_MOST = 1000


def completion(text: str, at: int) -> tuple[Rule, str, int] | None:
    """完成后两周."""
    start = at + (text[at : at + 1] in {"的", "第", "再", "过", " "})
    start += text.startswith("每", start)
    found = length(text, start)
    if found is None or len(found[0]) != 1:
        return None
    (kind, amount), *_ = found[0].items()
    table = {
        "day": ("DAILY", 1),
        "week": ("WEEKLY", 1),
        "month": ("MONTHLY", 1),
        "quarter": ("MONTHLY", 3),
        "year": ("YEARLY", 1),
    }
    if kind not in table or amount % 1 or not 1 <= amount <= _MOST:
        if kind in {"month", "year"} and amount == 0.5:
            rule = Rule("DAILY", 15) if kind == "month" else Rule("MONTHLY", 6)
            rule.completion = True
            return rule, "", found[1]
        return None
    freq, size = table[kind]
    rule = Rule(freq, size * int(amount))
    rule.completion = True
    end = found[1]
    for word in ("再办", "再做", "重复", "再来"):
        if text.startswith(word, end) and not text[end + 2 :].strip():
            end += 2
    return rule, "", end
