"""Chinese date phrases: the readings of a line.

    phrase   = [lead] side [range side] [tail] | recurrence
    side     = (day | period | from-now) [的] [part] [clock] | part [clock] | clock
    range    = 到 | 至 | "-" | "~" | 和 … 之间
    lead     = 在 | 于 | 从 | 自 | 截止 | 截至 | 最迟 | 最晚 | 不晚于 | 定于 | 大约
    tail     = 前 | 之前 | 以前 | 内 | 之内 | 以内 | 截止 | 为止 | 起 | 开始 | 以后 | 左右

Behind a range of days a time is that of each (周四至周五9:00-17:00); behind 从 … 到, or before 前 or 结束, it is
the end.

A phrase is looked for at each character that could begin one. A date with 的 behind it inside a sentence
(提交明天的纪要), or one that touches the name of a document (三月三日活动方案), only describes what follows and stays.
"""

from __future__ import annotations

from planner.capture.chinese.approximate import approximate
from planner.capture.chinese.documents import about_end, document_follows, paper_touches
from planner.capture.chinese.excluded import FIRST as RULING_OUT
from planner.capture.chinese.excluded import excluded, moved_from
from planner.capture.chinese.numerals import numeral_end
from planner.capture.chinese.ranges import COUNTED, plain, ranged
from planner.capture.chinese.refuse import idiom
from planner.capture.chinese.side import Reader
from planner.capture.reading import Day, Reading, Side

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import datetime
    from planner.domain.workdays import Calendar

__all__ = ["readings"]

_STARTS = frozenset(
    "今明后大本即当次第翌下这上周星礼月年季元情妇三植消国愚清世劳五青护儿六母父建七八教十万记光双感冬平圣复跨春农龙端中重腊小除正九阴子单"
    "一二四两百廿凌拂黎早晌午傍黄晚夜深半未再过最几来约差零〇0123456789首壹每逢隔完办工天昨前去每"
    "立雨惊谷芒夏处白秋寒霜非不别避错距离关"
)
_LEADS = (
    *(
        "截止时间为",
        "截止时间",
        "截止日期",
        "不晚于",
        "不迟于",
        "截止到",
        "截至到",
        "截止至",
        "截止",
        "截至",
        "最迟于",
        "最晚于",
        "最迟",
        "最晚",
    ),
    *(
        "定于",
        "拟于",
        "务必于",
        "须于",
        "需于",
        "应于",
        "请于",
        "大约",
        "大概",
        "预计",
        "在",
        "于",
        "从",
        "自",
        "约",
        "到",
        "待",
        "至",
    ),
)
_DEADLINES = frozenset(
    (
        "不晚于",
        "不迟于",
        "截止到",
        "截至到",
        "截止至",
        "截止",
        "截至",
        "最迟于",
        "最晚于",
        "最迟",
        "最晚",
        "截止时间",
        "截止日期",
        "截止时间为",
    )
)
_KEEP_LEAD = {"请于": 1, "到": 0}
_TAILS = ("之前", "以前", "为止", "截止", "之内", "以内", "前", "内", "止")
_SINCE = ("期间", "开始", "起", "以后", "之后", "过后", "左右", "前后", "当天", "当日", "全天", "一整天", "整天", "后")
_LABELS = ("会议时间", "开会时间", "活动时间", "时间", "日期")
_HALF_YEAR = 183
_MOVING = frozenset("改调挪换延移拖")
_WHOLE = ("推延", "顺延", "拖延", "更改", "转移")
"""Verbs of moving to another day: of one character, and such as end like them but stand without 到."""
_MORE: dict[str, str] = {
    "前": "期后往来进锋哨台辈者瞻沿线置言列景夕面任途身段",
    "内": "容部外心科地在含勤存",
    "止": "痛损血步水咳",
    "后": "续期勤台面果来备补天方悔怕世人代院门",
    "起": "草来床诉点色初步码因重立名",
}
"""Characters that make another word of a tail (前期, 内容, 起草)."""


def readings(text: str, now: datetime, calendar: Calendar | None) -> list[Reading]:
    """Every phrase of a folded line, in order."""
    reader = Reader(text, now, calendar)
    found: list[Reading] = []
    at, size, floor = 0, len(text), 0
    while at < size:
        if text[at] not in _STARTS:
            at += 1
            continue
        end = idiom(text, at)
        if end:
            at = _past_time(reader, end) if text[at] in "昨前上" else end
            continue
        end = approximate(text, at) or (about_end(text, at) if text[at] == "关" else 0)
        if end:
            at = end
            continue
        reader.refused = 0
        reading = _phrase(reader, at, floor)
        if reading is None:
            at = max(_past_number(text, at), reader.refused)
            continue
        found.append(reading)
        at = floor = reading.end
    if reader.unread and found:
        found[0].remarks = (*found[0].remarks, "unread")
    return found


