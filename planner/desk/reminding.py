"""Reminders: what is due now is claimed, shown, and written down; put off, listed, and tried out.

Two processes at once show once: what is shown is claimed in one transaction before it is sent, and the outcome is
written down after. A process that dies between leaves its claim, and what it held is shown again, as missed, a minute
later: prefer twice over never. These commits are the machine's, and can't be undone.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from planner.desk.discretion import Discretion
from planner.desk.pages import today_of
from planner.desk.refused import Refused
from planner.desk.reminder_rows import Listed, folded
from planner.desk.snoozing import until_of
from planner.domain.directory import Directory
from planner.domain.matter import Matter
from planner.domain.moment import datetime, timedelta
from planner.domain.party import Party
from planner.domain.point import Point
from planner.domain.reception import Reception
from planner.domain.record import Problem, Record
from planner.domain.reminder import BEGUN, Reminder
from planner.domain.reminder_plan import Plan, pending, plan, since_of
from planner.domain.reminder_rules import NONE, SOURCES, ReminderRules, read_offsets, read_span, read_time
from planner.domain.reminder_sources import Alert, Office, alerts, alerts_of_key
from planner.domain.talk import waiting_points
from planner.notify.roads import Roads
from planner.notify.words import notice
from planner.wording import t
from planner.wording.petitioners import petitioners_of
from planner.wording.reminders import gathered_said, nameless, reminder_said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.desk.desk import Desk
    from planner.domain.reminder import ReminderState
    from planner.domain.reminder_plan import Showing
    from planner.notify.roads import Delivery
    from planner.store.snapshot import Snapshot
    from planner.store.transaction import Transaction
    from planner.wording.petitioners import Petitioners
    from planner.wording.reminders import Said

__all__ = [
    "Claim",
    "Listed",
    "Outcome",
    "claim",
    "listed",
    "remind",
    "roads_of",
    "rules_of",
    "seen",
    "settle",
    "snooze",
    "try_out",
]


class Claim(Record):
    """One notification that this process has taken to show."""

    keys: tuple[str, ...]
    said: Said
    late: bool = False
    subject: tuple[str, int] | None = None
    """The kind and number of what it is about, when that is one record."""


class Outcome(Record):
    """How a claim went: the road that showed it, or ``None``, and those tried."""

    claim: Claim
    delivery: Delivery


def rules_of(desk: Desk) -> ReminderRules:
    """The rules as the settings have them."""
    chosen = desk.settings
    return ReminderRules(
        sources=tuple(source for source in SOURCES if getattr(chosen, f"remind_{source}")),
        offsets=read_offsets(chosen.remind_before),
        morning=read_time(chosen.remind_morning_at),
        quiet=read_span(chosen.remind_quiet),
        workdays=chosen.remind_workdays,
        cap=chosen.remind_cap,
    )


def roads_of(desk: Desk, *, terminal: bool = True) -> Roads:
    """The ways out, as the settings have them."""
    command = desk.settings.remind_command
    return Roads("" if command.strip().lower() in NONE else command, terminal=terminal)


def remind(desk: Desk, roads: Roads) -> tuple[Outcome, ...]:
    """Show what is due now, each by the first road that delivers; nothing when nothing is due. Safe to call again."""
    outcomes = tuple(
        Outcome(claim=one, delivery=roads.send(notice(one.said.title, one.said.body))) for one in claim(desk)
    )
    settle(desk, tuple((one.claim, one.delivery.road) for one in outcomes))
    return outcomes


def try_out(desk: Desk, roads: Roads) -> Delivery:
    """Send one notification that says what it is."""
    words = t("This is a test of planner's reminders, sent at {time}.", time=f"{desk.now:%H:%M}")
    return roads.send(notice(t("reminders arrive here"), words))


def claim(desk: Desk, *, at_once: bool = False) -> tuple[Claim, ...]:
    """Take what is due now, so that no other process shows it. Nothing is written when nothing is due.

    ``at_once`` takes what could not be shown before as well, without waiting: somebody has come to look.
    """
    if not desk.book.exists():
        return ()
    rules = rules_of(desk)
    if _planned(_View(desk), rules, at_once=at_once) is None:
        return ()
    with desk.change("remind", undoable=False) as tx:
        view = _View(desk)  # read again: under the lock nobody else can claim
        made = _planned(view, rules, at_once=at_once)
        if made is None:
            return ()
        return _claimed(tx, view, made, rules)


def settle(desk: Desk, done: Iterable[tuple[Claim, str | None]]) -> None:
    """Write down how claims went: the road that showed each, or ``None``: missed, and tried again later."""
    roads = {key: road for one, road in done for key in one.keys}
    if not roads:
        return
    at = desk.now
    with desk.change("remind", undoable=False) as tx:
        for mark in _marks(tx.all("reminder")):
            if mark.key in roads and mark.state == "claimed":
                road = roads[mark.key]
                tx.put(_turned(mark, "missed" if road is None else "shown", at, road=road))


def seen(desk: Desk, keys: tuple[str, ...]) -> None:
    """Somebody has read these, which could not be shown: they are no longer missed."""
    wanted = set(keys)
    at = desk.now
    with desk.change("remind", undoable=False) as tx:
        for mark in _marks(tx.all("reminder")):
            if mark.key in wanted and mark.state == "missed":
                tx.put(_turned(mark, "shown", at, road="screen"))


def listed(desk: Desk) -> tuple[Listed, ...]:
    """Today's reminders and all that still wait, by their times: one row of each thing, with all its times."""
    now = desk.now
    rows = (folded(alike, now) for alike in _rows(desk).values())
    return tuple(sorted(rows, key=lambda row: (row.comes, row.key)))


