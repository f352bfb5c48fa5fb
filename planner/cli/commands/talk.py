"""``planner talk NAME``: the list for a talk. ``--tick NUMBER`` marks points as told; ``--held`` ends the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.cli.shapes import party_shape
from planner.desk.references import matter_numbers
from planner.desk.talks import agenda, due_talk, hold_talk, tick
from planner.wording import n, t
from planner.wording.dates import short

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=t("whom the talk is with"))
    parser.add_argument("--tick", nargs="+", metavar="NUMBER", help=t("these points were told"))
    parser.add_argument("--answer", metavar="WORDS", help=t("what was answered to what is ticked"))
    parser.add_argument("--how", metavar="WORDS", help=t("in person, by phone, at a meeting"))
    parser.add_argument(
        "--held", action="store_true", help=t("the talk was held: tick what waits, begin the cadence anew")
    )
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the list, tick points, or end the talk."""
    if options.tick:
        for number in matter_numbers(options.tick):
            point = tick(desk, number, options.name, options.how, options.answer)
            talk.say(t("{number} told: {text}", number=number, text=point.text))
        if not options.held:
            return 0
    if options.name is None:
        raise UsageError(t("Say with whom: planner talk NAME. planner parties lists the names."))
    if options.held:
        told = hold_talk(desk, options.name, () if options.tick else None, options.how)
        talk.say(
            t(
                "Talk with {name} held; {points}.",
                name=options.name,
                points=n("{count} point told", "{count} points told", len(told)),
            )
        )
        return 0
    list_ = agenda(desk, options.name)
    if options.json:
        out.json(party_shape(list_.name, list_.party, list_.waiting, due_talk(desk, list_.party)))
        return 0
    out.bold(t("{name}: to say", name=list_.name))
    for point in list_.waiting:
        since = "" if point.created is None else short(point.created.date(), desk.now, desk.lang)
        out.line(t("[ ] {number}  {text}  ({since})", number=point.number, text=point.text, since=since))
    if not list_.waiting:
        out.line(t("Nothing waits."))
    for point in list_.told:
        out.line(t("[x] {number}  {text}", number=point.number, text=point.text))
    return 0
