"""How long before: ``remind 30m before``, ``提前半小时提醒``, ``提前5个工作日``, and ``遇休提前`` / ``遇休顺延``.

remind  = ("remind" ["me"] span "before" | "提前" span ("提醒" | "叫") ["我"]) | ``remind:`` span {"," span}
ahead   = "提前" n ["个"] ("工作日" | "工日") | ``ahead:`` n ["wd"]
off     = ("遇" | "逢" | "如遇") ["节"] ("休" | "假" | "假日" | "节假日") ("提前" | "顺延")
span    = {number unit}
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.capture.signs import Signs

__all__ = ["minutes_of", "read_leads", "working_days_of"]

_UNITS = {
    "m": 1,
    "min": 1,
    "mins": 1,
    "minute": 1,
    "minutes": 1,
    "分": 1,
    "分钟": 1,
    "h": 60,
    "hr": 60,
    "hrs": 60,
    "hour": 60,
    "hours": 60,
    "时": 60,
    "小时": 60,
    "个小时": 60,
    "钟头": 60,
    "个钟头": 60,
    "刻": 15,
    "刻钟": 15,
    "d": 1440,
    "day": 1440,
    "days": 1440,
    "天": 1440,
    "日": 1440,
    "w": 10080,
    "wk": 10080,
    "week": 10080,
    "weeks": 10080,
    "周": 10080,
    "个星期": 10080,
    "星期": 10080,
}
_HAN = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "half": 0}
_WORKING = ("个工作日", "工作日", "个工日", "工日", "wds", "wd", "working days", "working day")
_MOST = 10_000_000
_LONGEST = 24
"""Characters that a length of time may take; more is not one."""


def minutes_of(text: str) -> int | None:
    """The minutes that a length of time is: ``30m``, ``1h30m``, ``2 days``, ``一个半小时``; ``None`` if it is none."""
    total, at, size = 0, 0, len(text)
    if size > _LONGEST:
        return None
    while at < size:
        if text[at] in " 零和":
            at += 1
            continue
        number, half, at = _number(text, at)
        if number is None:
            return None
        while text[at : at + 1] == " ":
            at += 1
        unit, at = _unit(text, at)
        if unit is None:
            return None
        total += number * unit + (unit // 2 if half else 0)
        if text.startswith("半", at):
            total, at = total + unit // 2, at + 1
    return total if 0 < total < _MOST else None


def _number(text: str, at: int) -> tuple[int | None, bool, int]:
    """A number, whether a half goes with it, and where it ends."""
    end = at
    while end < len(text) and text[end].isdecimal() and text[end].isascii():
        end += 1
    if end > at:
        half = text.startswith(".5", end)
        return int(text[at:end]), half, end + 2 * half
    if text[at] == "半":
        return 0, True, at + 1 + text.startswith("个", at + 1)
    value, seen = 0, False
    while end < len(text) and (text[end] in _HAN or text[end] in "十百"):
        char = text[end]
        if char in "十百":
            scale = 10 if char == "十" else 100
            value = value - value % 10 + (value % 10 or 1) * scale if seen else scale
        else:
            value += _HAN[char]
        seen, end = True, end + 1
    if seen:
        half = text.startswith("个半", end)
        return value, half, end + 2 * half
    while end < len(text) and text[end].isalpha() and text[end].isascii():
        end += 1
    word = text[at:end]
    if word == "half":
        rest = text[end:].lstrip()
        skip = 3 if rest.startswith("an ") else 2 if rest.startswith("a ") else 0
        return 0, True, len(text) - len(rest) + skip
    return (_WORDS[word], False, end) if word in _WORDS else (None, False, at)


def _unit(text: str, at: int) -> tuple[int | None, int]:
    """The longest unit that stands here, in minutes."""
    for size in range(min(7, len(text) - at), 0, -1):
        word = text[at : at + size]
        if word in _UNITS and not (word.isascii() and text[at + size : at + size + 1].isalpha()):
            return _UNITS[word], at + size
    return None, at


def working_days_of(text: str) -> int | None:
    """The working days that ``5wd``, ``5个工作日`` or a bare number says; ``None`` if it says none."""
    for unit in _WORKING:
        if text.endswith(unit):
            text = text[: -len(unit)].strip()
            break
    if not text or len(text) > _LONGEST or text == "半":
        return None
    number, half, end = _number(text, 0)
    return number if number and not half and end == len(text) and number < 1000 else None


def read_leads(signs: Signs) -> None:
    """Take the phrases of this module from the text that the signs left."""
    for opener, reader in (("提前", _ahead), ("remind", _remind), ("遇", _if_off), ("逢", _if_off)):
        at = signs.text.find(opener)
        while at >= 0:
            end = reader(signs, at)
            if end:
                signs.text = signs.text[:at] + "\0" * (end - at) + signs.text[end:]
                break
            at = signs.text.find(opener, at + len(opener))


def _ahead(signs: Signs, at: int) -> int:
    """``提前…提醒`` is a reminder, ``提前…工作日`` a countdown."""
    text, start = signs.text, at + 2
    for unit in ("个工作日", "工作日", "个工日", "工日"):
        close = text.find(unit, start, start + 10)
        days = working_days_of(text[start:close]) if close > start else None
        if days is not None:
            end = close + len(unit)
            for tail in ("准备", "提示", "预警"):
                end += len(tail) if text.startswith(tail, end) and end + len(tail) == len(text) else 0
            signs.add("ahead", days)
            signs.span(at, end, "ahead")
            return end
    close = text.find("提醒", start, start + _LONGEST)
    minutes = minutes_of(text[start:close]) if close > start else None
    if minutes is None:
        return 0
    end = close + 2
    end += text.startswith("我", end)
    signs.add("remind", minutes)
    signs.span(at, end, "remind")
    return end


def _remind(signs: Signs, at: int) -> int:
    """``remind [me] 30m before``."""
    text = signs.text
    if at and text[at - 1].isalnum():
        return 0
    start = at + 6 + 3 * text.startswith(" me", at + 6)
    for tail in (" before", " ahead", " earlier", " in advance", " early"):
        close = text.find(tail, start, start + _LONGEST + 2)
        minutes = minutes_of(text[start:close].strip()) if close > start else None
        if minutes is not None and not text[close + len(tail) : close + len(tail) + 1].isalpha():
            signs.add("remind", minutes)
            signs.span(at, close + len(tail), "remind")
            return close + len(tail)
    return 0


def _if_off(signs: Signs, at: int) -> int:
    """``遇休提前``, ``遇节假日顺延``."""
    text = signs.text
    for kind in ("法定节假日", "节假日", "休息日", "假日", "节日", "周末", "休", "假", "节"):
        if text.startswith(kind, at + 1):
            end = at + 1 + len(kind)
            end += text.startswith("则", end)
            said = {"提前": "before", "顺延": "after"}.get(text[end : end + 2])
            if said is None:
                return 0
            start = at - (at > 0 and text[at - 1] == "如")
            signs.put("if_off", said)
            signs.span(start, end + 2, "recurrence")
            return end + 2
    return 0
