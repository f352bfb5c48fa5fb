"""Days of the month that a Chinese recurrence lists: 5日和20日, 1、15号, 月底, 10日、20日、月底."""

from __future__ import annotations

from planner.capture.chinese.numerals import number

__all__ = ["JOINTS", "edge_of", "month_days", "spanned"]

JOINTS = frozenset("、,和及与跟/")
_MOST = 12


def month_days(text: str, at: int) -> tuple[tuple[int, ...], int] | None:
    """5号, 5日和20日, 1、15号, 10日、20日、月底."""
    found: list[int] = []
    end = closed = at
    done = 0
    for _ in range(_MOST):
        start = end
        if found:
            if text[end : end + 1] not in JOINTS:
                break
            start = end + 1
        edge = edge_of(text, start, joined=bool(found))
        if edge is not None:
            found.append(edge[0])
            end, done = edge[1], len(found)
            closed = end
            continue
        day = number(text, start)
        if day is None or not 1 <= day[0] <= 31:
            break
        found.append(day[0])
        end = day[1]
        if text[end : end + 1] in {"日", "号"}:
            end, done = end + 1, len(found)
            closed = end
            if text[end : end + 1] in {"楼", "院", "线", "文"}:
                return None
    if not done:
        return None
    return tuple(found[:done]), closed


def spanned(text: str, at: int) -> int:
    """Where a span of days of the month ends (1-5日, 20日至25日), which no one day of a rule can say; 0 for none."""
    first = number(text, at)
    if first is None:
        return 0
    sign = first[1] + (text[first[1] : first[1] + 1] in {"日", "号"})
    last = number(text, sign + 1) if text[sign : sign + 1] in {"-", "~", "到", "至"} else None
    if last is None or text[last[1] : last[1] + 1] not in {"日", "号"}:
        return 0
    return last[1] + 1


def edge_of(text: str, at: int, *, joined: bool) -> tuple[int, int] | None:
    """The day that 月底, 底, 月初 or 最后一天 is, and where it ends; in a list (``joined``) it needs its 月."""
    start = at + (text[at : at + 1] == "每" and joined)
    said = text.startswith(("月底", "月末", "月初", "月中"), start)
    if text.startswith("最后一天", start):
        return -1, start + 4
    if joined and not said:
        return None
    start += said
    char = text[start : start + 1]
    if char in {"底", "末"}:
        return -1, start + 1
    if char == "初" and not text.startswith("初步", start):
        return 1, start + 1
    if char == "中" and text[start + 1 : start + 2] not in {"旬", "午", "国"}:
        return 15, start + 1
    return None