def _past_time(reader: Reader, at: int) -> int:
    """Pass over the time of a day that is past: 昨天下午的会 names no due time."""
    made = Side(at)
    reader.time_of(made, at, said="", loose=True)
    return max(made.end, at)


def _past_number(text: str, at: int) -> int:
    """The next place to look: past the whole of a number, so that its tail is not read as one."""
    return max(numeral_end(text, at), at + 1)


def _phrase(reader: Reader, at: int, floor: int) -> Reading | None:
    """The phrase that begins at a place."""
    text = reader.text
    if text[at] in "每逢隔完办工周星天双单除" or (text[at : at + 1] == "一" and text.startswith("一周", at)):
        from planner.capture.chinese.recurrence import recurrence

        repeated = recurrence(reader, at)
        if repeated is not None:
            return _placed(reader, repeated, at, floor)
    if reader.repeats and text[at] != "每":
        from planner.capture.chinese.within import within

        bounded = within(reader, at)
        if bounded is not None:
            return _placed(reader, bounded, at, floor)
    if text[at] in RULING_OUT or reader.rules_out:
        reader.refused = max(excluded(reader, at), reader.refused)
        if reader.refused > at:
            return None
    lead = _lead(text, at, floor)
    left = reader.side(at, led=bool(lead) and lead not in {"到", "至", "约", "大约"})
    if left is None:
        return None
    reading = ranged(reader, left, led=lead in {"从", "自"}) or plain(left)
    if reading.clock is None and (
        (reading.end_clock is None and _describes(text, at, floor, reading))
        or _one_of_several(text, reading)
        or moved_from(text, reading.end)
        or _told_since(reader, lead, reading)
        or _past_paper(reader, reading)
    ):
        reader.refused = reading.end
        return None
    _tail(reader, reading)
    _weekly_hours(reader, reading)
    if reading.rule is None and (reading.clock is not None or reading.day is not None):
        from_here = _repeats_after(reader, reading)
        if from_here is not None:
            reading = from_here
    reading.deadline = reading.deadline or lead in _DEADLINES
    return _placed(reader, reading, at, floor)


def _weekly_hours(reader: Reader, reading: Reading) -> None:
    """周一至周五的上午10:15: a time on each day of a range of weekdays recurs when 的 joins it to them."""
    day_, last, time = reading.day, reading.end_day, reading.clock
    if day_ is None or last is None or time is None or day_.kind != "weekday" or last.kind != "weekday":
        return
    of = reader.text.find("的", reading.start, reading.end)
    if of < 0 or reader.text[of - 1] not in "一二三四五六日天":
        return
    from planner.capture.rule import weekly

    reading.rule = weekly(day_.first.weekday(), last.first.weekday())
    reading.day = reading.end_day = None
    reading.remarks = ("two_readings",)


def _repeats_after(reader: Reader, reading: Reading) -> Reading | None:
    """周一到周五每天…, 9点起每天…: a recurrence that follows."""
    at = reader.skip(reading.end)
    if reader.text[at : at + 1] not in {"每", "的"}:
        return None
    from planner.capture.chinese.recurrence import joined

    return joined(reader, reading, at)


def _lead(text: str, at: int, floor: int) -> str:
    """The word before a place that introduces a date."""
    stop = at
    while stop > floor and text[stop - 1] in " ::":
        stop -= 1
    return next((word for word in _LEADS if text.endswith(word, floor, stop)), "")


def _describes(text: str, at: int, floor: int, reading: Reading) -> bool:
    """Whether a date only describes what follows it."""
    end = reading.end
    if not _figures(text, at, end):
        kind = reading.day.kind if reading.day is not None and reading.end_day is None else "period"
        if document_follows(text, end, kind=kind, holiday=kind == "day" and _is_holiday(text, at, end)):
            return True
    if text[end : end + 1] != "的" or reading.day is None or reading.end_day is not None:
        return False
    before = text[floor:at].rstrip(" ")
    return bool(before) and before[-1] not in "，,。；;：:、在于从" and not text.startswith("的话", end)


def _one_of_several(text: str, reading: Reading) -> bool:
    """周二四, 周一三五: weekdays that do not follow one another, with 周 said once; which of them is not known."""
    end = reading.end
    if reading.day is None or reading.day.kind not in {"weekday", "said"} or reading.end_day is not None:
        return False
    if text[end - 1 : end] not in "一二三四五六" or text[end - 2 : end - 1] not in {"周", "期", "拜"}:
        return False
    return text[end : end + 1] in {"二", "三", "四", "五", "六", "日"} and text[end + 1 : end + 2] not in COUNTED


