"""What reminds, and when: each source makes alerts of the records as they stand. Pure; nothing here was shown yet.

An alert's key names its record and the moment it is about, so that it is the same in every process and at every working
out, and another one once a date has moved. Alerts of one ``group`` speak of the same thing (ten minutes before, and
now): where several come due at once, the last of them is enough.
"""

from __future__ import annotations

from contextlib import suppress

from planner.domain.clock import clocks_of
from planner.domain.moment import datetime, day_of, iso, parse_moment, timedelta
from planner.domain.record import Record
from planner.domain.recurrence import BadRuleError, coming
from planner.domain.steps import step_day
from planner.domain.supervision import chase_day
from planner.domain.talk import talk_due

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.domain.clock import Clock
    from planner.domain.day import Day
    from planner.domain.directory import Directory
    from planner.domain.matter import Matter, Step
    from planner.domain.moment import Moment, date
    from planner.domain.party import Party
    from planner.domain.reception import Reception
    from planner.domain.reminder_rules import ReminderRules, Source

__all__ = ["Alert", "Office", "alerts", "alerts_of_key"]

URGENT = ("flash", "urgent")
"""特提 and 特急: counted in hours, so their reminders pass quiet hours, days off and the cap."""

RECEIPT_MINUTES = (30, 120)
"""How long after an urgent document was passed on a missing receipt is spoken of (practice: 特急 runs in hours)."""

CLOCK_DAYS = (3, 1)
"""Days before a visit's clock runs out."""

_LATE = -1
_MORNINGS = 31


class Alert(Record):
    """One reminder that comes due."""

    key: str
    source: Source
    at: datetime
    """When it is shown, after quiet hours and days off."""
    group: str
    urgent: bool = False
    matter: Matter | None = None
    reception: Reception | None = None
    party: Party | None = None
    due: Moment | None = None
    """When what it is about is due."""
    step: Step | None = None
    clock: Clock | None = None
    expires: datetime | None = None
    """When it has lost its sense: yesterday's page is of no use today."""


class Office(Record):
    """The records that remind: those that are open, and all parties."""

    matters: tuple[Matter, ...] = ()
    receptions: tuple[Reception, ...] = ()
    directory: Directory


def alerts(office: Office, day: Day, rules: ReminderRules, since: datetime, until: datetime) -> list[Alert]:
    """Every alert after ``since`` up to and including ``until``, in the order of their times.

    ``day`` says what is working and how the clocks run; its own hour is not asked.
    """
    found = [one for one in _every(office, day, rules, since, until) if since < one.at <= until]
    found.sort(key=lambda one: (one.at, one.key))
    return found


def alerts_of_key(key: str, office: Office, day: Day, rules: ReminderRules) -> Alert | None:
    """The alert of a key, however long ago its time was; ``None`` when what it is about is over or has moved."""
    source, _, rest = key.partition(":")
    name = rest.partition(":")[0]
    try:
        moment = rest.partition(":")[2].partition("/")[0] if source == "timed" else name
        first = day_of(parse_moment(moment)) if source in ("timed", "morning") else day.today
    except ValueError:  # of a newer planner, or touched by hand
        return None
    if source == "morning":
        return _morning(first, day, rules) if source in rules.sources else None
    for matter in office.matters:
        if source in ("timed", "steps", "chases", "receipts") and str(matter.number) == name:
            return _keyed(key, _of_matter(matter, day, rules, first, first))
    for reception in office.receptions:
        if source == "clocks" and str(reception.number) == name:
            return _keyed(key, _of_clocks(reception, day, rules))
    for party in office.directory.parties:
        if source == "talks" and str(party.number) == name:
            return _keyed(key, _of_talk(party, office, day, rules))
    return None


def _keyed(key: str, found: Iterable[Alert]) -> Alert | None:
    """The one of that key."""
    return next((one for one in found if one.key == key), None)


def _every(office: Office, day: Day, rules: ReminderRules, since: datetime, until: datetime) -> Iterator[Alert]:
    """Alerts of all sources; those that can't fall into the stretch are left out where that is quickly seen."""
    on = rules.sources
    first, last = since.date(), until.date()
    near, far = since - rules.reach, until + timedelta(minutes=max(rules.offsets, default=0))
    for matter in office.matters:
        due = matter.due
        if (
            matter.steps
            or matter.rrule is not None
            or matter.remind
            or matter.handed_to
            or matter.urgency in URGENT
            or (isinstance(due, datetime) and near < due <= far)
        ):
            yield from _of_matter(matter, day, rules, first, last)
    if "clocks" in on:
        for reception in office.receptions:
            yield from _of_clocks(reception, day, rules)
    if "talks" in on:
        meetings = Office(
            matters=tuple(matter for matter in office.matters if matter.work == "meetings"), directory=office.directory
        )
        for party in office.directory.parties:
            yield from _of_talk(party, meetings, day, rules)
    if "morning" in on:
        for back in range(min((last - first).days, _MORNINGS) + 1):
            page = _morning(last - timedelta(days=back), day, rules)
            if page is not None:
                yield page


