"""``planner remind``: show what is due now, once; list it, put it off, try it out, and have it called each minute."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.cli.prompt import ask
from planner.cli.rows import laid_out
from planner.desk.reminding import listed, remind, roads_of, seen, snooze, try_out
from planner.desk.scheduling import Scheduled, job_status, setting_up, taking_away
from planner.domain.moment import iso
from planner.wording import n, p, t
from planner.wording.dates import short_times, stamp
from planner.wording.page import Row
from planner.wording.reminders import road_name, state_name

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.shapes import Shape
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.desk.reminding import Listed
    from planner.notify.roads import Delivery

__all__ = ["configure", "run"]

_YES = ("y", "yes", "是", "好")


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument("--list", action="store_true", help=t("today's reminders, and those that were missed"))
    acts.add_argument(
        "--snooze",
        nargs="+",
        metavar="WORD",
        help=t("KEY 10m: put one off, by its key or its matter's number; 1h, afternoon, tomorrow or fri 9:00"),
    )
    acts.add_argument("--test", action="store_true", help=t("send one now, and tell by which way it went"))
    acts.add_argument("--status", action="store_true", help=t("whether reminders come while no planner is open"))
    acts.add_argument("--install", action="store_true", help=t("have it called each minute by this machine's timer"))
    acts.add_argument("--uninstall", action="store_true", help=t("take that timer away"))
    parser.add_argument("--yes", action="store_true", help=t("with --install or --uninstall: do not ask"))
    parser.add_argument("--quiet", action="store_true", help=t("say nothing of what was shown, as a timer wants it"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Show what is due, or do what was asked for instead."""
    if options.list:
        return _list(options, desk, out, talk)
    if options.snooze:
        return _snooze(options.snooze, desk, talk)
    if options.test:
        return _test(options, desk, out, talk)
    if options.status:
        return _status(options, desk, out, talk)
    if options.install or options.uninstall:
        return _schedule(setting_up(desk) if options.install else taking_away(desk), options, out, talk)
    return _remind(options, desk, out, talk)


