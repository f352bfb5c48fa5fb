"""A recurrence in words: ``FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`` is ``every 2 weeks on Mon``, ``每两周周一``.

What this module has no words for is shown as the rule itself, never half said.
"""

from __future__ import annotations

from planner.domain.moment import date
from planner.wording import Voice, voice_of
from planner.wording.dates import day_heading, month, weekday

TYPE_CHECKING = False
if TYPE_CHECKING:
    from planner.domain.moment import datetime

__all__ = ["recurrence"]

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = frozenset(_DAYS[:5])
_QUARTER_ENDS = ("3", "6", "9", "12")
_KNOWN = frozenset(("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL", "WKST"))
_MONDAY = date(2024, 1, 1)


def recurrence(
    rrule: str, now: datetime, lang: str, *, from_completion: bool = False, if_off: str | None = None
) -> str:
    """The words of an RFC 5545 recur value (without ``RRULE:``).

    ``from_completion``: the interval runs from the day on which it was done. ``if_off``: where it goes on a day off.
    """
    voice = voice_of(lang)
    rule = dict(part.partition("=")[::2] for part in rrule.split(";"))
    text = (_after(rule, voice) if from_completion else _every(rule, lang)) if _KNOWN.issuperset(rule) else None
    if text is None:
        text = voice.t("by the rule {rule}", rule=rrule)
    elif "COUNT" in rule:
        text = voice.n("{every}, once", "{every}, {count} times", int(rule["COUNT"]), every=text)
    elif "UNTIL" in rule:
        until = rule["UNTIL"]
        last = date(int(until[:4]), int(until[4:6]), int(until[6:8]))
        text = voice.t("{every} until {day}", every=text, day=day_heading(last, now, lang))
    if if_off == "before":
        return voice.t("{every}, before a day off", every=text)
    if if_off == "after":
        return voice.t("{every}, after a day off", every=text)
    return text


def _counted(voice: Voice, count: int) -> str:
    """The number as it stands before a measure of time; Chinese says 两 for 2."""
    return voice.p("interval", "2") if count == 2 else str(count)


def _each_day(voice: Voice, count: int) -> str:
    """``every day``, ``every 3 days``."""
    if count == 1:
        return voice.t("every day")
    return voice.n("every {number} day", "every {number} days", count, number=_counted(voice, count))


def _each_week(voice: Voice, count: int) -> str:
    """``every week``, ``every 2 weeks``."""
    if count == 1:
        return voice.t("every week")
    return voice.n("every {number} week", "every {number} weeks", count, number=_counted(voice, count))


def _each_month(voice: Voice, count: int) -> str:
    """``every month``, ``every 3 months``."""
    if count == 1:
        return voice.t("every month")
    return voice.n("every {number} month", "every {number} months", count, number=_counted(voice, count))


def _each_year(voice: Voice, count: int) -> str:
    """``every year``, ``every 2 years``."""
    if count == 1:
        return voice.t("every year")
    return voice.n("every {number} year", "every {number} years", count, number=_counted(voice, count))


def _after(rule: dict[str, str], voice: Voice) -> str | None:
    """An interval that runs from completion; ``None`` when the rule is more than an interval."""
    if not rule.keys() <= {"FREQ", "INTERVAL", "COUNT", "UNTIL"}:
        return None
    count = int(rule.get("INTERVAL", 1))
    number = _counted(voice, count)
    if rule["FREQ"] == "DAILY":
        return voice.n("{number} day after it is done", "{number} days after it is done", count, number=number)
    if rule["FREQ"] == "WEEKLY":
        return voice.n("{number} week after it is done", "{number} weeks after it is done", count, number=number)
    if rule["FREQ"] == "MONTHLY":
        return voice.n("{number} month after it is done", "{number} months after it is done", count, number=number)
    if rule["FREQ"] == "YEARLY":
        return voice.n("{number} year after it is done", "{number} years after it is done", count, number=number)
    return None


def _every(rule: dict[str, str], lang: str) -> str | None:
    """The words of a rule's repetition, without its end; ``None`` when there are none."""
    frequency = rule["FREQ"]
    if frequency == "DAILY":
        return _daily(rule, lang)
    if frequency == "WEEKLY":
        return _weekly(rule, lang)
    if frequency == "MONTHLY" and "BYMONTH" not in rule:
        return _monthly(rule, lang)
    if frequency in ("MONTHLY", "YEARLY"):
        return _yearly(rule, lang)
    return None


def _daily(rule: dict[str, str], lang: str) -> str | None:
    """Every so many days; with the days of the week it is a weekly rule in disguise."""
    if any(part in rule for part in ("BYMONTHDAY", "BYMONTH", "BYSETPOS")):
        return None
    voice = voice_of(lang)
    count = int(rule.get("INTERVAL", 1))
    if "BYDAY" in rule:
        return _weekly(rule, lang) if count == 1 else None
    return _each_day(voice, count)