def _rows(desk: Desk) -> dict[str, tuple[Listed, ...]]:
    """Each of today's reminders, and of all that still wait, by their times; those of one thing together."""
    view, rules = _View(desk), rules_of(desk)
    now = view.now
    midnight = datetime(now.year, now.month, now.day)
    since = since_of(view.marks, now, rules)
    found = {
        one.key: one
        for one in alerts(view.office, view.day, rules, midnight - timedelta(seconds=1), rules.midnight(now.date()))
    }
    for mark in view.marks:
        if not mark.is_settled and mark.key not in found:
            again = alerts_of_key(mark.key, view.office, view.day, rules)
            if again is not None:
                found[mark.key] = again
    by_key = {mark.key: mark for mark in view.marks}
    groups: dict[str, tuple[Listed, ...]] = {}
    for one in sorted(found.values(), key=lambda one: (one.at, one.key)):
        row = _row(one, by_key.get(one.key), view)
        unheard = row.state == "coming" and row.at <= now and (since is None or row.at <= since)
        if row.state != "passed" and not unheard:
            groups[one.group] = (*groups.get(one.group, ()), row)
    return groups


def snooze(desk: Desk, word: str, words: str) -> tuple[Listed, datetime]:
    """Put a reminder off: by its key, or by its matter's number, the one that came last or else comes next.

    ``words`` are ``10m``, ``1h``, ``afternoon``, ``tomorrow``, or a time as the capture line reads it. Raises
    ``Refused``.
    """
    rules = rules_of(desk)
    until = until_of(desk, words, rules)
    chosen = _named(_rows(desk), word, desk.now)
    with desk.change("remind", undoable=False) as tx:
        alert = alerts_of_key(chosen.key, (view := _View(desk)).office, view.day, rules)
        if alert is None or (alert.expires is not None and until >= alert.expires):
            raise Refused(t("By then “{title}” is over.", title=chosen.said.title))
        mark = next((one for one in view.marks if one.key == chosen.key), None)
        if mark is None:
            mark = Reminder(
                number=tx.next_number("reminder"),
                key=chosen.key, at=alert.at, state="snoozed", until=until, created=desk.now,
            )  # fmt: skip
        tx.put(_turned(mark, "snoozed", desk.now, until=until))
    return chosen.replace(state="snoozed", until=until), until


