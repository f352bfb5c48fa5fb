"""What is shown now: the alerts that came due against the marks of what was shown, put off, or could not be shown.

Two processes plan under the book's lock and leave their claims there, so that one of them shows each. A claim without
an outcome is a process that died between: after a minute it is shown again, as missed. Twice is better than never.
"""

from __future__ import annotations

from planner.domain.moment import datetime, timedelta
from planner.domain.record import Record
from planner.domain.reminder import BEGUN, Reminder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.domain.reminder_rules import ReminderRules
    from planner.domain.reminder_sources import Alert

__all__ = ["AGAIN", "STALE", "Plan", "Showing", "kept_from", "pending", "plan", "since_of"]

STALE = timedelta(minutes=1)
"""A claim older than this was left by a process that died."""

AGAIN = timedelta(minutes=10)
"""What could not be shown is tried again after this."""

_SPARE = timedelta(days=2)
"""Marks are kept this much longer than what was missed is made up for."""


class Showing(Record):
    """An alert that is shown now, and whether as missed."""

    alert: Alert
    late: bool = False


class Plan(Record):
    """What one look at the clock comes to."""

    single: tuple[Showing, ...] = ()
    """Shown one by one."""
    gathered: tuple[Showing, ...] = ()
    """Shown together, in one notification."""
    passed: tuple[Alert, ...] = ()
    """Not shown: a later one of their group is, or their time is over."""
    over: tuple[Reminder, ...] = ()
    """Marks that wait for something that is done, dropped or moved."""
    old: tuple[Reminder, ...] = ()
    """Marks that nothing asks for any more."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be shown or written down; old marks alone are no reason to write."""
        return not (self.single or self.gathered or self.passed or self.over)


def since_of(marks: Iterable[Reminder], now: datetime, rules: ReminderRules) -> datetime | None:
    """From when on alerts are looked for; ``None`` when reminding has not begun.

    A beginning in the future is of a clock that was wrong and was put right: marks tell what was shown since.
    """
    begun = next((mark.at for mark in marks if mark.key == BEGUN), None)
    if begun is None:
        return None
    earliest = now - rules.reach
    return earliest if begun > now else max(begun, earliest)


def pending(marks: Iterable[Reminder], now: datetime, *, at_once: bool = False) -> tuple[Reminder, ...]:
    """Marks that are to be shown again now, however old: put off until now, claimed and left, not shown.

    What could not be shown is tried again after a while, or ``at_once`` where somebody has just come to look.
    """
    return tuple(
        mark for mark in marks if _waits(mark) and (_is_due(mark, now) or (at_once and mark.state == "missed"))
    )


def plan(
    due: Iterable[Alert],
    again: Iterable[Alert],
    waiting: Iterable[Reminder],
    marks: Iterable[Reminder],
    now: datetime,
    rules: ReminderRules,
) -> Plan:
    """What to show now. ``due`` came due by now; ``again`` are the alerts of the ``waiting`` marks that still hold."""
    by_key = {mark.key: mark for mark in marks}
    fresh = [alert for alert in due if alert.key not in by_key]
    held = {alert.key: alert for alert in again}
    chosen = [*fresh, *held.values()]
    chosen.sort(key=lambda alert: (alert.at, alert.key))
    last = {alert.group: alert.key for alert in chosen}
    told = {mark.key: mark for mark in by_key.values() if mark.state in ("shown", "passed")}
    passed, shown = [], []
    for alert in chosen:
        if (alert.expires is not None and alert.expires <= now) or last[alert.group] != alert.key:
            passed.append(alert)
        else:
            shown.append(Showing(alert=alert, late=_is_late(alert, by_key.get(alert.key), now, rules)))
    single, gathered = _shared_out(shown, told.values(), now, rules)
    over = tuple(mark for mark in waiting if mark.key not in held)
    limit = kept_from(now, rules)
    old = tuple(
        mark
        for mark in by_key.values()
        if mark.is_settled and mark.key != BEGUN and max(mark.at, mark.closed or mark.at) < limit
    )
    return Plan(single=single, gathered=gathered, passed=tuple(passed), over=over, old=old)


def kept_from(now: datetime, rules: ReminderRules) -> datetime:
    """Marks before this are of no more use: nothing as old comes due again."""
    return now - rules.reach - _SPARE


def _waits(mark: Reminder) -> bool:
    """Whether something is still to be done about a mark."""
    return mark.state in ("claimed", "missed", "snoozed")


def _is_due(mark: Reminder, now: datetime) -> bool:
    """Whether a mark is to be shown again now. A claim in the future is of a clock that was put back since."""
    if mark.state == "snoozed":
        return mark.until is not None and mark.until <= now
    if mark.claimed is None:
        return True
    wait = STALE if mark.state == "claimed" else AGAIN
    return not -wait < now - mark.claimed < wait


def _is_late(alert: Alert, mark: Reminder | None, now: datetime, rules: ReminderRules) -> bool:
    """Whether it is told as missed: its time is past, and that by nobody's wish."""
    if mark is not None and mark.state == "snoozed":
        return mark.until is not None and now - mark.until > rules.grace
    if mark is not None and mark.state == "claimed":
        return True
    return alert.expires is None and now - alert.at > rules.grace


def _shared_out(
    shown: list[Showing], told: Iterable[Reminder], now: datetime, rules: ReminderRules
) -> tuple[tuple[Showing, ...], tuple[Showing, ...]]:
    """Those shown one by one, and those together. 特急 always stands alone, and counts for nothing.

    Above the day's cap the rest is gathered, and shown once the last gathering is half an hour old.
    """
    urgent = [one for one in shown if one.alert.urgent]
    plain = [one for one in shown if not one.alert.urgent]
    today = [
        mark for mark in told if mark.state == "shown" and mark.closed is not None and mark.closed.date() == now.date()
    ]
    if rules.cap and len([mark for mark in today if not mark.digest]) + min(len(plain), rules.at_once) > rules.cap:
        times = [mark.closed for mark in today if mark.digest and mark.closed is not None]
        last = max(times, default=None)
        if last is not None and timedelta(0) <= now - last < rules.digest:
            return tuple(urgent), ()
        kept = rules.grace + rules.digest  # what was held back so long was not missed
        return tuple(urgent), tuple(one.replace(late=one.late and now - one.alert.at > kept) for one in plain)
    if len(plain) > rules.at_once:
        return tuple(urgent), tuple(plain)
    return (*urgent, *plain), ()