def _remind(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Show what is due now. 1 when something could not be shown."""
    outcomes = remind(desk, roads_of(desk))
    if options.json:
        out.json(
            [
                {"keys": list(one.claim.keys), "title": one.claim.said.title, "body": one.claim.said.body,
                 "late": one.claim.late, **_delivered(one.delivery)}
                for one in outcomes
            ]
        )  # fmt: skip
    elif not options.quiet:
        for one in outcomes:
            if one.delivery.road is not None:
                out.line(t("{title}: shown, {road}", title=one.claim.said.title, road=road_name(one.delivery.road)))
    lost = [one for one in outcomes if one.delivery.road is None]
    if not lost:
        return 0
    talk.say(
        n("{count} reminder could not be shown: planner remind --list tells it, and the planner when it opens.",
          "{count} reminders could not be shown: planner remind --list tells them, and the planner when it opens.",
          len(lost))
    )  # fmt: skip
    _tell_tried(lost[0].delivery, talk)
    return 1


def _list(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Today's reminders. Those that were missed count as seen once a person read them here."""
    rows = listed(desk)
    if options.json:
        out.json([_shape(row) for row in rows])
        return 0
    now = desk.now
    made = [
        Row(
            number=short_times(row.times, now, desk.lang),
            badge=_state(row),
            text=row.said.title,
            detail=" ".join(row.said.body.split("\n")),
            left=row.key,
        )
        for row in rows
    ]
    for line in laid_out(made, out.width):
        out.line(line)
    if not rows:
        talk.say(t("Nothing reminds today."))
    missed = tuple(key for row in rows if row.state == "missed" for key in row.keys)
    if missed and out.width is not None:
        seen(desk, missed)
    return 0


def _snooze(words: list[str], desk: Desk, talk: Talk) -> int:
    """Put one off."""
    if len(words) < 2:
        raise UsageError(t("Say which and until when: planner remind --snooze KEY 10m"))
    row, until = snooze(desk, words[0], " ".join(words[1:]))
    talk.say(t("Put off until {when}: {title}", when=stamp(until, desk.now, desk.lang), title=row.said.title))
    return 0


def _test(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Send one, and tell how it went."""
    delivery = try_out(desk, roads_of(desk))
    if options.json:
        out.json(_delivered(delivery))
    elif delivery.road is not None:
        out.line(t("It went out: {road}.", road=road_name(delivery.road)))
    if delivery.road is None:
        talk.say(t("No way to show a reminder was found; what comes due is kept as missed and shown in the planner."))
    if not options.json:
        _tell_tried(delivery, talk)
    return 0 if delivery.road is not None else 1


def _status(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Tell whether a timer is set up, and how a reminder would go out. 1 when none is."""
    status = job_status(desk)
    outlook = roads_of(desk).outlook()
    waiting = sum(1 for row in listed(desk) if row.state == "missed")
    if options.json:
        out.json(
            {"ways": list(status.ways), "running": status.running, "available": status.available,
             "missed": waiting, **_delivered(outlook)}
        )  # fmt: skip
        return 0 if status.running else 1
    if status.running:
        out.line(t("Reminders come while no planner is open: {ways}.", ways=p("enumeration", ", ").join(status.ways)))
    elif status.ways:
        out.line(t("A timer is set up but does not run: {ways}.", ways=p("enumeration", ", ").join(status.ways)))
    elif status.available is not None:
        out.line(t("Reminders come only while the planner is open. planner remind --install changes that."))
    else:
        out.line(t("Reminders come only while the planner is open: this machine has no timer that planner knows."))
    if outlook.road is not None:
        out.line(t("A reminder would go out now: {road}.", road=road_name(outlook.road)))
    else:
        out.line(t("A reminder could not go out now."))
    if waiting:
        out.line(n("{count} reminder was missed.", "{count} reminders were missed.", waiting))
    _tell_tried(outlook, talk)
    return 0 if status.running else 1


def _schedule(scheduled: Scheduled, options: Namespace, out: Out, talk: Talk) -> int:
    """Show what would be done; do it once a person agreed, or without asking with ``--yes``."""
    for line in scheduled.lines:
        out.line(line)
    if not scheduled.lines:
        talk.say(t("No timer is set up, so none was taken away."))
        return 0
    if not options.yes:
        if not (sys.stdin.isatty() and talk.is_read):
            talk.say(t("Nothing was changed. --yes does it without asking."))
            return 1
        if ask(t("Do this? y or n: ")).strip().lower() not in _YES:
            talk.say(t("Nothing was changed."))
            return 1
    scheduled.carry_out()
    if options.install:
        talk.say(t("Done. planner remind --test sends one now; planner remind --uninstall takes the timer away."))
    else:
        talk.say(t("Done. Reminders come only while the planner is open."))
    return 0


def _tell_tried(delivery: Delivery, talk: Talk) -> None:
    """Why the ways before it were not taken."""
    for one in delivery.tried:
        talk.say(t("Not by {road}: {reason}.", road=road_name(one.road), reason=one.reason.rstrip(".")))


def _state(row: Listed) -> str:
    """A reminder's state; one that was shown too late is missed and shown."""
    if row.state == "shown" and row.late:
        return t("shown late")
    return state_name(row.state)


def _delivered(delivery: Delivery) -> Shape:
    """How it went, under stable keys."""
    return {"road": delivery.road, "tried": [{"road": one.road, "reason": one.reason} for one in delivery.tried]}


def _shape(row: Listed) -> Shape:
    """A reminder under stable keys."""
    kind, number = row.subject or (None, None)
    return {
        "key": row.key,
        "source": row.source,
        "at": iso(row.at),
        "state": row.state,
        "until": None if row.until is None else iso(row.until),
        "times": [iso(time) for time in row.times],
        "late": row.late,
        "title": row.said.title,
        "body": row.said.body,
        "kind": kind,
        "number": number,
    }
