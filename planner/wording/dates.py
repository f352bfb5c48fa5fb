"""How a day or a time is said: by itself, by its distance in calendar and working days, and shortly for a list.

One way of counting everywhere: today is not counted, the due day is. A distance that reaches into a year whose days off
are not known says so instead of guessing. The year is shown when it is not the current one.

Every function takes ``now``, the office's wall clock, and the code of the language; those that count working days take
the ``Calendar`` that knows them.
"""

from __future__ import annotations

from planner.domain.moment import datetime, day_of
from planner.wording import later_p, voice_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.domain.moment import Moment, date
    from planner.domain.workdays import Calendar

__all__ = [
    "clock",
    "day_heading",
    "distance",
    "left",
    "month",
    "on",
    "said",
    "short",
    "short_times",
    "stamp",
    "week_heading",
    "weekday",
]

_WEEKDAYS = (
    later_p("weekday", "Mon"),
    later_p("weekday", "Tue"),
    later_p("weekday", "Wed"),
    later_p("weekday", "Thu"),
    later_p("weekday", "Fri"),
    later_p("weekday", "Sat"),
    later_p("weekday", "Sun"),
)
_MONTHS = (
    later_p("month", "Jan"),
    later_p("month", "Feb"),
    later_p("month", "Mar"),
    later_p("month", "Apr"),
    later_p("month", "May"),
    later_p("month", "Jun"),
    later_p("month", "Jul"),
    later_p("month", "Aug"),
    later_p("month", "Sep"),
    later_p("month", "Oct"),
    later_p("month", "Nov"),
    later_p("month", "Dec"),
)
_SHORT_MONTHS = (
    later_p("month in a short date", "Jan"),
    later_p("month in a short date", "Feb"),
    later_p("month in a short date", "Mar"),
    later_p("month in a short date", "Apr"),
    later_p("month in a short date", "May"),
    later_p("month in a short date", "Jun"),
    later_p("month in a short date", "Jul"),
    later_p("month in a short date", "Aug"),
    later_p("month in a short date", "Sep"),
    later_p("month in a short date", "Oct"),
    later_p("month in a short date", "Nov"),
    later_p("month in a short date", "Dec"),
)
_WEEK = 7
_HOUR = 60
_TIMES = 3
"""Times of one thing that a list has room for."""


def clock(moment: datetime) -> str:
    """The time of day, ``14:30``: the same in every language."""
    return f"{moment.hour:02}:{moment.minute:02}"


def weekday(day: Moment, lang: str) -> str:
    """``Mon``, ``周一``."""
    return voice_of(lang).p("weekday", _WEEKDAYS[day.weekday()])


def month(number: int, lang: str) -> str:
    """``Nov``, ``11月``, for a month from 1 to 12."""
    return voice_of(lang).p("month", _MONTHS[number - 1])


def day_heading(day: Moment, now: datetime, lang: str) -> str:
    """A day with its weekday: ``Mon 21 Sep``, ``9月21日 周一``; with the year when it is another one."""
    voice = voice_of(lang)
    if day.year == now.year:
        return voice.t("{weekday} {day} {month}", weekday=weekday(day, lang), day=day.day, month=month(day.month, lang))
    return voice.t(
        "{weekday} {day} {month} {year}",
        weekday=weekday(day, lang),
        day=day.day,
        month=month(day.month, lang),
        year=day.year,
    )


def week_heading(first: date, last: date, now: datetime, lang: str) -> str:
    """A stretch of days as a heading: ``21 Sep to 27 Sep``, ``9月21日至9月27日``; years when not the current one."""
    return voice_of(lang).t("{first} to {last}", first=on(first, now, lang), last=on(last, now, lang))


def on(day: Moment, now: datetime, lang: str) -> str:
    """A day without its weekday: ``21 Sep``, ``9月21日``; with the year when it is another one."""
    voice = voice_of(lang)
    if day.year == now.year:
        return voice.t("{day} {month}", day=day.day, month=month(day.month, lang))
    return voice.t("{day} {month} {year}", day=day.day, month=month(day.month, lang), year=day.year)


def stamp(moment: Moment, now: datetime, lang: str, end: Moment | None = None) -> str:
    """A moment, or a range of them, without its distance: ``Fri 27 Nov 17:00``, ``11月27日 周五 09:00–10:30``."""
    heading = day_heading(moment, now, lang)
    text = f"{heading} {clock(moment)}" if isinstance(moment, datetime) else heading
    if end is None or end == moment:
        return text
    if day_of(end) == day_of(moment) and isinstance(end, datetime):
        return f"{text}–{clock(end)}"
    return voice_of(lang).p("range", "{first} to {last}", first=text, last=stamp(end, now, lang))


def said(moment: Moment, now: datetime, lang: str, calendar: Calendar, end: Moment | None = None) -> str:
    """A moment in full: ``Fri 27 Nov 17:00, in 4 days, 4 working days``, ``11月27日 周五 17:00，还有4天（4个工作日）``.

    For a range, ``moment`` is its beginning, to which the distance is said until it has begun, and ``end`` its end.
    """
    begun = end is not None and day_of(moment) < now.date()
    aim = end if begun and end is not None else moment
    return voice_of(lang).t(
        "{when}, {distance}", when=stamp(moment, now, lang, end), distance=distance(aim, now, lang, calendar)
    )