def _weekly(rule: dict[str, str], lang: str) -> str | None:
    """Every so many weeks, on such days."""
    if any(part in rule for part in ("BYMONTHDAY", "BYMONTH", "BYSETPOS")):
        return None
    voice = voice_of(lang)
    count = int(rule.get("INTERVAL", 1))
    every = _each_week(voice, count)
    if "BYDAY" not in rule:
        return every
    days = _days(rule["BYDAY"], lang)
    if days is None:
        return None
    if count > 1:
        return voice.p("weeks", "{every} on {days}", every=every, days=days)
    if frozenset(rule["BYDAY"].split(",")) == _WORKDAYS:
        return voice.t("every workday, Mon to Fri")
    return voice.p("weeks", "every {days}", days=days)


def _monthly(rule: dict[str, str], lang: str) -> str | None:
    """Every so many months, on such a day."""
    voice = voice_of(lang)
    count = int(rule.get("INTERVAL", 1))
    every = _each_month(voice, count)
    return _within(rule, every, lang)


def _yearly(rule: dict[str, str], lang: str) -> str | None:
    """Every so many years, in such months, on such a day; the ends of quarters have a word of their own."""
    voice = voice_of(lang)
    count = int(rule.get("INTERVAL", 1))
    months = tuple(rule["BYMONTH"].split(",")) if "BYMONTH" in rule else ()
    if rule["FREQ"] == "MONTHLY" and count != 1:
        return None
    if months == _QUARTER_ENDS and count == 1:
        if rule.get("BYMONTHDAY") == "-1" and "BYDAY" not in rule and "BYSETPOS" not in rule:
            return voice.t("at the end of every quarter")
        return _within(rule, voice.t("every quarter's last month"), lang)
    if len(months) == 1 and count == 1 and rule.get("BYMONTHDAY", "").isdecimal() and "BYDAY" not in rule:
        return voice.t("every year on {day} {month}", day=rule["BYMONTHDAY"], month=month(int(months[0]), lang))
    every = _each_year(voice, count)
    if months:
        names = voice.p("enumeration", ", ").join(month(int(number), lang) for number in months)
        every = voice.p("months", "{every} in {months}", every=every, months=names)
    return _within(rule, every, lang)


def _within(rule: dict[str, str], every: str, lang: str) -> str | None:
    """The day inside a month, put behind ``every``."""
    voice = voice_of(lang)
    if "BYMONTHDAY" in rule and ("BYDAY" in rule or "BYSETPOS" in rule):
        return None
    if "BYMONTHDAY" in rule:
        separator = voice.p("enumeration", ", ")
        days = separator.join(_month_day(int(number), voice) for number in rule["BYMONTHDAY"].split(","))
    elif "BYDAY" in rule:
        found = _placed_days(rule["BYDAY"], rule.get("BYSETPOS"), lang)
        if found is None:
            return None
        days = found
    elif "BYSETPOS" in rule:
        return None
    else:
        return every
    return voice.p("months", "{every} on {days}", every=every, days=days)


def _month_day(number: int, voice: Voice) -> str:
    """A day of the month, from its beginning or, below zero, from its end."""
    if number == -1:
        return voice.t("the last day")
    if number < 0:
        return voice.t("day {count} from the end", count=-number)
    return voice.t("day {count}", count=number)


def _placed_days(days: str, place: str | None, lang: str) -> str | None:
    """``2MO``, ``2TU,4TU``, ``MO`` with a place, or the first or last workday: the words of places in a month."""
    voice = voice_of(lang)
    if place is None:
        return _several_days(days.split(","), voice)
    if "," in place:
        return None
    if frozenset(days.split(",")) == _WORKDAYS:
        name = voice.t("workday")
    elif days in _DAYS:
        name = _named(days, lang)
    else:
        return None
    return _nth(int(place), name, voice)


def _several_days(codes: list[str], voice: Voice) -> str | None:
    """Weekdays that each carry a place: ``the second Tue, the fourth Tue``; ``None`` when one has no words."""
    words = []
    for code in codes:
        place, day = code[:-2], code[-2:]
        said = _nth(int(place), _named(day, voice.language), voice) if place and day in _DAYS else None
        if said is None:
            return None
        words.append(said)
    return voice.p("enumeration", ", ").join(words)


def _named(code: str, lang: str) -> str:
    """The name of a day of the week by its code, ``MO`` to ``SU``."""
    return weekday(date(_MONDAY.year, _MONDAY.month, _MONDAY.day + _DAYS.index(code)), lang)


def _nth(place: int, name: str, voice: Voice) -> str | None:
    """``the second Mon``; ``None`` for a place that has no word."""
    if place == 1:
        return voice.t("the first {day}", day=name)
    if place == 2:
        return voice.t("the second {day}", day=name)
    if place == 3:
        return voice.t("the third {day}", day=name)
    if place == 4:
        return voice.t("the fourth {day}", day=name)
    if place == -1:
        return voice.t("the last {day}", day=name)
    if place == -2:
        return voice.t("the last {day} but one", day=name)
    return None


def _days(listed: str, lang: str) -> str | None:
    """Names of the days of the week that a rule lists; ``None`` when one carries a place."""
    names = []
    for code in listed.split(","):
        if code not in _DAYS:
            return None
        names.append(_named(code, lang))
    return voice_of(lang).p("enumeration", ", ").join(names)