class _View:
    """The book as reminders look at it, at one moment."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.snapshot: Snapshot = desk.book.read()
        self.day = desk.day()
        self.now = self.day.now
        self.marks = tuple(_marks(self.snapshot.all("reminder")))
        self._petitioners: Petitioners | None = None
        shown = Discretion(desk, self.snapshot)
        self.office = Office(
            matters=tuple(shown(one) for one in self.snapshot.open("matter") if isinstance(one, Matter)),
            receptions=tuple(one for one in self.snapshot.open("reception") if isinstance(one, Reception)),
            directory=Directory(one for one in self.snapshot.all("party") if isinstance(one, Party)),
        )

    def said(self, alert: Alert, *, late: bool = False) -> Said:
        """An alert in words."""
        page = today_of(self.desk, self.snapshot) if alert.source == "morning" else None
        points = 0
        if alert.party is not None:
            open_ones = (one for one in self.snapshot.open("point") if isinstance(one, Point))
            points = len(waiting_points(open_ones, self.office.directory).get(alert.party.name, ()))
        return reminder_said(
            alert, self.day, self.desk.lang, late=late, petitioners=self.petitioners, page=page, points=points
        )

    @property
    def petitioners(self) -> Petitioners:
        """The names of the public in all entries, archived ones too: a matter of today may name who came years ago."""
        if self._petitioners is None:
            entries = list(self.snapshot.all("reception"))
            with suppress(Problem):  # an archive that can't be read is told by check, and stops no list
                entries += self.snapshot.archived("reception")
            public = (one for one in entries if isinstance(one, Reception))
            self._petitioners = petitioners_of(public, self.office.directory.parties, nameless)
        return self._petitioners


def _planned(view: _View, rules: ReminderRules, *, at_once: bool) -> Plan | None:
    """What is to be shown or written now; ``None`` when there is nothing. Where reminding has not begun, it begins."""
    since = since_of(view.marks, view.now, rules)
    due = alerts(view.office, view.day, rules, view.now - rules.grace if since is None else since, view.now)
    waiting = pending(view.marks, view.now, at_once=at_once)
    again = [one for mark in waiting if (one := alerts_of_key(mark.key, view.office, view.day, rules)) is not None]
    made = plan(due, again, waiting, view.marks, view.now, rules)
    return None if made.is_empty and since is not None else made


def _claimed(tx: Transaction, view: _View, made: Plan, rules: ReminderRules) -> tuple[Claim, ...]:
    """Leave the marks of a plan, and give what is to be shown."""
    now = view.now
    by_key = {mark.key: mark for mark in view.marks}
    if BEGUN not in by_key:
        tx.put(
            Reminder(
                number=tx.next_number("reminder"),
                key=BEGUN,
                at=now - rules.grace,
                state="begun",
                created=now,
                closed=now,
            )
        )
    for mark in made.old:
        tx.delete("reminder", mark.number)
    for mark in made.over:
        tx.put(_turned(mark, "passed", now))

    def take(alert: Alert, state: ReminderState, *, late: bool = False, digest: bool = False) -> None:
        mark = by_key.get(alert.key) or Reminder(
            number=tx.next_number("reminder"), key=alert.key, at=alert.at, state="claimed", created=now
        )
        tx.put(_turned(mark, state, now, late=late, digest=digest))

    for alert in made.passed:
        take(alert, "passed")
    for one in made.single:
        take(one.alert, "claimed", late=one.late)
    for one in made.gathered:
        take(one.alert, "claimed", late=one.late, digest=True)
    claims = [_claim(one, view) for one in made.single]
    if len(made.gathered) == 1:
        claims.append(_claim(made.gathered[0], view))
    elif made.gathered:
        titles = tuple(view.said(one.alert).title for one in made.gathered)
        claims.append(Claim(keys=tuple(one.alert.key for one in made.gathered), said=gathered_said(titles)))
    return tuple(claims)


def _claim(one: Showing, view: _View) -> Claim:
    """The notification of one alert."""
    return Claim(
        keys=(one.alert.key,), said=view.said(one.alert, late=one.late), late=one.late, subject=_subject(one.alert)
    )


def _subject(alert: Alert) -> tuple[str, int] | None:
    """The kind and number of what an alert is about."""
    for kind, record in (("matter", alert.matter), ("reception", alert.reception), ("party", alert.party)):
        if record is not None:
            return kind, record.number
    return None


def _row(alert: Alert, mark: Reminder | None, view: _View) -> Listed:
    """An alert in a list."""
    return Listed(
        key=alert.key,
        source=alert.source,
        at=alert.at,
        state="coming" if mark is None else mark.state,
        said=view.said(alert),
        until=None if mark is None else mark.until,
        late=mark is not None and mark.late,
        subject=_subject(alert),
    )


def _named(groups: dict[str, tuple[Listed, ...]], word: str, now: datetime) -> Listed:
    """The reminder that a word names. Raises ``Refused``."""
    rows = sorted((row for alike in groups.values() for row in alike), key=lambda row: (row.comes, row.key))
    for row in rows:
        if row.key == word:
            return row
    theirs = [row for row in rows if word.isdecimal() and row.subject == ("matter", int(word))]
    past = [row for row in theirs if row.at <= now]
    if theirs:
        return past[-1] if past else theirs[0]
    raise Refused(t("There is no reminder {word} today: planner remind --list shows them with their keys.", word=word))


def _turned(
    mark: Reminder,
    state: ReminderState,
    at: datetime,
    *,
    until: datetime | None = None,
    road: str | None = None,
    late: bool | None = None,
    digest: bool | None = None,
) -> Reminder:
    """A mark in another state."""
    return mark.replace(
        state=state,
        changed=at,
        closed=at if state in ("shown", "passed", "begun") else None,
        claimed=at if state == "claimed" else mark.claimed,
        until=until,
        road=road,
        late=mark.late if late is None else late,
        digest=mark.digest if digest is None else digest,
    )


def _marks(records: Iterable[object]) -> tuple[Reminder, ...]:
    """The marks among records."""
    return tuple(one for one in records if isinstance(one, Reminder))