def _told_since(reader: Reader, lead: str, reading: Reading) -> bool:
    """自11月1日以来, 截至11月20日: a day of the year that is past here, and not the one a year from now."""
    day_ = reading.day
    if lead not in {"自", "截至", "截至到"} or day_ is None or day_.kind != "yearday" or reading.end_day is not None:
        return False
    return (day_.first - reader.today).days > _HALF_YEAR


def _past_paper(reader: Reader, reading: Reading) -> bool:
    """11月20日会议纪要印发, 10月28日通知归档: a day that has passed here names the paper that touches it."""
    day_ = reading.day
    if day_ is None or day_.kind != "yearday" or (day_.first - reader.today).days <= _HALF_YEAR:
        return False
    return reading.end_day is None and paper_touches(reader.text, reading.end)


def _is_holiday(text: str, at: int, end: int) -> bool:
    """Whether a day is a holiday by its name, which its activities belong to."""
    from planner.domain.festivals import CHINESE

    return text[at:end] in CHINESE or text[at:end].removesuffix("节") in CHINESE


def _figures(text: str, at: int, end: int) -> bool:
    """Whether a date is a whole one in figures (20261127), which names no document."""
    return end - at >= 8 and text[at:end].isascii()


def _tail(reader: Reader, reading: Reading) -> None:
    """Words behind a phrase that belong to it: 前, 之前, 以内, 起, 以后."""
    text = reader.text
    at = reading.end
    at = reader.skip(at) if text[reader.skip(at) :].startswith(_TAILS) else at
    for word in _TAILS:
        if text.startswith(word, at) and not _other_word(text, at + len(word)):
            reading.end = at + len(word)
            reading.deadline = True
            if (
                reading.end_day is None
                and reading.day is not None
                and reading.day.kind == "range"
                and reading.day.last
                and reading.clock is None
            ):
                reading.day = Day(reading.day.last)
            return
    for word in _SINCE:
        if text.startswith(word, at) and not _other_word(text, at + len(word)):
            reading.end = at + len(word)
            return


def _other_word(text: str, end: int) -> bool:
    """Whether the tail that ends here is the beginning of another word."""
    after = text[end : end + 1]
    return bool(after) and after in _MORE.get(text[end - 1], "") and not text.startswith(("在", "地"), end)


def _placed(reader: Reader, reading: Reading, at: int, floor: int) -> Reading:
    """Put a reading in its place, with the words before it that introduce it and the 的 behind it."""
    text, start = reader.text, at
    for turn in range(2):
        word = _lead(text, start, floor)
        if not word or (turn and word in {"约", "到", "待", "至"}):
            break
        stop = start
        while stop > floor and text[stop - 1] in " ::":
            stop -= 1
        begin = stop - len(word)
        if word in {"约", "到", "待", "至", "自", "于"} and begin > floor and _inside_word(text, begin, word):
            break
        start = begin + _KEEP_LEAD.get(word, 0)
        if _KEEP_LEAD.get(word):
            break
    reading.start = _label(text, start, reading.end, floor)
    if text[reading.end : reading.end + 1] == "的" and text[reading.end + 1 : reading.end + 2].strip():
        reading.end += 1
    return reading


def _label(text: str, at: int, end: int, floor: int) -> int:
    """Where 时间： before a date begins, at the start of a clause with more to say; else the date's own place."""
    if text[at - 1 : at] != ":" or not text[end:].strip(" ,;。\0"):
        return at
    for word in _LABELS:
        start = at - 1 - len(word)
        if text.endswith(word, floor, at - 1) and (start == 0 or text[start - 1] in " ,;。(【\0"):
            return start
    return at


def _inside_word(text: str, at: int, word: str) -> bool:
    """Whether a short lead ends another word (预约, 来自, 直到, 期待), or a verb of moving of one character (改到).

    培训推迟到周五 is 培训推迟, since the verb is whole without 到; 会议改到周五 is 会议改到, since 会议改 is not.
    """
    before = text[at - 1]
    if word in {"到", "至"} and before in _MOVING:
        return text[max(at - 2, 0) : at] not in _WHOLE
    pairs = {
        "约": "预邀签条合公节大",
        "到": "直收得达报遇看找接签",
        "待": "期接等招对",
        "至": "甚直以乃",
        "自": "来亲各独",
        "于": "关由对属等终基位处低高大小",
    }
    return before in pairs.get(word, "")