def distance(moment: Moment, now: datetime, lang: str, calendar: Calendar) -> str:
    """How far a moment is: ``in 4 days, 4 working days``, ``today, 3 h left``, ``3 working days late`` (逾期3个工作日).

    When the day itself is a day off, or a year on the way is not in the calendar, that is said behind it.
    """
    voice = voice_of(lang)
    days = (day_of(moment) - now.date()).days
    if days == 0:
        text = voice.t("today")
        if isinstance(moment, datetime):
            text = voice.t("{day}, {left}", day=text, left=_hours(moment, now, lang))
    elif days < 0:
        text = _late(moment, now, lang, calendar)
    else:
        text = _ahead(moment, now, lang, calendar)
    unknown = _unknown_year(now, moment, calendar)
    if unknown is not None and days:
        text = voice.t("{distance} (days off of {year} not known: weekends only)", distance=text, year=unknown)
    return text


def _unknown_year(now: datetime, moment: Moment, calendar: Calendar) -> int | None:
    """The first year on the way whose days off are not known."""
    years = range(min(now.year, moment.year), max(now.year, moment.year) + 1)
    return next((year for year in years if not calendar.known(year)), None)


def _ahead(moment: Moment, now: datetime, lang: str, calendar: Calendar) -> str:
    """The distance to a later day."""
    voice = voice_of(lang)
    days = (day_of(moment) - now.date()).days
    if days == 1:
        text = voice.t("tomorrow")
    else:
        working = calendar.between(now.date(), day_of(moment))
        text = voice.t(
            "{days}, {working}",
            days=voice.n("in {count} day", "in {count} days", days),
            working=voice.n("{count} working day", "{count} working days", working),
        )
    if not calendar.is_working(day_of(moment)):
        text = voice.t("{distance}, on a day off", distance=text)
    return text


def _late(moment: Moment, now: datetime, lang: str, calendar: Calendar) -> str:
    """How long ago an earlier day was due, in working days, or in days when no working day has passed."""
    voice = voice_of(lang)
    working = calendar.between(day_of(moment), now.date())
    if working:
        return voice.n("{count} working day late", "{count} working days late", working)
    return voice.n("{count} day late", "{count} days late", (now.date() - day_of(moment)).days)


def _hours(moment: datetime, now: datetime, lang: str) -> str:
    """What is left of today before a time, or by how much it has passed; whole hours, or minutes within the hour."""
    voice = voice_of(lang)
    seconds = int((moment - now).total_seconds())
    if seconds >= 0:
        minutes = seconds // 60
        if minutes < _HOUR:
            return voice.t("{count} min left", count=minutes)
        return voice.t("{count} h left", count=minutes // _HOUR)
    minutes = -seconds // 60
    if minutes < _HOUR:
        return voice.t("{count} min late", count=minutes)
    return voice.t("{count} h late", count=minutes // _HOUR)


def short(moment: Moment, now: datetime, lang: str) -> str:
    """A moment for a list: ``today 12:00``, ``Wed``, ``17 Sep``, ``2027-01-05``; ``今日12:00``, ``周三``, ``9-17``.

    The weekday alone means one of the six days after today.
    """
    voice = voice_of(lang)
    days = (day_of(moment) - now.date()).days
    if days == 0:
        text = voice.p("short date", "today")
    elif days == 1:
        text = voice.p("short date", "tomorrow")
    elif days == -1:
        text = voice.p("short date", "yesterday")
    elif 0 < days < _WEEK:
        text = weekday(moment, lang)
    elif moment.year == now.year:
        named = voice.p("month in a short date", _SHORT_MONTHS[moment.month - 1])
        text = voice.p("short date", "{day} {month}", day=moment.day, month=named)
        if isinstance(moment, datetime):
            return voice.p("numeric short date", "{day} {time}", day=text, time=clock(moment))
    else:
        return day_of(moment).isoformat() + (f" {clock(moment)}" if isinstance(moment, datetime) else "")
    if isinstance(moment, datetime):
        return voice.p("short date", "{day} {time}", day=text, time=clock(moment))
    return text


def short_times(moments: Sequence[datetime], now: datetime, lang: str) -> str:
    """Several moments for a list, the day where it changes: ``today 08:50, 09:00``; the last three of more."""
    kept = moments[-_TIMES:]
    parts = [
        clock(one) if place and one.date() == kept[place - 1].date() else short(one, now, lang)
        for place, one in enumerate(kept)
    ]
    return voice_of(lang).p("enumeration", ", ").join(parts)


def left(moment: Moment, now: datetime, lang: str, calendar: Calendar) -> str:
    """What is left until a moment, for a list: ``4 h left``, ``2 wd left``, ``3 wd late``; ``余4小时``, ``余2工日``.

    Empty for a whole day that is today: the date beside it says so already. ``wd`` is a working day; ``~97 wd left``
    (约余97工日) reaches into a year whose days off are not known.
    """
    voice = voice_of(lang)
    today, day = now.date(), day_of(moment)
    if day == today:
        return _short_hours(moment, now, lang) if isinstance(moment, datetime) else ""
    if day > today:
        working = calendar.between(today, day)
        if working and _unknown_year(now, moment, calendar) is not None:
            return voice.t("~{count} wd left", count=working)
        if working:
            return voice.t("{count} wd left", count=working)
        return voice.p("list", "{count} d left", count=(day - today).days)
    working = calendar.between(day, today)
    if working:
        return voice.t("{count} wd late", count=working)
    return voice.p("list", "{count} d late", count=(today - day).days)


def _short_hours(moment: datetime, now: datetime, lang: str) -> str:
    """``_hours`` for a list."""
    voice = voice_of(lang)
    minutes = int((moment - now).total_seconds()) // 60
    if minutes >= _HOUR:
        return voice.p("list", "{count} h left", count=minutes // _HOUR)
    if minutes >= 0:
        return voice.p("list", "{count} min left", count=minutes)
    minutes = int((now - moment).total_seconds()) // 60
    if minutes < _HOUR:
        return voice.p("list", "{count} min late", count=minutes)
    return voice.p("list", "{count} h late", count=minutes // _HOUR)
