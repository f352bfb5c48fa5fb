"""``planner visit LINE``: register a visit, call or letter in one line. Its number goes to stdout."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from planner.cli.options import UsageError
from planner.cli.prompt import ask
from planner.cli.shapes import reception_shape
from planner.desk.receptions import Registered, register_draft, understand_visit
from planner.domain.clock import clocks_of
from planner.domain.terms import CHANNELS, VISITOR_KINDS
from planner.wording import t
from planner.wording.clocks import clock_said
from planner.wording.dates import short
from planner.wording.echo import echo_visit
from planner.wording.numbers import reception_label

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["configure", "run"]

GROUP = 5
"""From this many people on, a visit is to be reported up (信访工作条例 art. 25 and 20)."""


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("line", nargs="*", help=t("the line; none asks for it, so that no shell keeps it"))
    parser.add_argument("--unit", metavar="TEXT", help=t("the visitor's unit or address"))
    parser.add_argument("--channel", choices=CHANNELS)
    parser.add_argument("--kind", choices=VISITOR_KINDS)
    parser.add_argument("--restricted", action="store_true", help=t("show the entry on demand only"))
    parser.add_argument("--dry-run", action="store_true", help=t("say what the line means and save nothing"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Register it."""
    line = " ".join(options.line)
    if not line:
        if not sys.stdin.isatty():
            raise UsageError(t("Say who came and what for: planner visit NAME PHONE MATTER"))
        line = ask(t("Who came, and what for? "))
    at = desk.now
    draft = understand_visit(desk, line, at)
    given = {name: getattr(options, name) for name in ("unit", "channel", "kind") if getattr(options, name)}
    draft = draft.replace(**given, restricted=draft.restricted or options.restricted)
    if options.dry_run:
        out.line(echo_visit(draft, at, desk.lang, desk.calendar))
        return 0
    saved = register_draft(desk, draft, at)
    label = reception_label(saved.reception.number)
    if options.json:
        out.json(reception_shape(saved.reception, desk.day(), label))
    else:
        out.line(label)
    talk.say(echo_visit(draft, at, desk.lang, desk.calendar, saved.new_names))
    _more(saved, desk, talk)
    return 0


def _more(saved: Registered, desk: Desk, talk: Talk) -> None:
    """What was made beside it, the clocks that run, earlier visits, and the rule for groups."""
    reception = saved.reception
    if saved.matter is not None:
        talk.say(t("Supervised matter {number}: {title}", number=saved.matter.number, title=saved.matter.title))
    if saved.point is not None:
        talk.say(t("Point {number} for {names}", number=saved.point.number, names=" ".join(saved.point.parties)))
    for clock in clocks_of(reception, desk.calendar):
        talk.say(clock_said(clock, desk.day(), desk.lang))
    for earlier in saved.earlier:
        talk.say(
            t(
                "Came before: {label} on {day}: {matter}",
                label=reception_label(earlier.number),
                day=short(earlier.at.date(), desk.now, desk.lang),
                matter=t("restricted entry") if earlier.restricted else earlier.matter,
            )
        )
    if reception.headcount > GROUP:
        talk.say(t("More than five came: ask them to choose at most five representatives (art. 20)."))
    if reception.headcount >= GROUP and reception.kind == "public":
        talk.say(t("Five or more came: report it up (art. 25)."))
