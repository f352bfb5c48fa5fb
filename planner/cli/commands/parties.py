"""``planner parties``: whom the office talks with and what is owed; with a NAME that one, and options change it.

``planner parties merge NAME OTHER`` makes one party of two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.cli.shapes import party_shape
from planner.desk.cadences import read_cadence
from planner.desk.discretion import Discretion
from planner.desk.merging import merge
from planner.desk.talks import agenda, due_talk, party_rows, set_party
from planner.domain.terms import PARTY_KINDS
from planner.wording import n, t
from planner.wording.details import details_of
from planner.wording.fields import field
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
    parser.add_argument(
        "words", nargs="*", metavar="NAME", help=t("the party that the options are about; or: merge NAME OTHER")
    )
    parser.add_argument("--kind", choices=PARTY_KINDS)
    parser.add_argument("--rank", type=int, metavar="N", help=t("the place among the leaders, 1 first"))
    parser.add_argument("--title", metavar="TEXT", help=t("the formal title for reports"))
    parser.add_argument(
        "--cadence", metavar="HOW OFTEN", help=t("daily, every 2 working days, weekly, monthly, before each meeting; -")
    )
    parser.add_argument("--channel", action="append", default=[], metavar="TEXT", help=t("how they are reached"))
    parser.add_argument("--due", action="store_true", help=t("those whose talk is due, the most overdue first"))
    parser.add_argument(
        "--alias", action="append", default=[], metavar="NAME", help=t("another name of the same party")
    )
    parser.add_argument("--json", action="store_true", help=t("print JSON"))
    parser.add_argument("--plain", action="store_true", help=t("one item a line, whole, as where there is no terminal"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print the parties, or change one."""
    if options.words[:1] == ["merge"]:
        return _merge(options.words[1:], desk, talk)
    if len(options.words) > 1:
        raise UsageError(t("Name one party, in quotes when its name has a space: planner parties “Director Li”."))
    name = options.words[0] if options.words else None
    asked = (options.kind, options.rank, options.title, options.cadence)
    if name is not None and (options.alias or options.channel or any(value is not None for value in asked)):
        return _set(name, options, desk, talk)
    if name is not None:
        return _one(name, desk, out, as_json=options.json)
    rows = party_rows(desk)
    if options.due:
        rows = tuple(sorted((row for row in rows if row.owed.late is not None), key=lambda row: -(row.owed.late or 0)))
    shown = Discretion(desk)
    if options.json:
        out.json([party_shape(row.owed.name, row.party, tuple(map(shown, row.waiting)), row.due) for row in rows])
        return 0
    width = 0 if options.plain else max((cells(row.owed.name) for row in rows), default=0)
    for row in rows:
        owed, party = row.owed, row.party
        kind = "" if party is None or party.kind is None else term("party kind", party.kind)
        points = n("{count} point", "{count} points", owed.points) if owed.points else ""
        late = "" if owed.late is None else n("{count} wd over", "{count} wd over", owed.late)
        late = t("due today") if owed.late == 0 else late
        name_ = pad(owed.name, max(width, cells(owed.name)))
        out.line("  ".join(part for part in (name_, kind, points, late) if part).rstrip())
    if not rows:
        talk.say(
            t("No talk is due.") if options.due else t("There are no parties yet: @NAME in a typed line makes one.")
        )
    return 0


def _set(name: str, options: Namespace, desk: Desk, talk: Talk) -> int:
    """Say what a party is."""
    cadence, rhythm = (None, None) if options.cadence is None else read_cadence(options.cadence)
    kept = set_party(
        desk,
        name,
        kind=options.kind,
        rank=options.rank,
        title=options.title,
        cadence=cadence,
        rhythm=rhythm,
        no_cadence=options.cadence is not None and cadence is None and rhythm is None,
        channels=tuple(options.channel),
        aliases=tuple(options.alias),
    )
    talk.say(t("{name}: kept.", name=kept.name))
    return 0


def _merge(words: list[str], desk: Desk, talk: Talk) -> int:
    """Make one party of two."""
    if len(words) != 2:
        raise UsageError(t("Say which two, the one to keep first: planner parties merge NAME OTHER"))
    made = merge(desk, *words)
    talk.say(t("{other} is {name} from now on.", other=made.gone.name, name=made.party.name))
    for name in made.given_way:
        talk.say(
            t("{name} keeps its own {field}; the other's stands as a note on it: planner parties {name}",
              name=made.party.name, field=field("formal_title" if name == "title" else name))
        )  # fmt: skip
    return 0


def _one(name: str, desk: Desk, out: Out, *, as_json: bool) -> int:
    """Print one party and what waits for it. Raises ``Refused`` when nobody is called so."""
    known = agenda(desk, name)
    waiting = tuple(map(Discretion(desk), known.waiting))
    if as_json:
        out.json([party_shape(known.name, known.party, waiting, due_talk(desk, known.party))])
        return 0
    lines = () if known.party is None else details_of(known.party, desk.day(), desk.lang)
    out.bold(known.name)
    for label, words in lines:
        if label:
            out.line(t("{label}: {words}", label=label, words=words))
    for point in waiting:
        out.line(f"  {point.number}  {point.text}")
    return 0
