"""Recurrence: the days that an RFC 5545 rule names, and the one occurrence that comes after another.

One occurrence lives at a time. Its day by the rule is its *anchor*; its due day may differ, when the anchor falls on a
day off and the rule says to move, or when this one occurrence was put off: neither moves the series.

``dateutil`` walks a rule from its beginning: a daily rule begun five years ago takes 1,800 steps to this week. The
beginning is brought forward by whole periods first, which leaves the days the same; a rule with COUNT is not,
since it must be counted. ``rrulestr`` is not used: with UNTIL it imports the date parser (25 ms).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.domain.moment import date, datetime, day_of, timedelta
from planner.domain.moving import worked_day
from planner.domain.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.domain.matter import Matter
    from planner.domain.moment import Moment
    from planner.domain.workdays import Calendar

__all__ = ["BadRuleError", "Occurrence", "coming", "following", "occurrences", "parse_rule"]

_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = frozenset(range(5))
_NUMBERS = {
    "BYMONTH": "bymonth",
    "BYMONTHDAY": "bymonthday",
    "BYYEARDAY": "byyearday",
    "BYWEEKNO": "byweekno",
    "BYSETPOS": "bysetpos",
    "BYHOUR": "byhour",
    "BYMINUTE": "byminute",
    "BYSECOND": "bysecond",
}
_MARGIN = 2
"""Periods kept before the day asked for, so that a rule with BYSETPOS or week numbers sees its whole period."""
_FARTHEST_MOVED = timedelta(15)
"""Days by which a rule for days off may move an occurrence: longer than any holiday."""
_LONGEST = 5_000
"""Occurrences looked at before a rule counts as ended; its days may all be left out."""


class BadRuleError(ValueError):
    """A recur value that RFC 5545 does not allow. ``text`` is the value."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class Occurrence(Record):
    """One occurrence: its day by the rule, its due moment, and the rule that is left for those after it."""

    anchor: date
    due: Moment
    rrule: str


def parse_rule(text: str) -> dict[str, Any]:
    """The keywords of ``dateutil.rrule.rrule`` that a recur value means. Raises ``BadRuleError``."""
    from dateutil import rrule

    found: dict[str, Any] = {}
    try:
        for part in text.upper().split(";"):
            name, _, value = part.partition("=")
            if name == "FREQ":
                found["freq"] = _FREQUENCIES.index(value)
            elif name in ("INTERVAL", "COUNT"):
                found[name.lower()] = int(value)
                if found[name.lower()] < 1:
                    raise BadRuleError(text)
            elif name == "UNTIL":
                found["until"] = _until(value)
            elif name == "WKST":
                found["wkst"] = _WEEKDAYS.index(value)
            elif name == "BYDAY":
                found["byweekday"] = [
                    getattr(rrule, one[-2:])(int(one[:-2])) if one[:-2] else getattr(rrule, one[-2:])
                    for one in value.split(",")
                ]
            else:
                found[_NUMBERS[name]] = [int(number) for number in value.split(",")]
    except (KeyError, ValueError, AttributeError):
        raise BadRuleError(text) from None
    if "freq" not in found:
        raise BadRuleError(text)
    return found


def occurrences(
    text: str, begun: Moment, first: date, last: date, exdates: tuple[date, ...] = ()
) -> tuple[datetime, ...]:
    """The occurrences between two days, ends included, of a rule begun at ``begun``. Raises ``BadRuleError``."""
    found = []
    for moment in _walk(text, begun, first):
        if moment.date() > last:
            break
        if moment.date() >= first and moment.date() not in exdates:
            found.append(moment)
    return tuple(found)


def following(matter: Matter, at: datetime, calendar: Calendar) -> Occurrence | None:
    """The occurrence to live after this one, which was finished at ``at``; ``None`` when the series has ended.

    From completion, the rule begins anew on that day. Otherwise it is the first day of the rule after this one's anchor
    that has not passed, so that missed ones do not pile up; with ``catch_up`` it is the very next. Raises
    ``BadRuleError``.
    """
    if matter.rrule is None:
        return None
    if matter.from_completion:
        return _from_completion(matter, at, calendar)
    begun = _begun(matter, at.date())
    if _is_every_workday(matter.rrule) and "COUNT=" not in matter.rrule.upper():
        first = day_of(begun) if matter.catch_up else max(day_of(begun), at.date() - timedelta(days=1))
        day = next(_workdays(matter, first, calendar), None)
        return None if day is None else Occurrence(anchor=day, due=_on(day, begun), rrule=matter.rrule)
    several = "BYHOUR=" in matter.rrule.upper()
    start = begun if isinstance(begun, datetime) else datetime(begun.year, begun.month, begun.day)
    for passed, moment in enumerate(_walk(matter.rrule, begun, day_of(begun))):
        if passed > _LONGEST:
            return None
        day = moment.date()
        if moment <= start or day in matter.exdates:
            continue
        due = _moved(day, matter, calendar)
        if not matter.catch_up and (due < at.date() or (several and moment < at)):
            continue
        timed = moment if isinstance(begun, datetime) else begun
        return Occurrence(anchor=day, due=_on(due, timed), rrule=_left(matter.rrule, passed))
    return None


def _begun(matter: Matter, today: date) -> Moment:
    """Where the walk of a rule begins: at the living occurrence's day by the rule, with its time."""
    if matter.due is None:
        return matter.anchor or today
    return matter.due if matter.anchor is None else _on(matter.anchor, matter.due)