def _of_matter(matter: Matter, day: Day, rules: ReminderRules, first: date, last: date) -> Iterator[Alert]:
    """The alerts of an open matter whose occurrences lie near a stretch of days."""
    if not matter.is_open:
        return
    on = rules.sources
    if "timed" in on:
        yield from _of_times(matter, day, rules, first, last)
    if "steps" in on:
        for place, step in enumerate(matter.steps, 1):
            comes = step_day(step, matter, day.calendar)
            if comes is not None:
                key = f"steps:{matter.number}:{place}:{iso(comes)}"
                yield _alert("steps", key, rules.morning_of(comes), day, rules, matter=matter, step=step)
    if "chases" in on and matter.handed_to:
        comes = chase_day(matter, day.calendar)
        if comes is not None:
            key = f"chases:{matter.number}:{iso(comes)}"
            yield _alert("chases", key, rules.morning_of(comes), day, rules, matter=matter)
    if "receipts" in on and matter.urgency in URGENT:
        yield from _of_receipt(matter, day, rules)


def _of_times(matter: Matter, day: Day, rules: ReminderRules, first: date, last: date) -> Iterator[Alert]:
    """Before a timed matter and at its time; for one without a time, before the morning of its day if it says so."""
    due = matter.due
    if due is None or (not isinstance(due, datetime) and not matter.remind):
        return
    offsets = matter.remind or rules.offsets
    if isinstance(due, datetime) and 0 in rules.offsets:
        offsets = (*offsets, 0)
    dues = [due]
    if matter.rrule is not None and day_of(due) < last:
        ahead = timedelta(minutes=max(offsets, default=0)) + timedelta(days=1)
        with suppress(BadRuleError, OverflowError):  # a rule that can't be read yields no occurrences
            dues += coming(matter, max(first - timedelta(days=1), day_of(due)), last + ahead, day.calendar)
    for one in dict.fromkeys(dues):
        begins = one if isinstance(one, datetime) else rules.morning_of(one)
        group = f"timed:{matter.number}:{iso(one)}"
        for minutes in dict.fromkeys(offsets):
            at = begins - timedelta(minutes=minutes)
            if matter.created is None or at >= matter.created:
                yield _alert("timed", f"{group}/{minutes}", at, day, rules, group=group, matter=matter, due=one)


def _of_receipt(matter: Matter, day: Day, rules: ReminderRules) -> Iterator[Alert]:
    """An urgent document that was passed on, or is to begin, and that nobody has signed for or worked on since."""
    begins = matter.handed or (matter.start if isinstance(matter.start, datetime) else matter.created)
    if begins is None or matter.stage not in (None, "assigned"):
        return
    if matter.touched is not None and matter.touched > begins:
        return
    group = f"receipts:{matter.number}:{iso(begins)}"
    for minutes in RECEIPT_MINUTES:
        at = begins + timedelta(minutes=minutes)
        yield _alert("receipts", f"{group}/{minutes}", at, day, rules, group=group, matter=matter, due=begins)


def _of_clocks(reception: Reception, day: Day, rules: ReminderRules) -> Iterator[Alert]:
    """Three days and one day before a visit's clock runs out, and once it has.

    Days are of the clock's own sort. A warning that falls on a day off comes on the working day before it: after it
    there would be less time than it says.
    """
    for clock in clocks_of(reception, day.calendar, day.clocks):
        if clock.window:
            continue
        ends = day_of(clock.due)
        group = f"clocks:{reception.number}:{clock.rule}:{iso(ends)}"
        for left in (*CLOCK_DAYS, _LATE):
            on = day.calendar.shift(ends, -left) if clock.working else ends - timedelta(days=left)
            if rules.workdays and left > 0:
                on = day.calendar.on_or_before(on)
            at = rules.morning_of(on)
            if day_of(reception.at) < on:
                name = "late" if left == _LATE else str(left)
                yield _alert(
                    "clocks", f"{group}/{name}", at, day, rules, group=group,
                    reception=reception, clock=clock, due=clock.due,
                )  # fmt: skip


def _of_talk(party: Party, office: Office, day: Day, rules: ReminderRules) -> Iterator[Alert]:
    """The day on which a party is due a talk."""
    due = talk_due(party, office.directory, day, office.matters)
    if due is not None:
        key = f"talks:{party.number}:{iso(due)}"
        yield _alert("talks", key, rules.morning_of(due), day, rules, party=party, due=due)


def _morning(on: date, day: Day, rules: ReminderRules) -> Alert | None:
    """The page of a working day; of every day when days off are not kept free."""
    if rules.workdays and not day.calendar.is_working(on):
        return None
    key = f"morning:{iso(on)}"
    made = _alert("morning", key, rules.morning_of(on), day, rules, due=on)
    return made.replace(expires=rules.midnight(on))


def _alert(
    source: Source,
    key: str,
    at: datetime,
    day: Day,
    rules: ReminderRules,
    *,
    group: str | None = None,
    matter: Matter | None = None,
    reception: Reception | None = None,
    party: Party | None = None,
    due: Moment | None = None,
    step: Step | None = None,
    clock: Clock | None = None,
) -> Alert:
    """An alert at the moment at which it may be shown."""
    urgent = matter is not None and matter.urgency in URGENT
    chosen = source == "timed" and isinstance(due, datetime)
    return Alert(
        key=key,
        source=source,
        at=rules.settled(at, day.calendar, urgent=urgent, chosen=chosen),
        group=group or key,
        urgent=urgent,
        matter=matter,
        reception=reception,
        party=party,
        due=due,
        step=step,
        clock=clock,
    )
