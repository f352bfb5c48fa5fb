"""One side of a Chinese range, or the whole of a plain phrase: a day, a part of the day and a time."""

from __future__ import annotations

from planner.capture.chinese.clock import clock, part
from planner.capture.chinese.days import aside, day, weekday_at
from planner.capture.chinese.numerals import number, starts_number
from planner.capture.chinese.periods import from_now, period
from planner.capture.reading import Clock, Day, Side
from planner.domain.moment import date, datetime, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.workdays import Calendar

__all__ = ["Reader"]

_OVER = ("过后", "之后", "以后", "后")
"""What stands behind a holiday that is over: 国庆后再议."""
_OTHER_WORDS = frozenset("续期勤台面果备方第")
_NEXT_WORKDAY = ("下一个工作日", "下个工作日", "下一工作日")


class Reader:
    """A folded line being read."""

    __slots__ = ("calendar", "now", "refused", "repeats", "rules_out", "text", "today", "unread")

    def __init__(self, text: str, now: datetime, calendar: Calendar | None) -> None:
        self.text = text
        self.now = now
        self.today: date = now.date()
        self.calendar = calendar
        self.refused = 0
        """Where a date that only describes what follows it ends: nothing inside it is read either."""
        self.unread = False
        """Whether a yearly rule was seen that no dates can say (每年春节前), so that only its next day is read."""
        self.repeats = "每" in text
        """Whether a recurrence may stand behind a period that bounds it (12月份每周三)."""
        self.rules_out = any(word in text for word in ("外", "不", "没"))
        """Whether a word may stand in the line that rules out the day before it (周三除外)."""

    def skip(self, at: int) -> int:
        """Pass over spaces."""
        while self.text[at : at + 1] == " ":
            at += 1
        return at

    def side(self, at: int, *, led: bool = False, loose: bool = False, said: str = "") -> Side | None:
        """A day, a part of the day and a time that stand together."""
        made, text = Side(at), self.text
        workday = next((w for w in _NEXT_WORKDAY if text.startswith(w, at)), "")
        if workday:
            made.day, made.end = Day(self.next_workday(), "said"), at + len(workday)
        relative = from_now(text, at, self.now, self.calendar) if text[at] not in "周星礼" else None
        if relative:
            made.day, made.clock, made.deadline, made.end = relative
            if made.clock is not None:
                return made
        else:
            found = None if workday else day(text, at, self.today, led=led) or period(text, at, self.today)
            if found:
                made.day, made.end = found
                self.beside_it(made)
        if relative and made.day is not None:
            self.weekday_then(made)
        here = made.end
        if made.day is not None:
            made.end = aside(text, made.end)
            here = self.after_day(made.end)
            more = here < len(text) and (
                text[here] in "(（周星礼今" or (made.day.kind == "weekday" and starts_number(text[here]))
            )
            again = day(text, here, self.today) if more else None
            if again and made.day.kind != "period" and (text[here] == "(" or _same_day(again[0], made.day)):
                made.end, here = again[1], self.after_day(again[1])
                if made.day.kind == "today" and again[0].kind != "weekday":
                    made.day = again[0] if again[0].first == made.day.first else made.day
        self.time_of(made, here, said=said, loose=loose)
        return made if made.end > at else None

    def next_workday(self) -> date:
        """The first working day after today."""
        if self.calendar is not None:
            return self.calendar.shift(self.today, 1)
        from planner.domain.workdays import CHINA

        return CHINA.shift(self.today, 1)

    def beside_it(self, made: Side) -> None:
        """国庆前一周, 3月20日前三天: counted from the day."""
        after = self.text[made.end : made.end + 2]
        if made.day is None or made.day.kind in {"period", "range", "today"} or not ("前" in after or "后" in after):
            return
        from planner.capture.chinese.beside import beside

        found = beside(self.text, made.day, made.end, self.calendar)
        if found:
            made.day, made.end = found
            return
        at = made.end + (self.text[made.end : made.end + 1] == "节")
        tail = next((word for word in _OVER if self.text.startswith(word, at)), "")
        if made.day.festival and tail and self.text[at + len(tail) : at + len(tail) + 1] not in _OTHER_WORDS:
            from planner.capture.after_holiday import after_holiday

            made.day, made.end = after_holiday(made.day, self.calendar), at + len(tail)

    def weekday_then(self, made: Side) -> None:
        """两周后的周五: the weekday of the week that was counted to."""
        at = made.end + (self.text[made.end : made.end + 1] == "的")
        if made.day is None or self.text[at : at + 1] not in {"周", "星", "礼"}:
            return
        found = weekday_at(self.text, at, self.today)
        if found and found[0].kind == "weekday":
            monday = made.day.first - timedelta(made.day.first.weekday())
            made.day, made.end = Day(monday + timedelta(found[0].first.weekday())), found[1]

    def after_day(self, at: int) -> int:
        """Pass over spaces, 的, commas and brackets that may stand between a day and its time."""
        text = self.text
        end = self.skip(at)
        if text[end : end + 1] == "的":
            end = self.skip(end + 1)
        elif text[end : end + 1] in {"(", "，", ","} and end > at - 1:
            inner = self.skip(end + 1)
            if inner < len(text) and (part(text, inner) or (starts_number(text[inner]) and clock(text, inner))):
                return inner
        return end

    def time_of(self, made: Side, at: int, *, said: str, loose: bool) -> None:
        """Add a part of the day and a time."""
        text = self.text
        if at >= len(text):
            return
        glued = made.day is not None and at == made.end
        found = part(text, at, after_day=glued)
        here = at
        if found:
            made.part, made.end = found
            here = self.skip(found[1])
            here += text[here : here + 1] in {"的", ","}
            here = self.skip(here)
            deeper = part(text, here) if here < len(text) and made.part in {"night", "late"} else None
            if deeper and deeper[0] in {"late", "small"}:
                made.part, made.end = deeper
                here = self.skip(deeper[1])
        if here < len(text):
            near = made.day is not None or bool(made.part) or loose
            time = clock(text, here, said=made.part or said, loose=near)
            if time is None and text[here] in "一二两三四五六七八九" and (made.part or made.day is not None):
                time = self.two_hours(made, here)
            if time:
                made.clock, made.end = time
                if text[made.end : made.end + 1] == ")" and text[at - 1 : at] == "(":
                    made.end += 1

    def two_hours(self, made: Side, at: int) -> tuple[Clock, int] | None:
        """下午七八点: between seven and eight."""
        second = clock(self.text[at + 1 : at + 12], 0, said=made.part)
        first = number(self.text[at : at + 1], 0)
        if second is None or first is None or self.text[at + 1] not in "二三四五六七八九":
            return None
        made.end_clock = second[0]
        start = Clock(first[0], sure=False)
        return (start.in_part(made.part) if made.part else start), second[1] + at + 1


def _same_day(again: Day, day: Day) -> bool:
    """Whether a weekday behind a date (12月1日星期二) names that day again, however far it is."""
    return again.first == day.first or (again.kind == "weekday" and again.first.weekday() == day.first.weekday())
