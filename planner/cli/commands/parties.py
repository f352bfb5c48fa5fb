"""``planner parties``: whom the office talks with and what is owed; with a NAME that one, and options change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.shapes import party_shape
from planner.desk.talks import agenda, due_talk, parties, set_party
from planner.domain.terms import PARTY_KINDS
from planner.wording import n, t
from planner.wording.details import details_of
from planner.wording.safe import cells, pad
from planner.wording.terms import term

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=t("the party that the options are about"))
    parser.add_argument("--kind", choices=PARTY_KINDS)
    parser.add_argument("--rank", type=int, metavar="N", help=t("the place among the leaders, 1 first"))
    parser.add_argument("--title", metavar="TEXT", help=t("the formal title for reports"))
    parser.add_argument("--cadence", type=int, metavar="DAYS", help=t("working days between talks"))
    parser.add_argument(
        "--alias", action="append", default=[], metavar="NAME", help=t("another name of the same party")
    )
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the parties, or change one."""
    given = {name: getattr(options, name) for name in ("kind", "rank", "title", "cadence")}
    if options.name is not None and (options.alias or any(value is not None for value in given.values())):
        kept = set_party(desk, options.name, **given, aliases=tuple(options.alias))
        talk.say(t("{name}: kept.", name=kept.name))
        return 0
    if options.name is not None:
        return _one(options.name, desk, out, as_json=options.json)
    rows = parties(desk)
    if options.json:
        out.json(
            [
                party_shape(owed.name, party, agenda(desk, owed.name).waiting, due_talk(desk, party))
                for owed, party in rows
            ]
        )
        return 0
    width = max((cells(owed.name) for owed, _ in rows), default=0)
    for owed, party in rows:
        kind = "" if party is None or party.kind is None else term("party kind", party.kind)
        points = n("{count} point", "{count} points", owed.points) if owed.points else ""
        late = "" if owed.late is None else n("{count} wd over", "{count} wd over", owed.late)
        out.line("  ".join(part for part in (pad(owed.name, width), kind, points, late) if part).rstrip())
    return 0


def _one(name: str, desk: Desk, out: Out, *, as_json: bool) -> int:
    """Print one party and what waits for it. Raises ``Refused`` when nobody is called so."""
    known = agenda(desk, name)
    if as_json:
        out.json([party_shape(known.name, known.party, known.waiting, due_talk(desk, known.party))])
        return 0
    lines = () if known.party is None else details_of(known.party, desk.day(), desk.lang)
    out.bold(known.name)
    for label, words in lines:
        if label:
            out.line(t("{label}: {words}", label=label, words=words))
    for point in known.waiting:
        out.line(f"  {point.number}  {point.text}")
    return 0
