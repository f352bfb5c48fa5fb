"""``planner clocks``: the rows by which receptions' clocks run; ``--toml`` prints them as ``clocks.toml`` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.config.clock_table import toml_of
from planner.config.paths import clocks_file
from planner.wording import n, p, t
from planner.wording.clocks import article_said, clock_name, event_name

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk
    from planner.domain.clock_rows import ClockRule

__all__ = ["configure", "run"]


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("template", nargs="?", metavar="TEMPLATE", help=t("the rows of this template only"))
    parser.add_argument("--toml", action="store_true", help=t("as clocks.toml takes them, to copy and change"))
    parser.add_argument("--json", action="store_true", help=t("print JSON"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:
    """Print them."""
    rules = [rule for rule in desk.clocks.rules if options.template in (None, rule.template)]
    if options.json:
        out.json([{field.name: getattr(rule, field.name) for field in type(rule).FIELDS} for rule in rules])
    elif options.toml:
        out.lines("\n\n".join(toml_of(rule) for rule in rules))
    else:
        for name in dict.fromkeys(rule.template for rule in rules):
            out.bold(name)
            for rule in rules:
                if rule.template == name:
                    out.line("  " + _said(rule, desk.lang))
    if not rules:
        talk.say(
            t("There are no clocks {word}: {names}.", word=options.template, names=", ".join(desk.clocks.templates))
        )
        return 1
    talk.say(t("Reference, not legal advice. Your own stand in {path}.", path=clocks_file(desk.home)))
    return 0


def _said(rule: ClockRule, lang: str) -> str:
    """A row in words."""
    if not rule.days:
        term = t("promptly")
    elif rule.working:
        term = n("{count} working day", "{count} working days", rule.days)
    else:
        term = n("{count} day", "{count} days", rule.days)
    parts = [t("{name}: {term} from {event}", name=clock_name(rule.name), term=term, event=event_name(rule.starts))]
    if rule.extension:
        parts.append(t("{count} more at most", count=rule.extension))
    if rule.window:
        parts.append(t("the petitioner's own term"))
    if rule.article:
        parts.append(article_said(rule.article, lang))
    return p("clock", "; ").join(parts)
