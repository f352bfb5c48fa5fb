"""``planner notice|accept|objection|reply NUMBER …``: what happened with a reception, each on its own date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.dates import been_of, day_been
from planner.cli.options import UsageError
from planner.desk.reception_steps import Stepped, answer, extend_term, happened
from planner.desk.references import reception_number
from planner.domain.clock import clocks_of
from planner.domain.moment import day_of
from planner.wording import t
from planner.wording.clocks import clock_said, event_name
from planner.wording.numbers import reception_label

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.domain.matter import Matter
    from planner.domain.reception import Reception

__all__ = ["configure", "days_in", "extend_reception", "run", "tell_of_no_date", "tell_step"]

_EVENTS = {"notice": "noticed", "accept": "accepted", "objection": "objected"}
_UNITS = ("个工作日", "工作日", "working days", "working day", "workdays", "wd", "天", "日", "days", "day", "d")


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("number", help="V2026-0123")
    if parser.get_default("command") == "reply":
        parser.add_argument("words", nargs="+", help=t("what was answered"))
        parser.add_argument("--how", metavar="WORDS", help=t("in person, by phone, in writing"))
        parser.add_argument("--on", metavar="DATE", help=t("its date; now when not given"))
    else:
        parser.add_argument("words", nargs="*", metavar="DATE", help=t("its date; today when not given"))
        parser.add_argument("--reason", metavar="WORDS", help=t("why, or how"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Record it, and say which clocks run on."""
    number = reception_number(options.number, desk.now.year)
    words = " ".join(options.words)
    if options.command == "reply":
        when = None if options.on is None else been_of(options.on, desk)
        stepped = answer(desk, number, words, how=options.how, when=when)
        label = reception_label(number)
        if any(not clock.window for clock in clocks_of(stepped.reception, desk.calendar, desk.clocks)):
            talk.say(t("{label} is answered, not in writing: the written notice is still owed (art. 23).", label=label))
        else:
            talk.say(t("{label} is answered; its clocks have stopped.", label=label))
        return tell_step(stepped, desk, talk)
    day = day_been(words, desk)
    event = _EVENTS[options.command]
    stepped = happened(desk, number, event, day, options.reason)
    talk.say(t("{label}: recorded.", label=reception_label(number)))
    return tell_step(stepped, desk, talk)


def extend_reception(options: Namespace, desk: Desk, talk: Talk) -> int:
    """``planner extend V2026-0123 30d``: lengthen the clock that the article lets be lengthened."""
    number = reception_number(options.words[0], desk.now.year)
    days = days_in(" ".join(options.words[1:]))
    on = day_been(options.on or "", desk)
    stepped = extend_term(desk, number, days, on, reason=options.reason, approver=options.approver)
    talk.say(t("{label}: {event}.", label=reception_label(number), event=event_name("extended")))
    return tell_step(stepped, desk, talk)


def days_in(text: str) -> int:
    """How many days ``30d``, ``20wd``, ``30天`` or ``30`` says. Raises ``UsageError``."""
    bare = text.strip().lower()
    for unit in _UNITS:
        if bare.endswith(unit):
            bare = bare[: -len(unit)].strip()
            break
    if not bare.isdecimal() or not 0 < int(bare) <= 3660:
        raise UsageError(t("“{words}” is no number of days: write 30d.", words=text))
    return int(bare)


def tell_of_no_date(matter: Matter, reception: Reception, desk: Desk, talk: Talk) -> None:
    """Say that the matter of a forwarded entry has no date, by which it would turn red, and the command that gives it.

    The day is the last working day of the term that runs out last, so that the answer can still be given in time.
    """
    ends = [clock for clock in clocks_of(reception, desk.calendar, desk.clocks) if not clock.window]
    if matter.due is None and ends:
        last = max(day_of(clock.workday_before or clock.due) for clock in ends)
        talk.say(
            t("Matter {number} has no date, so no light warns of it: planner edit {number} {day}",
              number=matter.number, day=last.isoformat())
        )  # fmt: skip


def tell_step(stepped: Stepped, desk: Desk, talk: Talk) -> int:
    """The warnings of a step, and the clocks that run on."""
    for warning in stepped.warnings:
        talk.say(warning)
    for clock in clocks_of(stepped.reception, desk.calendar, desk.clocks):
        talk.say(clock_said(clock, desk.day(), desk.lang))
    return 0