def _workdays(matter: Matter, after: date, calendar: Calendar) -> Iterator[date]:
    """The days of 每个工作日 after a day: those that the office works, make-up days of weekends too, until its end."""
    until = parse_rule(matter.rrule or "").get("until")
    day = after
    for _ in range(_LONGEST):
        day = day + timedelta(days=1)
        if until is not None and day > until.date():
            return
        if calendar.is_working(day) and day not in matter.exdates:
            yield day


def coming(matter: Matter, first: date, last: date, calendar: Calendar) -> tuple[Moment, ...]:
    """When the occurrences after the living one would be due, between two days, ends included.

    None for a matter that repeats from completion, since nobody knows when that will be. Raises ``BadRuleError``.
    """
    if matter.rrule is None or matter.from_completion or matter.due is None:
        return ()
    begun = _begun(matter, first)
    found: list[Moment] = []
    if _is_every_workday(matter.rrule) and "COUNT=" not in matter.rrule.upper():
        for day in _workdays(matter, max(day_of(begun), first - timedelta(days=1)), calendar):
            if day > last:
                break
            found.append(_on(day, matter.due))
        return tuple(found)
    start = begun if isinstance(begun, datetime) else datetime(begun.year, begun.month, begun.day)
    for looked, moment in enumerate(_walk(matter.rrule, begun, first - _FARTHEST_MOVED)):
        day = moment.date()
        if looked > _LONGEST or day > last + _FARTHEST_MOVED:
            break
        if moment <= start or day in matter.exdates:
            continue
        due = _moved(day, matter, calendar)
        if first <= due <= last:
            found.append(_on(due, moment if isinstance(matter.due, datetime) else matter.due))
    return tuple(found)


def _from_completion(matter: Matter, at: datetime, calendar: Calendar) -> Occurrence | None:
    """The occurrence that lies one period after the completion."""
    rule = matter.rrule or ""
    begun = at.date()
    for passed, moment in enumerate(_walk(rule, begun, begun)):
        if moment.date() > begun and moment.date() not in matter.exdates:
            due = _moved(moment.date(), matter, calendar)
            return Occurrence(anchor=moment.date(), due=_on(due, matter.due or due), rrule=_left(rule, max(1, passed)))
        if passed > _LONGEST:
            return None
    return None


def _walk(text: str, begun: Moment, first: date) -> Iterator[datetime]:
    """The rule's moments in order, from a beginning brought forward towards ``first``."""
    from dateutil.rrule import rrule

    keywords = parse_rule(text)
    start = begun if isinstance(begun, datetime) else datetime(begun.year, begun.month, begun.day)
    if "count" not in keywords:
        start = _brought_forward(keywords, start, first)
    return iter(rrule(dtstart=start, **keywords))


def _brought_forward(keywords: dict[str, Any], start: datetime, first: date) -> datetime:
    """A later beginning with the same days from ``first`` on; fills in what the rule takes from its beginning."""
    name = _FREQUENCIES[keywords["freq"]]
    interval = keywords.get("interval", 1)
    gap = (first - start.date()).days
    if gap <= 0:
        return start
    if name == "DAILY":
        return start + timedelta(days=max(0, gap // interval - _MARGIN) * interval)
    if name == "WEEKLY":
        if "byweekday" not in keywords:
            keywords["byweekday"] = [start.weekday()]
        return start + timedelta(weeks=max(0, gap // 7 // interval - _MARGIN) * interval)
    if name not in ("MONTHLY", "YEARLY"):
        return start
    days_named = any(key in keywords for key in ("byweekday", "bymonthday", "byyearday", "byweekno"))
    months = interval if name == "MONTHLY" else interval * 12
    skipped = max(0, ((first.year - start.year) * 12 + first.month - start.month) // months - _MARGIN) * months
    if not skipped:
        return start
    if not days_named:
        keywords["bymonthday"] = [start.day]
        if name == "YEARLY" and "bymonth" not in keywords:
            keywords["bymonth"] = [start.month]
    if name == "YEARLY" and "bymonthday" in keywords and "bymonth" not in keywords and days_named:
        return start
    month = start.month - 1 + skipped
    return start.replace(year=start.year + month // 12, month=month % 12 + 1, day=1)


def _is_every_workday(text: str) -> bool:
    """Whether a rule is 'every working day' 每个工作日: the calendar says which days those are."""
    keywords = parse_rule(text)
    days = keywords.get("byweekday", ())
    return (
        _FREQUENCIES[keywords["freq"]] in ("WEEKLY", "DAILY")
        and keywords.get("interval", 1) == 1
        and "bysetpos" not in keywords
        and frozenset(getattr(day, "weekday", day) for day in days) == _WORKDAYS
    )


def _moved(day: date, matter: Matter, calendar: Calendar) -> date:
    """The day on which an occurrence is due: moved off a day off when the matter says so."""
    return worked_day(day, matter.if_off, calendar)


def _on(day: date, like: Moment) -> Moment:
    """A day, at the time of another moment when that has one."""
    return datetime.combine(day, like.time()) if isinstance(like, datetime) else day


def _left(text: str, passed: int) -> str:
    """The rule with as many occurrences fewer in its COUNT as have passed."""
    parts = text.split(";")
    for place, part in enumerate(parts):
        if part.upper().startswith("COUNT="):
            parts[place] = f"COUNT={int(part[6:]) - passed}"
    return ";".join(parts)


def _until(value: str) -> datetime:
    """The last moment of a rule; a day without a time holds to its end."""
    day = datetime(int(value[:4]), int(value[4:6]), int(value[6:8]), 23, 59, 59)
    if "T" not in value:
        return day
    clock = value.partition("T")[2].rstrip("Z")
    return day.replace(hour=int(clock[:2]), minute=int(clock[2:4]), second=int(clock[4:6] or 0))
